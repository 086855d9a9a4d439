"""A review that is issued again: what a person said of a judgement stands for as long as its words do."""

from collections import defaultdict

from sqlmodel import Session

from plans.stemming import folded
from storage import judged
from storage.judged import JudgementRow, MatchRow

Told = dict[tuple[str, str], list[MatchRow]]
"""By a judgement's body and words."""


def told(session: Session, review: int) -> Told:
    """What people said of the judgements held, before they are read anew."""
    rows = defaultdict[int, list[MatchRow]](list)
    for row in judged.matches(session, review):
        rows[row.judgement].append(row)
    return {_words(one): rows[one.id] for one in judged.judgements(session, review) if rows[one.id]}


def tell_again(session: Session, review: int, kept: Told) -> None:
    """The same of those that replace them, by whom and when it was said. A rating may be another: what a concern is
    about is not."""
    session.flush()
    for one in judged.judgements(session, review):
        for row in kept.pop(_words(one), ()):
            judged.match(session, row._replace(judgement=one.id))


def _words(one: JudgementRow) -> tuple[str, str]:
    return one.body, folded(one.text)
