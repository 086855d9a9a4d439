"""Which prisons and which of their plans a question looks in."""

from plans.prisons import TITLES, closest, exact
from plans.queries.board import Board
from plans.queries.lexicon import CLOSED_PLANS, EVERY_PLAN, LIVE_PLANS, PLAN_WORDS
from plans.queries.questions import Query

_BETWEEN = frozenset({"of", "the", "our", "its", "their", "action", "and", "or", "at", "for", "&"})


def find_prisons(board: Board) -> None:
    """Names as they are written; after HMP or YOI any name at all is meant for a prison's."""
    at = 0
    while at < len(board.words):
        titled = _titles(board, at)
        start, at = at, at + titled
        # "At Send" is a place as surely as "HMP Send" is.
        sure = titled > 0 or board.text(at - 1) == "at"
        found = exact(board.run(at)[:4], board.vocabulary.held, titled=sure) if at < len(board.words) else None
        if found:
            _claim(board, start, at + found.words, found.name)
            at += found.words
            while board.text(at) in ("prison", "hmp", "jail", "yoi"):
                board.claim("filler", at, at + 1)
                at += 1
        elif titled and _is_name(board, at):
            at = _titled_stranger(board, start, at)
        else:
            at = max(at, start + 1)


def _titles(board: Board, at: int) -> int:
    """How many words of HMP, YOI, HMP & YOI, HM Prison stand here."""
    count = 0
    while board.text(at + count) in TITLES or (
        board.text(at + count) in ("and", "/", "&") and count and board.text(at + count + 1) in TITLES
    ):
        count += 1
    if not count and board.text(at) == "hm" and board.text(at + 1) in ("prison", "yoi"):
        return 2
    return count


def _claim(board: Board, start: int, end: int, name: str) -> None:
    key = board.vocabulary.prison_keys.get(name)
    if key is None:
        board.fail("unknown_prison", board.raw(start, end), names=board.vocabulary.held)
    board.claim("prison", start, end, key)


def _is_name(board: Board, at: int) -> bool:
    """A word after HMP that is nothing else a question might say."""
    from plans.queries.spelling import is_known

    return (
        at < len(board.words) and board.words[at].text[:1].isalpha() and not is_known(board.text(at), board.vocabulary)
    )


def _titled_stranger(board: Board, start: int, at: int) -> int:
    found = closest(board.text(at), board.vocabulary.held)
    if found and found.how == "slip":
        _claim(board, start, at + 1, found.name)
        if found.name in board.vocabulary.prison_keys:
            board.read_as.append((board.words[at].raw, found.name))
    else:
        board.fail("unknown_prison", board.raw(start, at + 1), names=board.vocabulary.held)
        board.claim("prison", start, at + 1, None)
    return at + 1


def find_plans(board: Board) -> None:
    """All plans, closed plans, the 2018 plan, Rochester 2018."""
    for at in list(board.free()):
        text = board.text(at)
        if len(text) == 4 and text.isdigit() and text[:2] in ("19", "20"):
            board.claim("year", at, at + 1, int(text))
    for at in list(board.free()):
        if board.held[at] is None:
            _kind(board, at)
        if board.held[at] is None:
            _scope(board, at)


def _kind(board: Board, at: int) -> None:
    """The Urgent Notification plan, UN plan: says nothing when true of all plans looked in, else it may tell a year."""
    length = 2 if board.texts[at : at + 2] == ["urgent", "notification"] else int(board.text(at) == "un")
    if not length:
        return
    plans = board.vocabulary.plans_in([key for key in board.values("prison") if key])
    live = [plan for plan in plans if plan.live and plan.kind]
    meant = {plan.key for plan in live if plan.kind == "urgent_notification"}
    if not (board.is_free(at, at + length) and meant):
        return
    years = {plan.year for plan in live if plan.key in meant}
    if len(meant) == len(live):
        board.claim("filler", at, at + length)
    elif {plan.key for plan in plans if plan.year in years} == meant:
        for year in years:
            board.claim("year", at, at + length, year)


def _scope(board: Board, at: int) -> None:
    text = board.text(at)
    if text in ("including", "incl", "include", "plus") or text in LIVE_PLANS | {"open"}:
        end = at + 1
        while board.text(end) in _BETWEEN | {"all"}:
            end += 1
        if board.text(end) in CLOSED_PLANS and board.text(end + 1) in PLAN_WORDS:
            _claim_scope(board, at, end + 2, "all")
            return
    if text in CLOSED_PLANS | LIVE_PLANS | EVERY_PLAN:
        end = _plan_word(board, at + 1)
        if end and (text not in ("all", "both") or board.text(end - 1) == "plans"):
            scope = "all" if text in EVERY_PLAN else "closed" if text in CLOSED_PLANS else "live"
            _claim_scope(board, at, end, _widest(board, at, end, scope))


def _widest(board: Board, at: int, end: int, scope: str) -> str:
    """ "All closed plans" are the closed ones; "closed and live plans" are all."""
    said = set(board.texts[at:end])
    if said & CLOSED_PLANS and said & LIVE_PLANS:
        return "all"
    if scope == "all" and said & CLOSED_PLANS:
        return "closed"
    return "live" if scope == "all" and said & LIVE_PLANS else scope


def _plan_word(board: Board, at: int) -> int:
    """The end of "… Rochester's 2018 plan", whatever prison or year stands between; 0 when no plan is spoken of."""
    while at < len(board.words):
        claim, text = board.at(at), board.text(at)
        if text in PLAN_WORDS and claim is None:
            return at + 1
        if not (text in _BETWEEN | CLOSED_PLANS | LIVE_PLANS or (claim and claim.kind in ("prison", "year"))):
            return 0
        at += 1
    return 0


def _claim_scope(board: Board, start: int, end: int, scope: str) -> None:
    for at in range(start, end):
        if board.held[at] is None:
            board.claim("scope", at, at + 1, scope)


def check_years(board: Board, query: Query) -> None:
    """Every year named must be of a plan looked in, and every prison named must have a plan of those years."""
    if not query.years:
        return
    plans = board.vocabulary.plans_in(query.prisons, query.without_prisons)
    with_year = [plan for plan in plans if plan.year in query.years]
    missing = [str(year) for year in query.years if not any(plan.year == year for plan in plans)]
    without = set(query.prisons) - {plan.prison for plan in with_year}
    if missing or without or query.without_prisons:
        about = missing or [str(year) for year in query.years]
        board.fail("not_understood", *about, names=tuple(plan.key for plan in plans))
