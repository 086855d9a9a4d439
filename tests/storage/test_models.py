"""What the database itself refuses, and how it keeps time."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import select

from storage.database import writing
from storage.models import (
    ActionOwner,
    GroupMembership,
    Inbound,
    Judgement,
    Owner,
    OwnerName,
    Plan,
    Prison,
    PrisonGroup,
    Recommendation,
    Source,
    Workspace,
)
from tests.storage.rows import NOON, a_plan, add, an_action

PAST_MIDNIGHT_IN_LONDON = datetime(2024, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"ref": "7", "position": 2}, "uq_action_plan_id_ref_step"),
        ({"ref": "8", "position": 1}, "uq_action_plan_id_position"),
        ({"starts": date(2024, 6, 2), "due": date(2024, 6, 1)}, "ck_action_starts_before_due"),
        ({"title": "x" * 81}, "ck_action_title"),
        ({"title": " "}, "ck_action_title"),
        ({"text": "  "}, "ck_action_text"),
        ({"ref": ""}, "ck_action_ref"),
        ({"status": "finished"}, "ck_action_status"),
        ({"precision": "fortnight"}, "ck_action_precision"),
        ({"version": 0}, "ck_action_version"),
        ({"plan_id": 999}, "fk_action_plan_id_plan"),
        ({"recommendation_id": 999}, "fk_action_recommendation_id_recommendation"),
    ],
)
def test_an_action_that_cannot_be_is_refused(engine: Engine, wrong: dict[str, Any], constraint: str):
    with writing(engine) as session:
        plan = a_plan(session)
        an_action(session, plan, 1, ref="7")
        refused(session, constraint, lambda: an_action(session, plan, **{"position": 3, **wrong}))


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"key": "Rochester 2024"}, "ck_plan_key"),
        ({"key": "rochester-2024"}, "uq_plan_key"),
        ({"kind": "visit"}, "ck_plan_kind"),
        ({"kind": "review", "live": True}, "ck_plan_review_never_live"),
        ({"inspected_from": date(2024, 8, 1)}, "ck_plan_inspected_both"),
        (
            {"inspected_from": date(2024, 8, 2), "inspected_to": date(2024, 8, 1)},
            "ck_plan_inspected_in_order",
        ),
    ],
)
def test_a_plan_that_cannot_be_is_refused(engine: Engine, wrong: dict[str, Any], constraint: str):
    with writing(engine) as session:
        prison = a_plan(session).prison_id
        plan = {
            "key": "rochester-2018",
            "kind": "inspection",
            "prison_id": prison,
            "title": "A plan",
            "year": 2018,
        }
        refused(session, constraint, lambda: add(session, Plan(**{**plan, "loaded_at": NOON, **wrong})))


@pytest.mark.parametrize(
    ("row", "constraint"),
    [
        (Prison(key="HMP Rochester", name="HMP Rochester"), "ck_prison_key"),
        (Prison(key="rochester", name="HMP Rochester"), "uq_prison_key"),
        (PrisonGroup(name="Kent"), "uq_prison_group_name"),
        (
            GroupMembership(prison_id=1, group_id=1, from_on=date(2024, 1, 1), until_on=date(2024, 1, 1)),
            "ck_group_membership_until_after_from",
        ),
        (Source(plan_id=1, file="plan.pdf", sha256="f" * 63, read_at=NOON), "ck_source_sha256"),
        (Source(plan_id=1, file="plan.pdf", sha256="g" * 64, read_at=NOON), "ck_source_sha256"),
        (Source(plan_id=1, file="again.pdf", sha256="f" * 64, read_at=NOON), "uq_source_plan_id_sha256"),
        (Recommendation(plan_id=1, position=9, response="maybe"), "ck_recommendation_response"),
        (
            Judgement(plan_id=1, position=1, body="Ofsted", kind="x", text="t", rating="r"),
            "ck_judgement_kind",
        ),
        (Owner(key="governor", name="Governor"), "uq_owner_key"),
        (OwnerName(printed="Governor", owner_id=1), "pk_owner_name"),
        (
            ActionOwner(action_id=1, position=1, owner_id=1, printed="Gov"),
            "uq_action_owner_action_id_owner_id",
        ),
        (ActionOwner(action_id=1, position=-1, owner_id=2, printed="PGD"), "ck_action_owner_position"),
        (Workspace(platform="irc", team="T1"), "ck_workspace_platform"),
        (Workspace(platform="slack", team="T1", table_block="grid"), "ck_workspace_table_block"),
    ],
)
def test_a_row_that_cannot_be_is_refused(engine: Engine, row: Any, constraint: str):
    with writing(engine) as session:
        an_action(session, a_plan(session), owners=["Governor"])
        add(session, Owner(key="pgd", name="Prison Group Director"))
        add(session, PrisonGroup(name="Kent"))
        add(session, Source(plan_id=1, file="plan.pdf", sha256="f" * 64, read_at=NOON))
        refused(session, constraint, lambda: add(session, type(row)(**row.model_dump(exclude_unset=True))))


def refused(session: Any, constraint: str, write: Any) -> None:
    """The database names the constraint, but that SQLite names the columns of a unique one."""
    with pytest.raises(IntegrityError) as refusal, session.begin_nested():
        write()
    said = str(refusal.value.orig)
    if session.get_bind().dialect.name == "sqlite":
        unnamed = {"uq": "UNIQUE", "pk": "UNIQUE", "fk": "FOREIGN KEY"}
        constraint = unnamed.get(constraint[:2], constraint)
    assert constraint in said


def test_a_moment_comes_back_as_the_same_moment_in_utc(engine: Engine):
    with writing(engine) as session:
        add(session, Inbound(key="event", at=PAST_MIDNIGHT_IN_LONDON))
    with writing(engine) as session:
        at = session.exec(select(Inbound.at)).one()
    assert at == PAST_MIDNIGHT_IN_LONDON
    assert at.utcoffset() == timedelta(0)


def test_moments_are_compared_as_moments_whatever_their_zone(engine: Engine):
    with writing(engine) as session:
        add(session, Inbound(key="event", at=PAST_MIDNIGHT_IN_LONDON))
        minute_later = datetime(2024, 6, 30, 23, 31, tzinfo=UTC)
        assert session.exec(select(Inbound.key).where(Inbound.at < minute_later)).all() == ["event"]


def test_a_moment_does_not_depend_on_the_time_zone_of_the_database_session(engine: Engine):
    with writing(engine) as session:
        add(session, Inbound(key="event", at=PAST_MIDNIGHT_IN_LONDON))
    with writing(engine) as session:
        if engine.dialect.name == "postgresql":
            session.connection().execute(text("SET LOCAL TIME ZONE 'Asia/Tokyo'"))
        assert session.exec(select(Inbound.at)).one() == PAST_MIDNIGHT_IN_LONDON


def test_a_moment_without_a_zone_is_refused(engine: Engine):
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(StatementError, match="has no time zone"), writing(engine) as session:
        add(session, Inbound(key="event", at=naive))


def test_links_are_kept_as_a_list(engine: Engine):
    with writing(engine) as session:
        action = an_action(session, a_plan(session), links=["https://example.org/evidence"])
        session.expire(action)
        assert action.links == ["https://example.org/evidence"]
