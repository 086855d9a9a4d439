"""A prison as its digest needs it: its live plans' actions as they are, their history, what was asked for, what
inspectors found. Reads only, one statement for each, however many actions there are."""

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, or_, select
from sqlmodel import SQLModel

from storage.conditions import ACTION, ACTION_OWNER, ENTRY, OWNER, PLAN, PLANS, PRISON, RECOMMENDATION
from storage.prepared import Reader, given, rows
from storage.requests import REQUEST

JUDGEMENT, MATCH = (SQLModel.metadata.tables[name] for name in ("judgement", "judgement_match"))


class PlanRow(NamedTuple):
    key: str
    kind: str
    live_at: datetime | None
    inspected_to: date | None
    inspected_told: date | None
    ranked_on: date | None


class StateRow(NamedTuple):
    id: int
    plan: str
    ref: str
    step: str
    title: str
    status: str
    due: date | None
    original_due: date | None
    slips: int
    starts: date | None
    theme: str | None
    concern: str | None


class OwnerRow(NamedTuple):
    action: int
    key: str
    printed: str


class EntryRow(NamedTuple):
    action: int
    seq: int
    at: datetime
    kind: str
    as_post: str | None
    for_party: str | None
    party: str | None
    channel: str
    from_status: str | None
    to_status: str | None
    from_due: date | None
    to_due: date | None
    undoes: int | None


class RequestRow(NamedTuple):
    action: int
    kind: str
    asked: int
    asked_on: date
    settled: int | None
    to_due: date | None
    to_party: str | None
    person: int | None
    as_post: str | None
    for_party: str | None
    was_at: int | None


class JudgementRow(NamedTuple):
    """`inspected_to`, `published` and `submitted` are its review's."""

    review: str
    inspected_to: date | None
    published: date | None
    submitted: date | None
    body: str
    kind: str
    section: str | None
    text: str
    rating: str
    paragraph: str | None
    id: int


class MatchRow(NamedTuple):
    """Neither theme nor ref: it is about nothing of the plan."""

    judgement: int
    plan: str
    theme: str | None
    ref: str | None


def live_prisons(reader: Reader) -> list[tuple[str, str]]:
    """(key, name) of every prison with a live plan, by name."""
    return [(key, name) for key, name in rows(reader, "digest prisons", lambda _: _PRISONS)]


def live_plans(reader: Reader, prison: str) -> list[PlanRow]:
    return [PlanRow._make(row) for row in rows(reader, "digest plans", lambda _: _LIVE, {"prison": prison})]


def states(reader: Reader, prison: str) -> list[StateRow]:
    """The actions of the prison's live plans, plan by plan, in each plan's order."""
    return [StateRow._make(row) for row in rows(reader, "digest states", lambda _: _STATES, {"prison": prison})]


def owners(reader: Reader, prison: str) -> list[OwnerRow]:
    """Of those actions, each one's lead first."""
    return [OwnerRow._make(row) for row in rows(reader, "digest owners", lambda _: _OWNERS, {"prison": prison})]


def entries(reader: Reader, prison: str) -> list[EntryRow]:
    """Of those actions, in the order of each history; remarks and what else changes nothing left out."""
    return [EntryRow._make(row) for row in rows(reader, "digest entries", lambda _: _ENTRIES, {"prison": prison})]


def requests(reader: Reader, prison: str) -> list[RequestRow]:
    """Of those actions, answered or not."""
    return [RequestRow._make(row) for row in rows(reader, "digest requests", lambda _: _REQUESTS, {"prison": prison})]


def judgements(reader: Reader, prison: str) -> list[JudgementRow]:
    """Of every review of the prison, in each report's order."""
    found = rows(reader, "digest judgements", lambda _: _JUDGEMENTS, {"prison": prison})
    return [JudgementRow._make(row) for row in found]


def matches(reader: Reader, prison: str) -> list[MatchRow]:
    """What people said that those judgements are about."""
    return [MatchRow._make(row) for row in rows(reader, "digest matches", lambda _: _MATCHES, {"prison": prison})]


# --- how they are found ------------------------------------------------------------------------------------------

_of_prison = and_(PRISON.c.key == given("prison"), PLAN.c.live)
_live = select(PLAN.c.id).select_from(PLANS).where(_of_prison)
_theirs = select(ACTION.c.id).where(ACTION.c.plan_id.in_(_live))

