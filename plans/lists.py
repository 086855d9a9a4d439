"""A list put together from what was counted and found. Values in, a Listing out."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from heapq import nlargest
from typing import TypeVar

from plans.entries import Entry
from plans.listing import RowLike, breakdown, turning
from plans.meaning import CountsLike, Meaning
from plans.messages import Listing, Verb
from plans.narrowing import narrowing
from plans.queries.questions import Query
from plans.queries.vocabulary import Vocabulary

PAGE, SHORT_PAGE = 100, 50
"""Rows of a list that is one page, as many as Slack's tables hold; and of each page of a longer one, so that workspaces
without tables can be shown every row too."""
WORST = 5
DUE_SOON = timedelta(days=14)

R = TypeVar("R")


def turned_to(total: int, page: int) -> tuple[int, int, slice]:
    """The page that is nearest to the one wanted, how many there are, and the rows on it."""
    size = PAGE if total <= PAGE else SHORT_PAGE
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    return page, pages, slice((page - 1) * size, page * size)


def worst(query: Query, rows: Sequence[R], late: Callable[[R], int]) -> list[R]:
    """Actions asked for by number come in the plan's order, unless lateness was asked for too."""
    by_number = query.refs and "overdue" not in query.statuses
    return [] if by_number else nlargest(WORST, rows, key=late)


def listed(
    meaning: Meaning,
    vocabulary: Vocabulary,
    counts: CountsLike,
    every: Sequence[RowLike],
    shown: Iterable[Entry],
    worst: Iterable[Entry],
    *,
    on: date,
    page: int,
    pages: int,
) -> Listing:
    """`every` are all that match; `shown` those of the page, in order; `worst` the latest of all."""
    share = [Verb("share", "Share", meaning.words, page)] if every else []
    return Listing(
        asked=meaning.asked,
        query=meaning.words,
        on=on,
        total=counts.total,
        of=counts.of,
        past_reported=counts.past_reported,
        due_soon=counts.due_soon,
        due_soon_by=on + DUE_SOON,
        lines=tuple([entry.line for entry in shown]),
        worst=tuple([entry.line for entry in worst]),
        verbs=(*turning(meaning.words, page, pages), *narrowing(meaning, vocabulary, every), *share),
        page=page,
        pages=pages,
        plans=meaning.plans,
        breakdown=breakdown(every, on) if meaning.query.scope != "all" else (),
    )
