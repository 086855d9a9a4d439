"""Taking back what was recorded in the last ten minutes."""

from dataclasses import dataclass
from datetime import date, timedelta

from plans.messages import Changed, Refused
from plans.progress import chasing, refusing
from plans.progress.facts import Facts, facts
from plans.progress.refusing import changes as moves
from plans.progress.refusing import overtaken, refused, when
from plans.progress.telling import changed
from plans.progress.turn import Turn, written
from plans.rights import RIGHTS
from storage import changes, requests
from storage.delegations import delegate
from storage.entries import EntryRow, history
from storage.history import Happened, append

UNDO = timedelta(minutes=10)

_NOTHING = "There is nothing there to take back."
_NOT_YOURS = "Only whoever recorded it can take it back."
_ALREADY = "That was taken back already."


def undo(turn: Turn, action: int, seq: int) -> Changed | Refused:
    """Take an entry back, if it is one's own, of the last ten minutes, and nothing was done to the action since.

    DESIGN section 5: afterwards a correction is a new entry. A question to an owner stands once their brief may have
    told it: taken back, it could be asked anew for each morning (ADR 14).
    """
    changes.hold(turn.session, [action])
    found = facts(turn, [action]).get(action)
    if found is None:
        return refusing.gone(action)
    entries = history(turn.session, action)
    entry = next((one for one in entries if one.seq == seq and one.kind in RIGHTS), None)
    if entry is None:
        return refused(found, "nothing", _NOTHING)
    if not _is_own(turn, entry):
        return refused(found, "not_yours", _NOT_YOURS)
    if entry.undone:
        return refused(found, "already", _ALREADY)
    if not timedelta(0) <= turn.now - entry.at <= UNDO:
        return refused(found, "too_late", _too_late(turn, entry))
    if entry.kind == "nudge" and (day := chasing.told_by(turn, found, entry.at)):
        return refused(found, "told", f"The brief of {written(day)} has it by now, so it cannot be taken back.")
    if moves(entry) and any(_stands_in_the_way(one, seq) for one in entries):
        return refused(found, "overtaken", overtaken(turn, found))
    return _Back(turn, found, entry, entries).taken()


def _is_own(turn: Turn, entry: EntryRow) -> bool:
    if turn.person is not None:
        return entry.person_id == turn.person
    return turn.as_post is not None and entry.person_id is None and entry.who == turn.who


def _stands_in_the_way(later: EntryRow, seq: int) -> bool:
    """Was the action changed since, and not put back?"""
    was_put_back = later.undone or (later.undoes is not None and later.undoes > seq)
    return later.seq > seq and moves(later) and not was_put_back


def _too_late(turn: Turn, entry: EntryRow) -> str:
    return f"That was recorded {when(entry.at, turn.on)}, more than ten minutes ago. Say what is right as a new answer."


@dataclass(frozen=True, slots=True)
class _Back:
    """An entry that is taken back, of an action as it stands."""

    turn: Turn
    facts: Facts
    entry: EntryRow
    entries: list[EntryRow]

    @property
    def status(self) -> str:
        return self.entry.from_status or self.facts.status

    @property
    def due(self) -> date | None:
        """A date that was only asked for, or refused, never moved."""
        return self.entry.from_due if self._moved else self.facts.due

    @property
    def _moved(self) -> bool:
        return self.entry.to_due is not None and self.entry.kind in ("agree", "report")

    @property
    def slips(self) -> int:
        counted = self.entry.kind == "agree" and self.entry.from_due is not None
        return self.facts.slips - counted

    def taken(self) -> Changed:
        session, facts, entry = self.turn.session, self.facts, self.entry
        if moves(entry):
            changes.save(session, facts.id, facts.version, status=self.status, due=self.due, slips=self.slips)
        seq = append(session, facts.plan_id, [self._happened()])
        if entry.kind == "accept":
            for settled in requests.settled_by(session, facts.id, entry.seq):
                changes.lead_back(session, facts.id, settled.was_at)
        if entry.kind == "delegate":
            delegate(session, facts.id, self._before(), self.turn.on)
        requests.unsettle(session, facts.id, entry.seq, seq)
        return self._told(seq)

    def _before(self) -> str | None:
        """Who did the work before it was delegated."""
        earlier = (one for one in self.entries if one.kind == "delegate" and one.seq < self.entry.seq)
        return next((one.party for one in earlier if not one.undone), None)

    def _happened(self) -> Happened:
        turn, facts, entry = self.turn, self.facts, self.entry
        is_moved = self.status != facts.status
        return Happened(
            kind="undo",
            at=turn.now,
            channel=turn.channel,
            action_id=facts.id,
            who=turn.who,
            as_post=entry.as_post,
            for_party=entry.for_party,
            person_id=turn.person,
            from_status=facts.status if is_moved else None,
            to_status=self.status if is_moved else None,
            from_due=facts.due if self._moved else None,
            to_due=self.due if self._moved else None,
            undoes=entry.seq,
        )

    def _told(self, seq: int) -> Changed:
        return changed(
            self.turn,
            self.facts,
            "undo",
            as_post=self.entry.as_post,
            for_party=self.entry.for_party,
            to_status=self.status,
            from_due=self.facts.due if self._moved else None,
            to_due=self.due if self._moved else None,
            entry=seq,
        )
