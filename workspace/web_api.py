"""What apps call over HTTP: the Web API, response_urls, and the bytes of files. Each call meets its fault first."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from workspace import answers
from workspace.methods import Call, answer
from workspace.reading import UNREADABLE, in_json
from workspace.refusals import Refusal
from workspace.team import Json, Team
from workspace.tickets import Tickets

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
FORM_ONLY = ("users.list", "users.info", "users.lookupByEmail")  # of these Slack reads no JSON: as if nothing was said
IN_JSON = ("blocks", "attachments", "metadata", "view", "message", "files")  # arguments that may come so, in a string


@dataclass
class WebApi:
    """`base` gives the server's own address."""

    team: Team
    tickets: Tickets
    base: Callable[[], str]

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/api/{method}", self._call, allow_head=False),
            web.post("/api/{method}", self._call),
            web.post("/respond/{name}", self._respond),
            web.post("/upload/{id}", self._upload),
            web.get("/files/{id}/{name}", self._download),
        ]

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method, (kind, _, bearer) = (
            request.match_info["method"],
            request.headers.get("Authorization", "").partition(" "),
        )

        def run(payload: Json) -> Json:
            token = payload.pop("token", None)
            call = Call(self.team, self.tickets, self.base(), payload)
            return answer(method, bearer.strip() if kind == "Bearer" else token, call)

        return await self._take(request, method, run)

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        """A response_url: `ok`, or Slack's word for why not."""

        def run(payload: Json) -> Json:
            return answers.put(self.team, payload, self.tickets.use_response_url(request.match_info["name"]))

        return await self._take(request, "response_url", run)

    async def _upload(self, request: web.Request) -> web.Response:
        """A file's bytes, sent plain or as a form's one file."""
        file = self.team.files.get(request.match_info["id"])
        if file is None or file["content"] is not None:
            raise web.HTTPNotFound
        fields = (await _form(request)).values() if request.content_type in FORMS else ()
        sent = [each.file.read() for each in fields if isinstance(each, web.FileField)]
        file["content"] = content = sent[0] if sent else await request.read()
        return web.Response(text=f"OK - {len(content)}")

    async def _download(self, request: web.Request) -> web.Response:
        file = self.team.files.get(request.match_info["id"])
        if file is None or request.headers.get("Authorization") != f"Bearer {self.team.app.bot_token}":
            raise web.HTTPNotFound  # Slack shows a page to sign in
        return web.Response(body=file["content"], content_type=file["mimetype"])

    async def _take(self, request: web.Request, method: str, run: Callable[[Json], Json]) -> web.StreamResponse:
        faults, payload = self.team.faults, dict[str, Any]()
        fault = faults.next(method)
        try:
            with self.team.record.taking(method, payload) as answered:
                payload.update(await _arguments(request, reads_json=method not in FORM_ONLY))
                if fault and fault.refuses:
                    raise Refusal(fault.code or fault.kind)
                answered.update(run(payload))
            said = {"ok": True, **answered}
        except Refusal as refusal:
            said = {"ok": False, "error": refusal.code, **refusal.more}
        if fault:
            return await faults.misbehave(request, fault)
        return _in_words(said) if method == "response_url" else web.json_response(said)


def _in_words(said: Json) -> web.Response:
    if said["ok"]:
        return web.Response(text="ok")
    if said["error"].endswith("_url"):
        return web.json_response(said, status=404)
    unreadable = said["error"] in ("invalid_json", "invalid_form_data")
    return web.Response(text="invalid_payload" if unreadable else said["error"], status=400)


async def _arguments(request: web.Request, *, reads_json: bool) -> Json:
    """Wherever they stand. What should have come as JSON and did not is left for its method to refuse."""
    found: Json = dict(request.query)
    if request.content_type in FORMS:
        found.update({name: value for name, value in (await _form(request)).items() if isinstance(value, str)})
    elif request.method == "POST" and request.can_read_body and reads_json:
        try:
            found.update({**in_json(await request.text())})
        except UNREADABLE as error:
            raise Refusal("invalid_json") from error
    for name in [name for name in IN_JSON if isinstance(found.get(name), str)]:
        with suppress(ValueError):
            found[name] = in_json(found[name])
    return found


async def _form(request: web.Request) -> Mapping[str, Any]:
    try:
        return await request.post()
    except UNREADABLE as error:
        raise Refusal("invalid_form_data") from error
