"""Whether a clause tells of something: a deed, how things are, a paper. What tells holds nothing back by itself."""

from plans.replies.clauses import Clause
from plans.replies.marks import Mark

_TELLING = ("deed", "attach", "work", "thanks", "all", "be", "send")
_STATES = frozenset({"up", "in", "out", "gone", "back", "down", "on", "working"})
"""Posters up, kiosks in: how things are now, at the end of their clause."""
_ABOUT = frozenset("the my our she he they it it's there's".split())
_REGRETS = ("what a", "sorry", "apolog", "thank", "should", "meant", "forgot", "my apolog")
_TOLD = frozenset(
    (
        "like likes love loves use uses know knows works runs sits lives gets goes took came gave made stayed "
        "wrote ran spent built kept found stood went got did saw handed helped fitted"
    ).split()
)


def tells(clause: Clause) -> bool:
    if clause.has(*_TELLING) or clause.marks[-1].text in _STATES or any(_is_reference(mark) for mark in clause.marks):
        return True
    words = [mark.text for mark in clause.marks if mark.is_unknown or mark.is_a("going") or mark.text in _TOLD]
    if clause.marks[0].is_a("we") and len(clause.marks) > 2:
        return True
    if clause.marks[0].text in _ABOUT and sum(mark.is_word for mark in clause.marks) > 4:
        return True
    if clause.marks[0].text.startswith(_REGRETS):
        return True
    return any(word.endswith("ed") or word in _TOLD or (word.endswith("'s") and len(words) > 1) for word in words)


def _is_reference(mark: Mark) -> bool:
    """Job 44821: a paper by its number."""
    return mark.text.isdigit() and len(mark.text) > 3
