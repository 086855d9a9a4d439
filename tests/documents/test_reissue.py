"""A plan printed again: what people said stands, what the plan says anew is taken, nothing is closed or lost."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import select

from documents.intake import load
from plans.messages.imports import ReissueChange
from storage.database import reading, writing
from storage.models import Action, ActionOwner, Delegation, Owner, Plan, Recommendation, Request
from tests.documents.reissues import (
    BEDS,
    BELLS,
    FIVE,
    MEALS,
    SECOND,
    SHEETS,
    SHOWERS,
    THIRD,
    Row,
    actions,
    bring,
    draft,
    entries,
    holds,
    owners,
    say,
)


def ask(engine: Engine, ref: str, kind: str, **wanted: Any) -> None:
    with writing(engine) as session:
        action = session.exec(select(Action).where(Action.ref == ref)).one()
        session.add(Request(action_id=action.id or 0, kind=kind, asked=1, asked_on=date(2025, 1, 8), **wanted))


def asked(engine: Engine) -> dict[str, str]:
    with reading(engine) as session:
        return {one.kind: one.state for one in session.exec(select(Request))}


def counts(added: int = 0, changed: int = 0, removed: int = 0, unchanged: int = 0) -> dict[str, int]:
    return {"added": added, "changed": changed, "removed": removed, "unchanged": unchanged}


# --- the same again --------------------------------------------------------------------------------------------------


def test_the_same_file_again_is_no_change_and_no_history(engine: Engine) -> None:
    bring(engine, *FIVE)
    before = entries(engine)

    again = bring(engine, *FIVE, at=SECOND)
    assert (again.changes, again.differences, again.gone) == (counts(unchanged=5), [], [])
    assert [one.seq for one in entries(engine)] == [one.seq for one in before]


def test_the_same_plan_in_other_type_is_no_change_but_where_it_stands(engine: Engine) -> None:
    bring(engine, *FIVE)
    before = entries(engine)
    other = [row.but(text=row.text.replace("fi", "\ufb01").replace(" ", "  "), owner=row.owner.upper()) for row in FIVE]

    again = bring(engine, *other, at=SECOND, about="Published for the wing office.")
    assert (again.changes, again.differences) == (counts(unchanged=5), [])
    assert len(entries(engine)) == len(before)
    assert actions(engine)["1"].text == BEDS.text


def test_another_way_of_writing_one_date_is_no_change(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    again = bring(engine, BEDS.but(target="Jun 2025"), SHEETS.but(target="by July 2025"), at=SECOND)
    assert again.changes == counts(unchanged=2)


# --- numbers ---------------------------------------------------------------------------------------------------------


def test_what_is_printed_no_more_stays_where_it_stood(engine: Engine) -> None:
    """ "1-2" is what lies between them in the plan's order: with 2 gone it must not reach to the end."""
    late = Row("6", "Fire drills will be held on each wing, and what they show will be put right.")
    bring(engine, *FIVE)
    bring(engine, BEDS, SHOWERS, MEALS, late, at=SECOND)
    assert list(actions(engine)) == ["1", "2", "3", "4", "5", "6"]

    bring(engine, late.but(ref="1"), BEDS.but(ref="2"), MEALS.but(ref="3"), at=THIRD)
    assert list(actions(engine)) == ["1", "2", "was 2", "was 3", "4", "3"]

    bring(engine, *FIVE, late, at=THIRD)
    assert list(actions(engine)) == ["1", "2", "3", "4", "5", "6"]


def test_a_renumbered_plan_keeps_each_action_its_answers_and_its_history(engine: Engine) -> None:
    bring(engine, *FIVE)
    say(engine, "2", "report", "reported", "Sheets go out on Mondays.")
    sheets = actions(engine)["2"].id

    loaded = bring(
        engine, BELLS.but(ref="1"), BEDS.but(ref="2"), SHEETS.but(ref="3"), SHOWERS.but(ref="4"), MEALS, at=SECOND
    )
    assert (loaded.changes, loaded.gone) == (counts(changed=4, unchanged=1), [])
    now = actions(engine)
    assert (now["3"].id, now["3"].status, now["2"].status) == (sheets, "reported", "not_started")
    assert list(now) == ["1", "2", "3", "4", "5"]
    assert [one.words for one in entries(engine, sheets)][1:] == ["Sheets go out on Mondays.", "Number: 2 → 3."]
    assert holds(engine)


