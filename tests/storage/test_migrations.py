"""Migrations and models agree; migrating is safe to repeat, to race and to ship."""

import json
import re
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.event import listen
from sqlmodel import SQLModel, select

from storage.database import HEAD, SchemaTooNew, ensure_migrated, open_engine, schema_version, writing
from storage.history import START, append, verify
from storage.migrating import configuration, downgrade, upgrade
from storage.models import Action
from tests.storage.rows import a_plan, happened

ROOT = Path(__file__).parents[2]


def scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(configuration())


def test_there_is_one_head_and_the_release_knows_it():
    assert scripts().get_heads() == [HEAD]


def test_every_migration_is_numbered_in_its_file_name():
    revisions = list(scripts().walk_revisions())
    numbers = [f"{number:04}" for number in range(len(revisions), 0, -1)]
    assert [revision.revision for revision in revisions] == numbers
    assert [Path(revision.path).name[:4] for revision in revisions] == numbers


def test_an_empty_database_is_migrated_to_what_the_models_say(empty: Engine):
    ensure_migrated(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_migrations_make_every_constraint_and_index_that_the_models_do(empty: Engine):
    ensure_migrated(empty)
    with empty.begin() as connection:
        migrated = described(connection)
    downgrade(empty, "base")
    with empty.begin() as connection:
        SQLModel.metadata.create_all(connection)
        assert described(connection) == migrated


def described(connection: Connection) -> dict[str, dict[str, Any]]:
    """Every table as the database tells it back, in no particular order."""
    found = inspect(connection)
    tells = (
        found.get_columns, found.get_pk_constraint, found.get_foreign_keys, found.get_unique_constraints,
        found.get_check_constraints, found.get_indexes,
    )  # fmt: skip
    return {
        table: {tell.__name__: in_order(tell(table)) for tell in tells}
        for table in found.get_table_names()
        if table != "alembic_version"
    }


def in_order(told: Any) -> Any:
    return sorted(map(plainly, told)) if isinstance(told, list) else plainly(told)


def plainly(told: Any) -> str:
    """As text, without where in memory the condition of a partial index stands."""
    return re.sub(r"<\S+TextClause object at \w+>", "a condition", repr(told))


def test_a_database_goes_down_and_up_again(empty: Engine):
    ensure_migrated(empty)
    downgrade(empty, "base")
    assert schema_version(empty) is None
    assert inspect(empty).get_table_names() == ["alembic_version"]
    ensure_migrated(empty)
    assert schema_version(empty) == HEAD


def test_a_database_with_answers_does_not_go_back_to_where_they_cannot_be_kept(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session)
        append(session, plan.id or 0, [happened(to_due=date(2025, 6, 30))])
    with pytest.raises(RuntimeError, match="restore the copy"):
        downgrade(engine, "0003")
    with writing(engine) as session:
        assert (schema_version(engine), verify(session, 1)) == (HEAD, [])


def test_migrating_twice_changes_nothing(empty: Engine):
    upgrade(empty)
    upgrade(empty)
    ensure_migrated(empty)
    assert schema_version(empty) == HEAD


def test_a_schema_newer_than_the_release_is_refused_in_a_sentence(engine: Engine):
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    sentence = f"This database is at version 9999 and this release knows {HEAD}: install the newer one."
    with pytest.raises(SchemaTooNew, match=sentence):
        ensure_migrated(engine)


def test_a_migration_that_fails_leaves_the_database_as_it_was(empty: Engine, monkeypatch: pytest.MonkeyPatch):
    with empty.begin() as connection:
        connection.execute(text("CREATE TABLE workspace (id INTEGER)"))
    with pytest.raises(Exception, match="already exists"):
        ensure_migrated(empty)
    assert inspect(empty).get_table_names() == ["workspace"]


def migrate(url: str) -> str | None:
    engine = open_engine(url)
    ensure_migrated(engine)
    version = schema_version(engine)
    engine.dispose()
    return version


def test_processes_that_migrate_one_empty_database_at_once_all_succeed(url: str):
    with ProcessPoolExecutor(3, mp_context=get_context("forkserver")) as pool:
        assert list(pool.map(migrate, [url] * 3)) == [HEAD] * 3


def test_a_schema_that_another_made_while_we_asked_for_its_version_is_found(empty: Engine, url: str):
    """The table is missing when we ask for the version, and there when we ask for the table."""

    def overtaken(_: ExceptionContext) -> None:
        migrate(url)

    listen(empty, "handle_error", overtaken, once=True)
    assert schema_version(empty) == HEAD


def test_migrations_run_from_an_installed_wheel(tmp_path: Path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    ZipFile(wheel).extractall(installed)
    command = """
import storage
from storage.database import ensure_migrated, open_engine, schema_version
engine = open_engine("sqlite:///new.db")
ensure_migrated(engine)
print(storage.__file__, schema_version(engine))
engine.dispose()
"""
    run = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(installed)!r})\n{command}"]
    done = subprocess.run(run, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.split() == [str(installed / "storage" / "__init__.py"), HEAD]


def test_what_was_recorded_before_answers_were_keeps_its_history_and_its_dates(empty: Engine):
    """An entry written by version 0003, in the canonical text of its time."""
    facts = {
        "action_id": 1, "as_post": None, "at": "2024-11-05T12:00:00.000000+00:00", "channel": "import",
        "from_status": None, "kind": "loaded", "plan_id": 1, "seq": 1, "to_status": "not_started", "who": None,
        "words": None,
    }  # fmt: skip
    canonical = json.dumps(facts, sort_keys=True, separators=(",", ":"))
    link = sha256((START + canonical).encode()).hexdigest()
    upgrade(empty, "0003")
    with empty.begin() as connection:
        for statement in (
            "INSERT INTO prison (id, key, name) VALUES (1, 'rochester', 'HMP Rochester')",
            "INSERT INTO plan (id, key, prison_id, title, kind, year, live, loaded_at) VALUES"
            " (1, 'rochester-2024', 1, 'Plan', 'inspection', 2024, true, '2024-11-05 12:00:00')",
            "INSERT INTO action (id, plan_id, position, ref, step, title, text, stems, folded, due, standing, links, status, version)"
            " VALUES (1, 1, 1, '1', '', 'Title', 'Text', ' ', '', '2024-11-30', false, '[]', 'not_started', 1)",
        ):
            connection.execute(text(statement))
        entry = {"previous": START, "hash": link, "canonical": canonical, "at": "2024-11-05 12:00:00.000000"}
        connection.execute(
            text(
                "INSERT INTO entry (plan_id, action_id, seq, at, kind, channel, to_status, canonical, previous, hash) VALUES"
                " (1, 1, 1, :at, 'loaded', 'import', 'not_started', :canonical, :previous, :hash)"
            ),
            entry,
        )
        connection.execute(text("INSERT INTO chain (plan_id, seq, hash) VALUES (1, 1, :hash)"), {"hash": link})
    upgrade(empty)
    with writing(empty) as session:
        assert verify(session, 1) == []
        append(session, 1, [happened("Words", action_id=1, from_due=date(2024, 11, 30))])
        assert verify(session, 1) == []
        action = session.exec(select(Action)).one()
        assert (action.original_due, action.slips) == (date(2024, 11, 30), 0)
