"""Real tables with bounds, merged cells and heights, made up here: what belongs together, and where each part stands."""

from datetime import date

from documents.draft import Cell, Grid, Paragraph, Place, PlanDraft, Row
from documents.reading import draft_of
from tests.documents.grids import grid, table

TODAY = date(2026, 1, 1)
THEMES = ("Theme", "No", "Actions", "Owner(s)", "Date Due")
CONCERNS = ("No", "Concern", "Actions", "Owner", "Target date")


def read(made: Grid) -> PlanDraft:
    return draft_of(made, "plan.docx", today=TODAY)


def facts(draft: PlanDraft) -> list[tuple[str, str | None, str, list[str], str | None]]:
    return [(one.ref, one.step, one.text, one.owners, one.target.printed) for one in draft.actions]


def where(draft: PlanDraft, at: int) -> dict[str, list[str]]:
    return {part: [str(place) for place in places] for part, places in draft.actions[at].places.items()}


# --- which tables are the plan's -------------------------------------------------------------------------------------


def test_a_table_without_a_header_goes_on_with_the_one_above_and_others_are_left() -> None:
    draft = read(
        grid(
            table(1, ("Term", "Meaning"), ("Agreed", "All of it can be done.")),
            table(2, THEMES, ("Safety", "1", "!Checks|i) Check cells.", "Governor", "May 2025"), ("^", "^", "ii) Check bars.", "Head of Security", "Completed")),
            table(3, ("Decency", "2", "i) Paint.", "Governor", "June 2025"), ("^", "^", "ii) Clean.", "Governor", "July 2025")),
            table(4, ("Red", "Late", "and", "not", "met")),
        )
    )  # fmt: skip

    assert facts(draft) == [
        ("1", "i", "Check cells.", ["Governor"], "May 2025"),
        ("1", "ii", "Check bars.", ["Head of Security"], "Completed"),
        ("2", "i", "Paint.", ["Governor"], "June 2025"),
        ("2", "ii", "Clean.", ["Governor"], "July 2025"),
    ]
    assert [(one.theme, one.heading) for one in draft.actions] == [("Safety", "Checks")] * 2 + [("Decency", None)] * 2
    assert draft.unread == []


def test_title_rows_above_a_header_are_no_actions_and_the_lone_one_next_to_it_heads_the_table() -> None:
    made = table(
        1,
        ("HMP Exampleton Action Plan", "", "", "", ""),
        ("Safety", "", "", "", ""),
        CONCERNS,
        ("1", "Beds.", "Make beds.", "Governor", "May 2025"),
    )
    draft = read(grid(made, prose=()))  # fmt: skip

    assert (draft.title, draft.prison) == ("HMP Exampleton Action Plan", "Exampleton")
    assert [(one.ref, one.theme) for one in draft.actions] == [("1", "Safety")]


def test_a_cover_printed_as_a_table_is_read_like_a_cover() -> None:
    cover = table(
        1, ("Establishment", "HMP Exampleton"), ("Action Plan Submitted", "19th June 2018"),
        ("A Response to the HMIP Inspection", "23 October - 3 November 2017"), ("Report Published", "15 March 2018"),
    )  # fmt: skip
    draft = read(grid(cover, table(2, THEMES, ("Safety", "1", "Check.", "Governor", "July 2018")), prose=()))

    assert draft.prison == "Exampleton"
    assert (draft.submitted, draft.published) == (date(2018, 6, 19), date(2018, 3, 15))
    assert draft.inspected == (date(2017, 10, 23), date(2017, 11, 3))


# --- merged cells ----------------------------------------------------------------------------------------------------


def test_a_merged_owner_or_date_serves_all_its_rows_and_stands_where_it_is_printed() -> None:
    draft = read(
        grid(
            table(
                1,
                CONCERNS,
                ("1", "Beds.", "Make beds.", "Governor", "May 2025"),
                ("^", "^", "Buy sheets.", "^", "^"),
                ("^", "^", "and wash them.", "^", "^"),
                ("2", "Food.", "Heat it.", "Head of Residence", "May 2025|June 2025"),
                ("^", "^", "Serve it.", "^", "^"),
            )
        )
    )

    assert facts(draft) == [
        ("1", "1", "Make beds.", ["Governor"], "May 2025"),
        ("1", "2", "Buy sheets. and wash them.", ["Governor"], "May 2025"),
        ("2", "1", "Heat it.", ["Head of Residence"], "May 2025"),
        ("2", "2", "Serve it.", ["Head of Residence"], "June 2025"),
    ]
    assert where(draft, 1) == {
        "text": ["table 1, row 3", "table 1, row 4"],
        "owner": ["table 1, row 2"],
        "target": ["table 1, row 2"],
        "recommendation": ["table 1, row 2"],
    }
    assert [one.flags for one in draft.actions] == [[], [], [], []]


