"""Paragraphs of one cell that lines and gaps do not part, told by how many owners and dates stand beside them.

Where a sentence ends at the end of a full line, only the number of dates says whether a paragraph ends there as well.
"""

from collections.abc import Collection, Sequence
from itertools import combinations, pairwise

from documents.assembly.heading_words import Role
from documents.assembly.joining import join_dates, join_wrapped
from documents.assembly.pieces import Piece, pieces_of
from documents.assembly.sentences import has_numeral, is_tail, is_unfinished
from documents.assembly.steps import is_headed, units
from documents.draft import Cell, Place
from documents.readers.pdf.cells import Band, Strip
from documents.readers.pdf.lines import Setting
from plans.owners import ends_open, is_known

_MOST = 8
"""Lines that may or may not begin a paragraph: with more there are too many ways to choose."""


def settle(band: Band, roles: dict[Role, int], setting: Setting) -> None:
    """Mark the lines that begin paragraphs of a row's actions and owners, where its dates leave one way only."""
    if not {"action", "target"} <= roles.keys() or max(roles.values()) >= len(band.strips):
        return
    many = len(join_dates(_pieces(band.strips[roles["target"]], setting)))
    if many < 2:
        return
    for name in ("action", "owner"):
        if name in roles:
            strip = band.strips[roles[name]]
            strip.opening = _one_way(strip, many, setting, owners=name == "owner")


def _one_way(strip: Strip, many: int, setting: Setting, *, owners: bool) -> tuple[int, ...]:
    """The doubtful lines that must begin paragraphs for there to be so many; none where they may be several."""
    counted = _counted(strip, setting, owners=owners)
    if owners and counted in {0, 1}:
        return ()
    lacking = many - counted
    doubtful = _doubtful(strip, setting, owners=owners)
    if not 0 < lacking <= len(doubtful) <= _MOST:
        return ()
    ways = list(combinations(doubtful, lacking))
    ways = [way for way in ways if _counted(strip, setting, way, owners=owners) == many]
    return _fewest_names(strip, ways, setting) if owners else ways[0] if len(ways) == 1 else ()


def _fewest_names(strip: Strip, ways: Sequence[tuple[int, ...]], setting: Setting) -> tuple[int, ...]:
    """The way that leaves fewer different names than any other, all of them known."""
    names = {way: {piece.words for piece in join_wrapped(_pieces(strip, setting, way))} for way in ways}
    found = sorted((way for way in ways if all(map(is_known, names[way]))), key=lambda way: len(names[way]))
    alone = len(found) == 1 or (len(found) > 1 and len(names[found[0]]) < len(names[found[1]]))
    return found[0] if alone else ()


def _counted(strip: Strip, setting: Setting, way: Collection[int] = (), *, owners: bool) -> int:
    """How many owners a cell has, or steps below its heading."""
    pieces = _pieces(strip, setting, way)
    return len(join_wrapped(pieces)) if owners else len(units(pieces[is_headed(pieces, 0) :]))


def _pieces(strip: Strip, setting: Setting, way: Collection[int] = ()) -> list[Piece]:
    return pieces_of(Cell(strip.paragraphs(setting, way), Place()))


def _doubtful(strip: Strip, setting: Setting, *, owners: bool) -> list[int]:
    """Lines that may begin a paragraph, though nothing but words says so."""
    sure = {id(passage.lines[0]) for passage in strip.passages(setting)}
    return [
        at
        for at, (above, line) in enumerate(pairwise(strip.lines), 1)
        if id(line) not in sure
        and not (is_tail(line.words) or has_numeral(line.words))
        and not (ends_open(above.words) if owners else is_unfinished(above.words))
    ]
