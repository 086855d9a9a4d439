"""What a brief says of the digest that its reader will be asked about tomorrow."""

from datetime import timedelta

from bot.naming import numbers
from bot.wording import many, weekday
from plans.messages import Brief, Drafted


def drafted(brief: Brief) -> list[str]:
    """A sentence for each prison whose digest is next."""
    return [_drafted(each, brief) for each in brief.drafts]


def _drafted(each: Drafted, brief: Brief) -> str:
    """Tomorrow's digest of HMP Rochester will say: 18 of 26 late; 6 turn red: 1, 4, 11, 14, 22 and 26."""
    tomorrow = each.on == brief.on + timedelta(days=1)
    which = f"Tomorrow's digest of {each.prison}" if tomorrow else f"The digest of {each.prison} on {weekday(each.on)}"
    return f"{which} will say: {each.overdue:,} of {many(each.total, 'action')} late; {_reddens(each)}."


def _reddens(each: Drafted) -> str:
    count = len(each.reddens)
    if not count:
        return "none turns red"
    return f"{count:,} {'turns' if count == 1 else 'turn'} red: {numbers(each.reddens)}"
