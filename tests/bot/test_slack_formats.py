"""The published plan sent in Slack in every format, and files that bite: a preview or a sentence, and everybody answered."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.database import ensure_migrated, open_engine
from tests.bot.importing import Desk, importing, registered
from tests.documents.making import html, odt, pdf, sheet, word
from tests.documents.making.layouts import Made, published
from tests.fakes.small_slack import DIRECT, PERSON
from workspace.server import Workspace

pytestmark = pytest.mark.anyio

WRITERS: dict[str, Callable[[Made], bytes]] = {
    "plan.docx": word.written,
    "plan.odt": odt.written,
    "plan.xlsx": sheet.as_xlsx,
    "plan.csv": sheet.as_csv,
    "plan.html": html.as_html,
    "plan.pdf": lambda made: pdf.written(made, pdf.Manner()),
}


@pytest.fixture
def kept(tmp_path: Path) -> Engine:
    """SQLite is enough: what is read is the same on both."""
    engine = open_engine(f"sqlite:///{tmp_path / 'actions.db'}")
    ensure_migrated(engine)
    registered(engine)
    return engine


@pytest.fixture
async def desk(slack: Workspace, kept: Engine) -> AsyncIterator[Desk]:
    async with importing(slack, kept) as desk:
        yield desk
    kept.dispose()


@pytest.mark.parametrize("name", WRITERS)
async def test_the_plan_of_2024_in_any_format(name: str, desk: Desk, plans_dir: Path):
    content = WRITERS[name](published("rochester-un-2024", plans_dir))
    await desk.send(desk.file(name, content))
    shown = await desk.says("26 actions, 9 themes, 18 owners", seconds=30)
    await desk.press(shown, "Confirm")
    await desk.says("saved as rochester-2024")

    assert desk.actions() == 26


async def test_a_file_that_bites_is_a_sentence_and_everybody_else_is_answered(desk: Desk):
    await desk.send(desk.file("plan.docx", b"PK\x03\x04" + b"\x00" * 5_000))
    await desk.send(desk.file("plan.pdf", b"%PDF-1.7\n" + b"\xff" * 50_000))
    await desk.slack.people.say(PERSON, DIRECT, "help")
    await desk.says("Ask me about prison action plans")
    for name in ("plan.docx", "plan.pdf"):
        told = await desk.says(f"I could not read {name}", seconds=30)
        assert told.text.endswith("Nothing was saved.")
