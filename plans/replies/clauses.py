"""A reply cut into clauses, and which action each speaks of: the one asked about until another is named."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from plans.replies.addressing import same
from plans.replies.marks import Kinds, Mark

_SIGNS = frozenset(".,;:!?()…\n/") | {"..", "...", "...."}
_JOINS = frozenset("and but & + so however though although then except".split())
_SAYING = ("done", "not", "undone", "going", "stop", "wait", "later", "else", "remind", "hedge", "left", "date", "will")
_ALIKE = frozenset({"too", "as well", "also", "likewise"})
_OF = frozenset("about on with for of re regarding".split())
_BEGINNING = "fill thanks preface but not all irony may_we shift later remind going left".split()
_PASSIVE = frozenset("is was now been are it's that's its thats".split())
_CLOSES = frozenset({"now", "already", "mate", "boss", "thanks"})
_BEGINS = frozenset("the our my all every we i they he she".split())
_CAME = frozenset({"came", "went", "did", "took", "said", "made", "started", "arrived", "began"})
_EITHER = frozenset({"both", "neither", "either"})
_CORRECTING = frozenset(
    "sorry, i mean, actually, no, rather, or rather, meant, correction, i meant, apologies, oops, wait".split(", ")
)


@dataclass(frozen=True, slots=True)
class Clause:
    """`sign` is what ends it, `opened` what stands before it; `refs` whom it speaks of, none being the one asked about;
    `bare` when it names actions and says nothing of them; `led` by the refs themselves."""

    marks: tuple[Mark, ...]
    sign: str = ""
    opened: str = ""
    refs: tuple[str | None, ...] = (None,)
    bare: bool = False
    led: bool = False
    kinds: Kinds = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", frozenset[str]().union(*(mark.kinds for mark in self.marks)))

    @property
    def start(self) -> int:
        return self.marks[0].start

    @property
    def end(self) -> int:
        return self.marks[-1].end

    def has(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)

    def first(self, *kinds: str) -> int | None:
        return next((at for at, mark in enumerate(self.marks) if mark.is_a(*kinds)), None)

    @property
    def unknown(self) -> list[Mark]:
        return [mark for mark in self.marks if mark.is_unknown]

    @property
    def words(self) -> str:
        return " ".join(mark.text for mark in self.marks)


def clauses(marks: list[Mark], own: str | None) -> list[Clause]:
    """In order, each with the actions it speaks of; a clause without refs goes on about those of the one "
    "before it."""
    told: list[Clause] = []
    about: tuple[str | None, ...] = (None,)
    for marked, sign, opened in _cut(marks):
        named = _named(marked)
        if named is not None:
            about = tuple(None if same(ref, own) else ref for ref in named.refs)
            marked = tuple(mark for mark in marked if mark is not named)
        bare = named is not None and all(
            mark.is_a("fill", "thanks", "preface") or not mark.is_word or mark.text in _CORRECTING for mark in marked
        )
        led = named is not None and (not marked or named.start < marked[0].start)
        clause = Clause(marked or (named,) if named else marked, sign, opened, about, bare, led)
        told.append(_filled(clause, told[-1]) if told and led else clause)
    return told


def _filled(clause: Clause, before: Clause) -> Clause:
    """8 is not done but 9 is: the word of completion that was said of the other."""
    at = before.first("done")
    small = all(mark.is_a("be", "fill") for mark in clause.marks) and clause.sign != "?"
    small = small and (clause.has("be") or any(mark.text in _ALIKE for mark in clause.marks))
    if at is None or not small:
        return clause
    return replace(clause, marks=(*clause.marks, replace(before.marks[at], start=clause.end, end=clause.end)))


def is_unclear(told: list[Clause]) -> bool:
    """Done 6 not 5: words that name no action, and run into words that do."""
    return any(
        one.sign == "" and not one.led and next_one.led and one.has(*_SAYING) for one, next_one in pairwise(told)
    )


def is_correction(clause: Clause) -> bool:
    """5 done, sorry 6: the words name another action, and take back what was said of the first."""
    return clause.bare and any(mark.text in _CORRECTING for mark in clause.marks)


def _cut(marks: list[Mark]) -> Iterator[tuple[tuple[Mark, ...], str, str]]:
    held: list[Mark] = []
    opened = ""
    for at, mark in enumerate(marks):
        if _parts(marks, at):
            if held:
                yield tuple(held), mark.text, opened
            elif mark.text == "?":
                yield (mark,), "?", opened
            held, opened = [], mark.text
        elif _runs_on(marks, at, held):
            yield tuple(held), ".", opened
            held, opened = [mark], "."
        elif mark.refs and _is_said(held) and not _closes(marks, at):
            yield tuple(held), "", opened
            held, opened = [mark], ""
        else:
            held.append(mark)
    if held:
        yield tuple(held), "", opened


def _runs_on(marks: list[Mark], at: int, held: list[Mark]) -> bool:
    """That one is finished now the last bit was done on Friday: two sentences, as a telephone writes them down."""
    begins = marks[at].text in _BEGINS or marks[at].is_a("all") or (marks[at].is_a("we") and marks[at].is_word)
    if not held or not begins or not any(one.is_a("done") for one in held):
        return False
    passive = held[-1].is_a("done") and len(held) > 1 and held[-2].text.split()[-1] in _PASSIVE
    if not (passive or held[-1].text in _CLOSES or held[-1].found):
        return False
    return any(one.is_a("be", "deed") or one.text in _CAME for one in marks[at + 1 : at + 7])


def _is_said(held: list[Mark]) -> bool:
    """Words that say something, and do not lead into the number ("remind me about 13")."""
    return any(one.is_a(*_SAYING) and one.text not in _EITHER for one in held) and held[-1].text not in _OF


def _parts(marks: list[Mark], at: int) -> bool:
    mark = marks[at]
    if mark.kinds - {"but", "fill"} and mark.text not in _JOINS:
        return False
    if mark.text in ("-", "–", "—"):
        before = marks[at - 1].end if at else -1
        after = marks[at + 1].start if at + 1 < len(marks) else -1
        return mark.text == "—" or before < mark.start or mark.end < after
    return mark.text in _SIGNS or mark.text in ("and", "&", "+", "so", "but", "however", "though", "although")


def _closes(marks: list[Mark], at: int) -> bool:
    """Done 5 and 6: the refs end what is said of them."""
    return (
        at + 1 == len(marks)
        or _parts(marks, at + 1)
        or marks[at + 1].text in ("please", "pls", "thanks", "too", "as", "as well")
    )


def _named(marks: tuple[Mark, ...]) -> Mark | None:
    """The refs that a clause is about: they begin it, or end what is said of them."""
    for at, mark in enumerate(marks):
        if not mark.refs:
            continue
        before = [one for one in marks[:at] if one.is_word]
        begins = all(
            one.is_a(*_BEGINNING)
            or one.text in _CORRECTING | _OF
            or one.text in _EITHER | {"mark", "that's", "push", "move"}
            for one in before
        )
        led_to = bool(before) and before[-1].text in _OF and any(one.is_a("later", "more", "shift") for one in before)
        ends = (led_to or any(one.is_a("done", "do", "stop", "undo", "going") for one in before)) and not any(
            one.is_unknown or one.is_a("tail", "ask", "part") for one in before
        )
        return mark if begins or ends else None
    return None
