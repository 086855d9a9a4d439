"""Which narrower questions a list offers. Values in, verbs out."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from plans.listing import RowLike
from plans.meaning import Meaning
from plans.messages import Verb
from plans.queries.vocabulary import Vocabulary

H = TypeVar("H", bound=Hashable)


def narrowing(meaning: Meaning, vocabulary: Vocabulary, rows: Sequence[RowLike]) -> list[Verb]:
    """What a list offers next: its commonest other owner, its overdue or soon due part, its commonest theme."""
    return [*_by_owner(meaning, vocabulary, rows), *meaning.by_status, *_by_theme(meaning, rows)]


def _by_owner(meaning: Meaning, vocabulary: Vocabulary, rows: Sequence[RowLike]) -> Iterator[Verb]:
    if meaning.query.owners:
        return
    ids = vocabulary.owner_ids
    found = _commonest((ids[name] for row in rows for name in row.owners if name in ids), len(rows))
    if found:
        owner, count = found
        label = f"Only {vocabulary.short_names[owner]} ({count})"
        yield Verb("ask", label, meaning.narrower("owners", owner))


def _by_theme(meaning: Meaning, rows: Sequence[RowLike]) -> Iterator[Verb]:
    if meaning.query.themes:
        return
    found = _commonest((row.theme for row in rows if row.theme is not None), len(rows))
    if found:
        theme, count = found
        yield Verb("ask", f"{theme} ({count})", meaning.narrower("themes", theme))


def _commonest(held: Iterable[H], rows: int) -> tuple[H, int] | None:
    """What most rows share without nearly all of them doing so, and how many do; None where a list is short anyway."""
    if rows <= 5:
        return None
    most = rows * 2 // 3
    return next(((one, count) for one, count in Counter(held).most_common() if 1 < count <= most), None)
