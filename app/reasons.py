"""Why an action was in a day's briefs or was not, and what people said of it: as values, as JSON and in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.briefs import under
from bot.wording import day as told_day
from bot.wording import joined, weekday
from plans.addresses import step_json, written


@dataclass(frozen=True, slots=True)
class Said:
    """One reader that the action was, or would be, mentioned to. `state` as the ledger has it, or `planned`."""

    to: dict[str, str | None]
    reason: str
    state: str
    when: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Of one action on a day: whom it was mentioned to, else why it was not; what people said of it, what waits."""

    row: Any
    said: tuple[Said, ...] = ()
    why: str = ""
    story: tuple[str, ...] = ()


def as_json(one: Reasons) -> dict[str, Any]:
    said = [{"to": each.to, "reason": each.reason, "state": each.state, "when": each.when or None,
             "trouble": each.trouble or None} for each in one.said]  # fmt: skip
    where = {"plan": one.row.plan, "ref": one.row.ref, "step": step_json(one.row.step), "title": one.row.title}
    return {**where, "said": said, "why": one.why or None, "story": list(one.story)}


def lines(found: list[Reasons], on: date) -> Iterator[str]:
    yield f"{weekday(on)} {on.year}"
    for one in found:
        address = f"{one.row.plan} {written(one.row.ref, one.row.step)} {one.row.title}"
        due = f", due {told_day(one.row.due)}" if one.row.due else ", no date"
        yield f"{address}{due}: {one.why or joined(_sentence(said) for said in one.said) + '.'}"
        yield from (f"  {line}" for line in one.story)


def _sentence(said: Said) -> str:
    """in the brief to the Governor (A. Sample), under “Late”: sent on 2 December at 09:00"""
    person = said.to["person"]
    whom = f"the {said.to['owner']}" if said.to["owner"] else person
    called = f" ({person})" if person and said.to["owner"] else ""
    brief = f"in the brief to {whom}{called}, under “{under(said.reason)}”"
    return f"it is {brief}" if said.state == "planned" else f"{brief}: {_STATES[said.state]}{_when(said)}"


def _when(said: Said) -> str:
    if said.trouble and said.state != "sent":
        return f": {said.trouble.rstrip('.')}"
    return f" on {said.when}" if said.when else ""


_STATES = {
    "waiting": "not sent yet",
    "claimed": "being sent",
    "unknown": "sent, and not known to have arrived",
    "sent": "sent",
    "superseded": "not sent that day, merged with the next",
    "dropped": "not sent, for nothing in it still needed saying",
    "undeliverable": "it could not be delivered",
}
