"""Which narrower questions a list offers. Values in, verbs out."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

from plans.listing import RowLike
from plans.meaning import Meaning
from plans.messages import Verb
from plans.queries.vocabulary import Vocabulary

H = TypeVar("H", bound=Hashable)

OWNERS, THEMES = 2, 1
"""Offered at once: the second owner is often the outside organisation."""


def narrowing(meaning: Meaning, vocabulary: Vocabulary, rows: Sequence[RowLike]) -> list[Verb]:
    """What a list offers next: its commonest other owners, its overdue or soon due part, its commonest theme."""
    return [*_by_owner(meaning, vocabulary, rows), *meaning.by_status, *_by_theme(meaning, rows)]


def _by_owner(meaning: Meaning, vocabulary: Vocabulary, rows: Sequence[RowLike]) -> Iterator[Verb]:
    if meaning.query.owners or meaning.query.held or meaning.query.work:
        return
    ids = vocabulary.owner_ids
    of_rows = ({ids[name] for name in row.owners if name in ids} for row in rows)  # one party may go by two names
    for owner, count in _commonest(chain.from_iterable(of_rows), len(rows), OWNERS):
        label = f"Only {vocabulary.short_names[owner]} ({count})"
        yield Verb("ask", label, meaning.narrower("owners", owner))


def _by_theme(meaning: Meaning, rows: Sequence[RowLike]) -> Iterator[Verb]:
    if meaning.query.themes:
        return
    for theme, count in _commonest((row.theme for row in rows if row.theme is not None), len(rows), THEMES):
        yield Verb("ask", f"Only {theme} ({count})", meaning.narrower("themes", theme))


def _commonest(held: Iterable[H], rows: int, most: int) -> list[tuple[H, int]]:
    """What several rows share without nearly all of them doing so, and how many do; nothing where a list is short."""
    if rows <= 5:
        return []
    partial = ((one, count) for one, count in Counter(held).most_common() if 1 < count <= rows * 2 // 3)
    return list(islice(partial, most))
