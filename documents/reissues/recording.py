"""What a newer version does, as entries of the plan's history, and what becomes of what was asked for meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from documents.draft import ActionDraft
from documents.reissues.outcomes import Difference
from plans.addresses import written
from plans.rights import FINISHED
from storage.history import Happened, append
from storage.models import Action, Request
from storage.requests import Ended, Kind, settle

Lead = tuple[str, int | None]
"""The key of an action's lead as printed now, and where among its owners that party stood before."""


@dataclass(frozen=True, slots=True)
class Written:
    """An entry, and the requests that it brings to an end."""

    happened: Happened
    ends: tuple[tuple[Kind, Ended], ...] = ()
    lead: Lead | None = None


@dataclass(slots=True)
class Record:
    """The entries of one import into one plan, written together."""

    session: Session
    plan: int
    entries: list[Written] = field(default_factory=list)

    def add(self, entry: Written) -> None:
        self.entries.append(entry)

    def judged(self, at: datetime) -> None:
        self.add(Written(Happened(kind="judged", at=at, channel="import")))

    def write(self) -> None:
        last = append(self.session, self.plan, [one.happened for one in self.entries])
        for seq, one in enumerate(self.entries, last - len(self.entries) + 1):
            for kind, how in one.ends:
                self._end(one, kind, how, seq)

    def _end(self, one: Written, kind: Kind, how: Ended, seq: int) -> None:
        action, was_at = one.happened.action_id or 0, None
        if kind == "hand_over" and one.lead and one.lead[0] in self._asked_to_lead(action):
            how, was_at = "agreed", one.lead[1]
        settle(self.session, action, [kind], how, seq, was_at=was_at)

    def _asked_to_lead(self, action: int) -> Sequence[str | None]:
        wanted = select(Request.to_party).where(
            Request.action_id == action, col(Request.state) == "open", col(Request.kind) == "hand_over"
        )
        return self.session.exec(wanted).all()


def loaded(row: Action, at: datetime, whole: Action | None) -> Written:
    """`whole`: the action whose words its own were part of."""
    words = f"It was part of {written(whole.ref, whole.step)}." if whole else None
    return Written(_by_import("loaded", row, at, to_status=row.status, words=words))


def agreed(row: Action, at: datetime, due: date | None) -> Written:
    """The plan prints the date that its owner asked for: that is the yes, and a slip like any other."""
    happened = _by_import("agree", row, at, from_due=due, to_due=row.due, words="The plan prints the date asked for.")
    return Written(happened, (("extension", "agreed"),))


def anew(
    row: Action, at: datetime, differences: Sequence[Difference], before: tuple[str, date | None], lead: Lead | None
) -> Written:
    """`before` are its status and date; from the latter a day before is replayed. What was asked for of a date or a
    lead that the plan now prints otherwise is asked for no more."""
    status, due = before
    ends: list[tuple[Kind, Ended]] = []
    is_over = row.status in FINISHED and status != row.status
    if is_over or due != row.due:
        ends.append(("extension", "withdrawn"))
    if is_over or lead is not None:
        ends.append(("hand_over", "withdrawn"))
    moved = {"from_due": due, "to_due": row.due} if due != row.due else {}
    became = {"from_status": status, "to_status": row.status} if status != row.status else {}
    happened = _by_import("changed", row, at, words=_told(differences), **moved, **became)
    return Written(happened, tuple(ends), lead)


def gone(row: Action, at: datetime, whole: ActionDraft | None, printed: Sequence[ActionDraft]) -> Written:
    """`whole`: the action whose words its own are part of now; another may have its number."""
    said = ["It stays open until somebody says how it stands."] if row.status not in (*FINISHED, "withdrawn") else []
    if whole:
        said.insert(0, f"Its words are part of {written(whole.ref, whole.step)} now.")
    elif any((one.ref, one.step or "") == (row.ref, row.step) for one in printed):
        said.insert(0, f"Another action is {written(row.ref, row.step)} now.")
    return Written(_by_import("gone", row, at, words=" ".join(said) or None))


def returned(row: Action, at: datetime) -> Written:
    return Written(_by_import("returned", row, at))


def _by_import(kind: str, row: Action, at: datetime, **facts: Any) -> Happened:
    return Happened(kind=kind, at=at, channel="import", action_id=row.id, **facts)


def _told(differences: Sequence[Difference]) -> str | None:
    """Was and now, a sentence each; what it said before comes last, being long."""
    named = [one for one in differences if one.kind in _NAMES]
    named.sort(key=lambda one: (list(_NAMES).index(one.kind), len(one.was)))
    return " ".join(f"{_NAMES[one.kind]}: {one.was or 'none'} → {one.now or 'none'}." for one in named) or None


_NAMES = {"number": "Number", "date": "Date", "owner": "Owner", "words": "Words"}
