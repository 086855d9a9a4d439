"""From the words claimed to the query they make. Its parts have a fixed order, so word order makes no difference."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal, TypeVar

from plans.queries.board import Board, Claim
from plans.queries.cleaning import clean, split
from plans.queries.lexicon import FILLERS
from plans.queries.naming import find_names
from plans.queries.places import check_years, find_prisons
from plans.queries.questions import Mine, Query
from plans.queries.states import statuses
from plans.queries.texts import groups
from plans.queries.times import is_past
from plans.queries.vocabulary import Vocabulary
from plans.queries.windows import DUE_WORDS, Window, merged

T = TypeVar("T")


def compose(board: Board, slips: tuple[tuple[str, str], ...]) -> Query:
    """Checks that need the whole question add their problems to the board."""
    named, unnamed = statuses(board)
    first, last = _window(board)
    if not named and not is_past(board) and any(window.reaches_back for window in board.values("window")):
        named = ("open",)
    _refuse_undated_deeds(board, named)
    texts, late, waiting = board.values("text"), board.values("late"), board.values("waiting")
    query = Query(
        prisons=_sorted(key for key in board.values("prison") if key),
        without_prisons=_sorted(key for key in board.values("prison", negative=True) if key),
        scope=_scope(board),
        years=_sorted(board.values("year")),
        refs=tuple(sorted({ref for refs in board.values("ref") for ref in refs}, key=str)),
        statuses=named,
        without_statuses=unnamed,
        owners=_all(board.values("owner")),
        without_owners=_all(board.values("owner", negative=True)),
        lead_only=bool(board.of("lead")),
        themes=_all(board.values("theme")),
        without_themes=_all(board.values("theme", negative=True)),
        due_from=first,
        due_to=last,
        late_over=max((found.over for found in late if found.over is not None), default=None),
        late_under=min((found.under for found in late if found.under is not None), default=None),
        stems=_sorted(group for text in texts for group in groups(text)),
        phrases=_sorted(board.values("phrase")),
        changed_since=max(board.values("changed"), default=None),
        absent=_sorted(board.values("absent")),
        waiting=", ".join(_sorted(waiting)),
        about=tuple(texts),
        read_as=slips,
    )
    check_years(board, query)
    query = replace(query, nothing=bool(query.absent and not query.owners))
    return _as_mine(board, query) if board.of("mine") else query


def _refuse_undated_deeds(board: Board, named: tuple[str, ...]) -> None:
    """When a thing was done, reported or blocked is not its due date; nor what was late last week what is late now."""
    windows = board.of("window")
    if not windows or not DUE_WORDS.isdisjoint(board.texts):
        return
    deeds = bool(set(named) & {"done", "sustained", "reported", "blocked", "withdrawn", "in_progress"})
    as_it_was = "overdue" in named and any(_is_as_of(board, claim) for claim in windows)
    if deeds or as_it_was:
        board.fail("not_understood", board.raw(windows[0].start, windows[0].end))


def _is_as_of(board: Board, claim: Claim) -> bool:
    """Overdue yesterday, this week, on the 3rd; was overdue in March: said of a day gone by, not of a due date."""
    window: Window = claim.value
    short = window.first and window.last and (window.last - window.first).days < 7
    return window.how in ("in", "") and bool(short or not {"was", "were"}.isdisjoint(board.texts))


def _sorted(values: Iterable[T]) -> tuple[T, ...]:
    found = set(values)
    return tuple(sorted(found) if len(found) > 1 else found)  # type: ignore[type-var]  # ids or names, never both


def _all(sets: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return _sorted(value for values in sets for value in values)


def _scope(board: Board) -> Literal["live", "closed", "all"]:
    """Years replace the scope; of several scopes named the widest counts."""
    scopes = set(board.values("scope"))
    if board.of("year"):
        return "live"
    return "all" if "all" in scopes or len(scopes) > 1 else "closed" if "closed" in scopes else "live"


def _window(board: Board) -> tuple[date | None, date | None]:
    windows: list[Window] = board.values("window")
    if not windows:
        return None, None
    both = merged(windows)
    if both is None:
        last = board.of("window")[-1]
        board.fail("not_understood", board.raw(last.start, last.end))
    return both or (None, None)


def _as_held(query: Query, mine: Mine, vocabulary: Vocabulary) -> Query:
    """Of all that the asker holds, what plans name at the prisons asked about. One post alone is asked for as such. Of
    a prison that has no plan yet nothing can be asked."""
    ids = {owner.key: owner.id for owner in vocabulary.owners}
    known = vocabulary.prison_names
    here = [(prison, ids[party]) for prison, party in mine.held if party in ids and prison in known]
    held = _sorted(pair for pair in here if not query.prisons or pair[0] in query.prisons)
    if len(held) == 1 and not mine.work:
        ((prison, owner),) = held
        return replace(query, prisons=(prison,), owners=(owner,), mine=mine.said)
    nothing = query.nothing or not (held or mine.work)
    return replace(query, held=held, work=mine.work, nothing=nothing, mine=mine.said)


def _as_mine(board: Board, query: Query) -> Query:
    """The asker's post, at the prison it is said to be of, else at every prison named."""
    if board.mine is None:
        board.fail("not_understood", "mine")
        return query
    if query.owners or query.absent:
        claim = board.of("mine")[0]
        board.fail("not_understood", board.raw(claim.start, claim.end))
    if isinstance(board.mine, Mine):
        return _as_held(query, board.mine, board.vocabulary)
    post = Board(split(clean(board.mine)), board.vocabulary, board.today)
    find_prisons(post)
    find_names(post, everywhere=True)
    owners, prisons = _all(post.values("owner")), {key for key in post.values("prison") if key}
    unknown = any(post.text(at) not in FILLERS for at in post.free()) or bool(post.problems)
    both = prisons & set(query.prisons) if prisons and query.prisons else prisons or set(query.prisons)
    nowhere = bool(prisons and query.prisons and not both)
    return replace(
        query,
        owners=() if unknown else owners,
        prisons=query.prisons if nowhere else _sorted(both),
        nothing=query.nothing or unknown or not owners or nowhere,
        mine=board.mine,
    )
