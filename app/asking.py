"""The `ask` and `plans` commands: chat's own answers, and the same facts as JSON."""

import json
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time
from shutil import get_terminal_size
from typing import Any

from sqlmodel import Session

from app.wiring import database
from bot.plain import render
from bot.wording import day, many
from plans import commands
from plans.answers import Answer
from plans.asking import answer
from plans.calendar import LONDON
from plans.chat import Asker, Said, Say
from plans.masking import masked
from plans.messages import ActionCard, Listing, Message
from storage.asked import PlanTotals
from storage.database import reading
from storage.judged import reviews
from storage.plans import plans


def ask(text: str, *, who: str | None, on: date, as_json: bool) -> None:
    """Print the answer: as chat would say it, or as JSON with every matching action."""
    with reading(database()) as session:
        found = _beside(session, text, who, on) or answer(session, text, asker=Asker(post=who), on=on)
        if isinstance(found.message, Listing) and found.message.only is not None:
            found = replace(found, message=_card(session, found.message, on))
    if as_json:
        print(json.dumps({**found.as_json(), "text": masked(render(found.message))}, ensure_ascii=False))
        return
    print(printed(found.message))
    if isinstance(found.message, Listing) and found.message.pages > 1:
        print("(--json lists all)")


def _beside(session: Session, text: str, who: str | None, on: date) -> Answer | None:
    """What chat answers to the commands that only show what stands beside a plan; None where the words are none."""
    command = commands.read(text)
    if command is None or command.name not in ("digest", "judgements", "repeats"):
        return None
    from plans.progress import acted

    heard = Said(text, Asker(post=who))
    said = acted(session, heard, now=datetime.combine(on, time(9), LONDON), at=datetime.now(UTC))
    return Answer(said.message, on=on) if isinstance(said, Say) else None


def _card(session: Session, message: Listing, on: date) -> Message:
    """Of the one action that was named, what may be posted anywhere."""
    from plans.progress import whole

    found = whole(session, message, Asker(), now=datetime.combine(on, time(9), LONDON))
    return found.published if isinstance(found, ActionCard) else found


def printed(message: Message) -> str:
    """As a terminal shows it: no wider than it is, and without pages, which nothing here could turn."""
    width = get_terminal_size().columns if sys.stdout.isatty() else 0
    return render(replace(message, pages=1) if isinstance(message, Listing) else message, width=width)


def list_plans(on: date, *, as_json: bool) -> None:
    """Print every plan and how it stands on the day; below them the reviews of progress, which are no plans."""
    with reading(database()) as session:
        rows, held = plans(session, on), reviews(session)
    if as_json:
        print(json.dumps({"plans": [_plan_json(row) for row in rows]}, ensure_ascii=False))
        return
    if not rows:
        print("I hold no plans yet. Add one: actions import FILE")
    width = max([len(row.key) for row in rows] + [len(key) for key, *_ in held], default=0)
    for row in rows:
        state = "live  " if row.live else "closed"
        counts = f"{row.actions:>4} actions, {row.open} open, {row.overdue} overdue on {day(on)}"
        print(f"{row.key:<{width}}  {state}  {counts}")
    for key, prison, count in held:
        print(f"{key:<{width}}  review  {many(count, 'judgement')} of {prison}")


def _plan_json(row: PlanTotals) -> dict[str, Any]:
    return {
        "id": row.key,
        "prison": row.prison_name,
        "title": row.title,
        "kind": row.kind,
        "live": row.live,
        "actions": row.actions,
        "open": row.open,
        "overdue": row.overdue,
    }
