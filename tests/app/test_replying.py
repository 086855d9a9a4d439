"""`actions reply` and `actions show`: the same answers as in chat, for scripts; nothing recorded that is not clear."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from app import replying, showing
from app.failing import Failed, Unusable
from storage.database import reading, writing
from storage.entries import history
from storage.history import verify
from storage.models import Action
from tests.storage.register import a_holding
from tests.storage.rows import a_plan, an_action

pytestmark = pytest.mark.mostly_sqlite

AT = datetime(2024, 12, 2, 10, 42, tzinfo=UTC)


@pytest.fixture(autouse=True)
def plan(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """1 and 2 are the Governor's, 3 GFSL's; nobody is registered but a head of safety."""
    monkeypatch.setattr(replying, "database", lambda: engine)
    monkeypatch.setattr(showing, "database", lambda: engine)
    with writing(engine) as session:
        made = a_plan(session, kind="urgent_notification")
        for position in (1, 2):
            due = date(2024, 11, 30)
            an_action(session, made, position, owners=("Governor",), due=due, original_due=due)
        an_action(session, made, 3, owners=("GFSL",), due=date(2024, 12, 31), original_due=date(2024, 12, 31))
        a_holding(session, "Head of Safety", "B. Safety")
    return engine


def replied(capsys: pytest.CaptureFixture[str], text: str, to: str = "Rochester 1", **how: Any) -> Any:
    replying.reply(text, to=to, at=AT, **{"who": None, "dry_run": False, "as_json": True, **how})
    return json.loads(capsys.readouterr().out)


def kinds(engine: Engine, ref: str = "1") -> list[str]:
    with reading(engine) as session:
        action = session.exec(select(Action.id).where(Action.ref == ref)).one()
        assert verify(session, 1) == []
        return [entry.kind for entry in history(session, action or 0)]


def test_without_a_name_the_lead_answers_and_it_is_recorded(engine: Engine, capsys):
    told = replied(capsys, "done, minutes attached https://x.example/m")
    assert {name: told[name] for name in ("intent", "date", "to", "evidence", "others", "asks")} == {
        "intent": "complete", "date": None, "to": None, "evidence": ["https://x.example/m"], "others": [], "asks": None,
    }  # fmt: skip
    assert told["text"].startswith("Recorded: 1 Title 1 reported done by the Governor, with 1 link")
    assert kinds(engine) == ["report"]
    with reading(engine) as session:
        (entry,) = history(session, 1)
    assert (entry.channel, entry.who, entry.as_post, entry.person_id) == ("cli", "Governor", "governor", None)


def test_a_dry_run_says_the_same_and_records_nothing(engine: Engine, capsys):
    told = replied(capsys, "done, minutes attached https://x.example/m", dry_run=True)
    assert (told["intent"], told["asks"]) == ("complete", None)
    assert "reported done by the Governor" in told["text"]
    assert kinds(engine) == []


def test_what_must_be_asked_is_asked_and_nothing_recorded(engine: Engine, capsys):
    told = replied(capsys, "push to mid Feb")
    assert (told["intent"], told["date"]) == ("postpone", "2025-02-15")
    assert "Why?" in told["asks"]
    assert "(I read “mid Feb” as the 15th)" in told["text"]
    assert kinds(engine) == []


def test_whoever_types_a_command_means_it(engine: Engine, capsys):
    told = replied(capsys, "push to mid Feb, no chaplain")
    assert (told["note"], told["asks"]) == ("no chaplain", None)
    assert kinds(engine) == ["postpone"]


def test_others_in_the_same_reply_stand_apart(engine: Engine, capsys):
    told = replied(capsys, "done, and 2 done too")
    assert (told["intent"], told["others"]) == ("complete", [{"ref": "2", "intent": "complete", "date": None}])
    assert (kinds(engine), kinds(engine, "2")) == (["report"], ["report"])


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("nearly there", "progress"), ("not ours, it's GFSL", "not_mine"), ("waiting on funding", "blocked"),
        ("remind me on Friday", "snooze"), ("thanks", "none"), ("when is it due?", "question"), ("undo", "undo"),
        ("minutes https://x.example/m", "note"),
    ],
)  # fmt: skip
def test_every_intent_has_its_name(engine: Engine, capsys, text: str, intent: str):
    told = replied(capsys, text, dry_run=True)
    assert told["intent"] == intent
    assert set(told) == {"intent", "date", "to", "note", "evidence", "others", "asks", "text"}


def test_to_thanks_there_is_nothing_to_record(engine: Engine, capsys):
    assert replied(capsys, "thanks")["text"] == "Nothing to record."
    assert kinds(engine) == []


def test_a_dry_run_does_not_say_that_it_recorded(capsys):
    replying.reply("done", to="Rochester 1", who=None, at=AT, dry_run=True, as_json=False)
    assert capsys.readouterr().out.startswith("Would be recorded: 1 Title 1 reported done")
    assert replied(capsys, "done", dry_run=True)["text"].startswith("Would be recorded: ")


def test_a_refusal_is_printed_once(capsys):
    with pytest.raises(Failed, match="Only the Governor"):
        replying.reply("done", to="Rochester 1", who="Head of Safety", at=AT, dry_run=False, as_json=False)
    assert capsys.readouterr().out == ""


def test_a_hedge_is_asked_about(engine: Engine, capsys):
    told = replied(capsys, "I think that is probably done")
    assert "done, or still going?" in told["asks"]
    assert kinds(engine) == []


def test_who_may_not_is_told_in_a_sentence_and_fails(engine: Engine, capsys):
    with pytest.raises(Failed, match="Only the Governor for Rochester"):
        replying.reply("done", to="Rochester 1", who="Head of Safety", at=AT, dry_run=False, as_json=True)
    assert "Only the Governor" in json.loads(capsys.readouterr().out)["text"]
    assert "Only the Governor" in replied(capsys, "done", who="Head of Safety", dry_run=True)["text"]
    assert kinds(engine) == []


def test_a_post_nobody_holds_an_organisation_and_a_role_can_be_named(engine: Engine, capsys):
    assert "reported done" in replied(capsys, "done", "Rochester 3", who="Gov Facilities Services Ltd")["text"]
    assert "from the coordinator for the Governor" in replied(capsys, "nearly there", who="coordinator")["text"]


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("Rochester", "names 3 actions"), ("Rochester 99", "no action 99"), ("Wandsworth 1", "Wandsworth"),
        ("", "Ask me"), ("Rochester 1-2", "names 2 actions"), ("Rochester overdue GFSL", "names"),
    ],
)  # fmt: skip
def test_what_names_no_one_action_cannot_be_used(engine: Engine, to: str, why: str):
    with pytest.raises(Unusable, match=why):
        replying.reply("done", to=to, who=None, at=AT, dry_run=False, as_json=True)


def test_undo_takes_back_what_the_command_recorded(engine: Engine, capsys):
    replied(capsys, "done")
    replied(capsys, "undo")
    assert kinds(engine) == ["undo", "report"]


def test_an_action_is_shown_whole_to_who_runs_the_machine(engine: Engine, capsys):
    replied(capsys, "done, minutes https://x.example/m")
    showing.show("Rochester 1", who=None, at=AT, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["error"], told["action"]["address"], told["action"]["status"]) == (None, "1", "reported")
    assert told["action"]["evidence"] == ["https://x.example/m"]
    assert [(one["kind"], one["as"], one["status"]) for one in told["history"]] == [
        ("report", "Governor", ["not_started", "reported"])
    ]


def test_what_is_no_one_action_is_an_answer_in_its_error(engine: Engine, capsys):
    for text, code in (("Rochester 99", "no_such_ref"), ("Rochester", "ambiguous")):
        showing.show(text, who=None, at=AT, as_json=True)
        assert json.loads(capsys.readouterr().out)["error"]["code"] == code


def test_what_is_asked_is_plain_words(engine: Engine, capsys):
    assert "\x02" not in replied(capsys, "nearly half done")["asks"]


def test_remind_me_is_said_by_somebody_who_is_reminded(engine: Engine, capsys):
    assert replied(capsys, "remind me on 9 December")["text"].startswith("Only somebody who gets briefs")
