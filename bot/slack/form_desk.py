"""Where forms are opened, filled in and taken, or given back with what is wrong."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from bot import plain
from bot.slack import forms
from bot.slack.answers import Answers
from bot.slack.messenger import Messenger, Refused
from bot.slack.payloads import Place, Press, Submission
from plans.chat import Answered, Ask, Heard, Member, Pressed, Redraw, Refill, Say, Submitted
from plans.messages import Form, Notice, Verb

LATE = Notice("plain", detail="That took too long, and nothing was opened. Press it again.")
TOO_LATE = "That took longer than Slack lets a form wait, so it was not opened. Nothing was changed."
BY_FORM = "That is answered by a form. Nothing was changed yet."
OPEN = "Open the form"
_SPENT = {"expired_trigger_id", "trigger_expired", "invalid_trigger_id", "invalid_trigger"}
_TWICE = {"exchanged_trigger_id", "trigger_exchanged"}


@dataclass
class FormDesk:
    """`hear` waits for the conversation without holding up anybody else; `answers` takes messages to the asker."""

    messenger: Messenger
    hear: Callable[[Heard], Awaitable[Answered | None]]
    answers: Answers
    start: Callable[[Any, Place], None]
    patience: float

    async def open(self, pressed: Press, verb: Verb) -> None:
        """Something is shown before anything is looked up, since what opens a form is spent in three seconds."""
        try:
            view = await self.messenger.open_view(pressed.trigger, forms.waiting(verb.label))
        except Refused as refusal:
            if refusal.code not in _SPENT | _TWICE:
                raise
            if refusal.code in _SPENT:
                await self.answers.tell(LATE, pressed.place)
            return
        answered = await self.hear(Pressed(verb, pressed.place.asker))
        with suppress(Refused):  # closed again meanwhile
            await self.messenger.update_view(view, _view(answered, verb.label))

    async def show(self, ask: Ask, place: Place, trigger: str) -> None:
        """A form that answers words: opened by what brought them, while that opens one; else a button asks for it."""
        if trigger:
            try:
                await self.messenger.open_view(trigger, forms.draw(ask.form))
                return
            except Refused as refusal:
                if refusal.code not in _SPENT | _TWICE:
                    raise
                if refusal.code in _TWICE:
                    return
        again = ask.again or _asks_again(ask.form)
        verbs = (replace(again, label=again.label or OPEN),) if again else ()
        await self.answers.tell(Notice("plain", detail=TOO_LATE if trigger else BY_FORM, verbs=verbs), place)

    async def submit(self, submission: Submission) -> dict[str, Any]:
        """What acknowledges the form: nothing closes it. An answer that takes long follows as a message."""
        taking = asyncio.create_task(self._take(submission))
        await asyncio.wait([taking], timeout=self.patience)
        if not taking.done():
            self.start(self._follow(taking, submission.place), submission.place)
            return {}
        match taking.result():
            case Refill() as refill:
                return forms.errors(refill, submission.fields)
            case Ask(form):
                return {"response_action": "update", "view": forms.draw(form)}
            case answered:
                self.start(self._tell(answered, submission.place), submission.place)
                return {}

    async def _take(self, submission: Submission) -> Answered | None:
        try:
            members = {name: await self.messenger.person(account) for name, account in submission.people.items()}
        except Refused as refusal:
            return Refill(dict.fromkeys(submission.people, f"{refusal}: who that is cannot be told. Try again."))
        return await self.hear(_submitted(submission, members))

    async def _follow(self, taking: Awaitable[Answered | None], place: Place) -> None:
        await self._tell(await taking, place)

    async def _tell(self, answered: Answered | None, place: Place) -> None:
        """By message; of a form that is closed already, what was wrong too."""
        match answered:
            case Say() | Redraw():
                await self.answers.say(answered, place)
            case Refill(wrong):
                detail = f"Nothing was changed. {' '.join(wrong.values())}"
                await self.answers.tell(Notice("plain", detail=detail), place)


def _submitted(submission: Submission, members: dict[str, Member]) -> Submitted:
    asker = submission.place.asker
    return Submitted(submission.form, submission.about, submission.values, asker, f"slack {submission.key}", members)


def _asks_again(form: Form) -> Verb | None:
    """The button that asks for a form, where what it is of says enough."""
    return Verb("answer", OPEN, form.about) if form.name == "answer" else None


def _view(answered: Answered | None, title: str) -> forms.View:
    match answered:
        case Ask(form):
            return forms.draw(form)
        case Say(message) | Redraw(message):
            return forms.told(title, plain.render(message))
        case _:
            return forms.told(title, "There is nothing to fill in any more.")
