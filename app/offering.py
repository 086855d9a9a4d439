"""Documents sent in chat: read apart, kept with what was read, previewed, and loaded once their sender confirms.

Each step is a transaction of its own, and none is open while a document is fetched or read (DESIGN section 3).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Protocol
from urllib.parse import quote, unquote

from sqlalchemy.engine import Engine
from sqlmodel import Session

from app.previewing import mark
from bot.conversation import CHANGING, Act
from bot.imports import asked
from documents.about import named as named_in
from documents.draft import PlanDraft
from documents.intake import File, load, slug
from documents.kept import draft_of, facts_of
from documents.preview import tried
from documents.questions import answered
from documents.readers import Progress
from documents.unreadable import Unreadable
from documents.worker import read_apart
from plans.bringing import is_evidence, prison_in
from plans.calendar import day_of
from plans.chat import (
    Answered,
    Ask,
    Asker,
    Brought,
    Fetch,
    Heard,
    Offered,
    Pressed,
    Quiet,
    Redraw,
    Refill,
    Replied,
    Say,
    Submitted,
    Where,
)
from plans.messages import Field, Form, ImportPreview, Notice, Question, Verb
from plans.prisons import Held, named, plain
from plans.progress import is_awaited
from plans.progress.turn import Turn, row_number, said
from storage import inbound, offers
from storage.database import reading, writing
from storage.offers import OfferRow

IMPORTERS = ("coordinator", "administrator")
PRISONS = 20  # offered where a document does not say which it is of

ONLY = (
    "Only a coordinator or an administrator imports a plan, so I did not open {0}. To attach a file to an action, reply"
    " with it in the thread of a message about that action."
)
NOT_THEIRS = "Only a coordinator or an administrator of {0} imports its plans. Nothing was saved."
FORGOTTEN = "I do not have that document any more: I keep one for a week. Send it again."
SAVED_BEFORE = "{0} was saved already. Nothing was changed."
LEFT_BEFORE = "{0} was cancelled, and nothing of it was saved. Send it again to import it."
CHANGED = "Something changed since this was shown, so nothing is saved yet. Here it is now: look again, then confirm."
CHECKS = "Nothing is saved yet. {0} failed: look at each before you import it all the same."
WHICH_PRISON = "Say first which prison it is of."
WHO, DAY = "Name a post or an organisation.", "Name a day, such as 30 September 2025."


class Read(Protocol):
    """documents.worker.read_apart: blocks, within limits; raises Unreadable."""

    def __call__(
        self, content: bytes, name: str, *, today: date, prison: str | None = None, progress: Progress = ...
    ) -> PlanDraft: ...


def offering(made: Engine, act: Act, now: Callable[[], datetime], *, read: Read = read_apart) -> Act:
    """All that is of documents, and `act` for the rest. `now` is the calendar's moment."""
    desk = Offering(made, now, read)

    def hear(heard: Heard) -> Answered | None:
        match heard:
            case Brought():
                return desk.brought(heard)
            case Offered():
                return desk.offered(heard)
            case Pressed(Verb(name), _, _) if name in desk.pressed:
                return desk.press(heard)
            case Submitted(form="settle"):
                return desk.submitted(heard)
            case _:
                return act(heard)

    return hear


