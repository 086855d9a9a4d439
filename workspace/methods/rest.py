"""api.test, auth.test, apps.connections.open and blocks.validate."""

from typing import Any

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


@method("blocks.validate", who="anybody")
def validate(call: Call) -> Json:
    given = [name for name in ("blocks", "message", "view") if name in call.arguments]
    if len(given) != 1:
        raise invalid("must provide exactly one of `blocks`, `message` or `view`")
    kind, payload = given[0], call.arguments[given[0]]
    if found := list(_problems(kind, payload, call.faults.refuses)):
        raise Refusal(f"invalid_{kind}", errors=found)
    return {}


def _problems(kind: str, payload: Any, refuses: set[str]) -> list[Json]:
    if kind == "view":
        return list(of_view(payload, "", refuses))
    if kind == "blocks":
        return list(of_blocks(payload, "any", "", refuses))
    blocks = payload.get("blocks", []) if isinstance(payload, dict) else payload
    return list(of_blocks(blocks, "message", "/blocks", refuses))
