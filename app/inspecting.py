"""The `inspected` command: when inspectors were at a prison whose plan does not print it."""

import json
from datetime import UTC, date, datetime

from sqlalchemy.engine import Engine

from app.failing import Unusable
from plans.chat import Asker
from plans.progress import inspecting
from plans.progress.turn import Turn
from storage.database import writing
from storage.inspected import plan_named


def inspected(made: Engine, key: str, day: date | None, *, as_json: bool) -> None:
    """Record it, or with no day take it away; and say so."""
    with writing(made) as session:
        turn = Turn(session, Asker(), datetime.now(UTC), channel="cli")
        plan = plan_named(session, key)
        if plan is None:
            raise Unusable(f"I hold no plan {key}: `actions plans` lists the plans.")
        where = turn.where(plan.prison)
        wrong = inspecting.barred(turn, plan) or (inspecting.amiss(turn, day) if day else None)
        if wrong is None and day is None and plan.told is None:
            wrong = inspecting.NOTHING.format(where)
        if wrong:
            raise Unusable(wrong)
        seq, sentence = inspecting.record(turn, plan, day), inspecting.recorded(turn, plan, day)
    print(json.dumps({"plan": key, "inspected": day and day.isoformat(), "noted": seq}) if as_json else sentence)
