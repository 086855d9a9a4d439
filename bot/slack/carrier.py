"""Carries a card back to whoever asked, or to everyone where they asked."""

import structlog

from bot.slack.cards import Card
from bot.slack.messenger import UNSURE, Messenger, Refused
from bot.slack.payloads import Place
from plans.chat import Where

log = structlog.get_logger()

SPENT = {"expired_url", "used_url", "invalid_url", "no_service"}
"""A response_url is good five times in thirty minutes; a button is pressed when somebody has the time."""


class Carrier:
    def __init__(self, messenger: Messenger) -> None:
        self._messenger = messenger

    async def to_everyone(self, card: Card, place: Place) -> None:
        if place.response_url:
            await self._messenger.respond(place.response_url, card, channel=place.channel, everyone=True)
        else:
            await self._messenger.post(place.channel, card, thread=place.thread)

    async def to_asker(self, card: Card, place: Place, replace: bool = False) -> Where | None:
        """Where it stands, if that is in their direct messages and begins a thread of its own. `replace`: drawn where
        the message stands whose button was pressed."""
        if place.response_url and await self._responded(place.response_url, card, place, replace):
            return None
        if place.private:
            where = await self._messenger.post(place.channel, card, thread=place.thread)
            return None if place.thread else where
        return await self._in_channel(card, place)

    async def _responded(self, url: str, card: Card, place: Place, replace: bool) -> bool:
        try:
            await self._messenger.respond(url, card, channel=place.channel, replace=replace)
        except Refused as refusal:
            if refusal.code not in SPENT or not (place.user and place.channel):
                raise
            log.info("answering anew", why=str(refusal))
            return False
        return True

    async def _in_channel(self, card: Card, place: Place) -> Where | None:
        """Seen by the asker alone; by direct message where the channel does not allow that."""
        try:
            await self._messenger.post_ephemeral(place.channel, place.user, card, thread=place.thread)
        except Refused as refusal:
            if refusal.blocks or refusal.code in UNSURE or not place.user:
                raise
            log.info("answering by direct message", why=str(refusal))
            return await self._messenger.post(await self._messenger.open_dm(place.user), card)
        return None
