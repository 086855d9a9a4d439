"""A digest as blocks: first what is late and what comes, in words, and the buttons; then charts; then the rest of the
week, and a table of the same numbers as the charts. Whatever does not fit is counted, never dropped unsaid."""

from collections.abc import Iterable, Sequence

from bot import colours, digests, groups
from bot.digests import Part
from bot.lateness import NO_THEME
from bot.slack import charts, tables
from bot.slack.blocks import buttons, chunks, context, section, sentence, within
from bot.slack.charts import Row
from bot.slack.limits import Block
from bot.slack.marks import fit, literal
from bot.slack.tables import Face
from bot.wording import strong
from plans.messages import COLOURS, Digest, GroupDigest, PrisonRow, Verb

WORDS = 5_000  # characters of sentences; charts, a table and the buttons have the rest of a message
TABLE = 2_600
ROWS = 60
PRISONS = 40
LINE = 420
MORE = "There is more than a message holds: the buttons open every list."
OPENS = "Every number opens its list:"
FIRST = ("overdue", "new", "changes")
OTHER_THEMES, OTHER_PRISONS = "Other themes", "Other prisons"


def draw(digest: Digest, face: Face) -> list[Block]:
    """Charts where the workspace takes them, a table as it takes one."""
    first, rest = _week(digests.parts(digest), digests.remarks(digest))
    rows = [charts.row(each.theme or NO_THEME, each) for each in digest.themes]
    points = digest.burn_up if rows else ()
    drawn = charts.bars(charts.BY_THEME, rows, label="Theme", others=OTHER_THEMES) + charts.burn_up(points)
    return [
        *_top(digests.headline(digest), digests.standing(digest)),
        *first,
        *buttons(_first(digest.verbs)),
        *(drawn if face == "charts" else []),
        *rest,
        *_by_colour(rows, face, "Theme", OTHER_THEMES),
        *_other_lists(digest.verbs),
        context(fit(digests.sealed(digest), 300, literal)),
    ]


def draw_group(group: GroupDigest, face: Face) -> list[Block]:
    """The exceptions first; the table has a line for every prison."""
    rows = [charts.row(each.prison, each.counts) for each in group.rows]
    drawn = charts.bars(charts.BY_PRISON, rows, label="Prison", others=OTHER_PRISONS)
    said, rest = _week([Part("", (line,), first=True) for line in groups.lines(group)], digests.remarks(group))
    return [
        *_top(groups.headline(group), groups.standing(group)),
        *said,
        *rest,
        *buttons(group.verbs),
        *(drawn if face == "charts" else []),
        *_prisons(group.rows, face),
        context(fit(digests.sealed(group), 300, literal)),
    ]


def _top(headline: str, standing: str) -> list[Block]:
    return [section(sentence(strong(headline), 900)), section(fit(standing, 600, literal))]


def _week(said: Iterable[Part], remarks: list[str]) -> tuple[list[Block], list[Block]]:
    """What is seen first, and the rest: as many sentences as there is room for, the exceptions before the others."""
    parts = list(said)
    first, room, cut = _fitted([part for part in parts if part.first], WORDS)
    rest, _, left = _fitted([part for part in parts if not part.first], room)
    below = [*remarks, *([MORE] if cut + left else [])]
    return first, [*rest, *([context(fit(" ".join(below), 600, literal))] if below else [])]


def _fitted(parts: list[Part], room: int) -> tuple[list[Block], int, int]:
    """The blocks, the room that is left after them, and how many lines had none."""
    blocks, left = list[Block](), 0
    for paragraph in _paragraphs(parts):
        kept, cut = within(paragraph, room)
        room -= sum(len(line) + 1 for line in kept)
        left += cut
        blocks += chunks(kept)
    return blocks, room, left


def _paragraphs(said: Iterable[Part]) -> list[list[str]]:
    """Lists stand by themselves, single lines together: an eye that looks finds where the next begins."""
    made: list[list[str]] = []
    together = False
    for part in said:
        single = len(part.lines) == 1
        if single and together:
            made[-1] += _part(part)
        else:
            made.append(_part(part))
        together = single
    return made


