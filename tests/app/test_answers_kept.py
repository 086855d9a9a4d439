"""What a process keeps between questions is never stale, and is put together as if nothing had been kept."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, Executable, update
from sqlmodel import Session

from plans import asking, meaning
from plans.chat import Asker
from plans.messages import Listing, Message
from storage.conditions import ACTION, OWNER_NAME, PRISON, RECOMMENDATION
from storage.database import execute, open_engine, reading, writing
from storage.prepared import snapshot
from tests.storage.rows import a_plan, an_action

ON = date(2025, 2, 3)
PUBLISHED = (
    "Rochester overdue", "overdue Rochester", "Rochester", "open", "all plans", "Rochester 2018", "GFSL overdue", "safety",
    "Rochester due in November", "Rochester 3-6", "Rochester 2", "Rochester blocked", "Maidstone safety", "Governor open",
    "about drugs", "not overdue", "closed plans Governor", "Rochestor late", "overdue by more than 60 days", "flibber",
    "Rochester 99", "help", "Rochester no date", "due by March",
)  # fmt: skip


def said(engine: Engine, text: str, page: int = 1) -> Message:
    with snapshot(engine) as view:
        return asking.reply(view, text, asker=Asker(), on=ON, page=page)


def listed(engine: Engine, text: str) -> Listing:
    found = said(engine, text)
    assert isinstance(found, Listing)
    return found


@pytest.fixture
def other(engine: Engine, migrated_url: str) -> Iterator[Engine]:
    with writing(engine) as session:
        plan = a_plan(session)
        for position in range(1, 4):
            an_action(session, plan, position, owners=["Governor"], theme="Safety", due=date(2025, 1, position))
    other = open_engine(migrated_url)
    yield other
    other.dispose()


def test_a_status_that_another_process_changes_is_seen_at_once(engine: Engine, other: Engine):
    assert listed(engine, "Rochester overdue").total == 3
    with writing(other) as session:
        execute(session, update(ACTION).where(ACTION.c.position == 2).values(status="done"))
    found = listed(engine, "Rochester overdue")
    assert [line.address for line in found.lines] == ["1", "3"]
    assert found.of == 3


def test_a_due_date_that_another_process_changes_is_seen_at_once(engine: Engine, other: Engine):
    listed(engine, "Rochester overdue")
    with writing(other) as session:
        execute(session, update(ACTION).where(ACTION.c.position == 2).values(due=date(2024, 12, 25)))
    assert [line.days_late for line in listed(engine, "Rochester overdue").lines] == [33, 40, 31]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (update(ACTION).values(title="Another title"), lambda found: found.lines[0].title == "Another title"),
        (
            update(PRISON).values(name="HMP & YOI Rochester"),
            lambda found: found.lines[0].prison == "HMP & YOI Rochester",
        ),
        (update(ACTION).where(ACTION.c.position == 1).values(position=9), lambda found: found.lines[2].address == "1"),
    ],
)
def test_what_another_process_prints_anew_is_seen_at_once(
    engine: Engine, other: Engine, change: Executable, expected: Callable[[Listing], bool]
):
    assert not expected(listed(engine, "Rochester overdue"))
    with writing(other) as session:
        execute(session, change)
    assert expected(listed(engine, "Rochester overdue"))


def test_names_that_another_process_adds_are_understood_at_once(engine: Engine, other: Engine):
    assert not isinstance(said(engine, "Leeds"), Listing)
    with writing(other) as session:
        an_action(session, a_plan(session, "leeds-2024"), owners=["Catering Manager"], theme="Kitchens")
    for text in ("Leeds", "Catering Manager", "theme Kitchens"):
        assert listed(engine, text).total == 1
    with writing(other) as session:
        execute(session, update(RECOMMENDATION).where(RECOMMENDATION.c.theme == "Kitchens").values(theme="Food"))
        execute(session, update(OWNER_NAME).where(OWNER_NAME.c.printed == "Catering Manager").values(printed="Cook"))
    assert listed(engine, "theme Food").total == 1
    assert listed(engine, "owner Cook").total == 1


def test_a_writer_sees_what_it_has_written_and_keeps_none_of_it(engine: Engine, other: Engine):
    with Session(other) as session:
        an_action(session, a_plan(session, "leeds-2024"))
        mine = asking.reply(session, "Leeds", asker=Asker(), on=ON)
        session.rollback()
    assert isinstance(mine, Listing)
    assert not isinstance(said(other, "Leeds"), Listing)


@pytest.mark.parametrize("text", PUBLISHED)
def test_a_kept_answer_is_the_one_that_a_new_reader_gives(published: Engine, text: str):
    with reading(published) as session:
        anew = asking.answer(session, text, asker=Asker(), on=ON).message
    assert [said(published, text), said(published, text)] == [anew, anew]


@pytest.mark.parametrize(
    "text", ["open", "all plans", "Rochester", "GFSL overdue", "Governor", "safety", "closed plans"]
)
def test_a_list_is_the_same_whether_its_rows_are_few_or_many(
    published: Engine, text: str, monkeypatch: pytest.MonkeyPatch
):
    few = [said(published, text, page) for page in (1, 2, 3)]
    monkeypatch.setattr(asking, "FEW", 0)
    meaning.read.cache_clear()
    meaning.meaning_of.cache_clear()
    assert [said(published, text, page) for page in (1, 2, 3)] == few


def test_pages_put_end_to_end_are_the_whole_list(published: Engine):
    with reading(published) as session:
        rows = asking.answer(session, "all plans", asker=Asker(), on=ON).rows
    first = said(published, "all plans")
    assert isinstance(first, Listing)
    assert first.pages > 1
    pages = [said(published, "all plans", page) for page in range(1, first.pages + 1)]
    told = [(line.plan, line.title) for page in pages if isinstance(page, Listing) for line in page.lines]
    assert told == [(row.plan, row.title) for row in rows]


def test_another_day_is_another_answer(engine: Engine, other: Engine):
    listed(engine, "Rochester")
    with snapshot(engine) as view:
        later = asking.reply(view, "Rochester", asker=Asker(), on=datetime(2025, 3, 3, tzinfo=UTC).date())
    assert isinstance(later, Listing)
    assert later.lines[0].days_late == 61
