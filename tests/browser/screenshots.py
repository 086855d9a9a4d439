"""`make screenshots`: walks through the page as the README tells it, and keeps what is seen in docs/screenshots."""

from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect

from bot.page import page as drawn
from plans.calendar import LONDON
from plans.digests import preview
from storage.database import ensure_migrated, open_engine, reading
from tests.browser.conftest import browsing, demonstration, window
from tests.browser.quartered import quarter
from tests.browser.steps import ask, attach, be, go_to, last, open_app, open_home, open_menu, said, saying
from tests.quarter import load

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
CHOSEN = (
    "light-opened",
    "light-overdue",
    "light-helped",
    "dark-overdue",
    "phone-opened",
    "phone-overdue",
    "phone-helped",
    "light-brief",
    "dark-brief",
    "phone-brief",
    "light-snooze",
    "light-answer",
    "phone-answer",
    "light-update",
    "light-card",
    "light-posts",
    "light-home",
    "phone-home",
    "light-digest",
    "dark-digest",
    "phone-digest",
    "light-judgements",
    "phone-judgements",
    "light-import",
    "dark-import",
    "phone-import",
)
SIZES = {"light": (1280, 860), "dark": (1280, 860), "phone": (380, 800)}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with browsing() as browser:
        for name in SIZES:
            with demonstration() as address:
                _walk(browser, address, name)
        digests(browser)
        judgements(browser)
        imports(browser)


def judgements(browser: Browser) -> None:
    """What owners reported in the quarter beside what inspectors found in June, by the sample's review."""
    for name in SIZES:
        with quarter(on="2025-07-01") as address:
            page = _opened(browser, address, name)
            open_menu(page)
            page.get_by_role("link", name="action-plan").click()
            ask(page, "/actions Rochester judgements")
            said(page, "Owners say done, inspectors found too little")
            _keep(page, f"{name}-judgements")
            page.context.close()


def digests(browser: Browser) -> None:
    """The digest that docs/digest.md reads, as leaders see it, and the page that is saved of it."""
    for name in SIZES:
        with quarter() as address:
            page = _opened(browser, address, name)
            go_to(page, "2025-02-04")
            open_menu(page)
            page.get_by_role("link", name="leadership").click()
            posted = saying(page, "Digest 14")
            expect(posted.locator("figure")).to_have_count(2)
            # As tall as the message, so that all of it is seen.
            width, _ = SIZES[name]
            tall = page.locator("#messages").evaluate("all => all.scrollHeight - all.clientHeight")
            page.set_viewport_size({"width": width, "height": SIZES[name][1] + tall})
            _keep(page, f"{name}-digest")
            page.context.close()
    _page(browser)


def imports(browser: Browser) -> None:
    """The sample plan issued anew: other dates and words, an owner nobody knows, an action that is gone."""
    for name in SIZES:
        with demonstration() as address:
            page = _opened(browser, address, name)
            be(page, "Coordinator")
            open_app(page)
            attach(page, "rochester-issue-2.txt", reissued())
            page.get_by_role("button", name="Send").click()
            expect(last(page)).to_contain_text("Nothing is saved")
            width, height = SIZES[name]
            drawn_at = last(page).bounding_box()
            assert drawn_at
            page.set_viewport_size({"width": width, "height": max(height, int(drawn_at["height"]) + 330)})
            page.locator("#messages").evaluate("all => all.scrollTo(0, all.scrollHeight)")
            _keep(page, f"{name}-import")
            page.context.close()


def reissued() -> bytes:
    """Line by line, so that what the sample prints need not stand here."""
    lines = (files("app") / "sample" / "rochester-2024.txt").read_text().splitlines()
    at = {line.split("\t")[1]: number for number, line in enumerate(lines) if "\t" in line}
    for ref, old, new in (("5", "November 2024", "January 2025"), ("13", "Governor", "Head of Operations")):
        lines[at[ref]] = lines[at[ref]].replace(old, new)
    del lines[at["26"]]
    return "\n".join(lines).encode()


