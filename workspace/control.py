"""For programs that are not in this process: what was accepted, faults on demand, where the app is."""

from dataclasses import asdict
from typing import get_args

from aiohttp import web

from workspace.faults import Fault, Faults, Kind
from workspace.outcome import Sorry
from workspace.page_api import body_of
from workspace.record import Record
from workspace.team import App


def routes(app: App, faults: Faults, record: Record) -> list[web.RouteDef]:
    async def shown(request: web.Request) -> web.Response:
        accepted = [asdict(each) for each in record.accepted]
        return web.json_response({"accepted": accepted, "refused": record.refused, "counts": record.counts()})

    async def plan(request: web.Request) -> web.Response:
        asked = await body_of(request)
        if asked.get("kind") not in get_args(Kind) or "method" not in asked:
            raise Sorry(f"Name a method, and a kind: {', '.join(get_args(Kind))}.")
        method, times = asked.pop("method"), asked.pop("times", 1)
        try:
            faults.plan(method, Fault(**asked), times=times)
        except TypeError as wrong:
            raise Sorry(f"That is not how to ask for a fault: {wrong}.") from wrong
        return web.json_response({"ok": True})

    async def clear(request: web.Request) -> web.Response:
        faults.clear()
        record.accepted.clear()
        record.refused.clear()
        return web.json_response({"ok": True})

    async def move(request: web.Request) -> web.Response:
        app.request_url = (await body_of(request)).get("request_url")
        return web.json_response({"ok": True})

    return [
        web.get("/control/record", shown),
        web.post("/control/faults", plan),
        web.post("/control/clear", clear),
        web.post("/control/app", move),
    ]
