"""How a question is said back, and how its rows stand. Values in, words and verbs out."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol, get_args

from plans.messages import Asked, Standing, Verb
from plans.queries.questions import Query
from plans.queries.vocabulary import Plan, Vocabulary

_KINDS = {"urgent_notification": "Urgent Notification plan"}


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
    held = looked_in(query, vocabulary)
    prisons = query.prisons or ((held[0].prison,) if len(held) == 1 else ())
    late = query.statuses == ("overdue",) and _lateness(query)
    return Asked(
        prisons=tuple(vocabulary.prison_names[key] for key in prisons),
        plans=_plans(query, held),
        statuses=(late,) if late else query.statuses,
        filters=tuple(_filters(query, vocabulary)),
        read_as=query.read_as,
        window=window(query.due_from, query.due_to),
    )


def looked_in(query: Query, vocabulary: Vocabulary) -> list[Plan]:
    """The plans that the question looks in, as storage does: years, when named, replace live or closed."""
    held = vocabulary.plans_in(query.prisons, query.without_prisons)
    if query.years:
        return [plan for plan in held if plan.year in query.years]
    return [plan for plan in held if query.scope == "all" or plan.live is (query.scope == "live")]


def plan_named(kind: str, key: str) -> str:
    """Urgent Notification plan 2024: a key ends with its plan's year."""
    year = key.rpartition("-")[2]
    return f"{_KINDS.get(kind, 'plan')} {year}" if len(year) == 4 and year.isdigit() else key


def _plans(query: Query, held: Sequence[Plan]) -> str:
    if len(held) == 1 and query.scope != "all":
        closed = "" if held[0].live else " (closed)"
        return f"{_KINDS.get(held[0].kind, 'plan')} {held[0].year}{closed}"
    if query.years:
        return f"plan{'s' if len(query.years) > 1 else ''} {' and '.join(map(str, query.years))}"
    return f"{query.scope} plans" if query.scope != "live" else ""


def _filters(query: Query, vocabulary: Vocabulary) -> Iterator[str]:
    if query.without_prisons:
        yield "not " + _or(vocabulary.prison_names[key] for key in query.without_prisons)
    if query.without_statuses:
        yield "not " + _or(word.replace("_", " ") for word in query.without_statuses)
    if query.refs:
        yield f"action{'s' if len(query.refs) > 1 or query.refs[0].last else ''} {', '.join(map(str, query.refs))}"
    if query.owners or query.absent:
        names = [*(vocabulary.short_names[owner] for owner in query.owners), *query.absent]
        yield f"{'led' if query.lead_only else 'owned'} by {_or(names)}"
    if query.held or query.work:
        yield query.mine or "yours"
    if query.without_owners:
        yield "not owned by " + _or(vocabulary.short_names[owner] for owner in query.without_owners)
    if query.themes:
        yield f"theme {_or(query.themes)}"
    if query.without_themes:
        yield f"not theme {_or(query.without_themes)}"
    if query.statuses != ("overdue",) and (late := _lateness(query)):
        yield late
    if query.changed_since:
        yield f"changed since {_day(query.changed_since)}"
    yield from _words(query)
    if query.waiting:
        yield query.waiting


def _lateness(query: Query) -> str:
    over = f"more than {query.late_over}" if query.late_over is not None else ""
    under = f"fewer than {query.late_under}" if query.late_under is not None else ""
    said = " and ".join(filter(None, (over, under)))
    return f"{said} days late" if said else ""


def window(first: date | None, last: date | None) -> str:
    """When something is due, as follows the word "due": in November 2024, from 3 to 9 February 2025, by 31 March."""
    if first and last:
        return _between(first, last)
    return f"from {_day(first)} on" if first else f"by {_day(last)}" if last else ""


def _between(first: date, last: date) -> str:
    if first == last:
        return f"on {_day(first)}"
    if (first.year, first.month) != (last.year, last.month):
        return f"from {_day(first)} to {_day(last)}"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return f"in {first:%B} {first.year}" if whole else f"from {first.day} to {_day(last)}"


def _words(query: Query) -> Iterator[str]:
    if query.about:
        yield "about " + " and ".join(_or(group) for group in query.about)
    for phrase in query.phrases:
        yield f"“{phrase}”"


def _or(words: Iterable[str]) -> str:
    return " or ".join(words)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def breakdown(rows: Iterable[RowLike], on: date) -> tuple[tuple[Standing, int], ...]:
    """How many actions stand in each way on a day; each stands in one, so they add up."""
    counted = Counter(_standing(row, on) for row in rows)
    return tuple((standing, counted[standing]) for standing in get_args(Standing) if counted[standing])


def _standing(row: RowLike, on: date) -> Standing:
    if row.status in {"done", "sustained"}:
        return "completed"
    if row.status == "reported":
        return "reported"
    if row.status == "withdrawn":
        return "withdrawn"
    if row.due is None:
        return "undated"
    return "overdue" if row.due < on else "not_yet_due"


def turning(words: str, page: int, pages: int) -> list[Verb]:
    """To the page before and the page after, where there are such."""
    back = [Verb("page", f"Page {page - 1}", words, page - 1)] if page > 1 else []
    return back + ([Verb("page", f"Page {page + 1} of {pages}", words, page + 1)] if page < pages else [])
