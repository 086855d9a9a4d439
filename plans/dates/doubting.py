"""Where a phrase is taken for one day and its company says that another may be meant: then it is asked back."""

from datetime import date

from plans.dates.company import Company
from plans.dates.meaning import Meaning
from plans.dates.phrases import When
from plans.dates.reading import span_of
from plans.dates.scanning import Mark
from plans.dates.spans import DAY, Span, months, shifted
from plans.dates.tokens import Token
from plans.dates.words import unit


def doubted(here: Company, what: Meaning, when: When) -> Meaning:
    """The meaning, or the several days that it may be."""
    if what.span is None:
        return what
    day = what.span.last
    match here.kinds:
        case "nu" | "nBu":
            return _counted_from(here, what.span)
        case "h" if here.words[0].word == "new year" and here.before in ("in", "into", "early"):
            return Meaning(readings=(day.replace(day=31),))
        case "m" | "my" if here.prior and here.prior.tokens:
            return _after_number(here.prior, what.span)
        case "mn" if not here.ends:
            return Meaning(readings=(day, months(day.year, day.month, 1, "month").last))
        case "nmn" | "omn" if not here.ends:
            return _counted_after(here, what, when)
        case "D" if here.before == "for" and here.words[0].value <= 9999:
            return Meaning(readings=(day,))  # 20 May for 5/2: the step, or the day
        case "xu" if here.definite and here.words[0].value == 1 and here.before in ("in", "within", "over", "during"):
            return _from_today(here, day, when)
        case "xw" if here.words[0].value == 0 and day < when.today and not when.past:
            return Meaning(readings=(day, day + 7 * DAY))
    if here.after.isdigit() and len(here.after) == 4:
        return Meaning(readings=(day,))  # 1 January 9999
    if here.denied and here.words[0].value < 0:
        return Meaning(readings=(day if what.span.precision == "part" else day + DAY,))
    return what


def _counted_from(here: Company, span: Span) -> Meaning:
    """Six weeks are from today; another six may be from the date it has."""
    if here.before in ("another", "extra", "further"):
        return Meaning(readings=(span.last,))
    return Meaning(span.assuming("from today"))


def _from_today(here: Company, day: date, when: When) -> Meaning:
    """Within the next week: a week from today, or the next of the calendar."""
    length = unit(here.words[1].word)
    return Meaning(readings=(shifted(when.today, length, 1), day)) if length else Meaning()


def _counted_after(here: Company, what: Meaning, when: When) -> Meaning:
    """On 28 Feb 25 staff were trained: a year, or so many staff."""
    without = span_of(here.words[:2], when)
    if what.span is None or without is None or without.last == what.span.last:
        return what
    return Meaning(readings=(without.last, what.span.last))


def _after_number(prior: Mark, span: Span) -> Meaning:
    """Action 12 December: the twelfth, or action 12 and its month. 3/4 March: the third or the fourth."""
    number = prior.tokens[-1] if prior.tokens else Token("")
    if prior.called and number.kind == "n" and 1 <= number.value <= span.last.day:
        return Meaning(readings=(span.last.replace(day=number.value), span.last))
    if number.kind == "D" and number.value <= 9999 and number.value % 100 <= span.last.day:
        days = (number.value % 100, number.value // 100)
        return Meaning(readings=tuple(span.last.replace(day=day) for day in days))
    return Meaning(span)
