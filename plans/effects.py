"""What a change makes of an action: its status, its date, its slips, what its entry says, what becomes of requests.

Pure, and sure that the change may be made: who may and when, `plans.rights` says."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol

from plans.recurring import next_due
from plans.rights import QUIET, Doing

Asks = Literal["extension", "hand_over"]


class ActionLike(Protocol):
    @property
    def status(self) -> str: ...
    @property
    def due(self) -> date | None: ...
    @property
    def original_due(self) -> date | None: ...
    @property
    def slips(self) -> int: ...
    @property
    def standing(self) -> bool: ...
    @property
    def recurrence(self) -> str | None: ...
    @property
    def live(self) -> bool: ...
    @property
    def assurance(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Effect:
    """`status`, `due` and `slips` as they will be. `told` are the dates that the entry names, from and to; `bumps`: it
    is another version of the action. `asks`: a request is made; `ends`: these requests end so; `leads`: the party
    that was asked leads from now on."""

    status: str
    due: date | None
    slips: int
    told: tuple[date | None, date | None] = (None, None)
    bumps: bool = True
    asks: Asks | None = None
    ends: tuple[tuple[Asks, Literal["agreed", "declined", "withdrawn"]], ...] = ()
    leads: bool = False


_BECOMES = {
    "progress": "in_progress",
    "block": "blocked",
    "send_back": "in_progress",
    "reopen": "in_progress",
    "leave": "withdrawn",
}
_SETTLED: tuple[tuple[Asks, Literal["withdrawn"]], ...] = (("extension", "withdrawn"), ("hand_over", "withdrawn"))


def effect(doing: Doing, action: ActionLike, asked: date | None = None) -> Effect:
    """`asked` is the date that is asked for or agreed to."""
    stays = Effect(action.status, action.due, action.slips)
    match doing:
        case "report":
            return _reported(action, stays)
        case "confirm":
            return replace(stays, status=finished(action), ends=_SETTLED)
        case "postpone":
            return replace(stays, told=(action.due, asked), asks="extension", ends=(("extension", "withdrawn"),))
        case "agree":
            slips = action.slips + (action.due is not None)
            return Effect(action.status, asked, slips, (action.due, asked), ends=(("extension", "agreed"),))
        case "decline":
            return replace(stays, told=(action.due, asked), ends=(("extension", "declined"),))
        case "hand_over":
            return replace(stays, asks="hand_over", ends=(("hand_over", "withdrawn"),))
        case "accept":
            return replace(stays, ends=(("hand_over", "agreed"),), leads=True)
        case "refuse":
            return replace(stays, ends=(("hand_over", "declined"),))
        case "progress" | "block" | "send_back" | "reopen" | "leave":
            return _moved(doing, action, stays)
        case _:
            return replace(stays, bumps=doing not in QUIET)


def _reported(action: ActionLike, stays: Effect) -> Effect:
    """DESIGN 2: of a recurring action it closes a period and opens the next, while its plan is live; with assurance off
    reported is done."""
    if action.recurrence and action.due and action.live:
        following = next_due(action.due, action.recurrence, action.original_due)
        ends = (_SETTLED[0],)  # the date that was asked for is of a period gone by
        return Effect("in_progress", following, action.slips, (action.due, following), ends=ends)
    if action.assurance:
        return replace(stays, status="reported")
    return replace(stays, status=finished(action), ends=_SETTLED)


def finished(action: ActionLike) -> str:
    """Done, or of what is to be kept up sustained."""
    return "sustained" if action.standing else "done"


def _moved(doing: str, action: ActionLike, stays: Effect) -> Effect:
    to = _BECOMES[doing]
    words_alone = doing == "progress" and action.status == to
    return replace(stays, status=to, bumps=not words_alone, ends=_SETTLED if doing == "leave" else ())
