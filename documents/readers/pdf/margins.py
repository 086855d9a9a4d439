"""What is printed at the head and foot of pages again and again, page numbers too: it is neither row nor text."""

import re
from collections import Counter
from collections.abc import Sequence

from documents.assembly.headers import is_role
from documents.assembly.sentences import is_furniture
from documents.readers.pdf.lines import Text, lines
from documents.readers.pdf.marks import Sheet

_NUMBER = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_DEPTH = 4
"""Lines looked at from the top and the bottom of a page."""


def without_margins(sheets: Sequence[Sheet]) -> set[int]:
    """Take from the pages what stands at the same height on others, in the same words but for numbers; the first
    page that has it keeps it, unless it is a page number or counts pages. Returns the pieces so kept, by identity."""
    margin: set[int] = set()
    pages = [(sheet, lines(sheet.pieces)) for sheet in sheets]
    for backwards in (False, True):
        counted: Counter[tuple[str, int]] = Counter()
        printed: dict[str, set[str]] = {}
        for _, found in pages:
            edge = _edge(found, backwards=backwards)
            counted.update({key for line in edge for key in _keys(line)})
            for line in edge:
                printed.setdefault(_keys(line)[0][0], set()).add(line.words)
        kept: set[str] = set()
        for sheet, found in pages:
            for line in _edge(found, backwards=backwards):
                key = _keys(line)[0]
                marked = is_furniture(line.words)
                number = bool(_NUMBER.fullmatch(line.words)) and _is_page_number(line.words, sheet, len(sheets))
                repeated = marked or max(counted[each] for each in _keys(line)) > max(1, len(sheets) // 3)
                if not (number and (repeated or _lone(line, found, backwards=backwards))) and not repeated:
                    break
                if repeated and _is_header(line, found):
                    break
                if number or marked or key[0] in kept or len(printed[key[0]]) > 1:
                    gone = {id(piece) for piece in line.pieces}
                    sheet.pieces = [piece for piece in sheet.pieces if id(piece) not in gone]
                else:
                    margin |= {id(piece) for piece in line.pieces}
                kept.add(key[0])
    return margin


def _edge(found: list[Text], *, backwards: bool) -> list[Text]:
    return found[: -_DEPTH - 1 : -1] if backwards else found[:_DEPTH]


def _keys(line: Text) -> list[tuple[str, int]]:
    """The words, numbers apart, with the height; heights are counted in steps of 4 points, either way."""
    words = re.sub(r"\d+", "#", line.words)
    return [(words, int(line.base // 4)), (words, int(line.base // 4) + 1)]


def _is_page_number(words: str, sheet: Sheet, total: int) -> bool:
    first = int((re.findall(r"\d+", words) or ["0"])[0])
    return first <= max(total, sheet.number) + 50


def _lone(line: Text, found: list[Text], *, backwards: bool) -> bool:
    """Is the number set off from the text by more than two lines?"""
    if len(found) < 2:
        return False
    near = found[-2] if backwards else found[1]
    return abs(near.base - line.base) > 2 * line.size


def _is_header(line: Text, found: list[Text]) -> bool:
    """The header of a table, printed on each page: the line itself, or one close below."""
    at = next(at for at, other in enumerate(found) if other is line)
    near = [other for other in found[at : at + 3] if other.base - line.base < 1.5 * line.size]
    return any(sum(is_role(piece.text) for piece in other.pieces) > 1 for other in near)
