"""What a day's briefs cost to plan, when 5,000 of a million stored open actions are due.

Every plan is live and every action open. Each prison has a Governor and a coordinator registered, a Prison Group
Director and an executive director. The 5,000 are from three weeks late to four weeks ahead; one in twenty of the rest
has no date. What was said before is in the ledger. Stored tenfold, the same 5,000 are due at the same 1,500 prisons;
then as many spread over 15,000. Each run is a process of its own: the first day it plans, and its peak memory.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import insert, text
from sqlmodel import SQLModel

from benchmarks.many_plans import ACTIONS, Row, Shape, fill
from benchmarks.postgresql import postgresql
from benchmarks.processes import middle
from plans.policy.briefs import day
from plans.situations import situation
from storage.database import execute, open_engine, reading, writing

TODAY = date(2026, 6, 17)  # a Wednesday in the middle of its month
DUE, ROUNDS = 5_000, 5
FEW, MANY = Shape(2_000, 0), Shape(20_000, 0)
CASES = {
    "100,000 open actions": (FEW, FEW.actions),
    "1,000,000": (MANY, FEW.actions),
    "1,000,000, those due at ten times the prisons": (MANY, MANY.actions),
}
"""The shape of each, and among how many of its actions those that are due are."""

GOVERNOR, DIRECTOR, EXECUTIVE = 1, 15, 1_000  # owners: the first two as benchmarks.wording has them
LONG_AGO = date(2025, 1, 6)
_DUE_AT, _TARGET_AT, _STATUS_AT, _PRECISION_AT = 11, 10, 15, 12

Facts = dict[str, Any]


def run(folder: Path, *, wanted: tuple[str, ...] = ("SQLite", "PostgreSQL")) -> None:
    with postgresql(folder, needed="PostgreSQL" in wanted) as create:
        for database in wanted:
            urls = [
                create() if database == "PostgreSQL" else f"sqlite:///{folder / f'day-{n}.db'}"
                for n in range(len(CASES))
            ]
            for url, case in zip(urls, CASES.values(), strict=True):
                _fill(url, *case)
            # In turn: the machine's drift falls on all alike.
            turns = [[_planned(url) for url in urls] for _ in range(ROUNDS)]
            _say(database, [list(runs) for runs in zip(*turns, strict=True)])


def _say(database: str, cases: list[list[Facts]]) -> None:
    print(f"Planning a day's briefs, {DUE:,} actions due, {database}, {ROUNDS} rounds, medians (least to most)")
    for name, runs in zip(CASES, cases, strict=True):
        seconds, cpu = (middle([one[kind] for one in runs]) for kind in ("seconds", "cpu"))
        print(f"  {name}, {runs[0]['briefs']:,} briefs")
        print(f"    {seconds} s (under 3 wanted), our processor {cpu} s")
        print(f"    {max(one['megabytes'] for one in runs):.0f} MB (under 300 wanted)")
    few, many = (median(one["seconds"] for one in runs) for runs in cases[:2])
    print(f"  tenfold stored costs {many / few:.2f} times as much (at most 1.5 wanted)")


def _planned(url: str) -> Facts:
    command = [sys.executable, "-m", "benchmarks.planning", url]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def plan(url: str) -> None:
    """Plan the day once, as a service would that has just started; print what it took."""
    engine = open_engine(url)
    begun, busy = time.perf_counter(), time.process_time()
    with reading(engine) as session:
        found = situation(session, TODAY, since=TODAY - timedelta(days=1))
    planned = day(found)
    took, cpu = time.perf_counter() - begun, time.process_time() - busy
    print(json.dumps({"seconds": took, "cpu": cpu, "megabytes": _peak(), "briefs": len(planned.briefs)}))


def _peak() -> float:
    """The most memory the process held, in megabytes: its own, where getrusage would count that of whoever began it."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


# --- rows ---------------------------------------------------------------------------------------------------------


def _fill(url: str, shape: Shape, among: int) -> None:
    fill(url, shape, today=TODAY, made=_open(among))
    engine = open_engine(url)
    with writing(engine) as session:
        for table, rows in (*_register(shape), *_ledger(shape, among)):
            execute(session, insert(SQLModel.metadata.tables[table]), rows)
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))
    engine.dispose()


def _open(among: int) -> Callable[[str, Row], Row]:
    every = among // DUE

    def made(table: str, row: Row) -> Row:
        if table != "action":
            return row
        id = row[0]
        due: date | None = TODAY + timedelta(days=90 + id % 300)
        if id <= among and id % every == 0:
            due = TODAY + timedelta(days=id // every % 49 - 21)
        elif id % 20 == 1:
            due = None
        changed = list(row)
        changed[_DUE_AT] = changed[_TARGET_AT] = due.isoformat() if due else None
        changed[_PRECISION_AT] = "day" if due else None
        changed[_STATUS_AT] = "not_started"
        return tuple(changed)

    return made


def _register(shape: Shape) -> Iterator[tuple[str, list[Facts]]]:
    """Each prison has a Governor and a coordinator of its own; ten share a Prison Group Director, all the one above."""
    count, top = shape.prisons, 3 * shape.prisons
    yield "person", [{"id": id, "name": f"Person {id}", "email": f"{id}@prison.example"} for id in range(1, top + 1)]
    yield "owner", [{"id": EXECUTIVE, "key": "executive director", "name": "Executive Director"}]
    holders = [
        (prison, owner, person)
        for prison in range(1, count + 1)
        for owner, person in ((GOVERNOR, prison), (DIRECTOR, 2 * count + prison // 10 + 1), (EXECUTIVE, top))
    ]
    rest = {"capacity": "holder", "from_on": LONG_AGO}
    yield "holding", [{"prison_id": at, "owner_id": of, "person_id": who, **rest} for at, of, who in holders]
    roles = ({"prison_id": at, "person_id": count + at, "role": "coordinator"} for at in range(1, count + 1))
    yield "role", list(roles)


def _ledger(shape: Shape, among: int) -> Iterator[tuple[str, list[Facts]]]:
    """Every Governor was sent a list of what they owe when they came, and lately a brief."""
    days = (LONG_AGO, TODAY - timedelta(days=2))
    rest = {"kind": "brief", "state": "sent", "channel": "D1", "ts": "1.0"}
    yield (
        "delivery",
        [
            {"id": n * shape.prisons + at, "recipient": f"person {at}", "occasion": on.isoformat(), "day": on, **rest}
            for n, on in enumerate(days)
            for at in range(1, shape.prisons + 1)
        ],
    )
    every = among // DUE
    yield "mention", [
        {"delivery_id": n * shape.prisons + (id - 1) // ACTIONS % shape.prisons + 1, "action_id": id, "section": "late",
         "reason": reason}
        for n, reason in enumerate(("going_live", "late"))
        for id in range(every, among + 1, every)
    ]  # fmt: skip


if __name__ == "__main__":  # one run of it, for a database that is filled
    plan(sys.argv[1])
