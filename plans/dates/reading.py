"""Read a date phrase as people in prisons write it: our own grammar, day first, from a `today` that is handed in.

Only a whole phrase is read here; plans.dates.finding finds them within a sentence.
"""

from collections.abc import Callable
from datetime import date

from plans.dates.feasts import feast, feast_week, holiday, holiday_of, weekend
from plans.dates.nested import (
    Inner,
    count_led,
    ended_by,
    part_of,
    rest_of,
    unit_led,
    week_of,
    weekday_led,
    within_led,
)
from plans.dates.ordinals import next_led, ordinal_led
from plans.dates.periods import financial, halves, month, month_end, quarter, season, short, year_end
from plans.dates.phrases import (
    When,
    Words,
    counted,
    day_month,
    figures,
    month_day,
    month_number,
    nth,
    one_day,
    rolling,
    this_or_next,
    this_time,
    weekday,
    weekday_after,
    weekday_of,
)
from plans.dates.ranges import stretch
from plans.dates.spans import DAY, SeveralDays, Span, months
from plans.dates.tokens import Token
from plans.dates.words import tokens
from plans.dates.working import counted_working


def read(words: str, today: date, *, past: bool = False) -> Span | None:
    """The days that `words` mean, or None when they are not a date phrase from first word to last.

    What lacks a year is the one under way or to come; with `past`, the one under way or just gone.
    Raises ImpossibleDay for 31 September and its like.
    """
    found = tokens(words)
    try:
        return span_of(found, When(today, past)) if found else None
    except (OverflowError, SeveralDays):
        return None


def span_of(words: Words, when: When) -> Span | None:
    """The shape of the whole phrase first; then what its first word makes of the rest; then a range.

    Raises SeveralDays where the words leave open which day is meant.
    """
    shape = "".join(word.kind for word in words)
    if reading := _SHAPES.get(shape):
        return reading(words, when)
    if not shape:
        return None
    if shape[-2:] == "xu" and shape[:-2] and words[-1].word == "year":  # March next year
        return span_of((*words[:-2], Token("y", when.today.year + words[-2].value)), when)
    if leading := _LEADING.get(shape[0]):
        found = leading(words, when, span_of)
        if found or "-" not in shape:
            return found
    return stretch(words, shape.index("-"), when, span_of) if "-" in shape else None


_Reader = Callable[[Words, When], Span | None]
_SHAPES_OF: dict[_Reader, str] = {
    figures: "D",
    lambda words, when: one_day(when.today + words[0].value * DAY): "t",
    lambda words, _: months(words[0].value // 100, words[0].value % 100, 1, "month"): "M",
    lambda words, _: months(words[1].value, words[0].value, 1, "month"): "my",
    lambda words, _: months(words[0].value, words[1].value, 1, "month"): "ym",
    lambda words, _: months(words[0].value, 1, 12, "year"): "y",
    day_month: "nm om nmy omy nmn omn",
    month_day: "mo mny moy",
    month_number: "mn",
    month: "m xm",
    quarter: "q qy yq qF Fq fq qf fqy fqF qfy qfF ofu ofuF",
    season: "s xs sy sF",
    financial: "F fF fuF fu xfu xf",
    weekday: "w xw",
    lambda words, when: weekday((words[1], words[0]), when): "wx",
    lambda words, when: weekday(words[-1:], When(when.today, past=False)): "rw",
    weekday_after: "wu tu ukw nukw nuw",
    weekday_of: "wxu xuw",
    weekend: "W xW",
    holiday: "b xb bw xbw",
    holiday_of: "mb sb emb mub mby sby emby",
    halves: "H Hy HF yH",
    nth: "o",
    this_or_next: "u xu",
    rolling: "ru xnu rnu",
    counted: "nu inu inuk nuk nukk nukt nug nut inut ut",
    counted_working: "nBu inBu nBuk inBuk nBukk nBukt nBug",
    this_time: "~t ~xu",
    short: "E",
    feast: "h hy xh",
    feast_week: "hu",
    month_end: "me",
    year_end: "fue",
}
_SHAPES: dict[str, _Reader] = {shape: reader for reader, shapes in _SHAPES_OF.items() for shape in shapes.split()}
_LEADING: dict[str, Callable[[Words, When, Inner], Span | None]] = {
    "e": part_of,
    "c": week_of,
    "z": week_of,
    "u": unit_led,
    "w": weekday_led,
    "o": ordinal_led,
    "x": next_led,
    "n": count_led,
    "i": within_led,
    "j": rest_of,
    "p": ended_by,
}
