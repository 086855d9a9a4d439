"""Which kind of table a workspace takes: asked at start, learnt from every refusal, remembered between runs.

Nobody answers an acknowledgement, so it may hold only what is proven; other refusals are seen.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.cards import Card
from bot.slack.messenger import TROUBLE, Refused
from bot.slack.tables import LADDER, Table, sample

log = structlog.get_logger()

T = TypeVar("T")

PATIENCE = 5  # seconds for blocks.validate, which not every Slack-shaped server knows
_INVALID = {"invalid_blocks", "invalid_message"}


class Tables:
    """`recall` and `remember` keep the word between runs; both are quick and synchronous."""

    def __init__(self, recall: Callable[[], str | None], remember: Callable[[str], None]) -> None:
        self._remember = remember
        word = recall()
        self.proven: Table | None = next((kind for kind in LADDER if kind == word), None)

    def accepted(self, kind: Table) -> None:
        if kind != self.proven:
            log.info("tables proven", kind=kind, before=self.proven)
            self.proven = kind
            self._remember(kind)

    async def send(self, draw: Callable[[Table], Card], post: Callable[[Card], Awaitable[T]]) -> T:
        """Posts a card with the best table not yet refused, stepping down at each refusal of its blocks."""
        kinds = LADDER[LADDER.index(self.proven) if self.proven else 0 :]
        for kind in kinds:
            card = draw(kind)
            try:
                posted = await post(card)
            except Refused as refusal:
                if not refusal.blocks or card.table in (None, "sections"):
                    raise
                log.info("table refused", kind=kind, code=refusal.code)
                continue
            if card.table:
                self.accepted(card.table)
            return posted
        raise AssertionError  # the last kind is no table, and its refusal was raised

    async def ask(self, client: AsyncWebClient) -> None:
        """Asks `blocks.validate`; what it does not answer stays as it was."""
        for kind in LADDER:
            taken = kind == "sections" or await _validated(client, kind)
            if taken is None:
                return
            if taken:
                self.accepted(kind)
                return


async def _validated(client: AsyncWebClient, kind: Table) -> bool | None:
    """Whether Slack finds a sample valid; None when it, or whatever stands in for it, cannot say."""
    try:
        async with asyncio.timeout(PATIENCE):
            answered: Any = (await client.blocks_validate(blocks=sample(kind))).data
    except SlackApiError as refusal:
        answered = getattr(refusal.response, "data", None)
    except TROUBLE as trouble:
        log.info("blocks.validate did not answer", why=repr(trouble))
        return None
    if not isinstance(answered, dict):
        return None
    if answered.get("errors") or answered.get("error") in _INVALID:
        return False
    return True if answered.get("ok") is True else None
