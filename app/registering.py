"""The `posts import` command: take a register of posts from a file, all of it or nothing."""

import json
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import Engine

from app.failing import Unusable
from documents.posts import Entered, enter
from documents.reading import contents
from documents.register import read_register
from documents.unreadable import Unreadable
from plans.calendar import day_of
from plans.situations import prisons_by_name
from storage.database import writing
from storage.posts import Told


def import_posts(into: Engine, file: Path, *, save: bool = True, as_json: bool = False) -> None:
    """All of the file or, if anything in it cannot be, nothing."""
    now = datetime.now(UTC)
    told = Told(day_of(now), now)
    try:
        content = contents(file)
        with writing(into) as session:
            prisons = prisons_by_name(session)
            lines = read_register(content, file.name, held=tuple(prisons), today=told.on)
            entered = enter(session, lines, prisons, told=told)
            if not save:
                session.rollback()
    except Unreadable as error:
        raise Unusable(str(error)) from error
    print(json.dumps(_json(entered, saved=save), ensure_ascii=False) if as_json else _said(entered, saved=save))


def _json(entered: Entered, *, saved: bool) -> dict[str, object]:
    counts = {name: entered.changes[name] for name in ("added", "changed", "ended", "unchanged")}
    return {"saved": saved, "lines": entered.lines, "changes": counts, "remarks": entered.remarks}


def _said(entered: Entered, *, saved: bool) -> str:
    changes = entered.changes
    counts = {"new": changes["added"], "changed": changes["changed"], "handed over": changes["ended"]}
    said = ", ".join(f"{count} {words}" for words, count in counts.items() if count)
    lines = "1 line read" if entered.lines == 1 else f"{entered.lines} lines read"
    kept = "" if saved else " Nothing was saved: this was a dry run."
    told = (
        f"{lines}. Entries of the register: {said}.{kept}"
        if said
        else f"{lines}. Nothing changed: the register says so already."
    )
    return "\n".join([told, *(f"{remark[0].upper()}{remark[1:]}." for remark in entered.remarks)])
