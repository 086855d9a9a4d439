"""views.*: modals, stacked three deep at most, and the Home of each person.

`pushed` and `updated` are also what a form's response_action asks for.
"""

from secrets import token_hex
from typing import Any

from workspace import payloads
from workspace.faults import Faults
from workspace.methods.call import Call, method
from workspace.refusals import Refusal
from workspace.team import Json, Team, View
from workspace.validation import check_view, complete, invalid

DEEPEST = 3


@method("views.open", "trigger_id", "view")
def views_open(call: Call) -> Json:
    check_view(call.arguments["view"], call.faults.refuses)
    user = call.tickets.spend_trigger(call.text("trigger_id"))
    return _shown(call, pushed(call.team, call.faults, user, call.arguments["view"], alone=True))


@method("views.push", "trigger_id", "view")
def views_push(call: Call) -> Json:
    check_view(call.arguments["view"], call.faults.refuses)
    user = call.tickets.spend_trigger(call.text("trigger_id"))
    if not call.team.modals.get(user):
        raise invalid("must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]")
    return _shown(call, pushed(call.team, call.faults, user, call.arguments["view"]))


@method("views.update", "view")
def views_update(call: Call) -> Json:
    name = "view_id" if call.text("view_id") else "external_id"
    if not call.text(name):
        raise invalid("missing required field: view_id")
    for view in _all(call.team):
        if call.text(name) == (view.id if name == "view_id" else view.body.get("external_id")):
            _unchanged(call, view)
            return _shown(call, updated(call.team, call.faults, view, call.arguments["view"]))
    raise Refusal("not_found")


@method("views.publish", "user_id", "view")
def views_publish(call: Call) -> Json:
    user = call.text("user_id")
    if user not in call.team.people:
        raise invalid("invalid `user_id`")
    if home := call.team.homes.get(user):
        _unchanged(call, home)
    home = home or _made(call.team, user, {"type": "home"})
    updated(call.team, call.faults, home, call.arguments["view"])
    call.team.homes[user] = home
    return _shown(call, home)


def pushed(team: Team, faults: Faults, user: str, given: Any, *, alone: bool = False) -> View:
    """A form on top of those that are open, or in their place."""
    stack = [] if alone else team.modals.get(user, [])
    body = _accepted(team, faults, "modal", given)
    if len(stack) >= DEEPEST:
        raise Refusal("push_limit_reached")
    view = _made(team, user, body)
    if stack:
        view.root_id, view.previous_id = stack[0].id, stack[-1].id
    team.modals[user] = [*stack, view]
    team.changed("view", user=user)
    return view


def updated(team: Team, faults: Faults, view: View, given: Any) -> View:
    """What a person has filled in stays where its block does."""
    view.body = _accepted(team, faults, view.body["type"], given, besides=view)
    blocks = {block["block_id"] for block in view.body["blocks"]}
    kept = {name: filled for name, filled in view.state["values"].items() if name in blocks}
    view.hash, view.state = _hash(team), {"values": kept}
    team.changed("home" if view.body["type"] == "home" else "view", user=view.user)
    return view


def _shown(call: Call, view: View) -> Json:
    return {"view": payloads.view(call.team, view)}


def _accepted(team: Team, faults: Faults, kind: str, given: Any, besides: View | None = None) -> Json:
    check_view(given, faults.refuses)
    if given["type"] != kind:
        raise invalid(f"unsupported type: {given['type']} [json-pointer:/view/type]")
    name = given.get("external_id")
    if name and any(name == view.body.get("external_id") for view in _all(team) if view is not besides):
        raise Refusal("duplicate_external_id")
    return {**given, "blocks": complete(given["blocks"])}


def _made(team: Team, user: str, body: Json) -> View:
    name = team.next_id("V")
    return View(name, _hash(team), user, body, root_id=name)


def _hash(team: Team) -> str:
    return f"{int(team.clock())}.{token_hex(4)}"


def _all(team: Team) -> list[View]:
    return [*team.homes.values(), *(view for stack in team.modals.values() for view in stack)]


def _unchanged(call: Call, view: View) -> None:
    if call.text("hash") and call.text("hash") != view.hash:
        raise Refusal("hash_conflict")
