"""Opens a PDF and gives its pages one by one; what cannot be opened is refused in a sentence."""

import io
import logging
from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from documents.readers.pdf.marks import Sheet
from documents.readers.pdf.painting import Painter
from documents.unreadable import Unreadable

_LOCKED = (
    "I could not read {name}: it is locked with a password. Save it without one, or ask for the Word or Excel file."
)
_DAMAGED = "I could not read {name}: the PDF is damaged or incomplete. Ask for it to be sent again."
_EMPTY = "I could not read {name}: the PDF has no pages. Ask for it to be sent again."
_BROKEN = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError, OSError)

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it says of every odd byte what no reader of a log can use


class Opened:
    """An open PDF: how many pages it has, and each as a sheet."""

    def __init__(self, content: bytes) -> None:
        try:
            self._document = PDFDocument(PDFParser(io.BytesIO(content)))
            self._pages: list[PDFPage | None] = list(PDFPage.create_pages(self._document))
        except PDFEncryptionError as error:
            raise Unreadable(_LOCKED) from error
        except Exception as error:
            if _is_ours(error):
                raise Unreadable(_DAMAGED) from error
            raise
        if not self._pages:
            raise Unreadable(_EMPTY if content.rstrip().endswith(b"%%EOF") else _DAMAGED)

    def __len__(self) -> int:
        return len(self._pages)

    def sheets(self) -> Iterator[Sheet | None]:
        """Page by page; None for one whose content is broken. Nothing of a page is held when the next begins."""
        resources = PDFResourceManager()
        painter = Painter(resources)
        interpreter = PDFPageInterpreter(resources, painter)
        for number in range(1, len(self._pages) + 1):
            page: Any = self._pages[number - 1]
            try:
                interpreter.process_page(page)
                yield painter.sheet(number)
            except Exception as error:
                if not _is_ours(error):
                    raise
                yield None
            self._pages[number - 1] = None
            self._document._cached_objs.clear()


def _is_ours(error: Exception) -> bool:
    """Is it what a broken file makes pdfminer raise, and not a fault of the machine?"""
    return isinstance(error, _BROKEN) or type(error).__module__.startswith(("pdfminer", "zlib", "binascii", "struct"))
