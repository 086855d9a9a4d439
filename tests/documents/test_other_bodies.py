"""Plans of other bodies than prisons in England: the same kind of table under other headings. The bodies and all their
sentences are made up here."""

from dataclasses import replace
from datetime import date

import pytest

from documents.draft import Grid, Line, PlanDraft
from documents.reading import draft_of
from documents.unreadable import Unreadable
from tests.documents.grids import grid, table

TODAY = date(2026, 1, 1)


def read(made: Grid, prison: str | None = None) -> PlanDraft:
    return draft_of(made, "plan.docx", today=TODAY, prison=prison)


def facts(draft: PlanDraft) -> list[tuple[str, str | None, str, list[str], str | None]]:
    return [(one.ref, one.step, one.text, one.owners, one.target.printed) for one in draft.actions]


def test_a_health_trusts_plan_for_its_regulator() -> None:
    draft = read(
        grid(
            table(
                1,
                ("Regulation", "How the regulation was not met", "Action required", "Lead", "Completion date", "RAG"),
                ("Regulation 12: Safe care", "Wards had ligature points.", "Audit every ward.", "Head of Estates", "31 March 2025", "Amber"),
                ("^", "^", "Train all ward staff.", "Director of Nursing", "30 June 2025", "Green"),
                ("Regulation 17: Governance", "Audits led to no change.", "Tell the board.", "Medical Director", "May 2025", "Red"),
            ),
            table(2, ("RAG", "Meaning"), ("Red", "Overdue"), ("Amber", "At risk")),
            table(3, ("Name", "Role", "Phone"), ("A. Sample", "Ward manager", "01234 567890")),
            prose=("Meadowbank NHS Foundation Trust", "CQC Action Plan", "Date of inspection: 4 March 2025"),
        )
    )  # fmt: skip

    assert facts(draft) == [
        ("1", "1", "Audit every ward.", ["Head of Estates"], "31 March 2025"),
        ("1", "2", "Train all ward staff.", ["Director of Nursing"], "30 June 2025"),
        ("2", None, "Tell the board.", ["Medical Director"], "May 2025"),
    ]
    assert [one.theme for one in draft.actions] == ["Regulation 12", "Regulation 12", "Regulation 17"]
    assert draft.actions[1].recommendation == "Wards had ligature points."
    assert (draft.prison, draft.title, draft.inspected) == ("", "CQC Action Plan", (date(2025, 3, 4), date(2025, 3, 4)))
    assert (draft.unread, draft.failed) == ([], [])


def test_a_plan_that_numbers_nothing_is_numbered_in_order_and_says_so_once() -> None:
    rows = [(f"Improve assessment {n}.", f"Hold workshop {n}.", "Quality Lead", "May 2025", "Audits") for n in range(3)]
    head = ("Recommendation", "What we will do", "Who", "By when", "How will we know")
    draft = read(
        grid(table(1, head, *rows), prose=("Westshire Youth Offending Team", "Improvement plan")), prison="Westshire"
    )

    assert [one.ref for one in draft.actions] == ["1", "2", "3"]
    assert [one.flags for one in draft.actions] == [
        ["the document prints no numbers: its rows are numbered here in their order"], [], [],
    ]  # fmt: skip
    assert (draft.prison, draft.failed) == ("Westshire", [])


def test_a_scottish_plan_whose_numbers_lead_the_recommendations() -> None:
    draft = read(
        grid(
            table(
                1,
                ("Recommendation", "Action", "Owner", "Timescale", "Progress"),
                ("Recommendation 1.2: Offer more time outdoors.", "Review the regime.", "Governor in Charge", "May 2025", "Begun"),
                ("Recommendation 1.3: Keep cells clean.", "Clean every hall.", "Head of Operations", "March 2025", ""),
                ("", "Check cells weekly.", "Residential Manager", "June 2025", ""),
                ("Recommendations 2.1 to 2.3: Train staff.", "Publish a training plan.", "Head of HR", "May 2025", ""),
            ),
            prose=("HMP Glenexample", "Action plan in response to the inspection of 5 to 16 February 2024"),
        )
    )  # fmt: skip

    assert facts(draft) == [
        ("1.2", None, "Review the regime.", ["Governor in Charge"], "May 2025"),
        ("1.3", "1", "Clean every hall.", ["Head of Operations"], "March 2025"),
        ("1.3", "2", "Check cells weekly.", ["Residential Manager"], "June 2025"),
        ("2.1", None, "Publish a training plan.", ["Head of HR"], "May 2025"),
    ]
    assert draft.actions[0].recommendation == "Offer more time outdoors."
    assert draft.actions[3].flags == ["one row answers 2.1 to 2.3; it is numbered 2.1"]
    assert draft.inspected == (date(2024, 2, 5), date(2024, 2, 16))


