"""Words of time that name no day: soon, in a few weeks, later in the year. They are found, and must be asked about."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from plans.dates.meaning import Meaning
from plans.dates.spans import shifted
from plans.dates.words import unit

_LENGTH = r"(?P<unit>days?|weeks?|wks?|fortnights?|months?|mths?|years?)"
_VAGUE = (
    rf"\b(?:(?:with)?in\s+(?:the\s+next\s+|about\s+|another\s+)?(?:an?\s+)?"
    rf"(?P<some>few|several|some|number\s+of|handful\s+of|couple(?:\s+of)?)\s+(?:more\s+|working\s+)?{_LENGTH}"
    r"(?:['’]?\s+time)?(?!\s+(?:of|after|before|from)\b)"
    r"|(?:next|coming)\s+(?:few|several|couple(?:\s+of)?)\s+(?:working\s+)?(?:days|weeks|months)"
    r"|(?:an?\s+)?(?:few|several)\s+(?:more\s+)?(?:days|weeks|months)(?:['’]?\s+time|\s+from\s+now)"
    r"|(?<!as )soon(?:\s+as\s+(?:possible|poss|(?:i|we|they)\s+can))?(?!\s+as)|a\.?s\.?a\.?p\b|as\s+soon\s+as\s+"
    r"(?:possible|poss|(?:i|we|they)\s+can)|shortly|in\s+due\s+course|before\s+long|in\s+the\s+near\s+future"
    r"|in\s+the\s+coming\s+(?:days|weeks|months)|later\s+(?:on\s+)?(?:in\s+the|this|in\s+this)\s+year"
    r"|(?:sometime|some\s+time|at\s+some\s+point)\s+(?:soon|this\s+year|next\s+year))\b"
)


def vague(text: str, today: date) -> Iterator[tuple[int, int, Meaning]]:
    """A couple of weeks may well be two, so that is the reading offered; the rest offer none."""
    for found in _words().finditer(text):
        length = unit(found["unit"].lower()) if found["unit"] else None
        two = length is not None and (found["some"] or "").lower().startswith("couple")
        readings = (shifted(today, length, 2),) if length and two else ()
        yield found.start(), found.end(), Meaning(readings=readings)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(_VAGUE, re.IGNORECASE)
