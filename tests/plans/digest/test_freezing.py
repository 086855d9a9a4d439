"""A digest is frozen once in its week, numbered, and never changed: over both databases."""

from datetime import date, datetime, timedelta
from threading import Thread

import pytest
from sqlmodel import select

from plans import digests
from plans.calendar import LONDON
from plans.digest.behind import behind
from plans.messages import Counts, Digest, Message
from storage.database import reading, writing
from storage.models import Plan, Prison
from tests.plans.digest.reconciling import reconciles
from tests.plans.progress.conftest import PEOPLE, World
from tests.storage.register import a_holding, a_person
from tests.storage.rows import a_plan, an_action

TUESDAY = date(2024, 12, 3)
MORNING = datetime(2024, 12, 3, 8, 30, tzinfo=LONDON)


def spoken(message: Message) -> str:
    return f"Digest {getattr(message, 'number', 0)}."


def frozen(world: World, *, weeks: int = 0, day: date = TUESDAY, words: digests.Words = spoken) -> Digest:
    span = timedelta(weeks=weeks)
    with writing(world.engine) as session:
        on = day + span
        return digests.freeze(
            session, "rochester", on=on, week=f"2024-W{49 + weeks}", now=MORNING + span, words=words
        )  # fmt: skip


def test_the_same_week_has_the_same_digest_whatever_happened_since(world: World) -> None:
    first = frozen(world)
    assert (first.number, first.before, first.counts.overdue, first.counts.total) == (1, None, 2, 8)
    world.did("governor", "report")
    assert frozen(world, words=lambda _: "Other words.") == first
    with reading(world.engine) as session:
        kept = digests.stored(session, "rochester", 1)
        assert kept == digests.by_id(session, first.id) == digests.stored(session, "rochester")
    assert kept
    assert (kept.digest, kept.text, kept.holds) == (first, "Digest 1.", True)


def test_the_next_begins_where_the_last_one_ended_and_not_where_its_day_did(world: World) -> None:
    first = frozen(world)
    world.now = MORNING + timedelta(hours=2)  # on the digest's own day, after it had gone
    world.did("governor", "report")
    second = frozen(world, weeks=1)
    assert (second.number, second.before, second.since) == (2, 1, TUESDAY)
    assert second.counts.late_before == first.counts.overdue == 2
    assert (second.counts.cleared, second.counts.overdue) == (1, 1)
    assert [one.doing for one in second.changes] == ["report"]
    reconciles(second)


def test_what_is_done_in_the_very_moment_of_a_digest_is_in_the_next_one_and_only_there(world: World) -> None:
    world.now = MORNING
    world.did("governor", "report")
    first = frozen(world)
    assert first.heads
    world.did("governor", "report", 6)  # the clock stands still
    second, third = frozen(world, weeks=1), frozen(world, weeks=2)
    told = [[one.address for one in each.changes] for each in (first, second, third)]
    assert told == [["1"], ["6"], []]


def test_a_draft_keeps_no_place_in_a_history_for_it_is_of_its_day_whenever_it_is_asked_for(world: World) -> None:
    with reading(world.engine) as session:
        assert digests.preview(session, "rochester", TUESDAY, now=MORNING).heads == ()


def test_a_plan_that_was_closed_takes_what_was_late_in_it_away(world: World) -> None:
    frozen(world)
    with writing(world.engine) as session:
        session.exec(select(Plan)).one().live = False
        later = a_plan(session, "rochester-2025")
        an_action(session, later, 1, owners=("Governor",), due=date(2024, 12, 5))
    second = frozen(world, weeks=1)
    counts = second.counts
    assert (counts.total, counts.late_before, counts.gone, counts.new, counts.overdue) == (1, 2, 2, 1, 1)
    reconciles(second)


def test_two_who_freeze_at_once_freeze_one(world: World) -> None:
    made: list[Digest] = []
    threads = [Thread(target=lambda: made.append(frozen(world))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 4
    assert len({(one.id, one.number, one.sha256) for one in made}) == 1


def test_a_draft_s_buttons_say_which_day_and_a_frozen_one_s_which_row(world: World) -> None:
    with reading(world.engine) as session:
        draft = digests.preview(session, "rochester", TUESDAY, now=MORNING)
    assert {verb.query.startswith("rochester 2024-12-03") for verb in draft.verbs} == {True}
    made = frozen(world)
    assert {verb.query.split()[0] for verb in made.verbs} == {f"{made.id}"}
    assert {"behind", "nudge", "save"} == {verb.name for verb in made.verbs}
    assert [one.ref for one in behind(made, "overdue")] == ["1", "6"]


def test_no_person_is_named_in_a_prison_s_digest(world: World) -> None:
    world.did("governor", "postpone", until=date(2025, 1, 10), words="Because K. Works is ill")
    world.did("hub", "report", 3, words="C. Safety says so", links=("https://intranet.example/3",))
    kept = frozen(world)
    with reading(world.engine) as session:
        row = digests.frozen.with_id(session, kept.id)
    assert row
    assert not [name for name in (*PEOPLE.values(), "Because", "intranet") if name in row.body]


def test_whoever_directs_two_prisons_or_more_has_a_digest_of_them_together(world: World) -> None:
    with writing(world.engine) as session:
        for place in ("maidstone", "swaleside"):
            plan = a_plan(session, f"{place}-2024")
            an_action(session, plan, 1, owners=("Governor",), due=date(2024, 12, 1))
        session.add(Prison(key="send", name="HMP Send"))
        for place in ("maidstone", "send"):
            a_holding(session, "Prison Group Director", PEOPLE["pgd"], prison=place)
            a_holding(session, "Executive Director", PEOPLE["assurer"], prison=place)
        director, other = (a_person(session, PEOPLE[who]).id or 0 for who in ("pgd", "assurer"))
    first = frozen(world)
    with writing(world.engine) as session:
        assert digests.directors(session, TUESDAY) == [director]  # Send has no plan
        assert digests.group_preview(session, other, TUESDAY, now=MORNING) is None
        how = {"on": TUESDAY, "week": "2024-W49", "now": MORNING, "words": spoken}
        made = digests.freeze_group(session, director, **how)  # type: ignore[arg-type]  # facts by name
        assert made == digests.freeze_group(session, director, **how)  # type: ignore[arg-type]  # facts by name
    assert made
    assert [(row.prison, row.number, row.counts.overdue) for row in made.rows] == [
        ("HMP Rochester", 1, 2), ("HMP Maidstone", None, 1),
    ]  # fmt: skip
    assert made.rows[0].counts == first.counts
    assert (made.counts.overdue, made.counts.total) == (3, 9)
    assert (made.post, made.person, made.number) == ("Prison Group Director", PEOPLE["pgd"], 1)


def test_a_prison_without_a_live_plan_has_an_empty_digest(world: World) -> None:
    with writing(world.engine) as session:
        session.exec(select(Plan)).one().live = False
    with reading(world.engine) as session:
        made = digests.preview(session, "rochester", TUESDAY, now=MORNING)
    assert (made.counts, made.lines, made.verbs) == (Counts(), (), ())


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_number_that_was_never_given_brings_nothing(world: World, number: int) -> None:
    frozen(world)
    with reading(world.engine) as session:
        assert digests.stored(session, "rochester", number) is None
        assert digests.by_id(session, number + 100) is None
