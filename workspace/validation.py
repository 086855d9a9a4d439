"""What Slack would refuse in blocks, messages and views, in its own words where they are known.

A problem has the shape that blocks.validate answers with; the sentences are those that Slack's refusals carry.
"""

from collections.abc import Iterable, Iterator
from secrets import token_urlsafe
from typing import Any

from workspace import limits
from workspace.limits import Fields, Rule, Surface
from workspace.refusals import Refusal
from workspace.team import Json

Problems = Iterator[Json]
_SHAPES: dict[str, tuple[Any, str]] = {
    "string": (str, "a string"),
    "number": (int | float, "a number"),
    "flag": (bool, "a boolean"),
    "list": (list, "an array"),
    "object": (dict, "an object"),
    "typed": (dict, "an object"),
    "any": (object, ""),
}
_BOUNDS = {
    "string": ("must be more than {} characters", "must be less than {} characters", 1),
    "number": ("must be at least {}", "must be no more than {}", 0),
    "list": ("must provide at least {} items", "no more than {} items allowed", 0),
}


def check_message(blocks: Any, refuses: set[str]) -> None:
    if found := list(of_blocks(blocks, "message", "/blocks", refuses)):
        raise _refusal("invalid_blocks", map(_sentence, found))
    if sum(block["type"] in limits.TABLE_CHARS for block in blocks) > 1:
        raise _refusal("invalid_attachments", ["only_one_table_allowed"])
    if _characters(blocks) > limits.MESSAGE_CHARS:
        raise Refusal("msg_blocks_too_long")


def check_view(view: Any, refuses: set[str]) -> None:
    if found := list(of_view(view, "/view", refuses)):
        raise invalid(*map(_sentence, found))
    if len(str(view)) > limits.VIEW_CHARS:
        raise Refusal("view_too_large")


def invalid(*sentences: str) -> Refusal:
    return Refusal("invalid_arguments", response_metadata={"messages": [f"[ERROR] {each}" for each in sentences]})


def _refusal(code: str, sentences: Iterable[str]) -> Refusal:
    errors = list(sentences)
    return Refusal(code, errors=errors, response_metadata={"messages": [f"[ERROR] {each}" for each in errors]})


def _sentence(found: Json) -> str:
    return f"{found['message']} [json-pointer:{found['pointer']}]"


def of_view(view: Any, at: str, refuses: set[str]) -> Problems:
    found = list(_check(limits.typed(limits.VIEWS), view, at))
    yield from found
    if found:
        return
    found = list(of_blocks(view["blocks"], view["type"], f"{at}/blocks", refuses))
    yield from found
    if not found and view["type"] == "modal" and "submit" not in view:
        for i in (i for i, block in enumerate(view["blocks"]) if block["type"] == "input"):
            yield _problem("must define `submit` to use an `input` block in modals", f"{at}/blocks/{i}/input")


def of_blocks(blocks: Any, surface: Surface, at: str, refuses: set[str]) -> Problems:
    """`refuses`: block types that this workspace does not take."""
    known = {kind: fields for kind, fields in limits.BLOCKS[surface].items() if kind not in refuses}
    found = list(_check(limits.some(limits.typed(known), limits.MOST_BLOCKS[surface], 0), blocks, at))
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
    if sum(len(block["text"]) for block in blocks if block["type"] == "markdown") > limits.MARKDOWN_CHARS:
        yield _problem(f"must be less than {limits.MARKDOWN_CHARS + 1} characters", at)
    if sum(block["type"] == "data_visualization" for block in blocks) > limits.CHARTS:
        yield _problem(f"no more than {limits.CHARTS} data_visualization blocks allowed", at)


def _repeated(name: str, things: list[Json], at: str) -> Problems:
    seen: set[str] = set()
    for i, thing in enumerate(things):
        if (used := thing.get(name)) in seen:
            yield _problem(f'`{name}` "{used}" already exists', f"{at}/{i}/{name}", field=name)
        seen |= {used} if used is not None else set()


