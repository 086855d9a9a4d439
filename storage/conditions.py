"""What the words of a query mean in SQL: the one place. Conditions over columns; nothing here runs them.

A condition holds no value of its query: it names them (`prison_0`, `owner_1`, `on`), which storage.shapes gives, so
that a statement made of conditions is good for every question of its shape.

Every status condition is true or false and never NULL, whatever is blank in the row: "not overdue" is its
NOT, and must include the actions that have no date.
"""

from collections.abc import Iterator, Sequence, Sized
from typing import Any

from sqlalchemy import ARRAY, JSON, BindParameter, Date, and_, any_, exists, false, func, or_, select
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ColumnElement
from sqlmodel import SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.asked import AddressLike, QueryLike
from storage.prepared import given, is_sqlite

_TABLES = SQLModel.metadata.tables
PRISON, PLAN, ACTION, RECOMMENDATION = (_TABLES[name] for name in ("prison", "plan", "action", "recommendation"))
ACTION_OWNER, ENTRY, OWNER, OWNER_NAME = (_TABLES[name] for name in ("action_owner", "entry", "owner", "owner_name"))
STAMP = _TABLES["stamp"]

# A plan with its prison, and what is shown of it, in the order of PlanRow.
PLANS = PLAN.join(PRISON, PRISON.c.id == PLAN.c.prison_id)
PLAN_SHOWN = (
    PLAN.c.key, PRISON.c.key, PRISON.c.name, PLAN.c.title, PLAN.c.kind, PLAN.c.year, PLAN.c.live,
)  # fmt: skip

Condition = ColumnElement[bool]

_ON, _SOON = given("on", Date()), given("soon", Date())
_status, _due = ACTION.c.status, ACTION.c.due
_has_date = _due.is_not(None)
# Spelt out: for each IN, SQLite would make a little table anew with each question.
_owed = or_(_status == "not_started", _status == "in_progress", _status == "blocked")
_open = or_(_owed, _status == "reported")
_past = and_(_has_date, _due < _ON)

# The status words, and what each means of an action on a day.
STATUS: dict[str, Condition] = {
    # not done, sustained or withdrawn
    "open": _open,
    # open, not reported, its date gone by
    "overdue": and_(_owed, _past),
    # open and due from that day to a fortnight later
    "due_soon": and_(_open, _has_date, _due.between(_ON, _SOON)),
    # open, without a date
    "no_date": and_(_open, _due.is_(None)),
    # confirmed, whether or not it goes on
    "done": or_(_status == "done", _status == "sustained"),
    # done and going on, or never to end
    "ongoing": or_(_status == "sustained", ACTION.c.standing),
    **{
        word: _status == word
        for word in ("not_started", "in_progress", "blocked", "reported", "sustained", "withdrawn")
    },
}

REQUEST = _TABLES["request"]

# What waits for a yes, in the words of a query.
WAITING: dict[str, Condition] = {
    "to confirm": STATUS["reported"],
    # another date is asked for, and nobody has answered
    "to approve": and_(
        _open,
        exists().where(REQUEST.c.action_id == ACTION.c.id, REQUEST.c.state == "open", REQUEST.c.kind == "extension"),
    ),
}

# Past its date, reported, not confirmed: said beside every count of overdue actions.
PAST_REPORTED: Condition = and_(_status == "reported", _past)


def plans_looked_in(query: QueryLike) -> list[Condition]:
    """Of PLANS. A review is not a plan; years, when named, replace live or closed."""
    conditions: list[Condition] = [PLAN.c.kind != "review"]
    if query.prisons:
        conditions.append(PRISON.c.key.in_(_named("prison", query.prisons)))
    if query.without_prisons:
        conditions.append(PRISON.c.key.not_in(_named("without_prison", query.without_prisons)))
    if query.years:
        conditions.append(PLAN.c.year.in_(_named("year", query.years)))
    elif query.scope != "all":
        conditions.append(PLAN.c.live if query.scope == "live" else ~PLAN.c.live)
    return conditions


def looked_in(query: QueryLike) -> Condition:
    """Of ACTION: it is in one of those plans. Put so, a database starts from the plans, not the actions."""
    plans = select(PLAN.c.id).select_from(PLANS).where(*plans_looked_in(query))
    return ACTION.c.plan_id.in_(plans.correlate(None))


def scope(query: QueryLike) -> list[Condition]:
    """Of ACTION: what the query says, whatever their status."""
    filters = (_addressed, _owned, _asker_s, _themed, _dated, _worded, _changed)
    return [looked_in(query), *(condition for said in filters for condition in said(query))]


def state(query: QueryLike) -> list[Condition]:
    """Of ACTION: what the query says of status and lateness on a day."""
    conditions: list[Condition] = [~STATUS[word] for word in query.without_statuses]
    if query.statuses:
        conditions.append(or_(*(STATUS[word] for word in query.statuses)))
    if query.late_over is not None:
        conditions += [STATUS["overdue"], _due < given("late_over")]
    if query.late_under is not None:
        conditions += [STATUS["overdue"], _due > given("late_under")]
    if query.waiting:
        conditions.append(or_(*(WAITING[word] for word in query.waiting.split(", "))))
    if query.nothing:
        conditions.append(false())
    return conditions


