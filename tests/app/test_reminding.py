"""What would be sent, what a quarter would bring, the policy and why: the commands, over the published plans."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from sqlmodel import Session, select

from app import wiring
from app.cli import cli
from app.failing import told
from documents.intake import File, load
from documents.reading import read_document
from storage.database import open_engine, writing
from storage.deliveries import Named
from storage.models import Action, Delivery, Holding, Owner, Person, Plan, Prison
from storage.slots import New, add, open_slot

ROCHESTER = ("rochester-2018", "rochester-un-2024")
LOADED = datetime(2026, 11, 22, 12, tzinfo=UTC)
SIX = ["5", "9", "13", "15", "19", "25"]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def loaded(plans_dir: Path, migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds both Rochester plans."""
    path = tmp_path_factory.mktemp("loaded") / "actions.db"
    copyfile(migrated_file, path)
    engine = open_engine(f"sqlite:///{path}")
    with writing(engine) as session:
        for name in ROCHESTER:
            content = (plans_dir / f"{name}.txt").read_bytes()
            draft = read_document(content, name, today=date(2026, 1, 1))
            load(session, draft, File(name, sha256(content).hexdigest()), at=LOADED)
    engine.dispose()
    return path


@pytest.fixture
def run(
    loaded: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Run]:
    """The commands, on a copy of their own."""
    monkeypatch.setenv("ACTIONS_DATABASE_URL", f"sqlite:///{tmp_path / 'actions.db'}")
    copyfile(loaded, tmp_path / "actions.db")
    forget()

    def run(*arguments: str) -> tuple[int, str, str]:
        code = told(lambda: cli(list(arguments), standalone_mode=False))
        return code, *capsys.readouterr()

    yield run
    wiring.database().dispose()
    forget()


def forget() -> None:
    wiring.settings.cache_clear()
    wiring.database.cache_clear()


def said(run: Run, *arguments: str) -> Any:
    command, *rest = arguments
    code, out, err = run(command, "--json", *rest)
    assert (code, err) == (0, "")
    return json.loads(out)


def to(messages: list[dict[str, Any]], owner: str) -> dict[str, Any]:
    (found,) = [one for one in messages if one["to"]["owner"] == owner]
    return found


def refs(message: dict[str, Any]) -> list[str]:
    return [one["ref"] for one in message["actions"]]


# --- remind ----------------------------------------------------------------------------------------------------------


def test_remind_shows_the_monday_briefs_of_2_december(run: Run) -> None:
    shown = said(run, "remind", "--at", "2024-12-02T09:00")
    assert shown["at"] == "2024-12-02T09:00:00+00:00"
    message = to(shown["messages"], "Governor")
    assert message["to"] == {"owner": "Governor", "person": None}
    assert message["kind"] == "brief"
    assert refs(message) == ["8", *SIX]
    assert message["actions"][0] == {"plan": "rochester-2024", "ref": "8", "step": None, "reason": "late"}
    assert "No answer by Friday 13 December: the Prison Group Director is told." in message["text"]
    assert "The Executive Director was told on Thursday 28 November." in message["text"]
    assert len(shown["messages"]) == 5
    named = {ref for one in shown["messages"] for ref in refs(one)}
    silent = {one["ref"] for one in shown["silent"]}
    assert (len(shown["silent"]), len(named | silent)) == (19, 26)  # of the live plan alone
    assert all(one["why"].endswith(".") for one in shown["silent"])


@pytest.mark.parametrize(
    ("at", "why"),
    [
        ("2024-12-02T08:59", "before their hour"),
        ("2 December 2024 18:00", "It is evening"),
        ("2024-11-30T09:00", "not a working day"),
        ("2024-12-25", "not a working day"),
        ("2024-12-02T09:00+01:00", "before their hour"),
    ],
)
def test_outside_its_hours_nothing_goes_and_all_say_why(run: Run, at: str, why: str) -> None:
    shown = said(run, "remind", "--at", at)
    assert shown["messages"] == []
    assert len(shown["silent"]) == 26
    assert all(why in one["why"] for one in shown["silent"])


def test_remind_in_words(run: Run) -> None:
    code, out, _ = run("remind", "--at", "2 December 2024")
    assert code == 0
    assert out.startswith(
        "To Governor, HMP Rochester (nobody is registered)\n7 actions of the Governor of HMP Rochester need you: 6 newly late"
    )
    assert "19 actions in no message" in out


def test_as_recorded_a_plan_is_silent_until_it_is_loaded_and_then_makes_one_list(run: Run) -> None:
    before = said(run, "remind", "--as-recorded", "--at", "2024-12-02T09:00")
    assert (before["messages"], len(before["silent"])) == ([], 26)
    monday = said(run, "remind", "--as-recorded", "--at", "2026-11-23T09:00")
    governor = to(monday["messages"], "Governor")
    reasons = [one["reason"] for one in governor["actions"]]
    assert (reasons.count("going_live"), reasons.count("closed_plan")) == (24, 53)
    assert to(monday["messages"], "GFSL")["actions"][0]["reason"] == "going_live"


