"""What the policy is given: the register as values, the actions that can matter on a day, and what was said of them."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from plans.policy import values
from plans.policy.settings import DEFAULTS
from plans.policy.values import Situation, Snoozed
from plans.register import Absence, Holding, Liaison, Period
from plans.situations import NO_ACCOUNT, NO_EMAIL, asker, register, settings_in_force, situation
from storage.database import reading, writing
from storage.history import append
from storage.models import Account, Person, Request, Workspace
from storage.prepared import snapshot
from storage.said import SnoozeRow, save_setting, save_snoozes
from tests.storage.register import (
    a_delegation,
    a_delivery,
    a_holding,
    a_liaison,
    a_person,
    a_role,
    an_absence,
)
from tests.storage.rows import NOON, a_plan, add, an_action, happened

TUESDAY = date(2024, 11, 12)
LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


def of(engine: Engine, on: date = TUESDAY, **facts: Any) -> Situation:
    with reading(engine) as session:
        return situation(session, on, **{"since": on - timedelta(days=1), **facts})


def addresses(found: Situation) -> list[str]:
    return [f"{action.plan} {action.ref}" for action in found.actions]


# --- the register ------------------------------------------------------------------------------------------------


def test_the_register_is_given_as_values_by_keys(engine: Engine):
    with writing(engine) as session:
        a_holding(session, "Governor", "A. Sample", until_on=date(2024, 10, 31))
        a_holding(session, "Governor", "B. Sample", capacity="acting", from_on=date(2024, 11, 1))
        a_holding(session, "Head of Safety", None)
        a_liaison(session, "GFSL", "Head of Business Assurance")
        a_role(session, "coordinator", "C. Sample")
        a_role(session, "assurer", "D. Sample", prison=None)
        an_absence(session, "B. Sample", date(2024, 11, 4), date(2024, 11, 8))
    with reading(engine) as session:
        found = register(session)
    first, acting, vacant = found.holdings
    assert first.person is not None
    assert (first.prison, first.post, first.person.name) == ("rochester", "governor", "A. Sample")
    assert first.period == Period(None, date(2024, 10, 31))
    assert acting.person is not None
    assert (acting.capacity, acting.period) == ("acting", Period(date(2024, 11, 1), None))
    assert vacant == Holding("rochester", "head of safety", None)
    assert found.liaisons == (Liaison("rochester", "gov facilities services ltd", "head of business assurance"),)
    assert [(role.prison, role.duty) for role in found.roles] == [("rochester", "coordinator"), (None, "assurer")]
    assert found.absences == (Absence(acting.person.id, Period(date(2024, 11, 4), date(2024, 11, 8))),)
    assert found.names["head of safety"] == "Head of Safety"
    assert found.prisons == {"rochester": "HMP Rochester"}


def test_a_register_of_some_prisons_has_nobody_elses_people(engine: Engine):
    with writing(engine) as session:
        a_holding(session, "Governor", "A. Sample")
        a_holding(session, "Governor", "E. Sample", prison="bedford")
        a_role(session, "assurer", "D. Sample", prison=None)
        an_absence(session, "E. Sample", TUESDAY, TUESDAY)
    with reading(engine) as session:
        found = register(session, ["rochester"])
    assert [holding.person and holding.person.name for holding in found.holdings] == ["A. Sample"]
    assert [role.person.name for role in found.roles] == ["D. Sample"]
    assert (found.absences, set(found.prisons)) == ((), {"rochester"})


def an_account(session: Session, person: Person, external: str, **facts: Any) -> Account:
    team = session.get(Workspace, 1) or add(session, Workspace(platform="slack", team=""))
    return add(session, Account(person_id=person.id, workspace_id=team.id, external=external, checked_at=NOON, **facts))


def test_a_person_is_unreachable_once_looked_for_in_vain(engine: Engine):
    with writing(engine) as session:
        for name in ("Found", "New here", "Not found", "No address", "Gone", "Back"):
            a_holding(session, f"Head of {name}", name)
            a_person(session, name).sought_at = None if name == "New here" else NOON
        a_person(session, "No address").email = None
        an_account(session, a_person(session, "Found"), "U1")
        an_account(session, a_person(session, "Gone"), "U2", active=False, why="deactivated in Slack")
        an_account(session, a_person(session, "Back"), "U3", active=False, why="deactivated in Slack")
        an_account(session, a_person(session, "Back"), "U4")
    with reading(engine) as session:
        people = {one.person.name: one.person.unreachable for one in register(session).holdings if one.person}
    assert people == {
        "Found": None, "New here": None, "Not found": NO_ACCOUNT, "No address": NO_EMAIL,
        "Gone": "deactivated in Slack", "Back": None,
    }  # fmt: skip


def test_an_account_is_known_by_what_its_person_holds_on_the_day(engine: Engine):
    with writing(engine) as session:
        a_holding(session, "Head of Safety", "A. Sample", capacity="deputy")
        a_holding(session, "Governor", "A. Sample", from_on=TUESDAY)
        a_holding(session, "Head of Healthcare", "A. Sample", until_on=date(2024, 11, 1))
        a_role(session, "coordinator", "A. Sample")
        an_account(session, a_person(session, "A. Sample"), "U1")
    with snapshot(engine) as view:
        found = asker(view, "U1", TUESDAY)
        assert asker(view, "U2", TUESDAY) is None
    assert found is not None
    assert [(one.post, one.capacity) for one in found.posts] == [("governor", "holder"), ("head of safety", "deputy")]
    assert [role.duty for role in found.roles] == ["coordinator"]


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


# --- settings ----------------------------------------------------------------------------------------------------


def test_a_setting_holds_from_its_day_and_a_plans_own_goes_first(engine: Engine):
    with writing(engine) as session:
        a_plan(session)
        save_setting(session, None, "hour", "08:30", date(2024, 11, 1))
        save_setting(session, "rochester-2024", "coming", 14, date(2024, 11, 1))
        save_setting(session, None, "coming", 21, date(2024, 11, 10))
        save_setting(session, None, "snoozes", 9, date(2024, 12, 1))
        save_setting(session, None, "snoozes", 7, date(2024, 12, 1))
    with reading(engine) as session:
        early = settings_in_force(session, date(2024, 10, 31), ["rochester-2024"])
        found = settings_in_force(session, TUESDAY, ["rochester-2024", "bedford-2024"])
        later = settings_in_force(session, date(2024, 12, 1))
    assert set(early.values()) == {DEFAULTS}
    assert (found["rochester-2024"].coming, found["bedford-2024"].coming, found[""].coming) == (14, 21, 21)
    assert found["rochester-2024"].hour == time(8, 30)
    assert (found[""].snoozes, later[""].snoozes) == (DEFAULTS.snoozes, 7)
