"""Many prisons with half a year behind them, up to a Tuesday. The plans are read as documents are, from invented texts;
their answers are written straight into their histories, which agree with the rows."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select, update
from sqlmodel import Session, SQLModel

from benchmarks.wording import OWNERS, THEMES, Worded, worded
from documents.intake import File, load
from documents.posts import enter
from documents.reading import read_document
from documents.register import read_register
from plans.calendar import LONDON
from plans.prisons import NAMES
from plans.situations import prisons_by_name
from storage.database import ensure_migrated, execute, open_engine, writing
from storage.history import Happened, append
from storage.posts import Told

PRISONS, ACTIONS = 120, 60
TUESDAY = date(2025, 2, 4)
LOADED = datetime(2024, 8, 1, 9, tzinfo=LONDON)
DIRECTOR, ADDRESS = "A. Sample", "director@prison.example"

ACTION = SQLModel.metadata.tables["action"]

Facts = dict[str, Any]


def fill(url: str) -> None:
    """The prisons, the people above them, their plans and half a year of answers."""
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
