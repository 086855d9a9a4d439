"""`actions export` as people use it: what is written, where, and what is said when it cannot be."""

import csv
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from icalendar import Calendar

from tests.app.test_command_line import ROOT, Actions
from tests.fakes.starting import COLD

ON = ("--on", "2025-02-03")


@pytest.fixture(scope="module")
def loaded(plans_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Actions:
    folder = tmp_path_factory.mktemp("exporting")
    Actions(folder)("import", *(str(plans_dir / f"{name}.txt") for name in ("rochester-2018", "rochester-un-2024")))
    return Actions(folder)


@pytest.fixture
def actions(loaded: Actions) -> Actions:
    """The plan as it was loaded, in a folder where nothing is written yet."""
    for each in [*loaded.folder.glob("*.ics"), *loaded.folder.glob("*.csv"), *loaded.folder.glob("*.html")]:
        each.unlink()
    return loaded


def rows(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(written.removeprefix("\ufeff"))))


def summaries(written: str) -> list[str]:
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(written).walk("VEVENT")]


def test_the_sheet_has_the_live_plan_once_and_counts_as_the_digest_does(actions: Actions) -> None:
    found = rows(actions("export", "Rochester", "--format", "csv", *ON))
    counts = actions.json("digest", "Rochester", *ON)["counts"]

    assert [row["ref"] for row in found] == [str(n) for n in range(1, 27)]
    assert {row["plan"] for row in found} == {"rochester-2024"}
    assert sum(row["days_late"] != "0" for row in found) == counts["overdue"] == 18
    assert sum(row["colour"] == "red" for row in found) == counts["red"]


def test_a_sheet_begins_as_excel_wants_it_and_says_who_last_answered_without_a_name(actions: Actions) -> None:
    at = ("--at", "2024-12-04T10:00")
    actions("reply", "in progress, told by A. Sample", "--to", "Rochester 8", "--as", "Governor", *at)
    actions("export", "rochester", "--format", "csv", "-o", "plan.csv", *ON)
    written = (actions.folder / "plan.csv").read_bytes()

    assert written.startswith(b"\xef\xbb\xbfaction,plan,")
    (eighth,) = [row for row in rows(written.decode("utf-8-sig")) if row["ref"] == "8"]
    assert (eighth["last_said_on"], eighth["last_said_as"]) == ("2024-12-04", "Governor")
    assert b"Sample" not in written


@pytest.mark.parametrize("form", ["csv", "html", "ics"])
def test_what_is_exported_for_looking_at_is_no_plan_to_import(actions: Actions, form: str) -> None:
    actions("export", "Rochester", "--format", form, "-o", f"looked-at.{form}", *ON)
    said = actions("import", f"looked-at.{form}", code=2)

    assert said.strip() == (
        f"looked-at.{form} is an export of this bot's own, which leaves things out:"
        " import the docx or xlsx export, or the plan as it was published."
    )


def test_a_calendar_has_each_open_action_with_a_date_on_its_day(actions: Actions) -> None:
    found = summaries(actions("export", "Rochester", "--format", "ics", *ON))

    assert len(found) == 25  # 7 has no date
    assert not any(each.startswith("Rochester 7 ") for each in found)
    assert actions("export", "Rochester", "--format", "ics", *ON) == actions(
        "export", "Rochester", "--format", "ics", *ON
    )


def test_a_folder_gets_a_calendar_for_each_owner(actions: Actions) -> None:
    assert actions("export", "Rochester", "--format", "ics", "-o", "calendars", *ON) == "Wrote 16 files to calendars.\n"
    folder = actions.folder / "calendars"

    assert (folder / "governor.ics").is_file()
    found = summaries((folder / "gov-facilities-services-ltd.ics").read_text())
    assert [re.findall(r"\d+", each)[0] for each in found] == ["15", "16", "17"]


def test_one_owner_is_found_by_an_abbreviation(actions: Actions) -> None:
    assert len(summaries(actions("export", "Rochester", "--format", "ics", "--owner", "gfsl", *ON))) == 3


