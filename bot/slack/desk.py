"""Where a question from Slack is put to the conversation, and its answer carried back to be seen."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

import orjson

from bot.conversation import CHANGING, Conversation, Run, asks_a_form, in_place
from bot.notices import OLDER, STILL_LOOKING
from bot.slack.answers import Answers, Remember, anew
from bot.slack.apologies import regret
from bot.slack.cards import render, rest
from bot.slack.carrier import Carrier
from bot.slack.errands import Errands
from bot.slack.file_desk import FileDesk
from bot.slack.files import FetchFile, nowhere
from bot.slack.form_desk import FormDesk
from bot.slack.home_desk import HomeDesk, is_home
from bot.slack.messenger import Messenger, ack
from bot.slack.pages import Pages
from bot.slack.payloads import Place, Press, direct
from bot.slack.proof import Tables
from bot.slack.sharing import Sharing
from bot.slack.tables import Face
from bot.slack.tellings import Readings, Tellings, Unkept
from bot.slack.typed import Words
from plans.chat import Answered, Ask, Hand, Heard, Pressed, Quiet, Redraw, Replied, Said, Say
from plans.messages import Listing, Message, Verb

FirstTime = Callable[[str], bool]


@lru_cache(2_000)
def acknowledgement(message: Message, table: Face | None, direct: bool = False) -> tuple[str, bool]:
    """The JSON of an answer, and whether its table is still to come. Drawn once, while the answer is the same.
    `direct`: nobody is by."""
    card = render(message, table)
    return orjson.dumps(ack(card, "D" if direct else "")).decode(), card.follows


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
    remember: Remember = lambda channel, ts, action: None
    fetch: FetchFile = nowhere
    readings: Readings = field(default_factory=Unkept)
    errands: Errands = field(default_factory=Errands)
    patience: float = 2.0  # seconds, of the three that Slack gives an acknowledgement
    pause: float = 0.25  # seconds before what follows an acknowledgement, so that it comes second

    def __post_init__(self) -> None:
        self.carrier = Carrier(self.messenger)
        self.answers = Answers(self.messenger, self.carrier, self.tables, self.remember)
        self.pages = Pages(self.messenger, self.carrier)
        self.sharing = Sharing(self.tables, self.carrier, self._new, self._forget)
        self.forms = FormDesk(self.messenger, self._change, self.answers, self._start, self.patience)
        tellings = Tellings(self.messenger, self.answers, self.readings)
        self.files = FileDesk(
            tellings, self.answers, self.fetch, self._on_thread, self.conversation.hear, self._start, self.patience,
        )  # fmt: skip
        self.homes = HomeDesk(self.messenger, self._on_thread)

    async def command(self, text: str, place: Place, trigger: str = "") -> str:
        """The body of a slash command's acknowledgement, in JSON; a table not yet proven follows it, and a form is
        opened beside it by what the command brought for that."""
        match await self._heard_soon(text, place, trigger):
            case Say(message) | Redraw(message):
                answered, follows = acknowledgement(message, self.tables.face, place.private)
                if follows and place.response_url and isinstance(message, Listing):
                    self._start(self._table_after(message, place, place.response_url), place)
                return answered
            case Ask() as ask:
                self._start(self.forms.show(ask, place, trigger), place)
                return ""
            case Quiet():
                return ""
            case _:
                return acknowledgement(STILL_LOOKING, None)[0]

    async def replied(self, words: Words, place: Place, key: str) -> None:
        """A line in the messages tab, in a thread of ours, or a mention. What it changes is changed before Slack is
        told that we have it, and answered after.

        What it changes remembers its key with the change; that it is answered once is remembered here.
        """
        said = Replied(words.text, place.asker, place.key, place.channel, words.links, f"slack {key}")
        hearing = asyncio.create_task(self._change(said))
        self._start(self._answer(hearing, place, once=key), place)
        await asyncio.wait([hearing], timeout=self.patience)

    async def tell(self, message: Message, place: Place, key: str) -> None:
        """What needs no looking up, said once."""
        if await self._new(key):
            self._start(self.carrier.to_asker(render(message), place), place)

    def home(self, place: Place, page: int = 1) -> None:
        """Their Home tab: opened, or turned to a page. Nobody's answer waits for it."""
        self._start(self.homes.open(place.asker, page), place)

    async def press(self, pressed: Press) -> None:
        """A button: a form, or drawn anew where it stands if only its presser sees it, else answered to them alone.

        What changes something remembers the press with the change; the rest is remembered here.
        """
        verb = pressed.verb
        if verb is not None and verb.name == "home":
            self.home(pressed.place, verb.page)
        elif verb is not None and asks_a_form(verb):
            self._start(self.forms.open(pressed, verb), pressed.place)
        elif verb is not None and verb.name in CHANGING:
            changing = asyncio.create_task(self._change(_heard(pressed, verb)))
            self._start(self._after_press(pressed, changing), pressed.place)
            await asyncio.wait([changing], timeout=self.patience)  # Slack is not told before that we have it
        elif await self._new(pressed.key):
            self._start(self._shown(pressed), pressed.place)

    def later(self, error: Exception, place: Place) -> None:
        self._start(regret(error, place, self.carrier), place)

    async def _heard_soon(self, text: str, place: Place, trigger: str) -> Answered | None:
        """None when the answer takes longer than Slack waits; it is sent when it is there."""
        hearing = self._hear(Said(text, place.asker))
        if self.run is in_place:
            return await hearing  # nothing else runs meanwhile, a clock no more than anything
        task = asyncio.create_task(hearing)
        await asyncio.wait([task], timeout=self.patience)
        if task.done():
            return task.result()
        self._start(self._answer(task, place, trigger), place)
        return None

    async def _hear(self, heard: Heard) -> Answered | None:
        return await self.run(partial(self.conversation.hear, heard))

    async def _change(self, heard: Heard) -> Answered | None:
        """On a thread always, as below. Whoever changed something sees that at home too."""
        answered = await self._on_thread(heard)
        if self.homes.is_concerned(heard, answered):
            _, team, user = heard.by.account.split(":", 2)
            self._start(self.homes.again(heard.by), direct(user, team))
        return answered

    async def _on_thread(self, heard: Heard) -> Answered | None:
        return await asyncio.to_thread(self.conversation.hear, heard)

    async def _new(self, key: str) -> bool:
        # On a thread always: a write may wait for the database's lock, and everybody's answers must not wait with it.
        return await asyncio.to_thread(self.first_time, f"slack {key}")

    async def _forget(self, key: str) -> None:
        await asyncio.to_thread(self.forget, f"slack {key}")

    def _start(self, work: Any, place: Place) -> None:
        self.errands.start(work, lambda error: regret(error, place, self.carrier))

    async def _table_after(self, message: Listing, place: Place, url: str) -> None:
        await asyncio.sleep(self.pause)
        send = partial(self.messenger.respond, url, channel=place.channel)
        await self.tables.send(partial(rest, message), send)

    async def _answer(
        self, hearing: Awaitable[Answered | None], place: Place, trigger: str = "", once: str = ""
    ) -> None:
        """`once`: the key of what was said, where Slack may bring it again."""
        answered = await hearing
        if isinstance(answered, Quiet | None) or (once and not await self._new(f"answered {once}")):
            return
        match answered:
            case Say() | Redraw():
                await self.answers.say(answered, place)
            case Ask() as ask:
                await self.forms.show(ask, place, trigger)

    async def _shown(self, pressed: Press) -> None:
        if pressed.verb is None:
            await self.answers.tell(OLDER, pressed.place)
        else:
            await self._after_press(pressed, self._hear(_heard(pressed, pressed.verb)))

    async def _after_press(self, pressed: Press, hearing: Awaitable[Answered | None]) -> None:
        match await hearing:
            case answered if is_home(answered):
                await self.homes.open(pressed.place.asker)
            case Say(message, "everyone"):
                await self.sharing.share(message, pressed)
            case Redraw() as answered:
                await self.answers.redraw(answered, pressed)
            case Say() as answered:
                await self.answers.say(answered, anew(pressed))
            case Ask() as ask:
                await self.forms.show(ask, anew(pressed), pressed.trigger)
            case Hand(of):
                await self.pages.hand(of, anew(pressed))


def _heard(pressed: Press, verb: Verb) -> Pressed:
    return Pressed(verb, pressed.place.asker, f"slack {pressed.key}")
