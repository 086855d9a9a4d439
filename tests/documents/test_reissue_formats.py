"""The same plan in another format is the same plan: nothing changes but where its words stand."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import col, func, select

from documents.draft import PlanDraft
from documents.intake import File, Loaded, load
from documents.reading import read_document
from storage.database import ensure_migrated, open_engine, reading, writing
from storage.models import Action, Entry, Plan, Source
from tests.documents.making import html, odt, pdf, sheet, word
from tests.documents.making.layouts import published

NAMES = ("rochester-un-2024", "rochester-2018", "chelmsford-un-2021", "maidstone-2023")
FORMATS = {
    "docx": word.written,
    "odt": odt.written,
    "xlsx": sheet.as_xlsx,
    "html": html.as_html,
}


def taken(engine: Engine, content: bytes, name: str) -> tuple[PlanDraft, Loaded]:
    draft = read_document(content, name, today=date(2026, 1, 1))
    with writing(engine) as session:
        file = File(name, sha256(content).hexdigest())
        return draft, load(session, draft, file, at=datetime(2025, 2, 1, tzinfo=UTC))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_plan_in_every_format_changes_nothing(name: str, plans_dir: Path, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'actions.db'}")
    ensure_migrated(engine)
    _, first = taken(engine, (plans_dir / f"{name}.txt").read_bytes(), f"{name}.txt")
    made = published(name, plans_dir)
    formats = FORMATS | ({"pdf": lambda made: pdf.written(made, pdf.Manner())} if name == NAMES[0] else {})
    for kind, write in formats.items():
        draft, again = taken(engine, write(made), f"{name}.{kind}")
        assert again.differences == [], kind
        assert (again.plan, again.changes) == (
            first.plan, {"added": 0, "changed": 0, "removed": 0, "unchanged": first.changes["added"]},
        ), kind  # fmt: skip
        assert draft.actions[0].places
    with reading(engine) as session:
        assert len(session.exec(select(Plan)).all()) == 1
        assert len(session.exec(select(Source)).all()) == len(formats) + 1
        assert session.exec(select(func.count(col(Entry.id)))).one() == first.changes["added"] + 1
        assert all(row.version == 1 for row in session.exec(select(Action)))
        assert all(row.places["text"][0] != {} for row in session.exec(select(Action)))
    engine.dispose()
