"""Takes answers to where they are to be seen: said anew or drawn where a message stands, which may be gone by now."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import structlog

from bot.conversation import SHOWING, about
from bot.slack.action_cards import IN_ACTION
from bot.slack.cards import render
from bot.slack.carrier import Carrier
from bot.slack.masks import is_direct
from bot.slack.messenger import Messenger, Refused
from bot.slack.payloads import Place, Press
from bot.slack.proof import Tables
from plans.chat import Redraw, Say, Where
from plans.messages import ActionCard, Message

log = structlog.get_logger()

GONE = {"message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found", "is_inactive"}

Remember = Callable[[str, str, int], None]


@dataclass
class Answers:
    """`remember` keeps which action a message in direct messages is about: what is said in its thread is of that."""

    messenger: Messenger
    carrier: Carrier
    tables: Tables
    remember: Remember

    async def say(self, answered: Say | Redraw, place: Place) -> None:
        await self.tell(answered.message, place)
        await self._revise(answered.revised)

    async def tell(self, message: Message, place: Place) -> None:
        send = partial(self.carrier.to_asker, place=place)
        await self._kept(await self.tables.send(partial(render, message), send), message)

    async def redraw(self, answered: Redraw, pressed: Press) -> None:
        """Where the pressed message stands. A card replaces nothing but a card: a brief or a list is kept."""
        if isinstance(answered.message, ActionCard) and _shows(pressed) and pressed.within != IN_ACTION:
            await self.say(answered, anew(pressed))
            return
        if pressed.ts:
            await self._update(Where(pressed.place.channel, pressed.ts), answered.message, pressed)
        else:
            send = partial(self.carrier.to_asker, place=pressed.place, replace=pressed.own)
            await self._kept(await self.tables.send(partial(render, answered.message), send), answered.message)
        await self._revise(answered.revised)

    async def _update(self, where: Where, message: Message, pressed: Press) -> None:
        """Deleted meanwhile, or too old to be changed, it is said anew."""
        try:
            await self.tables.send(partial(render, message), partial(self.messenger.update, where.channel, where.ts))
        except Refused as refusal:
            if refusal.code not in GONE:
                raise
            log.info("said anew", why=str(refusal))
            await self.tell(message, anew(pressed))
        else:
            await self._kept(None if pressed.place.thread else where, message)

    async def _revise(self, revised: Sequence[tuple[Where, Message]]) -> None:
        """What else now says something else; nobody waits for it, so that it cannot be changed is only noted."""
        for where, message in revised:
            try:
                await self.messenger.update(where.channel, where.ts, render(message))
            except Refused as refusal:
                log.info("a message could not be drawn anew", why=str(refusal))

    async def _kept(self, where: Where | None, message: Message) -> None:
        action = about(message)
        if where and where.ts and action and is_direct(where.channel):
            await asyncio.to_thread(self.remember, where.channel, where.ts, action)


def anew(pressed: Press) -> Place:
    """Where an answer goes that does not replace what was pressed: in direct messages a message that can be replied to,
    not one that only its reader sees."""
    return replace(pressed.place, response_url=None) if pressed.ts else pressed.place


def _shows(pressed: Press) -> bool:
    return pressed.verb is not None and pressed.verb.name in SHOWING
