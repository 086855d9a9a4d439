"""How a question is said back, and which narrower ones its list offers. Values in, words and verbs out."""

from collections import Counter
from collections.abc import Iterable, Iterator
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


def asked(query: Query, vocabulary: Vocabulary, on: date) -> Asked:
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
        names = [*(vocabulary.owner_names[owner] for owner in query.owners), *query.absent]
        yield f"{'led' if query.lead_only else 'owned'} by {_or(names)}"
    if query.without_owners:
        yield "not owned by " + _or(vocabulary.owner_names[owner] for owner in query.without_owners)
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


def narrowing(query: Query, vocabulary: Vocabulary, rows: Iterable[RowLike], on: date) -> list[Verb]:
    """What a list offers next: its overdue or soon due part, and its commonest other owner and theme."""
    rows = list(rows)
    verbs = [
        Verb("ask", label, render(replace(query, statuses=(status,)), vocabulary))
        for status, label in (("overdue", "Overdue"), ("due_soon", "Due soon"))
        if query.statuses in {(), ("open",), ("overdue",), ("due_soon",)}
        and query.statuses != (status,)
        and query.late_over is None
    ]
    ids = {name: owner.id for owner in vocabulary.owners for name in owner.names}
    if not query.owners and (found := _commonest([{ids[name] for name in row.owners if name in ids} for row in rows])):
        owner, count = found
        name = min((each for each in vocabulary.owners if each.id == owner), key=lambda one: one.id).names
        verbs.insert(
            0, Verb("ask", f"Only {min(name, key=len)} ({count})", render(replace(query, owners=(owner,)), vocabulary))
        )
    if not query.themes and (theme := _commonest([{row.theme} if row.theme else set() for row in rows])):
        verbs.append(Verb("ask", f"{theme[0]} ({theme[1]})", render(replace(query, themes=(theme[0],)), vocabulary)))
    return verbs


def _commonest(of_rows: list[set[Any]]) -> tuple[Any, int] | None:
    """What most rows share without all of them doing so, and how many do; nothing in lists too short to narrow."""
    counted = Counter(one for each in of_rows for one in each)
    partial = [(one, count) for one, count in counted.most_common() if 1 < count <= len(of_rows) * 2 // 3]
    return partial[0] if partial and len(of_rows) > 5 else None