_PRISONS = select(PRISON.c.key, PRISON.c.name).where(
    PRISON.c.id.in_(select(PLAN.c.prison_id).where(PLAN.c.live))
).order_by(PRISON.c.name, PRISON.c.key)  # fmt: skip
_LIVE = (
    select(PLAN.c.key, PLAN.c.kind, PLAN.c.live_at, PLAN.c.inspected_to, PLAN.c.inspected_told, PLAN.c.ranked_on)
    .select_from(PLANS)
    .where(_of_prison)
    .order_by(PLAN.c.key)
)
STATES = (
    select(
        ACTION.c.id, PLAN.c.key, ACTION.c.ref, ACTION.c.step, ACTION.c.title, ACTION.c.status, ACTION.c.due,
        ACTION.c.original_due, ACTION.c.slips, ACTION.c.starts, RECOMMENDATION.c.theme, RECOMMENDATION.c.text,
    )
    .select_from(ACTION)
    .join(PLAN, PLAN.c.id == ACTION.c.plan_id)
    .join(PRISON, PRISON.c.id == PLAN.c.prison_id)
    .outerjoin(RECOMMENDATION, RECOMMENDATION.c.id == ACTION.c.recommendation_id)
    .order_by(PLAN.c.key, ACTION.c.position)
)  # fmt: skip
"""Of all plans, as `StateRow`."""
_STATES = STATES.where(_of_prison)
_OWNERS = (
    select(ACTION_OWNER.c.action_id, OWNER.c.key, ACTION_OWNER.c.printed)
    .join(OWNER, OWNER.c.id == ACTION_OWNER.c.owner_id)
    .where(ACTION_OWNER.c.action_id.in_(_theirs))
    .order_by(ACTION_OWNER.c.action_id, ACTION_OWNER.c.position)
)
_TELLS = or_(
    ENTRY.c.kind.not_in(("note", "nudge", "blank", "judged", "progress")),
    and_(ENTRY.c.kind == "progress", ENTRY.c.to_status.is_not(None)),
)
ENTRIES: Select[Any] = (
    select(
        ENTRY.c.action_id, ENTRY.c.seq, ENTRY.c.at, ENTRY.c.kind, ENTRY.c.as_post, ENTRY.c.for_party, ENTRY.c.party,
        ENTRY.c.channel, ENTRY.c.from_status, ENTRY.c.to_status, ENTRY.c.from_due, ENTRY.c.to_due, ENTRY.c.undoes,
    )
    .where(ENTRY.c.action_id.is_not(None), _TELLS)
    .order_by(ENTRY.c.plan_id, ENTRY.c.seq)
)  # fmt: skip
"""Of all plans, as `EntryRow`."""
_ENTRIES = ENTRIES.where(ENTRY.c.plan_id.in_(_live))
_REQUESTS = (
    select(
        REQUEST.c.action_id, REQUEST.c.kind, REQUEST.c.asked, REQUEST.c.asked_on, REQUEST.c.settled, REQUEST.c.to_due,
        REQUEST.c.to_party, REQUEST.c.person_id, REQUEST.c.as_post, REQUEST.c.for_party, REQUEST.c.was_at,
    )
    .where(REQUEST.c.action_id.in_(_theirs))
    .order_by(REQUEST.c.id)
)  # fmt: skip
_JUDGEMENTS = (
    select(
        PLAN.c.key, PLAN.c.inspected_to, PLAN.c.published, PLAN.c.submitted, JUDGEMENT.c.body, JUDGEMENT.c.kind,
        JUDGEMENT.c.section, JUDGEMENT.c.text, JUDGEMENT.c.rating, JUDGEMENT.c.paragraph, JUDGEMENT.c.id,
    )
    .join(PLAN, PLAN.c.id == JUDGEMENT.c.plan_id)
    .join(PRISON, PRISON.c.id == PLAN.c.prison_id)
    .where(PRISON.c.key == given("prison"), PLAN.c.kind == "review")
    .order_by(PLAN.c.key, JUDGEMENT.c.position)
)  # fmt: skip
_MATCHES = (
    select(MATCH.c.judgement_id, PLAN.c.key, MATCH.c.theme, MATCH.c.ref)
    .join(PLAN, PLAN.c.id == MATCH.c.plan_id)
    .join(PRISON, PRISON.c.id == PLAN.c.prison_id)
    .where(PRISON.c.key == given("prison"))
    .order_by(PLAN.c.key)
)
