"""What people said of a plan's actions that no newer version of it may overwrite: read where the rows are."""

from datetime import date
from typing import Any

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from documents.reissues.closing import owners_of
from documents.reissues.outcomes import Said
from plans.rights import UNFINISHED
from storage.models import Action, Entry, Plan, Request


def said_of(session: Session, plan: Plan, on: date) -> dict[int, Said]:
    """By action. `on`: the day of the import."""
    asked, handed = _requested(session, plan)
    (spoke, opened), owners = _spoke_last(session, plan), owners_of(session, _ids(plan))
    return {
        id_: Said(
            on=plan.submitted or on,
            status=spoke.get(id_, "import") != "import",
            before=opened.get(id_),
            asked=asked.get(id_),
            owners=tuple(owners[id_]),
            handed=id_ in handed,
        )
        for id_ in session.exec(_ids(plan))
    }


def _ids(plan: Plan) -> SelectOfScalar[Any]:
    return select(col(Action.id)).where(Action.plan_id == plan.id)


def _requested(session: Session, plan: Plan) -> tuple[dict[int, date | None], set[int]]:
    """By action the date that waits for a yes; the actions that another lead took on."""
    wanted = select(Request).where(col(Request.action_id).in_(_ids(plan)))
    found = session.exec(wanted.execution_options(populate_existing=True)).all()
    asked = {one.action_id: one.to_due for one in found if (one.kind, one.state) == ("extension", "open")}
    return asked, {one.action_id for one in found if (one.kind, one.state) == ("hand_over", "agreed")}


def _spoke_last(session: Session, plan: Plan) -> tuple[dict[int, str], dict[int, str]]:
    """By action the channel by which it got the status that it has, and the last that it left which was unfinished."""
    became = (
        select(Entry.action_id, Entry.channel, Entry.from_status, Entry.to_status)
        .where(Entry.plan_id == plan.id, col(Entry.action_id).is_not(None), col(Entry.to_status).is_not(None))
        .order_by(col(Entry.seq))
    )
    found = [(id_ or 0, channel, before) for id_, channel, before, after in session.exec(became) if before != after]
    opened = {id_: before for id_, _, before in found if before in UNFINISHED}
    return {id_: channel for id_, channel, _ in found}, opened
