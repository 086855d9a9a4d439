"""A call of a method: the arguments it came with, who may make it, and what several methods ask of one."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from workspace.faults import Faults
from workspace.refusals import Refusal
from workspace.team import Conversation, Json, Person, Team
from workspace.tickets import Tickets
from workspace.validation import invalid

Who = Literal["bot", "app", "anybody"]
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Call:
    """`base` is the workspace's address."""

    team: Team
    tickets: Tickets
    faults: Faults
    base: str
    arguments: Json

    def text(self, name: str) -> str:
        return str(self.arguments.get(name) or "")

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Slack takes true, 1, and both in strings."""
        return str(self.arguments.get(name, default)).lower() in ("true", "1")

    def channel(self, wanted: str | None = None) -> Conversation:
        """By id, or #name. What the app cannot see is not found."""
        app, wanted = self.team.app.user_id, wanted or self.text("channel")
        for each in self.team.conversations.values():
            named = each.kind != "im" and each.name == wanted.removeprefix("#")
            if (each.id == wanted or named) and (each.kind == "channel" or app in each.members):
                return each
        raise Refusal("channel_not_found")

    def person(self, name: str = "user") -> Person:
        if (found := self.team.people.get(self.text(name))) is None:
            raise Refusal("user_not_found")
        return found

    def page(self, things: list[Thing], *, default: int = 100) -> tuple[list[Thing], Json]:
        """One page of them by `limit` and `cursor`, and the metadata that leads to the next."""
        try:
            start = int(b64decode(self.text("cursor"), validate=True).removeprefix(b"next:") or 0)
        except (ValueError, NotBase64) as error:
            raise Refusal("invalid_cursor") from error
        try:
            end = start + min(int(self.arguments.get("limit") or default), 1_000)
        except ValueError as error:
            raise Refusal("invalid_limit") from error
        if end <= start:
            raise Refusal("invalid_limit")
        cursor = b64encode(b"next:%d" % end).decode() if end < len(things) else ""
        return things[start:end], {"response_metadata": {"next_cursor": cursor}}


@dataclass(frozen=True)
class Method:
    run: Callable[[Call], Json]
    required: tuple[str, ...]
    who: Who


METHODS: dict[str, Method] = {}


def method(name: str, *required: str, who: Who = "bot") -> Callable[[Callable[[Call], Json]], Callable[[Call], Json]]:
    def register(run: Callable[[Call], Json]) -> Callable[[Call], Json]:
        METHODS[name] = Method(run, required, who)
        return run

    return register


def answer(name: str, token: Any, call: Call) -> Json:
    if (found := METHODS.get(name)) is None:
        raise Refusal("unknown_method", req_method=name)
    if found.who != "anybody":
        _let_in(token, found.who, call.team)
    absent = [each for each in found.required if call.arguments.get(each) in (None, "")]
    if absent:
        raise invalid(*(f"missing required field: {each}" for each in absent))
    return found.run(call)


def _let_in(token: Any, who: Who, team: Team) -> None:
    if not token:
        raise Refusal("not_authed")
    if token not in (team.app.bot_token, team.app.app_token):
        raise Refusal("invalid_auth")
    if not team.app.active:
        raise Refusal("account_inactive")
    if token != (team.app.bot_token if who == "bot" else team.app.app_token):
        raise Refusal("not_allowed_token_type")
