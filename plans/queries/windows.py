"""Stretches of due dates in the words of a question: before, by, between, since, this month, more than a week late."""

import re
from datetime import date
from typing import NamedTuple

from plans.dates import Span, read
from plans.dates.spans import DAY
from plans.dates.words import is_month, is_ordinal, is_word, number, unit

_LONGEST = 9
# How a window is opened. "by" and its kin reach back without end; what they include is for the query to say.
_OPENERS: dict[tuple[str, ...], str] = {
    ("no", "later", "than"): "by", ("not", "later", "than"): "by", ("on", "or", "before"): "by", ("up", "to"): "by",
    ("up", "until"): "by", ("by",): "by", ("until",): "by", ("till",): "by", ("til",): "by", ("to",): "by",
    ("before",): "before", ("earlier", "than"): "before", ("prior", "to"): "before", ("ahead", "of"): "before",
    ("on", "or", "after"): "from", ("onwards", "from"): "from", ("starting", "from"): "from", ("from",): "from",
    ("not", "before"): "from", ("no", "earlier", "than"): "from",
    ("since",): "since", ("after",): "after", ("later", "than"): "after", ("beyond",): "after",
    ("in",): "in", ("on",): "in", ("during",): "in", ("within",): "in", ("over",): "in", ("for",): "in",
    ("throughout",): "in", ("at",): "in", ("of",): "in", ("this", "side", "of"): "before",
}  # fmt: skip
_CLOSERS: dict[tuple[str, ...], str] = {
    ("onwards",): "from", ("onward",): "from", ("or", "later"): "from", ("and", "later"): "from", ("or",
    "after"): "from",
    ("or", "earlier"): "by", ("or", "before"): "by", ("and", "before"): "by", ("and", "after"): "from",
}  # fmt: skip
WORDS = frozenset(word for phrase in (*_OPENERS, *_CLOSERS) for word in phrase) | {"between"}
DUE_WORDS = frozenset(
    {"due", "deadline", "deadlines", "date", "dates", "dated", "target", "targets", "falling", "falls", "fall"}
)


class Window(NamedTuple):
    """Inclusive days; `reaches_back` marks by and before. `end` is the word after the last one read."""

    first: date | None
    last: date | None
    end: int
    how: str
    assumed: tuple[str, ...] = ()

    @property
    def reaches_back(self) -> bool:
        return self.how in ("by", "before")


def find(texts: list[str], at: int, today: date, *, past: bool) -> Window | None:
    """The window that begins at word `at`. Raises ImpossibleDay for one that names a day that is not.

    `texts` end where the window must: hand in no word that is already understood as something else.
    """
    if texts[at] == "between":
        return _between(texts, at, today, past=past)
    for length in (3, 2, 1):
        how = _OPENERS.get(tuple(texts[at : at + length]))
        if how and len(texts) >= at + length:
            return _opened(texts, at + length, how, today, past=past or how == "since", opener=texts[at])
    return _opened(texts, at, "", today, past=past)


def _opened(texts: list[str], at: int, how: str, today: date, *, past: bool, opener: str = "") -> Window | None:
    for end in range(min(len(texts), at + _LONGEST), at, -1):
        words = texts[at:end]
        if not _may_be_dates(words, how, opener, texts[end : end + 1]):
            continue
        span = read(" ".join(words), today, past=past)
        if span:
            if _is_counted(words):
                span = Span(min(today, span.first), max(today, span.last), "part", span.assumed)
            for length in (2, 1):
                closer = _CLOSERS.get(tuple(texts[end : end + length]))
                if closer and end + length <= len(texts) and how in ("", "in", "from", "by"):
                    return _window(span, closer, end + length)
            if how in ("from", "since") and end < len(texts) and texts[end] in ("onwards", "onward", "on"):
                end += 1
            return _window(span, how or "in", end)
    return None


def _may_be_dates(words: list[str], how: str, opener: str, following: list[str]) -> bool:
    """What reads as a date only in company: a bare year is a plan's, late a status, 12/3 a step, 30 days a count."""
    if words[-1] in ("the", "of", "a", "an") or (words[0] in ("a", "an", "of") and len(words) == 1):
        return False
    alone = words[0] if len(words) == 1 else ""
    if not how and not all(map(is_word, words)):
        return False  # a weekend regime, working days
    if words[0] == "late" and not (how and len(words) > 1 and (is_month(words[1]) or words[1] in _SEASONS)):
        return False
    if _is_year(words[-1]) and following and following[0] in ("plan", "plans", "action", "actions"):
        return len(words) > 1 and is_month(words[-2])  # after a month, a year is a date
    if alone and _is_year(alone):
        return how != "" and opener not in ("for", "of", "at", "to")
    if alone == "now" and opener not in ("by", "from", "since", "until", "till", "after", "before", "up"):
        return False
    bare = words[-1] if words[:-1] in ([], ["the"]) else ""
    if bare and is_ordinal(bare) and (not how or bare.isalpha()):
        return False
    if alone and (unit(alone) or alone.isdigit()):
        return False
    if not how and all(_STEPPED.fullmatch(word) for word in words):
        return False
    if _is_counted(words):
        return opener in ("in", "within")
    if opener == "of":
        return not alone
    return True


_STEPPED = re.compile(r"\d{1,2}/\d{1,2}(?:-\d{1,2}/\d{1,2})?|to|-", re.ASCII)
_SEASONS = frozenset({"spring", "summer", "autumn", "winter"})


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


_BESIDE_LENGTHS = frozenset({"the", "of", "time", "a", "couple", "working", "business"})


def _is_counted(words: list[str]) -> bool:
    """Two weeks, 30 days' time: a length, which "in" makes a window from today."""
    kept = [word for word in words if word not in _BESIDE_LENGTHS or word == words[0] == "a"]
    return len(kept) in (1, 2) and unit(kept[-1]) is not None and (len(kept) == 1 or number(kept[0]) is not None)


def _between(texts: list[str], at: int, today: date, *, past: bool) -> Window | None:
    """Between X and Y, both included; the end lends its month and year to the beginning."""
    for middle in range(at + 2, min(len(texts) - 1, at + _LONGEST)):
        if texts[middle] not in ("and", "to", "-"):
            continue
        for end in range(min(len(texts), middle + _LONGEST), middle + 1, -1):
            words = [*texts[at + 1 : middle], "to", *texts[middle + 1 : end]]
            span = read(" ".join(words), today, past=past) if words[-1] not in ("the", "of") else None
            if span:
                return Window(span.first, span.last, end, "between", span.assumed)
    return None


def _window(span: Span, how: str, end: int) -> Window | None:
    match how:
        case "by":
            return Window(None, span.last, end, how, span.assumed)
        case "before":
            return Window(None, span.first - DAY, end, how, span.assumed)
        case "after":
            return Window(span.last + DAY, None, end, how, span.assumed)
        case "from" | "since" if "range" not in span.assumed:
            return Window(span.first, None, end, how, span.assumed)
        case _:
            return Window(span.first, span.last, end, how, span.assumed)


def merged(windows: list[Window]) -> tuple[date | None, date | None] | None:
    """What all the windows leave, or what follows on: April after March. None when no day is in all of them."""
    first, last = windows[0].first, windows[0].last
    for window in windows[1:]:
        if first and last and window.first and window.last:
            early, late = sorted([(first, last), (window.first, window.last)])
            if early[1] + DAY == late[0]:
                first, last = early[0], late[1]
                continue
        first = max(filter(None, (first, window.first)), default=None)
        last = min(filter(None, (last, window.last)), default=None)
        if first and last and first > last:
            return None
    return first, last
