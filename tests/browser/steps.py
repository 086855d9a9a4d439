"""What a person does on the page, by the names that a screen reader would say."""

import re

from playwright.sync_api import Locator, Page, expect


def ask(page: Page, words: str) -> None:
    """Writes in the message box and sends with Enter."""
    box = page.get_by_role("textbox", name="Message", exact=True)
    box.fill(words)
    box.press("Enter")
    expect(box).to_have_value("")


def messages(page: Page) -> Locator:
    return page.locator("#messages")


def said(page: Page, words: str | re.Pattern[str]) -> None:
    """Waits until the words stand among the messages."""
    expect(messages(page)).to_contain_text(words)


def saying(page: Page, words: str | re.Pattern[str]) -> Locator:
    """Every message in which the words stand."""
    return messages(page).get_by_role("listitem").filter(has_text=words)


def last(page: Page) -> Locator:
    """The newest message."""
    return messages(page).get_by_role("listitem").last


def open_menu(page: Page) -> None:
    """Where the window is narrow, whom one is and where one goes stand behind a button."""
    menu = page.get_by_role("button", name="Menu")
    if menu.is_visible() and menu.get_attribute("aria-expanded") == "false":
        menu.click()


def go_to(page: Page, day: str) -> None:
    """Moves the calendar to a day such as 2025-02-03."""
    open_menu(page)
    page.get_by_label("Go to").fill(day)
    page.get_by_role("button", name="Go", exact=True).click()
    expect(page.locator("#now")).to_contain_text(day[:4])
    expect(page.locator("#menu")).to_have_attribute("aria-expanded", "false")  # closed by the move itself


def be(page: Page, person: str) -> None:
    """Acts as somebody else from here on."""
    open_menu(page)
    before = page.url
    page.get_by_label("You are").select_option(label=person)
    expect(page).not_to_have_url(before)


def open_app(page: Page) -> None:
    """The direct messages with the bot."""
    open_menu(page)
    page.get_by_role("link", name="Action plans").click()


def open_home(page: Page) -> Locator:
    """One's own Home, once it is drawn."""
    open_app(page)
    page.get_by_role("link", name="home", exact=True).click()
    expect(home(page)).to_be_visible()
    return home(page)


def home(page: Page) -> Locator:
    return page.get_by_role("group", name="Home")


def open_messages(page: Page) -> None:
    """From Home to where what was opened there is shown."""
    page.get_by_role("link", name="messages", exact=True).click()
    expect(messages(page)).to_be_visible()


def attach(page: Page, name: str, content: bytes) -> None:
    """Chosen, and sent with whatever is sent next."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Attach a file").click()
    chooser.value.set_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
