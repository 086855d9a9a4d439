"""What target cells mean (DESIGN section 2, "Meanings")."""

from datetime import date

import pytest

from plans.targets import Target, read_target, start_in_text

TODAY = date(2025, 2, 12)


def meaning(cell: str | None) -> tuple[date | None, date | None, str | None, bool, str]:
    target = read_target(cell, TODAY)
    return target.starts, target.due, target.recurrence, target.standing, target.status


OCTOBER = date(2021, 10, 1), date(2021, 10, 31)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("October 2021", (None, OCTOBER[1], None, False, "not_started")),
        ("February 2024", (None, date(2024, 2, 29), None, False, "not_started")),
        ("Mar-21", (None, date(2021, 3, 31), None, False, "not_started")),
        ("31 January 2020", (None, date(2020, 1, 31), None, False, "not_started")),
        ("31/03/2021", (None, date(2021, 3, 31), None, False, "not_started")),
        ("5/6/2025", (None, date(2025, 6, 5), None, False, "not_started")),
        ("By October 2021", (None, OCTOBER[1], None, False, "not_started")),
        ("End of October 2021", (None, OCTOBER[1], None, False, "not_started")),
        ("From October 2021", (OCTOBER[0], None, None, False, "not_started")),
        ("Commence October 2021", (OCTOBER[0], None, None, False, "not_started")),
        ("Commencing in October 2021", (OCTOBER[0], None, None, False, "not_started")),
        ("October 2021 and monthly", (None, OCTOBER[1], "monthly", False, "not_started")),
        ("October 2021 and quarterly thereafter", (None, OCTOBER[1], "quarterly", False, "not_started")),
        ("October 2021 and ongoing", (None, OCTOBER[1], None, True, "not_started")),
        ("October 2021 (subject to funding)", (None, OCTOBER[1], None, False, "not_started")),
        ("June 2021 revised to October 2021", (None, OCTOBER[1], None, False, "not_started")),
        ("August to October 2021", (None, OCTOBER[1], None, False, "not_started")),
        ("Completed", (None, None, None, False, "done")),
        ("Complete", (None, None, None, False, "done")),
        ("completed.", (None, None, None, False, "done")),
        ("Completed June 2021", (None, None, None, False, "done")),
        ("Completed and ongoing", (None, None, None, True, "sustained")),
        ("Completed and Ongoing", (None, None, None, True, "sustained")),
        ("Complete & on-going", (None, None, None, True, "sustained")),
        ("Completed/ongoing", (None, None, None, True, "sustained")),
        ("Completed by October 2025", (None, date(2025, 10, 31), None, False, "not_started")),
        ("In place by October 2025", (None, date(2025, 10, 31), None, False, "not_started")),
        ("Dec 22", (None, date(2022, 12, 31), None, False, "not_started")),
        ("Ongoing", (None, None, None, True, "in_progress")),
        ("", (None, None, None, False, "not_started")),
        (None, (None, None, None, False, "not_started")),
    ],
)
def test_a_target_cell(cell: str | None, meant: tuple[object, ...]) -> None:
    assert meaning(cell) == meant


@pytest.mark.parametrize(
    "cell",
    [
        "TBC",
        "Immediately",
        "when funded",
        "31 September 2021",
        "See above",
        "Not completed",
        "Completed in part",
        "Closed pending review",
    ],
)
def test_a_cell_without_a_date_says_so_and_guesses_nothing(cell: str) -> None:
    target = read_target(cell, TODAY)

    assert (target.starts, target.due, target.status) == (None, None, "not_started")
    assert cell in (target.problem or "")


def test_the_printed_words_are_kept_with_their_white_space_folded() -> None:
    assert read_target("October \n 2021 ", TODAY).printed == "October 2021"
    assert read_target("  ", TODAY) == Target(None)


@pytest.mark.parametrize(
    ("text", "due", "starts"),
    [
        ("Commencing in September 2024, review it.", date(2025, 1, 31), date(2024, 9, 1)),
        ("Commencing development in October, train them.", date(2025, 3, 31), date(2024, 10, 1)),
        ("Working with them from October 2024, train staff.", date(2025, 3, 31), date(2024, 10, 1)),
        ("A package will commence in October 2024.", date(2025, 3, 31), None),
        ("Commencing in October, train them.", None, None),
        ("Reports from October 2026 on.", date(2025, 3, 31), None),
        ("Learning from March 1999, train them.", date(2025, 3, 31), None),
        ("Learning from May 0000, train them.", date(2025, 3, 31), None),
        ("Feedback from the meeting.", date(2025, 3, 31), None),
    ],
)
def test_a_start_in_the_text(text: str, due: date | None, starts: date | None) -> None:
    assert start_in_text(text, due) == starts
