"""What of a web page's markup is seen, in which weight, and how lists are numbered."""

import re

from lxml import etree

_UNSEEN = frozenset(
    "script style template noscript head title nav svg math object iframe audio video canvas map select textarea button"
    " datalist del s strike rp rt footer comment".split()
)
_BOLD = frozenset("b strong h1 h2 h3 h4 h5 h6".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|line-through|mso-hide\s*:\s*all", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(r"\b(?:visually-?hidden|sr-only|responsive-table__heading|MsoFootnoteReference)\b", re.I)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_WORDS_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(?P<how>(?:lower|upper)-(?:roman|alpha|latin)|decimal|none)\b")
_TYPES = {"i": "lower-roman", "I": "upper-roman", "a": "lower-alpha", "A": "upper-alpha"}
_FOOTNOTE = re.compile(r"[\d\s*†‡§\[\](),]+")


def words_in(element: etree._Element) -> str:
    return "".join(str(each) for each in element.itertext())


def is_words_mark(element: etree._Element) -> bool:
    """Does it hold the number or glyph of an item, as Word saves them in web pages?"""
    return bool(_WORDS_MARK.search(element.get("style", "")))


def is_unseen(element: etree._Element) -> bool:
    """What no browser shows, what navigates the site, and the raised figures of footnotes."""
    tag = element.tag
    if tag in _UNSEEN or element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return True
    if _HIDDEN_CLASS.search(element.get("class", "")):
        return True
    if tag == "header":  # of the site; a document's own holds its title
        return not any(True for _ in element.iter("h1"))
    return tag == "sup" and bool(_FOOTNOTE.fullmatch(words_in(element)))


def weight(element: etree._Element) -> int:
    """1 where the element sets its words in bold."""
    style = element.get("style", "")
    if _LIGHT.search(style):
        return 0
    return int(element.tag in _BOLD or bool(_HEAVY.search(style)))


def numbering(element: etree._Element) -> str | None:
    """How a list's items are numbered, such as "lower-roman"; None for bullets."""
    if styled := _NUMBERED.search(element.get("style", "")):
        return None if styled["how"] == "none" else styled["how"]
    return _TYPES.get(element.get("type", ""), "decimal") if element.tag == "ol" else None


def count(element: etree._Element, name: str, otherwise: int) -> int:
    """A number among the attributes."""
    found = re.match(r"\s*(\d{1,6})", element.get(name, ""))
    return int(found[1]) if found else otherwise
