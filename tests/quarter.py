"""A quarter of answers to the sample plan, written by hand: from when it was loaded, Friday 1 November 2024, to Monday
3 February 2025. Everything goes through the use cases of chat, at its moment of the calendar.

`python -m tests.quarter URL` fills a database to look at; `python -m tests.quarter demo [--port N] [--on D]` opens the
demonstration on it. What stands at its end is worked out by hand in docs/digest.md.
"""

import argparse
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from importlib.resources import as_file, files
from typing import Any
from unittest.mock import patch

from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from app import demo
from app.importing import import_files
from bot.plain import render
from documents.posts import enter
from documents.register import read_register
from plans import digests
from plans.calendar import LONDON
from plans.chat import Answered, Asker, Say, Submitted
from plans.digest.weekly import week
from plans.messages import Changed, Digest
from plans.progress import inspecting
from plans.progress.changing import Wanted, change
from plans.progress.turn import Turn
from plans.progress.undoing import undo
from plans.rights import Doing
from plans.situations import prisons_by_name
from storage.database import ensure_migrated, open_engine, reading, writing
from storage.entries import history
from storage.models import Action
from storage.posts import Told
from workspace.server import Workspace
from workspace.team import Team

GOVERNOR, SAFETY, HEALTH = "Governor", "Head of Safety", "A. Sample"
GFSL, PROPERTY = "GFSL's liaison", "MoJ Property's liaison"
DIRECTOR, EXECUTIVE, COORDINATOR = "Prison Group Director", "Executive Director", "Coordinator"
LOADED = datetime(2024, 11, 1, 9, tzinfo=LONDON)
TOLD, INSPECTED = datetime(2024, 11, 11, 11, 30, tzinfo=LONDON), date(2024, 8, 22)
EVIDENCE = "https://intranet.example/"

HEALTHCARE = (
    "prison,post,person,email,from,until\n"
    "HMP Rochester,Head of Healthcare,A. Sample,healthcare@prison.example,2024-11-04,2025-01-10\n"
)
"""Clearly nobody: who holds the post for a while, takes an action over, and leaves it vacant."""


@dataclass(frozen=True, slots=True)
class Event:
    """`at` as on a clock in London, `who` by the name in the register, `ref` the action's."""

    at: str
    who: str
    ref: int
    doing: Doing
    words: str = ""
    link: str = ""
    until: str = ""
    to: str = ""

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at).replace(tzinfo=LONDON)


