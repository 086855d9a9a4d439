"""Zip files that hold a document (Word, Excel, OpenDocument): which it is, and whether it may be opened at all.

Nothing is unpacked to a disk, so names that lead elsewhere lead nowhere. What is looked for here, no library that
reads documents looks for: how large it grows, entities, macros, passwords. Nothing outside the file is ever fetched.
"""

import io
import re
import zlib
from typing import Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from documents.apart.limits import CELLS, MEMBERS, PART, RATIO, UNPACKED
from documents.unreadable import AGAIN, Unreadable, damaged, refused, too_large

Package = Literal["docx", "odt", "xlsx"]

_ALONE = "Send the plan's own file."
_WITHOUT_MACROS = "Save it without macros, as .docx or .xlsx, and send that."

_MAIN: tuple[tuple[str, Package], ...] = (
    ("wordprocessingml.document.main+xml", "docx"),
    ("wordprocessingml.template.main+xml", "docx"),
    ("spreadsheetml.sheet.main+xml", "xlsx"),
    ("spreadsheetml.template.main+xml", "xlsx"),
)
_OTHER: tuple[tuple[str, str, str], ...] = (
    ("ms-excel.sheet.binary", "it is a binary workbook (.xlsb)", "Save it as an Excel workbook (.xlsx)."),
    ("macroEnabled", "it holds macros", _WITHOUT_MACROS),
    ("presentationml", "it is a presentation", "Send the Word, Excel or PDF file of the plan."),
    ("visio", "it is a drawing", "Send the Word, Excel or PDF file of the plan."),
)
"""What [Content_Types].xml names beside documents and workbooks."""

_MIMETYPES: tuple[tuple[str, str, str], ...] = (
    ("opendocument.text-", "it is a template of OpenDocument's", "Save it as a text document (.odt)."),
    ("opendocument.spreadsheet", "it is an OpenDocument spreadsheet (.ods)", "Save it as an Excel workbook (.xlsx)."),
    ("opendocument.presentation", "it is a presentation", "Send the Word, Excel or PDF file of the plan."),
    ("opendocument", "it is a drawing or formula of OpenDocument's", "Send the text document (.odt)."),
    ("epub", "it is an e-book", "Send the Word, Excel or PDF file of the plan."),
)

_CELL = {
    "docx": re.compile(rb"<(?:\w+:)?tc[ />]"),
    "xlsx": re.compile(rb"<(?:\w+:)?(?:v|is)[ >]"),
    "odt": re.compile(rb"<table:(?:covered-)?table-cell[ />]"),
}
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell [^>]*ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
_PICTURES = re.compile(r"(?:^|/)(?:media|Pictures|Thumbnails|ObjectReplacements)/", re.IGNORECASE)
_SAFE_ENCODING = re.compile(
    rb"<\?xml[^>]*encoding=[\"'](?!utf-8|utf-16|us-ascii|iso-8859-1|windows-1252)", re.IGNORECASE
)


def kind_of_package(content: bytes) -> Package:
    """Raises Unreadable for what no reader takes, or what would do harm."""
    if content.count(b"PK\x01\x02") > 2 * MEMBERS:  # before anything is made of them
        raise too_large(f"it holds over {MEMBERS:,} files")
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check_size(members)
            kind = _kind(archive, [member.filename for member in members])
            _check_parts(archive, members, kind)
            return kind
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError) as error:
        raise damaged() from error


def _check_size(members: list[ZipInfo]) -> None:
    """By what the zip file says of itself: no member gives more than it says, for reading stops there."""
    if len(members) > MEMBERS:
        raise too_large(f"it holds over {MEMBERS:,} files")
    if sum(member.file_size for member in members) > UNPACKED:
        raise too_large(f"it unpacks to over {UNPACKED // 1_000_000} megabytes")
    if any(member.file_size > max(1_000_000, RATIO * member.compress_size) for member in members):
        raise too_large(f"it unpacks to over {RATIO} times its size")
    if any(member.flag_bits & 1 for member in members):
        raise refused("it is protected with a password", "Take the password off, and send that.")
    names = [member.filename for member in members]
    if len(set(names)) < len(names):
        raise refused("it holds two files of one name, as no program writes them", AGAIN)
    if any(member.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for member in members):
        raise refused("it is packed as no program packs documents", AGAIN)


