"""dateparser, last and fenced: only shapes that our own grammar half knows, and only what the words themselves say.

Left to itself it flings 30.6.26 into 2126, reads 02-23-04 as 2023 and gives May today's day of the month. So it sees
nothing but a month's name or a spaced stroke between a day and a year (15Feb2025, 15/Feb/2025, 2025 March 15,
15 / 03 / 2025) or an ISO moment, and is believed only where day, month and year all stand in the words.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from plans.dates.meaning import Meaning, is_far
from plans.dates.spans import Span

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_HALF_KNOWN = (
    rf"(?<![\w/.-])(?:{_DAY}{_MONTH}[./-]?(?:20)?\d\d|{_DAY}(?P<mark>[./]){_MONTH}(?P=mark)(?:20)?\d\d"
    rf"|20\d\d,?[ /.-]{_MONTH}[ /.-]{_DAY}|20\d\d,?[ ]{_DAY}[ ]{_MONTH}|{_MONTH}{_DAY},?[ ]?20\d\d"
    rf"|{_DAY}-{_MONTH}20\d\d"
    r"|[0-3]?\d\ ?/\ [01]?\d\ ?/\ ?20\d\d|[0-3]?\d\ /[01]?\d\ ?/\ ?20\d\d"
    r"|20\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)(?![\w/-])"
)
_NAMED = re.compile(r"[a-z]{3,}", re.IGNORECASE)


def half_known(text: str, today: date) -> Iterator[tuple[int, int, Meaning]]:
    """What is taken was said in full; what is not is asked, and nothing is offered that the words do not say."""
    if not _DIGIT.search(text):
        return
    for found in _shape().finditer(text):
        one = _parsed(found.group())
        if one is None or not _says(found.group(), one):
            yield found.start(), found.end(), Meaning()
        elif is_far(one, today):
            yield found.start(), found.end(), Meaning(readings=(one,))
        else:
            yield found.start(), found.end(), Meaning(Span(one, one, "day"))


def _parsed(words: str) -> date | None:
    try:
        moment = _parser().get_date_data(words).date_obj
    except (ValueError, OverflowError):
        return None
    return moment.date() if moment else None


def _says(words: str, one: date) -> bool:
    """Day, month and year in the words, in an order that we write: day first, or year first."""
    numbers = [int(number) for number in re.findall(r"\d+", words.split("T")[0])]
    if _names_month(words, one):
        return sorted(numbers) in (sorted((one.day, one.year)), sorted((one.day, one.year - 2000)))
    return numbers in ([one.day, one.month, one.year], [one.year, one.month, one.day])


def _names_month(words: str, one: date) -> bool:
    return any(name[:3].lower() == f"{one:%b}".lower() for name in _NAMED.findall(words))


_DIGIT = re.compile(r"\d")


@cache
def _shape() -> re.Pattern[str]:
    return re.compile(_HALF_KNOWN, re.IGNORECASE)


@cache
def _parser() -> "DateDataParser":
    # Imported when first needed, which is seldom: it takes a quarter of a second.
    from dateparser.date import DateDataParser

    fence = {
        "DATE_ORDER": "DMY",
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "PREFER_DATES_FROM": "current_period",
        "RELATIVE_BASE": datetime(2020, 1, 1),  # noqa: DTZ001 - never used: what is relative is not taken
    }
    return DateDataParser(languages=["en"], settings=fence)
