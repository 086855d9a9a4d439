"""One form for many actions: all that a brief asks of its reader, or all that one lead post owes, in a meeting.

Each line is taken by itself: what changed since the form was drawn is refused and said, the rest is recorded.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plans.chat import Answered, Ask, Refill, Say, Submitted
from plans.messages import Field, Form
from plans.progress import filling
from plans.progress.changing import Wanted
from plans.progress.choosing import all_changed
from plans.progress.facts import Facts, facts
from plans.progress.filling import NO_NAMES, Filled, mended, wrong
from plans.progress.home import ALL, owed
from plans.progress.receipts import receipt, revised
from plans.progress.seeing import own, shown
from plans.progress.showing import label
from plans.progress.stances import standings
from plans.progress.subjects import OWN
from plans.progress.turn import Turn, row_number, said
from plans.rights import Doing, permitted
from storage.sent import Sent

MOST = 30
"""Actions of one form: Slack takes a hundred blocks, and a line is three."""

OFFERED: tuple[Doing, ...] = ("report", "progress", "block", "postpone", "note", "sustain", "leave")
DAY_WITHOUT = "A day goes with Need longer: choose that, or empty the day of {0}."
NOTHING = "Nothing here waits for an answer from you any more. `/actions mine` shows how your actions stand."


@dataclass(frozen=True, slots=True)
class Row:
    """An action of the form, with what may be said of it."""

    facts: Facts
    may: tuple[Doing, ...]


def form(turn: Turn, query: str) -> Answered:
    """Of a brief, or of all that is theirs."""
    if query == ALL:
        return _of_all(turn)
    found = own(turn, query)
    if isinstance(found, str):
        return said(found)
    rows = rows_of(turn, _lines(found[0]))
    if not rows:
        return said(NOTHING)
    return Ask(drawn(rows[:MOST], str(found[0].id), _intro(rows)))


def _of_all(turn: Turn) -> Answered:
    """As their home asks for it."""
    rows = rows_of(turn, owed(turn))
    return Ask(drawn(rows[:MOST], ALL, _intro(rows))) if rows else said(NOTHING)


def _lines(sent: Sent) -> list[int]:
    """Those that its reader answers for, late before the rest, as the brief has them."""
    lines = shown(sent, seen=None, whole=True).lines
    return list(dict.fromkeys(line.action for line in lines if line.quality in OWN and line.action))


def _intro(rows: Sequence[Row]) -> str:
    more = len(rows) - MOST
    rest = f" The first {MOST} of {len(rows)} are here; open it again for the other {more}." if more > 0 else ""
    return f"What is left empty stays as it is. {NO_NAMES}{rest}"


def rows_of(turn: Turn, actions: Collection[int]) -> list[Row]:
    """Those of the actions of which something may be said."""
    left = to_update(turn, actions)
    known = facts(turn, left)
    offered = (Row(known[id], _offered(turn, known[id])) for id in left)
    return [row for row in offered if row.may]


def to_update(turn: Turn, actions: Collection[int]) -> list[int]:
    """Those that nobody has reported or finished meanwhile: late ones first, then by date."""
    known = facts(turn, actions)
    left = [known[id] for id in actions if id in known and known[id].status not in _ANSWERED]
    return [one.id for one in sorted(left, key=lambda one: one.due or date.max)]


_ANSWERED = ("reported", "done", "withdrawn")


def _offered(turn: Turn, found: Facts) -> tuple[Doing, ...]:
    may = permitted(found.case, [one.stance for one in standings(turn, found)])
    return tuple(doing for doing in OFFERED if doing in may)


def drawn(rows: Sequence[Row], about: str, intro: str, title: str = "Update") -> Form:
    """`about` goes with the version of each action that was seen."""
    seen = " ".join(f"{row.facts.id}:{row.facts.version}" for row in rows)
    asked = tuple(field for row in rows for field in _fields(row))
    return Form("update", title, "Record", asked, about=f"{about}|{seen}", intro=intro)


def _fields(row: Row) -> Iterator[Field]:
    found = row.facts
    due = f"due {filling.dated(found.due)}" if found.due else "no date"
    choices = tuple((doing, label(doing, outside=found.outside)) for doing in row.may)
    yield Field(f"do-{found.id}", f"{found.address} {found.title}", "one", choices, hint=due, optional=True)
    if "postpone" in row.may:
        yield Field(f"until-{found.id}", f"{found.address}: until when?", "day", hint=_LONGER, optional=True)
    yield Field(f"words-{found.id}", f"{found.address}: why, or a remark", "line", optional=True)


_LONGER = "Only with Need longer."


# --- taken ---------------------------------------------------------------------------------------------------------


def taken(turn: Turn, submitted: Submitted) -> Answered:
    """Of a brief, its reader's own; of a meeting, whatever they may record."""
    where, seen = submitted.about.partition("|")[0], seen_of(submitted.about)
    of = own(turn, where) if where.isdecimal() else None
    if isinstance(of, str):
        return said(of)
    known = facts(turn, seen)
    wanted = list(_wanted(submitted.values, seen, known))
    if not wanted:
        return Refill({f"do-{next(iter(seen), 0)}": "Choose what became of at least one action, or close this form."})
    if amiss := _amiss(turn, wanted, known):
        return Refill(amiss)
    done = all_changed(turn, [one for one, _ in wanted])
    return Say(receipt(turn, done), revised=revised(turn, done, of=of[0] if of else None))


def seen_of(about: str) -> dict[int, int]:
    """The version of each action as the form was drawn."""
    pairs = (pair.partition(":") for pair in about.partition("|")[2].split())
    numbered = ((row_number(id), row_number(version)) for id, _, version in pairs)
    return {id: version for id, version in numbered if id is not None and version is not None}


Line = tuple[Wanted, Filled]
"""What is wanted of an action, and how it was filled in."""


def _wanted(
    values: Mapping[str, str | tuple[str, ...]], seen: Mapping[int, int], known: Mapping[int, Facts]
) -> Iterator[Line]:
    """Of every line of which something was said; without a choice of what, it is to be asked for."""
    for action, version in seen.items():
        filled = filling.read(values, f"-{action}")
        chosen = values.get(f"do-{action}")
        doing = next((each for each in OFFERED if each == chosen), None)
        if action in known and (doing or filled.words or filled.until):
            until = filled.until if doing == "postpone" else None
            wanted = Wanted(action, doing or "undo", version, filled.words, until, links=filled.links)
            yield wanted, filled


def _amiss(turn: Turn, wanted: Sequence[Line], known: Mapping[int, Facts]) -> dict[str, str]:
    """By field, what is to be mended before anything is recorded. What changed meanwhile is told of afterwards."""
    found: dict[str, str] = {}
    for one, filled in wanted:
        facts_of = known[one.action]
        if one.doing == "undo":
            found[f"do-{one.action}"] = f"Choose what became of {facts_of.address}."
        elif one.version == facts_of.version:
            if filled.until and one.doing != "postpone":
                found[f"do-{one.action}"] = DAY_WITHOUT.format(facts_of.address)
            found |= mended(wrong(turn, facts_of, one, filled), f"-{one.action}")
    return found
