"""What questions can be about, and the stamps that tell when it has changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Select, exists, select
from sqlalchemy.engine import Dialect

from storage.asked import Known, OwnerRow, PlanRow, Stamps
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
    STAMP,
)  # fmt: skip
from storage.prepared import Reader, rows


def stamps(reader: Reader) -> Stamps:
    """They change with what `known` and `facts` give, in the same transaction, whoever makes the change."""
    return Stamps(*rows(reader, "stamps", lambda _: select(STAMP.c.names, STAMP.c.facts))[0])


def known(reader: Reader) -> Known:
    """What a question may be about, reviews left out.

    A prison that has no plan, and a post that no plan ever printed, is known to the register alone: nothing can be
    asked of it, and its words stay free to mean what they meant.
    """
    prisons = rows(reader, "prisons", lambda _: _PRISONS)
    return Known(
        prisons=tuple((key, name) for key, name in prisons),
        plans=tuple(PlanRow(*row) for row in rows(reader, "plans", _known_plans)),
        owners=_known_owners(reader),
        themes=tuple((key, theme) for key, theme in rows(reader, "themes", _known_themes)),
    )


def _known_plans(_: Dialect) -> Select[Any]:
    return select(*PLAN_SHOWN).select_from(PLANS).where(PLAN.c.kind != "review").order_by(PLAN.c.key)


def _known_themes(_: Dialect) -> Select[Any]:
    # Grouped before plans are met: one index says it all.
    plan_id, theme = RECOMMENDATION.c.plan_id, RECOMMENDATION.c.theme
    themes = select(plan_id, theme).where(theme.is_not(None)).group_by(plan_id, theme).subquery()
    wanted = select(PLAN.c.key, themes.c.theme).join(PLAN, PLAN.c.id == themes.c.plan_id)
    return wanted.order_by(PLAN.c.key, themes.c.theme)


def _known_owners(reader: Reader) -> tuple[OwnerRow, ...]:
    wanted = select(OWNER_NAME.c.owner_id, OWNER_NAME.c.printed).order_by(OWNER_NAME.c.printed)
    names = _gathered(rows(reader, "owner names", lambda _: wanted))
    plans = _gathered(rows(reader, "owners' plans", lambda _: _OWNERS_PLANS))
    owners = rows(reader, "owners", lambda _: select(OWNER.c.id, OWNER.c.key, OWNER.c.name).order_by(OWNER.c.key))
    return tuple(OwnerRow(id, key, name, names[id], plans[id]) for id, key, name in owners if names[id])


_PRISONS = (
    select(PRISON.c.key, PRISON.c.name).where(exists().where(PLAN.c.prison_id == PRISON.c.id)).order_by(PRISON.c.key)
)
_OWNERS_PLANS = (
    select(ACTION_OWNER.c.owner_id, PLAN.c.key)
    .distinct()
    .join(ACTION, ACTION.c.id == ACTION_OWNER.c.action_id)
    .join(PLAN, PLAN.c.id == ACTION.c.plan_id)
    .order_by(PLAN.c.key)
)


def _gathered(pairs: Iterable[Any]) -> Mapping[int, tuple[str, ...]]:
    gathered: defaultdict[int, list[str]] = defaultdict(list)
    for key, value in pairs:
        gathered[key].append(value)
    return defaultdict(tuple, {key: tuple(values) for key, values in gathered.items()})