def test_recommendations_printed_over_the_rows_that_answer_them() -> None:
    draft = read(
        grid(
            table(
                1,
                ("Action", "Owner", "Timescale"),
                ("!Recommendation 1.2: Offer more time outdoors.", "", ""),
                ("Review the regime.", "Governor", "May 2025"),
                ("Buy coats.", "Head of Operations", "June 2025"),
                ("!Recommendation 1.3: Keep cells clean.", "", ""),
                ("Clean every hall.", "Head of Operations", "March 2025"),
            )
        )
    )

    assert [(one.ref, one.step, one.recommendation) for one in draft.actions] == [
        ("1.2", "1", "Offer more time outdoors."),
        ("1.2", "2", "Offer more time outdoors."),
        ("1.3", None, "Keep cells clean."),
    ]


def test_a_care_homes_questions_are_columns_too() -> None:
    head = (
        "What needs to improve?", "What are we going to do?", "Who will do it?", "When will it be done by?",
        "How will we know it has worked?", "Status",
    )  # fmt: skip
    draft = read(
        grid(
            table(
                1, head, ("Medicines were late.", "Audit rounds.", "Registered Manager", "31/03/2025", "Audit", "Open")
            )
        )
    )

    assert facts(draft) == [("1", None, "Audit rounds.", ["Registered Manager"], "31/03/2025")]
    assert draft.actions[0].recommendation == "Medicines were late."


def test_a_fire_plan_with_owner_and_date_in_one_column() -> None:
    draft = read(
        grid(
            table(
                1,
                ("No", "Deficiency", "Article", "Remedial action", "Responsible person / Completion date", "Priority"),
                ("1", "Doors were damaged.", "14", "Replace the doors.", "Head of Estates|31 March 2025", "High"),
                ("2", "No drill was held.", "15", "Hold drills.", "Governor, June 2025 and quarterly", "Low"),
                ("3", "The alarm failed.", "13", "Mend the panel.", "GFSL", "High"),
            )
        )
    )

    assert facts(draft) == [
        ("1", None, "Replace the doors.", ["Head of Estates"], "31 March 2025"),
        ("2", None, "Hold drills.", ["Governor"], "June 2025 and quarterly"),
        ("3", None, "Mend the panel.", ["GFSL"], None),
    ]


def test_who_leads_comes_before_who_supports() -> None:
    head = ("No", "Issue", "Actions", "Support", "Lead", "Timescale", "Evidence", "")
    draft = read(
        grid(
            table(
                1,
                head,
                ("1", "Cold food.", "Heat it.", "Catering Manager", "Head of Residence", "May 2025", "Log", "x"),
            )
        )
    )

    assert facts(draft) == [("1", None, "Heat it.", ["Head of Residence", "Catering Manager"], "May 2025")]


def test_a_header_of_two_rows_and_the_date_that_counts() -> None:
    draft = read(
        grid(
            table(
                1,
                ("Ref", "Concern", "Our response", "", "Target date", ""),
                ("", "", "Action", "Lead", "Original", "Revised"),
                ("1.1", "Cold food.", "Heat it.", "Head of Residence", "May 2025", "July 2025"),
                ("1.2", "Few phones.", "Fit phones.", "Governor", "May 2025", ""),
            )
        )
    )

    assert [(one.ref, one.owners, one.target.printed) for one in draft.actions] == [
        ("1.1", ["Head of Residence"], "July 2025"),
        ("1.2", ["Governor"], "May 2025"),
    ]


def test_what_cannot_be_mapped_is_said_with_the_columns_found() -> None:
    with pytest.raises(Unreadable) as refused:
        read(grid(table(1, ("Domain", "RAG", "Comment"), ("Safety", "Red", "Poor"), ("Respect", "Green", "Good"))))

    assert str(refused.value) == (
        "I could not read plan.docx: I found a table with the columns “Domain”, “RAG”, “Comment”: none names an action"
        " with an owner or a date."
    )