QUARTER = (
    Event("2024-11-11T10:20", GOVERNOR, 13, "progress", "The first two meetings were held."),
    Event("2024-11-12T09:40", GOVERNOR, 7, "progress", "The survey's findings went to every wing."),
    Event("2024-11-14T15:05", GOVERNOR, 19, "block", "The national team's template is awaited."),
    Event("2024-11-18T11:00", GOVERNOR, 5, "progress", "Two of six forums meet."),
    Event("2024-11-20T09:15", GOVERNOR, 21, "hand_over", "It is the work of the safety team.", to="head of safety"),
    Event("2024-11-20T09:30", GOVERNOR, 20, "delegate", to="head of safety"),
    Event("2024-11-21T14:00", SAFETY, 21, "accept"),
    Event("2024-11-25T16:10", GOVERNOR, 13, "report", "Held weekly.", link="minutes/13"),
    Event("2024-11-27T10:00", DIRECTOR, 13, "send_back", "The minutes show one meeting. Show three in a row."),
    Event("2024-11-27T11:30", GOVERNOR, 15, "postpone", "No auditors are to be had before.", until="2025-02-14"),
    Event("2024-11-28T09:05", GOVERNOR, 25, "report", "The meeting is monthly now.", link="minutes/25"),
    Event("2024-11-29T12:00", EXECUTIVE, 15, "agree"),
    Event("2024-12-02T09:50", GOVERNOR, 10, "hand_over", "Medicines are for healthcare.", to="head of healthcare"),
    Event("2024-12-03T10:30", DIRECTOR, 25, "confirm"),
    Event("2024-12-03T11:15", GOVERNOR, 24, "progress", "One of four posts is filled."),
    Event("2024-12-04T13:20", HEALTH, 10, "accept"),
    Event("2024-12-05T10:00", GFSL, 16, "progress", "A wing is finished."),
    Event("2024-12-09T16:40", GOVERNOR, 13, "report", "Three in a row.", link="minutes/13-again"),
    Event("2024-12-12T10:10", DIRECTOR, 13, "confirm"),
    Event("2024-12-12T14:30", GOVERNOR, 5, "report", "All six forums meet.", link="forums/notes"),
    Event("2024-12-16T09:45", COORDINATOR, 3, "progress", "Said at the meeting: half of the staff are trained."),
    Event("2024-12-18T15:30", HEALTH, 10, "progress", "Half of the review is written."),
    Event("2024-12-20T11:00", GOVERNOR, 9, "progress", "Reviewed daily on two wings."),
    Event("2025-01-02T10:00", GOVERNOR, 6, "report", "Thirty peer workers.", link="workers/list"),
    Event("2025-01-06T09:30", GOVERNOR, 19, "progress", "The template has come."),
    Event("2025-01-08T10:45", GOVERNOR, 12, "progress", "Tenders are out."),
    Event("2025-01-09T11:20", GOVERNOR, 24, "postpone", "Recruitment is slow.", until="2025-04-30"),
    Event("2025-01-10T14:00", SAFETY, 20, "progress", "Reviews are held weekly."),
    Event("2025-01-13T10:30", PROPERTY, 18, "postpone", "No surveyor before spring.", until="2025-07-31"),
    Event("2025-01-13T15:00", SAFETY, 21, "progress", "Every use is reviewed within a week."),
    Event("2025-01-14T09:20", EXECUTIVE, 24, "decline", "April is too far."),
    Event("2025-01-14T10:00", GOVERNOR, 26, "progress", "Three of five units have sessions."),
    Event("2025-01-14T16:30", GOVERNOR, 8, "progress", "The post is advertised for the second time."),
    Event("2025-01-15T09:10", GOVERNOR, 18, "agree"),
    Event("2025-01-15T11:40", GOVERNOR, 23, "block", "Funding of the unit is not settled."),
    Event("2025-01-20T10:00", GOVERNOR, 1, "report", "Every post is reviewed.", link="structure"),
    Event("2025-01-20T15:15", GFSL, 16, "block", "GFSL says that no boilers come before March."),
    Event("2025-01-22T09:35", GOVERNOR, 24, "postpone", "Two starters come in March.", until="2025-03-28"),
    Event("2025-01-22T13:00", GFSL, 17, "report", "GFSL says that the party has twenty men.", link="party"),
    Event("2025-01-24T12:10", GOVERNOR, 11, "report", "All spaces are reviewed.", link="spaces"),
    Event("2025-01-27T10:20", EXECUTIVE, 1, "confirm"),
    # From here on, after the digest of Tuesday 28 January.
    Event("2025-01-29T09:30", GOVERNOR, 9, "report", "Reviewed daily everywhere.", link="clinics"),
    Event("2025-01-29T11:00", EXECUTIVE, 24, "agree"),
    Event("2025-01-29T14:20", GOVERNOR, 7, "hand_over", "It is about safety now.", to="head of safety"),
    Event("2025-01-30T09:25", GOVERNOR, 19, "report", "The strategy is published.", link="strategy"),
    Event("2025-01-30T10:40", DIRECTOR, 17, "confirm"),
    Event("2025-01-30T15:50", GOVERNOR, 22, "postpone", "Scanners come in April.", until="2025-04-30"),
    Event("2025-01-31T09:45", DIRECTOR, 9, "confirm"),
    Event("2025-01-31T11:10", GOVERNOR, 14, "report", "The scheme runs.", link="incentives"),
    Event("2025-01-31T14:00", EXECUTIVE, 11, "send_back", "The workshops are left out."),
    Event("2025-01-31T15:00", GOVERNOR, 26, "report", "Every unit has them."),
    Event("2025-01-31T15:04", GOVERNOR, 26, "undo"),
)  # fmt: skip
"""In the order of the calendar."""

REVIEW = "rochester-review-2025.txt"
VISITED = date(2025, 6, 4)
"""The last day of the visit that the sample's review tells of."""


