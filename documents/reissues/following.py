"""What people tied to a theme or a concern by its name follows it when its plan prints it under another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlmodel import Session, col, select

from storage.models import Delegation, JudgementMatch, Plan

Named = tuple[str | None, str | None]
"""A concern's ref and its theme."""


def follow(session: Session, plan: Plan, moved: Iterable[tuple[Named, Named]]) -> None:
    """`moved`: of each action the names held and printed now. A name that became two, or stays with one, is left."""
    pairs = list(moved)
    refs, themes = (renamed((was[part], now[part]) for was, now in pairs) for part in (0, 1))
    if not refs and not themes:
        return
    for row in session.exec(select(Delegation).where(Delegation.plan_id == plan.id, col(Delegation.theme).in_(themes))):
        row.theme = themes[row.theme or ""]
    for match in session.exec(select(JudgementMatch).where(JudgementMatch.plan_id == plan.id)):
        match.theme = themes.get(match.theme or "", match.theme)
        match.ref = refs.get(match.ref or "", match.ref)
    session.flush()


def renamed(pairs: Iterable[tuple[str | None, str | None]]) -> Mapping[str, str]:
    """The names that became one other each."""
    found: dict[str, set[str | None]] = defaultdict(set)
    for was, now in pairs:
        if was:
            found[was].add(now)
    return {was: now for was, (now, *others) in found.items() if now and now != was and not others}
