"""The `policy` command: the reminder policy in force, in sentences; and a change to it from a day on."""

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from app.failing import Unusable
from app.wiring import database
from bot.policies import sentences
from bot.wording import day
from plans.policy.changing import FOR_EVERYBODY, Unfit, setting
from plans.policy.differing import EVERY_PLAN, kept
from plans.policy.settings import Settings
from plans.situations import settings_in_force
from storage.database import reading, writing
from storage.plans import plans
from storage.said import save_setting, setting_rows


def show(plan: str | None, on: date, *, as_json: bool) -> None:
    """Print the policy of a plan, or of every plan, as in force on a day, and the changes ever made to it."""
    with reading(database()) as session:
        _check(session, plan, on)
        settings = settings_in_force(session, on, [plan] if plan else [])[plan or EVERY_PLAN]
        changes = [row for row in setting_rows(session) if plan is None or row.plan in {None, plan}]
    if as_json:
        values = {name: kept(value) for name, value in asdict(settings).items()}
        made = [{"plan": row.plan, "name": row.name, "value": row.value, "from": row.from_on.isoformat()}
                for row in changes]  # fmt: skip
        told = {"plan": plan, "on": on.isoformat(), "settings": values, "sentences": list(sentences(settings))}
        print(json.dumps({**told, "changes": made}, ensure_ascii=False))
        return
    print(f"The reminder policy of {plan or 'every plan'} on {day(on)}:")
    print("\n".join(f"- {sentence}" for sentence in sentences(settings)))
    for row in changes:
        print(f"Changed for {row.plan or 'every plan'} from {day(row.from_on)}: {row.name} is {_value(row.value)}.")


def change(plan: str | None, words: str, first: date, *, as_json: bool = False) -> None:
    """Set what differs from a day on, and say so; as JSON the whole policy as it is on that day."""
    try:
        name, value = setting(words)
    except Unfit as unfit:
        raise Unusable(str(unfit)) from unfit
    if plan and name in FOR_EVERYBODY:
        raise Unusable(f"{name} is the same for every plan, since {FOR_EVERYBODY[name]}: leave out {plan}.")
    with writing(database()) as session:
        _check(session, plan, first)
        changed = replace(settings_in_force(session, first)[EVERY_PLAN], **{name: value})
        _check_hours(changed)
        save_setting(session, plan, name, kept(value), first)
    if as_json:
        show(plan, first, as_json=True)
    else:
        print(f"From {day(first)}, {name} is {_value(kept(value))} for {plan or 'every plan'}.")


def _check(session: Session, plan: str | None, on: date) -> None:
    held = [row.key for row in plans(session, on)] if plan else []
    if plan and plan not in held:
        raise Unusable(f"I hold no plan {plan}. I hold {', '.join(held) or 'none yet'}.")


def _check_hours(changed: Settings) -> None:
    for what, hour in (("brief", changed.hour), ("digest", changed.digest_hour)):
        if hour >= changed.until:
            raise Unusable(f"No {what} would ever go: its hour is {hour:%H:%M}, and until is {changed.until:%H:%M}.")


def _value(value: Any) -> str:
    return ("on" if value else "off") if isinstance(value, bool) else str(value)
