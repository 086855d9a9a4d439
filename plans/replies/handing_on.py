"""Whose action it is said to be: not mine, and whose then. Nothing moves until the post that is named accepts."""

from collections.abc import Sequence
from itertools import takewhile

from plans.owners import is_known
from plans.replies.asking import asks
from plans.replies.clauses import Clause
from plans.replies.lexicon.places import DEPARTMENTS
from plans.replies.marks import Mark

_AROUND = frozenset(
    (
        "the a an our my this please pls instead one action surely now really actually then is it that for it's "
        "owner lead post thanks sorry so i think"
    ).split()
)
_NOBODY = frozenset(
    "me us you myself ourselves i we it this that them they him her he she nobody everyone all who someone".split()
)
_DOUBTS = frozenset(
    (
        "may, might, could, may be, might be, possibly, maybe, perhaps, not sure, unsure, if, whether, wonder, "
        "unless, could be, once, when"
    ).split(", ")
)
_POSTS = frozenset({"governor", "gov", "team", "chief"})
_ENDING = frozenset("rather instead who which she he they surely not".split())
_ADVICE = frozenset(
    (
        "try, try the, ask, please ask, speak to, please speak to, contact, please contact, chase, please chase, up "
        "to, you want, you need"
    ).split(", ")
)
_THINGS = ("action", "job", "one", "task", "matter")
LAUGHTER = frozenset({"😂", "🤣", "😅", "😆", "😹", ":joy:", ":rofl:", "lol", "haha", "ha", "ha ha"})
"""Beside "wrong governor" it laughs at the mistake; beside a completion it may mock."""
_NOT_ONLY = frozenset({"alone", "only", "just", "solely", "entirely", "all", "yet", "fully"})


def handed_on(group: Sequence[Clause], text: str) -> tuple[str | None] | None:
    """None: not said. Else the words that name another post, in a tuple, or None in it where no post is named."""
    if any(clause.has("gone") and not _is_unsure(clause) for clause in group):
        return (None,)
    refused = any(_refuses(clause) for clause in group)
    for clause in group:
        named = _named(clause, text, refused=refused)
        if named and not _is_unsure(clause):
            return (named,)
    return (None,) if refused else None


def _refuses(clause: Clause) -> bool:
    at = clause.first("else")
    if at is None or asks(clause) or _is_unsure(clause):
        return False
    after = clause.marks[at + 1 :]
    if clause.marks[at].text.endswith("to do with") and any(mark.is_unknown for mark in clause.marks[:at]):
        return False  # the delay is nothing to do with the trust
    return (
        not any(mark.text in _NOT_ONLY for mark in after[:1])
        and clause.sign != "but"
        and not clause.has("heard")
        and not is_mocking(clause)
    )


def _is_unsure(clause: Clause) -> bool:
    if "but" in (clause.sign, clause.opened) and not clause.has("else"):
        return True
    return (
        asks(clause) or any(mark.text in _DOUBTS for mark in clause.marks) or clause.has("heard") or is_mocking(clause)
    )


def is_mocking(clause: Clause) -> bool:
    wrong = any(mark.is_a("else") and mark.text.startswith("wrong") for mark in clause.marks)
    return any(mark.is_a("irony") and not (wrong and mark.text in LAUGHTER) for mark in clause.marks)


def _named(clause: Clause, text: str, *, refused: bool) -> str | None:
    for at, mark in enumerate(clause.marks):
        words = None
        if mark.is_a("to_post"):
            words = _given(clause, at, text, refused=refused)
        elif mark.is_a("owns"):
            words = _owning(clause, at, text)
        elif at and at + 1 == len(clause.marks) and mark.text.endswith("'s") and not mark.is_a("self", "ask"):
            words = _trimmed(clause.marks, text).removesuffix("'s") if clause.has("self") else None
        if words and _is_post(words, refused=refused) and not _is_denied(clause, at):
            return words
    if refused and not clause.has("to_post", "owns"):
        words = _trimmed(clause.marks[1:] if clause.marks[0].is_a("else") else clause.marks, text)
        return words.removesuffix("'s") if _is_party(words) else None
    return None


def _is_denied(clause: Clause, at: int) -> bool:
    return any(one.is_a("not") for one in clause.marks[max(0, at - 3) : at])


def _given(clause: Clause, at: int, text: str, *, refused: bool) -> str | None:
    """Pass to X; should be with X; that's a X action. "To X for a quote" keeps the action where it is."""
    mark = clause.marks[at]
    if mark.text in _ADVICE and not refused:
        return None
    if (
        mark.text.endswith(" with")
        and any(one.is_unknown or one.is_a("attach", "work") for one in clause.marks[:at])
        and not clause.has("self")
    ):
        return None  # the list of cells is with works
    if any(one.text == "for" for one in clause.marks[at + 1 :]) and not refused:
        return None
    if any(one.is_a("done", "going", "stop", "later") for one in clause.marks[at + 1 :]):
        return None
    if mark.text.endswith((" a", " an")) and not any(one.text in _THINGS for one in clause.marks[at + 1 :]):
        return None
    words = _trimmed(clause.marks[at + 1 :], text)
    return next((words.removesuffix(f" {kind}") for kind in _THINGS if words.endswith(f" {kind}")), words).removesuffix(
        "'s"
    )


def _owning(clause: Clause, at: int, text: str) -> str | None:
    """X owns this; not "X owns the budget", nor "X leads on this with me"."""
    after = clause.marks[at + 1 :]
    if any(mark.is_unknown or mark.is_a("we", "work", "going", "not") for mark in after):
        return None
    return _trimmed(clause.marks[:at], text)


def _trimmed(marks: Sequence[Mark], text: str) -> str:
    """The words themselves, without the small ones round them, and without what follows "as", "but" or "rather"."""
    kept = list(takewhile(lambda mark: mark is marks[0] or not _ends(mark), marks))
    while kept and _is_around(kept[0], "fill", "else", "not", "ref", "self", "be"):
        kept.pop(0)
    while kept and _is_around(kept[-1], "fill", "thanks", "date", "ref", "else", "hedge", "we"):
        kept.pop()
    return text[kept[0].start : kept[-1].end] if kept else ""


def _ends(mark: Mark) -> bool:
    return mark.is_a("why", "but", "not", "if", "ask") or mark.text in _ENDING


def _is_around(mark: Mark, *kinds: str) -> bool:
    return mark.text in _AROUND or not mark.is_word or (mark.is_a(*kinds) and mark.text not in _POSTS)


def _is_post(words: str, *, refused: bool) -> bool:
    if not words or len(words) > 80 or words.casefold().split()[0] in _NOBODY:
        return False
    return _is_party(words) or (refused and len(words.split()) < 7)


def _is_party(words: str) -> bool:
    """A post or an organisation by its name, a part of the prison, or somebody's name."""
    if not words:
        return False
    folded = words.casefold().split()
    if set(folded) & DEPARTMENTS or words[0] == "@":
        return len(folded) < 8
    return is_known(words) or (
        len(folded) < 4 and all(word[:1].isupper() for word in words.split()) and folded[0] not in _NOBODY
    )
