"""A plan as a Word document: the layout it was published in, on landscape A4, with an update beside each action."""

from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from documents.export.published import Box, Para, PrintedPlan, laid_out, lines
from documents.export.values import plain

_WIDTH, _MARGIN = 29.7, 1.5
_FONT, _SIZE, _SHADE = "Arial", 9, "D9E2EC"


def as_docx(plan: PrintedPlan) -> bytes:
    """The same plan gives the same words; prisoner numbers are masked."""
    document = Document()
    _set_page(document)
    _set_styles(document)
    _describe(document, plan)
    document.add_heading(plain(plan.title), level=1)
    for line in lines(plan):
        document.add_paragraph(plain(line))
    _table(document, plan)
    _number_pages(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _set_page(document: Word) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(_WIDTH), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)


def _set_styles(document: Word) -> None:
    """One letter throughout, in British English, so that a screen reader speaks it so."""
    for name, size in (("Normal", _SIZE), ("List Bullet", _SIZE), ("Heading 1", 18)):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = RGBColor(0x0B, 0x0C, 0x0C)
        style.paragraph_format.space_after = Pt(2)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for which in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(which), None)
        fonts.set(qn("w:hAnsi"), _FONT)
        fonts.set(qn("w:cs"), _FONT)
    document.styles["List Bullet"].paragraph_format.left_indent = Cm(0.4)
    document.styles["List Bullet"].paragraph_format.first_line_indent = Cm(-0.4)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _describe(document: Word, plan: PrintedPlan) -> None:
    """What the file says of itself, where a reader's program looks for it; no moment, so that it is the same again."""
    about = document.core_properties
    about.title, about.subject, about.language = plain(plan.title), plain(plan.prison), "en-GB"
    about.author = about.comments = about.last_modified_by = ""
    about.created = about.modified = datetime(plan.on.year, plan.on.month, plan.on.day, tzinfo=UTC)


def _number_pages(document: Word) -> None:
    """Page 2 of 14, in the foot."""
    foot = document.sections[0].footer.paragraphs[0]
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        foot.add_run(words)
        element = OxmlElement("w:fldSimple")
        element.set(qn("w:instr"), field)
        foot._p.append(element)


# --- the table -------------------------------------------------------------------------------------------------------


def _table(document: Word, plan: PrintedPlan) -> None:
    layout = laid_out(plan)
    table = document.add_table(len(layout.rows), len(layout.widths), style="Table Grid")
    table.autofit = False
    _name(table, "Actions", "Each action of the plan with its owner, its target date and what became of it.")
    room = _WIDTH - 2 * _MARGIN
    widths = [Cm(room * share) for share in layout.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    cells = [list(row.cells) for row in table.rows]
    for at, row in enumerate(layout.rows):
        _keep_whole(table.rows[at]._tr.get_or_add_trPr(), is_head=at == 0)
        for across, box in enumerate(row):
            cells[at][across].width = widths[across]
            if box is not None:
                _fill(cells, at, across, box)
    for cell in cells[0]:
        _shade(cell)


def _fill(cells: list[list[_Cell]], row: int, column: int, box: Box) -> None:
    cell = cells[row][column]
    if box.down > 1:
        cell = cell.merge(cells[row + box.down - 1][column])
    first, *others = box.paragraphs or (Para(""),)
    _say(cell.paragraphs[0], first)
    for paragraph in others:
        _say(cell.add_paragraph(), paragraph)


def _say(paragraph: Paragraph, para: Para) -> None:
    if para.bullet:
        paragraph.style = "List Bullet"
    if para.words:
        paragraph.add_run(plain(para.words)).bold = para.bold or None


def _keep_whole(properties: BaseOxmlElement, *, is_head: bool) -> None:
    """A row stays on one page where it fits, and the header stands on each."""
    for name in ("w:cantSplit", *(["w:tblHeader"] if is_head else [])):
        properties.append(OxmlElement(name))


def _name(table: Table, title: str, words: str) -> None:
    """What a screen reader says of the table."""
    for name, said in (("w:tblCaption", title), ("w:tblDescription", words)):
        element = OxmlElement(name)
        element.set(qn("w:val"), said)
        table._tbl.tblPr.append(element)


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", _SHADE)):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)
