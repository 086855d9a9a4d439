"""A day's briefs: one a person, the whole picture, and only when the policy names a reason (DESIGN section 4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from plans.calendar import is_working_day
from plans.policy.desk import Desk, Offer
from plans.policy.gaps import Missing, missing
from plans.policy.lines import next_after, offers
from plans.policy.settings import DEFAULTS
from plans.policy.silence import silences
from plans.policy.values import SECTIONS, Day, Item, PlannedBrief, Reason, Recipient, Situation, Why

PRECEDENCE: tuple[Reason, ...] = (
    "rung_3", "rung_2", "rung_1", "confirm", "approve", "accept", "closed_plan", "handover", "going_live", "late",
    "this_week", "coming", "still", "no_date", "joint_late", "joint_live", "news",
)  # fmt: skip
"""Of several reasons to mention an action to one reader, the first counts."""

_RIDING = frozenset({"approve", "accept", "news"})
"""These are said in one line with whatever else there is to say."""

_RANK = {reason: rank for rank, reason in enumerate(PRECEDENCE)}
_PLACE = {section: place for place, section in enumerate(SECTIONS)}
_OWN = frozenset({"lead", "delegate"})


@dataclass(slots=True)
class _Tray:
    """What is laid ready for one reader."""

    to: Recipient
    items: dict[int, Item] = field(default_factory=dict)
    triggers: dict[str, None] = field(default_factory=dict)
    missing: list[Missing] = field(default_factory=list)
    ahead: list[date] = field(default_factory=list)

    def lay(self, offer: Offer) -> None:
        there = self.items.get(offer.item.action.id)
        self.items[offer.item.action.id] = _one(there, offer.item) if there else offer.item
        self.triggers.update(dict.fromkeys(offer.triggers))


def _one(first: Item, second: Item) -> Item:
    """One line an action: the reason that counts, and what rides with it."""
    said, less = sorted((first, second), key=lambda item: _RANK[item.reason])
    riding = {*said.also, *less.also, *({less.reason} & _RIDING)} - {said.reason}
    also = tuple(reason for reason in PRECEDENCE if reason in riding)
    return replace(said, also=also, news=said.news or less.news)


def day(situation: Situation) -> Day:
    """Who is to be written to on the day, and of what; of every other action, which rule keeps it silent."""
    if not is_working_day(situation.on):
        return quiet(situation, "not_a_working_day")
    desk = Desk(situation)
    trays = _laid(desk)
    briefs = tuple(_brief(desk, tray) for tray in trays if tray.triggers)
    said = {item.action.id for brief in briefs for item in brief.items}
    unsaid = (action for action in situation.actions if action.id not in said)
    return Day(situation.on, briefs, tuple(silences(desk, unsaid)))


def quiet(situation: Situation, why: Why) -> Day:
    """A day, or an hour of one, on which nothing goes."""
    return Day(situation.on, (), tuple(silences(Desk(situation), situation.actions, why)))


def _laid(desk: Desk) -> list[_Tray]:
    trays: dict[str, _Tray] = {}

    def tray_of(to: Recipient) -> _Tray:
        key = to.key
        return trays.get(key) or trays.setdefault(key, _Tray(to))

    for action in desk.situation.actions:
        for offer in offers(desk, action):
            tray_of(offer.to).lay(offer)
        if later := next_after(desk, action):
            tray_of(later[0]).ahead.append(later[1])
    for one in missing(desk, [item for tray in trays.values() if tray.triggers for item in tray.items.values()]):
        tray = tray_of(one.to)
        tray.missing.append(one)
        if one.trigger:
            tray.triggers["gap"] = None
    return list(trays.values())


def _brief(desk: Desk, tray: _Tray) -> PlannedBrief:
    items = tuple(sorted(tray.items.values(), key=_order))
    gaps = tuple(one.gap for one in tray.missing)
    posts = dict.fromkeys([*_posts(desk, tray.to, items), *((gap.prison, "coordinator") for gap in gaps)])
    return PlannedBrief(
        tray.to, desk.on, tuple(posts), items, gaps, tuple(tray.triggers), _coming_next(tray), _coming_days(desk, items)
    )


def _coming_days(desk: Desk, items: Iterable[Item]) -> int:
    return max((desk.settings(item.action).coming for item in items), default=DEFAULTS.coming)


def _coming_next(tray: _Tray) -> tuple[int, date] | None:
    if not tray.ahead or any(item.section in {"this_week", "coming"} for item in tray.items.values()):
        return None
    first = min(tray.ahead)
    return tray.ahead.count(first), first


def _posts(desk: Desk, to: Recipient, items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """For what the reader is written to: their own posts first, then those they stand in or speak for."""

    def is_anothers(item: Item) -> bool:
        found = desk.directory.holder(item.action.prison, item.answers)
        return found.stands_in or found.to.key != to.key

    for item in sorted(items, key=lambda item: (is_anothers(item), item.quality not in _OWN)):
        yield item.action.prison, item.answers


def _order(item: Item) -> tuple[int, bool, int, str, str, int]:
    """Within a section what was asked about comes first: of a long one only the first few are shown."""
    action = item.action
    due = action.due.isoformat() if action.due else "9999"
    asked = any(event.doing == "nudge" for event in item.news)
    return _PLACE[item.section], not asked, -item.days_late, due, action.plan, action.position
