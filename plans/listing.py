"""How a question is said back, and which narrower ones its list offers. Values in, words and verbs out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from plans.messages import Asked, Verb
from plans.queries import render
from plans.queries.questions import Query
from plans.queries.vocabulary import Vocabulary

_KINDS = {"urgent_notification": "Urgent Notification plan", "inspection": "action plan"}


class RowLike(Protocol):
    """What this module needs of a row."""

    @property
    def owners(self) -> tuple[str, ...]: ...
    @property
    def theme(self) -> str | None: ...
    @property
    def due(self) -> date | None: ...
    @property
    def status(self) -> str: ...


def asked(query: Query, vocabulary: Vocabulary) -> Asked:
    """The question in words: prisons, which of their plans, statuses, and every other filter."""
    return Asked(
        prisons=tuple(vocabulary.prison_names[key] for key in query.prisons),
        plans=_plans(query, vocabulary),
        statuses=query.statuses,
        filters=tuple(_filters(query, vocabulary)),
        read_as=query.read_as,
    )


def _plans(query: Query, vocabulary: Vocabulary) -> str:
    if query.years:
        return "plan " + " and ".join(map(str, query.years))
    if query.scope != "live":
        return f"{query.scope} plans"
    plans = [plan for plan in vocabulary.plans if plan.live and plan.prison in query.prisons]
    return f"{_KINDS.get(plans[0].kind, 'plan')} {plans[0].year}" if len(plans) == 1 else ""


def _filters(query: Query, vocabulary: Vocabulary) -> Iterator[str]:
    if query.without_prisons:
        yield "not " + _or(vocabulary.prison_names[key] for key in query.without_prisons)
    if query.without_statuses:
        yield "not " + _or(word.replace("_", " ") for word in query.without_statuses)
    if query.refs:
        yield f"action{'s' if len(query.refs) > 1 or query.refs[0].last else ''} {', '.join(map(str, query.refs))}"
    if query.owners or query.absent:
        names = [*(_short_names(vocabulary)[owner] for owner in query.owners), *query.absent]
        yield f"{'led' if query.lead_only else 'owned'} by {_or(names)}"
    if query.without_owners:
        yield "not owned by " + _or(_short_names(vocabulary)[owner] for owner in query.without_owners)
    if query.themes:
        yield f"theme {_or(query.themes)}"
    if query.without_themes:
        yield f"not theme {_or(query.without_themes)}"
    yield from _when(query)
    yield from _words(query)
    if query.waiting:
        yield query.waiting


def _when(query: Query) -> Iterator[str]:
    if query.due_from and query.due_to == query.due_from:
        yield f"due on {_day(query.due_from)}"
    elif query.due_from and query.due_to:
        yield f"due from {_day(query.due_from)} to {_day(query.due_to)}"
    elif query.due_from:
        yield f"due from {_day(query.due_from)} on"
    elif query.due_to:
        yield f"due by {_day(query.due_to)}"
    if query.late_over is not None:
        yield f"more than {query.late_over} days late"
    if query.late_under is not None:
        yield f"fewer than {query.late_under} days late"
    if query.changed_since:
        yield f"changed since {_day(query.changed_since)}"


def _words(query: Query) -> Iterator[str]:
    if query.about:
        yield "about " + " and ".join(_or(group) for group in query.about)
    for phrase in query.phrases:
        yield f"“{phrase}”"


def _or(words: Iterable[str]) -> str:
    return " or ".join(words)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


# --- narrower questions --------------------------------------------------------------------------------------------


def narrowing(query: Query, vocabulary: Vocabulary, rows: Sequence[RowLike]) -> list[Verb]:
    """What a list offers next: its commonest other owner, its overdue or soon due part, its commonest theme."""
    return [*_by_owner(query, vocabulary, rows), *_by_status(query, vocabulary), *_by_theme(query, vocabulary, rows)]


def _by_owner(query: Query, vocabulary: Vocabulary, rows: Sequence[RowLike]) -> Iterator[Verb]:
    ids = {name: owner.id for owner in vocabulary.owners for name in owner.names}
    found = _commonest([{ids[name] for name in row.owners if name in ids} for row in rows])
    if found and not query.owners:
        owner, count = found
        narrower = render(replace(query, owners=(owner,)), vocabulary)
        yield Verb("ask", f"Only {_short_names(vocabulary)[owner]} ({count})", narrower)


def _by_status(query: Query, vocabulary: Vocabulary) -> Iterator[Verb]:
    if query.late_over is not None or query.statuses not in {(), ("open",), ("overdue",), ("due_soon",)}:
        return
    for status, label in (("overdue", "Overdue"), ("due_soon", "Due soon")):
        if query.statuses != (status,):
            yield Verb("ask", label, render(replace(query, statuses=(status,)), vocabulary))


def _by_theme(query: Query, vocabulary: Vocabulary, rows: Sequence[RowLike]) -> Iterator[Verb]:
    found = _commonest([{row.theme} - {None} for row in rows])
    if found and not query.themes:
        theme, count = found
        yield Verb("ask", f"{theme} ({count})", render(replace(query, themes=(theme,)), vocabulary))


def _commonest(of_rows: list[set[Any]]) -> tuple[Any, int] | None:
    """What most rows share without nearly all of them doing so, and how many do; None where a list is short anyway."""
    counted = Counter(one for each in of_rows for one in each)
    partial = [(one, count) for one, count in counted.most_common() if 1 < count <= len(of_rows) * 2 // 3]
    return partial[0] if partial and len(of_rows) > 5 else None


def _short_names(vocabulary: Vocabulary) -> dict[int, str]:
    """Owners as a list says them: the shortest form that plans print, which is the one people use."""
    return {owner.id: min(owner.names or (owner.name,), key=len) for owner in vocabulary.owners}
