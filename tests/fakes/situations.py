"""Situations made by hand: a plan's actions as the policy sees them, a register, and a memory of what was said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from documents.reading import read_document
from plans.owners import key
from plans.policy.values import Action, Day, PlannedBrief, Situation
from plans.register import Absence, Capacity, Delegation, Duty, Holding, Liaison, Period, Person, Register, Role

GOV, PGD, ED = "governor", "prison group director", "executive director"
PRISON, PLAN = "rochester", "rochester-2024"


def nothing_told(recipient: str, subject: int | str, reason: str) -> date | None:
    return None


class Said(dict[tuple[str, int | str, str], date]):
    """What was said before, written down by a test."""

    def __call__(self, recipient: str, subject: int | str, reason: str) -> date | None:
        return self.get((recipient, subject, reason))


def read_actions(path: Path, plan: str = PLAN, prison: str = PRISON) -> list[Action]:
    """The actions of a published plan, live for as long as anybody remembers."""
    draft = read_document(path.read_bytes(), path.stem, today=date(2026, 1, 1))
    return [
        Action(
            id=number, plan=plan, prison=prison, ref=one.ref, step=one.step or "", title=one.title,
            owners=tuple(dict.fromkeys(key(owner) for owner in one.owners)), position=number, theme=one.theme,
            due=one.target.due, starts=one.target.starts or one.starts, status=one.target.status,
            standing=one.target.standing, recurrence=one.target.recurrence, since=date(2024, 10, 1),
        )
        for number, one in enumerate(draft.actions, 1)
    ]  # fmt: skip


def an_action(number: int = 1, **facts: Any) -> Action:
    made = Action(number, PLAN, PRISON, str(number), "", f"Action {number}", (GOV,), number, since=date(2024, 10, 1))
    return replace(made, **facts)


def person(number: int, **facts: Any) -> Person:
    return Person(number, f"Person {number}", f"person{number}@example.org", **facts)


def holding(post: str, who: Person | None, *, first: date | None = None, last: date | None = None,
            how: Capacity = "holder", prison: str = PRISON) -> Holding:  # fmt: skip
    return Holding(prison, post, who, how, Period(first, last))


def role(who: Person, duty: Duty = "coordinator", prison: str | None = PRISON) -> Role:
    return Role(prison, who, duty)


def register(*lines: Holding | Role | Liaison | Absence | Delegation) -> Register:
    def of(kind: type) -> tuple[Any, ...]:
        return tuple(line for line in lines if isinstance(line, kind))

    return Register(of(Holding), of(Role), of(Liaison), of(Absence), of(Delegation))


def situation(on: date, actions: Sequence[Action], *lines: Any, **facts: Any) -> Situation:
    """A day, settled up to the day before, of plans that went live long before: nothing of the past is owed."""
    given = {"since": on - timedelta(days=1), "told": nothing_told, "presumed_before": on} | facts
    return Situation(on=on, actions=actions, register=register(*lines), **given)


def by_key(planned: Day) -> dict[str, PlannedBrief]:
    assert len({brief.to.key for brief in planned.briefs}) == len(planned.briefs), "two briefs to one"
    return {brief.to.key: brief for brief in planned.briefs}


def refs(brief: PlannedBrief | None, *reasons: str) -> list[str]:
    """The refs in a brief, those given one of the reasons if any are named."""
    return [item.action.ref for item in brief.items if not reasons or item.reason in reasons] if brief else []


def post(name: str, prison: str = PRISON) -> str:
    return f"post {prison}/{name}"
