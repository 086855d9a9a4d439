"""The letters of a file that is text, whatever wrote it."""

import codecs

from documents.unreadable import Unreadable, refused

AS_TEXT = "Save it as plain text, with tabs between cells."
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_UNPRINTED = dict.fromkeys([*range(9), *range(14, 32), 127])

_HEAD = 200_000
"""Bytes that tell what a text is: a page may have a hundred thousand of styles before its first word."""


def decoded(content: bytes, *, advice: str = AS_TEXT) -> str:
    """The text of a file; `advice` is for one that holds none. Raises Unreadable."""
    if not content.strip():
        raise refused("it is empty")
    if wide := _wide(content):
        return printed(content.decode(wide, errors="replace"))
    if _is_rubbish(content[:4096]):
        raise refused("it is not a text file", advice)
    for encoding in ("utf-8-sig", "mac-roman" if _is_old_mac(content) else "cp1252"):
        try:
            return printed(content.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise Unreadable("I could not read {name}: its letters are in no encoding I know. Save it as UTF-8 text.")


def printed(text: str) -> str:
    """Without the control characters that a page never shows and a database or an XML file may not hold; white space
    of every kind stays."""
    return text.translate(_UNPRINTED)


def head_of(content: bytes) -> str:
    """How it begins, as letters, to tell what it is; wrong letters do no harm there."""
    return content[:_HEAD].decode(_wide(content) or "utf-8-sig", errors="replace").lstrip("\ufeff")


def _is_old_mac(content: bytes) -> bool:
    """Do its lines end as only a Macintosh ends them? Excel for Mac still writes such files, in letters of its own."""
    return b"\r\n" not in content and content.count(b"\r") > content.count(b"\n")


def _wide(content: bytes) -> str | None:
    """The encoding of letters of two or four bytes, marked as such or plain to see: every other byte is zero."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    head = content[:200]
    if len(head) >= 4 and len(content) % 2 == 0:
        for first, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
            if not any(head[first::2]) and all(head[1 - first :: 2]):
                return encoding
    return None


def _is_rubbish(head: bytes) -> bool:
    """Bytes that no text holds: zeros, or control characters by the dozen."""
    control = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1b" for byte in head)
    return b"\x00" in head or control * 20 > len(head)
