"""A post's holder changed by a coordinator, with a form: the same rules as for the register's file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plans.chat import Answered, Ask, Member, Refill, Submitted
from plans.messages import Field, Form
from plans.progress.holding import CAPACITIES, is_held, named, owed, rank
from plans.progress.turn import Turn, said, written
from storage import beside, joining, people
from storage.plans import prison_id
from storage.posts import Place, Taken, Told, hold, post_id

ONLY_COORDINATORS = "Only a coordinator can change who holds a post. Ask yours."
SEVERAL = "Several people of that name are registered, and Slack shows no address of theirs. Use the register's file."
_AS = {"holder": "holds", "acting": "acts in", "deputy": "stands in for"}


def form(turn: Turn, prison: str) -> Answered:
    if prison not in turn.register.prisons or not turn.coordinates(prison):
        return said(ONLY_COORDINATORS)
    how = tuple((each, each.capitalize()) for each in CAPACITIES)
    fields = (
        Field("post", "Which post?", "one", tuple((post, named(turn, post)) for post in _posts(turn, prison))),
        Field("person", "Who?", "person", optional=True, hint="Leave this empty where the post is vacant."),
        Field("capacity", "As what?", "one", how, value="holder"),
        Field("from", "From which day?", "day", value=turn.on.isoformat()),
        Field("until", "Until which day?", "day", optional=True, hint="The last day. Empty: until further notice."),
        Field("away", "Away until?", "day", optional=True, hint="The last day on which they are away."),
    )
    intro = f"Who holds a post at {turn.register.prisons[prison]}. A new holder takes over what the post owes."
    return Ask(Form("post", "Change a post", "Save", fields, about=prison, intro=intro))


def _posts(turn: Turn, prison: str) -> list[str]:
    """Those registered there, and those that its live plans name."""
    held = {one.post for one in turn.register.holdings if one.prison == prison}
    return sorted(held | {party for party in owed(turn, prison) if is_held(turn, party)}, key=rank)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was asked for. `member` None: the post is vacant."""

    post: str
    capacity: str
    member: Member | None
    first: date | None
    last: date | None
    away: date | None


def taken(turn: Turn, submitted: Submitted) -> Answered:
    prison = submitted.about
    if prison not in turn.register.prisons or not turn.coordinates(prison):
        return said(ONLY_COORDINATORS)
    filled = _filled(submitted)
    wrong = dict(_wrong(filled, _posts(turn, prison)))
    if wrong:
        return Refill(wrong)
    try:
        return _saved(turn, prison, filled)
    except Taken as other:
        return Refill({"until": f"Somebody else is registered from {written(other.first)}: end before that."})
    except people.Unsure:
        return Refill({"person": SEVERAL})


def _filled(submitted: Submitted) -> Filled:
    values = submitted.values
    first, last, away = (_day(values.get(name)) for name in ("from", "until", "away"))
    return Filled(
        str(values.get("post", "")), str(values.get("capacity", "")), submitted.members.get("person"), first, last, away
    )


def _wrong(filled: Filled, posts: list[str]) -> Iterator[tuple[str, str]]:
    if filled.post not in posts:
        yield "post", "Choose one of the posts."
    if filled.capacity not in CAPACITIES:
        yield "capacity", "Choose how they hold it."
    if filled.member is None and filled.capacity != "holder":
        yield "person", "Choose who stands in, or Holder where the post is vacant."
    if filled.member and filled.member.gone:
        yield "person", "Their account is deactivated, so they would hear of nothing."
    if filled.first and filled.last and filled.last < filled.first:
        yield "until", "The last day is before the first."
    if filled.member and filled.member.bot:
        yield "person", "That is a bot. Choose a person."
    if filled.away and filled.member is None:
        yield "away", "Choose who is away."


def _saved(turn: Turn, prison: str, filled: Filled) -> Answered:
    session, told = turn.session, Told(turn.on, turn.now)
    place_id = prison_id(session, prison, name=turn.register.prisons[prison])
    owner = post_id(session, filled.post, named(turn, filled.post))
    who = _person(turn, filled.member) if filled.member else None
    hold(session, Place(place_id, owner, filled.capacity), who, first=filled.first, last=filled.last, told=told)
    if who is not None and filled.away:
        beside.be_away(session, who, filled.away, told=told, by=turn.person)
    return said(_sentence(turn, prison, filled))


def _person(turn: Turn, member: Member) -> int:
    """Known by their account, else by their address; else new."""
    platform, _, rest = turn.asker.account.partition(":")
    known = people.account_of(turn.session, platform, member.account)
    if known is not None:
        return known
    found, _ = (
        people.person_by_email(turn.session, member.email.casefold(), member.name)
        if member.email
        else people.person_by_name(turn.session, member.name)
    )
    id = found.id or 0
    joining.join(turn.session, id, member.account, beside=rest.rpartition(":")[2], at=turn.now)
    return id


def _sentence(turn: Turn, prison: str, filled: Filled) -> str:
    post = f"the post of {named(turn, filled.post)} of {turn.register.prisons[prison]}"
    since = f" from {written(filled.first)}" if filled.first else ""
    until = f" until {written(filled.last)}" if filled.last else ""
    if filled.member is None:
        return f"Recorded: {post} is vacant{since}{until}."
    away = f" They are away until {written(filled.away)}." if filled.away else ""
    return f"Recorded: {filled.member.name} {_AS[filled.capacity]} {post}{since}{until}.{away}"


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
