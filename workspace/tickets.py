"""What the workspace hands out to be used once, or a few times, or for a while: trigger_ids, response_urls, sockets."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from secrets import token_hex
from typing import Any
from urllib.parse import urlencode

from workspace.refusals import Refusal
from workspace.spans import Spans


@dataclass
class Trigger:
    user: str
    until: float
    spent: bool = False


@dataclass
class Return:
    """Where a response_url leads: what began it, and who began it. `ts` is the message acted on, None for a command."""

    channel: str
    user: str
    ts: str | None = None
    thread_ts: str | None = None
    until: float = 0.0
    left: int = 0


@dataclass
class Tickets:
    """`base` is the workspace's own address, known once it listens."""

    clock: Callable[[], float]
    base: Callable[[], str]
    spans: Spans = field(default_factory=Spans)
    _triggers: dict[str, Trigger] = field(default_factory=dict)
    _returns: dict[str, Return] = field(default_factory=dict)
    _sockets: dict[str, dict[str, str]] = field(default_factory=dict)
    _count: int = 1_000

    def trigger(self, user: str) -> str:
        """Mints a trigger_id: what a person did just now, good for one modal."""
        self._count += 1
        name = f"{self._count}.{int(self.clock())}.{token_hex(16)}"
        self._triggers[name] = Trigger(user, self.clock() + self.spans.trigger)
        return name

    def spend_trigger(self, trigger_id: str) -> str:
        """Whose trigger it is; it cannot be spent again."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise Refusal("invalid_trigger_id")
        if trigger.spent:
            raise Refusal("exchanged_trigger_id")
        if self.clock() > trigger.until:
            raise Refusal("expired_trigger_id")
        trigger.spent = True
        return trigger.user

    def response_url(self, place: Return) -> str:
        name = token_hex(12)
        self._returns[name] = replace(place, until=self.clock() + self.spans.url, left=self.spans.url_uses)
        return f"{self.base()}/respond/{name}"

    def use_response_url(self, name: str) -> Return:
        """Where it leads. Counts as a use."""
        found = self._returns.get(name)
        if found is None:
            raise Refusal("invalid_url")
        if self.clock() > found.until:
            raise Refusal("expired_url")
        if not found.left:
            raise Refusal("used_url")
        found.left -= 1
        return found

    def socket_url(self, **more: Any) -> str:
        """Where a socket may be opened, once. `more` joins the address, as Slack's own `app_id` does."""
        ticket = token_hex(12)
        self._sockets[ticket] = {key: str(value) for key, value in more.items()}
        return f"{self.base().replace('http', 'ws', 1)}/socket?{urlencode({'ticket': ticket, **self._sockets[ticket]})}"

    def spend_socket(self, ticket: str) -> bool:
        return self._sockets.pop(ticket, None) is not None
