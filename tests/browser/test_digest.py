"""What leaders see in their channel: the sample's digest after the scripted quarter (tests/quarter.py, docs/digest.md),
in charts, in a table, in words, with the same numbers; and the list behind each."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.app.test_command_line import Actions
from tests.browser.conftest import violations, window
from tests.browser.quartered import quarter
from tests.browser.steps import ask, be, go_to, messages, open_app, open_menu, said, saying
from tests.quarter import fill

COLOURS = ("red", "amber", "green", "blue", "grey")
HEADLINE = "HMP Rochester, week 6: 7 of 26 actions are late, 1 more than last week"
STANDING = re.compile("10 red.*5 amber.*5 green.*5 blue.*1 grey.*= 26", re.DOTALL)
CHARTS, TABLE = "data_visualization", ("data_table", "table")


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """One for all that only look."""
    with quarter() as address:
        yield address


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The same week as `actions digest --json` has it, of a database of its own."""
    actions = Actions(tmp_path_factory.mktemp("digest"))
    fill(f"sqlite:///{actions.folder / 'actions.db'}")
    return actions.json("digest", "Rochester", "--on", "2025-02-04")


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    with window(browser) as context:
        page = context.new_page()
        page.goto(served)
        yield page


def open_leadership(page: Page) -> None:
    open_menu(page)
    page.get_by_role("link", name="leadership").click()


def on_tuesday(page: Page) -> Locator:
    """The digest as it was posted, once the calendar has come to its day."""
    if "4 February 2025" not in page.locator("#now").inner_text():
        go_to(page, "2025-02-04")
    open_leadership(page)
    posted = saying(page, HEADLINE).first
    expect(posted).to_contain_text("Digest 14")
    return posted


def figures(message: Locator) -> dict[str, list[list[str]]]:
    """The rows of every chart's figures by its title, and of the table as ""."""
    read = """node => {
        const rows = table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent.trim()));
        const charts = [...node.querySelectorAll("figure")].map(
            figure => [figure.querySelector("figcaption").textContent.trim(), rows(figure.querySelector("table"))]);
        const tables = [...node.querySelectorAll("table")].filter(table => !table.closest("figure"));
        return [...charts, ...tables.map(table => ["", rows(table)])];
    }"""
    return dict(message.evaluate(read))


def whole_table(message: Locator) -> list[list[str]]:
    """The table with all its pages."""
    rows = figures(message)[""]
    on = message.get_by_role("button", name="Next", exact=True)
    while on.count() and on.get_attribute("aria-disabled") != "true":
        on.click()
        rows += figures(message)[""][1:]
    return rows


def by_name(rows: list[list[str]]) -> dict[str, list[int]]:
    """Each row's five colours."""
    return {row[0]: [int(cell) for cell in row[1:6]] for row in rows[1:]}


def themes(digest: Any) -> dict[str, list[int]]:
    return {row["theme"]: [row[colour] for colour in COLOURS] for row in digest["by_theme"]}


# --- the channel, the charts, the table --------------------------------------------------------------------------


def test_on_tuesday_morning_the_digest_stands_in_the_leaders_channel_once(page: Page) -> None:
    posted = on_tuesday(page)
    expect(posted).to_contain_text(STANDING)
    expect(saying(page, "Digest 14")).to_have_count(1)


def test_the_charts_the_table_and_the_command_line_have_the_same_numbers(page: Page, digest: Any) -> None:
    posted = on_tuesday(page)
    read = figures(posted)
    assert len(read) == 3, list(read)
    drawn, planned = (rows for title, rows in read.items() if title)
    told = themes(digest)
    table = by_name(whole_table(posted))
    # Labels of a chart are cut at twenty characters; their order is the plan's, as the table's is.
    assert list(by_name(drawn).values()) == list(table.values()) == list(told.values())
    assert list(table) == list(told)
    assert all(name.startswith(label.rstrip("….")) for label, name in zip(by_name(drawn), told, strict=True))
    assert [sum(column) for column in zip(*told.values(), strict=True)] == [digest["counts"][name] for name in COLOURS]
    assert planned[-1][1:] == ["18", "5"]  # docs/digest.md, the burn-up


def test_the_bars_are_as_high_as_their_figures(page: Page) -> None:
    """What an eye reads: every bar has its theme, its colour and its figure, and is so many units high."""
    posted = on_tuesday(page)
    rows = by_name(next(rows for title, rows in figures(posted).items() if title))
    drawn = (
        posted.locator("figure")
        .first.locator("rect")
        .evaluate_all("bars => bars.map(bar => [bar.textContent.trim(), Number(bar.getAttribute('height'))])")
    )
    told = {
        f"{name}: {colour.capitalize()} {n}": n
        for name, row in rows.items()
        for colour, n in zip(COLOURS, row, strict=True)
    }
    assert {title for title, _ in drawn} == {title for title, n in told.items() if n}
    unit = sum(height for _, height in drawn) / 26
    assert all(abs(height / unit - told[title]) < 0.01 for title, height in drawn)


