"""A workspace in this process with a bot that does as its command says: a form, a message of controls, a Home."""

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import aiohttp
from aiohttp import web

from workspace.server import Workspace
from workspace.team import Conversation, Person, Team

Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def options(*names: str) -> list[Json]:
    return [{"text": plain(name), "value": name.lower()} for name in names]


def asked(label: str, element: Json, **more: Any) -> Json:
    name = label.split()[0].lower()
    return {"type": "input", "block_id": name, "label": plain(label), "element": {**element, "action_id": name}, **more}


SURE = {
    "title": plain("Close the plan?"),
    "text": plain("It can be opened again."),
    "confirm": plain("Close"),
    "deny": plain("Keep"),
}
FIGURES = {"categories": ["Oct", "Nov"], "x_label": "Month"}
LATE = [{"name": "Late", "data": [{"label": "Oct", "value": 2}, {"label": "Nov", "value": 7}]}]


def chart(kind: str) -> Json:
    drawn = {"type": kind, "series": LATE, "axis_config": FIGURES}
    return {"type": "data_visualization", "title": f"Late, as a {kind}", "chart": drawn}


CONTROLS = [
    {
        "type": "actions",
        "block_id": "controls",
        "elements": [
            {
                "type": "static_select",
                "action_id": "theme",
                "placeholder": plain("Theme"),
                "options": options("A", "B"),
            },
            {"type": "datepicker", "action_id": "day", "placeholder": plain("Day")},
            {"type": "overflow", "action_id": "more", "options": options("Copy", "Mute")},
            {"type": "button", "action_id": "close", "text": plain("Close it"), "confirm": SURE, "style": "danger"},
        ],
    },
    chart("bar"),
    chart("line"),
]
FORM = {
    "type": "modal",
    "title": plain("Report"),
    "submit": plain("Send"),
    "blocks": [
        asked(
            "What happened", {"type": "plain_text_input", "multiline": True, "min_length": 5}, hint=plain("In brief")
        ),
        asked("Status", {"type": "static_select", "options": options("Done", "Late")}),
        asked("Day of it", {"type": "datepicker", "initial_date": "2024-12-02"}),
        asked("Hour of it", {"type": "timepicker"}, optional=True),
        asked("Evidence", {"type": "checkboxes", "options": options("Minutes", "Photos")}, optional=True),
        asked("Urgency", {"type": "radio_buttons", "options": options("Soon", "Now")}),
    ],
}
HOME = {
    "type": "home",
    "blocks": [
        {"type": "header", "text": plain("Your actions")},
        {"type": "section", "text": {"type": "mrkdwn", "text": "*7* are late"}},
        {"type": "actions", "elements": [{"type": "button", "action_id": "again", "text": plain("Count again")}]},
    ],
}


def receipt(words: str) -> Json:
    """What is said to words in the direct messages, or in a thread there."""
    undo = {"type": "button", "action_id": "undo", "text": plain("Undo")}
    said = {"type": "section", "text": {"type": "mrkdwn", "text": f"*Recorded:* {words}"}}
    return {"text": f"Recorded: {words}", "blocks": [said, {"type": "actions", "elements": [undo]}]}


def meeting(actions: int) -> Json:
    """A long form: for each action a choice, a day and a line."""
    states = {"type": "static_select", "options": options("Done", "Going")}
    blocks: list[Json] = []
    for n in range(1, actions + 1):
        asks = (("do", f"{n} Invented action", states), ("until", "Until when?", {"type": "datepicker"}),
                ("words", "A word on it", {"type": "plain_text_input"}))  # fmt: skip
        blocks += [{"type": "divider"}] if n > 1 and actions < 25 else []
        blocks += [
            {
                "type": "input",
                "block_id": f"{name}-{n}",
                "optional": True,
                "label": plain(label),
                "element": {**element, "action_id": "it"},
            }
            for name, label, element in asks
        ]
    return {
        "type": "modal",
        "title": plain("The meeting"),
        "submit": plain("Record"),
        "callback_id": "meeting",
        "blocks": blocks,
    }


@dataclass
class Stub:
    """Keeps what it was told in `heard`."""

    workspace: Workspace
    heard: list[Json] = field(default_factory=list)

    async def hear(self, request: web.Request) -> web.Response:
        if request.content_type == "application/json":
            return await self._event((await request.json())["event"])
        form = {name: value[0] for name, value in parse_qs(await request.text()).items()}
        told = json.loads(form["payload"]) if "payload" in form else form
        self.heard.append(told)
        if "command" in told:
            return await self._command(told)
        if told["type"] == "block_actions" and told["actions"][0]["action_id"] == "undo":
            await self._call("chat.update", **self._where(told), text="Taken back.", blocks=[])
        if told["type"] == "view_submission" and told["view"]["callback_id"] == "meeting":
            return web.json_response({"response_action": "errors", "errors": {"until-30": "That day is past."}})
        if (
            told["type"] == "view_submission"
            and told["view"]["state"]["values"]["urgency"]["urgency"]["selected_option"]["value"] == "now"
        ):
            return web.json_response({"response_action": "errors", "errors": {"day": "That day is past."}})
        return web.Response()

    async def _event(self, event: Json) -> web.Response:
        if event["type"] == "app_home_opened" and "view" not in event:
            await self._call("views.publish", user_id=event["user"], view=HOME)
        if (
            event["type"] == "message"
            and event["channel_type"] == "im"
            and not event.get("bot_id")
            and "subtype" not in event
        ):
            self.heard.append(event)
            thread = {"thread_ts": event["thread_ts"]} if "thread_ts" in event else {}
            await self._call("chat.postMessage", channel=event["channel"], **receipt(event["text"]), **thread)
        return web.Response()

    def _where(self, told: Json) -> Json:
        return {"channel": told["channel"]["id"], "ts": told["message"]["ts"]}

    async def _command(self, told: Json) -> web.Response:
        if told["text"] == "form":
            await self._call("views.open", trigger_id=told["trigger_id"], view=FORM)
            return web.Response()
        if told["text"] == "meeting":
            await self._call("views.open", trigger_id=told["trigger_id"], view=meeting(30))
            return web.Response()
        return web.json_response({"text": "Controls", "blocks": CONTROLS})

    async def _call(self, name: str, **arguments: Any) -> None:
        headers = {"Authorization": f"Bearer {self.workspace.team.app.bot_token}"}
        url = self.workspace.api_url + name
        async with aiohttp.ClientSession(headers=headers) as http, http.post(url, json=arguments) as response:
            answer = await response.json()
            assert answer["ok"], answer


def _team() -> Team:
    team = Team(time.time)
    team.add(Person("U0ANNA", "anna", "Anna Able", "Governor"), Person("U0BEN", "ben", "Ben Bold", "Head of Safety"))
    team.add(Conversation("C0GENERAL", "general", members={*team.people}))
    team.direct("U0ANNA")
    return team


@contextmanager
def stub() -> Iterator[Stub]:
    """Both run in a thread of their own: Playwright has this one."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    bot = Stub(Workspace(_team(), hints=("/actions form", "/actions controls")))
    runner = asyncio.run_coroutine_threadsafe(_start(bot), loop).result(10)
    try:
        yield bot
    finally:
        asyncio.run_coroutine_threadsafe(_stop(bot, runner), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _start(bot: Stub) -> web.AppRunner:
    app = web.Application()
    app.router.add_post("/", bot.hear)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot.workspace.team.app.request_url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    await bot.workspace.start()
    return runner


async def _stop(bot: Stub, runner: web.AppRunner) -> None:
    await bot.workspace.stop()
    await runner.cleanup()
