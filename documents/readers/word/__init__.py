"""Reads Word files (.docx) into a grid: what is printed, as if every tracked change were accepted.

Cells are walked as the file has them: a cell merged down is one cell, not a copy in each row.
"""

from documents.draft import Grid
from documents.readers import layout
from documents.readers.drawn import Words
from documents.readers.word.body import Body
from documents.readers.word.numbering import Numbering
from documents.readers.word.package import Package
from documents.readers.word.styles import Styles
from documents.readers.xml import every, name, value, within
from documents.unreadable import Unreadable


def read(content: bytes) -> Grid:
    """The grid of a Word file. Raises Unreadable."""
    package = Package(content)
    root = package.document()
    body = within(root, "body")
    if name(root) != "document" or body is None:
        raise Unreadable("I could not read {name}: it is no Word document, though it is packed like one.")
    styles = Styles(next(iter(package.beside("styles")), None))
    numbering = Numbering(next(iter(package.beside("numbering")), None), styles)
    paged = next(body.iter("{*}lastRenderedPageBreak"), None) is not None
    reader = Body(styles, numbering, page=1 if paged else None)
    blocks = reader.blocks(body)
    grid = layout.grid(
        blocks, notes=_notes(package, styles, numbering), headings=_headings(package, styles), title=package.title()
    )
    if not any(grid.text()) and next(body.iter("{*}drawing", "{*}pict"), None) is not None:
        raise Unreadable(
            "I could not read {name}: it holds only pictures, no text. Ask for the file that the pictures were made of."
        )
    return Grid(grid.rows, grid.prose, unread=tuple(reader.unread))


def _notes(package: Package, styles: Styles, numbering: Numbering) -> list[Words]:
    """Footnotes and endnotes: words of the document, but of no action."""
    reader = Body(styles, numbering)
    return [
        line
        for kind, one in (("footnotes", "footnote"), ("endnotes", "endnote"))
        for part in package.beside(kind)
        for note in every(part, one)
        if value(note, "type") in {None, "normal"}
        for line in reader.lines(note)
    ]


def _headings(package: Package, styles: Styles) -> list[str]:
    """What stands above the pages, then below them, each once."""
    reader = Body(styles, Numbering(None, styles))
    parts = [*package.beside("header"), *package.beside("footer")]
    return list(dict.fromkeys(line.words for part in parts for line in reader.lines(part) if line.words))
