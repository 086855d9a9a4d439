"""A call of a method: the arguments it came with, who may make it, and what several methods ask of one."""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeVar

from workspace.refusals import Refusal, require
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
        for each in self.team.seen_by(app):
            if each.id == wanted or (each.kind != "im" and each.name == wanted.removeprefix("#")):
                return each
        raise Refusal("channel_not_found")

    def joined(self, wanted: str | None = None, *, to_write: bool = False) -> Conversation:
        """A channel that the app is in, as one has to be to read or write."""
        found = self.channel(wanted)
        require(not (to_write and found.archived), "is_archived")
        require(self.team.app.user_id in found.members, "not_in_channel")
        return found

    def person(self, wanted: str) -> Person:
        require(wanted in self.team.people, "user_not_found")
        return self.team.people[wanted]

    def page(self, things: list[Thing], *, default: int = 100) -> tuple[list[Thing], Json]:
        """One page of them by `limit` and `cursor`, and the metadata that leads to the next."""
        start = self.cursor("next") or 0
        end = start + self.limit(default)
        return things[start:end], to_be_continued("next", end if end < len(things) else None)

    def limit(self, default: int) -> int:
        limit = self.text("limit") or str(default)
        require(re.fullmatch(r"0*[1-9]\d{0,8}", limit), "invalid_limit")
        return min(int(limit), 1_000)

    def cursor(self, kind: str) -> int | None:
        """Where the page that is asked for begins; None for the first."""
        if not (given := self.text("cursor")):
            return None
        try:
            said = b64decode(given, validate=True).decode()
        except ValueError as error:
            raise Refusal("invalid_cursor") from error
        require(re.fullmatch(rf"{kind}:[0-9]{{1,16}}", said), "invalid_cursor")
        return int(said.partition(":")[2])


def to_be_continued(kind: str, begins: int | None) -> Json:
    """The metadata that leads to the next page, if there is one."""
    cursor = "" if begins is None else b64encode(f"{kind}:{begins}".encode()).decode()
    return {"response_metadata": {"next_cursor": cursor}}


Run = Callable[[Call], Json]


class Method(NamedTuple):
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
    if name not in METHODS:
        raise Refusal("unknown_method", req_method=name)
    run, required, who = METHODS[name]
    tokens = {"bot": call.team.app.bot_token, "app": call.team.app.app_token}
    if who != "anybody":
        require(token, "not_authed")
        require(token in tokens.values(), "invalid_auth")
        require(call.team.app.active, "account_inactive")
        require(token == tokens[who], "not_allowed_token_type")
    if absent := [each for each in required if call.arguments.get(each) in (None, "")]:
        raise invalid(*(f"missing required field: {each}" for each in absent))
    return run(call)
