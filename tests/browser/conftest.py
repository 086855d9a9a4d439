"""The demonstration in a real browser: `actions demo` as a process of its own, and Chromium without a window."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.stub import Stub, stub
from tests.fakes.starting import program

JAVASCRIPT = Path(__file__).parents[1] / "javascript"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--lang=en-GB",
]
SECONDS = 30_000  # milliseconds a page may take to show what it is to show: a busy machine is slow, never wrong

expect.set_options(timeout=SECONDS)


def missing(what: str) -> None:
    """Skips with one sentence; CI requires everything."""
    if os.environ.get("ACTIONS_TOOLS_REQUIRED"):
        pytest.fail(what)
    pytest.skip(what)


def chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in names if (path := shutil.which(name))), None)


@contextmanager
def demonstration(*arguments: str) -> Iterator[str]:
    """Runs `actions demo` and gives the page's address."""
    command = [*program(), "demo", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield next(found[0] for line in process.stdout if (found := re.search(r"http://[\d.:]+\d", line)))
        finally:
            process.terminate()


@pytest.fixture
def bot() -> Iterator[Stub]:
    """Beneath the page a bot that answers as a test tells it to."""
    with stub() as bot:
        yield bot


@contextmanager
def browsing() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        missing("the browser tests need Chromium: install the system's package, for example apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed at the module's end: while it is open Playwright keeps a loop running, which no other test could bear."""
    with browsing() as browser:
        yield browser


@pytest.fixture
def address() -> Iterator[str]:
    with demonstration() as address:
        yield address


def window(browser: Browser, width: int = 1280, height: int = 800, **more: Any) -> BrowserContext:
    """A British person's browser, of a size: dates read day first."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB", **more)
    context.set_default_timeout(SECONDS)
    return context


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with window(browser) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """The page as it opens; whatever it complains of in the console fails the test."""
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    assert complaints == []


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's own script."""
    path = JAVASCRIPT / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        missing("axe-core is not installed: put Node 20 or newer on the path and run make javascript")
    return path.read_text()


def violations(page: Page, axe: str) -> list[str]:
    """axe-core's findings: the rule, and the first place where it is broken."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {each['nodes'][0]['target']} {each['nodes'][0]['failureSummary']}" for each in found]
