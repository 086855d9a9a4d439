"""The `import` command: read every file, check, then save all or nothing, and say what was found."""

import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Engine
from sqlmodel import Session

from app.failing import Unusable
from documents.draft import PlanDraft
from documents.intake import File, Loaded, load
from documents.preview import preview_of
from documents.printed import plan_json
from documents.reading import contents
from documents.unreadable import Unreadable
from documents.worker import read_apart
from plans.calendar import day_of
from plans.messages.imports import ClosedPlan, ImportPreview, Look, ReissueChange
from storage.database import writing

Read = tuple[PlanDraft, File]
Tried = tuple[Loaded, ImportPreview]


def import_files(
    into: Engine,
    files: list[Path],
    *,
    prison: str | None = None,
    save: bool = True,
    despite: bool = False,
    as_json: bool = False,
    at: datetime | None = None,
) -> int:
    """Exit 0 when saved (or shown, in a dry run), 1 when a check failed and nothing was saved. `at`: when it goes live,
    if not now."""
    now = datetime.now(UTC)
    drafts = [_read(file, prison, now) for file in files]
    tried, failed = _load(into, drafts, at or now, keep=save, despite=despite)
    kept = save and (despite or not failed)
    if as_json:
        plans = [plan_json(*read, *one) for read, one in zip(drafts, tried, strict=True)]
        print(json.dumps({"plans": plans}, ensure_ascii=False))
    else:
        for loaded, preview in tried:
            print(_told(loaded, preview, kept=kept))
    if failed and save and not despite:
        print(" ".join([*failed, "Nothing was saved. Look at each; add --yes to save all the same."]), file=sys.stderr)
        return 1
    return 0


def _read(path: Path, prison: str | None, now: datetime) -> Read:
    try:
        content = contents(path)
        draft = read_apart(content, path.name, today=day_of(now), prison=prison)
    except Unreadable as error:
        raise Unusable(str(error)) from error
    if not draft.prison:
        raise Unusable(
            f"I could not tell which prison {path.name} is about."
            " Say which with --prison, for example --prison Rochester."
        )
    return draft, File(path.name, hashlib.sha256(content).hexdigest())


def _load(
    into: Engine, drafts: list[Read], now: datetime, *, keep: bool, despite: bool
) -> tuple[list[Tried], list[str]]:
    """(what was loaded, the checks that failed): one transaction, taken back when nothing is to be kept. Each file is
    tried against what stands after those before it."""
    with writing(into) as session:
        point = session.begin_nested()
        tried = [_try(session, *read, now) for read in drafts]
        failed = [f"{preview.file}: {reason}." for _, preview in tried for reason in preview.failed]
        if keep and (despite or not failed):
            point.commit()
        else:
            point.rollback()
    return tried, failed


def _try(session: Session, draft: PlanDraft, file: File, now: datetime) -> Tried:
    loaded = load(session, draft, file, at=now)
    return loaded, preview_of(session, draft, file, loaded, at=now)


def _told(loaded: Loaded, preview: ImportPreview, *, kept: bool) -> str:
    where = f"Saved as {preview.plan}." if kept else f"Not saved; it would be {preview.plan}."
    changed = "" if preview.kind == "review" else f" {_changed(loaded.changes)}"
    lines = [f"{preview.title}: {_counted(preview)}.{changed} {where}"]
    lines += [f"  closes  {one.plan}: it is answered when its year is named{_left(one)}" for one in preview.closes]
    lines += [f"  look at {_where(one)}: {one.why}" for one in preview.looks]
    lines += [f"  {_difference(one)}" for one in preview.changes]
    return "\n".join(lines)


def _left(closed: ClosedPlan) -> str:
    if not closed.open:
        return ""
    return f"; {len(closed.open)} left open: {', '.join(one.address for one in closed.open)}"


def _where(look: Look) -> str:
    return look.address or f"{look.place or look.title}{f' ({look.words[:80]})' if look.words else ''}"


def _difference(change: ReissueChange) -> str:
    kept = f" ({change.kept})" if change.kept else ""
    if change.kind in ("new", "gone", "words"):
        return f"{change.kind:8}{change.address}: {change.title}{kept}"
    return f"{change.kind:8}{change.address}: {change.was or 'nothing'} → {change.now or 'nothing'}{kept}"


def _counted(preview: ImportPreview) -> str:
    if preview.kind == "review":
        return f"{preview.judgements} judgements"
    look = len({one.address for one in preview.looks if one.address})
    return f"{preview.actions} actions, {preview.themes} themes, {preview.owners} owners, {look} to look at"


def _changed(changes: dict[str, Any]) -> str:
    said = [f"{count} {name}" for name, count in changes.items() if count]
    return f"{', '.join(said).capitalize()}." if said else "Nothing changed."
