"""Actions as they are asked for: what is known, what matches, how many, and which addresses no plan has.

Column queries, not objects: an answer is made of these while a person waits. Every filter runs in the
database, with bound values.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ARRAY, Integer, and_, any_, case, func, literal, select, true
from sqlalchemy.sql import ColumnElement
from sqlmodel import Session

from storage.asked import ActionRow, AddressLike, Counts, Known, OwnerRow, PlanRow, QueryLike
from storage.conditions import (
    ACTION,
    ACTION_OWNER,
    OWNER,
    OWNER_NAME,
    PLAN,
    PLAN_SHOWN,
    PLANS,
    PRISON,
    RECOMMENDATION,
    STATUS,
    at,
    looked_in,
    past_reported,
    plans_looked_in,
    scope,
    state,
)
from storage.database import execute

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
_OWNERS_PLANS = (
    select(ACTION_OWNER.c.owner_id, PLAN.c.key)
    .distinct()
    .join(ACTION, ACTION.c.id == ACTION_OWNER.c.action_id)
    .join(PLAN, PLAN.c.id == ACTION.c.plan_id)
    .order_by(PLAN.c.key)
)


def known(session: Session) -> Known:
    """What a question may be about, reviews left out."""
    prisons = select(PRISON.c.key, PRISON.c.name).order_by(PRISON.c.key)
    return Known(
        prisons=tuple((key, name) for key, name in execute(session, prisons)),
        plans=_known_plans(session),
        owners=_known_owners(session),
        themes=_known_themes(session),
    )


def find(session: Session, query: QueryLike, on: date) -> list[ActionRow]:
    """Every action that matches, plan by plan, in each plan's order."""
    wanted = (
        select(*_BEFORE_OWNERS, *_AFTER_OWNERS)
        .select_from(_ACTIONS)
        .where(*scope(query), *state(query, on))
        .order_by(PLAN.c.key, ACTION.c.position)
    )
    found = execute(session, wanted).all()
    owners = _owners(session, [row.id for row in found])
    return [ActionRow._make((*row[:_SPLIT], owners[row.id], *row[_SPLIT:])) for row in found]


def count(session: Session, query: QueryLike, on: date) -> Counts:
    """How many match, and how their scope stands whatever their status."""
    counted = (true(), STATUS["open"](on), STATUS["overdue"](on), past_reported(on), STATUS["due_soon"](on))
    counts = (func.count().filter(condition) for condition in (and_(true(), *state(query, on)), *counted))
    wanted = select(*counts).select_from(ACTION).where(*scope(query))
    return Counts(*execute(session, wanted).one())


def plan_keys(session: Session, query: QueryLike) -> tuple[str, ...]:
    """The ids of the plans that the query looks in."""
    wanted = select(PLAN.c.key).select_from(PLANS).where(*plans_looked_in(query)).order_by(PLAN.c.key)
    return tuple(execute(session, wanted).scalars())


def missing_refs(session: Session, query: QueryLike) -> tuple[str, ...]:
    """The addresses named, ends of ranges too, that no plan looked in has; as a person would write them."""
    named = {_written(address): address for address in _named(query)}
    if not named:
        return ()
    held = (func.max(case((at(address), 1), else_=0)) for address in named.values())
    wanted = select(*held).select_from(ACTION).where(looked_in(query))
    return tuple(name for name, has in zip(named, execute(session, wanted).one(), strict=True) if not has)


def _named(query: QueryLike) -> Iterator[AddressLike]:
    for span in query.refs:
        yield span.first
        if span.last is not None:
            yield span.last


def _written(address: AddressLike) -> str:
    # As plans.addresses writes it, which this layer may not import.
    step = address.step or ""
    return f"{address.ref}/{step}" if step.isdigit() else f"{address.ref}{step}"


def _known_plans(session: Session) -> tuple[PlanRow, ...]:
    wanted = select(*PLAN_SHOWN).select_from(PLANS).where(PLAN.c.kind != "review").order_by(PLAN.c.key)
    return tuple(PlanRow(*row) for row in execute(session, wanted))


def _known_themes(session: Session) -> tuple[tuple[str, str], ...]:
    # Grouped before plans are met: one index says it all.
    plan_id, theme = RECOMMENDATION.c.plan_id, RECOMMENDATION.c.theme
    themes = select(plan_id, theme).where(theme.is_not(None)).group_by(plan_id, theme).subquery()
    wanted = select(PLAN.c.key, themes.c.theme).join(PLAN, PLAN.c.id == themes.c.plan_id)
    return tuple((key, theme) for key, theme in execute(session, wanted.order_by(PLAN.c.key, themes.c.theme)).all())


def _known_owners(session: Session) -> tuple[OwnerRow, ...]:
    names = _gathered(
        execute(session, select(OWNER_NAME.c.owner_id, OWNER_NAME.c.printed).order_by(OWNER_NAME.c.printed))
    )
    plans = _gathered(execute(session, _OWNERS_PLANS))
    owners = execute(session, select(OWNER.c.id, OWNER.c.key, OWNER.c.name).order_by(OWNER.c.key))
    return tuple(OwnerRow._make((*owner, names[owner.id], plans[owner.id])) for owner in owners)


def _owners(session: Session, actions: Sequence[int]) -> dict[int, tuple[str, ...]]:
    wanted = (
        select(ACTION_OWNER.c.action_id, ACTION_OWNER.c.printed)
        .where(_among(session, ACTION_OWNER.c.action_id, actions))
        .order_by(ACTION_OWNER.c.action_id, ACTION_OWNER.c.position)
    )
    return _gathered(execute(session, wanted).all() if actions else ())


def _among(session: Session, column: ColumnElement[int], ids: Sequence[int]) -> ColumnElement[bool]:
    # One bound value however many ids: no limit to meet, and one statement to prepare.
    if session.get_bind().dialect.name == "postgresql":
        return column == any_(literal(ids, ARRAY(Integer)))
    return column.in_(select(func.json_each(json.dumps(ids)).table_valued("value").c.value))


def _gathered(pairs: Iterable[Any]) -> dict[int, tuple[str, ...]]:
    gathered: defaultdict[int, list[str]] = defaultdict(list)
    for key, value in pairs:
        gathered[key].append(value)
    return defaultdict(tuple, {key: tuple(values) for key, values in gathered.items()})
