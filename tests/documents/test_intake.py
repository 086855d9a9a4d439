"""Draft → rows: new plans, the same again, a re-issue; which of a prison's plans is live."""

from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import col, select

from documents.intake import File, Loaded, load
from documents.reading import read_document
from storage.database import reading, writing
from storage.history import verify
from storage.models import Action, ActionOwner, Entry, Judgement, Owner, Plan, Request, Source

AT = datetime(2025, 1, 1, 9, tzinfo=UTC)
HEADER = "Themes and Concerns\t#\tActions\tOwner(s)\tTarget Completion Date"


def bring(
    engine: Engine, *rows: str, title: str = "HMP Exampleton Urgent Notification Action Plan", about: str = ""
) -> Loaded:
    text = "\n".join([title, "", about, "", HEADER, *rows])
    draft = read_document(text.encode(), "plan.txt", today=date(2026, 1, 1))
    with writing(engine) as session:
        return load(session, draft, File("plan.txt", sha256(text.encode()).hexdigest()), at=AT)


BEDS = "Decency\t1\tBeds will be made.\tGovernor & GFSL\tJune 2024"
SHEETS = "\t2\tSheets will be bought.\tHead of Safety\tCompleted"


def test_a_new_plan_is_added_with_its_owners_and_history(engine: Engine) -> None:
    loaded = bring(engine, BEDS, SHEETS)

    assert loaded == Loaded("exampleton-2024", {"added": 2, "changed": 0, "removed": 0, "unchanged": 0})
    with reading(engine) as session:
        plan = session.exec(select(Plan)).one()
        assert (plan.key, plan.live, plan.kind) == ("exampleton-2024", True, "urgent_notification")
        assert [row.status for row in session.exec(select(Action).order_by(col(Action.position)))] == [
            "not_started",
            "done",
        ]
        links = session.exec(
            select(ActionOwner, Owner).join(Owner).order_by(col(ActionOwner.action_id), col(ActionOwner.position))
        )
        assert [(link.position, link.printed, owner.key) for link, owner in links] == [
            (0, "Governor", "governor"), (1, "GFSL", "gov facilities services ltd"), (0, "Head of Safety", "head of safety"),
        ]  # fmt: skip
        assert len(session.exec(select(Entry)).all()) == 3
        assert verify(session, plan.id or 0) == []


def test_the_same_file_again_changes_nothing(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)

    assert bring(engine, BEDS, SHEETS).changes == {"added": 0, "changed": 0, "removed": 0, "unchanged": 2}
    with reading(engine) as session:
        assert len(session.exec(select(Entry)).all()) == 3
        assert len(session.exec(select(Source)).all()) == 1


