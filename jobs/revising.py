"""Changes a brief where it stands when an action in it has been answered since: nobody chases what was said."""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from jobs.recording import Recording
from plans.briefing import brought, kept, overtaken
from plans.calendar import day_of
from plans.chat import Later, Messenger, Never, Where
from plans.progress.seeing import shown
from storage import sent
from storage.database import reading, writing
from storage.sent import Since

REMEMBERED = timedelta(days=28)
"""Older briefs are left as they are: a newer one has come, or nobody looks at them any more."""
TRIES = 3

log = structlog.get_logger()


class Revising:
    """Which of them this process has seen to already."""

    def __init__(self, messenger: Messenger, recording: Recording, *, now: Callable[[], datetime]) -> None:
        self._messenger, self._recording, self._now = messenger, recording, now
        self._done: dict[int, frozenset[Since]] = {}
        self._tries: dict[int, int] = {}

    async def revise(self) -> None:
        """Every latest brief of which an action was answered or finished that it does not say so of."""
        for number, now in (await self._recording.thread(self._overtaken)).items():
            if self._done.get(number) != now and await self._revised(number, now):
                self._done[number] = now
                self._tries.pop(number, None)

    def _overtaken(self) -> dict[int, frozenset[Since]]:
        since = day_of(self._now()) - REMEMBERED
        with reading(self._recording.engine) as session:
            found = sent.overtaken(session, "brief", since=since)
        self._done = {number: done for number, done in self._done.items() if number in found}
        return found

    async def _revised(self, number: int, now: frozenset[Since]) -> bool:
        """Whether it need not be tried again."""
        delivery = await self._recording.thread(lambda: self._delivery(number))
        if delivery is None or not delivery.body or not (delivery.channel and delivery.ts):
            return True
        before = brought(delivery.body)
        after = overtaken(before, now)
        if after == before:
            return True
        revised = delivery._replace(body=kept(after))
        try:
            await self._messenger.revise(
                Where(delivery.channel, delivery.ts), shown(revised, seen=delivery.seen_at, whole=False)
            )
        except (Later, Never) as refused:
            self._tries[number] = self._tries.get(number, 0) + 1
            gave_up = isinstance(refused, Never) or self._tries[number] >= TRIES
            log.warning("a brief could not be changed", delivery=number, why=str(refused), again=not gave_up)
            return gave_up
        await self._recording.thread(lambda: self._rewrite(number, revised.body))
        return True

    def _delivery(self, number: int) -> sent.Sent | None:
        with reading(self._recording.engine) as session:
            return sent.delivery(session, number)

    def _rewrite(self, number: int, body: object) -> None:
        with writing(self._recording.engine) as session:
            sent.rewrite(session, number, body)
