"""The `digest` command: a prison's week, or a director's; the next one, or the very one that was sent."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields, replace
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from app.failing import Failed, Unusable
from app.holding import known_prison
from app.wiring import clock, database
from bot.plain import render
from bot.wording import full
from plans.addresses import step_json
from plans.digest.behind import behind
from plans.digest.sealing import Kept, Sealed, fingerprint
from plans.digests import directors, group_preview, preview, stored, stored_group
from plans.masking import masked
from plans.messages import AskedFor, Change, Digest, DigestLine, GroupDigest, PrisonRow, ThemeRow
from plans.owners import key
from plans.situations import register
from storage.database import reading
from storage.digests import live_prisons

NOBODY = (
    "Nobody is registered as {} who directs two prisons with a live plan on {}. Register who holds the post at each"
    " prison: actions posts import FILE.csv"
)

Told = tuple[Digest | GroupDigest, str]
"""A digest, with the words that are said of it."""


def digest(prison: str | None, *, group: str | None, on: date, number: int | None, as_json: bool) -> None:
    """Print it: as chat would say it, or as JSON."""
    if (prison is None) == (group is None):
        raise Unusable("Name a prison, or with --group somebody who directs several.")
    with reading(database()) as session:
        found, text = _of_group(session, group, on, number) if group else of_prison(session, prison or "", on, number)
    if as_json:
        told = _group_json(found) if isinstance(found, GroupDigest) else _json(found)
        print(json.dumps({**told, "sha256": found.sha256, "text": text}, ensure_ascii=False))
    else:
        print(text, end="" if text.endswith("\n") else "\n")


def of_prison(session: Session, words: str, on: date, number: int | None) -> tuple[Digest, str]:
    """The very one that was sent, or the next. Raises what a command says where there is none."""
    prison = known_prison(session, words)
    if number is not None:
        return _kept(lambda: stored(session, prison, number), number, words)
    if prison not in dict(live_prisons(session)):
        raise Unusable(f"No plan of {words} is live, so there is nothing to tell of it.")
    return _drafted(preview(session, prison, on, now=clock()))


def _of_group(session: Session, words: str, on: date, number: int | None) -> Told:
    person = _director(session, words, on)
    if number is not None:
        return _kept(lambda: stored_group(session, person, number), number, words)
    found = group_preview(session, person, on, now=clock())
    if found is None:
        raise Unusable(NOBODY.format(words, full(on)))
    return _drafted(found)


def _drafted(found: Sealed) -> tuple[Sealed, str]:
    """What is not sent yet has the hash of its facts alone: its number may still become another's."""
    return replace(found, sha256=fingerprint(found)), masked(render(found))


def _kept(bring: Callable[[], Kept[Sealed] | None], number: int, words: str) -> tuple[Sealed, str]:
    altered = f"Digest {number} of {words} is not as it was sent: its facts, words or hash were altered since."
    try:
        found = bring()
    except ValueError as error:
        raise Failed(altered) from error
    if found is None:
        raise Unusable(f"There is no digest {number} of {words}.")
    if not found.holds:
        raise Failed(altered)
    return found.digest, found.text


def _director(session: Session, words: str, on: date) -> int:
    """The person of that name, or the one who holds that post, and directs several prisons."""
    held = register(session).holdings
    directing = set(directors(session, on))
    people = {one.person.id: one.person.name for one in held if one.person and one.period.has(on)}
    named = {id for id, name in people.items() if name.casefold() == words.casefold()}
    posted = {one.person.id for one in held if one.person and one.post == key(words) and one.period.has(on)}
    found = (named or posted) & directing
    if len(found) == 1:
        return found.pop()
    if found:
        raise Unusable(f"Several hold that post: name one of {', '.join(sorted(people[id] for id in found))}.")
    raise Unusable(NOBODY.format(words, full(on)))


# --- as JSON ---------------------------------------------------------------------------------------------------------


def _json(found: Digest) -> dict[str, Any]:
    """As DESIGN section 7 has it, and what else it holds."""
    lines = {one.action: one for one in found.lines}
    return {
        **_head(found),
        "prison": found.prison,
        "plans": [plan for plan, _ in found.plans],
        "by_theme": list(map(_theme, found.themes)),
        "late": [_late(one) for one in behind(found, "overdue")],
        "coming": [_action(one) for one in behind(found, "due_soon")],
        "changed": [_of_action(one, lines) for one in found.changes],
        "asked": [_of_action(one, lines) for one in found.asked],
        "judgements": [_plain(asdict(one)) for one in found.judgements],
        "vacancies": [asdict(one) for one in found.vacancies],
        "visit": found.visit and _plain(asdict(found.visit)),
        "forecast": found.forecast and _plain(asdict(found.forecast)),
        "burn_up": [_plain(asdict(one)) for one in found.burn_up],
        "actions": [_whole(one) for one in found.lines],
    }


def _group_json(found: GroupDigest) -> dict[str, Any]:
    return {**_head(found), "post": found.post, "person": found.person, "prisons": list(map(_prison, found.rows))}


def _head(found: Digest | GroupDigest) -> dict[str, Any]:
    return {
        "number": found.number,
        "on": found.on.isoformat(),
        "week": found.week,
        "since": found.since.isoformat(),
        "before": found.before,
        "frozen": not found.draft,
        "counts": asdict(found.counts),
    }


def _prison(row: PrisonRow) -> dict[str, Any]:
    told = {field.name: getattr(row, field.name) for field in fields(row)}
    counts, visit = asdict(row.counts), row.visit and _plain(asdict(row.visit))
    worst = [{"address": address, "title": title, "days_late": late} for address, title, late in row.worst]
    return {**told, "counts": counts, "visit": visit, "worst": worst}


def _theme(row: ThemeRow) -> dict[str, Any]:
    return {**asdict(row), "total": row.total}


def _action(one: DigestLine) -> dict[str, Any]:
    """As `ask` has it."""
    line = one.line
    return {
        "plan": line.plan,
        "ref": one.ref,
        "step": step_json(one.step),
        "title": line.title,
        "owners": list(line.owners),
        "due": line.due and line.due.isoformat(),
        "status": line.status,
        "days_late": line.days_late,
    }


def _late(one: DigestLine) -> dict[str, Any]:
    return {**_action(one), "new": not one.was_late, "before_live": one.before_live}


def _whole(one: DigestLine) -> dict[str, Any]:
    more = {"colour": one.colour, "theme": one.theme, "lead": one.lead, "slips": one.slips, "waits": list(one.waits)}
    return {**_action(one), **more, "original_due": one.original_due and one.original_due.isoformat()}


def _of_action(one: Change | AskedFor, lines: dict[int, DigestLine]) -> dict[str, Any]:
    """The action by ref and step, as everywhere; the number of its row is nobody's business."""
    told = {name: fact or None for name, fact in asdict(one).items() if name not in ("action", "address")}
    line = lines.get(one.action)
    place = {"ref": line.ref, "step": step_json(line.step)} if line else {"ref": one.address, "step": None}
    return {**place, **_plain(told)}


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    return dict(_plainly(facts))


def _plainly(facts: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, fact in facts.items():
        is_day = isinstance(fact, date | datetime)
        yield name, fact.isoformat() if is_day else list(fact) if isinstance(fact, tuple) else fact
