"""What words were read as, said back before anything is recorded; and what is still to be asked."""

from collections.abc import Callable, Iterator

from bot.clauses import because, goes_to, moved, moved_as_read, named, stays, to_move, with_links
from bot.kinds import instead
from bot.wording import capital, full, joined, many, quote, short, status, strong, the
from plans.messages import Changed, Line, ReadBack
from plans.messages.lines import places

CHOICES = 8
"""Actions that may be meant, as many as a phone shows beside their buttons."""
NOTHING_YET = "I did not change anything."


def opening(message: ReadBack) -> str:
    """Said over the lines, where there is more than one."""
    if len(message.lines) < 2:
        return ""
    return f"I read this as {many(len(message.lines), 'answer')}, and have recorded none yet."


def lines(message: ReadBack) -> list[str]:
    """One for each action, as it would become."""
    name = named(message.lines)
    if len(message.lines) == 1:
        return [_alone(message.lines[0], name(message.lines[0]), message.asks)]
    return [f"{capital(would(one, name(one)))}." for one in message.lines]


def closing(message: ReadBack) -> list[str]:
    """What was refused, and what is still asked."""
    asked = _QUESTIONS[message.asks](message) if message.asks in _QUESTIONS else ""
    if message.asks == "why" and message.lines:
        asked = "" if len(message.lines) == 1 else f"Why, of {_those(message)}? The reason goes with it."
    if not (message.lines or message.refused or asked):
        asked = "Nothing is left to record, and nothing was changed."
    return [*(capital(one.sentence) for one in message.refused), *([asked] if asked else [])]


def choices(message: ReadBack) -> list[str]:
    """The actions that may be meant, each a line."""
    if message.asks != "which_action":
        return []
    where = places({line.plan: line.prison for line in message.about})
    more = len(message.about) - CHOICES
    lines = [_choice(line, where.get(line.plan, "")) for line in message.about[:CHOICES]]
    return [*lines, f"… and {more:,} more: say its number"] if more > 0 else lines


def _choice(line: Line, place: str) -> str:
    due = f", due {full(line.due)}" if line.due else ""
    return f"{strong(f'{place} {line.address}'.strip())} {short(line.title, 80)}{due}"


# --- as it would become --------------------------------------------------------------------------------------------


def _alone(one: Changed, name: str, asks: str | None) -> str:
    """You ask to move 5 from 30 November 2024 to Saturday 15 February 2025 (I read “mid Feb” as the 15th). Why?"""
    says = "You ask to" if one.doing in _ASKING else "You say that"
    why = " Why?" if asks == "why" else ""
    return f"{says} {would(one, name)}.{why} {_after(one)}".rstrip()


def _after(one: Changed) -> str:
    if one.doing == "postpone":
        return goes_to(one)
    if one.doing == "hand_over":
        return "Nothing changes until they accept."
    if one.doing == "report" and one.waits_for:
        return f"It then waits for {the(one.waits_for)} to confirm."
    return stays(one).strip() if one.doing in ("progress", "block") else ""


def would(one: Changed, name: str) -> str:
    """One clause, without its full stop."""
    return _WOULD.get(one.doing, _other)(one, name)


def _report(one: Changed, name: str) -> str:
    stated = f" since {full(one.day)}" if one.day else ""
    return f"{name} is done{stated}{with_links(one)}{moved_as_read(one)}"


def _hand_over(one: Changed, name: str) -> str:
    return f"hand {name} over to {the(one.party) if one.party else 'another post'}{because(one)}"


def _delegate(one: Changed, name: str) -> str:
    who = the(one.party) if one.party else "its lead"
    return f"have {who} do the work on {name}"


def _other(one: Changed, name: str) -> str:
    return f"{status(one.doing)} {name}{moved(one)}{because(one)}"


