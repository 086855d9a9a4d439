"""What turns red in the next digest, told the working day before it."""

from dataclasses import replace
from datetime import date

from plans.digest.drafting import drafted
from plans.messages import Drafted
from tests.digests import a_digest, a_line

TUESDAY, BEFORE = date(2025, 2, 4), date(2025, 1, 28)


def test_what_will_be_red_and_was_not_in_the_digest_before_is_named() -> None:
    before = a_digest()
    was_green = tuple(
        replace(line, colour="green") if line.ref in ("1", "4") else line for line in before.lines
    )  # fmt: skip
    told = drafted(replace(a_digest(), draft=True), replace(before, lines=was_green))
    assert told == Drafted("HMP Rochester", "rochester", TUESDAY, total=26, overdue=18, reddens=("1", "4"))


def test_before_the_first_digest_it_is_told_from_how_the_lines_stood_a_week_ago() -> None:
    # By hand: 1, 4, 11, 14, 22 and 26 were due on 31 January, after Tuesday 28 January.
    told = drafted(replace(a_digest(), draft=True, before=None), None)
    assert told.reddens == ("1", "4", "11", "14", "22", "26")


def test_what_is_blocked_or_waits_for_confirmation_turns_red_on_its_own_day() -> None:
    far = date(2025, 9, 30)
    lines = [
        a_line("16", status="blocked", due=far, since=date(2025, 1, 30), colour="red"),  # since
        a_line("18", status="blocked", due=far, since=date(2025, 1, 20), colour="red"),  # red a week ago too
        a_line("20", status="reported", due=far, since=date(2025, 1, 6), colour="red"),  # 20 working days: 3 February
        a_line("21", status="reported", due=far, since=date(2024, 12, 30), colour="red"),  # 28 January
    ]
    told = drafted(replace(a_digest(lines), draft=True, before=None), None)
    assert told.reddens == ("16", "20")
