"""Records → actions as drafted: what each cell says, and the questions a coordinator should look at. A question stops
nothing; what does is in documents.assembly.checks."""

import re
from datetime import date

from documents.assembly.fields import links_in, split_theme, title_of
from documents.assembly.pieces import APART, Step
from documents.assembly.records import Record
from documents.assembly.tables import Assembly
from documents.draft import ActionDraft, Part, Place
from documents.naming import doubts
from plans.addresses import written
from plans.joint_owners import parties
from plans.targets import read_target, start_in_text

_YEAR = re.compile(r"\d{4}|\b\d{2}$|[-/.' ]\d{2}\b")


def actions_of(assembly: Assembly, today: date) -> list[ActionDraft]:
    """Every action in the document's order, linked to those that its text points to."""
    actions = [action for record in assembly.records for action in _actions(record, today)]
    if assembly.counted and actions:
        actions[0].flags.append("the document prints no numbers: its rows are numbered here in their order")
    _link(actions)
    return actions


def _actions(record: Record, today: date) -> list[ActionDraft]:
    many = len(record.steps) > 1
    theme, concern = split_theme(record.theme.words) if record.theme else (record.section, None)
    actions = [
        _action(record, step, _label(step, index, many), theme, record.concern or concern, today)
        for index, step in enumerate(record.steps, 1)
    ]
    if actions:
        actions[0].flags = [*record.flags, *actions[0].flags]
    return actions


def _label(step: Step, index: int, many: bool) -> str | None:
    """The step as addressed: its printed numeral; else its place within the ref; a single one has none."""
    return step.numeral or (str(index) if many else None)


def _action(
    record: Record, step: Step, label: str | None, theme: str | None, concern: str | None, today: date
) -> ActionDraft:
    target = read_target(step.target, today)
    owners = list(dict.fromkeys(party for words in (step.owner or "").split(APART) for party in parties(words)))
    single = len(record.steps) == 1
    places = _places(record, step, themed=not record.concern and bool(concern))
    draft = ActionDraft(
        ref=record.ref, step=label, theme=theme, heading=record.heading, recommendation=concern or None,
        response=record.response, text=step.text,
        owner_cell=" ".join((step.owner or "").replace(APART, "; ").split()) or None,
        owners=owners, target=target, starts=target.starts or start_in_text(step.text, target.due), links=[],
        title=title_of(step.text, record.heading if single else None), places=places,
        flags=list(step.flags),
    )  # fmt: skip
    draft.flags += _questions(draft)
    return draft


def _places(record: Record, step: Step, *, themed: bool) -> dict[Part, list[Place]]:
    """Where each part of an action stands: its own cells, and those of its ref. `themed`: its concern stands in the
    theme's cell."""
    section = [record.section_place] if record.section_place else []
    theme = record.theme.places if record.theme else section
    concern = theme if themed else record.places.get("recommendation", [])
    found: dict[Part, list[Place]] = {
        "text": step.places.get("text", []), "owner": step.places.get("owner", []),
        "target": step.places.get("target", []), "theme": theme, "recommendation": concern,
        "response": record.places.get("response", []),
    }  # fmt: skip
    return {part: list(places) for part, places in found.items() if places}


def _questions(draft: ActionDraft) -> list[str]:
    """What a coordinator should look at."""
    asked = doubts(draft.owners)
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


def _link(actions: list[ActionDraft]) -> None:
    addresses = {written(action.ref, action.step).lower() for action in actions} | {
        action.ref.lower() for action in actions
    }
    for action in actions:
        action.links = links_in(action.text, addresses, action.ref.lower())
