"""The page of a week in a real browser, opened from a file as whoever was sent it opens it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.page import page as drawn
from plans.messages import COLOURS, Digest
from tests.browser.conftest import violations, window
from tests.browser.steps import ask, go_to, open_app, said, saying
from tests.digests import BEFORE, JUDGED, TUESDAY, VACANT, VISIT, a_digest, a_line, many

LONG = "Reallyverylongunbrokenwordthatnobodywouldwrite " * 2


def colourful() -> Digest:
    """One of each colour, what slipped, what is asked for; titles and owners as long as they come."""
    return a_digest(
        [
            a_line("8", waits=("extension",)),
            a_line("12", slips=2, original_due=BEFORE, title=LONG[:80], owners=(LONG, "GFSL"), theme=LONG),
            a_line("16"),
            a_line("5", status="done"),
            a_line("7"),
            a_line("20", status="reported", due=TUESDAY),
        ],
        visit=VISIT,
        vacancies=VACANT,
        judgements=JUDGED,
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {"sample": a_digest(), "colourful": colourful(), "none": a_digest([]), "many": many(400, 30)}
    for name, digest in made.items():
        (folder / f"{name}.html").write_text(drawn(digest), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


class Opened:
    """A page, and whatever it asked for or complained of."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda said: self.complaints.append(said.text))
        page.goto(file.as_uri())


@pytest.fixture(params=["sample", "colourful", "none", "many"])
def file(request: pytest.FixtureRequest, files: dict[str, Path]) -> Path:
    return files[request.param]


@pytest.fixture
def sample(browser: Browser, files: dict[str, Path]) -> Iterator[Page]:
    with window(browser) as context:
        yield Opened(context.new_page(), files["colourful"]).page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1280])
def test_axe_finds_nothing_nothing_is_wider_than_the_window_and_nothing_is_asked_for(
    browser: Browser, axe: str, file: Path, width: int, scheme: Any
) -> None:
    with window(browser, width, color_scheme=scheme) as context:
        opened = Opened(context.new_page(), file)

        assert violations(opened.page, axe) == []
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.asked == [file.as_uri()]
        assert opened.complaints == []


def numbers(page: Page, name: str) -> list[list[str]]:
    """The rows of the table of that caption."""
    table = page.get_by_role("table", name=name)
    return [row.locator("th, td").all_inner_texts() for row in table.locator("tbody tr").all()]


def test_the_bars_have_the_numbers_of_their_table_and_that_adds_up(sample: Page) -> None:
    told = numbers(sample, "Actions of each theme by colour")
    bars = sample.locator("svg .bar").all()
    assert len(bars) == len(told) > 1
    for bar, (_, *counts, total) in zip(bars, told, strict=True):
        parts = {part.get_attribute("data-colour"): part for part in bar.locator("rect").all()}
        drawn = {colour: int(part.get_attribute("data-count") or 0) for colour, part in parts.items()}
        assert [drawn.get(colour, 0) for colour in COLOURS] == list(map(int, counts))
        assert sum(drawn.values()) == int(total) == int(bar.locator(".total").text_content() or 0)

    *_, last = sample.get_by_role("table", name="Actions of each theme by colour").locator("tr").all()
    _, *sums, whole = last.locator("th, td").all_inner_texts()
    assert [sum(int(row[at]) for row in told) for at in range(1, 6)] == list(map(int, sums))
    assert sum(map(int, sums)) == int(whole) == len(numbers(sample, "All 6 actions by theme")) - len(told)


def test_the_lines_have_the_numbers_of_their_table(sample: Page) -> None:
    told = numbers(sample, "Actions planned and confirmed by the end of each day")
    planned = [each.get_attribute("data-count") for each in sample.locator("figure > svg .at-planned").all()]
    confirmed = [each.get_attribute("data-count") for each in sample.locator("figure > svg .at-confirmed").all()]

    assert (planned, confirmed) == ([row[1] for row in told], [row[2] for row in told])


def test_a_screen_reader_hears_what_a_chart_shows_and_where_the_numbers_are(sample: Page) -> None:
    for name in ("Actions of each theme by colour", "Actions planned and confirmed over time"):
        expect(sample.get_by_role("img", name=name)).to_have_accessible_description(re.compile("table below"))


def test_the_skip_link_comes_first_and_leads_to_the_week(sample: Page) -> None:
    sample.keyboard.press("Tab")
    link = sample.get_by_role("link", name="Skip to the week")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    sample.keyboard.press("Enter")
    expect(sample.get_by_role("main")).to_be_focused()


def test_a_phone_shows_each_action_on_its_own_with_what_each_date_is(browser: Browser, files: dict[str, Path]) -> None:
    with window(browser, 380) as context:
        page = Opened(context.new_page(), files["sample"]).page
        row = page.get_by_role("row").filter(has_text="Curriculum review")

        expect(row.get_by_role("cell")).to_have_count(5)
        expect(row.get_by_role("rowheader")).to_have_text("12")
        assert "Due: " in page.evaluate("getComputedStyle(document.querySelector('td.due'), '::before').content")


def test_whoever_asks_for_it_in_chat_finds_it_in_their_direct_messages(page: Page) -> None:
    go_to(page, "2025-02-04")
    ask(page, "/actions Rochester digest")
    page.get_by_role("button", name="As a page").last.click()
    said(page, "I have sent you the page as a file, in our direct messages.")
    open_app(page)

    expect(saying(page, re.compile(r"rochester-(?:draft|digest)-\d+\.html"))).to_have_count(1)


def test_it_prints_on_paper_without_what_paper_has_no_use_for(browser: Browser, files: dict[str, Path]) -> None:
    with window(browser, color_scheme="dark") as context:
        page = Opened(context.new_page(), files["many"]).page
        page.emulate_media(media="print")

        expect(page.get_by_role("navigation")).to_be_hidden()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.actions thead')).display") == "table-header-group"
        )
        assert page.evaluate("getComputedStyle(document.querySelector('.actions tbody tr')).breakInside") == "avoid"
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type /Page\b", printed)) > 5
        assert set(re.findall(rb"/MediaBox \[0 0 (\d+)[\d.]* (\d+)", printed)) <= {(b"594", b"841"), (b"595", b"842"), (b"595", b"841"), (b"594", b"842")}  # fmt: skip
