"""Actions as a digest names them: by their numbers in a sentence, or with title, post and date in a line of their own.
Never a person: whatever stands here may be read by a whole channel."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.wording import are, day, full, joined, many, short, standing, strong, weekday
from plans.messages import DigestLine, Line

MOST = 20
"""Numbers in a sentence; more are counted."""
TITLE = 80


def numbers(addresses: Iterable[str], most: int = MOST) -> str:
    """1, 4 and 26; or 1, 2, 3 and 12 more"""
    held = list(addresses)
    if len(held) <= most:
        return joined(held)
    return f"{', '.join(held[: most - 1])} and {len(held) - most + 1:,} more"


def address(line: Line, places: Mapping[str, str]) -> str:
    return f"{places.get(line.plan, '')} {line.address}".strip()


def addresses(lines: Iterable[DigestLine], places: Mapping[str, str]) -> list[str]:
    return [address(each.line, places) for each in lines]


def titled(where: str, title: str) -> str:
    """What the eye finds in a line: 8 Operational Health Lead."""
    return f"{strong(where)} {short(title, TITLE)}"


def told(each: DigestLine, places: Mapping[str, str], on: date) -> str:
    """8 Operational Health Lead · Governor · 96 days late (31 October 2024), first promised for 30 September 2024"""
    said = f"{standing(each.line)}{promised(each, on)}"
    return " · ".join(filter(None, [titled(address(each.line, places), each.line.title), each.lead, said]))


def promised(each: DigestLine, on: date) -> str:
    """The date first promised, where it was moved: how late it is by that one, and how often it was moved."""
    first = each.original_due
    if not each.slips or first is None or first == each.line.due:
        return ""
    late = f", {many((on - first).days, 'day')} ago" if first < on else ""
    return f", first promised for {day(first)}{late}, moved {times(each.slips)}"


def times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def then(on: date, today: date) -> str:
    """Tuesday 28 January, with its year where that is another."""
    return weekday(on) if on.year == today.year else full(on)


def some(lines: Sequence[str], most: int) -> tuple[str, ...]:
    """So many lines, and how many more there are."""
    more = len(lines) - most
    return tuple(lines) if more <= 0 else (*lines[:most], f"… and {more:,} more")


def counted(count: int, words: str) -> str:
    """3 are blocked"""
    return f"{count:,} {are(count)} {words}"
