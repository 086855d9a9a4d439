"""A query said again: as short words that parse to the same query (buttons carry them), and as facts for scripts."""

from collections.abc import Iterator
from typing import Any

from plans.queries.questions import Query, RefRange
from plans.queries.vocabulary import Vocabulary

_SAID = {
    "due_soon": "due soon", "no_date": "undated", "in_progress": "in progress", "not_started": "unstarted",
}  # fmt: skip


def render(query: Query, vocabulary: Vocabulary) -> str:
    """Canonical text: `parse(render(query))` is `query`."""
    return " ".join(_words(query, vocabulary)) or "all actions"


def _words(query: Query, vocabulary: Vocabulary) -> Iterator[str]:
    names = vocabulary.plain_names
    yield from (f"HMP {names[key]}" if _needs_title(names[key]) else names[key] for key in query.prisons)
    yield from map(str, query.years)
    if query.scope != "live":
        yield f"{query.scope} plans"
    yield from (f"not {names[key]}" for key in query.without_prisons)
    if query.refs:
        yield f"ref {' and '.join(map(_ref, query.refs))}"
    yield from _states(query)
    yield from _names(query, vocabulary)
    yield from _times(query)
    if query.waiting:
        yield query.waiting.replace(", ", " ")
    yield from (f'"{phrase}"' for phrase in query.phrases)
    yield from (f"about {' or '.join(choice)}" for choice in query.about)


def _needs_title(name: str) -> bool:
    from plans.prisons import ALSO_WORDS

    return name.casefold() in ALSO_WORDS


def _ref(ref: RefRange) -> str:
    """2iii-4, whose end could be a step of 2, is 2iii-#4."""
    ends_whole = ref.last is not None and ref.first.step and ref.last.step is None
    return f"{ref.first}-#{ref.last}" if ends_whole else str(ref)


def _states(query: Query) -> Iterator[str]:
    if query.late_over is not None:
        yield f"more than {query.late_over} days late"
    if query.late_under is not None:
        yield f"less than {query.late_under} days late"
    late = (query.late_over, query.late_under) != (None, None)
    if query.statuses and not (late and query.statuses == ("overdue",)):
        yield " or ".join(_SAID.get(word, word) for word in query.statuses)
    yield from (f"not {_SAID.get(word, word)}" for word in query.without_statuses)


def _names(query: Query, vocabulary: Vocabulary) -> Iterator[str]:
    owners = vocabulary.shortest_names
    said = "led by" if query.lead_only else "owner"
    if query.mine is not None and (query.nothing or query.held or query.work):
        yield "mine"  # of a post that owns nothing there, or of several: no other words say it
    else:
        yield from (f'{said} "{_plain(owners[id])}"' for id in query.owners)
    yield from (f'not owner "{_plain(owners[id])}"' for id in query.without_owners)
    yield from (f'owner "{_plain(name)}"' for name in query.absent)
    yield from (f'theme "{_plain(theme)}"' for theme in query.themes)
    yield from (f'not theme "{_plain(theme)}"' for theme in query.without_themes)


def _plain(name: str) -> str:
    return name.replace('"', "'")


def _times(query: Query) -> Iterator[str]:
    match query.due_from, query.due_to:
        case (None, None):
            pass
        case (first, None):
            yield f"due from {first}"
        case (None, last):
            yield f"was due by {last}"
        case (first, last):
            yield f"due between {first} and {last}"
    if query.changed_since:
        yield f"changed since {query.changed_since}"


def understood(query: Query, vocabulary: Vocabulary) -> dict[str, Any]:
    """What was named, and nothing else, as JSON can hold it. Days are ISO dates, both included."""
    prisons, owners = vocabulary.prison_names, vocabulary.owner_names
    facts: dict[str, Any] = {
        "prisons": [prisons[key] for key in query.prisons],
        "not_prisons": [prisons[key] for key in query.without_prisons],
        "plans": list(query.years) or (query.scope if query.scope != "live" else None),
        "refs": [str(ref) for ref in query.refs],
        "statuses": list(query.statuses),
        "not_statuses": list(query.without_statuses),
        "owners": [*(owners[id] for id in query.owners), *query.absent],
        "not_owners": [owners[id] for id in query.without_owners],
        "lead": query.lead_only,
        "themes": list(query.themes),
        "not_themes": list(query.without_themes),
        "due": _days(query),
        "late": {"more_than": query.late_over, "less_than": query.late_under},
        "text": [" or ".join(choice) for choice in query.about],
        "phrases": list(query.phrases),
        "waiting": query.waiting,
        "changed_since": query.changed_since and query.changed_since.isoformat(),
        "mine": query.mine,
        "read_as": dict(query.read_as),
    }
    return {name: told for name, value in facts.items() if (told := _told(value))}


def _days(query: Query) -> dict[str, str | None]:
    first, last = query.due_from, query.due_to
    return {"from": first.isoformat() if first else None, "to": last.isoformat() if last else None}


def _told(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: told for name, told in value.items() if told is not None}
    return value
