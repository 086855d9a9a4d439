"""A draft as facts and back: between processes, and while it waits for its reader's yes."""

from dataclasses import asdict
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from documents.draft import PlanDraft

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@cache
def _adapter() -> "TypeAdapter[PlanDraft]":
    from pydantic import TypeAdapter  # the process that reads only writes facts, and is to start fast

    return TypeAdapter(PlanDraft)


def facts_of(draft: PlanDraft) -> object:
    """What JSON can hold of it: all."""
    return _plain(asdict(draft))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def draft_of(facts: object) -> PlanDraft:
    """Raises pydantic's ValidationError for what is no draft."""
    return _adapter().validate_python(facts)
