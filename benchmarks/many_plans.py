"""Databases of many plans, filled in bulk with invented rows: as long, as late and as unevenly owned as real ones.

Three shapes. `LIVE` is an organisation's working set: 200 live plans with 50 actions each, at 150 prisons, of which
50 answer one inspection with two plans. `KEPT` adds 19,800 closed plans at the same prisons, so that a question meets
the same live plans among a hundred times the rows: years of history, which is how a database of this product grows.
`EVERYWHERE` is the harsher one: 20,000 plans, all live, at 15,000 prisons, so that every name is a hundred times as
many. There are no histories: nothing asked here reads them.
"""

import random
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice, product
from typing import Any, NamedTuple

from sqlalchemy import make_url
from sqlmodel import SQLModel

from benchmarks.wording import OWNERS, THEMES, Worded, invented_places, worded
from plans.owners import key
from plans.prisons import NAMES
from storage.database import ensure_migrated, open_engine

ACTIONS = 50  # in a plan
AT_ONCE = 20_000  # rows sent to the database together
TABLES = ("prison", "plan", "owner", "owner_name", "recommendation", "action", "action_owner")

Row = tuple[Any, ...]


class Shape(NamedTuple):
    """Of every three live plans' prisons one has two. Closed plans are spread over the same prisons."""

    live: int
    closed: int

    @property
    def prisons(self) -> int:
        return self.live * 3 // 4

    @property
    def actions(self) -> int:
        return (self.live + self.closed) * ACTIONS


LIVE, KEPT, EVERYWHERE = Shape(200, 0), Shape(200, 19_800), Shape(20_000, 0)


@cache
def prison_names(count: int) -> tuple[str, ...]:
    """Names that the questions use; invented places once the real ones are used up."""
    names = {_slug(name): name for name in (*invented_places(), *NAMES[:150])}
    real = {_slug(name): name for name in NAMES[:150]}
    return tuple(islice((real | names).values(), count))


def _slug(name: str) -> str:
    return key(name).replace(" ", "-").replace("'", "")


def fill(url: str, shape: Shape, *, today: date, made: Callable[[str, Row], Row] = lambda _, row: row) -> None:
    """An empty database becomes one of that shape; `made` may change a table's row before it goes in."""
    engine = open_engine(url)
    ensure_migrated(engine)
    engine.dispose()
    rows = ((table, made(table, row)) for table, row in _rows(shape, today, random.Random(1)))
    (_fill_sqlite if url.startswith("sqlite") else _fill_postgresql)(url, rows)


# --- rows ---------------------------------------------------------------------------------------------------------


def _rows(shape: Shape, today: date, chance: random.Random) -> Iterator[tuple[str, Row]]:
    """(table, values) in an order that foreign keys allow; columns as `_columns` names them."""
    for id, name in enumerate(prison_names(shape.prisons), 1):
        yield "prison", (id, _slug(name), f"HMP {name}")
    for id, name in enumerate(OWNERS, 1):
        yield "owner", (id, key(name), name)
        yield "owner_name", (name, id)
    texts = worded(chance)
    for id in range(1, shape.live + shape.closed + 1):
        yield from _plan(id, shape, today)
        yield from _actions(id, texts, today, chance)


def _plan(id: int, shape: Shape, today: date) -> Iterator[tuple[str, Row]]:
    live, prison = id <= shape.live, (id - 1) % shape.prisons + 1
    year = today.year - 1 if live else today.year - 2 - (id - shape.live) // shape.prisons % 15
    kind = "urgent_notification" if shape.prisons < id <= shape.live else "inspection"
    ranked, loaded = f"{year}-06-01", f"{year}-07-01 00:00:00.000000"
    slug = f"plan-{id}-{year}"
    title = f"An invented plan of {year}"
    yield "plan", (id, slug, prison, title, kind, year, ranked, ranked, live, loaded)


def _actions(plan: int, texts: list[Worded], today: date, chance: random.Random) -> Iterator[tuple[str, Row]]:
    """Fifteen concerns of three or four steps each, under five themes."""
    themes = chance.sample(THEMES, 5)
    for at in range(ACTIONS):
        id, (ref, step) = (plan - 1) * ACTIONS + at + 1, divmod(at * 3, 10)
        concern = (plan - 1) * 15 + ref + 1
        if not at or ref != (at - 1) * 3 // 10:
            yield (
                "recommendation",
                (concern, plan, ref, str(ref + 1), themes[ref // 3], "An invented concern.", "agreed"),
            )
        yield "action", _action(id, plan, concern, at, (str(ref + 1), "abcd"[step // 3]), texts, today, chance)
        for position, owner in enumerate(_owned_by(chance)):
            yield "action_owner", (id, position, owner, OWNERS[owner - 1])


def _action(
    id: int, plan: int, concern: int, at: int, address: tuple[str, str], texts: list[Worded], today: date,
    chance: random.Random,
) -> Row:  # fmt: skip
    """Half are open; of those two thirds are late, by up to nine months."""
    said, luck = texts[int(chance.random() * len(texts))], chance.random()
    status = _STATUSES[int(luck * len(_STATUSES))]
    due = None if luck > 0.95 else today - timedelta(days=int(chance.random() * 400) - 130)
    target = due.isoformat() if due else None
    return (
        id, plan, concern, at, *address, said.title, said.text, said.stems, said.folded, target, target,
        "day" if due else None, False, "[]", status, 1,
    )  # fmt: skip


_STATUSES = ("not_started",) * 8 + ("in_progress",) * 5 + ("reported", "blocked") + ("done",) * 6 + ("sustained",)


def _owned_by(chance: random.Random) -> list[int]:
    """The first owner, the Governor, leads most; one action in six is shared."""
    luck = chance.random()
    lead = 1 if luck < 0.6 else 2 + int(luck * 10_007) % (len(OWNERS) - 1)
    other = 2 + int(luck * 1_009) % (len(OWNERS) - 1)
    return [lead, other] if chance.random() < 1 / 6 and other != lead else [lead]


# --- into the databases -------------------------------------------------------------------------------------------

_COLUMNS = {
    "prison": "id key name", "owner": "id key name", "owner_name": "printed owner_id",
    "plan": "id key prison_id title kind year submitted ranked_on live loaded_at",
    "recommendation": "id plan_id position ref theme text response",
    "action": "id plan_id recommendation_id position ref step title text stems folded target due precision standing"
    " links status version",
    "action_owner": "action_id position owner_id printed",
}  # fmt: skip


def _batches(rows: Iterator[tuple[str, Row]]) -> Iterator[dict[str, list[Row]]]:
    while some := list(islice(rows, AT_ONCE)):
        batch: dict[str, list[Row]] = {table: [] for table in TABLES}
        for table, row in some:
            batch[table].append(row)
        yield batch


def _fill_sqlite(url: str, rows: Iterator[tuple[str, Row]]) -> None:
    connection = sqlite3.connect(make_url(url).database or "", isolation_level=None)
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN")
    for batch in _batches(rows):
        for table, some in batch.items():
            columns = _COLUMNS[table].split()
            marks = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", some)
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def _fill_postgresql(url: str, rows: Iterator[tuple[str, Row]]) -> None:
    """Triggers and foreign keys sleep while rows stream in; sequences and statistics are then what use makes them."""
    import psycopg

    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")
        for batch, table in product(_batches(rows), TABLES):
            columns = ", ".join(_COLUMNS[table].split())
            with connection.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in batch[table]:
                    copy.write_row(row)
        connection.execute("SET session_replication_role = origin")
        for table in TABLES:
            if "id" in SQLModel.metadata.tables[table].c:
                connection.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
