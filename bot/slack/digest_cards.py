"""A digest as blocks: first what a phone shows of it, in words; then the buttons; then charts and a table of the same
numbers. Whatever does not fit is counted, never dropped unsaid."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot import behind, colours, digests, groups
from bot.digests import Part
from bot.lateness import NO_THEME
from bot.slack import charts, tables
from bot.slack.blocks import buttons, chunks, clipped, context, section, sentence, within
from bot.slack.charts import Row
from bot.slack.limits import Block
from bot.slack.marks import fit, literal
from bot.slack.tables import Face, Table
from bot.wording import strong
from plans.messages import COLOURS, Behind, Digest, GroupDigest, Line, PrisonRow, Verb

WORDS = 5_000  # characters of sentences; charts, a table and the buttons have the rest of a message
TABLE = 2_600
ROWS = 60
LINE = 420
MORE = "There is more than a message holds: the buttons open every list."
OPENS = "Every number opens its list:"
FIRST = ("overdue", "new", "changes")
OTHER_THEMES, OTHER_PRISONS = "Other themes", "Other prisons"


def draw(digest: Digest, face: Face) -> list[Block]:
    """Headline, colours, the week, what may be done; charts where the workspace takes them, a table as it takes one."""
    rows = [charts.row(each.theme or NO_THEME, each) for each in digest.themes]
    points = digest.burn_up if rows else ()
    drawn = charts.bars(charts.BY_THEME, rows, label="Theme", others=OTHER_THEMES) + charts.burn_up(points)
    return [
        *_top(digests.headline(digest), digests.standing(digest)),
        *_week(digests.parts(digest), digests.remarks(digest)),
        *buttons(_first(digest.verbs)),
        *(drawn if face == "charts" else []),
        *_by_colour(rows, face, "Theme", OTHER_THEMES),
        *_other_lists(digest.verbs),
        context(fit(digests.sealed(digest), 300, literal)),
    ]


def draw_group(group: GroupDigest, face: Face) -> list[Block]:
    """The exceptions first; the table has a line for every prison."""
    rows = [charts.row(each.prison, each.counts) for each in group.rows]
    drawn = charts.bars(charts.BY_PRISON, rows, label="Prison", others=OTHER_PRISONS)
    said = [Part("", (line,)) for line in groups.lines(group)]
    return [
        *_top(groups.headline(group), groups.standing(group)),
        *_week(said, digests.remarks(group)),
        *buttons(group.verbs),
        *(drawn if face == "charts" else []),
        *_prisons(group.rows, face),
        context(fit(digests.sealed(group), 300, literal)),
    ]


def _top(headline: str, standing: str) -> list[Block]:
    return [section(sentence(strong(headline), 900)), section(fit(standing, 600, literal))]


def _week(said: Iterable[Part], remarks: list[str]) -> Iterator[Block]:
    """As many sentences as there is room for, the exceptions before the rest."""
    room, left = WORDS, 0
    for paragraph in _paragraphs(said):
        kept, cut = within(paragraph, room)
        room -= sum(len(line) + 1 for line in kept)
        left += cut
        yield from chunks(kept)
    if below := [*remarks, *([MORE] if left else [])]:
        yield context(fit(" ".join(below), 600, literal))


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
    """A line a prison, whatever is said of it above."""
    held = rows[:ROWS]
    columns = {
        "Late": [each.counts.overdue for each in held],
        "New": [each.counts.new for each in held],
        "To confirm": [each.counts.reported for each in held],
        **{
            f"{colours.SIGNS[colour]} {colour.capitalize()}": [getattr(each.counts, colour) for each in held]
            for colour in COLOURS
        },
        "All": [each.counts.total for each in held],
    }
    return _figures("Prison", [each.prison for each in held], columns, face) if held else []


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


# --- the list behind a number -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opened:
    """The list behind a number, as a table takes one."""

    lines: tuple[Line, ...]
    places: dict[str, str]
    plans: tuple[tuple[str, str], ...]
    total: int


def opened(message: Behind) -> Opened:
    return Opened(tuple(each.line for each in message.lines), dict(message.places), message.places, message.total)


def draw_behind(message: Behind, table: Table) -> list[Block]:
    """Which number it is behind, the latest five as text, the buttons, the table; changes and requests as lines."""
    held = opened(message)
    first = tuple(sorted(held.lines, key=lambda line: -line.days_late)[: len(held.lines) and 5])
    rows, shown = tables.draw(held, table) if len(held.lines) > len(first) else ([], len(held.lines))
    lines, left = within((fit(each, 300, literal) for each in behind.others(message)), WORDS)
    said = [*behind.remarks(message), *_missing(len(held.lines) - shown + left)]
    return [
        section(fit(behind.summary(message), 600, literal)),
        *([section("\n".join(tables.texts(held, first)))] if first else []),
        *chunks(lines),
        *([context(clipped(fit(" ".join(said), 1_200, literal), 1_200))] if said else []),
        *buttons(message.verbs),
        *rows,
    ]


def _missing(count: int) -> list[str]:
    return [f"{count:,} more are not shown for want of room."] if count else []
