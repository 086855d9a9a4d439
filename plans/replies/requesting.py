"""What a reply asks of the bot for one action: to take back, to remind later, another date, another post, an answer."""

from collections.abc import Sequence
from datetime import date, timedelta

from plans.dates import find
from plans.replies.asking import asks, is_request
from plans.replies.clauses import Clause
from plans.replies.completing import said
from plans.replies.days import Told, backward, forward
from plans.replies.groups import Group
from plans.replies.handing_on import handed_on
from plans.replies.noting import is_remark, reason_of, text_of
from plans.replies.putting_off import PutOff, objection, put_off
from plans.replies.values import Meant

_BEFORE_UNDO = ("fill", "self", "we", "thanks", "done", "be", "undo", "but", "why", "may_we", "det")
_PRESSED = frozenset({"you", "marked", "pressed", "clicked", "hit", "tapped", "was", "ticked"})
_LONG = 20
"""Words beyond which what begins as a question, and has no mark of one, is talk."""
_CHASE = frozenset("chase nudge ping prompt prod poke remind ask".split())
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun".split()
)


def undone(group: Group) -> Meant | None:
    """Undo; I pressed done by mistake; please can you undo it. Said of itself, not of something in the action."""
    for clause in group.clauses:
        at = clause.first("undo")
        if at is None or asks(clause):
            continue
        if all(mark.is_a(*_BEFORE_UNDO) or mark.text in _PRESSED for mark in clause.marks[:at] if mark.is_word):
            return Meant("undo", rests_on=clause.marks[at].text)
    return None


def snoozed(group: Group) -> Meant | None:
    unsure = [clause for clause in group.clauses if said(clause, group.today) in ("unsure", "thing")]
    for clause in group.clauses:
        at = _reminding(clause)
        if any(other is not clause for other in unsure):
            continue  # done in theory, ask me on a wing: is it done?
        if at is None or clause.has("ask") or (asks(clause) and not is_request(clause)):
            continue
        before = clause.marks[:at]
        if any(mark.is_a("not", "will") or mark.text in ("i", "we", "they", "to") for mark in before):
            continue
        return _until(group, clause, at)
    return None


def _reminding(clause: Clause) -> int | None:
    """Remind me; chase after Easter."""
    hushed = (at for at, mark in enumerate(clause.marks[:-1]) if mark.is_a("hush") and clause.marks[at + 1].found)
    chasing = (at for at, mark in enumerate(clause.marks[:-1]) if mark.text in _CHASE and clause.marks[at + 1].found)
    return clause.first("remind") if clause.has("remind") else next(chasing, next(hushed, None))


def _until(group: Group, clause: Clause, at: int) -> Meant:
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


def _a_week_on(told: Told, words: str, today: date) -> Told:
    """Remind me Monday, said on a Monday: the next one."""
    again = find(f"next {words}", today)
    return forward(again[0], today, earliest=True) if again else told


def asked(group: Group) -> Meant | None:
    """A question and nothing else; a request for time is none."""
    asked = [clause for clause in group.clauses if asks(clause) and (clause.sign == "?" or len(clause.marks) <= _LONG)]
    rest = [
        clause
        for at, clause in enumerate(group.clauses)
        if not asks(clause) and is_remark(clause) and not _goes_on_asking(group.clauses, at)
    ]
    if not asked or any(
        clause.has("done", "later", "more", "stop", "wait", "else", "to_post", "owns", "going", "undone", "date")
        for clause in rest
    ):
        return None
    return Meant("question", rests_on=asked[0].words)


def _goes_on_asking(clauses: Sequence[Clause], at: int) -> bool:
    """What do you mean by complete, complete as in written: still the question."""
    clause = clauses[at]
    if at == 0 or not asks(clauses[at - 1]):
        return False
    return clause.marks[0].text == "because" or (clause.opened in (",", "and", ":") and clauses[at - 1].sign != "?")


def not_mine(group: Group) -> Meant | None:
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


def postponed(group: Group) -> Meant | None:
    """A later date, or a promise of one. Said of what is said to be done as well, it is asked which holds."""
    found = put_off(group.clauses, group.today, group.due)
    if found is None:
        return None
    if "done" in group.says:
        if _is_day_of_it(found, group.today):
            return None
        return Meant("progress", asks="done_or_going", rests_on=text_of(group.clauses, group.text))
    note, rests_on = reason_of(group.clauses, found.clause, group.text), found.clause.words
    if found.told is None:
        return Meant("postpone", asks="when", note=note, rests_on=rests_on)
    if not found.wanted and found.told.day and found.told.day < group.today:
        return None  # a day gone by, and nothing asked of it
    if asks := objection(found.told, group.today):
        options = found.told.options or tuple(one.day for one in found.told.read if one.day > group.today)
        return Meant("postpone", asks=asks, options=options, read=found.told.read, note=note, rests_on=rests_on)
    return _dated(group, found, found.told, note)


def _is_day_of_it(found: PutOff, today: date) -> bool:
    """Done (24 Jan): a day gone by, beside a completion, is its own."""
    days = [mark.found for mark in found.clause.marks if mark.found]
    bare = all(mark.found or mark.is_a("fill") or not mark.is_word for mark in found.clause.marks)
    bare = bare and not any(mark.text in _WEEKDAYS for mark in found.clause.marks)
    return bare and bool(days) and all(backward(day, today).asks is None for day in days)


def _dated(group: Group, found: PutOff, told: Told, note: str) -> Meant | None:
    """A day no later than the one it has is progress, and so is a promise where it has none (DESIGN section 5)."""
    rests_on = found.clause.words
    if told.day is None or (told.day <= group.today and not found.wanted):
        return _today(group, told, rests_on)
    if told.day <= group.due if group.due else group.own and not found.wanted:
        return Meant("progress", note=note, rests_on=rests_on)
    return Meant("postpone", date=told.day, read=told.read, note=note, asks=None if note else "why", rests_on=rests_on)


def _today(group: Group, told: Told, rests_on: str) -> Meant | None:
    """Monday, said on a Monday, is this one or the next: no date is ever today by default."""
    if told.day != group.today or not told.read or told.read[0].words.casefold() not in _WEEKDAYS:
        return None
    options = (group.today, group.today + timedelta(days=7))
    return Meant("progress", asks="which_day", options=options, rests_on=rests_on)
