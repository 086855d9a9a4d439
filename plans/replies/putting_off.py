"""Whether words ask for a later date, promise one, or say only how it goes (DESIGN section 5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plans.dates.spans import Unit, shifted
from plans.replies.asking import asks
from plans.replies.clauses import Clause
from plans.replies.completing import said
from plans.replies.days import Told, forward
from plans.replies.following import is_what_follows
from plans.replies.values import Asks
from plans.replies.wanting import CONDITIONS, MAY, wants

_YEAR = Unit("month", months=12)
_JUST_PAST = timedelta(days=62)
_TO_DAY = frozenset("to until till til by for be make now into before".split())
_WAITS = frozenset({"once", "subject to", "pending", "provided"})
_PAST = frozenset("was were had been".split())
_NOT_AHEAD = frozenset({"since", "from", "as of", "as at", "was", "were", "after", "back in"})
_OFFERED = frozenset(
    (
        "best, what, as good as, good, realistic, more realistic, achievable, more achievable, possible, doable, "
        "likely, most likely, more likely, earliest, soonest, latest, better, ok, okay, is better, would be better"
    ).split(", ")
)
_BARE = tuple(
    "fill hedge will shift self be we det date thanks do all done may_we later more going why but send ref ask "
    "tail".split()
)


@dataclass(frozen=True, slots=True)
class PutOff:
    """A later date wanted, as told; `clause` is where. `told` None: more time, and no day said."""

    clause: Clause
    told: Told | None
    wanted: bool = True


def put_off(group: Sequence[Clause], today: date, due: date | None) -> PutOff | None:
    """The date asked for or promised in the clauses on one action, the last that names one."""
    if any(clause.marks[0].text in ("if", "unless") for clause in group):
        return None
    done = any(said(clause, today) == "done" for clause in group)
    open_ones = [
        clause for clause in group if said(clause, today) != "done" and not (done and is_what_follows(clause, today))
    ]
    found = [put for clause in open_ones if (put := _in_clause(clause, today, due))]
    found = [put for put in found if not put.clause.marks[0].is_a("why")] or found
    named = [put for put in found if put.told]
    if found and not named and not _fails(found[-1].clause):
        late = [put.clause for put in found]
        day = next((one for clause in group if clause not in late and (one := _bare_day(clause, today))), None)
        return PutOff(found[-1].clause, day) if day else found[-1]
    return named[-1] if named else found[-1] if found else None


def _in_clause(told: Clause, today: date, due: date | None) -> PutOff | None:
    clause = _without_reason(told)
    if asks(clause) or clause.has("remind", "else", "undo", "ref"):
        return None
    wanted = wants(clause)
    if wanted is False:
        return None
    day = _day(clause, today, due)
    if day and day.day and day.day <= today and not _PAST.isdisjoint(clause.words.split()):
        return None  # was away till today
    if day and due and day.day == due and (_fails(clause) or _misses(clause)):
        return PutOff(told, None)
    if wanted:
        return PutOff(told, day)
    if day is None:
        return None
    return PutOff(told, day, wanted=False) if _is_promise(clause) or _is_bare(clause) else None


def _without_reason(clause: Clause) -> Clause:
    """A day in the reason is none that is asked for: end of next month, as it was not funded till last week."""
    why = clause.first("why")
    led = why is not None and any(mark.found or mark.is_a("later", "more") for mark in clause.marks[:why])
    return replace(clause, marks=clause.marks[:why]) if led else clause


def _fails(clause: Clause) -> bool:
    """It can't be done by the date that it has."""
    at = clause.first("done", "do")
    return at is not None and any(mark.is_a("not") for mark in clause.marks[:at])


def _misses(clause: Clause) -> bool:
    """Won't hit the 31st: the day that it will not meet is none that is asked for."""
    at = clause.first("more")
    return at is not None and clause.marks[at].text.endswith((" hit", " make", " meet", " manage"))


def is_declined(clause: Clause) -> bool:
    """No extension needed; may need longer: time is spoken of, and not asked for."""
    return wants(clause) is False


