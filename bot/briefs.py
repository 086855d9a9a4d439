"""The lines of a brief, in the words that every platform shares: under which heading, and what is said of each. Each
platform draws them its own way; what stands over them is in `bot.openings`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot import requests, wording
from bot.wording import capital, many, the
from plans.messages import SHOWN, Brief, BriefLine
from plans.owners import is_post


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading; `more` are not shown."""

    heading: str
    lines: tuple[BriefLine, ...]
    more: int = 0


def groups(brief: Brief) -> list[Group]:
    """The sections as they are shown: what needs a decision apart by what kind of decision it is."""
    found: dict[str, list[BriefLine]] = {}
    for section in brief.sections:
        for line in section.lines:
            found.setdefault(_heading(brief, section.name, line), []).append(line)
    most = len(brief.lines) if brief.whole else SHOWN
    return [Group(heading, tuple(lines[:most]), max(0, len(lines) - most)) for heading, lines in found.items()]


def _heading(brief: Brief, section: str, line: BriefLine) -> str:
    if line.quality == "joint":
        return "So that you know"
    if section == "coming":
        return coming(brief)
    return _HEADINGS[kind(line) if section == "decision" and kind(line) in DECISIONS else section]


def coming(brief: Brief) -> str:
    """The heading of what is coming: how far a brief looks ahead is a setting."""
    return f"Coming in {many(brief.coming_days, 'day')}"


def under(reason: str) -> str:
    """The heading under which a brief has what it lists for this reason."""
    name = "raised" if reason.startswith("rung") else reason
    return "So that you know" if name.startswith("joint") else _HEADINGS[name]


def ahead(brief: Brief) -> str:
    """Said where nothing is coming: what falls due first after that."""
    if not brief.coming_next or any(line.reason in {"coming", *INTRODUCED} for line in brief.lines):
        return ""
    count, on = brief.coming_next
    return f"None; {count} {'falls' if count == 1 else 'fall'} due on {requests.near(on, brief.on)}."


LATE = "Late"
SINCE = {
    "reported": "reported done",
    "sustained": "done, and ongoing",
    "extension": "another date asked for",
    "postpone": "another date asked for",
    "hand_over": "handed over, and waiting to be accepted",
    "accept": "another post leads it",
    "refuse": "the hand-over was refused",
    "agree": "another date agreed",
    "decline": "another date declined",
    "delegate": "another post does the work",
    "progress": "noted, and still open",
    "note": "noted",
    "sustain": "said to go on",
}
FINISHED = {"reported", "done", "sustained", "withdrawn"}


def said(line: BriefLine, on: date) -> str:
    """All that is said of an action after its title: whose it is, its date, and what happens next."""
    since = f"Since then: {_since(line, on)}" if line.now else ""
    if line.now in FINISHED:
        return since
    progress = "" if line.reported and not since else wording.progress(line.line)
    first = ", ".join(filter(None, [_led(line), progress, dated(line, on)]))
    standing = f"{first[0].upper()}{first[1:]}." if first else ""
    rest = [since] if since else [requests.reported(line, on), *_ladder(line, on)]
    return " ".join(filter(None, [standing, *requests.news(line, on), requests.asked(line, on), *rest]))


def _since(line: BriefLine, on: date) -> str:
    """reported done. another date: Saturday 15 February 2025."""
    if line.now_due:
        done = "done for this time, and due again on" if line.now == "report" else "another date,"
        return f"{done} {requests.near(line.now_due, on)}."
    said = SINCE.get(line.now, wording.status(line.now))
    return said if said.endswith(".") else f"{said}."


def _led(line: BriefLine) -> str:
    """Whose action it is, where that is not the reader, and who does the work."""
    if line.quality == "joint" and line.owed_by:
        shared = f"you own it with {the(line.owed_by)}, who" if is_post(line.answers) else _shared(line)
        return f"{shared} answers for it"
    if line.quality in CHASING:
        return f"{the(lead(line))} leads" if line.line.owners else "nobody is named as its owner"
    if line.quality == "delegate" and line.owed_by:
        return f"for {the(line.owed_by)}"
    work = f"{the(line.delegate)} does the work" if line.delegate else ""
    led = f"{the(line.owed_by)} leads" if line.owed_by and line.owed_by != line.answers else ""
    late = f"{many(line.line.days_late, 'day')} late" if line.quality == "above" and line.line.days_late else ""
    return ", ".join(filter(None, [led, work, late]))


def _shared(line: BriefLine) -> str:
    return f"shared by {line.answers}; {the(line.owed_by)}"


def dated(line: BriefLine, on: date) -> str:
    """due Saturday 30 November, last working day Friday 29"""
    due = line.line.due
    if line.reason == "still":
        return "" if wording.progress(line.line) else "ongoing"
    if due is None:
        return f"{wording.since(line.line.starts)}, no end date" if line.line.starts else "no date"
    if due == on:
        return "due today"
    early = line.last_working
    if early is None or early == due or due < on:
        return f"due {requests.near(due, on)}"
    month = "" if early.month == due.month else f" {early:%B}"
    today = ", today" if early == on else ""
    return f"due {requests.near(due, on)}, last working day {early:%A} {early.day}{month}{today}"


def kind(line: BriefLine) -> str:
    return "raised" if line.reason.startswith("rung") else line.reason


def lead(line: BriefLine) -> str:
    """Who is accountable for the action, by name."""
    return line.owed_by or line.answers


def _ladder(line: BriefLine, on: date) -> Iterable[str]:
    """Who was told, and who is told next: an executive director never comes as a surprise."""
    if line.reason == "closed_plan":
        yield "Carry it over to the new plan, mark it done, or leave it with a reason."
    if line.told:
        post, day = line.told
        yield f"{capital(the(post))} was told on {requests.near(day, on)}."
    if line.next:
        post, day = line.next
        yield f"No answer by {requests.near(day, on)}: {'you are' if post == line.answers else f'{the(post)} is'} told."


def foot(brief: Brief) -> list[str]:
    """Remarks under everything."""
    seen = f"Seen on {wording.moment(brief.seen)}." if brief.seen else ""
    repeat = "This may repeat one you have had: it is not known whether that arrived." if brief.may_repeat else ""
    return list(filter(None, [repeat, seen, requests.invitation(brief)]))


CHASING = {"liaison", "coordinator"}
"""The reader speaks for somebody outside, or for nobody yet."""
INTRODUCED = {"going_live", "handover"}
DECISIONS = {"raised", "confirm", "approve", "accept", "closed_plan", *INTRODUCED}
_HEADINGS = {
    "decision": "Needs your decision",
    "raised": "Needs your decision: raised to you",
    "confirm": "Needs your decision: reported done, to confirm",
    "approve": "Needs your decision: another date asked for",
    "accept": "Needs your decision: handed over to you",
    "closed_plan": "Needs your decision: left open in a plan now closed",
    "going_live": "Where does each stand?",
    "handover": "What the post owes",
    "late": LATE,
    "this_week": "Due this week",
    "coming": "Coming",
    "still": "Still happening?",
    "no_date": "No date: when?",
    "news": "What others did",
}
