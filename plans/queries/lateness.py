"""How late, in the words of a question: more than 30 days, at least a month, under two weeks. Not when due."""

from datetime import date
from typing import NamedTuple

from plans.dates.spans import shifted
from plans.dates.words import number, unit

_MORE: dict[tuple[str, ...], str] = {
    ("more", "than"): "over", ("over",): "over", ("greater", "than"): "over", ("longer", "than"): "over",
    (">",): "over",
    ("above",): "over", ("exceeding",): "over", ("at", "least"): "least", (">=",): "least",
    ("no", "less", "than"): "least",
    ("not", "less", "than"): "least", ("minimum",): "least", ("a", "minimum", "of"): "least",
    ("less", "than"): "under", ("fewer", "than"): "under", ("under",): "under", ("below",): "under", ("<",): "under",
    ("up", "to"): "most", ("at", "most"): "most", ("no", "more", "than"): "most", ("not", "more", "than"): "most",
    ("<=",): "most",
}  # fmt: skip
_OR_MORE: dict[tuple[str, ...], str] = {
    ("or", "more"): "least", ("or", "over"): "least", ("plus",): "least", ("or", "less"): "most",
    ("or", "under"): "most",
}  # fmt: skip


class Lateness(NamedTuple):
    """Strictly more than `over` days, strictly fewer than `under`. `compared` when the words compare by themselves."""

    over: int | None
    under: int | None
    end: int
    compared: bool


def lateness(texts: list[str], at: int, today: date) -> Lateness | None:
    """More than 30 days; at least a month; two weeks or more: how late, if lateness is spoken of at all."""
    if texts[at] == "between":
        return _between(texts, at, today)
    start = at
    at += texts[at] in ("by", "for") and at + 1 < len(texts)
    how, at = _compared(_MORE, texts, at)
    for mark, meaning in ((">=", "least"), ("<=", "most"), (">", "over"), ("<", "under")):
        if not how and texts[at : at + 1] and texts[at].startswith(mark):
            texts, how = [*texts[:at], texts[at].removeprefix(mark), *texts[at + 1 :]], meaning
    if texts[at : at + 2] == ["a", "couple"]:
        at += 1
    if not how and texts[at : at + 1] and texts[at].endswith("+"):
        texts, how = [*texts[:at], texts[at].rstrip("+"), *texts[at + 1 :]], "least"
    count = number(texts[at]) if at < len(texts) else None
    if count is None:
        return None
    at += 1
    if not how:
        how, at = _compared(_OR_MORE, texts, at)
    at += texts[at : at + 1] == ["of"]
    length = unit(texts[at]) if at < len(texts) else None
    if length is None:
        return None
    at += 1
    if not how:
        how, at = _compared(_OR_MORE, texts, at)
    days = (today - shifted(today, length, -count)).days
    bounds = {"over": (days, None), "least": (days - 1, None), "under": (None, days), "most": (None, days + 1)}
    over, under = bounds[how or "least"]
    return Lateness(over, under, at, compared=bool(how) or texts[start] in ("by", "for"))


def _between(texts: list[str], at: int, today: date) -> Lateness | None:
    """Between 10 and 20 days, both included."""
    if len(texts) < at + 5 or texts[at + 2] not in ("and", "to", "-"):
        return None
    low, high, length = number(texts[at + 1]), number(texts[at + 3]), unit(texts[at + 4])
    if low is None or high is None or length is None or low > high:
        return None
    first, last = ((today - shifted(today, length, -count)).days for count in (low, high))
    return Lateness(first - 1, last + 1, at + 5, compared=True)


def _compared(table: dict[tuple[str, ...], str], texts: list[str], at: int) -> tuple[str, int]:
    for length in (3, 2, 1):
        how = table.get(tuple(texts[at : at + length]))
        if how and at + length <= len(texts):
            return how, at + length
    return "", at


COMPARISONS = frozenset(word for phrase in (*_MORE, *_OR_MORE) for word in phrase)
