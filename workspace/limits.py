"""Block Kit as data: which fields a thing has, how long they may be, where it may stand. `validation` reads it.

From docs.slack.dev (Block Kit reference), read in November 2026. Where sources differ the stricter stands: tables and
charts in messages alone, six series, 101 rows. Observed, not documented: some 13,200 characters of blocks a message.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal

Fields = dict[str, "Rule"]
Kinds = dict[str, Fields]


@dataclass(frozen=True)
class Rule:
    """`of`: the choices of a string, the rule of a list's items, an object's fields, or the fields by `type`."""

    kind: Literal["string", "number", "flag", "list", "object", "typed", "any"]
    most: float | None = None
    least: float = 1
    of: Any = None
    required: bool = False


def must(rule: Rule) -> Rule:
    return replace(rule, required=True)


def words(most: int | None = None, least: int = 1) -> Rule:
    return Rule("string", most, least)


def number(least: float = float("-inf"), most: float | None = None) -> Rule:
    return Rule("number", most, least)


def some(of: Rule, most: int | None = None, least: int = 1) -> Rule:
    return Rule("list", most, least, of)


def made_of(**fields: Rule) -> Rule:
    return Rule("object", of=fields)


def typed(kinds: Kinds) -> Rule:
    return Rule("typed", of=kinds)


def plain(most: int) -> Rule:
    return typed({"plain_text": dict(text=must(words(most)), emoji=FLAG)})


def text(most: int) -> Rule:
    return typed({**plain(most).of, "mrkdwn": dict(text=must(words(most)), verbatim=FLAG)})


def blocks(**kinds: Fields) -> Kinds:
    return {kind: fields | dict(block_id=words(255, 0)) for kind, fields in kinds.items()}


def option(label: Rule) -> Rule:
    return made_of(text=must(label), value=must(words(150)), description=label, url=words(3_000))


FLAG, ANY = Rule("flag"), Rule("any")
IDS = some(words(), least=0)
STYLE = Rule("string", of=("primary", "danger"))
_answers = dict(confirm=must(plain(30)), deny=must(plain(30)), style=STYLE)
CONFIRM = made_of(title=must(plain(100)), text=must(text(300)), **_answers)
PICKED, TICKED = option(plain(75)), option(text(75))
GROUPS = some(made_of(label=must(plain(75)), options=must(some(PICKED, 100))), 100)
IMAGE = dict(alt_text=must(words(2_000)), image_url=words(3_000), slack_file=made_of(id=words(), url=words()))

_named = dict(action_id=words(255))
_active = _named | dict(confirm=CONFIRM, focus_on_load=FLAG)
_hinted = _active | dict(placeholder=plain(150))
_listed = dict(options=some(PICKED, 100), option_groups=GROUPS)
_asked = dict(min_query_length=number(0))
_talk = dict(default_to_current_conversation=FLAG, filter=ANY)
_url = dict(response_url_enabled=FLAG)
_dispatch = made_of(trigger_actions_on=some(Rule("string", of=("on_enter_pressed", "on_character_entered")), 2))
_typed = _named | dict(placeholder=plain(150), focus_on_load=FLAG, dispatch_action_config=_dispatch)
_several = _hinted | dict(max_selected_items=number(1))

SELECTS: Kinds = {
    "static_select": _hinted | _listed | dict(initial_option=PICKED),
    "external_select": _hinted | _asked | dict(initial_option=PICKED),
    "users_select": _hinted | dict(initial_user=words()),
    "conversations_select": _hinted | _talk | _url | dict(initial_conversation=words()),
    "channels_select": _hinted | _url | dict(initial_channel=words()),
}
MULTIPLE: Kinds = {
    "multi_static_select": _several | _listed | dict(initial_options=some(PICKED, 100)),
    "multi_external_select": _several | _asked | dict(initial_options=some(PICKED, 100)),
    "multi_users_select": _several | dict(initial_users=IDS),
    "multi_conversations_select": _several | _talk | dict(initial_conversations=IDS),
    "multi_channels_select": _several | dict(initial_channels=IDS),
}
CHOICES: Kinds = {
    "checkboxes": _active | dict(options=must(some(TICKED, 10)), initial_options=some(TICKED, 10)),
    "radio_buttons": _active | dict(options=must(some(TICKED, 10)), initial_option=TICKED),
    "datepicker": _hinted | dict(initial_date=words(10)),
    "timepicker": _hinted | dict(initial_time=words(5), timezone=words()),
}
_label = dict(text=must(plain(75)), accessibility_label=words(75), style=STYLE, confirm=CONFIRM)
BUTTON = _named | _label | dict(value=words(2_000, 0), url=words(3_000), visible_to_user_ids=IDS)
PRESSED: Kinds = {"button": BUTTON, "overflow": _named | dict(options=must(some(PICKED, 5)), confirm=CONFIRM)}
_when: Kinds = {"datetimepicker": _active | dict(initial_date_time=number(1_000_000_000, 9_999_999_999))}
ACTIONS: Kinds = {**PRESSED, **SELECTS, **CHOICES, **_when}
ACCESSORIES: Kinds = {**PRESSED, **SELECTS, **MULTIPLE, **CHOICES, "image": IMAGE}
_long = dict(multiline=FLAG, min_length=number(0, 3_000), max_length=number(1, 3_000))
_amount = dict(is_decimal_allowed=must(FLAG), min_value=words(), max_value=words())
_chosen: Kinds = {**SELECTS, **MULTIPLE, **CHOICES, **_when}
INPUTS: Kinds = _chosen | {
    "plain_text_input": _typed | _long | dict(initial_value=words(3_000, 0)),
    "email_text_input": _typed | dict(initial_value=words()),
    "url_text_input": _typed | dict(initial_value=words()),
    "number_input": _typed | _amount | dict(initial_value=words()),
    "rich_text_input": _typed | dict(initial_value=ANY),
    "file_input": _named | dict(filetypes=some(words()), max_files=number(1, 10)),
}
NAMED = {*ACTIONS, *INPUTS}  # what is given an action_id where it has none

RICH_TEXT = dict(elements=must(some(ANY, least=0)))
CELLS: Kinds = {
    "raw_text": dict(text=must(words())),
    "raw_number": dict(value=must(number()), text=words()),
    "rich_text": RICH_TEXT | dict(block_id=words(255, 0)),
}
ROW = some(typed(CELLS), 20)
COLUMN = made_of(align=Rule("string", of=("left", "center", "right")), is_wrapped=FLAG)
_points = some(made_of(label=must(words(20)), value=must(number())), 20)
_axes = made_of(categories=must(some(words(20), 20)), x_label=words(50), y_label=words(50))
_series = some(made_of(name=must(words(20)), data=must(_points)), 6)
_plotted = dict(series=must(_series), axis_config=must(_axes))
CHART: Kinds = {
    "pie": dict(segments=must(replace(_points, most=6))),
    "bar": _plotted,
    "line": _plotted,
    "area": _plotted,
}
_picture = typed({"image": IMAGE})
_heading = dict(title=text(150), subtitle=text(150), body=text(200), icon=_picture, hero_image=_picture)
CARD = _heading | dict(actions=some(typed({"button": BUTTON}), 3))

_section = dict(text=text(3_000), fields=some(text(2_000), 10), accessory=typed(ACCESSORIES), expand=FLAG)
_asking = dict(label=must(plain(2_000)), element=must(typed(INPUTS)), hint=plain(2_000))
_EVERYWHERE = blocks(
    section=_section,
    header=dict(text=must(plain(150))),
    context=dict(elements=must(some(typed({**text(3_000).of, "image": IMAGE}), 10))),
    actions=dict(elements=must(some(typed(ACTIONS), 25))),
    divider={},
    image=IMAGE | dict(title=plain(2_000)),
    rich_text=RICH_TEXT,
    input=_asking | dict(optional=FLAG, dispatch_action=FLAG),
)
_CARDS = blocks(card=CARD)
_UNFORMED = _CARDS | blocks(carousel=dict(elements=must(some(typed(_CARDS), 10))))  # messages and Homes
_page = dict(page_size=number(1, 100), row_header_column_index=number(0, 19))
_MESSAGES = blocks(
    markdown=dict(text=must(words(12_000))),
    table=dict(rows=must(some(ROW, 100)), column_settings=some(COLUMN, 20)),
    data_table=_page | dict(rows=must(some(ROW, 101, 2)), caption=must(words())),
    data_visualization=dict(title=must(words(50)), chart=must(typed(CHART))),
)
_levels = Rule("string", of=("default", "info", "warning", "error", "success"))
_MODALS = blocks(alert=dict(text=must(text(200)), level=_levels))

Surface = Literal["message", "modal", "home", "any"]
BLOCKS: dict[Surface, Kinds] = {
    "message": {**_EVERYWHERE, **_UNFORMED, **_MESSAGES},
    "modal": {**_EVERYWHERE, **_MODALS},
    "home": {**_EVERYWHERE, **_UNFORMED},
    "any": {**_EVERYWHERE, **_UNFORMED, **_MESSAGES, **_MODALS},
}
MOST_BLOCKS: dict[Surface, int] = {"message": 50, "modal": 100, "home": 100, "any": 100}

_view = dict(private_metadata=words(3_000, 0), callback_id=words(255, 0), external_id=words(255, 0), blocks=must(ANY))
_bars = dict(title=must(plain(24)), submit=plain(24), close=plain(24), clear_on_close=FLAG, notify_on_close=FLAG)
VIEWS: Kinds = {"modal": _view | _bars, "home": _view}

_menu, _content = ("options", "option_groups"), ("hero_image", "title", "actions", "body")
_either = {"section": ("text", "fields"), "image": ("image_url", "slack_file"), "card": _content}
EITHER = _either | {"static_select": _menu, "multi_static_select": _menu}  # of these a thing has one at least

TEXT, UPDATED_TEXT = 40_000, 4_000
MESSAGE_CHARS, MARKDOWN_CHARS = 13_200, 12_000
TABLE_CHARS = {"table": 10_000, "data_table": 20_000}
CHARTS, ATTACHMENTS, VIEW_CHARS = 2, 100, 250_000
METADATA_CHARS = 16_000  # Slack names no figure for metadata_too_large
