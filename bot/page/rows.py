"""What the page's tables say, as words."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.naming import times
from bot.wording import capital, day, many, parties, since, status
from plans.messages import COLOURS, Colour, Counts, Digest, DigestLine

WORDS: dict[Colour, str] = {"red": "Red", "amber": "Amber", "green": "Green", "blue": "Blue", "grey": "Grey"}
MEANS: dict[Colour, str] = {
    "red": "late, blocked, or long unconfirmed",
    "amber": "due soon, slipped, or reported",
    "green": "on track",
    "blue": "done",
    "grey": "no date, or withdrawn",
}
NO_THEME = "No theme"


@dataclass(frozen=True, slots=True)
class Tally:
    colour: Colour
    word: str
    means: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    address: str
    title: str
    owner: str
    due: str
    promised: str
    colour: Colour
    word: str
    status: str


@dataclass(frozen=True, slots=True)
class Group:
    theme: str
    rows: tuple[Row, ...]


def tallies(digest: Digest) -> tuple[Tally, ...]:
    return tuple(Tally(each, WORDS[each], MEANS[each], count(digest.counts, each)) for each in COLOURS)


def count(counts: Counts, colour: Colour) -> int:
    return int(getattr(counts, colour))


def by_theme(digest: Digest) -> tuple[Group, ...]:
    """Every action once, theme by theme as the digest has them."""
    held: dict[str, list[DigestLine]] = {row.theme: [] for row in digest.themes}
    for line in digest.lines:
        held.setdefault(line.theme, []).append(line)
    return tuple(Group(theme or NO_THEME, _rows(digest, lines)) for theme, lines in held.items() if lines)


def _rows(digest: Digest, lines: Iterable[DigestLine]) -> tuple[Row, ...]:
    return tuple(_row(held, digest.places.get(held.line.plan, "")) for held in lines)


def _row(held: DigestLine, place: str) -> Row:
    line = held.line
    return Row(
        address=f"{place} {line.address}".strip(),
        title=line.title,
        owner=parties(line),
        due=_due(held),
        promised=_promised(held),
        colour=held.colour,
        word=WORDS[held.colour],
        status=capital(", ".join(_standing(held))),
    )


def _due(held: DigestLine) -> str:
    if held.line.due:
        return day(held.line.due)
    return f"{capital(since(held.line.starts))}, no end" if held.line.starts else "No date"


def _promised(held: DigestLine) -> str:
    """The date first promised where it is another by now, and how often it was moved."""
    moved = f"moved {times(held.slips)}" if held.slips else ""
    first = day(held.original_due) if held.original_due and held.original_due != held.line.due else ""
    return ", ".join(filter(None, [first, moved])) or "As due"


def _standing(held: DigestLine) -> Iterable[str]:
    yield "nothing reported yet" if held.line.status == "not_started" else status(held.line.status)
    if held.line.days_late:
        yield f"{many(held.line.days_late, 'day')} late"
    if "extension" in held.waits:
        yield "another date asked for"
    if "hand_over" in held.waits:
        yield "another lead asked for"
