"""The corpus of hostile and broken files: what each is, the name it comes under, and the sentence it is answered with.

Each file is made when it is asked for. The sentence is what stands after "I could not read NAME: ", as agreed by
reading: why, and what to do. What is said of many files is a constant.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_STORED

from tests.documents.hostile import forging as f

DAMAGED = "it is damaged, or was cut off on its way. Fetch it once more. If that does not help: open it in the program that made it, save it anew and send that."
AGAIN = " Open it in the program that made it, save it anew and send that."
ALONE = ", as no plan does. Send the plan alone."
ORIGINAL = " Send the Word, Excel or PDF file that it was made from."
OFFICE = " Send the Word, Excel or PDF file of the plan."
AS_WORD = " Save it as a Word document (.docx) or as a PDF, and send that."
AS_EXCEL = " Save it as an Excel workbook (.xlsx), and send that."
PICTURE = "it is a picture, and I cannot read words in pictures." + ORIGINAL
ARCHIVE = "it is a packed archive. Unpack it, and send the plan that is in it."
FOLDER = "it is a zip folder. Unpack it, and send the plan that is in it."
PASSWORD = "it is protected with a password. Take the password off, and send that."
OFFICE_PASSWORD = "it is protected with a password. Take the password off in Word or Excel, and send that."
MACROS = "it holds macros. Save it without macros, as .docx or .xlsx, and send that."
HUNGRY = "it needs more memory than a plan ever does (512 megabytes). Send the plan alone, as a Word file if you can."
ENTITIES = "its XML defines entities, as no program writes them." + AGAIN


@dataclass(frozen=True)
class Case:
    what: str
    name: str
    made: Callable[[], bytes]
    said: str


LAUGHS = "<!DOCTYPE lol [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(12)
) + "]>"  # fmt: skip
SECRET = "<!DOCTYPE x [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>"
OUTSIDE = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>"
VBA = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}
MANY_ROWS = [f.HEADER, *[("1", "Mend.", "Governor", "May 2025")] * 15_000]


def zeros(megabytes: int) -> bytes:
    return bytes(megabytes * 1_000_000)


PACKAGES = (
    Case("a zip bomb under Word's name", "plan.docx", lambda: f.docx(**{"word/media/big.png": zeros(30)}), "it unpacks to over 200 times its size" + ALONE),
    Case("a zip bomb of many middling parts", "plan.docx", lambda: f.docx(**{f"word/media/{at}.bin": zeros(1) for at in range(201)}), "it unpacks to over 200 megabytes" + ALONE),
    Case("a bomb in the part that holds the words", "plan.docx", lambda: f.docx(f.word_xml(after="<w:p/>" * 7_000_000)), "it unpacks to over 200 times its size" + ALONE),
    Case("a zip of zips of zips", "plan.zip", lambda: f.packed({f"{at}.zip": f.packed({"0.zip": f.packed({"0": zeros(1)})}) for at in range(9)}), FOLDER),
    Case("thousands of parts", "plan.docx", lambda: f.docx(**{f"x/{at}.xml": "<x/>" for at in range(2_001)}), "it holds over 2,000 files" + ALONE),
    Case("ten thousand parts", "plan.docx", lambda: f.docx(**{f"x/{at}.xml": "" for at in range(10_000)}), "it holds over 2,000 files" + ALONE),
    Case("two parts of one name", "plan.docx", lambda: f.docx(**{"word/documenu.xml": f.word_xml()}).replace(b"word/documenu.xml", b"word/document.xml"), "it holds two files of one name, as no program writes them." + AGAIN),
    Case("a part that says it is smaller than it is", "plan.docx", lambda: f.patched(f.docx(), local={22: b"\x10\x00\x00\x00"}, central={24: b"\x10\x00\x00\x00"}), DAMAGED),
    Case("a part of which a byte is wrong", "plan.docx", lambda: f.packed(f.word_parts(), method=ZIP_STORED).replace(b"Mend", b"Send"), DAMAGED),
    Case("a zip file with a password", "plan.docx", lambda: f.patched(f.docx(), local={6: b"\x01"}, central={8: b"\x01"}), PASSWORD),
    Case("packed as no program packs documents", "plan.docx", lambda: f.packed(f.word_parts(), method=ZIP_BZIP2), "it is packed as no program packs documents." + AGAIN),
    Case("half of a Word document", "plan.docx", lambda: f.docx()[: len(f.docx()) // 2], DAMAGED),
    Case("a Word document without its end", "plan.docx", lambda: f.docx()[:-30], DAMAGED),
    Case("four bytes of a Word document", "plan.docx", lambda: b"PK\x03\x04", DAMAGED),
    Case("half of a workbook", "plan.xlsx", lambda: f.xlsx()[: len(f.xlsx()) // 2], DAMAGED),
    Case("half of an OpenDocument text", "plan.odt", lambda: f.odt()[: len(f.odt()) // 2], DAMAGED),
    Case("an empty zip file", "plan.docx", lambda: f.packed({}), FOLDER),
    Case("names that lead elsewhere", "plan.zip", lambda: f.packed({"../../../etc/passwd": "x", "/etc/shadow": "x"}), FOLDER),
    Case("a plan within a zip folder", "plan.zip", lambda: f.packed({"plan.docx": f.docx()}), FOLDER),
    Case("a zip folder under Excel's name", "plan.xlsx", lambda: f.packed({"plan.txt": f.TEXT}), FOLDER),
    Case("a program of Java's", "plan.docx", lambda: f.packed({"META-INF/MANIFEST.MF": "Main-Class: X", "X.class": b"\xca\xfe\xba\xbe"}), "it is a program, not a document."),
    Case("Apple's Pages", "plan.pages", lambda: f.packed({"Index/Document.iwa": b"\x00"}), "it is made by Apple's Pages or Numbers. Export it as Word (.docx) or PDF, and send that."),
    Case("an e-book", "plan.epub", lambda: f.packed({"mimetype": "application/epub+zip", "a.xhtml": "<html/>"}), "it is an e-book." + OFFICE),
    Case("a Word document without its list of parts", "plan.docx", lambda: f.packed({"word/document.xml": f.word_xml()}), DAMAGED),
    Case("a list of parts that names none", "plan.docx", lambda: f.docx(main="application/xml"), "it is no document of Word or Excel that I know. Send the plan's own file."),
)  # fmt: skip

ENTITY_CASES = (
    Case("a billion laughs in Word's words", "plan.docx", lambda: f.docx(f.word_xml(before=LAUGHS).replace("Mend", "&m;")), ENTITIES),
    Case("the same in letters of two bytes", "plan.docx", lambda: f.docx(f.word_xml(before=LAUGHS).replace("UTF-8", "UTF-16").encode("utf-16")), ENTITIES),
    Case("the same in letters that hide it", "plan.docx", lambda: f.docx(f.word_xml(before=LAUGHS).replace("UTF-8", "UTF-7").encode("utf-7")), ENTITIES),
    Case("a file of the machine asked for", "plan.docx", lambda: f.docx(f.word_xml(before=SECRET).replace("Mend", "&secret;")), ENTITIES),
    Case("a definition fetched from elsewhere", "plan.docx", lambda: f.docx(f.word_xml(before=OUTSIDE)), ENTITIES),
    Case("entities in the relations", "plan.docx", lambda: f.docx(**{"word/_rels/document.xml.rels": LAUGHS + "<x/>"}), ENTITIES),
    Case("entities in the list of parts", "plan.docx", lambda: f.packed({**f.word_parts(), "[Content_Types].xml": str(f.word_parts()["[Content_Types].xml"]).replace("<Types", SECRET + "<Types")}), ENTITIES),
    Case("entities in a part with an odd name", "plan.docx", lambda: f.docx(**{"word/settings.bin": LAUGHS + "<x/>"}), ENTITIES),
    Case("a billion laughs in a sheet", "plan.xlsx", lambda: f.xlsx(f.sheet_xml(before=LAUGHS)), ENTITIES),
    Case("a file asked for in shared strings", "plan.xlsx", lambda: f.xlsx(**{"xl/sharedStrings.xml": SECRET + f"<sst {f.S}/>"}), ENTITIES),
    Case("a billion laughs in OpenDocument", "plan.odt", lambda: f.odt(f.odt_xml(before=LAUGHS)), ENTITIES),
    Case("a file asked for in styles", "plan.odt", lambda: f.odt(**{"styles.xml": SECRET + "<x/>"}), ENTITIES),
)  # fmt: skip

MACRO_CASES = (
    Case("a Word document with macros", "plan.docm", lambda: f.docx(main="application/vnd.ms-word.document.macroEnabled.main+xml", **VBA), MACROS),
    Case("macros under a plain name", "plan.docx", lambda: f.docx(**VBA), MACROS),
    Case("a workbook with macros", "plan.xlsm", lambda: f.xlsx(main="application/vnd.ms-excel.sheet.macroEnabled.main+xml", **{"xl/vbaProject.bin": b"\xd0\xcf"}), MACROS),
    Case("a workbook with macros of the oldest kind", "plan.xlsx", lambda: f.xlsx(**{"xl/macrosheets/sheet1.xml": "<x/>"}), MACROS),
    Case("an OpenDocument text with macros", "plan.odt", lambda: f.odt(**{"Basic/Standard/Module1.xml": "<x/>"}), "it holds macros. Save it without macros, as .odt or .docx, and send that."),
    Case("a password on a Word document", "plan.docx", lambda: f.old_office("EncryptionInfo", "EncryptedPackage"), OFFICE_PASSWORD),
    Case("a password on a workbook", "plan.xlsx", lambda: f.old_office("EncryptedPackage"), OFFICE_PASSWORD),
    Case("rights that few have", "plan.docx", lambda: f.old_office("DRMEncryptedDataSpace"), "it is protected, so that only some may open it. Save it without protection."),
    Case("a password on an OpenDocument text", "plan.odt", lambda: f.odt(**{"META-INF/manifest.xml": "<m xmlns:manifest='x'><manifest:encryption-data/></m>"}), PASSWORD),
)  # fmt: skip

OTHER_FORMATS = (
    Case("Word before 2007", "plan.doc", lambda: f.old_office("WordDocument", "1Table"), "it is in the format of Word before 2007 (.doc)." + AS_WORD),
    Case("Word before 2007 under the new name", "plan.docx", lambda: f.old_office("WordDocument"), "it is in the format of Word before 2007 (.doc)." + AS_WORD),
    Case("Excel before 2007", "plan.xls", lambda: f.old_office("Workbook"), "it is in the format of Excel before 2007 (.xls)." + AS_EXCEL),
    Case("an old presentation", "plan.ppt", lambda: f.old_office("PowerPoint Document"), "it is a presentation." + ORIGINAL),
    Case("an e-mail kept by Outlook", "plan.msg", lambda: f.old_office("__properties_version1.0"), "it is an e-mail. Send the file that was attached to it."),
    Case("an old program's file", "plan.wps", lambda: f.old_office("CONTENTS"), "it is a file of an old program." + AS_WORD),
    Case("a presentation", "plan.pptx", lambda: f.docx(main="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "it is a presentation." + OFFICE),
    Case("a template of Word's", "plan.dotx", lambda: f.docx(main="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"), "it is a template of Word's. Save it as a Word document (.docx)."),
    Case("a binary workbook", "plan.xlsb", lambda: f.xlsx(main="application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "it is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx)."),
    Case("Strict Open XML", "plan.docx", lambda: f.packed({**f.word_parts(), "_rels/.rels": f.relations(("officeDocument", "word/document.xml")).replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument")}), "it is saved as Strict Open XML. Save it as an ordinary Word or Excel file, and send that."),
    Case("an OpenDocument spreadsheet", "plan.ods", lambda: f.odt(kind="spreadsheet"), "it is an OpenDocument spreadsheet (.ods). Save it as an Excel workbook (.xlsx)."),
    Case("an OpenDocument presentation", "plan.odp", lambda: f.odt(kind="presentation"), "it is a presentation." + OFFICE),
    Case("rich text", "plan.rtf", lambda: rb"{\rtf1\ansi Action plan}", "it is in the RTF format." + AS_WORD),
    Case("rich text under Word's name", "plan.docx", lambda: rb"{\rtf1\ansi Action plan}", "it is in the RTF format." + AS_WORD),
    Case("a picture", "scan.png", f.png, PICTURE),
    Case("a picture under the name of a PDF", "scan.pdf", f.png, PICTURE),
    Case("a photograph", "scan.jpg", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + zeros(1)[:99], PICTURE),
    Case("a scan", "scan.tif", lambda: b"II*\x00\x08\x00\x00\x00" + bytes(99), PICTURE),
    Case("a photograph of a telephone", "scan.heic", lambda: b"\x00\x00\x00\x18ftypheic" + bytes(99), PICTURE),
    Case("a film", "plan.mp4", lambda: b"\x00\x00\x00\x18ftypisom" + bytes(99), "it is a recording." + ORIGINAL),
    Case("a gzip archive", "plan.docx.gz", lambda: b"\x1f\x8b\x08\x00" + bytes(50), ARCHIVE),
    Case("a 7-Zip archive", "plan.7z", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(50), ARCHIVE),
    Case("a RAR archive", "plan.rar", lambda: b"Rar!\x1a\x07\x01\x00" + bytes(50), ARCHIVE),
    Case("a tar archive", "plan.tar", lambda: b"plan.docx".ljust(257, b"\x00") + b"ustar\x0000" + bytes(248), ARCHIVE),
    Case("a program of Windows's", "plan.pdf.exe", lambda: b"MZ\x90\x00\x03" + bytes(99), "it is a program, not a document."),
    Case("a program of Linux's", "plan.docx", lambda: b"\x7fELF\x02\x01\x01" + bytes(99), "it is a program, not a document."),
    Case("a database", "actions.db", lambda: b"SQLite format 3\x00" + bytes(99), "it is a database, not a document."),
    Case("PostScript", "plan.ps", lambda: b"%!PS-Adobe-3.0\n", "it is in the PostScript format. Save it as a PDF, and send that."),
    Case("JSON under Word's name", "plan.docx", lambda: b'{"ok": false, "error": "not_authed"}', "it is data in JSON, not a document." + ORIGINAL),
    Case("XML of no kind known", "plan.xml", lambda: b'<?xml version="1.0"?><plan><action/></plan>', "it is data in XML, not a document." + ORIGINAL),
    Case("a refusal of cloud storage", "plan.docx", lambda: b'<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code></Error>', "it is data in XML, not a document." + ORIGINAL),
    Case("a billion laughs alone", "plan.xml", lambda: b'<?xml version="1.0"?>' + LAUGHS.encode() + b"<lol>&l;</lol>", "it is data in XML, not a document." + ORIGINAL),
    Case("Word's XML of 2003", "plan.xml", lambda: b'<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>', "it is a Word document in the form of XML." + AS_WORD),
    Case("flat OpenDocument", "plan.fodt", lambda: b'<?xml version="1.0"?><office:document xmlns:office="x"/>', "it is an OpenDocument file in the form of XML. Save it as .odt, and send that."),
    Case("an e-mail", "plan.eml", lambda: b"From: a@prison.example\nSubject: plan\nMIME-Version: 1.0\nContent-Type: text/plain\n\nSee the plan.", "it is an e-mail. Send the file that was attached to it."),
    Case("a web archive", "plan.mht", lambda: b"From: saved\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n--x", "it is a web archive." + AGAIN),
    Case("nothing", "plan.docx", lambda: b"", "it is empty."),
    Case("white space", "plan.txt", lambda: b" \r\n\t\n" * 50, "it is empty."),
    Case("a byte-order mark alone", "plan.csv", lambda: b"\xef\xbb\xbf", "it is empty."),
    Case("nothing but zeros", "plan.pdf", lambda: bytes(5_000), "it is empty."),
    Case("rubbish", "plan.pdf", lambda: bytes(range(1, 256)) * 40, "it is not a text file. Save it as plain text, with tabs between cells."),
    Case("far too large", "plan.docx", lambda: zeros(21), "it holds over 20 megabytes" + ALONE),
)  # fmt: skip

NO_TABLE = "it holds no table of actions. I look for a header row that names actions and an owner or a target date, with cells set apart by tabs."
MANY_CELLS = "it has over 50,000 table cells" + ALONE
WORKBOOK = "the workbook is damaged. Open it in Excel, save it again as .xlsx and send that."
SIGN_IN = "<form><input type='password' name='p'></form>"

PAGES = (
    Case("Slack's sign-in page under Word's name", "plan.docx", lambda: f"<!DOCTYPE html><html><title>Sign in | Slack</title>{SIGN_IN}".encode(), "Slack gave its sign-in page in place of it. The app needs the scope files:read: ask who runs it."),
    Case("another sign-in page under Word's name", "plan.docx", lambda: f"<html><title>Sign in to your account</title>{SIGN_IN}".encode(), "it is a page that asks to sign in, saved in place of the plan. Sign in, fetch the plan and send that."),
    Case("a page that says there is none", "plan.pdf", lambda: b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>", NO_TABLE),
    Case("half of a page", "plan.html", lambda: f.html()[: len(f.html()) // 2], NO_TABLE),
    Case("a page of a hundred thousand cells", "plan.html", lambda: f.html(MANY_ROWS), MANY_CELLS),
    Case("a cell that claims a hundred million columns", "plan.html", lambda: f.html().replace(b"<td>Mend", b"<td colspan=100000000>Mend"), "it has more than the 100,000 cells I take."),
    Case("a page with three hundred columns", "plan.html", lambda: f.html([f.HEADER + tuple(map(str, range(300))), f.ROW]), "it has a table of over 250 columns" + ALONE),
    Case("a page of four million paragraphs", "plan.html", lambda: f.html(after="<p>x" * 4_000_000), HUNGRY),
)  # fmt: skip

VALUES = (
    Case("a text without a table", "plan.docx", lambda: b"Dear all,\nplease see the plan.\n", NO_TABLE),
    Case("a text with a zero in it", "plan.txt", lambda: f.TEXT.replace(b"Mend", b"Me\x00nd"), "it is not a text file. Save it as plain text, with tabs between cells."),
    Case("a text of one endless line", "plan.txt", lambda: b"x" * 19_000_000, "it has over 5 million letters" + ALONE),
    Case("a text of a million lines", "plan.txt", lambda: b"word\n" * 1_000_000, "it has over 200,000 lines" + ALONE),
    Case("a text of sixty thousand cells", "plan.txt", lambda: "\n".join("\t".join(row) for row in MANY_ROWS).encode(), MANY_CELLS),
    Case("values, sixty thousand", "plan.csv", lambda: "\n".join(",".join(row) for row in MANY_ROWS).encode(), MANY_CELLS),
    Case("a sheet of sixty thousand cells", "plan.xlsx", lambda: f.xlsx(f.sheet_xml(MANY_ROWS)), MANY_CELLS),
    Case("a sheet whose every cell is merged", "plan.xlsx", lambda: f.xlsx(f.sheet_xml(after="<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>".replace("'", '"'))), MANY_CELLS),
    Case("a workbook whose sheet breaks off", "plan.xlsx", lambda: f.xlsx("<worksheet><sheetData>"), WORKBOOK),
    Case("a workbook whose sheet is not there", "plan.xlsx", lambda: f.xlsx(**{"xl/_rels/workbook.xml.rels": f.relations(("worksheet", "worksheets/none.xml"))}), WORKBOOK),
    Case("a cell that stands nowhere", "plan.xlsx", lambda: f.xlsx(f.sheet_xml(cells="<row r='9'><c r='ZZZZZ99999999999'><v>1</v></c></row>".replace("'", '"'))), WORKBOOK),
)  # fmt: skip


def page() -> bytes:
    return f.pdf(f.words("Action plan: HMP Exampleton"))


def locked() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    into = BytesIO()
    canvas = Canvas(into, encrypt=StandardEncryption("secret", ownerPassword="other", strength=128))
    canvas.drawString(10, 10, "Action plan")
    canvas.save()
    return into.getvalue()


BAD_PDF = "the PDF is damaged or incomplete. Ask for it to be sent again."
NO_TEXT = "no page of the PDF holds any text. Ask for the Word or Excel file."
SCAN = "it is a scan, a picture of pages with no text. Ask for the Word or Excel file, or a PDF made from it."

PDFS = (
    Case("half of a PDF", "plan.pdf", lambda: page()[: len(page()) // 2], BAD_PDF),
    Case("a PDF without its end", "plan.pdf", lambda: page()[:-60], BAD_PDF),
    Case("a PDF's first line", "plan.pdf", lambda: b"%PDF-1.7\n", BAD_PDF),
    Case("a page of the web that begins as a PDF", "plan.pdf", lambda: b"%PDF-1.4 <html><body>Sign in</body></html>", BAD_PDF),
    Case("a PDF with a password", "plan.pdf", locked, "it is locked with a password. Save it without one, or ask for the Word or Excel file."),
    Case("a PDF of ten thousand pages", "plan.pdf", lambda: f.pdf(*[f.words("page")] * 10_000), "it has over 1,000 pages" + ALONE),
    Case("a PDF of a thousand and one pages", "plan.pdf", lambda: f.pdf(*[f.words("page")] * 1_001), "it has over 1,000 pages" + ALONE),
    Case("a PDF that says it has a billion pages", "plan.pdf", lambda: f.pdf(f.words("x"), count=1_000_000_000), NO_TABLE),
    Case("a PDF whose pages are its pages' pages", "plan.pdf", lambda: f.pdf(f.words("x"), kids="2 0 R 4 0 R"), NO_TABLE),
    Case("a PDF without pages", "plan.pdf", f.pdf, "the PDF has no pages. Ask for it to be sent again."),
    Case("a bomb within a page", "plan.pdf", lambda: f.pdf(f.bomb(600), packed_as="/Filter /FlateDecode"), HUNGRY),
    Case("a bomb within a bomb", "plan.pdf", lambda: f.pdf(f.squeezed(f.bomb(600)), packed_as="/Filter [/FlateDecode /FlateDecode]"), HUNGRY),
    Case("a page that nests too deep", "plan.pdf", lambda: f.pdf(b"[" * 200_000), NO_TEXT),
    Case("a trailer that nests too deep", "plan.pdf", lambda: f.pdf(f.words("x"), more="/X " + "<<" * 50_000), BAD_PDF),
    Case("a table of places that leads back to itself", "plan.pdf", lambda: page().replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"), NO_TABLE),
    Case("a page longer than its file", "plan.pdf", lambda: page().replace(b"/Length ", b"/Length 9999999999"), NO_TABLE),
    Case("a PDF that would start a program", "plan.pdf", lambda: f.pdf(f.words("x"), more="/OpenAction << /S /Launch /F (calc.exe) >>"), NO_TABLE),
    Case("a page larger than the world", "plan.pdf", lambda: page().replace(b"595 842", b"1e30 1e30"), NO_TEXT),
    Case("a scan within a PDF", "plan.pdf", lambda: f.pdf(b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"), SCAN),
    Case("a page of rubbish", "plan.pdf", lambda: f.pdf(bytes(range(256)) * 200), NO_TEXT),
    Case("a page packed wrongly", "plan.pdf", lambda: f.pdf(b"\x78\x9c" + bytes(range(256)) * 20, packed_as="/Filter /FlateDecode"), NO_TEXT),
)  # fmt: skip

BAD_XML = "what it holds is damaged. Open it in the program it was made with, save it, send that."
BAD_WORD = "it is a damaged Word file. Open it in Word, save it again and send that."
BAD_ODT = "it is a damaged OpenDocument file. Open it in the program it was made with, save it again and send that."


def nested(begin: str, end: str, times: int) -> str:
    return begin * times + end * times


WORDS = (
    Case("a Word document without words", "plan.docx", lambda: f.packed({name: part for name, part in f.word_parts().items() if "document" not in name}), BAD_WORD),
    Case("a Word document that breaks off", "plan.docx", lambda: f.docx("<w:document><w:body>"), BAD_XML),
    Case("a Word document with nothing in its words", "plan.docx", lambda: f.docx(""), BAD_XML),
    Case("a page of the web within Word's parts", "plan.docx", lambda: f.docx("<html/>"), "it is no Word document, though it is packed like one."),
    Case("tables five thousand deep", "plan.docx", lambda: f.docx(f.word_xml(after=nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 5_000))), BAD_XML),
    Case("controls fifty thousand deep", "plan.docx", lambda: f.docx(f.word_xml(after=nested("<w:sdt>", "</w:sdt>", 50_000))), BAD_XML),
    Case("letters that are not what the part says", "plan.docx", lambda: f.docx(f.word_xml().replace("Mend", "M\xe9nd").encode("latin-1")), BAD_XML),
    Case("relations that lead out of the document", "plan.docx", lambda: f.docx(**{"word/_rels/document.xml.rels": f.relations(("numbering", "../../../etc/passwd"))}), BAD_WORD),
    Case("an OpenDocument text without words", "plan.odt", lambda: f.packed({"mimetype": "application/vnd.oasis.opendocument.text"}), BAD_ODT),
    Case("an OpenDocument text that breaks off", "plan.odt", lambda: f.odt("<office:document-content>"), BAD_XML),
    Case("a page of the web within OpenDocument's parts", "plan.odt", lambda: f.odt("<html/>"), "it is no OpenDocument text, though it is packed like one."),
)  # fmt: skip

CASES: tuple[Case, ...] = (*PACKAGES, *ENTITY_CASES, *MACRO_CASES, *OTHER_FORMATS, *PAGES, *VALUES, *PDFS, *WORDS)


@dataclass(frozen=True)
class Odd:
    what: str
    name: str
    made: Callable[[], bytes]


NOWHERE = "http://127.0.0.1:9"
ODD = (
    Odd("a text under Word's name", "plan.docx", lambda: f.TEXT),
    Odd("a text in letters of two bytes", "plan.txt", lambda: f.TEXT.decode().encode("utf-16")),
    Odd("the same without a mark", "plan.txt", lambda: f.TEXT.decode().encode("utf-16-le")),
    Odd("a workbook under the name of a PDF", "plan.pdf", f.xlsx),
    Odd("a Word document under Excel's name", "plan.xlsx", f.docx),
    Odd("an OpenDocument text under Word's name", "plan.docx", f.odt),
    Odd("a cell that claims a thousand million columns", "plan.docx", lambda: f.docx(f.word_xml().replace("<w:tc><w:p><w:r><w:t>Mend", '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>Mend'))),
    Odd("a numbering that is broken", "plan.docx", lambda: f.docx(f.word_xml().replace("<w:p><w:r><w:t>Mend", '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>Mend'), **{"word/numbering.xml": "<broken"})),
    Odd("styles that rest on each other", "plan.docx", lambda: f.docx(**{"word/styles.xml": f"<w:styles {f.W}><w:style w:styleId='A'><w:basedOn w:val='B'/></w:style><w:style w:styleId='B'><w:basedOn w:val='A'/></w:style></w:styles>", "word/_rels/document.xml.rels": f.relations(("styles", "styles.xml"))})),
    Odd("a template and pictures from elsewhere", "plan.docx", lambda: f.docx(**{"word/_rels/document.xml.rels": f.relations(("attachedTemplate", "file:///etc/passwd"), ("image", f"{NOWHERE}/x.png"), outside=True)})),
    Odd("a page under Word's name", "plan.docx", f.html),
    Odd("a page with pictures, styles and frames from elsewhere", "plan.html", lambda: f.html(head=f"<link rel=stylesheet href='{NOWHERE}/x.css'><base href='{NOWHERE}'>", after=f"<img src='{NOWHERE}/x.png'><iframe src='file:///etc/passwd'></iframe>")),
    Odd("a page with entities of its own", "plan.html", lambda: f.html().replace(b"<!DOCTYPE html>", b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>')),
    Odd("a page a hundred thousand deep", "plan.html", lambda: f.html(after="<div>" * 100_000)),
    Odd("tables within tables within tables", "plan.html", lambda: f.html(after="<table><tr><td>" * 3_000)),
    Odd("a sheet with a cell in its last corner", "plan.xlsx", lambda: f.xlsx(f.sheet_xml(cells='<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'))),
    Odd("a sheet with formulas and pictures from elsewhere", "plan.xlsx", lambda: f.xlsx(f.sheet_xml(cells=f'<row r="9"><c r="A9"><f>WEBSERVICE("{NOWHERE}")</f></c></row>'), **{"xl/worksheets/_rels/sheet1.xml.rels": f.relations(("image", NOWHERE), outside=True)})),
)  # fmt: skip
"""Odd, but they hold a whole plan of one action: content decides, and nothing is fetched."""
