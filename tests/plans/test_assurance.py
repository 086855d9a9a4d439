"""What of a plan a judgement is about, against what was agreed by reading; where owners and inspectors disagree."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from documents.draft import PlanDraft
from documents.reading import read_document
from plans.assurance import Printed, Suggestion, Topic, contrast, is_of, rank, suggested, themes

PROTECTION = "Public Protection and Resettlement Planning"
BY_HAND = {
    "3.5": "Leadership",
    "3.11": "Safety",
    "3.18": "Safety",  # use of force is action 21's
    "3.24": "Security and Drug Strategy",
    "3.30": "Living Conditions",
    "3.37": "Culture",  # forums and the Fair Treatment meeting are action 5's
    "3.45": "Healthcare Provision",
    "3.54": "Healthcare Provision",  # medicines are action 10's; 18 only finds them a room
    "3.61": "Purposeful Activity",
    "3.67": "Purposeful Activity",
    "3.73": "Purposeful Activity",  # no action is about reading, but education is here and nowhere else
    "3.79": "Purposeful Activity",
    "3.87": PROTECTION,
}
"""By the paragraph of each of the 13 judgements of June 2025 the theme of the 2024 plan that it is about: agreed by
reading both, before the program was asked."""

ELSEWHERE = {
    "chelmsford-un-2021": {
        "3.5": {"Staff Culture and Leadership"},
        "3.11": {"Safety and Order"},
        "3.18": {"Safety and Order"},
        "3.24": {"Safety and Order"},
        "3.30": {"Decency"},
        "3.45": {"Decency"},
        "3.54": {"Decency"},
        "3.61": {"Regime"},
        "3.67": {"Regime"},
        "3.73": {"Regime"},
        "3.79": {"Regime"},
        "3.87": {"Reducing Reoffending and Resettlement"},
    },
    "rochester-2018": {
        "3.11": {"Safeguarding", "Managing behaviour"},
        "3.18": {"Managing behaviour"},
        "3.24": {"Security"},
        "3.30": {"Daily life"},
        "3.37": {"Equality, diversity and faith"},
        "3.45": {"Health, well-being and social care"},
        "3.54": {"Health, well-being and social care"},
        "3.61": {"Education, skills and work activities"},
        "3.67": {"Education, skills and work activities"},
        "3.73": {"Education, skills and work activities"},
        "3.79": {"Education, skills and work activities"},
        "3.87": {"Reducing risk, rehabilitation and progression"},
    },
    "maidstone-2023": {},
}
"""The same judgements against plans that they were not made of: what would be right, if anything is suggested."""


@cache
def draft(folder: Path, name: str) -> PlanDraft:
    return read_document((folder / f"{name}.txt").read_bytes(), name, today=date(2026, 1, 1))


def suggestions(folder: Path, plan: str) -> dict[str, Suggestion | None]:
    printed = [Printed(one.ref, one.theme, one.recommendation, one.text) for one in draft(folder, plan).actions]
    judged = draft(folder, "rochester-irp-2025").judgements
    return {one.paragraph or "": suggested(one.section, one.text, printed) for one in judged}


def test_every_judgement_of_june_2025_is_suggested_for_the_theme_that_was_agreed_by_reading(plans_dir: Path) -> None:
    found = suggestions(plans_dir, "rochester-un-2024")
    assert {paragraph: one and one.topic for paragraph, one in found.items()} == {
        paragraph: Topic(theme) for paragraph, theme in BY_HAND.items()
    }


def test_a_suggestion_says_why(plans_dir: Path) -> None:
    found = suggestions(plans_dir, "rochester-un-2024")
    assert [one.why for paragraph in ("3.24", "3.54") if (one := found[paragraph])] == [
        "its section is called Security", "both speak of medicine administration, care, health",
    ]  # fmt: skip


@pytest.mark.parametrize("plan", ELSEWHERE)
def test_nothing_is_suggested_that_is_wrong(plan: str, plans_dir: Path) -> None:
    right = ELSEWHERE[plan]
    for paragraph, one in suggestions(plans_dir, plan).items():
        assert one is None or one.topic.theme in right.get(paragraph, set()), (paragraph, one)


# --- by hand -------------------------------------------------------------------------------------------------------------

FORCE = Printed("1", "Use of force", "Too much force was used, and nobody looked at it.", "Look at every use of force.")
SAFE = Printed("2", "Safety", "Prisoners did not feel safe, and few said so.", "Ask prisoners each month.")
SAFE_TOO = Printed("3", "Safety", "The strategy was out of date and nobody had read it.", "Write a new strategy.")
ORDER = Printed("4", "Security and order", None, "Search more cells.")


def told(section: str | None, text: str, *plan: Printed) -> Topic | None:
    found = suggested(section, text, plan)
    return found and found.topic


def test_a_concern_is_known_by_its_words_before_its_section() -> None:
    words = "Prisoners did not feel safe and few said so."
    assert told("Use of force", words, FORCE, SAFE, SAFE_TOO) == Topic(ref="2")


def test_a_concern_that_a_whole_theme_answers_is_that_theme() -> None:
    both = (FORCE, Printed("5", "Use of force", FORCE.concern, "Wear cameras."), SAFE)
    assert told(None, FORCE.concern or "", *both) == Topic("Use of force")


def test_a_section_is_known_by_its_name_and_by_part_of_a_name_where_there_is_one() -> None:
    assert told("SAFETY", "Something else.", FORCE, SAFE, ORDER) == Topic("Safety")
    assert told("Security", "Something else.", FORCE, SAFE, ORDER) == Topic("Security and order")
    twice = Printed("6", "Security and drugs", None, "Search the post.")
    assert told("Security", "Something else.", ORDER, twice) is None


def test_where_two_themes_would_do_or_none_does_nothing_is_suggested() -> None:
    one = Printed("1", "Care", None, "Doctors see patients in the clinic each week.")
    other = Printed("2", "Welfare", None, "Nurses see patients in the clinic each day.")
    assert told("Health", "Patients waited long for the clinic.", one, other) is None
    assert told("Visits", "Families waited long at the gate.", FORCE, SAFE, ORDER) is None
    assert told("Visits", "Families waited.") is None
    assert told(None, "", FORCE) is None


def test_headings_that_name_no_subject_are_no_theme_to_match() -> None:
    key = Printed("1.1", "Key concerns", "The food was cold.", "Buy trolleys.")
    assert told("Key concerns", "Meals came late.", key) is None


def test_an_action_is_one_of_a_theme_or_of_one_concern() -> None:
    assert is_of(Topic("Safety"), ref="2", theme="Safety")
    assert not is_of(Topic("Safety"), ref="1", theme="Use of force")
    assert is_of(Topic(ref="2"), ref="2", theme="Safety")
    assert not is_of(Topic(ref="2"), ref="3", theme="Safety")
    assert not is_of(Topic(), ref="2", theme="")
    assert themes([FORCE, SAFE, SAFE_TOO]) == ("Use of force", "Safety")


@pytest.mark.parametrize(
    ("rating", "total", "said", "expected"),
    [
        ("insufficient progress", 2, 2, "over"),
        ("no meaningful progress", 4, 2, "over"),
        ("insufficient progress", 4, 1, ""),
        ("insufficient progress", 2, 0, ""),
        ("good progress", 3, 0, "under"),
        ("reasonable progress", 3, 0, "under"),
        ("good progress", 3, 1, ""),
        ("significant progress", 0, 0, ""),
    ],
)
def test_owners_and_inspectors_disagree_where_half_is_said_done_and_little_found_or_nothing_said_and_much_found(
    rating: str, total: int, said: int, expected: str
) -> None:
    assert contrast(rating, total=total, said=said) == expected


def test_ratings_are_ranked_the_worst_first() -> None:
    ranked = sorted(["Good progress", "insufficient progress", "odd", "No meaningful progress"], key=rank)
    assert ranked == ["No meaningful progress", "insufficient progress", "Good progress", "odd"]
