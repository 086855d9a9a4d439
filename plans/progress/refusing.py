"""Why nothing was done, in a sentence: who may, what changed meanwhile, what is wrong with what was asked."""

from collections.abc import Iterable
from datetime import date, datetime

from plans.calendar import LONDON, day_of
from plans.messages import Refused
from plans.owners import is_post
from plans.policy.above import Matter, named, posts_above, risen
from plans.policy.recipients import ASSURER, COORDINATOR, GOVERNOR
from plans.prisons import plain
from plans.progress.facts import Facts
from plans.progress.turn import Turn, written
from plans.rights import QUIET, Doing, Why
from storage.entries import EntryRow, history

GONE = "That action is gone. `/actions mine` shows how your actions stand."

_DONE: dict[str, str] = {
    "report": "was reported done", "progress": "was marked in progress", "block": "was marked blocked",
    "postpone": "had another date asked for", "agree": "was given another date", "decline": "was refused another date",
    "hand_over": "was offered to another lead", "accept": "was taken over", "refuse": "was not taken over",
    "delegate": "was delegated", "confirm": "was confirmed", "send_back": "was sent back", "reopen": "was reopened",
    "leave": "was left with its closed plan", "undo": "was put back as it was", "changed": "was printed anew",
    "gone": "was left out of its plan", "returned": "was printed again", "loaded": "was loaded",
    "sustain": "was said to be still happening", "note": "had a note added", "nudge": "was asked about",
}  # fmt: skip

_STATUS = {
    "not_started": "not started", "in_progress": "in progress", "blocked": "blocked", "reported": "reported done",
    "done": "done", "sustained": "done and kept up", "withdrawn": "withdrawn",
}  # fmt: skip

_CLOSED = "Its plan is closed: action {0} can only be marked done, noted on, or left with a reason."
_REVIEW = "A review of progress is no plan: nothing in it is changed."


def refused(facts: Facts, why: str, sentence: str) -> Refused:
    return Refused(facts.id, facts.address, facts.title, why, sentence)


def gone(action: int) -> Refused:
    return Refused(action, "", "", "gone", GONE)


def barred(turn: Turn, facts: Facts, doing: Doing, why: Why) -> Refused:
    """By the table of rights."""
    sentences = {
        "review": _REVIEW,
        "closed_plan": _CLOSED.format(facts.address),
        "live_plan": f"Action {facts.address} is of a live plan, so it cannot be left: say how it stands.",
        "no_request": f"Nothing is asked for of action {facts.address} any more.",
    }
    match why:
        case "already":
            return refused(facts, why, already(turn, facts))
        case "status":
            return refused(facts, why, _unfit(facts, doing))
        case "right":
            return refused(facts, why, only(turn, facts, doing))
        case _:
            return refused(facts, why, sentences[why])


# --- what happened -----------------------------------------------------------------------------------------------


def already(turn: Turn, facts: Facts) -> str:
    """Who made it what it is, and when."""
    entries = [one for one in history(turn.session, facts.id) if one.to_status == facts.status]
    return _told(turn, facts, entries) or f"Action {facts.address} is {_STATUS[facts.status]} already."


def overtaken(turn: Turn, facts: Facts) -> str:
    """What became of it since it was looked at."""
    told = _told(turn, facts, [one for one in history(turn.session, facts.id) if changes(one)])
    return f"{told or f'Action {facts.address} was changed meanwhile.'} Nothing else was recorded: look at it again."


def changes(entry: EntryRow) -> bool:
    """Did it make another version of the action?"""
    return entry.kind not in QUIET and not (entry.kind == "progress" and entry.to_status is None)


def _told(turn: Turn, facts: Facts, entries: Iterable[EntryRow]) -> str:
    last = next(iter(entries), None)
    if last is None or last.kind not in _DONE:
        return ""
    if last.channel == "import":
        return f"Action {facts.address} is {_STATUS[facts.status]}, as its plan was printed."
    return f"Action {facts.address} {_DONE[last.kind]}{_by(turn, last)} {when(last.at, turn.on)}."


def _by(turn: Turn, entry: EntryRow) -> str:
    if not entry.as_post:
        return ""
    whose = f" for {the(turn, entry.for_party)}" if entry.for_party else ""
    return f" by {the(turn, entry.as_post)}{whose}"


