"""What people answer by the rules of answering is what the next briefs go by: one chain, over real rows."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from plans.chat import Asker
from plans.messages import Changed
from plans.policy.briefs import day
from plans.policy.values import Item, PlannedBrief
from plans.progress.changing import Wanted, change
from plans.progress.facts import facts
from plans.progress.stances import deciders
from plans.progress.turn import Turn
from plans.progress.undoing import undo
from plans.situations import situation
from storage.database import reading, writing
from storage.history import Happened, append
from storage.models import Action
from tests.storage.register import a_holding, a_role
from tests.storage.rows import a_plan, an_action

MONDAY = datetime(2024, 12, 2, 10, 30, tzinfo=UTC)
TUESDAY, WEDNESDAY = date(2024, 12, 3), date(2024, 12, 4)
LIVE = datetime(2024, 9, 2, 9, tzinfo=UTC)
LATER = date(2025, 6, 30)


def prepared(engine: Engine, *, lead: str = "Head of Safety", **facts: Any) -> None:
    """One action far off, so that nothing but the answers makes a brief."""
    with writing(engine) as session:
        kind = facts.pop("kind", "inspection")
        plan = a_plan(session, live_at=LIVE, kind=kind)
        an_action(session, plan, 1, owners=[lead], due=date(2025, 4, 30), **facts)
        for post in ("Head of Safety", "Governor", "Prison Group Director", "Executive Director"):
            a_holding(session, post, f"{post}'s holder", from_on=date(2024, 1, 1))
        a_role(session, "coordinator", "C. Sample")


def said(engine: Engine, post: str, doing: Any, at: datetime = MONDAY, **facts: Any) -> Changed:
    with writing(engine) as session:
        done = change(Turn(session, Asker(post=post), at, channel="cli"), Wanted(1, doing, **facts))
    assert isinstance(done, Changed), done
    return done


def waits_for(engine: Engine, kind: str, on: date) -> str:
    with reading(engine) as session:
        turn = Turn(session, Asker(), datetime(on.year, on.month, on.day, 9, tzinfo=UTC), channel="cli")
        return deciders(turn, facts(turn, [1])[1], kind)


def told(engine: Engine, on: date) -> list[tuple[str, Item]]:
    """To whom, and the line; of those who are written to at all."""
    with reading(engine) as session:
        # Everybody learnt of the plan when it went live.
        found = situation(session, on, since=on - timedelta(days=1), presumed_before=date(2024, 12, 2))
    return [(_name(brief), item) for brief in day(found).briefs for item in brief.items]


def _name(brief: PlannedBrief) -> str:
    return brief.to.person.name.removesuffix("'s holder") if brief.to.person else brief.to.post


@pytest.mark.parametrize(
    ("lead", "given", "goes_to"),
    [
        ("Head of Safety", {}, "Governor"),
        ("Head of Safety", {"slips": 1}, "Prison Group Director"),
        ("Head of Safety", {"kind": "urgent_notification"}, "Prison Group Director"),
        ("Governor", {"slips": 2}, "Executive Director"),
        ("GFSL", {"kind": "urgent_notification"}, "Governor"),
    ],
)
def test_another_date_is_put_to_whom_the_receipt_names(engine: Engine, lead: str, given: dict[str, Any], goes_to: str):
    prepared(engine, lead=lead, **given)
    asked = said(engine, lead, "postpone", until=LATER, words="no chaplain")
    assert asked.waits_for == waits_for(engine, "extension", TUESDAY) == goes_to
    ((name, item),) = told(engine, date(2024, 12, 2))
    assert (name, item.reason, item.asked and item.asked.to_due) == (goes_to, "approve", LATER)


def test_asking_again_each_week_neither_silences_an_action_nor_keeps_its_request_down(engine: Engine):
    prepared(engine)
    with writing(engine) as session:
        session.exec(select(Action)).one().due = date(2024, 12, 13)
    for week in range(3):
        at = MONDAY + timedelta(weeks=week)
        said(engine, "Head of Safety", "postpone", at, until=LATER + timedelta(days=week), words="no chaplain")
    lines = dict(told(engine, date(2024, 12, 16)))
    assert (lines["Executive Director"].reason, lines["Head of Safety"].reason) == ("approve", "late")
    assert lines["Executive Director"].asked.to_due == LATER + timedelta(days=2)  # type: ignore[union-attr]  # it was asked for
    assert waits_for(engine, "extension", date(2024, 12, 16)) == "Executive Director"


def test_a_note_from_above_answers_for_nobody(engine: Engine):
    prepared(engine)
    for post, answers in (("Executive Director", None), ("Head of Safety", date(2024, 12, 2))):
        said(engine, post, "note", words="seen on the wing")
        with reading(engine) as session:
            (action,) = situation(session, TUESDAY, since=date(2024, 12, 2), everything=True).actions
        assert (action.answered_on, action.noted_on) == (answers, answers)


def test_what_is_not_agreed_to_comes_back_to_its_owner(engine: Engine):
    prepared(engine)
    said(engine, "Head of Safety", "postpone", until=LATER, words="no chaplain")
    said(engine, "Governor", "decline", MONDAY + timedelta(hours=1), words="the chaplain starts in May")
    ((name, item),) = told(engine, TUESDAY)
    assert (name, item.reasons, [event.doing for event in item.news]) == ("Head of Safety", ("news",), ["decline"])
    assert item.news[0].words == "the chaplain starts in May"


def test_what_is_reported_waits_and_what_is_sent_back_comes_back(engine: Engine):
    prepared(engine)
    reported = said(engine, "Head of Safety", "report", words="all trained")
    assert reported.waits_for == waits_for(engine, "confirm", TUESDAY) == "Governor"
    ((name, item),) = told(engine, date(2024, 12, 2))
    assert (name, item.reason) == ("Governor", "confirm")
    said(engine, "Governor", "send_back", MONDAY + timedelta(hours=1), words="no attendance sheet")
    ((name, item),) = told(engine, TUESDAY)
    assert (name, item.news[0].doing) == ("Head of Safety", "send_back")


def test_what_is_reported_on_a_calendar_set_to_before_the_plan_was_loaded_waits_all_the_same(engine: Engine):
    prepared(engine)
    with writing(engine) as session:
        loaded = Happened(
            kind="loaded", at=MONDAY + timedelta(weeks=99), channel="import", action_id=1, to_status="not_started"
        )
        append(session, 1, [loaded])
    said(engine, "Head of Safety", "report", words="all trained")
    ((name, item),) = told(engine, TUESDAY)
    assert (name, item.reason) == ("Governor", "confirm")


def test_what_the_coordinator_recorded_is_told_to_the_posts_holder(engine: Engine):
    prepared(engine)
    said(engine, "Coordinator", "progress", words="half are trained")
    ((name, item),) = told(engine, TUESDAY)
    assert (name, item.news[0].doing, item.news[0].by) == ("Head of Safety", "progress", "coordinator")


def test_what_is_taken_back_was_never_said(engine: Engine):
    prepared(engine)
    with writing(engine) as session:  # a person, so that it is theirs to take back
        turn = Turn(session, Asker(post="Head of Safety"), MONDAY, channel="cli")
        done = change(turn, Wanted(1, "postpone", until=LATER, words="no chaplain"))
        assert isinstance(done, Changed)
        assert isinstance(undo(turn, 1, done.entry), Changed)
    with reading(engine) as session:
        (action,) = situation(session, TUESDAY, since=date(2024, 12, 2), everything=True).actions
    assert (action.requests, action.answered_on, action.status) == ((), None, "not_started")


def test_a_hand_over_waits_for_its_receiver_who_then_leads_it(engine: Engine):
    prepared(engine)
    said(engine, "Head of Safety", "hand_over", to="governor", words="not mine")
    ((name, item),) = told(engine, date(2024, 12, 2))
    assert (name, item.reason) == (waits_for(engine, "hand_over", TUESDAY), "accept")
    said(engine, "Governor", "accept", MONDAY + timedelta(hours=1))
    with reading(engine) as session:
        (action,) = situation(session, TUESDAY, since=date(2024, 12, 2), everything=True).actions
    assert (action.owners, action.led_since) == (("governor", "head of safety"), date(2024, 12, 2))
