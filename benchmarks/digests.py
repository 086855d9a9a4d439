"""What a week's digests cost: 120 prisons with 60 actions each, a history of three entries an action, the week before
frozen already, as in service. Every prison's digest is frozen and drawn for its channel, then the group's.

A process of its own: its processor time is what a service spends.
"""

import json
import subprocess
import sys
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, SQLModel, col

from benchmarks.half_a_year import ACTIONS, ADDRESS, DIRECTOR, PRISONS, TUESDAY, fill
from benchmarks.processes import middle
from bot.plain import render as plainly
from bot.slack import home_cards
from bot.slack.cards import Card, render
from plans import digests
from plans.calendar import LONDON
from plans.chat import Asker
from plans.digest.weekly import week
from plans.progress.home import shown
from plans.progress.turn import Turn
from plans.situations import prisons_by_name
from storage.database import execute, open_engine, reading, writing
from storage.models import Person

ROUNDS = 3
WEEK = timedelta(days=7)
SECONDS, KILOBYTES = 20, 40  # wanted

DIGEST = SQLModel.metadata.tables["digest"]

Facts = dict[str, Any]


def run(folder: Path) -> None:
    url = f"sqlite:///{folder / 'digests.db'}"
    fill(url)
    measure(url, TUESDAY - WEEK)
    runs = [_measured(url, TUESDAY + n * WEEK) for n in range(ROUNDS)]
    print(f"Digests of {PRISONS} prisons, {ACTIONS} actions each, {ROUNDS} weeks, medians (least to most)")
    print(f"  frozen: processor {middle([one['freezing'] for one in runs])} s")
    print(f"  drawn for Slack: processor {middle([one['drawing'] for one in runs])} s")
    print(f"  the group's, frozen and drawn: processor {middle([one['group'] for one in runs])} s")
    print(f"  in all: processor {middle([one['cpu'] for one in runs])} s (under {SECONDS} wanted)")
    for name in ("stored", "sent"):
        print(
            f"  largest {name} {max(one[name] for one in runs):.1f} KB (under {KILOBYTES} wanted), "
            f"the group's {max(one[f'group_{name}'] for one in runs):.1f} KB"
        )
    print(
        f"  the Home of whoever directs all {PRISONS}, gathered and drawn: processor "
        f"{middle([one['home'] for one in runs])} s, {max(one['home_size'] for one in runs):.1f} KB"
    )


def _measured(url: str, on: date) -> Facts:
    command = [sys.executable, "-m", "benchmarks.digests", url, on.isoformat()]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def measure(url: str, on: date) -> Facts:
    """One week's digests, as a service would make them that has just started; then its director's Home."""
    engine = open_engine(url)
    freezing, drawing, group, home = _Spent(), _Spent(), _Spent(), _Spent()
    how: Any = {"on": on, "week": week(on), "now": _moment(on), "words": plainly}
    sent: list[int] = []
    for prison in _prisons(url):
        with freezing, writing(engine) as session:
            digest = digests.freeze(session, prison, **how)
        with drawing:
            sent.append(_size(render(digest, "charts")))
    with group, writing(engine) as session:
        whole = digests.freeze_group(session, _director(session), **how)
        assert whole
        assert len(whole.rows) == PRISONS
        group_sent = _size(render(whole, "charts"))
    with home, reading(engine) as session:
        view = home_cards.draw(shown(Turn(session, Asker(post=DIRECTOR), _moment(on))))
    with reading(engine) as session:
        *stored, group_stored = sorted(_stored(session, week(on)))
    assert len(stored) == PRISONS
    return {
        "freezing": freezing.seconds, "drawing": drawing.seconds, "group": group.seconds,
        "cpu": freezing.seconds + drawing.seconds + group.seconds, "stored": stored[-1], "group_stored": group_stored,
        "sent": max(sent), "group_sent": group_sent, "home": home.seconds, "home_size": _kilobytes(view),
    }  # fmt: skip


def _prisons(url: str) -> list[str]:
    """Their keys."""
    with reading(open_engine(url)) as session:
        return sorted(prisons_by_name(session).values())


def _director(session: Session) -> int:
    return execute(session, select(col(Person.id)).where(col(Person.email) == ADDRESS)).scalar_one() or 0


def _stored(session: Session, occasion: str) -> list[float]:
    """The kilobytes of each digest of a week: the group's, of all its prisons, is the largest."""
    found = select(DIGEST.c.body, DIGEST.c.text).where(DIGEST.c.occasion == occasion)
    return [len(f"{body}{text}".encode()) / 1024 for body, text in execute(session, found)]


class _Spent:
    """Processor seconds of this process while it is entered."""

    seconds = 0.0

    def __enter__(self) -> None:
        self._begun = time.process_time()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.process_time() - self._begun


def _moment(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 8, 30, tzinfo=LONDON)


def _size(card: Card) -> float:
    """Kilobytes of a message as Slack gets it."""
    return _kilobytes({"text": card.text, "blocks": card.blocks})


def _kilobytes(payload: Any) -> float:
    return len(json.dumps(payload, ensure_ascii=False).encode()) / 1024


if __name__ == "__main__":  # one week of it, for a database that is filled
    print(json.dumps(measure(sys.argv[1], date.fromisoformat(sys.argv[2]))))
