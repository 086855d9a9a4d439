"""What a document's sender does with its preview: confirms or leaves it, answers its questions, looks at all of it.

Each is heard in one transaction, opened by `app.offering`.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from urllib.parse import quote, unquote

from app.previewing import draft, file_of, insisting, mark, preview, prisons
from bot.import_questions import asked, chosen
from bot.wording import joined
from documents.answering import NO_DAY, cleaned, is_answer, is_day, prison_told
from documents.apart.kept import draft_of
from documents.intake import load, slug
from documents.questions import told_from
from documents.remembering import remember
from plans.chat import Answered, Ask, Redraw, Refill, Say, Submitted, Where
from plans.messages import Field, Form, Notice, Question, Verb
from plans.prisons import named
from plans.progress.turn import Turn, said
from plans.targets import read_target
from storage import offers
from storage.offers import OfferRow

SIGNS = 12  # of a choice, in a menu
IMPORTERS = ("coordinator", "administrator")
"""Roles of the register, at the document's prison."""

NOT_THEIRS = "Only a coordinator or an administrator of {0} imports its plans. Nothing was saved."
CHANGED = "Something changed since this was shown, so nothing is saved yet. Here it is now: look again, then confirm."
WHICH_PRISON = "Say first which prison it is of."
SEVERAL = "Several parties: put semicolons between them."
HINTS = {"owner": SEVERAL, "split": SEVERAL, "day": "Such as 30 September 2025."}
DAY = "Name a day, such as 30 September 2025."
UNTOLD = "If nobody knows, press Cancel: it stays as printed, and is listed."
NONE_TOLD = {
    "prison": WHICH_PRISON,
    "day": DAY,
    "owner": "Choose one, or name a post or an organisation.",
    "split": "Choose one, or name the parties.",
}
NO_ANSWER = {
    "prison": "I take that for no prison's name. Type it as people call it, such as Rochester.",
    "owner": f"Name a post or an organisation, such as Head of Safety; never a person. {UNTOLD}",
    "split": f"Name posts or organisations, with semicolons between them. {UNTOLD}",
}


def confirmed(turn: Turn, row: OfferRow, verb: Verb) -> Answered:
    """What it was shown to change is what it changes: anything else is shown first. "OFFER MARK", or "OFFER MARK
    despite" where checks failed."""
    _, seen, despite = (*verb.query.split(" "), "", "")[:3]
    shown, read = preview(turn.session, row, turn.now), draft(turn.session, row)
    if not shown.prison:
        return Redraw(replace(shown, notes=(WHICH_PRISON,)))
    if not _may_load(turn, slug(read.prison)):
        return said(NOT_THEIRS.format(shown.prison))
    if mark(shown) != seen:
        return Redraw(replace(shown, notes=(CHANGED,)))
    if shown.failed and not despite:
        return Redraw(insisting(shown, row.id))
    plan = load(turn.session, read, file_of(row), at=turn.now).plan
    by = turn.who or turn.asker.account
    also = remember(turn.session, draft_of(row.body["draft"]), row.answers, plan=plan, by=by, at=turn.now)
    offers.close(turn.session, row.id, "loaded", datetime.now(UTC))
    return Redraw(replace(shown, state="saved", notes=tuple(also), verbs=()))


def _may_load(turn: Turn, prison: str) -> bool:
    """A coordinator's or administrator's own prisons, and those that nobody coordinates yet."""
    if any(turn.has_role(role, prison) for role in IMPORTERS):
        return True
    taken = any(role.prison == prison for role in turn.register.roles if role.duty in IMPORTERS)
    return not taken and any(turn.has_role(role, None) for role in IMPORTERS)


def left(turn: Turn, row: OfferRow, verb: Verb) -> Answered:
    shown = preview(turn.session, row, turn.now)
    offers.close(turn.session, row.id, "left", datetime.now(UTC))
    return Redraw(replace(shown, state="cancelled", verbs=()))


def whole(turn: Turn, row: OfferRow, verb: Verb) -> Answered:
    """A message of its own, whose pages turn where they stand."""
    shown = replace(preview(turn.session, row, turn.now), page=verb.page)
    return Redraw(shown) if verb.query.partition(" ")[2] == "turn" else Say(shown)


