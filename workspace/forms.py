"""A person's forms: what an ack does to the one submitted, and closing."""

from workspace.faults import Faults
from workspace.methods.views import pushed, updated
from workspace.refusals import Refusal
from workspace.team import Json, Team, View


def answer(team: Team, faults: Faults, view: View, body: Json) -> dict[str, str]:
    """Does what `response_action` asks; nothing asked closes the form. Returns the errors to show in it."""
    match body.get("response_action"):
        case None | "":
            close(team, view)
        case "clear":
            close(team, view, clear=True)
        case "errors":
            return _errors(view, body.get("errors"))
        case "update":
            updated(team, faults, view, body.get("view"))
        case "push":
            pushed(team, faults, view.user, body.get("view"))
        case _:
            raise Refusal("invalid_response_action")
    return {}


def close(team: Team, view: View, *, clear: bool = False) -> list[View]:
    """The forms that went, the one on top first."""
    stack = team.modals.get(view.user, [])
    gone = [stack.pop() for _ in range(len(stack) if clear else min(1, len(stack)))]
    team.changed("view", user=view.user)
    return gone


def _errors(view: View, errors: object) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise Refusal("invalid_errors")
    return {block: str(words) for block, words in errors.items()}
