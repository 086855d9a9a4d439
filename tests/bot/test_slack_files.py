"""Files are fetched from Slack's own hosts alone, no further than they may be, and the bot's token goes nowhere else."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.slack import files
from bot.slack.clients import open_client, open_session
from bot.slack.files import Files, NotFetched
from bot.slack.messenger import Messenger
from tests.fakes.small_slack import BOT_TOKEN, PERSON, breaks
from workspace.methods.files import as_file, new_file
from workspace.server import Workspace

pytestmark = pytest.mark.anyio

SIGN_IN = b"<!DOCTYPE html><html><title>Sign in</title></html>"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def at(api_url: str) -> Files:
    return Files(None, None, BOT_TOKEN, api_url)  # type: ignore[arg-type]  # no address is asked here


@pytest.mark.parametrize(
    "url",
    [
        "https://files.slack.com/files-pri/T1-F1/download/plan.pdf",
        "https://slack.com/files/plan.pdf",
        "https://sample.slack.com:443/files/plan.pdf",
    ],
)
async def test_these_are_slacks_own(url: str):
    assert at("https://slack.com/api/").is_slacks(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://files.slack.com/plan.pdf",
        "https://files.slack.com.evil.example/plan.pdf",
        "https://evilslack.com/plan.pdf",
        "https://files.slack.com@evil.example/plan.pdf",
        "https://evil.example/files.slack.com",
        "https://evil.example\\.slack.com/plan.pdf",
        "https://slack.com:8443/plan.pdf",
        "https://127.0.0.1/plan.pdf",
        "file:///etc/passwd",
        "https://[::1/plan.pdf",
        "https://files.slack.com:x/plan.pdf",
        "",
    ],
)
async def test_these_are_not(url: str):
    assert not at("https://slack.com/api/").is_slacks(url)


async def test_a_slack_of_its_own_has_hosts_of_its_own():
    assert at("https://slack-gov.com/api/").is_slacks("https://files.slack-gov.com/plan.pdf")
    assert not at("http://127.0.0.1:9000/api/").is_slacks("http://127.0.0.1:9001/plan.pdf")
    assert not at("http://127.0.0.1:9000/api/").is_slacks("https://files.slack.com/plan.pdf")


@asynccontextmanager
async def fetching(api_url: str) -> AsyncIterator[Files]:
    async with open_session(api_url) as session:
        yield Files(Messenger(open_client(BOT_TOKEN, api_url, session), session), session, BOT_TOKEN, api_url)


@asynccontextmanager
async def server(answer: Handler) -> AsyncIterator[tuple[str, list[dict[str, str]]]]:
    """A Slack that answers so, and the headers that it heard."""
    heard: list[dict[str, str]] = []
    lines: set[asyncio.Transport] = set()

    async def noted(request: web.Request) -> web.StreamResponse:
        heard.append(dict(request.headers))
        if isinstance(request.transport, asyncio.Transport):
            lines.add(request.transport)
        return await answer(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", noted)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", heard
    finally:
        await runner.cleanup()
        for line in lines:
            line.abort()  # a close would wait for words that nobody reads any more
        await asyncio.sleep(0)


def always(body: bytes, status: int = 200, **headers: str) -> Handler:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers=headers)

    return answer


async def refusal(url: str, **file: Any) -> str:
    async with fetching(f"{url}/api/") as known:
        with pytest.raises(NotFetched) as refused:
            await known.fetch({"id": "F1", "name": "plan.pdf", "url_private_download": f"{url}/plan.pdf", **file})
    return str(refused.value)


async def test_a_file_is_fetched_with_the_token(slack: Workspace):
    file = new_file(slack.team, slack.url, "plan 1.pdf", user=PERSON, content=b"%PDF words")
    async with fetching(slack.api_url) as known:
        assert await known.fetch(as_file(file)) == b"%PDF words"


async def test_a_file_that_came_as_an_id_alone_is_looked_up(slack: Workspace):
    file = new_file(slack.team, slack.url, "plan.pdf", user=PERSON, content=b"%PDF words")
    async with fetching(slack.api_url) as known:
        assert await known.fetch({"id": file["id"]}) == b"%PDF words"
        assert (
            await known.fetch(as_file(file) | {"file_access": "check_file_info", "mode": "file_access"})
            == b"%PDF words"
        )


async def test_what_slack_will_not_tell_of_a_file_is_a_sentence(slack: Workspace):
    breaks(slack, "files.info", "missing_scope")
    async with fetching(slack.api_url) as known:
        with pytest.raises(NotFetched, match="files:read"):
            await known.fetch({"id": "F1"})


async def test_where_slack_points_elsewhere_nobody_follows_and_the_token_stays():
    async with server(always(b"stolen")) as (elsewhere, stolen):
        points = always(b"", 302, Location=f"{elsewhere}/plan.pdf")
        async with server(points) as (url, heard):
            assert "asks me to sign in" in await refusal(url)
    assert heard[0]["Authorization"] == f"Bearer {BOT_TOKEN}"
    assert stolen == []


async def test_an_address_that_is_not_slacks_is_not_asked():
    async with server(always(b"stolen")) as (elsewhere, stolen), server(always(b"")) as (url, _):
        said = await refusal(url, url_private_download=f"{elsewhere}/plan.pdf")
    assert "not one of Slack's own" in said
    assert stolen == []


async def test_a_page_to_sign_in_is_no_plan():
    async with server(always(SIGN_IN)) as (url, _):
        assert "files:read" in await refusal(url, mimetype="application/pdf", size=40_000)
        assert "files:read" in await refusal(url, mimetype="text/html", size=40_000)


async def test_a_page_of_html_that_was_sent_is_one():
    async with server(always(SIGN_IN)) as (url, _), fetching(f"{url}/api/") as known:
        file = {"name": "plan.html", "mimetype": "text/html", "size": len(SIGN_IN), "url_private": f"{url}/plan.html"}
        assert await known.fetch(file) == SIGN_IN


async def test_too_large_is_said_before_anything_is_fetched_and_while_it_comes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "LARGEST", 100_000)

    async def endless(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        for _ in range(10_000):
            await answer.write(b"x" * 50_000)
        return answer

    async with server(endless) as (url, heard):
        assert "over 20 megabytes" in await refusal(url, size=100_001)
        assert heard == []
        assert "over 20 megabytes" in await refusal(url, size=99)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ({"mode": "tombstone"}, "was deleted"),
        ({"mode": "hidden_by_limit"}, "was deleted"),
        ({"file_access": "file_not_found"}, "was deleted"),
        ({"mode": "external", "is_external": True}, "kept outside Slack"),
        ({"mode": "canvas"}, "a page kept in Slack"),
        ({"file_access": "access_denied"}, "does not show it to me"),
    ],
)
async def test_what_cannot_be_fetched_is_one_sentence(file: dict[str, Any], words: str):
    async with server(always(b"never asked")) as (url, heard):
        assert words in await refusal(url, **file)
    assert heard == []


@pytest.mark.parametrize(
    ("status", "words"), [(403, "does not show it to me"), (404, "does not show"), (500, "answered 500")]
)
async def test_slacks_refusals_are_sentences(status: int, words: str):
    async with server(always(b"no", status)) as (url, _):
        assert words in await refusal(url)


async def test_cut_short_and_empty_are_said():
    async with server(always(b"%PDF")) as (url, _):
        assert "cut short" in await refusal(url, size=400)
    async with server(always(b"")) as (url, _):
        assert "it is empty" in await refusal(url)


async def test_a_slack_that_is_gone_is_said():
    async with server(always(b"")) as (url, _):
        pass
    assert "Slack cannot be reached" in await refusal(url)


async def test_a_packed_answer_counts_as_what_it_unpacks_to(monkeypatch: pytest.MonkeyPatch):
    import gzip

    monkeypatch.setattr(files, "LARGEST", 1_000_000)
    packed = gzip.compress(b"x" * 30_000_000)
    async with server(always(packed, **{"Content-Encoding": "gzip"})) as (url, _), aiohttp.ClientSession():
        assert "over 20 megabytes" in await refusal(url)