def when(moment: datetime, on: date) -> str:
    """at 10:42 · on Friday 29 November at 10:42"""
    hour = f"at {moment.astimezone(LONDON):%H:%M}"
    day = day_of(moment)
    return hour if day == on else f"on {written(day)} {hour}"


def the(turn: Turn, party: str) -> str:
    """the Governor · GFSL · the coordinator"""
    if party in (COORDINATOR, ASSURER):
        return f"the {party}" if party == COORDINATOR else f"an {party}"
    return f"the {turn.name_of(party)}" if is_post(party) else turn.name_of(party)


# --- who may -----------------------------------------------------------------------------------------------------


def only(turn: Turn, facts: Facts, doing: Doing) -> str:
    action = f"action {facts.address}"
    match doing:
        case "confirm":
            return f"{_from_above(turn, facts, facts.reported)} can confirm {action}. It is on their list."
        case "send_back":
            return f"{_from_above(turn, facts, facts.reported)} can send back {action}."
        case "agree" | "decline":
            asked = facts.request("extension")
            up = risen(asked.asked_on, turn.on) if asked else 0
            return f"{_from_above(turn, facts, facts.extended, up)} can decide on another date for {action}."
        case "accept" | "refuse":
            to = facts.request("hand_over")
            who = _for(turn, facts, to.to_party) if to and to.to_party else "whoever it was handed to"
            return f"Only {who} can take on {action}, or say no to it."
        case "leave":
            return f"Only the coordinator or {_for(turn, facts, GOVERNOR)} can leave {action} as it is."
        case "nudge":
            return f"Only a post above {_owner(turn, facts)}, the coordinator or an assurer can ask about {action}."
        case "note" | "reopen":
            what = "add to" if doing == "note" else "reopen"
            return f"Only those who own {action}, those above them and the coordinator can {what} it."
        case _:
            return _answering(turn, facts, doing)


def _answering(turn: Turn, facts: Facts, doing: Doing) -> str:
    action = f"action {facts.address}"
    what = {"delegate": f"say who does the work on {action}", "hand_over": f"hand over {action}"}
    may = what.get(doing, f"answer for {action}")
    if facts.lead is None:
        return f"{action.capitalize()} names no owner, so only the coordinator can {may}."
    if facts.outside:
        return f"Only the contact for {turn.name_of(facts.lead)} or the coordinator can {may}."
    others = "" if doing == "delegate" else ", their deputy or delegate,"
    return f"Only {_for(turn, facts, facts.lead)}{others} or the coordinator can {may}."


def _owner(turn: Turn, facts: Facts) -> str:
    return _for(turn, facts, facts.lead) if facts.lead else "its owner"


def _from_above(turn: Turn, facts: Facts, matter: Matter, up: int = 0) -> str:
    found = named(turn.directory, matter, risen=up)
    if found is None:
        return "Nobody above its lead is free, and no assurer is registered, so nobody"
    post = found[1]
    if post == ASSURER:
        return "Nobody above its lead is free, so only an assurer"
    higher = posts_above(matter)[-1] != post
    return f"Only {_for(turn, facts, post)}{', or someone above,' if higher else ''}"


def _for(turn: Turn, facts: Facts, party: str) -> str:
    """the Prison Group Director for Rochester"""
    if not is_post(party):
        return the(turn, party)
    return f"{the(turn, party)} for {plain([turn.where(facts.prison)])[0]}"


# --- what does not fit -------------------------------------------------------------------------------------------


def _unfit(facts: Facts, doing: Doing) -> str:
    action, is_ = f"Action {facts.address}", _STATUS[facts.status]
    if doing == "nudge":
        return f"{action} is {is_}, so there is nothing to ask its owner."
    if doing in ("confirm", "send_back"):
        return f"{action} is {is_}, so there is nothing to confirm until it is reported done."
    if doing == "reopen":
        return f"{action} is {is_}, so there is nothing to reopen."
    if doing == "sustain":
        return f"{action} is {is_}: whether it still happens is asked of what was done."
    if facts.status == "reported":
        return f"{action} is reported done and waits to be confirmed. If it is not done after all, say how it goes."
    if facts.status == "withdrawn":
        return f"{action} is withdrawn, so nothing more is asked of it."
    return f"{action} is {is_}. If that is not so any more, reopen it with the reason."
