"""The words of dates, each with its kind: months, weekdays, counts, units, dates in figures. No phrase is read here."""

from collections.abc import Iterable
from typing import NamedTuple

from plans.dates.spans import Unit


class Token(NamedTuple):
    """A word and its kind, one letter: the letters of a phrase are its shape, which decides how it is read."""

    kind: str
    value: int = 0
    word: str = ""


_FULL_MONTHS = "january february march april may june july august september october november december".split()
_FULL_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
MONTHS = {name: n for n, full in enumerate(_FULL_MONTHS, 1) for name in (full, full[:3])} | {"sept": 9}
_WEEKDAYS = {name: n for n, full in enumerate(_FULL_DAYS) for name in (full, full[:3])} | {
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
}  # fmt: skip
_COUNTS = {word: n for n, word in enumerate(_NUMBERS, 1)} | {
    "a": 1, "an": 1, "couple": 2, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
}  # fmt: skip
PARTS = {
    "end": "end", "start": "start", "beginning": "start", "mid": "mid", "middle": "mid", "early": "early",
    "late": "late",
}  # fmt: skip
SHORT_PARTS = {"eom": "month", "eoy": "year", "eow": "week"}
_UNITS = {
    "day": Unit("day", days=1), "week": Unit("week", days=7), "wk": Unit("week", days=7),
    "fortnight": Unit("part", days=14), "month": Unit("month", months=1), "mth": Unit("month", months=1),
    "quarter": Unit("quarter", months=3), "year": Unit("year", months=12), "yr": Unit("year", months=12),
}  # fmt: skip
_KINDS: dict[str, dict[str, int]] = {
    "m": MONTHS,
    "w": _WEEKDAYS,
    "s": {"spring": 3, "summer": 6, "autumn": 9, "winter": 12},
    "x": {"next": 1, "last": -1, "previous": -1, "this": 0, "current": 0},
    "r": {"past": -1, "coming": 1},
    "e": dict.fromkeys(PARTS, 0),
    "E": dict.fromkeys(SHORT_PARTS, 0),
    "n": _COUNTS,
    "t": {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1},
    "f": {"financial": 0, "fiscal": 0, "fy": 0},
    "c": {"w/c": 0, "wc": 0, "commencing": 0},
    "z": {"w/e": 0, "ending": 0},
    "h": {"easter": 0, "christmas": 0},
    "-": {"to": 0, "until": 0},
    "i": {"in": 0, "within": 0},
    "g": {"ago": 0},
    "k": {"from": 0, "time": 0, "on": 0},
    "j": {"rest": 0, "remainder": 0},
    "o": {"first": 1, "second": 2, "third": 3, "fourth": 4},
}
_WORDS = {word: Token(kind, value, word) for kind, table in _KINDS.items() for word, value in table.items()}
_DROPPED = {"the", "of"}


def number(word: str) -> int | None:
    """A count in figures or in words ("30", "two", "a")."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 5 else _COUNTS.get(word)


def unit(word: str) -> Unit | None:
    """Days, weeks, fortnights, months, quarters, years; singular or plural, also as in "two weeks' time"."""
    return _UNITS.get(word) or _UNITS.get(word.removesuffix("'").removesuffix("s").removesuffix("'"))


def is_month(word: str) -> bool:
    return word.rstrip(".") in MONTHS


def is_ordinal(word: str) -> bool:
    return (token := _token(word)) is not None and token.kind == "o"


def is_word(word: str) -> bool:
    """Whether a date phrase may hold this word; others may use it too."""
    return word in _DROPPED or tokens(word) not in (None, [])


def tokens(words: str) -> list[Token] | None:
    """None as soon as one word means nothing: a phrase is read whole or not at all."""
    found: list[Token] = []
    for word in words.casefold().replace("’", "'").replace("–", "-").replace(" - ", " to ").split():
        for piece in _pieces(word.strip(",")):
            if piece in _DROPPED:
                continue
            token = _token(piece)
            if token is None or len(found) > 12:
                return None
            found.append(token)
    return found


def _pieces(word: str) -> Iterable[str]:
    """Mid-Feb, Mar-21, Jan-Mar, 1-15 and 31-Mar-25 hold several words; ISO and numeric dates hold one."""
    if "-" not in word or _figures(word):
        return (word,)
    parts = word.split("-")
    if len(parts) == 2 and parts[0].rstrip(".") in MONTHS and parts[1].isdigit():
        return (parts[0], parts[1] if len(parts[1]) == 4 else "'" + parts[1])
    if len(parts) == 3 and parts[1] in MONTHS:
        return (*parts[:2], parts[2] if len(parts[2]) == 4 else "'" + parts[2])
    return (parts[0], "to", parts[1]) if len(parts) == 2 and parts[0] not in PARTS else parts


def _token(word: str) -> Token | None:
    bare = word.rstrip(".")
    if known := _WORDS.get(bare):
        return known
    if unit(bare):
        return Token("u", 0, bare)
    return _numeric(bare) if bare.isascii() and (bare[:1].isdigit() or bare[:1] in ("'", "q")) else None


def _numeric(word: str) -> Token | None:
    if word[0] == "'":
        return Token("y", century(int(word[1:]))) if word[1:].isdigit() and len(word) in (3, 5) else None
    if word[0] == "q":
        return Token("q", int(word[1])) if word[1:] in ("1", "2", "3", "4") else None
    if word.isdigit():
        if len(word) == 4:
            return Token("y", int(word)) if word[:2] in ("19", "20") else None
        return Token("n", int(word)) if len(word) < 4 else None
    if word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit() and len(word) < 5:
        return Token("o", int(word[:-2]))
    return _figures(word)


def _figures(word: str) -> Token | None:
    """2025-02-15, 2025-02, 15/2, 15/02/2025, 15.2.25, 15-02-2025, 2024/25: one word that says it all."""
    for mark in "-/.":
        fields = word.split(mark)
        if 2 <= len(fields) <= 3 and all(f.isascii() and f.isdigit() and len(f) < 5 for f in fields):
            n, lengths = [int(f) for f in fields], [len(f) for f in fields]
            return _two(n, lengths, mark) if len(n) == 2 else _three(n, lengths)
    return None


def _two(n: list[int], lengths: list[int], mark: str) -> Token | None:
    if lengths[0] == 4:
        if (n[0] + 1) % 100 == n[1] % 100 and lengths[1] in (2, 4):
            return Token("F", n[0])
        return Token("M", n[0] * 100 + n[1]) if mark == "-" and 1 <= n[1] <= 12 else None
    if lengths[1] == 4:
        return Token("M", n[1] * 100 + n[0]) if mark != "." and 1 <= n[0] <= 12 else None
    # 5.13 is a reference and 3-6 a range: only the stroke makes a day of two numbers.
    return Token("D", n[1] * 100 + n[0]) if mark == "/" and _is_day(n[0], n[1]) else None


def _three(n: list[int], lengths: list[int]) -> Token | None:
    if lengths[0] == 4:
        n.reverse()
    elif lengths[2] not in (2, 4):
        return None
    return Token("D", century(n[2]) * 10000 + n[1] * 100 + n[0]) if _is_day(n[0], n[1]) and n[2] else None


def _is_day(number: int, month: int) -> bool:
    return 1 <= number <= 31 and 1 <= month <= 12


def century(year: int) -> int:
    return year + 2000 if year < 100 else year
