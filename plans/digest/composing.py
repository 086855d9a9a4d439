"""A prison's week, put together from its facts: every action once, and all that is told of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from plans.addresses import written
from plans.digest.burning import burn_up
from plans.digest.changes import changes, heads
from plans.digest.colours import colour, days_late
from plans.digest.counting import by_theme, counted
from plans.digest.forecasting import forecast
from plans.digest.judging import judgements
from plans.digest.naming import naming
from plans.digest.replaying import at
from plans.digest.values import Earlier, Known, State
from plans.digest.visiting import visit
from plans.digest.waiting import Posts
from plans.messages import Counts, Digest, DigestLine, Line


@dataclass(frozen=True, slots=True)
class Place:
    """Where a digest stands: its number, its week, its day, the moment whose facts it has, the one before."""

    number: int
    week: str
    on: date
    as_at: datetime
    earlier: Earlier
    draft: bool = False


def compose(known: Known, place: Place) -> Digest:
    """Everything a digest says but its verbs. Counts are made last, of the lines: they cannot differ from them."""
    on, as_at, before = place.on, place.as_at.astimezone(UTC), place.earlier
    actions, posts = at(known, as_at), Posts(known, on)
    late = late_before(known, before)
    made = Digest(
        prison=known.prison,
        key=known.key,
        number=place.number,
        week=place.week,
        on=on,
        as_at=as_at,
        since=before.on,
        before=before.number,
        plans=tuple((plan.key, plan.name) for plan in known.plans),
        counts=Counts(),
        lines=_lines(known, actions, on, before, late),
        changes=changes(known, posts.name, before, as_at),
        asked=posts.asked(actions),
        vacancies=posts.vacant(actions),
        visit=visit(known, actions, on),
        burn_up=burn_up(known, actions, on, as_at),
        forecast=forecast(known, actions, on, as_at),
        heads=() if place.draft else heads(known),
        draft=place.draft,
    )
    made = replace(made, themes=by_theme(made.lines), judgements=judgements(known, actions, on, made.places))
    gone = len(late - {one.id for one in actions})
    return replace(made, counts=counted(made, gone=gone))


def late_before(known: Known, before: Earlier) -> frozenset[int]:
    """The actions late in the digest before; where there was none, at the end of its day, had there been one."""
    if before.late is not None:
        return before.late
    return frozenset(one.id for one in at(known, before.as_at) if days_late(one, before.on))


def _lines(
    known: Known, actions: Sequence[State], on: date, before: Earlier, late: frozenset[int]
) -> tuple[DigestLine, ...]:
    # A calendar set to a day before the plan was loaded asks what would have been: it was live long before.
    live_on = {plan.key: plan.live_on for plan in known.plans if plan.live_on and plan.live_on <= on}
    lines = (_line(known, one, on, live_on.get(one.plan), was_late=one.id in late) for one in actions)
    return tuple(lines) if before.late is not None else tuple(map(_not_newly_late, lines))


def _not_newly_late(line: DigestLine) -> DigestLine:
    """DESIGN section 4, going live: dates already past are not newly late. Only what was told in a digest before can be
    added to, with the word that says so; where none was, they were late before."""
    return replace(line, was_late=line.was_late or line.before_live)


def _line(known: Known, action: State, on: date, live_on: date | None, *, was_late: bool) -> DigestLine:
    late = days_late(action, on)
    return DigestLine(
        action=action.id,
        line=Line(
            plan=action.plan,
            prison=known.prison,
            address=written(action.ref, action.step),
            title=action.title,
            owners=tuple(printed for _, printed in action.owners),
            due=action.due,
            status=action.status,
            days_late=late,
            starts=action.starts,
        ),
        ref=action.ref,
        step=action.step or None,
        colour=colour(action, on),
        theme=action.theme or "",
        lead=naming(known.register)(action.owners[0][0]) if action.owners else "",
        original_due=action.original_due,
        slips=action.slips,
        was_late=was_late,
        before_live=bool(late and live_on and action.due and action.due < live_on),
        since=action.since,
        waits=tuple(one.kind for one in action.waits),
        printed=action.printed,
    )
