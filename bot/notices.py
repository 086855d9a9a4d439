"""What the bot says when it is not a list: help, what it did not understand, what it does not hold."""

from collections.abc import Callable

from bot.wording import Mark, joined
from plans.messages import Notice

NO_PLANS = "I hold no plans yet. A coordinator sends me the file of one, or uses `actions import FILE`."


def sentences(message: Notice, mark: Mark) -> str:
    """Anything that is not a list, as sentences. `mark` shows a word as quoted."""
    return _SENTENCES[message.code](message, mark)


def _unknown_prison(message: Notice, mark: Mark) -> str:
    held = f"I hold {joined(message.names)}." if message.names else NO_PLANS
    return f"I hold no plan for {joined(map(_titled, message.about), 'or')}. {held}"


def _ambiguous(message: Notice, mark: Mark) -> str:
    return message.detail or f"Do you mean {joined(map(_titled, message.names), 'or')}?"


def _titled(prison: str) -> str:
    """HMP before a prison's name, unless it has its title."""
    is_titled = prison.upper().startswith(("HMP", "HMYOI", "YOI")) or any(letter.isdigit() for letter in prison)
    return prison if is_titled else f"HMP {prison}"


def _no_such_ref(message: Notice, mark: Mark) -> str:
    missing = joined(message.about, "or")
    where = f" in {joined(message.known, 'or')}" if message.known else ""
    nearest = f" Do you mean {joined(message.names, 'or')}?" if message.names else ""
    return _with(message, f"There is no action {missing}{where}.{nearest}")


def _not_understood(message: Notice, mark: Mark) -> str:
    if message.about == ("mine",):
        return (
            "I do not know yet which post you hold, so I cannot tell which actions are yours."
            " Name the post instead: try `/actions Governor open`."
        )
    if message.about == ("too long",):
        return "That is too long for me to understand. Ask in fewer words: try `/actions help`."
    unknown = joined(map(mark, message.about), "or")
    understood = [word for word in message.known if word not in message.about]
    known = f"I understood {joined(map(mark, understood))}, but not {unknown}." if understood else ""
    nearest = f"Do you mean {joined(message.names, 'or')}? " if message.names else ""
    examples = message.tries or (" ".join(understood) or "Rochester overdue",)
    tries = f"{nearest}Try {', '.join(f'`/actions {each}`' for each in examples)}, or `/actions help`."
    return f"{message.detail or known or f'I did not understand {unknown}.'} {tries}"


def _broken(message: Notice, mark: Mark) -> str:
    reference = f" (reference {message.about[0]})" if message.about else ""
    return f"Something broke on our side; nothing was changed. Ask again in a minute{reference}."


def _no_plans(message: Notice, mark: Mark) -> str:
    return _with(message, NO_PLANS)


def _help(message: Notice, mark: Mark) -> str:
    held = f" I hold {joined(message.names)}." if message.names else ""
    examples = "\n".join(_EXAMPLES).format(prison=message.names[0] if message.names else "Rochester")
    return _with(message, f"Ask me about prison action plans, in any order of words.{held}\n{examples}")


def _with(message: Notice, sentence: str) -> str:
    return f"{sentence} {message.detail}".rstrip()


_EXAMPLES = (
    "`/actions {prison} overdue` what is late, the longest late first",
    "`/actions {prison} due by March` by date: this month, in November 2024, overdue by more than 30 days",
    "`/actions {prison} Governor open` by owner, as printed or by abbreviation",
    "`/actions {prison} safety` by theme; `about drugs` looks at the words of the actions",
    "`/actions {prison} 5-8` by number; `2iii` and `5.13/2` name a step",
    "`/actions {prison} 5` one action whole; `/actions {prison} 5 done` opens the form to report it",
    "`/actions mine` what my post owns; leave the prison out to search every live plan",
    "`/actions posts {prison}` who holds which post; `/actions why {prison} 8` why a brief had it, or did not",
    "`/actions {prison} digest` the latest weekly digest: what is late, next, changed, waiting, by theme",
    "`/actions {prison} judgements` what inspectors found beside what owners report; `/actions {prison} repeats` what"
    " was raised in an earlier plan",
    "`/actions delegate {prison} 20 Head of Safety` who does the work, and gets the reminders",
    "To answer, reply to my message in words: 5 done, minutes attached; 6 needs until March, no chaplain.",
    "Colours, the first that fits: withdrawn is grey; done or ongoing blue; late, blocked, or reported and unconfirmed"
    " for 20 working days red; due within 14 days, moved to a later date, or reported amber; any other with a date"
    " green; without one grey.",
    "Status words: overdue, open, done, due soon, blocked, reported, ongoing, no date. `not` reverses one.",
    "A coordinator imports a plan by sending me its file; nothing is saved before a yes.",
    "In a channel mention me; in my messages tab just ask. Only you see the answer until you press Share.",
)

_SENTENCES: dict[str, Callable[[Notice, Mark], str]] = {
    "help": _help,
    "unknown_prison": _unknown_prison,
    "ambiguous": _ambiguous,
    "no_such_ref": _no_such_ref,
    "not_understood": _not_understood,
    "broken": _broken,
    "no_plans": _no_plans,
    "plain": lambda message, mark: message.detail,
}

OLDER = Notice("plain", detail="That button belongs to an older message. Ask again with /actions.")
STILL_LOOKING = Notice("plain", detail="I am still looking. The answer follows here.")
IN_DOUBT = Notice("plain", detail="Slack did not say whether that arrived. Please look before you try again.")


def untold(reference: str) -> Notice:
    detail = f"Slack did not take my answer to that (reference {reference}). Please look before you try again."
    return Notice("plain", detail=detail)
