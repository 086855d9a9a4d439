"""The days that a reply names: what plans.dates finds in it, read forwards for what is to come, back for what is done
(DESIGN section 5: no date is ever today by default)."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plans.dates import Found, find
from plans.dates.spans import DAY
from plans.replies.lengths import NUMBER, UNIT, lengths
from plans.replies.values import Asks, ReadDate

_NO_DAY = frozenset("now first second third fourth past this to mid end late early".split())
"""Words that a date may hold and that name no day by themselves."""
_TOMORROW = re.compile(r"\b(?:tmrw|tmw|tomoz|2moro|2mrw|tomorow|tommorow|tommorrow|tomorro)\b", re.IGNORECASE)
_NAMED = {
    "last night": "yesterday", "last nite": "yesterday", "lst night": "yesterday", "yest": "yesterday",
    "halloween": "31 october", "hallowe'en": "31 october", "bonfire night": "5 november",
    "guy fawkes night": "5 november", "guy fawkes": "5 november", "st david's day": "1 march",
    "st patrick's day": "17 march", "paddy's day": "17 march", "st george's day": "23 april",
    "st andrew's day": "30 november", "burns night": "25 january", "valentine's day": "14 february",
    "armistice day": "11 november", "midsummer's day": "24 june", "midsummer day": "24 june",
}  # fmt: skip
_NAMES = re.compile(rf"\b(?:{'|'.join(map(re.escape, _NAMED))})\b", re.IGNORECASE)
"""Days that go by a name and stand on one date; Easter and Christmas are known to plans.dates."""
_OFFERED_MONTH = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?= (?:is|would be|looks|seems) (?:more |most |the |my )?(?:realistic|likely|doable|better|best|achievable|"
    r"possible|earliest|soonest)\b)",
    re.IGNORECASE,
)
"""June is realistic: a month by itself, offered."""
_WISHED = re.compile(
    r"\b(?:enjoy|happy|merry|have an? \w{2,9}|hope you (?:have|had) an? \w{2,9}|nice|lovely|great)"
    r"(?: (?:your|the|a|an))?\s+\Z",
    re.IGNORECASE,
)
_RECENT = 45
_FOR = re.compile(rf"\bfor ((?:{NUMBER})\s+(?:{UNIT})s?)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(?:done|complete|completed|closed|finished|sorted|actioned|off)(?: on)?(?: the)? (\d{1,2}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,3} (?:to|until|till) (?=[a-z])", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:push|move|shift|slip|extend|defer|bump|postpone|delay|put|take)\s+\Z", re.IGNORECASE)
_MOVED_NUMBER = re.compile(r"\d{1,3} (?:to|until|till) ", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:(?:been|was|were|live|open|running) |(?:held up|stuck|blocked|waiting|waited)\b[^,.;:!?\n]{0,30})\Z",
    re.IGNORECASE,
)
_SCORE = re.compile(r"[a-z]{3,9} ([3-9]\d)", re.IGNORECASE)
_FIGURES = re.compile(
    r"\b(?:done|complete|completed|closed|finished|sorted|actioned|off)\s+(?:on |as of |as at )?(\d{1,2})/(\d{1,2})"
    r"(?![\d/])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """The day of a phrase, or what must be asked of it."""

    day: date | None
    read: tuple[ReadDate, ...] = ()
    asks: Asks | None = None
    options: tuple[date, ...] = ()


def found_in(text: str, today: date, due: date | None) -> list[Found]:
    """Every day phrase, in order; "another month" counts from the date the action has, if that is still to come.

    "Done 24/1" is a day, since it can be no fraction.
    """
    kept = [found for found in find(text, today) if found.words.casefold() not in _NO_DAY]
    kept = [found for found in kept if found.span or found.suggestion or found.readings]
    kept = [found for found in kept if not _WISHED.search(text, max(0, found.start - 30), found.start)]
    kept = [_unnumbered(found, today, text) for found in kept if not _is_score(found, today)]
    for figures in _FIGURES.finditer(text):
        if int(figures[1]) > int(figures[2]) and all(not one.start <= figures.start(1) < one.end for one in kept):
            moved = [
                replace(one, start=figures.start(1), end=figures.end(2)) for one in find(figures[0].split()[-1], today)
            ]
            kept += moved[:1]
    for ordinal in _ORDINAL.finditer(text):
        if all(not one.start <= ordinal.start(1) < one.end for one in kept):
            kept += [
                replace(one, start=ordinal.start(1), end=ordinal.end(1), words=ordinal[1])
                for one in find(f"the {ordinal[1]}", today)[:1]
            ]
    for name in _NAMES.finditer(text):
        kept = [found for found in kept if found.end <= name.start() or found.start >= name.end()]
        days = find(_NAMED[name[0].casefold()], today)
        kept += [replace(one, start=name.start(), end=name.end(), words=name[0]) for one in days]
    for month in _OFFERED_MONTH.finditer(text):
        if all(found.end <= month.start() or found.start >= month.end() for found in kept):
            days = find(f"in {month[1]}", today)
            kept += [replace(one, start=month.start(), end=month.end(), words=month[0]) for one in days[:1]]
    for slip in _TOMORROW.finditer(text):
        kept += [replace(one, start=slip.start(), end=slip.end(), words=slip[0]) for one in find("tomorrow", today)]
    for length in _FOR.finditer(text):
        if not _LASTED.search(text, max(0, length.start() - 45), length.start()) and all(
            found.end <= length.start() or found.start >= length.end() for found in kept
        ):
            kept += [replace(one, start=length.start(), end=length.end()) for one in find(f"in {length[1]}", today)[:1]]
    for more in lengths(text, today, due):
        kept = [found for found in kept if found.end <= more.start or found.start >= more.end]
        kept.append(more)
    return sorted(kept, key=lambda found: found.start)


def _unnumbered(found: Found, today: date, text: str) -> Found:
    """Push 19 to the end of February: 19 is an action, and no day."""
    moved = _MOVED.search(text, max(0, found.start - 12), found.start)
    number = (_MOVED_NUMBER if moved else _NUMBERED).match(found.words)
    again = find(found.words[number.end() :], today) if number else []
    if not number or not again:
        return found
    before = found.start + number.end()
    return replace(again[0], start=before + again[0].start, end=before + again[0].end)


def _is_score(found: Found, today: date) -> bool:
    """October 61: no day has that number, and no year near."""
    score = _SCORE.fullmatch(found.words)
    return bool(score) and int(score[1]) > 31 and abs(int(score[1]) - today.year % 100) > 9 if score else False


def forward(found: Found, today: date, *, earliest: bool = False) -> Told:
    """A day to come. A month, week or quarter is its last day; for a reminder, its first."""
    if found.span is None:
        asks: Asks = "no_such_day" if found.suggestion else "which_day"
        return Told(None, asks=asks, options=(found.suggestion,) if found.suggestion else found.readings)
    span = found.span
    day = max(span.first, today + DAY) if earliest and span.last > today else span.last
    read = ReadDate(found.words, day, span, assumed=found.assumed)
    return Told(day, (read,))


def backward(found: Found, today: date) -> Told:
    """A day gone by: stated only where the words name one day. Of a day without its year the nearer one is meant:
    "14 March", said in February, is to come."""
    span = found.span
    if span is None or span.last > today:
        again = find(_NAMED.get(found.words.casefold(), found.words), today, past=True)
        gone = again[0].span if again else None
        ahead = span.first - today if span else timedelta()
        span = gone if gone and today - gone.last <= max(ahead, _RECENT * DAY) else span
    if span is None or span.first > today:
        return Told(None, asks="which_day")
    if span.first != span.last:
        return Told(None)
    return Told(span.first, (ReadDate(found.words, span.first, span, assumed=bool(span.assumed)),))
