"""Sets a plan read from a file against the same plan read from its text: what is right, wrong and said so, or wrong
and silent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.draft import ActionDraft, PlanDraft


@dataclass
class Measure:
    """Addresses of the expected actions, by how they fared; `extra` were read and are not in the plan."""

    right: list[str] = field(default_factory=list)
    flagged: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return len(self.right) / max(1, len(self.right) + len(self.flagged) + len(self.silent))


def measured(draft: PlanDraft, expected: PlanDraft, unsure: Sequence[str] = ()) -> Measure:
    """An action is flagged when its ref carries a question that the text's does not, when a check failed or a part was
    left unread, or when the whole document is said to be uncertain."""
    read: dict[tuple[str, str | None], ActionDraft] = {}
    for action in draft.actions:
        read.setdefault((action.ref, action.step), action)
    measure = Measure()
    for wanted in expected.actions:
        address = f"{wanted.ref}/{wanted.step}"
        found = read.pop((wanted.ref, wanted.step), None)
        near = [action for action in draft.actions if action.ref == wanted.ref]
        if found is not None and facts(found) == facts(wanted):
            measure.right.append(address)
        elif unsure or draft.failed or draft.unread or any(set(one.flags) - set(wanted.flags) for one in near):
            measure.flagged.append(address)
        else:
            measure.silent.append(address)
    measure.extra = [f"{ref}/{step}" for ref, step in read]
    return measure


def facts(action: ActionDraft) -> dict[str, object]:
    """All fields of an action but places and flags, white space and list glyphs folded."""
    names = ("ref", "step", "theme", "heading", "recommendation", "response", "text", "owner_cell", "title")
    folded = {name: _folded(getattr(action, name)) for name in names}
    return folded | {name: getattr(action, name) for name in ("owners", "target", "starts", "links")}


def _folded(words: str | None) -> str | None:
    return " ".join(re.sub("[•·▪]", " ", words).split()) if words else words
