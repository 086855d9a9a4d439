"""How a question is said back, and which narrower ones its list offers."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from plans.listing import asked, narrowing
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
    assert said.filters == ("actions 2-4", "owned by GFSL", "theme Safety", "due by 31 March 2025")


def test_every_filter_is_said_back() -> None:
    full = Query(
        without_prisons=("rochester",), without_statuses=("due_soon",), without_owners=(1,), without_themes=("Culture",),
        due_from=date(2025, 1, 1), late_over=30, late_under=90, phrases=("use of force",), about=(("drugs",),),
        stems=(("drug",),), changed_since=date(2025, 1, 6), waiting="to confirm", absent=("Chaplain",), lead_only=True,
    )  # fmt: skip

    assert asked(full, HELD).filters == (
        "not HMP Rochester", "not due soon", "led by Chaplain", "not owned by Governor", "not theme Culture",
        "due from 1 January 2025 on", "more than 30 days late", "fewer than 90 days late", "changed since 6 January 2025",
        "about drugs", "“use of force”", "to confirm",
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

    verbs = narrowing(query("Rochester overdue"), HELD, rows)

    assert [verb.label for verb in verbs] == ["Only GFSL (2)", "Due soon", "Safety (2)"]
    assert query(verbs[0].query) == replace(query("Rochester overdue"), owners=(2,))


def test_what_nearly_all_share_or_a_short_list_narrows_nothing() -> None:
    assert [verb.label for verb in narrowing(query("Rochester overdue"), HELD, [Row()] * 9)] == ["Due soon"]
    assert [verb.label for verb in narrowing(query("Rochester blocked"), HELD, [Row()] * 3)] == []
