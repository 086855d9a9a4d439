"""Days and moments as a command line names them, in London. What is none is refused in a sentence.

What reads them is imported only once a command needs it: a cold question must not wait."""

from datetime import UTC, date, datetime, time


def day_named(words: str | None, option: str = "--on", wanted: str = "a day. Write it as 2025-02-03") -> date:
    """Today in London, or the day that an option names."""
    from app.failing import Unusable
    from plans.calendar import day_of
    from plans.dates import ImpossibleDay, read

    today = day_of(datetime.now(UTC))
    if words is None:
        return today
    try:
        span = read(words, today)
    except ImpossibleDay as impossible:
        raise Unusable(f"{option} {words} does not exist. Is it {impossible.suggestion}?") from impossible
    if span is None or span.precision != "day":
        raise Unusable(f"{option} {words} is not {wanted}.")
    if not 2000 <= span.last.year <= 2100:
        raise Unusable(f"{option} {words} is out of reach: take a day from 2000 to 2100.")
    return span.last


def moment_named(words: str | None, option: str = "--at") -> datetime:
    """Now, or the moment an option names: a day alone is its nine o'clock, an hour without an offset is London's."""
    from app.failing import Unusable
    from plans.calendar import LONDON

    if words is None:
        return datetime.now(UTC)
    said = words.strip()
    day, _, hour = said.rpartition(" ") if " " in said else said.partition("T")
    if ":" not in hour:
        return datetime.combine(day_named(words, option, _MOMENT), time(9), LONDON)
    try:
        named = time.fromisoformat(hour.strip())
    except ValueError:
        raise Unusable(f"{option} {words} is not {_MOMENT}.") from None
    return datetime.combine(day_named(day, option, _MOMENT), named, named.tzinfo or LONDON)


_MOMENT = "a moment. Write it as 2025-02-03T09:00"
