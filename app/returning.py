"""A prison's live plans as documents for the return to the inspectorate: as printed, with what became of them."""

from collections.abc import Iterator
from datetime import date, datetime, time

from sqlmodel import Session

from bot.wording import capital, day, many, status
from documents.export.docx import as_docx
from documents.export.published import Happening, Printed, PrintedPlan
from documents.export.xlsx import as_xlsx
from plans.addresses import written
from plans.calendar import LONDON, day_of
from plans.chat import Asker
from plans.messages import Digest, DigestLine
from plans.progress.turn import Turn
from storage.exported import SAID
from storage.printed import EntryRow, PlanRow, PrintedRow, entries, plans_of, printed

_WHAT = {
    "loaded": "loaded from the published plan", "report": "reported as done", "progress": "progress told",
    "block": "reported as blocked", "postpone": "a later date asked for", "hand_over": "asked to hand over",
    "note": "a note added", "sustain": "said to be still happening", "send_back": "sent back",
    "decline": "declined", "refuse": "refused", "agree": "agreed to", "accept": "taken over",
    "confirm": "confirmed as done", "reopen": "reopened", "undo": "taken back", "blank": "words removed",
}  # fmt: skip
"""What an entry of a history says happened; any other kind is said by its own name."""


def documents(session: Session, digest: Digest, form: str) -> dict[str, bytes]:
    """A document for each of the digest's plans, by the name of its file; nobody's name is in them."""
    turn = Turn(session, Asker(), datetime.combine(digest.on, time(12), LONDON), "cli")
    made = {}
    for plan in plans_of(session, [key for key, _ in digest.plans]):
        written_out = _plan(turn, plan, digest)
        made[f"{plan.key}.{form}"] = as_docx(written_out) if form == "docx" else as_xlsx(written_out, plan.key)
    return made


def _plan(turn: Turn, plan: PlanRow, digest: Digest) -> PrintedPlan:
    held, lines = printed(turn.session, plan.id), {line.action: line for line in digest.lines}
    recorded = entries(turn.session, plan.id, digest.as_at)
    said = _last_said(recorded)
    addresses = {row.action: written(row.ref, row.step) for row in held}
    return PrintedPlan(
        prison=plan.prison, title=plan.title, kind=plan.kind, on=digest.on, submitted=plan.submitted,
        published=plan.published,
        inspected=(plan.inspected_from, plan.inspected_to) if plan.inspected_from and plan.inspected_to else None,
        actions=tuple(_action(turn, row, lines.get(row.action), said.get(row.action)) for row in held),
        history=tuple(_happening(turn, entry, addresses) for entry in recorded),
    )  # fmt: skip


def _action(turn: Turn, row: PrintedRow, line: DigestLine | None, said: EntryRow | None) -> Printed:
    return Printed(
        row.ref, row.step, row.theme, row.recommendation, row.response, row.heading, row.text, row.owner_cell,
        row.target, tuple(_update(turn, line, said)) if line else (),
    )  # fmt: skip


def _update(turn: Turn, line: DigestLine, said: EntryRow | None) -> Iterator[str]:
    """Its status and since when, how late, the date agreed to, and what was last said of it."""
    since = f" since {day(line.since)}" if line.since else ""
    late = f", {many(line.line.days_late, 'day')} late" if line.line.days_late else ""
    yield f"{capital(status(line.line.status))}{since}{late}."
    if line.slips and line.line.due:
        first = f", first promised for {day(line.original_due)}" if line.original_due else ""
        yield f"Now due {day(line.line.due)}{first}."
    if said:
        by = _by(turn, said)
        told = f"{capital(_WHAT.get(said.kind, said.kind))}{f' by {by}' if by else ''}, {day(day_of(said.at))}"
        yield f"{told}: “{said.words}”" if said.words else f"{told}."


def _last_said(recorded: list[EntryRow]) -> dict[int, EntryRow]:
    """By action, what was last said of it and not taken back."""
    undone = {entry.undoes for entry in recorded if entry.undoes}
    return {one.action: one for one in recorded if one.action and one.kind in SAID and one.seq not in undone}


def _happening(turn: Turn, entry: EntryRow, addresses: dict[int, str]) -> Happening:
    changed = entry.to_status if entry.to_status != entry.from_status else None
    return Happening(
        at=f"{day(day_of(entry.at))}, {entry.at.astimezone(LONDON):%H:%M}",
        address=addresses.get(entry.action or 0, ""),
        what=capital(_WHAT.get(entry.kind, entry.kind.replace("_", " "))),
        said_by=_by(turn, entry),
        status=capital(status(changed)) if changed else "",
        due=_day(entry.to_due),
        words=entry.words or "",
    )


def _day(on: date | None) -> str:
    return day(on) if on else ""


def _by(turn: Turn, entry: EntryRow) -> str:
    """Governor; or GFSL, told by Head of Safety. Never a person."""
    spoke, whose = (turn.name_of(party) if party else "" for party in (entry.as_post, entry.for_party))
    return f"{whose}, told by {spoke}" if whose and spoke else whose or spoke
