"""One prison as answers meet it: its posts, who holds them, a plan of ten actions of every kind of lead."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from plans.chat import Asker
from plans.messages import Changed, Refused
from plans.progress.changing import Wanted, change, permitted
from plans.progress.turn import Turn
from plans.progress.undoing import undo
from storage.database import reading, writing
from storage.entries import EntryRow, history
from storage.history import verify
from storage.models import Account, Action, Owner, Plan, Workspace
from tests.storage.register import a_delegation, a_holding, a_liaison, a_person, a_role
from tests.storage.rows import a_plan, add, an_action

if TYPE_CHECKING:
    from tests.plans.progress.talking import Talk

MONDAY = date(2024, 12, 2)
NOW = datetime(2024, 12, 2, 10, 42, tzinfo=UTC)

PEOPLE = {
    "governor": "A. Governor", "deputy": "B. Deputy", "safety": "C. Safety", "residence": "D. Residence",
    "hub": "E. Hub", "pgd": "F. Group", "ed": "G. Executive", "assurer": "H. Assurer", "admin": "I. Admin",
    "nobody": "J. Passer-by", "works": "K. Works",
}  # fmt: skip


class World:
    """The rows, and what people do to them: each by the account of the same name."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.now = engine, NOW

    def later(self, **spans: float) -> "World":
        self.now += timedelta(**spans)
        return self

    def turn(self, session: Any, who: str, **how: Any) -> Turn:
        asker = Asker(post=who.removeprefix("as ")) if who.startswith("as ") else Asker(f"slack:T1:{who}")
        return Turn(session, asker, self.now, **how)

    def do(
        self, who: str, doing: Any, ref: int | str = 1, *, preview: bool = False, **wanted: Any
    ) -> Changed | Refused:
        with writing(self.engine) as session:
            asked = Wanted(self.id(ref), doing, **wanted)
            return change(self.turn(session, who), asked, preview=preview)

    def did(self, who: str, doing: Any, ref: int | str = 1, **wanted: Any) -> Changed:
        done = self.do(who, doing, ref, **wanted)
        assert isinstance(done, Changed), done
        return done

    def refused(self, who: str, doing: Any, ref: int | str = 1, **wanted: Any) -> Refused:
        done = self.do(who, doing, ref, **wanted)
        assert isinstance(done, Refused), done
        return done

    def undo(self, who: str, seq: int, ref: int | str = 1) -> Changed | Refused:
        with writing(self.engine) as session:
            return undo(self.turn(session, who), self.id(ref), seq)

    def may(self, who: str, ref: int | str = 1) -> set[str]:
        with reading(self.engine) as session:
            return set(permitted(self.turn(session, who), self.id(ref)))

    def id(self, ref: int | str) -> int:
        return self.row(ref).id or 0

    def row(self, ref: int | str) -> Action:
        with reading(self.engine) as session:
            return session.exec(select(Action).where(Action.ref == str(ref))).one()

    def put(self, ref: int | str, **facts: Any) -> None:
        """As if it had come to that."""
        with writing(self.engine) as session:
            action = session.exec(select(Action).where(Action.ref == str(ref))).one()
            for name, value in facts.items():
                setattr(action, name, value)

    def plan(self, **facts: Any) -> None:
        with writing(self.engine) as session:
            plan = session.exec(select(Plan)).one()
            for name, value in facts.items():
                setattr(plan, name, value)

    def owners(self, ref: int | str = 1) -> list[str]:
        from storage.changes import owners

        with reading(self.engine) as session:
            return [owner.key for owner in owners(session, [self.id(ref)]).get(self.id(ref), ())]

    def history(self, ref: int | str = 1) -> list[EntryRow]:
        """The newest first."""
        with reading(self.engine) as session:
            return history(session, self.id(ref))

    def holds(self) -> bool:
        """Does the plan's chain?"""
        with reading(self.engine) as session:
            return all(verify(session, plan.id or 0) == [] for plan in session.exec(select(Plan)))

    def register(self, what: Callable[..., Any], *names: Any, **facts: Any) -> None:
        with writing(self.engine) as session:
            what(session, *names, **facts)

    def vacate(self, post: str) -> None:
        from storage.models import Holding

        with writing(self.engine) as session:
            owner = session.exec(select(Owner.id).where(Owner.key == post)).one()
            for holding in session.exec(select(Holding).where(col(Holding.owner_id) == owner)):
                session.delete(holding)


