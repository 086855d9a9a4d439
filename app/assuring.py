"""The `assurance` command: what owners report beside what inspectors found, and what each judgement is about."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from typing import Any

from sqlmodel import Session

from app.asking import printed
from app.failing import Unusable
from app.holding import known_prison
from app.wiring import database
from plans.addresses import step_json
from plans.assurance import Topic
from plans.calendar import LONDON
from plans.chat import Asker
from plans.messages import Assurance, Judged, Line
from plans.progress import matching
from plans.progress.judged import named
from plans.progress.judging import lacking, told
from plans.progress.reviewed import Reviewed, reviewed
from plans.progress.turn import Turn
from plans.queries.questions import Address
from plans.queries.refs import address
from storage.database import reading, writing

SUGGESTED = "suggested"
"""Instead of a number: all that is suggested is so."""
NO_MATCH = (
    "--match {0} is not understood. Say which judgement is about what: --match 3=Safety, --match 3=nothing, or {1}"
)
ALL = "--match suggested to confirm every suggestion."


def assurance(prison: str, *, on: date, matches: list[str], as_json: bool) -> None:
    """Record what is said of matches, if anything is; then print how it stands."""
    with (writing if matches else reading)(database()) as session:
        found = _reviewed(session, prison, on)
        if matches:
            _match(found, matches)
            found = _reviewed(session, prison, on)
        made = told(found.turn, found)
    print(json.dumps(_json(made), ensure_ascii=False) if as_json else printed(made))


def _reviewed(session: Session, words: str, on: date) -> Reviewed:
    prison = known_prison(session, words)
    turn = Turn(session, Asker(), datetime.combine(on, time(12), LONDON), "cli")
    found = reviewed(turn, prison)
    if found is None:
        raise Unusable(lacking(turn, prison))
    return found


# --- what a judgement is about -------------------------------------------------------------------------------------


def _match(of: Reviewed, matches: list[str]) -> None:
    """All that is said, or nothing: whoever types it hears of the first thing that is not understood."""
    if not of.plans:
        raise Unusable(matching.NO_PLAN.format(of.turn.where(of.prison)))
    said = [one for words in matches for one in _said(of, words)]
    last = {(one.judgement.id, one.plan.id): one for one in said}
    turn = Turn(of.turn.session, Asker(), datetime.now(UTC), "cli")
    matching.record(turn, of, last.values())


def _said(of: Reviewed, words: str) -> list[matching.Told]:
    if words.strip().casefold() == SUGGESTED:
        held = {one.id: one for one in of.judgements}
        every = ((held[id], each) for id, matched in of.matches.items() for each in matched)
        return [matching.Told(one, each.plan, each.topic) for one, each in every if each.row is None]
    which, _, value = (part.strip() for part in words.partition("="))
    if not which or not value:
        raise Unusable(NO_MATCH.format(words, ALL))
    one = next((each for at, each in enumerate(of.judgements, 1) if which in (str(at), each.paragraph)), None)
    if one is None:
        raise Unusable(f"There is no judgement {which}: they are 1 to {len(of.judgements)}, or go by paragraph.")
    if value.casefold() == matching.NOTHING:
        return [matching.Told(one, plan, Topic()) for plan in of.plans]
    found = [matching.Told(one, plan, topic) for plan in of.plans for topic in matching.meant(of, plan, value)]
    if len(found) != 1:
        themes = dict.fromkeys(named(topic) for plan in of.plans for topic in matching.topics(of, plan))
        known = f"{value} is {'more than one' if found else 'none'} of the plan's themes and concerns"
        raise Unusable(f"{known}: {', '.join(themes)}; or nothing.")
    return found


# --- as JSON -------------------------------------------------------------------------------------------------------


def _json(made: Assurance) -> dict[str, Any]:
    first, last = made.visited
    return {
        "prison": made.prison,
        "plan": made.plan or None,
        "review": made.review,
        "visited": [first and first.isoformat(), last and last.isoformat()],
        "on": made.on.isoformat(),
        "judgements": [_judged(one) for one in made.judged],
        "unjudged": [asdict(one) for one in made.unjudged],
        "repeats": [{**asdict(one), "years": list(one.years)} for one in made.repeats],
        "text": printed(made),
    }


def _judged(one: Judged) -> dict[str, Any]:
    """`reported` says done and is not confirmed, `done` is confirmed; both are among `actions`."""
    return {
        "number": one.number, "body": one.body, "section": one.section or None, "text": one.text, "rating": one.rating,
        "paragraph": one.paragraph or None, "match": one.match, "theme": one.theme or None, "why": one.why or None,
        "total": one.total, "reported": one.reported, "done": one.done, "overdue": one.overdue,
        "contrast": one.contrast or None, "then": one.then and {"reported": one.then[0], "done": one.then[1]},
        "actions": [_action(line) for line in one.actions],
    }  # fmt: skip


def _action(line: Line) -> dict[str, Any]:
    at = address(line.address) or Address(line.address)
    return {
        "plan": line.plan, "ref": at.ref, "step": step_json(at.step), "title": line.title, "owners": list(line.owners),
        "due": line.due and line.due.isoformat(), "status": line.status, "days_late": line.days_late,
    }  # fmt: skip