# --- questions -------------------------------------------------------------------------------------------------------


def settled(turn: Turn, row: OfferRow, verb: Verb) -> Answered:
    """Its query is "OFFER KEY VALUE", or "OFFER KEY" for a form."""
    _, key, value = (*verb.query.split(" ", 2), "", "")[:3]
    question = _question(turn, row, unquote(key))
    if question is None:
        return Redraw(preview(turn.session, row, turn.now))
    if not value:
        return Ask(_form(row.id, question))
    if value in dict(question.choices):
        row = _answered(turn, row, question, value)
    return Redraw(preview(turn.session, row, turn.now))


def told(turn: Turn, row: OfferRow, submitted: Submitted) -> Answered:
    """By the form; the preview changes where it stands."""
    question = _question(turn, row, unquote(submitted.about.partition(" ")[2]))
    if question is None:
        return Redraw(preview(turn.session, row, turn.now))
    value, wrong = _read(turn, row, question, submitted)
    if wrong:
        return Refill({"other": wrong})
    shown = preview(turn.session, _answered(turn, row, question, value), turn.now)
    if not row.body.get("ts"):
        return Say(shown)
    where = Where(row.body["channel"], row.body["ts"])
    noted = f"Noted: {asked(question)} {chosen(replace(question, chosen=value))}."
    return Say(Notice("plain", detail=noted), revised=((where, shown),))


def _question(turn: Turn, row: OfferRow, key: str) -> Question | None:
    return next((each for each in preview(turn.session, row, turn.now).questions if each.key == key), None)


def _answered(turn: Turn, row: OfferRow, question: Question, value: str) -> OfferRow:
    answers = {**row.answers, question.key: value}
    offers.answer(turn.session, row.id, answers)
    return row._replace(answers=answers)


def _read(turn: Turn, row: OfferRow, question: Question, submitted: Submitted) -> tuple[str, str]:
    """(what was told, what is wrong with it): what is typed counts before what is chosen."""
    value = cleaned(str(submitted.values.get("other") or ""))
    if not value:
        chosen = submitted.values.get("choice")
        value = next((each for each, _ in question.choices if chosen in (sign(each), each)), "")
        return value, "" if value else NONE_TOLD[question.kind]
    if question.kind == "day":
        return _day(value, told_from(draft_of(row.body["draft"])))
    if question.kind == "prison":
        found, near = named(value, prisons(turn.session))
        if found is None and near:
            return "", f"Did you mean {joined(near, 'or')}?"
        value = found or prison_told(value)
    return (value, "") if is_answer(question, value) else ("", NO_ANSWER[question.kind])


def _day(value: str, since: date) -> tuple[str, str]:
    """A single day as ISO writes it, so that everybody reads the same; else as it was typed."""
    if value == NO_DAY:
        return value, ""
    meant = read_target(value, since)
    if not is_day(meant):
        return "", f"{meant.problem.removesuffix('?')}. {DAY}" if meant.problem else DAY
    is_single = meant.due and meant.precision == "day" and not (meant.starts or meant.recurrence or meant.standing)
    return (meant.due.isoformat() if meant.due and is_single else value), ""


def sign(value: str) -> str:
    """What stands for it in a menu, whose values are short; the same however its choices are ordered."""
    return sha256(value.encode()).hexdigest()[:SIGNS]


def _form(offer: int, question: Question) -> Form:
    choices = tuple((sign(value), label) for value, label in question.choices)
    choice = Field("choice", "One of these", "one", choices, value=sign(question.chosen), optional=True)
    hint = HINTS.get(question.kind, "")
    typed = Field("other", "Something else", "line", optional=bool(question.choices), hint=hint)
    fields = (choice, typed) if question.choices else (replace(typed, label=asked(question)),)
    about = f"{offer} {quote(question.key, safe='')}"
    return Form("settle", "Import a plan", "Save", fields, about=about, intro=asked(question))


Press = Callable[[Turn, OfferRow, Verb], Answered]
PRESSED: dict[str, Press] = {"load": confirmed, "leave": left, "settle": settled, "whole": whole}
