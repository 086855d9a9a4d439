"""A question understood, and all that follows from its words alone: how it is said back, what it looks in, what is
narrower. People ask the same things again, so this is worked out once for each question, day and vocabulary.
"""

from collections.abc import Hashable
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Protocol

from plans.listing import asked, looked_in
from plans.messages import Asked, Listing, Verb
from plans.queries import parse, render
from plans.queries.questions import Failure, Mine, Query
from plans.queries.vocabulary import Vocabulary

QUESTIONS = 4_096


class CountsLike(Protocol):
    @property
    def total(self) -> int: ...
    @property
    def of(self) -> int: ...
    @property
    def past_reported(self) -> int: ...
    @property
    def due_soon(self) -> int: ...


class Meaning:
    """`drawn` is the list last put together, with all that it was put together from."""

    def __init__(self, query: Query, vocabulary: Vocabulary) -> None:
        self.query = query
        self._vocabulary = vocabulary
        self._narrower: dict[tuple[str, Any], str] = {}
        self.drawn: tuple[Any, Listing] | None = None

    @cached_property
    def words(self) -> str:
        return render(self.query, self._vocabulary)

    @cached_property
    def asked(self) -> Asked:
        return asked(self.query, self._vocabulary)

    @cached_property
    def plans(self) -> tuple[tuple[str, str], ...]:
        """The plans looked in, by id, with their prisons' names."""
        names = self._vocabulary.prison_names
        return tuple((plan.key, names[plan.prison]) for plan in looked_in(self.query, self._vocabulary))

    @cached_property
    def by_status(self) -> tuple[Verb, ...]:
        """Its overdue and its soon due part, where it is not one of them or something else altogether."""
        query = self.query
        lately = query.late_over is not None or query.without_statuses  # narrowed, it could contradict itself
        if lately or query.statuses not in {(), ("open",), ("overdue",), ("due_soon",)}:
            return ()
        offered = (("overdue", "Overdue"), ("due_soon", "Due soon"))
        return tuple(
            Verb("ask", label, self.narrower("statuses", status))
            for status, label in offered
            if query.statuses != (status,)
        )

    @cached_property
    def is_bare(self) -> bool:
        """Does it name an action, of a prison or a plan perhaps, and ask nothing else?"""
        query = self.query
        if len(query.refs) != 1 or query.refs[0].last is not None:
            return False
        return query == Query(prisons=query.prisons, scope=query.scope, years=query.years, refs=query.refs)

    def narrower(self, part: str, value: Any) -> str:
        """The words of the same question with that part of it being the one value."""
        held = self._narrower.get((part, value))
        if held is None:
            changed: Any = {part: (value,)}
            held = self._narrower[part, value] = render(replace(self.query, **changed), self._vocabulary)
        return held


@lru_cache(QUESTIONS)
def read(text: str, vocabulary: Vocabulary, on: date, mine: str | Mine | None = None) -> Meaning | Failure:
    """What was asked on a day, by somebody who speaks as `mine`. One meaning, however it was put."""
    found = parse(text, vocabulary, on, mine=mine)
    if isinstance(found, Failure):
        return found
    return meaning_of(found, (found.about, found.read_as, found.mine), vocabulary)


@lru_cache(QUESTIONS)
def meaning_of(query: Query, put: Hashable, vocabulary: Vocabulary) -> Meaning:
    # How it was put does not make two queries differ, but it is said back.
    return Meaning(query, vocabulary)
