"""Blocks and views that Slack takes, and ones with a single mistake each, beside what is said of it.

The sentences of MISTAKES marked † are Slack's own, seen in refusals that others published; the rest are ours, Slack's
being unknown. The pointers follow Slack's everywhere: at the object that lacks or exceeds, else at the value itself.
"""

from copy import deepcopy
from typing import Any

from workspace.limits import Surface
from workspace.validation import of_blocks


def plain(text: str = "a") -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "a") -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def section(**more: Any) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn(), **more}


def button(**more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(), **more}


def actions(*elements: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements), **more}


def option(value: str = "a") -> dict[str, Any]:
    return {"text": plain(value), "value": value}


def select(**more: Any) -> dict[str, Any]:
    return {"type": "static_select", "placeholder": plain(), "options": [option()], **more}


def field(element: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"type": "input", "label": plain(), "element": element or {"type": "plain_text_input"}, **more}


def table(*rows: list[str], kind: str = "table", **more: Any) -> dict[str, Any]:
    cells = [[{"type": "raw_text", "text": text} for text in row] for row in rows or (["a"], ["b"])]
    return {"type": kind, "rows": cells, **({"caption": "a"} if kind == "data_table" else {}), **more}


def chart(kind: str = "bar", **more: Any) -> dict[str, Any]:
    points = [{"label": "a", "value": 1}, {"label": "b", "value": 2}]
    pie = {"type": "pie", "segments": points}
    plotted = {"series": [{"name": "n", "data": points}], "axis_config": {"categories": ["a", "b"], "x_label": "x"}}
    drawn = pie if kind == "pie" else {"type": kind, **plotted}
    return {"type": "data_visualization", "title": "t", "chart": deepcopy({**drawn, **more})}


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **more}


def said(found: Any) -> list[str]:
    return [f"{each['message']} @ {each['pointer']}" for each in found]


def in_message(*blocks: dict[str, Any]) -> list[str]:
    return said(of_blocks(list(blocks), "message", "/blocks", set()))


SHORT, SHORTER = "failed to match all allowed schemas @ /blocks/0/text", "must be less than {} characters @ {}"
CONFIRM = {"title": plain(), "text": mrkdwn(), "confirm": plain(), "deny": plain(), "style": "danger"}

