"""What kind of file the bytes are, told by what they hold and never by a name. What no reader takes is refused."""

import re
from typing import Literal

from documents.apart.limits import LINES, PAGES
from documents.apart.packages import kind_of_package
from documents.encodings import head_of
from documents.unreadable import AGAIN, Unreadable, refused, too_large

Kind = Literal["pdf", "docx", "odt", "xlsx", "html", "csv", "text"]

_AS_WORD = "Save it as a Word document (.docx) or as a PDF, and send that."
_AS_EXCEL = "Save it as an Excel workbook (.xlsx), and send that."
_ORIGINAL = "Send the Word, Excel or PDF file that it was made from."
_UNPACK = "Unpack it, and send the plan that is in it."

_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (rb"\{\\rtf", "it is in the RTF format", _AS_WORD),
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|BM.{4}\x00{4}|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avif)|8BPS|\x00\x00\x01\x00",
     "it is a picture, and I cannot read words in pictures", _ORIGINAL),
    (rb".{4}ftyp|ID3|RIFF.{4}(?:WAVE|AVI )|OggS|\x1aE\xdf\xa3", "it is a recording", _ORIGINAL),
    (rb"\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|BZh\d1AY|\xfd7zXZ\x00|.{257}ustar", "it is a packed archive", _UNPACK),
    (rb"\x7fELF|MZ.{0,60}\x00\x00|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", "it is a program, not a document", ""),
    (rb"%!PS", "it is in the PostScript format", "Save it as a PDF, and send that."),
    (rb"SQLite format 3\x00", "it is a database, not a document", ""),
)  # fmt: skip
"""How files begin that are no document of ours: pattern, what it is, what to do."""

_OLD: tuple[tuple[str, str, str], ...] = (
    ("EncryptedPackage", "it is protected with a password", "Take the password off in Word or Excel, and send that."),
    ("DRMEncryptedDataSpace", "it is protected, so that only some may open it", "Save it without protection."),
    ("WordDocument", "it is in the format of Word before 2007 (.doc)", _AS_WORD),
    ("Workbook", "it is in the format of Excel before 2007 (.xls)", _AS_EXCEL),
    ("Book", "it is in the format of Excel before 2007 (.xls)", _AS_EXCEL),
    ("PowerPoint Document", "it is a presentation", _ORIGINAL),
    ("__properties_version1.0", "it is an e-mail", "Send the file that was attached to it."),
)
"""What a compound file of old Office holds, by the name of a stream in it."""

_OURS = re.compile(
    r'\s*(?:"?action"?([,;\t])"?plan"?\1"?ref"?\1"?step"?\1'
    r"|(?s:.{0,2000})<meta name=\"generator\" content=\"prison-action-plans\""
    r"|BEGIN:VCALENDAR(?s:.{0,500})PRODID:-//prison-action-plans//)",
    re.IGNORECASE,
)
"""How what we export for looking at begins: a spreadsheet's values, a page, a calendar."""

_XML: tuple[tuple[str, str, str], ...] = (
    (r"<(?:pkg:package|w:wordDocument)\b", "it is a Word document in the form of XML", _AS_WORD),
    (r"<office:document\b", "it is an OpenDocument file in the form of XML", "Save it as .odt, and send that."),
    (r"urn:schemas-microsoft-com:office:spreadsheet", "it is an Excel workbook in the form of XML", _AS_EXCEL),
    (r"<svg\b", "it is a picture, and I cannot read words in pictures", _ORIGINAL),
    ("", "it is data in XML, not a document", _ORIGINAL),
)

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:h[1-6]|p|div|section|article|main|header|style|center|figure)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
"""How a piece of a page begins, as programs write tables out."""
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_MAIL = re.compile(
    r"(?:[A-Za-z-]+: ?[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Received|Message-ID|Return-Path): ", re.I
)
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{\"]|-?\d+\s*[,\]]|\]))")


def kind_of(content: bytes) -> Kind:
    """Raises Unreadable for what is no document, or one that no reader takes."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise refused("it is empty")
    if content[:2] == b"PK":
        return kind_of_package(content)
    if b"%PDF-" in content[:1024]:
        return _of_pages(content)
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise _old_office(content)
    for start, what, advice in _STARTS:
        if re.match(start, content, re.DOTALL):
            raise refused(what, advice)
    return _of_text(content)


def _of_pages(content: bytes) -> Kind:
    """A PDF, unless it plainly has too many pages: opening ten thousand takes seconds. The reader counts the rest."""
    if len(_PAGE.findall(content)) > 2 * PAGES:  # a page that was changed stands in the file twice
        raise too_large(f"it has over {PAGES:,} pages")
    return "pdf"


def _old_office(content: bytes) -> Unreadable:
    for stream, what, advice in _OLD:
        if stream.encode("utf-16-le") in content:
            return refused(what, advice)
    return refused("it is a file of an old program", _AS_WORD)


def _of_text(content: bytes) -> Kind:
    """What text is: a page of the web, values with commas, or words with tabs between cells."""
    from documents.readers.separated import looks_separated

    if content.count(b"\n") > LINES:
        raise too_large(f"it has over {LINES:,} lines")
    head = head_of(content)
    if _OURS.match(head.removeprefix("\ufeff")):
        raise Unreadable(
            "{name} is an export of this bot's own, which leaves things out:"
            " import the docx or xlsx export, or the plan as it was published."
        )
    if _HTML.match(head) or (_FRAGMENT.match(head) and re.search(r"<t[dhr]\b", head, re.IGNORECASE)):
        return _of_page(head)
    if re.match(r"\s*<\?xml|\s*<[A-Za-z]\w*(?::\w+)?\s+xmlns", head):
        raise next(refused(what, advice) for root, what, advice in _XML if re.search(root, head))
    if _JSON.match(head) and content.rstrip(b"\x00 \t\r\n")[-1:] in {b"}", b"]"}:
        raise refused("it is data in JSON, not a document", _ORIGINAL)
    if _MAIL.match(head):
        what = "it is a web archive" if "multipart/related" in head else "it is an e-mail"
        raise refused(what, AGAIN if what.endswith("archive") else "Send the file that was attached to it.")
    return "csv" if looks_separated(head) else "text"


def _of_page(page: str) -> Kind:
    """A page that asks for a name and a password stands in place of the file that was meant."""
    from documents.readers.html import is_login

    if not is_login(page):
        return "html"
    if re.search(r"\bslack\b", page, re.IGNORECASE):
        raise refused(
            "Slack gave its sign-in page in place of it", "The app needs the scope files:read: ask who runs it."
        )
    raise refused(
        "it is a page that asks to sign in, saved in place of the plan", "Sign in, fetch the plan and send that."
    )
