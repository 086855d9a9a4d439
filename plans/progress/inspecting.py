"""When inspectors were last there, where a plan does not print it: asked of the coordinator, kept with the plan.
Leaders count from it to the next visit, of which nothing is said before; it ranks no plan."""

from datetime import date

from plans.chat import Answered, Ask, Refill, Submitted
from plans.digest.expecting import expected
from plans.digest.visiting import MONTHS
from plans.messages import Field, Form
from plans.policy.days import months_after
from plans.policy.recipients import COORDINATOR
from plans.progress.blanking import OPERATOR
from plans.progress.filling import dated
from plans.progress.turn import Turn, said
from storage.history import Happened, append, hold
from storage.inspected import InspectedRow, plan_named, tell

OLDEST = 36
"""Months: an inspection longer ago than that has had its return."""

ONLY_COORDINATORS = "Only the coordinator of {0} says when inspectors were there."
GONE = "I hold no plan of that name any more."
NO_PLAN = "{0} is a review of progress and no plan: it has no inspection of its own."
PRINTED = "The plan of {0} prints when inspectors were there: until {1}. Nothing was changed."
NO_DAY = "Give the last day on which inspectors were there."
TO_COME = "{0} is still to come: give the last day on which inspectors were there."
TOO_OLD = "{0} is more than three years past: is the year right?"
NOTHING = "Nothing is recorded of when inspectors were at {0}, so there is nothing to remove."


def form(turn: Turn, query: str) -> Answered:
    """`query` is the plan's name."""
    plan = plan_named(turn.session, query)
    if plan is None:
        return said(GONE)
    if refusal := barred(turn, plan):
        return said(refusal)
    value = plan.told.isoformat() if plan.told else ""
    asked = Field("day", "Until which day were they there?", "day", value=value, hint="The last day of the inspection.")
    where = turn.where(plan.prison)
    intro = f"{plan.title}, {where}. The plan does not print it; from it the digest counts when they return."
    return Ask(Form("inspected", "Inspection", "Record", (asked,), about=plan.key, intro=intro))


def barred(turn: Turn, plan: InspectedRow) -> str | None:
    """Why it is not asked, or not of them."""
    where = turn.where(plan.prison)
    # Whoever runs commands on the machine itself, and names nobody, is trusted.
    if not (turn.coordinates(plan.prison) or (turn.channel == "cli" and not turn.asker.post)):
        return ONLY_COORDINATORS.format(where)
    if plan.kind == "review":
        return NO_PLAN.format(plan.title)
    return PRINTED.format(where, dated(plan.last)) if plan.last else None


def amiss(turn: Turn, day: date | None) -> str | None:
    if day is None:
        return NO_DAY
    if day > turn.on:
        return TO_COME.format(dated(day))
    return TOO_OLD.format(dated(day)) if months_after(day, OLDEST) < turn.on else None


def taken(turn: Turn, submitted: Submitted) -> Answered:
    plan, day = plan_named(turn.session, submitted.about), _day(submitted.values.get("day"))
    if plan is None:
        return said(GONE)
    if refusal := barred(turn, plan):
        return said(refusal)
    if wrong := amiss(turn, day):
        return Refill({"day": wrong})
    record(turn, plan, day)
    return said(recorded(turn, plan, day))


def record(turn: Turn, plan: InspectedRow, day: date | None) -> int:
    """The plan has it, and its history who said so; None takes it away. The seq of the entry."""
    hold(turn.session, plan.id)
    tell(turn.session, plan.id, day)
    done = Happened(
        kind="inspected",
        at=turn.now,
        channel=turn.channel,
        who=turn.who or OPERATOR,
        as_post=COORDINATOR,
        person_id=turn.person,
        day=day,
    )
    return append(turn.session, plan.id, [done])


def recorded(turn: Turn, plan: InspectedRow, day: date | None) -> str:
    where = turn.where(plan.prison)
    if day is None:
        return f"Recorded: nobody knows when inspectors were at {where}. Nothing is said of when they return."
    first, last = (months_after(day, months) for months in MONTHS)
    stay = f"Recorded: inspectors were at {where} until {dated(day)}."
    if last < turn.on:
        return f"{stay} They were to be expected back by {last:%B} {last.year}."
    return f"{stay} They {expected(day, first, last)}."


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
