"""What a brief says of the digest that its reader will be asked about tomorrow."""

from datetime import timedelta

from bot.naming import numbers
from bot.wording import many, weekday
from plans.messages import Brief, Drafted


def drafted(brief: Brief) -> list[str]:
    """A sentence for each prison whose digest is next."""
    return [_drafted(each, brief) for each in brief.drafts]


def _drafted(each: Drafted, brief: Brief) -> str:
    """Tomorrow's digest of HMP Rochester will say: 18 of 26 actions late; 2 will be newly red in it: 1 and 4."""
    tomorrow = each.on == brief.on + timedelta(days=1)
    which = f"Tomorrow's digest of {each.prison}" if tomorrow else f"The digest of {each.prison} on {weekday(each.on)}"
    return f"{which} will say: {each.overdue:,} of {many(each.total, 'action')} late; {_reddens(each)}."


def _reddens(each: Drafted) -> str:
    count = len(each.reddens)
    return f"{count:,} will be newly red in it: {numbers(each.reddens)}" if count else "none will be newly red in it"
