"""Whatever anybody tries in any order: nothing is done that nobody above confirmed, no date moves that nobody agreed to,
the first promise stays, and the history can always be verified."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from plans.messages import Changed
from plans.progress.blanking import blank
from plans.progress.changing import Wanted, change
from plans.progress.undoing import undo
from plans.rights import RIGHTS, Doing
from storage.entries import EntryRow, history
from storage.history import verify
from storage.models import Action, Plan
from storage.owed import owners_of
from tests.plans.progress.conftest import MONDAY, PEOPLE, World

REFS = range(1, 9)
ABOVE = {"governor", "prison group director", "executive director", "assurer"}
# The people who may ever confirm an action, by its lead at the time.
FREE = {
    "governor": {"F. Group", "G. Executive"},
    "head of safety": {"A. Governor", "F. Group", "G. Executive"},
    "head of learning": {"A. Governor", "F. Group", "G. Executive"},
    "head of residence": {"A. Governor", "F. Group", "G. Executive"},
    "works department": {"A. Governor", "F. Group", "G. Executive"},
    "prison group director": {"G. Executive"},
    None: {"A. Governor", "F. Group", "G. Executive"},
}

WHO = st.sampled_from([*PEOPLE, "stranger"])
DOINGS: list[Doing] = [*RIGHTS]
STEP = st.one_of(
    st.tuples(
        st.just("do"), WHO, st.sampled_from(DOINGS), st.sampled_from([1, 3, 4, 5, 6, 7, 8]),
        st.sampled_from(["", "Because"]), st.integers(-5, 400),
        st.sampled_from(["governor", "head of safety", "head of learning", "prison group director", "nonsense"]),
    ),
    st.tuples(st.just("undo"), WHO, st.integers(1, 12), st.sampled_from([1, 3, 4])),
    st.tuples(st.just("blank"), WHO, st.integers(1, 12), st.sampled_from([1, 3, 4])),
    st.tuples(st.just("wait"), st.integers(1, 12)),
)  # fmt: skip


class Tried:
    """A run of steps in one transaction, which is forgotten at the end; what is known of each action after each."""

    def __init__(self, world: World, session: Session, ids: dict[int, int]) -> None:
        self.world, self.session, self.ids = world, session, ids
        self.promised = {ref: self.action(ref).original_due for ref in REFS}
        self.asked_by: dict[int, dict[date, str]] = {ref: {} for ref in REFS}

    def action(self, ref: int) -> Action:
        self.session.expire_all()
        return self.session.exec(select(Action).where(Action.ref == str(ref))).one()

    def step(self, step: Any) -> None:
        if step[0] == "wait":
            self.world.later(minutes=step[1])
            return
        if step[0] == "do":
            _, who, doing, ref, words, days, to = step
            asked = Wanted(self.ids[ref], doing, words=words, until=MONDAY + timedelta(days=days), to=to)
            self.checked(ref, lambda: change(self.world.turn(self.session, who), asked))
            return
        name, who, seq, ref = step
        act = undo if name == "undo" else blank
        self.checked(ref, lambda: act(self.world.turn(self.session, who), self.ids[ref], seq))

    def checked(self, ref: int, act: Any) -> None:
        before = self.action(ref)
        was = (before.status, before.due, before.version)
        lead = next(iter(owners_of(self.session, [self.ids[ref]]).get(self.ids[ref], ())), None)
        done = act()
        after = self.action(ref)
        now = (after.status, after.due, after.version)
        assert after.original_due == self.promised[ref]
        if not isinstance(done, Changed):
            assert now == was
            return
        entries = history(self.session, self.ids[ref])
        entry = entries[0]
        assert (entry.seq, entry.kind) == (done.entry, done.doing)
        if now != was:
            assert after.version == was[2] + 1
        if after.status != was[0]:
            assert (entry.from_status, entry.to_status) == (was[0], after.status)
            self.is_finished_by_whom(entry, after, lead)
        if after.due != was[1]:
            self.is_moved_by_what(entry, entries, after, was[1])

    def is_finished_by_whom(self, entry: EntryRow, after: Action, lead: str | None) -> None:
        if after.status not in ("done", "sustained") or entry.kind == "undo":
            return
        assert entry.kind == "confirm"
        assert entry.who in FREE[lead]
        assert entry.as_post in ABOVE - {lead}

    def is_moved_by_what(self, entry: EntryRow, entries: list[EntryRow], after: Action, was: date | None) -> None:
        assert (entry.from_due, entry.to_due) == (was, after.due)
        if entry.kind == "undo":
            taken_back = next(one for one in entries if one.seq == entry.undoes)
            assert taken_back.kind in ("agree", "report")
            assert taken_back.from_due == after.due
        elif entry.kind == "report":
            assert after.recurrence == "monthly"
        else:
            assert entry.kind == "agree"
            asked = next(one for one in entries if one.kind == "postpone" and not one.undone)
            assert asked.to_due == after.due
            assert asked.person_id != entry.person_id


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(steps=st.lists(STEP, max_size=30))
def test_whatever_is_tried_nothing_changes_that_nobody_meant(world: World, steps: list[Any]) -> None:
    ids = {ref: world.id(ref) for ref in REFS}
    start = world.now
    with Session(world.engine) as session:
        tried = Tried(world, session, ids)
        for step in steps:
            tried.step(step)
        for plan in session.exec(select(Plan).order_by(col(Plan.id))):
            assert verify(session, plan.id or 0) == []
        session.rollback()
    world.now = start
