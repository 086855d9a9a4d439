"""How a question is said back, and which narrower ones its list offers."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from plans.listing import asked, breakdown, plan_named, window
from plans.meaning import Meaning
from plans.narrowing import narrowing
from plans.queries import parse
from plans.queries.questions import Query
from plans.queries.vocabulary import Owner, Plan, Prison, Vocabulary

ON = date(2025, 2, 3)
HELD = Vocabulary(
    prisons=(Prison("rochester", "HMP Rochester"),),
    plans=(Plan("rochester-2024", "rochester", 2024, True, "urgent_notification"),),
    owners=(
        Owner(1, "governor", "Governor", ("Governor",)),
        Owner(
            2,
            "gov facilities services ltd",
            "Gov Facilities Services Ltd",
            ("GFSL", "Gov Facilities Services Ltd (GFSL)"),
        ),
    ),
    themes=(("rochester-2024", "Safety"), ("rochester-2024", "Culture")),
)


class Row(NamedTuple):
    owners: tuple[str, ...] = ("Governor",)
    theme: str | None = None
    due: date | None = None
    status: str = "not_started"


def query(text: str) -> Query:
    found = parse(text, HELD, ON)
    assert isinstance(found, Query)
    return found


def test_a_question_is_said_back_in_its_own_words() -> None:
    said = asked(query("Rochester overdue GFSL safety due by March 2-4"), HELD)

    assert said.prisons == ("HMP Rochester",)
    assert said.plans == "Urgent Notification plan 2024"
    assert said.statuses == ("overdue",)
    assert said.filters == ("actions 2-4", "owned by GFSL", "theme Safety")
    assert said.window == "by 31 March 2025"


def test_every_filter_is_said_back() -> None:
    full = Query(
        without_prisons=("rochester",), without_statuses=("due_soon",), without_owners=(1,), without_themes=("Culture",),
        due_from=date(2025, 1, 1), late_over=30, late_under=90, phrases=("use of force",), about=(("drugs",),),
        stems=(("drug",),), changed_since=date(2025, 1, 6), waiting="to confirm", absent=("Chaplain",), lead_only=True,
    )  # fmt: skip

    assert asked(full, HELD).filters == (
        "not HMP Rochester", "not due soon", "led by Chaplain", "not owned by Governor", "not theme Culture",
        "more than 30 and fewer than 90 days late", "changed since 6 January 2025",
        "about drugs", "“use of force”", "to confirm",
    )  # fmt: skip


def test_how_late_is_said_instead_of_overdue() -> None:
    said = asked(query("Rochester overdue by more than 60 days"), HELD)

    assert (said.statuses, said.filters) == (("more than 60 days late",), ())


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 11, 1), date(2025, 11, 30), "in November 2025"),
        (date(2025, 2, 3), date(2025, 2, 9), "from 3 to 9 February 2025"),
        (date(2025, 2, 24), date(2025, 3, 2), "from 24 February 2025 to 2 March 2025"),
        (date(2025, 2, 3), date(2025, 2, 3), "on 3 February 2025"),
        (date(2025, 2, 3), None, "from 3 February 2025 on"),
        (None, date(2025, 2, 3), "by 3 February 2025"),
        (None, None, ""),
    ],
)
def test_a_window_is_said_as_people_say_it(first: date | None, last: date | None, words: str) -> None:
    assert window(first, last) == words


def test_the_one_plan_looked_in_gives_its_prison_and_a_closed_one_says_so() -> None:
    old = Plan("rochester-2018", "rochester", 2018, False, "inspection")
    held = replace(HELD, plans=(*HELD.plans, old))

    assert asked(Query(), held).prisons == ("HMP Rochester",)
    assert asked(Query(years=(2018,)), held).plans == "plan 2018 (closed)"
    assert asked(Query(prisons=("rochester",), scope="all"), held).plans == "all plans"
    assert asked(Query(scope="all"), held).prisons == ()


def test_a_breakdown_puts_each_action_in_one_place() -> None:
    late, coming = date(2025, 2, 2), ON
    rows = [
        Row(due=late),
        Row(due=late, status="reported"),
        Row(due=coming),
        Row(),
        Row(status="done"),
        Row(status="sustained"),
    ]

    assert breakdown(rows, ON) == (
        ("overdue", 1), ("reported", 1), ("not_yet_due", 1), ("undated", 1), ("completed", 2),
    )  # fmt: skip


def test_a_long_list_offers_narrower_ones_that_count_right() -> None:
    rows = [
        Row(),
        Row(),
        Row(),
        Row(),
        Row(("Governor", "GFSL"), "Safety"),
        Row(("GFSL",), "Safety"),
        Row(theme="Culture"),
    ]

    verbs = narrowing(Meaning(query("Rochester overdue"), HELD), HELD, rows)

    assert [verb.label for verb in verbs] == ["Only GFSL (2)", "Due soon", "Only Safety (2)"]
    assert query(verbs[0].query) == replace(query("Rochester overdue"), owners=(2,))


def test_what_nearly_all_share_or_a_short_list_narrows_nothing() -> None:
    assert [verb.label for verb in narrowing(Meaning(query("Rochester overdue"), HELD), HELD, [Row()] * 9)] == [
        "Due soon"
    ]
    assert [verb.label for verb in narrowing(Meaning(query("Rochester blocked"), HELD), HELD, [Row()] * 3)] == []


def test_a_plan_is_named_in_words_and_by_its_key_where_that_has_no_year():
    assert plan_named("urgent_notification", "rochester-2024") == "Urgent Notification plan 2024"
    assert plan_named("inspection", "rochester-2025") == "plan 2025"
    assert plan_named("inspection", "rochester") == "rochester"
