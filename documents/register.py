"""A register of posts in a CSV file, read into lines. All that is wrong is said at once.

What the lines change in the register that is held is the business of `documents.posts`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from documents.cells import Cell, Unclear, day, email, name, organisations, post, prison, roles
from documents.register_table import named, read_table
from documents.unreadable import Unreadable
from plans.owners import key
from plans.register import Period

_SAID = 8
"""Of many things wrong, so many are said: the rest is mostly the same again."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the register. `prison` is a plain name, None everywhere; `post` None: a role alone; `person` None:
    the post is vacant."""

    number: int
    prison: str | None
    post: str | None
    acting: bool
    person: str | None
    email: str | None
    first: date | None
    last: date | None
    deputy: str | None
    group: str | None
    roles: tuple[str, ...]
    liaison_for: tuple[str, ...]
    away_until: date | None

    @property
    def period(self) -> Period:
        return Period(self.first, self.last)

    @property
    def who(self) -> str:
        """What tells this person from others in the file; empty when the post is vacant."""
        return self.email or (self.person or "").casefold()


def read_register(content: bytes, file: str, *, held: tuple[str, ...], today: date) -> list[Line]:
    """`held` are the plain names of the prisons known. Raises Unreadable, which names every line that is wrong."""
    columns, below = read_table(content, file)
    lines: list[Line] = []
    wrong: list[str] = []
    for number, cells in below:
        try:
            lines.append(_line(number, named(cells, columns), held, today))
        except Unclear as unclear:
            wrong.append(f"line {number}{unclear}")
    if not lines and not wrong:
        raise Unreadable(f"I could not read {file}: there is no line below its headings.")
    wrong += _at_odds(lines)
    if wrong:
        more = f"; and {len(wrong) - _SAID} more" if len(wrong) > _SAID else ""
        said = f"{'; '.join(wrong[:_SAID])}{more}"
        raise Unreadable(f"I could not take {file}, and nothing was saved: {said}{'' if said.endswith('?') else '.'}")
    return lines


# --- a line ------------------------------------------------------------------------------------------------------


def _line(number: int, cells: dict[str, str], held: tuple[str, ...], today: date) -> Line:
    def read(column: str, reading: Callable[[str], Any]) -> Any:
        try:
            return reading(words) if (words := cells.get(column, "")) else None
        except Unclear as unclear:
            raise Unclear(f", {column}: {unclear}") from unclear

    held_post: Cell | None = read("post", post)
    line = Line(
        number=number,
        prison=read("prison", lambda words: prison(words, held)),
        post=held_post.words if held_post else None,
        acting=held_post.acting if held_post else False,
        person=read("person", name),
        email=read("email", email),
        first=read("from", lambda words: day(words, today, last=False)),
        last=read("until", lambda words: day(words, today, last=True)),
        deputy=read("deputy_email", email),
        group=read("group", name),
        roles=read("role", roles) or (),
        liaison_for=read("liaison_for", organisations) or (),
        away_until=read("away_until", lambda words: day(words, today, last=True)),
    )
    for wrong in _wrong_with(line):
        raise Unclear(wrong)
    return line


def _wrong_with(line: Line) -> Iterator[str]:
    if line.prison is None and (line.post or not line.roles):
        yield ", prison: it is blank"
    if line.post is None and not line.roles:
        yield ", post: it is blank; a line has a post, a role or both"
    if line.first and line.last and line.last < line.first:
        yield f", until: {line.last.isoformat()} is before from, {line.first.isoformat()}"
    if line.person is None and line.email:
        yield ", person: there is an e-mail address and no name; leave both blank where the post is vacant"
    if line.person is None and (line.away_until or line.roles):
        yield ", person: it is blank, so there is nobody to be away or to have a role"
    if line.deputy and line.deputy == line.email:
        yield ", deputy_email: that is the holder's own"


# --- lines together ----------------------------------------------------------------------------------------------


def _at_odds(lines: Sequence[Line]) -> list[str]:
    """What two lines say that cannot both be, in the order of the lines."""
    met: dict[tuple[str, ...], list[Line]] = {}
    wrong: list[str] = []
    for line in lines:
        for about, against in _about(line):
            before = met.setdefault(about, [])
            wrong += [said for one in before if (said := against(one, line))][:1]
            before.append(line)
    return wrong


Against = Callable[[Line, Line], str | None]


def _about(line: Line) -> Iterator[tuple[tuple[str, ...], Against]]:
    """What the line says something of, and how another line may contradict it."""
    if line.email:
        yield ("email", line.email), _other_name
    if line.group and line.prison:
        yield ("group", line.prison), _other_group
    if line.post and line.prison:
        yield ("post", line.prison, key(line.post), str(line.acting)), _other_holder
        if line.deputy:
            yield ("deputy", line.prison, key(line.post)), _other_deputy
        for organisation in line.liaison_for:
            yield ("contact", line.prison, key(organisation)), _other_contact(organisation)


def _other_name(one: Line, other: Line) -> str | None:
    if (one.person or "").casefold() == (other.person or "").casefold():
        return None
    said = f"{one.email} is {other.person} here and {one.person} on line {one.number}"
    return f"line {other.number}, email: {said}"


def _other_group(one: Line, other: Line) -> str | None:
    if (one.group or "").casefold() == (other.group or "").casefold():
        return None
    said = f"{other.prison} is in {other.group} here and in {one.group} on line {one.number}"
    return f"line {other.number}, group: {said}"


def _other_holder(one: Line, other: Line) -> str | None:
    if not _together(one.period, other.period):
        return None
    if one.who != other.who:
        holder = f"by {one.person}" if one.person else "by nobody"
        said = f"{other.post} of {other.prison} is held {holder} on line {one.number} at the same time"
        return f"line {other.number}, person: {said}; say there until when"
    if one.period != other.period:
        return f"line {other.number}, from: line {one.number} has other days for the same person and post"
    return None


def _other_deputy(one: Line, other: Line) -> str | None:
    if one.deputy == other.deputy or not _together(one.period, other.period):
        return None
    return f"line {other.number}, deputy_email: it is {one.deputy} on line {one.number} for the same post"


def _other_contact(organisation: str) -> Against:
    def against(one: Line, other: Line) -> str | None:
        if key(one.post or "") == key(other.post or ""):
            return None
        return f"line {other.number}, liaison_for: {organisation} has {one.post} as its contact on line {one.number}"

    return against


def _together(one: Period, other: Period) -> bool:
    first = max(one.first or date.min, other.first or date.min)
    return first <= min(one.last or date.max, other.last or date.max)
