"""What columns of every table share: how a moment is kept, and the constraints that vocabularies become."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import CheckConstraint, DateTime, SQLModel

# Named constraints can be told apart in an error and altered in a migration. Before the first table.
SQLModel.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


class Instant(TypeDecorator[datetime]):
    """A moment: aware in, aware UTC out, on both databases. A naive one is refused: whose hour is it?"""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} has no time zone: give the moment in UTC or with its offset.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        # SQLite keeps no offset: what it gives back is the UTC that was bound above.
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def only(column: str, characters: str) -> str:
    # Both databases trim any of the characters given, so what is left is what should not be there.
    return f"{column} <> '' AND ltrim({column}, '{characters}') = ''"


SLUG = "abcdefghijklmnopqrstuvwxyz0123456789-"
HEX = "0123456789abcdef"
