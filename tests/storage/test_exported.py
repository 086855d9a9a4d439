"""What is written out of a history: when an action was last answered for, as which post, and not what was said."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from storage.database import reading, writing
from storage.exported import SaidRow, last_said, recorded
from storage.history import append
from tests.storage.rows import NOON, a_plan, an_action, happened

DAY = timedelta(days=1)


@pytest.fixture
def actions(engine: Engine) -> tuple[int, int]:
    """The first was reported on the second day, noted on the fourth, which was taken back on the sixth."""
    with writing(engine) as session:
        plan = a_plan(session)
        first, second = an_action(session, plan, 1), an_action(session, plan, 2)
        told = {"as_post": "head of safety", "for_party": "gfsl", "who": "A. Sample", "words": "done"}
        for kind, day, facts in (
            ("loaded", 0, {}),
            ("report", 1, told),
            ("note", 3, {"as_post": "governor"}),
            ("undo", 5, {"undoes": 3}),
        ):
            append(session, plan.id or 0, [happened(kind=kind, at=NOON + day * DAY, action_id=first.id, **facts)])
        return first.id or 0, second.id or 0


def test_what_was_last_said_is_told_by_post_alone(engine: Engine, actions: tuple[int, int]):
    with reading(engine) as session:
        found = last_said(session, actions, NOON + 9 * DAY)

    assert found == {actions[0]: SaidRow(NOON + DAY, "head of safety", "gfsl")}


def test_a_day_past_knows_neither_what_came_later_nor_that_it_was_taken_back(engine: Engine, actions: tuple[int, int]):
    with reading(engine) as session:
        assert last_said(session, actions, NOON + 4 * DAY)[actions[0]] == SaidRow(NOON + 3 * DAY, "governor", None)
        assert last_said(session, actions, NOON) == {}


def test_what_was_never_touched_was_recorded_when_its_plan_was_loaded(engine: Engine, actions: tuple[int, int]):
    first, second = actions
    with reading(engine) as session:
        assert recorded(session, actions, NOON + 9 * DAY) == {first: NOON + 5 * DAY, second: NOON}
        assert recorded(session, actions, NOON + 2 * DAY)[first] == NOON + DAY