_ASKING = {
    "postpone", "hand_over", "delegate", "confirm", "send_back", "reopen", "agree", "decline", "accept", "refuse",
    "leave",
}  # fmt: skip
_WOULD: dict[str, Callable[[Changed, str], str]] = {
    "report": _report,
    "progress": lambda one, name: f"{name} is {status(one.to_status) or 'in progress'}{moved(one)}{because(one)}",
    "block": lambda one, name: f"{name} is blocked{moved(one)}{because(one)}",
    "postpone": to_move,
    "hand_over": _hand_over,
    "delegate": _delegate,
    "note": lambda one, name: f"{name} has a note{with_links(one)}{because(one)}",
    "sustain": lambda one, name: f"{name} still happens{because(one)}",
    "confirm": lambda one, name: f"confirm {name}{moved(one)}",
    "send_back": lambda one, name: f"send {name} back{moved(one)}{because(one)}",
    "reopen": lambda one, name: f"reopen {name}{moved(one)}{because(one)}",
    "agree": lambda one, name: f"agree that {name} is due {instead(one.from_due, one.to_due)}",
    "decline": lambda one, name: f"leave {name} its date{because(one)}",
    "accept": lambda one, name: f"take {name} over",
    "refuse": lambda one, name: f"not take {name} over{because(one)}",
    "leave": lambda one, name: f"leave {name} as it is{because(one)}",
}


# --- what is still asked -------------------------------------------------------------------------------------------


def _those(message: ReadBack) -> str:
    """5 Prisoner forums; 5 and 6; this."""
    if not message.about:
        return joined(strong(one.address) for one in message.lines) if message.lines else "this"
    if len(message.about) == 1:
        only = message.about[0]
        return strong(f"{only.address} {short(only.title, 80)}")
    return joined(strong(line.address) for line in message.about)


def _done_or_going(message: ReadBack) -> str:
    are = "Are" if len(message.about) > 1 else "Is"
    return f"{NOTHING_YET} {are} {_those(message)} done, or still going?"


def _which_day(message: ReadBack) -> str:
    heard = f" by {quote(message.words, 60)}" if message.words else ""
    return f"{NOTHING_YET} Which day do you mean{heard}{_offered(message)}?"


def _offered(message: ReadBack) -> str:
    return f": {joined(map(full, message.options), 'or')}" if message.options else ""


def _heard(message: ReadBack) -> str:
    """Their phrase, its month written as a month is."""
    words = (word.capitalize() if word.casefold()[:3] in _MONTHS else word for word in message.words.split())
    return short(" ".join(words), 60) or "That day"


def _no_such_day(message: ReadBack) -> str:
    heard = _heard(message)
    nearest = f"Did you mean {joined(map(full, message.options), 'or')}?" if message.options else "Which day is it?"
    return f"{capital(heard)} does not exist. {nearest}"


def _past_day(message: ReadBack) -> str:
    heard = _heard(message)
    now = next((line.due for line in message.about if line.due), None)
    due = f" or no later than its date, {full(now)}" if now else ""
    return f"I read “{heard}” as a day that is past{due}. Until when do you need?"


def _when(message: ReadBack) -> str:
    return f"{NOTHING_YET} Until when do you need for {_those(message)}?{_standing(message)}"


def _standing(message: ReadBack) -> str:
    due = next((line.due for line in message.about if line.due), None)
    return f" Its date stays {full(due)} until another is agreed." if due and len(message.about) == 1 else ""


_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_QUESTIONS: dict[str | None, Callable[[ReadBack], str]] = {
    "when": _when,
    "which_day": _which_day,
    "no_such_day": _no_such_day,
    "past_day": _past_day,
    "why": lambda message: f"{NOTHING_YET} Why? A word on the reason is needed for {_those(message)}.",
    "whose": lambda message: f"{NOTHING_YET} Which post should have {_those(message)}?",
    "done_or_going": _done_or_going,
    "which_action": lambda message: f"{NOTHING_YET} Which action do you mean?",
}


def paragraphs(message: ReadBack) -> Iterator[str]:
    """All of it in order, for faces that have no boxes."""
    yield from filter(None, [opening(message), *lines(message), *closing(message), *choices(message)])
