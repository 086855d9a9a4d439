"""Several prisons' week for whoever directs them: those that need them first, the figures added up."""

from collections.abc import Iterable

from plans.digest.counting import together
from plans.messages import Counts, Digest, PrisonRow

WORST = 3


def row(digest: Digest) -> PrisonRow:
    """A prison's line. A draft has no number of its own yet."""
    late = sorted((one for one in digest.lines if one.line.days_late), key=lambda one: -one.line.days_late)
    places = digest.places
    return PrisonRow(
        prison=digest.prison,
        key=digest.key,
        number=None if digest.draft else digest.number,
        counts=digest.counts,
        vacancies=len(digest.vacancies),
        unconfirmed=digest.counts.open,
        visit=digest.visit,
        worst=tuple(
            (f"{places.get(one.line.plan, '')} {one.line.address}".strip(), one.line.title, one.line.days_late)
            for one in late[:WORST]
        ),
    )


def rows(digests: Iterable[Digest]) -> tuple[PrisonRow, ...]:
    """Exceptions first: most red, then most newly late, then most late; else by name."""
    return tuple(sorted(map(row, digests), key=_exception))


def _exception(one: PrisonRow) -> tuple[int, int, int, str]:
    return -one.counts.red, -one.counts.new, -one.counts.overdue, one.prison


def counts(held: Iterable[PrisonRow]) -> Counts:
    return together(one.counts for one in held)
