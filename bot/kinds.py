"""The kinds of entries of an action's history in words: one set, for receipts, cards and whatever tells its story."""

from collections.abc import Callable
from datetime import date, datetime

from bot.wording import full, many, moment, quote, status, the
from plans.calendar import LONDON
from plans.messages import Told


def by(as_post: str, for_party: str = "", who: str = "") -> str:
    """the Governor; GFSL, told by the Head of Residence; the coordinator for the Governor. `who` in brackets."""
    name = f" ({who})" if who and as_post and who.casefold() != as_post.casefold() else ""
    role = f"the {as_post.casefold()}" if as_post.casefold() in _ROLES else the(as_post)
    said = f"{role}{name}" if as_post else who or "somebody"
    if not for_party:
        return said
    if as_post.casefold() == "coordinator":
        return f"{said} for {the(for_party)}"
    return f"{the(for_party)}, told by {said}"


def step(before: str, after: str) -> str:
    """in progress → reported; empty where nothing changed."""
    return f"{status(before)} → {status(after)}" if before and after and before != after else ""


def instead(before: date | None, after: date | None) -> str:
    """Saturday 15 February 2025, no longer Saturday 30 November 2024"""
    if after is None:
        return "no date"
    return f"{full(after)}, no longer {full(before)}" if before and before != after else full(after)


def told(entry: Told, on: date, *, outside: bool = False) -> str:
    """A line of the history: 2 December at 10:42, the Governor (A. Sample) in Slack: in progress → reported. `outside`:
    an organisation leads it, to whom things are said rather than agreed."""
    speaker = "" if entry.channel == "import" else f", {by(entry.as_post, entry.for_party, entry.who)}"
    where = _CHANNELS.get(entry.channel, "")
    rest = " ".join(filter(None, [_words(entry), _links(entry), "Taken back." if entry.undone else ""]))
    return f"{_when(entry.at, on)}{speaker}{where}: {happened(entry, outside=outside)}. {rest}".rstrip()


def happened(entry: Told, *, outside: bool = False) -> str:
    """What was done, without who and when."""
    if outside and entry.doing in ("agree", "decline"):
        return _recorded(entry)
    said = _HAPPENED[entry.doing](entry) if entry.doing in _HAPPENED else status(entry.doing)
    changed = step(entry.from_status, entry.to_status)
    if not changed:
        return said
    return changed if entry.doing in _TOLD_BY_STATUS else f"{said} ({changed})"


def did(doing: str) -> str:
    """For one clause about somebody: "the Governor blocked it"."""
    return _DID.get(doing, status(doing))


def _when(at: datetime, on: date) -> str:
    there = at.astimezone(LONDON)
    day, _, hour = moment(at).partition(" at ")
    return f"{day}{'' if there.year == on.year else f' {there.year}'} at {hour}"


def _words(entry: Told) -> str:
    if entry.blanked:
        return "Words removed by an administrator."
    return quote(entry.words, 300) if entry.words else ""


def _links(entry: Told) -> str:
    return f"With {many(len(entry.links), 'link')}." if entry.links else ""


def _report(entry: Told) -> str:
    stated = f" on {full(entry.day)}" if entry.day else ""
    if entry.to_due and entry.from_due and entry.to_due != entry.from_due:
        return f"done for its period{stated}; the next is due {full(entry.to_due)}"
    return f"reported done{stated}"


def _postpone(entry: Told) -> str:
    return f"asks for another date: {_dates(entry)}"


def _dates(entry: Told) -> str:
    """from Saturday 30 November 2024 to Saturday 15 February 2025"""
    before, after = entry.from_due, entry.to_due
    return f"from {full(before)} to {full(after)}" if before and after and before != after else instead(None, after)


def _recorded(entry: Told) -> str:
    if entry.doing == "decline":
        return "told that it is not agreed: its date stays"
    return f"recorded as accepted: {_dates(entry)}"


def _delegate(entry: Told) -> str:
    return f"{the(entry.party)} does the work" if entry.party else "its lead does the work again"


_HAPPENED: dict[str, Callable[[Told], str]] = {
    "report": _report,
    "progress": lambda entry: "how it goes",
    "block": lambda entry: "still blocked",
    "postpone": _postpone,
    "hand_over": lambda entry: f"asks that {the(entry.party)} leads it" if entry.party else "asks for another lead",
    "delegate": _delegate,
    "note": lambda entry: "a note",
    "sustain": lambda entry: "still happening",
    "confirm": lambda entry: "confirmed",
    "send_back": lambda entry: "sent back",
    "reopen": lambda entry: "reopened",
    "agree": lambda entry: f"agreed: {_dates(entry)}",
    "decline": lambda entry: "not agreed: its date stays",
    "accept": lambda entry: "accepted: leads it now",
    "refuse": lambda entry: "not accepted: its lead stays",
    "leave": lambda entry: "left as it was",
    "nudge": lambda entry: f"asked {the(entry.party)} how it stands" if entry.party else "asked how it stands",
    "undo": lambda entry: "took back what was recorded",
    "blank": lambda entry: "removed words from this history",
    "loaded": lambda entry: "loaded from its plan",
    "changed": lambda entry: "printed anew in its plan",
    "gone": lambda entry: "no longer printed in its plan",
    "returned": lambda entry: "printed in its plan again",
}
_ROLES = {"coordinator", "administrator", "assurer"}
"""Beside posts, and no post's name."""
_TOLD_BY_STATUS = {"report", "progress", "block"}
"""Kinds of which the change of status says all."""
_CHANNELS = {"slack": " in Slack", "teams": " in Teams", "cli": " at the command line"}
_DID = {
    "report": "reported it done",
    "progress": "said how it goes",
    "block": "said that it is blocked",
    "postpone": "asked for another date",
    "hand_over": "asked for another lead",
    "delegate": "said who does the work",
    "note": "added a note",
    "sustain": "said that it still happens",
    "confirm": "confirmed it",
    "send_back": "sent it back",
    "reopen": "reopened it",
    "agree": "agreed to another date",
    "decline": "did not agree to another date",
    "accept": "accepted to lead it",
    "refuse": "did not accept to lead it",
    "leave": "left it as it was",
    "nudge": "asked how it stands",
    "undo": "took back an answer",
    "blank": "removed words from its history",
}
