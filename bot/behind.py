"""The list behind a number of a digest: which number of which digest, its lines as they stood then, and
what has another status now."""

from collections.abc import Mapping

from bot import changes, kinds
from bot.naming import address, numbers
from bot.wording import are, full, many, near, parties, standing, status
from plans.messages import Behind, Change, DigestLine

NOW = 20


def summary(message: Behind) -> str:
    """HMP Rochester, digest 14 of Tuesday 4 February 2025: 18 actions are late."""
    which = f"digest {message.number:,}" if message.digest else f"the draft of digest {message.number:,}"
    return f"{message.prison}, {which} of {full(message.on)}: {_counted(message)}."


def _counted(message: Behind) -> str:
    if message.name in _THINGS:
        return many(message.total, *_THINGS[message.name])
    if message.name.startswith("theme"):
        return f"{many(message.total, 'action')}{f' of the theme {message.theme}' if message.theme else ' of no theme'}"
    words = COUNTED.get(message.name)
    be = ("was" if message.total == 1 else "were") if message.name in _THEN else are(message.total)
    return f"{many(message.total, 'action')}{f' {be} {words}' if words else ''}"


def since(message: Behind) -> str:
    """Since then: 5 is reported; 8 and 9 are done."""
    shown = {each.action: address(each.line, dict(message.places)) for each in message.lines}
    held: dict[str, list[str]] = {}
    for action, word in message.now:
        if action in shown:
            held.setdefault(word, []).append(shown[action])
    said = [f"{numbers(refs, NOW)} {are(len(refs))} {status(word)}" for word, refs in held.items()]
    return f"Since then: {'; '.join(said)}." if said else ""


def paged(message: Behind) -> str:
    return f"Page {message.page:,} of {message.pages:,}." if message.pages > 1 else ""


def remarks(message: Behind) -> list[str]:
    return list(filter(None, [since(message), paged(message)]))


def cells(each: DigestLine, places: Mapping[str, str]) -> tuple[str, str, str, str]:
    return address(each.line, places), each.line.title, each.lead or parties(each.line), standing(each.line)


def change(each: Change, message: Behind) -> str:
    """5 Prisoner forums · 30 January · the Governor reported it done (not started → reported)"""
    where = f"{dict(message.places).get(each.plan, '')} {each.address}".strip()
    by = f"{kinds.by(each.by, each.for_party)} " if each.by or each.for_party else ""
    steps = kinds.step(each.from_status, each.to_status)
    moved = kinds.instead(each.from_due, each.to_due) if each.to_due and each.to_due != each.from_due else ""
    detail = f" ({'; '.join(filter(None, [steps, moved]))})" if steps or moved else ""
    return f"{where} {each.title} · {near(each.on, message.on)} · {by}{kinds.did(each.doing)}{detail}"


def others(message: Behind) -> list[str]:
    """What is no action: changes, or what was asked for."""
    return [*(change(each, message) for each in message.changes), *(changes.requested(each) for each in message.asked)]


COUNTED = {
    "overdue": "late",
    "red": "red",
    "amber": "amber",
    "green": "green",
    "blue": "blue",
    "grey": "grey",
    "open": "open",
    "done": "done",
    "sustained": "done and ongoing",
    "withdrawn": "withdrawn",
    "before_live": "late already when the plan was loaded",
    "new": "newly late",
    "cleared": "no longer late",
    "gone": "late before and no longer in a live plan",
    "late_before": "late in the digest before",
    "past_reported": "past their date, reported, not confirmed",
    "due_soon": "due within 14 days",
    "blocked": "blocked",
    "reported": "reported, not confirmed",
    "extensions": "waiting for another date",
    "hand_overs": "waiting for another lead",
    "slipped": "moved to a later date",
    "no_date": "without a date",
    "printed": "printed as completed, not confirmed since",
}
"""What every number counts: the names of Counts, in words."""
_THEN = {"before_live", "late_before"}
"""Of a day before."""
_THINGS = {"changes": ("change",), "asked": ("request that waits for a yes", "requests that wait for a yes")}
