"""Actions written out, and read back with what others read them with: Python's csv, the library icalendar."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from documents.export import Exported, as_csv, as_ics
from documents.export.csv import COLUMNS, SIGNATURE
from documents.export.values import plain
from plans.messages import DigestLine, Line

RECORDED = datetime(2024, 12, 2, 10, 42, 31, 500, tzinfo=UTC)


def an_action(ref: str = "8", title: str = "Appoint a lead", step: str | None = None, **facts: Any) -> Exported:
    """Due on Saturday 30 November 2024, of the Governor and GFSL; `facts` of the line, the digest's line or beside."""
    line = Line("rochester-2024", "HMP & YOI Rochester", f"{ref}{step or ''}", title, ("Governor", "GFSL"),
                date(2024, 11, 30), "in_progress", 2)  # fmt: skip
    held = DigestLine(1, line, ref, step, "red", "Safety", "Governor", date(2024, 10, 31), 1)
    made = Exported(held, (("governor", "Governor"), ("gfsl", "GFSL")), "A lead is to be appointed.", RECORDED)
    of_line = {name: facts.pop(name) for name in [*facts] if hasattr(line, name)}
    of_held = {name: facts.pop(name) for name in [*facts] if hasattr(held, name)}
    return replace(made, line=replace(held, line=replace(line, **of_line), **of_held), **facts)


def rows(*actions: Exported) -> list[dict[str, str]]:
    """As a spreadsheet reads them, which the signature is for."""
    written = as_csv(actions)
    assert written.startswith(SIGNATURE)
    return list(csv.DictReader(StringIO(written.removeprefix(SIGNATURE), newline="")))


def events(*actions: Exported) -> list[Any]:
    return Calendar.from_ical(as_ics(actions, name="HMP Rochester")).walk("VEVENT")


# --- for a spreadsheet -----------------------------------------------------------------------------------------------


def test_a_row_has_what_is_known_of_an_action_and_no_person() -> None:
    said = {"target": "End of Nov 2024", "delegate": "Head of Safety", "said_on": date(2024, 12, 2), "said_as": "GFSL"}
    (row,) = rows(an_action(starts=date(2024, 10, 1), **said))

    assert row == {
        "action": "rochester-2024 8", "plan": "rochester-2024", "ref": "8", "step": "", "theme": "Safety",
        "title": "Appoint a lead", "text": "A lead is to be appointed.", "owners": "Governor; GFSL",
        "lead": "Governor", "delegate": "Head of Safety", "target": "End of Nov 2024", "starts": "2024-10-01",
        "due": "2024-11-30", "original_due": "2024-10-31", "slips": "1", "status": "in_progress", "days_late": "2",
        "colour": "red", "last_said_on": "2024-12-02", "last_said_as": "GFSL",
    }  # fmt: skip


def test_no_actions_are_a_sheet_of_headings() -> None:
    assert as_csv([]) == SIGNATURE + ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("formula", ["=1+1", "+44 20", "-2", "@SUM(A1)", "\t=1+1", "\r=1", " =1", "＝1+1", "=cmd|' /C calc'!A0"])  # fmt: skip
def test_nothing_that_a_spreadsheet_would_run_begins_a_cell(formula: str) -> None:
    (row,) = rows(an_action(title=formula, theme=formula, text=formula))

    for name in ("title", "theme", "text"):
        assert row[name] == "'" + " ".join(formula.split())


def test_a_ref_of_two_numbers_is_told_where_no_spreadsheet_rounds_it() -> None:
    (row,) = rows(an_action("1.10"))

    assert row["action"] == "rochester-2024 1.10"


@given(words=st.text(min_size=1), owners=st.lists(st.text(min_size=1), max_size=3))
def test_whatever_the_words_each_action_is_one_row_and_no_cell_is_run(words: str, owners: list[str]) -> None:
    odd = an_action(title=words, theme=words, text=words, target=words, owners=tuple((each, each) for each in owners))
    found = rows(odd, an_action("9"))

    assert [row["ref"] for row in found] == ["8", "9"]
    assert found[0]["text"].removeprefix("'") == plain(words)
    assert all(cell[:1] not in tuple("=+-@\t\r＝＋－＠") for row in found for cell in row.values() if cell)


# --- for a calendar --------------------------------------------------------------------------------------------------


def test_an_event_lasts_the_day_on_which_an_action_is_due_and_is_in_nobodys_way() -> None:
    (event,) = events(an_action())

    assert event["SUMMARY"] == "Rochester 8 due: Appoint a lead"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2024, 11, 30), date(2024, 12, 1))
    assert (event["TRANSP"], event.walk("VALARM")) == ("TRANSPARENT", [])
    assert event["DESCRIPTION"].split("\n") == [
        "Owner: Governor, GFSL",
        "Lead: Governor",
        "Status: in progress",
        "Due: Saturday 30 November 2024",
        "Last working day: Friday 29 November 2024",
        "2 days late",
        "First promised for: Thursday 31 October 2024",
    ]


def test_an_event_is_known_again_however_the_action_moved() -> None:
    before, after = an_action(), an_action(due=date(2025, 1, 31), title="Another", version=2)
    ((first,), (second,)) = events(before), events(after)

    assert first["UID"] == second["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert first["DTSTAMP"].dt == RECORDED.replace(microsecond=0)


def test_only_what_is_open_and_has_a_date_has_an_event() -> None:
    shut = [an_action(status=status) for status in ("done", "sustained", "withdrawn")]

    assert events(*shut, an_action(due=None)) == []
    assert len(events(an_action(status="reported"), an_action("9", status="blocked"))) == 2


def test_of_what_comes_again_the_next_time_alone_is_told() -> None:
    (event,) = events(an_action(recurrence="monthly"))

    assert "RRULE" not in event
    assert event["DESCRIPTION"].endswith("Comes again: monthly")


def test_the_same_facts_are_the_same_bytes() -> None:
    assert as_ics([an_action()], name="HMP Rochester") == as_ics([an_action()], name="HMP Rochester")


@given(words=st.text(min_size=1), name=st.text())
def test_whatever_the_words_a_calendar_reads_them_back(words: str, name: str) -> None:
    written = as_ics([an_action(title=words, owners=((words, words),)), an_action("9")], name=name)
    first, second = Calendar.from_ical(written).walk("VEVENT")

    assert first["SUMMARY"] == plain(f"Rochester 8 due: {words}")
    assert second["SUMMARY"] == "Rochester 9 due: Appoint a lead"
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))


# --- what leaves -----------------------------------------------------------------------------------------------------


def test_prisoner_numbers_are_masked_in_whatever_leaves() -> None:
    told = an_action(title="Move A1234BC", theme="A1234BC", text="A 1234 BC asked", target="for A1234BC")
    written = as_csv([told]) + as_ics([told], name="A1234BC")

    assert "1234" not in written
    assert "Move […]" in written
