"""Slack's limits as data, and a check of a message against them, shaped like `blocks.validate`.

From docs.slack.dev (Block Kit reference, blocks.validate), read in November 2026. Two are observed, not
documented: blocks are refused beyond some 13,200 characters (slackapi/bolt-js#2509), and one table a message.
"""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, TypedDict

Block = dict[str, Any]

TEXT = 4_000  # the advised length; Slack cuts at 40,000
BLOCKS = 50
MESSAGE_CHARS = 13_000
TABLE_CHARS = 10_000
SECTION_CHARS = 3_000
HEADER_CHARS = 150
BUTTONS = 25
BUTTON_LABEL = 75
BUTTON_VALUE = 2_000
CONTEXT_ELEMENTS = 10
TABLE_ROWS = 100  # the header among them
DATA_TABLE_ROWS = 101  # the header among them
TABLES = ("table", "data_table")
CHART = "data_visualization"
CHARTS = 2  # a message
CHART_TITLE = 50
CHART_LABEL = 20
CATEGORIES = 20
SERIES = 6  # sources differ: 6 or 12


class Problem(TypedDict):
    code: str
    message: str
    pointer: str


class Limit(NamedTuple):
    """At most (and at least) so many characters or items, or so great a number, wherever `path` leads."""

    block: str
    path: str
    measure: Literal["chars", "items", "value"]
    most: int
    least: int = 1


LIMITS = (
    Limit("section", "text/text", "chars", SECTION_CHARS),
    Limit("section", "fields", "items", 10),
    Limit("section", "fields/*/text", "chars", 2_000),
    Limit("section", "accessory/text/text", "chars", BUTTON_LABEL),
    Limit("section", "accessory/value", "chars", BUTTON_VALUE),
    Limit("section", "accessory/action_id", "chars", 255),
    Limit("header", "text/text", "chars", HEADER_CHARS),
    Limit("context", "elements", "items", CONTEXT_ELEMENTS),
    Limit("context", "elements/*/text", "chars", SECTION_CHARS),
    Limit("actions", "elements", "items", BUTTONS),
    Limit("actions", "elements/*/text/text", "chars", BUTTON_LABEL),
    Limit("actions", "elements/*/value", "chars", BUTTON_VALUE),
    Limit("actions", "elements/*/action_id", "chars", 255),
    Limit("actions", "elements/*/url", "chars", 3_000),
    Limit("table", "rows", "items", TABLE_ROWS),
    Limit("table", "rows/*", "items", 20),
    Limit("table", "rows/*/*/text", "chars", TABLE_CHARS),
    Limit("table", "column_settings", "items", 20),
    Limit("data_table", "rows", "items", DATA_TABLE_ROWS, 2),
    Limit("data_table", "rows/*", "items", 20),
    Limit("data_table", "rows/*/*/text", "chars", TABLE_CHARS),
    Limit("data_table", "caption", "chars", 255),
    Limit("data_table", "page_size", "value", 100),
    Limit("data_table", "row_header_column_index", "value", 19, 0),
    Limit("data_visualization", "title", "chars", CHART_TITLE),
    Limit("data_visualization", "chart/series", "items", SERIES),
    Limit("data_visualization", "chart/series/*/name", "chars", CHART_LABEL),
    Limit("data_visualization", "chart/series/*/data", "items", CATEGORIES),
    Limit("data_visualization", "chart/series/*/data/*/label", "chars", CHART_LABEL),
    Limit("data_visualization", "chart/axis_config/categories", "items", CATEGORIES),
    Limit("data_visualization", "chart/axis_config/categories/*", "chars", CHART_LABEL),
    Limit("data_visualization", "chart/axis_config/x_label", "chars", 50),
    Limit("data_visualization", "chart/axis_config/y_label", "chars", 50),
    *(Limit(block, "block_id", "chars", 255) for block in ("section", "context", "actions", "table", "data_table")),
)

PROPERTIES: dict[str, set[str]] = {
    "section": {"text", "fields", "accessory", "expand"},
    "header": {"text"},
    "context": {"elements"},
    "actions": {"elements"},
    "divider": set(),
    "table": {"rows", "column_settings"},
    "data_table": {"rows", "caption", "page_size", "row_header_column_index"},
    "data_visualization": {"title", "chart"},
}

REQUIRED: dict[str, set[str]] = {
    "header": {"text"},
    "context": {"elements"},
    "actions": {"elements"},
    "table": {"rows"},
    "data_table": {"rows", "caption"},
    "data_visualization": {"title", "chart"},
}


def problems(payload: dict[str, Any]) -> list[Problem]:
    """Everything Slack would refuse in a message (`text`, `blocks`); empty when it would be accepted."""
    blocks: list[Block] = payload.get("blocks", [])
    return [
        *_of_message(payload, blocks),
        *(p for i, block in enumerate(blocks) for p in _of_block(block, f"/blocks/{i}")),
    ]


