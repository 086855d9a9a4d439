"""What only a person can tell of a document, asked once, and what their answers make of it.

Flags are what is asked about: a question stands as long as its flag does, and an answer takes both away. What was
told of a cell is told of every plan that prints it (storage.told_cells); the printed cell itself is always kept.
"""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta

from documents.about import meant
from documents.answering import NO_DAY, is_day, prison_told
from documents.draft import ActionDraft, PlanDraft
from documents.likely import likely
from documents.naming import SEVERAL, WHO, doubts
from plans.addresses import written
from plans.joint_owners import perhaps_parties
from plans.messages import Question
from plans.owners import fold
from plans.targets import read_target

Told = Mapping[str, list[str]]
"""Owner cell, folded and casefolded → the parties it names, as somebody told before."""

Answers = Mapping[str, str]
"""By the question's key. Several parties have semicolons between them; a day is as ISO writes it, or "none"."""

ALONE = "A party of its own"
_MISSING = re.compile(r"does not exist; is it (?P<day>.+)\?$")
_LONGEST_KEY = 120


def cell_key(cell: str | None) -> str:
    """As told_cell keeps it."""
    return " ".join((cell or "").split()).casefold()


def questions_of(draft: PlanDraft, told: Told) -> tuple[Question, ...]:
    """In the order in which they matter. What was told before is not asked again."""
    known = answered(draft, {}, told)
    prison = () if draft.prison else (Question("prison", "prison", draft.title, free=True),)
    return (*prison, *_owners(known), *_days(known))


def asked_with(draft: PlanDraft, answers: Answers) -> tuple[Question, ...]:
    """What is asked of a draft, and what the answers lead to asking."""
    return (*questions_of(draft, {}), *questions_of(answered(draft, answers, {}), {}))


def answered(draft: PlanDraft, answers: Answers, told: Told) -> PlanDraft:
    """The draft with what was told before and what is answered now; the draft given is left as it was."""
    new = deepcopy(draft)
    if not new.prison and (said := prison_told(answers.get("prison", ""))):
        new.prison, against = meant(said)
        new.failed = [*new.failed, *against]
    for action in new.actions:
        _name(action, answers, told)
        _date(action, answers, told_from(new))
    return new


def told_from(draft: PlanDraft) -> date:
    """The day from which a day told without its year is read."""
    return draft.submitted or draft.read_on or date.max


def learnt(draft: PlanDraft, answers: Answers) -> dict[str, list[str]]:
    """What the answers tell of owners as printed in this draft, to be remembered for every plan."""
    found: dict[str, list[str]] = {}
    for action in draft.actions:
        for owner in action.owners:
            for printed in (owner, *perhaps_parties(owner)):
                if parties := _answer(printed, answers):
                    found[" ".join(printed.split())] = parties
    return found


def dateless(draft: PlanDraft, answers: Answers) -> list[str]:
    """The date cells of which was answered that they are no date."""
    cells = (action.target.printed or "" for action in draft.actions if answers.get(_day_key(action)) == NO_DAY)
    return list(dict.fromkeys(cells))


# --- who ----------------------------------------------------------------------------------------------------------


def _owners(draft: PlanDraft) -> Iterable[Question]:
    """One question for each party in doubt, however many actions it owns."""
    asked: dict[str, tuple[str, list[str]]] = {}
    for action in draft.actions:
        for owner in action.owners:
            if {WHO.format(owner), SEVERAL.format(owner)}.intersection(action.flags):
                asked.setdefault(_key(owner), (owner, []))[1].append(written(action.ref, action.step))
    for key, (owner, addresses) in asked.items():
        kind = "split" if perhaps_parties(owner) else "owner"
        choices = _splits(owner) if kind == "split" else _parties(owner, draft)
        yield Question(key, "split" if kind == "split" else "owner", owner, choices, tuple(addresses), free=True)


def _key(owner: str) -> str:
    return f"{'split' if perhaps_parties(owner) else 'owner'}:{fold(owner)[:_LONGEST_KEY] or cell_key(owner)}"


def _splits(owner: str) -> tuple[tuple[str, str], ...]:
    parts = perhaps_parties(owner)
    return (("; ".join(parts), f"{len(parts)} parties: {', '.join(parts)}"), (owner, "One party"))


def _parties(owner: str, draft: PlanDraft) -> tuple[tuple[str, str], ...]:
    """Whom it may be: a party known or printed here that is spelt or shortened so; else one of its own."""
    return (*((name, name) for name in likely(owner, draft)), (owner, ALONE))


def _answer(printed: str, answers: Answers) -> list[str]:
    """The parties that an answer names, none where there is no answer."""
    said = answers.get(_key(printed), "")
    return list(dict.fromkeys(" ".join(part.split()) for part in said.split(";") if part.strip()))


def _name(action: ActionDraft, answers: Answers, told: Told) -> None:
    """Put told parties in place of the printed, and their flags away; what is not told stays in doubt."""
    before = doubts(action.owners)
    settled: list[str] = []
    owners = told.get(cell_key(action.owner_cell))
    if owners:
        settled = list(owners)
    else:
        owners = [party for owner in action.owners for party in _told(owner, answers, told, settled)]
    if not settled:
        return
    action.owners = list(dict.fromkeys(owners))
    open_still = doubts(owner for owner in action.owners if owner not in settled)
    action.flags = open_still + [flag for flag in action.flags if flag not in before]


def _told(owner: str, answers: Answers, told: Told, settled: list[str], deep: int = 2) -> list[str]:
    """The parties of an owner as told; each part of one that is several may itself be told of."""
    parties = _answer(owner, answers) or told.get(cell_key(owner), [])
    if not parties or not deep:
        return [owner]
    if parties == [owner] or len(parties) == 1:
        settled.extend(parties)
        return parties
    settled.append(owner)
    return [found for part in parties for found in _told(part, answers, told, settled, deep - 1)]


# --- when ---------------------------------------------------------------------------------------------------------


def _days(draft: PlanDraft) -> Iterable[Question]:
    """One question for each date that does not exist, with the days it may have meant."""
    asked: dict[str, tuple[ActionDraft, list[str]]] = {}
    for action in draft.actions:
        if action.target.problem in action.flags and _suggested(action):
            asked.setdefault(_day_key(action), (action, []))[1].append(written(action.ref, action.step))
    for key, (action, addresses) in asked.items():
        day = _suggested(action)
        if day:
            days = (day, day + timedelta(days=1))
            choices = (*((each.isoformat(), f"{each.day} {each:%B %Y}") for each in days), (NO_DAY, "No date"))
            yield Question(key, "day", action.target.printed or "", choices, tuple(addresses), free=True)


def _day_key(action: ActionDraft) -> str:
    return f"day:{cell_key(action.target.printed)[:_LONGEST_KEY]}"


def _suggested(action: ActionDraft) -> date | None:
    """The last day that the month does have, as the flag says it."""
    found = _MISSING.search(action.target.problem or "")
    return read_target(found["day"], date.min.replace(year=2000)).due if found else None


def _date(action: ActionDraft, answers: Answers, today: date) -> None:
    """The day told, in place of one that does not exist; the cell stays as printed."""
    said = " ".join(answers.get(_day_key(action), "").split())
    if not said or action.target.problem is None:
        return
    meant = None if said == NO_DAY else read_target(said, today)
    if meant and not is_day(meant):
        return  # what cannot be read tells nothing: the question stands
    action.flags = [flag for flag in action.flags if flag != action.target.problem]
    action.target = replace(meant or action.target, printed=action.target.printed, problem=None)
    action.starts = action.target.starts or action.starts