def _part(part: Part) -> list[str]:
    lines = [sentence(line, LINE) or "–" for line in part.lines]
    if not part.heading:
        return lines
    heading = f"*{fit(part.heading, 100, literal)}*"
    return [f"{heading}  {lines[0]}"] if len(lines) == 1 else [heading, *(f"• {line}" for line in lines)]


def _first(verbs: tuple[Verb, ...]) -> tuple[Verb, ...]:
    """What leaders press most: a phone shows few buttons before they hide what follows."""
    return tuple(verb for verb in verbs if verb.name != "behind" or _list(verb) in FIRST)


def _other_lists(verbs: tuple[Verb, ...]) -> list[Block]:
    rest = buttons(tuple(verb for verb in verbs if verb.name == "behind" and _list(verb) not in FIRST))
    return [context(OPENS), *rest] if rest else []


def _list(verb: Verb) -> str:
    return verb.query.rpartition(" ")[2]


# --- the table of the same numbers --------------------------------------------------------------------------------


def _by_colour(rows: list[Row], face: Face, heading: str, others: str) -> list[Block]:
    shown = charts.few(rows, ROWS, others)
    if not shown:
        return []
    names = [*(f"{colours.SIGNS[colour]} {colour.capitalize()}" for colour in COLOURS), "All"]
    columns = {name: [(*each.colours, each.total)[at] for each in shown] for at, name in enumerate(names)}
    return _figures(heading, [each.name for each in shown], columns, face)


def _prisons(rows: tuple[PrisonRow, ...], face: Face) -> list[Block]:
    """A line a prison, whatever is said of it above; those at the end are added up, so that the columns add up too."""
    apart = rows if len(rows) <= PRISONS else rows[: PRISONS - 1]
    rest = rows[len(apart) :]
    names = [each.prison for each in apart] + ([f"{len(rest)} {OTHER_PRISONS.casefold()}"] if rest else [])
    counted = {
        "Late": "overdue",
        "New": "new",
        "To confirm": "reported",
        **{f"{colours.SIGNS[colour]} {colour.capitalize()}": colour for colour in COLOURS},
        "All": "total",
    }
    columns = {heading: _column(apart, rest, count) for heading, count in counted.items()}
    return _figures("Prison", names, columns, face) if names else []


def _column(apart: Sequence[PrisonRow], rest: Sequence[PrisonRow], count: str) -> list[int]:
    values = [getattr(each.counts, count) for each in apart]
    return [*values, sum(getattr(each.counts, count) for each in rest)] if rest else values


def _figures(heading: str, names: list[str], columns: dict[str, list[int]], face: Face) -> list[Block]:
    """As a table, or as a line each; names as long as there is room for."""
    cells = [[f"{values[at]:,}" for values in columns.values()] for at in range(len(names))]
    if face == "sections":
        return list(chunks(_in_words(names, columns)))
    spent = sum(map(len, columns)) + sum(len(cell) for row in cells for cell in row)
    width = max(8, min(60, (TABLE - spent) // len(names)))
    rows = [(heading, *columns), *((fit(name, width) or "–", *row) for name, row in zip(names, cells, strict=True))]
    caption = f"By {heading.casefold()}: how many actions are of which colour"
    return tables.figures(tables.table_of(face), caption, rows, columns)


def _in_words(names: list[str], columns: dict[str, list[int]]) -> list[str]:
    """*Culture* Red 2 · Amber 0 · …, where a workspace takes no table."""
    lines = [
        f"*{fit(name, 60, literal)}* {' · '.join(f'{heading} {values[at]:,}' for heading, values in columns.items())}"
        for at, name in enumerate(names)
    ]
    kept, left = within(lines, TABLE)
    return [*kept, f"… and {left:,} more"] if left else kept
