"""Whatever is answered, asked, agreed, taken back and frozen in whatever order: the digest adds up, every number opens
its list, and a day past is told later exactly as it was told on that day."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from plans import digests
from plans.calendar import LONDON, day_of
from plans.digest.sealing import fingerprint
from plans.digest.weekly import week
from plans.messages import Digest, Message
from plans.progress.changing import Wanted, change, permitted
from plans.progress.undoing import undo
from plans.rights import RIGHTS, Doing
from storage.entries import history
from storage.plans import plans
from tests.plans.digest.reconciling import follows, reconciles
from tests.plans.progress.conftest import PEOPLE, World

REFS = range(1, 9)
REF = st.sampled_from([1, 3, 4, 5, 6, 7, 8])
BUSY = ["governor", "safety", "residence", "works", "pgd", "ed", "hub"]
DAYS = st.integers(-5, 60)
PARTY = st.sampled_from(["governor", "head of safety", "head of learning", "prison group director"])
ACCOUNTS = {name: account for account, name in PEOPLE.items()}
SCENES: dict[str, tuple[tuple[str, Doing], ...]] = {
    "moved": (("governor", "postpone"), ("ed", "agree")),
    "refused": (("governor", "postpone"), ("ed", "decline")),
    "handed over": (("governor", "hand_over"), ("safety", "accept")),
    "confirmed": (("governor", "report"), ("pgd", "confirm")),
    "reopened": (("governor", "report"), ("pgd", "confirm"), ("ed", "reopen")),
}
"""What takes two or three: seldom met where every step is anybody's."""
STEP = st.one_of(
    st.tuples(st.just("scene"), st.sampled_from([*SCENES]), st.sampled_from([1, 2, 6, 8]), st.booleans(), st.booleans()),
    *[st.tuples(st.just("may"), st.sampled_from(BUSY), st.integers(0, 8), ref, DAYS, PARTY)
      for ref in (REF, st.sampled_from([1, 3]), st.just(1))],
    st.tuples(st.just("do"), st.sampled_from(BUSY), st.sampled_from([*RIGHTS]), REF, DAYS, PARTY),
    st.tuples(st.just("back"), st.sampled_from([1, 3, 6])),
    st.tuples(st.just("wait"), st.sampled_from([timedelta(minutes=4), timedelta(hours=9), timedelta(days=3)])),
    st.just(("midnight",)),  # what is taken back a few minutes later is taken back the next day
    st.just(("freeze",)),
)  # fmt: skip


def spoken(message: Message) -> str:
    assert isinstance(message, Digest)
    return f"Digest {message.number}: {message.counts.overdue} late"


class Weeks:
    """A run of steps in one transaction; what was told of each day at its end."""

    def __init__(self, world: World, session: Session) -> None:
        self.world, self.session = world, session
        self.ids = {ref: world.id(ref) for ref in REFS}
        self.told: dict[date, Digest] = {}
        self.frozen: dict[str, Digest] = {}

    @property
    def today(self) -> date:
        return day_of(self.world.now)

    def step(self, step: Any) -> None:
        match step:
            case "wait", span:
                self.go_to(self.world.now + span)
            case "midnight", *_:
                self.midnight()
            case "scene", name, ref, slowly, taken_back:
                self.play(name, ref, slowly, taken_back)
            case "freeze", *_:
                self.freeze()
            case "may", who, number, ref, days, to:
                if may := permitted(self.world.turn(self.session, who), self.ids[ref]):
                    self.change(who, may[number % len(may)], ref, days, to)
            case "do", who, doing, ref, days, to:
                self.change(who, doing, ref, days, to)
            case "back", ref:
                self.take_back(ref)

    def play(self, name: str, ref: int, slowly: bool, taken_back: bool) -> None:
        """Each a few days after the other, the last late in the evening and taken back after midnight; or at once."""
        *before, (who, doing) = SCENES[name]
        for first, what in before:
            self.change(first, what, ref, 30, "head of safety")
            self.go_to(self.world.now + timedelta(days=2 * slowly))
        if taken_back:
            self.midnight()
        self.change(who, doing, ref, 30, "head of safety")
        if taken_back:
            self.go_to(self.world.now + timedelta(minutes=6))
            self.take_back(ref)

    def take_back(self, ref: int) -> None:
        last = next(iter(history(self.session, self.ids[ref])), None)
        if last is not None and last.who:
            undo(self.world.turn(self.session, ACCOUNTS[last.who]), self.ids[ref], last.seq)

    def midnight(self) -> None:
        self.go_to(datetime.combine(self.today, time(23, 57), LONDON))

    def go_to(self, moment: datetime) -> None:
        """What is told of a day is told when it is over."""
        if day_of(moment) > self.today:
            self.told[self.today] = self.preview(self.today)
        self.world.now = max(moment, self.world.now)

    def change(self, who: str, doing: Any, ref: int, days: int, to: str) -> None:
        wanted = Wanted(self.ids[ref], doing, words="Because", until=self.today + timedelta(days=days), to=to)
        change(self.world.turn(self.session, who), wanted)

    def preview(self, on: date) -> Digest:
        made = digests.preview(self.session, "rochester", on, now=self.world.now)
        reconciles(made)
        return made

    def freeze(self) -> None:
        on, occasion = self.today, week(self.today)
        last = digests.stored(self.session, "rochester")
        made = digests.freeze(
            self.session, "rochester", on=on, week=occasion, now=self.world.now, words=spoken
        )  # fmt: skip
        if occasion in self.frozen:
            assert made == self.frozen[occasion]
            return
        self.frozen[occasion] = made
        reconciles(made)
        assert made.number == len(self.frozen)
        if last:
            follows(made, last.digest.counts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(steps=st.lists(STEP, min_size=8, max_size=20))
def test_it_adds_up_and_a_day_past_is_told_as_it_was_told_on_that_day(world: World, steps: list[Any]) -> None:
    start = world.now
    with Session(world.engine) as session:
        weeks = Weeks(world, session)
        for step in steps:
            weeks.step(step)
        (row,) = plans(session, weeks.today)
        now = weeks.preview(weeks.today).counts
        assert (now.total, now.open, now.overdue) == (row.actions, row.open, row.overdue)
        for day, told in weeks.told.items():
            again = weeks.preview(day)
            assert replace(again, as_at=told.as_at, number=told.number) == told
            assert fingerprint(again) == fingerprint(told)
        for made in weeks.frozen.values():
            kept = digests.stored(session, "rochester", made.number)
            assert kept
            assert (kept.digest, kept.text, kept.holds) == (made, spoken(made), True)
        session.rollback()
    world.now = start
