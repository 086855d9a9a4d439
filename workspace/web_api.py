"""The Web API over HTTP: reads a call's arguments and token, meets it with its fault, answers, and records."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from aiohttp import web

from workspace.faults import Fault, Faults
from workspace.methods import Call, answer, files
from workspace.record import Record
from workspace.refusals import Refusal
from workspace.team import Json, Team
from workspace.tickets import Tickets
from workspace.validation import invalid

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_JSON = {  # arguments that may come as JSON in a string, and what Slack says when it cannot be read
    "blocks": "invalid_blocks_format",
    "attachments": "invalid_attachments",
    "metadata": "invalid_metadata_format",
    "view": "invalid_arguments",
    "message": "invalid_arguments",
    "files": "invalid_arguments",
}


def routes(team: Team, tickets: Tickets, faults: Faults, record: Record, base: Callable[[], str]) -> list[web.RouteDef]:
    """`base` gives the server's own address."""

    async def call(request: web.Request) -> web.StreamResponse:
        method, fault = request.match_info["method"], faults.next(request.match_info["method"])
        payload: Json = {}
        try:
            payload, token = await _read(request)
            if fault and not fault.kind.startswith("accept_"):
                raise Refusal(fault.code or fault.kind)
            answered = answer(method, token, Call(team, tickets, faults, base(), payload))
        except Refusal as refusal:
            record.refuse(method, refusal.code, payload)
            if fault:
                return await misbehave(request, fault, faults)
            return web.json_response({"ok": False, "error": refusal.code, **refusal.more})
        record.accept(method, payload, answered)
        if fault:
            return await misbehave(request, fault, faults)
        return web.json_response({"ok": True, **_warned(request, answered)})

    async def upload(request: web.Request) -> web.Response:
        content = await _content(request)
        if not files.receive(team, request.match_info["id"], content):
            raise web.HTTPNotFound
        return web.Response(text=f"OK - {len(content)}")

    async def download(request: web.Request) -> web.Response:
        file = team.files.get(request.match_info["id"])
        if file is None or request.headers.get("Authorization") != f"Bearer {team.app.bot_token}":
            raise web.HTTPNotFound  # Slack shows a page to sign in
        return web.Response(body=file["content"], content_type=file["mimetype"])

    api = [web.get("/api/{method}", call, allow_head=False), web.post("/api/{method}", call)]
    return [*api, web.post("/upload/{id}", upload), web.get("/files/{id}/{name}", download)]


async def misbehave(request: web.Request, fault: Fault, faults: Faults) -> web.StreamResponse:
    """What the caller meets instead of an answer, whether or not the call took effect."""
    if fault.kind == "ratelimited":
        after = {"Retry-After": str(fault.retry_after)}
        return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=after)
    if fault.kind == "error":
        return web.json_response({"ok": False, "error": fault.code})
    if fault.kind.endswith("hang"):
        with suppress(TimeoutError):
            async with asyncio.timeout(fault.seconds):
                await faults.released.wait()
    if fault.kind.endswith(("hang", "drop")) and request.transport:
        request.transport.abort()
    status = int(fault.kind) if fault.kind.isdecimal() else 200
    return web.Response(text="<html><body>Something went wrong</body></html>", content_type="text/html", status=status)


async def _read(request: web.Request) -> tuple[Json, str | None]:
    """The arguments, wherever they stand, and the token."""
    found: Json = {**request.query, **await _body(request)}
    for name, code in _JSON.items():
        if isinstance(found.get(name), str):
            try:
                found[name] = json.loads(found[name])
            except ValueError as error:
                raise invalid(f"invalid `{name}`") if code == "invalid_arguments" else Refusal(code) from error
    kind, _, bearer = request.headers.get("Authorization", "").partition(" ")
    token = found.pop("token", None)
    return found, bearer.strip() if kind == "Bearer" else token


async def _body(request: web.Request) -> Json:
    if request.method != "POST" or not request.can_read_body:
        return {}
    if request.content_type in _FORMS:
        return {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    if request.content_type != "application/json":
        raise Refusal("invalid_post_type")
    try:
        body: Any = await request.json()
    except (ValueError, LookupError) as error:  # LookupError: a charset that nobody knows
        raise Refusal("invalid_json") from error
    if not isinstance(body, dict):
        raise Refusal("json_not_object")
    return body


def _warned(request: web.Request, answer: Json) -> Json:
    """Slack grumbles at JSON that does not name its charset."""
    if request.content_type != "application/json" or request.charset:
        return answer
    metadata = answer.get("response_metadata", {})
    warnings = [*metadata.get("warnings", ()), "missing_charset"]
    return {**answer, "warning": ",".join(warnings), "response_metadata": {**metadata, "warnings": warnings}}


async def _content(request: web.Request) -> bytes:
    """A file's bytes, sent plain or as a form's one file."""
    if request.content_type != "multipart/form-data":
        return await request.read()
    fields = [each for each in (await request.post()).values() if isinstance(each, web.FileField)]
    return fields[0].file.read() if fields else b""
