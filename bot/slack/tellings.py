"""The message that tells of a document: "Reading plan.pdf…" from the first, then how far it is, in the end what was
found. It stands in direct messages, since buttons need a message that lasts."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Protocol

import structlog

from bot import imports
from bot.slack.answers import Answers
from bot.slack.cards import Card, render
from bot.slack.messenger import UNSURE, Messenger, Refused
from bot.slack.payloads import Place
from bot.slack.refusals import HALF_DONE
from plans.chat import LeftBehind, Where
from plans.messages import Message, Notice

log = structlog.get_logger()

PACE = 3.0  # seconds between two tellings of how far a document is
SOON = UNSURE | HALF_DONE | {"ratelimited", "rate_limited", "service_unavailable"}
"""What Slack says when it may take the same a minute later."""

IN_PRIVATE = "I am reading {0}. What I find comes in our direct messages, and nothing is saved before you confirm it."


class Readings(Protocol):
    """What is kept of a document while it is read, in storage that outlives us. Each is quick and blocks. `told`: its
    sender has seen what became of it, so nobody needs to look after it any more."""

    def placed(self, offer: int, where: Where) -> None: ...
    def alive(self, offer: int) -> None: ...
    def told(self, offer: int) -> None: ...
    def left_behind(self) -> Sequence[LeftBehind]: ...


class Unkept:
    """Where nothing outlives us."""

    def placed(self, offer: int, where: Where) -> None:
        pass

    def alive(self, offer: int) -> None:
        pass

    def told(self, offer: int) -> None:
        pass

    def left_behind(self) -> Sequence[LeftBehind]:
        return ()


@dataclass
class Tellings:
    messenger: Messenger
    answers: Answers
    readings: Readings

    async def begin(self, name: str, offer: int, place: Place) -> Where:
        """Where it stands. No `ts` where it is not known whether Slack took it: what is found is said anew then."""
        private = place.channel if place.private else await self.messenger.open_dm(place.user)
        try:
            where = await self.messenger.post(private, render(plain(imports.reading(name))))
        except Refused as refusal:
            if refusal.code not in SOON:
                raise
            log.info("it is not known whether the telling of a document arrived", why=str(refusal))
            where = Where(private, "")
        await kept(self.readings.placed, offer, where)
        if not place.private:
            with suppress(Refused):  # it is under way, and they will see it
                await self.answers.tell(plain(IN_PRIVATE.format(name)), place)
        return where

    @asynccontextmanager
    async def going(self, name: str, offer: int, where: Where) -> AsyncIterator[Callable[[int, int], None]]:
        """Says how far it is, and that somebody is at it, every few seconds; its reader calls what this gives."""
        far, over = [(0, 0)], asyncio.Event()

        def progress(done: int, total: int) -> None:
            far[0] = (done, total)

        telling = asyncio.create_task(self._tell(name, offer, where, lambda: far[0], over))
        try:
            yield progress
        finally:
            over.set()  # never cut short: what was on its way to Slack could arrive after what was found
            await telling

    async def _tell(
        self, name: str, offer: int, where: Where, far: Callable[[], tuple[int, int]], over: asyncio.Event
    ) -> None:
        told = (0, 0)
        while not await _within(PACE, over):
            await kept(self.readings.alive, offer)
            if (now := far()) != told and where.ts:
                told = now
                with suppress(Refused):  # deleted meanwhile, or Slack is busy: of mere progress nobody need know
                    await self.messenger.update(where.channel, where.ts, render(plain(imports.reading(name, *now))))

    async def end(self, offer: int, where: Where, card: Card) -> None:
        """It becomes what was found. What Slack may take later is left to whoever looks for what was left behind."""
        try:
            await self._become(where, card)
        except Refused as refusal:
            if refusal.code in SOON:
                log.warning("what was found in a document is told later", why=str(refusal))
                return
            await kept(self.readings.told, offer)
            raise
        await kept(self.readings.told, offer)

    async def _become(self, where: Where, card: Card) -> None:
        """Deleted meanwhile, it is said anew."""
        if where.ts:
            try:
                await self.messenger.update(where.channel, where.ts, card)
            except Refused as refusal:
                if refusal.code in SOON:
                    raise
                log.info("a message about a document could not be changed", why=str(refusal))
            else:
                return
        await self.messenger.post(where.channel, card)


async def kept(keep: Callable[..., None], *values: object) -> None:
    """Storage that is busy for once does not end the reading: it is looked after by the minute."""
    try:
        await asyncio.to_thread(keep, *values)
    except Exception as error:
        log.error("what became of a document could not be kept", exc_info=error)


async def _within(seconds: float, event: asyncio.Event) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
    return event.is_set()


def plain(sentence: str) -> Message:
    return Notice("plain", detail=sentence)
