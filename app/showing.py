"""The `show` command: an action whole, or as its plan prints it."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from app.asking import printed as told
from app.wiring import database
from bot.plain import render
from bot.wording import joined, many
from plans.addresses import step_json, written
from plans.asking import answer
from plans.chat import Asker
from plans.messages import ActionCard, Message, Notice
from plans.progress.printed import printed
from plans.progress.showing import card
from plans.progress.turn import Turn
from storage.asked import ActionRow
from storage.database import reading
from storage.places import PlacedRow, placed


def show(text: str, *, who: str | None, at: datetime, as_json: bool, source: bool = False) -> None:
    """Print an action with its history: all of it, or with `who` as much as that post may read. With `source` what its
    plan prints of it and where, which anybody may read."""
    with reading(database()) as session:
        turn = Turn(session, Asker(post=who), at, "slack" if who else "cli")
        message, error, facts = _shown(session, turn, text, source=source)
    if not as_json:
        print(told(message))
        return
    print(json.dumps({"error": error, **facts, "text": render(message)}, ensure_ascii=False))


def _shown(
    session: Session, turn: Turn, text: str, *, source: bool
) -> tuple[Message, dict[str, Any] | None, dict[str, Any]]:
    """(what is said, what was wrong with the words, the facts)."""
    found = answer(session, text, asker=Asker(), on=turn.on)
    if found.error or len(found.rows) != 1:
        message = found.message if found.error else Notice("plain", detail=_which(found.rows))
        code = "no_such_ref" if not found.rows else "ambiguous"
        return message, found.error or {"code": code, "message": render(message)}, {}
    action = found.rows[0].id
    if source and (row := placed(session, action)):
        return printed(turn, row), None, _source_json(row)
    if one := card(turn, action, whole=True):
        return one, None, _card_json(one)
    raise LookupError(action)


NAMED = 8


def _which(rows: Sequence[ActionRow]) -> str:
    """Nothing was named that could be shown: what there is to name."""
    if not rows:
        return f"That names no action. {AS_IN}"
    named = [written(row.ref, row.step) for row in rows[:NAMED]]
    more = [f"{len(rows) - NAMED:,} more"] if len(rows) > NAMED else []
    of = joined(dict.fromkeys(row.plan for row in rows))
    return f"That names {many(len(rows), 'action')} of {of}: {joined([*named, *more])}. {AS_IN}"


AS_IN = 'Name one with its prison, as in: actions show "Rochester 5".'


def _source_json(row: PlacedRow) -> dict[str, Any]:
    words = {
        "theme": row.theme, "recommendation": row.recommendation, "response": row.response, "text": row.text,
        "owner": row.owner, "target": row.target,
    }  # fmt: skip
    return {
        "action": {"plan": row.plan, "ref": row.ref, "step": step_json(row.step or None), "title": row.title},
        "source": {
            "file": row.file,
            "sha256": row.sha256,
            "parts": {
                part: {"words": said, "places": row.places.get(part, [])} for part, said in words.items() if said
            },
        },
    }


def _card_json(one: ActionCard) -> dict[str, Any]:
    line = one.line
    return {
        "action": {
            "plan": line.plan, "address": line.address, "theme": one.theme or None, "title": line.title,
            "text": one.text, "owners": list(line.owners), "lead": one.lead or None, "delegate": one.delegate or None,
            "target": one.target or None, "starts": _day(line.starts), "due": _day(line.due),
            "original_due": _day(one.original_due), "slips": one.slips, "status": line.status,
            "days_late": line.days_late, "evidence": list(one.evidence), "waits_for": one.waits_for or None,
        },
        "waiting": [
            {"kind": each.kind, "on": _day(each.on), "by": each.by, "goes_to": each.goes_to or None,
             "from": _day(each.from_due), "date": _day(each.to_due), "to": each.to or None, "words": each.words}
            for each in one.waiting
        ],
        "history": [
            {"seq": each.seq, "at": each.at.isoformat(), "kind": each.doing, "who": each.who or None,
             "as": each.as_post or None, "for": each.for_party or None, "channel": each.channel,
             "status": [each.from_status or None, each.to_status or None],
             "due": [_day(each.from_due), _day(each.to_due)], "to": each.party or None, "day": _day(each.day),
             "words": each.words, "links": list(each.links), "blanked": each.blanked, "undone": each.undone}
            for each in one.history
        ],
    }  # fmt: skip


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
