"""`Rochester judgements` and `Rochester repeats`: what inspectors found beside what owners say, and what was raised
before. Anybody may ask: no words and no reasons are told."""

from dataclasses import replace
from datetime import date

from plans.chat import Answered, Say
from plans.commands import Command
from plans.listing import plan_named
from plans.messages import Assurance, Notice, Repeats, Verb
from plans.progress.holding import prison_named, unnamed
from plans.progress.judged import assured
from plans.progress.raised import repeats_of
from plans.progress.reviewed import Reviewed, coming, reviewed
from plans.progress.turn import Turn, row_number, said
from plans.queries.refs import address
from storage import judged as read

LABEL = 75
"""Characters that every platform shows of a button."""
MOST = 20
"""Lists that have a button of their own."""

WHICH = "Name one prison: `/actions {0} Rochester`."
WHICH_HELD = "Name one prison: `/actions judgements {0}`. I hold a review of progress at {1}."
NONE = (
    "I hold no review of progress at {0}, so there is nothing to set beside what owners report. When the inspectorate"
    " has published one, a coordinator {1}"
)
SENDS = "sends me its file."
IMPORTS = "imports it: actions import FILE"
NOT_YET = (
    "Inspectors visit {0} {1}, after the day asked about, so there is nothing yet to set beside what owners report."
)
OLDER = "That button belongs to an older message. `/actions judgements Rochester` shows them as they stand now."
NO_PLAN = "I hold no plan of {0}, so nothing can be told of what was raised before."


def asked(turn: Turn, command: Command) -> Answered | None:
    """`Rochester judgements`, `repeats Rochester`. None: words that are no prison, so a question."""
    prison = prison_named(turn, command.of)
    if prison is None and command.of:
        return unnamed(turn, command.of, _which(turn, command))
    if prison is None:
        return _which(turn, command)
    return raised(turn, prison) if command.name == "repeats" else shown(turn, prison)


def _which(turn: Turn, command: Command) -> Answered:
    """Of judgements, the prisons of which there are any, each a press away."""
    held = read.reviewed(turn.session) if command.name == "judgements" else []
    if not held:
        return said(WHICH.format(command.name))
    names = [turn.where(prison) for prison in held]
    verbs = tuple(Verb("judged", name[:LABEL], prison) for prison, name in zip(held, names, strict=True))[:MOST]
    return Say(Notice("plain", detail=WHICH_HELD.format(held[0].capitalize(), ", ".join(names)), verbs=verbs))


# --- judgements ----------------------------------------------------------------------------------------------------


def judged(turn: Turn, query: str) -> Answered:
    """Of a button: "rochester", or "rochester 7" for what the seventh judgement is about, action by action."""
    prison, _, number = query.partition(" ")
    if prison not in turn.register.prisons:
        return said(OLDER)
    if not number:
        return shown(turn, prison)
    of = reviewed(turn, prison)
    found = of and _one(assured(of), row_number(number))
    return Say(found) if found else said(OLDER)


def shown(turn: Turn, prison: str) -> Answered:
    of = reviewed(turn, prison)
    return Say(told(turn, of)) if of else said(lacking(turn, prison))


def lacking(turn: Turn, prison: str) -> str:
    """Why there is nothing to show: no review is held, or the visit of the one held is yet to come on the day."""
    where, review = turn.where(prison), coming(turn, prison)
    if review and review.visited:
        return NOT_YET.format(where, _days(review.first or review.visited, review.visited))
    return NONE.format(where, IMPORTS if turn.channel == "cli" else SENDS)


def _days(first: date, last: date) -> str:
    """on 2 to 4 June 2025"""
    whole = f"{last.day} {last:%B %Y}"
    if first == last:
        return f"on {whole}"
    together = (first.year, first.month) == (last.year, last.month)
    return f"on {first.day} to {whole}" if together else f"from {first.day} {first:%B %Y} to {whole}"


def told(turn: Turn, of: Reviewed) -> Assurance:
    """With its buttons: to match, for who may; to share; and the list behind each count."""
    made = assured(of)
    match = (Verb("match", _match_label(made), of.prison),) if of.plans and may_match(turn, of.prison) else ()
    share = Verb("share", "Share", f"{of.prison} judgements")
    return replace(made, verbs=(*match, share, *_lists(made, of.prison)))


def may_match(turn: Turn, prison: str) -> bool:
    """Whoever runs commands on the machine itself, and names nobody, is trusted."""
    may = turn.coordinates(prison) or turn.has_role("administrator", prison)
    return may or (turn.channel == "cli" and not turn.asker.post)


def _match_label(made: Assurance) -> str:
    waiting = sum(one.match != "confirmed" for one in made.judged)
    return f"Match to themes ({waiting})" if waiting else "Change the matches"


def _lists(made: Assurance, prison: str) -> tuple[Verb, ...]:
    """Behind each theme's count: judgements of one theme share a list."""
    once: dict[str, Verb] = {}
    for one in made.judged:
        if one.total:
            label = f"{one.theme[: LABEL - 8]} ({one.total})"
            once.setdefault(one.theme, Verb("judged", label, f"{prison} {one.number}"))
    return tuple(once.values())[:MOST]


def _one(made: Assurance, number: int | None) -> Assurance | None:
    """Every judgement of that one's theme, with its actions."""
    first = next((one for one in made.judged if one.number == number), None)
    if first is None:
        return None
    those = tuple(one for one in made.judged if one.number == number or (one.total and one.theme == first.theme))
    refs = {at.ref if (at := address(line.address)) else line.address for line in first.actions}
    return replace(made, judged=those, unjudged=(), repeats=tuple(o for o in made.repeats if o.ref in refs), whole=True)


# --- repeats -------------------------------------------------------------------------------------------------------


def raised(turn: Turn, prison: str) -> Answered:
    """Of each live plan what stood in an earlier one."""
    held = [one for one in read.plans(turn.session, prison) if one.kind != "review"]
    live = [one for one in held if one.live]
    if not live:
        return said(NO_PLAN.format(turn.where(prison)))
    of = tuple(
        (one.key, plan_named(one.kind, one.key), len({row.ref for row in read.states(turn.session, [one.id])}),
         repeats_of(turn.session, one.id))
        for one in live
    )  # fmt: skip
    earlier = tuple(plan_named(one.kind, one.key) for one in held if not one.live)
    return Say(Repeats(turn.where(prison), of, earlier))
