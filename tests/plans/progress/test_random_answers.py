"""Whatever anybody tries in any order: nothing is done that nobody above confirmed, no date moves that nobody agreed to,
the first promise stays, and the history can always be verified."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from plans.messages import Changed
from plans.progress.blanking import blank
from plans.progress.changing import Wanted, change, permitted
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
PARTY = st.sampled_from(["governor", "head of safety", "head of learning", "prison group director", "nonsense"])
REF = st.sampled_from([1, 3, 4, 5, 6, 7, 8])
DAYS = st.integers(-5, 400)
STEP = st.one_of(
    # anything, by anybody: nearly always refused
    st.tuples(st.just("do"), WHO, st.sampled_from(DOINGS), REF, st.sampled_from(["", "Because"]), DAYS, PARTY),
    # what they may, chosen by number
    *[st.tuples(st.just("may"), st.sampled_from(busy), st.integers(0, 8), st.sampled_from([1, 3]), DAYS, PARTY)
      for busy in (["governor", "safety", "residence", "works", "deputy", "hub"], ["pgd", "ed", "governor", "works"])],
    # the last entry, by whoever made it, or anything by anybody
    st.tuples(st.just("back"), st.sampled_from([1, 3])),
    st.tuples(st.sampled_from(["undo", "blank"]), WHO, st.integers(2, 20), st.sampled_from([1, 3, 4])),
    st.tuples(st.just("wait"), st.integers(1, 12)),
)  # fmt: skip
ACCOUNTS = {name: account for account, name in PEOPLE.items()}


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
        match step:
            case "wait", minutes:
                self.world.later(minutes=minutes)
            case "do", who, doing, ref, words, days, to:
                self.change(who, doing, ref, words, days, to)
            case "may", who, number, ref, days, to:
                may = permitted(self.world.turn(self.session, who), self.ids[ref])
                if may:
                    self.change(who, may[number % len(may)], ref, "Because", days, to)
            case "back", ref:
                last = next(iter(history(self.session, self.ids[ref])), None)
                if last is not None:
                    self.entered(undo, ACCOUNTS[last.who or ""], last.seq, ref)
            case name, who, seq, ref:
                self.entered({"undo": undo, "blank": blank}[name], who, seq, ref)

    def change(self, who: str, doing: Doing, ref: int, words: str, days: int, to: str) -> None:
        asked = Wanted(self.ids[ref], doing, words=words, until=MONDAY + timedelta(days=days), to=to)
        self.checked(ref, lambda: change(self.world.turn(self.session, who), asked))

    def entered(self, act: Any, who: str, seq: int, ref: int) -> None:
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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(steps=st.lists(STEP, min_size=12, max_size=40))
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
