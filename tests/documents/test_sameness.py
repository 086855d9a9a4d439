"""Is it the plan that is held, printed again, or another one? Another date does not make another plan; an inspection
does."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import select

from documents.draft import JudgementDraft, PlanDraft
from documents.intake import File, load
from documents.reading import read_document
from documents.reissues.sameness import core, prison_key, shared
from storage.database import reading, writing
from storage.models import Judgement, JudgementMatch, Plan, Prison
from tests.documents.reissues import BEDS, FIRST, FIVE, SECOND, bring, draft, entries

INSPECTED = "Inspection: 6 January - 17 January 2025"
OTHERS = tuple(row.but(text=f"{text} will be put right.", target="March 2025") for row, text in zip(FIVE, (
    "The boiler that heats the gymnasium and its store", "Each officer's training in first aid and in fire drills",
    "What the library lends and to whom it is open", "The waiting list for the dentist and for the optician",
    "Visits that begin late because of the search at the gate",
), strict=True))  # fmt: skip

pytestmark = pytest.mark.mostly_sqlite


def plans(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return sorted(session.exec(select(Plan.key)))


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("HMP Exampleton Urgent Notification Action Plan v2", ""),
        ("HMP Exampleton Urgent Notification Action Plan (Updated October 2025)", ""),
        ("Revised HMP & YOI Exampleton Urgent Notification Action Plan", ""),
        ("HMP Exampleton Urgent Notification Action Plan", "Action Plan Submitted: 4 November 2025"),
        ("HMP Exampleton Urgent Notification Action Plan - Version 3.1", "Action Plan Submitted: 4 February 2026"),
        ("HMP Exampleton Urgent Notification response: action plan", "Action Plan Submitted: 4 February 2026"),
    ],
)
def test_a_plan_printed_again_is_the_same_plan(title: str, about: str, engine: Engine) -> None:
    bring(engine, *FIVE, about="Action Plan Submitted: 2 April 2025")
    again = bring(engine, *FIVE[:4], FIVE[4].but(target="September 2025"), title=title, about=about, at=SECOND)
    assert (again.plan, again.is_new, again.changes["unchanged"]) == ("exampleton-2025", False, 4)
    assert plans(engine) == ["exampleton-2025"]


def test_a_plan_printed_without_its_kind_is_the_same_plan_and_keeps_it(engine: Engine) -> None:
    bring(engine, *FIVE)
    again = bring(engine, *FIVE, title="HMP Exampleton Action Plan", at=SECOND)
    assert (again.plan, again.is_new, again.changes["unchanged"]) == ("exampleton-2025", False, 5)
    with reading(engine) as session:
        assert list(session.exec(select(Plan.kind))) == ["urgent_notification"]


@pytest.mark.parametrize(
    "printed", ["HMP & YOI Exampleton", "HMYOI Exampleton", "HMPYOI Exampleton", "exampleton", "Exampleton (HMP)"]
)
def test_one_prison_is_one_however_it_is_written(printed: str, engine: Engine) -> None:
    bring(engine, *FIVE)
    read, file = draft(*FIVE, about="Second copy.")
    with writing(engine) as session:
        assert not load(session, replace(read, prison=printed), file, at=SECOND).is_new
    with reading(engine) as session:
        assert [one.name for one in session.exec(select(Prison))] == ["HMP Exampleton"]


def test_a_name_that_is_only_like_another_is_another_prison() -> None:
    assert prison_key("HMP Exampleton") != prison_key("HMP Exampton")
    assert prison_key("HMP St. Examples") == prison_key("Saint Examples")
    assert prison_key("Ashfield") != prison_key("Ash Field Grange")


def test_a_plan_of_another_inspection_is_another_though_its_title_is_the_same(engine: Engine) -> None:
    bring(engine, *FIVE, about=INSPECTED)
    later = bring(engine, *FIVE, about="Inspection: 3 November - 14 November 2025", at=SECOND)
    assert (later.is_new, later.closes) == (True, ["exampleton-2025"])


def test_two_plans_that_answer_one_inspection_stay_two_though_their_kind_is_the_same(engine: Engine) -> None:
    bring(engine, *FIVE, title="Action Plan: HMP Exampleton", about=INSPECTED)
    health = bring(engine, *OTHERS, title="Healthcare Action Plan: HMP Exampleton", about=INSPECTED, at=SECOND)
    assert (health.is_new, health.live, health.closes) == (True, True, [])
    again = bring(engine, *OTHERS, title="Healthcare Action Plan (v2): HMP Exampleton", about=INSPECTED, at=SECOND)
    assert (again.plan, again.is_new) == (health.plan, False)


def test_two_plans_of_one_year_and_title_that_share_nothing_stay_two(engine: Engine) -> None:
    bring(engine, *FIVE)
    assert bring(engine, *OTHERS, at=SECOND).plan == "exampleton-2025-2"


def test_a_later_plan_that_carries_some_actions_over_is_another(engine: Engine) -> None:
    bring(engine, *FIVE)
    carried = [row.but(target="March 2026") for row in (*FIVE[:2], *OTHERS[:4])]
    carried = [row.but(ref=str(at)) for at, row in enumerate(carried, 1)]
    assert bring(engine, *carried, title="HMP Exampleton Action Plan", at=SECOND).is_new


def test_the_same_title_years_apart_is_another_plan_if_most_of_it_is_other_words(engine: Engine) -> None:
    bring(engine, *FIVE)
    later = (*FIVE[:2], *OTHERS)
    assert bring(engine, *(row.but(target="June 2028") for row in later), at=SECOND).plan == "exampleton-2028"


def test_a_plan_whose_dates_are_all_put_off_by_years_is_the_same_plan(engine: Engine) -> None:
    bring(engine, *FIVE)
    later = bring(engine, *(row.but(target="June 2028") for row in FIVE), at=SECOND)
    assert (later.plan, later.changes["changed"], later.closes) == ("exampleton-2025", 5, [])


@pytest.mark.parametrize("misprinted", ["June 2015", "June 2022", "June 2052"])
def test_one_misprinted_year_makes_no_other_plan_and_closes_none(misprinted: str, engine: Engine) -> None:
    older = [row.but(target="March 2022") for row in OTHERS]
    bring(engine, *older, title="Action plan: HMP Exampleton", about="Inspection: 3 November - 14 November 2021")
    bring(engine, *FIVE)
    again = bring(engine, BEDS.but(target=misprinted), *FIVE[1:], at=SECOND)
    assert (again.plan, again.is_new, again.live, again.closes) == ("exampleton-2025", False, True, [])
    assert again.changes["changed"] == 1


def test_a_year_that_is_surely_misprinted_gives_a_new_plan_neither_its_name_nor_its_rank(engine: Engine) -> None:
    odd = BEDS.but(target="June 2005")
    assert bring(engine, odd, *FIVE[1:]).plan == "exampleton-2025"
    with reading(engine) as session:
        assert session.exec(select(Plan.ranked_on)).one() == date(2025, 5, 31)


def test_a_file_cut_short_is_still_its_plan(engine: Engine) -> None:
    bring(engine, *FIVE)
    cut = bring(engine, *FIVE[:2], at=SECOND)
    assert (cut.is_new, cut.gone) == (False, ["3", "4", "5"])


def test_another_format_that_says_less_of_itself_takes_nothing_away(engine: Engine) -> None:
    bring(engine, *FIVE, about="Action Plan Submitted: 2 April 2025")
    bring(engine, *FIVE, title="HMP Exampleton action plan Urgent Notification", about="", at=SECOND)
    with reading(engine) as session:
        plan = session.exec(select(Plan)).one()
        assert (plan.submitted, plan.ranked_on) == (date(2025, 4, 2), date(2025, 4, 2))


@pytest.mark.parametrize(
    "marked", ["v2", "Revised", "(updated 4 October 2024)", "- Version 1.2", "FINAL", "October 2024"]
)
def test_what_marks_a_version_is_no_part_of_a_title(marked: str) -> None:
    title = "HMP Exampleton Action Plan"
    assert core(f"{title} {marked}", "Exampleton") == core(title, "Exampleton") == {"action", "plan"}


def test_the_published_plans_share_less_than_would_make_two_of_them_one(plans_dir: Path) -> None:
    names = ("rochester-un-2024", "rochester-2018", "chelmsford-un-2021", "maidstone-2023")
    texts = [
        [
            one.text
            for one in read_document((plans_dir / f"{name}.txt").read_bytes(), name, today=date(2026, 1, 1)).actions
        ]
        for name in names
    ]
    assert all(shared(one, other) == 0 for at, one in enumerate(texts) for other in texts[:at])
    assert all(shared(one, one) == 1 for one in texts)


# --- a review --------------------------------------------------------------------------------------------------------

RATINGS = {"The use of force was not overseen well enough.": "insufficient progress",
           "Leaders had no oversight of cleaning and repairs.": "no meaningful progress"}  # fmt: skip


def review(marked: str = "", *ratings: str) -> PlanDraft:
    found = RATINGS | dict(zip(RATINGS, ratings, strict=False))
    judged = [JudgementDraft("HMI Prisons", "concern", "Safety", text, rating, None) for text, rating in found.items()]
    return PlanDraft(
        "Exampleton", f"Independent review of progress: HMP Exampleton{marked}", "review",
        inspected=(date(2025, 6, 2), date(2025, 6, 4)), judgements=judged,
    )  # fmt: skip


def taken(engine: Engine, read: PlanDraft, name: str) -> str:
    with writing(engine) as session:
        return load(session, read, File(name, f"{len(name):064x}"), at=FIRST).plan


@pytest.mark.parametrize("marked", ["", " (revised)"])
def test_a_review_printed_again_is_one_and_what_it_was_matched_to_stands(marked: str, engine: Engine) -> None:
    bring(engine, *FIVE)
    key = taken(engine, review(), "irp.txt")
    with writing(engine) as session:
        first = session.exec(select(Judgement).order_by(Judgement.id)).first()
        plan = session.exec(select(Plan).where(Plan.kind != "review")).one()
        session.add(JudgementMatch(
            judgement_id=(first and first.id) or 0, plan_id=plan.id or 0, theme="Decency", told_by="A. Sample", told_at=FIRST,
        ))  # fmt: skip
    before = len(entries(engine))
    assert taken(engine, review(marked), "irp.docx") == key
    assert len(entries(engine)) == before

    assert taken(engine, review(marked, "reasonable progress"), "irp v2.docx") == key
    with reading(engine) as session:
        assert [one.rating for one in session.exec(select(Judgement).order_by(Judgement.position))] == [
            "reasonable progress", "no meaningful progress",
        ]  # fmt: skip
        assert session.exec(select(JudgementMatch)).one().theme == "Decency"


def test_what_a_review_judges_otherwise_is_told(engine: Engine) -> None:
    taken(engine, review(), "irp.txt")
    with writing(engine) as session:
        told = load(session, review("", "reasonable progress"), File("irp v2.docx", "b" * 64), at=SECOND).differences
    assert [(one.kind, one.was, one.now) for one in told] == [
        ("words", "insufficient progress", "reasonable progress"),
    ]
