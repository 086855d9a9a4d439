"""What the workspace hands out to be used once, or a few times, or for a while: trigger_ids, response_urls, sockets."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from secrets import token_hex

from workspace.refusals import Refusal, require
from workspace.spans import Spans


@dataclass
class Return:
    """Where a response_url leads: what began it, and who began it. `ts` is the message acted on, None for a command."""

    channel: str
    user: str
    ts: str | None = None
    until: float = 0.0
    left: int = 0


@dataclass
class Tickets:
    """`base` is the workspace's own address, known once it listens."""

    clock: Callable[[], float]
    base: Callable[[], str]
    spans: Spans = field(default_factory=Spans)
    _triggers: dict[str, tuple[str, float]] = field(default_factory=dict)  # whose, until when
    _spent: set[str] = field(default_factory=set)
    _returns: dict[str, Return] = field(default_factory=dict)
    _sockets: set[str] = field(default_factory=set)
    _count: int = 1_000

    def trigger(self, user: str) -> str:
        """Mints a trigger_id: what a person did just now, good for one modal."""
        self._count += 1
        name = f"{self._count}.{int(self.clock())}.{token_hex(16)}"
        self._triggers[name] = (user, self.clock() + self.spans.trigger)
        return name

    def spend_trigger(self, trigger_id: str) -> str:
        """Whose trigger it is; it cannot be spent again."""
        require(trigger_id in self._triggers, "invalid_trigger_id")
        require(trigger_id not in self._spent, "exchanged_trigger_id")
        user, until = self._triggers[trigger_id]
        require(self.clock() <= until, "expired_trigger_id")
        self._spent.add(trigger_id)
        return user

    def response_url(self, place: Return) -> str:
        name = token_hex(12)
        self._returns[name] = replace(place, until=self.clock() + self.spans.url, left=self.spans.url_uses)
        return f"{self.base()}/respond/{name}"

    def use_response_url(self, name: str) -> Return:
        """Where it leads. Counts as a use."""
        found = self._returns.get(name)
        if found is None:
            raise Refusal("invalid_url")
        require(self.clock() <= found.until, "expired_url")
        require(found.left, "used_url")
        found.left -= 1
        return found

    def socket_url(self) -> str:
        """Where a socket may be opened, once."""
        self._sockets.add(ticket := token_hex(12))
        return f"{self.base().replace('http', 'ws', 1)}/socket?ticket={ticket}"

    def spend_socket(self, ticket: str) -> bool:
        known = ticket in self._sockets
        self._sockets.discard(ticket)
        return known
