"""Two drafts of one plan, read from files of different kinds: alike in all but where each part stands."""

from dataclasses import asdict
from typing import Any

from documents.draft import PlanDraft


def facts(draft: PlanDraft) -> dict[str, Any]:
    """All that was read but the places."""
    found = asdict(draft)
    for action in found["actions"]:
        del action["places"]
    return found
