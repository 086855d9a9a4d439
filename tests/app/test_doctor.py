"""What `actions doctor` finds, and what `actions blank` removes: over a database of its own."""

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, text

from app.blanking import blank
from app.doctoring import examine
from app.failing import Unusable
from app.settings import Settings
from plans.digest.weekly import week
from plans.digests import freeze
from storage.database import reading, writing
from storage.entries import history
from storage.history import append, verify
from storage.models import Channel, Delivery
from tests.storage import ledger
from tests.storage.channels import a_channel
from tests.storage.register import a_delivery, a_holding
from tests.storage.rows import NOON, a_plan, add, an_action, happened

SETTINGS = Settings.model_validate({"SLACK_BOT_TOKEN": "xoxb-not-to-be-shown"})


@pytest.fixture
def held(engine: Engine) -> Engine:
    """A plan with three entries; the Governor is registered without an account, the Head of Safety is not."""
    with writing(engine) as session:
        plan = a_plan(session)
        first = an_action(session, plan, 1, owners=("Governor",))
        an_action(session, plan, 2, owners=("Head of Safety",))
        an_action(session, plan, 3, owners=("Works Department",))
        a_holding(session, "Governor", "A. Sample")
        append(session, plan.id or 0, [happened("Words", action_id=first.id) for _ in range(3)])
    return engine


def examined(engine: Engine, capsys: Any, code: int = 0) -> dict[str, Any]:
    assert examine(engine, SETTINGS, as_json=True) == code
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_sound_database_is_said_to_be(held: Engine, capsys: Any) -> None:
    found = examined(held, capsys)
    assert found["ok"] is True
    assert found["plans"] == [{"id": "rochester-2024", "entries": 3, "breaks": []}]
    assert found["settings"] == {"SLACK_BOT_TOKEN": True, "SLACK_SIGNING_SECRET": False, "SLACK_APP_TOKEN": False}
    assert "xoxb" not in json.dumps(found)
    assert "rochester-2024: 3 entries, and the history holds." in found["text"]
    assert "No delivery is in doubt." in found["text"]


def test_who_is_missing_is_said(held: Engine, capsys: Any) -> None:
    text_ = examined(held, capsys)["text"]
    assert "Nobody is registered as Head of Safety of HMP Rochester: 1 open action waits on that" in text_
    assert "Nobody is registered for Works Department at HMP Rochester: 1 open action waits on that" in text_
    assert "Governor" not in text_


def test_digests_that_nobody_gets_or_that_may_not_have_arrived_are_said(held: Engine, capsys: Any) -> None:
    missing = "No channel gets HMP Rochester's weekly digest: actions channels add Rochester CHANNEL --for digest."
    assert missing in examined(held, capsys)["text"]
    with writing(held) as session:
        place = ledger.a_workspace(session)
        a_channel(session, place, "C1")
        lost = session.get_one(Channel, a_channel(session, place, "C2"))
        lost.active, lost.why = False, "the channel is archived (is_archived)"
        week = {"kind": "digest", "occasion": "2025-W06", "day": date(2025, 2, 4), "workspace_id": place}
        add(session, Delivery(**week, recipient="channel 1", channel_id=1, state="unknown", why="missing_scope"))
    found = examined(held, capsys)
    assert missing not in found["text"]
    assert "#c2 does not get HMP Rochester's digest any more: the channel is archived (is_archived)." in found["text"]
    assert "digest of 4 February 2025 may or may not have arrived in #c1: missing_scope." in found["text"]
    assert [one["week"] for one in found["channels"]["in_doubt"]] == ["2025-W06"]


def test_deliveries_in_doubt_are_counted(held: Engine, capsys: Any) -> None:
    with writing(held) as session:
        for number in (1, 2):
            a_delivery(session, f"person {number}", NOON.date(), state="undeliverable")
    found = examined(held, capsys)
    assert found["deliveries"] == {"undeliverable": 2}
    assert "2 deliveries could not be delivered." in found["text"]


def test_a_broken_history_is_told_with_its_place_and_fails(held: Engine, capsys: Any) -> None:
    off = {"sqlite": "DROP TRIGGER entry_unchanged", "postgresql": "ALTER TABLE entry DISABLE TRIGGER USER"}
    with writing(held) as session:
        session.connection().execute(text(off[held.dialect.name]))
        session.connection().execute(text("UPDATE entry SET words = 'Other words' WHERE seq = 2"))
    found = examined(held, capsys, code=1)
    assert found["plans"][0]["breaks"] == [{"seq": 2, "reason": "its words were altered"}]
    assert "rochester-2024: the history does not hold at entry 2: its words were altered." in found["text"]


def test_words_are_removed_from_the_command_line_and_it_is_noted(held: Engine, capsys: Any) -> None:
    blank(held, "rochester-2024", 2, as_json=False)
    assert capsys.readouterr().out == "The words of entry 2 of rochester-2024 are gone, and entry 4 says so.\n"
    with reading(held) as session:
        entries = history(session, 1)
        assert [(one.seq, one.kind, one.blanked) for one in entries][:3] == [
            (4, "blank", False), (3, "noted", False), (2, "noted", True),
        ]  # fmt: skip
        assert verify(session, 1) == []


@pytest.mark.parametrize(("plan", "seq"), [("rochester-2024", 9), ("bedford-2024", 1)])
def test_an_entry_that_is_not_there_cannot_be_blanked(held: Engine, plan: str, seq: int) -> None:
    with pytest.raises(Unusable, match=f"The history of {plan} has no entry {seq} about an action"):
        blank(held, plan, seq, as_json=False)


def test_words_that_are_gone_are_not_removed_twice(held: Engine) -> None:
    blank(held, "rochester-2024", 2, as_json=False)
    with pytest.raises(Unusable, match="There are no words there to remove"):
        blank(held, "rochester-2024", 2, as_json=False)


def test_a_digest_that_was_altered_or_removed_is_named(held: Engine, capsys: Any) -> None:
    with writing(held) as session:
        for day in (date(2025, 2, 4), date(2025, 2, 11), date(2025, 2, 18)):
            freeze(session, "rochester", on=day, week=week(day), now=NOON, words=lambda _: "Two are late.")
    assert examined(held, capsys)["digests"] == []
    with writing(held) as session:
        session.connection().execute(text("UPDATE digest SET text = 'None is late.' WHERE number = 3"))
        session.connection().execute(text("DELETE FROM digest WHERE number = 2"))
    found = examined(held, capsys, code=1)
    assert found["ok"] is False
    assert [(one["of"], one["number"], one["why"]) for one in found["digests"]] == [
        ("HMP Rochester", 2, "missing"), ("HMP Rochester", 3, "altered"),
    ]  # fmt: skip
    assert "Digest 3 of HMP Rochester is not as it was sent" in found["text"]


@pytest.mark.parametrize("body", ["{}", "", '{"prison": 3}', "[]"])
def test_a_digest_whose_facts_are_none_is_named_too(held: Engine, capsys: Any, body: str) -> None:
    with writing(held) as session:
        freeze(session, "rochester", on=date(2025, 2, 4), week="2025-W06", now=NOON, words=lambda _: "Two are late.")
        session.connection().execute(text("UPDATE digest SET body = :body"), {"body": body})
    assert [one["why"] for one in examined(held, capsys, code=1)["digests"]] == ["altered"]
