"""Rows of a table without rules, as rules that could have been drawn: from refs, gaps, and owners or dates that begin
beside a paragraph. Told so, a row may be wrong: whatever is read by this is flagged."""

from collections.abc import Sequence
from itertools import pairwise

from documents.assembly.heading_words import Role
from documents.assembly.sentences import is_tail
from documents.readers.pdf.lines import Setting, Text, runs_on
from documents.readers.pdf.marks import Rule
from documents.readers.pdf.turns import REF, WHOLE


def drawn(
    columns: Sequence[Sequence[Text]], roles: dict[Role, int], edges: Sequence[float], setting: Setting
) -> list[Rule]:
    """The rules across; `columns` are the lines of each from the top, `edges` the sides of the columns."""
    refs = _refs(columns, roles)
    starts = [_above(line) for line in refs]
    if not _aligned(refs, columns, roles):
        starts = _between(refs, columns, roles)
    rules = [
        _rule(at, column, edges) for at in starts for column in range(len(columns)) if column != roles.get("theme")
    ]
    rules += _themes(columns, roles, starts, edges, setting)
    bottom = max((line.bottom for column in columns for line in column), default=0.0)
    for top, end in zip([0.0, *starts], [*starts, bottom + 1], strict=True):
        stretch = [[line for line in column if top <= _middle(line) < end] for column in columns]
        heading = _heading(stretch, roles, setting)
        if heading is not None:
            rules += [_rule(heading, column, edges) for column in range(len(columns)) if column != roles.get("theme")]
            stretch = [[line for line in column if _middle(line) < heading] for column in stretch]
        for at in _steps(stretch, roles, edges, setting):
            rules += [
                _rule(at, column, edges)
                for column in range(len(columns))
                if column not in {roles[name] for name in WHOLE if name in roles}
            ]
    return rules


def between_numbers(columns: Sequence[Sequence[Text]], roles: dict[Role, int], ruled: Sequence[float]) -> list[float]:
    """Heights between two numbers that no rule parts, as where a table ends and the next begins with no header."""
    refs = [line for line in _refs(columns, roles) if REF.fullmatch(line.words)]
    starts = _between(refs, columns, roles)
    return [
        at
        for at, (above, below) in zip(starts[1:], pairwise(refs), strict=True)
        if not any(above.base < rule < below.base for rule in ruled)
    ]


def _middle(line: Text) -> float:
    return line.base - 0.3 * line.size


def _above(line: Text) -> float:
    return line.base - 0.85 * line.size


def _rule(at: float, column: int, edges: Sequence[float]) -> Rule:
    return Rule(True, at, edges[column], edges[column + 1])


def _refs(columns: Sequence[Sequence[Text]], roles: dict[Role, int]) -> list[Text]:
    if "ref" not in roles:
        return []
    column = columns[roles["ref"]]
    return [line for line in column if REF.fullmatch(line.words) or line.words[:1].isalnum()]


def _beside(line: Text, column: Sequence[Text], reach: float = 0.3) -> Text | None:
    return next((other for other in column if abs(other.base - line.base) < reach * line.size), None)


def _aligned(refs: Sequence[Text], columns: Sequence[Sequence[Text]], roles: dict[Role, int]) -> bool:
    """Do refs stand beside the first lines of their actions, and not half-way down?"""
    beside = sum(_beside(line, columns[roles["action"]]) is not None for line in refs)
    return beside >= 0.6 * len(refs)


def _between(refs: Sequence[Text], columns: Sequence[Sequence[Text]], roles: dict[Role, int]) -> list[float]:
    """Above each ref the widest band that no word crosses."""
    spans = sorted(
        (line.top, line.bottom) for at, column in enumerate(columns) if at != roles.get("theme") for line in column
    )
    bands: list[tuple[float, float]] = []
    end = 0.0
    for top, bottom in spans:
        if top > end:
            bands.append((end, top))
        end = max(end, bottom)
    starts = []
    before = 0.0
    for line in refs:
        near = [band for band in bands if before <= band[0] and band[1] <= line.base]
        widest = max(near, key=lambda band: band[1] - band[0], default=(line.top, line.top))
        starts.append(max(widest[1] - 0.5, before))
        before = line.base
    return starts


def _themes(
    columns: Sequence[Sequence[Text]],
    roles: dict[Role, int],
    starts: Sequence[float],
    edges: Sequence[float],
    setting: Setting,
) -> list[Rule]:
    """Above each theme: it begins beside the start of a row, apart from the theme above."""
    if "theme" not in roles:
        return []
    found = []
    before: Text | None = None
    for line in columns[roles["theme"]]:
        begins = any(abs(_above(line) - at) < 0.4 * line.size for at in starts)
        if begins and line.words[:1].isupper() and (before is None or setting.part(before, line)):
            found.append(_rule(_above(line), roles["theme"], edges))
        before = line
    return found


def _heading(stretch: Sequence[Sequence[Text]], roles: dict[Role, int], setting: Setting) -> float | None:
    """Where a heading stands alone below all else of a ref, above the next one."""
    last = max((column[-1].base for column in stretch if column), default=0.0)
    for at, column in enumerate(stretch):
        if at in {roles.get(name) for name in ("theme", "action", "owner", "target")}:
            continue
        others = max((other[-1].base for k, other in enumerate(stretch) if other and k != at), default=0.0)
        lone = [line for line in column if line.base > others + 0.5 * line.size and line.base <= last]
        for line in lone:
            index = column.index(line)
            apart = index == 0 or setting.part(column[index - 1], line) or (line.bold and not column[index - 1].bold)
            if apart and line.words[:1].isupper():
                return _above(line)
    return None


def _room(column: Sequence[Text], sides: tuple[float, float]) -> float:
    """How wide words may run in a column, which keeps the same margin on both sides."""
    left, right = sides
    return right - left - 2 * (min((line.x0 for line in column), default=left) - left)


def _begins(column: Sequence[Text], at: int, room: float, setting: Setting) -> bool:
    """Does a paragraph begin with the line?"""
    if at == 0 or setting.part(column[at - 1], column[at]):
        return True
    return not runs_on(column[at - 1], column[at], room) and not is_tail(column[at].words)


def _steps(
    stretch: Sequence[Sequence[Text]], roles: dict[Role, int], edges: Sequence[float], setting: Setting
) -> list[float]:
    """Where steps begin within a ref: owners or dates beside the first lines of paragraphs. None at all when any owner
    or date stands elsewhere: they are then paired by their order."""
    action = stretch[roles["action"]]
    rooms = [_room(column, sides) for column, sides in zip(stretch, pairwise(edges), strict=True)]
    found: set[float] = set()
    for name in ("owner", "target"):
        column = stretch[roles[name]] if name in roles else []
        for index, line in enumerate(column):
            if not _begins(column, index, rooms[roles[name]], setting):
                continue
            beside = _beside(line, action)
            if beside is None:
                return []
            at = next(k for k, other in enumerate(action) if other is beside)
            if not _begins(action, at, rooms[roles["action"]], setting):
                return []
            if at:
                found.add(_above(beside))
    return sorted(found)
