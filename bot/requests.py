"""What a brief says of answers: what is asked for and waits, what others did, and how to answer in words."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot import kinds, wording
from bot.wording import capital, the
from plans.messages import ActionCard, Brief, BriefLine, News
from plans.verbs import is_own

RECENT = timedelta(days=28)
WORDS = 200
"""Characters of somebody's words that a line of a brief has room for."""

ASKED = 300
"""Of a line that goes with a question: its reader is to see all of it."""


def near(day: date, on: date) -> str:
    """Saturday 30 November; a day long past or far off without its weekday, one of another year with it."""
    if abs(day - on) > RECENT and day < on:
        return wording.near(day, on)
    year = "" if abs(day - on) <= timedelta(days=180) or day.year == on.year else f" {day.year}"
    return f"{wording.weekday(day)}{year}"


def asked(line: BriefLine, on: date) -> str:
    """The Governor asks to move it from 30 November to Saturday 15 February 2025: “no chaplain”. It waits for …"""
    waiting = line.asked
    if waiting is None or line.now:
        return ""
    by = capital(the(waiting.by)) if waiting.by else "Its owner"
    if waiting.kind == "hand_over":
        said = f"{by} asks {'you' if 'accept' in line.decides else the(waiting.to)} to take it over"
    else:
        before = f" from {wording.near(waiting.from_due, on)}" if waiting.from_due else ""
        said = f"{by} asks to move it{before} to {_dated(waiting.to_due)}"
    goes_to = f" It waits for {the(waiting.goes_to)}." if waiting.goes_to and not line.decides else ""
    return f"{said}{_quoted(waiting.words)}.{goes_to}"


def waits(card: ActionCard) -> Iterator[str]:
    """Whose yes an action waits for, and to what."""
    if card.waits_for:
        yield f"It waits for {the(card.waits_for)} to confirm it."
    for one in card.waiting:
        goes_to = the(one.goes_to) if one.goes_to else "somebody above"
        if one.kind == "hand_over":
            yield f"It waits for {goes_to} to take it over."
        else:
            yield f"Another date, {_dated(one.to_due)}, waits for {goes_to} to agree."


def _dated(day: date | None) -> str:
    return f"{wording.weekday(day)} {day.year}" if day else "another date"


def news(line: BriefLine, on: date) -> Iterator[str]:
    """Sent back by the Prison Group Director on Monday 2 December: “no attendance sheet”."""
    for one in line.news:
        by = f" by {kinds.by(one.by)}" if one.by else ""
        yield f"{_did(one)}{by} on {near(one.on, on)}{_quoted(one.words, ASKED if one.doing == 'nudge' else WORDS)}."


def reported(line: BriefLine, on: date) -> str:
    """Reported done on Monday 2 December by the Governor: “she started on the 4th”, with 1 link."""
    one = line.reported
    if one is None:
        return ""
    by = f" by {kinds.by(one.by, one.for_party)}" if one.by or one.for_party else ""
    links = f", with {wording.many(one.links, 'link')}" if one.links else ""
    return f"Reported done on {near(one.on, on)}{by}{_quoted(one.words)}{links}."


def _did(one: News) -> str:
    return _DID.get(one.doing) or f"{_RECORDED.get(one.doing, 'Noted')} for you"


_DID = {
    "send_back": "Sent back",
    "decline": "Another date declined",
    "agree": "Another date agreed",
    "refuse": "The hand-over refused",
    "accept": "Taken over",
    "confirm": "Confirmed done",
    "reopen": "Reopened",
    "nudge": "Asked how it stands",
}
_RECORDED = {
    "report": "Reported done",
    "progress": "Progress recorded",
    "block": "Recorded as blocked",
    "postpone": "Another date asked for",
    "hand_over": "Handed over",
    "sustain": "Recorded as still happening",
}


def _quoted(words: str, most: int = WORDS) -> str:
    return f": “{wording.short(' '.join(words.split()), most).rstrip('.')}”" if words else ""


def invitation(brief: Brief) -> str:
    """Reply in words if that is easier: “8 done, minutes attached”, “5 needs until end of Jan, waiting for parts”:
    words that fit any action, for they are nobody's."""
    own = [line for line in brief.lines if is_own(line) and line.quality != "coordinator"]
    if not own or not brief.delivery:
        return ""
    first, second = _ref(brief, own[0]), _ref(brief, own[min(1, len(own) - 1)])
    done, longer = f"“{first} done, minutes attached”", f"“{second} needs until end of Jan, waiting for parts”"
    return f"Reply in words if that is easier: {done}, {longer}."


def _ref(brief: Brief, line: BriefLine) -> str:
    place = brief.places.get(line.line.plan, "").removeprefix("HMP ")
    return f"{place} {line.line.address}".strip()
