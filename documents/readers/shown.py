"""A number of a workbook as its sheet shows it: dates by their format, refs with the noughts that a number has not."""

import re
from datetime import date, datetime, timedelta

_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_PLACES = re.compile(r"(?P<whole>[#0,?]*)(?:\.(?P<part>[0#?]+))?(?P<percent>%)?")
_LONGEST = 15
"""Figures of a number that a workbook keeps."""
_LAST_DAY = 2_958_465
"""31 December 9999, the last day that has a number."""


def shown(number: float, form: str, *, from_1904: bool = False) -> str:
    """The number in words of a number format such as "0.00", "mmm-yy" or "dd/mm/yyyy"; in our own spelling of dates:
    March 2021 (so a month), 4 March 2021 (a day). A form that is none we know shows the number as it is."""
    code = _ASIDE.sub("", form.split(";")[0]).strip().lower()
    if re.search(r"[dy]", code) or re.fullmatch(r"m{3,5}", code):
        return _date(number, code, from_1904=from_1904)
    places = _PLACES.fullmatch(code)
    if code in ("", "general", "@") or not places:
        return _plainly(number)
    figures = len(places["part"] or "")
    least = (places["part"] or "").rstrip("#?")
    words = f"{number * (100 if places['percent'] else 1):.{figures}f}"
    while figures > len(least) and words.endswith("0"):
        words, figures = words[:-1], figures - 1
    whole, _, part = words.rstrip(".").partition(".")
    zeros = (places["whole"] or "").replace(",", "").count("0")
    return whole.zfill(zeros) + (f".{part}" if part else "") + (places["percent"] or "")


def is_general(form: str) -> bool:
    """Does the form leave noughts at a number's end away?"""
    return form.strip().lower() in ("", "general", "@")


def _plainly(number: float) -> str:
    return f"{number:.{_LONGEST - 1}g}"


def _date(number: float, code: str, *, from_1904: bool) -> str:
    day = day_of(number, from_1904=from_1904)
    if day is None:
        return _plainly(number)
    if "d" in code:
        return f"{day.day} {day:%B %Y}"
    return f"{day:%B %Y}" if "m" in code else f"{day.year}"


def day_of(number: float, *, from_1904: bool = False) -> date | None:
    """The day of a serial number; None where it is of no day. Excel's year 1900 has a 29 February."""
    if not 1 <= number <= _LAST_DAY:
        return None
    if from_1904:
        return date(1904, 1, 1) + timedelta(days=int(number))
    return date(1899, 12, 31 if number < 60 else 30) + timedelta(days=int(number))


def of_iso(words: str, form: str) -> str:
    """A date cell kept as ISO words."""
    try:
        day = datetime.fromisoformat(words.rstrip("Z")).date()
    except ValueError:
        return words
    return shown((day - date(1899, 12, 30)).days, form if re.search("[dmy]", form.lower()) else "d mmmm yyyy")
