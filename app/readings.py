"""What a platform keeps of a document while it is read, so that whoever sent it hears of it even if the reader ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.engine import Engine

from plans.chat import LeftBehind, Where
from storage import offers
from storage.database import writing


@dataclass(frozen=True)
class Readings:
    """`patience`: how long a reader may say nothing before it counts as ended; by the machine's clock."""

    made: Engine
    platform: str
    patience: timedelta = timedelta(seconds=60)

    def placed(self, offer: int, where: Where) -> None:
        with writing(self.made) as session:
            offers.place(session, offer, where.channel, where.ts)

    def alive(self, offer: int) -> None:
        with writing(self.made) as session:
            offers.alive(session, offer, datetime.now(UTC))

    def ended(self, offer: int) -> None:
        with writing(self.made) as session:
            offers.give_up(session, offer)

    def left_behind(self) -> Sequence[LeftBehind]:
        with writing(self.made) as session:
            rows = offers.abandoned(session, self.platform, datetime.now(UTC) - self.patience)
        return [LeftBehind(row.account, row.file, _where(row.body)) for row in rows]


def _where(body: dict[str, str]) -> Where | None:
    return Where(body["channel"], body["ts"]) if body.get("ts") else None
