"""A planned brief as a message: names for keys, what each line carries, the verbs; and as the ledger keeps one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from plans.addresses import written
from plans.calendar import is_working_day, last_working_day
from plans.messages import SHOWN, Brief, BriefLine, BriefSection, GapLine, Line, Verb
from plans.owners import name
from plans.policy.values import SECTIONS, Gap, Item, PlannedBrief, Step
from plans.register import Register

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_ROLES = {"coordinator": "Coordinator", "assurer": "Assurer"}
_FOR = frozenset({"liaison", "coordinator"})
"""They speak for the lead, and are not it."""

_OWN = frozenset({"lead", "delegate", "liaison", "coordinator"})


def brief(planned: PlannedBrief, register: Register, *, delivery: int = 0, may_repeat: bool = False) -> Brief:
    """The message of a planned brief. Its verbs need its number in the ledger; without one there are none."""
    sections = tuple(
        BriefSection(
            section, tuple(_line(item, planned, register) for item in planned.items if item.section == section)
        )
        for section in SECTIONS
        if any(item.section == section for item in planned.items)
    )
    return Brief(
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
        verbs=tuple(_verbs(planned.items, sections, delivery)) if delivery else (),
    )


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
        next=_step(item.next, register) if item.next else None,
    )


def _is_the_news(item: Item) -> bool:
    """Is the rung last told this very line? Then its reader knows."""
    return item.last is not None and item.reason == item.last.reason


def _step(step: Step, register: Register) -> tuple[str, Any]:
    return post_name(register, step.post), step.day


def _gap(gap: Gap, register: Register) -> GapLine:
    return GapLine(
        kind=gap.kind,
        post=post_name(register, gap.post),
        prison=prison_name(register, gap.prison),
        person=gap.person.name if gap.person else "",
        instead=gap.instead or "",
        actions=gap.actions,
        why=(gap.person.unreachable or "") if gap.person else "",
    )


def _verbs(items: Iterable[Item], sections: Iterable[BriefSection], delivery: int) -> Iterable[Verb]:
    """Seen always; Snooze where a line of the reader's own may still be put off; Show all where not all is shown."""
    number = str(delivery)
    if any(len(section.lines) > SHOWN for section in sections):
        yield Verb("all", "Show all", number)
    if any(may_be_snoozed(item) for item in items):
        yield Verb("snooze", "Snooze", number)
    yield Verb("seen", "Seen", number)


def may_be_snoozed(item: Item) -> bool:
    """The reader's own lines, until one has gone up the ladder."""
    return item.quality in _OWN and item.last is None and item.section != "decision"


def overtaken(message: Brief, statuses: Mapping[int, str]) -> Brief:
    """The message with what has become of its actions since: the status of each that has another one now."""

    def since(line: BriefLine) -> BriefLine:
        status = statuses.get(line.action, line.line.status)
        return replace(line, now="" if status == line.line.status else status)

    sections = (replace(section, lines=tuple(map(since, section.lines))) for section in message.sections)
    return replace(message, sections=tuple(sections))


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
