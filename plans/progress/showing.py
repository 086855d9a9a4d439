"""An action shown whole: what the plan prints of it, how it stands, its history, and what its reader may do.

Reasons, evidence, words and history are for those who may read them (DESIGN sections 5 and 6); for anybody else the
card holds published facts alone.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from plans.calendar import day_of
from plans.chat import Answered, Redraw
from plans.entries import days_late
from plans.listing import plan_named
from plans.messages import ActionCard, Line, Listing, Message, Verb
from plans.progress.changing import permitted
from plans.progress.facts import Facts, facts
from plans.progress.holding import named
from plans.progress.raised import repeats_among
from plans.progress.recounting import evidence, told, waiting
from plans.progress.stances import deciders, may_read
from plans.progress.turn import Turn, row_number, said, written
from plans.progress.undoing import UNDO
from plans.rights import Doing
from storage.entries import EntryRow, history

SHOWN = 5
"""Entries of the history that a card shows until it is shown whole."""

WHOLE = 50
GONE = "That action is gone: its plan was imported again without it. Ask again with /actions."
LABELS: dict[Doing, str] = {
    "report": "Done",
    "progress": "In progress",
    "block": "Blocked",
    "postpone": "Need longer",
    "hand_over": "Not mine",
    "delegate": "Delegate",
    "note": "Add a note",
    "sustain": "Still happening",
    "confirm": "Confirm",
    "send_back": "Send back",
    "reopen": "Reopen",
    "agree": "Agree",
    "decline": "Decline",
    "accept": "Accept",
    "refuse": "Refuse",
    "leave": "Leave open",
    "nudge": "Ask the owner",
}
OUTSIDE = {"agree": "Accepted", "decline": "Told, not agreed"}
"""DESIGN 5: for an outside lead the governor records what was said to it."""


def shown(turn: Turn, query: str) -> Answered:
    """The card of a button, drawn where it stood."""
    return _redrawn(turn, query, whole=False)


def story(turn: Turn, query: str) -> Answered:
    return _redrawn(turn, query, whole=True)


def _redrawn(turn: Turn, query: str, *, whole: bool) -> Answered:
    found = card(turn, row_number(query), whole=whole)
    return Redraw(found) if found else said(GONE)


def card(turn: Turn, action: int | None, *, whole: bool = False) -> ActionCard | None:
    """None: there is no such action."""
    found = facts(turn, [action]).get(action) if action is not None else None
    if found is None:
        return None
    private = may_read(turn, found.prison)
    entries = history(turn.session, found.id)
    most = WHOLE if whole else SHOWN
    entries_told = tuple(told(turn, entry) for entry in entries[:most]) if private else ()
    return ActionCard(
        line=line_of(turn, found),
        on=turn.on,
        action=found.id,
        where=plan_named(found.kind, found.plan),
        text=found.text,
        theme=found.theme or "",
        target=found.target or "",
        lead=named(turn, found.lead) if found.lead else "",
        delegate=named(turn, found.delegate) if found.delegate and private else "",
        original_due=found.original_due,
        slips=found.slips,
        waiting=tuple(waiting(turn, found, entries)) if private else (),
        waits_for=_waits_for(turn, found) if private else "",
        evidence=evidence(entries) if private else (),
        history=entries_told,
        earlier=len(entries) - len(entries_told) if private else 0,
        private=private,
        said_done=_said_done(found, entries) if private else None,
        gone=day_of(found.gone_at) if found.gone_at else None,
        whole=whole,
        raised=repeats_among(turn.session, [found.plan_id], [found.ref]),
        verbs=tuple(_verbs(turn, found, entries, private=private, whole=whole)),
    )


def _said_done(found: Facts, entries: Sequence[EntryRow]) -> date | None:
    """The day that the last report named, while what it said still stands."""
    report = next((entry for entry in entries if entry.kind == "report" and not entry.undone), None)
    return report.day if report and found.status in ("reported", "done", "sustained") else None


def line_of(turn: Turn, found: Facts) -> Line:
    """As every list shows it, by the names of its owners."""
    return Line(
        plan=found.plan,
        prison=turn.where(found.prison),
        address=found.address,
        title=found.title,
        owners=tuple(found.printed),
        due=found.due,
        status=found.status,
        days_late=days_late(found.status, found.due, turn.on),
        starts=found.starts,
    )


def instead(turn: Turn, message: Message) -> Message:
    """The card of the one action that a question named and asked nothing else of; else the answer as it is."""
    only = message.only if isinstance(message, Listing) else None
    return (card(turn, only) if only is not None else None) or message


def label(doing: Doing, *, outside: bool = False) -> str:
    return OUTSIDE.get(doing, LABELS[doing]) if outside else LABELS[doing]


def answering(found: Facts, doing: Doing, named: str = "", draft: int | None = None) -> Verb:
    """Opens the form to answer; the version that was seen goes with it, so that nothing is overwritten."""
    about = f"{found.id} {found.version} {doing}" + (f" {draft}" if draft else "")
    return Verb("answer", named or label(doing, outside=found.outside), about)


def _verbs(turn: Turn, found: Facts, entries: Sequence[EntryRow], *, private: bool, whole: bool) -> Iterator[Verb]:
    yield from (answering(found, doing) for doing in permitted(turn, found.id))
    if own := last_own(turn, entries):
        yield Verb("undo", "Undo", f"{found.id} {own.seq}")
    if private and not whole and len(entries) > SHOWN:
        yield Verb("story", "History", str(found.id))
    if whole and turn.has_role("administrator", found.prison):
        yield from _to_blank(turn, found, entries)
    yield Verb("source", "Show in the plan", str(found.id))
    yield Verb("share", "Share", f"{found.plan} {found.address}")


def _to_blank(turn: Turn, found: Facts, entries: Sequence[EntryRow]) -> Iterator[Verb]:
    """DESIGN 3: an administrator may remove words from the history."""
    worded = [entry for entry in entries if entry.words is not None and entry.kind != "blank"]
    for entry in worded[:SHOWN]:
        yield Verb("blank", f"Remove the words of {written(day_of(entry.at))}", f"{found.id} {entry.seq}")


def last_own(turn: Turn, entries: Sequence[EntryRow]) -> EntryRow | None:
    """What they did last, if it was within the ten minutes and nothing came after it. `entries` the newest first."""
    newest = next((entry for entry in entries if not entry.undone and entry.kind not in ("undo", "blank")), None)
    if newest is None or newest.channel == "import" or turn.person is None or newest.person_id != turn.person:
        return None
    return newest if newest.at <= turn.now <= newest.at + UNDO else None


def _waits_for(turn: Turn, found: Facts) -> str:
    """Who is to confirm what was reported."""
    return deciders(turn, found, "confirm") if found.status == "reported" else ""
