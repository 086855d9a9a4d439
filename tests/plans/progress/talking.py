"""People who talk to the bot: lines in a thread or outside one, buttons and forms, each with what comes of it."""

from dataclasses import dataclass, field
from typing import Any

from plans.briefing import kept
from plans.chat import Answered, Ask, Asker, Pressed, Redraw, Refill, Replied, Said, Say, Submitted
from plans.messages import Brief, BriefLine, BriefSection, Form, Notice, ReadBack, Receipt, Verb
from plans.progress import acted, is_awaited, is_command, whole
from plans.progress.facts import facts
from plans.progress.showing import line_of
from plans.progress.turn import Turn
from storage import spoken
from storage.database import reading, writing
from storage.models import Mention
from tests.plans.progress.conftest import MONDAY, NOW, PEOPLE, World
from tests.storage.register import a_delivery, a_person
from tests.storage.rows import add

DM = "D1"
BRIEF = f"{DM} 1.0"


def asker(who: str) -> Asker:
    return Asker(f"slack:T1:{who}")


@dataclass
class Talk:
    world: World
    keys: int = field(default=0)

    def hear(self, heard: Any) -> Answered | None:
        if not is_command(heard, lambda: self.world.now) and not self._awaited(heard):
            return None
        with writing(self.world.engine) as session:
            return acted(session, heard, now=self.world.now, at=NOW)

    def _awaited(self, heard: Any) -> bool:
        if not isinstance(heard, Replied):
            return False
        with reading(self.world.engine) as session:
            return is_awaited(session, heard, now=self.world.now)

    def says(self, who: str, text: str, thread: str = "", *, key: str = "", links: tuple[str, ...] = ()) -> Any:
        """What is answered: the message, None for a question, Quiet."""
        self.keys += 1
        heard = Replied(text, asker(who), thread, DM, links, key or f"line {self.keys}")
        return _message(self.hear(heard))

    def slash(self, who: str, text: str) -> Any:
        answered = self.hear(Said(text, asker(who)))
        return answered.form if isinstance(answered, Ask) else _message(answered)

    def asks(self, who: str, text: str) -> Any:
        """A question, as the service answers it."""
        from plans.asking import reply

        with reading(self.world.engine) as session:
            found = reply(session, text, asker=asker(who), on=self.world.now.date())
            return whole(session, found, asker(who), now=self.world.now)

    def presses(self, who: str, verb: Verb, key: str = "") -> Any:
        self.keys += 1
        answered = self.hear(Pressed(verb, asker(who), key or f"press {self.keys}"))
        return answered.form if isinstance(answered, Ask) else _message(answered)

    def submits(self, who: str, form: Form, key: str = "", **values: Any) -> Any:
        """By the names of fields, with _ for -; Refill gives what is wrong."""
        self.keys += 1
        filled = {name.replace("_", "-"): value for name, value in values.items()}
        answered = self.hear(Submitted(form.name, form.about, filled, asker(who), key or f"form {self.keys}"))
        return dict(answered.wrong) if isinstance(answered, Refill) else _message(answered)

    def brief(self, who: str, *refs: int | str, section: str = "late") -> int:
        """One that was sent to them, of these actions; its number. It stands where BRIEF says."""
        with writing(self.world.engine) as session:
            person = a_person(session, PEOPLE[who])
            turn = Turn(session, asker(who), self.world.now)
            lines = tuple(self._line(turn, self.world.id(ref)) for ref in refs)
            message = Brief(MONDAY, (("Governor", "HMP Rochester"),), (BriefSection(section, lines),))
            made = a_delivery(session, f"person {person.id}", MONDAY)
            for ref in refs:
                add(session, Mention(delivery_id=made.id, section=section, reason="late", action_id=self.world.id(ref)))
            made.person_id, made.body, made.channel, made.ts = person.id, kept(message), DM, "1.0"
            return made.id or 0

    def _line(self, turn: Turn, action: int) -> BriefLine:
        found = facts(turn, [action])[action]
        return BriefLine(line_of(turn, found), "late", "lead", action, version=found.version)

    def about(self, ref: int | str, ts: str = "5.0") -> str:
        """The thread of a message of ours about the action."""
        with writing(self.world.engine) as session:
            spoken.remember(session, DM, ts, self.world.id(ref), NOW)
        return f"{DM} {ts}"

    def kinds(self, ref: int | str = 1) -> list[str]:
        """What the history says was done, the oldest first."""
        return [entry.kind for entry in reversed(self.world.history(ref))]


def _message(answered: Answered | None) -> Any:
    return answered.message if isinstance(answered, Say | Redraw) else answered


def button(message: Any, label: str) -> Verb:
    """The button of that label."""
    held = (*message.verbs, *getattr(message, "drops", ()))
    found = [verb for verb in held if verb.label == label]
    assert found, [verb.label for verb in held]
    return found[0]


def labels(message: Any) -> list[str]:
    return [verb.label for verb in message.verbs]


def form(asked: object) -> Form:
    assert isinstance(asked, Form), asked
    return asked


def receipt(message: object) -> Receipt:
    assert isinstance(message, Receipt), message
    return message


def read_back(message: object) -> ReadBack:
    assert isinstance(message, ReadBack), message
    return message


def told(message: object) -> str:
    assert isinstance(message, Notice), message
    return message.detail
