"""Carries a card back to whoever asked, or to everyone where they asked."""

import structlog

from bot.slack.cards import Card
from bot.slack.messenger import UNSURE, Messenger, Refused
from bot.slack.payloads import Place

log = structlog.get_logger()


class Carrier:
    def __init__(self, messenger: Messenger) -> None:
        self._messenger = messenger

    async def to_everyone(self, card: Card, place: Place) -> None:
        if place.response_url:
            await self._messenger.respond(place.response_url, card, everyone=True)
        else:
            await self._messenger.post(place.channel, card, thread=place.thread)

    async def to_asker(self, card: Card, place: Place, replace: bool = False) -> None:
        """`replace`: drawn where the message stands whose button was pressed."""
        if place.response_url:
            await self._messenger.respond(place.response_url, card, replace=replace)
        elif place.private:
            await self._messenger.post(place.channel, card, thread=place.thread)
        else:
            await self._in_channel(card, place)

    async def _in_channel(self, card: Card, place: Place) -> None:
        """Seen by the asker alone; by direct message where the channel does not allow that."""
        try:
            await self._messenger.post_ephemeral(place.channel, place.user, card, thread=place.thread)
        except Refused as refusal:
            if refusal.blocks or refusal.code in UNSURE or not place.user:
                raise
            log.info("answering by direct message", why=str(refusal))
            await self._messenger.post(await self._messenger.open_dm(place.user), card)
