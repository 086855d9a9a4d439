"""Where a Home tab is drawn: when somebody opens it, when they turn its page, after what they themselves changed."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from bot.slack import home_cards
from bot.slack.apologies import apology
from bot.slack.messenger import Messenger, Refused
from bot.slack.payloads import digest
from plans.chat import Answered, Asker, Heard, Pressed, Redraw, Say, Submitted
from plans.messages import Home, Verb

log = structlog.get_logger()

MOST = 5_000
"""People whose open home is remembered: of the others it is drawn anew once they open it."""


@dataclass
class Opened:
    """What somebody's tab shows: which page, and by what it is known. One drawing at a time, the last the freshest."""

    page: int = 1
    shown: str = ""
    drawing: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass
class HomeDesk:
    """`hear` waits for the conversation on a thread, so that nobody's answer waits for a home."""

    messenger: Messenger
    hear: Callable[[Heard], Awaitable[Answered | None]]
    _opened: OrderedDict[str, Opened] = field(default_factory=OrderedDict)

    async def open(self, by: Asker, page: int = 1) -> None:
        """Whatever goes wrong is said there: an empty page would say that nothing is theirs."""
        opened = self._opened.setdefault(by.account, Opened())
        self._opened.move_to_end(by.account)
        while len(self._opened) > MOST:
            self._opened.popitem(last=False)
        opened.page, opened.shown = page, ""
        await self._draw(by, opened)

    async def again(self, by: Asker) -> None:
        """After a change of their own, where they have it open and it now says something else."""
        if opened := self._opened.get(by.account):
            await self._draw(by, opened)

    def is_concerned(self, heard: Heard, answered: Answered | None) -> bool:
        """Did a press or a form of theirs change something, while they have it open?"""
        done = isinstance(heard, Pressed | Submitted) and isinstance(answered, Say | Redraw)
        return done and not is_home(answered) and heard.by.account in self._opened

    async def _draw(self, by: Asker, opened: Opened) -> None:
        async with opened.drawing:
            try:
                heard = await self.hear(Pressed(Verb("home", "", "", opened.page), by))
                view = _drawn(heard)
            except Exception as error:
                view = home_cards.trouble(apology(error).blocks)
            if view and (now := digest(view)) != opened.shown and await self._published(by, view):
                opened.shown = now

    async def _published(self, by: Asker, view: home_cards.View) -> bool:
        """Nobody asked for it in words, so that it could not be drawn is only noted."""
        try:
            await self.messenger.publish(by.account.rpartition(":")[2], view)
        except Refused as refusal:
            log.warning("a home could not be drawn", why=str(refusal))
            return False
        return True


def is_home(answered: Answered | None) -> bool:
    return isinstance(answered, Say | Redraw) and isinstance(answered.message, Home)


def _drawn(answered: Answered | None) -> home_cards.View | None:
    if isinstance(answered, Say | Redraw) and isinstance(answered.message, Home):
        return home_cards.draw(answered.message)
    return None
