"""Reads OpenDocument text files (.odt) into a grid: what is printed, without what tracked changes took out."""

import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile

from lxml.etree import _Element
from odfdo.container import Container
from odfdo.security import SecurityError

from documents.draft import Grid
from documents.readers import layout
from documents.readers.odt.body import Body
from documents.readers.odt.lists import Lists
from documents.readers.odt.styles import Styles
from documents.readers.xml import every, name, parsed, within
from documents.unreadable import Unreadable

_BROKEN = (BadZipFile, SecurityError, KeyError, ValueError, TypeError, OSError, EOFError, RuntimeError,
           NotImplementedError, AttributeError, zlib.error, struct.error)  # fmt: skip
_DAMAGED = (
    "I could not read {name}: it is a damaged OpenDocument file. Open it in the program it was made with, save it again"
    " and send that."
)


def read(content: bytes) -> Grid:
    """The grid of an OpenDocument text file. Raises Unreadable."""
    container = _opened(content)
    root = _part(container, "content.xml")
    text = within(root, "body", "text")
    if root is None or text is None:
        raise Unreadable("I could not read {name}: it is no OpenDocument text, though it is packed like one.")
    other = _part(container, "styles.xml")
    styles = Styles(other, root)
    lists = Lists(other, root)
    # Programs that convert without drawing keep no page ends within tables, so that what they keep elsewhere misleads.
    paged = any(next(table.iter("{*}soft-page-break"), None) is not None for table in text.iter("{*}table"))
    reader = Body(styles, lists, page=1 if paged else None)
    blocks = reader.blocks(text)
    title = within(_part(container, "meta.xml"), "meta", "title")
    return layout.grid(
        blocks,
        notes=reader.notes,
        headings=_headings(other, styles) if other is not None else [],
        title=title.text if title is not None else None,
    )


def _opened(content: bytes) -> Container:
    try:
        return Container(BytesIO(content))
    except _BROKEN as error:
        raise Unreadable(_DAMAGED) from error


def _part(container: Container, part: str) -> _Element | None:
    """One part of the file, parsed; None where the file has none such."""
    try:
        content = container.get_part(part)
    except KeyError:
        return None
    except _BROKEN as error:
        raise Unreadable(_DAMAGED) from error
    return parsed(content if isinstance(content, bytes) else content.encode()) if content else None


def _headings(other: _Element, styles: Styles) -> list[str]:
    """What stands above the pages, then below them, each once."""
    pages = list(every(within(other, "master-styles"), "master-page"))
    reader = Body(styles, Lists(None, None))
    parts = [part for kind in ("header", "footer") for page in pages for part in page if name(part).startswith(kind)]
    return list(dict.fromkeys(line.words for part in parts for line in reader.lines(part) if line.words))
