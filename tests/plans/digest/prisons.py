"""Prisons made by hand, as a digest's rules see them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from plans.digest.values import Asked, Event, Judged, Known, LivePlan, State
from plans.messages import Digest, DigestLine
from plans.register import Register
from tests.digests import a_digest, a_line

MONDAY = date(2025, 2, 3)
PLAN = "rochester-2024"


def a_state(number: int = 1, **facts: Any) -> State:
    made = State(
        id=number, plan=PLAN, ref=str(number), step="", title=f"Action {number}", owners=(("governor", "Governor"),),
        status="not_started", due=date(2025, 3, 31), original_due=date(2025, 3, 31), slips=0,
    )  # fmt: skip
    if "due" in facts and "original_due" not in facts:
        facts["original_due"] = facts["due"]
    return replace(made, **facts)


def at(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def an_event(seq: int, day: date, kind: str, *, action: int = 1, **facts: Any) -> Event:
    made = Event(action, seq, at(day), kind, "governor", None, None, "slack", None, None, None, None, None)
    return made._replace(**facts)


def asked_for(seq: int, on: date, *, action: int = 1, **facts: Any) -> Asked:
    made = Asked(action, "extension", seq, on, None, date(2025, 5, 1), None, None, "governor", None, None)
    return made._replace(**facts)


def a_prison(actions: Iterable[State], *events: Event, **facts: Any) -> Known:
    histories: dict[int, tuple[Event, ...]] = {}
    for event in events:
        histories[event.action] = (*histories.get(event.action, ()), event)
    told: dict[str, Any] = {
        "plans": (LivePlan(PLAN, "Urgent Notification plan 2024", "urgent_notification"),),
        "register": Register(names={"governor": "Governor"}), **facts,
    }  # fmt: skip
    return Known("rochester", "HMP Rochester", actions=tuple(actions), histories=histories, **told)


def a_judgement(section: str | None, text: str, on: date = date(2025, 1, 20)) -> Judged:
    return Judged("rochester-2025", on, "HMI Prisons", "concern", section, text, "good progress", "3.5")


def of(*lines: DigestLine) -> Digest:
    return a_digest(lines, on=MONDAY)


def line(**facts: Any) -> DigestLine:
    return a_line("8", on=MONDAY, **facts)