@pytest.fixture
def world(engine: Engine) -> World:
    """1, 2 the Governor's; 3 the Head of Safety's, delegated to the Head of Residence, joint with the Head of Learning;
    4 Works Department's, whose contact is the Head of Residence; 5 has no owner; 6 recurs; 7 stands; 8 has no date."""
    with writing(engine) as session:
        plan = a_plan(session)
        facts: list[tuple[tuple[str, ...], dict[str, Any]]] = [
            (("Governor",), {"due": date(2024, 11, 30)}),
            (("Governor",), {"due": date(2024, 12, 31)}),
            (("Head of Safety", "Head of Learning"), {"due": date(2025, 1, 31), "starts": date(2024, 11, 1)}),
            (("Works Department",), {"due": date(2024, 12, 31)}),
            ((), {"due": date(2024, 12, 31)}),
            (("Governor",), {"due": date(2024, 11, 30), "recurrence": "monthly"}),
            (("Governor",), {"standing": True, "status": "in_progress"}),
            (("Governor",), {}),
        ]
        for position, (owners, more) in enumerate(facts, 1):
            an_action(session, plan, position, owners=owners, original_due=more.get("due"), **more)
        third = session.exec(select(Action.id).where(Action.ref == "3")).one()
        a_delegation(session, plan.id or 0, "Head of Residence", date(2024, 11, 4), action_id=third)
        a_holding(session, "Governor", PEOPLE["governor"], from_on=date(2024, 9, 1))
        a_holding(session, "Governor", PEOPLE["deputy"], capacity="deputy")
        a_holding(session, "Head of Safety", PEOPLE["safety"])
        a_holding(session, "Head of Residence", PEOPLE["residence"])
        a_holding(session, "Head of Learning", PEOPLE["works"])
        a_holding(session, "Prison Group Director", PEOPLE["pgd"])
        a_holding(session, "Executive Director", PEOPLE["ed"])
        a_liaison(session, "Works Department", "Head of Residence")
        for role, who in (("coordinator", "hub"), ("assurer", "assurer"), ("administrator", "admin")):
            a_role(session, role, PEOPLE[who])
        workspace = add(session, Workspace(platform="slack", team="")).id
        for external, name in PEOPLE.items():
            person = a_person(session, name).id
            add(session, Account(person_id=person, workspace_id=workspace, external=external, checked_at=NOW))
    return World(engine)


ACCOUNTS = {"U1": "A. Governor", "U2": "B. Safety", "U3": "C. Hub", "U4": "D. Passer-by"}


@pytest.fixture
def office(engine: Engine) -> Engine:
    """Rochester: a governor, a head of safety, a coordinator; three actions of the governor's, one of Works Department's."""
    with writing(engine) as session:
        plan = a_plan(session)
        for position, due in enumerate((date(2024, 11, 30), date(2024, 12, 6), date(2024, 12, 31)), 1):
            an_action(session, plan, position, owners=("Governor",), due=due)
        an_action(session, plan, 4, owners=("Works Department", "Governor"), due=date(2024, 12, 31))
        a_holding(session, "Governor", "A. Governor", from_on=date(2024, 9, 1))
        a_holding(session, "Head of Safety", "B. Safety")
        a_role(session, "coordinator", "C. Hub")
        workspace = add(session, Workspace(platform="slack", team="")).id
        for external, name in ACCOUNTS.items():
            person = a_person(session, name).id
            add(session, Account(person_id=person, workspace_id=workspace, external=external, checked_at=NOW))
    return engine


@pytest.fixture
def talk(world: World) -> "Talk":
    from tests.plans.progress.talking import Talk  # which has the World from here

    return Talk(world)
