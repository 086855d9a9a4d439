"""Databases by the dozen, each migrated already: a run has one of its own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from itertools import count
from pathlib import Path
from shutil import copyfile

import pytest

Lend = Callable[[], AbstractAsyncContextManager[str]]


@pytest.fixture(params=["sqlite", "postgresql"])
def lend(request: pytest.FixtureRequest, tmp_path: Path) -> Lend:
    """Gives the URL of an empty database, taken back at the end."""
    numbers = count(1)

    @asynccontextmanager
    async def a_file() -> AsyncIterator[str]:
        path = tmp_path / f"{next(numbers)}.db"
        copyfile(request.getfixturevalue("migrated_file"), path)
        yield f"sqlite:///{path}"

    @asynccontextmanager
    async def a_database() -> AsyncIterator[str]:
        # Off the loop, on which every run's workspace answers.
        url = await asyncio.to_thread(server.create, template)
        yield url
        await asyncio.to_thread(server.drop, url)

    if request.param == "sqlite":
        return a_file
    server, template = request.getfixturevalue("server"), request.getfixturevalue("migrated_database")
    return a_database