def test_rows_like_actions_under_no_header_are_never_passed_over_in_silence() -> None:
    plan = table(1, ("No", "Action", "Owner", "Date"), ("1", "Paint.", "Governor", "May 2025"))
    headed = table(2, ("What", "When"), ("7. Mend the showers on all wings", "April 2025"))
    bare = table(3, ("8", "Mend the roof of the gym", "April 2025"))
    draft = read(grid(plan, headed, bare))

    assert [(one.where, one.text, one.why) for one in draft.unread] == [
        (
            "table 2, row 2", "7. Mend the showers on all wings | April 2025",
            "its columns (“What”, “When”) name no action with an owner or a date",
        ),
        (
            "table 3, row 1", "8 | Mend the roof of the gym | April 2025",
            "its table has no header that names actions, owners and dates",
        ),
    ]  # fmt: skip
    assert draft.failed == ["2 rows or cells could not be read"]


def test_a_name_given_for_a_body_no_list_knows_is_taken_and_a_slip_for_one_is_asked_about() -> None:
    made = grid(
        table(1, ("No", "Action", "Owner", "Date"), ("1", "Paint.", "Governor", "May 2025")), prose=("Action plan",)
    )

    assert read(made).prison == ""
    assert read(made, prison="Sunny Bank House").prison == "Sunny Bank House"
    assert read(made, prison="Rochestr").failed == ["I know no prison “Rochestr”: is it Rochester?"]


def over(made: Grid, *lines: tuple[int, str]) -> Grid:
    """The grid with lines printed over its tables."""
    return replace(made, prose=(*made.prose, *(Line(words, over=table) for table, words in lines)))


def test_a_recommendation_printed_over_each_table_is_what_its_rows_answer() -> None:
    head = ("What will we do?", "Who?", "By when?", "How will we know?")
    made = over(
        grid(
            table(1, head, ("Invite health staff.", "Chair", "May 2025", ""), ("Meet weekly.", "Manager", "June 2025", "")),
            table(2, head, ("Train all staff.", "Manager", "July 2025", "")),
        ),
        (1, "Improvement plan"), (1, "Recommendation 3"), (1, "The board should review who sits on it."),
        (2, "Recommendation 12: Assessments should be better."),
    )  # fmt: skip

    assert [(one.ref, one.step, one.recommendation) for one in read(made).actions] == [
        ("3", "1", "The board should review who sits on it."),
        ("3", "2", "The board should review who sits on it."),
        ("12", None, "Assessments should be better."),
    ]


def test_a_section_printed_over_each_table_is_the_theme_of_its_rows() -> None:
    head = ("Ref", "Concern¹", "Action taken/planned²", "Owner*", "Target date")
    made = over(
        grid(
            table(1, head, ("1.1", "Cold food.", "Heat it.", "Governor", "May 2025")),
            table(2, head, ("1.2", "Few phones.", "Fit phones.", "Governor", "June 2025")),
        ),
        (1, "ESTABLISHMENT: HMP EXAMPLETON"), (1, "Daily life"), (2, "Family ties"),
    )  # fmt: skip

    assert [(one.ref, one.theme, one.recommendation) for one in read(made).actions] == [
        ("1.1", "Daily life", "Cold food."), ("1.2", "Family ties", "Few phones."),
    ]  # fmt: skip


def test_what_stands_over_a_lone_table_is_no_theme() -> None:
    made = over(grid(table(1, ("No", "Action", "Owner", "Date"), ("1", "Paint.", "Governor", "May 2025"))), (1, "Plan"))

    assert [one.theme for one in read(made).actions] == [None]


def test_abbreviated_headings_and_what_is_binding_beside_what_was_said() -> None:
    head = ("Reg.", "Must do / Should do", "What the regulator said", "Action we are taking", "Lead", "Completion date")
    made = grid(table(1, head, ("Reg 12", "MUST", "Fridges were warm.", "Buy fridges.", "Matron", "May 2025")))

    (only,) = read(made).actions
    assert (only.theme, only.recommendation, only.text) == ("Reg 12", "Fridges were warm.", "Buy fridges.")


def test_good_practice_is_numbered_beside_recommendations() -> None:
    head = ("Recommendation", "Action", "Owner", "Timescale")
    made = grid(
        table(
            1, head,
            ("Recommendation 12: Replace beds.", "Buy beds.", "Governor", "By end of financial year"),
            ("Good practice 3: Peer mentors.", "Tell others.", "Governor", "May 2025"),
        ),
        prose=("HMP Glenexample", "Action plan in response to the inspection of 5 to 16 February 2024"),
    )  # fmt: skip

    actions = read(made).actions
    assert [(one.ref, one.recommendation) for one in actions] == [("12", "Replace beds."), ("3", "Peer mentors.")]
    assert actions[0].target.due == date(2024, 3, 31)  # the one that follows the inspection, not today


