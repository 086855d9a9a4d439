"""What a reply reports of one action: done, going, blocked, remarked on, or nothing."""

from plans.replies.asking import asks
from plans.replies.clauses import Clause
from plans.replies.completing import said
from plans.replies.days import Told, backward
from plans.replies.doubting import doubted
from plans.replies.groups import Group
from plans.replies.handing_on import is_mocking
from plans.replies.noting import is_remark, stopped_by, text_of
from plans.replies.putting_off import is_declined
from plans.replies.stating import stated_day
from plans.replies.values import Meant
from plans.replies.wanting import is_negated


def nothing(group: Group) -> Meant | None:
    """Thanks, greetings, a bare yes: none of it says anything of the action."""
    words = [mark for clause in group.clauses for mark in clause.marks if mark.is_word or mark.kinds]
    small = all(
        (mark.is_a("fill", "thanks") and not mark.is_a("going")) or mark.text in ("no", "i", "we", "me")
        for mark in words
    )
    return (
        Meant("none")
        if small
        and not any(clause.sign == "?" for clause in group.clauses)
        and not any(mark.is_a("done") for mark in words)
        else None
    )


def joked(group: Group) -> Meant | None:
    """A joke reports nothing; what may be meant is asked."""
    clause = next((one for one in group.clauses if is_mocking(one)), None)
    if clause is None or not (group.says or group.having("later", "stop", "else")):
        return None
    denied = any(one.has("not", "undone") and said(one, group.today) is None for one in group.clauses)
    return Meant("progress" if denied else "none", asks="done_or_going", rests_on=clause.words)


def blocked(group: Group) -> Meant | None:
    clause = next((one for one in group.clauses if _stops(one, group)), None)
    if clause is None or group.says & {"done", "thing", "unsure"}:
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


def completed(group: Group) -> Meant | None:
    says = group.says
    if not says:
        return None
    rests_on = text_of([clause for clause in group.clauses if said(clause, group.today)], group.text)
    if "done" in says <= {"done", "thing"} and not doubted(group.clauses, group.today):
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


def going(group: Group) -> Meant | None:
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


def noted(group: Group) -> Meant | None:
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
