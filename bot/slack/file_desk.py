"""Where files that may be plans are taken: claimed before Slack is told that we have them, fetched, read, and previewed
in their sender's direct messages, in the message that said they were being read."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

import structlog

from bot import imports
from bot.slack.answers import Answers
from bot.slack.apologies import apology
from bot.slack.cards import Card, render
from bot.slack.files import FetchFile, File, NotFetched, name_of
from bot.slack.messenger import Messenger, Refused
from bot.slack.payloads import Place, direct
from plans.chat import Answered, Brought, Fetch, Heard, LeftBehind, Offered, Redraw, Say, Where
from plans.messages import Message, Notice

log = structlog.get_logger()

READERS = 2  # documents read at once; the others wait their turn
PACE = 3.0  # seconds between two tellings of how far a document is
WATCH = 20.0  # seconds between two looks for documents left behind

IN_PRIVATE = "I am reading {0}. What I find comes in our direct messages, and nothing is saved before you confirm it."
STOPPED = "I was stopped while I read {0}, and nothing of it was saved. Send it again."


class Readings(Protocol):
    """What is kept of a document while it is read, in storage that outlives us. Each is quick and blocks."""

    def placed(self, offer: int, where: Where) -> None: ...
    def alive(self, offer: int) -> None: ...
    def ended(self, offer: int) -> None: ...
    def left_behind(self) -> Sequence[LeftBehind]: ...


class Unkept:
    """Where nothing outlives us."""

    def placed(self, offer: int, where: Where) -> None:
        pass

    def alive(self, offer: int) -> None:
        pass

    def ended(self, offer: int) -> None:
        pass

    def left_behind(self) -> Sequence[LeftBehind]:
        return ()


@dataclass
class FileDesk:
    """`hear` waits for the conversation on a thread; a document has threads of its own, so that nobody else waits for
    it."""

    messenger: Messenger
    answers: Answers
    fetch: FetchFile
    readings: Readings
    hear: Callable[[Heard], Awaitable[Answered | None]]
    blocking: Callable[[Heard], Answered | None]
    start: Callable[[Any, Place], None]
    patience: float
    pace: float = PACE
    _readers: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(READERS, thread_name_prefix="documents")
    )

    async def brought(self, files: Sequence[File], words: str, place: Place, key: str) -> bool:
        """Every file for itself. False: the words beside them are an answer, and they its evidence."""
        claiming = asyncio.create_task(self._claimed(files, words, place, key))
        await asyncio.wait([claiming], timeout=self.patience)
        if claiming.done():
            return claiming.result()
        self.start(_finished(claiming), place)
        return True

    async def _claimed(self, files: Sequence[File], words: str, place: Place, key: str) -> bool:
        told = False
        for file in files:
            said = f"slack {key} {file.get('id')}"
            name = name_of(file)
            match await self.hear(Brought(name, place.asker, words, place.key, place.channel, said)):
                case None:
                    return False
                case Fetch(offer):
                    self.start(self._read(file, offer, words, place), place)
                case Say(message) if not told:
                    told = True  # of several files refused alike, once
                    self.start(self.answers.tell(message, place), place)
        return True

    async def _read(self, file: File, offer: int, words: str, place: Place) -> None:
        """Whatever becomes of it is told in one message."""
        name = name_of(file)
        where = await self._begun(name, place)
        await asyncio.to_thread(self.readings.placed, offer, where)
        async with self._telling(name, offer, where) as progress:
            try:
                content = await self.fetch(file)
                answered = await self._on_reader(Offered(offer, name, content, place.asker, words, progress))
                message = answered.message if isinstance(answered, Say | Redraw) else None
            except NotFetched as refused:
                message = Notice("plain", detail=f"{refused} Nothing was saved.")
                await asyncio.to_thread(self.readings.ended, offer)
            except Exception as error:  # else "Reading…" would stand there for ever
                await asyncio.to_thread(self.readings.ended, offer)
                await self._becomes(where, apology(error), place)
                return
        if message:
            await self._becomes(where, render(message), place)

    async def _begun(self, name: str, place: Place) -> Where:
        """The message that becomes the preview. Its buttons need one that lasts, so it stands in direct messages."""
        private = place.channel if place.private else await self.messenger.open_dm(place.user)
        where = await self.messenger.post(private, render(_plain(imports.reading(name))))
        if not place.private:
            with suppress(Refused):  # it is under way, and they will see it
                await self.answers.tell(_plain(IN_PRIVATE.format(name)), place)
        return where

    @asynccontextmanager
    async def _telling(self, name: str, offer: int, where: Where) -> AsyncIterator[Callable[[int, int], None]]:
        """Says how far it is, and that somebody is at it, every few seconds; its reader calls what this gives."""
        far = [(0, 0)]

        def progress(done: int, total: int) -> None:
            far[0] = (done, total)

        telling = asyncio.create_task(self._tell(name, offer, where, lambda: far[0]))
        try:
            yield progress
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)

    async def _tell(self, name: str, offer: int, where: Where, far: Callable[[], tuple[int, int]]) -> None:
        told = (0, 0)
        while True:
            await asyncio.sleep(self.pace)
            await asyncio.to_thread(self.readings.alive, offer)
            if (now := far()) != told:
                told = now
                await self._becomes(where, render(_plain(imports.reading(name, *now))), None)

    async def _becomes(self, where: Where, card: Card, place: Place | None) -> None:
        """Deleted meanwhile, it is said anew where somebody waits for it; of mere progress nobody need know."""
        try:
            await self.messenger.update(where.channel, where.ts, card)
        except Refused as refusal:
            log.info("a message about a document could not be changed", why=str(refusal))
            if place:
                await self.messenger.post(where.channel, card)

    async def _on_reader(self, offered: Offered) -> Answered | None:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, partial(self.blocking, offered))

    async def watch(self) -> None:
        """Tells whoever sent a document that its reader ended with: a process that was stopped, here or elsewhere."""
        while True:
            for one in await asyncio.to_thread(self.readings.left_behind):
                _, team, user = one.account.split(":", 2)
                self.start(self._stopped(one, user), direct(user, team))
            await asyncio.sleep(WATCH)

    async def _stopped(self, one: LeftBehind, user: str) -> None:
        card = render(_plain(STOPPED.format(one.file)))
        if one.where:
            await self._becomes(one.where, card, direct(user, ""))
        else:
            await self.messenger.post(user, card)

    def close(self) -> None:
        """What is being read ends by its own limits; nobody waits for it."""
        self._readers.shutdown(wait=False, cancel_futures=True)


def _plain(sentence: str) -> Message:
    return Notice("plain", detail=sentence)


async def _finished(task: "asyncio.Task[bool]") -> None:
    await task
