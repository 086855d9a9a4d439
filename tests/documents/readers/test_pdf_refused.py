"""PDFs that cannot be read are refused in a sentence that says what to do; pages that cannot are named."""

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from documents.readers.pdf import read
from documents.unreadable import Unreadable

PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDATx\x9cc```\x00\x00\x00\x04\x00\x01\xf6\x178U\x00\x00\x00\x00IEND\xaeB`\x82"
)


def made(*pages: str, locked: bool = False) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret", "owner") if locked else None)
    for words in pages:
        if words == "picture":
            canvas.drawImage(ImageReader(io.BytesIO(PIXEL)), 0, 0, 595, 842)
        else:
            canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_scan_is_told_for_what_it_is() -> None:
    with pytest.raises(Unreadable, match="it is a scan, a picture of pages with no text"):
        read(made("picture", "picture"))


def test_a_scanned_page_among_others_is_named() -> None:
    grid = read(made("Action Plan: HMP Exampleton", "picture"))

    assert grid.unsure == ("page 2 is a picture with no text and was not read",)


def test_a_password_is_asked_to_be_taken_off() -> None:
    with pytest.raises(Unreadable, match="locked with a password"):
        read(made("Action Plan: HMP Exampleton", locked=True))


@pytest.mark.parametrize("kept", [20, 200, 600])
def test_a_file_cut_short_is_said_to_be_damaged_or_blank(kept: int) -> None:
    with pytest.raises(Unreadable, match=r"damaged or incomplete|no page of the PDF holds any text"):
        read(made("Action Plan: HMP Exampleton")[:kept])


def test_each_page_is_told_as_it_is_read() -> None:
    told: list[tuple[int, int]] = []

    read(made("one", "two", "three"), lambda done, total: told.append((done, total)))

    assert told == [(1, 3), (2, 3), (3, 3)]
