"""The command line as scripts use it: whole processes, their JSON, their exit codes, their one sentence on stderr. Each
command starts from cold once: what it needs, it imports itself."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from storage.database import HEAD
from tests.fakes.starting import COLD, program

ROOT = Path(__file__).parents[2]
FIVE = ("rochester-2018", "rochester-un-2024", "chelmsford-un-2021", "maidstone-2023", "rochester-irp-2025")


class Actions:
    """`actions …` on a database of its own."""

    def __init__(self, folder: Path, start: Sequence[str] = ()) -> None:
        self.folder = folder
        self.start = start or program()
        self.env = {**os.environ, "ACTIONS_DATABASE_URL": f"sqlite:///{folder / 'actions.db'}", "PYTHONPATH": str(ROOT)}
        self.env.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled once, started more than once

    def __call__(self, *arguments: str, code: int = 0, env: dict[str, str] | None = None) -> str:
        done = self.run(*arguments, env=env)
        assert (done.returncode, done.stderr if code == 0 else "") == (code, ""), done.stderr
        return done.stdout if code == 0 else done.stderr

    def run(self, *arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        command = [*self.start, *arguments]
        return subprocess.run(
            command,
            cwd=self.folder,
            env={**self.env, **(env or {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def json(self, *arguments: str) -> Any:
        command, *rest = arguments
        return json.loads(self(command, "--json", *rest))


@pytest.fixture
def actions(tmp_path: Path) -> Actions:
    return Actions(tmp_path)


@pytest.fixture
def cold(tmp_path: Path) -> Actions:
    return Actions(tmp_path, COLD)


@pytest.fixture(scope="module")
def loaded(plans_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Actions:
    folder = tmp_path_factory.mktemp("loaded")
    Actions(folder, COLD)("import", *(str(plans_dir / f"{name}.txt") for name in FIVE))
    return Actions(folder)


def test_the_five_texts_import_without_a_question(loaded: Actions, plans_dir: Path) -> None:
    plans = loaded.json("import", *(str(plans_dir / f"{name}.txt") for name in FIVE))["plans"]

    assert [(plan["id"], plan["kind"], len(plan["actions"]), len(plan["judgements"])) for plan in plans] == [
        ("rochester-2018", "inspection", 62, 0),
        ("rochester-2024", "urgent_notification", 26, 0),
        ("chelmsford-2021", "urgent_notification", 46, 0),
        ("maidstone-2023", "inspection", 56, 0),
        ("rochester-2025", "review", 0, 13),
    ]
    assert all(
        plan["changes"] == {"added": 0, "changed": 0, "removed": 0, "unchanged": len(plan["actions"])} for plan in plans
    )
    assert all(plan["unread"] == [] for plan in plans)
    assert plans[0]["inspected"] == ["2017-10-23", "2017-11-03"]
    assert plans[0]["prison"] == plans[1]["prison"] == "HMP Rochester"


def test_an_action_in_json_has_every_field_of_the_contract(loaded: Actions, plans_dir: Path) -> None:
    (plan,) = loaded.json("import", str(plans_dir / "chelmsford-un-2021.txt"))["plans"]
    action = next(one for one in plan["actions"] if (one["ref"], one["step"]) == ("7", "i"))

    assert action | {"text": "", "source": {}} == {
        "plan": "chelmsford-2021", "ref": "7", "step": "i", "theme": "Safety and Order",
        "heading": "Suicide, Self-Harm and Violence (Leadership and Governance)", "title": action["title"],
        "recommendation": None, "response": None, "text": "",
        "owners": ["Governor", "Head of PPSP", "Head of Prison Safety Team"], "lead": "Governor", "delegate": None,
        "target": "September 2021", "starts": None, "due": "2021-09-30", "precision": "month", "recurrence": None,
        "standing": False, "status": "not_started", "links": ["2i"], "source": {}, "flags": [],
    }  # fmt: skip
    assert action["source"]["line"] > 100


def test_plans_are_listed_with_what_is_open_and_overdue(loaded: Actions) -> None:
    plans = {plan["id"]: plan for plan in loaded.json("plans", "--on", "2025-02-03")["plans"]}

    assert {key: (plan["live"], plan["actions"]) for key, plan in plans.items()} == {
        "chelmsford-2021": (True, 46), "maidstone-2023": (True, 56), "rochester-2018": (False, 62), "rochester-2024": (True, 26),
    }  # fmt: skip
    assert (plans["rochester-2024"]["open"], plans["rochester-2024"]["overdue"]) == (26, 18)


def test_reviews_are_listed_below_the_plans_and_are_none(actions: Actions, plans_dir: Path) -> None:
    actions("import", str(plans_dir / "rochester-irp-2025.txt"))

    assert actions("plans").splitlines() == [
        "I hold no plans yet. Add one: actions import FILE",
        "rochester-2025  review  13 judgements of HMP Rochester",
    ]
    assert actions.json("plans") == {"plans": []}


def test_asking_for_what_is_overdue_at_rochester(loaded: Actions) -> None:
    found = loaded.json("ask", "Rochester overdue", "--on", "2025-02-03")

    assert [one["ref"] for one in found["actions"]] == "1 4 5 6 8 9 10 11 13 14 15 17 19 22 23 24 25 26".split()
    assert (found["total"], found["error"], found["plans"]) == (18, None, ["rochester-2024"])
    assert found["actions"][4] == {
        "plan": "rochester-2024", "ref": "8", "step": None, "title": found["actions"][4]["title"], "owners": ["Governor"],
        "due": "2024-10-31", "status": "not_started", "days_late": 95,
    }  # fmt: skip
    assert "18 of 26 actions are overdue" in found["text"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("Rochester", "overdue", "--on", "2025-02-03"),
        ("--on", "2025-02-03", "Rochester overdue"),
        ("--on", "2025-02-03", "--", "Rochester overdue"),
        ("Rochester overdue", "--on", "3 February 2025"),
    ],
)
def test_options_may_stand_anywhere(arguments: tuple[str, ...], loaded: Actions) -> None:
    assert loaded.json("ask", *arguments)["total"] == 18


def test_a_question_that_has_no_answer_is_answered_and_exits_0(loaded: Actions) -> None:
    found = loaded.json("ask", "Wandsworth overdue")

    assert found["error"]["code"] == "unknown_prison"
    assert found["error"]["suggestions"] == ["Chelmsford", "Maidstone", "Rochester"]
    assert found["actions"] == []
    assert found["text"] == "I hold no plan for HMP Wandsworth. I hold Chelmsford, Maidstone and Rochester."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Rochester repeats", "HMP Rochester: "),
        ("Rochester judgements", "beside what inspectors found on 2 to 4 June 2025"),
        ("Rochester digest", "HMP Rochester"),
    ],
)
def test_what_stands_beside_a_plan_is_asked_for_as_in_chat(loaded: Actions, question: str, answer: str) -> None:
    assert answer in loaded("ask", question, "--on", "2025-07-01")
    found = loaded.json("ask", question, "--on", "2025-07-01")
    assert answer in found["text"]
    assert (found["error"], found["total"]) == (None, 0)


def test_asking_changes_nothing(loaded: Actions) -> None:
    before = (loaded.folder / "actions.db").read_bytes()
    loaded("ask", "Rochester overdue")

    assert (loaded.folder / "actions.db").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("import", "missing.txt"), 2, "missing.txt"),
        (("import",), 2, "FILE"),
        (("import", "."), 2, "it is a directory, so name the files in it"),
        (("nonsense",), 2, "nonsense"),
        (("nonsense",), 2, "Try: actions --help"),
        (("posts", "import"), 2, "Try: actions posts import --help"),
        (("remind", "--at", "3 Dec 2024 9am"), 2, "is not a moment. Write it as 2025-02-03T09:00."),
        (("serve", "--rehearse", "soon"), 2, "--rehearse soon is not a moment"),
        (("ask", "--colour", "red"), 2, "--colour"),
        (("ask", "Rochester", "--on", "someday"), 2, "someday is not a day"),
        (("ask", "Rochester", "--on", "2025-02-30"), 2, "28"),
        (("serve",), 2, "SLACK_BOT_TOKEN"),
        (("slack-manifest", "--url", "http://example.org"), 2, "https"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_exit_2(
    arguments: tuple[str, ...], code: int, said: str, actions: Actions
) -> None:
    told = actions(*arguments, code=code, env={"SLACK_BOT_TOKEN": ""})

    assert said in told
    assert len(told.strip().splitlines()) == 1


def test_a_database_that_cannot_be_reached_is_one_sentence_and_exit_1(actions: Actions) -> None:
    told = actions("plans", code=1, env={"ACTIONS_DATABASE_URL": f"sqlite:///{actions.folder}/no/such/folder.db"})

    assert "database" in told
    assert len(told.strip().splitlines()) == 1


HEADER = "Themes\t#\tActions\tOwner(s)\tTarget Completion Date"
TWICE = (
    f"HMP Exampleton Action Plan\n\n{HEADER}\nDecency\t1\tBeds.\tGovernor\tMay 2024\n\t1\tSheets.\tGovernor\tMay 2024\n"
)


def test_a_failed_check_prints_what_was_read_saves_nothing_and_exits_1(actions: Actions) -> None:
    (actions.folder / "plan.txt").write_text(TWICE)

    done = actions.run("import", "plan.txt", "--json")

    assert done.returncode == 1
    assert len(json.loads(done.stdout)["plans"][0]["actions"]) == 2
    assert "2 actions are numbered 1" in done.stderr
    assert actions.json("plans") == {"plans": []}


def test_yes_saves_in_spite_of_a_failed_check(actions: Actions) -> None:
    (actions.folder / "plan.txt").write_text(TWICE)

    actions("import", "plan.txt", "--yes")

    assert actions.json("plans")["plans"][0]["actions"] == 2


def test_a_file_cut_short_fails_a_check_and_says_what_is_gone(actions: Actions) -> None:
    whole = TWICE.replace("\t1\tSheets", "\t2\tSheets")
    (actions.folder / "plan.txt").write_text(whole)
    actions("import", "plan.txt")
    (actions.folder / "plan.txt").write_text(whole[: whole.index("\t2\tSheets")])

    assert "action 2 is no longer printed and is kept as it is" in actions("import", "plan.txt", code=1)
    assert actions.json("plans")["plans"][0]["actions"] == 2


def test_a_document_of_another_prison_than_the_one_given_fails_a_check(actions: Actions) -> None:
    (actions.folder / "plan.txt").write_text(TWICE.replace("\t1\tSheets", "\t2\tSheets"))

    assert "names HMP Exampleton, not HMP Rochester" in actions("import", "plan.txt", "--prison", "Rochester", code=1)
    assert actions.json("plans") == {"plans": []}


def test_a_dry_run_shows_and_saves_nothing(actions: Actions) -> None:
    (actions.folder / "plan.txt").write_text(TWICE.replace("\t1\tSheets", "\t2\tSheets"))

    assert actions.json("import", "plan.txt", "--dry-run")["plans"][0]["changes"]["added"] == 2
    assert actions.json("plans") == {"plans": []}


def test_one_bad_file_among_good_ones_saves_none(actions: Actions) -> None:
    (actions.folder / "plan.txt").write_text(TWICE.replace("\t1\tSheets", "\t2\tSheets"))
    (actions.folder / "minutes.txt").write_text("Dear all")

    assert "minutes.txt" in actions("import", "plan.txt", "minutes.txt", code=2)
    assert actions.json("plans") == {"plans": []}


def test_the_prison_can_be_named_when_the_document_does_not(actions: Actions) -> None:
    (actions.folder / "plan.txt").write_text(TWICE.replace("HMP Exampleton ", "").replace("\t1\tSheets", "\t2\tSheets"))

    assert "--prison" in actions("import", "plan.txt", code=2)
    assert actions.json("import", "plan.txt", "--prison", "Maidstone")["plans"][0]["id"] == "maidstone-2024"


def test_a_prison_nearly_known_is_asked_about_and_one_like_no_other_is_taken(actions: Actions) -> None:
    nameless = TWICE.replace("HMP Exampleton ", "").replace("\t1\tSheets", "\t2\tSheets")
    (actions.folder / "plan.txt").write_text(nameless)

    slip = actions("import", "plan.txt", "--prison", "Rochestr", code=1)
    assert "I know no prison “Rochestr”: is it Rochester?" in slip
    assert actions.json("plans") == {"plans": []}
    actions("import", "plan.txt", "--prison", "Nowhere")
    assert [one["id"] for one in actions.json("plans")["plans"]] == ["nowhere-2024"]


def test_an_empty_database_says_so(cold: Actions) -> None:
    assert "no plans" in cold("ask", "overdue")
    assert "no plans" in cold("plans")
    assert "no plans yet: actions import FILE" in cold("export", "Rochester", "--format", "csv", code=2)
    assert "no live plan. Import one: actions import FILE" in cold("remind")


def test_of_a_plan_that_another_file_closes_at_once_nobody_is_told_in_the_next_brief(
    actions: Actions, plans_dir: Path
) -> None:
    told = actions("import", *(str(plans_dir / f"{name}.txt") for name in FIVE[:2]))

    assert told.count("Leads get their list in the next brief.") == 1


def test_migrate_says_what_it_did(cold: Actions) -> None:
    assert f"is now at version {HEAD}" in cold("migrate")
    assert "already" in cold("migrate")


def test_the_manifest_is_json(cold: Actions) -> None:
    assert json.loads(cold("slack-manifest"))["features"]["app_home"]["messages_tab_enabled"] is True


def test_help_teaches(cold: Actions) -> None:
    told = cold("--help")
    for command in ("import", "plans", "ask", "migrate", "serve", "demo", "slack-manifest"):
        assert command in told
    assert "Example" in cold("ask", "--help")


def test_the_doctor_verifies_every_history_that_is_held(loaded: Actions) -> None:
    found = loaded.json("doctor")

    assert found["ok"] is True
    assert {plan["id"] for plan in found["plans"]} == {
        "chelmsford-2021", "maidstone-2023", "rochester-2018", "rochester-2024", "rochester-2025",
    }  # fmt: skip
    assert all(plan["breaks"] == [] for plan in found["plans"])
    assert "The history of rochester-2024 has no entry 99" in loaded("blank", "rochester-2024", "99", code=2)
