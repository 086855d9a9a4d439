"""One action as it was printed, as it stands, and as its plan prints it now: what becomes of it. No database.

What people said or agreed to stands for as long as the plan prints the same cell (ADR 11, ADR 16): an owner changes
only where the owner cell does, a date as `dating` has it. What only a typesetter sees is no difference.
"""

from collections.abc import Iterable
from typing import Any

from documents.assembly.fields import title_of
from documents.draft import ActionDraft
from documents.reissues.dating import redate
from documents.reissues.folding import folded
from documents.reissues.outcomes import Outcome, Said, stays
from documents.rows import facts_of
from plans.addresses import written
from plans.joint_owners import parties
from plans.owners import key
from storage.models import Action

Concern = tuple[str | None, str | None, str | None]
"""Theme, recommendation, response."""


def differ(held: Action, concern: Concern, now: ActionDraft, said: Said) -> Outcome:
    """`concern` is what is held of the action's theme and recommendation."""
    out, facts = Outcome(), facts_of(now)
    _number(out, held, now)
    _words(out, held, now, facts)
    _owner(out, held, now, said)
    redate(out, held, now, said)
    for was, new in zip(concern, (now.theme, now.recommendation, now.response), strict=True):
        if folded(was) != folded(new):
            out.differs("words", was, new)
    if held.gone_at is not None:
        out.facts["gone_at"] = None
        out.differs("again", "", "", stays(held.status))
    for name in ("links", "places"):
        if getattr(held, name) != facts[name]:
            out.facts[name] = facts[name]
    return out


def _number(out: Outcome, held: Action, now: ActionDraft) -> None:
    if (held.ref, held.step) != (now.ref, now.step or ""):
        out.differs("number", written(held.ref, held.step), written(now.ref, now.step))


def _words(out: Outcome, held: Action, now: ActionDraft, facts: dict[str, Any]) -> None:
    """An edited title is the coordinator's."""
    is_text, is_heading = folded(held.text) != folded(now.text), folded(held.heading) != folded(now.heading)
    if is_text:
        out.takes(facts, "text", "stems", "folded")
        out.differs("words", held.text, now.text)
    if is_heading:
        out.takes(facts, "heading")
        out.differs("words", held.heading, now.heading)
    if (is_text or is_heading) and held.title in (title_of(held.text, held.heading), title_of(held.text, None)):
        out.takes(facts, "title")


def _owner(out: Outcome, held: Action, now: ActionDraft, said: Said) -> None:
    """While the cell is the same, who took the action on leads it; but somebody may have told whom the cell names."""
    if folded(held.owner_cell) != folded(now.owner_cell):
        if _keys(_read(held.owner_cell)) == _keys(now.owners):
            return  # other words for the same
        out.facts["owner_cell"], out.owns = now.owner_cell, True
        out.differs("owner", held.owner_cell, now.owner_cell, stays(held.status) if said.status else "")
    elif not said.handed and tuple(now.owners) not in (said.owners, _read(now.owner_cell)):
        out.owns = True
        out.differs("owner", ", ".join(said.owners), ", ".join(now.owners))


def _read(cell: str | None) -> tuple[str, ...]:
    """Whom a cell names where nobody told."""
    return tuple(dict.fromkeys(parties(cell or "")))


def _keys(named: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(map(key, named)))
