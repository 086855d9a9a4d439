"""What was recorded just now, in sentences: first that it was, from what to what, then what happens next."""

from collections.abc import Callable, Iterator

from bot.clauses import because, goes_to, moved, moved_as_read, named, readings, source, stays, to_move, with_links
from bot.kinds import instead
from bot.wording import capital, day, full, status, the, weekday
from plans.messages import Changed, Receipt


def lines(message: Receipt) -> list[str]:
    """A line for each action that changed, then one for each that did not."""
    name = named(message.changed)
    said = [(_undone if message.undone else _DONE.get(one.doing, _other))(one, name(one)) for one in message.changed]
    return [*said, *(capital(one.sentence) for one in message.refused)] or ["Nothing was changed."]


# --- each kind -----------------------------------------------------------------------------------------------------


def _stated(one: Changed) -> str:
    return f" on {full(one.day)}" if one.day else ""


def _report(one: Changed, name: str) -> str:
    if one.from_due and one.to_due and one.from_due != one.to_due:
        return (
            f"Recorded: {name} done{_stated(one)} by {source(one)}{with_links(one)}. This period is closed; the next is"
            f" due {full(one.to_due)}{readings(one)}."
        )
    recorded = ", recorded by" if one.for_party and one.as_post.casefold() == "coordinator" else " by"
    said = f"{name} reported done{_stated(one)}{recorded} {source(one)}{with_links(one)}{moved_as_read(one)}"
    return f"Recorded: {said}.{_next(one)}"


def _next(one: Changed) -> str:
    if one.waits_for:
        return f" It waits for {the(one.waits_for)} to confirm."
    return " Nobody is asked to confirm it." if one.to_status in ("done", "sustained") else ""


def _progress(one: Changed, name: str) -> str:
    if one.from_status in ("reported", "done", "sustained"):
        return f"Recorded: {name} is not done after all, says {source(one)}{with_links(one)}{moved(one)}.{stays(one)}"
    still = "now" if one.from_status != one.to_status else "still"
    state = f"{still} {status(one.to_status) or 'in progress'}"
    return f"Noted on {name}, {state}{_told(one)}{with_links(one)}{moved(one)}.{stays(one)}"


def _told(one: Changed) -> str:
    """Whose word it is, where it is not plainly the reader's own."""
    return f", from {source(one)}" if one.for_party else ""


def _block(one: Changed, name: str) -> str:
    return f"Recorded: {name} is blocked, says {source(one)}{moved(one)}{because(one)}.{stays(one)}"


def _postpone(one: Changed, name: str) -> str:
    replaced = f" It replaces the date asked for before, {day(one.replaces)}." if one.replaces else ""
    return f"Asked by {source(one)}: to {to_move(one, name)}.{replaced} {goes_to(one)}"


def _hand_over(one: Changed, name: str) -> str:
    to = the(one.party or one.waits_for) if one.party or one.waits_for else "somebody else"
    return f"Asked by {source(one)}: that {to} leads {name}{because(one)}. Nothing changes until they accept."


def _delegate(one: Changed, name: str) -> str:
    if not one.party:
        return f"Recorded by {source(one)}: its lead does the work on {name} again, and gets the reminders."
    return (
        f"Recorded by {source(one)}: {the(one.party)} does the work on {name}, and gets the reminders."
        " Its lead stays accountable."
    )


def _note(one: Changed, name: str) -> str:
    state = f", still {status(one.to_status)}" if one.to_status else ""
    return f"Noted on {name}{state}{_told(one)}{with_links(one)}."


def _sustain(one: Changed, name: str) -> str:
    return f"Recorded: {name} still happens, says {source(one)}{with_links(one)}{because(one)}."


def _confirm(one: Changed, name: str) -> str:
    return f"Confirmed by {source(one)}: {name} is {_now(one)}{moved(one)}."


def _send_back(one: Changed, name: str) -> str:
    return f"Sent back by {source(one)}: {name} is {_now(one)} again{moved(one)}{because(one)}."


def _reopen(one: Changed, name: str) -> str:
    return f"Reopened by {source(one)}: {name} is {_now(one)} again{moved(one)}{because(one)}.{stays(one)}"


def _agree(one: Changed, name: str) -> str:
    """What an outside organisation decides is recorded, not agreed to (DESIGN section 5)."""
    how = f"Recorded by {source(one)} as accepted, for {the(one.outside)}" if one.outside else ""
    return f"{how or f'Agreed by {source(one)}'}: {name} is due {instead(one.from_due, one.to_due)}."


def _decline(one: Changed, name: str) -> str:
    told = f"Recorded by {source(one)}: {the(one.outside)} was told that it is not agreed"
    how = told if one.outside else f"Not agreed by {source(one)}"
    return f"{how}{because(one)}. {name} keeps its date{f', {full(one.from_due)}' if one.from_due else ''}."


def _accept(one: Changed, name: str) -> str:
    return f"Accepted: {the(one.party) if one.party else source(one)} leads {name} from now on."


def _refuse(one: Changed, name: str) -> str:
    who = the(one.party) if one.party else source(one)
    return f"Recorded: {who} does not take {name}{because(one)}. Its lead stays as it was."


def _leave(one: Changed, name: str) -> str:
    return f"Recorded by {source(one)}: {name} is left as it was{moved(one)}{because(one)}."


def _nudge(one: Changed, name: str) -> str:
    """`waits_for` is asked, and `day` is that of the brief in which it is."""
    brief = f"their brief of {weekday(one.day)}" if one.day else "their next brief"
    found = f"{capital(one.waits_for or the(one.party))} finds it in {brief}."
    return f"Asked by {source(one)}: how {name} stands{because(one)}. {found}"


def _blank(one: Changed, name: str) -> str:
    return f"Removed by {source(one)}: words from the history of {name}. Who said something, and when, stays in it."


def _other(one: Changed, name: str) -> str:
    return f"Recorded by {source(one)}: {name}, {status(one.doing)}{moved(one)}."


def _undone(one: Changed, name: str) -> str:
    return f"Taken back: {name} {', '.join(_again(one)) or 'is as it was before'}{moved(one)}."


def _again(one: Changed) -> Iterator[str]:
    """is in progress again, due 30 November 2024 again"""
    if one.from_status != one.to_status:
        yield f"is {_now(one)} again"
    if one.to_due and one.from_due != one.to_due:
        yield f"is due {full(one.to_due)} again"


def _now(one: Changed) -> str:
    return "done and ongoing" if one.to_status == "sustained" else status(one.to_status) or "done"


_DONE: dict[str, Callable[[Changed, str], str]] = {
    "report": _report,
    "progress": _progress,
    "block": _block,
    "postpone": _postpone,
    "hand_over": _hand_over,
    "delegate": _delegate,
    "note": _note,
    "sustain": _sustain,
    "confirm": _confirm,
    "send_back": _send_back,
    "reopen": _reopen,
    "agree": _agree,
    "decline": _decline,
    "accept": _accept,
    "refuse": _refuse,
    "leave": _leave,
    "nudge": _nudge,
    "undo": _undone,
    "blank": _blank,
}
