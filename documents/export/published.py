"""A plan laid out as its kind is published, with a column for what became of each action. Values: no file, no colour.

What is printed here reads again as the same plan: the assembler's own rules are asked which form of a cell does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from documents.assembly.fields import split_theme
from documents.assembly.sentences import reads_as_heading


@dataclass(frozen=True, slots=True)
class Printed:
    """An action as its plan prints it; `update` says what became of it, a paragraph each. `step` "" is none."""

    ref: str
    step: str
    theme: str | None
    recommendation: str | None
    response: str | None
    heading: str | None
    text: str
    owner: str | None
    target: str | None
    update: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of a plan's history: nobody's name, in words; "" where there is nothing to say. `due` is the date that was
    asked for or agreed to."""

    at: str
    address: str
    what: str
    said_by: str
    status: str
    due: str
    words: str


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """A plan to be written out, as it stood on a day."""

    prison: str
    title: str
    kind: str
    on: date
    submitted: date | None
    published: date | None
    inspected: tuple[date, date] | None
    actions: tuple[Printed, ...]
    history: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Para:
    words: str
    bold: bool = False
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A cell that reaches over `down` rows and `across` columns."""

    paragraphs: tuple[Para, ...] = ()
    down: int = 1
    across: int = 1

    @property
    def words(self) -> str:
        return "\n".join(("• " if one.bullet else "") + one.words for one in self.paragraphs)


Row = tuple[Box | None, ...]
"""A cell for each column; None where one above or beside reaches over it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The table: `widths` are shares of the page's, the first row of `rows` the header."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]


def lines(plan: PrintedPlan) -> Iterator[str]:
    """What stands above the table, below the title: whose plan it is, and its days."""
    yield f"Establishment: {plan.prison}"
    if plan.kind == "urgent_notification":
        yield "Kind of plan: Urgent Notification"
    if plan.submitted:
        yield f"Action Plan Submitted: {day(plan.submitted)}"
    if plan.inspected:
        yield f"A Response to the HMIP Inspection: {day(plan.inspected[0])} to {day(plan.inspected[1])}"
    if plan.published:
        yield f"Report Published: {day(plan.published)}"
    yield f"Updates as recorded by {day(plan.on)}"


def day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def laid_out(plan: PrintedPlan) -> Layout:
    """By themes, as Urgent Notification plans are; by recommendations, where each has a response; else by concerns."""
    actions = plan.actions
    if any(action.response for action in actions):
        return _by_refs(actions, answered=True)
    if _is_themed(plan):
        return _by_themes(actions)
    return _by_refs(actions, answered=False)


def _is_themed(plan: PrintedPlan) -> bool:
    """Is what inspectors asked for said of the theme, and of no single ref?"""
    said: dict[str | None, set[str | None]] = {}
    for action in plan.actions:
        said.setdefault(action.theme, set()).add(action.recommendation)
    alone = all(len(texts) == 1 for texts in said.values()) and None not in said
    return alone and (plan.kind == "urgent_notification" or {None} == set().union(*said.values()))


def _by_themes(actions: Sequence[Printed]) -> Layout:
    rows = [_head("Themes and Concerns", "No", "Actions", "Owner(s)", "Target Completion Date", "Update")]
    for (theme, concern), several in groupby(actions, key=lambda one: (one.theme, one.recommendation)):
        members = list(several)
        left = Box(_theme(theme or "", concern), down=len(members))
        for at, (first, many, action) in enumerate(_numbered(members)):
            ref = Box((Para(action.ref),), down=many) if first else None
            rows.append((left if at == 0 else None, ref, *_right(action, is_first=first)))
    return Layout((0.16, 0.05, 0.36, 0.14, 0.11, 0.18), tuple(rows))


def _by_refs(actions: Sequence[Printed], *, answered: bool) -> Layout:
    asked = ("2. Recommendation", "3. Agreed/ Partly Agreed/ Not Agreed") if answered else ("2. Concerns",)
    names = ("Response Action Taken/Planned", "Responsible Owner", "Target Date")
    rest = (f"{number}. {name}" for number, name in enumerate(names, len(asked) + 2))
    rows = [_head("1. Rec. No", *asked, *rest, "Update")]
    for theme, themed in groupby(actions, key=lambda one: one.theme):
        if theme:
            rows.append((Box(), Box((Para(theme, bold=True),)), *[Box()] * (len(rows[0]) - 2)))
        for first, many, action in _numbered(list(themed)):
            left = [action.ref, action.recommendation or "", *([(action.response or "").capitalize()] * answered)]
            boxes = (Box(_paragraphs(words), down=many) if first else None for words in left)
            rows.append((*boxes, *_right(action, is_first=first)))
    if answered:
        return Layout((0.05, 0.2, 0.08, 0.29, 0.11, 0.1, 0.17), tuple(rows))
    return Layout((0.05, 0.22, 0.33, 0.12, 0.1, 0.18), tuple(rows))


def _head(*names: str) -> Row:
    return tuple(Box((Para(name, bold=True),)) for name in names)


def _numbered(actions: Iterable[Printed]) -> Iterator[tuple[bool, int, Printed]]:
    """(is it the first of its ref, how many steps that has, the action)."""
    for _, several in groupby(actions, key=lambda one: (one.ref, one.recommendation, one.response)):
        steps = list(several)
        yield from ((at == 0, len(steps), action) for at, action in enumerate(steps))


def _right(action: Printed, *, is_first: bool) -> tuple[Box, ...]:
    heading = (Para(action.heading, bold=True),) if is_first and action.heading else ()
    numeral = f"{action.step}) " if action.step and not action.step.isdecimal() else ""
    text = _paragraphs(numeral + action.text)
    update = tuple(Para(words) for words in action.update)
    return Box((*heading, *text)), Box(_paragraphs(action.owner)), Box(_paragraphs(action.target)), Box(update)


def _paragraphs(words: str | None) -> tuple[Para, ...]:
    """The items of a list on lines of their own, unless what leads up to them would be taken for a heading."""
    first, *items = (words or "").split(" • ")
    if items and not reads_as_heading(first):
        return (Para(first), *(Para(item, bullet=True) for item in items))
    return (Para(words),) if words else ()


def _theme(theme: str, concern: str | None) -> tuple[Para, ...]:
    """The short title and what follows it, in the first form that is read apart as they are here."""
    if not concern:
        return (Para(theme, bold=True),)
    if reads_as_heading(theme) and concern[:1].isupper() and concern.endswith("."):
        return Para(theme, bold=True), Para(concern)
    plainly = f"{theme} {concern}"
    return (Para(plainly if split_theme(plainly) == (theme, concern) else f"{theme}: {concern}"),)
