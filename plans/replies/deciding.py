"""What the clauses on one action mean together. The order of the rules is the order of what they outrank; whatever
takes back or doubts a completion goes before it, so that it is reported last of all (DESIGN section 5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plans.replies.asking import asks, is_request
from plans.replies.clauses import Clause
from plans.replies.completing import doubted, said, stated_day
from plans.replies.days import Told, backward, forward
from plans.replies.handing_on import handed_on
from plans.replies.noting import is_remark, reason_of, stopped_by, text_of
from plans.replies.putting_off import PutOff, is_declined, objection, put_off
from plans.replies.values import Context, Meant
from plans.replies.wanting import is_negated

_BEFORE_UNDO = ("fill", "self", "we", "thanks", "done", "be", "undo", "but", "why", "may_we", "det")
_PRESSED = frozenset({"you", "marked", "pressed", "clicked", "hit", "tapped", "was", "ticked"})
_SMALL = ("fill", "thanks", "self", "det", "be", "we", "all")


@dataclass(frozen=True, slots=True)
class Group:
    """The clauses that speak of one action; `due` its date where it is known, `text` the cleaned reply."""

    clauses: tuple[Clause, ...]
    text: str
    today: date
    due: date | None
    own: bool = True

    def having(self, *kinds: str) -> Clause | None:
        return next((clause for clause in self.clauses if clause.has(*kinds)), None)

    @property
    def says(self) -> set[str]:
        return {word for clause in self.clauses if (word := said(clause, self.today))}


def decide(group: Group) -> Meant:
    """The first rule that fits."""
    for rule in (
        _nothing,
        _undo,
        _irony,
        _snooze,
        _question,
        _not_mine,
        _postpone,
        _blocked,
        _completion,
        _progress,
        _note,
    ):
        if meant := rule(group):
            return meant
    return Meant("none")


def _nothing(group: Group) -> Meant | None:
    """Thanks, greetings, a bare yes: none of it says anything of the action."""
    words = [mark for clause in group.clauses for mark in clause.marks if mark.is_word or mark.kinds]
    small = all(mark.is_a("fill", "thanks") or mark.text in ("no", "i", "we", "me") for mark in words)
    return (
        Meant("none")
        if small
        and not any(clause.sign == "?" for clause in group.clauses)
        and not any(mark.is_a("done") for mark in words)
        else None
    )


def _undo(group: Group) -> Meant | None:
    """Undo; I pressed done by mistake; please can you undo it. Said of itself, not of something in the action."""
    for clause in group.clauses:
        at = clause.first("undo")
        if at is None or asks(clause):
            continue
        if all(mark.is_a(*_BEFORE_UNDO) or mark.text in _PRESSED for mark in clause.marks[:at] if mark.is_word):
            return Meant("undo", rests_on=clause.marks[at].text)
    return None


def _irony(group: Group) -> Meant | None:
    """A joke reports nothing; what may be meant is asked."""
    clause = group.having("irony")
    if clause is None or not (group.says or group.having("later", "stop", "else")):
        return None
    return Meant("none", asks="done_or_going", rests_on=clause.words)


def _snooze(group: Group) -> Meant | None:
    for clause in group.clauses:
        at = clause.first("remind")
        if at is None or clause.has("ask") or (asks(clause) and not is_request(clause)):
            continue
        before = clause.marks[:at]
        if any(mark.is_a("not", "will") or mark.text in ("i", "we", "they", "to") for mark in before):
            continue
        return _snoozed(group, clause, at)
    return None


def _snoozed(group: Group, clause: Clause, at: int) -> Meant:
    words = [*clause.marks[at:], *(mark for other in group.clauses if other is not clause for mark in other.marks)]
    day = next((mark for mark in words if mark.found), None)
    rests_on = clause.marks[at].text
    if day is None or day.found is None:
        return Meant("snooze", asks="when", rests_on=rests_on)
    told = forward(day.found, group.today, earliest=True)
    if day.found.span and told.day == group.today and day.found.words.casefold() in _WEEKDAYS:
        told = _a_week_on(told, day.found.words, group.today)
    if told.day is None or told.day <= group.today:
        return Meant("snooze", asks=told.asks or "past_day", options=told.options, rests_on=rests_on)
    return Meant("snooze", date=told.day, read=told.read, rests_on=f"{rests_on} {day.text}")


_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun".split()
)


def _a_week_on(told: Told, words: str, today: date) -> Told:
    """Remind me Monday, said on a Monday: the next one."""
    from plans.dates import find

    again = find(f"next {words}", today)
    return forward(again[0], today, earliest=True) if again else told


def _question(group: Group) -> Meant | None:
    """A question and nothing else; a request for time is none."""
    asked = [clause for clause in group.clauses if asks(clause)]
    rest = [clause for clause in group.clauses if not asks(clause) and is_remark(clause)]
    if not asked or any(
        clause.has("done", "later", "more", "stop", "wait", "else", "to_post", "owns", "going", "undone", "date")
        or clause.unknown
        for clause in rest
    ):
        return None
    return Meant("question", rests_on=asked[0].words)


def _not_mine(group: Group) -> Meant | None:
    handed = handed_on(group.clauses, group.text)
    if handed is None:
        return None
    if "done" in group.says:
        return Meant("progress", asks="done_or_going", rests_on=text_of(group.clauses, group.text))
    note = text_of(
        [clause for clause in group.clauses if not clause.has("else", "to_post", "owns") and is_remark(clause)],
        group.text,
    )
    return Meant(
        "not_mine",
        to=handed[0],
        asks=None if handed[0] else "whose",
        note=note if note != handed[0] else "",
        rests_on=text_of(group.clauses, group.text),
    )


def _postpone(group: Group) -> Meant | None:
    found = put_off(group.clauses, group.today, group.due)
    if found is None:
        return None
    if "done" in group.says and not any(
        said(clause, group.today) != "done" and said(clause, group.today) for clause in group.clauses
    ):
        return Meant("progress", asks="done_or_going", rests_on=text_of(group.clauses, group.text))
    rests_on = found.clause.words
    if found.told is None:
        return Meant(
            "postpone", asks="when", note=reason_of(group.clauses, found.clause, group.text), rests_on=rests_on
        )
    return _dated(group, found, found.told, rests_on)


def _dated(group: Group, found: PutOff, told: Told, rests_on: str) -> Meant | None:
    if told.day is not None and group.due and told.day <= group.due and (told.day >= group.today or not found.wanted):
        note = reason_of(group.clauses, found.clause, group.text)
        return Meant("progress", note=note, rests_on=rests_on)
    if told.day is not None and told.day <= group.today and not found.wanted:
        return None
    if group.due is None and group.own and not found.wanted:
        return Meant("progress", rests_on=rests_on)
    if refused := objection(told, group.today, group.due):
        return Meant("postpone", asks=refused, options=told.options, read=told.read, rests_on=rests_on)
    note = reason_of(group.clauses, found.clause, group.text)
    return Meant("postpone", date=told.day, read=told.read, note=note, asks=None if note else "why", rests_on=rests_on)


def _blocked(group: Group) -> Meant | None:
    clause = next((one for one in group.clauses if _stops(one, group)), None)
    if clause is None or group.says & {"done", "unsure"}:
        return None
    note = stopped_by(group.clauses, group.text)
    return Meant("blocked", note=note, asks=None if note else "why", rests_on=clause.words)


def _stops(clause: Clause, group: Group) -> bool:
    at = clause.first("stop", "wait")
    if at is None or asks(clause):
        return False
    before = clause.marks[:at]
    if is_negated(before) or any(
        mark.text in ("no longer", "never") or mark.is_a("if", "hedge", "irony") for mark in before
    ):
        return False
    return clause.marks[at].is_a("stop") or clause.has("stop") or not group.having("going")


def _completion(group: Group) -> Meant | None:
    says = group.says
    if not says:
        return None
    rests_on = text_of([clause for clause in group.clauses if said(clause, group.today)], group.text)
    if says == {"done"} and not doubted(group.clauses, group.today):
        return _complete(group, rests_on)
    plain = says <= {"undone", "to_come"}
    note = text_of([clause for clause in group.clauses if clause.unknown], group.text)
    return Meant("progress", note=note, asks=None if plain else "done_or_going", rests_on=rests_on)


def _complete(group: Group, rests_on: str) -> Meant:
    day = stated_day(group.clauses, group.today)
    told = backward(day.found, group.today) if day and day.found else Told(None)
    remarks = [
        clause
        for clause in group.clauses
        if said(clause, group.today) is None and is_remark(clause) and not asks(clause)
    ]
    return Meant("complete", date=told.day, read=told.read, note=text_of(remarks, group.text), rests_on=rests_on)


def _progress(group: Group) -> Meant | None:
    """How it goes, what is still to do, what will be: none of it changes the action's date."""
    clause = next((one for one in group.clauses if not asks(one) and _goes(one)), None)
    if clause is None:
        return None
    note = text_of(group.clauses, group.text) if any(one.unknown for one in group.clauses) else ""
    unsure = any(_is_small(one, "hedge", "part", "piece") for one in group.clauses) and not group.having(
        "undone", "going"
    )
    return Meant("progress", note=note, asks="done_or_going" if unsure else None, rests_on=clause.words)


