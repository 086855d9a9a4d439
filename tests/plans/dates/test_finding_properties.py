"""What holds for dates in any text, whatever it says."""

import re
from calendar import monthrange
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from plans.dates import find

ANY_DAY = st.dates(date(2000, 1, 1), date(2090, 12, 31))
WORDS = st.sampled_from(
    "the next last this end of mid early March may Feb 2024 2024/25 24 5th 5 Friday sat week month q1 to - – in two a ago "
    "winter financial year 31 31/11 31/11/2025 02-23-04 rest w/c from now today quarter third Easter 9999-12-31 and or "
    "between before after not bank holiday working days half good new year's eve COB close play , . ; ( ) action ref "
    "50% per cent 15Feb2025 2025 15 / 03 Febuary soon few couple weeks' time 'til 1st 29th 0 000 ² ٣".split()
)
SENTENCES = st.lists(WORDS, max_size=14).map(" ".join)


def check(text, today, past):
    end = 0
    for found in find(text, today, past=past):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.words == found.words.strip()
        assert found.span is None or found.span.first <= found.span.last
        assert [found.span, found.suggestion, found.readings].count(None) + (not found.readings) >= 2
        end = found.end


@given(text=st.text(max_size=200), today=ANY_DAY, past=st.booleans())
@example(text="İ 5 March", today=date(2025, 2, 12), past=False)
@example(text="ß̈ŉ by Friday", today=date(2025, 2, 12), past=False)
def test_no_text_breaks_the_finder_and_every_place_is_one(text, today, past):
    check(text, today, past)


@given(text=SENTENCES, today=ANY_DAY, past=st.booleans())
def test_no_row_of_date_words_breaks_the_finder(text, today, past):
    check(text, today, past)


NUMBERS = st.integers(0, 99).map(str)
REFS = st.one_of(
    NUMBERS,
    st.tuples(NUMBERS, NUMBERS).map(".".join),
    st.builds("{}.{}/{}".format, NUMBERS, NUMBERS, st.integers(1, 9)),
    st.builds("{}-{}".format, NUMBERS, NUMBERS),
    st.builds("{}{}".format, NUMBERS, st.sampled_from(["i", "ii", "iii", "iv", "a", "b"])),
    st.builds("{}%".format, NUMBERS),
    st.builds("{} per cent".format, NUMBERS),
)
TALK = st.sampled_from(
    [*"done and action actions ref refs , is all not with of staff the cells by now".split(), "may slip"]
)


@given(text=st.lists(st.one_of(REFS, TALK), min_size=1, max_size=12).map(" ".join), today=ANY_DAY)
def test_refs_and_percentages_hold_no_dates(text, today):
    assert find(text, today) == []


@given(
    number=st.integers(1, 31),
    month=st.integers(1, 12),
    year=st.integers(2021, 2029),
    mark=st.sampled_from("/.-"),
    pad=st.booleans(),
    short=st.booleans(),
    around=st.sampled_from([("", ""), ("by ", ""), ("it is done on ", ", honestly"), ("5.13: ", ".")]),
)
def test_a_date_in_figures_is_day_first_or_refused(number, month, year, mark, pad, short, around):
    figures = [f"{number:02}", f"{month:02}"] if pad else [str(number), str(month)]
    words = mark.join([*figures, str(year)[-2:] if short else str(year)])
    before, after = around
    [found] = find(before + words + after, date(2025, 2, 12))
    assert found.words == words
    last = monthrange(year, month)[1]
    if number > last:
        assert (found.span, found.suggestion) == (None, date(year, month, last))
    else:
        assert found.day == date(year, month, number)


@given(number=st.integers(1, 31), month=st.integers(13, 31), year=st.integers(2021, 2029), mark=st.sampled_from("/.-"))
def test_figures_that_no_day_first_date_has_are_never_read_month_first(number, month, year, mark):
    for words in (f"{number}{mark}{month}{mark}{year}", f"{number:02}{mark}{month}{mark}{year % 100:02}"):
        [found] = find(f"by {words}", date(2025, 2, 12))
        assert (found.words, found.span, found.suggestion, found.readings) == (words, None, None, ())


@given(one=st.dates(date(2021, 1, 1), date(2029, 12, 31)))
def test_a_full_date_is_found_however_it_is_written(one):
    for words in (
        one.isoformat(),
        f"{one.day} {one:%B} {one.year}",
        f"{one:%A} {one.day} {one:%B} {one.year}",
        f"{one:%a}, {one.day} {one:%b} {one.year}",
        f"{one:%B} {one.day}, {one.year}",
        f"{one.day}-{one:%b}-{one.year}",
        f"{one.day}{one:%b}{one.year}",
        f"{one.day}/{one:%b}/{one.year}",
        f"{one.year} {one:%B} {one.day}",
        f"{one.day} / {one.month:02} / {one.year}",
    ):
        [found] = find(f"done by {words}, all of it", date(2025, 2, 12))
        assert (found.words, found.day, found.assumed) == (words, one, False)


@given(text=SENTENCES, today=st.dates(date(2020, 1, 1), date(2040, 12, 31)), past=st.booleans())
def test_nothing_years_away_is_taken(text, today, past):
    for found in find(text, today, past=past):
        assert found.day is None or abs((found.day - today).days) <= 5 * 366


@given(one=st.dates(date(2021, 1, 1), date(2029, 12, 31)), weekday=st.integers(0, 6))
def test_a_weekday_that_does_not_agree_is_asked_about(one, weekday):
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[weekday]
    [found] = find(f"on {name} {one.day} {one:%B} {one.year}", date(2025, 2, 12))
    if one.weekday() == weekday:
        assert found.day == one
    else:
        assert found.span is None
        assert found.readings[0] == one
        assert {day.weekday() for day in found.readings[1:]} == {weekday}
        assert all(abs((day - one).days) < 7 for day in found.readings)


def test_a_cold_find_loads_neither_dateparser_nor_the_holidays():
    import subprocess
    import sys

    code = (
        "import sys, datetime; from plans.dates import find; "
        "find('done 5, by the end of March or the 4th; soon', datetime.date(2025, 2, 12)); "
        "print([name for name in ('dateparser', 'holidays', 'rapidfuzz') if name in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r"\[\]\s*", printed)
