"""An answer shared with everyone where it was asked for: once, however often its button is pressed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from bot.slack.cards import render
from bot.slack.carrier import Carrier
from bot.slack.messenger import UNSURE, Refused
from bot.slack.payloads import Press, digest
from bot.slack.proof import Tables
from plans.messages import Message, Notice


@dataclass
class Sharing:
    """`is_new` remembers a key and says whether it was new; `forget` takes it back."""

    tables: Tables
    carrier: Carrier
    is_new: Callable[[str], Awaitable[bool]]
    forget: Callable[[str], Awaitable[None]]

    async def share(self, message: Message, pressed: Press) -> None:
        """Posted once for each list that a message shows."""
        shown = f"share {digest((pressed.message, pressed.verb))}"
        if not await self.is_new(shown):
            card = render(Notice("plain", detail="You have shared this list already."))
            await self.carrier.to_asker(card, pressed.place)
            return
        try:
            await self.tables.send(partial(render, message), partial(self.carrier.to_everyone, place=pressed.place))
        except Refused as refusal:
            if refusal.code not in UNSURE:  # it surely did not arrive, so it may be shared yet
                await self.forget(shown)
            raise
