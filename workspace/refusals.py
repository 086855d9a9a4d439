"""How the workspace says no, in Slack's own words."""

from typing import Any


class Refusal(Exception):
    """`code` as Slack spells it; `more` joins it in the answer, for example `response_metadata`."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.more = more