def _page(browser: Browser) -> None:
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/actions.db")
        ensure_migrated(engine)
        load(engine)
        with reading(engine) as session:
            digest = preview(session, "rochester", date(2025, 2, 3), now=datetime(2025, 2, 3, 9, tzinfo=LONDON))
        engine.dispose()
        file = Path(folder) / "page.html"
        file.write_text(drawn(digest))
        page = window(browser, 1000, 860, color_scheme="light").new_page()
        page.goto(file.as_uri())
        page.screenshot(path=FOLDER / "light-page.png", full_page=True, animations="disabled")
        print("docs/screenshots/light-page.png")
        page.context.close()


def _walk(browser: Browser, address: str, name: str) -> None:
    page = _opened(browser, address, name)
    _keep(page, f"{name}-opened")
    _answers(page, name)
    _briefs(page, name)
    go_to(page, "2025-02-03")
    expect(open_home(page)).to_contain_text("18 actions of yours are late")
    _keep(page, f"{name}-home")
    open_menu(page)
    page.get_by_role("link", name="action-plan").click()
    ask(page, "/actions Rochester overdue")
    said(page, "18 of 26 actions are overdue")
    _keep(page, f"{name}-overdue")
    ask(page, "/actions Rochester flibber overdue")
    said(page, "but not")
    _keep(page, f"{name}-helped")
    page.context.close()


def _opened(browser: Browser, address: str, name: str) -> Page:
    width, height = SIZES[name]
    scheme, scale = "dark" if name == "dark" else "light", 2 if name == "phone" else 1
    page = window(browser, width, height, color_scheme=scheme, device_scale_factor=scale).new_page()
    page.goto(address)
    expect(page.get_by_role("heading", name="Try Action plans")).to_be_visible()
    return page


def _answers(page: Page, name: str) -> None:
    """Words read back, the action's card, the form for a whole brief; all taken back again."""
    open_app(page)
    ask(page, "8 done, she started on the 4th of November https://intranet.example/letters/8")
    said(page, "It waits for the Prison Group Director to confirm.")
    _keep(page, f"{name}-answer")
    ask(page, "/actions Rochester 8")
    said(page, "Printed as “October 2024”.")
    _keep(page, f"{name}-card")
    saying(page, "It waits for the Prison Group Director to confirm.").first.get_by_role("button", name="Undo").click()
    said(page, "Taken back")
    saying(page, "Where does each stand?").get_by_role("button", name="Update all 24").click()
    expect(page.get_by_role("dialog").get_by_role("combobox").first).to_be_visible()
    _keep(page, f"{name}-update")
    page.keyboard.press("Escape")


def _briefs(page: Page, name: str) -> None:
    """A Monday's brief after the Christmas bank holidays, its form, and who holds what."""
    go_to(page, "2024-12-09")
    go_to(page, "2025-01-02")
    open_app(page)
    brief = saying(page, "12 actions of the Governor of HMP Rochester need you")
    expect(brief).to_be_visible()
    brief.evaluate("one => one.closest('#messages').scrollTo(0, one.offsetTop)")
    _keep(page, f"{name}-brief")
    last(page).get_by_role("button", name="Snooze").click()
    expect(page.get_by_role("dialog", name="Snooze").get_by_label("Until when?")).to_be_visible()
    _keep(page, f"{name}-snooze")
    page.keyboard.press("Escape")
    be(page, "Coordinator")
    ask(page, "/actions posts Rochester")
    said(page, "HMP Rochester on 2 January 2025")
    _keep(page, f"{name}-posts")
    be(page, "Governor")


def _keep(page: Page, name: str) -> None:
    if name not in CHOSEN:
        return
    page.mouse.move(0, 0)  # nothing is pointed at
    page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
    print(f"docs/screenshots/{name}.png")


if __name__ == "__main__":
    main()