def _is_promise(clause: Clause) -> bool:
    """Will be done by Friday; on track for the 28th. A meeting on a day promises nothing of the action."""
    if clause.has("heard") and not clause.has("will", "shift"):
        return False
    if any(mark.text in CONDITIONS or mark.text in _WAITS for mark in clause.marks):
        return False
    done = clause.first("done", "do")
    if done is not None and (
        clause.has("will", "hedge")
        or any(mark.text in _TO_DAY - {"for", "be", "make", "now"} for mark in clause.marks[done + 1 :])
        or clause.has("not")
        or clause.marks[done].text.endswith(" by")
    ):
        return not clause.has("part") and not clause.has("undo")
    return _is_on_track(clause)


def _is_on_track(clause: Clause) -> bool:
    at = clause.first("going")
    return (
        at is not None
        and clause.marks[at].text.startswith(("on track", "on course", "on target", "on schedule"))
        and not clause.unknown
    )


def _is_bare(clause: Clause) -> bool:
    """The day is all that the clause says: 14 March; realistically end of April; say 31 March."""
    leads = clause.marks[0].text == "say" or (
        clause.marks[0].text == "not" and clause.marks[1:2] and clause.marks[1].text.startswith("before")
    )
    marks = clause.marks[1:] if leads else clause.marks
    clause = _day_offered(replace(clause, marks=marks or clause.marks))
    if clause.unknown or any(mark.text in CONDITIONS | MAY | _NOT_AHEAD for mark in clause.marks):
        return False
    if clause.has(*"done do part piece heard stop wait irony deed work attach not undone quote".split()):
        return False
    if clause.has("going") and not _is_on_track(clause):
        return False
    return all(mark.is_a(*_BARE) or not mark.is_word or mark.text in _TO_DAY for mark in clause.marks)


def _day_offered(clause: Clause) -> Clause:
    """Up to the day, where a reason or its praise follows: mid May when they are back; Friday is the best I "
    "can do."""
    at = clause.first("date")
    if at is None:
        return clause
    led = [mark for mark in clause.marks[:at] if not mark.is_a("det", "hedge") or mark.text in _OFFERED]
    offered = any(mark.text in _OFFERED for mark in led[:3]) or [mark.text for mark in led[:2]] == ["first", "date"]
    if led and led[-1].is_a("be", "will") and offered and not clause.has("not"):
        return replace(clause, marks=clause.marks[at : at + 1])
    if at + 1 == len(clause.marks):
        return clause
    after = clause.marks[at + 1 :]
    praised = after[0].is_a("be") and any(mark.text in _OFFERED for mark in after)
    if praised or after[0].is_a("why") or after[0].text in ("when", "with", "once", "while"):
        return replace(clause, marks=clause.marks[: at + 1])
    return clause


def _bare_day(clause: Clause, today: date) -> Told | None:
    """A day by itself, offered even where it asks: we can't make Friday. Monday?"""
    if asks(clause) and not all(mark.found or not mark.is_word for mark in clause.marks):
        return None
    return _day(clause, today, None) if _is_bare(clause) or _is_promise(clause) else None


def _day(clause: Clause, today: date, due: date | None) -> Told | None:
    """The day of a clause: after "to" or "until" where several stand, the date it has now left out."""
    at = [at for at, mark in enumerate(clause.marks) if mark.found]
    if len(at) > 1:
        led = [one for one in at if one and clause.marks[one - 1].text.split()[-1] in _TO_DAY]
        at = led or at
    told = [forward(mark.found, today) for mark in (clause.marks[one] for one in at) if mark.found]
    if len(told) > 1 and due:
        told = [one for one in told if one.day != due] or told
    days = {one.day for one in told}
    if len(days) > 1:
        return Told(None, asks="which_day", options=tuple(sorted(day for day in days if day)))
    return told[0] if told else None


def objection(told: Told, today: date) -> Asks | None:
    """Why the day cannot stand as a later date: it is not read, is past, or without its year is only just past."""
    if told.day is None:
        return told.asks
    without_year = any("year" in one.span.assumed for one in told.read)
    just_past = without_year and timedelta() < today - shifted(told.day, _YEAR, -1) <= _JUST_PAST
    return "past_day" if told.day < today or just_past else None
