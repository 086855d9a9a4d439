"""Block Kit as data: which fields a thing has, how long they may be, where it may stand; of what apps here use.

From docs.slack.dev (Block Kit reference), read in November 2026. Where sources differ the stricter stands: tables and
charts in messages alone, six series, 101 rows. Observed, not documented: some 13,200 characters of blocks a message.
"""

from typing import Literal

from workspace.rules import (
    Check,
    Fields,
    Kinds,
    anything,
    either,
    flag,
    made_of,
    must,
    number,
    one_of,
    some,
    typed,
    words,
)

TEXT, UPDATED_TEXT = 40_000, 4_000
MESSAGE_CHARS, VIEW_CHARS, CHARTS = 13_200, 250_000, 2
METADATA_CHARS = 16_000  # Slack names no figure for metadata_too_large
TABLE_CHARS = {"table": 10_000, "data_table": 20_000}


def texts(most: int) -> Kinds:
    said = dict(text=must(words(most)))
    return {"plain_text": said | dict(emoji=flag), "mrkdwn": said | dict(verbatim=flag)}


def text(most: int) -> Check:
    return typed(texts(most))


def plain(most: int) -> Check:
    return typed({"plain_text": texts(most)["plain_text"]})


def option(label: Check) -> Check:
    return made_of(text=must(label), value=must(words(150)), description=label, url=words(3_000))


STYLE = one_of("primary", "danger")
_answers = dict(confirm=must(plain(30)), deny=must(plain(30)), style=STYLE)
CONFIRM = made_of(title=must(plain(100)), text=must(text(300)), **_answers)
PICKED, TICKED = option(plain(75)), option(text(75))
GROUPS = some(made_of(label=must(plain(75)), options=must(some(PICKED, 100))), 100)
_picture = dict(image_url=either(words(3_000)), slack_file=either(made_of(id=words(), url=words())))
IMAGE = _picture | dict(alt_text=must(words(2_000)))

_named = dict(action_id=words(255))
_active = _named | dict(confirm=CONFIRM, focus_on_load=flag)
_menu = _active | dict(placeholder=plain(150))
_listed = _menu | dict(options=either(some(PICKED, 100)), option_groups=either(GROUPS))
_ticked = _active | dict(options=must(some(TICKED, 10)))
_talk = _menu | dict(default_to_current_conversation=flag, filter=anything)
_typed = _named | dict(placeholder=plain(150), focus_on_load=flag, dispatch_action_config=anything)
_long = dict(multiline=flag, min_length=number(0, 3_000), max_length=number(1, 3_000))
_amount = dict(is_decimal_allowed=must(flag), min_value=words(), max_value=words())
_label = dict(text=must(plain(75)), accessibility_label=words(75), style=STYLE, confirm=CONFIRM)
_ids = some(words(), least=0)

PRESSED: Kinds = {
    "button": _named | _label | dict(value=words(2_000, 0), url=words(3_000)),
    "overflow": _named | dict(options=must(some(PICKED, 5)), confirm=CONFIRM),
}
CHOSEN: Kinds = {
    "static_select": _listed | dict(initial_option=PICKED),
    "users_select": _menu | dict(initial_user=words()),
    "conversations_select": _talk | dict(initial_conversation=words()),
    "channels_select": _menu | dict(initial_channel=words()),
    "checkboxes": _ticked | dict(initial_options=some(TICKED, 10)),
    "radio_buttons": _ticked | dict(initial_option=TICKED),
    "datepicker": _menu | dict(initial_date=words(10)),
    "timepicker": _menu | dict(initial_time=words(5), timezone=words()),
}
_several: Kinds = {
    "multi_static_select": _listed | dict(initial_options=some(PICKED, 100)),
    "multi_users_select": _menu | dict(initial_users=_ids),
    "multi_conversations_select": _talk | dict(initial_conversations=_ids),
    "multi_channels_select": _menu | dict(initial_channels=_ids),
}
MULTIPLE: Kinds = {kind: fields | dict(max_selected_items=number(1)) for kind, fields in _several.items()}
TYPED: Kinds = {
    "plain_text_input": _typed | _long | dict(initial_value=words(3_000, 0)),
    "number_input": _typed | _amount | dict(initial_value=words()),
    "email_text_input": _typed | dict(initial_value=words()),
    "url_text_input": _typed | dict(initial_value=words()),
}
ACTIONS: Kinds = PRESSED | CHOSEN
INPUTS: Kinds = CHOSEN | MULTIPLE | TYPED
NAMED = {*ACTIONS, *INPUTS}  # what is given an action_id where it has none

RICH_TEXT = dict(elements=must(some(anything, least=0)), block_id=words(255, 0))
CELLS: Kinds = {
    "raw_text": dict(text=must(words())),
    "raw_number": dict(value=must(number()), text=words()),
    "rich_text": RICH_TEXT,
}
ROW = some(typed(CELLS), 20)
COLUMN = made_of(align=one_of("left", "center", "right"), is_wrapped=flag)
POINT = made_of(label=must(words(20)), value=must(number()))
_axes = made_of(categories=must(some(words(20), 20)), x_label=words(50), y_label=words(50))
_series = some(made_of(name=must(words(20)), data=must(some(POINT, 20))), 6)
_plotted = dict(series=must(_series), axis_config=must(_axes))
CHART: Kinds = {"pie": dict(segments=must(some(POINT, 6))), **dict.fromkeys(("bar", "line", "area"), _plotted)}

_section = dict(text=either(text(3_000)), fields=either(some(text(2_000), 10)), expand=flag)
_asked = dict(label=must(plain(2_000)), element=must(typed(INPUTS)), hint=plain(2_000))
_page = dict(page_size=number(1, 100), row_header_column_index=number(0, 19))
_everywhere: Kinds = {
    "section": _section | dict(accessory=typed(ACTIONS | MULTIPLE | {"image": IMAGE})),
    "header": dict(text=must(plain(150))),
    "context": dict(elements=must(some(typed(texts(3_000) | {"image": IMAGE}), 10))),
    "actions": dict(elements=must(some(typed(ACTIONS), 25))),
    "divider": {},
    "image": IMAGE | dict(title=plain(2_000)),
    "rich_text": RICH_TEXT,
    "input": _asked | dict(optional=flag, dispatch_action=flag),
}
_messages: Kinds = {
    "table": dict(rows=must(some(ROW, 100)), column_settings=some(COLUMN, 20)),
    "data_table": _page | dict(rows=must(some(ROW, 101, 2)), caption=must(words())),
    "data_visualization": dict(title=must(words(50)), chart=must(typed(CHART))),
}

Surface = Literal["message", "modal", "home"]
_common: Fields = dict(block_id=words(255, 0))
EVERYWHERE: Kinds = {kind: fields | _common for kind, fields in _everywhere.items()}
MESSAGES: Kinds = EVERYWHERE | {kind: fields | _common for kind, fields in _messages.items()}
BLOCKS: dict[Surface, tuple[Kinds, int]] = {
    "message": (MESSAGES, 50),
    "modal": (EVERYWHERE, 100),
    "home": (EVERYWHERE, 100),
}

_view = dict(private_metadata=words(3_000, 0), callback_id=words(255, 0), external_id=words(255, 0))
_bars = dict(title=must(plain(24)), submit=plain(24), close=plain(24), clear_on_close=flag, notify_on_close=flag)
HOME = _view | dict(blocks=must(anything))
VIEWS: Kinds = {"home": HOME, "modal": HOME | _bars}
