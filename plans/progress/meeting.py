"""Meeting mode: the coordinator records, post by post, what each said of its actions at the action-plan meeting."""

from plans.chat import Answered, Ask, Say
from plans.commands import Command
from plans.messages import Notice, Verb
from plans.progress.holding import prison_named
from plans.progress.turn import Turn, said
from plans.progress.updating import MOST, drawn, rows_of, to_update
from plans.queries.questions import Query
from storage.actions import find
from storage.owed import owners_of

ONLY_COORDINATORS = (
    "Only the coordinator of {0} records what posts said. Your own actions are in your brief, and in `/actions mine`."
)
NOBODY = "No post leads an open action of a live plan of {0}."
WHOSE = "Whose actions are you going through? What you record is kept as what that post said, with your name."
MORE = " {0} more posts lead fewer: they are here once these have no more open actions."
POSTS = 25
"""Buttons of one message."""


def asked(turn: Turn, command: Command) -> Answered | None:
    """A button for each lead post, the one with most to say first. None: words that are no prison."""
    prison = prison_named(turn, command.of)
    if prison is None:
        return None
    where = turn.where(prison)
    if not turn.coordinates(prison):
        return said(ONLY_COORDINATORS.format(where))
    leads = _leads(turn, prison)
    verbs = tuple(verb for lead, actions in leads.items() for verb in _verbs(turn, prison, lead, len(actions)))
    if not verbs:
        return said(NOBODY.format(where))
    more = MORE.format(len(verbs) - POSTS) if len(verbs) > POSTS else ""
    return Say(Notice("plain", detail=f"{where}, {len(leads)} posts. {WHOSE}{more}", verbs=verbs[:POSTS]))


def _verbs(turn: Turn, prison: str, lead: str, actions: int) -> list[Verb]:
    """One for each page of what a post leads."""
    pages = -(-actions // MOST)
    named = turn.name_of(lead)
    if pages == 1:
        return [Verb("meet", f"{named} ({actions})", f"{prison} {lead}")]
    return [
        Verb("meet", f"{named} ({(page - 1) * MOST + 1} to {min(page * MOST, actions)})", f"{prison} {lead}", page)
        for page in range(1, pages + 1)
    ]


def _leads(turn: Turn, prison: str) -> dict[str, list[int]]:
    """By lead, what is still to be said of live plans, late ones first; who has most first."""
    ids = [row.id for row in find(turn.session, Query(prisons=(prison,), statuses=("open",)), turn.on)]
    owners = owners_of(turn.session, ids)
    found: dict[str, list[int]] = {}
    place = {id: at for at, id in enumerate(to_update(turn, ids))}
    for id in filter(place.__contains__, ids):
        if owners.get(id):
            found.setdefault(owners[id][0], []).append(id)
    held = {lead: sorted(actions, key=place.__getitem__) for lead, actions in found.items()}
    return dict(sorted(held.items(), key=lambda each: -len(each[1])))


def form(turn: Turn, query: str, page: int = 1) -> Answered:
    prison, _, lead = query.partition(" ")
    if prison not in turn.register.prisons or not turn.coordinates(prison):
        return said(ONLY_COORDINATORS.format(turn.where(prison)))
    held = _leads(turn, prison).get(lead, [])
    rows = rows_of(turn, held[(page - 1) * MOST : page * MOST])
    if not rows:
        return said(NOBODY.format(turn.where(prison)))
    intro = (
        f"What the {turn.name_of(lead)} said, recorded by you. What is left empty stays as it is. No prisoner names."
    )
    return Ask(drawn(rows, f"{prison} {lead}", intro, title=turn.name_of(lead)[:24]))
