"""Ticks run on asyncio; their log is plain, without the values in it."""

from collections.abc import Iterator

import pytest
import structlog

from app.serving import log_plainly
from tests.jobs.weeks import Running


@pytest.fixture(autouse=True)
def _plain_logs() -> Iterator[None]:
    log_plainly()
    yield
    structlog.reset_defaults()


@pytest.fixture
def running() -> Iterator[Running]:
    """Processes that post digests; what they log is not of the test."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    with Running() as stack:
        yield stack
