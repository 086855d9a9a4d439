"""Briefs written by hand, of invented actions: the Monday brief as MESSAGES has it, and whatever a test makes of it."""

from dataclasses import replace
from datetime import date
from typing import Any

from plans.messages import Brief, BriefLine, BriefSection, Line, Verb

MONDAY = date(2024, 12, 2)
LEVEL = "Prison Group Director"
TITLES = {
    8: "Appoint an operational lead for healthcare",
    5: "Prisoner forums on protected characteristics",
    9: "Daily review of missed clinics",
    13: "Weekly meeting on the regime",
    15: "Full audit of cells",
    16: "Repairs to the showers",
    17: "Training in report writing",
}


def line(number: int, due: date | None = date(2024, 11, 30), **more: Any) -> BriefLine:
    """Led by the Governor of HMP Rochester, not started, as of Monday 2 December 2024."""
    late = (MONDAY - due).days if due and due < MONDAY else 0
    title = TITLES.get(number, f"Invented action number {number}")
    held = Line("rochester-2024", "HMP Rochester", str(number), title, ("Governor",), due, "not_started", late)
    told = {"reason": "late" if late else "coming", "quality": "lead", "answers": "Governor", "owed_by": "Governor"}
    return BriefLine(held, **{**told, "action": number, **more})


def late(number: int, due: date = date(2024, 11, 30), **more: Any) -> BriefLine:
    return line(number, due, **{"next": (LEVEL, date(2024, 12, 13)), **more})


def brief(*sections: tuple[str, list[BriefLine]], **more: Any) -> Brief:
    held = tuple(BriefSection(name, tuple(lines)) for name, lines in sections)
    told = {"posts": (("Governor", "HMP Rochester"),), "person": "Governor", "delivery": 7, "verbs": VERBS}
    return Brief(MONDAY, sections=held, **{**told, **more})


def monday(**more: Any) -> Brief:
    """Seven late, six of them newly, nothing coming before the end of the month."""
    eighth = late(8, date(2024, 10, 31), told=("Executive Director", date(2024, 11, 28)), next=None)
    held = [eighth, *map(late, (5, 9, 13, 15, 16, 17))]
    return brief(("late", held), **{"newly_late": 6, "coming_next": (5, date(2024, 12, 31)), **more})


def many(count: int) -> Brief:
    """So many actions, in every section of a brief, with titles as long as they come."""
    names = ("decision", "late", "this_week", "coming", "still", "no_date")
    sections: dict[str, list[BriefLine]] = {name: [] for name in names[:count]}
    for n in range(count):
        name = names[n % len(names)]
        reason = "rung_2" if name == "decision" else name
        made = late(n, reason=reason) if name in ("decision", "late") else line(n, date(2024, 12, 28), reason=reason)
        title = f"{made.line.title} {'of many words ' * 6}"[:80]
        sections[name].append(replace(made, line=replace(made.line, title=title)))
    return brief(*sections.items())


VERBS = (Verb("seen", "Seen", "7"), Verb("snooze", "Snooze", "7"), Verb("all", "Show all", "7"))