def test_asked_for_by_command_it_says_the_same_to_the_asker_alone(page: Page) -> None:
    on_tuesday(page)
    open_menu(page)
    page.get_by_role("link", name="action-plan").click()
    ask(page, "/actions Rochester digest")
    said(page, HEADLINE)
    expect(saying(page, HEADLINE).last).to_contain_text(STANDING)
    be(page, "Head of Safety")
    expect(page.get_by_role("textbox", name="Message", exact=True)).to_be_visible()
    expect(saying(page, HEADLINE)).to_have_count(0)


# --- the lists behind the numbers ---------------------------------------------------------------------------------


def test_the_number_of_what_is_late_opens_a_list_of_as_many(page: Page, digest: Any) -> None:
    posted = on_tuesday(page)
    posted.get_by_role("button", name=re.compile(r"^7 late")).click()
    opened = messages(page).get_by_role("listitem").last
    expect(opened).to_contain_text("7")
    expect(opened.get_by_role("table")).to_be_visible()
    rows = whole_table(opened)
    listed = [row[rows[0].index("Ref")] for row in rows[1:]]
    assert listed == [one["ref"] for one in digest["late"]] == ["4", "8", "10", "11", "22", "23", "26"]


def test_a_list_opened_in_the_channel_is_seen_by_whoever_opened_it(page: Page) -> None:
    posted = on_tuesday(page)
    before = messages(page).get_by_role("listitem").count()
    posted.get_by_role("button", name=re.compile(r"^7 late")).click()
    expect(messages(page).get_by_role("listitem")).to_have_count(before + 1)
    be(page, "MoJ Property's liaison")
    open_leadership(page)
    expect(saying(page, HEADLINE)).to_have_count(1)
    expect(messages(page).get_by_role("listitem").filter(has=page.get_by_role("table"))).to_have_count(1)


def test_no_name_no_reason_and_no_link_stands_in_the_channel(page: Page) -> None:
    posted = on_tuesday(page)
    text = posted.inner_text()
    for private in ("A. Sample", "intranet.example", "boilers", "surveyor", "workshops", "Recruitment"):
        assert private not in text


# --- workspaces that take less ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refused", "charts", "tables"),
    [((CHARTS,), 0, 1), ((CHARTS, "data_table"), 0, 1), ((CHARTS, *TABLE), 0, 0)],
    ids=["no charts", "no sortable table", "no table"],
)
def test_what_a_workspace_refuses_is_said_in_the_next_best_way_with_the_same_numbers(
    browser: Browser, digest: Any, refused: tuple[str, ...], charts: int, tables: int
) -> None:
    with quarter(*refused) as address, window(browser) as context:
        page = context.new_page()
        page.goto(address)
        posted = on_tuesday(page)
        expect(posted).to_contain_text(STANDING)
        expect(posted.locator("figure")).to_have_count(charts)
        expect(posted.get_by_role("table")).to_have_count(tables)
        told = themes(digest)
        if tables:
            assert by_name(whole_table(posted)) == told
        else:
            for name, (red, amber, green, blue, grey) in told.items():
                line = f"{name}.*Red {red}.*Amber {amber}.*Green {green}.*Blue {blue}.*Grey {grey}"
                expect(posted).to_contain_text(re.compile(line))
        expect(saying(page, "Digest 14")).to_have_count(1)


# --- for everybody ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1280])
def test_axe_finds_nothing_in_a_digest_and_a_list_behind_it(
    browser: Browser, served: str, axe: str, width: int, scheme: str
) -> None:
    with window(browser, width, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(served)
        posted = on_tuesday(page)
        posted.evaluate("node => node.scrollIntoView()")  # at once: it may be drawn anew while its thread grows
        assert violations(page, axe) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        posted.get_by_role("button", name=re.compile(r"^7 late")).click()
        expect(messages(page).get_by_role("listitem").last).to_contain_text("Ref")
        assert violations(page, axe) == []


# --- asking an owner ----------------------------------------------------------------------------------------------


def test_an_owner_is_asked_once_and_hears_of_it_in_their_next_brief(browser: Browser) -> None:
    with quarter() as address, window(browser) as context:
        page = context.new_page()
        page.goto(address)
        be(page, "Prison Group Director")
        form = asking(page)
        expect(form.get_by_role("checkbox")).to_have_count(9)  # 7 late, 16 blocked, 15 due soon
        form.get_by_label(re.compile("^10 Review")).check()
        form.get_by_label(re.compile("^4 Appoint")).check()
        form.get_by_role("button", name="Ask", exact=True).click()
        expect(form).to_be_hidden()
        expect(asking(page).get_by_role("checkbox")).to_have_count(7)
        page.keyboard.press("Escape")

        go_to(page, "2025-02-05")
        be(page, "Governor")
        open_app(page)
        said(page, re.compile("asked", re.IGNORECASE))


def asking(page: Page) -> Locator:
    """The form behind the button of the digest in the channel."""
    on_tuesday(page).get_by_role("button", name="Ask an owner").click()
    form = page.get_by_role("dialog", name="Ask an owner")
    expect(form).to_be_visible()
    return form
