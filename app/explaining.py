"""The `why` command, and chat's: which brief of a day an action was in, or which rule kept it silent."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlmodel import Session

from app import reasons
from app.reasons import Reasons, Said
from app.reminding import KIND, addressed, beginning
from app.wiring import database
from bot.kinds import told
from bot.plain import render
from bot.requests import waits
from bot.silences import sentence
from bot.wording import moment
from plans.asking import answer
from plans.briefing import post_name
from plans.calendar import LONDON, day_of
from plans.chat import Asker
from plans.messages import Notice
from plans.policy.simulation import simulate
from plans.policy.values import Day
from plans.progress.showing import card
from plans.progress.turn import Turn
from plans.register import Register
from plans.situations import register
from storage.database import reading
from storage.mentions import Mentioned, mentioned
from storage.slots import is_planned, last_slot

_DAY = timedelta(days=1)
STORY = 6
"""Of what people said of an action, the last so many are told."""
_FORESEEN = 400
"""Days ahead of the last brief for which what would be said on the way is played through."""


def why(text: str, on: date, *, as_json: bool) -> None:
    """Print which brief of the day each action was in, or what kept it silent."""
    with reading(database()) as session:
        turn = Turn(session, Asker(), datetime.combine(on, time(23, 59), LONDON), channel="cli")
        found = explained(turn, text)
    words = render(found) if isinstance(found, Notice) else "\n".join(reasons.lines(found, on))
    if not as_json:
        print(words)
        return
    actions = [] if isinstance(found, Notice) else [reasons.as_json(one) for one in found]
    error = (
        {"code": "help" if found.code == "plain" else found.code, "message": words}
        if isinstance(found, Notice)
        else None
    )
    print(json.dumps({"on": on.isoformat(), "error": error, "actions": actions, "text": words}, ensure_ascii=False))


def explain(session: Session, text: str, by: Asker, now: datetime) -> Notice:
    """The same for chat, as a message."""
    turn = Turn(session, by, now)
    found = explained(turn, text)
    return found if isinstance(found, Notice) else Notice("plain", detail="\n".join(reasons.lines(found, turn.on)))


def explained(turn: Turn, text: str) -> list[Reasons] | Notice:
    """Of every action that the words name; or what is wrong with the words, as a question would be told."""
    session, on = turn.session, turn.on
    found = answer(session, text, asker=Asker(), on=on)
    if found.error and isinstance(found.message, Notice):
        return found.message
    if not found.understood.get("refs") or not found.rows:
        return Notice("plain", detail="Name an action, with its prison: why Rochester 8.")
    return [replace(one, story=tuple(_story(turn, one.row.id))) for one in _reasons(session, found.rows, on)]


def _reasons(session: Session, rows: tuple[Any, ...], on: date) -> Iterator[Reasons]:
    if is_planned(session, KIND, on.isoformat()):
        yield from _by_ledger(session, rows, on)
        return
    planned, names = _by_rules(session, on)
    yield from (_ruled(planned, names, row) for row in rows)


def _story(turn: Turn, action: int) -> Iterator[str]:
    """What people said of it last, up to that day, for whoever may read that; and whose yes it waits for."""
    whole = card(turn, action, whole=True)
    if whole is None:
        return
    people = [entry for entry in whole.history if entry.channel != "import" and day_of(entry.at) <= turn.on]
    yield from (told(entry, turn.on) for entry in reversed(people[:STORY]))
    yield from waits(whole)


# --- by the ledger ---------------------------------------------------------------------------------------------------


def _by_ledger(session: Session, rows: tuple[Any, ...], on: date) -> Iterator[Reasons]:
    lines = mentioned(session, KIND, on, [row.id for row in rows])
    names = register(session)
    ruled: Day | None = None
    for row in rows:
        said = tuple(_sent(one, names) for one in lines if one.action == row.id)
        if not said and ruled is None:
            ruled = _as_of_that_morning(session, on)
        yield Reasons(row, said, "" if said or ruled is None else _kept(ruled, row, "It was in no brief of that day."))


def _as_of_that_morning(session: Session, on: date) -> Day:
    """The rules of the day alone: what was to be said before it is the ledger's business, not theirs."""
    start = beginning(session, on, as_recorded=True)
    return next(simulate(replace(start, presumed_before=on), on, on))


def _sent(one: Mentioned, names: Register) -> Said:
    when = moment(one.sent_at) if one.sent_at else ""
    post = one.recipient.partition("/")[2]
    to = {"owner": post_name(names, post) if post else None, "person": one.person}
    return Said(to, one.reason, one.state, when, one.why or "")


# --- by the rules ----------------------------------------------------------------------------------------------------


def _by_rules(session: Session, on: date) -> tuple[Day, Register]:
    """What the day brings as things stand: after the last brief, all days between are played through."""
    last = last_slot(session, KIND, on)
    if last is None or (on - last).days > _FORESEEN:
        start = beginning(session, on, as_recorded=False)
        return next(simulate(start, on, on)), start.register
    start = beginning(session, last + _DAY, as_recorded=True)
    *_, planned = simulate(start, last + _DAY, on)
    return planned, start.register


def _ruled(planned: Day, names: Register, row: Any) -> Reasons:
    said = tuple(
        Said(addressed(one.to, one.posts, names), item.reason, "planned")
        for one in planned.briefs
        for item in one.items
        if item.action.id == row.id
    )
    return Reasons(row, said, "" if said else _kept(planned, row, _CLOSED))


def _kept(planned: Day, row: Any, otherwise: str) -> str:
    """What kept the action silent. Of a closed plan's finished actions the rules are not even asked."""
    found = next((silence for silence in planned.silent if silence.action.id == row.id), None)
    return sentence(found, planned.on) if found else otherwise


_CLOSED = "Its plan is closed, and a closed plan is not reminded of."
