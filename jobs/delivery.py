"""Sends what waits, once: claim, read the facts anew, send, confirm. docs/operations.md says what that can promise.

A batch is claimed and composed in one transaction. Each message goes at its own moment of the pace that all share,
and is given back, for anybody to take, when its facts have grown old by then. What became of it is recorded together
with whatever else finished meanwhile.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple, Protocol
from uuid import uuid4

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from jobs.recording import Outcome, Recording
from plans.chat import InDoubt, Later, Messenger, Never
from plans.messages import Message
from storage import deliveries, outcomes, pace
from storage.database import writing
from storage.deliveries import Claimed, Composed, Named

NO_ACCOUNT = "there is no active account of theirs in the workspace"
NO_CHANNEL = "the channel is not written to any more"

log = structlog.get_logger()


class Letter(NamedTuple):
    """What goes to one person or channel: the message, and how it is kept."""

    message: Message
    kept: Composed


class Compose(Protocol):
    """Composes anew, by the facts as they are, what was planned for each; leaves out of whom nothing is left to say."""

    def __call__(
        self, session: Session, claimed: Sequence[Claimed], planned: Mapping[int, Sequence[Named]]
    ) -> Mapping[int, Letter]: ...


class Batch(NamedTuple):
    """`began`: when its facts were read, `starts`: when its first may go, by the clock that only grows. `taken` counts
    those with nothing left to say, too."""

    token: str
    letters: Sequence[tuple[Claimed, Message]]
    began: float
    starts: float
    taken: int


class Courier:
    """One process's hands. `most`: of what takes long to compose fewer are claimed at once than of other things."""

    def __init__(
        self, messenger: Messenger, compose: Compose, recording: Recording, *, most: int | None = None
    ) -> None:
        self._messenger, self._compose, self._recording = messenger, compose, recording
        self._most = min(most or recording.spans.batch, recording.spans.batch)
        self._spans, self._machine = recording.spans, recording.machine
        self._stopping = asyncio.Event()
        self._held_until = 0.0

    def stop(self) -> None:
        """Begin nothing more: what is claimed and not on its way is given back."""
        self._stopping.set()

    async def send(self, kind: str, day: date) -> int:
        """One batch of what waits for the day; how many were taken, 0 when none can be now."""
        if self._stopping.is_set() or self._is_held() or not await self._recording.write():
            return 0
        batch = await self._recording.thread(lambda: self._claim(kind, day))
        going = {asyncio.create_task(self._post(batch, place)) for place in range(len(batch.letters))}
        while going:
            gone, going = await asyncio.wait(going, return_when=asyncio.FIRST_COMPLETED)
            await self._recording(batch.token, [each.result() for each in gone])
        return batch.taken

    # --- claiming ------------------------------------------------------------------------------------------------

    def _claim(self, kind: str, day: date) -> Batch:
        token, began, at = uuid4().hex, self._machine.elapsed(), self._machine.wall()
        with writing(self._recording.engine) as session:
            place = self._recording.workspace_id
            first = pace.next_at(session, place, at, longest=self._spans.furthest)
            limit = self._room(first, at)
            apart = first - at + timedelta(seconds=self._spans.pace * limit + self._spans.channel)
            claimed = deliveries.claim(
                session, place, kind, day, token=token, at=at, limit=limit, longest=self._spans.furthest, apart=apart
            )
            letters = self._letters(session, token, claimed)
            if letters and self._spans.pace:
                pace.move(session, place, first + timedelta(seconds=self._spans.pace * len(letters)))
        return Batch(token, letters, began, began + (first - at).total_seconds(), len(claimed))

    def _room(self, first: datetime, at: datetime) -> int:
        """How many can be on their way before their facts are half as old as they may be."""
        left = self._spans.send / 2 - (first - at).total_seconds()
        if left < 0:
            return 0
        return min(self._most, 1 + int(left / self._spans.pace)) if self._spans.pace else self._most

    def _letters(self, session: Session, token: str, claimed: Sequence[Claimed]) -> list[tuple[Claimed, Message]]:
        reached = [each for each in claimed if each.account]
        for to_channel, why in ((False, NO_ACCOUNT), (True, NO_CHANNEL)):
            lacking = [each.id for each in claimed if not each.account and bool(each.channel_id) is to_channel]
            outcomes.strand(session, token, lacking, why=why)
        planned = deliveries.named(session, [each.id for each in reached])
        composed = self._composed(session, token, reached, planned)
        deliveries.write(session, {number: each.kept for number, each in composed.items()}, before=planned)
        return [(each, composed[each.id].message) for each in reached if each.id in composed]

    def _composed(
        self, session: Session, token: str, claimed: Sequence[Claimed], planned: Mapping[int, Sequence[Named]]
    ) -> dict[int, Letter]:
        """All at once; where that fails, one by one, so that whose cannot be composed stops nobody else's."""
        try:
            composed = dict(self._compose(session, claimed, planned)) if claimed else {}
        except SQLAlchemyError:
            raise
        except Exception as error:
            if len(claimed) > 1:
                singly = [self._composed(session, token, [each], planned) for each in claimed]
                return {number: letter for each in singly for number, letter in each.items()}
            log.exception("a message could not be composed", delivery=claimed[0].id)
            until = self._machine.wall() + timedelta(seconds=self._spans.pause(claimed[0].attempts))
            outcomes.put_off(session, token, [claimed[0].id], until=until, why=type(error).__name__)
            return {}
        outcomes.drop(session, token, [each.id for each in claimed if each.id not in composed])
        return composed

    # --- sending -------------------------------------------------------------------------------------------------

    async def _post(self, batch: Batch, place: int) -> Outcome:
        claimed, message = batch.letters[place]
        await self._until(batch.starts + place * self._spans.pace)
        old = self._machine.elapsed() - batch.began > self._spans.send
        if self._stopping.is_set() or self._is_held() or old:
            return Outcome(claimed, "back")
        try:
            async with asyncio.timeout(self._spans.answer):
                where = await self._messenger.post(claimed.account or "", message, key=claimed.key)
        except Later as later:
            after = min(later.after or self._spans.first, self._spans.longest)
            if later.everyone:
                self._held_until = max(self._held_until, self._machine.elapsed() + after)
            return Outcome(claimed, "later", why=str(later), after=after, everyone=later.everyone)
        except Never as never:
            return Outcome(claimed, "never", why=str(never))
        except (InDoubt, TimeoutError) as doubt:
            return Outcome(claimed, "doubt", why=str(doubt) or "no answer in time")
        except Exception as error:  # whatever it is, it may have been sent
            log.exception("a message could not be sent", delivery=claimed.id)
            return Outcome(claimed, "doubt", why=type(error).__name__)
        return Outcome(claimed, "arrived", where)

    def _is_held(self) -> bool:
        """Whether the platform asked this process for a pause that is not over."""
        return self._machine.elapsed() < self._held_until

    async def _until(self, moment: float) -> None:
        """Waits for its turn, or for the word to stop."""
        try:
            async with asyncio.timeout(max(moment - self._machine.elapsed(), 0)):
                await self._stopping.wait()
        except TimeoutError:
            pass
