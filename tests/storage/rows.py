"""Rows to test with, each valid unless the test says otherwise, and a question as storage takes it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session, select

from storage import history
from storage.database import open_engine, writing
from storage.models import Action, ActionOwner, Entry, Plan, Prison, Recommendation
from storage.plans import owner_id

NOON = datetime(2024, 11, 5, 12, tzinfo=UTC)


@dataclass(frozen=True)
class At:
    ref: str
    step: str | None = None


@dataclass(frozen=True)
class Span:
    first: At
    last: At | None = None


@dataclass(frozen=True)
class Question:
    prisons: tuple[str, ...] = ()
    without_prisons: tuple[str, ...] = ()
    scope: str = "live"
    years: tuple[int, ...] = ()
    refs: tuple[Span, ...] = ()
    statuses: tuple[str, ...] = ()
    without_statuses: tuple[str, ...] = ()
    owners: tuple[int, ...] = ()
    without_owners: tuple[int, ...] = ()
    lead_only: bool = False
    held: tuple[tuple[str, int], ...] = ()
    work: tuple[int, ...] = ()
    themes: tuple[str, ...] = ()
    without_themes: tuple[str, ...] = ()
    due_from: date | None = None
    due_to: date | None = None
    late_over: int | None = None
    late_under: int | None = None
    stems: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[str, ...] = ()
    nothing: bool = False
    waiting: str = ""
    changed_since: date | None = None


def add(session: Session, row: Any) -> Any:
    session.add(row)
    session.flush()
    return row


def a_plan(session: Session, key: str = "rochester-2024", **facts: Any) -> Plan:
    """The plan of that key, live, and its prison if that is new."""
    slug, year = key.split("-")[:2]
    prison = session.exec(select(Prison).where(Prison.key == slug)).one_or_none()
    prison = prison or add(session, Prison(key=slug, name=f"HMP {slug.title()}"))
    return add(session, Plan(**{
        "key": key, "prison_id": prison.id, "title": f"Action plan: {prison.name}", "kind": "inspection",
        "year": int(year), "live": True, "loaded_at": NOON, **facts,
    }))  # fmt: skip


def an_action(session: Session, plan: Plan, position: int = 1, *, owners: Any = (), **facts: Any) -> Action:
    """An action of the plan; its ref is its position unless told; `theme` makes its recommendation."""
    theme = facts.pop("theme", None)
    if theme is not None:
        wanted = Recommendation(plan_id=plan.id, position=position, theme=theme)
        facts["recommendation_id"] = add(session, wanted).id
    action = add(session, Action(**{
        "plan_id": plan.id, "position": position, "ref": str(position), "title": f"Title {position}",
        "text": f"Text {position}", **facts,
    }))  # fmt: skip
    for place, printed in enumerate(owners):
        owner = owner_id(session, printed.lower(), name=printed, printed=printed)
        add(session, ActionOwner(action_id=action.id, position=place, owner_id=owner, printed=printed))
    return action


def happened(words: str | None = None, **facts: Any) -> history.Happened:
    return history.Happened(**{"kind": "noted", "at": NOON, "channel": "slack", "words": words, **facts})


def entries(session: Session, plan_id: int) -> list[Entry]:
    return list(session.exec(select(Entry).where(Entry.plan_id == plan_id).order_by(Entry.seq)))


def append_many(url: str, plan_id: int, times: int, size: int) -> None:
    """Extend a plan's history again and again, each time in its own transaction (run in other processes)."""
    engine = open_engine(url)
    for turn in range(times):
        with writing(engine) as session:
            history.append(session, plan_id, [happened(f"{turn}.{n}") for n in range(size)])
    engine.dispose()
