"""A question answered, for chat and for scripts. Values only: plans.asking makes them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plans.addresses import step_json
from plans.entries import days_late
from plans.messages import Message


@dataclass(frozen=True, slots=True)
class Answer:
    """A question answered. `rows` are all that match, in plan order; `error` is None for an empty answer too."""

    message: Message
    understood: dict[str, Any] = field(default_factory=dict)
    plans: tuple[str, ...] = ()
    rows: tuple[Any, ...] = ()
    on: date = date.min
    error: dict[str, Any] | None = None

    def as_json(self) -> dict[str, Any]:
        """DESIGN section 7, row `ask`, but for `text`."""
        return {
            "understood": self.understood,
            "plans": list(self.plans),
            "error": self.error,
            "total": len(self.rows),
            "actions": [_action_json(row, self.on) for row in self.rows],
        }


def _action_json(row: Any, on: date) -> dict[str, Any]:
    return {
        "plan": row.plan,
        "ref": row.ref,
        "step": step_json(row.step),
        "title": row.title,
        "owners": list(row.owners),
        "due": row.due.isoformat() if row.due else None,
        "status": row.status,
        "days_late": days_late(row.status, row.due, on),
    }
