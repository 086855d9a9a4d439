"""What people put into buttons, menus and fields, and how Slack reports it."""

import re
from collections.abc import Iterator
from typing import Any

from workspace.refusals import Sorry
from workspace.team import Json

REQUIRED = "Please complete this required field."
SHAPES = {
    "number_input": (r"[+-]?\d+(\.\d+)?", "Write a number."),
    "email_text_input": (r"[^@\s]+@[^@\s]+", "Write an email address, as name@example.org."),
    "url_text_input": (r"https?://\S+", "Write an address that begins with https://."),
}
# By type: where Slack tells what is in an element. What ends in s is a list.
FIELDS = {
    **dict.fromkeys(("static_select", "radio_buttons", "overflow"), "selected_option"),
    **dict.fromkeys(("multi_static_select", "checkboxes"), "selected_options"),
    **{f"{what}s_select": f"selected_{what}" for what in ("user", "conversation", "channel")},
    **{f"multi_{what}s_select": f"selected_{what}s" for what in ("user", "conversation", "channel")},
    **dict.fromkeys(("plain_text_input", "email_text_input", "url_text_input", "number_input"), "value"),
    "datepicker": "selected_date",
    "timepicker": "selected_time",
}


def elements(blocks: list[Json]) -> Iterator[tuple[str, Json]]:
    """Whatever can be pressed, chosen or filled in, with its block's id."""
    for block in blocks:
        found = [block.get("accessory"), block.get("element"), *block.get("elements", ())]
        yield from ((block["block_id"], each) for each in found if isinstance(each, dict) and "action_id" in each)


def find(blocks: list[Json], action_id: str, block_id: str | None) -> tuple[str, Json]:
    for found, element in elements(blocks):
        if element["action_id"] == action_id and block_id in (None, found):
            return found, element
    raise Sorry("That is no longer there to press.")


def filled(element: Json, value: Any) -> Json:
    """An element's new state; Sorry where it offers no such thing."""
    field = FIELDS[element["type"]]
    if value in (None, "", []):
        value = [] if field.endswith("s") else None
    elif isinstance(value, list) != field.endswith("s") or not all(isinstance(each, str) for each in _listed(value)):
        raise Sorry("That does not fit what is asked here.")
    elif field == "selected_option":
        value = _option(element, value)
    elif field == "selected_options":
        value = [_option(element, each) for each in value]
    return {"type": element["type"], field: value}


def action(block_id: str, element: Json, value: Any, ts: str) -> Json:
    """One of `actions`: the element as the app gave it, without its choices, with what was chosen."""
    own = {key: held for key, held in element.items() if key not in ("options", "option_groups")}
    chosen = filled(element, value) if element["type"] in FIELDS else {}
    return {**own, "block_id": block_id, **chosen, "action_ts": ts}


def state(blocks: list[Json], had: Json, given: Json) -> Json:
    """A state's `values`: what is `given` in plain values, else what it `had`, else what the element began with."""
    values: Json = {}
    for block_id, element in elements(blocks):
        name, new, old = element["action_id"], given.get(block_id, {}), had.get(block_id, {})
        if element["type"] in FIELDS and element["type"] != "overflow":
            held = filled(element, new[name]) if name in new else old.get(name) or _begun(element)
            values.setdefault(block_id, {})[name] = held
    return values


def wrong(blocks: list[Json], values: Json) -> dict[str, str]:
    """What a form does not let go of: required inputs left empty, and what was written that does not do."""
    asked = [block for block in blocks if block["type"] == "input"]
    found = {each["block_id"]: _wrong(each, values[each["block_id"]]) for each in asked}
    return {block_id: sentence for block_id, sentence in found.items() if sentence}


def _wrong(block: Json, values: Json) -> str:
    element = block["element"]
    value = values[element["action_id"]][FIELDS[element["type"]]]
    least, most = element.get("min_length", 0), element.get("max_length", 3_000)
    pattern, sentence = SHAPES.get(element["type"], (".*", ""))
    if not value:
        return "" if block.get("optional") else REQUIRED
    if element["type"] == "plain_text_input" and not least <= len(value) <= most:
        return f"Write at least {least} characters." if len(value) < least else f"Write at most {most} characters."
    if element.get("is_decimal_allowed") is False and "." in value:
        return "Write a whole number."
    return "" if re.fullmatch(pattern, str(value), re.DOTALL) else sentence


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _begun(element: Json) -> Json:
    field = FIELDS[element["type"]]
    initial = "initial_value" if field == "value" else field.replace("selected_", "initial_")
    return {"type": element["type"], field: element.get(initial, [] if field.endswith("s") else None)}


def _option(element: Json, value: str) -> Json:
    groups = element.get("option_groups", ())
    offered: list[Json] = [*element.get("options", ()), *(each for group in groups for each in group["options"])]
    for each in offered:
        if each["value"] == value:
            return each
    raise Sorry(f"There is no choice “{value}” here.")
