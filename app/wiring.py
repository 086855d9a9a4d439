"""Builds what runs from the settings: the database, the answers, the service. The only place where all layers meet."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import Engine
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from app.failing import Failed, Unusable
from app.settings import Settings
from storage.database import HEAD, ensure_migrated, open_engine, reading, schema_version, writing

if TYPE_CHECKING:
    from app.serving import Access, Memory
    from bot.conversation import Answer

PLATFORM, TEAM = "slack", ""
"""One bot token is one workspace: until there are several, its row needs no name."""

_WITHOUT_TABLE = "sections"
"""What bot.slack.tables calls a workspace that takes no table block; storage says `none`."""

THREADS = 8
"""Questions at once on PostgreSQL: within the connection pool, two left for what has an effect."""


@cache
def settings() -> Settings:
    """The environment, read once. A value that cannot be used is named in one sentence."""
    from pydantic import ValidationError

    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise Unusable(f"{'.'.join(map(str, first['loc']))} cannot be used: {first['msg'].lower()}.") from error


def engine() -> Engine:
    """The database of the settings, as it is."""
    try:
        return open_engine(settings().database_url)
    except (ArgumentError, ValueError) as error:
        raise Unusable(f"ACTIONS_DATABASE_URL cannot be used: {error}") from error


@cache
def database() -> Engine:
    """The database of the settings, migrated."""
    made = engine()
    ensure_migrated(made)
    return made


def migrate() -> str:
    """Bring the database up to date; a sentence on what was done."""
    found = schema_version(engine())
    database()
    return f"The database is at version {HEAD} already." if found == HEAD else f"The database is now at version {HEAD}."


def serve(rehearse: datetime | None = None, rate: float = 1) -> None:
    """Serve Slack until told to stop; by a calendar that begins at `rehearse` and runs `rate` times as fast, if given.

    What is missing or taken is said in one sentence."""
    from app.acting import acts
    from app.offering import offering
    from app.rehearsing import Running
    from app.serving import CannotListen
    from app.serving import serve as run
    from app.unasked import Nudge, beside, delivered
    from bot.conversation import in_place, on_threads
    from plans.chat import Asker

    chosen, made = settings(), database()
    access = _access(chosen)
    _log_to_stderr()
    calendar = Running(rehearse, rate) if rehearse else None
    now, nudge = calendar.now if calendar else clock, Nudge()
    reply = answers(made, now)
    reply("help", Asker(), 1)  # reads what questions can be about before anybody waits for it
    work, pool = (in_place, None) if made.dialect.name == "sqlite" else on_threads(THREADS)
    try:
        run(
            reply,
            access,
            memory(made, now),
            act=offering(made, nudge.after(acts(made, now)), now),
            host=chosen.host,
            port=chosen.port,
            run=work,
            alongside=lambda messenger: beside(made, messenger, calendar, nudge),
            deliveries=lambda: delivered(made, now),
        )
    except CannotListen as error:
        raise Failed(str(error)) from error
    finally:
        if pool:
            pool.shutdown()
        made.dispose()


def clock() -> datetime:
    return datetime.now(UTC)


def answers(made: Engine, now: Callable[[], datetime] = clock) -> "Answer":
    """Questions answered from the database as of the day in London that `now` is in, each over one snapshot."""
    from plans import asking
    from plans.calendar import day_of
    from plans.chat import Asker
    from plans.messages import Listing, Message
    from plans.progress import whole
    from storage.prepared import snapshot

    def reply(text: str, asker: Asker, page: int) -> Message:
        moment = now()
        with snapshot(made) as view:
            found = asking.reply(view, text, asker=asker, on=day_of(moment), page=page)
        if not isinstance(found, Listing) or found.only is None:
            return found
        with reading(made) as session:  # few questions name one action alone; its card needs more than a snapshot has
            return whole(session, found, asker, now=moment)

    return reply


def memory(made: Engine, now: Callable[[], datetime] = clock) -> "Memory":
    """What the Slack face remembers: which events were acted on, which table block the workspace takes, which action a
    message is about."""
    import structlog

    from app.readings import Readings
    from app.serving import Memory
    from storage import inbound, spoken
    from storage.workspaces import remember_table_block, table_block

    def is_first(key: str) -> bool:
        with writing(made) as session:
            return inbound.first_time(session, key, datetime.now(UTC))

    def recall() -> str | None:
        with reading(made) as session:
            found = table_block(session, platform=PLATFORM, team=TEAM)
        return _WITHOUT_TABLE if found == "none" else found

    def remember(block: str) -> None:
        held = "none" if block == _WITHOUT_TABLE else block
        quietly(lambda session: remember_table_block(session, held, platform=PLATFORM, team=TEAM))

    def remember_action(channel: str, ts: str, action: int) -> None:
        quietly(lambda session: spoken.remember(session, channel, ts, action, now()))

    def quietly(work: Callable[[Any], object]) -> None:
        try:
            with writing(made) as session:
                work(session)
        except SQLAlchemyError as error:  # it is only learnt or asked again: no answer may fail for it
            structlog.get_logger().warning("something learnt could not be remembered", why=type(error).__name__)

    def never_mind(key: str) -> None:
        quietly(lambda session: inbound.forget(session, key))

    return Memory(is_first, recall, remember, never_mind, remember_action, Readings(made, PLATFORM))


def slack_manifest(url: str | None) -> str:
    """The Slack app's manifest as JSON: over HTTP when Slack is told a URL, else in Socket Mode."""
    from bot.slack.manifest import manifest

    if url and not url.startswith("https://"):
        raise Unusable(f"Slack calls https addresses only: {url} is none.")
    return json.dumps(manifest(url), indent=2)


def _access(chosen: Settings) -> "Access":
    from app.serving import Access

    if not chosen.slack_bot_token:
        raise Unusable("SLACK_BOT_TOKEN is not set: .env.example says where Slack shows it.")
    if not (chosen.slack_signing_secret or chosen.slack_app_token):
        raise Unusable("Set SLACK_SIGNING_SECRET to be called over HTTP, or SLACK_APP_TOKEN for Socket Mode.")
    return Access(
        bot_token=chosen.slack_bot_token,
        signing_secret=chosen.slack_signing_secret,
        app_token=chosen.slack_app_token,
        api_url=chosen.slack_api_url,
    )


def _log_to_stderr() -> None:
    import logging
    import sys

    import structlog

    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
