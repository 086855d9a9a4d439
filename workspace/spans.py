"""How long Slack waits for things, in machine seconds. Tests shorten them in proportion."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Spans:
    """`retries`: the waits before an event is sent again; `url`: how long a response_url answers, `url_uses` times."""

    ack: float = 3.0
    trigger: float = 3.0
    retries: tuple[float, ...] = (0.0, 60.0, 300.0)
    url: float = 1_800.0
    url_uses: int = 5
    ping: float = 10.0