def test_two_actions_that_change_numbers_with_each_other_keep_their_own_answers(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    say(engine, "1", "block", "blocked")
    bring(engine, SHEETS.but(ref="1"), BEDS.but(ref="2"), at=SECOND)

    assert {ref: (row.status, row.text) for ref, row in actions(engine).items()} == {
        "1": ("not_started", SHEETS.text),
        "2": ("blocked", BEDS.text),
    }


def test_another_action_under_a_number_does_not_take_over_its_answers(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    say(engine, "1", "report", "reported")
    old = actions(engine)["1"].id

    loaded = bring(engine, BELLS.but(ref="1"), SHEETS, at=SECOND)
    assert (loaded.changes, loaded.gone) == (counts(added=1, removed=1, unchanged=1), ["1"])
    now = actions(engine)
    assert (now["1"].status, now["1"].text) == ("not_started", BELLS.text)
    assert (now["was 1"].id, now["was 1"].status, now["was 1"].gone_at) == (old, "reported", SECOND)
    assert entries(engine, old)[-1].words == "Another action is 1 now. It stays open until somebody says how it stands."


# --- gone, and back --------------------------------------------------------------------------------------------------


def test_of_two_that_lost_one_number_each_has_a_name_of_its_own(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    bring(engine, BELLS.but(ref="1"), SHEETS, at=SECOND)
    bring(engine, MEALS.but(ref="1"), SHEETS, at=THIRD)
    texts = {ref: row.text for ref, row in actions(engine).items()}
    assert texts == {"1": MEALS.text, "2": SHEETS.text, "was 1": BEDS.text, "was 1b": BELLS.text}


def test_what_is_printed_no_more_stays_open_and_owed(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS, SHOWERS)
    loaded = bring(engine, BEDS, SHOWERS, at=SECOND)

    assert (loaded.changes, loaded.gone) == (counts(removed=1, unchanged=2), ["2"])
    assert loaded.differences == [
        ReissueChange("gone", "2", actions(engine)["2"].title, was=SHEETS.text, kept="not started")
    ]
    sheets = actions(engine)["2"]
    assert (sheets.status, sheets.due, sheets.gone_at) == ("not_started", date(2025, 7, 31), SECOND)
    assert [one.kind for one in entries(engine, sheets.id)] == ["loaded", "gone"]


def test_what_is_gone_is_told_once(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS, SHOWERS)
    bring(engine, BEDS, SHOWERS, at=SECOND)

    again = bring(engine, BEDS, SHOWERS, at=THIRD)
    assert (again.changes, again.differences, again.gone) == (counts(unchanged=2), [], [])
    assert actions(engine)["2"].gone_at == SECOND


def test_what_was_gone_comes_back_with_all_that_was_said_of_it(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS, SHOWERS)
    bring(engine, BEDS, SHOWERS, at=SECOND)
    say(engine, "2", "block", "blocked", "The laundry is closed.")

    back = bring(engine, BEDS, SHEETS, SHOWERS, at=THIRD)
    assert back.changes == counts(changed=1, unchanged=2)
    sheets = actions(engine)["2"]
    assert (sheets.status, sheets.gone_at) == ("blocked", None)
    assert [one.kind for one in entries(engine, sheets.id)][2:] == ["block", "returned"]


def test_what_others_refer_to_follows_the_action_to_its_new_number(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    ask(engine, "1", "extension", to_due=date(2025, 9, 30))
    delegate(engine, action_id=actions(engine)["1"].id)
    bring(engine, SHEETS.but(ref="1"), BEDS.but(ref="2"), at=SECOND)

    with reading(engine) as session:
        (request,), (delegation,) = session.exec(select(Request)).all(), session.exec(select(Delegation)).all()
        assert (request.action_id, delegation.action_id) == (actions(engine)["2"].id,) * 2
        assert request.state == "open"


def test_the_work_on_a_theme_follows_the_theme_to_its_new_name(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS, BELLS.but(theme="Safety"))
    delegate(engine, theme="Decency")
    delegate(engine, theme="Safety")
    bring(engine, *(row.but(theme="Living conditions") for row in (BEDS, SHEETS)), BELLS.but(theme="Safety"), at=SECOND)

    with reading(engine) as session:
        assert {one.theme for one in session.exec(select(Delegation))} == {"Living conditions", "Safety"}


def delegate(engine: Engine, **what: Any) -> None:
    with writing(engine) as session:
        plan = session.exec(select(Plan)).one()
        post = session.exec(select(Owner).where(Owner.key == "head of residence")).one()
        session.add(Delegation(plan_id=plan.id or 0, post_id=post.id or 0, from_on=date(2025, 1, 8), **what))


# --- grouped ---------------------------------------------------------------------------------------------------------


def test_rows_grouped_into_one_live_on_in_it_and_no_status_is_merged(engine: Engine) -> None:
    bring(engine, *FIVE)
    say(engine, "4", "report", "reported")
    say(engine, "5", "block", "blocked")
    whole = SHOWERS.but(text=f"{SHOWERS.text} {BELLS.text} {MEALS.text}")

    loaded = bring(engine, BEDS, SHEETS, whole, at=SECOND)
    assert (loaded.changes, loaded.gone) == (counts(changed=1, removed=2, unchanged=2), ["4", "5"])
    (grouped,) = (one for one in loaded.differences if one.kind == "regrouped")
    assert (grouped.address, grouped.was, grouped.now) == ("3", "3, 4, 5", "3")
    assert grouped.kept == "3 is not started, 4 is reported, 5 is blocked"
    now = actions(engine)
    assert [now[ref].status for ref in "345"] == ["not_started", "reported", "blocked"]
    assert (entries(engine, now["4"].id)[-1].words or "").startswith("Its words are part of 3 now.")

    back = bring(engine, *FIVE, at=THIRD)
    assert back.changes == counts(changed=3, unchanged=2)
    now = actions(engine)
    assert [(row.text, row.gone_at) for row in now.values()] == [(row.text, None) for row in FIVE]
    assert [now[ref].status for ref in "345"] == ["not_started", "reported", "blocked"]
    assert holds(engine)


def test_a_row_taken_apart_lives_on_in_one_and_the_others_are_new(engine: Engine) -> None:
    bring(engine, BEDS, SHOWERS.but(ref="2", text=f"{SHOWERS.text} {BELLS.text}"))
    say(engine, "2", "report", "reported")
    loaded = bring(engine, BEDS, SHOWERS.but(ref="2"), BELLS.but(ref="3"), at=SECOND)

    assert (loaded.changes, loaded.gone) == (counts(added=1, changed=1, unchanged=1), [])
    (parted,) = (one for one in loaded.differences if one.kind == "regrouped")
    assert (parted.address, parted.was, parted.kept) == ("3", "2", "2 is reported")
    assert [actions(engine)[ref].status for ref in "23"] == ["reported", "not_started"]


# --- dates -----------------------------------------------------------------------------------------------------------


def test_the_plans_own_move_is_no_slip_and_the_first_promise_stays(engine: Engine) -> None:
    bring(engine, BEDS)
    bring(engine, BEDS.but(target="September 2025"), at=SECOND)

    beds = actions(engine)["1"]
    assert (beds.due, beds.original_due, beds.slips) == (date(2025, 9, 30), date(2025, 6, 30), 0)
    told = entries(engine, beds.id)[-1]
    assert (told.kind, told.from_due, told.to_due) == ("changed", date(2025, 6, 30), date(2025, 9, 30))
    assert told.words == "Date: June 2025 → September 2025."


def test_the_date_that_was_asked_for_is_agreed_by_the_plan_and_counts_once_as_a_slip(engine: Engine) -> None:
    bring(engine, BEDS)
    ask(engine, "1", "extension", to_due=date(2025, 9, 30))
    loaded = bring(engine, BEDS.but(target="September 2025"), at=SECOND)

    beds = actions(engine)["1"]
    assert (beds.due, beds.original_due, beds.slips) == (date(2025, 9, 30), date(2025, 6, 30), 1)
    assert asked(engine) == {"extension": "agreed"}
    assert [one.kind for one in entries(engine, beds.id)] == ["loaded", "agree", "changed"]
    assert loaded.differences[0].kept == "as was asked for"

    bring(engine, BEDS.but(target="September 2025"), at=THIRD, about="Printed again.")
    assert actions(engine)["1"].slips == 1


def test_another_date_than_was_asked_for_is_the_plans_and_the_request_falls(engine: Engine) -> None:
    bring(engine, BEDS)
    ask(engine, "1", "extension", to_due=date(2025, 9, 30))
    bring(engine, BEDS.but(target="October 2025"), at=SECOND)
    assert (actions(engine)["1"].slips, asked(engine)) == (0, {"extension": "withdrawn"})


def test_a_plan_that_catches_up_with_what_was_agreed_moves_nothing(engine: Engine) -> None:
    bring(engine, BEDS)
    with writing(engine) as session:
        row = session.exec(select(Action)).one()
        row.due, row.slips = date(2025, 9, 30), 1
    ask(engine, "1", "extension", to_due=date(2025, 12, 31))
    loaded = bring(engine, BEDS.but(target="September 2025"), at=SECOND)

    beds = actions(engine)["1"]
    assert (beds.due, beds.slips, beds.target) == (date(2025, 9, 30), 1, "September 2025")
    assert (loaded.differences[0].kept, asked(engine)) == ("as was agreed", {"extension": "open"})
    assert (entries(engine, beds.id)[-1].from_due, entries(engine, beds.id)[-1].to_due) == (None, None)


def test_a_period_that_was_closed_is_not_opened_again_by_a_date_gone_by(engine: Engine) -> None:
    bring(engine, BEDS.but(target="June 2025 and monthly"))
    with writing(engine) as session:
        row = session.exec(select(Action)).one()
        row.due, row.status = date(2025, 9, 30), "in_progress"
    bring(engine, BEDS.but(target="July 2025 and monthly"), at=SECOND)
    assert (actions(engine)["1"].due, actions(engine)["1"].recurrence) == (date(2025, 9, 30), "monthly")


# --- completed -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["blocked", "reported", "withdrawn", "done"])
def test_completed_closes_nothing_of_which_somebody_said_otherwise(status: str, engine: Engine) -> None:
    bring(engine, BEDS)
    say(engine, "1", "said", status)
    bring(engine, BEDS.but(target="Completed"), at=SECOND)

    beds = actions(engine)["1"]
    assert (beds.status, beds.target) == (status, "Completed")
    assert beds.due == date(2025, 6, 30), "what is open keeps its date, or it would never be late"


def test_what_only_the_plan_called_completed_is_open_when_it_says_so_no_more(engine: Engine) -> None:
    bring(engine, BEDS)
    bring(engine, BEDS.but(target="Completed"), at=SECOND)
    assert (actions(engine)["1"].status, actions(engine)["1"].due) == ("done", None)

    bring(engine, BEDS, at=THIRD)
    beds = actions(engine)["1"]
    assert (beds.status, beds.due, beds.original_due) == ("not_started", date(2025, 6, 30), date(2025, 6, 30))
    assert holds(engine)


def test_what_a_person_confirmed_stays_done_when_the_plan_prints_a_date(engine: Engine) -> None:
    bring(engine, BEDS.but(target="Completed"), SHEETS)
    say(engine, "1", "reopen", "in_progress")
    say(engine, "1", "confirm", "done")
    loaded = bring(engine, BEDS, SHEETS, at=SECOND)
    assert (actions(engine)["1"].status, loaded.differences[0].kept) == ("done", "it stays done")


def test_what_people_reopened_stays_open_when_completed_is_said_in_other_words(engine: Engine) -> None:
    bring(engine, BEDS.but(target="Completed"), SHEETS)
    say(engine, "1", "reopen", "in_progress")
    bring(engine, BEDS.but(target="Completed and ongoing"), SHEETS, at=SECOND)
    assert actions(engine)["1"].status == "in_progress"


# --- owners, titles, concerns ----------------------------------------------------------------------------------------


def test_a_lead_that_took_it_on_stays_while_the_cell_is_the_same(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    beds = actions(engine)["1"].id
    with writing(engine) as session:
        taken = session.exec(select(Owner).where(Owner.key == "head of residence")).one()
        (link,) = session.exec(select(ActionOwner).where(ActionOwner.action_id == beds)).all()
        link.owner_id, link.printed = taken.id or 0, taken.name
    bring(engine, BEDS.but(text=BEDS.text.replace("Every", "Each")), SHEETS, at=SECOND)
    assert owners(engine, beds) == ["Head of Residence"]


def test_the_lead_that_was_asked_and_is_printed_now_has_it(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    ask(engine, "1", "hand_over", to_party="head of residence")
    bring(engine, BEDS.but(owner="Head of Residence"), SHEETS, at=SECOND)
    assert owners(engine, actions(engine)["1"].id) == ["Head of Residence"]
    assert asked(engine) == {"hand_over": "agreed"}


def test_another_lead_than_was_asked_ends_the_request(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    ask(engine, "1", "hand_over", to_party="head of residence")
    bring(engine, BEDS.but(owner="Head of Safety"), SHEETS, at=SECOND)
    assert asked(engine) == {"hand_over": "withdrawn"}


def test_an_edited_title_is_the_coordinators(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    with writing(engine) as session:
        session.exec(select(Action).where(Action.ref == "1")).one().title = "Beds"
    bring(engine, *(row.but(text=row.text.replace("will be", "are to be")) for row in (BEDS, SHEETS)), at=SECOND)

    now = actions(engine)
    assert now["1"].title == "Beds"
    assert "are to be" in now["2"].title


def test_a_theme_printed_otherwise_is_told_and_stays_one_row(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS, SHOWERS)
    loaded = bring(engine, *(row.but(theme="Living conditions") for row in (BEDS, SHEETS, SHOWERS)), at=SECOND)

    assert loaded.changes == counts(changed=3)
    assert {(one.kind, one.was, one.now) for one in loaded.differences} == {("words", "Decency", "Living conditions")}
    with reading(engine) as session:
        rows = session.exec(select(Recommendation)).all()
        assert {row.theme for row in rows} == {"Living conditions"}


def test_what_changed_is_told_in_one_entry_the_words_last(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    text = BEDS.text.replace("Every", "Each")
    bring(engine, Row("1", text, "Head of Safety", "September 2025"), SHEETS, at=SECOND)

    beds = actions(engine)["1"]
    assert beds.version == 2
    assert entries(engine, beds.id)[-1].words == (
        f"Date: June 2025 → September 2025. Owner: Governor → Head of Safety. Words: {BEDS.text} → {text}."
    )
    with reading(engine) as session:
        assert len(session.exec(select(Plan)).all()) == 1


def test_whom_a_cell_names_may_be_told_later_and_is_kept(engine: Engine) -> None:
    """Told of "Board of Examples": it is two parties. The next version prints the same cell."""
    bring(engine, BEDS.but(owner="Board of Examples"), SHEETS)
    beds = actions(engine)["1"].id
    told = ["Head of Safety", "GFSL"]
    for _ in range(2):
        read, file = draft(BEDS.but(owner="Board of Examples"), SHEETS)
        read.actions[0].owners = list(told)
        with writing(engine) as session:
            load(session, read, file, at=SECOND)
        assert owners(engine, beds) == ["Head of Safety", "Gov Facilities Services Ltd"]
    assert [one.words for one in entries(engine, beds)][1:] == ["Owner: Board of Examples → Head of Safety, GFSL."]

    assert bring(engine, BEDS.but(owner="Board of Examples"), SHEETS, at=THIRD).changes == counts(unchanged=2)
    assert owners(engine, beds) == ["Head of Safety", "Gov Facilities Services Ltd"]


def test_a_day_that_was_told_is_taken_and_kept(engine: Engine) -> None:
    bring(engine, BEDS.but(target="31 September 2025"), SHEETS)
    read, file = draft(BEDS.but(target="31 September 2025"), SHEETS)
    read.actions[0].target = replace(read.actions[0].target, due=date(2025, 9, 30), precision="day", problem=None)
    with writing(engine) as session:
        load(session, read, file, at=SECOND)
    beds = actions(engine)["1"]
    assert (beds.due, beds.original_due) == (date(2025, 9, 30), date(2025, 9, 30))

    assert bring(engine, BEDS.but(target="31 September 2025"), SHEETS, at=THIRD).changes == counts(unchanged=2)
    assert actions(engine)["1"].due == date(2025, 9, 30)


def test_a_start_that_stands_in_the_words_moves_with_them(engine: Engine) -> None:
    words = "Commencing in {} 2025, every cell will have a bed with a frame that is fixed to the wall."
    bring(engine, BEDS.but(text=words.format("March"), target="December 2025"))
    bring(engine, BEDS.but(text=words.format("April"), target="December 2025"), at=SECOND)
    assert (actions(engine)["1"].starts, actions(engine)["1"].due) == (date(2025, 4, 1), date(2025, 12, 31))
