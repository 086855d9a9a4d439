"""The `blank` command: words removed from a plan's history by whoever runs the machine."""

import json
from datetime import UTC, datetime

from sqlalchemy.engine import Engine

from app.failing import Unusable
from plans.chat import Asker
from plans.messages import Refused
from plans.progress.blanking import blank as remove
from plans.progress.turn import Turn
from storage.database import writing
from storage.entries import action_at


def blank(made: Engine, plan: str, seq: int, *, as_json: bool) -> None:
    """Remove the words of the entry and say so; what has none cannot be used."""
    with writing(made) as session:
        action = action_at(session, plan, seq)
        if action is None:
            raise Unusable(
                f"The history of {plan} has no entry {seq} about an action: `actions plans` lists the plans."
            )
        done = remove(Turn(session, Asker(), datetime.now(UTC), channel="cli"), action, seq)
    if isinstance(done, Refused):
        raise Unusable(done.sentence)
    if as_json:
        print(json.dumps({"plan": plan, "seq": seq, "noted": done.entry}))
    else:
        print(f"The words of entry {seq} of {plan} are gone, and entry {done.entry} says so.")