def _goes(clause: Clause) -> bool:
    if clause.has("undone", "going", "will") or is_declined(clause):
        return True
    if clause.has("left") or (clause.has("do") and clause.has("not", "hedge")):
        return True
    return _is_small(clause, "hedge", "part", "piece", "not", "left")


def _is_small(clause: Clause, *kinds: str) -> bool:
    """Mostly; needs doing; 6 not: no word that is not known. A bare "no" answers something else."""
    return clause.has(*kinds) and not clause.unknown and clause.words not in ("no", "nah") and not asks(clause)


def _note(group: Group) -> Meant | None:
    """A remark, or word of an attachment. A deed told without a word of completion may be one: that is asked."""
    said_words = [mark for clause in group.clauses for mark in clause.marks if mark.is_word]
    unknown = [mark for clause in group.clauses for mark in clause.unknown]
    if not group.having("attach") and (len(said_words) < 3 or not unknown):
        return None
    deed = group.having("deed")
    note = text_of(group.clauses, group.text)
    return Meant(
        "note", note=note, asks="done_or_going" if deed and not group.having("attach") else None, rests_on=note
    )


def decided(clauses: Sequence[Clause], text: str, context: Context, *, own: bool) -> Meant:
    return decide(Group(tuple(clauses), text, context.today, context.due if own else None, own=own))
