"""The `remind` and `simulate` commands: what would go at a moment, and what a stretch of days would bring. They send
nothing and write nothing."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from app.failing import Unusable
from app.wiring import database
from bot.openings import made_of
from bot.plain import render
from bot.silences import sentence
from bot.wording import many, weekday
from plans.addresses import step_json, written
from plans.asking import answer
from plans.briefing import brief, post_name, prison_name
from plans.calendar import LONDON, day_of, is_working_day
from plans.chat import Asker
from plans.policy.briefs import day, quiet
from plans.policy.days import waits
from plans.policy.desk import settings_of
from plans.policy.simulation import Memory, long_before
from plans.policy.simulation import simulate as played
from plans.policy.values import Day, PlannedBrief, Recipient, Silence, Situation, Why
from plans.register import Register
from plans.situations import register, settings_in_force, situation
from storage.database import reading
from storage.slots import behind, is_planned, last_slot

KIND = "brief"
_DAY = timedelta(days=1)
_WHENEVER = date(2100, 12, 31)
LONGEST = 1_100
"""Days that are played through at once: three years."""


def remind(at: datetime, *, as_recorded: bool, as_json: bool) -> None:
    """Print what would go at the moment, and of every other action of a live plan why it stays silent."""
    on = day_of(at)
    with reading(database()) as session:
        start = beginning(session, on, as_recorded=as_recorded)
        made = as_recorded and is_planned(session, KIND, on.isoformat())
    planned = _now(start, at, made=made)
    if as_json:
        told = {"at": at.astimezone(LONDON).isoformat(), "messages": list(_messages(planned, start.register))}
        print(json.dumps({**told, "silent": list(_silent(planned))}, ensure_ascii=False))
    else:
        print("\n\n".join(_said(planned, start.register)))


def simulate(first: date, last: date, *, prison: str | None, as_recorded: bool, as_json: bool) -> None:
    """Print every day of the span, nobody answering."""
    if not 0 <= (last - first).days < LONGEST:
        raise Unusable(f"--from {first} --to {last} is no span of days: at most three years, the first day first.")
    with reading(database()) as session:
        key = _prison(session, prison, first) if prison else None
        start = beginning(session, first, as_recorded=as_recorded, prison=key)
        plans = {action.plan for action in start.actions}
        days = list(played(start, first, last, lambda on: settings_in_force(session, on, plans)))
    if as_json:
        listed = [{"on": one.on.isoformat(), "messages": list(_messages(one, start.register))} for one in days]
        print(json.dumps({"days": listed, "totals": _totals(days, start.register)}, ensure_ascii=False))
    else:
        print("\n".join(_told(days, start.register)))


def beginning(session: Session, on: date, *, as_recorded: bool, prison: str | None = None) -> Situation:
    """How things stand at the beginning of a day. As recorded: by the ledger and by the days on which plans went live;
    else as if all had been live, and told what the policy names, long before."""
    if not as_recorded:
        found = situation(
            session, on, since=on - _DAY, presumed_before=on, prisons=prison and [prison], everything=True
        )
        return replace(long_before(found, on), told=Memory())
    since = last_slot(session, KIND, on) or on - _DAY
    # Read as of a day after everything, so that a plan keeps the day on which it went live though that is to come.
    found = situation(
        session, _WHENEVER, since=since, behind=behind(session, KIND, on), prisons=prison and [prison], everything=True
    )
    settings = settings_in_force(session, on, {action.plan for action in found.actions})
    return replace(found, on=on, settings=settings)


def _now(start: Situation, at: datetime, *, made: bool) -> Day:
    """What goes at the moment; `made`: the day's briefs have been made already."""
    if is_working_day(start.on):  # a day not worked says so itself, whatever the hour
        why: Why | None = "sent_already" if made else waits(at, settings_of(start))
        if why:
            return quiet(start, why)
    return day(start)


def _prison(session: Session, words: str, on: date) -> str:
    """The prison's key, by the rules of questions. Raises Unusable with what they would say."""
    found = answer(session, words, asker=Asker(), on=on)
    named = found.understood.get("prisons") or []
    keys = [key for key, name in register(session).prisons.items() if name in named]
    if found.error or len(keys) != 1:
        said = render(found.message).splitlines()[0] if found.error else "name one prison."
        raise Unusable(f"--prison {words}: {said}")
    return keys[0]