def test_a_registered_holder_is_written_to_by_name_whether_or_not_an_account_is_known(run: Run) -> None:
    with writing(wiring.database()) as session:
        hold(session, "governor", "A. Sample")
    message = to(said(run, "remind", "--at", "2024-12-02T09:00")["messages"], "Governor")
    assert message["to"]["person"] == "A. Sample"


def test_a_moment_that_is_none_is_refused(run: Run) -> None:
    assert run("remind", "--at", "2024-12-02T25:00")[0] == 2
    assert run("remind", "--at", "tomorrowish")[0] == 2
    assert run("remind", "--at", "31 September 2024 09:00")[0] == 2


def hold(session: Session, post: str, name: str) -> int:
    person = Person(name=name, email="a.sample@prison.example")
    session.add(person)
    session.flush()
    owner = session.exec(select(Owner).where(Owner.key == post)).one()
    prison = session.exec(select(Prison)).one()
    session.add(Holding(prison_id=prison.id or 0, owner_id=owner.id or 0, person_id=person.id))
    session.flush()
    return person.id or 0


HEAD = "prison,post,person,email,deputy_email,role,liaison_for,away_until\n"


@pytest.mark.parametrize("until", ["2024-12-06", "2027-01-29"])
def test_whoever_is_away_by_what_is_known_now_is_stood_in_for(run: Run, tmp_path: Path, until: str) -> None:
    register = tmp_path / "posts.csv"
    register.write_text(
        f"{HEAD}Rochester,Governor,A. Sample,a@x.example,b@x.example,,,{until}\n"
        "Rochester,Deputy Governor,B. Sample,b@x.example,,,,\nRochester,,C. Sample,c@x.example,,coordinator,,\n"
    )
    assert run("posts", "import", str(register))[0] == 0
    people = {one["to"]["person"] for one in said(run, "remind", "--at", "2024-12-02")["messages"]}
    assert {"B. Sample", "C. Sample"} <= people
    assert "A. Sample" not in people
    (back,) = [one for one in said(run, "remind", "--at", "2024-12-16")["messages"] if "8" in refs(one)]
    assert back["to"]["person"] == ("A. Sample" if until < "2024-12-16" else "B. Sample")


def test_a_contact_that_is_vacant_is_written_to_as_the_post(run: Run, tmp_path: Path) -> None:
    register = tmp_path / "posts.csv"
    register.write_text(f"{HEAD}Rochester,Head of Estates,,,,,GFSL,\n")
    assert run("posts", "import", str(register))[0] == 0
    shown = said(run, "simulate", "--from", "2025-09-29", "--to", "2025-09-29")["days"][0]["messages"]
    assert refs(to(shown, "Head of Estates"))[0] == "16"


# --- simulate --------------------------------------------------------------------------------------------------------


def test_simulate_lists_every_day_and_its_totals_add_up(run: Run) -> None:
    shown = said(run, "simulate", "--from", "2024-10-25", "--to", "2025-01-31", "--prison", "Rochester")
    days = {day["on"]: day["messages"] for day in shown["days"]}
    assert len(days) == 99
    assert [days[on] for on in ("2024-12-25", "2024-12-26", "2025-01-01")] == [[], [], []]
    assert refs(to(days["2024-11-14"], "Prison Group Director")) == ["8"]
    assert refs(to(days["2024-11-28"], "Executive Director")) == ["8"]
    assert refs(to(days["2024-12-13"], "Prison Group Director")) == SIX
    totals = shown["totals"]
    assert totals["messages"] == sum(len(messages) for messages in days.values()) == 36
    assert totals["by_recipient"][0] == {
        "to": {"owner": "Governor", "person": None}, "prison": "HMP Rochester", "messages": 20,
    }  # fmt: skip
    assert sum(one["messages"] for one in totals["by_recipient"]) == totals["messages"]


def test_a_day_of_a_simulation_is_what_remind_shows_for_it(run: Run) -> None:
    shown = said(run, "simulate", "--from", "2024-11-25", "--to", "2024-12-02")
    monday = shown["days"][-1]["messages"]
    assert monday == said(run, "remind", "--at", "2024-12-02T09:00")["messages"]


