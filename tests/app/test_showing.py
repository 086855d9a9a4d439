"""`actions show REF --source`: for scripts, which page, table and row print what."""

import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from app import showing
from storage.database import writing
from storage.models import Plan, Source
from tests.storage.rows import a_plan, an_action

AT = datetime(2024, 12, 2, 10, 42, tzinfo=UTC)
HERE = {"page": 2, "table": 1, "row": 6}


@pytest.fixture(autouse=True)
def plan(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "database", lambda: engine)
    with writing(engine) as session:
        made = a_plan(session)
        an_action(session, made, 1, step="ii", owner_cell="Governor", due=date(2024, 11, 30), places={"text": [HERE]})
        for file, day in (("first.txt", 1), ("second.docx", 2)):
            at = datetime(2024, 11, day, tzinfo=UTC)
            session.add(Source(plan_id=made.id, file=file, sha256=str(day) * 64, read_at=at))


def test_each_part_has_its_words_and_its_places_and_the_file_is_the_newest(capsys: pytest.CaptureFixture[str]):
    showing.show("Rochester 1ii", who=None, at=AT, source=True, as_json=True)

    told = json.loads(capsys.readouterr().out)
    assert told["action"] == {"plan": "rochester-2024", "ref": "1", "step": "ii", "title": "Title 1"}
    assert (told["source"]["file"], told["source"]["sha256"]) == ("second.docx", "2" * 64)
    assert told["source"]["parts"] == {
        "text": {"words": "Text 1", "places": [HERE]},
        "owner": {"words": "Governor", "places": []},
    }
    assert "Action (page 2, table 1, row 6):\n  Text 1" in told["text"]


def test_what_is_no_one_action_is_an_answer_in_its_error(capsys: pytest.CaptureFixture[str]):
    showing.show("Rochester 99", who=None, at=AT, source=True, as_json=True)

    told = json.loads(capsys.readouterr().out)
    assert told["error"]["code"] == "no_such_ref"
    assert "source" not in told


def test_of_several_actions_it_says_which_can_be_named(engine: Engine, capsys: pytest.CaptureFixture[str]):
    with writing(engine) as session:
        made = session.exec(select(Plan)).one()
        for number in range(2, 11):
            an_action(session, made, number, step="2")

    showing.show("Rochester", who=None, at=AT, as_json=False)

    assert capsys.readouterr().out == (
        "That names 10 actions of rochester-2024: 1ii, 2/2, 3/2, 4/2, 5/2, 6/2, 7/2, 8/2 and 2 more."
        ' Name one with its prison, as in: actions show "Rochester 5".\n'
    )
