"""The parts of a workbook's file: which sheets it has, its strings and styles, and each sheet's cells that hold words.

Read from the package's own XML, by local names (so the strict form is read too): openpyxl refuses a workbook over
a style it does not know, walks all that a merged range claims, and forgets which formulas were never worked out.
"""

import posixpath
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from documents.readers.lines import Piece
from documents.readers.shown import is_general, of_iso, shown
from documents.readers.styled import PLAIN, Style, all_of, dressed, is_true, runs_of, styles_of, unescaped
from documents.readers.xml import name, parsed, value
from documents.unreadable import Unreadable

DAMAGED = "I could not read {name}: the workbook is damaged. Open it in Excel, save it again as .xlsx and send that."
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class Held:
    """A cell that holds something: its words in pieces, or why there are none. `loose`: a number that may have lost a
    nought at its end."""

    row: int
    column: int
    pieces: tuple[Piece, ...] = ()
    style: Style = PLAIN
    loose: bool = False
    unread: str | None = None


@dataclass(slots=True)
class Sheet:
    """One sheet: cells by row and column, merged ranges (top, left, bottom, right), hidden rows and columns, widths."""

    name: str
    hidden: bool
    cells: dict[int, dict[int, Held]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    columns: list[tuple[int, int, bool, float]] = field(default_factory=list)

    def width(self, column: int) -> float:
        return next((width for first, last, _, width in self.columns if first <= column <= last and width), 8.43)

    def is_hidden(self, column: int) -> bool:
        return any(hidden and first <= column <= last for first, last, hidden, _ in self.columns)


def sheets(content: bytes) -> Iterator[Sheet]:
    """In the workbook's order. Raises Unreadable for what is no workbook, or a damaged one."""
    try:
        with ZipFile(BytesIO(content)) as package:
            yield from _Workbook(package).sheets()
    except (BadZipFile, KeyError, ValueError, IndexError, OSError, EOFError, NotImplementedError, RuntimeError,
            zlib.error, etree.LxmlError) as error:  # fmt: skip
        raise Unreadable(DAMAGED) from error


class _Workbook:
    """Strings and styles that all sheets share."""

    def __init__(self, package: ZipFile) -> None:
        self.package = package
        (self.part, *_), _ = self._related("", "officeDocument")
        self.parts, self.by_id = self._related(self.part, "sharedStrings")
        self.strings = [runs_of(item) for item in _elements(self._open(self.parts[0]), "si")] if self.parts else []
        styles, _ = self._related(self.part, "styles")
        self.styles = styles_of(self._tree(styles[0])) if styles else []
        self.book = self._tree(self.part)
        self.from_1904 = any(is_true(each.get("date1904")) for each in all_of(self.book, "workbookPr"))

    def sheets(self) -> Iterator[Sheet]:
        for each in all_of(self.book, "sheet"):
            part = self.by_id.get(_relation(each))
            if part and "worksheet" in part[0]:
                sheet = Sheet(str(each.get("name", "")), each.get("state", "visible") != "visible")
                self._fill(sheet, part[1])
                yield sheet

    def _fill(self, sheet: Sheet, part: str) -> None:
        row = 0
        for element in _elements(self._open(part), "row", "mergeCell", "col"):
            match name(element):
                case "row":
                    row = int(element.get("r") or row + 1)
                    self._take_row(sheet, element, row)
                case "col":
                    span = int(element.get("min", 0)), int(element.get("max", 0))
                    sheet.columns.append((*span, is_true(element.get("hidden")), float(element.get("width") or 0)))
                case _:
                    first, _, last = element.get("ref", "").partition(":")
                    sheet.merged.append((*_address(first), *_address(last or first)))

    def _take_row(self, sheet: Sheet, element: etree._Element, row: int) -> None:
        column = 0
        for cell in element:
            if name(cell) != "c":
                continue
            column = _address(cell.get("r", ""))[1] if cell.get("r") else column + 1
            if held := self._held(cell, row, column):
                sheet.cells.setdefault(row, {})[column] = held
        if is_true(element.get("hidden")):
            sheet.hidden_rows.add(row)

    def _held(self, cell: etree._Element, row: int, column: int) -> Held | None:
        """None for a cell that holds nothing but its style."""
        index = int(cell.get("s") or 0)
        style = self.styles[index] if index < len(self.styles) else Style()
        parts = {name(part): part for part in cell}
        kind, value = cell.get("t", "n"), parts["v"].text if "v" in parts else None
        if kind == "s" and value:
            return Held(row, column, dressed(self.strings[int(value)], style), style)
        if kind == "inlineStr" and "is" in parts:
            return Held(row, column, dressed(runs_of(parts["is"]), style), style)
        if kind == "e":
            return Held(
                row, column, ((value or "#N/A", False),), style, unread=f"its formula gives {value or 'no value'}"
            )
        if "f" in parts and not value and not (kind == "str" and "v" in parts):
            return Held(row, column, style=style, unread="its formula has no value: open the file in Excel and save it")
        if not value:
            return None
        words = self._shown(kind, value, style.form)
        return Held(row, column, ((words, style.bold),), style, loose=kind == "n" and is_general(style.form))

    def _shown(self, kind: str, value: str, form: str) -> str:
        if kind == "n":
            return shown(float(value), form, from_1904=self.from_1904)
        if kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        return of_iso(value, form) if kind == "d" else unescaped(value)

    # --- the package ---------------------------------------------------------------------------------------------

    def _open(self, part: str) -> BytesIO:
        return BytesIO(self.package.read(part))

    def _tree(self, part: str) -> etree._Element:
        return parsed(self.package.read(part))

    def _related(self, part: str, kind: str) -> tuple[list[str], dict[str, tuple[str, str]]]:
        """(the parts of that kind, id → kind and part) that a part of the package names."""
        folder, name = posixpath.split(part)
        found: list[str] = []
        by_id: dict[str, tuple[str, str]] = {}
        for each in self._tree(posixpath.join(folder, "_rels", f"{name}.rels")):
            if each.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
            what = each.get("Type", "").rpartition("/")[2]
            by_id[each.get("Id", "")] = (what, target)
            found += [target] if what == kind else []
        return found, by_id


def _relation(element: etree._Element) -> str:
    """The id by which a sheet names its part: r:id, whatever the prefix stands for."""
    return value(element, "id") or ""


def _elements(stream: BytesIO, *names: str) -> Iterator[etree._Element]:
    """Elements of those names, each forgotten once read, so that a long sheet takes no room."""
    wanted = [f"{{*}}{name}" for name in names]
    for _, element in etree.iterparse(stream, tag=wanted, resolve_entities=False, no_network=True):
        yield element
        element.clear()


def _address(words: str) -> tuple[int, int]:
    """(row, column) of an address such as "B12", each from 1."""
    found = _ADDRESS.fullmatch(words.replace("$", ""))
    if not found:
        raise ValueError(words)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column
