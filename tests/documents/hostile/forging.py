"""Files as a broken program or an ill-willed person would make them: whole ones first, then what is wrong with them."""

import io
import struct
import zlib
from collections.abc import Iterable, Mapping
from zipfile import ZIP_DEFLATED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
O = (  # noqa: E741 (OpenDocument, beside W for Word and S for a sheet)
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
HEADER = ("Ref", "Action", "Owner", "Target date")
ROW = ("1", "Mend the gate.", "Governor", "May 2025")
TITLE = "Action plan: HMP Exampleton"
Rows = Iterable[tuple[str, ...]]
PLAN: Rows = (HEADER, ROW)
Parts = Mapping[str, str | bytes]

TEXT = (f"{TITLE}\n\n" + "\n".join("\t".join(row) for row in PLAN) + "\n").encode()


def packed(parts: Parts, *, method: int = ZIP_DEFLATED) -> bytes:
    """A zip file of these, in this order."""
    into = io.BytesIO()
    with ZipFile(into, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return into.getvalue()


def _types(**overrides: str) -> str:
    types = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )


def relations(*of: tuple[str, str], outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"{mode}/>'
            for number, (kind, target) in enumerate(of, 1)
        )
        + "</Relationships>"
    )


def word_xml(rows: Rows = PLAN, *, before: str = "", after: str = "") -> str:
    table = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return (
        f"{HEAD}{before}<w:document {W}><w:body><w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>"
        f"<w:tbl>{table}</w:tbl>{after}</w:body></w:document>"
    )


WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def word_parts(
    document: str | bytes | None = None, *, main: str = WORD_MAIN, **more: str | bytes
) -> dict[str, str | bytes]:
    return {
        "[Content_Types].xml": _types(**{"/word/document.xml": main}),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": word_xml() if document is None else document,
        **more,
    }


def docx(document: str | bytes | None = None, *, main: str = WORD_MAIN, **more: str | bytes) -> bytes:
    return packed(word_parts(document, main=main, **more))


def sheet_xml(rows: Rows = ((TITLE,), *PLAN), *, before: str = "", after: str = "", cells: str = "") -> str:
    data = "".join(
        f'<row r="{at}">'
        + "".join(
            f'<c r="{chr(65 + column)}{at}" t="inlineStr"><is><t>{cell}</t></is></c>' for column, cell in enumerate(row)
        )
        + "</row>"
        for at, row in enumerate(rows, 1)
    )
    return f"{HEAD}{before}<worksheet {S}><sheetData>{data}{cells}</sheetData>{after}</worksheet>"


def xlsx(sheet: str | bytes | None = None, *, main: str = SHEET_MAIN, **more: str | bytes) -> bytes:
    return packed(
        {
            "[Content_Types].xml": _types(**{"/xl/workbook.xml": main, "/xl/worksheets/sheet1.xml": SHEET}),
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'{HEAD}<workbook {S} xmlns:r="{R}"><sheets>'
            '<sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml")),
            "xl/worksheets/sheet1.xml": sheet_xml() if sheet is None else sheet,
            **more,
        }
    )


def odt_xml(rows: Rows = PLAN, *, before: str = "", repeated: str = "") -> str:
    table = "".join(
        f"<table:table-row{repeated}>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return (
        f"{HEAD}{before}<office:document-content {O}><office:body><office:text><text:p>{TITLE}</text:p>"
        f'<table:table table:name="Plan">{table}</table:table></office:text></office:body></office:document-content>'
    )


def odt(content: str | bytes | None = None, *, kind: str = "text", **more: str | bytes) -> bytes:
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": odt_xml() if content is None else content,
            "META-INF/manifest.xml": f'{HEAD}<manifest:manifest manifest:version="1.2"'
            ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>',
            "styles.xml": f"{HEAD}<office:document-styles {O}/>",
            "meta.xml": f"{HEAD}<office:document-meta {O}/>",
            **more,
        }
    )


def html(rows: Rows = PLAN, *, head: str = "", after: str = "") -> bytes:
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>"
        f"<table>{table}</table>{after}</body></html>"
    ).encode()


def old_office(*streams: str) -> bytes:
    """A compound file whose directory names these streams, and that holds no more."""
    named = b"".join(name.encode("utf-16-le").ljust(64, b"\x00") + bytes(64) for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + named


def strict(content: bytes) -> bytes:
    """The same in the strict form of Open XML, which differs in its namespaces."""
    with ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    usual, stern = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    pairs = {
        f"{usual}{kind}/2006/{last}": f"{stern}{kind}/{last}"
        for kind, last in (("officeDocument", "relationships"), ("spreadsheetml", "main"), ("wordprocessingml", "main"))
    }
    for old, new in pairs.items():
        parts = {name: part.replace(old, new) for name, part in parts.items()}
    return packed(parts)


def patched(content: bytes, *, local: Mapping[int, bytes], central: Mapping[int, bytes]) -> bytes:
    """A zip file whose first entry's two headers say otherwise at these offsets."""
    changed = bytearray(content)
    for mark, changes in ((b"PK\x03\x04", local), (b"PK\x01\x02", central)):
        at = content.index(mark)
        for offset, value in changes.items():
            changed[at + offset : at + offset + len(value)] = value
    return bytes(changed)


def pdf(
    *pages: bytes, count: int | None = None, kids: str | None = None, more: str = "", packed_as: str = "", cut: int = 0
) -> bytes:
    """A PDF by hand: each page draws what its content says. `count` and `kids` say otherwise than it is."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    numbers = [4 + 2 * at for at in range(len(pages))]
    listed = kids if kids is not None else " ".join(f"{number} 0 R" for number in numbers)
    said = len(pages) if count is None else count
    objects.append(f"<< /Type /Pages /Kids [{listed}] /Count {said} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, page in zip(numbers, pages, strict=True):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(page)} {packed_as} >>\nstream\n".encode() + page + b"\nendstream")
    body, places = b"%PDF-1.7\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + written + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % at for at in places
    )
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {more} >>\nstartxref\n{len(body)}\n%%EOF\n".encode()
    whole = body + table + end
    return whole[: len(whole) - cut] if cut else whole


def words(text: str) -> bytes:
    """A page of one line."""
    return f"BT /F1 10 Tf 50 800 Td ({text}) Tj ET".encode()


def squeezed(content: bytes) -> bytes:
    return zlib.compress(content, 9)


def bomb(megabytes: int) -> bytes:
    """So many megabytes of blanks, squeezed: one megabyte, again and again."""
    begun = zlib.compressobj(9)
    first = begun.compress(b" " * 1_000_000) + begun.flush(zlib.Z_FULL_FLUSH)
    again = zlib.compressobj(9)
    more = again.compress(b" " * 1_000_000) + again.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(megabytes):
        check = zlib.adler32(b" " * 1_000_000, check)
    return first + more[2:] * (megabytes - 1) + b"\x01\x00\x00\xff\xff" + struct.pack(">I", check)


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
