"""Paragraphs of one cell that lines and gaps do not part, told by how many owners and dates stand beside them.

Where a sentence ends at the end of a full line, only the number of dates says whether a paragraph ends there as well.
"""

from collections.abc import Collection, Sequence
from itertools import combinations, pairwise

from documents.assembly.heading_words import Role
from documents.assembly.joining import join_dates, join_wrapped
from documents.assembly.phrases import reads
from documents.assembly.pieces import Piece, pieces_of
from documents.assembly.sentences import has_numeral, is_tail, is_unfinished
from documents.assembly.steps import is_headed, units
from documents.draft import Cell, Place
from documents.readers.pdf.cells import Band, Strip
from documents.readers.pdf.lines import Setting
from plans.joint_owners import ends_open
from plans.owners import is_known

_BY_LINES = "its dates were told apart by their lines"
_MOST = 8
"""Lines that may or may not begin a paragraph: with more there are too many ways to choose."""


def names_of(bands: Sequence[Band], roles: dict[Role, int]) -> set[str]:
    """The owners that stand alone on the one line of their cell: such a name is whole."""
    column = roles.get("owner", -1)
    strips = [band.strips[column] for band in bands if 0 <= column < len(band.strips)]
    return {strip.words for strip in strips if len(strip.lines) == 1 and is_known(strip.words)}


def settle(band: Band, roles: dict[Role, int], setting: Setting, names: set[str]) -> None:
    """Mark the lines that begin paragraphs of a row's actions and owners, where its dates leave one way only. `names`
    are owners known to be whole."""
    if not {"action", "target"} <= roles.keys() or max(roles.values()) >= len(band.strips):
        return
    action, target = (band.strips[roles[name]] for name in ("action", "target"))
    many = len(join_dates(_pieces(target, setting)))
    steps = _counted(action, setting, owners=False)
    if steps == 1 and "owner" in roles:
        steps = _counted(band.strips[roles["owner"]], setting, owners=True)
    if many < steps and (found := _dates(target, steps)):
        many = len(found) + 1
        target.opening = found
        band.flags = (_BY_LINES,)
    if many < 2:
        return
    action.opening = _one_way(action, many, setting)
    if "owner" in roles:
        owner = band.strips[roles["owner"]]
        owner.opening = _by_names(owner, many, setting, names)


def _dates(target: Strip, many: int) -> tuple[int, ...]:
    """Where the lines of a cell that read as one date ("Completed", "June 2018") begin so many of their own."""
    lines = target.printed
    if not 1 < many <= len(lines) <= _MOST:
        return ()
    ways = [
        way
        for way in combinations(range(1, len(lines)), many - 1)
        if all(
            reads(words) and not words.isdigit()
            for words in (" ".join(lines[a:b]) for a, b in pairwise([0, *way, len(lines)]))
        )
    ]
    return ways[0] if len(ways) == 1 else ()


def _one_way(strip: Strip, many: int, setting: Setting) -> tuple[int, ...]:
    """The doubtful lines that must begin paragraphs for there to be so many; none where they may be several."""
    ways = _ways(strip, many, setting, owners=False)
    return ways[0] if len(ways) == 1 else ()


def _by_names(strip: Strip, many: int, setting: Setting, names: set[str]) -> tuple[int, ...]:
    """As `_one_way`: of several the one with more whole names than any other, or else fewer different ones."""
    ranked = []
    for way in _ways(strip, many, setting, owners=True):
        found = [piece.words for piece in join_wrapped(_pieces(strip, setting, way))]
        if all(map(is_known, found)):
            whole = sum(words in names for words in [*found, *(strip.lines[at].words for at in way)])
            ranked.append((-whole, len(set(found)), found, way))
    if not ranked:
        return ()
    ranked.sort()
    best = [each for each in ranked if each[:2] == ranked[0][:2]]
    if any(found != best[0][2] for _, _, found, _ in best):
        return ()  # several ways, and they say different things
    whole, different, found, way = best[0]
    sure = whole or different < len(found) or _counted(strip, setting, owners=True) > 1
    return way if sure else ()


def _ways(strip: Strip, many: int, setting: Setting, *, owners: bool) -> list[tuple[int, ...]]:
    """The choices of doubtful lines that make so many paragraphs."""
    lacking = many - _counted(strip, setting, owners=owners)
    doubtful = _doubtful(strip, setting, owners=owners)
    if not 0 < lacking <= len(doubtful) <= _MOST:
        return []
    return [way for way in combinations(doubtful, lacking) if _counted(strip, setting, way, owners=owners) == many]


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
