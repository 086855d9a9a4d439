"""What apps call over HTTP: the Web API, response_urls, and the bytes of files. Each call meets its fault first."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from workspace.answers import Answers
from workspace.faults import Faults
from workspace.methods import Call, answer
from workspace.record import Record
from workspace.refusals import Refusal
from workspace.team import Json, Team
from workspace.tickets import Tickets
from workspace.validation import invalid

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
# Arguments that may come as JSON in a string, and what Slack says when it cannot be read.
IN_JSON = {
    "blocks": "invalid_blocks_format",
    "attachments": "invalid_attachments",
    "metadata": "invalid_metadata_format",
    **dict.fromkeys(("view", "message", "files"), "invalid_arguments"),
}


def routes(team: Team, tickets: Tickets, faults: Faults, record: Record, base: Callable[[], str]) -> list[web.RouteDef]:
    """`base` gives the server's own address."""
    api = WebApi(team, tickets, faults, record, base)
    return [
        web.get("/api/{method}", api.call, allow_head=False),
        web.post("/api/{method}", api.call),
        web.post("/respond/{name}", api.respond),
        web.post("/upload/{id}", api.upload),
        web.get("/files/{id}/{name}", api.download),
    ]


@dataclass
class WebApi:
    team: Team
    tickets: Tickets
    faults: Faults
    record: Record
    base: Callable[[], str]

    async def call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        kind, _, bearer = request.headers.get("Authorization", "").partition(" ")

        def run(payload: Json) -> Json:
            token = payload.pop("token", None)
            token = bearer.strip() if kind == "Bearer" else token
            return answer(method, token, Call(self.team, self.tickets, self.faults, self.base(), payload))

        return await self._take(request, method, run, web.json_response)

    async def respond(self, request: web.Request) -> web.StreamResponse:
        """A response_url: `ok`, or Slack's word for why not."""
        answers = Answers(self.team, self.faults, self.record)

        def run(payload: Json) -> Json:
            return answers.put(payload, self.tickets.use_response_url(request.match_info["name"]))

        return await self._take(request, "response_url", run, _in_words)

    async def upload(self, request: web.Request) -> web.Response:
        """A file's bytes, sent plain or as a form's one file."""
        file = self.team.files.get(request.match_info["id"])
        if file is None or file["content"] is not None:
            raise web.HTTPNotFound
        fields = (await request.post()).values() if request.content_type in FORMS else ()
        sent = [each.file.read() for each in fields if isinstance(each, web.FileField)]
        file["content"] = content = sent[0] if sent else await request.read()
        return web.Response(text=f"OK - {len(content)}")

    async def download(self, request: web.Request) -> web.Response:
        file = self.team.files.get(request.match_info["id"])
        if file is None or request.headers.get("Authorization") != f"Bearer {self.team.app.bot_token}":
            raise web.HTTPNotFound  # Slack shows a page to sign in
        return web.Response(body=file["content"], content_type=file["mimetype"])

    async def _take(
        self,
        request: web.Request,
        method: str,
        run: Callable[[Json], Json],
        shape: Callable[[Json], web.Response],
    ) -> web.StreamResponse:
        fault, payload = self.faults.next(method), dict[str, Any]()
        try:
            with self.record.taking(method, payload) as answered:
                payload.update(await _read(request))
                if fault and fault.refuses:
                    raise Refusal(fault.code or fault.kind)
                answered.update(run(payload))
            said = {"ok": True, **answered}
        except Refusal as refusal:
            said = {"ok": False, "error": refusal.code, **refusal.more}
        return await self.faults.misbehave(request, fault) if fault else shape(said)


def _in_words(said: Json) -> web.Response:
    if said["ok"]:
        return web.Response(text="ok")
    if said["error"].endswith("_url"):
        return web.json_response(said, status=404)
    unread = said["error"] in ("invalid_json", "json_not_object", "invalid_post_type")
    return web.Response(text="invalid_payload" if unread else said["error"], status=400)


async def _read(request: web.Request) -> Json:
    """The arguments, wherever they stand."""
    found: Json = {**request.query, **await _body(request)}
    for name in [name for name in IN_JSON if isinstance(found.get(name), str)]:
        try:
            found[name] = json.loads(found[name])
        except ValueError as error:
            code = IN_JSON[name]
            raise invalid(f"invalid `{name}`") if code == "invalid_arguments" else Refusal(code) from error
    return found


async def _body(request: web.Request) -> Json:
    if request.method != "POST" or not request.can_read_body:
        return {}
    if request.content_type in FORMS:
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
