"""The differences between what is held of a plan and what its newer version prints, as a preview shows them."""

from collections.abc import Iterable, Mapping, Sequence

from documents.draft import ActionDraft
from documents.reissues.outcomes import Outcome
from documents.reissues.versions import Matching
from plans.addresses import written
from plans.messages.imports import ChangeKind, ReissueChange
from storage.models import Action


def told_of(now: ActionDraft, held: Action, outcome: Outcome) -> list[ReissueChange]:
    """Of an action that both versions have; under the title that it will have."""
    title = outcome.facts.get("title", held.title)
    address = written(now.ref, now.step)
    return [ReissueChange(one.kind, address, title, one.was, one.now, one.kept) for one in outcome.differences]


def told_new(now: ActionDraft, whole: Action | None) -> ReissueChange:
    """`whole`: the action whose words its own were part of, as it is numbered now."""
    address = written(now.ref, now.step)
    if whole is None:
        return ReissueChange("new", address, now.title, now=now.text)
    was = written(whole.ref, whole.step)
    return ReissueChange("regrouped", address, now.title, was, address, f"{was} is {_status(whole)}")


def told_gone(
    missing: Sequence[Action],
    found: Matching,
    rows: Mapping[int, Action],
    printed: Mapping[int, ActionDraft],
) -> list[ReissueChange]:
    """What is printed no more: one line for each action that several became, with the status of each of those, which
    are never put together; one for each of the others."""
    grouped: dict[int, list[Action]] = {}
    told = []
    for row in missing:
        if (place := found.joined.get(row.id or 0)) is not None:
            grouped.setdefault(place, [rows[place]] if place in rows else []).append(row)
        else:
            told.append(_gone(row, printed.values()))
    for place, parts in grouped.items():
        now, address = printed[place], written(printed[place].ref, printed[place].step)
        numbers = ", ".join(written(row.ref, row.step) for row in parts)
        stands = ", ".join(f"{written(row.ref, row.step)} is {_status(row)}" for row in parts)
        told.append(ReissueChange("regrouped", address, now.title, numbers, address, stands))
    return told


def _gone(row: Action, printed: Iterable[ActionDraft]) -> ReissueChange:
    another = next((one for one in printed if (one.ref, one.step or "") == (row.ref, row.step)), None)
    kind: ChangeKind = "other" if another else "gone"
    now = another.title if another else ""
    return ReissueChange(kind, written(row.ref, row.step), row.title, row.text, now, _status(row))


def _status(row: Action) -> str:
    return row.status.replace("_", " ")
