"""A draft as facts and back: between processes, and while it waits for its reader's yes."""

from functools import cache

from pydantic import TypeAdapter

from documents.draft import PlanDraft


@cache
def _adapter() -> TypeAdapter[PlanDraft]:
    return TypeAdapter(PlanDraft)


def facts_of(draft: PlanDraft) -> object:
    """What JSON can hold of it: all."""
    return _adapter().dump_python(draft, mode="json")


def draft_of(facts: object) -> PlanDraft:
    """Raises pydantic's ValidationError for what is no draft."""
    return _adapter().validate_python(facts)