def _of_message(payload: dict[str, Any], blocks: list[Block]) -> Iterator[Problem]:
    if not payload.get("text"):
        yield _problem("missing_text", "a message carries text for notifications and screen readers", "/text")
    yield from _over("/text", "characters", len(payload.get("text", "")), TEXT)
    yield from _over("/blocks", "items", len(blocks), BLOCKS)
    yield from _over("/blocks", "characters in all", sum(map(chars, blocks)), MESSAGE_CHARS)
    yield from _over("/blocks", "tables", sum(block.get("type") in TABLES for block in blocks), 1)
    yield from _over("/blocks", "charts", sum(block.get("type") == CHART for block in blocks), CHARTS)
    yield from _repeated([block["block_id"] for block in blocks if "block_id" in block], "/blocks", "block_id")


def _of_block(block: Block, pointer: str) -> Iterator[Problem]:
    kind = block.get("type", "")
    if kind not in PROPERTIES:
        yield _problem("unsupported_type", f"unknown block type {kind!r}", f"{pointer}/type")
        return
    for extra in sorted(block.keys() - PROPERTIES[kind] - {"type", "block_id"}):
        yield _problem("additional_property", f"invalid additional property: {extra}", f"{pointer}/{extra}")
    for absent in sorted(REQUIRED.get(kind, set()) - block.keys()):
        yield _problem("missing_property", f"missing required property: {absent}", f"{pointer}/{absent}")
    for limit in LIMITS:
        if limit.block == kind:
            yield from _of_limit(limit, block, pointer)
    if kind in TABLES:
        yield from _of_table(block, pointer)
    if kind == CHART:
        yield from _of_chart(block.get("chart", {}), f"{pointer}/chart")
    if kind == "actions":
        yield from _repeated([each["action_id"] for each in block.get("elements", [])], pointer, "action_id")


def _of_limit(limit: Limit, block: Block, pointer: str) -> Iterator[Problem]:
    for where, found in _at(block, limit.path.split("/"), pointer):
        size = found if limit.measure == "value" else len(found)
        yield from _over(where, limit.measure, size, limit.most)
        if size < limit.least:
            yield _problem("failed_constraint", f"less than {limit.least} {limit.measure}", where)


def _of_table(block: Block, pointer: str) -> Iterator[Problem]:
    rows: list[list[Block]] = block.get("rows", [])
    if len({len(row) for row in rows}) > 1:
        yield _problem("failed_constraint", "rows of different lengths", f"{pointer}/rows")
    yield from _over(f"{pointer}/rows", "characters in all", chars(block), TABLE_CHARS)
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell.get("type") not in ("raw_text", "raw_number", "rich_text"):
                yield _problem("unsupported_type", f"unknown cell {cell.get('type')!r}", f"{pointer}/rows/{r}/{c}")


def _of_chart(chart: Block, pointer: str) -> Iterator[Problem]:
    """Of bars and lines, the kinds that we draw: every series has a value for every category, each named once."""
    if chart.get("type") not in ("bar", "line"):
        yield _problem("unsupported_type", f"unknown chart {chart.get('type')!r}", f"{pointer}/type")
        return
    categories: list[str] = chart["axis_config"]["categories"]
    yield from _repeated(categories, pointer, "category")
    yield from _repeated([series["name"] for series in chart["series"]], pointer, "name of a series")
    for i, series in enumerate(chart["series"]):
        if [point["label"] for point in series["data"]] != categories:
            yield _problem("failed_constraint", "a series without a value for each category", f"{pointer}/series/{i}")


def _at(value: Any, path: list[str], pointer: str) -> Iterator[tuple[str, Any]]:
    """Every place that a path with `*` for "each item" leads to."""
    if not path:
        yield pointer, value
    elif path[0] == "*":
        for i, item in enumerate(value):
            yield from _at(item, path[1:], f"{pointer}/{i}")
    elif isinstance(value, dict) and path[0] in value:
        yield from _at(value[path[0]], path[1:], f"{pointer}/{path[0]}")


def chars(value: Any) -> int:
    """The characters a reader would see in a block: every `text`, however deep, captions, the names in a chart."""
    if isinstance(value, list):
        return sum(map(chars, value))
    if not isinstance(value, dict):
        return 0
    own = sum(len(value[key]) for key in _SEEN if isinstance(value.get(key), str))
    return own + sum(chars(inner) for inner in value.values())


def _over(pointer: str, what: str, size: int, most: int) -> Iterator[Problem]:
    if size > most:
        yield _problem("failed_constraint", f"more than {most} {what} ({size})", pointer)


def _repeated(names: list[str], pointer: str, what: str) -> Iterator[Problem]:
    if len(set(names)) < len(names):
        yield _problem("duplicate_id", f"{what} used twice", pointer)


def _problem(code: str, message: str, pointer: str) -> Problem:
    return {"code": code, "message": message, "pointer": pointer}


_SEEN = ("text", "caption", "title", "label", "name")
