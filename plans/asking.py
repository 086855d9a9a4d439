"""Answers a question: what the parser understood meets the rows that storage holds. Reads only; changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from operator import attrgetter
from typing import TypeVar

from plans.answers import Answer
from plans.askers import mine
from plans.chat import Asker
from plans.entries import Entries, Entry, days_late
from plans.failing import failed, no_such_ref
from plans.instead import asks_when, lack, tries, whenever, year_before
from plans.listing import RowLike, window
from plans.lists import listed, turned_to, worst
from plans.meaning import Meaning, meaning_of, read
from plans.messages import Instead, Listing, Message, Notice, Verb
from plans.queries import render, understood
from plans.queries.questions import Failure, Query
from plans.queries.refs import as_now
from plans.queries.vocabulary import Owner, Plan, Prison, Vocabulary
from storage.actions import count, facts, find, missing_refs, outline, tallied, told
from storage.asked import Counts, Found
from storage.known import known, stamps
from storage.prepared import Reader, Snapshot

FEW = 2_000
"""Actions of a list that are all made into lines, and kept; of more only those shown."""

STAMPS = 4
"""Kept at once: one a database, and one more where an import lands while questions are being answered."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _View:
    """The database as one question sees it: rows, and what is known of them already."""

    reader: Reader
    vocabulary: Vocabulary
    entries: Entries
    on: date

    def count(self, query: Query) -> Counts:
        return count(self.reader, query, self.on)

    def total(self, query: Query) -> int:
        return self.count(query).total

    def shown(self, those: Sequence[Found]) -> list[Entry]:
        return self.entries.of(those, self.on, partial(facts, self.reader))

    def in_order(self, those: Sequence[Found]) -> list[Entry]:
        """Plan by plan, in each plan's order."""
        return sorted(self.shown(those), key=attrgetter("order"))


def _view(reader: Reader, on: date) -> _View:
    """Names and facts are read anew when their stamps have changed, and by a writer, who may not have stamped yet."""
    if not isinstance(reader, Snapshot):
        return _View(reader, _vocabulary(reader), Entries(), on)
    names, printed = stamps(reader)
    vocabulary = _held.get(names)
    if vocabulary is None:
        vocabulary = _kept(_held, names, _vocabulary(reader))
    entries = _entries.get(printed)
    if entries is None:
        entries = _kept(_entries, printed, Entries())
    return _View(reader, vocabulary, entries, on)


def _kept(those: dict[str, T], stamp: str, one: T) -> T:
    if len(those) >= STAMPS:
        those.pop(next(iter(those)), None)
    those[stamp] = one
    return one


_held: dict[str, Vocabulary] = {}
_entries: dict[str, Entries] = {}


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
    view = _view(reader, on)
    vocabulary = view.vocabulary
    meaning = read(text, vocabulary, on, asker.post)
    if isinstance(meaning, Failure) and "mine" in meaning.about and asker.account:
        # Looked up only where the question needs it: most do not.
        meaning = read(text, vocabulary, on, mine(reader, asker.account, on))
    if isinstance(meaning, Failure):
        notice, partly, error = failed(meaning, vocabulary, tries(meaning, text, vocabulary, on, view.total))
        return Answer(notice, partly, error=error)
    meaning = _as_numbered(reader, meaning, vocabulary)
    query, keys = meaning.query, tuple(key for key, _ in meaning.plans)
    meant = understood(query, vocabulary) if all_rows else {}
    if missing := missing_refs(reader, query):
        notice, error = no_such_ref(missing, vocabulary, keys)
        return Answer(notice, meant, keys, error=error)
    if not vocabulary.plans:
        return Answer(Notice("no_plans"), meant)
    listing = _listing(view, meaning, page)
    beside = listing if listing.total else _empty(view, listing, query, text)
    rows = tuple(find(reader, query, on)) if all_rows else ()
    return Answer(_missed(view, beside, query, text), meant, keys, rows, on)


def _as_numbered(reader: Reader, meaning: Meaning, vocabulary: Vocabulary) -> Meaning:
    """Where nothing is called "was 5", "was 5 done?" asks about 5; "was 5" alone names what is gone, or nothing."""
    now = as_now(meaning.query)
    if now == meaning.query or meaning.is_bare or not missing_refs(reader, meaning.query):
        return meaning
    return meaning_of(now, (now.about, now.read_as, now.mine), vocabulary)


# --- lists -------------------------------------------------------------------------------------------------------


def _listing(view: _View, meaning: Meaning, page: int) -> Listing:
    """Asked of the database each time, and put together anew unless it says what it said before."""
    query, on = meaning.query, view.on
    counts, those = tallied(view.reader, query, on)
    page, pages, rows = turned_to(counts.total, page)
    said = (view.entries, on, page, counts, those)
    if meaning.drawn and meaning.drawn[0] == said:
        return meaning.drawn[1]
    many = counts.total > FEW
    every, shown, latest = _of_many(view, query, rows) if many else _of_few(view, query, those, rows)
    made = listed(meaning, view.vocabulary, counts, every, shown, latest, on=on, page=page, pages=pages)
    if counts.total == 1 and meaning.is_bare:
        made = replace(made, only=told(those)[0][0])
    meaning.drawn = said, made  # one value, so that another thread sees both or neither
    return made


Parts = tuple[Sequence[RowLike], list[Entry], list[Entry]]
"""All that match, those of the page and the latest."""


def _of_few(view: _View, query: Query, those: str, rows: slice) -> Parts:
    entries = view.in_order(told(those))
    return entries, entries[rows], worst(query, entries, attrgetter("late"))


def _of_many(view: _View, query: Query, rows: slice) -> Parts:
    """Of thousands only what is shown is made into lines."""
    every = outline(view.reader, query, view.on)
    latest = worst(query, every, lambda row: days_late(row.status, row.due, view.on))
    shown, late = ([(row.id, row.status, row.due) for row in some] for some in (every[rows], latest))
    return every, view.shown(shown), view.shown(late)


def _empty(view: _View, listing: Listing, query: Query, text: str) -> Listing:
    """An empty list says why, or else what is late and what comes next."""
    if missing := lack(query, view.vocabulary, text, view.on, view.total):
        verbs = [Verb("ask", "Search the text", missing.instead)] if missing.instead else []
        return replace(listing, instead=Instead(lack=missing), verbs=(*verbs, *listing.verbs))
    if not asks_when(query):
        return listing
    coming = view.in_order(told(tallied(view.reader, whenever(query, "open", since=view.on), view.on)[1]))
    first = min((entry.due for entry in coming if entry.due), default=None)
    nearest = tuple(entry.line for entry in coming if entry.due == first)
    return replace(listing, instead=Instead(view.total(whenever(query, "overdue")), nearest))


def _missed(view: _View, listing: Listing, query: Query, text: str) -> Listing:
    """In February "due in November" is the coming one: what is late from the last is told, and a press away."""
    before = year_before(query, text, view.on)
    if before is None or not (late := view.total(before)):
        return listing
    when = window(before.due_from, before.due_to)
    verb = Verb("ask", f"Due {when} ({late})", render(before, view.vocabulary))
    return replace(listing, earlier=(when, late), verbs=(verb, *listing.verbs))