def _of_table(block: Json, at: str) -> Problems:
    rows, most = block["rows"], limits.TABLE_CHARS[block["type"]]
    if _characters(rows) > most:
        yield _problem(f"must be less than {most + 1} characters", at)
    if block["type"] == "data_table":
        for i in (i for i, row in enumerate(rows) if len(row) != len(rows[0])):
            yield _problem("all rows must have the same number of cells", f"{at}/{i}")
        for i in (i for i, cell in enumerate(rows[0]) if cell["type"] == "rich_text"):
            yield _unsupported("rich_text", ["raw_number", "raw_text"], f"{at}/0/{i}")


def _of_chart(chart: Json, at: str) -> Problems:
    for i in (i for i, segment in enumerate(chart.get("segments", ())) if segment["value"] <= 0):
        yield _problem("must be more than 0", f"{at}/segments/{i}/value")
    yield from _repeated("name", chart.get("series", []), f"{at}/series")
    for i, series in enumerate(chart.get("series", ())):
        if [point["label"] for point in series["data"]] != chart["axis_config"]["categories"]:
            yield _problem("must have one value for every category", f"{at}/series/{i}/data")


def _check(rule: Rule, value: Any, at: str) -> Problems:
    shape, name = _SHAPES[rule.kind]
    if not isinstance(value, shape) or (rule.kind == "number" and isinstance(value, bool)):
        yield _problem(f"must provide {name}", at)
        return
    yield from _bounds(rule, value, at)
    if rule.kind == "list":
        for i, item in enumerate(value):
            yield from _check(rule.of, item, f"{at}/{i}")
    elif rule.kind == "object":
        yield from _fields(rule.of, value, at)
    elif rule.kind == "typed":
        yield from _typed(rule, value, at)


def _bounds(rule: Rule, value: Any, at: str) -> Problems:
    if rule.kind == "string" and rule.of:
        if value not in rule.of:
            yield _problem("must be a valid enum value", at, constraint=_one_of(rule.of, value))
        return
    few, many, step = _BOUNDS.get(rule.kind, ("", "", 0))
    size = value if rule.kind == "number" else len(value) if few else rule.least
    if size < rule.least:
        yield _problem(few.format(rule.least - step), at)
    if rule.most is not None and size > rule.most:
        yield _problem(many.format(rule.most + step), at)


def _typed(rule: Rule, value: Json, at: str) -> Problems:
    if "type" not in value:
        yield _missing("type", at)
    elif not isinstance(value["type"], str) or value["type"] not in rule.of:
        yield _unsupported(value["type"], sorted(rule.of), at)
    else:
        found = list(_fields(rule.of[value["type"]] | {"type": limits.ANY}, value, at)) or list(_of_kind(value, at))
        if found and set(rule.of) == {"plain_text", "mrkdwn"}:
            yield _problem("failed to match all allowed schemas", at)
        yield from found


def _fields(fields: Fields, value: Json, at: str) -> Problems:
    for name in value.keys() - fields.keys():
        yield _problem(f"invalid additional property: {name}", at, code="additional_property", field=name)
    for name, rule in fields.items():
        if name in value:
            yield from _check(rule, value[name], f"{at}/{name}")
        elif rule.required:
            yield _missing(name, at)


def _of_kind(value: Json, at: str) -> Problems:
    either = limits.EITHER.get(value["type"], ())
    if either and not any(name in value for name in either):
        yield _problem(f"must define either {' or '.join(f'`{name}`' for name in either)}", f"{at}/type")
    groups = value.get("option_groups", ())
    offered = [_option(each) for source in (value, *groups) for each in source.get("options", ())]
    chosen = [*value.get("initial_options", ()), *([value["initial_option"]] if "initial_option" in value else [])]
    if offered and any(_option(each) not in offered for each in chosen):
        yield _problem(
            "must be one of the provided options", f"{at}/initial_option{'s' * ('initial_options' in value)}"
        )


def _option(option: Json) -> tuple[str, str]:
    return option["text"]["text"], option["value"]


def _missing(name: str, at: str) -> Json:
    return _problem(f"missing required field: {name}", at, code="missing_property", field=name)


def _unsupported(kind: Any, known: list[str], at: str) -> Json:
    return _problem(f"unsupported type: {kind}", f"{at}/type", constraint=_one_of(known, kind))


def _one_of(known: Iterable[str], got: Any) -> Json:
    return {"type": "enum", "expected": list(known), "got": got}


def _problem(message: str, at: str, *, code: str = "failed_constraint", **more: Any) -> Json:
    return {"code": code, "message": message, "pointer": at, **more}


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
