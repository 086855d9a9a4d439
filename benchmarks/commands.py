"""The signed HTTP command with its query and its full table, against a bare Bolt app that echoes a line.

One process each, on one core, asked from another; in turn within one run, so that the machine's drift falls on all
alike. Each server is asked the same drawn questions, signed anew each round. Alone: `python -m benchmarks.commands
[WORD…]` runs the databases whose names hold a word (sqlite, postgresql, 10k, 1m, live) and keeps none.
"""

import asyncio
import sys
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import uvloop

from benchmarks import servers
from benchmarks.load import Tally, one, signed
from benchmarks.load import run as load
from benchmarks.many_plans import EVERYWHERE, KEPT, LIVE, Shape, fill, prison_names
from benchmarks.postgresql import postgresql
from benchmarks.questions import drawn, no_two_alike
from benchmarks.servers import ASKING, SLACK_SAYS, Server

ROUNDS, SECONDS = 5, 2.5
EACH = 12_000  # requests made for a round; more are answered only by a server that gets them twice
PROVEN = 10.0  # seconds for a service to learn that the workspace takes tables


class Database(NamedTuple):
    name: str
    shape: Shape
    estate: bool = True


DATABASES = (
    Database("sqlite 10k", LIVE),
    Database("sqlite 1m", KEPT),
    Database("sqlite 1m live", EVERYWHERE, estate=False),
    Database("postgresql 10k", LIVE),
    Database("postgresql 1m", KEPT),
)
"""Of 20,000 live plans nobody asks at once: there the questions are of one prison each, the rest as they are."""


def run(folder: Path, wanted: tuple[str, ...] = ()) -> None:
    chosen = [database for database in DATABASES if not wanted or any(word in database.name for word in wanted)]
    with postgresql(folder, needed=any(each.name.startswith("postgresql") for each in chosen)) as create:
        urls = {each.name: _filled(each, folder, create) for each in chosen}
        uvloop.run(_measure(chosen, urls))


def _filled(database: Database, folder: Path, create: Callable[[], str]) -> str:
    begun = perf_counter()
    path = folder / f"{database.name.replace(' ', '-')}.db"
    url = f"sqlite:///{path}" if database.name.startswith("sqlite") else create()
    if not path.exists():
        fill(url, database.shape, today=datetime.now(UTC).date())
        print(f"  filled {database.name}: {database.shape.actions:,} actions in {perf_counter() - begun:.0f} s")
    return url


async def _measure(chosen: list[Database], urls: dict[str, str]) -> None:
    servers.stay(0, ASKING)
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(servers.always(SLACK_SAYS))
        runs = {"bare bolt": Asked(await stack.enter_async_context(servers.bare()), _questions(chosen[0]))}
        for each in chosen:
            server = await stack.enter_async_context(servers.ours(urls[each.name], slack))
            await _proven(server.port, each)
            runs[each.name] = Asked(server, _questions(each))
            if each.name.endswith("10k"):
                runs[f"{each.name}, unlike"] = Asked(server, _unlike(each))
        tallies: dict[str, list[Tally]] = {name: [] for name in runs}
        for number in range(ROUNDS + 1):
            for name, run in runs.items():
                tally = await _round(run, number)
                tallies[name] += [tally] if number else []
        _report(tallies, await _ceiling())


class Asked(NamedTuple):
    server: Server
    questions: Callable[[int], list[str]]


async def _round(run: Asked, number: int) -> Tally:
    return await load(run.server.port, signed(run.questions(number)), SECONDS, run.server.cpu)


def _questions(database: Database) -> Callable[[int], list[str]]:
    names = prison_names(database.shape.prisons)
    return lambda seed: drawn(EACH, names, seed, estate=database.estate)


def _unlike(database: Database) -> Callable[[int], list[str]]:
    asked = _questions(database)
    return lambda seed: no_two_alike(asked(seed), seed)


async def _proven(port: int, database: Database) -> None:
    """Until the acknowledgement holds a table; from then on every one may."""
    await asyncio.sleep(1)
    async with asyncio.timeout(PROVEN):
        while b'"data_table"' not in await one(port, signed([_full(database)], answers_to="")[0]):
            await asyncio.sleep(0.1)


def _full(database: Database) -> str:
    return f"{prison_names(database.shape.prisons)[1]} overdue"


async def _ceiling() -> float:
    """What the load reaches against a server that does nothing, in the load's own process."""
    async with servers.always(b"x" * 10_000) as port:
        return (await load(port, signed(["Rochester overdue"] * 100), 1.0)).rate


def _report(tallies: dict[str, list[Tally]], ceiling: float) -> None:
    print(f"\nThe signed command, {ROUNDS} rounds of {SECONDS:.0f} s in turn, 32 connections, medians (least to most)")
    bare = tallies["bare bolt"]
    for name, found in tallies.items():
        pairs = list(zip(found, bare, strict=True))
        size = sum(tally.size for tally in found) / sum(len(tally.seconds) for tally in found)
        print(
            f"  {name:<22} {_spread([tally.rate for tally in found])} /s   p50 {_spread([t.share(0.5) for t in found])}"
            f" ms   p99 {_spread([t.share(0.99) for t in found])} ms   {sum(t.errors for t in found)} errors"
            f"   {size / 1000:.1f} kB   {median(tally.cost for tally in found):.2f} ms of processor each"
            f"   {median(ours.rate / theirs.rate for ours, theirs in pairs):.2f} of bare Bolt's rate"
            f" ({median(theirs.cost / max(ours.cost, 1e-9) for ours, theirs in pairs):.2f} by processor time)"
        )
    _ratios({name: [tally.rate for tally in found] for name, found in tallies.items()})
    print(f"  The load alone reaches {ceiling:,.0f} /s against a server that does nothing, in its own process.")


def _ratios(rates: dict[str, list[float]]) -> None:
    for kind in ("sqlite", "postgresql"):
        for large in (f"{kind} 1m", f"{kind} 1m live"):
            if large in rates and f"{kind} 10k" in rates:
                pairs = zip(rates[large], rates[f"{kind} 10k"], strict=True)
                print(f"  {large}: {median(one / other for one, other in pairs):.2f} of the rate at 10k")


def _spread(values: list[float]) -> str:
    return f"{median(values):,.0f} ({min(values):,.0f} to {max(values):,.0f})"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="actions-bench-") as made:
        run(Path(made), tuple(sys.argv[1:]))
