"""Asking: what each filter finds, in which order, and what is missing."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from storage.actions import count, find, plan_keys, tallied, told
from storage.asked import Counts, OwnerRow, PlanRow, Tally
from storage.conditions import STATUS
from storage.database import reading, writing
from storage.history import append
from storage.known import known
from storage.models import STATUSES, Action, Request
from storage.plans import owner_id, plans
from tests.storage.rows import Question, a_plan, add, an_action, happened

ON = date(2025, 1, 15)
YESTERDAY, TOMORROW = ON - timedelta(days=1), ON + timedelta(days=1)


def refs(session: Session, **asked: Any) -> list[str]:
    return [f"{row.ref}{row.step}" for row in find(session, Question(**asked), ON)]


def test_an_action_is_found_with_all_that_a_list_shows(engine: Engine):
    with writing(engine) as session:
        an_action(
            session, a_plan(session), 3, ref="5.13", step="2", title="Mend the phones", theme="Safety",
            owners=["GFSL", "Governor"], due=TOMORROW, starts=YESTERDAY, target="January 2025", version=4,
        )  # fmt: skip
    with reading(engine) as session:
        (row,) = find(session, Question(), ON)
    assert row[:-1] == (
        "rochester-2024", "rochester", "HMP Rochester", 3, "5.13", "2", "Mend the phones", "Safety",
        ("GFSL", "Governor"), TOMORROW, YESTERDAY, "January 2025", "not_started", False, 4,
    )  # fmt: skip


def test_actions_come_plan_by_plan_in_each_plans_order(session: Session):
    for key in ("rochester-2024", "bedford-2024"):
        plan = a_plan(session, key)
        an_action(session, plan, 2, ref="1")
        an_action(session, plan, 10, ref="0")
        an_action(session, plan, 1, ref="2")
    found = [(row.plan, row.ref) for row in find(session, Question(), ON)]
    assert found == [(key, ref) for key in ("bedford-2024", "rochester-2024") for ref in ("2", "1", "0")]


def test_an_action_without_owner_or_theme_is_found_all_the_same(session: Session):
    an_action(session, a_plan(session))
    (row,) = find(session, Question(), ON)
    assert (row.owners, row.theme) == ((), None)


def test_live_plans_are_looked_in_unless_years_or_scope_say_otherwise(session: Session):
    a_plan(session, "rochester-2018", live=False)
    a_plan(session, "rochester-2024")
    a_plan(session, "rochester-2025", kind="review", live=False)
    a_plan(session, "bedford-2018")
    assert plan_keys(session, Question()) == ("bedford-2018", "rochester-2024")
    assert plan_keys(session, Question(scope="closed")) == ("rochester-2018",)
    assert plan_keys(session, Question(scope="all")) == ("bedford-2018", "rochester-2018", "rochester-2024")
    assert plan_keys(session, Question(years=(2018,))) == ("bedford-2018", "rochester-2018")
    assert plan_keys(session, Question(years=(2018,), prisons=("rochester",))) == ("rochester-2018",)
    assert plan_keys(session, Question(without_prisons=("rochester",))) == ("bedford-2018",)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("overdue", {"late", "blocked_late"}),
        (
            "open",
            {"late", "blocked_late", "today", "fortnight", "later", "dateless", "reported_late", "standing"},
        ),
        ("done", {"done_late", "sustained"}),
        ("due_soon", {"today", "fortnight"}),
        ("blocked", {"blocked_late"}),
        ("reported", {"reported_late"}),
        ("ongoing", {"sustained", "standing"}),
        ("no_date", {"dateless", "standing"}),
        ("in_progress", {"later"}),
        ("not_started", {"late", "today", "fortnight", "dateless", "standing"}),
        ("withdrawn", {"withdrawn"}),
        ("sustained", {"sustained"}),
    ],
)
def test_a_status_word_and_its_not_share_out_the_plan(session: Session, word: str, expected: set[str]):
    fortnight = ON + timedelta(days=14)
    rows: list[dict[str, Any]] = [
        {"ref": "late", "due": YESTERDAY},
        {"ref": "blocked_late", "due": YESTERDAY, "status": "blocked"},
        {"ref": "today", "due": ON},
        {"ref": "fortnight", "due": fortnight},
        {"ref": "later", "due": fortnight + timedelta(days=1), "status": "in_progress"},
        {"ref": "dateless"},
        {"ref": "reported_late", "due": YESTERDAY, "status": "reported"},
        {"ref": "done_late", "due": YESTERDAY, "status": "done"},
        {"ref": "sustained", "status": "sustained"},
        {"ref": "standing", "standing": True},
        {"ref": "withdrawn", "due": YESTERDAY, "status": "withdrawn"},
    ]
    plan = a_plan(session)
    for position, row in enumerate(rows, start=1):
        an_action(session, plan, position, **row)
    assert set(refs(session, statuses=(word,))) == expected
    assert set(refs(session, without_statuses=(word,))) == {row["ref"] for row in rows} - expected


def test_every_status_has_a_word_of_its_own():
    assert set(STATUSES) <= set(STATUS)


def test_lateness_is_strict_and_means_overdue(session: Session):
    plan = a_plan(session)
    for days in (1, 9, 10, 11):
        an_action(session, plan, days, due=ON - timedelta(days=days))
    an_action(session, plan, 99, due=ON - timedelta(days=99), status="done")
    assert refs(session, late_over=10) == ["11"]
    assert refs(session, late_under=10) == ["1", "9"]
    assert refs(session, late_over=1, late_under=10) == ["9"]
    assert refs(session, late_over=0) == ["1", "9", "10", "11"]


def test_a_window_on_the_date_includes_both_its_ends(session: Session):
    plan = a_plan(session)
    for position, due in enumerate((YESTERDAY, ON, TOMORROW, None), start=1):
        an_action(session, plan, position, due=due)
    assert refs(session, due_from=ON) == ["2", "3"]
    assert refs(session, due_to=ON) == ["1", "2"]
    assert refs(session, due_from=ON, due_to=ON) == ["2"]


def test_an_owner_is_found_as_lead_or_joint_unless_the_lead_is_asked_for(session: Session):
    plan = a_plan(session)
    an_action(session, plan, 1, owners=["Governor", "GFSL"])
    an_action(session, plan, 2, owners=["GFSL"])
    an_action(session, plan, 3, owners=["Oxleas"])
    an_action(session, plan, 4)
    gfsl = owner_id(session, "gfsl", name="GFSL", printed="GFSL")
    oxleas = owner_id(session, "oxleas", name="Oxleas", printed="Oxleas")
    assert refs(session, owners=(gfsl,)) == ["1", "2"]
    assert refs(session, owners=(gfsl, oxleas)) == ["1", "2", "3"]
    assert refs(session, owners=(gfsl,), lead_only=True) == ["2"]
    assert refs(session, without_owners=(gfsl,)) == ["3", "4"]
    assert refs(session, without_owners=(gfsl,), lead_only=True) == ["1", "3", "4"]


def test_a_theme_is_found_and_its_not_includes_what_has_none(session: Session):
    plan = a_plan(session)
    an_action(session, plan, 1, theme="Safety")
    an_action(session, plan, 2, theme="Purposeful activity")
    an_action(session, plan, 3)
    assert refs(session, themes=("Safety",)) == ["1"]
    assert refs(session, without_themes=("Safety",)) == ["2", "3"]


def test_every_group_of_stems_must_be_met_by_a_whole_word(session: Session):
    plan = a_plan(session)
    an_action(session, plan, 1, stems=" drug search ")
    an_action(session, plan, 2, stems=" drug staff ")
    an_action(session, plan, 3, stems=" drugless search ")
    assert refs(session, stems=(("drug",),)) == ["1", "2"]
    assert refs(session, stems=(("drug",), ("search", "find"))) == ["1"]
    assert refs(session, stems=(("drug", "search"),)) == ["1", "2", "3"]


def test_a_phrase_is_taken_literally(session: Session):
    plan = a_plan(session)
    an_action(session, plan, 1, folded="reduce violence by 50% in b_wing")
    an_action(session, plan, 2, folded="reduce violence by 500 in bxwing")
    assert refs(session, phrases=("by 50%",)) == ["1"]
    assert refs(session, phrases=("violence", "b_wing")) == ["1"]
    assert refs(session, phrases=("' OR 1=1 --",)) == []


def test_changed_since_a_day_begins_at_midnight_in_london_and_leaves_the_import_out(session: Session):
    plan = a_plan(session)
    midnight = datetime(2024, 7, 1, tzinfo=UTC) - timedelta(hours=1)
    for position, (at, kind) in enumerate(
        [(midnight, "changed"), (midnight - timedelta(microseconds=1), "changed"), (midnight, "loaded")],
        start=1,
    ):
        action = an_action(session, plan, position)
        append(session, plan.id, [happened(kind=kind, at=at, action_id=action.id)])
    assert refs(session, changed_since=date(2024, 7, 1)) == ["1"]


def test_a_filter_that_cannot_match_yet_finds_nothing(session: Session):
    an_action(session, a_plan(session), due=YESTERDAY)
    assert refs(session, nothing=True) == []
    assert count(session, Question(nothing=True), ON) == Counts(0, 1, 1, 1, 0, 0)


def test_what_waits_for_a_yes_is_found_by_what_it_waits_for(session: Session):
    plan = a_plan(session)
    asked = {"asked": 1, "asked_on": ON}
    for position, (status, kind, state) in enumerate(
        [
            ("reported", None, ""),
            ("in_progress", "extension", "open"),
            ("in_progress", "extension", "declined"),
            ("in_progress", "hand_over", "open"),
            ("done", None, ""),
        ],
        start=1,
    ):
        action = an_action(session, plan, position, status=status)
        if kind:
            wanted = {"to_due": TOMORROW} if kind == "extension" else {"to_party": "governor"}
            settled = None if state == "open" else 2
            add(session, Request(action_id=action.id, kind=kind, state=state, settled=settled, **wanted, **asked))
    assert refs(session, waiting="to confirm") == ["1"]
    assert refs(session, waiting="to approve") == ["2"]
    assert refs(session, waiting="to approve, to confirm") == ["1", "2"]
    assert refs(session, waiting="to confirm", without_statuses=("reported",)) == []
    assert count(session, Question(waiting="to approve"), ON).of == 5


def test_counts_tell_the_match_and_how_its_scope_stands(session: Session):
    plan = a_plan(session)
    for position, (due, status) in enumerate(
        [(YESTERDAY, "blocked"), (YESTERDAY, "reported"), (TOMORROW, "reported"), (None, "done")], start=1
    ):
        an_action(session, plan, position, due=due, status=status, owners=["Governor"])
    an_action(session, plan, 9, due=YESTERDAY, owners=["GFSL"])
    governor = owner_id(session, "governor", name="Governor", printed="Governor")
    expected = Counts(total=1, of=4, open=3, overdue=1, past_reported=1, due_soon=1)
    assert count(session, Question(owners=(governor,), statuses=("overdue",)), ON) == expected
    assert count(session, Question(prisons=("leeds",)), ON) == Counts(0, 0, 0, 0, 0, 0)


def test_plans_are_listed_with_how_they_stand(session: Session):
    plan = a_plan(session, "rochester-2024")
    an_action(session, plan, 1, due=YESTERDAY)
    an_action(session, plan, 2, due=ON)
    an_action(session, plan, 3, status="done")
    a_plan(session, "rochester-2018", live=False)
    a_plan(session, "rochester-2025", kind="review", live=False)
    assert [(row.key, row.live, *row[-3:]) for row in plans(session, ON)] == [
        ("rochester-2018", False, 0, 0, 0),
        ("rochester-2024", True, 3, 2, 1),
    ]


def test_what_is_known_is_all_that_a_question_may_name(session: Session):
    plan = a_plan(session)
    an_action(session, plan, 1, theme="Safety", owners=["GFSL"])
    an_action(session, plan, 2, theme="Safety")
    an_action(session, plan, 3)
    gfsl = owner_id(session, "gfsl", name="GFSL", printed="Gov Facilities Services Ltd")
    found = known(session)
    assert found.prisons == (("rochester", "HMP Rochester"),)
    assert found.plans == (
        PlanRow(
            "rochester-2024",
            "rochester",
            "HMP Rochester",
            "Action plan: HMP Rochester",
            "inspection",
            2024,
            True,
        ),
    )
    names, plans = ("GFSL", "Gov Facilities Services Ltd"), ("rochester-2024",)
    assert found.owners == (OwnerRow(gfsl, "gfsl", "GFSL", names, plans),)
    assert found.themes == (("rochester-2024", "Safety"),)


def test_thousands_are_found_at_once(session: Session):
    plan = a_plan(session)
    facts = {"plan_id": plan.id, "title": "Title", "text": "Text"}
    session.add_all(Action(position=n, ref=str(n), **facts) for n in range(1, 2_501))
    assert len(find(session, Question(), ON)) == 2_500


DATES = st.none() | st.dates(ON - timedelta(days=20), ON + timedelta(days=20))
ACTIONS = st.tuples(DATES, st.sampled_from(STATUSES), st.booleans(), st.sets(st.sampled_from("abc")))
WORDS = st.lists(st.sampled_from(sorted(STATUS)), max_size=2)
DAYS = st.none() | st.integers(0, 15)


def meant(word: str, due: date | None, status: str, standing: bool) -> bool:
    """The words of the design, told again in Python."""
    is_open = status not in ("done", "sustained", "withdrawn")
    return {
        "open": is_open,
        "overdue": is_open and status != "reported" and due is not None and due < ON,
        "due_soon": is_open and due is not None and ON <= due <= ON + timedelta(days=14),
        "no_date": is_open and due is None,
        "done": status in ("done", "sustained"),
        "ongoing": status == "sustained" or standing,
    }.get(word, status == word)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(actions=st.lists(ACTIONS, max_size=8), words=WORDS, not_words=WORDS, over=DAYS, under=DAYS)
def test_words_combine_as_they_read(engine, actions, words, not_words, over, under):
    expected = [
        str(position)
        for position, (due, status, standing, _) in enumerate(actions, start=1)
        if (not words or any(meant(word, due, status, standing) for word in words))
        and not any(meant(word, due, status, standing) for word in not_words)
        and (over is None or (meant("overdue", due, status, standing) and (ON - due).days > over))
        and (under is None or (meant("overdue", due, status, standing) and (ON - due).days < under))
    ]
    with writing(engine) as session:
        plan = a_plan(session)
        for position, (due, status, standing, owners) in enumerate(actions, start=1):
            facts = {"due": due, "status": status, "standing": standing}
            an_action(session, plan, position, owners=sorted(owners), **facts)
        asked = {"statuses": tuple(words), "without_statuses": tuple(not_words)}
        asked |= {"late_over": over, "late_under": under}
        assert refs(session, **asked) == expected
        counted = count(session, Question(**asked), ON)
        assert counted[:2] == (len(expected), len(actions))
        tally, those = tallied(session, Question(**asked), ON)
        assert tally == Tally(counted.total, counted.of, counted.past_reported, counted.due_soon)
        rows = find(session, Question(**asked), ON)
        assert set(told(those)) == {(row.id, row.status, row.due and row.due.isoformat()) for row in rows}
        session.rollback()
