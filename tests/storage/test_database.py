"""The door: what reading and writing promise, on both databases."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, func, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlmodel import SQLModel

from storage.actions import find, plan_keys
from storage.database import (
    STATEMENT_SECONDS,
    ensure_migrated,
    execute,
    insert_once,
    open_engine,
    reading,
    writing,
)
from storage.models import Action, Inbound, Prison
from tests.storage.rows import NOON, Question, a_plan, add, an_action

PRISON = SQLModel.metadata.tables["prison"]


def prisons(session) -> int:
    return execute(session, select(func.count()).select_from(PRISON)).scalar_one()


def test_writing_keeps_what_was_written(engine: Engine):
    with writing(engine) as session:
        add(session, Prison(key="rochester", name="HMP Rochester"))
    with reading(engine) as session:
        assert prisons(session) == 1


def test_writing_keeps_nothing_when_anything_is_raised(engine: Engine):
    def fail() -> None:
        with writing(engine) as session:
            add(session, Prison(key="rochester", name="HMP Rochester"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with reading(engine) as session:
        assert prisons(session) == 0


def test_reading_cannot_write(engine: Engine):
    with reading(engine) as session, pytest.raises(DatabaseError, match=r"readonly|read-only"):
        insert_once(session, PRISON, key="rochester", name="HMP Rochester")


def test_a_connection_that_has_read_may_write_again(engine: Engine):
    for turn in range(3):
        with reading(engine) as session:
            assert prisons(session) == turn
        with writing(engine) as session:
            insert_once(session, PRISON, key=f"prison-{turn}", name="HMP")


def test_a_reader_is_not_held_up_by_a_writer_and_sees_nothing_unfinished(engine: Engine):
    with writing(engine) as writer:
        insert_once(writer, PRISON, key="rochester", name="HMP Rochester")
        began = time.monotonic()
        with reading(engine) as session:
            assert prisons(session) == 0
        assert time.monotonic() - began < 5


def test_a_reader_sees_one_snapshot_however_often_it_looks(engine: Engine):
    with reading(engine) as reader:
        before = prisons(reader)
        with writing(engine) as writer:
            insert_once(writer, PRISON, key="rochester", name="HMP Rochester")
        assert prisons(reader) == before


def test_a_query_sees_what_its_session_has_yet_to_write(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session)
        session.add(Action(plan_id=plan.id, position=1, ref="1", title="Title", text="Text"))
        assert len(find(session, Question(), NOON.date())) == 1


def test_writers_queue_at_the_door_and_lose_nothing(engine: Engine):
    with writing(engine) as session:
        action = an_action(session, a_plan(session)).id

    def raise_version(_: int) -> None:
        with writing(engine) as session:
            row = session.get_one(Action, action, with_for_update=True)
            row.version += 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(raise_version, range(24)))
    with reading(engine) as session:
        assert session.get_one(Action, action).version == 25


def test_foreign_keys_hold(engine: Engine):
    with pytest.raises(IntegrityError), writing(engine) as session:
        an_action(session, a_plan(session), plan_id=999)


def test_a_row_is_inserted_once(engine: Engine):
    with writing(engine) as session:
        assert insert_once(session, PRISON, key="rochester", name="HMP Rochester")
        assert not insert_once(session, PRISON, key="rochester", name="Another")
        assert prisons(session) == 1


def test_a_sqlite_file_is_kept_safe(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'actions.db'}")
    with engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys")
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas] == ["wal", 2, 1]
    engine.dispose()


def test_a_database_in_memory_lasts_as_long_as_its_engine():
    engine = open_engine("sqlite://")
    ensure_migrated(engine)
    with writing(engine) as session:
        a_plan(session)
    with reading(engine) as session:
        assert plan_keys(session, Question()) == ("rochester-2024",)
    engine.dispose()


def test_postgresql_statements_have_a_time_limit(server):
    url = server.create()
    engine = open_engine(url)
    with engine.connect() as connection:
        assert connection.execute(text("SHOW statement_timeout")).scalar() == f"{STATEMENT_SECONDS}s"
    engine.dispose()
    server.drop(url)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_is_understood(scheme: str):
    engine = open_engine(f"{scheme}://actions:secret@db.example/actions")
    assert engine.url.drivername == "postgresql+psycopg"
    assert engine.url.password == "secret"


def test_another_database_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="mysql is no database we know: use a sqlite: or postgresql: URL"):
        open_engine("mysql://localhost/actions")


def test_a_command_on_a_migrated_database_loads_nothing_heavy(migrated_url: str):
    command = f"""
import sys
from storage import actions, history, inbound, models, plans, workspaces
from storage.database import ensure_migrated, open_engine
engine = open_engine({migrated_url!r})
ensure_migrated(engine)
engine.dispose()
print(sorted({{"alembic", "mako", "rich", "typer", "hypothesis"}} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", command],
        capture_output=True,
        text=True,
        env=os.environ,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_a_moment_goes_through_the_door_unchanged(engine: Engine):
    with writing(engine) as session:
        add(session, Inbound(key="event", at=NOON))
    with reading(engine) as session:
        assert session.get_one(Inbound, "event").at == NOON
