"""What may follow a completion and takes nothing from it: a check to come, the habit it has become, an offer.

"Done, next audit in April" is done; "done, the rest in April" is not: every other doubt in the clause still counts.
"""

from dataclasses import replace
from datetime import date

from plans.replies.clauses import Clause
from plans.replies.completing import doubts_in, doubts_of
from plans.replies.extent import to_do
from plans.replies.marks import Mark

_CHECKS = frozenset(
    (
        "review reviewed reviewing reviews check checks checked checking audit audits audited re-audit inspection "
        "inspect inspected visit forum meeting meetings test tests retest refresher sample samples sampling monitor "
        "monitored monitoring assurance qa look looks looking visiting"
    ).split()
)
_KEPT_UP = _CHECKS | frozenset(
    "log logs logged use used run runs held hold happens meet meets discussed reported".split()
)
_OFTEN = frozenset("weekly monthly daily quarterly nightly annually yearly fortnightly regularly".split())
_PERIODS = frozenset("day week month quarter shift morning night fortnight year term evening".split())
_HABITS = frozenset({"do it", "do this", "do that", "doing it", "doing this"})
_GLADLY = frozenset("happy glad pleased welcome free come feel delighted".split())
_SHOWING = frozenset(
    "show walk talk share send discuss explain demonstrate provide supply see look visit forward pop chat".split()
)
_ASKING = frozenset("shout ring call ask let give evidence available can will more paperwork photos just".split())
_WANTED = frozenset("need needs needed want wants wanted required like".split())
_TO_CHECK = frozenset({"check", "see", "review", "show", "keep", "have"})


def is_what_follows(clause: Clause, today: date) -> bool:
    return _is_check_to_come(clause, today) or _is_habit(clause, today) or _is_offer(clause)


def _is_check_to_come(clause: Clause, today: date) -> bool:
    """The governor will review it in June; next check 12 May. "Will review the rest" leaves a rest."""
    if not any(_is_check(mark) for mark in clause.marks) or clause.has("stop", "wait", "undone"):
        return _is_next_one(clause)
    light = all(mark.text in ("do", "doing", "meet") for mark in clause.marks if mark.is_a("do"))
    return (
        light and _is_clear(clause, today, "will", "if", "piece") and not any(_is_share(mark) for mark in clause.marks)
    )


def _is_next_one(clause: Clause) -> bool:
    """Next one is 12 February; dates set for the next six: of what is held again and again."""
    words = " ".join(mark.text for mark in clause.marks).split()
    following = [words[at + 1] for at, word in enumerate(words[:-1]) if word == "next"]
    plain = all(mark.text in ("next", "for", "set for") or not doubts_of(mark) for mark in clause.marks)
    return plain and any(word in ("one", "ones") or word.isdigit() for word in following)


def _is_habit(clause: Clause, today: date) -> bool:
    """Reviewed monthly; we do it every week now. Not "delivered weekly", nor "a wing each week"."""
    often = [at for at in range(len(clause.marks)) if _is_often(clause, at)]
    kept = any(mark.text in _HABITS or mark.text.split()[-1] in _KEPT_UP for mark in clause.marks)
    pieces = [mark for at, mark in enumerate(clause.marks) if mark.is_a("piece") and at not in often]
    pieces = [mark for mark in pieces if mark.text != "part"]
    return bool(often) and kept and not pieces and _is_clear(clause, today, "piece", "if")


def _is_often(clause: Clause, at: int) -> bool:
    words = clause.marks[at].text.split()
    following = clause.marks[at + 1].text if at + 1 < len(clause.marks) else ""
    every = words[0] in ("every", "each")
    return words[-1] in _OFTEN or (every and (words[-1] in _PERIODS or following in _PERIODS))


def _is_offer(clause: Clause) -> bool:
    """Happy to walk you round; and show you."""
    words = " ".join(mark.text for mark in clause.marks if mark.is_word).split()
    if (
        not words
        or clause.has("done", "not", "part")
        or (clause.has("do", "if", "left", "hedge") and not _if_wanted(words))
    ):
        return False
    if _if_wanted(words):
        return words[0] in _GLADLY | _ASKING
    gladly = words[0] in _GLADLY or " ".join(words[:2]) in ("can show", "will show", "more than")
    return (gladly and not _SHOWING.isdisjoint(words[:6])) or (words[0] in _SHOWING and len(words) < 5)


def _if_wanted(words: list[str]) -> bool:
    """Shout if you need anything; available if inspectors want it. "If you need it" by itself stands for a "
    "condition."""
    at = words.index("if") if "if" in words[1:] else len(words)
    return not _WANTED.isdisjoint(words[at:])


def _is_clear(clause: Clause, today: date, *spared: str) -> bool:
    """No doubt but those that a check to come brings with it: "next" is no condition."""
    often = ("subject to",) if any(_is_often(clause, at) for at in range(len(clause.marks))) else ()
    ifs = [mark for mark in clause.marks if mark.is_a("if") and mark.text not in ("next", "before", *often)]
    to_be = [
        at for at, mark in enumerate(clause.marks[:-1]) if mark.text == "to be" and _is_check(clause.marks[at + 1])
    ]
    rest = tuple(mark for at, mark in enumerate(clause.marks) if at not in to_be and not _is_check(mark))
    doubts = doubts_in(replace(clause, marks=rest or clause.marks), len(rest), today) - set(spared)
    to_check = all(
        clause.marks[at + 1].text.split()[0] in _TO_CHECK
        for at, mark in enumerate(clause.marks[:-1])
        if mark.text == "to"
    )
    return not doubts and not ifs and (to_check or not to_do(clause.marks)) and not clause.has("later", "more")


def _is_check(mark: Mark) -> bool:
    return not _CHECKS.isdisjoint(mark.text.split()) and not mark.is_a("done")


def _is_share(mark: Mark) -> bool:
    """The second audit, C wing: a part that the check is of. A sample is none."""
    return mark.is_a("piece") and mark.text.split()[-1] not in _CHECKS | _OFTEN
