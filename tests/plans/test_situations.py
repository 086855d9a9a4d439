"""What the policy is given: the actions that can matter on a day, and what was said of them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from plans.policy import values
from plans.policy.values import Situation, Snoozed
from plans.situations import situation
from storage.database import reading, writing
from storage.history import append
from storage.models import Request
from storage.said import SnoozeRow, save_snoozes
from tests.storage.register import a_delegation, a_delivery, a_holding, a_person, an_absence
from tests.storage.rows import a_plan, add, an_action, happened

TUESDAY = date(2024, 11, 12)
LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


def of(engine: Engine, on: date = TUESDAY, **facts: Any) -> Situation:
    with reading(engine) as session:
        return situation(session, on, **{"since": on - timedelta(days=1), **facts})


def addresses(found: Situation) -> list[str]:
    return [f"{action.plan} {action.ref}" for action in found.actions]


# --- which actions -----------------------------------------------------------------------------------------------


def some_actions(session: Session, **facts: Any) -> None:
    """Of a plan that has been live for long: each ref says what it is."""
    plan = a_plan(session, **{"live_at": LONG_AGO, **facts})
    cases: dict[str, dict[str, Any]] = {
        "late": {"due": TUESDAY - timedelta(days=400)}, "late and blocked": {"due": TUESDAY, "status": "blocked"},
        "coming": {"due": TUESDAY + timedelta(days=35)}, "far off": {"due": TUESDAY + timedelta(days=300)},
        "undated": {}, "reported": {"due": TUESDAY + timedelta(days=300), "status": "reported"},
        "done": {"due": TUESDAY, "status": "done"}, "sustained": {"status": "sustained"},
        "standing": {"due": TUESDAY + timedelta(days=300), "standing": True},
        "withdrawn": {"due": TUESDAY, "status": "withdrawn"},
    }  # fmt: skip
    for position, (ref, case) in enumerate(cases.items()):
        an_action(session, plan, position, ref=ref, owners=["Governor"], **case)


def refs(found: Situation) -> list[str]:
    return [action.ref for action in found.actions]


def test_what_is_far_off_undated_or_over_is_not_read(engine: Engine):
    with writing(engine) as session:
        some_actions(session)
    assert refs(of(engine)) == ["late", "late and blocked", "coming", "reported", "sustained", "standing"]


def test_everything_is_every_action_of_the_live_plans(engine: Engine):
    with writing(engine) as session:
        some_actions(session)
        some_actions(session, key="rochester-2018", live=False, live_at=None)
    found = of(engine, everything=True)
    assert {action.plan for action in found.actions} == {"rochester-2024"}
    assert len(found.actions) == 10


@pytest.mark.parametrize(
    ("on", "since", "read"),
    [
        (date(2024, 10, 7), date(2024, 10, 4), True),  # the first Monday
        (date(2024, 10, 8), date(2024, 10, 7), False),
        (date(2024, 10, 9), date(2024, 10, 4), True),  # nothing went on Monday
        (date(2024, 11, 4), date(2024, 11, 1), False),
        (date(2024, 4, 2), date(2024, 3, 28), True),  # Monday was Easter Monday
    ],
)
def test_the_undated_are_read_when_their_quarter_begins(engine: Engine, on: date, since: date, read: bool):
    with writing(engine) as session:
        some_actions(session)
    assert ("undated" in refs(of(engine, on, since=since))) is read


def test_one_prison_is_read_alone(engine: Engine):
    with writing(engine) as session:
        some_actions(session)
        some_actions(session, key="bedford-2024")
    assert {action.prison for action in of(engine, prisons=["bedford"]).actions} == {"bedford"}
    assert {action.prison for action in of(engine, prisons=["bedford"], everything=True).actions} == {"bedford"}


def test_actions_named_are_read_whatever_they_are(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session, live_at=LONG_AGO)
        done = an_action(session, plan, 1, status="done", due=TUESDAY)
        far = an_action(session, plan, 2, due=TUESDAY + timedelta(days=300))
        an_action(session, plan, 3, due=TUESDAY)
        ids = [done.id or 0, far.id or 0]
    assert addresses(of(engine, actions=ids)) == ["rochester-2024 1", "rochester-2024 2"]


WHOLE = ["late", "late and blocked", "coming", "far off", "undated", "reported"]


def test_a_plan_that_went_live_is_read_whole(engine: Engine):
    with writing(engine) as session:
        some_actions(session, live_at=datetime(2024, 11, 11, 17, tzinfo=UTC))
    assert set(WHOLE) <= set(refs(of(engine)))
    assert "far off" not in refs(of(engine, date(2024, 11, 18)))


@pytest.mark.parametrize(
    "change",
    [
        lambda session, _: a_holding(session, "Governor", "B. Sample", from_on=TUESDAY),
        lambda session, _: a_holding(session, "Governor", "B. Sample", until_on=TUESDAY - timedelta(days=1)),
        lambda session, _: a_holding(
            session, "Governor", "B. Sample", from_on=date(2024, 2, 1),
            recorded_at=datetime(2024, 11, 11, 15, tzinfo=UTC),
        ),
        lambda session, _: an_absence(session, "A. Sample", TUESDAY, TUESDAY + timedelta(days=7)),
        lambda session, plan: a_delegation(session, plan, "Head of Safety", TUESDAY, theme="Safety"),
    ],
    ids=["came", "left", "recorded late", "away", "delegated"],
)  # fmt: skip
def test_where_the_register_changed_all_is_read_for_whoever_came_to_answer(engine: Engine, change: Any):
    with writing(engine) as session:
        a_holding(session, "Governor", "A. Sample", from_on=date(2024, 1, 1))
        some_actions(session)
        some_actions(session, key="bedford-2024")
    assert "rochester-2024 far off" not in addresses(of(engine))
    with writing(engine) as session:
        change(session, 1)
    found = addresses(of(engine))
    assert "rochester-2024 far off" in found
    assert "bedford-2024 far off" not in found


def test_what_a_closed_plan_left_open_is_read_on_the_day_after(engine: Engine):
    with writing(engine) as session:
        some_actions(session, key="rochester-2018", live=False, closed_at=datetime(2024, 11, 11, 15, tzinfo=UTC))
    found = of(engine)
    assert {action.ref for action in found.actions} == {*WHOLE, "standing"}
    assert {(action.live, action.closed_on) for action in found.actions} == {(False, date(2024, 11, 11))}
    assert of(engine, date(2024, 11, 19)).actions == ()


def test_what_was_done_is_read_three_months_later(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session, live_at=LONG_AGO)
        for position, month in enumerate((5, 8, 10)):
            action = an_action(session, plan, position, status="done", ref=f"done in month {month}")
            done = happened(
                kind="confirm", to_status="done", action_id=action.id, at=datetime(2024, month, 10, 9, tzinfo=UTC)
            )
            append(session, plan.id or 0, [done])
    assert refs(of(engine)) == ["done in month 8"]


def test_whoever_is_behind_has_their_own_days_looked_at(engine: Engine):
    with writing(engine) as session:
        some_actions(session, live_at=datetime(2024, 11, 5, 17, tzinfo=UTC))
    assert "far off" not in refs(of(engine))
    assert "far off" in refs(of(engine, behind={"person 1": date(2024, 11, 4)}))


# --- what is known of them ---------------------------------------------------------------------------------------


def test_an_action_has_its_owners_by_key_the_lead_first(engine: Engine):
    with writing(engine) as session:
        an_action(session, a_plan(session), 1, due=TUESDAY, owners=["Oxleas", "Governor"], theme="Healthcare")
    (action,) = of(engine).actions
    assert (action.owners, action.theme, action.due) == (("oxleas", "governor"), "Healthcare", TUESDAY)


def test_a_day_is_londons(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session, live_at=datetime(2024, 6, 30, 23, 30, tzinfo=UTC))
        action = an_action(session, plan, 1, due=TUESDAY)
        late = datetime(2024, 7, 1, 23, 30, tzinfo=UTC)
        append(session, plan.id or 0, [happened(kind="progress", action_id=action.id, at=late)])
    (action,) = of(engine).actions
    assert (action.live_on, action.noted_on, action.answered_on) == (
        date(2024, 7, 1),
        date(2024, 7, 2),
        date(2024, 7, 2),
    )


def test_what_was_heard_of_an_action_is_told_apart(engine: Engine):
    def on(day: int, kind: str, status: str | None = None):
        at = datetime(2024, 11, day, 9, tzinfo=UTC)
        return happened(kind=kind, to_status=status, action_id=action.id, at=at)

    with writing(engine) as session:
        plan = a_plan(session)
        action = an_action(session, plan, 1, due=TUESDAY, status="blocked")
        append(
            session,
            plan.id or 0,
            [on(1, "loaded", "not_started"), on(2, "progress"), on(4, "block", "blocked"), on(5, "send_back")],
        )
    (found,) = of(engine).actions
    assert (found.answered_on, found.noted_on, found.since) == (date(2024, 11, 4), date(2024, 11, 2), date(2024, 11, 4))


def test_what_was_taken_back_counts_as_nothing(engine: Engine):
    def on(day: int, kind: str, **facts: Any):
        return happened(kind=kind, action_id=action.id, at=datetime(2024, 11, day, 9, tzinfo=UTC), **facts)

    with writing(engine) as session:
        plan = a_plan(session)
        action = an_action(session, plan, 1, due=TUESDAY, status="in_progress")
        told = [
            on(1, "loaded", channel="import", to_status="not_started"),
            on(2, "progress", from_status="not_started", to_status="in_progress"),
            on(4, "report", from_status="in_progress", to_status="reported"),
            on(5, "undo", from_status="reported", to_status="in_progress", undoes=3),
            on(6, "note", words="minutes"),
            on(7, "undo", undoes=5),
        ]
        append(session, plan.id or 0, told)
    (found,) = of(engine).actions
    second = date(2024, 11, 2)
    assert (found.answered_on, found.noted_on, found.since, found.changed_on) == (second,) * 4


def test_what_is_asked_for_comes_with_its_words_whenever_it_is_due(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session, kind="urgent_notification")
        person = a_person(session, "A. Sample").id
        far = an_action(session, plan, 1, due=date(2025, 9, 30), slips=1, version=4)
        other = an_action(session, plan, 2, due=date(2025, 9, 30))
        said_at = datetime(TUESDAY.year, TUESDAY.month, TUESDAY.day, 10, tzinfo=UTC)
        append(
            session,
            plan.id or 0,
            [
                happened("no chaplain", kind="postpone", action_id=far.id, at=said_at),
                happened(kind="hand_over", action_id=other.id, at=said_at),
            ],
        )
        asked = {"as_post": "head of safety", "person_id": person, "asked_on": TUESDAY}
        longer = {"for_party": "gfsl", "to_due": date(2025, 12, 31), **asked}
        add(session, Request(action_id=far.id, kind="extension", asked=1, **longer))
        add(session, Request(action_id=other.id, kind="hand_over", to_party="governor", asked=2, **asked))
        gone = {"asked": 2, "state": "withdrawn", "settled": 2, "asked_on": TUESDAY}
        add(session, Request(action_id=an_action(session, plan, 3).id, kind="extension", to_due=TUESDAY, **gone))
    first, second = of(engine).actions
    assert (first.kind, first.slips, first.version) == ("urgent_notification", 1, 4)
    assert first.requests == (
        values.Request("extension", TUESDAY, "gfsl", person, "head of safety", date(2025, 12, 31), words="no chaplain"),
    )
    assert second.requests == (
        values.Request("hand_over", TUESDAY, "head of safety", person, "head of safety", to="governor"),
    )


def test_what_others_did_yesterday_is_found_whenever_it_is_due(engine: Engine):
    monday = datetime(2024, 11, 11, 15, tzinfo=UTC)
    with writing(engine) as session:
        plan, far = a_plan(session), date(2025, 9, 30)
        ids = [an_action(session, plan, n, due=far).id for n in range(1, 6)]
        told = [
            happened("no sheet", kind="send_back", as_post="governor", person_id=3, action_id=ids[0], at=monday),
            happened(kind="report", as_post="coordinator", for_party="gfsl", action_id=ids[1], at=monday),
            happened(kind="report", as_post="governor", action_id=ids[2], at=monday),
            happened(kind="decline", action_id=ids[3], at=monday - timedelta(days=3)),
            happened(kind="decline", action_id=ids[4], at=monday),
            happened(kind="undo", undoes=5, action_id=ids[4], at=monday),
        ]
        append(session, plan.id or 0, told)
    found = {action.ref: action.events for action in of(engine).actions}
    assert found == {
        "1": (values.Event("send_back", "governor", monday, 3, "no sheet"),),
        "2": (values.Event("report", "coordinator", monday),),
        "5": (),
    }
    whole = {action.ref: [event.doing for event in action.events] for action in of(engine, everything=True).actions}
    assert whole == {"1": ["send_back"], "2": ["report"], "3": [], "4": ["decline"], "5": []}


def test_who_accepted_it_leads_since_then(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session)
        action = an_action(session, plan, 1, due=TUESDAY)
        append(session, plan.id or 0, [happened(kind="accept", action_id=action.id)])
    assert of(engine).actions[0].led_since == date(2024, 11, 5)


def test_only_what_was_surely_sent_counts_as_told(engine: Engine):
    with writing(engine) as session:
        id = an_action(session, a_plan(session), 1, due=TUESDAY).id or 0
        a_delivery(session, "person 1", date(2024, 11, 4), rung_1=id)
        a_delivery(session, "person 1", date(2024, 11, 5), rung_1=id, gap="vacant rochester/governor")
        a_delivery(session, "person 1", date(2024, 11, 6), state="unknown", rung_1=id, rung_2=id)
        a_delivery(session, "person 2", date(2024, 11, 7), late=id)
    told = of(engine).told
    assert told("person 1", id, "rung_1") == date(2024, 11, 5)
    assert told("person 1", id, "rung_2") is None
    assert told("person 1", "vacant rochester/governor", "gap") == date(2024, 11, 5)
    assert told("person 2", id, "rung_1") is None


def test_snoozes_come_with_their_actions(engine: Engine):
    with writing(engine) as session:
        id, person = an_action(session, a_plan(session), 1, due=TUESDAY).id or 0, a_person(session, "A. Sample").id or 0
        save_snoozes(session, [SnoozeRow(id, person, TUESDAY, date(2024, 11, 20))])
    assert of(engine).snoozes == (Snoozed(id, person, TUESDAY, date(2024, 11, 20)),)


def test_a_plan_asked_about_before_it_was_loaded_counts_as_live_since_long_before(engine: Engine):
    with writing(engine) as session:
        an_action(session, a_plan(session, live_at=datetime(2025, 2, 1, tzinfo=UTC)), 1, due=TUESDAY)
    assert of(engine).actions[0].live_on == date.min
    later = date(2025, 2, 10)
    assert of(engine, later).actions[0].live_on == date(2025, 2, 1)
    assert of(engine, later, presumed_before=later).actions[0].live_on == date.min
