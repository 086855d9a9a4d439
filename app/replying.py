"""The `reply` command: an answer in words for one action, as chat takes it."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from app.asking import printed
from app.failing import Failed, Unusable
from app.wiring import database
from bot import readbacks
from bot.plain import render
from bot.wording import unmarked
from plans.asking import answer
from plans.asking import reply as asked
from plans.calendar import day_of
from plans.chat import Answered, Asker, Quiet, Redraw, Say
from plans.messages import Message, Notice, ReadBack, Receipt
from plans.policy.recipients import COORDINATOR
from plans.progress import choosing, drafting, replying
from plans.progress.facts import Facts, facts
from plans.progress.turn import Turn
from plans.replies import Meant, Understood
from storage.database import writing


@dataclass(frozen=True, slots=True)
class Answer:
    """What words meant for the action, and what chat says to them; `recorded` where something was."""

    meant: Understood
    message: Message | None
    recorded: bool = False
    dry_run: bool = False

    @property
    def text(self) -> str:
        return self.said(render(self.message)) if self.message else ""

    def said(self, text: str) -> str:
        """Of a dry run nothing is said to be recorded."""
        dry = self.dry_run and isinstance(self.message, Receipt)
        return _RECORDED.sub("Would be recorded", text) if dry else text

    @property
    def asks(self) -> str | None:
        """The question that is still to be answered before anything can be recorded."""
        if isinstance(self.message, ReadBack) and self.message.asks:
            return unmarked(" ".join(readbacks.closing(self.message))) or WHY
        unclear = self.meant.own.asks is not None and not isinstance(self.message, Receipt)
        return self.text if unclear else None

    @property
    def is_refused(self) -> bool:
        """Nothing else came of it: then it is said once, as what failed."""
        return isinstance(self.message, Receipt) and not self.message.changed

    @property
    def refused(self) -> str | None:
        refused = self.message.refused if isinstance(self.message, Receipt) else ()
        return " ".join(one.sentence for one in refused) or None


WHY = "Why? Say the reason with it."
NOTHING = "Nothing to record."
_RECORDED = re.compile(r"^Recorded\b", re.MULTILINE)


def reply(text: str, *, to: str, who: str | None, at: datetime, dry_run: bool, as_json: bool) -> None:
    """Take the words for the action named, and print what they meant. What chat would ask is asked, and then nothing
    is recorded; what chat would read back and have confirmed is recorded: whoever types a command means it.
    """
    with writing(database()) as session:
        found = _named(session, to, at)
        turn = Turn(session, Asker(post=who or _lead(session, found, at)), at, "cli")
        given = _answered(turn, text, found, dry_run=dry_run)
        if dry_run or not given.recorded:
            session.rollback()
    if as_json:
        print(json.dumps(_as_json(given), ensure_ascii=False))
    elif given.message and not (given.is_refused and not dry_run):
        print(given.said(printed(given.message)))
    if given.refused and not dry_run:
        raise Failed(given.refused)


def _named(session: Session, to: str, at: datetime) -> Facts:
    """The one action that is meant."""
    found = answer(session, to, asker=Asker(), on=day_of(at))
    if found.error:
        raise Unusable(f"--to {to}: {render(found.message)}")
    if len(found.rows) != 1 or not found.understood.get("refs"):
        raise Unusable(f"--to {to} names {len(found.rows)} actions. Name one, as in: --to “Rochester 5”.")
    return facts(Turn(session, Asker(), at, "cli"), [found.rows[0].id])[found.rows[0].id]


def _lead(session: Session, found: Facts, at: datetime) -> str:
    return Turn(session, Asker(), at, "cli").name_of(found.lead) if found.lead else COORDINATOR


def _answered(turn: Turn, text: str, found: Facts, *, dry_run: bool) -> Answer:
    meant, answered = replying.of_one(turn, text, found.id)
    message = Notice("plain", detail=NOTHING) if isinstance(answered, Quiet) else _message(answered)
    if answered is None and meant.own.intent == "question":
        message = asked(turn.session, text, asker=turn.asker, on=turn.on)
    if isinstance(message, ReadBack) and not (message.asks or dry_run):
        draft = drafting.held(turn, message.draft)
        message = choosing.sent(turn, draft).message if draft else message
    recorded = isinstance(message, Receipt) and bool(message.changed)
    recorded = recorded or (meant.own.intent == "snooze" and isinstance(message, Notice))
    return Answer(meant, message, recorded, dry_run)


def _message(answered: Answered | None) -> Message | None:
    return answered.message if isinstance(answered, Say | Redraw) else None


def _as_json(given: Answer) -> dict[str, Any]:
    """DESIGN section 7, row `reply`."""
    own = given.meant.own
    return {
        "intent": own.intent,
        "date": _iso(own),
        "to": own.to or None,
        "note": own.note or None,
        "evidence": list(own.evidence),
        "others": [{"ref": one.ref, "intent": one.intent, "date": _iso(one)} for one in given.meant.others],
        "asks": given.asks,
        "text": given.text,
    }


def _iso(meant: Meant) -> str | None:
    return meant.date.isoformat() if meant.date else None