class Offering:
    def __init__(self, made: Engine, now: Callable[[], datetime], read: Read) -> None:
        self._made, self._now, self._read = made, now, read
        self.pressed: dict[str, Callable[[Turn, OfferRow, Verb], Answered]] = {
            "load": self._load, "leave": self._leave, "settle": self._settle, "whole": self._whole,
        }  # fmt: skip

    # --- a file comes ------------------------------------------------------------------------------------------------

    def brought(self, heard: Brought) -> Answered | None:
        """Claimed with its key, in one transaction: a file heard of twice is read once."""
        at = datetime.now(UTC)
        with writing(self._made) as session:
            turn = self._turn(session, heard.by)
            may = any(turn.has_role(role, None) for role in IMPORTERS)
            if heard.words and (not may or self._is_evidence(session, heard)):
                return None
            if heard.key and not inbound.first_time(session, f"brought {heard.key}", at):
                return Quiet()
            return Fetch(offers.begin(session, heard.by.account, heard.name, at)) if may else _only(heard.name)

    def _is_evidence(self, session: Session, heard: Brought) -> bool:
        replied = Replied(heard.words, heard.by, heard.thread, heard.place)
        if is_evidence(heard.words, day_of(self._now())):
            return True
        return not prison_in(heard.words, Held()) and is_awaited(session, replied, now=self._now())

    def offered(self, heard: Offered) -> Answered:
        """Read with nothing held: minutes may go by."""
        today = day_of(self._now())
        try:
            with reading(self._made) as session:
                prison = prison_in(heard.words, self._prisons(session))
            draft = self._read(heard.content, heard.name, today=today, prison=prison, progress=heard.progress)
        except Unreadable as refused:
            with writing(self._made) as session:
                offers.give_up(session, heard.offer)
            return said(f"{refused} Nothing was saved.")
        with writing(self._made) as session:
            print_ = sha256(heard.content).hexdigest()
            row = offers.keep(session, heard.offer, print_, facts_of(draft), datetime.now(UTC))
            return Say(self._preview(session, row)) if row else Quiet()

    def _prisons(self, session: Session) -> Held:
        return plain(self._turn(session, Asker()).register.prisons.values())

    # --- buttons and forms -------------------------------------------------------------------------------------------

    def press(self, heard: Pressed) -> Answered | None:
        """Once for each press, in the transaction of what it changes."""
        with writing(self._made) as session:
            changes = heard.verb.name in CHANGING  # what only shows was remembered by whoever carried it here
            if heard.key and changes and not inbound.first_time(session, heard.key, datetime.now(UTC)):
                return None
            row = self._held(session, heard.verb.query, heard.by)
            if row is None:
                return said(FORGOTTEN)
            if row.state != "open":
                return said((SAVED_BEFORE if row.state == "loaded" else LEFT_BEFORE).format(row.file))
            return self.pressed[heard.verb.name](self._turn(session, heard.by), row, heard.verb)

    def submitted(self, heard: Submitted) -> Answered | None:
        """A question answered with a form; the preview changes where it stands."""
        with writing(self._made) as session:
            if heard.key and not inbound.first_time(session, heard.key, datetime.now(UTC)):
                return None
            row, key = self._held(session, heard.about, heard.by), unquote(heard.about.partition(" ")[2])
            if row is None or row.state != "open":
                return said(FORGOTTEN)
            question = next((each for each in self._preview(session, row).questions if each.key == key), None)
            if question is None:
                return Redraw(self._preview(session, row))
            value, wrong = self._told(
                session, question, str(heard.values.get("other") or heard.values.get("choice") or "")
            )
            if wrong:
                inbound.forget(session, heard.key)
                return Refill({"other": wrong})
            shown = self._preview(session, self._answer(session, row, key, value))
            where = Where(row.body["channel"], row.body["ts"]) if row.body.get("ts") else None
            return Say(Notice("plain", detail="Noted."), revised=((where, shown),)) if where else Say(shown)

    def _held(self, session: Session, query: str, by: Asker) -> OfferRow | None:
        """`query` begins with the offer's number, whoever forged it: of others' nothing is found."""
        number = row_number(query.partition(" ")[0])
        return None if number is None else offers.held(session, number, by.account)

    def _load(self, turn: Turn, row: OfferRow, verb: Verb) -> Answered:
        """What it was shown to change is what it changes: anything else is shown first."""
        _, shown, despite = (*verb.query.split(" "), "", "")[:3]
        preview = self._preview(turn.session, row)
        if not preview.prison:
            return Redraw(replace(preview, notes=(WHICH_PRISON,)))
        draft, file = self._draft(row), File(row.file, row.sha256)
        if not _may_load(turn, slug(draft.prison)):
            return said(NOT_THEIRS.format(preview.prison))
        if mark(preview) != shown:
            return Redraw(replace(preview, notes=(CHANGED,)))
        if preview.failed and not despite:
            return Redraw(_insisting(preview, row.id))
        load(turn.session, draft, file, at=self._now())
        offers.close(turn.session, row.id, "loaded")
        return Redraw(replace(preview, state="saved", verbs=()))

    def _leave(self, turn: Turn, row: OfferRow, verb: Verb) -> Answered:
        preview = self._preview(turn.session, row)
        offers.close(turn.session, row.id, "left")
        return Redraw(replace(preview, state="cancelled", verbs=()))

    def _settle(self, turn: Turn, row: OfferRow, verb: Verb) -> Answered:
        """ "OFFER KEY VALUE", or "OFFER KEY" for a form."""
        _, key, value = (*verb.query.split(" ", 2), "", "")[:3]
        preview = self._preview(turn.session, row)
        question = next((each for each in preview.questions if each.key == unquote(key)), None)
        if question is None:
            return Redraw(preview)
        if not value:
            return Ask(_form(row.id, question))
        known = {one for one, _ in question.choices}
        return Redraw(self._preview(turn.session, self._answer(turn.session, row, question.key, value))
                      if value in known else preview)  # fmt: skip

    def _whole(self, turn: Turn, row: OfferRow, verb: Verb) -> Answered:
        """A message of its own, whose pages turn where they stand."""
        preview = replace(self._preview(turn.session, row), page=verb.page)
        turns = verb.query.partition(" ")[2] == "turn"
        return Redraw(preview) if turns else Say(preview)

    def _answer(self, session: Session, row: OfferRow, key: str, value: str) -> OfferRow:
        answers = {**row.answers, key: value}
        offers.answer(session, row.id, answers)
        return row._replace(answers=answers)

    def _told(self, session: Session, question: Question, value: str) -> tuple[str, str]:
        """(what was told, what is wrong with it)."""
        value = " ".join(value.split())
        if not value:
            return "", {"prison": WHICH_PRISON, "day": DAY}.get(question.kind, WHO)
        if question.kind != "prison":
            return value, ""
        found, near = named(value, self._prisons(session))
        if found is None and near:
            return "", f"Did you mean {' or '.join(near)}?"
        return found or (named_in(value) or named_in(f"HMP {value}") or [value])[0], ""

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _turn(self, session: Session, by: Asker) -> Turn:
        return Turn(session, by, self._now(), by.account.partition(":")[0] or "cli")

    def _draft(self, row: OfferRow) -> PlanDraft:
        draft = answered(draft_of(row.body["draft"]), row.answers, {})
        return draft if draft.prison else replace(draft, prison=row.answers.get("prison", ""))

    def _preview(self, session: Session, row: OfferRow) -> ImportPreview:
        file = File(row.file, row.sha256)
        preview = tried(session, self._draft(row), file, at=self._now(), answers=row.answers)
        asked = tuple(self._with_choices(session, each) for each in preview.questions)
        preview = replace(preview, questions=asked)
        return replace(preview, verbs=_verbs(preview, row.id))

    def _with_choices(self, session: Session, question: Question) -> Question:
        """Of prisons those that are held, where they are few."""
        if question.kind != "prison" or question.choices:
            return question
        held = sorted(self._prisons(session))[:PRISONS]
        return replace(question, choices=tuple((name, name) for name in held))


