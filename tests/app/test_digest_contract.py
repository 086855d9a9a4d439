"""`actions digest` as DESIGN section 7 promises it, to whoever has read nothing else: whole processes, their JSON, their
exit codes. Nothing is known here of how a digest is made."""

import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.app.test_command_line import Actions

SAMPLE = Path(__file__).parents[2] / "app" / "sample" / "rochester-2024.txt"
COLOURS = ("red", "amber", "green", "blue", "grey")
MONDAY, TUESDAY = "2025-02-03", "2025-02-04"


@pytest.fixture
def actions(tmp_path: Path) -> Actions:
    made = Actions(tmp_path)
    made("import", str(SAMPLE))
    return made


def refs(listed: list[dict[str, Any]]) -> list[str]:
    return [one["ref"] for one in listed]


def rows(actions: Actions) -> dict[str, int]:
    """How many rows each table holds."""
    with sqlite3.connect(actions.folder / "actions.db") as held:
        names = [name for (name,) in held.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counted = {name: held.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    held.close()
    return counted


def test_it_has_what_the_design_names_and_its_actions_are_as_ask_has_them(actions: Actions) -> None:
    told = actions.json("digest", "Rochester", "--on", MONDAY)
    assert set(told) >= {
        "number", "on", "counts", "by_theme", "late", "coming", "changed", "judgements", "sha256", "text",
    }  # fmt: skip
    assert (told["number"], told["on"]) == (1, MONDAY)
    assert set(told["counts"]) >= {*COLOURS, "open", "overdue"}
    asked = actions.json("ask", "Rochester overdue", "--on", MONDAY)["actions"]
    by_ref = {one["ref"]: one for one in told["late"]}
    assert set(by_ref) == set(refs(asked))
    for one in asked:
        same = by_ref[one["ref"]]
        assert {name: same[name] for name in one} == one
    assert len(told["sha256"]) == 64
    assert int(told["sha256"], 16) >= 0


def test_a_plan_that_nobody_answered_is_as_the_printed_example_counts_it(actions: Actions) -> None:
    """../shared/MESSAGES.md, the weekly digest: 18 red, 0 amber, 7 green, 0 blue, 1 grey; six of them new."""
    told = actions.json("digest", "Rochester", "--on", TUESDAY)
    counts = told["counts"]
    assert {name: counts[name] for name in (*COLOURS, "open", "overdue")} == {
        "red": 18, "amber": 0, "green": 7, "blue": 0, "grey": 1, "open": 26, "overdue": 18,
    }  # fmt: skip
    assert sorted(refs([one for one in told["late"] if one["new"]]), key=int) == ["1", "4", "11", "14", "22", "26"]
    assert {one["ref"]: one["days_late"] for one in told["late"]}["8"] == 96
    assert told["coming"] == []
    assert told["changed"] == []
    assert "18" in told["text"]
    assert all(str(counts[colour]) in told["text"] for colour in COLOURS)


@pytest.mark.parametrize("day", ["2024-10-01", "2024-11-30", "2024-12-01", "2025-01-28", MONDAY, "2025-09-30"])
def test_the_five_colours_and_the_themes_add_up_to_the_plan_on_any_day(actions: Actions, day: str) -> None:
    told = actions.json("digest", "Rochester", "--on", day)
    counts = told["counts"]
    assert sum(counts[colour] for colour in COLOURS) == 26
    assert {colour: sum(row[colour] for row in told["by_theme"]) for colour in COLOURS} == {
        colour: counts[colour] for colour in COLOURS
    }
    assert len(told["late"]) == counts["overdue"]
    soon = actions.json("ask", "Rochester due soon", "--on", day)
    assert sorted(refs(told["coming"])) == sorted(refs(soon["actions"]))


def test_what_was_answered_later_is_not_known_on_a_day_before(actions: Actions) -> None:
    reply = ("reply", "--to", "Rochester 13", "--as", "Governor", "--at")
    actions(*reply, "2024-12-09T16:40", "done, minutes attached https://intranet.example/13")
    before, on, after = (
        actions.json("digest", "Rochester", "--on", day) for day in ("2024-12-08", "2024-12-09", "2024-12-10")
    )
    assert "13" in refs(before["late"])
    assert "13" not in refs(on["late"])
    assert "13" not in refs(after["late"])
    assert [one["ref"] for one in on["changed"]] == ["13"]
    assert before["counts"]["overdue"] == on["counts"]["overdue"] + 1 == 7


def test_a_date_that_was_agreed_to_moves_the_action_from_that_day_on_and_not_before(actions: Actions) -> None:
    to = ("--to", "Rochester 15")
    actions("reply", "needs until 14 February 2025, no auditors", *to, "--as", "Governor", "--at", "2024-12-10T10:00")
    asked = actions.json("digest", "Rochester", "--on", "2024-12-11")
    assert "15" in refs(asked["late"])  # DESIGN 5: until approved the date and the lateness stand
    assert asked["counts"]["red"] == asked["counts"]["overdue"]


def test_the_same_facts_and_day_give_the_same_sha256_and_other_facts_another(actions: Actions) -> None:
    first, again = (actions.json("digest", "Rochester", "--on", MONDAY) for _ in range(2))
    assert first == again
    other_day = actions.json("digest", "Rochester", "--on", TUESDAY)
    assert other_day["sha256"] != first["sha256"]
    actions("reply", "still going", "--to", "Rochester 4", "--as", "Governor", "--at", f"{MONDAY}T10:00")
    assert actions.json("digest", "Rochester", "--on", MONDAY)["sha256"] != first["sha256"]
    # What happened on Monday is no fact of the Friday before.
    friday = actions.json("digest", "Rochester", "--on", "2025-01-31")
    actions("reply", "nearly there", "--to", "Rochester 4", "--as", "Governor", "--at", f"{TUESDAY}T10:00")
    assert actions.json("digest", "Rochester", "--on", "2025-01-31") == friday


def test_a_preview_stores_nothing(actions: Actions) -> None:
    actions("digest", "Rochester", "--on", MONDAY)
    before = rows(actions)
    for _ in range(2):
        assert actions.json("digest", "Rochester", "--on", MONDAY)["number"] == 1
    assert actions("digest", "Rochester", "--on", TUESDAY)
    assert rows(actions) == before


def test_without_json_it_is_the_text_alone(actions: Actions) -> None:
    told = actions.json("digest", "Rochester", "--on", MONDAY)
    assert actions("digest", "Rochester", "--on", MONDAY).strip() == told["text"].strip()
    assert actions("digest", "--on", MONDAY, "Rochester").strip() == told["text"].strip()


def test_new_means_late_now_and_not_a_week_ago(actions: Actions) -> None:
    weeks = [actions.json("digest", "Rochester", "--on", day) for day in ("2024-12-03", "2024-12-10", "2025-01-07")]
    new = [sorted(refs([one for one in week["late"] if one["new"]]), key=int) for week in weeks]
    # Of November's the week after; of December's the first week of January; nothing in between.
    assert new == [["5", "9", "13", "15", "19", "25"], [], ["6", "10", "17", "23", "24"]]


def test_one_document_on_stdout_and_one_sentence_on_stderr(actions: Actions) -> None:
    assert isinstance(json.loads(actions("digest", "Rochester", "--on", MONDAY, "--json")), dict)
    for wrong in (
        ["--on", "2025-02-31", "Rochester"],
        ["--on", "never", "Rochester"],
        ["--number", "many", "Rochester"],
    ):
        done = actions.run("digest", *wrong)
        assert (done.returncode, done.stdout) == (2, ""), done
        assert len(done.stderr.strip().splitlines()) >= 1
        assert "Traceback" not in done.stderr


def test_a_number_that_was_never_frozen_is_said_in_a_sentence(actions: Actions) -> None:
    done = actions.run("digest", "Rochester", "--number", "7")
    assert done.returncode in (1, 2)
    assert "7" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_prison_that_is_not_held_is_said_in_a_sentence(actions: Actions) -> None:
    done = actions.run("digest", "Wandsworth", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "I hold nothing of a prison “Wandsworth”. I hold Rochester.\n"


def test_a_day_to_come_has_the_facts_as_they_are_now(actions: Actions) -> None:
    told = actions.json("digest", "Rochester", "--on", "2099-01-05")
    assert (told["counts"]["overdue"], told["counts"]["grey"]) == (25, 1)
    assert date.fromisoformat(told["on"]).year == 2099
