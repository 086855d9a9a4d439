"""Which questions are one statement, and the values that tell them apart. No SQL.

A shape is all of a query that storage.conditions looks at, but for the values that it names and this gives.
"""

from collections.abc import Hashable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from storage.asked import AddressLike, QueryLike, RefRangeLike

DUE_SOON_DAYS = 14
LONDON = ZoneInfo("Europe/London")


def shape(query: QueryLike) -> Hashable:
    """What of a query its statements depend on: everything but the values that `values` gives."""
    return (
        len(query.prisons), len(query.without_prisons), query.scope, len(query.years), *map(_shape_of, query.refs), "|",
        *query.statuses, "|", *query.without_statuses, "|", len(query.owners), len(query.without_owners),
        query.lead_only, len(query.themes), len(query.without_themes), query.due_from is None, query.due_to is None,
        query.late_over is None, query.late_under is None, *map(len, query.stems), "|", len(query.phrases),
        query.nothing, query.waiting, query.changed_since is None, len(query.held), len(query.work),
    )  # fmt: skip


def _shape_of(span: RefRangeLike) -> tuple[str, str]:
    return kind_of(span.first), kind_of(span.last) if span.last is not None else "one"


def kind_of(address: AddressLike) -> str:
    """Which conditions say it."""
    return "whole" if not address.step else "numbered" if address.step.isdigit() else "lettered"


def on_the_day(on: date) -> dict[str, Any]:
    """The values that status words need."""
    return {"on": on, "soon": on + timedelta(days=DUE_SOON_DAYS)}


def values(query: QueryLike, on: date | None = None) -> dict[str, Any]:
    """The values of every condition above, by name; without a day, of those that ask for none."""
    found = on_the_day(on) if on else {}
    for name, given in (
        ("prison", query.prisons), ("without_prison", query.without_prisons), ("year", query.years),
        ("owner", query.owners), ("without_owner", query.without_owners), ("theme", query.themes),
        ("without_theme", query.without_themes), ("work", query.work), ("held", [owner for _, owner in query.held]),
        ("held_at", [prison for prison, _ in query.held]), ("phrase", list(map(_anywhere, query.phrases))),
    ):  # fmt: skip
        if given:
            found |= {f"{name}_{at_}": value for at_, value in enumerate(given)}
    for at_, group in enumerate(query.stems):
        found |= {f"stem_{at_}_{n}": _anywhere(f" {stem} ") for n, stem in enumerate(group)}
    for at_, span in enumerate(query.refs):
        found |= address_values(span.first, f"first_{at_}")
        found |= address_values(span.last, f"last_{at_}") if span.last is not None else {}
    return found | _window(query) | (_lateness(query, on) if on else {})


def address_values(address: AddressLike, name: str) -> dict[str, str]:
    ref, step = address.ref.lower(), (address.step or "").lower()
    return {f"{name}_ref": ref, f"{name}_step": step, f"{name}_both": f"{ref}{step}"}


def _window(query: QueryLike) -> dict[str, Any]:
    found: dict[str, Any] = {"due_from": query.due_from, "due_to": query.due_to}
    if query.changed_since is not None:
        # A day begins when it begins in London.
        found["changed_since"] = datetime.combine(query.changed_since, datetime.min.time(), LONDON)
    return found


def _lateness(query: QueryLike, on: date) -> dict[str, date]:
    spans = {"late_over": query.late_over, "late_under": query.late_under}
    return {name: on - timedelta(days=days) for name, days in spans.items() if days is not None}


def _anywhere(words: str) -> str:
    """As a pattern for LIKE, in which the words stand for themselves."""
    return f"%{words.replace('/', '//').replace('%', '/%').replace('_', '/_')}%"
