"""Writes a plan as an OpenDocument text, part by part: as plain as a program's export, or as awkward as people's files.

Whatever is put in to be passed over (deleted, hidden, noted at the foot) says so in words of its own.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.documents.making.layouts import Box, Made, Para, Table

_NAMES = ("office", "style", "text", "table", "meta")
_SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES) + (
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True)
class Manner:
    """How awkward. `numbered`: refs and steps are numbers of the program's own lists. `tracked`: with changes not yet
    accepted. `wrapped`: words in links, spans and sections. `noted`: with footnotes and comments. `paged`: as saved with
    its page ends. `torn`: a new table on each page. `nested`: in a table that arranges the page. `boxed`: the title in
    a frame only. `headed`: the title above the pages only. `repeated`: cells that are alike written once."""

    numbered: bool = False
    tracked: bool = False
    wrapped: bool = False
    noted: bool = False
    paged: bool = False
    torn: bool = False
    nested: bool = False
    boxed: bool = False
    headed: bool = False
    repeated: bool = False


def written(made: Made, manner: Manner = Manner()) -> bytes:
    """The bytes of the file."""
    writer = _Writer(manner)
    body = writer.body(made)
    title = made.before[0].words if manner.headed and made.before else ""
    return package(body, header=title, styles=writer.styles)


def package(body: str, *, header: str = "", styles: str = "", title: str = "") -> bytes:
    """A file whose text is the XML given."""
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_SPACES}><office:automatic-styles>{_STYLES}{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_SPACES}><office:styles>{_NAMED}</office:styles><office:master-styles>"
        f"<style:master-page style:name='Standard'><style:header><text:p>{escape(header)}</text:p></style:header>"
        "</style:master-page>"
        "</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {_SPACES}><office:meta><dc:title>{escape(title)}</dc:title></office:meta>"
        "</office:document-meta>",
        "META-INF/manifest.xml": _MANIFEST,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            stored = name == "mimetype"
            text = content if stored else f'<?xml version="1.0" encoding="UTF-8"?>\n{content}'
            archive.writestr(name, text, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return file.getvalue()


_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry'
    ' manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry'
    ' manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_NAMED = """