def test_simulate_in_words(run: Run) -> None:
    code, out, _ = run("simulate", "--from", "2024-12-01", "--to", "2024-12-02")
    assert code == 0
    assert out.splitlines()[:2] == [
        "Monday 2 December 2024", "    Governor, HMP Rochester (nobody is registered): 7 late",
    ]  # fmt: skip
    assert "5 messages on 1 day of 2:" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from", "2024-12-02", "--to", "2024-12-01"),
        ("--from", "2024-12-02", "--to", "2044-12-01"),
        ("--from", "2024-12-02", "--to", "2024-12-09", "--prison", "Wandsworth"),
        ("--from", "2024-12-02", "--to", "2024-12-09", "--prison", "overdue"),
        ("--from", "31 September", "--to", "2024-12-09"),
    ],
)
def test_what_cannot_be_simulated_is_refused_in_a_sentence(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run("simulate", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)


# --- policy ----------------------------------------------------------------------------------------------------------


def test_a_change_of_the_policy_holds_from_its_day_on_in_a_simulation_too(run: Run) -> None:
    assert run("policy", "rochester-2024", "--set", "coming=7", "--from", "2024-11-11")[0] == 0
    days = said(run, "simulate", "--from", "2024-11-04", "--to", "2024-11-11")["days"]
    assert refs(to(days[0]["messages"], "Governor")) == ["8", *SIX]
    assert refs(to(days[-1]["messages"], "Governor")) == ["8"]
    assert said(run, "policy", "rochester-2024", "--on", "2024-11-10")["settings"]["coming"] == 28
    shown = said(run, "policy", "rochester-2024", "--on", "2024-11-11")
    assert shown["settings"]["coming"] == 7
    assert shown["changes"] == [{"plan": "rochester-2024", "name": "coming", "value": 7, "from": "2024-11-11"}]
    assert "from 11 November 2024: coming is 7." in run("policy")[1]


def test_a_change_as_json_is_the_policy_as_it_will_be(run: Run) -> None:
    shown = said(run, "policy", "--set", "coming=7", "--from", "2030-01-07")
    assert (shown["on"], shown["settings"]["coming"]) == ("2030-01-07", 7)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere-2024",), ("nowhere-2024", "--set", "coming=7"), ("--set", "coming=never"),
        ("rochester-2024", "--set", "hour=08:00"), ("--set", "hour=19:00"),
        ("rochester-2024", "--set", "digest_day=friday"), ("rochester-2024", "--set", "digest_hour=08:00"),
        ("--set", "digest_day=sunday"), ("--set", "digest_hour=18:30"), ("--set", ""), ("--from", "2025-01-06"),
    ],
)  # fmt: skip
def test_a_change_that_will_not_do_is_refused_in_a_sentence(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run("policy", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)


# --- why -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "on", "said_to", "why"),
    [
        ("Rochester 8", "2024-12-02", ["Governor"], None),
        ("Rochester 8", "2024-11-14", ["Prison Group Director"], None),
        ("Rochester 9", "2024-12-02", ["Governor", "Oxleas Healthcare provider"], None),
        ("Rochester 8", "2024-12-03", [], "Nothing falls on this day"),
        ("Rochester 8", "2024-12-01", [], "not a working day"),
        ("Rochester 16", "2024-12-02", [], "due on 30 September 2025"),
        ("Rochester 2018 5.9", "2024-12-02", [], "plan is closed"),
    ],
)
def test_why_names_the_brief_or_the_rule(run: Run, question: str, on: str, said_to: list[str], why: str | None) -> None:
    shown = said(run, "why", question, "--on", on)
    (action,) = shown["actions"]
    assert sorted(one["to"]["owner"] for one in action["said"]) == said_to
    assert (why or "") in (action["why"] or "")
    assert bool(action["why"]) == bool(why)


@pytest.mark.parametrize(("question", "code"), [("Wandsworth 8", "unknown_prison"), ("Rochester 99", "no_such_ref"),
                                                ("Rochester", "help")])  # fmt: skip
def test_a_question_that_names_no_action_is_answered_as_questions_are(run: Run, question: str, code: str) -> None:
    shown = said(run, "why", question)
    assert (shown["error"]["code"], shown["actions"]) == (code, [])


def test_of_a_day_whose_briefs_were_made_the_ledger_answers(run: Run) -> None:
    monday = date(2024, 12, 2)
    with writing(wiring.database()) as session:
        person = hold(session, "governor", "A. Sample")
        plan = session.exec(select(Plan).where(Plan.key == "rochester-2024")).one()
        plan.live_at = datetime(2024, 9, 2, 9, tzinfo=UTC)
        eight = session.exec(select(Action).where(Action.plan_id == plan.id, Action.ref == "8")).one()
        assert open_slot(session, "brief", "2024-12-02", monday)
        add(session, "brief", "2024-12-02", monday, [
            New(f"person {person}", person, None, [Named("late", "late", eight.id)]),
        ])  # fmt: skip
        session.flush()
        delivery = session.exec(select(Delivery)).one()
        delivery.state, delivery.ts, delivery.channel = "sent", "1.1", "D1"
        delivery.sent_at = datetime(2024, 12, 2, 9, 0, 12, tzinfo=UTC)

    (action,) = said(run, "why", "Rochester 8", "--on", "2024-12-02")["actions"]
    assert action["said"] == [
        {"to": {"owner": None, "person": "A. Sample"}, "reason": "late", "state": "sent",
         "when": "2 December at 09:00", "trouble": None}
    ]  # fmt: skip
    assert "in the brief to A. Sample, under “Late”: sent on 2 December at 09:00." in run(
        "why", "Rochester", "8", "--on", "2024-12-02"
    )[1]  # fmt: skip
    (other,) = said(run, "why", "Rochester 16", "--on", "2024-12-02")["actions"]
    assert (other["said"], other["why"][:35]) == ([], "It is due on 30 September 2025, and")
    made = said(run, "remind", "--as-recorded", "--at", "2024-12-02T10:00")
    assert made["messages"] == []
    assert "have been made already" in made["silent"][0]["why"]
