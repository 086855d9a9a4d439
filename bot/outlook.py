"""What a digest says beside the actions: posts that nobody holds, what inspectors found, when they return, when all may
be done. Of what is not known nothing is said."""

from datetime import date

from bot.naming import numbers, some
from bot.wording import are, capital, joined, many, near, the
from plans.digest.expecting import between, expected
from plans.messages import Digest, Forecast, JudgementRow, Vacancy, Visit

JUDGED = 8
RATINGS = ("no meaningful", "insufficient", "reasonable", "good", "significant")
"""As inspectors rate progress, the worst first."""
VACANT = 8


def vacant(digest: Digest) -> list[str]:
    """Head of Healthcare, which leads 2 open actions; the Governor answers meanwhile."""
    return [f"{'; '.join(some([_vacancy(each) for each in digest.vacancies], VACANT))}."] if digest.vacancies else []


def _vacancy(each: Vacancy) -> str:
    instead = f" ({the(each.instead)} answers meanwhile)" if each.instead else ""
    return f"{each.post}, which leads {many(each.actions, 'open action')}{instead}"


def inspected(digest: Digest) -> str:
    """Inspectors' return visit, June 2025 (HMI Prisons and Ofsted)"""
    last = max((each.on for each in digest.judgements if each.on), default=None)
    when = f", {last:%B} {last.year}" if last else ""
    bodies = dict.fromkeys(each.body for each in digest.judgements)
    return f"Inspectors' return visit{when}{f' ({joined(bodies)})' if bodies else ''}"


def judged(digest: Digest) -> list[str]:
    """What inspectors found against what owners say, the worst first. Together what no action surely is about."""
    bodies = {each.body for each in digest.judgements}
    alone: dict[tuple[str, str], list[JudgementRow]] = {}
    lines: list[tuple[int, bool, str]] = []
    for each in digest.judgements:
        if each.about:
            lines.append((_worst(each.rating), False, f"{_found([each], bodies)}; {_owners(each)}."))
        else:
            alone.setdefault((each.rating, each.body), []).append(each)
    for (rating, _), held in alone.items():
        which = "it" if len(held) == 1 else "them"
        lines.append((_worst(rating), True, f"{_found(held, bodies)}; {_none(held)} about {which}."))
    return list(some([said for *_, said in sorted(lines, key=lambda line: line[:2])], JUDGED))


def _none(held: list[JudgementRow]) -> str:
    """Where a coordinator said so, that is certain."""
    is_told = all(each.match == "confirmed" for each in held)
    return "no action of the plan is" if is_told else "no action of the plan is surely"


def _worst(rating: str) -> int:
    return next((at for at, word in enumerate(RATINGS) if rating.casefold().startswith(word)), len(RATINGS))


def _found(held: list[JudgementRow], bodies: set[str]) -> str:
    """Good progress: Safety (3.11); with whose word it is where several bodies came. Nothing is quoted: what a concern
    was is the contrary of what has become of it."""
    subjects: dict[str, list[str]] = {}
    for each in held:
        subjects.setdefault(capital(each.section or each.kind), []).extend([each.paragraph] if each.paragraph else [])
    named = joined(f"{subject} ({joined(where)})" if where else subject for subject, where in subjects.items())
    rating = held[0].rating
    return f"{f'{held[0].body}, {rating}' if len(bodies) > 1 else capital(rating)}: {named}"


def _owners(each: JudgementRow) -> str:
    """owners: 3 of 3 reported done, 1 of them confirmed (5, 6 and 7; a suggested match)"""
    confirmed = f", {each.confirmed:,} of them confirmed" if each.confirmed else ""
    reported = f"{each.reported + each.confirmed:,} of {len(each.about):,} reported done"
    unsure = "; a suggested match" if each.match == "suggested" else ""
    return f"owners: {reported}{confirmed} ({numbers(each.about)}{unsure})"


def visit(digest: Digest) -> list[str]:
    """Inspectors may be expected between April and August 2025, 8 to 12 months after their inspection of August 2024:
    in 67 days at the earliest. 26 of 26 actions are not confirmed; 2 of them fall due on 12 April or later."""
    if digest.visit is None:
        return []
    found = digest.visit
    unconfirmed = f"{found.unconfirmed:,} of {many(found.of, 'action')} {are(found.unconfirmed)} not confirmed"
    return [
        f"Inspectors {expected(found.inspected, found.first, found.last)}: {_countdown(found, digest.on)}."
        f" {unconfirmed}{_due_after(found, digest.on) if found.due_after else ''}."
    ]


def _due_after(found: Visit, on: date) -> str:
    falls = "falls" if found.due_after == 1 else "fall"
    return f"; {found.due_after:,} of them {falls} due on {near(found.first, on)} or later"


def _countdown(found: Visit, on: date) -> str:
    days = (found.first - on).days
    return f"in {many(days, 'day')} at the earliest" if days > 0 else "any day now"


def burnt(digest: Digest) -> list[str]:
    """18 of 26 were to be done by now, as first promised; 5 are confirmed: what the chart shows, for who sees none.
    What the plan printed as completed is none of them, and said apart."""
    if not digest.burn_up:
        return []
    last, printed = digest.burn_up[-1], digest.counts.printed
    total = digest.counts.total - printed
    planned = f"{last.planned:,} of {many(total, 'action')}"
    were = "was" if 1 in (last.planned, total) else "were"
    confirmed = f"{last.confirmed:,} {are(last.confirmed)} confirmed"
    return [f"{planned} {were} to be done by now, as first promised; {confirmed}.{_printed(printed)}"]


def _printed(count: int) -> str:
    return f" {count:,} more {'was' if count == 1 else 'were'} printed as completed." if count else ""


def forecast(digest: Digest) -> list[str]:
    """Only where there is enough history; how it is worked out stands beside it."""
    return [_forecast(digest.forecast)] if digest.forecast else []


def _forecast(found: Forecast) -> str:
    method = (
        f"at the pace of the last {many(found.weeks, 'week')} ({found.confirmed:,} confirmed)"
        f" and of the last {found.recent:,} ({found.recently:,})"
    )
    return f"{capital(_all_by(found))}, {method}."


def _all_by(found: Forecast) -> str:
    return f"all confirmed {between(found.first, found.last)}"
