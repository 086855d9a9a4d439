"""What every message is made of: an action's line, what its reader may do next, what waits, what others did."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Line:
    """One action as every list shows it. `owners` are as printed; `days_late` is 0 unless overdue."""

    plan: str
    prison: str
    address: str
    title: str
    owners: tuple[str, ...]
    due: date | None
    status: str
    days_late: int
    starts: date | None = None

    def __hash__(self) -> int:
        """By its address, which is quickly told; what is drawn of a line is kept by the line."""
        return hash((self.plan, self.address))


VerbName = Literal[
    "ask", "page", "share", "seen", "snooze", "all", "post", "delegate",
    "card", "story", "answer", "update", "meet", "decide",
    "send", "drop", "cancel", "redate", "pick", "choose", "undo", "blank",
    "digest", "behind", "nudge", "save", "inspected", "arrived", "repeat", "home", "away", "back",
    "load", "leave", "settle", "whole", "source", "judged", "match",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """Something the reader may do next: `ask` a query, `page` through one, or `share` it; of a brief, say it is `seen`,
    open the form to `snooze` or show `all` its lines; open the form for a `post` of a prison; confirm a `delegate`.

    Of an action: show its `card` or the whole `story`; open the form to `answer` for it, to `update` all of a brief,
    all that one lead post owes (`meet`), to `decide` what waits. Of words read back: `send` what was read, `drop` one
    line, `cancel`, `redate`, `pick` the action meant, `choose` what was meant. `undo` an entry, `blank` its words.

    Of a prison: show its `digest`, or the draft of the next. Of a digest: open the list `behind` a number, open the
    form to `nudge` an owner, `save` it as a page. For a coordinator: open the form that asks when a plan was
    `inspected`; say of a digest in doubt that it `arrived`, or is to be posted (`repeat`). Of one's home: turn its
    pages (`home`), open the form to be `away`, be `back`.

    Of a document that was read: `load` it into the plans, `leave` it, `settle` one of its questions, see the `whole` of
    it page by page. Of an action: its `source` in the plan. Of a prison: what inspectors `judged`; open the form to
    `match` what they judged to the plan's themes.

    `query` is what it is about: canonical text of a question, a delivery's number, a prison's key, an address; for
    `answer` "ACTION VERSION DOING", for `undo` "ACTION SEQ", for a draft "DRAFT …" (numbers of rows); for `behind`
    "DIGEST NAME" (a row's number, or a draft's "rochester 2025-02-03"), for `digest` and `match` a prison's key, for
    `judged` that or "PRISON NUMBER" (a judgement's place in its report); of a document "OFFER …" (a row's number), for
    `settle` "OFFER KEY VALUE".
    """

    name: VerbName
    label: str
    query: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was asked for and waits for a yes: another date, or another lead. Names and days; `goes_to` who decides."""

    kind: Literal["extension", "hand_over"]
    on: date
    by: str
    goes_to: str
    from_due: date | None = None
    to_due: date | None = None
    to: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What others did to an action: `doing` as an entry's kind, `by` which post, `for_party` on whose behalf, with
    how many `links`."""

    doing: str
    by: str
    on: date
    words: str = ""
    links: int = 0
    for_party: str = ""


def places(held: dict[str, str]) -> dict[str, str]:
    """By plan its prison, with the plan's own name where a prison has several; nothing for one plan alone."""
    if len(held) < 2:
        return {}
    shared = Counter(held.values())
    return {plan: prison if shared[prison] == 1 else f"{prison} ({plan})" for plan, prison in held.items()}
