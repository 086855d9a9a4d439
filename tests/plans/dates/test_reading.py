"""Date phrases: what each means, said on Wednesday 12 February 2025 unless a row says otherwise."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.dates import ImpossibleDay, read

TODAY = date(2025, 2, 12)

DAYS = {
    "2025-02-15": "2025-02-15",
    "15/2": "2025-02-15",
    "14/3": "2025-03-14",
    "11/2": "2026-02-11",
    "15/02/2025": "2025-02-15",
    "05/06/2025": "2025-06-05",
    "15.2.25": "2025-02-15",
    "15-02-2025": "2025-02-15",
    "31 January 2020": "2020-01-31",
    "31-Mar-25": "2025-03-31",
    "1st April 2025": "2025-04-01",
    "the 1st of April": "2025-04-01",
    "15 Feb 25": "2025-02-15",
    "Aug 31 2009": "2009-08-31",
    "August 31, 2009": "2009-08-31",
    "Feb 28": "2025-02-28",
    "April 5th": "2025-04-05",
    "today": "2025-02-12",
    "tomorrow": "2025-02-13",
    "yesterday": "2025-02-11",
    "Friday": "2025-02-14",
    "Wednesday": "2025-02-12",
    "this Friday": "2025-02-14",
    "next Friday": "2025-02-21",
    "next Monday": "2025-02-17",
    "last Friday": "2025-02-07",
    "last Monday": "2025-02-10",
    "Tuesday week": "2025-02-25",
    "two weeks on Tuesday": "2025-03-04",
    "Friday 29 November 2024": "2024-11-29",
    "in two weeks": "2025-02-26",
    "two weeks from now": "2025-02-26",
    "in 30 days": "2025-03-14",
    "in two weeks' time": "2025-02-26",
    "a fortnight": "2025-02-26",
    "3 months ago": "2024-11-12",
    "within six months": "2025-08-12",
    "the 20th": "2025-02-20",
    "the 5th": "2025-03-05",
    "5th of next month": "2025-03-05",
    "mid Feb": "2025-02-15",
    "mid-March 2021": "2021-03-15",
    "middle of next month": "2025-03-15",
    "end of March": "2025-03-31",
    "end of February 2024": "2024-02-29",
    "end of the month": "2025-02-28",
    "end of the year": "2025-12-31",
    "end of next week": "2025-02-23",
    "EOM": "2025-02-28",
    "end of Q1 2025": "2025-03-31",
    "start of June": "2025-06-01",
    "beginning of October 2024": "2024-10-01",
    "end of the financial year": "2025-03-31",
    "Easter": "2025-04-20",
    "Christmas 2024": "2024-12-25",
}
STRETCHES = {
    "March": ("2025-03-01", "2025-03-31"),
    "February": ("2025-02-01", "2025-02-28"),
    "Jan": ("2026-01-01", "2026-01-31"),
    "Sept 2024": ("2024-09-01", "2024-09-30"),
    "Mar-21": ("2021-03-01", "2021-03-31"),
    "Mar 21": ("2021-03-01", "2021-03-31"),
    "Oct '24": ("2024-10-01", "2024-10-31"),
    "October 2024": ("2024-10-01", "2024-10-31"),
    "2024-10": ("2024-10-01", "2024-10-31"),
    "10/2024": ("2024-10-01", "2024-10-31"),
    "last March": ("2024-03-01", "2024-03-31"),
    "Q1 2025": ("2025-01-01", "2025-03-31"),
    "Q4": ("2025-10-01", "2025-12-31"),
    "first quarter of 2026": ("2026-01-01", "2026-03-31"),
    "quarter 2 2024": ("2024-04-01", "2024-06-30"),
    "Q1 2024/25": ("2024-04-01", "2024-06-30"),
    "Q4 2024/25": ("2025-01-01", "2025-03-31"),
    "financial Q1 2025": ("2025-04-01", "2025-06-30"),
    "2024/25": ("2024-04-01", "2025-03-31"),
    "financial year 2024-25": ("2024-04-01", "2025-03-31"),
    "next financial year": ("2025-04-01", "2026-03-31"),
    "2026": ("2026-01-01", "2026-12-31"),
    "spring 2025": ("2025-03-01", "2025-05-31"),
    "summer": ("2025-06-01", "2025-08-31"),
    "winter": ("2024-12-01", "2025-02-28"),
    "winter 2024": ("2024-12-01", "2025-02-28"),
    "this month": ("2025-02-01", "2025-02-28"),
    "next month": ("2025-03-01", "2025-03-31"),
    "last month": ("2025-01-01", "2025-01-31"),
    "this week": ("2025-02-10", "2025-02-16"),
    "next week": ("2025-02-17", "2025-02-23"),
    "this quarter": ("2025-01-01", "2025-03-31"),
    "next quarter": ("2025-04-01", "2025-06-30"),
    "last year": ("2024-01-01", "2024-12-31"),
    "the next 30 days": ("2025-02-12", "2025-03-14"),
    "next two weeks": ("2025-02-12", "2025-02-26"),
    "last 7 days": ("2025-02-05", "2025-02-12"),
    "next fortnight": ("2025-02-12", "2025-02-26"),
    "rest of the month": ("2025-02-12", "2025-02-28"),
    "early March": ("2025-03-01", "2025-03-10"),
    "late March": ("2025-03-21", "2025-03-31"),
    "January to March 2021": ("2021-01-01", "2021-03-31"),
    "Jan-Mar 2025": ("2025-01-01", "2025-03-31"),
    "1-15 March 2025": ("2025-03-01", "2025-03-15"),
    "November to February": ("2024-11-01", "2025-02-28"),
    "March to January 2021": ("2020-03-01", "2021-01-31"),
    "November to January 2026": ("2025-11-01", "2026-01-31"),
    "w/c 3 March": ("2025-03-03", "2025-03-09"),
    "week commencing 3 March": ("2025-03-03", "2025-03-09"),
}
NOT_DATES = [
    "", "overdue", "5.13", "5.12", "3-6", "12", "1=1", "2iii", "45 March", "2/15/2025", "15/13/2025", "31/31", "99999",
    "March flibber", "Friday 28 November 2024", "next", "the", "in", "of", "completed", "TBC", "²/²", "1.1", "a", "to",
    "to March", "March to", "0 March", "2025-13", "end of Friday", "- -", "'", "q", "q9",
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), DAYS.items())
def test_a_phrase_for_one_day(words, expected):
    span = read(words, TODAY)
    assert span is not None
    assert (span.first.isoformat(), span.last.isoformat()) == (expected, expected)


@pytest.mark.parametrize(("words", "expected"), STRETCHES.items())
def test_a_phrase_for_a_stretch_of_days(words, expected):
    span = read(words, TODAY)
    assert span is not None
    assert (span.first.isoformat(), span.last.isoformat()) == expected


@pytest.mark.parametrize("words", NOT_DATES)
def test_what_is_not_a_date_phrase_is_not_read_as_one(words):
    assert read(words, TODAY) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("January", "2025-01-31"),
        ("February", "2025-02-28"),
        ("March", "2024-03-31"),
        ("Friday", "2025-02-07"),
        ("the 20th", "2025-01-20"),
        ("14/3", "2024-03-14"),
        ("autumn", "2024-11-30"),
        ("Q4", "2024-12-31"),
    ],
)
def test_looking_back_a_phrase_without_year_is_the_one_just_gone(words, expected):
    span = read(words, TODAY, past=True)
    assert span is not None
    assert span.last.isoformat() == expected


@pytest.mark.parametrize(
    ("words", "suggestion"),
    [
        ("31 September", date(2025, 9, 30)),
        ("30 February 2025", date(2025, 2, 28)),
        ("29/02/2025", date(2025, 2, 28)),
        ("2025-11-31", date(2025, 11, 30)),
        ("31st of April", date(2025, 4, 30)),
    ],
)
def test_an_impossible_day_is_refused_with_the_nearest_one(words, suggestion):
    with pytest.raises(ImpossibleDay) as refused:
        read(words, TODAY)
    assert refused.value.suggestion == suggestion


@pytest.mark.parametrize(
    ("words", "assumed"),
    [
        ("March 2025", ()),
        ("March", ("year",)),
        ("mid Feb 2025", ("mid",)),
        ("Mar 21", ("month and year",)),
        ("Q1 2025", ("calendar quarter",)),
        ("Q1 2024/25", ()),
        ("next Friday", ("next",)),
    ],
)
def test_what_the_words_leave_open_is_named(words, assumed):
    span = read(words, TODAY)
    assert span is not None
    assert span.assumed == assumed


ANY_DAY = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@given(one=ANY_DAY, today=ANY_DAY)
def test_every_full_date_reads_back_whatever_today_is(one, today):
    for written in (
        one.isoformat(),
        f"{one.day}/{one.month}/{one.year}",
        f"{one:%A} {one.day} {one:%B} {one.year}",
    ):
        span = read(written, today)
        assert span is not None
        assert (span.first, span.last) == (one, one)


@given(one=ANY_DAY, today=ANY_DAY)
def test_a_day_and_month_without_year_is_within_a_year_on_either_side(one, today):
    if (one.month, one.day) == (2, 29):
        return
    words = f"{one.day} {one:%B}"
    ahead, behind = read(words, today), read(words, today, past=True)
    assert ahead is not None
    assert behind is not None
    assert timedelta() <= ahead.first - today <= timedelta(366)
    assert timedelta() <= today - behind.first <= timedelta(366)


@given(words=st.text(max_size=40), today=ANY_DAY)
def test_no_text_breaks_the_reader(words, today):
    try:
        span = read(words, today)
    except ImpossibleDay:
        return
    assert span is None or span.first <= span.last


WORDS = st.sampled_from(
    "the next last this end of mid early March Feb 2024 2024/25 24 5th Friday week month q1 to - in two a ago "
    "winter financial year 31 rest w/c from now today quarter third easter 9999-12-31".split()
)


@given(words=st.lists(WORDS, max_size=7).map(" ".join), today=ANY_DAY, past=st.booleans())
def test_no_row_of_date_words_breaks_the_reader(words, today, past):
    try:
        span = read(words, today, past=past)
    except ImpossibleDay:
        return
    assert span is None or span.first <= span.last
