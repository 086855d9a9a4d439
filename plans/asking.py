"""Answers a question: what the parser understood meets the rows that storage holds. Reads only; changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from heapq import nlargest
from typing import Any, TypeVar

from plans.addresses import step_json, written
from plans.chat import Asker
from plans.instead import Count, asks_when, lack, tries, whenever, year_before
from plans.listing import RowLike, breakdown, turning, window
from plans.meaning import Meaning, read
from plans.messages import Instead, Line, Listing, Message, Notice, Verb
from plans.narrowing import narrowing
from plans.queries import render, understood
from plans.queries.questions import Failure, Query
from plans.queries.vocabulary import Owner, Plan, Prison, Vocabulary
from storage.actions import count, find, find_by_id, known, missing_refs, outline, vocabulary_stamp
from storage.asked import ActionRow, Outline
from storage.prepared import Reader, Snapshot

PAGE, SHORT_PAGE = 100, 50
"""Rows of a list that is one page, as many as Slack's tables hold; and of each page of a longer one, so that workspaces
without tables can be shown every row too."""
WORST = 5

VOCABULARIES = 8
"""Kept at once: one a database, and one more where an import lands while questions are being answered."""

R = TypeVar("R", ActionRow, Outline)


@dataclass(frozen=True, slots=True)
class Answer:
    """A question answered. `rows` are all that match, in plan order; `error` is None for an empty answer too."""

    message: Message
    understood: dict[str, Any] = field(default_factory=dict)
    plans: tuple[str, ...] = ()
    rows: tuple[ActionRow, ...] = ()
    on: date = date.min
    error: dict[str, Any] | None = None

    def as_json(self) -> dict[str, Any]:
        """DESIGN section 7, row `ask`, but for `text`."""
        return {
            "understood": self.understood,
            "plans": list(self.plans),
            "error": self.error,
            "total": len(self.rows),
            "actions": [_action_json(row, self.on) for row in self.rows],
        }


def vocabulary_of(reader: Reader) -> Vocabulary:
    """What questions can be about now: read anew when its stamp has changed, or where a writer may not have stamped."""
    if not isinstance(reader, Snapshot):
        return _vocabulary(reader)
    stamp = vocabulary_stamp(reader)
    held = _held.get(stamp)
    if held is None:
        if len(_held) >= VOCABULARIES:
            _held.clear()
        held = _held[stamp] = _vocabulary(reader)
    return held


_held: dict[str, Vocabulary] = {}


def _vocabulary(reader: Reader) -> Vocabulary:
    held = known(reader)
    return Vocabulary(
        prisons=tuple(Prison(key, name) for key, name in held.prisons),
        plans=tuple(Plan(plan.key, plan.prison, plan.year, plan.live, plan.kind) for plan in held.plans),
        owners=tuple(Owner(owner.id, owner.key, owner.name, owner.names, owner.plans) for owner in held.owners),
        themes=held.themes,
    )


def reply(reader: Reader, text: str, *, asker: Asker, on: date, page: int = 1) -> Message:
    """What chat says to a question asked on a day; `page` counts from 1 and chooses the lines shown."""
    return _answer(reader, text, asker, on, page, all_rows=False).message


def answer(reader: Reader, text: str, *, asker: Asker, on: date, page: int = 1) -> Answer:
    """The same, with every row that matches and what was understood."""
    return _answer(reader, text, asker, on, page, all_rows=True)


def _answer(reader: Reader, text: str, asker: Asker, on: date, page: int, *, all_rows: bool) -> Answer:
    vocabulary = vocabulary_of(reader)
    meaning = read(text, vocabulary, on, asker.post)
    if isinstance(meaning, Failure):
        return _failed(meaning, vocabulary, tries(meaning, text, vocabulary, on, _counting(reader, on)))
    query, keys = meaning.query, tuple(key for key, _ in meaning.plans)
    meant = understood(query, vocabulary) if all_rows else {}
    if missing := missing_refs(reader, query):
        notice = Notice("no_such_ref", about=missing, known=_plans_named(vocabulary, keys))
        return Answer(notice, meant, keys, error=_error("no_such_ref", f"no action {', '.join(missing)}", ()))
    if not vocabulary.plans:
        return Answer(Notice("no_plans"), meant)
    listing = _listing(reader, meaning, vocabulary, on, page)
    beside = listing if listing.total else _empty(reader, listing, query, vocabulary, text)
    rows = tuple(find(reader, query, on)) if all_rows else ()
    return Answer(_missed(reader, beside, query, vocabulary, text), meant, keys, rows, on)


def _counting(reader: Reader, on: date) -> Count:
    return lambda query: count(reader, query, on).total


# --- lists -------------------------------------------------------------------------------------------------------


def _listing(reader: Reader, meaning: Meaning, vocabulary: Vocabulary, on: date, page: int) -> Listing:
    query, words = meaning.query, meaning.words
    counts = count(reader, query, on)
    size = PAGE if counts.total <= PAGE else SHORT_PAGE
    pages = max(1, -(-counts.total // size))
    page = min(max(page, 1), pages)
    every, shown, worst = _rows(reader, query, on, slice((page - 1) * size, page * size), long=pages > 1)
    share = [Verb("share", "Share", words, page)] if every else []
    return Listing(
        asked=meaning.asked,
        query=words,
        on=on,
        total=counts.total,
        of=counts.of,
        past_reported=counts.past_reported,
        due_soon=counts.due_soon,
        due_soon_by=on + timedelta(days=14),
        lines=tuple(_line(row, on) for row in shown),
        worst=tuple(_line(row, on) for row in worst),
        verbs=(*turning(words, page, pages), *narrowing(meaning, vocabulary, every), *share),
        page=page,
        pages=pages,
        plans=meaning.plans,
        breakdown=breakdown(every, on) if query.scope != "all" else (),
    )


def _rows(
    reader: Reader, query: Query, on: date, shown: slice, *, long: bool
) -> tuple[Sequence[RowLike], list[ActionRow], list[ActionRow]]:
    """All that match, those of the page and the worst. Of a long list only the last two are read in full."""
    if not long:
        rows = find(reader, query, on)
        return rows, rows[shown], _worst(query, rows, on)
    outlines = outline(reader, query, on)
    ids = [row.id for row in outlines[shown]], [row.id for row in _worst(query, outlines, on)]
    read = {row.id: row for row in find_by_id(reader, [*ids[0], *ids[1]])}
    return outlines, [read[id] for id in ids[0]], [read[id] for id in ids[1]]


def _worst(query: Query, rows: list[R], on: date) -> list[R]:
    """Actions asked for by number come in the plan's order, unless lateness was asked for too."""
    by_number = query.refs and "overdue" not in query.statuses
    return [] if by_number else nlargest(WORST, rows, key=lambda row: days_late(row, on))