# --- as JSON ---------------------------------------------------------------------------------------------------------


def addressed(to: Recipient, posts: Iterable[tuple[str, str]], register: Register) -> dict[str, str | None]:
    """`owner`: the post for which they are written to; with `person` null, the post that is, since nobody holds it."""
    post = next(iter(posts))[1] if to.person else to.post
    return {"owner": post_name(register, post), "person": to.person.name if to.person else None}


def _messages(planned: Day, register: Register) -> Iterator[dict[str, Any]]:
    for one in planned.briefs:
        yield {
            "to": addressed(one.to, one.posts, register),
            "kind": KIND,
            "actions": [{**_named(item.action), "reason": item.reason} for item in one.items],
            "text": render(brief(one, register)),
        }


def _named(action: Any) -> dict[str, Any]:
    return {"plan": action.plan, "ref": action.ref, "step": step_json(action.step)}


def _silent(planned: Day) -> Iterator[dict[str, Any]]:
    for silence in _of_live_plans(planned):
        yield {**_named(silence.action), "why": sentence(silence, planned.on)}


def _of_live_plans(planned: Day) -> list[Silence]:
    return [silence for silence in planned.silent if silence.action.live]


def _totals(days: list[Day], register: Register) -> dict[str, Any]:
    count: Counter[str] = Counter(one.to.key for planned in days for one in planned.briefs)
    firsts = {one.to.key: one for planned in reversed(days) for one in planned.briefs}
    by_recipient = [
        {"to": addressed(firsts[key].to, firsts[key].posts, register), "prison": _where(firsts[key], register),
         "messages": messages}
        for key, messages in count.most_common()
    ]  # fmt: skip
    written_on = sum(bool(planned.briefs) for planned in days)
    return {"days": len(days), "days_with_messages": written_on, "messages": count.total(),
            "by_recipient": by_recipient}  # fmt: skip


def _where(planned: PlannedBrief, register: Register) -> str:
    return prison_name(register, planned.posts[0][0]) if planned.posts else ""


# --- in words --------------------------------------------------------------------------------------------------------


NO_PLAN = "Nothing goes to anybody: I hold no live plan. Import one: actions import FILE"


def _said(planned: Day, register: Register) -> Iterator[str]:
    for one in planned.briefs:
        yield f"To {_whom(one, register)}\n{render(brief(one, register))}"
    if not planned.briefs:
        yield "Nothing goes to anybody." if _of_live_plans(planned) else NO_PLAN
    silent = Counter(silence.why for silence in _of_live_plans(planned))
    if silent:
        examples = {silence.why: silence for silence in reversed(_of_live_plans(planned))}
        yield "\n".join([
            f"{many(silent.total(), 'action')} in no message (--json lists each with its reason):",
            *(f"{count:>5}  {_example(examples[why], planned.on)}" for why, count in silent.most_common()),
        ])  # fmt: skip


def _example(silence: Silence, on: date) -> str:
    action = silence.action
    return f"such as {action.plan} {written(action.ref, action.step)}: {sentence(silence, on)}"


def _told(days: list[Day], register: Register) -> Iterator[str]:
    for planned in days:
        if not planned.briefs:
            continue
        yield f"{weekday(planned.on)} {planned.on.year}"
        for one in planned.briefs:
            counted = made_of(item.reason for item in one.items)
            yield f"    {_whom(one, register)}: {counted or 'what the register lacks'}"
    totals = _totals(days, register)
    yield f"{many(totals['messages'], 'message')} on {many(totals['days_with_messages'], 'day')} of {len(days)}:"
    for line in totals["by_recipient"]:
        yield f"{line['messages']:>5}  {line['to']['owner']}, {line['prison']}{_called(line['to']['person'])}"


def _whom(planned: PlannedBrief, register: Register) -> str:
    to = addressed(planned.to, planned.posts, register)
    return f"{to['owner']}, {_where(planned, register)}{_called(to['person'])}"


def _called(person: str | None) -> str:
    return f" ({person or 'nobody is registered'})"
