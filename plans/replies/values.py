"""What a reply can mean, and what decides it: values alone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from plans.dates import Span

Day = date

Intent = Literal[
    "complete",  # the person says that it is done
    "progress",  # how it goes, with no change of its date
    "postpone",  # a later date is asked for, or more time without a day
    "blocked",  # something stops it
    "not_mine",  # another post should have it
    "snooze",  # to be reminded later; the date stands
    "question",
    "note",  # links or remarks alone
    "undo",  # take back what was just recorded
    "none",  # changes nothing: thanks, auto-replies, instructions to the bot, the unclear
]

Asks = Literal[
    "when",  # more time, and no day said
    "which_day",  # a day that can be read in two ways, or not at all: `options` are the readings
    "no_such_day",  # 31 September: `options` has the nearest that exists
    "past_day",  # postponed to a day that is past, or before the date it has
    "why",  # blocked, or another date wanted, and no reason said
    "whose",  # not mine, and no post named
    "done_or_going",  # hedged, part done, conditional: is it done, or still going?
    "which_action",  # several actions may be meant, or the words fit none
]
"""What must be asked before anything is changed, or before it can be sent on."""


@dataclass(frozen=True, slots=True)
class Context:
    """The action asked about, on a day. `ref` is its address as written; `refs` are the addresses that a number in the
    reply may be (of its plan or of the brief): empty where any may."""

    today: date
    due: date | None = None
    status: str = "not_started"
    ref: str | None = None
    refs: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A phrase and the day it was taken for; `assumed` where the words left something open, so it is read back."""

    words: str
    day: date
    span: Span
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """What is said of one action. `ref` None: the action asked about. `date` only with postpone, snooze, or a
    completion whose day is stated. `to` are the words that name another post; `note` the reason or remark, verbatim,
    without links; `rests_on` the words that decided it; `asks` what is still to be asked, with the `options`.
    """

    intent: Intent
    ref: str | None = None
    date: Day | None = None
    read: tuple[ReadDate, ...] = ()
    to: str | None = None
    note: str = ""
    evidence: tuple[str, ...] = ()
    asks: Asks | None = None
    options: tuple[Day, ...] = ()
    rests_on: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """`own` is of the action asked about (`none` where the reply speaks of others alone), `others` each of "
    "another."""

    own: Meant
    others: tuple[Meant, ...] = ()
