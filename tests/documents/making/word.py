"""Writes a plan as a Word file, part by part: as plain as a program's export, or as awkward as what people make.

Whatever is put in to be passed over (deleted, hidden, noted at the foot) says so in words of its own.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from xml.sax.saxutils import escape

from tests.documents.making.layouts import Box, Made, Para, Table

USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = ("styles", "numbering", "footnotes", "header", "comments")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True)
class Manner:
    """How awkward. `numbered`: refs and steps are numbers of Word's own lists. `tracked`: with changes not yet accepted.
    `wrapped`: words in links, forms and pieces. `noted`: with footnotes and comments. `paged`: as Word saves what it has
    laid out. `torn`: a new table, header and all, on each page. `crooked`: borders dragged by hand. `boxed`: the title
    in a text box only. `headed`: the title above the pages only. `strict`: in the format's strict form."""

    numbered: bool = False
    tracked: bool = False
    wrapped: bool = False
    noted: bool = False
    paged: bool = False
    torn: bool = False
    crooked: bool = False
    nested: bool = False
    boxed: bool = False
    headed: bool = False
    strict: bool = False


def written(made: Made, manner: Manner = Manner()) -> bytes:
    """The bytes of the file."""
    writer = _Writer(manner)
    body = writer.body(made)
    title = made.before[0].words if manner.headed and made.before else ""
    return package(body, lists=writer.lists, header=title, strict=manner.strict)


def package(body: str, *, lists: str = "", header: str = "", strict: bool = False, core: str = "") -> bytes:
    """A file whose body is the XML given, w: being Word's namespace."""
    space = f'xmlns:w="{STRICT if strict else USUAL}" xmlns:r="{_OFFICE}"'
    space += ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    parts = {
        "word/document.xml": f"<w:document {space}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {space}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {space}>{_BULLETS}{lists}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {space}>{_SEPARATOR}{_NOTE if 'footnoteReference' in body else ''}</w:footnotes>",
        "word/header.xml": f"<w:hdr {space}><w:p><w:r><w:t>{escape(header)}</w:t></w:r></w:p></w:hdr>",
        "word/comments.xml": f"<w:comments {space}><w:comment w:id='0'><w:p><w:r><w:t>COMMENT</w:t></w:r></w:p></w:comment>"
        "</w:comments>",
        "docProps/core.xml": f"<c:coreProperties xmlns:c='{_PACKAGE}/metadata/core-properties'"
        f" xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>{escape(core)}</dc:title></c:coreProperties>",
        "_rels/.rels": _relationships(
            [("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml")]
        ),
        "word/_rels/document.xml.rels": _relationships([(part, f"{part}.xml") for part in _PARTS]),
        "[Content_Types].xml": _TYPES,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}')
    return file.getvalue()


