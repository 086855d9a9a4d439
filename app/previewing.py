"""A document that was sent, as it now stands: what loading it would do, its questions, what its sender may do next."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session

from bot.wording import many
from documents.apart.kept import draft_of
from documents.draft import PlanDraft
from documents.intake import File
from documents.preview import tried
from documents.questions import Answers, questions_of
from documents.remembering import as_told
from plans.messages import ImportPreview, Question, Verb
from plans.prisons import Held, plain
from plans.situations import register
from storage.offers import OfferRow
from storage.told_cells import told_cells

PRISONS = 20  # offered where a document does not say which it is of
SIGNS = 12  # of a preview's mark, which travels in its buttons
CHECKS = "Nothing is saved yet. {0} failed: look at {1} before you import it all the same."


def draft(session: Session, row: OfferRow) -> PlanDraft:
    """With what was answered of it, and what was told before of the owners that it prints."""
    return as_told(session, draft_of(row.body["draft"]), row.answers)


def file_of(row: OfferRow) -> File:
    return File(row.file, row.sha256)


def preview(session: Session, row: OfferRow, now: datetime) -> ImportPreview:
    told = told_cells(session)
    shown = tried(session, draft(session, row), file_of(row), at=now, answers=row.answers, told=told)
    shown = replace(shown, questions=tuple(_questions(session, row, shown.questions)))
    return replace(shown, verbs=_verbs(shown, row.id, row.answers))


def _questions(session: Session, row: OfferRow, still: tuple[Question, ...]) -> list[Question]:
    """Those answered already stay, so that an answer can be given anew."""
    first = questions_of(draft_of(row.body["draft"]), told_cells(session))
    again = [each for each in first if each.key in row.answers]
    asked = {each.key: each for each in (*again, *still)}
    asked = {each.key: asked[each.key] for each in (*first, *still) if each.key in asked}
    held = sorted(prisons(session))[:PRISONS]
    return [
        replace(
            each,
            chosen=each.chosen or row.answers.get(each.key, ""),
            choices=each.choices or (tuple((name, name) for name in held) if each.kind == "prison" else ()),
        )
        for each in asked.values()
    ]


def prisons(session: Session) -> Held:
    """Those held, by their plain names."""
    return plain(register(session).prisons.values())


def mark(shown: ImportPreview) -> str:
    """The same for what would change the same. Days pass, and what is open in a closed plan gets later by itself."""
    closes = tuple((one.plan, tuple(line.address for line in one.open)) for one in shown.closes)
    bare = replace(shown, closes=(), state="preview", verbs=(), notes=(), lines=(), page=0)
    return sha256(repr((bare, closes)).encode()).hexdigest()[:SIGNS]


def _verbs(shown: ImportPreview, offer: int, answers: Answers) -> tuple[Verb, ...]:
    count = shown.judgements if shown.kind == "review" else shown.actions
    is_worth = shown.prison and not (shown.is_same and not answers)
    load = (Verb("load", "Confirm", f"{offer} {mark(shown)}"),) if is_worth else ()
    return (*load, Verb("whole", f"Show all {count}", str(offer)), Verb("leave", "Cancel", str(offer)))


def insisting(shown: ImportPreview, offer: int) -> ImportPreview:
    """Asked a second time, in as many words."""
    count = len(shown.failed)
    despite = Verb("load", f"Import despite {many(count, 'failed check')}", f"{offer} {mark(shown)} despite")
    note = CHECKS.format(many(count, "check"), "it" if count == 1 else "each")
    return replace(shown, verbs=(despite, *shown.verbs[1:]), notes=(note,))
