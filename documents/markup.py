"""Takes a cell's or line's markup away: tags, bookmarks, entities, white space. What is left is what was printed."""

import html
import re

from documents.draft import Paragraph

_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
_TAGS = "p|br|b|i|u|ul|ol|li|em|strong|span|div|sup|sub|a|font|small|table|tr|td|th|tbody|h[1-6]"
_TAG = re.compile(rf"<(/?)({_TAGS})\b[^<>]*>", re.IGNORECASE)
_BREAKING = {"p", "br", "li", "ul", "ol", "div", "h1", "h2", "h3", "h4", "h5", "h6"}
_BULLET = re.compile(r"^(?:[•·▪◦●‣∙]|[-–*o](?=\s))\s*")
_ITEM, _BOLD = "\x01", "\x02"


def fold(words: str) -> str:
    """White space of every kind as single spaces."""
    return " ".join(words.split())


def listed(words: str) -> tuple[str, bool]:
    """(the words without the glyph of a list item in front, whether they had one)."""
    found = _BULLET.match(words)
    return (words[found.end() :], True) if found else (words, False)


def plain(words: str) -> str:
    """One line of words without markup."""
    return fold(
        html.unescape(_TAG.sub(lambda tag: " " if tag[2].lower() in _BREAKING else "", _BOOKMARK.sub("", words)))
    )


def paragraphs(raw: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell: broken where lines end, and at paragraph, break and list tags."""
    marked = _TAG.sub(_break, _BOOKMARK.sub("", raw))
    found = (_paragraph(html.unescape(piece)) for piece in marked.split("\n"))
    return tuple(paragraph for paragraph in found if paragraph.words)


def _break(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    if name == "li" and not tag[1]:
        return "\n" + _ITEM
    if name in {"b", "strong"}:
        return _BOLD
    return "\n" if name in _BREAKING else ""


def _paragraph(piece: str) -> Paragraph:
    words = fold(piece.replace(_ITEM, "").replace(_BOLD, ""))
    bold = bool(re.fullmatch(rf"\s*{_BOLD}[^{_BOLD}]*{_BOLD}\s*", piece))
    plainly = _BULLET.sub("", words)
    return Paragraph(plainly, bullet=_ITEM in piece or plainly != words, bold=bold)
