"""A file in, a draft of the plan or review it holds out. What it cannot be read as is said in one sentence."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

from documents import about
from documents.draft import ActionDraft, Grid, Part, Place, PlanDraft
from documents.fields import links_in, split_theme, title_of
from documents.judgements import is_review, read_judgements
from documents.limits import LARGEST_FILE
from documents.readers import Progress, grid_of
from documents.records import Record
from documents.steps import Step
from documents.tables import Assembly, assemble
from documents.unreadable import Unreadable, too_large
from plans.addresses import written
from plans.owners import is_known, parties
from plans.targets import read_target, start_in_text


def contents(path: Path) -> bytes:
    """What stands in the file. Raises Unreadable when it cannot be had or is too large to be a plan."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise too_large(f"it holds over {LARGEST_FILE // 1_000_000} megabytes").of(path.name)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"I could not open {path}: {(error.strerror or 'it cannot be read').lower()}.") from error


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
    assembly = assemble(grid)
    holds_plan = any(record.steps for record in assembly.records)
    if not holds_plan and is_review(grid):
        return _review(grid, name, prison)
    if not holds_plan and not assembly.unread:
        raise Unreadable(
            f"I could not read {name}: it holds no table of actions. I look for a header row that names actions and an"
            " owner or a target date, with cells set apart by tabs."
        )
    of, against = _prison(grid, about.title_of(grid), prison)
    draft = _plan(grid, assembly, of, today)
    draft.failed += against
    return draft


def _prison(grid: Grid, title: str | None, given: str | None) -> tuple[str, list[str]]:
    """(the prison, what speaks against it): the one given counts, but a document that names another is no slip. Empty
    where nobody says: only a person can tell."""
    found = about.prison_of(grid, title)
    wanted = (about.named(given) or about.named(f"HMP {given}"))[0] if given else None
    if wanted and found and wanted != found:
        return wanted, [f"the document names HMP {found}, not HMP {wanted}"]
    return wanted or found or "", []


def _review(grid: Grid, name: str, prison: str | None) -> PlanDraft:
    judgements, disagreements = read_judgements(grid.prose)
    if not judgements:
        raise Unreadable(
            f"I could not read {name}: it is a review of progress, but no concern with its judgement was found."
        )
    title = about.title_of(grid)
    of, against = _prison(grid, title, prison)
    draft = PlanDraft(of, title or "Review of progress", "review")
    draft.inspected = about.inspected(grid.prose)
    draft.judgements, draft.failed = judgements, [*against, *disagreements]
    return draft


def _plan(grid: Grid, assembly: Assembly, prison: str, today: date) -> PlanDraft:
    title = about.title_of(grid)
    kind = "urgent_notification" if about.is_urgent(grid, title) else "inspection"
    draft = PlanDraft(
        prison, title or (f"HMP {prison} action plan" if prison else "Action plan"), kind, unread=assembly.unread
    )
    draft.read_on = today
    draft.submitted = about.dated(grid.prose, r"\bsubmitted\b")
    draft.published = about.dated(grid.prose, r"\bpublished\b")
    draft.inspected = about.inspected(grid.prose)
    for record in assembly.records:
        draft.actions += _actions(record, draft.submitted or today)
    _link(draft.actions)
    draft.failed = _checks(draft, assembly)
    _tell_apart(draft.actions)
    return draft


def _actions(record: Record, today: date) -> list[ActionDraft]:
    many = len(record.steps) > 1
    theme, concern = split_theme(record.theme.words) if record.theme else (record.section, None)
    return [
        _action(record, step, _label(step, index, many), theme, record.concern or concern, today)
        for index, step in enumerate(record.steps, 1)
    ]


def _label(step: Step, index: int, many: bool) -> str | None:
    """The step as addressed: its printed numeral; else its place within the ref; a single one has none."""
    return step.numeral or (str(index) if many else None)


def _action(
    record: Record, step: Step, label: str | None, theme: str | None, concern: str | None, today: date
) -> ActionDraft:
    target = read_target(step.target, today)
    owners = list(dict.fromkeys(parties(step.owner or "")))
    single = len(record.steps) == 1
    draft = ActionDraft(
        ref=record.ref, step=label, theme=theme, heading=record.heading, recommendation=concern or None,
        response=record.response, text=step.text, owner_cell=" ".join((step.owner or "").split()) or None,
        owners=owners, target=target, starts=target.starts or start_in_text(step.text, target.due), links=[],
        title=title_of(step.text, record.heading if single else None), places=_places(record, step),
        flags=list(step.flags),
    )  # fmt: skip
    draft.flags += _questions(draft)
    return draft


def _places(record: Record, step: Step) -> dict[Part, list[Place]]:
    """Where each part of an action stands: its own cells, and those of its ref."""
    theme = record.theme.places if record.theme else [record.section_place] if record.section_place else []
    concern = record.places.get("recommendation") or (theme if record.theme else [])
    found: dict[Part, list[Place]] = {
        "text": step.places.get("text", []), "owner": step.places.get("owner", []),
        "target": step.places.get("target", []), "theme": theme, "recommendation": concern,
        "response": record.places.get("response", []),
    }  # fmt: skip
    return {part: list(places) for part, places in found.items() if places}


def _questions(draft: ActionDraft) -> list[str]:
    """What a coordinator should look at. A question stops nothing."""
    asked = [f"who is “{owner}”?" for owner in draft.owners if not is_known(owner)]
    if not draft.owners:
        asked.append("no owner is printed")
    target = draft.target
    if target.problem:
        asked.append(target.problem)
    elif target.due is None and target.status in {"not_started", "in_progress"}:
        asked.append("it has a start and no end" if draft.starts else "no date is printed")
    if (read_as := target.due or target.starts) and not _YEAR.search(target.printed or ""):
        asked.append(f"“{target.printed}” names no year; read as {read_as.day} {read_as:%B %Y}")
    return asked


_YEAR = re.compile(r"\d{4}|\b\d{2}$|[-/.' ]\d{2}\b")


def _link(actions: list[ActionDraft]) -> None:
    addresses = {written(action.ref, action.step).lower() for action in actions} | {
        action.ref.lower() for action in actions
    }
    for action in actions:
        action.links = links_in(action.text, addresses, action.ref.lower())


def _checks(draft: PlanDraft, assembly: Assembly) -> list[str]:
    """What must not pass without a person's word: two actions of one address, counts that differ, cells left unread."""
    addresses = Counter(written(action.ref, action.step) for action in draft.actions)
    failed = [f"{count} actions are numbered {repeated}" for repeated, count in addresses.items() if count > 1]
    failed += _totals(assembly)
    if draft.unread:
        failed.append(f"{len(draft.unread)} rows or cells could not be read")
    return failed


def _tell_apart(actions: list[ActionDraft]) -> None:
    """Give actions that share an address a step each, so that a plan printed with a slip can still be kept."""
    taken: set[tuple[str, str | None]] = set()
    for action in actions:
        number = 1
        while (action.ref, action.step) in taken:
            number += 1
            action.step = str(number)
        taken.add((action.ref, action.step))


def _totals(assembly: Assembly) -> list[str]:
    read = Counter(record.response for record in assembly.records if record.response)
    read["total"] = len(assembly.records)
    return [
        f"the document counts {said} {response}, {read[response]} were read"
        for response, said in assembly.totals.items()
        if read[response] != said
    ]
