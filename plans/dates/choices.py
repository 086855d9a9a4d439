"""One day or another: January or February, Monday or Tuesday, in a week or two, in 2-3 weeks, the 5th and 6th."""

from datetime import date

from plans.dates.phrases import When, Words
from plans.dates.ranges import lent
from plans.dates.reading import span_of


def choice(words: Words, kinds: str, when: When) -> tuple[date, ...]:
    """The days to choose from; none when no choice is offered. What one side leaves out, the other lends."""
    mark = "|" if "|" in kinds else "-" if kinds in ("n-nu", "in-nu") else "&"
    if mark not in kinds:
        return ()
    at = kinds.index(mark)
    first, last = words[:at], words[at + 1 :]
    if not first or not last or (mark == "&" and (kinds[:at] != "o" or last[0].kind != "o")):
        return ()
    spans = [span_of(side, when) for side in _lent(first, last, kinds[:at], kinds[at + 1 :])]
    days = tuple(dict.fromkeys(span.last for span in spans if span))
    return days if len(days) == len(spans) else ()


def _lent(first: Words, last: Words, before: str, after: str) -> tuple[Words, Words]:
    if before[0] == "x" and after in ("x", "w"):  # this month or next; next Tuesday or Wednesday
        last = (*last, *first[1:]) if after == "x" else (first[0], *last)
    elif before == "w" and after == "wxu":  # Tuesday or Wednesday next week
        first = (*first, *last[1:])
    elif before[-1] == "u" and after == "n":  # in a week or two
        last = (*first[:-2], last[0], first[-1])
    elif before[-1] == "n" and after[-1] == "u":  # in two or three weeks
        last = (first[0], *last) if before[0] == "i" and after[0] == "n" else last
        first = (*first, last[-1])
    return lent(first, last), last
