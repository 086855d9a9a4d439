"""Running text as paragraphs, whatever broke its lines: a page, a column's width, or nothing."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from documents.draft import Line

_LONGEST_LINE = 180
"""Letters. A document without longer lines is one whose lines are those of its pages, not its paragraphs."""
_FURNITURE = re.compile(r"^\W*\d*\W*$|\b(?:hmp|report|review|page|inspectorate)\b", re.IGNORECASE)
_HYPHENED = re.compile(r"[a-z]-$")
_ENDED = re.compile(r"[.?!:][)\"'”’]*$")


def paragraphs(lines: Sequence[Line], begins: Callable[[Sequence[Line], int], bool]) -> list[Line]:
    """The lines with those put together that are one paragraph, in the place of its first. `begins` tells whether a
    line surely begins one, whatever stands above it."""
    lines = _without_furniture(lines)
    width = _width(lines)
    found: list[Line] = []
    above = ""
    for at, line in enumerate(lines):
        if found and not begins(lines, at) and _goes_on(above, line.words, width):
            gap = "" if _HYPHENED.search(above) else " "
            found[-1] = Line(f"{found[-1].words}{gap}{line.words}", found[-1].place)
        else:
            found.append(line)
        above = line.words
    return found


def _goes_on(above: str, words: str, width: int) -> bool:
    """Is a line more of the paragraph of the line above it? One as wide as the column may end with a sentence."""
    if not above:
        return False
    wide = width > 0 and len(above) >= 0.8 * width
    if _ENDED.search(above):
        return wide
    return words[:1].islower() or words[:1] in "(–-" or wide or (not width and len(above) > 60)


def _width(lines: Sequence[Line]) -> int:
    """How wide the lines of a page are; 0 where a line is a whole paragraph."""
    lengths = sorted(len(line.words) for line in lines)
    if not lengths or lengths[-1] > _LONGEST_LINE:
        return 0
    return lengths[int(len(lengths) * 0.9)]


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """Without what stands on page after page: headers, footers, page numbers."""
    shapes = [re.sub(r"\d+", "", line.words).strip() for line in lines]
    often = Counter(shapes)
    return [
        line
        for line, shape in zip(lines, shapes, strict=True)
        if not (often[shape] >= 4 and len(shape) < 100 and _FURNITURE.search(line.words))
    ]
