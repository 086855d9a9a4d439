"""The sentence over a list: what was asked, and the answer in figures that add up. Lines are drawn elsewhere."""

from functools import lru_cache

from bot.wording import are, joined, many, near, status
from plans.messages import Asked, Lack, Listing


@lru_cache(1_000)
def summary(listing: Listing) -> str:
    """What was asked, answered in one sentence that adds up."""
    if not listing.total:
        return _nothing(listing)
    answer = _matching(listing) if listing.asked.statuses else _all(listing)
    return f"{_scope(listing.asked)}: {answer}."


def _scope(asked: Asked) -> str:
    said = ", ".join(part for part in (joined(asked.prisons), asked.plans) if part)
    return f"{said[0].upper()}{said[1:]}" if said else "All live plans"


def _matching(listing: Listing) -> str:
    """18 of 26 actions are overdue (theme Safety), none reported and waiting"""
    asked = listing.asked
    verb, having = are(listing.total), "has" if listing.total == 1 else "have"
    words = (status(word) for word in asked.statuses)
    said = joined((f"{having} no date" if word == "no date" else f"{verb} {word}" for word in words), "or")
    counted = f"{listing.total:,} of {many(listing.of, 'action')} {said}{_filters(asked)}"
    return f"{counted}{_reported(listing) if _of_lateness(asked) else _late_among(listing)}"


def _all(listing: Listing) -> str:
    """26 actions (theme Safety): 18 overdue, 7 not yet due, 1 with no date"""
    some = f"{listing.total:,} of {many(listing.of, 'action')}"
    counted = many(listing.total, "action") if listing.total == listing.of else some
    return f"{counted}{_filters(listing.asked)}{_broken_down(listing)}"


def _broken_down(listing: Listing) -> str:
    if len(listing.breakdown) == 1:
        return f", {'all ' if listing.total > 1 else ''}{_STANDINGS[listing.breakdown[0][0]]}"
    parts = (f"{count:,} {_STANDINGS[standing]}" for standing, count in listing.breakdown)
    return f": {', '.join(parts)}" if listing.breakdown else ""


def _late_among(listing: Listing) -> str:
    late = dict(listing.breakdown).get("overdue", 0)
    if not late:
        return ""
    waiting = _reported(listing) if listing.past_reported else ""
    counted = "all" if late == listing.total else f"{late:,}"
    return f", {counted} of them late{waiting}" if listing.total > 1 else f", and late{waiting}"


def _reported(listing: Listing) -> str:
    if not listing.past_reported:
        return ", none reported and waiting"
    return f", and {listing.past_reported:,} past their date, reported, not confirmed"


def _of_lateness(asked: Asked) -> bool:
    return any(word == "overdue" or word.endswith("days late") for word in asked.statuses)


def _filters(asked: Asked, *, window: bool = True) -> str:
    said = (*asked.filters, *([f"due {asked.window}"] if asked.window and window else []))
    return f" ({'; '.join(said)})" if said else ""


# --- nothing found ------------------------------------------------------------------------------------------------


def _nothing(listing: Listing) -> str:
    """No overdue actions at HMP Rochester today. 3 are due by 17 February."""
    if listing.instead.lack:
        return _lacking(listing, listing.instead.lack)
    waiting = _reported(listing) if _of_lateness(listing.asked) and listing.past_reported else ""
    return f"{_empty(listing)}{waiting}.{_beside(listing)}"


def _empty(listing: Listing) -> str:
    asked, where = listing.asked, _where(listing.asked)
    words = [_AFTER_ARE.get(word, word) for word in map(status, asked.statuses)]
    filters = _filters(asked, window=False)
    if asked.window and not set(words) - {"open"}:
        return f"Nothing {where}{filters} falls due {asked.window}"
    if words == ["due soon"] and not asked.window:
        return f"Nothing {where}{filters} is due by {near(listing.due_soon_by, listing.on)}"
    due = f" due {asked.window}" if asked.window else ""
    if _ADJECTIVES.issuperset(words):
        states = f"{joined(words, 'or')} " if words else ""
        return f"No {states}actions {where}{filters}{due}{' today' if words and not due else ''}"
    return f"No actions {where}{due} are {joined(words, 'or')}{filters}"


def _where(asked: Asked) -> str:
    """At HMP Rochester, in any live plan; a plan that is not the live one is named."""
    if not asked.prisons:
        return _ANY_PLAN.get(asked.plans, "in any live plan")
    named = f", {asked.plans}," if asked.plans.endswith((" plans", "(closed)")) else ""
    return f"at {joined(asked.prisons)}{named}"


def _beside(listing: Listing) -> str:
    """For those who asked when and are told never: what is due soon, what is next, how many are late."""
    asked, instead = listing.asked, listing.instead
    soon = _soon(listing) if {"overdue", "open"}.intersection(asked.statuses) and not asked.window else ""
    coming = "" if soon and listing.due_soon else _next(listing)
    late = f"{instead.overdue:,} {are(instead.overdue)} overdue" if instead.overdue else ""
    rest = "; ".join(filter(None, [coming, late]))
    return "".join(f" {sentence}." for sentence in (soon, rest) if sentence)


def _soon(listing: Listing) -> str:
    count = listing.due_soon
    counted = f"{count:,} {are(count)}" if count else "None is"
    return f"{counted} due by {near(listing.due_soon_by, listing.on)}"


def _next(listing: Listing) -> str:
    """Next: 12, due 28 February"""
    lines = listing.instead.next_due
    if not lines or not (due := lines[0].due):
        return ""
    places = listing.places
    named = joined(f"{places.get(line.plan, '')} {line.address}".strip() for line in lines)
    return f"Next: {named if len(lines) <= _NAMED else many(len(lines), 'action')}, due {near(due, listing.on)}"


def _lacking(listing: Listing, lack: Lack) -> str:
    """HMP Maidstone's plan has no theme Safety; its themes are Priority concerns and Key concerns."""
    one = len(listing.plans) == 1 and len(listing.asked.prisons) == 1
    whose = f"{listing.asked.prisons[0]}'s {_closed_plan(listing.asked)}" if one else ""
    if lack.kind == "owner":
        nobody = f"{'No plan' if lack.anywhere else 'None of these plans'} names {lack.name} as an owner."
        return f"{whose} names no owner {lack.name}." if whose and not lack.anywhere else nobody
    themes = f"; its theme{'s are' if len(lack.has) > 1 else ' is'} {joined(lack.has)}" if whose and lack.has else ""
    tries = f" Try `/actions {lack.instead}`." if lack.instead else ""
    return f"{f'{whose} has no' if whose else 'None of these plans has a'} theme {lack.name}{themes}.{tries}"


def _closed_plan(asked: Asked) -> str:
    return asked.plans if asked.plans.endswith("(closed)") else "plan"


_NAMED = 5
_ADJECTIVES = {"overdue", "open", "blocked", "ongoing"}
_AFTER_ARE = {"no date": "without a date"}
_ANY_PLAN = {"closed plans": "in any closed plan", "all plans": "in any plan"}
_STANDINGS = {
    "overdue": "overdue",
    "reported": "reported and not confirmed",
    "not_yet_due": "not yet due",
    "undated": "with no date",
    "completed": "completed",
    "withdrawn": "withdrawn",
}