def _relationships(targets: Sequence[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default'
    ' Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override'
    ' PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
    'document.main+xml"/></Types>'
)
_STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr>
<w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TableItem"><w:name w:val="Table item"/><w:basedOn w:val="Item"/></w:style>
<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>
"""
_BULLETS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_SEPARATOR = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
_NOTE = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> NOTED at the foot.</w:t></w:r></w:p></w:footnote>'


@dataclass
class _Writer:
    """Writes a body, and collects the lists that its numbers need."""

    manner: Manner
    lists: str = ""
    _numbers: Iterator[int] = field(default_factory=lambda: count(2))
    _list: int = 0
    _level: int = 0
    _last: tuple[str, int] = ("", 0)

    def body(self, made: Made) -> str:
        before = made.before[1:] if self.manner.boxed or self.manner.headed else made.before
        title = _box(self.paragraph(made.before[0])) if self.manner.boxed and made.before else ""
        text = title + "".join(self.paragraph(one) for one in before)
        return text + "<w:p/>".join(self.table(table) for table in made.tables) + "<w:p/>"

    # --- tables --------------------------------------------------------------------------------------------------

    def table(self, table: Table) -> str:
        rows = [self._row(row, number, table) for number, row in enumerate(_merged(table))]
        # Between two refs, so that a theme that reaches down over both is torn apart.
        starts = [at for at, row in enumerate(table.rows) if at > 3 and any(box and box.words for box in row[:2])]
        if not (self.manner.torn and table.plan and table.headers and starts):
            return self._tabled(rows, table)
        cut = starts[len(starts) // 2]
        turn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        return self._tabled(rows[:cut], table) + turn + self._tabled([rows[0], *rows[cut:]], table)

    def _tabled(self, rows: Sequence[str], table: Table) -> str:
        widths = [round(9000 * width) for width in table.widths]
        if self.manner.crooked:
            widths = [part for width in widths for part in (width - 60, 60)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        drawn = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        if self.manner.nested and table.plan:
            return f"<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>{drawn}<w:p/></w:tc></w:tr></w:tbl>"
        return drawn

    def _row(self, row: Sequence[tuple[Box, bool]], number: int, table: Table) -> str:
        head = "<w:tblHeader/>" if number < table.headers else ""
        cells, column = "", 0
        for box, goes_on in row:
            cells += self._cell(box, goes_on, column, len(table.widths), odd=number % 2 == 1)
            column += box.across
        inserted = '<w:ins w:id="9" w:author="A. Sample"/>' if self.manner.tracked and number % 3 == 1 else ""
        deleted = ""
        if self.manner.tracked and number == 2:
            gone = "<w:tc><w:p><w:del><w:r><w:delText>DELETED</w:delText></w:r></w:del></w:p></w:tc>"
            deleted = f'<w:tr><w:trPr><w:del w:id="8" w:author="A. Sample"/></w:trPr>{gone * len(table.widths)}</w:tr>'
        drawn = f"<w:tr><w:trPr>{head}{inserted}</w:trPr>{cells}</w:tr>"
        if self.manner.wrapped and number % 4 == 2:
            drawn = f"<w:sdt><w:sdtPr/><w:sdtContent>{drawn}</w:sdtContent></w:sdt>"
        return deleted + drawn

    def _cell(self, box: Box, goes_on: bool, column: int, columns: int, *, odd: bool) -> str:
        across = box.across
        if self.manner.crooked:
            # Every other row has its borders a little to the left: it ends before a sliver that is the next one's.
            left, right = odd and column > 0, odd and column + box.across < columns
            across = 2 * across + left - right
        span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
        merge = "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>' if box.down > 1 else ""
        words = "".join(self.paragraph(one) for one in box.paragraphs) if not goes_on else ""
        drawn = f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{words or '<w:p/>'}</w:tc>"
        wrap = self.manner.wrapped and box.words and column % 2 == 1
        return f"<w:sdt><w:sdtContent>{drawn}</w:sdtContent></w:sdt>" if wrap else drawn

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def paragraph(self, para: Para) -> str:
        numbers, words = self._numbered(para)
        style = '<w:pStyle w:val="TableItem"/>' if para.bullet else '<w:pStyle w:val="Strong"/>' if para.bold else ""
        return f"<w:p><w:pPr>{style}{numbers}</w:pPr>{self._runs(words)}</w:p>"

    def _numbered(self, para: Para) -> tuple[str, str]:
        """(the list the paragraph belongs to, the words that are left to print)."""
        ref = re.fullmatch(r"(\d+)(?:\.(\d+))?", para.words)
        if not self.manner.numbered or not (para.numeral in _ROMAN or ref):
            return "", para.printed
        if para.numeral:
            at = _ROMAN.index(para.numeral) + 1
            return self._listed(("i", 0), "lowerRoman", "%1)", (at,)), para.words
        counts = tuple(int(each) for each in ref.groups() if each) if ref else ()
        text = ".".join(f"%{level}" for level in range(1, len(counts) + 1))
        return self._listed(("ref", counts[0] if len(counts) > 1 else 0), "decimal", text, counts), ""

    def _listed(self, kind: tuple[str, int], form: str, text: str, counts: tuple[int, ...]) -> str:
        """A place in the list that has come just so far; a new one that begins there where none has."""
        key = f"{kind}{len(counts)}"
        if self._last != (key, counts[-1] - 1):
            self._begin(form, text, counts)
        self._last = (key, counts[-1])
        return f'<w:numPr><w:ilvl w:val="{len(counts) - 1}"/><w:numId w:val="{self._list}"/></w:numPr>'

    def _begin(self, form: str, text: str, counts: tuple[int, ...]) -> None:
        self._list = next(self._numbers)
        levels = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="{start if at < len(counts) - 1 else 1}"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for at, start in enumerate(counts)
        )
        self.lists = (
            f'<w:abstractNum w:abstractNumId="{self._list}">{levels}</w:abstractNum>{self.lists}<w:num w:numId="{self._list}">'
            f'<w:abstractNumId w:val="{self._list}"/><w:lvlOverride w:ilvl="{len(counts) - 1}"><w:startOverride'
            f' w:val="{counts[-1]}"/></w:lvlOverride></w:num>'
        )

    def _runs(self, words: str) -> str:
        if not words:
            return ""
        parts = [words]
        if self.manner.wrapped or self.manner.tracked or self.manner.paged:
            third = max(1, len(words) // 3)
            parts = [words[:third], words[third : 2 * third], words[2 * third :]]
        runs = [_run(part) for part in parts if part]
        if self.manner.wrapped:
            runs = [_WRAPS[at % len(_WRAPS)].format(run) for at, run in enumerate(runs)]
        if self.manner.tracked:
            runs = [_CHANGES[at % len(_CHANGES)].format(run) for at, run in enumerate(runs)]
        if self.manner.noted:
            runs.append('<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>')
        if self.manner.paged and len(words) > 400:
            runs.insert(1, "<w:r><w:lastRenderedPageBreak/></w:r>")
        return "".join(runs)


def _merged(table: Table) -> list[list[tuple[Box, bool]]]:
    """The cells of each row as Word has them: (cell, whether it only goes on from the row above)."""
    rows: list[list[tuple[Box, bool]]] = []
    above: dict[int, Box] = {}
    for row in table.rows:
        cells: list[tuple[Box, bool]] = []
        for column, box in enumerate(row):
            if box is None and column in above:
                cells.append((above[column], True))
            elif box is not None:
                above[column] = box
                cells.append((box, False))
        rows.append(cells)
    return rows


def _run(words: str) -> str:
    """Words with what Word puts in between: hyphens of its own, marks that only a screen shows."""
    text = escape(words).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


_WRAPS = (
    '<w:hyperlink w:anchor="there">{}</w:hyperlink><w:proofErr w:type="spellStart"/>',
    '<w:smartTag w:element="place"><w:bookmarkStart w:id="1" w:name="_Hlk1"/>{}<w:bookmarkEnd w:id="1"/></w:smartTag>',
    '<w:sdt><w:sdtPr><w:alias w:val="Words"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt><w:r><w:rPr><w:rStyle'
    ' w:val="Unseen"/></w:rPr><w:t>HIDDEN</w:t></w:r>',
)
_CHANGES = (
    '<w:del w:id="3"><w:r><w:delText>DELETED </w:delText></w:r></w:del>{}',
    '<w:ins w:id="4">{}<w:del w:id="5"><w:r><w:delText>DELETED</w:delText></w:r></w:del></w:ins>',
    '<w:moveFrom w:id="6"><w:r><w:t>MOVED</w:t></w:r></w:moveFrom><w:moveTo w:id="7">{}</w:moveTo>',
)


def _box(paragraph: str) -> str:
    """A text box, in the two forms that Word writes side by side."""
    inside = f"<w:txbxContent>{paragraph}</w:txbxContent>"
    return (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{inside}</w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
