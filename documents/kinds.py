"""What kind of file the bytes are, told by what they hold and never by a name."""

from typing import Literal

Kind = Literal["pdf", "docx", "odt", "xlsx", "html", "csv", "text"]


def kind_of(content: bytes) -> Kind:
    """Raises Unreadable for what is no document, or one that no reader takes."""
    if content[:1024].lstrip().startswith(b"%PDF"):
        return "pdf"
    if content[:4] == b"PK\x03\x04":
        return _of_package(content)
    head = content[:2048].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return "html" if head.startswith((b"<!doctype html", b"<html")) else "text"


def _of_package(content: bytes) -> Kind:
    if b"opendocument.text" in content[:200]:
        return "odt"
    return "xlsx" if b"xl/workbook.xml" in content else "docx"
