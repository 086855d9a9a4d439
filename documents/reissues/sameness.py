"""Is a document a newer version of a plan that is held, or another plan? Two different plans are never made one.

By what it answers first: another inspection is another plan. Then by its title, without what marks a version; then by
its actions. A plan printed again may carry other dates, even of other years; one that carries some actions over from
an earlier one is still another.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from documents.draft import PlanDraft
from documents.reissues.folding import folded, spaced
from documents.reissues.merging import matched
from documents.reissues.versions import Version

MOST = 0.5
"""So much of the longer of the two stands in the other: one plan. A later plan carries over a few actions, not half."""
NEARLY_ALL = 0.9
"""So much stands in the other: one plan, though one of them does not say that it answers an Urgent Notification."""
LEAST = 0.1
"""Under one title and year, or for one inspection, still this much: else they only share what all such titles say."""
FEW = 3
"""Of fewer actions nothing can be said by their words."""

_VERSION = re.compile(
    r"\b(?:v(?:ersion)?\.?\s*\d+(?:\.\d+)*|re-?issued?|revised|revision|updated?|amended|final|draft|as at|refreshed"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|\d{1,2}(?:st|nd|rd|th)?|\d{4}|hmp|hmyoi|yoi|hm prison|prison|and|the|of|for)\b|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A plan that is held of the same prison. `texts` are those of its actions, or of a review's judgements."""

    id: int
    kind: str
    year: int
    title: str
    inspected: tuple[date, date] | None
    texts: tuple[str, ...]


def same_plan(plans: Sequence[Known], draft: PlanDraft, year: int) -> int | None:
    """The id of the plan that this is a version of: the likest, where several could be."""
    texts = _texts(draft)
    found = [(likeness, plan.id) for plan in plans if (likeness := _likeness(plan, draft, texts, year)) is not None]
    return max(found, key=lambda one: (one[0], -one[1]))[1] if found else None


def _likeness(plan: Known, draft: PlanDraft, texts: tuple[str, ...], year: int) -> float | None:
    """None: another plan."""
    answers_same = plan.inspected is not None and plan.inspected == draft.inspected
    reviews = "review" in {plan.kind, draft.kind}
    if (reviews and plan.kind != draft.kind) or (plan.inspected and draft.inspected and not answers_same):
        return None
    share = shared(plan.texts, texts)
    if plan.kind != draft.kind and (share < NEARLY_ALL or min(len(plan.texts), len(texts)) < FEW):
        return None  # what a plan answers is told by its title, that another format or version may lack
    is_titled = core(plan.title, draft.prison) == core(draft.title, draft.prison)
    if (
        not answers_same
        and abs(plan.year - year) > 1
        and (draft.submitted or not _is_the_same_years_apart(plan, texts, share, is_titled))
    ):
        return None
    if is_titled and (answers_same or plan.year == year):
        is_sure = share >= LEAST or min(len(plan.texts), len(texts)) < FEW
    else:
        is_sure = share >= MOST
    return share + is_titled + answers_same if is_sure else None


def _is_the_same_years_apart(plan: Known, texts: tuple[str, ...], share: float, is_titled: bool) -> bool:
    """Where no day of submission says so: dates are put off by years, and one that is misprinted makes a whole plan
    look years older; what stays is its words."""
    return min(len(plan.texts), len(texts)) >= FEW and share >= (MOST if is_titled else NEARLY_ALL)


def _texts(draft: PlanDraft) -> tuple[str, ...]:
    return tuple(one.text for one in draft.judgements if draft.kind == "review") or tuple(
        one.text for one in draft.actions
    )


def shared(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the longer of two plans that stands in the other, by words alone: 0 to 1."""
    longer = max(len(one), len(other))
    left = [Version(at, f"held {at}", "", text) for at, text in enumerate(one)]
    right = [Version(at, f"printed {at}", "", text) for at, text in enumerate(other)]
    return len(matched(left, right).pairs) / longer if longer else 0.0


def core(title: str, prison: str) -> frozenset[str]:
    """What a title says beside the prison's name, its date and which version it is."""
    words = set(_VERSION.sub(" ", spaced(title)).split())
    return frozenset(words.difference(spaced(prison).split()))


def prison_key(name: str) -> str:
    """One prison however it is written: "HMP & YOI Exampleton", "Exampleton (HMP)", "St. Exampleton", "Saint ..."."""
    plain = re.sub(r"\b(?:hmp|hmyoi|hmpyoi|yoi|hm prison|and|the)\b|[^\w\s]", " ", spaced(name).replace("'", ""))
    return folded(re.sub(r"\bsaint\b", "st", plain))