def _empty(reader: Reader, listing: Listing, query: Query, vocabulary: Vocabulary, text: str) -> Listing:
    """An empty list says why, or else what is late and what comes next."""
    on, counted = listing.on, _counting(reader, listing.on)
    if missing := lack(query, vocabulary, text, on, counted):
        verbs = [Verb("ask", "Search the text", missing.instead)] if missing.instead else []
        return replace(listing, instead=Instead(lack=missing), verbs=(*verbs, *listing.verbs))
    if not asks_when(query):
        return listing
    coming = find(reader, whenever(query, "open", since=on), on)
    first = min((row.due for row in coming if row.due), default=None)
    nearest = tuple(_line(row, on) for row in coming if row.due == first)
    return replace(listing, instead=Instead(counted(whenever(query, "overdue")), nearest))


def _missed(reader: Reader, listing: Listing, query: Query, vocabulary: Vocabulary, text: str) -> Listing:
    """In February "due in November" is the coming one: what is late from the last is told, and a press away."""
    before = year_before(query, text, listing.on)
    if before is None or not (late := count(reader, before, listing.on).total):
        return listing
    when = window(before.due_from, before.due_to)
    verb = Verb("ask", f"Due {when} ({late})", render(before, vocabulary))
    return replace(listing, earlier=(when, late), verbs=(verb, *listing.verbs))


_OWED = frozenset({"not_started", "in_progress", "blocked"})


def days_late(row: RowLike, on: date) -> int:
    """Days past the due date of an overdue action, else 0. Overdue: open, not reported, due before the day."""
    due = row.due
    return (on - due).days if due is not None and due < on and row.status in _OWED else 0


def _line(row: ActionRow, on: date) -> Line:
    late = days_late(row, on)
    return Line(
        row.plan,
        row.prison_name,
        written(row.ref, row.step),
        row.title,
        row.owners,
        row.due,
        row.status,
        late,
        row.starts,
    )


def _action_json(row: ActionRow, on: date) -> dict[str, Any]:
    return {
        "plan": row.plan,
        "ref": row.ref,
        "step": step_json(row.step),
        "title": row.title,
        "owners": list(row.owners),
        "due": row.due.isoformat() if row.due else None,
        "status": row.status,
        "days_late": days_late(row, on),
    }


def _plans_named(vocabulary: Vocabulary, keys: tuple[str, ...]) -> tuple[str, ...]:
    held = (plan for plan in vocabulary.plans if plan.key in keys)
    return tuple(f"the {plan.year} plan of {vocabulary.prison_names[plan.prison]}" for plan in held)


# --- what is no list ---------------------------------------------------------------------------------------------


def _failed(failure: Failure, vocabulary: Vocabulary, near: tuple[str, ...]) -> Answer:
    names = failure.names or (tuple(vocabulary.held) if failure.code in {"unknown_prison", "help"} else ())
    notice = Notice(failure.code, failure.about, failure.known, names, tuple(_meant(failure, vocabulary)), tries=near)
    partly = understood(failure.partial, vocabulary) if failure.partial else {}
    return Answer(notice, partly, error=_error(failure.code, ", ".join(failure.about) or failure.code, names))


def _meant(failure: Failure, vocabulary: Vocabulary) -> list[Verb]:
    """A button for each prison that may be meant, with the rest of the question kept."""
    if failure.code != "ambiguous" or failure.partial is None:
        return []
    keys = [vocabulary.prison_keys[name] for name in failure.names if name in vocabulary.prison_keys]
    return [
        Verb("ask", f"Yes, {name}", render(replace(failure.partial, prisons=(prison,)), vocabulary))
        for name, prison in zip(failure.names, keys, strict=False)
    ]


def _error(code: str, message: str, names: tuple[str, ...]) -> dict[str, Any]:
    return {"code": code, "message": message, "suggestions": list(names)}
