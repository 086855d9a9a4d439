"""What the scenario's apps say: the same blocks and views, whichever client sends them."""

from typing import Any

Json = dict[str, Any]


def echoed(text: str) -> Json:
    said = {"type": "section", "text": {"type": "mrkdwn", "text": f"You said *{text}*"}}
    buttons = [_button("share", "Share", text), _button("ask", "Why", "why")]
    return {
        "response_type": "ephemeral",
        "text": text,
        "blocks": [said, {"type": "actions", "block_id": "verbs", "elements": buttons}],
    }


def shared(text: str) -> Json:
    return {"response_type": "in_channel", "replace_original": False, "text": f"For everyone: {text}"}


def why() -> Json:
    element = {"type": "plain_text_input", "action_id": "words"}
    return {
        "type": "modal",
        "callback_id": "why",
        "title": _plain("Why"),
        "submit": _plain("Send"),
        "blocks": [{"type": "input", "block_id": "why", "label": _plain("Why?"), "element": element}],
    }


def because(words: str) -> Json:
    return {"text": f"Because: {words}", "metadata": {"event_type": "reason", "event_payload": {"words": words}}}


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _button(action_id: str, label: str, value: str) -> Json:
    return {"type": "button", "action_id": action_id, "text": _plain(label), "value": value}