def at(address: AddressLike, name: str) -> Condition:
    """Refs and steps are names, in either case: 1.1 is not 1.10. A plan may have printed `2a` as one ref."""
    ref, step = func.lower(ACTION.c.ref), func.lower(ACTION.c.step)
    if not address.step:
        return ref == given(f"{name}_ref")
    stepped = and_(ref == given(f"{name}_ref"), step == given(f"{name}_step"))
    if address.step.isdigit():
        return stepped  # 1/2 is step 2 of ref 1; it is never ref 12
    return or_(stepped, and_(step == "", ref == given(f"{name}_both")))


def _addressed(query: QueryLike) -> Iterator[Condition]:
    if query.refs:
        yield or_(*(_spanned(query, at_) for at_ in range(len(query.refs))))


def _spanned(query: QueryLike, number: int) -> Condition:
    span, first, last = query.refs[number], f"first_{number}", f"last_{number}"
    if span.last is None:
        return at(span.first, first)
    return _between(query, at(span.first, first), at(span.last, last))


def _between(query: QueryLike, first: Condition, last: Condition) -> Condition:
    # In each plan by itself, from the first place where either end stands to the last: so reversed ends are
    # swapped, and a plan that has one end only gives that one.
    plan_id, position = ACTION.c.plan_id, ACTION.c.position
    ends = (
        select(plan_id, func.min(position).label("low"), func.max(position).label("high"))
        .where(looked_in(query), or_(first, last))
        .group_by(plan_id)
        .cte()
    )
    return exists().where(ends.c.plan_id == plan_id, position.between(ends.c.low, ends.c.high))


def _owned(query: QueryLike) -> Iterator[Condition]:
    if query.owners:
        yield _has_owner(_named("owner", query.owners), query.lead_only)
    if query.without_owners:
        yield ~_has_owner(_named("without_owner", query.without_owners), query.lead_only)


def _asker_s(query: QueryLike) -> Iterator[Condition]:
    """Of any party that the asker holds, at its prison; or one whose work they do."""
    own = [and_(_has_owner([given(f"held_{n}")], False), _of_prison(f"held_at_{n}")) for n in range(len(query.held))]
    if query.work:
        own.append(ACTION.c.id.in_(_named("work", query.work)))
    if own:
        yield or_(*own)


def _of_prison(name: str) -> Condition:
    plans = select(PLAN.c.id).select_from(PLANS).where(PRISON.c.key == given(name))
    return ACTION.c.plan_id.in_(plans.correlate(None))


def _has_owner(owners: Sequence[BindParameter[Any]], lead_only: bool) -> Condition:
    owned = and_(ACTION_OWNER.c.action_id == ACTION.c.id, ACTION_OWNER.c.owner_id.in_(owners))
    return exists().where(and_(owned, ACTION_OWNER.c.position == 0) if lead_only else owned)


def _themed(query: QueryLike) -> Iterator[Condition]:
    if query.themes:
        yield _has_theme(_named("theme", query.themes))
    if query.without_themes:
        yield ~_has_theme(_named("without_theme", query.without_themes))


def _has_theme(themes: Sequence[BindParameter[Any]]) -> Condition:
    asked_for = RECOMMENDATION.alias()
    return exists().where(asked_for.c.id == ACTION.c.recommendation_id, asked_for.c.theme.in_(themes))


def _dated(query: QueryLike) -> Iterator[Condition]:
    if query.due_from is not None:
        yield _due >= given("due_from")
    if query.due_to is not None:
        yield _due <= given("due_to")


def _worded(query: QueryLike) -> Iterator[Condition]:
    for at_, group in enumerate(query.stems):
        yield or_(*(ACTION.c.stems.like(stem, escape="/") for stem in _named(f"stem_{at_}", group)))
    for phrase in _named("phrase", query.phrases):
        yield ACTION.c.folded.like(phrase, escape="/")


def _changed(query: QueryLike) -> Iterator[Condition]:
    if query.changed_since is not None:
        since = given("changed_since", ENTRY.c.at.type)
        # To be read in, blanked or asked about is no change.
        said = and_(ENTRY.c.kind != "loaded", ENTRY.c.kind != "blank", ENTRY.c.kind != "nudge")
        yield exists().where(ENTRY.c.action_id == ACTION.c.id, said, ENTRY.c.at >= since)


def _named(name: str, several: Sized) -> list[BindParameter[Any]]:
    return [given(f"{name}_{at_}") for at_ in range(len(several))]


def among(dialect: Dialect, column: ColumnElement[Any], name: str) -> Condition:
    """Is it one of those given by that name? One bound value however many: no limit, and one statement to prepare."""
    if not is_sqlite(dialect):
        return column == any_(given(name, ARRAY(column.type)))
    return column.in_(select(func.json_each(given(name, JSON())).table_valued("value").c.value))
