"""Everything that waits on one person, as one form: what was reported, to tick; each date and hand-over asked for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plans.calendar import day_of
from plans.chat import Answered, Ask, Refill, Say, Submitted
from plans.entries import days_late
from plans.messages import Field, Form, Waiting
from plans.progress.changing import Wanted
from plans.progress.choosing import all_changed
from plans.progress.facts import Facts, facts
from plans.progress.filling import NO_NAMES, dated
from plans.progress.holding import named
from plans.progress.receipts import receipt, revised
from plans.progress.recounting import evidence, waiting
from plans.progress.showing import label
from plans.progress.turn import Turn, said, written
from plans.progress.updating import seen_of
from plans.progress.waiting import for_person
from plans.rights import Doing
from storage.entries import EntryRow, history

MOST = 30
LABEL = 75
"""Characters that every platform shows of something to tick."""
WORDS = 200
NOTHING = "Nothing waits for your decision any more."
HOW: tuple[tuple[Doing, str], ...] = (("confirm", "Confirm ticked"), ("send_back", "Send back with a reason"))
_EITHER: dict[str, tuple[Doing, Doing]] = {"agree": ("agree", "decline"), "accept": ("accept", "refuse")}


def form(turn: Turn, query: str) -> Answered:
    """`query` is the brief that it is pressed under, or nothing: what is asked is whatever waits now."""
    pending = for_person(turn)
    if not pending:
        return said(NOTHING)
    known = facts(turn, [id for id, _ in pending])
    shown = sorted(((known[id], kind) for id, kind in pending), key=lambda one: _order(turn, one[0]))[:MOST]
    seen = " ".join(dict.fromkeys(f"{one.id}:{one.version}" for one, _ in shown))
    more = f" The first {MOST} of {len(pending)} are here; open it again for the rest." if len(pending) > MOST else ""
    asked = (*_to_confirm(turn, [one for one, kind in shown if kind == "confirm"]), *_requests(turn, shown))
    intro = f"What is left empty stays as it is. {NO_NAMES}{more}"
    return Ask(Form("decide", "What waits for you", "Record", asked, about=f"{query or '-'}|{seen}", intro=intro))


def _order(turn: Turn, one: Facts) -> tuple[int, str, str]:
    """As a brief has them; within a plan they come in its own order already."""
    return -days_late(one.status, one.due, turn.on), one.due.isoformat() if one.due else "9999", one.plan


def _to_confirm(turn: Turn, reported: Sequence[Facts]) -> Iterator[Field]:
    if not reported:
        return
    several = len({one.plan for one in reported}) > 1
    histories = {str(one.id): history(turn.session, one.id) for one in reported}
    ticks = tuple((str(one.id), _reported(turn, one, histories[str(one.id)], several)) for one in reported)
    notes = tuple((id, by) for id, entries in histories.items() if (by := _by(turn, entries)))
    yield Field("confirm", "Reported done", "any", ticks, optional=True, notes=notes)
    yield Field("how", "What do you decide?", "one", HOW, value="confirm", optional=True)
    yield Field("why", "If sent back: what is missing?", "words", hint=NO_NAMES, optional=True)


def _reported(turn: Turn, one: Facts, entries: Sequence[EntryRow], several: bool) -> str:
    links = len(evidence(entries))
    told = f" · {links} link{'s' if links > 1 else ''}" if links else " · no evidence"
    where = f"{turn.where(one.prison)} " if several else ""
    return f"{_cut(f'{where}{one.address} {one.title}', LABEL - len(told))}{told}"


def _by(turn: Turn, entries: Sequence[EntryRow]) -> str:
    """Governor, Monday 2 December: “she started on the 4th”. What is too long for its place is cut by the platform."""
    entry = next((each for each in entries if each.kind == "report" and not each.undone), None)
    if entry is None:
        return ""
    party = entry.for_party or entry.as_post
    by = f"{named(turn, party)}, " if party else ""
    said = f": “{_cut(' '.join(entry.words.split()), WORDS)}”" if entry.words else ""
    return f"{by}{written(day_of(entry.at))}{said}"


def _cut(words: str, most: int) -> str:
    """At a word: what is said after a title is never cut with it."""
    return words if len(words) <= most else f"{words[: most - 1].rsplit(' ', 1)[0]}…"


def _requests(turn: Turn, shown: Sequence[tuple[Facts, str]]) -> Iterator[Field]:
    for one, kind in shown:
        if kind not in _EITHER:
            continue
        wanted = "extension" if kind == "agree" else "hand_over"
        asked = next((each for each in waiting(turn, one, history(turn.session, one.id)) if each.kind == wanted), None)
        if asked is None:
            continue
        choices = tuple((doing, label(doing, outside=one.outside and kind == "agree")) for doing in _EITHER[kind])
        name = f"{one.id}{'' if kind == 'agree' else '-to'}"
        yield Field(
            f"req-{name}", f"{one.address} {_asked(asked)}", "one", choices, hint=asked.words[:150], optional=True
        )
        yield Field(f"reqwhy-{name}", f"{one.address}: a word to go with it", "line", optional=True)


def _asked(asked: Waiting) -> str:
    if asked.kind == "hand_over":
        return f"handed over to the {asked.to} by the {asked.by}"
    moved = f"from {dated(asked.from_due)} " if asked.from_due else ""
    return f"{moved}to {dated(asked.to_due)}, asked by the {asked.by}" if asked.to_due else "another date"


# --- taken ---------------------------------------------------------------------------------------------------------


def taken(turn: Turn, submitted: Submitted) -> Answered:
    seen = seen_of(submitted.about)
    wanted = list(_wanted(submitted.values, seen))
    if not wanted:
        first = "confirm" if "how" in submitted.values else next(iter(submitted.values), "confirm")
        return Refill({first: "Tick or choose at least one, or close this form."})
    if any(one.doing == "send_back" and not one.words for one in wanted):
        return Refill({"why": "Say what is missing."})
    done = all_changed(turn, wanted)
    return Say(receipt(turn, done), revised=revised(turn, done))


def _wanted(values: Mapping[str, Any], seen: Mapping[int, int]) -> Iterator[Wanted]:
    """What was ticked, and what was chosen of each request; each as it was seen."""
    doing: Doing = "send_back" if values.get("how") == "send_back" else "confirm"
    why = str(values.get("why") or "")
    ticked = values.get("confirm") or ()
    ticked = (ticked,) if isinstance(ticked, str) else ticked
    for id, version in seen.items():
        if str(id) in ticked:
            yield Wanted(id, doing, version, why)
        for name, kind in ((str(id), "agree"), (f"{id}-to", "accept")):
            chosen = values.get(f"req-{name}")
            if either := next((each for each in _EITHER[kind] if each == chosen), None):
                yield Wanted(id, either, version, str(values.get(f"reqwhy-{name}") or ""))
