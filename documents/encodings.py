"""The letters of a file that is text, whatever wrote it."""

from documents.unreadable import Unreadable

AS_TEXT = "Save it as plain text, with tabs between cells."
_OTHERS = {b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rt"}


def decoded(content: bytes, *, advice: str = AS_TEXT) -> str:
    """The text of a file; `advice` is for one that holds none. Raises Unreadable."""
    if not content.strip():
        raise Unreadable("I could not read {name}: it is empty.")
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", errors="replace")
    if content[:4] in _OTHERS or b"\x00" in content[:4096]:
        raise Unreadable(f"I could not read {{name}}: it is not a text file. {advice}")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("I could not read {name}: its letters are in no encoding I know. Save it as UTF-8 text.")
