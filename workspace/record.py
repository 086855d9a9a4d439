"""The workspace's own count of everything it accepted, whether or not the caller ever heard so."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Accepted:
    """`method` as Slack names it, or `response_url`, or `ack` for a body that shows something (`view_ack`: a form)."""

    method: str
    payload: dict[str, Any]
    answer: dict[str, Any]


@dataclass
class Record:
    """`refused` are (method, code, payload) of what got an error."""

    accepted: list[Accepted] = field(default_factory=list)
    refused: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    def accept(self, method: str, payload: dict[str, Any], answer: dict[str, Any]) -> None:
        self.accepted.append(Accepted(method, payload, answer))

    def refuse(self, method: str, code: str, payload: dict[str, Any]) -> None:
        self.refused.append((method, code, payload))

    def counts(self) -> Counter[str]:
        return Counter(each.method for each in self.accepted)

    def of(self, *methods: str) -> list[dict[str, Any]]:
        """The payloads of what was accepted, in order."""
        return [each.payload for each in self.accepted if each.method in methods]

    def messages(self) -> list[dict[str, Any]]:
        """Everything that put words before somebody, by whatever way it came."""
        return self.of("chat.postMessage", "chat.postEphemeral", "response_url", "ack")