def test_owners_of_two_columns_are_never_run_into_one_name() -> None:
    head = ("No", "Finding", "Action", "Exec lead", "SRO", "Operational lead", "Start", "End")
    draft = read(
        grid(
            table(
                1,
                head,
                ("1", "Cold food.", "Heat it.", "Medical Director", "", "Service Manager", "May 2025", "June 2025"),
            )
        )
    )

    assert facts(draft) == [("1", None, "Heat it.", ["Service Manager", "Medical Director"], "June 2025")]


def test_dates_that_repeat_the_numerals_of_their_steps_are_dates() -> None:
    draft = read(
        grid(
            table(
                1,
                ("Requirement", "Actions to be taken", "Person responsible", "Date to be completed"),
                ("Records must be kept.", "1. Read them.|2. Train staff.", "Registered Manager", "1. 01.07.25|2. 15.08.25"),
            )
        )
    )  # fmt: skip

    assert [(one.step, one.target.printed) for one in draft.actions] == [("1", "01.07.25"), ("2", "15.08.25")]


def test_a_cause_of_concern_printed_across_the_table_is_what_the_rows_below_answer() -> None:
    draft = read(
        grid(
            table(
                1,
                ("Cause of concern 1: Force is not overseen.", "", "", ""),
                ("Tasks", "Accountable", "Deadline", "Status"),
                ("Set up a panel.", "Chief Inspector", "31 May 2025", "Open"),
                ("Cause of concern 2: Detainees wait.", "", "", ""),
                ("Agree a target.", "Superintendent", "30 June 2025", "Open"),
            )
        )
    )

    assert [(one.ref, one.recommendation, one.text) for one in draft.actions] == [
        ("1", "Force is not overseen.", "Set up a panel."),
        ("2", "Detainees wait.", "Agree a target."),
    ]


def test_short_milestones_below_one_another_have_no_heading_among_them() -> None:
    draft = read(
        grid(
            table(
                1,
                ("Ref", "Recommendation", "Milestones", "Lead", "Due"),
                ("R1", "Agree priorities.", "Draft to Cabinet|Consult residents|Adopt at Council", "Head of Policy", "May 2025"),
            )
        )
    )  # fmt: skip

    (made,) = draft.actions
    assert (made.heading, made.text) == (None, "Draft to Cabinet Consult residents Adopt at Council")


def test_good_practice_needs_no_response() -> None:
    draft = read(
        grid(
            table(
                1,
                ("QI", "Recommendation", "Accepted / Not accepted", "Action", "Owner", "Timescale"),
                ("1.3", "Cells should be fit to live in.", "Accepted", "Paint them.", "Head of Operations", "May 2025"),
                ("9.1", "The visits hub is good practice.", "N/A", "Share it.", "Head of Operations", "May 2025"),
            )
        )
    )

    assert [(one.ref, one.response) for one in draft.actions] == [("1.3", "agreed"), ("9.1", None)]
    assert draft.failed == []


def test_whoever_supports_in_a_column_of_their_own_is_a_party_of_their_own() -> None:
    head = ("ID", "Issue", "Agreed action", "Lead", "Support", "Timescale")
    draft = read(grid(table(1, head, ("1", "Harm.", "Meet weekly.", "Head of Safety", "Psychology", "June 2025"))))

    assert draft.actions[0].owners == ["Head of Safety", "Psychology"]
    assert draft.actions[0].owner_cell == "Head of Safety; Psychology"


def test_the_day_an_issue_was_raised_is_no_number_of_it() -> None:
    head = ("Date raised", "Issue", "Agreed action", "Assigned to", "Due")
    rows = [
        ("01/02/2025", "Gate broken", "Mend it.", "Governor", "14/02/2025"),
        ("03.02.2025", "No light", "Mend it.", "Governor", "15/02/2025"),
    ]
    draft = read(grid(table(1, head, *rows)))  # fmt: skip

    assert [one.ref for one in draft.actions] == ["1", "2"]


def test_a_priority_printed_across_the_table_parts_its_rows() -> None:
    draft = read(
        grid(
            table(
                1,
                ("Priority 1: Leadership", "", ""),
                ("What we will do", "Responsible officer", "By when"),
                ("Publish a vision.", "Director of People", "May 2025"),
                ("Priority 2: Practice", "", ""),
                ("Audit cases.", "Head of Quality", "June 2025"),
            )
        )
    )

    assert [(one.ref, one.recommendation, one.text) for one in draft.actions] == [
        ("1", "Leadership", "Publish a vision."),
        ("2", "Practice", "Audit cases."),
    ]
