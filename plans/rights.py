"""What may be done to an action of which status, and by whom: one table (DESIGN sections 2 and 5). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Doing = Literal[
    "report",  # the owner says that it is done
    "progress",  # how it goes
    "block",  # something stops it, with the reason
    "postpone",  # another date is asked for
    "hand_over",  # another post should lead it
    "delegate",  # another post does the work
    "note",  # a remark or links
    "sustain",  # still happening, and how we know
    "confirm",  # a post above the lead's says that it is done
    "send_back",  # it says that it is not, with a reason
    "reopen",  # done or sustained, and not so any more
    "agree",  # to another date: for an outside lead, recorded as accepted
    "decline",  # of an outside lead: told, not agreed
    "accept",  # what another post handed over
    "refuse",  # to take it
    "leave",  # open in a closed plan, and left so with a reason
    "nudge",  # whoever is to answer is asked how it stands
    "undo",  # an entry is taken back within ten minutes
]
"""Kinds of entries of the history, as `storage.models.Entry` keeps them."""

Stance = Literal[
    "lead",  # holds the lead's post, or acts in it
    "deputy",  # of the lead's, or stands in where the post is vacant or its holder away
    "delegate",  # holds the post that does the work, or stands in there
    "liaison",  # speaks for a lead outside
    "joint",  # of a joint owner
    "coordinator",  # of the prison: records what a post said
    "judge",  # above the lead and free to confirm what was reported
    "approver",  # high enough above the lead, and free, to agree to the date that is asked for
    "receiver",  # answers for the post that it is handed over to
    "governor",
    "above",  # holds a post above the lead's
    "assurer",  # outside the line
]
"""What a person is to an action. One may be several."""

Why = Literal["review", "closed_plan", "live_plan", "already", "status", "no_request", "right"]

OPEN = ("not_started", "in_progress", "blocked")
UNFINISHED = (*OPEN, "reported")
FINISHED = ("done", "sustained")
EVERY = (*UNFINISHED, *FINISHED, "withdrawn")

_ANSWERS: tuple[Stance, ...] = ("lead", "deputy", "delegate", "liaison")
_MAY_ANSWER: tuple[Stance, ...] = (*_ANSWERS, "joint", "coordinator")
_ANYBODY: tuple[Stance, ...] = (*_MAY_ANSWER, "judge", "approver", "governor", "above", "assurer")


@dataclass(frozen=True, slots=True)
class Right:
    """Who may, of actions with which statuses; `needs` is the request that must be open; `done` are the statuses in
    which it was done already."""

    by: tuple[Stance, ...]
    of: tuple[str, ...]
    needs: Literal["extension", "hand_over"] | None = None
    done: tuple[str, ...] = ()


RIGHTS: dict[Doing, Right] = {
    # DESIGN 2, Status: confirmed by a holder above the lead's post who neither owns the action nor reported it.
    "confirm": Right(("judge",), ("reported",), done=FINISHED),
    "send_back": Right(("judge",), ("reported",)),
    # DESIGN 5: approved above the lead's post, never by an owner, deputy or the asker.
    "agree": Right(("approver",), OPEN, needs="extension"),
    "decline": Right(("approver",), OPEN, needs="extension"),
    # DESIGN 5: "not mine" changes nothing until the receiving post accepts.
    "accept": Right(("receiver",), OPEN, needs="hand_over"),
    "refuse": Right(("receiver",), OPEN, needs="hand_over"),
    # DESIGN 5: a holder, acting holder, deputy, delegate or liaison answers for a post, the coordinator records what
    # it said; DESIGN 2: joint owners may answer.
    "report": Right(_MAY_ANSWER, OPEN, done=("reported", *FINISHED)),
    "progress": Right(_MAY_ANSWER, UNFINISHED),
    "block": Right(_MAY_ANSWER, UNFINISHED),
    "postpone": Right(_MAY_ANSWER, OPEN),
    # DESIGN 2: only the lead is accountable, so only who answers for the lead gives that away.
    "hand_over": Right((*_ANSWERS, "coordinator"), OPEN),
    "delegate": Right(("lead", "coordinator"), UNFINISHED),
    "sustain": Right(_MAY_ANSWER, FINISHED),
    "reopen": Right(_ANYBODY, FINISHED),
    "note": Right(_ANYBODY, EVERY),
    # DESIGN 2: open actions of a closed plan are carried over, marked done or left with a reason.
    "leave": Right(("coordinator", "governor"), UNFINISHED, done=("withdrawn",)),
    # Issue 6: leaders may ask an owner, who hears of it in the next brief; nobody is asked about what is finished.
    "nudge": Right(("judge", "governor", "above", "assurer", "coordinator"), OPEN),
}
"""In the order of buttons: what waits for a decision first."""

CLOSED_TOO = ("leave", "note", "report", "confirm", "send_back")
"""What is still done to an action of a closed plan (DESIGN 2): marking it done takes a report and its confirmation."""

NEED_REASON = ("block", "postpone", "send_back", "reopen", "leave")
NEED_WORDS = (*NEED_REASON, "sustain")

QUIET = ("note", "sustain", "blank", "nudge")
"""Entries that change nothing of the action: its version stays."""


@dataclass(frozen=True, slots=True)
class Case:
    """An action as the table sees it: its status, whether it stands or recurs, its plan, the requests that are open."""

    status: str
    standing: bool = False
    live: bool = True
    kind: str = "inspection"
    waiting: frozenset[str] = frozenset()


def why_not(doing: Doing, case: Case, stances: Iterable[Stance]) -> Why | None:
    """The first thing that stands in the way, None where nothing does."""
    right = RIGHTS[doing]
    if case.kind == "review":
        return "review"
    if not case.live and doing not in CLOSED_TOO:
        return "closed_plan"
    if case.live and doing == "leave":
        return "live_plan"
    if case.status in right.done:
        return "already"
    if case.status not in right.of and not _is_kept_up(doing, case):
        return "status"
    if right.needs and right.needs not in case.waiting:
        return "no_request"
    return None if set(right.by).intersection(stances) else "right"


def _is_kept_up(doing: Doing, case: Case) -> bool:
    """DESIGN 2: standing actions are asked whether they still happen, as sustained ones are."""
    return doing == "sustain" and case.standing and case.status == "in_progress"


def permitted(case: Case, stances: Iterable[Stance]) -> tuple[Doing, ...]:
    """What may be done to it, in the order of buttons."""
    held = frozenset(stances)
    return tuple(doing for doing in RIGHTS if why_not(doing, case, held) is None)


def levels(slips: int, kind: str, *, outside: bool, line: int) -> int:
    """How many levels above the lead another date is agreed to, of a `line` of so many posts above it.

    DESIGN 5: the first slip one level above, the second two, later ones the executive director; an Urgent Notification
    plan one higher throughout; of an outside lead the governor records it. What would go higher stays at the top.
    """
    if outside:
        return 1
    if slips >= _EXECUTIVE_FROM:
        return max(line, 1)
    wanted = slips + 1 + (kind == "urgent_notification")
    return max(min(wanted, line), 1)


_EXECUTIVE_FROM = 2
