"""What somebody's words were read as, until they confirm it: kept, shown, and recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from plans.messages import Changed, Line, ReadBack, Refused, Verb
from plans.progress.changing import Wanted, change, permitted
from plans.progress.facts import Facts, facts
from plans.progress.filling import dated
from plans.progress.showing import answering, line_of
from plans.progress.turn import Turn
from plans.rights import Doing
from storage import drafts
from storage.drafts import DraftRow

if TYPE_CHECKING:
    from pydantic import TypeAdapter

MOST_OFFERED = 5
UNSURE: tuple[Doing, ...] = ("report", "sustain", "progress")
"""What a press can settle where it was not clear what was meant."""


@dataclass(frozen=True, slots=True)
class Want:
    """What is wanted of one action, as read from words. `asks` is what must be asked first, with the `options`;
    `phrase` the words that it is asked about; `reason` the part of the words that says why."""

    action: int
    doing: Doing
    version: int
    words: str = ""
    until: date | None = None
    day: date | None = None
    to: str | None = None
    links: tuple[str, ...] = ()
    read: tuple[tuple[str, date], ...] = ()
    assumed: bool = False
    asks: str | None = None
    options: tuple[date, ...] = ()
    phrase: str = ""
    reason: str = ""

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            self.action, self.doing, self.version, self.words, self.until, self.day, self.to, self.links, self.read
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """`words` verbatim, with `links` sent along. Where it is not known which action they are about, it is one of
    `candidates`, and nothing is wanted yet."""

    words: str
    wants: tuple[Want, ...] = ()
    links: tuple[str, ...] = ()
    candidates: tuple[int, ...] = ()
    id: int = 0
    thread: str = field(default="", compare=False)

    @property
    def open(self) -> Want | None:
        """The first of which something must be asked."""
        return next((want for want in self.wants if want.asks), None)

    @property
    def is_sure(self) -> bool:
        """Can it be recorded without being read back? One action, and nothing was taken for granted."""
        return len(self.wants) == 1 and not self.wants[0].asks and not self.wants[0].assumed


# --- kept ----------------------------------------------------------------------------------------------------------


def kept(turn: Turn, draft: Draft) -> Draft:
    """With its number; anew where it has one."""
    body = _adapter().dump_python(draft, mode="json")
    if draft.id:
        drafts.rewrite(turn.session, draft.id, body)
        return draft
    id = drafts.keep(turn.session, account(turn), draft.thread, draft.words, body, turn.now)
    return replace(draft, id=id)


def held(turn: Turn, number: int | None) -> Draft | None:
    """Their own, which they have not used yet."""
    return brought(drafts.held(turn.session, number, account(turn))) if number is not None else None


def taken(turn: Turn, number: int | None) -> Draft | None:
    """The same, and it is used now."""
    return brought(drafts.taken(turn.session, number, account(turn))) if number is not None else None


def latest(turn: Turn, thread: str) -> tuple[Draft, DraftRow] | None:
    row = drafts.latest(turn.session, account(turn), thread)
    found = brought(row)
    return (found, row) if found and row else None


def brought(row: DraftRow | None) -> Draft | None:
    return replace(_adapter().validate_python(row.body), id=row.id, thread=row.thread) if row else None


def account(turn: Turn) -> str:
    """Whose draft it is; at a command line that of the post that answers."""
    return turn.asker.account or f"as {turn.asker.post}"


@cache
def _adapter() -> "TypeAdapter[Draft]":
    from pydantic import TypeAdapter

    return TypeAdapter(Draft)


# --- read back -----------------------------------------------------------------------------------------------------


def read_back(turn: Turn, draft: Draft) -> ReadBack:
    """What it would become, what is still to be asked, and the buttons for either."""
    found = facts(turn, [*(want.action for want in draft.wants), *draft.candidates])
    clear = [(at, want) for at, want in enumerate(draft.wants) if want.asks in (None, "why") and want.action in found]
    previews = [(at, change(turn, want.wanted, preview=True)) for at, want in clear]
    lines = [(at, _worded(one, draft.wants[at])) for at, one in previews if isinstance(one, Changed)]
    opened = draft.open
    return ReadBack(
        draft=draft.id,
        lines=tuple(one for _, one in lines),
        refused=tuple(one for _, one in previews if isinstance(one, Refused)),
        asks=opened.asks if opened else ("which_action" if draft.candidates else None),
        about=tuple(_about(turn, draft, found)),
        options=opened.options if opened else (),
        words=opened.phrase if opened else "",
        verbs=tuple(_verbs(turn, draft, found, len(lines))),
        drops=tuple(_drops(draft, lines)) if len(draft.wants) > 1 else (),
    )


def _worded(line: Changed, want: Want) -> Changed:
    """With the reason that was heard: all that they said they can see for themselves."""
    return replace(line, words="" if want.asks == "why" else want.reason)


def _about(turn: Turn, draft: Draft, found: dict[int, Facts]) -> Iterator[Line]:
    asked = [want.action for want in draft.wants if want.asks] or draft.candidates
    yield from (line_of(turn, found[action]) for action in asked if action in found)


def _drops(draft: Draft, lines: Sequence[tuple[int, Changed]]) -> Iterator[Verb]:
    for at, one in lines:
        yield Verb("drop", f"Leave out {one.address}", f"{draft.id} {at}")


def _verbs(turn: Turn, draft: Draft, found: dict[int, Facts], lines: int) -> Iterator[Verb]:
    opened = draft.open
    if opened and opened.action in found:
        yield from _to_settle(turn, draft, opened, found[opened.action])
    elif draft.candidates:
        yield from _to_pick(turn, draft, found)
    elif lines:
        yield Verb("send", "Confirm all" if lines > 1 else "Send", str(draft.id))
        if [want.doing for want in draft.wants] == ["postpone"]:
            yield Verb("redate", "Change the date", str(draft.id))
    yield Verb("cancel", "Cancel", str(draft.id))


def _to_settle(turn: Turn, draft: Draft, want: Want, found: Facts) -> Iterator[Verb]:
    match want.asks:
        case "done_or_going" | "which_action":
            may = permitted(turn, found.id)
            yield from (
                Verb("choose", answering(found, doing).label, f"{draft.id} {doing}") for doing in UNSURE if doing in may
            )
            if "postpone" in may:
                yield answering(found, "postpone", draft=draft.id)
            yield Verb("card", "Something else", str(found.id))
        case "whose":
            yield answering(found, "hand_over", "Say whose it is", draft.id)
        case "why" if want.doing != "postpone":
            yield answering(found, want.doing, "Say why", draft.id)
        case "why":
            yield Verb("redate", "Say why", str(draft.id))
        case _:
            yield from (Verb("choose", dated(day), f"{draft.id} {day.isoformat()}") for day in want.options)
            yield Verb("redate", "Another day" if want.options else "Choose a day", str(draft.id))


def _to_pick(turn: Turn, draft: Draft, found: dict[int, Facts]) -> Iterator[Verb]:
    several = len({one.plan for one in found.values()}) > 1
    for action in draft.candidates[:MOST_OFFERED]:
        if action in found:
            line = line_of(turn, found[action])
            where = f"{line.prison} " if several else ""
            yield Verb("pick", f"{where}{line.address} {line.title}", f"{draft.id} {action}")