<style:style style:name="Base" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
"""
_STYLES = """
<style:style style:name="Strong" style:family="paragraph" style:parent-style-name="Base"/>
<style:style style:name="Turn" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Unseen" style:family="text"><style:text-properties text:display="none"/></style:style>
"""
_DELETED = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>A. Sample'
    "</dc:creator></office:change-info><text:p>DELETED</text:p></text:deletion></text:changed-region></text:tracked-changes>"
)


@dataclass
class _Writer:
    """Writes a text, and collects the list styles that its numbers need."""

    manner: Manner
    styles: str = ""
    _last: tuple[str, int] = ("", 0)
    _list: str = ""
    _begun: set[str] = field(default_factory=set)

    def body(self, made: Made) -> str:
        before = made.before[1:] if self.manner.boxed or self.manner.headed else made.before
        title = _frame(self.paragraph(made.before[0])) if self.manner.boxed and made.before else ""
        text = title + "".join(self.paragraph(one) for one in before)
        if self.manner.wrapped:
            text = f'<text:section text:name="s1">{text}</text:section>'
        tables = "<text:p/>".join(self.table(table) for table in made.tables)
        return (_DELETED if self.manner.tracked else "") + text + tables + "<text:p/>"

    # --- tables --------------------------------------------------------------------------------------------------

    def table(self, table: Table) -> str:
        rows = [self._row(table, number) for number in range(len(table.rows))]
        # Between two groups: a cell that reaches down cannot reach into another table.
        starts = [at for at, row in enumerate(table.rows) if at > 3 and all(box is not None for box in row)]
        if not (self.manner.torn and table.plan and table.headers and starts):
            return self._tabled(rows, table)
        cut = starts[len(starts) // 2]
        turn = '<text:p text:style-name="Turn"/>'
        return self._tabled(rows[:cut], table) + turn + self._tabled([rows[0], *rows[cut:]], table)

    def _tabled(self, rows: Sequence[str], table: Table) -> str:
        columns = f'<table:table-column table:number-columns-repeated="{len(table.widths)}"/>'
        heads = "".join(rows[: table.headers])
        first = f"<table:table-header-rows>{heads}</table:table-header-rows>" if heads else ""
        drawn = f"<table:table>{columns}{first}{''.join(rows[table.headers :])}</table:table>"
        if self.manner.nested and table.plan:
            return (
                "<table:table><table:table-row><table:table-cell><text:p/></table:table-cell><table:table-cell>"
                f"{drawn}<text:p/></table:table-cell></table:table-row></table:table>"
            )
        return drawn

    def _row(self, table: Table, number: int) -> str:
        cells, blanks = "", 0
        for column, box in enumerate(table.rows[number]):
            if box and not box.words and box.across == box.down == 1 and self.manner.repeated:
                blanks += 1
                continue
            cells += _blank(blanks) + self._cell(box, column)
            blanks = 0
        page = "<text:soft-page-break/>" if self.manner.paged and number % 5 == 4 else ""
        empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="5"/>'
        last = f"{empty}</table:table-row>" if self.manner.repeated and number == len(table.rows) - 1 else ""
        return f"{page}<table:table-row>{cells}{_blank(blanks)}</table:table-row>{last}"

    def _cell(self, box: Box | None, column: int) -> str:
        if box is None:
            return "<table:covered-table-cell/>"
        spans = f' table:number-columns-spanned="{box.across}"' if box.across > 1 else ""
        spans += f' table:number-rows-spanned="{box.down}"' if box.down > 1 else ""
        words = "".join(self.paragraph(one) for one in box.paragraphs)
        return f'<table:table-cell office:value-type="string"{spans}>{words or "<text:p/>"}</table:table-cell>'

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def paragraph(self, para: Para) -> str:
        if para.bullet:
            return _list("Dots", 1, f"<text:p>{self._runs(para.words)}</text:p>")
        ref = re.fullmatch(r"(\d+)(?:\.(\d+))?", para.words)
        style = ' text:style-name="Strong"' if para.bold else ""
        if self.manner.numbered and para.numeral in _ROMAN:
            words = f"<text:p{style}>{self._runs(para.words)}</text:p>"
            return self._listed("Steps", (_ROMAN.index(para.numeral) + 1,), words)
        if self.manner.numbered and ref:
            return self._listed("Refs", tuple(int(each) for each in ref.groups() if each), "<text:p/>")
        return f"<text:p{style}>{self._runs(para.printed)}</text:p>"

    def _listed(self, style: str, counts: tuple[int, ...], paragraph: str) -> str:
        """An item of the list that has come just so far, else of a new one that begins there."""
        kind = f"{style} {counts[:-1]}"
        if self._last != (kind, counts[-1] - 1):
            self._list = f"{style}{len(self.styles)}"
            self.styles += _list_style(self._list, "i" if style == "Steps" else "1", counts)
        self._last = (kind, counts[-1])
        known = self._list in self._begun
        more = f' text:continue-list="{self._list}"' if known else f' xml:id="{self._list}"'
        self._begun.add(self._list)
        return _list(self._list, len(counts), paragraph, more=more)

    def _runs(self, words: str) -> str:
        if not words:
            return ""
        third = max(1, len(words) // 3)
        parts = [_escaped(part) for part in (words[:third], words[third : 2 * third], words[2 * third :]) if part]
        if self.manner.wrapped:
            parts = [_WRAPS[at % len(_WRAPS)].format(part) for at, part in enumerate(parts)]
        if self.manner.tracked:
            mark = '<text:change text:change-id="c1"/>'
            parts = [f'<text:change-start text:change-id="c2"/>{part}<text:change-end/>{mark}' for part in parts]
        if self.manner.noted:
            parts.append(_NOTE)
        if self.manner.paged and len(words) > 400:
            parts.insert(1, "<text:soft-page-break/>")
        return "".join(parts)


_WRAPS = (
    '<text:a xlink:href="#there">{}</text:a>',
    '<text:span><text:bookmark-start text:name="b"/><text:span>{}</text:span><text:bookmark-end text:name="b"/></text:span>',
    '<text:span text:style-name="Unseen">HIDDEN</text:span>{}',
)
_NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>NOTED at the'
    " foot.</text:p></text:note-body></text:note><office:annotation><text:p>COMMENT</text:p></office:annotation>"
)


def _escaped(words: str) -> str:
    """Two blanks and a line's end have elements of their own."""
    return escape(words).replace("\n", "<text:line-break/>").replace("  ", ' <text:s text:c="1"/>')


def _list_style(name: str, form: str, starts: tuple[int, ...]) -> str:
    """A style of numbers that begin so: "ii)", "5.13"."""
    levels = "".join(
        f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" text:start-value="{start}"'
        f' text:display-levels="{level}"' + (' style:num-suffix=")"/>' if form == "i" else "/>")
        for level, start in enumerate(starts, 1)
    )
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'


def _list(style: str, level: int, paragraph: str, *, more: str = "") -> str:
    inner = f"<text:list-item>{paragraph}</text:list-item>"
    for _ in range(level - 1):
        inner = f"<text:list-item><text:list>{inner}</text:list></text:list-item>"
    return f'<text:list text:style-name="{style}"{more}>{inner}</text:list>'


def _blank(cells: int) -> str:
    return f'<table:table-cell table:number-columns-repeated="{cells}"/>' if cells else ""


def _frame(paragraph: str) -> str:
    return f"<text:p><draw:frame><draw:text-box>{paragraph}</draw:text-box></draw:frame></text:p>"
