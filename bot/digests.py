"""A prison's weekly digest in sentences, for every platform alike: the headline, the colours that add up, then what is
late, what is next, what was done, what waits. Posts and figures alone: a whole channel reads it, and leaders look."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot import changes, lateness, outlook
from bot.colours import standing as standing  # of the sentences that every platform shows
from bot.naming import then
from bot.wording import are, capital, full, many, unmarked
from plans.calendar import LONDON, day_of
from plans.messages import Counts, Digest, GroupDigest

SHOWN = 12  # characters of a fingerprint that are read out


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading: one line beside it, several below it. `first`: to be seen at a glance, before any
    picture."""

    heading: str
    lines: tuple[str, ...]
    first: bool = False


def headline(digest: Digest) -> str:
    """HMP Rochester, week 6: 18 of 26 actions are late, 6 more than last week; none is confirmed yet. Digest 14."""
    return f"{digest.prison}, week {week(digest)}: {answer(digest)}. {numbered(digest)}."


def answer(digest: Digest | GroupDigest) -> str:
    """The count of what is late, in figures always, and what is made of what was asked."""
    counts = digest.counts
    if not counts.total:
        return "there is no action in a live plan, so 0 are late"
    verb = "is" if 1 in (counts.overdue, counts.total) else "are"
    said = f"{counts.overdue:,} of {many(counts.total, 'action')} {verb} late"
    return "; ".join(filter(None, [f"{said}, {_than_before(digest)}", _past(counts), _finished(counts)]))


def _than_before(digest: Digest | GroupDigest) -> str:
    more = digest.counts.overdue - digest.counts.late_before
    how = f"{abs(more):,} {'more' if more > 0 else 'fewer'} than" if more else "as many as"
    return f"{how} {_earlier(digest)}"


def _earlier(digest: Digest | GroupDigest) -> str:
    """Last week, as long as that is when the digest before was."""
    if digest.before is None:
        return "a week before" if (digest.on - digest.since).days == WEEK else f"on {then(digest.since, digest.on)}"
    return "last week" if (digest.on - digest.since).days <= NEAR else f"in digest {digest.before:,}"


def _past(counts: Counts) -> str:
    """Beside every count of what is late (DESIGN section 2)."""
    count = counts.past_reported
    if count == 1:
        return f"1{' other' if counts.overdue else ''} is past its date and waits to be confirmed"
    others = " others" if counts.overdue else ""
    return f"{count:,}{others} are past their date and wait to be confirmed" if count else ""


def _finished(counts: Counts) -> str:
    """That none is confirmed is no reproach where none had to be: then that is what is said."""
    done = counts.done + counts.sustained
    if done and done == counts.printed:
        return f"{done:,} {are(done)} printed as completed, none is confirmed since"
    if done:
        return f"{done:,} {are(done)} done"
    if counts.overdue or counts.reported:
        return "none is confirmed yet"
    return "none is due yet" if counts.open else ""


def week(digest: Digest | GroupDigest) -> int:
    return int(digest.week.rpartition("W")[2])


def numbered(digest: Digest | GroupDigest) -> str:
    return f"{'Draft of digest' if digest.draft else 'Digest'} {digest.number:,}"


def parts(digest: Digest) -> list[Part]:
    """What leaders are asked about, the exceptions first. Of what there is nothing to say, only what is waited for."""
    if not digest.counts.total:
        return []
    since = then(digest.since, digest.on)
    made = (
        ("Late", lateness.moved(digest)),
        (f"Newly late since {since}", lateness.fresh(digest)),
        ("Longest late", lateness.longest(digest)),
        ("Late already when the plan was loaded", lateness.loaded_late(digest)),
        ("Past their date and waiting to be confirmed", lateness.waiting_long(digest)),
        ("Blocked", lateness.blocked(digest)),
        (f"Coming in {lateness.SOON} days", lateness.coming(digest)),
        (f"Changed since {since}", changes.changed(digest)),
        ("Waiting", changes.waiting(digest)),
        ("Moved to a later date", lateness.slipped(digest)),
        ("Vacant", outlook.vacant(digest)),
        (outlook.inspected(digest), outlook.judged(digest)),
        ("By theme (red of all)", lateness.by_theme(digest)),
        ("Planned and confirmed", outlook.burnt(digest)),
        ("Next visit", outlook.visit(digest)),
        ("Forecast", outlook.forecast(digest)),
    )
    return [Part(heading, tuple(lines), first=heading.startswith(FIRST_SEEN)) for heading, lines in made if lines]


def week_lines(digest: Digest) -> list[str]:
    """Every sentence under the headline and the colours, section by section, and the remarks under them."""
    return [unmarked(line) for part in parts(digest) for line in beside(part)] + remarks(digest)


def beside(part: Part) -> Iterable[str]:
    """Heading: the line; or the heading, and the lines stood in from the left."""
    if len(part.lines) == 1:
        return [f"{part.heading}: {part.lines[0]}"]
    return [f"{part.heading}:", *(f"  {line}" for line in part.lines)]


def remarks(digest: Digest | GroupDigest) -> list[str]:
    """What the reader must know of the digest itself."""
    return [
        *([FIRST.format(full(digest.since))] if digest.before is None else []),
        *([f"{_ahead(digest)} {DRAFT}".strip()] if digest.draft else []),
    ]


def _ahead(digest: Digest | GroupDigest) -> str:
    return f"{capital(as_at(digest))}." if _is_ahead(digest) else ""


def _is_ahead(digest: Digest | GroupDigest) -> bool:
    return digest.draft and day_of(digest.as_at) < digest.on


def as_at(digest: Digest | GroupDigest) -> str:
    """as at Tuesday 4 February 2025, 8:30am; of a day to come, with its dates and what has been said by now."""
    if _is_ahead(digest):
        return f"as it would stand on {full(digest.on)} if nothing more is answered"
    return f"as at {hour(digest.as_at)}"


def stamp(digest: Digest | GroupDigest) -> str:
    """Digest 14 · as at Tuesday 4 February 2025, 8:30am"""
    return f"{numbered(digest)} · {as_at(digest)}"


def sealed(digest: Digest | GroupDigest) -> str:
    """The same, with the fingerprint, which no text that goes into it can have."""
    return f"{stamp(digest)} · fingerprint {digest.sha256[:SHOWN]}" if digest.sha256 else stamp(digest)


def hour(at: datetime) -> str:
    """Tuesday 4 February 2025, 8:30am"""
    there = at.astimezone(LONDON)
    if (there.hour, there.minute) == (23, 59):
        return f"the end of {full(there.date())}"
    minutes = f":{there:%M}" if there.minute else ""
    return f"{full(there.date())}, {there.hour % 12 or 12}{minutes}{'am' if there.hour < 12 else 'pm'}"


DRAFT = "Not kept: what is sent is counted anew then."
FIRST = "The first digest: what is new is counted from {}, played back from the history."
FIRST_SEEN = ("Late", "Newly late", "Longest late", "Coming")
WEEK = 7
NEAR = 10  # days: a bank holiday moves a digest, and it was last week's all the same
