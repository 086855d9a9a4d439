"""A call of a method: the arguments it came with, who may make it, and what several methods ask of one."""

from base64 import b64decode, b64encode
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

    def flag(self, name: str) -> bool:
        """Slack takes true, 1, and both in strings."""
        return self.text(name).lower() in ("true", "1")

    def channel(self, wanted: str | None = None) -> Conversation:
        """By id, or #name. What the app cannot see is not found."""
        app, wanted = self.team.app.user_id, wanted or self.text("channel")
        for each in self.team.conversations.values():
            named = each.kind != "im" and each.name == wanted.removeprefix("#")
            if (each.id == wanted or named) and (each.kind == "channel" or app in each.members):
                return each
        raise Refusal("channel_not_found")

    def person(self, wanted: str | None = None) -> Person:
        if (found := self.team.people.get(wanted or self.text("user"))) is None:
            raise Refusal("user_not_found")
        return found

    def page(self, things: list[Thing], *, default: int = 100) -> tuple[list[Thing], Json]:
        """One page of them by `limit` and `cursor`, and the metadata that leads to the next."""
        limit = self.text("limit") or str(default)
        if not limit.isdecimal() or int(limit) == 0:
            raise Refusal("invalid_limit")
        try:
            start = int(b64decode(self.text("cursor"), validate=True).removeprefix(b"next:") or 0)
        except ValueError as error:
            raise Refusal("invalid_cursor") from error
        end = start + min(int(limit), 1_000)
        cursor = b64encode(b"next:%d" % end).decode() if end < len(things) else ""
        return things[start:end], {"response_metadata": {"next_cursor": cursor}}


Run = Callable[[Call], Json]


@dataclass(frozen=True)
class Method:
    run: Run
    required: tuple[str, ...]
    who: Who


METHODS: dict[str, Method] = {}


def method(name: str, *required: str, who: Who = "bot") -> Callable[[Run], Run]:
    def register(run: Run) -> Run:
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
