"""Plans printed twice: tables of rows in, what became of them out. Invented, in the words of such plans."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256

from sqlalchemy.engine import Engine
from sqlmodel import col, select

from documents.draft import PlanDraft
from documents.intake import File, Loaded, load
from documents.preview import tried
from documents.reading import read_document
from plans.messages.imports import ImportPreview
from storage.database import reading, writing
from storage.history import Happened, append, verify
from storage.models import Action, ActionOwner, Entry, Owner, Plan

FIRST, SECOND, THIRD = (datetime(2025, month, 6, 9, tzinfo=UTC) for month in (1, 2, 3))
TITLE = "HMP Exampleton Urgent Notification Action Plan"
HEADER = "Themes and Concerns\t#\tActions\tOwner(s)\tTarget Completion Date"


@dataclass(frozen=True)
class Row:
    """One row of a plan's table."""

    ref: str
    text: str
    owner: str = "Governor"
    target: str = "June 2025"
    theme: str = "Decency"

    def but(self, **facts: str) -> "Row":
        return replace(self, **facts)


BEDS = Row("1", "Every cell will have a bed with a frame that is fixed to the wall.")
SHEETS = Row("2", "Clean sheets will be given out on every wing once a week.", "Head of Residence", "July 2025")
SHOWERS = Row("3", "Showers that do not drain will be repaired by the contractor.", "GFSL", "August 2025")
BELLS = Row("4", "Emergency bells will be answered within five minutes, day and night.", "Head of Safety", "May 2025")
MEALS = Row("5", "Meals will be served no earlier than the times that are advertised.", "Head of Residence", "May 2025")
FIVE = (BEDS, SHEETS, SHOWERS, BELLS, MEALS)


def printed(*rows: Row, title: str = TITLE, about: str = "") -> bytes:
    lines = [title, "", about, "", HEADER]
    theme = None
    for row in rows:
        lines.append("\t".join([row.theme if row.theme != theme else "", row.ref, row.text, row.owner, row.target]))
        theme = row.theme
    return "\n".join(lines).encode()


def draft(*rows: Row, title: str = TITLE, about: str = "") -> tuple[PlanDraft, File]:
    content = printed(*rows, title=title, about=about)
    read = read_document(content, "plan.txt", today=date(2025, 1, 6))
    return read, File("plan.txt", sha256(content).hexdigest())


def bring(engine: Engine, *rows: Row, at: datetime = FIRST, title: str = TITLE, about: str = "") -> Loaded:
    with writing(engine) as session:
        return load(session, *draft(*rows, title=title, about=about), at=at)


def shown(engine: Engine, *rows: Row, at: datetime = SECOND, title: str = TITLE, about: str = "") -> ImportPreview:
    """The preview; nothing is saved."""
    with writing(engine) as session:
        return tried(session, *draft(*rows, title=title, about=about), at=at)


def actions(engine: Engine) -> dict[str, Action]:
    """By ref and step, in the plan's order."""
    with reading(engine) as session:
        rows = session.exec(select(Action).order_by(col(Action.plan_id), col(Action.position))).all()
        return {row.ref + row.step: row for row in rows}


def owners(engine: Engine, action: int | None) -> list[str]:
    with reading(engine) as session:
        wanted = select(Owner.name).join(ActionOwner).where(ActionOwner.action_id == action)
        return list(session.exec(wanted.order_by(col(ActionOwner.position))).all())


def entries(engine: Engine, action: int | None = None) -> list[Entry]:
    with reading(engine) as session:
        wanted = select(Entry).order_by(col(Entry.plan_id), col(Entry.seq))
        return list(session.exec(wanted.where(Entry.action_id == action) if action else wanted).all())


def say(engine: Engine, ref: str, kind: str, status: str, words: str = "Said in a test.") -> None:
    """Its owner says how it stands."""
    with writing(engine) as session:
        row = session.exec(select(Action).where(Action.ref == ref)).one()
        said = Happened(
            kind=kind, at=FIRST, channel="slack", action_id=row.id, as_post="governor", words=words,
            from_status=row.status, to_status=status,
        )  # fmt: skip
        append(session, row.plan_id, [said])
        row.status, row.version = status, row.version + 1


def holds(engine: Engine) -> bool:
    """The history of every plan is sound."""
    with reading(engine) as session:
        return all(verify(session, plan or 0) == [] for plan in session.exec(select(Plan.id)))
