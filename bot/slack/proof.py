"""Which kind of table a workspace takes, and whether charts: asked at start, learnt from every refusal. The kind of
table is remembered between runs.

Nobody answers an acknowledgement, so it may hold only what is proven; other refusals are seen.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import charts
from bot.slack.cards import Card
from bot.slack.limits import Block
from bot.slack.messenger import TROUBLE, Refused
from bot.slack.tables import LADDER, Face, Table, sample

log = structlog.get_logger()

T = TypeVar("T")
Refusals = dict[Face | None, str]
"""The faces of one message whose blocks were refused, and Slack's word for why."""

PATIENCE = 5  # seconds for blocks.validate, which not every Slack-shaped server knows
TOO_LONG = "msg_blocks_too_long"  # says nothing of charts: the next message may be shorter
_INVALID = {"invalid_blocks", "invalid_message"}


class Tables:
    """`recall` and `remember` keep the word between runs; both are quick and synchronous."""

    def __init__(self, recall: Callable[[], str | None], remember: Callable[[str], None]) -> None:
        self._remember = remember
        word = recall()
        self.proven: Table | None = next((kind for kind in LADDER if kind == word), None)
        self.charts: bool | None = None  # not known: only an attempt tells

    @property
    def face(self) -> Face | None:
        """The best that is proven."""
        return "charts" if self.charts and self.proven == LADDER[0] else self.proven

    def accepted(self, kind: Table) -> None:
        if kind != self.proven:
            log.info("tables proven", kind=kind, before=self.proven)
            self.proven = kind
            self._remember(kind)

    async def send(
        self, draw: Callable[[Face], Card], post: Callable[[Card], Awaitable[T]], refused: Refusals | None = None
    ) -> T:
        """Posts a card as the best not yet refused, stepping down at each refusal of its blocks: charts with a table,
        the tables in turn, words in sections, the words alone. `refused` goes on from an earlier attempt at the same
        message, and is added to."""
        refused = {} if refused is None else refused
        for face in self._faces():
            card = draw(face)
            if card.face in refused:
                continue
            try:
                posted = await post(card)
            except Refused as refusal:
                if not refusal.blocks:
                    raise
                log.info("blocks refused", face=card.face, code=refusal.code)
                refused[card.face] = refusal.code
                continue
            self._learn(card, refused)
            return posted
        return await post(Card([], card.text))

    def _faces(self) -> tuple[Face, ...]:
        kinds = LADDER[LADDER.index(self.proven) if self.proven else 0 :]
        return kinds if self.charts is False or kinds[0] != LADDER[0] else ("charts", *kinds)

    def _learn(self, card: Card, refused: Refusals) -> None:
        if card.charts or refused.get("charts", TOO_LONG) != TOO_LONG:
            self.charts = card.charts
        if card.table:
            self.accepted(card.table)

    async def ask(self, client: AsyncWebClient) -> None:
        """Asks `blocks.validate`; what it does not answer stays as it was."""
        for kind in LADDER:
            taken = kind == "sections" or await _validated(client, sample(kind))
            if taken is None:
                return
            if taken:
                self.accepted(kind)
                break
        if self.proven == LADDER[0]:
            self.charts = await _validated(client, charts.sample())


async def _validated(client: AsyncWebClient, blocks: list[Block]) -> bool | None:
    """Whether Slack finds a sample valid; None when it, or whatever stands in for it, cannot say."""
    try:
        async with asyncio.timeout(PATIENCE):
            answered: Any = (await client.blocks_validate(blocks=blocks)).data
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