def _kind(archive: ZipFile, names: list[str]) -> Package:
    if "mimetype" in names:
        return _of_opendocument(archive, names)
    if "[Content_Types].xml" in names:
        return _of_office(archive, names)
    if "META-INF/MANIFEST.MF" in names:
        raise refused("it is a program, not a document")
    if any(name.endswith(".iwa") for name in names):
        raise refused("it is made by Apple's Pages or Numbers", "Export it as Word (.docx) or PDF, and send that.")
    if any(name in names for name in ("word/document.xml", "xl/workbook.xml", "content.xml")):
        raise damaged()
    raise refused("it is a zip folder", "Unpack it, and send the plan that is in it.")


def _of_office(archive: ZipFile, names: list[str]) -> Package:
    types = _part(archive, archive.getinfo("[Content_Types].xml")).decode("utf-8", errors="replace")
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in name for name in names):
        raise refused("it holds macros", _WITHOUT_MACROS)
    for kind, what, advice in _OTHER:
        if kind in types:
            raise refused(what, advice)
    for kind, package in _MAIN:
        if kind in types:
            return package
    raise refused("it is no document of Word or Excel that I know", _ALONE)


def _of_opendocument(archive: ZipFile, names: list[str]) -> Package:
    mimetype = archive.read("mimetype")[:200].decode("ascii", errors="replace").strip()
    if not mimetype.endswith("opendocument.text"):
        raise _of_mimetype(mimetype)
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in _part(archive, archive.getinfo(manifest)):
        raise refused("it is protected with a password", "Take the password off, and send that.")
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        raise refused("it holds macros", "Save it without macros, as .odt or .docx, and send that.")
    return "odt"


def _of_mimetype(mimetype: str) -> Unreadable:
    for kind, what, advice in _MIMETYPES:
        if kind in mimetype:
            return refused(what, advice)
    return refused("it is a zip folder", "Unpack it, and send the plan that is in it.")


def _check_parts(archive: ZipFile, members: list[ZipInfo], kind: Package) -> None:
    """Every part that is XML, whatever its name: no entities, no odd letters, no more cells than a plan has."""
    cells = 0
    for member in members:
        if _PICTURES.search(member.filename) or not _is_xml(archive, member):
            continue
        part = _part(archive, member)
        if _has_doctype(part):
            raise refused("its XML defines entities, as no program writes them", AGAIN)
        cells += len(_CELL[kind].findall(part)) + _merged(part)
    if cells > CELLS:
        raise too_large(f"it has over {CELLS:,} table cells")


def _merged(part: bytes) -> int:
    """Cells that a workbook merges into one: a few bytes can name every cell there is."""
    return sum(_area(*found) for found in _MERGED.findall(part))


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    return abs(_column(right) - _column(left) + 1) * abs(int(bottom) - int(top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _is_xml(archive: ZipFile, member: ZipInfo) -> bool:
    with archive.open(member) as file:
        return file.read(64).lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")


def _part(archive: ZipFile, member: ZipInfo) -> bytes:
    if member.file_size > PART:
        raise too_large(f"one part of it unpacks to over {PART // 1_000_000} megabytes")
    return archive.read(member)


def _has_doctype(part: bytes) -> bool:
    """In letters of one or two bytes alike; letters that could hide it are no better."""
    plain = part.replace(b"\x00", b"")[:PART] if b"\x00" in part[:64] else part
    return bool(
        b"<!DOCTYPE" in plain or b"<!ENTITY" in plain or _SAFE_ENCODING.match(plain.lstrip(b"\xef\xbb\xbf\xff\xfe"))
    )