def test_a_reissue_changes_what_it_prints_anew_and_keeps_what_people_said(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    with writing(engine) as session:
        session.exec(select(Action).where(Action.ref == "1")).one().status = "reported"

    changed = bring(
        engine,
        BEDS.replace("June", "July").replace("Governor", "Head of Residence"),
        "\t3\tTowels.\tGovernor\tMay 2024",
    )

    assert changed.changes == {"added": 1, "changed": 1, "removed": 1, "unchanged": 0}
    with reading(engine) as session:
        first = session.exec(select(Action).where(Action.ref == "1")).one()
        assert (first.status, first.due, first.version) == ("reported", date(2024, 7, 31), 2)
        links = session.exec(
            select(ActionOwner).where(ActionOwner.action_id == first.id).order_by(col(ActionOwner.position))
        )
        assert [link.printed for link in links] == ["Head of Residence", "GFSL"]
        assert {row.ref for row in session.exec(select(Action))} == {"1", "2", "3"}
        plan = session.exec(select(Plan)).one()
        assert [entry.kind for entry in session.exec(select(Entry).order_by(col(Entry.seq)))].count("changed") == 1
        assert verify(session, plan.id or 0) == []


def test_a_reissue_that_prints_completed_closes_what_nobody_had_reported(engine: Engine) -> None:
    towels = "\t3\tTowels will be bought.\tGovernor\tMay 2024"
    bring(engine, BEDS, towels)
    bring(engine, BEDS.replace("June 2024", "Completed"), towels)

    with reading(engine) as session:
        first = session.exec(select(Action).where(Action.ref == "1")).one()
        entry = session.exec(select(Entry).where(Entry.action_id == first.id, Entry.from_status == "not_started")).one()
        assert (first.status, entry.to_status, entry.words) == ("done", "done", "Date: June 2024 → Completed.")
        # A day before is replayed from this entry: without its date the action would never have been late.
        assert (entry.from_due, entry.to_due, first.due) == (date(2024, 6, 30), None, None)


def test_the_same_file_again_does_not_close_what_people_reopened(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    with writing(engine) as session:
        second = session.exec(select(Action).where(Action.ref == "2")).one()
        second.status, second.version = "in_progress", 2

    assert bring(engine, BEDS, SHEETS).changes["changed"] == 0
    with reading(engine) as session:
        second = session.exec(select(Action).where(Action.ref == "2")).one()
        assert (second.status, second.version) == ("in_progress", 2)


def test_two_printed_forms_of_one_party_are_one_owner(engine: Engine) -> None:
    bring(
        engine,
        "Decency\t1\tBeds.\tMinistry of Justice Property\tMay 2024",
        "\t2\tSheets.\tMoJ Property and MOJ Property\tMay 2024",
    )

    with reading(engine) as session:
        assert [owner.name for owner in session.exec(select(Owner))] == ["Ministry of Justice Property"]
        assert [link.printed for link in session.exec(select(ActionOwner))] == [
            "Ministry of Justice Property",
            "MoJ Property",
        ]


PLANS = {
    "exampleton-2018": ("Action Plan: HMP & YOI Exampleton", "Inspection: 23 October - 3 November 2017", "June 2018"),
    "exampleton-2021": ("Action Plan: HMP Exampleton", "Action Plan Submitted: 4 May 2021", "July 2021"),
    "exampleton-2024": ("HMP Exampleton Urgent Notification Action Plan", "", "October 2024"),
}


@pytest.mark.parametrize("order", list(permutations(PLANS)))
def test_the_latest_plan_is_live_whatever_order_files_come_in(order: tuple[str, ...], engine: Engine) -> None:
    for key in order:
        title, about, due = PLANS[key]
        assert bring(engine, f"Decency\t1\tBeds.\tGovernor\t{due}", title=title, about=about).plan == key

    with reading(engine) as session:
        assert {plan.key for plan in session.exec(select(Plan).where(Plan.live))} == {"exampleton-2024"}


def test_two_plans_that_answer_one_inspection_are_both_live(engine: Engine) -> None:
    inspected = "Inspection: 3 October - 14 October 2022"
    bring(engine, BEDS, title="Action Plan: HMP Exampleton", about=inspected)
    bring(engine, SHEETS.replace("Completed", "May 2024"), about=inspected)

    with reading(engine) as session:
        assert {plan.key: plan.live for plan in session.exec(select(Plan))} == {
            "exampleton-2024": True,
            "exampleton-2024-2": True,
        }


def test_a_review_is_never_live_and_closes_nothing(engine: Engine, plans_dir: Path) -> None:
    for name in ("rochester-un-2024", "rochester-irp-2025"):
        draft = read_document((plans_dir / f"{name}.txt").read_bytes(), name, today=date(2026, 1, 1))
        with writing(engine) as session:
            load(session, draft, File(name, f"{len(name):064x}"), at=AT)

    with reading(engine) as session:
        assert {plan.key: plan.live for plan in session.exec(select(Plan))} == {
            "rochester-2024": True,
            "rochester-2025": False,
        }
        assert len(session.exec(select(Judgement)).all()) == 13


def test_actions_that_share_a_number_are_told_apart_when_saved_all_the_same(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS.replace("\t2", "\t1"))

    with reading(engine) as session:
        assert [(row.ref, row.step) for row in session.exec(select(Action).order_by(col(Action.position)))] == [
            ("1", ""),
            ("1", "2"),
        ]


def test_a_failure_leaves_nothing_behind(engine: Engine) -> None:
    draft = read_document(
        "\n".join(["HMP Exampleton Action Plan", HEADER, BEDS, SHEETS]).encode(), "plan.txt", today=date(2026, 1, 1)
    )
    draft.actions[1].ref = "1"

    with pytest.raises(Exception, match=r"(?i)unique"), writing(engine) as session:
        load(session, draft, File("plan.txt", "0" * 64), at=AT)

    with reading(engine) as session:
        assert session.exec(select(Plan)).all() == []


# --- what was answered stands ----------------------------------------------------------------------------------------


def first_action(engine: Engine) -> Action:
    with reading(engine) as session:
        return session.exec(select(Action).where(Action.ref == "1")).one()


def extended(engine: Engine, until: date) -> None:
    with writing(engine) as session:
        action = session.exec(select(Action).where(Action.ref == "1")).one()
        action.due, action.slips, action.version = until, 1, 2


def test_the_date_first_promised_is_kept(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    assert (first_action(engine).original_due, first_action(engine).slips) == (date(2024, 6, 30), 0)


def test_the_same_file_again_does_not_undo_an_extension(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    extended(engine, date(2024, 9, 30))

    assert bring(engine, BEDS, SHEETS).changes["changed"] == 0
    assert (first_action(engine).due, first_action(engine).version) == (date(2024, 9, 30), 2)


def test_a_new_text_with_the_old_date_keeps_the_extension(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    extended(engine, date(2024, 9, 30))

    bring(engine, BEDS.replace("Beds will be made.", "All beds will be made."), SHEETS)
    action = first_action(engine)
    assert (action.due, action.slips, action.version, action.text) == (
        date(2024, 9, 30), 1, 3, "All beds will be made.",
    )  # fmt: skip


def test_a_date_printed_anew_counts_and_the_first_is_still_the_first(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    extended(engine, date(2024, 9, 30))

    bring(engine, BEDS.replace("June", "December"), SHEETS)
    action = first_action(engine)
    assert (action.due, action.original_due, action.slips) == (date(2024, 12, 31), date(2024, 6, 30), 1)
    with reading(engine) as session:
        entry = session.exec(select(Entry).where(Entry.kind == "changed")).one()
    assert (entry.from_due, entry.to_due) == (date(2024, 9, 30), date(2024, 12, 31))


def test_what_was_asked_for_falls_with_the_cell_it_was_about(engine: Engine) -> None:
    bring(engine, BEDS, SHEETS)
    action = first_action(engine).id or 0
    with writing(engine) as session:
        for kind, wanted in (("extension", {"to_due": date(2024, 9, 30)}), ("hand_over", {"to_party": "gfsl"})):
            session.add(Request(action_id=action, kind=kind, asked=1, asked_on=date(2024, 5, 1), **wanted))

    bring(engine, BEDS.replace("June", "December"), SHEETS)
    with reading(engine) as session:
        states = {one.kind: one.state for one in session.exec(select(Request))}
        assert states == {"extension": "withdrawn", "hand_over": "open"}
        plan = session.exec(select(Plan)).one()
        assert verify(session, plan.id or 0) == []


def test_an_action_that_is_printed_with_a_date_for_the_first_time_has_promised_it(engine: Engine) -> None:
    bring(engine, BEDS.replace("June 2024", "TBC"), SHEETS.replace("Completed", "May 2024"))
    assert first_action(engine).original_due is None

    bring(engine, BEDS, SHEETS.replace("Completed", "May 2024"))
    assert (first_action(engine).due, first_action(engine).original_due) == (date(2024, 6, 30), date(2024, 6, 30))