MISTAKES: dict[str, tuple[Any, list[str]]] = {
    # structure
    "no type": ({"text": plain()}, ["missing required field: type @ /blocks/0"]),
    "unknown block †": ({"type": "sections"}, ["unsupported type: sections @ /blocks/0/type"]),
    "a block that is no object": ("section", ["must provide an object @ /blocks/0"]),
    "unknown property †": ({"type": "divider", "text": plain()}, ["invalid additional property: text @ /blocks/0"]),
    "block_id on an element †": (
        actions(button(block_id="b")),
        ["invalid additional property: block_id @ /blocks/0/elements/0"],
    ),
    "disabled button †": (
        actions(button(disabled=True)),
        ["invalid additional property: disabled @ /blocks/0/elements/0"],
    ),
    "section of nothing †": ({"type": "section"}, ["must define either `text` or `fields` @ /blocks/0/type"]),
    "null in place of a string †": (section(block_id=None), ["must provide a string @ /blocks/0/block_id"]),
    "null in place of an object †": (section(accessory=None), ["must provide an object @ /blocks/0/accessory"]),
    "null in place of an array †": (section(fields=None), ["must provide an array @ /blocks/0/fields"]),
    "text type that is none †": (
        section(text={"type": "text", "text": "a"}),
        ["unsupported type: text @ /blocks/0/text/type"],
    ),
    "text without text": (section(text={"type": "mrkdwn"}), [SHORT, "missing required field: text @ /blocks/0/text"]),
    "emoji on mrkdwn": (
        section(text=mrkdwn() | {"emoji": True}),
        [SHORT, "invalid additional property: emoji @ /blocks/0/text"],
    ),
    "mrkdwn where plain text is due": (
        {"type": "header", "text": mrkdwn()},
        ["unsupported type: mrkdwn @ /blocks/0/text/type"],
    ),
    "button without text": (actions({"type": "button"}), ["missing required field: text @ /blocks/0/elements/0"]),
    "image in actions": (
        actions({"type": "image", "image_url": "u", "alt_text": "a"}),
        ["unsupported type: image @ /blocks/0/elements/0/type"],
    ),
    "input in actions": (
        actions({"type": "plain_text_input"}),
        ["unsupported type: plain_text_input @ /blocks/0/elements/0/type"],
    ),
    "image without words †": (
        {"type": "image", "image_url": "u"},
        ["missing required field: alt_text @ /blocks/0"],
    ),
    "image without picture": (
        {"type": "image", "alt_text": "a"},
        ["must define either `image_url` or `slack_file` @ /blocks/0/type"],
    ),
    "unknown style": (actions(button(style="green")), ["must be a valid enum value @ /blocks/0/elements/0/style"]),
    # lengths
    "section of 3,001 †": (section(text=mrkdwn("x" * 3001)), [SHORT, SHORTER.format(3001, "/blocks/0/text/text")]),
    "empty text †": (section(text=mrkdwn("")), [SHORT, "must be more than 0 characters @ /blocks/0/text/text"]),
    "eleven fields †": (section(fields=[plain()] * 11), ["no more than 10 items allowed @ /blocks/0/fields"]),
    "field of 2,001": (
        section(fields=[plain("x" * 2001)]),
        [
            "failed to match all allowed schemas @ /blocks/0/fields/0",
            SHORTER.format(2001, "/blocks/0/fields/0/text"),
        ],
    ),
    "header of 151": ({"type": "header", "text": plain("x" * 151)}, [SHORTER.format(151, "/blocks/0/text/text")]),
    "eleven in context": (
        {"type": "context", "elements": [plain()] * 11},
        ["no more than 10 items allowed @ /blocks/0/elements"],
    ),
    "26 buttons": (actions(*[button()] * 26), ["no more than 25 items allowed @ /blocks/0/elements"]),
    "no elements †": (actions(), ["must provide at least 1 items @ /blocks/0/elements"]),
    "label of 76": (actions(button(text=plain("x" * 76))), [SHORTER.format(76, "/blocks/0/elements/0/text/text")]),
    "value of 2,001": (actions(button(value="x" * 2001)), [SHORTER.format(2001, "/blocks/0/elements/0/value")]),
    "url of 3,001": (actions(button(url="x" * 3001)), [SHORTER.format(3001, "/blocks/0/elements/0/url")]),
    "action_id of 256": (
        actions(button(action_id="x" * 256)),
        [SHORTER.format(256, "/blocks/0/elements/0/action_id")],
    ),
    "block_id of 256": (section(block_id="x" * 256), [SHORTER.format(256, "/blocks/0/block_id")]),
    "alternative of 2,001": (
        {"type": "image", "image_url": "u", "alt_text": "x" * 2001},
        [SHORTER.format(2001, "/blocks/0/alt_text")],
    ),
    "confirm title of 101": (
        actions(button(confirm=CONFIRM | {"title": plain("x" * 101)})),
        [SHORTER.format(101, "/blocks/0/elements/0/confirm/title/text")],
    ),
    "confirm button of 31": (
        actions(button(confirm=CONFIRM | {"deny": plain("x" * 31)})),
        [SHORTER.format(31, "/blocks/0/elements/0/confirm/deny/text")],
    ),
    # menus
    "101 options †": (
        section(accessory=select(options=[option()] * 101)),
        ["no more than 100 items allowed @ /blocks/0/accessory/options"],
    ),
    "no options †": (
        section(accessory=select(options=[])),
        ["must provide at least 1 items @ /blocks/0/accessory/options"],
    ),
    "menu of nothing": (
        section(accessory={"type": "static_select"}),
        ["must define either `options` or `option_groups` @ /blocks/0/accessory/type"],
    ),
    "option of 76": (
        section(accessory=select(options=[option() | {"text": plain("x" * 76)}])),
        [SHORTER.format(76, "/blocks/0/accessory/options/0/text/text")],
    ),
    "option value of 151": (
        section(accessory=select(options=[option() | {"value": "x" * 151}])),
        [SHORTER.format(151, "/blocks/0/accessory/options/0/value")],
    ),
    "chosen but not offered": (
        section(accessory=select(initial_option=option("z"))),
        ["must be one of the provided options @ /blocks/0/accessory/initial_option"],
    ),
    "placeholder of 151": (
        section(accessory=select(placeholder=plain("x" * 151))),
        [SHORTER.format(151, "/blocks/0/accessory/placeholder/text")],
    ),
    "six in an overflow": (
        section(accessory={"type": "overflow", "options": [option()] * 6}),
        ["no more than 5 items allowed @ /blocks/0/accessory/options"],
    ),
    "eleven checkboxes †": (
        actions({"type": "checkboxes", "options": [option()] * 11}),
        ["no more than 10 items allowed @ /blocks/0/elements/0/options"],
    ),
    "group without label": (
        section(accessory={"type": "static_select", "option_groups": [{"options": [option()]}]}),
        ["missing required field: label @ /blocks/0/accessory/option_groups/0"],
    ),
    # tables, charts
    "101 rows": (table(*[["a"]] * 101), ["no more than 100 items allowed @ /blocks/0/rows"]),
    "21 columns": (table(["a"] * 21), ["no more than 20 items allowed @ /blocks/0/rows/0"]),
    "empty cell": (table([""]), ["must be more than 0 characters @ /blocks/0/rows/0/0/text"]),
    "table of 10,001": (table(["x" * 10_001]), [SHORTER.format(10_001, "/blocks/0/rows")]),
    "cell of mrkdwn": (
        {"type": "table", "rows": [[mrkdwn()]]},
        ["unsupported type: mrkdwn @ /blocks/0/rows/0/0/type"],
    ),
    "data table without caption": (
        {"type": "data_table", "rows": table()["rows"]},
        ["missing required field: caption @ /blocks/0"],
    ),
    "data table of a heading alone": (
        table(["a"], kind="data_table"),
        ["must provide at least 2 items @ /blocks/0/rows"],
    ),
    "rows of different lengths": (
        table(["a"], ["b", "c"], kind="data_table"),
        ["all rows must have the same number of cells @ /blocks/0/rows/1"],
    ),
    "page of 101": (
        table(kind="data_table", page_size=101),
        ["must be no more than 100 @ /blocks/0/page_size"],
    ),
    "rich heading": (
        table(kind="data_table") | {"rows": [[{"type": "rich_text", "elements": []}], table()["rows"][0]]},
        ["unsupported type: rich_text @ /blocks/0/rows/0/0/type"],
    ),
    "seven segments": (
        chart("pie", segments=[{"label": str(n), "value": 1} for n in range(7)]),
        ["no more than 6 items allowed @ /blocks/0/chart/segments"],
    ),
    "segment of nothing": (
        chart("pie", segments=[{"label": "a", "value": 0}]),
        ["must be more than 0 @ /blocks/0/chart/segments/0/value"],
    ),
    "category without value": (
        chart(axis_config={"categories": ["a", "b", "c"]}),
        ["must have one value for every category @ /blocks/0/chart/series/0/data"],
    ),
    "unknown chart": (chart("bar", type="radar"), ["unsupported type: radar @ /blocks/0/chart/type"]),
    "a block nobody here uses": ({"type": "carousel"}, ["unsupported type: carousel @ /blocks/0/type"]),
    "rich text of nothing": ({"type": "rich_text"}, ["missing required field: elements @ /blocks/0"]),
    "number in words": (
        field({"type": "plain_text_input", "max_length": "9"}),
        ["must provide a number @ /blocks/0/element/max_length"],
    ),
    "a flag as a number": (
        table(kind="data_table", page_size=True),
        ["must provide a number @ /blocks/0/page_size"],
    ),
}

