"""What a week's digests cost: 120 prisons with 60 actions each, a history of three entries an action, the week before
frozen already, as in service. Every prison's digest is frozen and drawn for its channel, then the group's.

The plans are read as documents are, from invented texts; half a year of answers is written straight into their
histories, which agree with the rows. A process of its own: its processor time is what a service spends.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select, update
from sqlmodel import Session, SQLModel, col

from benchmarks.processes import middle
from benchmarks.wording import OWNERS, THEMES, Worded, worded
from bot.plain import render as plainly
from bot.slack import home_cards
from bot.slack.cards import Card, render
from documents.intake import File, load
from documents.posts import enter
from documents.reading import read_document
from documents.register import read_register
from plans import digests
from plans.calendar import LONDON
from plans.chat import Asker
from plans.digest.weekly import week
from plans.prisons import NAMES
from plans.progress.home import shown
from plans.progress.turn import Turn
from plans.situations import prisons_by_name
from storage.database import ensure_migrated, execute, open_engine, reading, writing
from storage.history import Happened, append
from storage.models import Person
from storage.posts import Told

PRISONS, ACTIONS, ROUNDS = 120, 60, 3
TUESDAY = date(2025, 2, 4)
WEEK = timedelta(days=7)
LOADED = datetime(2024, 8, 1, 9, tzinfo=LONDON)
SECONDS, KILOBYTES = 20, 40  # wanted
DIRECTOR, ADDRESS = "A. Sample", "director@prison.example"

ACTION = SQLModel.metadata.tables["action"]
DIGEST = SQLModel.metadata.tables["digest"]

Facts = dict[str, Any]


def run(folder: Path) -> None:
    url = f"sqlite:///{folder / 'digests.db'}"
    fill(url)
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


# --- rows ---------------------------------------------------------------------------------------------------------


def fill(url: str) -> None:
    """The prisons, the people above them, their plans and half a year of answers; the week before frozen."""
    engine = open_engine(url)
    ensure_migrated(engine)
    chance = random.Random(1)
    texts = worded(chance)
    for name in NAMES[:PRISONS]:
        with writing(engine) as session:
            content = _plan(name, texts, chance).encode()
            draft = read_document(content, f"{name}.txt", today=TUESDAY)
            load(session, draft, File(f"{name}.txt", sha256(content).hexdigest()), at=LOADED)
    with writing(engine) as session:
        held = prisons_by_name(session)
        lines = read_register(_register().encode(), "register.csv", held=tuple(held), today=LOADED.date())
        enter(session, lines, held, told=Told(LOADED.date(), LOADED))
    with writing(engine) as session:
        for plan in execute(session, select(ACTION.c.plan_id).distinct()).scalars().all():
            _answered(session, plan, chance)
    engine.dispose()
    measure(url, TUESDAY - WEEK)


def _plan(name: str, texts: list[Worded], chance: random.Random) -> str:
    themes = [theme for theme in chance.sample(THEMES, 10) for _ in range(ACTIONS // 10)]
    rows = [f"HMP {name} Action Plan", "", "Themes and Concerns\t#\tActions\tOwner(s)\tTarget Completion Date"]
    for number, theme in enumerate(themes, 1):
        shown = theme if (number - 1) % (ACTIONS // 10) == 0 else ""
        owner = "Governor" if chance.random() < 0.6 else chance.choice(OWNERS[1:])
        due = date(2024, 9, 1) + timedelta(days=int(chance.random() * 300))
        rows.append(f"{shown}\t{number}\t{chance.choice(texts).text}\t{owner}\t{due.day} {due:%B %Y}")
    return "\n".join(rows)


def _register() -> str:
    """A Governor each, one director and one executive director over all."""
    rows = ["prison,post,person,email,from"]
    for n, name in enumerate(NAMES[:PRISONS]):
        rows += [
            f"{name},Governor,Governor {n},governor{n}@prison.example,2024-01-01",
            f"{name},Prison Group Director,{DIRECTOR},{ADDRESS},2024-01-01",
            f"{name},Executive Director,B. Sample,executive@prison.example,2024-01-01",
        ]
    return "\n".join(rows)


class _Step(NamedTuple):
    """An entry: its kind, the status it leads to, days by which it moves the due date."""

    kind: str
    to: str | None = None
    days: int = 0


STORIES = (
    (_Step("progress", "in_progress"), _Step("progress"), _Step("progress")),
    (_Step("progress", "in_progress"), _Step("progress"), _Step("report", "reported")),
    (_Step("progress", "in_progress"), _Step("report", "reported"), _Step("confirm", "done")),
    (_Step("progress", "in_progress"), _Step("postpone"), _Step("agree", None, 60)),
    (_Step("progress", "in_progress"), _Step("note"), _Step("block", "blocked")),
    (_Step("report", "reported"), _Step("send_back", "in_progress"), _Step("report", "reported")),
)
_BY = {"confirm": "prison group director", "send_back": "prison group director", "agree": "executive director"}


def _answered(session: Session, plan: int, chance: random.Random) -> None:
    """Three answers to each action, in the order in which they were given."""
    columns = (ACTION.c.id, ACTION.c.status, ACTION.c.due)
    happened: list[Happened] = []
    stand: list[Facts] = []
    for id, status, due in execute(session, select(*columns).where(ACTION.c.plan_id == plan)).all():
        entries = list(_story(id, status, due, chance))
        happened += entries
        last = next((one.to_status for one in reversed(entries) if one.to_status), status)
        moved = next((one.to_due for one in entries if one.kind == "agree"), None)
        stand.append({"at": id, "status": last, "due": moved or due, "slips": int(moved is not None)})
    values: Facts = {name: bindparam(name) for name in ("status", "due", "slips")}
    execute(session, update(ACTION).where(ACTION.c.id == bindparam("at")).values(values), stand)
    append(session, plan, sorted(happened, key=lambda one: one.at))


def _story(action: int, status: str, due: date, chance: random.Random) -> Iterator[Happened]:
    days = sorted(chance.sample(range(5, 180), 3))
    for step, day in zip(chance.choice(STORIES), days, strict=True):
        by = _BY.get(step.kind, "governor")
        to_due = due + timedelta(days=60) if step.kind in ("postpone", "agree") else None
        yield Happened(
            kind=step.kind,
            at=(LOADED + timedelta(days=day)).astimezone(UTC),
            channel="slack",
            action_id=action,
            who=by.title(),
            as_post=by,
            from_status=status if step.to else None,
            to_status=step.to,
            from_due=due if to_due else None,
            to_due=to_due,
            words="As we said at the meeting.",
        )
        status = step.to or status


if __name__ == "__main__":  # one week of it, for a database that is filled
    print(json.dumps(measure(sys.argv[1], date.fromisoformat(sys.argv[2]))))
