"""users.*: who is here, and the conversations somebody is in."""

from workspace.methods.call import Call, method
from workspace.methods.conversations import described, of_kinds
from workspace.refusals import Refusal
from workspace.team import Json, Person, Team


@method("users.list")
def users_list(call: Call) -> Json:
    people, more = call.page(list(call.team.people.values()), default=1_000)
    return {"members": [as_user(call.team, each) for each in people], "cache_ts": int(call.team.clock()), **more}


@method("users.info", "user")
def users_info(call: Call) -> Json:
    return {"user": as_user(call.team, call.person())}


@method("users.lookupByEmail", "email")
def lookup_by_email(call: Call) -> Json:
    """A leaver's address leads nowhere."""
    for each in call.team.people.values():
        if each.email.lower() == call.text("email").lower() and not each.deleted:
            return {"user": as_user(call.team, each)}
    raise Refusal("users_not_found")


@method("users.conversations")
def users_conversations(call: Call) -> Json:
    asked = call.person().id if call.text("user") else call.team.app.user_id
    found = [each for each in of_kinds(call) if asked in each.members]
    channels, more = call.page(found)
    return {"channels": [described(call.team, each) for each in channels], **more}


def as_user(team: Team, person: Person) -> Json:
    names = {"real_name": person.real_name, "display_name": person.name, "title": person.title, "team": team.id}
    address = {"email": person.email} if person.email else {}
    whose = {"bot_id": team.app.bot_id, "api_app_id": team.app.id} if person.bot else {}
    own = {"id": person.id, "team_id": team.id, "name": person.name, "deleted": person.deleted, "is_bot": person.bot}
    zone = {"tz": "Europe/London", "tz_label": "Greenwich Mean Time", "tz_offset": 0}
    flags = dict.fromkeys(("is_admin", "is_owner", "is_restricted", "is_ultra_restricted", "is_app_user"), False)
    here = {} if person.deleted else {"real_name": person.real_name, **zone, **flags}
    return {**own, **here, "profile": {**names, **address, **whose}, "updated": 1_700_000_000}
