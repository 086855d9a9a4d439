"""Concerns that come back: each plan of a prison set against its earlier ones, whichever was imported first."""

from collections.abc import Iterator
from datetime import date

from sqlmodel import Session

from plans.progress.raised import concerns_of, repeats_of
from plans.repeats import Concern, repeats
from storage import repeated
from storage.repeated import PlanRow

__all__ = ["flag_repeats", "repeats_of"]


def flag_repeats(session: Session, prison_id: int) -> None:
    """Find them anew: an import may bring an older plan, or other words."""
    plans = repeated.plans(session, prison_id)
    if len(plans) < 2:
        repeated.keep(session, prison_id, ())
        return
    held = {plan.id: concerns_of(session, plan.id) for plan in plans}
    repeated.keep(session, prison_id, _repeated(plans, held))


def _repeated(plans: list[PlanRow], held: dict[int, tuple[Concern, ...]]) -> Iterator[tuple[int, int, bool, int]]:
    """Two plans that answer one inspection do not repeat each other."""
    for plan in plans:
        for other in plans:
            if _is_earlier(other, plan):
                for found in repeats(held[plan.id], held[other.id]):
                    yield found.id, found.earlier, found.said, found.likeness


def _is_earlier(one: PlanRow, other: PlanRow) -> bool:
    same = one.inspected is not None and one.inspected == other.inspected
    return not same and (one.ranked_on or date.min) < (other.ranked_on or date.min)
