"""What a digest says beside the actions: posts that nobody holds, what inspectors found, when they return, when all may
be done. Of what is not known nothing is said."""

from collections import Counter
from datetime import date

from bot.naming import numbers, some
from bot.wording import are, capital, joined, many, quote, the
from plans.messages import Digest, Forecast, JudgementRow, Vacancy, Visit

JUDGED = 6
VACANT = 8


def vacant(digest: Digest) -> list[str]:
    """Head of Healthcare, which leads 2 open actions; the Governor answers meanwhile."""
    return [f"{'; '.join(some([_vacancy(each) for each in digest.vacancies], VACANT))}."] if digest.vacancies else []


def _vacancy(each: Vacancy) -> str:
    instead = f" ({the(each.instead)} answers meanwhile)" if each.instead else ""
    return f"{each.post}, which leads {many(each.actions, 'open action')}{instead}"


def judged(digest: Digest) -> list[str]:
    """What inspectors found against what owners say, where it can be told which actions it is about; others counted."""
    about = [each for each in digest.judgements if each.about]
    rest = Counter(f"{each.rating} ({each.body})" for each in digest.judgements if not each.about)
    other = [f"{'Also' if about else 'They'} found: {joined(f'{count:,} {rating}' for rating, count in rest.items())}."]
    return [*some([_judgement(each) for each in about], JUDGED), *(other if rest else [])]


def _judgement(each: JudgementRow) -> str:
    """HMI Prisons, 1.12: insufficient progress in “…”; owners report 3 of 3 done, 1 is confirmed: 5, 6 and 7."""
    where = f", {each.paragraph}" if each.paragraph else ""
    subject = quote(each.text or each.section or "", 90)
    claimed = f"{each.reported + each.confirmed:,} of {len(each.about):,} done"
    owners = f"owners report {claimed}, {each.confirmed:,} {are(each.confirmed)} confirmed: {numbers(each.about)}"
    return f"{each.body}{where}: {each.rating} in {subject}; {owners}."


def visit(digest: Digest) -> list[str]:
    """Inspectors return between April and August 2025, in 67 days at the earliest; 26 of 26 are not confirmed."""
    if digest.visit is None:
        return []
    found = digest.visit
    after = _due_after(found) if found.due_after else ""
    return [
        f"Inspectors return {between(found.first, found.last)}{_countdown(found, digest.on)};"
        f" {found.unconfirmed:,} of {many(found.of, 'action')} {are(found.unconfirmed)} not confirmed{after}."
    ]


def _due_after(found: Visit) -> str:
    return f", {found.due_after:,} of them due only once they may be there"


def _countdown(found: Visit, on: date) -> str:
    days = (found.first - on).days
    return f", in {many(days, 'day')} at the earliest" if days > 0 else ", which may be any day now"


def between(first: date, last: date) -> str:
    """between April and August 2025; between December 2025 and April 2026"""
    if (first.year, first.month) == (last.year, last.month):
        return f"in {last:%B} {last.year}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"between {first:%B}{year} and {last:%B} {last.year}"


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
