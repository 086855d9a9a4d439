"""Layouts that plans are published in, with rows made up here: pages break them, cells stay blank, steps share a cell."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.apart.kept import draft_of, facts_of
from documents.draft import ActionDraft, PlanDraft
from documents.reading import read_document
from documents.unreadable import Unreadable

TODAY = date(2026, 1, 1)
RESPONSES = "1. Rec. no\t2. Recommendation\t3. Agreed/ Partly Agreed/ Not Agreed\t4. Response Action Taken/Planned\t5. Responsible Owner\t6. Target Date"
CONCERNS = "1. Rec No\t2. Concerns\t3. Response Action Taken/Planned\t4. Responsible Owner\t5. Target Date"
THEMES = "Themes and Concerns\t#\tActions\tOwner(s)\tTarget Completion Date"


def read(*lines: str, title: str = "Action Plan: HMP Exampleton") -> PlanDraft:
    return read_document("\n".join([title, "", *lines]).encode(), "made-up.txt", today=TODAY)


def facts(draft: PlanDraft) -> list[tuple[str, str | None, str, list[str], str | None]]:
    return [(one.ref, one.step, one.text, one.owners, one.target.printed) for one in draft.actions]


# --- pages ---------------------------------------------------------------------------------------------------------

SENTENCES = st.lists(
    st.sampled_from(
        [
            "The wing will be painted.",
            "Staff (all bands) will be trained in 10.5 hours, e.g. at weekends.",
            "Kit will be bought; a log will be kept.",
            "Managers will check 5% of cells each week.",
        ]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(text=SENTENCES, concern=SENTENCES, data=st.data())
def test_wherever_a_page_breaks_a_row_the_action_reads_the_same(text: str, concern: str, data: st.DataObject) -> None:
    words = text.split()
    cut = data.draw(st.integers(1, len(words)))
    of = data.draw(st.integers(1, len(concern.split())))
    month_cut = data.draw(st.booleans())
    top = [" ".join(words[:cut]), " ".join(words[cut:])]
    asked = [" ".join(concern.split()[:of]), " ".join(concern.split()[of:])]
    when = ["September", "2018"] if month_cut and top[1] else ["September 2018", ""]

    draft = read(
        RESPONSES,
        "5.1\tBeds should be made.\tAgreed\tBeds will be made.\tGovernor\tJune 2018",
        f"5.2\t{asked[0]}\tAgreed\t{top[0]}\tHead of Safety\t{when[0]}",
        "",
        f"\t{asked[1]}\t\t{top[1]}\t\t{when[1]}",
        "5.3\tFood should be hot.\tAgreed\tFood will be hot.\tGovernor\tJune 2018",
    )

    assert facts(draft)[1] == ("5.2", None, text, ["Head of Safety"], "September 2018")
    assert draft.actions[1].recommendation == concern
    assert [one.ref for one in draft.actions] == ["5.1", "5.2", "5.3"]
    assert draft.unread == []


def test_a_tail_at_the_top_of_a_page_goes_back_and_the_rest_of_the_row_is_a_step() -> None:
    draft = read(
        RESPONSES,
        "5.1\tBeds should be made.\tAgreed\tBeds will be made on\tGovernor\tJune 2018",
        "",
        "\t\t\tMondays, by June 2018. Blankets will be bought.\t\tJuly 2018",
    )

    assert facts(draft) == [
        ("5.1", "1", "Beds will be made on Mondays, by June 2018.", ["Governor"], "June 2018"),
        ("5.1", "2", "Blankets will be bought.", ["Governor"], "July 2018"),
    ]


def test_a_broken_sentence_with_a_date_of_its_own_is_a_step_of_its_own() -> None:
    draft = read(
        RESPONSES,
        "5.1\tBeds should be made.\tAgreed\tBeds will be made. After that the\tGovernor\tJune 2018",
        "",
        "\t\t\tblankets will be bought.\t\tJuly 2018",
    )

    assert [one.text for one in draft.actions] == ["Beds will be made.", "After that the blankets will be bought."]


def test_an_owners_name_broken_by_a_page_is_one_owner() -> None:
    draft = read(
        RESPONSES,
        "5.1\tCare should be good.\tAgreed\tCare will be planned and\tGovernor/ Director Riverside NHS\tJune 2018",
        "",
        "\t\t\treviewed.\tFoundation Trust\t",
    )

    assert draft.actions[0].owners == ["Governor", "Director Riverside NHS Foundation Trust"]
    assert len(draft.actions) == 1


def test_a_header_repeated_on_each_page_is_no_action() -> None:
    row = "\t{}\tBeds will be made.\tGovernor\tJune 2024"
    draft = read(
        THEMES, "Decency" + row.format(1), "", "HMP Exampleton", "", THEMES, row.format(2), "", THEMES, row.format(3)
    )

    assert [(one.ref, one.theme) for one in draft.actions] == [("1", "Decency"), ("2", "Decency"), ("3", "Decency")]


def test_a_theme_that_runs_over_a_page_is_one_theme() -> None:
    draft = read(
        THEMES,
        "Decent Homes Improve the cells, which\t1\tBeds will be made.\tGovernor\tJune 2024",
        "",
        "are cold.\t2\tHeaters will be bought.\tGovernor\tJuly 2024",
        "Safer Custody Fewer fights.\t3\tStaff will be trained.\tGovernor\tJuly 2024",
    )

    assert [one.theme for one in draft.actions] == ["Decent Homes", "Decent Homes", "Safer Custody"]
    assert draft.actions[1].recommendation == "Improve the cells, which are cold."


# --- steps in one cell -------------------------------------------------------------------------------------------


def steps(action: str, owner: str, target: str) -> list[ActionDraft]:
    return read(CONCERNS, f"1.1\tBeds.\t{action}\t{owner}\t{target}").actions


def paragraphs(*words: str) -> str:
    return " ".join(f"<p>{each}</p>" for each in words)


def test_paragraphs_owners_and_dates_that_agree_in_number_pair_by_order() -> None:
    made = steps(
        paragraphs("Make beds.", "Buy sheets."),
        paragraphs("Governor", "Head of Safety"),
        paragraphs("May 2023", "June 2023"),
    )

    assert [(one.text, one.owners, one.target.printed) for one in made] == [
        ("Make beds.", ["Governor"], "May 2023"),
        ("Buy sheets.", ["Head of Safety"], "June 2023"),
    ]


def test_one_owner_serves_all_the_steps_of_a_cell() -> None:
    made = steps(paragraphs("Make beds.", "Buy sheets."), "Governor", paragraphs("May 2023", "June 2023"))

    assert [(one.owners, one.target.printed) for one in made] == [
        (["Governor"], "May 2023"),
        (["Governor"], "June 2023"),
    ]


def test_several_paragraphs_with_one_owner_and_date_are_one_action() -> None:
    made = steps(paragraphs("We have few beds.", "Beds will be bought."), "Governor", "May 2023")

    assert [(one.step, one.text) for one in made] == [(None, "We have few beds. Beds will be bought.")]


def test_what_cannot_be_paired_is_one_flagged_action_and_nothing_is_dropped() -> None:
    (made,) = steps(
        paragraphs("Make beds.", "Buy sheets.", "Wash sheets."),
        paragraphs("Governor", "Head of Safety"),
        paragraphs("May 2023", "June 2023"),
    )

    assert made.text == "Make beds. Buy sheets. Wash sheets."
    assert made.owners == ["Governor", "Head of Safety"]
    assert made.target.due is None
    assert "could not pair 3 actions with 2 owners and 2 dates" in made.flags


def test_list_items_stay_with_the_paragraph_above() -> None:
    made = steps(
        paragraphs("Buy:") + " <ul> <li>• sheets;</li> <li>• towels.</li> </ul> " + paragraphs("Wash them."),
        paragraphs("Governor", "Head of Safety"),
        paragraphs("May 2023", "June 2023"),
    )

    assert [one.text for one in made] == ["Buy: • sheets; • towels.", "Wash them."]


def test_owners_and_dates_may_follow_as_rows_of_their_own() -> None:
    draft = read(
        CONCERNS,
        f"1.1\tBeds.\t{paragraphs('Make beds.', 'Buy sheets.')}\t\t",
        "\t\t\tGovernor\tMay 2023",
        "\t\t\tHead of Safety\tJune 2023",
    )

    assert [(one.text, one.owners, one.target.printed) for one in draft.actions] == [
        ("Make beds.", ["Governor"], "May 2023"),
        ("Buy sheets.", ["Head of Safety"], "June 2023"),
    ]


def test_numerals_in_one_cell_are_steps_as_printed() -> None:
    made = steps(paragraphs("Bedding", "i) Make beds.", "ii) Buy sheets."), "Governor", "May 2023")

    assert [(one.step, one.heading, one.text) for one in made] == [
        ("i", "Bedding", "Make beds."),
        ("ii", "Bedding", "Buy sheets."),
    ]


def test_a_statement_with_an_owner_and_no_date_is_an_undated_step() -> None:
    (made,) = steps("We cannot buy beds.", "Governor", "")

    assert (made.target.printed, made.target.due, made.flags) == (None, None, ["no date is printed"])


# --- one cell to a line ------------------------------------------------------------------------------------------


def test_a_table_with_one_cell_to_a_line_reads_the_same() -> None:
    lines = [
        " \tTheme", "", "\tNo", "\tActions", "\tOwner(s)", "\tDate Due", "",
        "\tDecency", "", "\t1", "\tBedding", "i) [bookmark: _Hlk1]Beds will be", " made.", "", "\tHead of Safety and", "Governor", "", "\tMay 2023", "",
        "\t", "\t", "\tii) Sheets will be bought.", "\tGovernor", "\tCompleted and ongoing", "",
    ]  # fmt: skip
    draft = read(*lines)

    assert facts(draft) == [
        ("1", "i", "Beds will be made.", ["Head of Safety", "Governor"], "May 2023"),
        ("1", "ii", "Sheets will be bought.", ["Governor"], "Completed and ongoing"),
    ]
    assert draft.actions[1].target.status == "sustained"


# --- what is not an action ---------------------------------------------------------------------------------------


def test_definitions_and_totals_are_no_actions_and_totals_are_checked() -> None:
    draft = read(
        "Term\tDefinition\tAdditional comment",
        "Agreed\tAll of it can be done.\tSay how.",
        "",
        RESPONSES,
        "5.1\tBeds should be made.\tAgreed\tBeds will be made.\tGovernor\tJune 2018",
        "",
        "Recommendations\t",
        "Agreed\t2",
        "Total\t2",
    )

    assert len(draft.actions) == 1
    assert draft.failed == ["the document counts 2 agreed, 1 were read", "the document counts 2 total, 1 were read"]


def test_a_number_used_twice_fails_a_check() -> None:
    draft = read(THEMES, *["Decency\t1\tBeds will be made.\tGovernor\tJune 2024"] * 2)

    assert draft.failed == ["2 actions are numbered 1"]


def test_a_row_no_rule_fits_is_listed_with_the_reason() -> None:
    draft = read(THEMES, "Decency\tsee below\tBeds will be made.\tGovernor\tJune 2024")

    assert [(one.where, one.why) for one in draft.unread] == [("line 4", "“see below” is not a number of an action")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b"Dear all, here are the minutes.", "no table of actions"),
        (b"\x00\x01\x02\x03" * 100, "not a text file"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_one_clear_sentence(content: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_document(content, "minutes.txt", today=TODAY)

    assert said in str(refused.value)
    assert "minutes.txt" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_impossible_day_is_a_question_with_a_suggestion() -> None:
    (made,) = steps("Make beds.", "Governor", "31 September 2023")

    assert made.target.due is None
    assert "30 September" in " ".join(made.flags)


@pytest.mark.parametrize("begins", ["", "<html><title>HMP Exampleton action plan</title><table><tr><td>"])
def test_what_no_page_shows_and_no_database_holds_is_no_letter_of_a_plan(begins: str) -> None:
    plan = "\n".join([THEMES, "Decency\t1\tBeds\x00 will\x1f be\x7f made.\tGovernor\tJune 2024"])
    table = plan.replace("\t", "<td>").replace("\n", "<tr><td>") if begins else plan
    after = "<!--" + " " * 5000 + "-->" if begins else "\n" * 5000  # files are looked over at their beginning alone
    content = (begins + after + table).encode()

    draft = read_document(content, "x", today=TODAY, prison="Exampleton")

    assert [one.text for one in draft.actions] == ["Beds will be made."]


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        read_document(
            f"{THEMES}\nDecency\t1\t{text}\tGovernor\tJune 2024".encode(), "x.txt", today=TODAY, prison="Exampleton"
        )
    except Unreadable as refused:
        assert "x.txt" in str(refused)


# --- found by people who tried to break it -----------------------------------------------------------------------


def test_rows_without_full_stops_are_still_steps_of_their_own() -> None:
    draft = read(
        RESPONSES,
        "5.1\tBeds. (1)\tAgreed\tWe have few. Beds will be made\tGovernor\tJuly 2024",
        "\t\t\tSheets will be bought\tHead of Safety\tAugust 2024",
    )

    assert facts(draft) == [
        ("5.1", "1", "We have few. Beds will be made", ["Governor"], "July 2024"),
        ("5.1", "2", "Sheets will be bought", ["Head of Safety"], "August 2024"),
    ]


@pytest.mark.parametrize(
    "lone", ["\t\t\t\tDirector\t", "\t\t\t\tHead of Safety\t", "\t\t\t\t\tCompleted", "\t\t\tStaff will be trained\t\t"]
)
def test_a_lone_cell_of_an_action_heads_nothing(lone: str) -> None:
    draft = read(
        RESPONSES,
        "\tSafety\t\t\t\t",
        "5.1\tBeds. (1)\tAgreed\tBeds will be made.\tGovernor and Prison Group\tJuly 2024",
        "",
        lone,
        "5.2\tFood. (2)\tAgreed\tFood will be hot.\tGovernor\tJuly 2024",
    )

    assert {one.theme for one in draft.actions} == {"Safety"}


def test_a_section_heading_at_the_top_of_a_page_is_no_end_of_a_concern() -> None:
    draft = read(
        CONCERNS,
        "1.1\tFood was cold\tFood will be hot.\tGovernor\tMay 2023",
        "",
        "\tKey concerns\t\t\t",
        "1.2\tBeds.\tMake beds.\tGovernor\tMay 2023",
    )

    assert [one.theme for one in draft.actions] == [None, "Key concerns"]


def test_many_section_headings_do_not_change_the_layout() -> None:
    headings = ["\tSafety\t\t\t\t", "\tRespect\t\t\t\t", "\tActivity\t\t\t\t", "\tRelease\t\t\t\t"]
    rows = [f"5.{n}\tBeds. ({n})\tAgreed\tBeds will be made.\tGovernor\tJuly 2024" for n in range(1, 5)]
    draft = read(RESPONSES, *[line for pair in zip(headings, rows, strict=True) for line in pair])

    assert [one.theme for one in draft.actions] == ["Safety", "Respect", "Activity", "Release"]


def test_other_columns_are_passed_over_and_the_date_to_be_met_counts() -> None:
    draft = read(
        "Theme\tNo\tActions\tOwner\tStart date\tOriginal target date\tRevised target date\tRAG\tProgress",
        "Decency\t1\tMake beds.\tGovernor\tMay 2023\tJune 2023\tJuly 2023\tRed\tSome made.",
    )

    assert [one.target.printed for one in draft.actions] == ["July 2023"]


def test_a_numbered_step_without_owner_or_date_is_still_a_step() -> None:
    draft = read(THEMES, "Decency\t1\ti) Make beds.\tGovernor\tMay 2023", "\t\tii) Buy sheets.\t\t")

    assert [(one.step, one.owners, one.flags) for one in draft.actions] == [
        ("i", ["Governor"], []),
        ("ii", ["Governor"], ["no date is printed"]),
    ]


def test_a_wrapped_date_and_two_owners_lines_are_read_as_they_stand() -> None:
    (made,) = steps("Make beds.", paragraphs("Governor", "Serco"), paragraphs("September", "2024"))

    assert (made.owners, made.target.printed) == (["Governor", "Serco"], "September 2024")


def test_one_number_on_two_whole_rows_is_not_taken_for_a_page_break() -> None:
    row = "5.1\t{} (1)\tAgreed\t{} will be made.\tGovernor\tJuly 2024"
    draft = read(RESPONSES, row.format("Beds.", "Beds"), row.format("Food.", "Food"))

    assert draft.failed == ["2 actions are numbered 5.1"]


@pytest.mark.parametrize("name", ["Wormwood Scrubs", "Guys Marsh", "Channings Wood", "Five Wells", "Isle of Wight"])
def test_a_prisons_name_is_never_cut(name: str) -> None:
    draft = read(THEMES, "Decency\t1\tMake beds.\tGovernor\tMay 2023", title=f"HMP {name} Action Plan")

    assert draft.prison == name


def test_a_prison_called_the_mount_is_not_called_the() -> None:
    draft = read(THEMES, "Decency\t1\tMake beds.\tGovernor\tMay 2023", title="Action Plan: HMP The Mount")

    assert draft.prison == "Mount"


@pytest.mark.parametrize("cell", ["July 2024 and " * 8_000, "( " * 20_000, "Governor and " * 5_000])
def test_a_monstrous_cell_takes_no_time(cell: str) -> None:
    begun = time.process_time()
    steps("Make beds.", cell, cell)

    assert time.process_time() - begun < 20  # it took minutes before cells had a longest length


def test_a_title_in_a_paragraph_of_its_own_is_the_theme() -> None:
    draft = read(THEMES, "<p>Living conditions</p> <p>The cells were cold.</p>\t1\tMake beds.\tGovernor\tMay 2023")

    assert (draft.actions[0].theme, draft.actions[0].recommendation) == ("Living conditions", "The cells were cold.")


@pytest.mark.parametrize("cell", ["December", "Within six months", "By the end of the financial year"])
def test_a_date_without_a_year_is_a_question(cell: str) -> None:
    (made,) = steps("Make beds.", "Governor", cell)

    assert "names no year" in " ".join(made.flags)


def test_what_runs_along_the_top_of_pages_is_no_title_where_another_names_the_prison() -> None:
    row = "Decency\t1\tBeds will be made.\tGovernor\tJune 2024"
    draft = read("HMP Exampleton Urgent Notification Action Plan", THEMES, row, title="Example Service Action Plan")

    assert draft.title == "HMP Exampleton Urgent Notification Action Plan"
    assert (draft.prison, draft.kind) == ("Exampleton", "urgent_notification")


# --- columns that are not read ---------------------------------------------------------------------------------------


def test_the_columns_that_say_nothing_of_who_does_what_by_when_are_named() -> None:
    draft = read(
        "No\tAction\tOwner\tTarget date\tStatus\tRAG\tComments",
        "1\tBeds will be made.\tGovernor\tJune 2018\tDone\t\tSheets are on order.",
        "2\tFood will be hot.\tGovernor\tJune 2018\tLate\t\t",
    )

    assert draft.passed_over == ["Status", "Comments"]
    assert draft.failed == []
    assert draft_of(facts_of(draft)).passed_over == draft.passed_over


def test_the_update_column_of_an_export_is_not_a_column_passed_over() -> None:
    draft = read(
        "Updates as recorded by 2 June 2018",
        f"{CONCERNS}\tUpdate",
        "1\tBeds should be made.\tBeds will be made.\tGovernor\tJune 2018\tReported done.",
    )

    assert draft.passed_over == []


# --- a row without a number ------------------------------------------------------------------------------------------

NUMBERED = [f"{ref}\tConcern {ref}.\tWall {ref} will be painted.\tGovernor\tJune 2018" for ref in range(1, 6)]
UNNUMBERED = "\tConcern of its own.\tThe roof will be mended.\tHead of Safety\tJuly 2018"


def test_a_lone_row_without_a_number_may_be_an_action_of_its_own() -> None:
    draft = read(CONCERNS, *NUMBERED[:3], UNNUMBERED, *NUMBERED[3:])

    assert {(one.ref, one.step): one.flags for one in draft.actions if one.flags} == {
        ("3", "1"): ["the row below it prints no number and is read as its second step"],
        ("3", "2"): ["no number is printed for it: it may be an action of its own"],
    }
    assert draft.failed == []


def test_where_steps_share_their_numbers_no_row_without_one_is_asked_about() -> None:
    draft = read(CONCERNS, *NUMBERED[:3], UNNUMBERED, *NUMBERED[3:], UNNUMBERED)

    assert [one.flags for one in draft.actions if one.flags] == []