TOGETHER: dict[str, tuple[list[Any], list[str]]] = {
    "51 blocks †": ([{"type": "divider"}] * 51, ["no more than 50 items allowed @ /blocks"]),
    "block_id twice": (
        [section(block_id="b"), section(block_id="b")],
        ['`block_id` "b" already exists @ /blocks/1/block_id'],
    ),
    "action_id twice in a block †": (
        [actions(button(action_id="a"), button(action_id="a"))],
        ['`action_id` "a" already exists @ /blocks/0/elements/1/action_id'],
    ),
    "three charts": ([chart()] * 3, ["no more than 2 data_visualization blocks allowed @ /blocks"]),
}

FORMS: dict[str, tuple[Any, list[str]]] = {
    "title of 25 †": (modal(title=plain("x" * 25)), [SHORTER.format(25, "/view/title/text")]),
    "no title †": ({"type": "modal", "blocks": []}, ["missing required field: title @ /view"]),
    "no blocks": ({"type": "home"}, ["missing required field: blocks @ /view"]),
    "no type": ({"blocks": []}, ["missing required field: type @ /view"]),
    "not a view": ([], ["must provide an object @ /view"]),
    "unknown view": ({"type": "popup", "blocks": []}, ["unsupported type: popup @ /view/type"]),
    "submit_disabled †": (
        modal(submit_disabled=True),
        ["invalid additional property: submit_disabled @ /view"],
    ),
    "title on a Home": (
        {"type": "home", "title": plain(), "blocks": []},
        ["invalid additional property: title @ /view"],
    ),
    "input without submit †": (
        {"type": "modal", "title": plain(), "blocks": [section(), field()]},
        ["must define `submit` to use an `input` block in modals @ /view/blocks/1/input"],
    ),
    "101 blocks †": (modal(*[{"type": "divider"}] * 101), ["no more than 100 items allowed @ /view/blocks"]),
    "private_metadata of 3,001": (
        modal(private_metadata="x" * 3001),
        [SHORTER.format(3001, "/view/private_metadata")],
    ),
    "callback_id of 256": (modal(callback_id="x" * 256), [SHORTER.format(256, "/view/callback_id")]),
    "table in a modal": (modal(table()), ["unsupported type: table @ /view/blocks/0/type"]),
    "chart on a Home †": (
        {"type": "home", "blocks": [chart()]},
        ["unsupported type: data_visualization @ /view/blocks/0/type"],
    ),
    "label of 2,001": (modal(field(label=plain("x" * 2001))), [SHORTER.format(2001, "/view/blocks/0/label/text")]),
    "input of nothing": (
        modal({"type": "input", "label": plain()}),
        ["missing required field: element @ /view/blocks/0"],
    ),
    "button as input": (modal(field(button())), ["unsupported type: button @ /view/blocks/0/element/type"]),
}

