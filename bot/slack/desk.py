"""Where a question from Slack is put to the conversation, and its answer carried back to be seen."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

import orjson
import structlog

from bot.conversation import CHANGING, FORMS, Conversation, Run, in_place
from bot.slack.cards import Card, render, rest
from bot.slack.carrier import Carrier
from bot.slack.errands import Errands
from bot.slack.form_desk import FormDesk
from bot.slack.messenger import UNSURE, Messenger, Refused, ack
from bot.slack.payloads import Place, Press, Submission, digest
from bot.slack.proof import Tables
from bot.slack.tables import Table
from plans.chat import Answered, Heard, Pressed, Redraw, Said, Say
from plans.messages import Brief, Listing, Message, Notice

log = structlog.get_logger()

FirstTime = Callable[[str], bool]

OLDER = Notice("plain", detail="That button belongs to an older message. Ask again with /actions.")
IN_DOUBT = Notice("plain", detail="Slack did not say whether that arrived. Please look before you try again.")


@lru_cache(2_000)
def acknowledgement(message: Message, table: Table | None) -> tuple[str, bool]:
    """The JSON of an answer, and whether its table is still to come. Drawn once, while the answer is the same."""
    card = render(message, table)
    return orjson.dumps(ack(card)).decode(), card.follows


@dataclass
class Desk:
    """`first_time` inserts an inbound id and says whether it is new; `forget` takes it back where what it was for
    surely did not happen. The conversation uses `run`."""

    conversation: Conversation
    messenger: Messenger
    tables: Tables
    first_time: FirstTime
    run: Run
    forget: Callable[[str], None] = lambda key: None
    errands: Errands = field(default_factory=Errands)
    patience: float = 2.0  # seconds, of the three that Slack gives an acknowledgement
    pause: float = 0.25  # seconds before what follows an acknowledgement, so that it comes second

    def __post_init__(self) -> None:
        self.carrier = Carrier(self.messenger)
        self.forms = FormDesk(self.messenger, self._change, self._tell, self._start, self.patience)

    async def command(self, text: str, place: Place) -> str:
        """The body of a slash command's acknowledgement, in JSON; a table not yet proven follows it."""
        message = await self._heard_soon(text, place)
        if message is None:
            return acknowledgement(Notice("plain", detail="I am still looking. The answer follows here."), None)[0]
        answered, follows = acknowledgement(message, self.tables.proven)
        if follows and place.response_url and isinstance(message, Listing):
            self._start(self._table_after(message, place.response_url), place)
        return answered

    async def question(self, text: str, place: Place, key: str) -> None:
        """A line in the messages tab or a mention: answered once, after the acknowledgement."""
        if await self._new(key):
            self._start(self._answer(self._hear(Said(text, place.asker)), place), place)

    async def tell(self, message: Message, place: Place, key: str) -> None:
        """What needs no looking up, said once."""
        if await self._new(key):
            self._start(self.carrier.to_asker(render(message), place), place)

    async def press(self, pressed: Press) -> None:
        """A button: a form, or drawn anew where it stands if only its presser sees it, else answered to them alone.

        What changes something remembers the press with the change; the rest is remembered here.
        """
        verb = pressed.verb
        if verb is not None and verb.name in FORMS:
            self._start(self.forms.open(pressed, verb), pressed.place)
        elif (verb is not None and verb.name in CHANGING) or await self._new(pressed.key):
            self._start(self._after_press(pressed), pressed.place)

    async def submit(self, submission: Submission) -> dict[str, Any]:
        """What acknowledges a form."""
        return await self.forms.submit(submission)

    def apology(self, error: Exception) -> Card:
        """Logs what broke and gives the sentence to answer with; the reference joins the two."""
        reference = secrets.token_hex(2)
        log.error("a question could not be answered", reference=reference, exc_info=error)
        return render(Notice("broken", about=(reference,)))

    async def regret(self, error: Exception, place: Place) -> None:
        """The same, for what has been acknowledged already: the sentence is sent, if it can be."""
        card = render(IN_DOUBT) if _in_doubt(error) else self.apology(error)
        try:
            await self.carrier.to_asker(card, place)
        except Refused as refusal:
            log.error("the apology could not be sent either", why=str(refusal))

    def later(self, error: Exception, place: Place) -> None:
        self._start(self.regret(error, place), place)

    async def _heard_soon(self, text: str, place: Place) -> Message | None:
        """None when the answer takes longer than Slack waits; it is sent when it is there."""
        hearing = self._hear(Said(text, place.asker))
        if self.run is in_place:
            return _said(await hearing)  # nothing else runs meanwhile, a clock no more than anything
        task = asyncio.create_task(hearing)
        await asyncio.wait([task], timeout=self.patience)
        if task.done():
            return _said(task.result())
        self._start(self._answer(task, place), place)
        return None

    async def _hear(self, heard: Heard) -> Answered | None:
        return await self.run(partial(self.conversation.hear, heard))

    async def _change(self, heard: Heard) -> Answered | None:
        """On a thread always, as below."""
        return await asyncio.to_thread(self.conversation.hear, heard)

    async def _new(self, key: str) -> bool:
        # On a thread always: a write may wait for the database's lock, and everybody's answers must not wait with it.
        return await asyncio.to_thread(self.first_time, f"slack {key}")

    def _start(self, work: Any, place: Place) -> None:
        self.errands.start(work, lambda error: self.regret(error, place))

    async def _table_after(self, message: Listing, url: str) -> None:
        await asyncio.sleep(self.pause)
        await self.tables.send(partial(rest, message), partial(self.messenger.respond, url))

    async def _answer(self, hearing: Awaitable[Answered | None], place: Place) -> None:
        await self._tell(_said(await hearing), place)

    async def _after_press(self, pressed: Press) -> None:
        if pressed.verb is None:
            await self._tell(OLDER, pressed.place)
            return
        hear = self._change if pressed.verb.name in CHANGING else self._hear
        match await hear(Pressed(pressed.verb, pressed.place.asker, f"slack {pressed.key}")):
            case Say(message, "everyone"):
                await self._share(message, pressed)
            case Redraw(Brief() as brief) if pressed.ts:
                await self.messenger.update(pressed.place.channel, pressed.ts, render(brief))
            case Redraw(message):
                send = partial(self.carrier.to_asker, place=pressed.place, replace=pressed.own)
                await self.tables.send(partial(render, message), send)
            case Say(message):
                await self._tell(message, pressed.place)

    async def _tell(self, message: Message, place: Place) -> None:
        await self.tables.send(partial(render, message), partial(self.carrier.to_asker, place=place))

    async def _share(self, message: Message, pressed: Press) -> None:
        """Posted once for each list that a message shows, however often its button is pressed."""
        shown = f"share {digest((pressed.message, pressed.verb))}"
        if not await self._new(shown):
            card = render(Notice("plain", detail="You have shared this list already."))
            await self.carrier.to_asker(card, pressed.place)
            return
        try:
            await self.tables.send(partial(render, message), partial(self.carrier.to_everyone, place=pressed.place))
        except Refused as refusal:
            if refusal.code not in UNSURE:  # it surely did not arrive, so it may be shared yet
                await asyncio.to_thread(self.forget, f"slack {shown}")
            raise


def _said(answered: Answered | None) -> Message:
    """Words are always answered with a message."""
    if not isinstance(answered, Say | Redraw):
        raise TypeError(f"Words were answered with {answered}")
    return answered.message


def _in_doubt(error: Exception) -> bool:
    """Slack may have taken what we sent all the same: nothing is sent twice for it, and no more is claimed."""
    if not (isinstance(error, Refused) and error.code in UNSURE):
        return False
    log.warning("it is not known whether an answer arrived", why=str(error))
    return True
