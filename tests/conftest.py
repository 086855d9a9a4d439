"""What every test may use: the published plans where they stand and imported, and the hypothesis profiles."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy.engine import Engine

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


FIVE = ("rochester-un-2024", "rochester-2018", "chelmsford-un-2021", "maidstone-2023", "rochester-irp-2025")


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
