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
from app.progress import progress_of
from documents.draft import PlanDraft
from documents.intake import File, Loaded, load
from documents.printed import plan_json
from documents.reading import contents
from documents.unreadable import Unreadable
from documents.worker import read_apart
from plans.addresses import written
from plans.calendar import day_of
from storage.database import writing

Read = tuple[PlanDraft, File]


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
    loaded, failed = _load(into, drafts, at or now, keep=save, despite=despite)
    kept = save and (despite or not failed)
    if as_json:
        plans = [plan_json(*read, one) for read, one in zip(drafts, loaded, strict=True)]
        print(json.dumps({"plans": plans}, ensure_ascii=False))
    else:
        for (draft, _), one in zip(drafts, loaded, strict=True):
            print(_told(draft, one, kept=kept))
    if failed and save and not despite:
        print(" ".join([*failed, "Nothing was saved. Look at each; add --yes to save all the same."]), file=sys.stderr)
        return 1
    return 0


def _read(path: Path, prison: str | None, now: datetime) -> Read:
    try:
        content = contents(path)
        with progress_of(path.name) as progress:
            draft = read_apart(content, path.name, today=day_of(now), prison=prison, progress=progress)
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
) -> tuple[list[Loaded], list[str]]:
    """(what was loaded, the checks that failed): one transaction, taken back when nothing is to be kept."""
    with writing(into) as session:
        point = session.begin_nested()
        loaded = [_load_one(session, read, now) for read in drafts]
        failed = [reason for read, one in zip(drafts, loaded, strict=True) for reason in _failed(read, one)]
        if keep and (despite or not failed):
            point.commit()
        else:
            point.rollback()
    return loaded, failed


def _failed(read: Read, loaded: Loaded) -> list[str]:
    draft, file = read
    reasons = list(draft.failed)
    if loaded.gone:
        shown = ", ".join(loaded.gone[:10]) + (" …" if len(loaded.gone) > 10 else "")
        reasons.append(f"{len(loaded.gone)} actions held are no longer printed and would be kept as they are: {shown}")
    if loaded.other:
        shown = ", ".join(loaded.other[:10]) + (" …" if len(loaded.other) > 10 else "")
        reasons.append(f"{len(loaded.other)} numbers print another action than the one held: {shown}")
    return [f"{file.name}: {reason}." for reason in reasons]


def _load_one(session: Session, read: Read, now: datetime) -> Loaded:
    draft, file = read
    return load(session, draft, file, at=now)


def _told(draft: PlanDraft, loaded: Loaded, *, kept: bool) -> str:
    where = f"Saved as {loaded.plan}." if kept else f"Not saved; it would be {loaded.plan}."
    changed = "" if draft.kind == "review" else f" {_changed(loaded.changes)}"
    lines = [f"{draft.title}: {_counted(draft)}.{changed} {where}"]
    lines += [f"  closes  {plan}: it is answered when its year is named" for plan in loaded.closes]
    lines += [f"  unread  {one.where}: {one.text[:80]} ({one.why})" for one in draft.unread]
    lines += [f"  look at {written(one.ref, one.step)}: {flag}" for one in draft.actions for flag in one.flags]
    return "\n".join(lines)


def _counted(draft: PlanDraft) -> str:
    if draft.kind == "review":
        return f"{len(draft.judgements)} judgements"
    themes = {action.theme for action in draft.actions}
    owners = {owner for action in draft.actions for owner in action.owners}
    look = sum(bool(action.flags) for action in draft.actions)
    return f"{len(draft.actions)} actions, {len(themes)} themes, {len(owners)} owners, {look} to look at"


def _changed(changes: dict[str, Any]) -> str:
    said = [f"{count} {name}" for name, count in changes.items() if count]
    return f"{', '.join(said).capitalize()}." if said else "Nothing changed."
