"""What the tests' app draws: a button, a menu, a day."""


def plain(text):
    return {"type": "plain_text", "text": text, "emoji": True}


def option(value):
    return {"text": plain(value.title()), "value": value}


BUTTON = {"type": "button", "action_id": "go", "text": plain("Go"), "value": "the value", "style": "primary"}
MENU = {
    "type": "static_select",
    "action_id": "pick",
    "placeholder": plain("Which"),
    "options": [option("a"), option("b")],
}
DAY = {"type": "datepicker", "action_id": "day", "initial_date": "2025-02-03"}
ACTIONS = {"type": "actions", "block_id": "row", "elements": [BUTTON, MENU, DAY]}
