"""Reads web pages into a grid: their tables as a browser lays them out, and the text round them.

Neither network nor entities of the page's own; what a browser does not show is not read, nor what navigates the site.
"""

import re

from lxml import etree

from documents.draft import Grid, Line
from documents.encodings import printed
from documents.markup import fold
from documents.readers.seen import words_in
from documents.readers.webpage import Page
from documents.unreadable import Unreadable

_PASSWORD = re.compile(r"<input\b[^>]*\btype\s*=\s*[\"']?password", re.IGNORECASE)
_SLACK = re.compile(
    r"<title>[^<]*\bslack\b[^<]*</title>|slack\.com/(?:signin|workspace-signin|ssb/)|id=[\"']?signin_form",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(r"\b(?:sign|log)[ -]?(?:in|on)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def is_login(html_text: str) -> bool:
    """Is the page one that asks to sign in, Slack's own among them? A page with a table of cells is a document."""
    if re.search(r"<t[dh]\b", html_text, re.IGNORECASE):
        return False
    return bool(_PASSWORD.search(html_text) or (_SLACK.search(html_text) and _SIGN_IN.search(html_text)))


def read(content: bytes) -> Grid:
    """The grid of a web page. Raises Unreadable."""
    text = _decoded(content)
    if is_login(text):
        raise Unreadable(
            "I could not read {name}: it is a page that asks to sign in, saved in place of the document. Sign in, then"
            " download the document again and send that."
        )
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    tree = etree.fromstring(printed(text).encode(), parser)
    if tree is None:
        raise Unreadable("I could not read {name}: the page is empty.")
    page = Page()
    page.walk(_main(tree))
    titled = next((fold(words_in(each)) for each in tree.iter("title")), "")
    if titled and not any(True for _ in tree.iter("h1")):
        page.prose.insert(0, Line(titled))
    return Grid(tuple(page.rows), tuple(page.prose))


def _decoded(content: bytes) -> str:
    """By its signature, else as it says of itself, else as UTF-8, else as Windows wrote it."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    said = _CHARSET.search(content[:4096])
    name = said[1].decode("ascii").lower() if said else "utf-8"
    latin = name in ("iso-8859-1", "latin1", "us-ascii", "ascii")
    for encoding in ("utf-8-sig", "cp1252" if latin or name.startswith("utf-16") else name, "cp1252"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", errors="replace")


def _main(tree: etree._Element) -> etree._Element:
    """The page's main part, where it has one that holds whatever tables there are."""
    mains = [each for each in tree.iter() if each.tag == "main" or each.get("role") == "main"]
    tables = sum(1 for _ in tree.iter("table"))
    return next((each for each in mains if sum(1 for _ in each.iter("table")) == tables), tree)
