"""From one date phrase to another: January to March 2021, 1-15 March, 6th to 8th January."""

from plans.dates.nested import Inner
from plans.dates.phrases import When, Words
from plans.dates.spans import Span
from plans.dates.tokens import Token


def stretch(words: Words, at: int, when: When, inner: Inner) -> Span | None:
    """January to March 2021, 1-15 March: the later end lends its month and year to the earlier."""
    last = inner(words[at + 1 :], when) if at else None
    if last is None:
        return None
    first = inner(lent(words[:at], words[at + 1 :]), when)
    if first is None:
        return None
    if first.first > last.last and not any(word.kind in "yFMD" for word in words[:at]):
        # November to February, said in December: the November that the coming February ends.
        month = last_of(words[at + 1 :], "m")
        own = (*words[:at], month) if month and words[at - 1].kind in "no" and at == 1 else words[:at]
        first = inner(own, When(last.first, past=True))
    if first is None or first.first > last.last:
        return None
    return Span(first.first, last.last, last.precision, last.assumed).assuming("range")


def lent(words: Words, lender: Words) -> Words:
    """The month and year of the later end, where the earlier lacks them: 5th, or January, to 7 March 2025."""
    shape = "".join(word.kind for word in words)
    month, year = last_of(lender, "m"), last_of(lender, "y")
    if shape in ("n", "o") and month:
        words = (*words, month)
    if year and shape in ("m", "n", "o", "nm", "om"):
        words = (*words, year)
    return words


def last_of(words: Words, kind: str) -> Token | None:
    return next((word for word in reversed(words) if word.kind == kind), None)
