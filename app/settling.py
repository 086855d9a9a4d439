"""What a document's sender does with its preview: confirms or leaves it, answers its questions, looks at all of it.

Each is heard in one transaction, opened by `app.offering`.
"""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote, unquote

from app.previewing import draft, file_of, insisting, mark, preview, prisons
from bot.import_questions import asked
from documents.about import named as named_in
from documents.apart.kept import draft_of
from documents.intake import load, slug
from documents.questions import NO_DAY
from documents.remembering import remember
from plans.chat import Answered, Ask, Redraw, Refill, Say, Submitted, Where
from plans.messages import Field, Form, Notice, Question, Verb
from plans.prisons import named
from plans.progress.turn import Turn, said
from plans.targets import read_target
from storage import offers
from storage.offers import OfferRow

IMPORTERS = ("coordinator", "administrator")
"""Roles of the register, at the document's prison."""

NOT_THEIRS = "Only a coordinator or an administrator of {0} imports its plans. Nothing was saved."
CHANGED = "Something changed since this was shown, so nothing is saved yet. Here it is now: look again, then confirm."
WHICH_PRISON = "Say first which prison it is of."
SEVERAL = "Several parties: put semicolons between them."
HINTS = {"owner": SEVERAL, "split": SEVERAL, "day": "Such as 30 September 2025."}
WHO, DAY = "Name a post or an organisation.", "Name a day, such as 30 September 2025."


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
    offers.close(turn.session, row.id, "loaded")
    return Redraw(replace(shown, state="saved", notes=tuple(also), verbs=()))


def _may_load(turn: Turn, prison: str) -> bool:
    """A coordinator's or administrator's own prisons, and those that nobody coordinates yet."""
    if any(turn.has_role(role, prison) for role in IMPORTERS):
        return True
    taken = any(role.prison == prison for role in turn.register.roles if role.duty in IMPORTERS)
    return not taken and any(turn.has_role(role, None) for role in IMPORTERS)


def left(turn: Turn, row: OfferRow, verb: Verb) -> Answered:
    shown = preview(turn.session, row, turn.now)
    offers.close(turn.session, row.id, "left")
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
    value, wrong = _read(turn, question, submitted)
    if wrong:
        return Refill({"other": wrong})
    shown = preview(turn.session, _answered(turn, row, question, value), turn.now)
    if not row.body.get("ts"):
        return Say(shown)
    where = Where(row.body["channel"], row.body["ts"])
    return Say(Notice("plain", detail=f"Noted: {asked(question)} {value}."), revised=((where, shown),))


def _question(turn: Turn, row: OfferRow, key: str) -> Question | None:
    return next((each for each in preview(turn.session, row, turn.now).questions if each.key == key), None)


def _answered(turn: Turn, row: OfferRow, question: Question, value: str) -> OfferRow:
    answers = {**row.answers, question.key: value}
    offers.answer(turn.session, row.id, answers)
    return row._replace(answers=answers)


def _read(turn: Turn, question: Question, submitted: Submitted) -> tuple[str, str]:
    """(what was told, what is wrong with it)."""
    words = submitted.values.get("other") or submitted.values.get("choice") or ""
    value = " ".join(str(words).split())
    if not value:
        return "", {"prison": WHICH_PRISON, "day": DAY}.get(question.kind, WHO)
    if question.kind == "day":
        meant = read_target(value, turn.on)
        known = value == NO_DAY or (meant.problem is None and (meant.due or meant.starts))
        return (value, "") if known else ("", meant.problem or DAY)
    if question.kind != "prison":
        return value, ""
    found, near = named(value, prisons(turn.session))
    if found is None and near:
        return "", f"Did you mean {' or '.join(near)}?"
    return found or (named_in(value) or named_in(f"HMP {value}") or [value])[0], ""


def _form(offer: int, question: Question) -> Form:
    choice = Field("choice", "One of these", "one", question.choices, value=question.chosen, optional=True)
    hint = HINTS.get(question.kind, "")
    typed = Field("other", "Something else", "line", optional=bool(question.choices), hint=hint)
    fields = (choice, typed) if question.choices else (replace(typed, label=asked(question)),)
    about = f"{offer} {quote(question.key, safe='')}"
    return Form("settle", "Import a plan", "Save", fields, about=about, intro=asked(question))


Press = Callable[[Turn, OfferRow, Verb], Answered]
PRESSED: dict[str, Press] = {"load": confirmed, "leave": left, "settle": settled, "whole": whole}
