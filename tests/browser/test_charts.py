"""A digest's charts as the workspace draws them: their marks, their figures and the table beside them are one."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bot.slack.charts import BURN_UP, BY_THEME
from bot.slack.sender import opened
from plans.messages import COLOURS, Digest
from tests.browser.conftest import violations, window
from tests.browser.steps import messages
from tests.browser.stub import Stub, stub
from tests.digests import VACANT, VISIT, a_digest, many

CHANNEL = "C0GENERAL"
SAMPLE = a_digest(vacancies=VACANT, visit=VISIT)


@pytest.fixture
def bot() -> Iterator[Stub]:
    with stub() as bot:
        bot.workspace.team.conversations[CHANNEL].members.add(bot.workspace.team.app.user_id)
        yield bot


def shown(browser: Browser, bot: Stub, digest: Digest, width: int = 1280, scheme: str = "light") -> Page:
    async def posted() -> None:
        async with opened(bot.workspace.team.app.bot_token, bot.workspace.api_url) as sender:
            await sender.post(CHANNEL, digest, key=f"digest {digest.week}")

    with ThreadPoolExecutor(1) as apart:  # Playwright has this thread's loop
        apart.submit(lambda: asyncio.run(posted())).result(30)
    page = window(browser, width, color_scheme=scheme).new_page()
    page.goto(bot.workspace.url)
    expect(messages(page)).to_contain_text("fingerprint")
    return page


def cells(table: Locator) -> list[list[str]]:
    rows: list[list[str]] = table.evaluate("t => [...t.rows].map(r => [...r.cells].map(c => c.innerText.trim()))")
    return rows


def drawn(figure: Locator) -> dict[tuple[str, str], int]:
    """What each mark says of itself, by category and series; a bar of nothing is not drawn."""
    found: list[str] = figure.locator("svg title").evaluate_all("all => all.map(each => each.textContent)")
    said = (each.rpartition(": ") for each in found)
    return {(label, value.rpartition(" ")[0]): int(value.rpartition(" ")[2]) for label, _, value in said}


def figures(figure: Locator) -> dict[tuple[str, str], int]:
    figure.get_by_text("Figures").click()
    heading, *rows = cells(figure.get_by_role("table"))
    return {(row[0], name): int(cell) for row in rows for name, cell in zip(heading[1:], row[1:], strict=True)}


@pytest.mark.parametrize("digest", [SAMPLE, many(12, 5)], ids=["sample", "twelve"])
def test_the_bars_the_figures_and_the_table_have_the_same_numbers(browser: Browser, bot: Stub, digest: Digest) -> None:
    page = shown(browser, bot, digest)
    bars = page.get_by_role("figure").filter(has_text=BY_THEME)
    said = figures(bars)
    assert {place: count for place, count in said.items() if count} == drawn(bars)

    heading, *rows = cells(page.get_by_role("table", name="By theme"))
    names = [name.split()[1] for name in heading[1:-1]]
    table = [[int(cell) for cell in row[1:]] for row in rows]
    by_theme = [[said[label, name] for name in names] for label in dict.fromkeys(label for label, _ in said)]
    assert [row[:-1] for row in table] == by_theme
    assert [sum(row[:-1]) for row in table] == [row[-1] for row in table]
    assert [sum(column) for column in zip(*by_theme, strict=True)] == [getattr(digest.counts, name) for name in COLOURS]
    page.context.close()


def test_the_lines_have_the_points_given_and_say_the_last(browser: Browser, bot: Stub) -> None:
    page = shown(browser, bot, SAMPLE)
    lines = page.get_by_role("figure").filter(has_text=BURN_UP)
    said = figures(lines)
    assert said == drawn(lines)
    assert said["4 Feb 25", "Planned"] == 18
    assert lines.locator("svg text").filter(has_text="18").count() == 1
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(380, "light"), (380, "dark"), (1280, "dark")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    browser: Browser, bot: Stub, axe: str, width: int, scheme: str
) -> None:
    page = shown(browser, bot, SAMPLE, width, scheme)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize("digest", [SAMPLE, many(400, 60, long="of many words")], ids=["sample", "sixty themes"])
def test_no_name_lies_on_another(browser: Browser, bot: Stub, digest: Digest) -> None:
    """Names that lean run beside each other: a slot is wider than a line of type is high."""
    page = shown(browser, bot, digest)
    for figure in page.get_by_role("figure").all():
        names = figure.locator("svg > text:not([text-anchor=end]), svg > text[transform]").evaluate_all(
            "all => all.filter(e => e.textContent).map(e => [e.x.baseVal[0].value, e.getComputedTextLength(), !!e.attributes.transform])"
        )
        for (one, width, leans), (other, wide, _) in pairwise(names):
            assert other - one >= (12 if leans else (width + wide) / 2)
    page.context.close()
