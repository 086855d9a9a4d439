"""The date an action is to be done by, when its plan is printed again: which moves count, and which status follows.

A date moves only where the printed one means another; what was agreed to stands until then. It is a slip only where
the owner had asked for that very date: the plan agrees. Printed as completed closes what nobody has reported otherwise
(DESIGN section 2), and a status that only the plan gave goes with the plan's words. See ADR 16.
"""

from datetime import date
from typing import Any

from documents.draft import ActionDraft
from documents.reissues.folding import folded
from documents.reissues.outcomes import Outcome, Said, stays
from plans.rights import FINISHED, OPEN
from plans.targets import Target, read_target
from storage.models import Action


def redate(out: Outcome, held: Action, now: ActionDraft, said: Said) -> None:
    """Date, status and slips, as facts of the outcome."""
    before, target = read_target(held.target, said.on), now.target
    if _is_same(before, target):
        if target.due and held.due is None and before.due is None and held.status in OPEN:
            _move(out, held, now, said)  # what the cell means was answered since
            out.differs("date", held.target, _day(target.due))
        elif before.starts is None and _starts_anew(out, held, now):
            out.facts["starts"] = now.starts
        return
    out.facts["target"] = target.printed
    if target.status in FINISHED:
        _finish(out, held, now, before, said)
        return
    kept = [stays(held.status)] if said.status else []
    if held.status in FINISHED and not said.status and before.status in FINISHED:
        out.facts["status"] = said.before or target.status  # nobody but the plan had said that it was done
    kept += _move(out, held, now, said)
    out.differs("date", held.target, target.printed, "; ".join(kept))


def _starts_anew(out: Outcome, held: Action, now: ActionDraft) -> bool:
    """Its start stands in its words ("Commencing in October"), which are others now."""
    fits = now.starts is None or held.due is None or now.starts <= held.due
    return "text" in out.facts and now.target.starts is None and held.starts != now.starts and fits


def _is_same(before: Target, now: Target) -> bool:
    """The same words, or other words for the same."""
    return folded(before.printed) == folded(now.printed) or (any(_meaning(now)) and _meaning(before) == _meaning(now))


def _meaning(target: Target) -> tuple[Any, ...]:
    finished = target.status if target.status in FINISHED else None
    return target.starts, target.due, target.precision, target.recurrence, target.standing, finished


def _finish(out: Outcome, held: Action, now: ActionDraft, before: Target, said: Said) -> None:
    """Printed as completed: that closes what nobody has reported otherwise, and takes no date from what stays open."""
    is_news = held.status in ("not_started", "in_progress") and before.status not in FINISHED
    if is_news or (held.status in FINISHED and not said.status):
        out.facts |= {"status": now.target.status} | _dates(now)
        out.differs("date", held.target, now.target.printed)
    else:
        out.differs("date", held.target, now.target.printed, stays(held.status))


def _move(out: Outcome, held: Action, now: ActionDraft, said: Said) -> list[str]:
    """The dates printed now; what was agreed to meanwhile, as clauses."""
    dates = _dates(now)
    kept = []
    if _goes_on(held, now.target):
        dates["due"] = held.due
        kept.append(f"its next period stays due {_day(held.due)}")
    elif dates["due"] and dates["due"] == said.asked and held.status in OPEN:
        out.agrees = True
        out.facts["slips"] = held.slips + (held.due is not None)
        kept.append("as was asked for")
    elif held.slips and held.due and dates["due"] == held.due:
        kept.append("as was agreed")
    elif held.slips and held.due:
        kept.append(f"{_day(held.due)} had been agreed")
    out.facts |= dates
    if held.original_due is None and dates["due"]:
        out.facts["original_due"] = dates["due"]
    return kept


def _dates(now: ActionDraft) -> dict[str, Any]:
    target = now.target
    return {
        "starts": now.starts, "due": target.due, "precision": target.precision, "recurrence": target.recurrence,
        "standing": target.standing,
    }  # fmt: skip


def _goes_on(held: Action, target: Target) -> bool:
    """It recurs as before, and periods were closed since: a report is not taken back by a date gone by."""
    return bool(
        held.recurrence and held.recurrence == target.recurrence and held.due and target.due and target.due < held.due
    )


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "no date"
