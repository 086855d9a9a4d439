"""One thing done to one action: who may is looked up, the row is locked, and its history says so."""

from dataclasses import dataclass, replace
from datetime import date

from plans.effects import Effect, effect
from plans.messages import Changed, Refused
from plans.progress import refusing
from plans.progress.chasing import Asked, asked
from plans.progress.checking import legible, one_word, wrong
from plans.progress.facts import Facts, facts
from plans.progress.permitting import permitted
from plans.progress.stances import Standing, deciders, standings
from plans.progress.telling import changed
from plans.progress.turn import Turn
from plans.rights import RIGHTS, Doing, why_not
from storage import changes, requests
from storage.delegations import delegate
from storage.entries import ReporterRow
from storage.history import Happened, append
from storage.requests import RequestRow

__all__ = ["Wanted", "change", "permitted"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants done. `version` is the action's as they saw it, None for words, which are of it as it is.

    `until` is the date asked for, `day` a day that was stated, `to` the key of the post it should go to, `read` the
    phrases and the days they were taken for. `words` are verbatim.
    """

    action: int
    doing: Doing
    version: int | None = None
    words: str = ""
    until: date | None = None
    day: date | None = None
    to: str | None = None
    links: tuple[str, ...] = ()
    read: tuple[tuple[str, date], ...] = ()


def change(turn: Turn, wanted: Wanted, *, preview: bool = False) -> Changed | Refused:
    """Do it, in the caller's transaction; with `preview` only say what would become of it.

    Whoever changes several actions at once holds them all first (`storage.changes.hold`), so that no two wait for each
    other.
    """
    if not preview:
        changes.hold(turn.session, [wanted.action])
    found = facts(turn, [wanted.action]).get(wanted.action)
    if found is None:
        return refusing.gone(wanted.action)
    wanted = replace(wanted, words=legible(wanted.words), links=tuple(filter(None, map(one_word, wanted.links))))
    standing = _standing(turn, found, wanted)
    if isinstance(standing, Refused):
        return standing
    made = _Change(turn, found, wanted, standing, effect(wanted.doing, found, _asked(found, wanted)))
    if preview:
        return made.told(0)
    if not made.save():
        return refusing.refused(found, "overtaken", refusing.overtaken(turn, found))
    return made.told(made.record())


def _standing(turn: Turn, found: Facts, wanted: Wanted) -> Standing | Refused:
    """As what they do it, or why they do not."""
    if wanted.version is not None and wanted.version != found.version:
        return refusing.refused(found, "overtaken", refusing.overtaken(turn, found))
    held = standings(turn, found)
    if why := why_not(wanted.doing, found.case, [one.stance for one in held]):
        return refusing.barred(turn, found, wanted.doing, why)
    if bad := next(wrong(turn, found, wanted), None):
        return refusing.refused(found, *bad)
    standing = next(one for one in held if one.stance in RIGHTS[wanted.doing].by)
    return replace(standing, for_party=None) if wanted.doing == "nudge" else standing  # who asks speaks for nobody


def _asked(found: Facts, wanted: Wanted) -> date | None:
    asked = found.request("extension")
    return wanted.until if wanted.doing == "postpone" else asked and asked.to_due


@dataclass(frozen=True, slots=True)
class _Change:
    """One that may be made: by whom, as what, to what effect."""

    turn: Turn
    facts: Facts
    wanted: Wanted
    standing: Standing
    effect: Effect

    @property
    def moved(self) -> bool:
        return self.effect.status != self.facts.status

    @property
    def asked(self) -> Asked | None:
        return asked(self.turn, self.facts) if self.wanted.doing == "nudge" else None

    @property
    def party(self) -> str | None:
        """The key of the post that it goes to."""
        asked = self.facts.request("hand_over")
        if self.wanted.doing in ("accept", "refuse"):
            return asked and asked.to_party
        if self.wanted.doing == "delegate":
            return None if self.wanted.to == self.facts.lead else self.wanted.to
        to = self.wanted.to if self.wanted.doing == "hand_over" else None
        return self.asked.party if self.asked else to

    def save(self) -> bool:
        """Write the action as its next version; False where it was changed meanwhile."""
        values = {"status": self.effect.status, "due": self.effect.due, "slips": self.effect.slips}
        return not self.effect.bumps or changes.save(self.turn.session, self.facts.id, self.facts.version, **values)

    def record(self) -> int:
        """Write what goes with it; the seq of its entry."""
        session, facts, effect = self.turn.session, self.facts, self.effect
        seq = append(session, facts.plan_id, [self._happened()])
        if self.wanted.doing == "delegate":
            delegate(session, facts.id, self.party, self.turn.on)
        was_at = None
        if effect.leads and self.party:
            was_at = changes.lead(session, facts.id, self.party, self.turn.name_of(self.party))
        for kind, how in effect.ends:
            requests.settle(session, facts.id, [kind], how, seq, was_at=was_at)
        if effect.asks:
            requests.ask(session, self._request(seq))
        return seq

    def _happened(self) -> Happened:
        turn, wanted, effect = self.turn, self.wanted, self.effect
        return Happened(
            kind=wanted.doing,
            at=turn.now,
            channel=turn.channel,
            action_id=self.facts.id,
            who=turn.who,
            as_post=self.standing.post,
            for_party=self.standing.for_party,
            person_id=turn.person,
            from_status=self.facts.status if self.moved else None,
            to_status=effect.status if self.moved else None,
            from_due=effect.told[0],
            to_due=effect.told[1],
            party=self.party,
            day=wanted.day,
            links="\n".join(wanted.links) or None,
            words=wanted.words or None,
        )

    def _request(self, seq: int) -> RequestRow:
        kind = self.effect.asks or "extension"
        replaced = self.facts.request("extension") if kind == "extension" else None
        # Asked again, it waits since it was first asked, or whoever asks each week would never be reminded.
        since = replaced.asked_on if replaced else self.turn.on
        return RequestRow(
            0, self.facts.id, kind, self.wanted.until if kind == "extension" else None, self.party, self.turn.person,
            self.standing.post, self.standing.for_party, seq, since,
        )  # fmt: skip

    def told(self, seq: int) -> Changed:
        turn, facts, effect = self.turn, self.facts, self.effect
        replaced = facts.request("extension") if effect.asks == "extension" else None
        return changed(
            turn,
            facts,
            self.wanted.doing,
            as_post=self.standing.post,
            for_party=self.standing.for_party,
            party=self.party,
            to_status=effect.status,
            from_due=effect.told[0],
            to_due=effect.told[1],
            waits_for=self._waits_for(),
            day=self.asked.day if self.asked else self.wanted.day,
            words=self.wanted.words,
            links=self.wanted.links,
            read=self.wanted.read,
            entry=seq,
            due=effect.due,
            late=effect.due is not None and effect.due < turn.on,
            replaces=replaced.to_due if replaced else None,
        )

    def _waits_for(self) -> str:
        """Whose yes it takes now, as a name; who is asked."""
        if self.asked:
            return self.asked.whom
        if self.effect.asks:
            asked = replace(self.facts, requests=(self._request(0),))
            return deciders(self.turn, asked, self.effect.asks)
        if self.wanted.doing == "report" and self.effect.status == "reported":
            by = ReporterRow(self.turn.person, self.standing.post, self.standing.for_party)
            return deciders(self.turn, replace(self.facts, reporter=by), "confirm")
        return ""
