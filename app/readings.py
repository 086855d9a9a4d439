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

    def told(self, offer: int) -> None:
        with writing(self.made) as session:
            offers.told(session, offer)

    def left_behind(self) -> Sequence[LeftBehind]:
        now = datetime.now(UTC)
        with writing(self.made) as session:
            rows = offers.left_behind(session, self.platform, now - self.patience, at=now)
        return [LeftBehind(row.account, row.file, row.id, _where(row.body), bool(row.sha256)) for row in rows]


def _where(body: dict[str, str]) -> Where | None:
    return Where(body["channel"], body["ts"]) if body.get("ts") else None
