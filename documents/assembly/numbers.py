"""The number that addresses a ref: in a column of its own, leading the words of another, or counted by us."""

import re
from typing import NamedTuple

_KIND = (
    r"(?:(?:(?:priority|key|main)\s+)?(?:recommendations?|recs?|concerns?|actions?|requirements?|deficienc(?:y|ies)"
    r"|causes? of concern|areas? for improvement|afis?|priority|objective|outcome|theme"
    r"|items?|findings?|issues?|points?|refs?|(?:good|effective) practices?|improvements?|no)\b"
    r"\.?\s*(?:no\.?|number)?\s*[#:]?\s*)"
)
_NUMBER = r"(?P<ref>(?:[A-Z]{1,4}[-/]?)?\d{1,4}(?:\.\d{1,3})*[a-z]?)"
_RANGE = r"(?P<range>\s*(?:[-–,&/]|to|and)\s*\d[\d.\s,&/–-]*(?:(?:and|to)\s*\d[\d.]*)?)?"
_ALONE = re.compile(
    rf"{_KIND}?[(#]?{_NUMBER}[.)*:]*{_RANGE}(?:\s*\([^)]*\))?(?:\s+cont\w*\.?)?",
    re.IGNORECASE,
)
_LEADING = re.compile(
    rf"(?P<kind>{_KIND})?[(#]?{_NUMBER}{_RANGE}(?P<mark>[.):]\s+|\s*[-–—]\s+|[.):]?\s+|[.):]?$)(?P<rest>.*)",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})")


class Number(NamedTuple):
    """A ref as addressed; `rest` is what follows it in its cell, `flags` what to ask about it."""

    ref: str
    rest: str = ""
    flags: tuple[str, ...] = ()


def number(printed: str) -> Number | None:
    """The ref that a whole cell is: "5.13", "Recommendation 1.2", "12 (repeated)". Of "3-5" the first, and a flag."""
    found = _ALONE.fullmatch(printed)
    if not found or _DAY.fullmatch(printed) or not re.search(r"[A-Z]*\d", found["ref"]):
        return None
    return Number(found["ref"], flags=_several(found))


def _several(found: re.Match[str]) -> tuple[str, ...]:
    if not found["range"]:
        return ()
    return (f"one row answers {found['ref']}{found['range'].rstrip(' .')}; it is numbered {found['ref']}",)


def leading(printed: str) -> Number | None:
    """The ref that the words of a cell begin with: "1.2 Staff should …", "Recommendation 3: …"; no mere amount."""
    found = _LEADING.fullmatch(printed)
    if not found or found["rest"][:1].islower():
        return None
    marked = found["kind"] or "." in found["ref"] or found["mark"].strip() or not found["rest"]
    return Number(found["ref"], found["rest"].strip(), _several(found)) if marked else None


def heads(printed: str) -> Number | None:
    """The ref of a heading over rows: "Recommendation 1.2: Staff should …"; it says what it is."""
    found = _LEADING.fullmatch(printed)
    return leading(printed) if found and found["kind"] else None


def rank(ref: str) -> tuple[str, tuple[int, ...], str]:
    """How refs follow one another: 5.9 before 5.10, 2 before 2a; those led by letters within their letters."""
    found = re.fullmatch(r"([A-Za-z]*)[-/]?([\d.]*)([A-Za-z]?)", ref)
    if not found:
        return ref.upper(), (), ""
    letters, figures, tail = found.groups()
    return letters.upper(), tuple(int(part) for part in figures.split(".") if part), tail