RIGHT: dict[str, tuple[Surface, list[Any]]] = {
    "everything at its limit": (
        "message",
        [
            section(text=mrkdwn("x" * 3_000), block_id="b" * 255),
            {"type": "header", "text": plain("x" * 150)},
            actions(*[button(action_id=str(n), value="v" * 2_000, confirm=CONFIRM) for n in range(25)]),
            section(accessory=select(options=[option(str(n)) for n in range(100)], initial_option=option("99"))),
            {"type": "context", "elements": [mrkdwn(), {"type": "image", "image_url": "u", "alt_text": "a"}] * 5},
        ],
    ),
    "50 blocks": ("message", [{"type": "divider"}] * 50),
    "a table": ("message", [table(*[["x" * 5] * 20] * 100, column_settings=[{"align": "right", "is_wrapped": True}])]),
    "a data table": ("message", [table(*[["a", "b"]] * 101, kind="data_table", page_size=100)]),
    "charts": ("message", [chart("pie"), chart("area")]),
    "numbers": (
        "message",
        [table() | {"rows": [[{"type": "raw_number", "value": 3.5, "text": "3½"}]]}],
    ),
    "rich text": (
        "message",
        [
            {
                "type": "rich_text",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "a"}]}],
            }
        ],
    ),
    "a form": (
        "modal",
        [
            field({"type": "plain_text_input", "multiline": True, "max_length": 3_000}, optional=True, hint=plain()),
            field({"type": "datepicker", "initial_date": "2024-12-02"}),
            field({"type": "radio_buttons", "options": [{"text": mrkdwn(), "value": "v"}]}),
            field({"type": "checkboxes", "options": [option()], "initial_options": [option()]}),
            field({"type": "multi_users_select", "max_selected_items": 2}),
            field({"type": "number_input", "is_decimal_allowed": False}),
            field({"type": "timepicker", "timezone": "Europe/London"}, dispatch_action=True),
        ],
    ),
    "an input in a message": ("message", [field()]),  # documented: inputs stand in messages too
}
