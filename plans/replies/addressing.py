"""Which actions a reply's numbers name: 5, #5, 5 and 6, 5-7, 2iii, 5.13 step 2. "10 staff" and "phase 2" name none."""

import re
from dataclasses import replace

from plans.queries.refs import CALLED, address
from plans.replies.marks import Mark
from plans.replies.values import Context

_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{1,3}|v)", re.ASCII)
_LISTING = frozenset({",", "and", "&", "+", "/", "nor"})
_SAID_OF = frozenset(
    (
        "sorry mean meant actually rather for on about re mark close complete tick both neither either can could would"
    ).split()
)
"""Words before a number that is an action's, besides the beginning of a clause."""
_BEFORE = ("fill", "done", "but", "thanks", "not", "stop", "going")
_ENDS = frozenset(".,;:!?)\n-…")
_FOLLOWING = tuple(
    "done be not undone hedge left going later shift more stop wait else to_post owns remind undo date will all "
    "fill thanks if why do".split()
)
_ASKING = frozenset("what what's why when how where".split())
_WORKING = frozenset({"working on", "started", "stuck on", "getting on with", "cracking on with", "waiting on"})
_MOVING = frozenset("to until till back into out".split())
_COUNTED = frozenset({"of", "more", "action", "out of"})
_COUNTING = frozenset({"to go", "to do", "left", "left to do", "to come", "remaining", "to finish", "to sort"})
_PARTLY = frozenset(
    "half, partly, partially, partial, halfway, half way, part, some, not all, in part, only".split(", ")
)
_LENGTHS = frozenset("days weeks months years hours minutes".split())
_MOST = 15


def addressed(marks: list[Mark], context: Context) -> list[Mark]:
    """The marks with every run of refs made one mark that says which. `stray`: a ref that the plan lacks."""
    out: list[Mark] = []
    at = 0
    while at < len(marks):
        run = _run(marks, at)
        if run and _is_said_of(marks, at, run[1], out, context):
            refs, end, either = run
            while out and (out[-1].text in CALLED or out[-1].text in ("no", "this action", "the action")):
                out.pop()
            out.append(_mark(marks[at:end], refs, context, either=either))
            at = end
        else:
            out.append(marks[at])
            at += 1
    return [_closing(out, at) for at in range(len(out))]


def name(ref: str, step: str | None) -> str:
    if step is None:
        return ref
    return f"{ref}/{step}" if step.isdigit() else ref + step


def same(one: str, other: str | None) -> bool:
    """2 is all of its steps; 2iii is itself alone."""
    if other is None:
        return False
    first, second = address(one.casefold().lstrip("#")), address(other.casefold())
    if first is None or second is None:
        return one.casefold() == other.casefold()
    return first.ref == second.ref and first.step in (None, second.step)


def _run(marks: list[Mark], at: int) -> tuple[list[str], int, bool] | None:
    one = _one(marks, at)
    if one is None:
        return None
    refs, end, either = [one[0]], one[1], False
    while end < len(marks):
        step = end + 1
        if marks[end].text == "," and step < len(marks) and marks[step].text in ("and", "&", "or"):
            step += 1
        following = _one(marks, step)
        if following is None:
            break
        if marks[step - 1].text == "or":
            either = True
        elif marks[end].text in ("-", "to", "through", "thru"):
            between = _between(refs[-1], following[0])
            if between is None:
                break
            refs += between
        elif marks[step - 1].text not in _LISTING:
            break
        refs.append(following[0])
        end = following[1]
    return refs, end, either


def _one(marks: list[Mark], at: int) -> tuple[str, int] | None:
    if at >= len(marks) or marks[at].found or marks[at].kinds or not marks[at].text.lstrip("#")[:1].isdigit():
        return None
    read = address(marks[at].text.lstrip("#"))
    if read is None:
        return None
    after = marks[at + 1 : at + 4]
    if read.step is None and after:
        words = [mark.text for mark in after]
        if _ROMAN.fullmatch(words[0]) and words[0] != "i":
            return name(read.ref, words[0]), at + 2
        if words[0] in ("step", "part") and len(words) > 1 and words[1].isdigit():
            return name(read.ref, words[1]), at + 3
        if (
            words[0] == "("
            and len(words) > 2
            and words[2] == ")"
            and (words[1].isdigit() or _ROMAN.fullmatch(words[1]))
        ):
            return name(read.ref, words[1]), at + 4
    return name(read.ref, read.step), at + 1


