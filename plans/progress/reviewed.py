"""Which review of progress a prison had last, which plans stood then, and what of them each judgement is about: as a
person said, else as the rule suggests. Reads only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from plans.assurance import Printed, Suggestion, Topic, suggested
from plans.digest.replaying import at, end_of
from plans.digest.values import Event, Known, State
from plans.progress.turn import Turn
from storage import judged as read
from storage.changes import owners
from storage.judged import JudgementRow, MatchRow, PlanRow

NOW = datetime.max.replace(tzinfo=UTC)
"""After all that was done."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What of a plan a judgement is about; `row` where a person said so, else `why` it is suggested."""

    plan: PlanRow
    topic: Topic
    row: MatchRow | None = None
    why: str = ""


@dataclass(frozen=True)
class Reviewed:
    """A review, the plans that stood when it was made, and all that is known of both. Looked up once."""

    turn: Turn
    prison: str
    review: PlanRow
    plans: tuple[PlanRow, ...]

    @cached_property
    def judgements(self) -> list[JudgementRow]:
        return read.judgements(self.turn.session, self.review.id)

    @cached_property
    def known(self) -> Known:
        """The plans' actions, with what was done to them."""
        ids = [plan.id for plan in self.plans]
        rows = read.states(self.turn.session, ids)
        owned = owners(self.turn.session, [row.id for row in rows])
        histories: dict[int, tuple[Event, ...]] = {}
        for entry in map(Event._make, read.entries(self.turn.session, ids)):
            histories[entry.action] = (*histories.get(entry.action, ()), entry)
        states = (
            State(row.id, row.plan, row.ref, row.step, row.title, tuple(owned.get(row.id, ())), *row[5:])
            for row in rows
        )
        return Known(self.prison, self.turn.where(self.prison), actions=tuple(states), histories=histories)

    @cached_property
    def now(self) -> tuple[State, ...]:
        return at(self.known, NOW)

    @cached_property
    def then(self) -> tuple[State, ...] | None:
        """At the end of the visit; None where a plan was not held by then, and nobody could have said anything."""
        end = end_of(self.review.visited or self.turn.on)
        return at(self.known, end) if all(plan.loaded_at <= end for plan in self.plans) else None

    @cached_property
    def matches(self) -> dict[int, tuple[Matched, ...]]:
        """By judgement: of each plan what a person said, else what is suggested, if anything is."""
        told = {(row.judgement, row.plan): row for row in read.matches(self.turn.session, self.review.id)}
        return {one.id: tuple(self._matched(one, told)) for one in self.judgements}

    def _matched(self, one: JudgementRow, told: dict[tuple[int, int], MatchRow]) -> Iterable[Matched]:
        for plan in self.plans:
            if row := told.get((one.id, plan.id)):
                yield Matched(plan, Topic(row.theme or "", row.ref or ""), row)
            elif found := self.suggestion(one, plan):
                yield Matched(plan, found.topic, why=found.why)

    def suggestion(self, one: JudgementRow, plan: PlanRow) -> Suggestion | None:
        return suggested(one.section, one.text, self.printed(plan))

    def printed(self, plan: PlanRow) -> list[Printed]:
        return [
            Printed(state.ref, state.theme, state.concern, self._words[state.id])
            for state in self.known.actions
            if state.plan == plan.key
        ]

    @cached_property
    def _words(self) -> dict[int, str]:
        return read.words(self.turn.session, [plan.id for plan in self.plans])


# --- which review, of which plans ----------------------------------------------------------------------------------


def reviewed(turn: Turn, prison: str) -> Reviewed | None:
    """The latest review that was held by the turn's day, with the plans that stood then. None: there is none."""
    held = read.plans(turn.session, prison)
    reviews = [(one.visited, one) for one in held if one.kind == "review" and one.visited and one.visited <= turn.on]
    if not reviews:
        return None
    visited, review = max(reviews, key=lambda pair: (pair[0], pair[1].id))
    return Reviewed(turn, prison, review, _stood(held, review.first or visited))


def coming(turn: Turn, prison: str) -> PlanRow | None:
    """The first review that is held of a visit after the turn's day."""
    held = read.plans(turn.session, prison)
    later = [(one.visited, one.id, one) for one in held if one.kind == "review" and one.visited]
    return min((each for each in later if each[0] > turn.on), default=(None, 0, None))[2]


def _stood(held: Sequence[PlanRow], day: date) -> tuple[PlanRow, ...]:
    """The latest ranked before the visit, and whichever answers the same inspection (as `storage.plans.relive`)."""
    plans = [one for one in held if one.kind != "review" and one.ranked_on and one.ranked_on <= day]
    if not plans:
        return ()
    latest = max(plans, key=lambda one: one.ranked_on or date.min)
    return tuple(
        one
        for one in plans
        if one.ranked_on == latest.ranked_on or (one.first and (one.first, one.last) == (latest.first, latest.last))
    )
