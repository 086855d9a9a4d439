"""Owners and themes by name within a question: the longest run of words first, the plans looked in first."""

from collections.abc import Iterator

from plans.queries.board import Board
from plans.queries.forms import CONNECTORS, Run, content, known_parties
from plans.queries.lexicon import REACHED_OVER

_LONGEST = 12
_OWNER_SAID = frozenset({"owner", "owners", "owned", "assigned", "belonging", "allocated", "owes", "owe"})
_THEME_SAID = frozenset({"theme", "themes", "themed", "heading"})
_ON = frozenset({"by", "to", "for", "of", "with", "is", "are", "the", "called", "named", "being", ":"})
_LEADS = frozenset({"led", "lead", "leads", "leading"})

Match = tuple[str, frozenset[int] | frozenset[str] | str]


def find_names(board: Board, *, everywhere: bool = False) -> None:
    """First what is said of the plans looked in, then of everything held, each by the longest run of words."""
    keys = board.vocabulary.plan_keys if everywhere else _looked_in(board)
    for lookup in (_in_scope, _held):
        for length in range(min(_LONGEST, len(board.words)), 0, -1):
            for at in list(board.free()):
                if _is_run(board, at, at + length):
                    _claim(board, at, at + length, lookup(board, at, at + length, keys))
    find_leads(board)


def names_an_owner(board: Board, at: int) -> bool:
    """Whether an owner's name, whole or in part, begins at this word or after "the"."""
    while board.text(at) in _ON and board.at(at) is None and at < len(board.words):
        at += 1
    vocabulary = board.vocabulary
    return any(
        run in vocabulary.whole_owners or run in vocabulary.owner_parts or run in known_parties()
        for end in range(at + 1, min(len(board.words), at + _LONGEST) + 1)
        if board.is_free(at, end) and (run := _run(board, at, end))
    )


def _looked_in(board: Board) -> frozenset[str]:
    """The plans of the prisons, years and scope named; years and all plans may have been named without a prison."""
    prisons = [key for key in board.values("prison") if key]
    years = {*board.values("year")}
    scopes = {*board.values("scope")}
    plans = board.vocabulary.plans_in(prisons)
    if years:
        return frozenset(plan.key for plan in plans if plan.year in years)
    if "all" in scopes:
        return frozenset(plan.key for plan in plans)
    return frozenset(plan.key for plan in plans if plan.live is not ("closed" in scopes))


def _is_run(board: Board, at: int, end: int) -> bool:
    """Unclaimed words that neither begin nor end with a joining word, or one quoted name after "owner" or "theme"."""
    if (
        end > len(board.words)
        or any(board.held[at:end])
        or board.texts[at] in CONNECTORS
        or board.texts[end - 1] in CONNECTORS
    ):
        return False
    if any(word.kind == "mention" for word in board.words[at:end]):
        return False
    phrases = [word.kind == "phrase" for word in board.words[at:end]]
    return not any(phrases) or (len(phrases) == 1 and bool(_decided(board, at, end)))


def _run(board: Board, at: int, end: int) -> Run:
    return content(" ".join(board.texts[at:end]))


def _decided(board: Board, at: int, end: int) -> str:
    """What the words around make the name: an owner's (owner X, owned by X, X owes) or a theme's (theme X, X theme)."""
    before = at - 1
    while before >= 0 and board.texts[before] in _ON:
        before -= 1
    said = board.text(before)
    if said in _THEME_SAID:
        return "theme"
    if said in _OWNER_SAID or said in _LEADS or board.text(end) in ("owes", "owe", "owns", "leads", "responsible"):
        return "owner"
    if board.text(at - 1) == "does" and "owe" in board.texts:
        return "owner"
    return "perhaps a theme" if board.text(end) in _THEME_SAID else ""


