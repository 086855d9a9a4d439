"""One action whole, in short lines: how it stands, whose it is, what it waits for, its words, its story."""

from collections.abc import Iterator
from datetime import date

from bot import wording
from bot.kinds import instead, told
from bot.repeats import before
from bot.wording import capital, full, many, quote, strong, the
from plans.calendar import last_working_day
from plans.messages import ActionCard, Waiting
from plans.owners import is_post

EVIDENCE = "Evidence"
HISTORY = "History"
CLOSED = "Its history, words and evidence are shown to the posts of its prison, its group and assurers."
RED, BLUE, WHITE = "🔴", "🔵", "⚪"


def title(card: ActionCard) -> str:
    return strong(f"{card.line.address} {card.line.title}")


def where(card: ActionCard) -> str:
    """Its prison, and the plan that prints it."""
    return where_of(card.line.prison, card.where)


def where_of(prison: str, plan: str) -> str:
    """HMP Rochester, Urgent Notification plan 2024."""
    plan = f"plan {plan}" if " " not in plan and plan else plan
    return plan if prison in plan else ", ".join(filter(None, (prison, plan)))


def text(card: ActionCard) -> str:
    """What the plan prints, where that is more than its title."""
    return "" if card.text.strip(" .") == card.line.title.strip(" .") else card.text


def standing(card: ActionCard) -> str:
    """Where it stands, in words; the colour is only beside them."""
    line = card.line
    said = wording.progress(line) or "not started"
    if line.days_late > 0:
        return f"{RED} {many(line.days_late, 'day')} late, {said}"
    if line.status in ("done", "sustained"):
        return f"{BLUE} {capital(said)}"
    return f"{WHITE} {capital(said)}, no date" if not line.due and line.status in _GREY else capital(said)


def facts(card: ActionCard) -> list[str]:
    """How it stands, its dates, its owners, what it waits for."""
    return [
        f"{standing(card)}.",
        *_dates(card),
        *([f"Said to be done on {full(card.said_done)}."] if card.said_done else []),
        *_whose(card),
        *(_waiting(one, card.on) for one in card.waiting),
        *([f"Reported done: it waits for {the(card.waits_for)} to confirm."] if card.waits_for else []),
        *(f"Raised before: {before(one)}." for one in card.raised),
    ]


def _dates(card: ActionCard) -> Iterator[str]:
    line = card.line
    if line.due:
        early = last_working_day(line.due)
        working = "" if early == line.due else f", last working day {full(early)}"
        yield f"Due {full(line.due)}{working}."
    elif line.starts:
        yield f"{capital(wording.since(line.starts))}, no end date."
    if card.original_due and line.due and card.original_due != line.due:
        times = f"Moved {_TIMES.get(card.slips, f'{card.slips} times')}. " if card.slips else ""
        yield f"{times}First promised for {full(card.original_due)}{_late_on(card.original_due, card)}."
    if card.target:
        yield f"Printed as {quote(card.target, 120)}."
    if card.gone:
        yield f"No longer printed in its plan since {full(card.gone)}."


def _late_on(original: date, card: ActionCard) -> str:
    """Days late on the original date, while it is open."""
    late = (card.on - original).days
    return f": {many(late, 'day')} late on that date" if late > 0 and card.line.status not in _OVER else ""


def _whose(card: ActionCard) -> Iterator[str]:
    owners = wording.parties(card.line)
    lead = f" {capital(the(card.lead))} leads." if card.lead and len(card.line.owners) > 1 else ""
    yield f"Owner{'s' if len(card.line.owners) > 1 else ''}: {owners}.{lead}"
    if card.delegate:
        yield f"{capital(the(card.delegate))} does the work."
    if card.theme:
        yield f"Theme: {card.theme}."


def _waiting(one: Waiting, on: date) -> str:
    """Asked on 2 December by the Governor: …"""
    asked = f"Asked on {wording.near(one.on, on)} by {the(one.by)}"
    reason = f" {quote(one.words)}" if one.words else ""
    if one.kind == "hand_over":
        return (
            f"{asked}: that {the(one.to or one.goes_to)} leads it.{reason} It waits for {the(one.goes_to)} to accept."
        )
    date_asked = instead(one.from_due, one.to_due)
    return f"{asked}: due {date_asked}.{reason} It waits for {the(one.goes_to)} to agree."


def history(card: ActionCard) -> list[str]:
    """The newest first, and how many more there are."""
    outside = bool(card.lead) and not is_post(card.lead)
    entries = [told(entry, card.on, outside=outside) for entry in card.history]
    return [*entries, f"… and {card.earlier:,} earlier"] if card.earlier else entries


def paragraphs(card: ActionCard) -> list[str]:
    """All of it in order, for faces that have no boxes."""
    head = "\n".join([title(card), where(card), *facts(card)])
    evidence = "\n".join([f"{EVIDENCE}:", *(f"  {link}" for link in card.evidence)]) if card.evidence else ""
    story = "\n".join([f"{HISTORY}:", *(f"  {line}" for line in history(card))]) if card.history else ""
    return list(filter(None, [head, text(card), evidence, story, "" if card.private else CLOSED]))


_TIMES = {1: "once", 2: "twice"}
_GREY = {"not_started", "in_progress", "withdrawn"}
"""Of no colour while there is no date; blocked and reported have one of their own."""
_OVER = {"done", "sustained", "withdrawn"}
