"""A file in, a draft of the plan or review it holds out. What it cannot be read as is said in one sentence."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from documents import about
from documents.apart.limits import LARGEST_FILE
from documents.assembly.checks import check, tell_apart
from documents.assembly.drafting import actions_of
from documents.assembly.tables import Assembly, assemble
from documents.draft import Grid, Line, PlanDraft
from documents.judgements import is_review, read_judgements
from documents.readers import Progress, grid_of
from documents.unreadable import Unreadable, too_large


def contents(path: Path) -> bytes:
    """What stands in the file. Raises Unreadable when it cannot be had or is too large to be a plan."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise too_large(f"it holds over {LARGEST_FILE // 1_000_000} megabytes").of(path.name)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"I could not open {path}: {_why(error)}.") from error


def _why(error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "it is a directory, so name the files in it"
    return (error.strerror or "it cannot be read").lower()


def _unnoticed(done: int, total: int) -> None:
    """Nobody asked how far it is."""


def read_document(
    content: bytes, name: str, *, today: date, prison: str | None = None, progress: Progress = _unnoticed
) -> PlanDraft:
    """Read a file's contents. `name` only serves what is said of it; `prison` is used when the document does not say,
    or says otherwise; `today` places dates printed without a year. Raises Unreadable."""
    try:
        grid = grid_of(content, progress)
    except Unreadable as refused:
        raise refused.of(name) from refused
    return draft_of(grid, name, today=today, prison=prison)


def draft_of(grid: Grid, name: str, *, today: date, prison: str | None = None) -> PlanDraft:
    """The draft of what a reader made of a file. Raises Unreadable."""
    assembly = assemble(grid)
    lines = about.lines_of(grid, assembly.beside)
    holds_plan = any(record.steps for record in assembly.records)
    if not holds_plan and is_review(lines):
        draft = _review(lines, name)
    elif holds_plan or (assembly.mapped and assembly.unread):
        draft = _plan(grid, lines, assembly, today)
    else:
        raise Unreadable(f"I could not read {name}: {_lacking(assembly)}")
    draft.prison, against = _prison(grid, lines, prison)
    draft.title = draft.title or (f"HMP {draft.prison} action plan" if draft.prison else "Action plan")
    draft.failed += against
    return draft


def _lacking(assembly: Assembly) -> str:
    """What was found instead of a plan's table."""
    found = list(dict.fromkeys(assembly.passed))[:3]
    if not found and assembly.unread:
        return f"{len(assembly.unread)} rows look like actions, but no header says which column holds what."
    if not found:
        return (
            "it holds no table of actions. I look for a header row that names actions and an owner or a target date."
            " In a text file the cells are set apart by tabs."
        )
    tables = "; ".join("the columns " + ", ".join(f"“{name[:40]}”" for name in columns[:8]) for columns in found)
    return f"I found a table with {tables}: none names an action with an owner or a date."


def _prison(grid: Grid, lines: Sequence[Line], given: str | None) -> tuple[str, list[str]]:
    """(the prison, what speaks against it): the one given counts, but a document that names another is no slip. Empty
    where nobody says: only a person can tell."""
    found = about.prison_of(grid, lines, about.title_of(lines))
    if not given or not given.strip():
        return found or "", []
    wanted, against = about.meant(given)
    if found and wanted.casefold() == found.casefold():
        return wanted, []  # in no list, but in the document itself
    fuller = wanted.casefold().startswith(f"{found} ".casefold()) and any(wanted in line.words for line in lines)
    if found and not fuller:
        against = [*against, f"the document names HMP {found}, not HMP {wanted}"]
    return wanted, against


def _review(lines: Sequence[Line], name: str) -> PlanDraft:
    judgements, disagreements = read_judgements(lines)
    if not judgements:
        raise Unreadable(
            f"I could not read {name}: it is a review of progress, but no concern with its judgement was found."
        )
    draft = PlanDraft("", about.title_of(lines) or "Review of progress", "review")
    draft.inspected = about.inspected(lines)
    draft.judgements, draft.failed = judgements, disagreements
    return draft


def _plan(grid: Grid, lines: Sequence[Line], assembly: Assembly, today: date) -> PlanDraft:
    title = about.title_of(lines)
    kind = "urgent_notification" if about.is_urgent(grid, title) else "inspection"
    draft = PlanDraft("", title or "", kind, unread=assembly.unread)
    ours = any(line.words.startswith("Updates as recorded by") for line in lines)  # one of the bot's own exports
    draft.passed_over = [words for words in assembly.passed_over if not (ours and words == "Update")]
    draft.read_on = today
    draft.submitted = about.dated(lines, r"\bsubmitted\b")
    draft.published = about.dated(lines, r"\bpublished\b")
    draft.inspected = about.inspected(lines)
    inspected = draft.inspected[1] if draft.inspected else None
    draft.actions = actions_of(assembly, draft.submitted or inspected or draft.published or today)
    check(draft, assembly, grid.unsure)
    tell_apart(draft.actions)
    return draft
