"""How a workbook dresses its words: number formats, bold, what is struck out; by local names of its XML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from documents.readers.lines import Piece
from documents.readers.xml import name

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RAISED = re.compile(r"[\d*†‡§,\s]+")
# Number formats that are known by their number alone; those left out are General or of times.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 22: "dd/mm/yyyy", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """What of a cell's style has a meaning: `form` is its number format."""

    form: str = ""
    bold: bool = False
    struck: bool = False
    wraps: bool = False


PLAIN = Style()


def styles_of(tree: etree._Element) -> list[Style]:
    forms = {
        int(each.get("numFmtId", 0)): each.get("formatCode", "") for group in all_of(tree, "numFmts") for each in group
    }
    fonts = [
        (_is_set(font, "b"), _is_set(font, "strike"))
        for group in all_of(tree, "fonts")
        for font in all_of(group, "font")
    ]
    found = []
    for each in (each for group in all_of(tree, "cellXfs") for each in all_of(group, "xf")):
        form, font = int(each.get("numFmtId") or 0), int(each.get("fontId") or 0)
        bold, struck = fonts[font] if font < len(fonts) else (False, False)
        wraps = any(is_true(alignment.get("wrapText")) for alignment in all_of(each, "alignment"))
        found.append(Style(forms.get(form) or _BUILT_IN.get(form, ""), bold, struck, wraps))
    return found


Run = tuple[str, bool | None]
"""Words, and whether they are bold; None where the cell's own style says."""


def runs_of(item: etree._Element) -> list[Run]:
    """The runs of a string: struck-out words and the raised figures of footnotes are not of it, nor are phonetics."""
    found: list[Run] = []
    for part in item:
        kind = name(part)
        if kind == "t":
            found.append((unescaped(part.text or ""), None))
        elif kind == "r":
            dress = next((each for each in part if name(each) == "rPr"), None)
            words = unescaped("".join(each.text or "" for each in part if name(each) == "t"))
            if dress is not None and (_is_set(dress, "strike") or (_is_raised(dress) and _RAISED.fullmatch(words))):
                continue
            found.append((words, None if dress is None else _is_set(dress, "b")))
    return found


def dressed(runs: list[Run], style: Style) -> tuple[Piece, ...]:
    return tuple((words, style.bold if bold is None else bold) for words, bold in runs)


def _is_raised(dress: etree._Element) -> bool:
    return any(each.get("val") == "superscript" for each in all_of(dress, "vertAlign"))


def _is_set(parent: etree._Element, wanted: str) -> bool:
    return any(name(each) == wanted and is_true(each.get("val", "1")) for each in parent)


def is_true(value: str | None) -> bool:
    return value in ("1", "true", "on")


def all_of(tree: etree._Element, wanted: str) -> Iterator[etree._Element]:
    return (each for each in tree.iter() if name(each) == wanted)


def unescaped(words: str) -> str:
    """Excel writes what XML cannot hold as _x000D_; of such, line ends alone are of the words."""
    if "_x" not in words:
        return words
    letters = (chr(int(found, 16)) if at % 2 else found for at, found in enumerate(_ESCAPED.split(words)))
    return "".join(each if len(each) != 1 or each.isprintable() or each in "\n\r\t" else " " for each in letters)
