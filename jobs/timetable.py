"""The whole schedule on one screen. APScheduler only ticks; what is due is decided from the database at each tick."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.engine import Engine

from jobs import upkeep
from plans.calendar import LONDON


def build(engine: Engine) -> AsyncIOScheduler:
    """The scheduler, not started. A missed tick runs once when it can; it is never dropped and never piles up."""
    scheduler = AsyncIOScheduler(
        timezone=LONDON, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    )

    def forget() -> None:
        upkeep.forget_old_inbound(engine, datetime.now(UTC))

    #                       what    when, London time
    scheduler.add_job(forget, CronTrigger(hour=3, minute=10, timezone=LONDON), id="forget old inbound ids")
    return scheduler


@asynccontextmanager
async def ticking(engine: Engine) -> AsyncIterator[None]:
    """Tick while the service runs, on its loop."""
    scheduler = build(engine)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
