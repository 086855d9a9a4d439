"""The rest: api.test, auth.test, apps.connections.open, blocks.validate, and users.*: who is here."""

from typing import Any

from workspace import payloads
from workspace.methods.call import Call, method
from workspace.refusals import Refusal
from workspace.team import Json
from workspace.validation import invalid, of_blocks, of_view


@method("api.test", who="anybody")
def api_test(call: Call) -> Json:
    if wanted := call.text("error"):
        raise Refusal(wanted, args=call.arguments)
    return {"args": call.arguments}


@method("auth.test")
def auth_test(call: Call) -> Json:
    team, app = call.team, call.team.app
    who = {"user": team.people[app.user_id].name, "user_id": app.user_id, "bot_id": app.bot_id}
    return {"url": f"{call.base}/", "team": team.name, "team_id": team.id, **who, "is_enterprise_install": False}


@method("apps.connections.open", who="app")
def connections_open(call: Call) -> Json:
    return {"url": call.tickets.socket_url()}


@method("users.list")
def users_list(call: Call) -> Json:
    people, more = call.page(list(call.team.people.values()), default=1_000)
    return {
        "members": [payloads.person(call.team, each) for each in people],
        "cache_ts": int(call.team.clock()),
        **more,
    }


@method("users.info", "user")
def users_info(call: Call) -> Json:
    return {"user": payloads.person(call.team, call.person(call.text("user")))}


@method("users.lookupByEmail", "email")
def lookup_by_email(call: Call) -> Json:
    """A leaver's address leads nowhere."""
    for each in call.team.people.values():
        if each.email.lower() == call.text("email").lower() and not each.deleted:
            return {"user": payloads.person(call.team, each)}
    raise Refusal("users_not_found")


@method("blocks.validate", who="anybody")
def validate(call: Call) -> Json:
    given = [name for name in ("blocks", "message", "view") if name in call.arguments]
    if len(given) != 1:
        raise invalid("must provide exactly one of `blocks`, `message` or `view`")
    if found := _problems(given[0], call.arguments[given[0]], call.team.faults.refuses):
        raise Refusal(f"invalid_{given[0]}", errors=found)
    return {}


def _problems(kind: str, payload: Any, refuses: set[str]) -> list[Json]:
    if kind == "view":
        return list(of_view(payload, "", refuses))
    blocks = payload.get("blocks", []) if isinstance(payload, dict) else payload
    return list(of_blocks(blocks, "message", "/blocks" if kind == "message" else "", refuses))
