"""Claims of which nothing more was heard: watched, then looked for, then confirmed or sent again.

Nobody trusts another's clock, nor one's own across a step: a process looks only at a claim that it has itself watched,
by the clock that only grows, for longer than whoever made it can still be sending. What it could not tell the end of
itself it only waits for to arrive.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

import structlog

from jobs.recording import Outcome, Recording
from plans.chat import CannotLook, InDoubt, Later, Messenger, Never
from storage import deliveries
from storage.database import reading, writing
from storage.deliveries import Claimed

EARLIER = timedelta(days=1)
"""History is read from so long before the claim: the clock that dated it may have been an hour or more ahead."""

log = structlog.get_logger()


class Doubts:
    """What one process has watched. `since` is by its clock that only grows."""

    def __init__(self, messenger: Messenger, recording: Recording) -> None:
        self._messenger, self._recording = messenger, recording
        self._since: dict[tuple[int, str], float] = {}

    async def look(self) -> int:
        """Look for what has been watched for long enough; how many were looked for."""
        if not await self._recording.write():
            return 0
        claims = await self._recording.thread(self._watched_enough)
        if not claims:
            return 0
        token = uuid4().hex
        held = await self._recording.thread(lambda: self._take_over(claims, token))
        await self._recording(token, await asyncio.gather(*(self._found(each) for each in held)))
        return len(held)

    def _watched_enough(self) -> list[tuple[int, str]]:
        with reading(self._recording.engine) as session:
            claims = deliveries.open_claims(session, self._recording.workspace_id)
        now, spans = self._recording.machine.elapsed(), self._recording.spans
        self._recording.doubted.intersection_update(claims)
        self._since = {claim: self._since.get(claim, now) for claim in claims}
        theirs, ours = spans.lease + spans.wait, spans.wait
        enough = {claim: ours if claim in self._recording.doubted else theirs for claim in claims}
        return [claim for claim in claims if now - self._since[claim] >= enough[claim]][: spans.batch]

    def _take_over(self, claims: Sequence[tuple[int, str]], token: str) -> list[Claimed]:
        with writing(self._recording.engine) as session:
            return deliveries.take_over(session, claims, token=token)

    async def _found(self, claimed: Claimed) -> Outcome:
        if not claimed.account and claimed.channel_id:
            return Outcome(claimed, "repeat", why="the channel was lost before it was known whether it arrived")
        if not claimed.account:
            return Outcome(claimed, "never", why="the account was lost before it was known whether it arrived")
        try:
            since = claimed.claimed_at - EARLIER
            async with asyncio.timeout(self._recording.spans.lease / 2):
                where = await self._messenger.find(claimed.account or "", claimed.key, since=since, dm=claimed.dm)
        except CannotLook as blind:
            return Outcome(claimed, "repeat", why=str(blind))
        except Never as never:
            return Outcome(claimed, "never", why=str(never))
        except (Later, InDoubt, TimeoutError) as later:
            return Outcome(claimed, "doubt", why=str(later) or "no answer in time")
        except Exception as error:
            log.exception("a message could not be looked for", delivery=claimed.id)
            return Outcome(claimed, "doubt", why=type(error).__name__)
        if where is None:
            return Outcome(claimed, "absent", why="it did not arrive")
        return Outcome(claimed, "arrived", where)
