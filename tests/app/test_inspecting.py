"""`actions inspected`: said on the command line, and taken away again."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from app.failing import Unusable
from app.inspecting import inspected
from storage.database import reading, writing
from storage.history import verify
from storage.models import Entry, Plan
from tests.storage.rows import a_plan

LAST = datetime.now(UTC).date() - timedelta(days=90)


def told(engine: Engine) -> date | None:
    with reading(engine) as session:
        plan = session.exec(select(Plan)).one()
        assert verify(session, plan.id or 0) == []
        return plan.inspected_told


def test_it_is_kept_with_the_plan_and_its_history(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    with writing(engine) as session:
        a_plan(session)
    inspected(engine, "rochester-2024", LAST, as_json=False)
    assert capsys.readouterr().out.startswith("Recorded: inspectors were at HMP Rochester until ")
    assert told(engine) == LAST
    inspected(engine, "rochester-2024", None, as_json=True)
    assert json.loads(capsys.readouterr().out) == {"plan": "rochester-2024", "inspected": None, "noted": 2}
    assert told(engine) is None
    with reading(engine) as session:
        assert [(one.kind, one.day, one.who) for one in session.exec(select(Entry))] == [
            ("inspected", LAST, "the operator"), ("inspected", None, "the operator"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "day", "sentence"),
    [
        ("nowhere-2024", LAST, "I hold no plan nowhere-2024: `actions plans` lists the plans."),
        ("rochester-2024", date(2015, 1, 1), "Thursday 1 January 2015 is more than three years past: is the year right?"),
        ("rochester-2024", None, "Nothing is recorded of when inspectors were at HMP Rochester, so there is nothing to remove."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(engine: Engine, key: str, day: date | None, sentence: str) -> None:
    with writing(engine) as session:
        a_plan(session)
    with pytest.raises(Unusable) as refused:
        inspected(engine, key, day, as_json=False)
    assert str(refused.value) == sentence
    assert told(engine) is None
