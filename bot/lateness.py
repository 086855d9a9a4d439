"""What a digest says of dates: how many are late and since when, which longest, what is next, what was moved."""

from collections.abc import Callable, Iterable
from datetime import date

from bot.naming import address, addresses, numbers, promised, some, then, titled, told
from bot.wording import day, near, standing
from plans.digest import colours
from plans.digest.behind import behind
from plans.messages import Counts, Digest, DigestLine

WORST = 5
LISTED = 8
SOON = colours.SOON.days
LOADED = "late already when the plan was loaded"


def moved(digest: Digest) -> list[str]:
    """12 on Tuesday 28 January + 6 new − 0 no longer late = 18; of the new, how many were late already when their plan
    was loaded. Nothing where none is late or was."""
    counts = digest.counts
    if not has_moved(counts):
        return []
    gone = f" − {counts.gone:,} no longer in a live plan" if counts.gone else ""
    begun = f"{counts.late_before:,} on {then(digest.since, digest.on)}"
    new = f"{counts.new:,} new{_loaded(digest)}"
    return [f"{begun} + {new} − {counts.cleared:,} no longer late{gone} = {counts.overdue:,}."]


def _loaded(digest: Digest) -> str:
    """Of a plan that was loaded since the digest before (DESIGN section 4, going live)."""
    count = sum(each.before_live for each in behind(digest, "new"))
    return f" ({count:,} of them {LOADED})" if count else ""


def has_moved(counts: Counts) -> bool:
    return any((counts.late_before, counts.new, counts.cleared, counts.gone, counts.overdue))


def fresh(digest: Digest) -> list[str]:
    """1, 4, 11, 14, 22 and 26, due 31 January; apart what was late already when its plan was loaded."""
    by_day: dict[date, list[DigestLine]] = {}
    for each in behind(digest, "new"):
        by_day.setdefault(date.min if each.before_live else each.line.due or digest.on, []).append(each)
    said = [
        f"{numbers(addresses(lines, digest.places))}, {f'due {near(due, digest.on)}' if due > date.min else LOADED}"
        for due, lines in sorted(by_day.items(), reverse=True)
    ]
    return [f"{'; '.join(some(said, LISTED))}."] if said else []


def longest(digest: Digest) -> list[str]:
    return _worst(digest, loaded=False)


def loaded_late(digest: Digest) -> list[str]:
    """Apart, though counted among the late: nobody let them slip since we count (DESIGN section 4, going live)."""
    return _worst(digest, loaded=True)


def _worst(digest: Digest, *, loaded: bool) -> list[str]:
    held = [each for each in behind(digest, "overdue") if each.before_live == loaded]
    ranked = sorted(held, key=lambda each: -each.line.days_late)
    lines = [told(each, digest.places, digest.on) for each in ranked]
    return list(some(lines, WORST)) if loaded else lines[:WORST]


def waiting_long(digest: Digest) -> list[str]:
    """Past their date, reported, not confirmed: not late, and not done (DESIGN section 2)."""
    held = behind(digest, "past_reported")
    return [f"{numbers(addresses(held, digest.places))}."] if held else []


def blocked(digest: Digest) -> list[str]:
    held = behind(digest, "blocked")
    return _listed(digest, held, lambda each: f"since {near(each.since, digest.on)}" if each.since else "")


def coming(digest: Digest) -> list[str]:
    """12 Curriculum review · Governor · due 28 February 2025; else what is next."""
    if soon := behind(digest, "due_soon"):
        ranked = sorted(soon, key=lambda each: each.line.due or digest.on)
        return _listed(digest, ranked, lambda each: standing(each.line))
    dated = [each for each in behind(digest, "open") if each.line.due and each.line.due >= digest.on]
    return [f"none; {_next(digest, sorted(dated, key=lambda each: each.line.due or digest.on))}."]


def _next(digest: Digest, ahead: list[DigestLine]) -> str:
    if not ahead or not (due := ahead[0].line.due):
        return "no open action has a date still to come"
    first = [each for each in ahead if each.line.due == due]
    if len(first) > 1:
        return f"next are {numbers(addresses(first, digest.places))}, {near(due, digest.on)}"
    return f"next is {titled(address(first[0].line, digest.places), first[0].line.title)}, {near(due, digest.on)}"


def slipped(digest: Digest) -> list[str]:
    """What was moved, with the date first promised: it is not lost when another is agreed to."""
    return _listed(digest, behind(digest, "slipped"), lambda each: _dates(each, digest.on))


def _dates(each: DigestLine, on: date) -> str:
    due = f"due {day(each.line.due)}" if each.line.due else "no date"
    return f"{due}{promised(each, on)}"


def _listed(digest: Digest, held: Iterable[DigestLine], said: Callable[[DigestLine], str]) -> list[str]:
    lines = [
        " · ".join(filter(None, [titled(address(each.line, digest.places), each.line.title), each.lead, said(each)]))
        for each in held
    ]
    return list(some(lines, LISTED))


def by_theme(digest: Digest) -> list[str]:
    """Leadership 1 of 2 · Culture 2 of 3: what is red of all that a theme has, in the plan's order."""
    rows = [f"{row.theme or NO_THEME} {row.red:,} of {row.total:,}" for row in digest.themes]
    return [" · ".join(some(rows, THEMES))] if rows else []


NO_THEME = "No theme"
THEMES = 20
