"""The `import` command: read every file, check, then save all or nothing, and say what was found."""

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import Engine
from sqlmodel import Session

from app.failing import Unusable
from app.progress import progress_of
from bot import plain
from bot.import_headlines import NO_UNDO
from documents.answering import is_answer
from documents.apart.worker import read_apart
from documents.draft import PlanDraft
from documents.intake import File, Loaded, load
from documents.preview import preview_of
from documents.printed import plan_json
from documents.questions import Answers, asked_with
from documents.reading import contents
from documents.remembering import as_told, remember
from documents.unreadable import Unreadable
from plans.calendar import day_of
from plans.messages import ImportPreview, Question
from storage.database import writing

Read = tuple[PlanDraft, File]
Tried = tuple[PlanDraft, Loaded, ImportPreview]


def import_files(
    into: Engine,
    files: list[Path],
    *,
    prison: str | None = None,
    save: bool = True,
    despite: bool = False,
    as_json: bool = False,
    at: datetime | None = None,
    answers: Answers | None = None,
) -> int:
    """Exit 0 when saved (or shown, in a dry run), 1 when a check failed and nothing was saved. `at`: when it goes live,
    if not now. `answers` by the keys of the questions that an import prints."""
    now = datetime.now(UTC)
    given = answers or {}
    drafts = [_read(file, prison or given.get("prison"), now) for file in files]
    _check_asked(given, drafts)
    tried, failed = _load(into, drafts, at or now, given, keep=save, despite=despite)
    kept = save and (despite or not failed)
    if as_json:
        plans = [
            plan_json(draft, file, loaded, preview)
            for (_, file), (draft, loaded, preview) in zip(drafts, tried, strict=True)
        ]
        print(json.dumps({"plans": plans}, ensure_ascii=False))
    else:
        print("\n\n".join(_told([preview for *_, preview in tried], kept=kept)))
    if failed and save and not despite:
        print(
            " ".join([*failed, "Nothing was saved. Look at each with --dry-run; --yes saves all the same."]),
            file=sys.stderr,
        )
        return 1
    return 0


def answers_of(given: list[str]) -> dict[str, str]:
    """KEY=VALUE, as typed."""
    for one in given:
        if "=" not in one:
            raise Unusable(f"--answer {one}: write KEY=VALUE, as the import prints it under each question.")
    return {key.strip(): value.strip() for key, _, value in (one.partition("=") for one in given)}


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
    into: Engine, drafts: list[Read], now: datetime, answers: Answers, *, keep: bool, despite: bool
) -> tuple[list[Tried], list[str]]:
    """(what was loaded, the checks that failed): one transaction, taken back when nothing is to be kept. Each file is
    tried against what stands after those before it."""
    with writing(into) as session:
        point = session.begin_nested()
        tried = [_try(session, *read, now, answers) for read in drafts]
        failed = [
            f"{preview.file}: {reason.removesuffix('.')}{'' if reason.endswith('?') else '.'}"
            for *_, preview in tried
            if not preview.is_same  # what changes nothing was let in before
            for reason in preview.failed
        ]
        if keep and (despite or not failed):
            point.commit()
        else:
            point.rollback()
    return tried, failed


def _try(session: Session, read: PlanDraft, file: File, now: datetime, answers: Answers) -> Tried:
    """What anybody told of its owners before counts, then what is answered now; that is remembered, if all is kept."""
    draft = as_told(session, read, answers)
    loaded = load(session, draft, file, at=now)
    also = remember(session, read, answers, plan=loaded.plan, by="the command line", at=now)
    return draft, loaded, replace(preview_of(session, draft, file, loaded, at=now), notes=tuple(also))


def _check_asked(answers: Answers, drafts: list[Read]) -> None:
    """An answer to nothing is a slip of the pen, not something to pass over."""
    if not answers:
        return
    asked = {question.key: question for draft, _ in drafts for question in asked_with(draft, answers)}
    if strange := sorted(set(answers) - {*asked, "prison"}):
        keys = ", ".join(sorted({*asked, "prison"}))
        raise Unusable(f"--answer {strange[0]}: nothing asks that. The questions are: {keys}.")
    for key, value in answers.items():
        if key in asked and not is_answer(asked[key], value):
            raise Unusable(_no_answer(asked[key], value))


def _no_answer(question: Question, value: str) -> str:
    choices = ", ".join(f"{choice} ({label})" if label != choice else choice for choice, label in question.choices)
    another = _ANOTHER[question.kind] if question.free else ""
    return f"--answer {question.key}={value}: that is none of its answers, which are: {choices}{another}."


_ANOTHER = {
    "day": ", or another day such as 2025-09-30",
    "prison": ", or a prison by its name",
    "owner": ", or the name of a post or an organisation",
    "split": ", or the parties with semicolons between them",
}


def _told(previews: list[ImportPreview], *, kept: bool) -> Iterator[str]:
    """Each as it stands after the last; and once, of all that were saved, that they stay so."""
    among, closed = len(previews) > 1, {one.plan for preview in previews for one in preview.closes}
    for preview in previews:
        live = preview.is_live and preview.plan not in closed
        yield plain.whole(replace(preview, state="saved", among=among, is_live=live) if kept else preview)
    if kept and among and not all(preview.is_same for preview in previews):
        yield NO_UNDO
