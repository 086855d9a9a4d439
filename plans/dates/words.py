"""The words of dates, each with its kind: months, weekdays, counts, units, dates in figures. No phrase is read here."""

from collections.abc import Iterable, Sequence

from plans.dates.figures import figures, numeric, pair
from plans.dates.spans import Unit
from plans.dates.tokens import Token

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
_FIFTH_ON = (
    "fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth"
).split()
_ORDINALS = {word: n for n, word in enumerate(_FIFTH_ON, 5)} | {
    "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25,
    "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
    "thirty-first": 31,
}  # fmt: skip
# Read in replies and within longer phrases; a question does not know them as date words of their own.
_WIDER_KINDS: dict[str, dict[str, int]] = {
    "o": _ORDINALS,
    "h": {"xmas": 0},
    "A": {"after": 1, "before": -1},
    "t": {"tonight": 0},
    "B": {"working": 0, "business": 0},
    "l": {"half": 0},
    "H": {"h1": 1, "h2": 2},
    "p": {"cob": 0, "cop": 0, "eop": 0, "eod": 0},
    "W": {"weekend": 0},
    "|": {"or": 0},
    "&": {"and": 0},
}
_PHRASES = {
    "good friday": Token("h", 0, "good friday"), "easter monday": Token("h", 0, "easter monday"),
    "easter sunday": Token("h", 0, "easter"), "easter bank holiday": Token("h", 0, "easter monday"),
    "christmas day": Token("h", 0, "christmas"), "xmas day": Token("h", 0, "christmas"),
    "christmas eve": Token("h", 0, "christmas eve"), "xmas eve": Token("h", 0, "christmas eve"),
    "boxing day": Token("h", 0, "boxing day"), "new year's day": Token("h", 0, "new year"),
    "new years day": Token("h", 0, "new year"), "new year's eve": Token("h", 0, "new year's eve"),
    "new years eve": Token("h", 0, "new year's eve"), "new year": Token("h", 0, "new year"),
    "new year's": Token("h", 0, "new year"), "bank holiday": Token("b"), "bank hol": Token("b"),
    "close of play": Token("p"), "close of business": Token("p"), "end of play": Token("p"),
    "end of business": Token("p"), "end of the day": Token("p"), "end of day": Token("p"), "this time": Token("~"),
    "same time": Token("~"), "this morning": Token("t"), "this afternoon": Token("t"), "this evening": Token("t"),
    "half way through": Token("e", 0, "mid"), "halfway through": Token("e", 0, "mid"),
    "latter part of": Token("e", 0, "late"), "back end of": Token("e", 0, "late"),
}  # fmt: skip
JOINED: dict[str, list[tuple[tuple[str, ...], Token]]] = {}
for _phrase, _one in sorted(_PHRASES.items(), key=lambda pair: -len(pair[0])):
    JOINED.setdefault(_phrase.split()[0], []).append((tuple(_phrase.split()), _one))
_WORDS = {word: Token(kind, value, word) for kind, table in _KINDS.items() for word, value in table.items()}
_WIDER = {word: Token(kind, value, word) for kind, table in _WIDER_KINDS.items() for word, value in table.items()}
ABBREVIATED = frozenset({*MONTHS, *_WEEKDAYS} - {*_FULL_MONTHS, *_FULL_DAYS})
LONG_NAMES = tuple(name for name in (*_FULL_MONTHS, *_FULL_DAYS, "tomorrow", "yesterday", "christmas") if len(name) > 5)
DROPPED = frozenset({"the", "of"})


def number(word: str) -> int | None:
    """A count in figures or in words ("30", "two", "a")."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 5 else _COUNTS.get(word)


def unit(word: str) -> Unit | None:
    """Days, weeks, fortnights, months, quarters, years; singular or plural, also as in "two weeks' time"."""
    return _UNITS.get(word) or _UNITS.get(word.removesuffix("'").removesuffix("s").removesuffix("'"))


def is_month(word: str) -> bool:
    return word.rstrip(".") in MONTHS


def is_ordinal(word: str) -> bool:
    return (token := _known(word)) is not None and token.kind == "o"


def is_word(word: str) -> bool:
    """Whether a date phrase of a question may hold this word; others may use it too."""
    return word in DROPPED or all(piece in DROPPED or _known(piece) for piece in pieces(folded(word).strip(",")))


def folded(words: str) -> str:
    return words.casefold().replace("’", "'").replace("–", "-")


def tokens(words: str) -> list[Token] | None:
    """None as soon as one word means nothing: a phrase is read whole or not at all."""
    found: list[Token] = []
    spoken = [word.strip(",") for word in folded(words).replace(" - ", " to ").split()]
    at = 0
    while at < len(spoken):
        held, length = joined(spoken, at) or (each(spoken[at], found[-1].kind if found else ""), 1)
        if held is None or len(found) > 12:
            return None
        found += held
        at += length
    return found


def joined(words: Sequence[str], at: int) -> tuple[list[Token], int] | None:
    """Several words that are one: good Friday, bank holiday, close of play."""
    for phrase, token in JOINED.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return [token], len(phrase)
    return None


def each(word: str, after: str = "") -> list[Token] | None:
    """What one word holds, which may be nothing ("the") or several ("mid-Feb"); None when it has no place in a date.

    `after` is the kind of the word before it: 24/25 is a year after "FY" or "Q1", else so many of so many.
    """
    if word in DROPPED:
        return []
    if word[:2] == "fy" and word[2:] and (years := pair(word[2:])):
        return [_WORDS["fy"], years]
    if after and after in "fuq" and (years := pair(word)):
        return [years]
    if token := token_of(word):
        return [token]
    if "-" not in word and "/" not in word and "'" not in word:
        return None
    found = [token_of(piece) for piece in pieces(word) if piece not in DROPPED]
    return [token for token in found if token] if all(found) else None


def pieces(word: str) -> Iterable[str]:
    """Mid-Feb, Mar-21, Jan-Mar, 1-15 and 31-Mar-25 hold several words; ISO and numeric dates hold one."""
    if figures(word):
        return (word,)
    if "/" in word:
        return _either(word)
    if word[:1].isalpha() and word[-2:].isdigit() and word[-3:-2] == "'":
        return (word[:-3], word[-3:])
    parts = word.split("-")
    if len(parts) == 2 and parts[0].rstrip(".") in MONTHS and parts[1].isdigit():
        return (parts[0], parts[1] if len(parts[1]) == 4 else "'" + parts[1])
    if len(parts) == 3 and parts[1] in MONTHS:
        return (*parts[:2], parts[2] if len(parts[2]) == 4 else "'" + parts[2])
    if len(parts) != 2 or parts[0] in PARTS or parts[1] in PARTS or (parts[0][:1].isdigit() and parts[1] in MONTHS):
        return parts
    return (parts[0], "to", parts[1])


def _either(word: str) -> Iterable[str]:
    """June/July, 3rd/4th: one or the other."""
    parts = word.split("/")
    return (parts[0], "or", parts[1]) if len(parts) == 2 and word not in _WORDS else (word,)


def token_of(word: str) -> Token | None:
    bare = word.rstrip(".")
    return _WIDER.get(bare) or _known(bare)


def _known(word: str) -> Token | None:
    bare = word.rstrip(".")
    if known := _WORDS.get(bare):
        return known
    if unit(bare):
        return Token("u", 0, bare)
    return numeric(bare) if bare.isascii() and (bare[:1].isdigit() or bare[:1] in ("'", "q")) else None
