"""Block Kit as data: which fields a thing has, how long they may be, where it may stand; of what apps here use.

From docs.slack.dev (Block Kit reference), read in November 2026. Where sources differ the stricter stands: tables and
charts in messages alone, six series, 101 rows. Observed, not documented: some 13,200 characters of blocks a message.
"""

from typing import Literal

from workspace.rules import Check, Kinds, anything, flag, made_of, number, one_of, some, typed, words

TEXT, UPDATED_TEXT = 40_000, 4_000
MESSAGE_CHARS, VIEW_CHARS, CHARTS = 13_200, 250_000, 2
METADATA_CHARS = 16_000  # Slack names no figure for metadata_too_large
TABLE_CHARS = {"table": 10_000, "data_table": 20_000}


def texts(most: int) -> Kinds:
    said = {"text!": words(most)}
    return {"plain_text": said | {"emoji": flag}, "mrkdwn": said | {"verbatim": flag}}


def text(most: int) -> Check:
    return typed(texts(most))


def plain(most: int) -> Check:
    return typed({"plain_text": texts(most)["plain_text"]})


def option(label: Check) -> Check:
    return made_of({"text!": label, "value!": words(150), "description": label, "url": words(3_000)})


STYLE = one_of("primary", "danger")
_answers = {"confirm!": plain(30), "deny!": plain(30), "style": STYLE}
CONFIRM = made_of({"title!": plain(100), "text!": text(300), **_answers})
PICKED, TICKED = option(plain(75)), option(text(75))
GROUPS = some(made_of({"label!": plain(75), "options!": some(PICKED, 100)}), 100)
_picture = {"image_url?": words(3_000), "slack_file?": made_of({"id": words(), "url": words()})}
IMAGE = _picture | {"alt_text!": words(2_000)}

_named = {"action_id": words(255)}
_active = _named | {"confirm": CONFIRM, "focus_on_load": flag}
_menu = _active | {"placeholder": plain(150)}
_listed = _menu | {"options?": some(PICKED, 100), "option_groups?": GROUPS}
_ticked = _active | {"options!": some(TICKED, 10)}
_talk = _menu | {"default_to_current_conversation": flag, "filter": anything}
_typed = _named | {"placeholder": plain(150), "focus_on_load": flag, "dispatch_action_config": anything}
_long = {"multiline": flag, "min_length": number(0, 3_000), "max_length": number(1, 3_000)}
_amount = {"is_decimal_allowed!": flag, "min_value": words(), "max_value": words()}
_label = {"text!": plain(75), "accessibility_label": words(75), "style": STYLE, "confirm": CONFIRM}
_ids = some(words(), least=0)

PRESSED: Kinds = {
    "button": _named | _label | {"value": words(2_000, 0), "url": words(3_000)},
    "overflow": _named | {"options!": some(PICKED, 5), "confirm": CONFIRM},
}
CHOSEN: Kinds = {
    "static_select": _listed | {"initial_option": PICKED},
    "users_select": _menu | {"initial_user": words()},
    "conversations_select": _talk | {"initial_conversation": words()},
    "channels_select": _menu | {"initial_channel": words()},
    "checkboxes": _ticked | {"initial_options": some(TICKED, 10)},
    "radio_buttons": _ticked | {"initial_option": TICKED},
    "datepicker": _menu | {"initial_date": words(10)},
    "timepicker": _menu | {"initial_time": words(5), "timezone": words()},
}
_several: Kinds = {
    "multi_static_select": _listed | {"initial_options": some(PICKED, 100)},
    "multi_users_select": _menu | {"initial_users": _ids},
    "multi_conversations_select": _talk | {"initial_conversations": _ids},
    "multi_channels_select": _menu | {"initial_channels": _ids},
}
MULTIPLE: Kinds = {kind: fields | {"max_selected_items": number(1)} for kind, fields in _several.items()}
TYPED: Kinds = {
    "plain_text_input": _typed | _long | {"initial_value": words(3_000, 0)},
    "number_input": _typed | _amount | {"initial_value": words()},
    **dict.fromkeys(("email_text_input", "url_text_input"), _typed | {"initial_value": words()}),
}
ACTIONS: Kinds = PRESSED | CHOSEN
INPUTS: Kinds = CHOSEN | MULTIPLE | TYPED
NAMED = {*ACTIONS, *INPUTS}  # what is given an action_id where it has none

RICH_TEXT = {"elements!": some(anything, least=0), "block_id": words(255, 0)}
CELLS: Kinds = {
    "raw_text": {"text!": words()},
    "raw_number": {"value!": number(), "text": words()},
    "rich_text": RICH_TEXT,
}
ROW = some(typed(CELLS), 20)
COLUMN = made_of({"align": one_of("left", "center", "right"), "is_wrapped": flag})
POINT = made_of({"label!": words(20), "value!": number()})
_axes = made_of({"categories!": some(words(20), 20), "x_label": words(50), "y_label": words(50)})
_series = some(made_of({"name!": words(20), "data!": some(POINT, 20)}), 6)
_plotted = {"series!": _series, "axis_config!": _axes}
CHART: Kinds = {"pie": {"segments!": some(POINT, 6)}, **dict.fromkeys(("bar", "line", "area"), _plotted)}

_section = {"text?": text(3_000), "fields?": some(text(2_000), 10), "expand": flag}
_asked = {"label!": plain(2_000), "element!": typed(INPUTS), "hint": plain(2_000)}
_page = {"page_size": number(1, 100), "row_header_column_index": number(0, 19)}
_everywhere: Kinds = {
    "section": _section | {"accessory": typed(ACTIONS | MULTIPLE | {"image": IMAGE})},
    "header": {"text!": plain(150)},
    "context": {"elements!": some(typed(texts(3_000) | {"image": IMAGE}), 10)},
    "actions": {"elements!": some(typed(ACTIONS), 25)},
    "divider": {},
    "image": IMAGE | {"title": plain(2_000)},
    "rich_text": RICH_TEXT,
    "input": _asked | {"optional": flag, "dispatch_action": flag},
}
_messages: Kinds = {
    "table": {"rows!": some(ROW, 100), "column_settings": some(COLUMN, 20)},
    "data_table": _page | {"rows!": some(ROW, 101, 2), "caption!": words()},
    "data_visualization": {"title!": words(50), "chart!": typed(CHART)},
}

Surface = Literal["message", "modal", "home"]
MOST: dict[Surface, int] = {"message": 50, "modal": 100, "home": 100}
_blocks = _everywhere | _messages
MESSAGES: Kinds = {kind: fields | {"block_id": words(255, 0)} for kind, fields in _blocks.items()}
EVERYWHERE: Kinds = {kind: MESSAGES[kind] for kind in _everywhere}

_view = {"private_metadata": words(3_000, 0), "callback_id": words(255, 0), "external_id": words(255, 0)}
_bars = {"title!": plain(24), "submit": plain(24), "close": plain(24), "clear_on_close": flag, "notify_on_close": flag}
HOME = _view | {"blocks!": anything}
VIEWS: Kinds = {"home": HOME, "modal": HOME | _bars}
