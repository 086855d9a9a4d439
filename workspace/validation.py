"""What Slack would refuse in blocks, messages and views, and what it adds to those it takes."""

from collections.abc import Iterable
from secrets import token_urlsafe
from typing import Any

from workspace import limits
from workspace.limits import Surface
from workspace.refusals import Refusal
from workspace.rules import Problems, problem, some, typed, unsupported
from workspace.team import Json


def check_message(blocks: Any, refuses: set[str]) -> None:
    if found := list(of_blocks(blocks, "message", "/blocks", refuses)):
        raise _refusal("invalid_blocks", map(_sentence, found))
    if sum(block["type"] in limits.TABLE_CHARS for block in blocks) > 1:
        raise _refusal("invalid_attachments", ["only_one_table_allowed"])
    if _characters(blocks) > limits.MESSAGE_CHARS:
        raise Refusal("msg_blocks_too_long")


def check_attachments(attachments: Any, refuses: set[str]) -> None:
    """Of the old kind: of what may be in them, only their blocks are looked at."""
    if not isinstance(attachments, list) or not all(isinstance(each, dict) for each in attachments):
        raise Refusal("invalid_attachments")
    inner = [(each.get("blocks") or [], f"/attachments/{i}/blocks") for i, each in enumerate(attachments)]
    if found := [each for blocks, at in inner for each in of_blocks(blocks, "message", at, refuses)]:
        raise _refusal("invalid_attachments", map(_sentence, found))


def check_view(view: Any, refuses: set[str]) -> None:
    if found := list(of_view(view, "/view", refuses)):
        raise invalid(*map(_sentence, found))
    if len(str(view)) > limits.VIEW_CHARS:
        raise Refusal("view_too_large")


def invalid(*sentences: str) -> Refusal:
    return Refusal("invalid_arguments", response_metadata={"messages": [f"[ERROR] {each}" for each in sentences]})


def _refusal(code: str, sentences: Iterable[str]) -> Refusal:
    errors = list(sentences)
    return Refusal(code, errors=errors, **invalid(*errors).more)


def _sentence(found: Json) -> str:
    return f"{found['message']} [json-pointer:{found['pointer']}]"


def of_view(view: Any, at: str, refuses: set[str]) -> Problems:
    found = list(typed(limits.VIEWS)(view, at)) or list(
        of_blocks(view["blocks"], view["type"], f"{at}/blocks", refuses)
    )
    yield from found
    if not found and view["type"] == "modal" and "submit" not in view:
        for i in (i for i, block in enumerate(view["blocks"]) if block["type"] == "input"):
            yield problem("must define `submit` to use an `input` block in modals", f"{at}/blocks/{i}/input")


def of_blocks(blocks: Any, surface: Surface, at: str, refuses: set[str]) -> Problems:
    """`refuses`: block types that this workspace does not take."""
    kinds = limits.MESSAGES if surface == "message" else limits.EVERYWHERE
    known = {kind: fields for kind, fields in kinds.items() if kind not in refuses}
    found = list(some(typed(known), limits.MOST[surface], 0)(blocks, at))
    yield from found
    if not found:  # what follows trusts the shape
        yield from _together(blocks, at)


def _together(blocks: list[Json], at: str) -> Problems:
    """What is wrong with things that would each be right alone."""
    yield from _repeated("block_id", blocks, at)
    for i, block in enumerate(blocks):
        if block["type"] == "actions":
            yield from _repeated("action_id", block["elements"], f"{at}/{i}/elements")
        if block["type"] in limits.TABLE_CHARS:
            yield from _of_table(block, f"{at}/{i}/rows")
        if block["type"] == "data_visualization":
            yield from _of_chart(block["chart"], f"{at}/{i}/chart")
    if sum(block["type"] == "data_visualization" for block in blocks) > limits.CHARTS:
        yield problem(f"no more than {limits.CHARTS} data_visualization blocks allowed", at)


def _repeated(name: str, things: list[Json], at: str) -> Problems:
    used = [thing.get(name) for thing in things]
    for i in (i for i, each in enumerate(used) if each is not None and each in used[:i]):
        yield problem(f'`{name}` "{used[i]}" already exists', f"{at}/{i}/{name}", field=name)


def _of_table(block: Json, at: str) -> Problems:
    rows, most = block["rows"], limits.TABLE_CHARS[block["type"]]
    if _characters(rows) > most:
        yield problem(f"must be less than {most + 1} characters", at)
    if block["type"] == "data_table":
        for i in (i for i, row in enumerate(rows) if len(row) != len(rows[0])):
            yield problem("all rows must have the same number of cells", f"{at}/{i}")
        for i in (i for i, cell in enumerate(rows[0]) if cell["type"] == "rich_text"):
            yield unsupported("rich_text", ["raw_number", "raw_text"], f"{at}/0/{i}")


def _of_chart(chart: Json, at: str) -> Problems:
    for i in (i for i, segment in enumerate(chart.get("segments", ())) if segment["value"] <= 0):
        yield problem("must be more than 0", f"{at}/segments/{i}/value")
    yield from _repeated("name", chart.get("series", []), f"{at}/series")
    for i, series in enumerate(chart.get("series", ())):
        if [point["label"] for point in series["data"]] != chart["axis_config"]["categories"]:
            yield problem("must have one value for every category", f"{at}/series/{i}/data")


def _characters(value: Any) -> int:
    """What a reader sees in blocks: every `text` and caption, however deep."""
    if isinstance(value, list):
        return sum(map(_characters, value))
    if not isinstance(value, dict):
        return 0
    own = sum(len(value[key]) for key in ("text", "caption") if isinstance(value.get(key), str))
    return own + sum(map(_characters, value.values()))


def complete(blocks: list[Json]) -> list[Json]:
    """A copy with what Slack adds: an id for every block and element, `emoji` and `verbatim` where unsaid."""
    return [{**_completed(block), "block_id": block.get("block_id") or token_urlsafe(4)[:5]} for block in blocks]


def _completed(value: Any) -> Any:
    if isinstance(value, list):
        return [_completed(each) for each in value]
    if not isinstance(value, dict):
        return value
    kind = str(value.get("type"))
    added: Json = {"plain_text": {"emoji": True}, "mrkdwn": {"verbatim": False}}.get(kind, {})
    if kind in limits.NAMED:
        added = {"action_id": token_urlsafe(4)[:5]}
    return {**added, **{key: _completed(each) for key, each in value.items()}}
