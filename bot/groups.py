"""The weekly digest of whoever directs several prisons: the exceptions first, a line for each prison, and sums."""

from bot.colours import in_colours
from bot.digests import answer, numbered, remarks, week
from bot.lateness import has_moved
from bot.naming import some
from bot.wording import joined, many, near, strong, the, unmarked
from plans.digest.expecting import between
from plans.messages import GroupDigest, PrisonRow

MAY_REPEAT = "This may repeat one you have had: it is not known whether that arrived."
ROWS = 15
QUIET = 20


def headline(group: GroupDigest) -> str:
    """2 prisons of the Prison Group Director, week 6: 18 of 28 actions are late, 6 more than last week; …"""
    whose = f"{many(len(group.rows), 'prison')} of {the(group.post)}"
    repeat = f" {MAY_REPEAT}" if group.may_repeat else ""
    return f"{whose}, week {week(group)}: {answer(group)}. {numbered(group)}.{repeat}"


def standing(group: GroupDigest) -> str:
    return in_colours(group.counts)


def exceptions(group: GroupDigest) -> list[str]:
    """A line for each prison where something is late, or red, or waits."""
    return list(some([line(row, draft=group.draft) for row in group.rows if is_exception(row)], ROWS))


def is_exception(row: PrisonRow) -> bool:
    counts = row.counts
    return bool(counts.red or counts.past_reported or counts.extensions or counts.hand_overs or row.vacancies)


def line(row: PrisonRow, *, draft: bool = False) -> str:
    """HMP Rochester · 18 of 26 late, 6 new · 1 post vacant · longest late: 8 Operational Health Lead, 96 days"""
    counts = row.counts
    new = f", {counts.new:,} new" if counts.new else ""
    other = counts.red - counts.overdue
    said = (
        f"{counts.overdue:,} of {counts.total:,} late{new}",
        f"{other:,} more red" if other else "",
        f"{counts.reported:,} to confirm" if counts.reported else "",
        f"{many(counts.extensions, 'other date')} asked for" if counts.extensions else "",
        f"{many(counts.hand_overs, 'other lead')} asked for" if counts.hand_overs else "",
        f"{many(row.vacancies, 'post')} vacant" if row.vacancies else "",
        _worst(row),
        _visit(row),
    )
    return " · ".join(filter(None, [_named(row, draft=draft), *said]))


def _named(row: PrisonRow, *, draft: bool) -> str:
    """What is sent of a prison has a number, where there is a channel to send it to; of a draft nothing is sent."""
    if row.number is not None:
        return f"{strong(row.prison)} digest {row.number:,}"
    return strong(row.prison) if draft else f"{strong(row.prison)} (no channel for its digest)"


def _worst(row: PrisonRow) -> str:
    if not row.worst:
        return ""
    address, title, days = row.worst[0]
    return f"longest late: {address} {title}, {many(days, 'day')}"


def _visit(row: PrisonRow) -> str:
    return f"inspectors may be expected {between(row.visit.first, row.visit.last)}" if row.visit else ""


def quiet(group: GroupDigest) -> str:
    """Nothing is late or waits at HMP Maidstone (2 actions)."""
    held = [f"{row.prison} ({many(row.counts.total, 'action')})" for row in group.rows if not is_exception(row)]
    return f"Nothing is red or waits at {joined(some(held, QUIET))}." if held else ""


def week_lines(group: GroupDigest) -> list[str]:
    """Every sentence under the headline and the colours."""
    return [unmarked(said) for said in [*lines(group), *remarks(group)]]


def lines(group: GroupDigest) -> list[str]:
    if not group.counts.total:
        return []
    return list(filter(None, [_moved(group) if has_moved(group.counts) else "", *exceptions(group), quiet(group)]))


def _moved(group: GroupDigest) -> str:
    counts = group.counts
    gone = f" − {counts.gone:,} no longer in a live plan" if counts.gone else ""
    before = f"{counts.late_before:,} on {near(group.since, group.on)}"
    return f"Late: {before} + {counts.new:,} new − {counts.cleared:,} no longer late{gone} = {counts.overdue:,}."
