"""Whom a cell names is told once, and holds from then on of whatever is still to be done under those words: also of the
other plans that print them, where an open action's owner was nobody known until now.

What is finished keeps the owner it had. Every change has its entry; who took an action on stays its lead.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from documents.questions import cell_key
from documents.reissues.outcomes import Difference
from documents.reissues.recording import Lead, Record, anew
from documents.rows import owner_ids
from plans.addresses import written
from plans.rights import UNFINISHED
from storage.history import hold
from storage.models import Action, ActionOwner, Owner, Plan

TOLD = "“{0}” is {1} in {2} too. Open there, and changed with it: {3}."


def retell(session: Session, told: Mapping[str, list[str]], *, but: str, at: datetime) -> list[str]:
    """`told`: owners as printed, and whom they name. Not of the plan `but`, which was just loaded so. What was done, a
    sentence for each plan and owner."""
    by_key = {cell_key(printed): parties for printed, parties in told.items()}
    done = []
    for plan in session.exec(select(Plan).where(Plan.key != but, Plan.kind != "review").order_by(col(Plan.id))).all():
        if _named(session, plan, by_key):
            hold(session, plan.id or 0)  # before the actions, as whoever answers does
            done += _retell(session, plan, by_key, at)
    return done


def _named(session: Session, plan: Plan, told: Mapping[str, list[str]]) -> list[Action]:
    """Its open actions whose owner is told of."""
    wanted = (
        select(Action, ActionOwner.printed)
        .join(ActionOwner)
        .where(Action.plan_id == plan.id, col(Action.status).in_(UNFINISHED))
        .order_by(col(Action.position))
        .execution_options(populate_existing=True)
    )
    return list({row.id: row for row, printed in session.exec(wanted) if cell_key(printed) in told}.values())


def _retell(session: Session, plan: Plan, told: Mapping[str, list[str]], at: datetime) -> list[str]:
    record = Record(session, plan.id or 0)
    found: dict[str, list[str]] = defaultdict(list)
    for row in _named(session, plan, told):
        before = _links(session, row)
        now = [party for link in before for party in told.get(cell_key(link.printed), [link.printed])]
        owners = _owners(session, before, now)
        if list(owners) == [link.owner_id for link in before]:
            continue
        lead = _own(session, row, before, owners)
        was, named = ", ".join(link.printed for link in before), ", ".join(owners.values())
        record.add(anew(row, at, [Difference("owner", was, f"{named}, as was told")], (row.status, row.due), lead))
        row.version += 1
        for printed in (link.printed for link in before if cell_key(link.printed) in told):
            found[printed].append(written(row.ref, row.step))
    record.write()
    return [
        TOLD.format(printed, " and ".join(told[cell_key(printed)]), plan.key, ", ".join(refs))
        for printed, refs in found.items()
    ]


def _links(session: Session, row: Action) -> list[ActionOwner]:
    held = select(ActionOwner).where(ActionOwner.action_id == row.id).order_by(col(ActionOwner.position))
    return list(session.exec(held).all())


def _owners(session: Session, before: list[ActionOwner], now: list[str]) -> dict[int, str]:
    """Those named by their ids, each once, in their order; who is not told of stays who it was."""
    ids = owner_ids(session, now) | {link.printed: link.owner_id for link in before if link.printed in now}
    found: dict[int, str] = {}
    for party in now:
        found.setdefault(ids[party], party)
    return found


def _own(session: Session, row: Action, before: list[ActionOwner], now: dict[int, str]) -> Lead | None:
    """The new lead and where it stood, None where the lead is the same."""
    was = {link.owner_id: link.position for link in before}
    for link in before:
        session.delete(link)
    session.flush()
    session.add_all(
        ActionOwner(action_id=row.id or 0, position=position, owner_id=owner, printed=printed)
        for position, (owner, printed) in enumerate(now.items())
    )
    session.flush()
    lead = next(iter(now))
    return None if was.get(lead) == 0 else (session.get_one(Owner, lead).key, was.get(lead))