def load(engine: Engine, until: datetime | None = None) -> None:
    """The sample plan and its register on the day it went live, then what was done before `until`."""
    with as_file(files("app") / "sample" / demo.SAMPLE) as sample, redirect_stdout(io.StringIO()):
        assert import_files(engine, [sample], at=LOADED) == 0
    for content in ((files("app") / "sample" / demo.REGISTER).read_text(), HEALTHCARE):
        _register(engine, content)
    play(engine, until)


def review(engine: Engine) -> None:
    """Inspectors came back in June 2025, as the sample's own review tells it."""
    with as_file(files("app") / "sample" / REVIEW) as file, redirect_stdout(io.StringIO()):
        assert import_files(engine, [file], at=LOADED) == 0


def play(engine: Engine, until: datetime | None = None) -> None:
    """What was done, and each Tuesday's digest as it was frozen then, in the order of the calendar."""
    happened: list[tuple[datetime, Callable[[Session], object]]] = [
        *((event.moment, partial(_done, event=event)) for event in QUARTER),
        *((moment, partial(_freeze, moment=moment)) for moment in tuesdays()),
        (TOLD, _tell),
    ]
    for moment, do in sorted(happened, key=lambda pair: pair[0]):
        if until is None or moment < until:
            with writing(engine) as session:
                done = do(session)
            assert isinstance(done, Changed | Digest | Say), (moment, done)


def tuesdays() -> Iterator[datetime]:
    """From the first after the loading to that before the end: thirteen."""
    return (datetime(2024, 11, 5, 8, 30, tzinfo=LONDON) + timedelta(weeks=count) for count in range(13))


def _freeze(session: Session, moment: datetime) -> Digest:
    on = moment.date()
    return digests.freeze(session, "rochester", on=on, week=week(on), now=moment, words=render)


def _tell(session: Session) -> Answered:
    """The coordinator says when inspectors were there, which the sample does not print."""
    turn = Turn(session, Asker(post=COORDINATOR), TOLD)
    form = Submitted("inspected", "rochester-2024", {"day": INSPECTED.isoformat()}, turn.asker, "told")
    return inspecting.taken(turn, form)


def _done(session: Session, event: Event) -> object:
    turn = Turn(session, Asker(post=event.who), event.moment)
    action = session.exec(select(Action.id).where(Action.ref == str(event.ref))).one() or 0
    if event.doing == "undo":
        return undo(turn, action, _last(session, action))
    return change(turn, _wanted(event, action))


def _wanted(event: Event, action: int) -> Wanted:
    until = date.fromisoformat(event.until) if event.until else None
    links = (EVIDENCE + event.link,) if event.link else ()
    return Wanted(action, event.doing, words=event.words, until=until, to=event.to or None, links=links)


def _last(session: Session, action: int) -> int:
    return max(entry.seq for entry in history(session, action))


def _register(engine: Engine, content: str) -> None:
    with writing(engine) as session:
        prisons = prisons_by_name(session)
        lines = read_register(content.encode(), demo.REGISTER, held=tuple(prisons), today=LOADED.date())
        enter(session, lines, prisons, told=Told(LOADED.date(), LOADED))


def fill(url: str) -> None:
    engine = open_engine(url)
    ensure_migrated(engine)
    load(engine)
    with reading(engine) as session:
        print(f"{len(session.exec(select(Action.id)).all())} actions, {len(QUARTER)} events: {url}")


def demonstrate(arguments: list[str]) -> None:
    """The demonstration, its plan with the quarter behind it."""
    parser = argparse.ArgumentParser(prog="tests.quarter demo")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--on", type=date.fromisoformat, default=date(2025, 2, 3))
    parser.add_argument(
        "--refuse", action="append", default=[], help="a kind of block that the workspace does not take"
    )
    asked = parser.parse_args(arguments)

    def loaded(engine: Engine, _: object, at: datetime) -> int:
        load(engine, at)
        if at.date() > VISITED:
            review(engine)
        return 0

    def opened(team: Team, **more: Any) -> Workspace:
        team.faults.refuses.update(asked.refuse)
        return Workspace(team, **more)

    with patch.object(demo, "_load", loaded), patch.object(demo, "Workspace", opened):
        demo.run([], port=asked.port, on=asked.on)


if __name__ == "__main__":
    demonstrate(sys.argv[2:]) if sys.argv[1] == "demo" else fill(sys.argv[1])
