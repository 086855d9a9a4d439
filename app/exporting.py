"""The `export` command: a prison's live plans as a spreadsheet's text, as calendars, as one page, as documents."""

import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from sqlmodel import Session

from app.digesting import of_prison
from app.failing import Unusable
from app.returning import documents
from app.wiring import database
from bot.page import page
from bot.wording import many
from documents.export import Exported, as_csv, as_ics
from plans.calendar import LONDON, day_of
from plans.chat import Asker
from plans.messages import Digest
from plans.owners import key, name
from plans.progress.facts import facts
from plans.progress.turn import Turn
from storage.database import reading
from storage.exported import SaidRow, last_said, recorded

FORMATS = ("csv", "ics", "html", "docx", "xlsx")


def export(prison: str, *, form: str, output: Path | None, owner: str | None, on: date, number: int | None) -> None:
    """Write it to the file or folder, or print it. All is read before anything is written."""
    _checked(form, owner, number)
    if form in ("docx", "xlsx") and output is None and sys.stdout.isatty():
        raise Unusable(f"--format {form} is no text to be printed: say where to with -o FILE.")
    _fitting(form, output)
    with reading(database()) as session:
        found, _ = of_prison(session, prison, on, number)
        apart = output is not None and _is_folder(output)
        files = _documents(session, found, form, apart=apart) or _texts(session, found, form, owner, each_owner=apart)
    if output is None:
        sys.stdout.buffer.write(b"".join(files.values()))
        sys.stdout.buffer.flush()
    else:
        print(f"Wrote {_put(files, output, folder=output.is_dir() or (form in _SEVERAL and apart))}.")


_SEVERAL = ("ics", "docx", "xlsx")
"""What may be several files: a calendar for each owner, a document for each plan."""


def _documents(session: Session, digest: Digest, form: str, *, apart: bool) -> dict[str, bytes]:
    """A document for each plan, by name; none for the other formats."""
    if form not in ("docx", "xlsx"):
        return {}
    made = documents(session, digest, form)
    if len(made) > 1 and not apart:
        raise Unusable(f"{digest.prison} has {many(len(made), 'live plan')}, a file each: give a folder with -o DIR.")
    return made


def _texts(session: Session, digest: Digest, form: str, owner: str | None, *, each_owner: bool) -> dict[str, bytes]:
    """By the names of files."""
    actions = exported(session, digest) if form != "html" else ()
    texts = _text(digest, actions, form, owner, each_owner=each_owner)
    return {name: text.encode() for name, text in texts.items()}


def _text(
    digest: Digest, actions: Sequence[Exported], form: str, owner: str | None, *, each_owner: bool
) -> dict[str, str]:
    match form:
        case "html":
            return {f"{digest.key}-digest-{digest.number}.html": page(digest)}
        case "csv":
            return {f"{digest.key}.csv": as_csv(actions)}
        case _ if owner:
            return _calendar_of(digest, actions, owner)
        case _ if each_owner:
            return _calendars(digest, actions)
        case _:
            return {f"{digest.key}.ics": as_ics(actions, name=digest.prison)}


def _checked(form: str, owner: str | None, number: int | None) -> None:
    if form not in FORMATS:
        raise Unusable(f"--format {form} is none of {', '.join(FORMATS)}.")
    if number is not None and form != "html":
        raise Unusable("--number is of a digest that was sent: it goes with --format html.")
    if owner is not None and form != "ics":
        raise Unusable("--owner goes with --format ics: a calendar is somebody's, the rest is of the whole plan.")


def _fitting(form: str, output: Path | None) -> None:
    """A calendar that is called a sheet would be opened as one."""
    named = output.suffix.lower().removeprefix(".") if output and not output.is_dir() else ""
    if named in FORMATS and named != form:
        raise Unusable(f"{output} is named as {named}, and --format is {form}: change one of the two.")


# --- what is known of each action ------------------------------------------------------------------------------------


def exported(session: Session, digest: Digest) -> list[Exported]:
    """Every action of the digest, with what a plan prints of it and when it was last spoken of, as at its moment."""
    turn = Turn(session, Asker(), datetime.combine(digest.on, time(12), LONDON), "cli")
    ids = [line.action for line in digest.lines]
    told, said = facts(turn, ids), last_said(session, ids, digest.as_at)
    moments = recorded(session, ids, digest.as_at)
    return [
        Exported(
            line,
            owners=tuple((key(printed), printed) for printed in line.line.owners),
            text=told[line.action].text,
            recorded=moments[line.action],
            version=told[line.action].version,
            target=told[line.action].target or "",
            delegate=_named(turn, told[line.action].delegate),
            recurrence=told[line.action].recurrence or "",
            said_on=day_of(said[line.action].at) if line.action in said else None,
            said_as=_as(turn, said.get(line.action)),
        )
        for line in digest.lines
    ]


def _as(turn: Turn, said: SaidRow | None) -> str:
    """Governor; or GFSL, told by Head of Safety."""
    if said is None:
        return ""
    spoke, whose = _named(turn, said.as_post), _named(turn, said.for_party)
    return f"{whose}, told by {spoke}" if whose and spoke else whose or spoke


def _named(turn: Turn, party: str | None) -> str:
    return turn.name_of(party) if party else ""


# --- calendars -------------------------------------------------------------------------------------------------------


def _calendar_of(digest: Digest, actions: Sequence[Exported], words: str) -> dict[str, str]:
    """One owner's, by name, abbreviation or expansion."""
    names = _owners(actions)
    wanted = key(words)
    if wanted not in names:
        raise Unusable(f"{words} owns nothing at {digest.prison}. Owners are {', '.join(names.values())}.")
    return {f"{_file_name(wanted)}.ics": _of(digest, actions, wanted, names[wanted])}


def _calendars(digest: Digest, actions: Sequence[Exported]) -> dict[str, str]:
    """One for each owner; for those who owe nothing any more an empty one, which takes away what was."""
    made, taken = dict[str, str](), Counter[str]()
    for owner, called in _owners(actions).items():
        file = _file_name(owner)
        taken[file] += 1
        again = f"-{taken[file]}" if taken[file] > 1 else ""
        made[f"{file}{again}.ics"] = _of(digest, actions, owner, called)
    return made


def _of(digest: Digest, actions: Sequence[Exported], owner: str, called: str) -> str:
    own = [action for action in actions if owner in dict(action.owners)]
    return as_ics(own, name=f"{called}, {digest.prison}")


def _owners(actions: Sequence[Exported]) -> dict[str, str]:
    """By key what each is called."""
    return {party: name(printed) for action in actions for party, printed in action.owners}


def _file_name(owner: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", owner).strip("-") or "owner"


# --- writing ---------------------------------------------------------------------------------------------------------


def _is_folder(path: Path) -> bool:
    """What may hold several files: a folder that there is, or a name without an ending."""
    return path.is_dir() or not (path.suffix or path.exists())


def _put(texts: dict[str, bytes], output: Path, *, folder: bool) -> str:
    """Into the folder by their names, or into the file; where that is, in words."""
    try:
        if not folder:
            _write(output, b"".join(texts.values()))
            return str(output)
        output.mkdir(parents=True, exist_ok=True)
        for file, content in texts.items():
            _write(output / file, content)
    except OSError as error:
        raise Unusable(f"{output} cannot be written: {error.strerror or error}.") from error
    return str(output / next(iter(texts))) if len(texts) == 1 else f"{many(len(texts), 'file')} to {output}"


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: written beside it, then put in its place."""
    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe, a device
        path.write_bytes(content)
        return
    place = path.resolve()
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
