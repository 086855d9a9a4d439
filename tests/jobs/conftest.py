"""Ticks run on asyncio; their log is plain, without the values in it."""

from collections.abc import Iterator

import pytest
import structlog

from app.serving import log_plainly


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def _plain_logs() -> Iterator[None]:
    log_plainly()
    yield
    structlog.reset_defaults()