def test_a_merged_action_cell_is_paired_with_the_owners_and_dates_of_all_its_rows() -> None:
    draft = read(
        grid(
            table(
                1,
                CONCERNS,
                ("1", "Beds.", "Make beds.|Buy sheets.", "Governor", "May 2025"),
                ("^", "^", "^", "Head of Safety", "June 2025"),
                ("2", "Food.", "Heat it.", "Governor", "May 2025"),
            )
        )
    )

    assert facts(draft) == [
        ("1", "1", "Make beds.", ["Governor"], "May 2025"),
        ("1", "2", "Buy sheets.", ["Head of Safety"], "June 2025"),
        ("2", None, "Heat it.", ["Governor"], "May 2025"),
    ]
    assert where(draft, 1)["owner"] == ["table 1, row 3"]


# --- places ----------------------------------------------------------------------------------------------------------


def test_a_part_that_a_page_broke_stands_in_both_places_and_a_carried_on_owner_where_it_is_printed() -> None:
    draft = read(
        grid(
            table(1, THEMES, ("Safety", "1", "Check cells on every", "Governor and", "September")),
            table(2, THEMES, ("", "", "wing each day.", "Head of Safety", "2025"), ("", "2", "Paint.", "", "May 2025"), breaks=(2,)),
        )
    )  # fmt: skip

    assert facts(draft)[0] == (
        "1", None, "Check cells on every wing each day.", ["Governor", "Head of Safety"], "September 2025",
    )  # fmt: skip
    assert where(draft, 0) == {
        "text": ["table 1, row 2", "table 2, row 2"],
        "owner": ["table 1, row 2", "table 2, row 2"],
        "target": ["table 1, row 2", "table 2, row 2"],
        "theme": ["table 1, row 2"],
    }
    assert where(draft, 1)["owner"] == ["table 1, row 2", "table 2, row 2"]


def test_a_step_filled_from_a_waiting_paragraph_stands_where_each_part_is_printed() -> None:
    draft = read(
        grid(
            table(
                1,
                CONCERNS,
                ("1", "Beds.", "Make beds.|Buy sheets.", "", ""),
                ("", "", "", "Governor", "May 2025"),
                ("", "", "", "Head of Safety", "June 2025"),
            )
        )
    )

    assert (where(draft, 1)["text"], where(draft, 1)["owner"], where(draft, 1)["target"]) == (
        ["table 1, row 2"], ["table 1, row 4"], ["table 1, row 4"],
    )  # fmt: skip


# --- steps in one cell -----------------------------------------------------------------------------------------------


def heights(actions: dict[str, float], owners: dict[str, float], targets: dict[str, float]) -> Grid:
    """A row whose paragraphs begin so far down."""
    place = Place(page=2, table=1, row=2)
    cells = [Cell((Paragraph("1.1"),), place), Cell((Paragraph("Beds."),), place)]
    for column in (actions, owners, targets):
        cells.append(Cell(tuple(Paragraph(words.strip("'"), top=top) for words, top in column.items()), place))
    return grid(table(1, CONCERNS), (Row(tuple(cells), place=place),))


def test_order_comes_before_height_however_far_the_authors_blank_lines_drifted() -> None:
    draft = read(
        heights(
            {"Make beds.": 0, "Buy sheets.": 20, "Wash.": 40},
            {"Governor": 0, "Head of Safety": 2, "Governor'": 4},
            {"May 2025": 0, "June 2025": 60, "July 2025": 61},
        )
    )

    assert [(one.owners, one.target.printed, one.flags) for one in draft.actions] == [
        (["Governor"], "May 2025", []),
        (["Head of Safety"], "June 2025", []),
        (["Governor"], "July 2025", []),
    ]


