"""Word files and OpenDocument texts of the published plans: whatever people do in either, they read as the plan's text."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from documents.draft import PlanDraft
from documents.reading import read_document
from tests.documents.making import odt, word
from tests.documents.making.alike import facts
from tests.documents.making.layouts import PLANS, Made, published

TODAY = date(2026, 1, 1)

Manner = word.Manner | odt.Manner


def manners(kind: Callable[..., Any]) -> list[Any]:
    """As plain as can be, awkward in each way, and in all at once that go together."""
    ways = [field.name for field in fields(kind) if field.name != "headed"]  # type: ignore[arg-type]  # a dataclass
    return [kind(), *(kind(**{way: True}) for way in ways), kind(**{way: True for way in ways if way != "boxed"})]


def told(manner: Any) -> str:
    """ "odt: tracked", for the test's name."""
    kind = "docx" if isinstance(manner, word.Manner) else "odt"
    return f"{kind}: {' '.join(field.name for field in fields(manner) if getattr(manner, field.name)) or 'plain'}"


@cache
def text_of(name: str, folder: Path) -> PlanDraft:
    return read_document((folder / f"{name}.txt").read_bytes(), name, today=TODAY)


def written(made: Made, manner: Manner) -> PlanDraft:
    content = word.written(made, manner) if isinstance(manner, word.Manner) else odt.written(made, manner)
    return read_document(content, made.name, today=TODAY)


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("manner", [*manners(word.Manner), *manners(odt.Manner)], ids=told)
def test_every_plan_reads_from_every_kind_of_file_as_from_its_text(name: str, manner: Manner, plans_dir: Path) -> None:
    draft = written(published(name, plans_dir), manner)

    assert facts(draft) == facts(text_of(name, plans_dir))
    assert (len(draft.actions), draft.unread, draft.failed) == (PLANS[name], [], [])


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_the_published_file_reads_as_its_text(ending: str, plans_dir: Path) -> None:
    content = (plans_dir / f"rochester-un-2024.{ending}").read_bytes()
    draft = read_document(content, ending, today=TODAY)

    assert facts(draft) == facts(text_of("rochester-un-2024", plans_dir))
    assert [action.place.row for action in draft.actions] == list(range(2, 28))
    assert {(action.place.table, action.place.page) for action in draft.actions} == {(1, None)}


@pytest.mark.parametrize("kind", [word.Manner, odt.Manner], ids=["word", "odt"])
def test_pages_are_told_only_where_the_file_keeps_their_ends(kind: Callable[..., Manner], plans_dir: Path) -> None:
    made = published("rochester-2018", plans_dir)

    pages = [action.place.page or 0 for action in written(made, kind(paged=True)).actions]

    assert pages == sorted(pages)
    assert (pages[0], pages[-1] > 3) == (2, True)  # the introduction is so long that it goes over
    assert {action.place.page for action in written(made, kind()).actions} == {None}
