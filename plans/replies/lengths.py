"""Lengths of time that are asked for: another month, ten working days, push it back a week. They count from the date
that the action has, where that is still to come, else from today."""

import re
from datetime import date

from plans.dates import Found, Span, find
from plans.dates.spans import Unit, shifted

NUMBER = (
    r"\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|a couple of|couple of|"
    r"couple|a few|few"
)
UNIT = r"(?:(?:working|business) day|day|week|wk|fortnight|month|mth|quarter|year)"
_MORE = re.compile(
    rf"\b(?:(?:another|an extra|an additional|a further|one more|extra)\s+(?P<n1>{NUMBER})?\s*(?P<u1>{UNIT})s?\b|"
    rf"(?P<n2>{NUMBER})\s+(?:more|extra|additional|further)\s+(?P<u2>{UNIT})s?\b|"
    rf"(?:by\s+)?(?P<n3>{NUMBER})[\s-]+(?P<u3>{UNIT})(?:s|'s|s')?\s+(?=(?:extension|delay|slippage)\b)|"
    rf"(?<=extend )(?:it |this )?(?:by|for) (?P<n4>{NUMBER})\s+(?P<u4>{UNIT})s?\b|"
    rf"(?<=back )(?:by )?(?P<n6>{NUMBER})\s+(?P<u6>{UNIT})s?\b|"
    rf"(?<=extension )(?:of|by|for) (?P<n5>{NUMBER})\s+(?P<u5>{UNIT})s?\b|"
    rf"(?P<n7>{NUMBER})\s+(?P<u7>{UNIT})s?\s+(?:more|extra|longer)\b(?! than)|"
    rf"(?P<moved>\b(?:push|move|put|bump|shift|slip|kick|knock)\s(?:(?:it|this|that|the date|the deadline)\s)?"
    rf"(?:(?:back|out|on)\s)?(?:by\s)?)(?P<n9>{NUMBER})\s+(?P<u9>{UNIT})s?\b"
    r"(?=\s*(?:\Z|[.,;:!?\n-]|please|pls|thanks|as\b|because\b|due\b|cos\b|back\b|out\b))|"
    rf"\A(?:just |only |about )?(?P<n8>{NUMBER})\s+(?P<u8>{UNIT})s?(?=(?:,? (?:please|pls|plz|thanks|ta))?[.!]?\Z))"
    r"(?P<or> or (?:two|so|three)\b)?",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    rf"(?:by |of |for |another |an? |extra )*(?:{NUMBER})?\s*(?:more |extra |further )?{UNIT}s?\b", re.IGNORECASE
)
_COUNTED_ON = ("counted from the date it has",)
_UNITS = {
    "day": Unit("day", days=1), "week": Unit("week", days=7), "wk": Unit("week", days=7),
    "fortnight": Unit("part", days=14), "month": Unit("month", months=1), "mth": Unit("month", months=1),
    "quarter": Unit("quarter", months=3), "year": Unit("year", months=12),
}  # fmt: skip
_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20, "thirty": 30, "couple": 2, "couple of": 2, "a couple of": 2, "few": 3, "a few": 3,
}  # fmt: skip


def lengths(text: str, today: date, due: date | None) -> list[Found]:
    """Every length of time that is asked for, as the day it comes to."""
    return [_counted(more, today, due) for more in _MORE.finditer(text)]


def _counted(more: re.Match[str], today: date, due: date | None) -> Found:
    """Another week or two is two days to choose from."""
    said = next((more[f"n{n}"] for n in range(1, 10) if more[f"n{n}"]), "one").casefold()
    count = int(said) if said.isdigit() else _COUNTS.get(said, 1)
    start = due if due and due >= today else today
    unit = next(more[f"u{n}"] for n in range(1, 10) if more[f"u{n}"]).casefold()
    vague = more["or"] or said.endswith("few")
    days = [_after(start, count + more_yet, unit) for more_yet in range(2 if vague else 1)]
    words = more.string[_start(more) : more.end()]
    if len(days) > 1:
        return Found(_start(more), more.end(), words, readings=tuple(days))
    return Found(_start(more), more.end(), words, Span(days[0], days[0], "day", _COUNTED_ON))


def _start(more: re.Match[str]) -> int:
    """Push it back a month: the length, without the verb before it."""
    return more.end("moved") if more["moved"] else more.start()


def _after(start: date, count: int, unit: str) -> date:
    """Working days are counted by the calendar of England and Wales, as everywhere."""
    if unit.endswith(" day"):
        span = find(f"in {count} working days", start)[0].span
        return span.last if span else start
    return shifted(start, _UNITS[unit], count)


def is_more(found: Found) -> bool:
    """Another month, two more weeks: time asked for, whatever else is said."""
    counted = found.span is not None and found.span.assumed == _COUNTED_ON
    return counted or (found.span is None and len(found.readings) > 1 and bool(_LENGTH.match(found.words)))
