"""For programs that are not in this process: what was accepted, faults on demand, where the app is."""

from dataclasses import asdict
from typing import Any, get_args

from aiohttp import web

from workspace.faults import Fault, Kind
from workspace.page_api import body_of, check_kinds
from workspace.refusals import Sorry
from workspace.team import Team

KINDS: dict[str, Any] = {**dict.fromkeys(("method", "kind", "code"), str), "request_url": str | None}
KINDS |= {"retry_after": int, "times": int, "seconds": int | float}


def routes(team: Team) -> list[web.RouteDef]:
    async def shown(request: web.Request) -> web.Response:
        return web.json_response({**asdict(team.record), "counts": team.record.counts()})

    async def plan(request: web.Request) -> web.Response:
        asked = await body_of(request)
        check_kinds(asked, KINDS)
        try:
            method, times = asked.pop("method"), asked.pop("times", 1)
            fault = Fault(**asked)
        except (TypeError, KeyError) as wrong:
            raise Sorry(f"That is not how to ask for a fault: {wrong}.") from wrong
        if fault.kind not in get_args(Kind):
            raise Sorry(f"Ask for one of these kinds: {', '.join(get_args(Kind))}.")
        team.faults.plan(method, fault, times=times)
        return web.json_response({"ok": True})

    async def clear(request: web.Request) -> web.Response:
        team.faults.clear()
        team.record.accepted.clear()
        team.record.refused.clear()
        return web.json_response({"ok": True})

    async def move(request: web.Request) -> web.Response:
        asked = await body_of(request)
        check_kinds(asked, KINDS)
        team.app.request_url = asked.get("request_url")
        return web.json_response({"ok": True})

    posts = {"faults": plan, "clear": clear, "app": move}
    return [web.get("/control/record", shown), *(web.post(f"/control/{name}", act) for name, act in posts.items())]