def _verbs(preview: ImportPreview, offer: int) -> tuple[Verb, ...]:
    count = preview.judgements if preview.kind == "review" else preview.actions
    load = (Verb("load", "Confirm", f"{offer} {mark(preview)}"),) if preview.prison else ()
    return (*load, Verb("whole", f"Show all {count}", str(offer)), Verb("leave", "Cancel", str(offer)))


def _insisting(preview: ImportPreview, offer: int) -> ImportPreview:
    """Asked a second time, in as many words."""
    checks = "1 check" if len(preview.failed) == 1 else f"{len(preview.failed)} checks"
    despite = Verb("load", f"Import despite {checks} failed", f"{offer} {mark(preview)} despite")
    return replace(preview, verbs=(despite, *preview.verbs[1:]), notes=(CHECKS.format(checks.capitalize()),))


def _form(offer: int, question: Question) -> Form:
    choice = Field("choice", "One of these", "one", question.choices, value=question.chosen, optional=True)
    typed = Field("other", "Something else", "line", optional=bool(question.choices))
    fields = (choice, typed) if question.choices else (replace(typed, label=asked(question)),)
    return Form("settle", "Import a plan", "Save", fields, about=f"{offer} {quote(question.key, safe='')}",
                intro=asked(question))  # fmt: skip


def _may_load(turn: Turn, prison: str) -> bool:
    """A coordinator's or administrator's own prisons, and those that nobody coordinates yet."""
    if any(turn.has_role(role, prison) for role in IMPORTERS):
        return True
    taken = any(role.prison == prison for role in turn.register.roles if role.duty in IMPORTERS)
    return not taken and any(turn.has_role(role, None) for role in IMPORTERS)


def _only(file: str) -> Answered:
    return said(ONLY.format(file))