def _between(first: str, last: str) -> list[str] | None:
    """5-7 is 5, 6 and 7; what is no plain number cannot be counted through here."""
    if not (first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _MOST):
        return None
    return [str(number) for number in range(int(first) + 1, int(last))]


def _is_said_of(marks: list[Mark], start: int, end: int, before: list[Mark], context: Context) -> bool:
    last = before[-1] if before else None
    called = marks[start].text.startswith("#") or (last is not None and last.text in CALLED | {"no"})
    following = marks[end] if end < len(marks) else None
    if called:
        return True
    if not all(_may_be_ref(mark, context) for mark in marks[start:end]):
        return False
    opens = last is None or not last.is_word or last.text in _SAID_OF or bool(last.refs) or last.text == "that's"
    if following is None or following.text in _ENDS:
        return opens or (last is not None and (last.is_a("done", "stop", "but") or last.text in _WORKING))
    if last is None or not last.is_word:
        if following.text in ("i", "we") or _leads_to_day(marks, end):
            return True
    elif _leads_on(last, before, marks, end):
        return True
    if opens and following.text in _ASKING and any(mark.is_a("be", "self") for mark in marks[end + 1 : end + 2]):
        return True
    return _goes_on(following) and (opens or (last is not None and last.is_a(*_BEFORE)))


def _leads_on(last: Mark, before: list[Mark], marks: list[Mark], at: int) -> bool:
    """Push 9 to; remind me about 11 on Monday."""
    if last.is_a("shift", "later"):
        return marks[at].text.split()[0] in _MOVING
    reminds = last.text in ("about", "on") and any(mark.is_a("remind") for mark in before[-2:-1])
    return reminds and any(mark.found for mark in marks[at : at + 2])


def _leads_to_day(marks: list[Mark], at: int) -> bool:
    """20 to Easter."""
    leads = marks[at].text in _MOVING or marks[at].text == "the"
    return leads and any(mark.found for mark in marks[at + 1 : at + 3])


def _may_be_ref(mark: Mark, context: Context) -> bool:
    """9.30 and 2/3 are refs where the plan has them; a whole number may be one that it lacks."""
    text = mark.text.lstrip("#")
    read = address(text) if text[:1].isdigit() else None
    if read is None or text.isdigit():
        return True
    return not context.refs or _is_held(name(read.ref, read.step), context)


def _goes_on(following: Mark) -> bool:
    if following.text in _COUNTING or following.text.split()[0] in _LENGTHS:
        return False
    if following.text in _COUNTED or (following.is_a("part", "piece") and following.text not in _PARTLY):
        return False
    if following.is_a("attach", "work", "deed") and not following.is_a("done"):
        return False
    return (
        following.is_a(*_FOLLOWING) or following.text in _PARTLY or (following.text.isdigit() and not following.kinds)
    )


def _mark(run: list[Mark], refs: list[str], context: Context, *, either: bool) -> Mark:
    held = [ref for ref in refs if not context.refs or _is_held(ref, context)]
    kinds = {"ref"} | ({"either"} if either else set()) | ({"stray"} if len(held) < len(refs) else set())
    text = " ".join(mark.text for mark in run)
    return Mark(text, run[0].start, run[-1].end, frozenset(kinds), refs=tuple(dict.fromkeys(refs)))


def _is_held(ref: str, context: Context) -> bool:
    return same(ref, context.ref) or any(same(ref, held) for held in context.refs)


def _closing(marks: list[Mark], at: int) -> Mark:
    """Close 5: said of a ref, an order is a report."""
    mark = marks[at]
    after = marks[at + 1] if at + 1 < len(marks) else None
    before = marks[at - 1] if at else None
    is_order = mark.text in ("close", "close off") and after is not None and bool(after.refs)
    free = before is None or not before.is_word or before.is_a("fill")
    return replace(mark, kinds=frozenset({"done"})) if is_order and free else mark
