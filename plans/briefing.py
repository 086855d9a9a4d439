"""A planned brief as a message: names for keys, what each line carries, the verbs; and as the ledger keeps one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from plans.addresses import written
from plans.calendar import is_working_day, last_working_day
from plans.messages import Brief, BriefLine, BriefSection, Drafted, GapLine, Line, News, Waiting
from plans.owners import name
from plans.policy.recipients import line_above
from plans.policy.values import SECTIONS, Event, Gap, Item, PlannedBrief, Step
from plans.register import Register
from plans.verbs import DECISIONS, verbs

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_ROLES = {"coordinator": "Coordinator", "assurer": "Assurer"}
_FOR = frozenset({"liaison", "coordinator"})
"""They speak for the lead, and are not it."""


class Since(Protocol):
    """How an action stands by now; `doing` is the kind of what was last said of it since, "" where nothing was."""

    @property
    def action(self) -> int: ...
    @property
    def status(self) -> str: ...
    @property
    def due(self) -> date | None: ...
    @property
    def version(self) -> int: ...
    @property
    def doing(self) -> str: ...


def brief(planned: PlannedBrief, register: Register, *, delivery: int = 0, may_repeat: bool = False) -> Brief:
    """The message of a planned brief. Its verbs need its number in the ledger; without one there are none."""
    sections = tuple(
        BriefSection(
            section, tuple(_line(item, planned, register) for item in planned.items if item.section == section)
        )
        for section in SECTIONS
        if any(item.section == section for item in planned.items)
    )
    made = Brief(
        on=planned.on,
        posts=tuple((post_name(register, post), prison_name(register, prison)) for prison, post in planned.posts),
        sections=sections,
        gaps=tuple(_gap(gap, register) for gap in planned.gaps),
        newly_late=sum(item.newly_late and item.reason == "late" for item in planned.items),
        coming_next=planned.coming_next,
        coming_days=planned.coming_days,
        person=planned.to.person.name if planned.to.person else "",
        delivery=delivery,
        may_repeat=may_repeat,
    )
    return replace(made, verbs=verbs(made)) if delivery else made


def with_drafts(message: Brief, drafts: tuple[Drafted, ...]) -> Brief:
    """The same, with the next digests that its reader will be asked about."""
    made = replace(message, drafts=drafts)
    return replace(made, verbs=verbs(made)) if message.verbs else made


def post_name(register: Register, key: str) -> str:
    """The name of a post or organisation; of a role beside posts too."""
    return register.names.get(key) or _ROLES.get(key) or name(key)


def prison_name(register: Register, key: str) -> str:
    return register.prisons.get(key, key)


def _line(item: Item, planned: PlannedBrief, register: Register) -> BriefLine:
    action, due = item.action, item.action.due
    line = Line(
        plan=action.plan,
        prison=prison_name(register, action.prison),
        address=written(action.ref, action.step),
        title=action.title,
        owners=tuple(post_name(register, owner) for owner in action.owners),
        due=due,
        status=action.status,
        days_late=item.days_late,
        starts=action.starts,
    )
    worked = due is None or due < planned.on or is_working_day(due)
    return BriefLine(
        line=line,
        reason=item.reason,
        quality=item.quality,
        action=action.id,
        answers=post_name(register, item.answers),
        owed_by=post_name(register, item.owed_by) if item.owed_by != item.answers or item.quality in _FOR else "",
        delegate=post_name(register, item.delegate) if item.delegate and item.quality != "delegate" else "",
        last_working=None if worked or due is None else last_working_day(due),
        told=_step(item.last, register) if item.last and not _is_the_news(item) else None,
        next=_step(item.next, register) if item.next and not _is_below(item.next, item) else None,
        version=action.version,
        asked=_asked(item, register),
        news=tuple(_news(event, register) for event in item.news),
        decides=tuple(reason for reason in item.reasons if reason in DECISIONS),
        reported=_news(action.reported, register) if action.reported and "confirm" in item.reasons else None,
    )


def _asked(item: Item, register: Register) -> Waiting | None:
    asked = item.asked
    if asked is None:
        return None
    return Waiting(
        kind=asked.kind,
        on=asked.on,
        by=post_name(register, asked.by) if asked.by else "",
        goes_to=post_name(register, item.goes_to) if item.goes_to else "",
        from_due=item.action.due if asked.to_due else None,
        to_due=asked.to_due,
        to=post_name(register, asked.to) if asked.to else "",
        words=asked.words,
    )


def _news(event: Event, register: Register) -> News:
    by, behalf = (post_name(register, party) if party else "" for party in (event.by, event.for_party))
    return News(event.doing, by, event.moment.date(), event.words, event.links, behalf)


def _is_the_news(item: Item) -> bool:
    """Is the rung last told this very line? Then its reader knows."""
    return item.last is not None and item.reason == item.last.reason


def _is_below(step: Step, item: Item) -> bool:
    """Nobody is told in their own line that a post below theirs is told next: that is no warning to them."""
    return item.answers in line_above(step.post)


def _step(step: Step, register: Register) -> tuple[str, Any]:
    return post_name(register, step.post), step.day


_NO_POST = ("no_inspection", "digest_lost", "digest_doubted")


def _gap(gap: Gap, register: Register) -> GapLine:
    return GapLine(
        kind=gap.kind,
        post=gap.post if gap.kind in _NO_POST else post_name(register, gap.post),
        prison=prison_name(register, gap.prison),
        person=gap.person.name if gap.person else "",
        instead=gap.instead or "",
        actions=gap.actions,
        why=(gap.person.unreachable or "") if gap.person else gap.why,
    )


def overtaken(message: Brief, now: Iterable[Since]) -> Brief:
    """The message with what has become of its actions since it was sent, and the buttons that are still of use."""
    found = {one.action: one for one in now}

    def since(line: BriefLine) -> BriefLine:
        there = found.get(line.action)
        if there is None:
            return replace(line, now="", now_due=None)
        became = _became(line, there)
        moved = there.due if became in ("due", "report") else None
        return replace(line, now=became, now_due=moved, version=there.version)

    sections = (replace(section, lines=tuple(map(since, section.lines))) for section in message.sections)
    made = replace(message, sections=tuple(sections))
    return replace(made, verbs=verbs(made)) if message.verbs else made


def _became(line: BriefLine, there: Since) -> str:
    """The status it has come into, else that it has another date, else what was last said of it."""
    if there.status != line.line.status:
        return there.status
    if there.due != line.line.due:
        return "report" if there.doing == "report" else "due"
    return there.doing


# --- as the ledger keeps it -----------------------------------------------------------------------------------------


def kept(message: Brief) -> dict[str, Any]:
    """The message as JSON can have it."""
    dumped: dict[str, Any] = _adapter().dump_python(message, mode="json")
    return dumped


def brought(body: dict[str, Any]) -> Brief:
    """The message that was kept. Raises ValueError where that is none."""
    return _adapter().validate_python(body)


@cache
def _adapter() -> "TypeAdapter[Brief]":
    from pydantic import TypeAdapter

    return TypeAdapter(Brief)