def test_where_the_numbers_differ_height_tells_the_steps_and_says_so() -> None:
    draft = read(
        heights(
            {"Make beds.": 0, "Two in each cell.": 20, "Buy sheets.": 40, "Wash.": 60},
            {"Governor": 0, "Head of Safety": 41},
            {"May 2025": 1, "June 2025": 39, "July 2025": 62},
        )
    )

    assert facts(draft) == [
        ("1.1", "1", "Make beds. Two in each cell.", ["Governor"], "May 2025"),
        ("1.1", "2", "Buy sheets.", ["Head of Safety"], "June 2025"),
        ("1.1", "3", "Wash.", ["Head of Safety"], "July 2025"),
    ]
    assert {flag for one in draft.actions for flag in one.flags} == {
        "its owner and date were told by their height on the page"
    }


def test_where_height_is_not_sure_either_it_is_one_flagged_action() -> None:
    draft = read(
        heights(
            {"Make beds.": 0, "Two in each cell.": 20, "Buy sheets.": 40},
            {"Governor": 0, "Head of Safety": 5},
            {"May 2025": 0, "June 2025": 8},
        )
    )

    assert len(draft.actions) == 1
    assert "could not pair 3 actions with 2 owners and 2 dates" in draft.actions[0].flags


def test_a_cell_that_is_a_list_with_an_owner_for_each_item_is_as_many_steps() -> None:
    draft = read(
        grid(table(1, CONCERNS, ("1", "Beds.", "*Make beds.|*Wash.", "Governor|Head of Safety", "May 2025|June 2025")))
    )

    assert [(one.text, one.owners) for one in draft.actions] == [
        ("Make beds.", ["Governor"]),
        ("Wash.", ["Head of Safety"]),
    ]


def test_list_items_are_marked_alike_and_stay_with_their_paragraph_over_a_page() -> None:
    rows = (("1", "Beds.", "Buy:|*sheets;|*towels.", "Governor", "May 2025"), ("", "", "*and soap.", "", ""))
    draft = read(grid(table(1, CONCERNS, *rows, breaks=(3,))))

    assert facts(draft) == [("1", None, "Buy: • sheets; • towels. • and soap.", ["Governor"], "May 2025")]


def test_numerals_of_any_common_form_are_the_steps_own() -> None:
    for first, second, steps in (("i.", "ii.", ["i", "ii"]), ("a.", "b.", ["a", "b"]), ("1)", "2)", ["1", "2"])):
        cell = f"{first} Make beds.|{second} Wash."
        draft = read(grid(table(1, CONCERNS, ("1", "Beds.", cell, "Governor", "May 2025"))))

        assert [(one.step, one.text) for one in draft.actions] == list(zip(steps, ["Make beds.", "Wash."], strict=True))


def test_paragraphs_without_full_stops_are_steps_and_no_heading() -> None:
    row = (
        "1",
        "Beds.",
        "Beds will be bought|Weekly washing|Staff trained",
        "Governor|Head of Safety|Governor",
        "May 2025|June 2025|July 2025",
    )
    draft = read(grid(table(1, CONCERNS, row)))  # fmt: skip

    assert [(one.heading, one.text) for one in draft.actions] == [
        (None, "Beds will be bought"), (None, "Weekly washing"), (None, "Staff trained"),
    ]  # fmt: skip


def test_responses_of_older_plans_are_read_and_a_flag_of_a_row_reaches_its_action() -> None:
    head = (
        "Rec. No.",
        "Recommendation",
        "Accepted/Rejected",
        "Response Action Taken/Planned",
        "Function Responsible/Policy Lead",
        "Target Date",
    )
    made = table(
        1, head, ("Main Recommendations to the Governor", "", "", "", "", ""),
        ("5.01", "Make beds. (S53)", "Accepted", "Beds will be made.", "Governor", "June 2016"),
        ("5.02", "Hot food. (S54)", "Rejected", "We cannot.", "", ""),
    )  # fmt: skip
    rows = (*made[:3], Row(made[3].cells, place=made[3].place, flags=("a filter hides it",)))
    draft = read(grid(rows))

    assert [(one.ref, one.theme, one.response) for one in draft.actions] == [
        ("5.01", "Main Recommendations to the Governor", "agreed"),
        ("5.02", "Main Recommendations to the Governor", "not agreed"),
    ]
    assert "a filter hides it" in draft.actions[1].flags
    assert draft.failed == []