def test_a_page_is_drawn_of_the_week(actions: Actions) -> None:
    assert actions("export", "Rochester", "--format", "html", "-o", "week.html", *ON) == "Wrote week.html.\n"
    written = (actions.folder / "week.html").read_text()

    assert "18 of 26 actions are late" in written
    assert "Draft of digest 1" in written


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--format", "pdf"), "--format pdf is none of csv, ics, html, docx, xlsx."),
        (("--format", "docx", "-o", "x.xlsx"), "x.xlsx is named as xlsx, and --format is docx: change one of the two."),
        (("--format", "csv", "--number", "1"), "--number is of a digest that was sent"),
        (("--format", "html", "--owner", "GFSL"), "--owner goes with --format ics"),
        (("--format", "ics", "--owner", "nobody"), "nobody owns nothing at HMP Rochester. Owners are Governor,"),
        (("--format", "ics", "-o", "x.csv"), "x.csv is named as csv, and --format is ics: change one of the two."),
        (("--format", "html", "--number", "9"), "There is no digest 9 of Rochester."),
        (
            ("--format", "csv", "-o", "nowhere/plan.csv"),
            "nowhere/plan.csv cannot be written: No such file or directory.",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(actions: Actions, arguments: tuple[str, ...], sentence: str) -> None:
    said = actions("export", "Rochester", *arguments, code=2)

    assert said.startswith(sentence)
    assert said.count("\n") == 1


def test_documents_imported_again_change_nothing_and_make_the_same_plan_elsewhere(
    plans_dir: Path, tmp_path: Path
) -> None:
    here = Actions(tmp_path)
    here("import", str(plans_dir / "rochester-un-2024.txt"))
    here("reply", "done, all in place", "--to", "Rochester 13", "--as", "Governor", "--at", "2024-12-04T10:00")
    for form in ("docx", "xlsx"):
        (tmp_path / form).mkdir()
        here("export", "Rochester", "--format", form, "-o", f"{form}/return.{form}", *ON)
        (again,) = here.json("import", f"{form}/return.{form}")["plans"]
        (elsewhere,) = Actions(tmp_path / form).json("import", f"return.{form}")["plans"]

        assert again["changes"] == {"added": 0, "changed": 0, "removed": 0, "unchanged": 26}
        assert elsewhere["changes"]["added"] == 26
        assert {name: elsewhere[name] for name in ABOUT} == {name: again[name] for name in ABOUT}
        assert "all in place" in words_of(tmp_path / form / f"return.{form}")
    assert [one["status"] for one in here.json("ask", "Rochester 13", *ON)["actions"]] == ["reported"]


ABOUT = ("id", "prison", "title", "kind", "submitted", "published", "inspected")


def words_of(file: Path) -> str:
    """All XML of a document or workbook."""
    with ZipFile(file) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


PLAN = """HMP Exampleton {}Action Plan
Action Plan Submitted: {} May 2024
A Response to the HMIP Inspection: 1 March 2024 to 12 March 2024

Ref\tAction\tOwner\tTarget date
1\tMake {} for every cell.\tGovernor\tDecember 2024
"""


def test_a_prison_of_two_live_plans_has_a_document_for_each(tmp_path: Path) -> None:
    prison = Actions(tmp_path)
    for name, facts in (("un", ("Urgent Notification ", 2, "beds")), ("plan", ("", 30, "curtains"))):
        (tmp_path / f"{name}.txt").write_text(PLAN.format(*facts))
        prison("import", f"{name}.txt")
    said = prison("export", "Exampleton", "--format", "docx", "-o", "x.docx", code=2)
    prison("export", "Exampleton", "--format", "docx", "-o", "returns")

    assert said == "HMP Exampleton has 2 live plans, a file each: give a folder with -o DIR.\n"
    assert len(list((tmp_path / "returns").glob("exampleton-2024*.docx"))) == 2


def test_what_is_put_into_a_folder_is_named(actions: Actions, tmp_path: Path) -> None:
    said = actions("export", "Rochester", "--format", "csv", "-o", str(tmp_path), *ON)
    assert said == f"Wrote {tmp_path / 'rochester.csv'}.\n"


def test_a_prison_that_is_not_held_is_said_to_be_none(actions: Actions) -> None:
    assert "Wandsworth" in actions("export", "Wandsworth", "--format", "csv", code=2)


def test_a_file_is_replaced_whole_and_keeps_who_may_read_it(actions: Actions) -> None:
    file = actions.folder / "plan.csv"
    file.write_text("what was there")
    file.chmod(0o640)
    actions("export", "Rochester", "--format", "csv", "-o", "plan.csv", *ON)

    assert len(rows(file.read_text())) == 26
    assert file.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in actions.folder.iterdir() if each.name.endswith(".part")] == []


def test_what_cannot_be_put_in_its_place_leaves_nothing_half_written(actions: Actions, tmp_path: Path) -> None:
    (tmp_path / "rochester.csv").mkdir()
    (tmp_path / "rochester.csv" / "kept").touch()
    said = actions("export", "Rochester", "--format", "csv", "-o", str(tmp_path), code=2)

    assert f"{tmp_path} cannot be written: " in said
    assert [each.name for each in tmp_path.iterdir()] == ["rochester.csv"]


def test_from_cold_it_imports_what_it_needs(loaded: Actions) -> None:
    for form in ("csv", "ics", "html", "docx", "xlsx"):
        assert Actions(loaded.folder, COLD)("export", "Rochester", "--format", form, "-o", f"cold.{form}", *ON)


def test_an_installed_wheel_brings_what_the_page_is_drawn_with(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")

    assert {"bot/page/page.html", "bot/page/page.css"} <= set(ZipFile(wheel).namelist())
