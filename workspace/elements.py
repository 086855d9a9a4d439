"""What people put into buttons, menus and fields, and how Slack reports it."""

from collections.abc import Iterator
from typing import Any

from workspace.team import Json

PLACES = ("user", "conversation", "channel")
REQUIRED = "Please complete this required field."
FIELDS = {
    kind: field
    for field, kinds in {
        "selected_option": "static_select external_select radio_buttons overflow",
        "selected_options": "multi_static_select multi_external_select checkboxes",
        "selected_date": "datepicker",
        "selected_time": "timepicker",
        "selected_date_time": "datetimepicker",
        "value": "plain_text_input email_text_input url_text_input number_input",
        "rich_text_value": "rich_text_input",
        "files": "file_input",
    }.items()
    for kind in kinds.split()
} | {f"{many}{what}s_select": f"selected_{what}{'s' if many else ''}" for many in ("", "multi_") for what in PLACES}
LISTS = {"selected_options", "files", *(f"selected_{what}s" for what in PLACES)}


def elements(blocks: list[Json]) -> Iterator[tuple[str, Json]]:
    """Whatever can be pressed, chosen or filled in, with its block's id."""
    for block in blocks:
        found = [block.get("accessory"), block.get("element"), *block.get("elements", ()), *block.get("actions", ())]
        yield from ((block["block_id"], each) for each in found if isinstance(each, dict) and "action_id" in each)
        yield from elements([*block.get("children", ()), *block.get("child_blocks", ())])


def stateful(element: Json) -> bool:
    return element["type"] in FIELDS and element["type"] != "overflow"


def find(blocks: list[Json], action_id: str, block_id: str | None) -> tuple[str, Json] | None:
    return next((e for e in elements(blocks) if e[1]["action_id"] == action_id and block_id in (None, e[0])), None)


def filled(element: Json, value: Any) -> Json:
    """An element's new state; ValueError where it offers no such thing."""
    field = FIELDS[element["type"]]
    if value in (None, "", []):
        value = [] if field in LISTS else None
    elif isinstance(value, list) != (field in LISTS):
        raise ValueError("That does not fit what is asked here.")
    elif field == "selected_option":
        value = _option(element, value)
    elif field == "selected_options":
        value = [_option(element, each) for each in value]
    elif field == "selected_date_time":
        value = int(str(value))
    elif field == "rich_text_value" and isinstance(value, str):
        section = {"type": "rich_text_section", "elements": [{"type": "text", "text": value}]}
        value = {"type": "rich_text", "elements": [section]}
    return {"type": element["type"], field: value}


def action(block_id: str, element: Json, value: Any, ts: str) -> Json:
    """One of `actions`: the element as the app gave it, without its choices, with what was chosen."""
    own = {key: held for key, held in element.items() if key not in ("options", "option_groups")}
    chosen = filled(element, value) if element["type"] in FIELDS else {}
    return {**own, "block_id": block_id, **chosen, "action_ts": ts}


def state(blocks: list[Json], given: Json) -> Json:
    """`values` of a state: what was `given` (by block, by action), else what the element began with."""
    values: Json = {}
    for block_id, element in elements(blocks):
        if stateful(element):
            had = given.get(block_id, {}).get(element["action_id"])
            values.setdefault(block_id, {})[element["action_id"]] = had or _begun(element)
    return values


def fill(blocks: list[Json], given: dict[str, Json]) -> Json:
    """As `state` takes it, of plain values."""
    values: Json = {}
    for block_id, element in elements(blocks):
        name = element["action_id"]
        if name in given.get(block_id, {}):
            values.setdefault(block_id, {})[name] = filled(element, given[block_id][name])
    return values


def missing(blocks: list[Json], values: Json) -> dict[str, str]:
    """What a form does not let go of: required inputs left empty."""
    asked = [b["block_id"] for b in blocks if b["type"] == "input" and not b.get("optional")]
    return {each: REQUIRED for each in asked if not any(map(_holds, values.get(each, {}).values()))}


def _holds(entry: Json) -> bool:
    return bool(entry[FIELDS[entry["type"]]])


def _begun(element: Json) -> Json:
    field = FIELDS[element["type"]]
    initial = "initial_value" if field.endswith("value") else field.replace("selected_", "initial_")
    return {
        "type": element["type"],
        field: element.get(initial, [] if field in LISTS else None),
    }


def _option(element: Json, value: str) -> Json:
    groups = element.get("option_groups", ())
    offered: list[Json] = [*element.get("options", ()), *(each for group in groups for each in group["options"])]
    for each in offered:
        if each["value"] == value:
            return each
    raise ValueError(f"There is no choice “{value}” here.")
