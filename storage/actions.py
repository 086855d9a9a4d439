"""Actions as they are asked for: what is known, what matches, how many, and which addresses no plan has.

Column queries, not objects: an answer is made of these while a person waits. Every filter runs in the
database, with bound values.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, String, and_, case, cast, func, select, true, type_coerce
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ColumnElement

from storage.asked import (
    ActionRow,
    AddressLike,
    Counts,
    Fact,
    Found,
    Outline,
    QueryLike,
    Tally,
)  # fmt: skip
from storage.conditions import (
    ACTION,
    ACTION_OWNER,
    PAST_REPORTED,
    PLAN,
    PLANS,
    PRISON,
    RECOMMENDATION,
    STATUS,
    among,
    at,
    looked_in,
    plans_looked_in,
    scope,
    state,
)
from storage.prepared import Reader, is_sqlite, rows
from storage.shapes import address_values, kind_of, shape, values

_ACTIONS = (
    ACTION.join(PLAN, PLAN.c.id == ACTION.c.plan_id)
    .join(PRISON, PRISON.c.id == PLAN.c.prison_id)
    .outerjoin(RECOMMENDATION, RECOMMENDATION.c.id == ACTION.c.recommendation_id)
)

# In the order of ActionRow, with the owners still to come between the two.
_BEFORE_OWNERS = (
    PLAN.c.key, PRISON.c.key, PRISON.c.name, ACTION.c.position, ACTION.c.ref, ACTION.c.step, ACTION.c.title,
    RECOMMENDATION.c.theme,
)  # fmt: skip
_AFTER_OWNERS = (
    ACTION.c.due, ACTION.c.starts, ACTION.c.target, ACTION.c.status, ACTION.c.standing, ACTION.c.version,
    ACTION.c.id,
)  # fmt: skip
_SPLIT = len(_BEFORE_OWNERS)
_IN_ORDER = (PLAN.c.key, ACTION.c.position)


def find(reader: Reader, query: QueryLike, on: date) -> list[ActionRow]:
    """Every action that matches, plan by plan, in each plan's order."""

    def build(dialect: Dialect) -> Select[Any]:
        columns: tuple[Any, ...] = (*_BEFORE_OWNERS, _owners(dialect), *_AFTER_OWNERS)
        return select(*columns).select_from(_ACTIONS).where(*scope(query), *state(query)).order_by(*_IN_ORDER)

    told = rows(reader, ("find", shape(query)), build, values(query, on))
    return [ActionRow._make((*row[:_SPLIT], _printed(row[_SPLIT]), *row[_SPLIT + 1 :])) for row in told]


def tallied(reader: Reader, query: QueryLike, on: date) -> tuple[Tally, str]:
    """How many match and how their scope stands; and which match, as one text, which `told` reads.

    One text is made and compared in a fraction of the time that rows are, and is mostly the same as the last time.
    """

    def build(dialect: Dialect) -> Select[Any]:
        matching = and_(true(), *state(query))
        counted = (matching, true(), PAST_REPORTED, STATUS["due_soon"])
        counts: list[Any] = [func.count().filter(condition) for condition in counted]
        return select(*counts, _told(dialect).filter(matching)).select_from(ACTION).where(*scope(query))

    (row,) = rows(reader, ("tallied", shape(query)), build, values(query, on))
    return Tally._make(row[:4]), row[4] or ""


def told(those: str) -> list[Found]:
    """The actions that a tally's text names, in no order."""
    each = (one.split(" ") for one in those.split(",") if one)
    return [(int(id), status, due or None) for id, status, due in each]


def _told(dialect: Dialect) -> Any:
    day = ACTION.c.due if is_sqlite(dialect) else func.to_char(ACTION.c.due, "YYYY-MM-DD")
    due = func.coalesce(type_coerce(day, String), "", type_=String)
    one = cast(ACTION.c.id, String) + " " + ACTION.c.status + " " + due
    return func.group_concat(one, ",") if is_sqlite(dialect) else func.string_agg(one, ",")


