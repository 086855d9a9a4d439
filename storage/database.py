"""The door to the database: an engine by URL, sessions that read or write, and a schema brought up to date.

SQLite and PostgreSQL behave alike behind `reading` and `writing`:

- `reading` sees one unchanging snapshot, takes no write lock and cannot write (SQLite: a deferred transaction
  with `query_only`; PostgreSQL: REPEATABLE READ, READ ONLY), so the counts of one answer always reconcile;
- `writing` takes SQLite's one write lock at BEGIN (IMMEDIATE), so two writers queue at the door for the busy
  time-out instead of failing halfway; on PostgreSQL rows are locked as they are met.

Python's sqlite3 would begin transactions by its own rules; it is told not to (`isolation_level = None`) and
the BEGIN is sent here. Alembic is imported only when there is something to migrate: a cold command pays for
one query.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from sqlite3 import OperationalError as SqliteError
from typing import Any

from sqlalchemy import event, inspect, make_url, text
from sqlalchemy.engine import URL, Connection, CursorResult, Engine
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.pool import PoolProxiedConnection, StaticPool
from sqlalchemy.sql import Executable
from sqlmodel import Session, Table, create_engine

HEAD = "0007"
MIGRATIONS = Path(__file__).parent / "migrations"

BUSY_SECONDS = 10
CONNECT_SECONDS = 5
STATEMENT_SECONDS = 30
LOCK_SECONDS = 10
STATEMENTS_KEPT = 1_000  # ready to run again, in each SQLite connection: preparing one takes longer than running it
PAGES_KEPT = 64_000  # kibibytes of the file, in each SQLite connection
POOL: dict[str, Any] = {"pool_size": 10, "max_overflow": 0, "pool_timeout": 10, "pool_use_lifo": True}


class SchemaTooNew(Exception):
    """The database was migrated by a newer release: install that one, or restore a backup made before it."""


def open_engine(url: str) -> Engine:
    """An engine for a sqlite:, postgres: or postgresql: URL; nothing is connected yet."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    if parsed.get_backend_name() in ("postgres", "postgresql"):
        return _postgresql(parsed)
    raise ValueError(f"{parsed.get_backend_name()} is no database we know: use a sqlite: or postgresql: URL.")


def _sqlite(url: URL) -> Engine:
    # A database in memory lives and dies with its one connection.
    pool = {"poolclass": StaticPool} if url.database in (None, "", ":memory:") else POOL
    connect = {"timeout": BUSY_SECONDS, "check_same_thread": False, "cached_statements": STATEMENTS_KEPT}
    engine = create_engine(url, connect_args=connect, hide_parameters=True, **pool)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgresql(url: URL) -> Engine:
    limits = f"-c statement_timeout={STATEMENT_SECONDS}s -c lock_timeout={LOCK_SECONDS}s"
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args={"connect_timeout": CONNECT_SECONDS, "options": limits},
        hide_parameters=True,
        pool_pre_ping=True,
        **POOL,
    )


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{PAGES_KEPT}")
    _use_write_ahead_log(connection)


def _use_write_ahead_log(connection: Any) -> None:
    # Made once in a file's life; unlike a statement, the switch does not wait for the file to be free.
    deadline = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] not in ("wal", "memory"):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except SqliteError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _begin_sqlite(connection: Connection) -> None:
    reads_only = connection.get_execution_options().get("reading", False)
    begin(connection.connection, reads_only=reads_only)


def begin(pooled: PoolProxiedConnection, *, reads_only: bool) -> None:
    """SQLite's BEGIN, for reading or for writing."""
    connection: Any = pooled.driver_connection
    # Said only where it changes: each saying makes SQLite prepare all its statements anew.
    if pooled.info.get("query_only") != reads_only:
        connection.execute(f"PRAGMA query_only = {int(reads_only)}")
        pooled.info["query_only"] = reads_only
    connection.execute("BEGIN DEFERRED" if reads_only else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session over one snapshot that cannot write and holds nobody up."""
    options: dict[str, Any] = {"reading": True}
    if engine.dialect.name == "postgresql":
        options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with Session(engine.execution_options(**options)) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session in one transaction: committed at the end, rolled back if anything was raised."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


def execute(
    session: Session,
    statement: Executable,
    values: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
) -> CursorResult[*tuple[Any, ...]]:
    """Run a statement on tables and columns, past the object mapper, after writing what the session holds."""
    session.flush()
    return session.connection().execute(statement, values)


def insert_once(session: Session, table: Table, **values: Any) -> bool:
    """Insert a row unless its key is taken; whether it was. Another's insert of that key is waited for."""
    dialect = session.get_bind().dialect.name
    insert = import_module(f"sqlalchemy.dialects.{dialect}").insert
    new = insert(table).values(**values).on_conflict_do_nothing().returning(*table.primary_key)
    return execute(session, new).first() is not None


def ensure_migrated(engine: Engine) -> None:
    """Bring the schema to ours: one query when it is; refused (SchemaTooNew) when it is ahead of us."""
    found = schema_version(engine)
    if found == HEAD:
        return
    if found is not None and found > HEAD:
        raise SchemaTooNew(f"This database is at version {found} and this release knows {HEAD}: install the newer one.")
    import_module("storage.migrating").upgrade(engine)


def schema_version(engine: Engine) -> str | None:
    """The migration the database is at, like "0001"; None when it has had none."""
    version = text("SELECT version_num FROM alembic_version")
    with engine.execution_options(reading=True).connect() as connection:
        try:
            return connection.execute(version).scalar()
        except (OperationalError, ProgrammingError):
            connection.rollback()
            if not inspect(connection).has_table("alembic_version"):
                return None
            # There by now, if another process made it between the two questions.
            return connection.execute(version).scalar()
