"""The buttons under what was read back: send it, leave a line out, say what was meant; and Undo. Each of one's own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plans.chat import Answered, Redraw, Say
from plans.messages import Changed, Message, Notice, Refused
from plans.progress import drafting
from plans.progress.answering import DOINGS, SPENT
from plans.progress.blanking import blank
from plans.progress.changing import Wanted, change
from plans.progress.drafting import Draft, Want
from plans.progress.facts import facts
from plans.progress.filling import NEEDED
from plans.progress.receipts import receipt, revised
from plans.progress.showing import GONE, card
from plans.progress.turn import Turn, row_number, said
from plans.progress.undoing import undo
from storage import changes
from storage.sent import Sent

NOTHING = "Nothing was changed."


def settled(turn: Turn, draft: Draft, *, brief: Sent | None = None, anew: bool = False) -> Say | Redraw:
    """Recorded where nothing is left to ask or to confirm, else read back. `anew`: in the place of what was pressed."""
    if draft.is_sure:
        return sent(turn, draft, brief=brief, anew=anew)
    asked = drafting.read_back(turn, drafting.kept(turn, draft))
    barred = len(asked.refused) == len(draft.wants) and asked.asks == "why"
    if asked.refused and (barred or not (asked.lines or asked.asks)):
        drafting.taken(turn, asked.draft)
        return _answer(receipt(turn, asked.refused), anew=anew)
    return _answer(asked, anew=anew)


def sent(turn: Turn, draft: Draft, *, brief: Sent | None = None, anew: bool = False) -> Say | Redraw:
    """All of it, each as far as it is allowed: what is not says why."""
    if draft.id:
        drafting.taken(turn, draft.id)
    done = all_changed(turn, [want.wanted for want in draft.wants])
    answered = _answer(receipt(turn, done), anew=anew)
    return replace(answered, revised=revised(turn, done, of=brief))


def all_changed(turn: Turn, wanted: Sequence[Wanted]) -> list[Changed | Refused]:
    """Each as far as it is allowed. All are held first, in one order, so that no two people wait for each other."""
    changes.hold(turn.session, [one.action for one in wanted])
    return [change(turn, one) for one in wanted]


def _answer(message: Message, *, anew: bool) -> Say | Redraw:
    return Redraw(message) if anew else Say(message)


# --- buttons ---------------------------------------------------------------------------------------------------------


def send(turn: Turn, query: str) -> Answered:
    draft = drafting.held(turn, row_number(query))
    if draft is None or not draft.wants:
        return said(SPENT)
    if draft.open:
        return Redraw(drafting.read_back(turn, draft))
    return sent(turn, draft, anew=True)


def cancel(turn: Turn, query: str) -> Answered:
    draft = drafting.taken(turn, row_number(query))
    return Redraw(Notice("plain", detail=NOTHING)) if draft else said(SPENT)


def drop(turn: Turn, query: str) -> Answered:
    """One line is left out; without the last one nothing is left."""
    number, _, place = query.partition(" ")
    draft, at = drafting.held(turn, row_number(number)), row_number(place)
    if draft is None or at is None or at >= len(draft.wants):
        return said(SPENT)
    left = tuple(want for n, want in enumerate(draft.wants) if n != at)
    if not left:
        return cancel(turn, number)
    return Redraw(drafting.read_back(turn, drafting.kept(turn, replace(draft, wants=left))))


def choose(turn: Turn, query: str) -> Answered:
    """What was meant where that was not clear: a doing, or a day."""
    number, _, what = query.partition(" ")
    draft = drafting.held(turn, row_number(number))
    if draft is None or draft.open is None:
        return said(SPENT)
    chosen = _chosen(draft.open, what)
    return said(SPENT) if chosen is None else settled(turn, with_want(draft, chosen), anew=True)


def _chosen(want: Want, what: str) -> Want | None:
    if (doing := next((each for each in DOINGS if each == what), None)) is not None:
        needs = doing in NEEDED and not (want.reason or want.words)
        return replace(want, doing=doing, asks="why" if needs else None, until=None, read=(), assumed=False)
    try:
        day = date.fromisoformat(what)
    except ValueError:
        return None
    return dated(want, day)


def dated(want: Want, day: date) -> Want:
    """The day is said now; why may still have to be."""
    asks = "why" if want.doing == "postpone" and not want.reason else None
    return replace(want, until=day, asks=asks, read=(), assumed=False, options=())


def with_want(draft: Draft, changed: Want) -> Draft:
    """In the place of what was wanted of the same action."""
    return replace(draft, wants=tuple(changed if one.action == changed.action else one for one in draft.wants))


# --- undo ------------------------------------------------------------------------------------------------------------


def undone(turn: Turn, query: str) -> Answered:
    """Of several entries, those that can be; the last one first, as they were made."""
    numbers = [row_number(each) for each in query.split()]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    if not pairs or any(number is None for number in numbers):
        return said(GONE)
    return take_back(turn, [(action or 0, seq or 0) for action, seq in pairs], anew=True)


def take_back(turn: Turn, entries: list[tuple[int, int]], *, anew: bool = False) -> Say | Redraw:
    known = facts(turn, [action for action, _ in entries])
    done = [undo(turn, action, seq) for action, seq in reversed(entries) if action in known]
    if not done:
        return said(GONE)
    took = any(isinstance(one, Changed) for one in done)
    told = replace(receipt(turn, done), undone=took)
    told = replace(told, verbs=tuple(verb for verb in told.verbs if verb.name == "card"))
    return replace(_answer(told, anew=anew and took), revised=revised(turn, done))


def blanked(turn: Turn, query: str) -> Answered:
    """Words removed for good; the action's story without them."""
    action, _, seq = query.partition(" ")
    number, entry = row_number(action), row_number(seq)
    if number is None or entry is None or number not in facts(turn, [number]):
        return said(GONE)
    done = blank(turn, number, entry)
    if isinstance(done, Changed) and (found := card(turn, number, whole=True)):
        return Redraw(found)
    return Say(receipt(turn, [done]))
