"""Where the plan prints an action, and in which words: for whoever wants to see it in the document.

What a plan prints is published, so that anybody may see it (DESIGN section 6).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from plans.addresses import written
from plans.chat import Answered, Redraw
from plans.listing import plan_named
from plans.messages import Printed, Verb
from plans.progress.showing import GONE
from plans.progress.turn import Turn, row_number, said
from storage.places import PlacedRow, placed

_COUNTED = ("page", "table", "row", "line")


def shown(turn: Turn, query: str) -> Answered:
    """Drawn where the card stood, with the way back to it."""
    action = row_number(query)
    row = placed(turn.session, action) if action is not None else None
    if row is None:
        return said(GONE)
    return Redraw(replace(printed(turn, row, Verb("card", "Back to the action", query)), action=action))


def printed(turn: Turn, row: PlacedRow, *verbs: Verb) -> Printed:
    """Its parts from the left of the table to the right; those the plan leaves blank are left out."""
    return Printed(
        prison=turn.where(row.prison),
        plan=plan_named(row.kind, row.plan),
        address=written(row.ref, row.step),
        title=row.title,
        file=row.file or "",
        parts=tuple(_parts(row)),
        verbs=verbs,
    )


def _parts(row: PlacedRow) -> Iterator[tuple[str, str, str]]:
    words = {
        "theme": row.theme, "recommendation": row.recommendation, "response": row.response, "text": row.text,
        "owner": row.owner, "target": row.target,
    }  # fmt: skip
    for part, printed in words.items():
        if printed:
            yield part, printed, place(row.places.get(part, []))


def place(places: list[Mapping[str, Any]]) -> str:
    """As people say it: "page 3, table 1, row 7 and page 4, table 1, row 1" of what a page broke in two."""
    told = (_place(one) for one in places)
    return " and ".join(dict.fromkeys(filter(None, told)))


def _place(one: Mapping[str, Any]) -> str:
    sheet = [f"sheet “{one['sheet']}”"] if one.get("sheet") else []
    return ", ".join([*sheet, *(f"{name} {one[name]}" for name in _COUNTED if one.get(name) is not None)])
