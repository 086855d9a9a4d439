"""The list behind a number of a digest, read line by line."""

from dataclasses import replace
from datetime import date

from bot import plain
from plans.messages import Change
from tests.digests import PLAN, a_list

FRIDAY = date(2025, 1, 31)


def test_a_list_says_which_number_of_which_digest_it_is_behind():
    said = plain.render(a_list()).splitlines()
    assert said[0] == "HMP Rochester, digest 14 of Tuesday 4 February 2025: 18 actions are late."
    assert said[5].split() == "8 Operational Health Lead Governor 96 days late (31 October 2024)".split()
    assert len(said) == 19


def test_what_was_late_before_is_told_as_past():
    assert (
        plain.render(a_list(name="before_live"))
        .splitlines()[0]
        .endswith("18 actions were late already when the plan was loaded.")
    )


def test_and_where_an_action_is_another_by_now():
    said = plain.render(a_list(now=((5, "reported"), (9, "reported"), (8, "done"), (2, "done")), page=2, pages=3))
    assert said.endswith("Since then: 5 and 9 are reported; 8 is done.\nPage 2 of 3.")


def test_a_list_of_a_draft_of_a_theme_and_of_changes_say_so():
    assert "the draft of digest 14 of" in plain.render(replace(a_list(), digest=0))
    assert (
        plain.render(a_list(name="theme 2", theme="Culture"))
        .splitlines()[0]
        .endswith("18 actions of the theme Culture.")
    )
    confirmed = Change(
        5, PLAN, "5", "Invented", "confirm", FRIDAY, "Prison Group Director", from_status="reported", to_status="done"
    )
    assert plain.render(a_list(name="changes", total=1, lines=(), changes=(confirmed,))).splitlines() == [
        "HMP Rochester, digest 14 of Tuesday 4 February 2025: 1 change.",
        "5 Invented · 31 January · the Prison Group Director confirmed it (reported → done)",
    ]
