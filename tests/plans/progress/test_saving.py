"""“As a page”: the very digest that the button stands under, a draft as it would be now, or a sentence."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from plans.chat import Answered, Asker, Hand, Pressed, Say
from plans.digests import freeze
from plans.messages import Notice, Verb
from plans.progress import acted, writes
from storage.database import reading, writing
from tests.storage.rows import a_plan, an_action

NOW = datetime(2025, 2, 4, 8, 30, tzinfo=UTC)
TUESDAY = date(2025, 2, 4)


def content(session: Session) -> None:
    plan = a_plan(session)
    an_action(session, plan, 1, owners=("Governor",), due=date(2025, 1, 31), original_due=date(2025, 1, 31))
    a_plan(session, "maidstone-2023", live=False)


def press(engine: Engine, query: str) -> Answered | None:
    with reading(engine) as session:
        return acted(session, Pressed(Verb("save", "As a page", query), Asker()), now=NOW, at=NOW)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    with writing(engine) as session:
        content(session)
    return engine


def test_it_changes_nothing() -> None:
    assert not writes(Pressed(Verb("save", "As a page", "1"), Asker()))


def test_of_what_was_sent_it_is_the_very_one(filled: Engine) -> None:
    with writing(filled) as session:
        sent = freeze(session, "rochester", on=TUESDAY, week="2025-W06", now=NOW, words=lambda message: "said")
    handed = press(filled, str(sent.id))

    assert isinstance(handed, Hand)
    assert (handed.digest.number, handed.digest.sha256, handed.digest.draft) == (1, sent.sha256, False)


def test_of_a_draft_it_is_as_it_would_be_now(filled: Engine) -> None:
    handed = press(filled, "rochester 2025-02-04")

    assert isinstance(handed, Hand)
    assert (handed.digest.on, handed.digest.draft, handed.digest.counts.overdue) == (TUESDAY, True, 1)


@pytest.mark.parametrize(
    "query",
    ["", "9999", "rochester", "rochester 2025-02-31", "maidstone 2025-02-04", "nowhere 2025-02-04", "9" * 40],
)
def test_what_there_is_not_is_said_to_be_gone(filled: Engine, query: str) -> None:
    answered = press(filled, query)

    assert isinstance(answered, Say)
    assert isinstance(answered.message, Notice)
    assert answered.message.detail.startswith("That button belongs to an older message.")
