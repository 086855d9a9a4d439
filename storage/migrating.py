"""Run the migrations, with Alembic; imported only when there is something to run.

`python -m storage.migrating "what it does"` drafts the next: what models have and migrations lack.
"""

import sys

from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.engine import Connection, Engine

from storage.database import HEAD, MIGRATIONS, open_engine

# Any number will do, as long as every release locks the same one.
ADVISORY_LOCK = 4_201_953
WAIT = "120s"


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings without a file; the scripts stand beside this module, in a checkout or a wheel."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine, to: str = HEAD) -> None:
    """Migrate up to a version in one transaction. Whoever comes second waits, and finds it done."""
    with engine.begin() as connection:
        _alone(connection)
        command.upgrade(configuration(connection), to)


def downgrade(engine: Engine, to: str) -> None:
    """Migrate down to a version ("base" for nothing at all), in one transaction."""
    with engine.begin() as connection:
        _alone(connection)
        command.downgrade(configuration(connection), to)


def _alone(connection: Connection) -> None:
    # SQLite's BEGIN IMMEDIATE has already let us in alone.
    if connection.dialect.name != "postgresql":
        return
    connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT}'"))
    connection.execute(text("SET LOCAL statement_timeout = 0"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": ADVISORY_LOCK})


def draft(message: str) -> None:
    """Write the next migration, numbered, for a person to finish."""
    engine = open_engine("sqlite://")
    upgrade(engine)
    with engine.begin() as connection:
        command.revision(configuration(connection), message, autogenerate=True)


if __name__ == "__main__":
    draft(" ".join(sys.argv[1:]))
