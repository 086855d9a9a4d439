"""How the workspace says no: to programs in Slack's own words, to people in a sentence."""

from typing import Any


class Refusal(Exception):
    """`code` as Slack spells it; `more` joins it in the answer, for example `response_metadata`."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.code, self.more = code, more


class Sorry(Exception):
    """A sentence for the person: why not."""


def require(holds: object, code: str) -> None:
    """Refuses with the code unless it holds."""
    if not holds:
        raise Refusal(code)
