"""Where files that may be plans are taken: claimed before Slack is told that we have them, fetched, read, and previewed
in their sender's direct messages, in the message that said they were being read."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import structlog

from bot.slack.answers import Answers
from bot.slack.apologies import apology
from bot.slack.cards import Card, render
from bot.slack.files import FetchFile, File, NotFetched, name_of
from bot.slack.messenger import Refused
from bot.slack.payloads import Place, direct
from bot.slack.tellings import Tellings, kept, plain
from plans.chat import Answered, Asker, Brought, Fetch, Heard, LeftBehind, Offered, Redraw, Resumed, Say, Where

log = structlog.get_logger()

READERS = 2  # documents read at once; the others wait their turn
WATCH = 20.0  # seconds between two looks for documents left behind

STOPPED = "I was stopped while I read {0}, and nothing of it was saved. Send it again."
UNWRITABLE = "I did not read {0}, because I cannot write to you in our direct messages: {1}."

Otherwise = Callable[[], Awaitable[None]]


async def _nothing() -> None:
    """Files that came without a word are no answer."""


@dataclass
class FileDesk:
    """`hear` waits for the conversation on a thread; a document has threads of its own, so that nobody else waits for
    it."""

    tellings: Tellings
    answers: Answers
    fetch: FetchFile
    hear: Callable[[Heard], Awaitable[Answered | None]]
    blocking: Callable[[Heard], Answered | None]
    start: Callable[[Any, Place], None]
    patience: float
    _readers: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(READERS, thread_name_prefix="documents")
    )

    async def brought(
        self, files: Sequence[File], words: str, place: Place, key: str, otherwise: Otherwise = _nothing
    ) -> None:
        """Every file for itself. `otherwise` where the words beside them are an answer, and they its evidence."""
        claiming = asyncio.create_task(self._taken(files, words, place, key, otherwise))
        await asyncio.wait([claiming], timeout=self.patience)
        if claiming.done():
            claiming.result()
        else:
            self.start(_finished(claiming), place)

    async def _taken(self, files: Sequence[File], words: str, place: Place, key: str, otherwise: Otherwise) -> None:
        if not await self._claimed(files, words, place, key):
            await otherwise()

    async def _claimed(self, files: Sequence[File], words: str, place: Place, key: str) -> bool:
        told = False
        for file in files:
            said = f"slack {key} {file.get('id')}"
            name = name_of(file)
            match await self.hear(Brought(name, place.asker, words, place.key, place.channel, said, place.private)):
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
        try:
            where = await self.tellings.begin(name, offer, place)
        except Refused as refusal:
            await kept(self.tellings.readings.told, offer)
            await self.answers.tell(plain(UNWRITABLE.format(name, refusal)), place)
            return
        async with self.tellings.going(name, offer, where) as progress:
            card = await self._found(file, Offered(offer, name, b"", place.asker, words, progress))
        if card:
            await self.tellings.end(offer, where, card)

    async def _found(self, file: File, offered: Offered) -> Card | None:
        """None where somebody else has told of it meanwhile."""
        try:
            content = await self.fetch(file)
            answered = await self._on_reader(replace(offered, content=content))
            return render(answered.message) if isinstance(answered, Say | Redraw) else None
        except NotFetched as refused:
            return render(plain(f"{refused} Nothing was saved."))
        except Exception as error:  # else "Reading…" would stand there for ever
            return apology(error)

    async def _on_reader(self, offered: Offered) -> Answered | None:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, partial(self.blocking, offered))

    async def watch(self) -> None:
        """Looks after documents whose reader ended: a process that was stopped, here or elsewhere."""
        while True:
            try:
                for one in await asyncio.to_thread(self.tellings.readings.left_behind):
                    _, team, user = one.account.split(":", 2)
                    self.start(self._left(one, user), direct(user, team))
            except Exception as error:  # a database that is away for a while; nobody else would look
                log.error("documents left behind could not be looked for", exc_info=error)
            await asyncio.sleep(WATCH)

    async def _left(self, one: LeftBehind, user: str) -> None:
        """What was read whole is shown; of the rest its sender is told."""
        card = await self._resumed(one) if one.is_read else render(plain(STOPPED.format(one.file)))
        if card:
            await self.tellings.end(one.offer, one.where or Where(user, ""), card)

    async def _resumed(self, one: LeftBehind) -> Card | None:
        try:
            answered = await self.hear(Resumed(one.offer, Asker(one.account)))
            return render(answered.message) if isinstance(answered, Say) else None
        except Exception as error:  # else it would be tried for ever
            return apology(error)

    def close(self) -> None:
        """What is being read ends by its own limits; nobody waits for it."""
        self._readers.shutdown(wait=False, cancel_futures=True)


async def _finished(task: "asyncio.Task[None]") -> None:
    await task
