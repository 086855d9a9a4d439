"""views.*: modals, stacked three deep at most, and the Home of each person.

`pushed` and `updated` are also what a form's response_action asks for.
"""

from secrets import token_hex
from typing import Any

from workspace import payloads
from workspace.methods.call import Call, method
from workspace.refusals import Refusal, require
from workspace.team import Json, Team, View
from workspace.validation import check_view, complete, invalid

DEEPEST = 3


@method("views.open", "trigger_id", "view")
def views_open(call: Call) -> Json:
    body = _accepted(call.team, "modal", call.arguments["view"])
    user = call.tickets.spend_trigger(call.text("trigger_id"))
    return _shown(call, _stacked(call.team, user, [], body))


@method("views.push", "trigger_id", "view")
def views_push(call: Call) -> Json:
    body = _accepted(call.team, "modal", call.arguments["view"])
    user = call.tickets.spend_trigger(call.text("trigger_id"))
    if not (stack := call.team.modals.get(user)):
        raise invalid("must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]")
    return _shown(call, _stacked(call.team, user, stack, body))


@method("views.update", "view")
def views_update(call: Call) -> Json:
    name = "view_id" if call.text("view_id") else "external_id"
    if not call.text(name):
        raise invalid("missing required field: view_id")
    for view in _all(call.team):
        if call.text(name) == {"view_id": view.id, **view.body}.get(name):
            return _updated(call, view)
    raise Refusal("not_found")


@method("views.publish", "user_id", "view")
def views_publish(call: Call) -> Json:
    if (user := call.text("user_id")) not in call.team.people:
        raise invalid("invalid `user_id`")
    home = call.team.homes.get(user) or _made(call.team, user, {"type": "home"})
    shown = _updated(call, home)
    call.team.homes[user] = home
    return shown


def pushed(team: Team, user: str, given: Any) -> View:
    """A form on top of those that are open."""
    return _stacked(team, user, team.modals.get(user, []), _accepted(team, "modal", given))


def updated(team: Team, view: View, given: Any) -> None:
    """What a person has filled in stays where its block does."""
    view.body = _accepted(team, view.body["type"], given, besides=view)
    blocks = {block["block_id"] for block in view.body["blocks"]}
    kept = {name: filled for name, filled in view.state["values"].items() if name in blocks}
    view.hash, view.state = token_hex(), {"values": kept}
    team.changed("home" if view.body["type"] == "home" else "view", user=view.user)


def closed(team: Team, view: View, *, clear: bool = False) -> list[View]:
    """The forms that go, the one on top first: it alone, or those beneath it too."""
    stack = team.modals.get(view.user, [])
    gone = [stack.pop() for _ in range(len(stack) if clear else min(1, len(stack)))]
    team.changed("view", user=view.user)
    return gone


def _accepted(team: Team, kind: str, given: Any, besides: View | None = None) -> Json:
    check_view(given, team.faults.refuses)
    if given["type"] != kind:
        raise invalid(f"unsupported type: {given['type']} [json-pointer:/view/type]")
    taken = {view.body.get("external_id") for view in _all(team) if view is not besides} - {None, ""}
    require(given.get("external_id") not in taken, "duplicate_external_id")
    return {**given, "blocks": complete(given["blocks"])}


def _stacked(team: Team, user: str, stack: list[View], body: Json) -> View:
    require(len(stack) < DEEPEST, "push_limit_reached")
    view = _made(team, user, body)
    if stack:
        view.root_id, view.previous_id = stack[0].id, stack[-1].id
    team.modals[user] = [*stack, view]
    team.changed("view", user=user)
    return view


def _updated(call: Call, view: View) -> Json:
    require(call.text("hash") in ("", view.hash), "hash_conflict")
    updated(call.team, view, call.arguments["view"])
    return _shown(call, view)


def _shown(call: Call, view: View) -> Json:
    return {"view": payloads.view(call.team, view)}


def _made(team: Team, user: str, body: Json) -> View:
    name = team.next_id("V")
    return View(name, user, body, root_id=name)


def _all(team: Team) -> list[View]:
    return [*team.homes.values(), *(view for stack in team.modals.values() for view in stack)]