def outline(reader: Reader, query: QueryLike, on: date) -> list[Outline]:
    """The same actions in their order, of each only what a long list must know of all."""

    def build(dialect: Dialect) -> Select[Any]:
        columns = (ACTION.c.id, RECOMMENDATION.c.theme, _owners(dialect), ACTION.c.due, ACTION.c.status)
        wanted: Select[Any] = select(*columns).select_from(_ACTIONS)
        return wanted.where(*scope(query), *state(query)).order_by(*_IN_ORDER)

    told = rows(reader, ("outline", shape(query)), build, values(query, on))
    return [Outline(id, theme, _printed(owners), due, status) for id, theme, owners, due, status in told]


def facts(reader: Reader, ids: Iterable[int]) -> list[Fact]:
    """What plans print of these actions, in no order."""

    def build(dialect: Dialect) -> Select[Any]:
        columns: tuple[Any, ...] = (*_PRINTED, _owners(dialect), ACTION.c.starts)
        return select(*columns).select_from(_ACTIONS).where(among(dialect, ACTION.c.id, "ids"))

    told = rows(reader, "facts", build, {"ids": list(ids)})
    return [Fact._make((*printed, _printed(owners), starts)) for *printed, owners, starts in told]


_PRINTED = (
    ACTION.c.id, PLAN.c.key, PRISON.c.name, ACTION.c.position, ACTION.c.ref, ACTION.c.step, ACTION.c.title,
    RECOMMENDATION.c.theme,
)  # fmt: skip


def count(reader: Reader, query: QueryLike, on: date) -> Counts:
    """How many match, and how their scope stands whatever their status."""

    def build(_: Dialect) -> Select[Any]:
        counted = (and_(true(), *state(query)), true(), STATUS["open"], STATUS["overdue"], PAST_REPORTED)
        counts: tuple[Any, ...] = tuple(func.count().filter(condition) for condition in (*counted, STATUS["due_soon"]))
        return select(*counts).select_from(ACTION).where(*scope(query))

    return Counts(*rows(reader, ("count", shape(query)), build, values(query, on))[0])


def plan_keys(reader: Reader, query: QueryLike) -> tuple[str, ...]:
    """The ids of the plans that the query looks in."""

    def build(_: Dialect) -> Select[Any]:
        return select(PLAN.c.key).select_from(PLANS).where(*plans_looked_in(query)).order_by(PLAN.c.key)

    return tuple(key for (key,) in rows(reader, ("plan keys", shape(query)), build, values(query)))


def missing_refs(reader: Reader, query: QueryLike) -> tuple[str, ...]:
    """The addresses named, ends of ranges too, that no plan looked in has; as a person would write them."""
    named = {_written(address): address for address in _named(query)}
    if not named:
        return ()
    numbered = list(enumerate(named.values()))

    def build(_: Dialect) -> Select[Any]:
        held = (func.max(case((at(address, f"named_{n}"), 1), else_=0)) for n, address in numbered)
        return select(*held).select_from(ACTION).where(looked_in(query))

    sought = values(query)
    for n, address in numbered:
        sought |= address_values(address, f"named_{n}")
    (held,) = rows(reader, ("missing", shape(query), *map(kind_of, named.values())), build, sought)
    return tuple(name for name, has in zip(named, held, strict=True) if not has)


def _named(query: QueryLike) -> Iterator[AddressLike]:
    for span in query.refs:
        yield span.first
        if span.last is not None:
            yield span.last


def _written(address: AddressLike) -> str:
    # As plans.addresses writes it, which this layer may not import.
    step = address.step or ""
    return f"{address.ref}/{step}" if step.isdigit() else f"{address.ref}{step}"


def _owners(dialect: Dialect) -> ColumnElement[Any]:
    """The owners of an action as printed, the lead first: an array or, in SQLite, JSON, which `_printed` reads."""
    printed, position = ACTION_OWNER.c.printed, ACTION_OWNER.c.position
    owned = ACTION_OWNER.c.action_id == ACTION.c.id
    if not is_sqlite(dialect):
        return select(func.array_agg(aggregate_order_by(printed, position))).where(owned).scalar_subquery()
    ordered = select(printed).where(owned).order_by(position).correlate(ACTION).subquery()
    return select(func.json_group_array(ordered.c.printed, type_=String)).scalar_subquery()


def _printed(owners: list[str] | str | None) -> tuple[str, ...]:
    return _parsed(owners) if isinstance(owners, str) else tuple(owners or ())


@lru_cache(10_000)
def _parsed(owners: str) -> tuple[str, ...]:
    return tuple(json.loads(owners))