def _in_scope(board: Board, at: int, end: int, keys: frozenset[str]) -> Match | None:
    """A whole owner name beats a theme, a theme beats part of an owner's name, unless the words decide."""
    run, decided = _run(board, at, end), _decided(board, at, end)
    if not run:
        return None
    if board.words[at].kind == "phrase":
        return _quoted(board, board.texts[at], decided)
    vocabulary = board.vocabulary
    if decided == "perhaps a theme" and (themes := _themes(board, run, keys)):
        return "theme", themes
    if decided != "theme":
        whole = _owners_in(board, vocabulary.whole_owners.get(run, frozenset()), keys)
        if whole:
            return "owner", whole
    if decided != "owner" and (themes := _themes(board, run, keys)):
        return "theme", themes
    if decided != "theme" and (part := _owners_in(board, vocabulary.owner_parts.get(run, frozenset()), keys)):
        return "owner", part
    return _whole_anywhere(board, run) if decided != "theme" else None


def _whole_anywhere(board: Board, run: Run) -> Match | None:
    """A whole name counts wherever it is from, before any of its words do: a deputy governor is no governor."""
    anywhere = board.vocabulary.whole_owners.get(run)
    if anywhere:
        return "owner", anywhere
    party = known_parties().get(run) if len(run) > 1 else None
    return ("absent", party) if party else None


def _held(board: Board, at: int, end: int, keys: frozenset[str]) -> Match | None:
    """In everything held; then a party known by name although no plan held speaks of it."""
    run, decided = _run(board, at, end), _decided(board, at, end)
    found = _in_scope(board, at, end, board.vocabulary.plan_keys)
    if found or not run or decided == "theme":
        return found
    party = known_parties().get(run)
    return ("absent", party) if party else None


def _owners_in(board: Board, owners: frozenset[int], keys: frozenset[str]) -> frozenset[int]:
    plans = board.vocabulary.owner_plans
    return frozenset(owner for owner in owners if not plans[owner] or plans[owner] & keys)


def _themes(board: Board, run: Run, keys: frozenset[str]) -> frozenset[str]:
    vocabulary = board.vocabulary
    found = next(filter(None, (vocabulary.theme_parts.get(spelt) for spelt in _inflected(run))), frozenset())
    return frozenset(theme for theme in found if vocabulary.theme_plans[theme] & keys)


def _inflected(run: Run) -> Iterator[Run]:
    """The words as they are, then the last in its other number: drug for drugs. No stems: active is no activity."""
    yield run
    last = run[-1]
    yield (*run[:-1], last.removesuffix("s") if last.endswith("s") else last + "s")


def _quoted(board: Board, name: str, decided: str) -> Match | None:
    """Owner "X" and theme "X" name one exactly: so buttons write."""
    vocabulary = board.vocabulary
    if decided == "theme":
        themes = frozenset(theme for theme in vocabulary.theme_plans if _plain(theme) == _plain(name))
        return ("theme", themes) if themes else None
    named = frozenset(owner.id for owner in vocabulary.owners if _plain(owner.name) == _plain(name))
    if owners := named or vocabulary.whole_owners.get(content(name)):
        return "owner", owners
    party = known_parties().get(content(name))
    return ("absent", party) if party else None


def _plain(name: str) -> str:
    from plans.stemming import folded

    return folded(name).replace('"', "'")


def _claim(board: Board, at: int, end: int, match: Match | None) -> None:
    if match:
        board.claim(match[0], at, end, match[1])


def find_leads(board: Board) -> None:
    """Led by X, X leads: only the first named owner counts. It must stand beside an owner."""
    for at in list(board.free()):
        if board.text(at) in _LEADS and (_beside(board, at, 1) or _beside(board, at, -1)):
            board.claim("lead", at, at + 1)


def _beside(board: Board, at: int, step: int) -> bool:
    at += step
    while 0 <= at < len(board.words) and board.held[at] is None and board.text(at) in REACHED_OVER | {"does", "do"}:
        at += step
    claim = board.at(at)
    return claim is not None and claim.kind in ("owner", "mine", "absent")
