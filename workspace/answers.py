"""What an app's answers show: the bodies of its acks, and what it posts to response_urls."""

from dataclasses import replace

from workspace.methods.chat import compose, removed
from workspace.methods.views import closed, pushed, updated
from workspace.refusals import Refusal, Sorry, require
from workspace.team import Json, Message, Team, View
from workspace.tickets import Return

YES = (True, "true", 1)


def put(team: Team, body: Json, whence: Return) -> Json:
    """In the conversation, or in place of the message that was acted on."""
    channel = team.conversations[whence.channel]
    original = channel.messages.get(whence.ts or "")
    if original is not None and original.bot_id != team.app.bot_id:  # a shortcut's: what somebody said stays
        require(body.get("delete_original") not in YES, "cant_delete_message")
        original = None
    if body.get("delete_original") in YES:
        if original is not None:
            removed(team, channel, original.ts)
        return {"channel": channel.id, "ts": whence.ts}
    only_for = None if body.get("response_type") == "in_channel" else whence.user
    message = compose(team, body, channel=channel, only_for=only_for)
    if original is not None and body.get("replace_original") in YES:
        kept = {name: getattr(original, name) for name in ("ts", "only_for", "thread_ts", "at")}
        message = replace(message, **kept)
    return {"channel": channel.id, "ts": team.put(channel, message).ts}


def command(team: Team, body: Json, whence: Return, *, name: str, failed: str) -> bool:
    """Shows a command's ack; or, from Slack itself, that it `failed`."""
    try:
        if body:
            with team.record.taking("ack", body) as answer:
                answer.update(put(team, body, whence))
    except Refusal as refusal:
        failed = refusal.code
    if failed:
        words = f"{name} failed with the error “{failed}”"
        alone = Message(team.next_ts(), "USLACKBOT", words, only_for=whence.user, at=team.now())
        team.put(team.conversations[whence.channel], alone)
    return not failed


def form(team: Team, view: View, body: Json) -> dict[str, str]:
    """Does what a form's ack asks; nothing asked closes the form. Returns the errors to show in it."""
    if not body:
        closed(team, view)
        return {}
    try:
        with team.record.taking("view_ack", body):
            return _form(team, view, body)
    except Refusal as refusal:
        raise Sorry(f"{team.app.name} gave an answer that cannot be shown: {refusal.code}.") from refusal


def _form(team: Team, view: View, body: Json) -> dict[str, str]:
    match body.get("response_action"):
        case None | "" | "clear" as asked:
            closed(team, view, clear=asked == "clear")
        case "update":
            updated(team, view, body.get("view"))
        case "push":
            pushed(team, view.user, body.get("view"))
        case "errors":
            errors = body.get("errors")
            inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
            require(isinstance(errors, dict) and errors and errors.keys() <= inputs, "invalid_errors")
            return {block: str(words) for block, words in body["errors"].items()}
        case _:
            raise Refusal("invalid_response_action")
    return {}
