"""Actions kept out of one person's briefs for a while: offered, asked for, and refused where the policy does."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plans.addresses import written as address
from plans.calendar import first_working_day, working_day_after
from plans.chat import Answered, Ask, Refill, Submitted
from plans.messages import Brief, Field, Form
from plans.policy.desk import OWED
from plans.policy.settings import DEFAULTS, Settings
from plans.policy.snoozing import barred, longest
from plans.progress.seeing import own, shown
from plans.progress.turn import Turn, listed, said, written
from plans.situations import settings_in_force
from storage.owed import OwedRow, those_owed
from storage.said import SnoozeRow, save_snoozes, snoozes_of, told_of

QUALITIES = ("lead", "delegate", "liaison", "coordinator")
USUAL = 5  # working days, offered first
STANDS_ONE = "Its date stands, and so does who is told of it."
STANDS_MANY = "Their dates stand, and so does who is told of them."
NOTHING = "Nothing in this brief can be snoozed: what has gone up a level stays in it until it is answered."


@dataclass(frozen=True, slots=True)
class Offered:
    """An action of the brief; `barred`: why it cannot be snoozed, else `until` at the latest."""

    row: OwedRow
    until: date
    barred: str | None

    @property
    def name(self) -> str:
        return address(self.row.ref, self.row.step)


def form(turn: Turn, query: str) -> Answered:
    found = own(turn, query)
    if isinstance(found, str):
        return said(found)
    offered = [one for one in _offered(turn, shown(found[0], seen=None, whole=True)) if not one.barred]
    if not offered:
        return said(NOTHING)
    last = max(one.until for one in offered)
    usual = min(working_day_after(turn.on, USUAL), last)
    choices = tuple((str(one.row.id), f"{one.name} {one.row.title}") for one in offered)
    ticked = choices[0][0] if len(choices) == 1 else ""
    return Ask(
        Form(
            "snooze",
            "Snooze",
            "Snooze",
            (
                Field("which", "Which actions?", "any", choices, value=ticked),
                Field("until", "Until when?", "day", value=usual.isoformat(), hint=f"{written(last)} at the latest."),
            ),
            about=str(found[0].id),
            intro=f"They are left out of your briefs until then. {STANDS_MANY}",
        )
    )


def taken(turn: Turn, filled: Submitted) -> Answered:
    found = own(turn, filled.about)
    if isinstance(found, str):
        return said(found)
    chosen = [one for one in filled.values.get("which", ()) if isinstance(one, str)]
    offered = _offered(turn, shown(found[0], seen=None, whole=True))
    those = [one for one in offered if str(one.row.id) in chosen]
    until = _day(filled.values.get("until"))
    wrong = dict(_wrong(turn, those, until))
    if wrong or until is None or turn.person is None:
        return Refill(wrong)
    save_snoozes(turn.session, (SnoozeRow(one.row.id, turn.person, turn.on, until) for one in those))
    named, again = listed([one.name for one in those]), written(first_working_day(until))
    if len(those) == 1:
        return said(f"{named} is left out of your briefs until {again}. {STANDS_ONE}")
    return said(f"{named} are left out of your briefs until {again}. {STANDS_MANY}")


def _wrong(turn: Turn, those: list[Offered], until: date | None) -> Iterator[tuple[str, str]]:
    if not those:
        yield "which", "Choose at least one action."
    for one in those:
        if one.barred:
            yield "which", f"{one.name} {one.barred}, so it stays in your briefs until it is answered."
    if until is None or until <= turn.on:
        yield "until", "Choose a day after today."
        return
    soonest = min(those, key=lambda one: one.until, default=None)
    if soonest and until > soonest.until:
        yield "until", f"{soonest.name} can be snoozed until {written(soonest.until)} at the latest."


def _offered(turn: Turn, brief: Brief) -> list[Offered]:
    """The lines of a brief that its reader is to answer for, as they stand now."""
    own_lines = (
        line.action
        for section in brief.sections
        for line in section.lines
        if line.quality in QUALITIES and section.name != "decision"
    )
    return offer(turn, list(dict.fromkeys(own_lines)))


def offer(turn: Turn, ids: list[int]) -> list[Offered]:
    """Those of the actions that are still owed, and until when each could be left out."""
    rows = {row.id: row for row in those_owed(turn.session, ids)}
    held = [rows[id] for id in ids if id in rows and rows[id].status in OWED]
    settings = settings_in_force(turn.session, turn.on, {row.plan for row in held})
    told: dict[int, list[str]] = {}
    for said_of in told_of(turn.session, ids):
        if isinstance(said_of.subject, int):
            told.setdefault(said_of.subject, []).append(said_of.reason)
    times = Counter(one.action for one in snoozes_of(turn.session, ids) if one.person == turn.person)
    return [
        _one(row, turn.on, settings.get(row.plan) or settings.get("") or DEFAULTS, told.get(row.id, []), times[row.id])
        for row in held
    ]


def _one(row: OwedRow, on: date, settings: Settings, reasons: list[str], times: int) -> Offered:
    return Offered(row, longest(row.due, on, settings), barred(reasons, times, settings))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
