"""What became of a claim, on its way into the ledger. Kept in hand while the database is gone."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal, NamedTuple

import structlog
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from jobs.spans import Machine, Spans
from jobs.threads import Thread
from plans.chat import Where
from storage import channels, outcomes, pace
from storage.database import writing
from storage.deliveries import Claimed
from storage.outcomes import Arrived

log = structlog.get_logger()


class Outcome(NamedTuple):
    """`arrived`: `where`. `back`: surely not sent, and not tried. `later`: surely not sent, in `after` seconds again,
    as must all others if `everyone`. `never`: no account, or channel, takes it. `doubt`: it may have arrived. `repeat`:
    it may, and nobody can look. `absent`: looked for, and not there."""

    claimed: Claimed
    what: Literal["arrived", "back", "later", "never", "doubt", "repeat", "absent"]
    where: Where | None = None
    why: str = ""
    after: float = 0
    everyone: bool = False


class Recording:
    """Writes outcomes down, each with the token that it was held by. `now` is the calendar.

    `doubted` are the claims that this process itself cannot tell the end of: nobody else need wait for them.
    """

    def __init__(
        self,
        engine: Engine,
        workspace_id: int,
        *,
        now: Callable[[], datetime],
        thread: Thread,
        spans: Spans,
        machine: Machine,
    ) -> None:
        self.engine, self.workspace_id, self.thread, self.spans, self.machine = (
            engine, workspace_id, thread, spans, machine
        )  # fmt: skip
        self.doubted: set[tuple[int, str]] = set()
        self._now = now
        self._unwritten: list[tuple[str, Outcome]] = []

    async def __call__(self, token: str, outcomes: Sequence[Outcome]) -> None:
        for each in outcomes:
            if each.what not in ("arrived", "back"):
                log.warning("a delivery did not go", delivery=each.claimed.id, what=each.what, why=each.why)
        self._unwritten += [(token, each) for each in outcomes]
        await self.write()

    async def write(self) -> bool:
        """Whether nothing is left in hand. Called again by whoever comes next, when the database was gone."""
        if not self._unwritten:
            return True
        taken, self._unwritten = self._unwritten, []
        try:
            await self.thread(lambda: self._write(taken))
        except SQLAlchemyError as error:
            self._unwritten = taken + self._unwritten
            log.error("what was sent could not be recorded yet", deliveries=len(taken), why=type(error).__name__)
            return False
        self.doubted |= {(each.claimed.id, token) for token, each in taken if each.what == "doubt"}
        return True

    def _write(self, outcomes: Sequence[tuple[str, Outcome]]) -> None:
        with writing(self.engine) as session:
            self._hold_everyone(session, [each for _, each in outcomes if each.everyone])
            for (token, what), group in groupby(sorted(outcomes, key=_kind), key=_kind):
                self._become(session, token, what, [each for _, each in group])

    def _hold_everyone(self, session: Session, asked: Sequence[Outcome]) -> None:
        if asked:
            wall = self.machine.wall()
            held = pace.next_at(session, self.workspace_id, wall, longest=self.spans.furthest)
            until = wall + timedelta(seconds=min(max(each.after for each in asked), self.spans.longest))
            pace.move(session, self.workspace_id, max(held, until))

    def _become(self, session: Session, token: str, what: str, held: Sequence[Outcome]) -> None:
        ids = [each.claimed.id for each in held]
        match what:
            case "arrived":
                outcomes.confirm(session, token, [_arrived(each) for each in held], at=self._now())
            case "back":
                outcomes.give_back(session, token, ids)
            case _:
                for each in held:
                    self._trouble(session, token, each)

    def _trouble(self, session: Session, token: str, outcome: Outcome) -> None:
        claimed, why, ids = outcome.claimed, outcome.why, [outcome.claimed.id]
        match outcome.what:
            case "later":
                outcomes.put_off(session, token, ids, until=self._again(outcome), why=why)
            case "absent":
                until = self._again(outcome) if claimed.attempts > 1 else None
                outcomes.put_off(session, token, ids, until=until, why=why)
            case "repeat" if claimed.channel_id:
                outcomes.leave(session, token, ids, why=why)  # twice in a channel is worse than late
            case "repeat":
                outcomes.repeat(session, token, ids, until=self._again(outcome), why=why)
            case "doubt":
                outcomes.doubt(session, token, ids, why=why)
            case "never":
                outcomes.strand(session, token, ids, why=why)
                if claimed.channel_id and claimed.account:
                    channels.lose(session, self.workspace_id, claimed.account, why=why)
                if claimed.person_id is not None:
                    person, at = claimed.person_id, self.machine.wall()
                    outcomes.lose_account(session, self.workspace_id, person, why=why, at=at)

    def _again(self, outcome: Outcome) -> datetime:
        pause = max(outcome.after, self.spans.pause(outcome.claimed.attempts))
        return self.machine.wall() + timedelta(seconds=min(pause, self.spans.longest))


def _kind(held: tuple[str, Outcome]) -> tuple[str, str]:
    return held[0], held[1].what


def _arrived(outcome: Outcome) -> Arrived:
    assert outcome.where is not None  # noqa: S101 (what arrived arrived somewhere)
    return Arrived(outcome.claimed.id, outcome.where.channel, outcome.where.ts)
