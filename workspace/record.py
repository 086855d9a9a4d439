"""The workspace's own count of everything it accepted, whether or not the caller ever heard so."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from workspace.refusals import Refusal

Json = dict[str, Any]


@dataclass(frozen=True)
class Accepted:
    """`method` as Slack names it, or `response_url`, or `ack` for a body that shows something (`view_ack`: a form)."""

    method: str
    payload: Json
    answer: Json


@dataclass
class Record:
    """`refused` are (method, code, payload) of what got an error."""

    accepted: list[Accepted] = field(default_factory=list)
    refused: list[tuple[str, str, Json]] = field(default_factory=list)

    @contextmanager
    def taking(self, method: str, payload: Json) -> Iterator[Json]:
        """Keeps what is taken within, with the answer that is filled in, or else the refusal."""
        answer: Json = {}
        try:
            yield answer
        except Refusal as refusal:
            self.refused.append((method, refusal.code, payload))
            raise
        self.accepted.append(Accepted(method, payload, answer))

    def counts(self) -> Counter[str]:
        return Counter(each.method for each in self.accepted)

    def of(self, *methods: str) -> list[Json]:
        """The payloads of what was accepted, in order."""
        return [each.payload for each in self.accepted if each.method in methods]

    def messages(self) -> list[Json]:
        """Everything that put words before somebody, by whatever way it came."""
        return self.of("chat.postMessage", "chat.postEphemeral", "response_url", "ack")
