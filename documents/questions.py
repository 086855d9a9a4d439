"""What only a person can tell of a document, asked once, and what their answers make of it."""

from collections.abc import Mapping

from documents.draft import PlanDraft
from plans.messages import Question

Told = Mapping[str, list[str]]
"""Owner cell, folded and casefolded → the parties it names, as somebody told before."""


def questions_of(draft: PlanDraft, told: Told) -> tuple[Question, ...]:
    """In the order in which they matter. What was told before is not asked again."""
    return () if draft.prison else (Question("prison", "prison", draft.title, free=True),)


def answered(draft: PlanDraft, answers: Mapping[str, str], told: Told) -> PlanDraft:
    """The draft with what was told before and what is answered now; the draft given is left as it was."""
    return draft
