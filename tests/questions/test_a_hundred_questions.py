"""Questions in the words of prison staff, asked of the five published plans on Monday 3 February 2025.

What each should list is worked out here from the plans' own rows by plain conditions, not by the code that answers."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest
from sqlalchemy import text as sql
from sqlalchemy.engine import Engine

from plans.asking import answer
from plans.chat import Asker
from storage.database import reading

ON = date(2025, 2, 3)


class Row(NamedTuple):
    plan: str
    ref: str
    step: str
    theme: str
    text: str
    owners: str
    due: date | None
    status: str
    standing: bool

    @property
    def address(self) -> str:
        return f"{self.plan} {self.ref}{'/' if self.step.isdigit() else ''}{self.step}"


Condition = Callable[[Row], bool]
LIVE = ("rochester-2024", "chelmsford-2021", "maidstone-2023")


def at(*plans: str) -> Condition:
    return lambda row: row.plan in plans


def is_open(row: Row) -> bool:
    return row.status not in {"done", "sustained", "withdrawn"}


def is_done(row: Row) -> bool:
    return row.status in {"done", "sustained"}


def overdue(row: Row) -> bool:
    return is_open(row) and row.due is not None and row.due < ON


def soon(row: Row) -> bool:
    return is_open(row) and row.due is not None and ON <= row.due <= date(2025, 2, 17)


def late_over(days: int) -> Condition:
    return lambda row: overdue(row) and row.due is not None and (ON - row.due).days > days


def due(first: str, last: str) -> Condition:
    return lambda row: row.due is not None and date.fromisoformat(first) <= row.due <= date.fromisoformat(last)


def by(last: str) -> Condition:
    return lambda row: is_open(row) and row.due is not None and row.due <= date.fromisoformat(last)


def owner(*names: str) -> Condition:
    return lambda row: any(name in row.owners.split("|") for name in names)


def partly(*words: str) -> Condition:
    return lambda row: any(word in row.owners for word in words)


def theme(word: str) -> Condition:
    return lambda row: word.lower() in row.theme.lower()


def refs(*wanted: str) -> Condition:
    return lambda row: row.ref in wanted


def says(*starts: str) -> Condition:
    """Each start of a word stands in the text."""
    return lambda row: all(
        any(word.strip("(‘'\"").lower().startswith(start) for word in row.text.split()) for start in starts
    )


def no(condition: Condition) -> Condition:
    return lambda row: not condition(row)


ROCHESTER, CHELMSFORD, MAIDSTONE = at("rochester-2024"), at("chelmsford-2021"), at("maidstone-2023")
OLD = at("rochester-2018")
EVERY = at(*LIVE)
GFSL = owner("GFSL", "Gov Facilities Services Ltd (GFSL)")
PGD = owner(
    "Prison Group Director",
    "Prison Group Director, Herts, Essex and Suffolk",
    "Hertfordshire, Essex and Suffolk Prison Group Director",
)
MOJ = owner("MoJ Property", "Ministry of Justice Property")
GOVERNOR = owner("Governor")

LISTS: list[tuple[str, tuple[Condition, ...]]] = [
    ("Rochester overdue", (ROCHESTER, overdue)),
    ("overdue Rochester", (ROCHESTER, overdue)),
    ("what's late at Rochester?", (ROCHESTER, overdue)),
    ("show me everything overdue at HMP Rochester please", (ROCHESTER, overdue)),
    ("which actions are past their date at rochester", (ROCHESTER, overdue)),
    ("ROCHESTER OVERDUE", (ROCHESTER, overdue)),
    ("/actions Rochester overdue", (ROCHESTER, overdue)),
    ("<@U024BE7LH> Rochester overdue", (ROCHESTER, overdue)),
    ("<at>Actions</at>&nbsp;Rochester overdue", (ROCHESTER, overdue)),
    ("*Rochester* _overdue_ :rotating_light:", (ROCHESTER, overdue)),
    ("Rochestor overdue", (ROCHESTER, overdue)),
    ("Rochster late", (ROCHESTER, overdue)),
    ("Rotchester overdue", (ROCHESTER, overdue)),
    ("Chemlsford overdue", (CHELMSFORD, overdue)),
    ("Chelmsfrod outstanding", (CHELMSFORD, is_open)),
    ("Madistone open", (MAIDSTONE, is_open)),
    ("HMP & YOI Rochester open actions", (ROCHESTER, is_open)),
    ("HMP/YOI Rochester overdue", (ROCHESTER, overdue)),
    ("Rochester", (ROCHESTER,)),
    ("all actions", (EVERY,)),
    ("overdue", (EVERY, overdue)),
    ("what is outstanding across all prisons", (EVERY, is_open)),
    ("Rochester and Maidstone overdue", (at("rochester-2024", "maidstone-2023"), overdue)),
    ("overdue not Chelmsford", (at("rochester-2024", "maidstone-2023"), overdue)),
    ("Rochester not done", (ROCHESTER, is_open)),
    ("Chelmsford done", (CHELMSFORD, is_done)),
    ("Chelmsford completed", (CHELMSFORD, is_done)),
    ("what has been finished at Maidstone", (MAIDSTONE, is_done)),
    ("Maidstone incomplete", (MAIDSTONE, is_open)),
    ("Chelmsford not complete", (CHELMSFORD, is_open)),
    ("what hasn't been done at Chelmsford", (CHELMSFORD, is_open)),
    ("Chelmsford ongoing", (CHELMSFORD, lambda row: row.status == "sustained" or row.standing)),
    ("Rochester no date", (ROCHESTER, is_open, lambda row: row.due is None)),
    ("Rochester undated", (ROCHESTER, is_open, lambda row: row.due is None)),
    ("Rochester blocked", (ROCHESTER, lambda row: row.status == "blocked")),
    ("Rochester reported", (ROCHESTER, lambda row: row.status == "reported")),
    ("Rochester not overdue", (ROCHESTER, no(overdue))),
    ("Rochester due soon", (ROCHESTER, soon)),
    ("what's coming up at Rochester", (ROCHESTER, soon)),
    ("Rochester open but not overdue", (ROCHESTER, is_open, no(overdue))),
    ("Rochester 12", (ROCHESTER, refs("12"))),
    ("Rochester action 12", (ROCHESTER, refs("12"))),
    ("rochester #5", (ROCHESTER, refs("5"))),
    ("Rochester 3-6", (ROCHESTER, refs("3", "4", "5", "6"))),
    ("Rochester actions 3 to 6", (ROCHESTER, refs("3", "4", "5", "6"))),
    ("Rochester 5, 6 and 9", (ROCHESTER, refs("5", "6", "9"))),
    ("Rochester 1-10 overdue", (ROCHESTER, refs(*map(str, range(1, 11))), overdue)),
    ("Chelmsford 2", (CHELMSFORD, refs("2"))),
    ("Chelmsford 2iii", (CHELMSFORD, refs("2"), lambda row: row.step == "iii")),
    ("Chelmsford 2 iii", (CHELMSFORD, refs("2"), lambda row: row.step == "iii")),
    ("Chelmsford 2i-2iii", (CHELMSFORD, refs("2"), lambda row: row.step in {"i", "ii", "iii"})),
    ("Maidstone 1.1", (MAIDSTONE, refs("1.1"))),
    ("Maidstone 1.10", (MAIDSTONE, refs("1.10"))),
    ("Maidstone 1.9-1.11", (MAIDSTONE, refs("1.9", "1.10", "1.11"))),
    ("Rochester 2018 5.13", (OLD, refs("5.13"))),
    ("Rochester 2018 5.13/2", (OLD, refs("5.13"), lambda row: row.step == "2")),
    ("Rochester 2018", (OLD,)),
    ("the 2018 plan Rochester overdue", (OLD, overdue)),
    ("2018 Rochester safeguarding", (OLD, theme("Safeguarding"))),
    ("Rochester all plans overdue", (at("rochester-2024", "rochester-2018"), overdue)),
    ("Rochester GFSL", (ROCHESTER, GFSL)),
    ("what does GFSL owe at Rochester", (ROCHESTER, GFSL, is_open)),
    ("GFSL's overdue actions", (EVERY, GFSL, overdue)),
    ("Gov Facilities Services Ltd Rochester", (ROCHESTER, GFSL)),
    ("Rochester MoJ Property", (ROCHESTER, MOJ)),
    ("Ministry of Justice Property open", (EVERY, MOJ, is_open)),
    ("PGD Rochester", (ROCHESTER, PGD)),
    ("Prison Group Director overdue", (EVERY, PGD, overdue)),
    ("Chelmsford PGD", (CHELMSFORD, PGD)),
    ("Rochester Governor overdue", (ROCHESTER, GOVERNOR, overdue)),
    ("Rochester except the Governor", (ROCHESTER, no(GOVERNOR))),
    ("Rochester not Governor", (ROCHESTER, no(GOVERNOR))),
    ("Chelmsford Head of PPSP open", (CHELMSFORD, owner("Head of PPSP"), is_open)),
    ("Chelmsford NHSE&I", (CHELMSFORD, owner("NHSE&I"))),
    ("Maidstone education provider", (MAIDSTONE, owner("Education Provider"))),
    ("Maidstone healthcare", (MAIDSTONE, partly("Healthcare"))),
    ("MOJ Estates", (EVERY, owner("MOJ Estates"))),
    ("Oxleas", (EVERY, partly("Oxleas"))),
    ("owned by GFSL", (EVERY, GFSL)),
    ("owner TUBU", (EVERY, owner("TUBU"))),
    ("Rochester led by GFSL", (ROCHESTER, lambda row: row.owners.startswith("GFSL"))),
    ("Rochester safety", (ROCHESTER, theme("Safety"))),
    ("Rochester theme safety overdue", (ROCHESTER, theme("Safety"), overdue)),
    ("Rochester healthcare overdue", (ROCHESTER, theme("Healthcare"), overdue)),
    ("Rochester living conditions", (ROCHESTER, theme("Living Conditions"))),
    ("Rochester drug strategy", (ROCHESTER, theme("Drug Strategy"))),
    ("Chelmsford decency open", (CHELMSFORD, theme("Decency"), is_open)),
    ("Maidstone priority concerns", (MAIDSTONE, theme("Priority concerns"))),
    ("Maidstone key concerns done", (MAIDSTONE, theme("Key concerns"), is_done)),
    ("Rochester not safety overdue", (ROCHESTER, no(theme("Safety")), overdue)),
    ("Rochester due in March", (ROCHESTER, due("2025-03-01", "2025-03-31"))),
    ("Rochester due next month", (ROCHESTER, due("2025-03-01", "2025-03-31"))),
    ("Rochester due this month", (ROCHESTER, due("2025-02-01", "2025-02-28"))),
    ("Rochester due in November 2024", (ROCHESTER, due("2024-11-01", "2024-11-30"))),
    ("what was due in November at Rochester", (ROCHESTER, due("2024-11-01", "2024-11-30"))),
    ("Rochester next 30 days", (ROCHESTER, due("2025-02-03", "2025-03-05"))),
    ("Rochester due by end of March", (ROCHESTER, by("2025-03-31"))),
    ("Rochester due before March", (ROCHESTER, by("2025-02-28"))),
    ("Rochester due by 30 November 2024", (ROCHESTER, by("2024-11-30"))),
    ("Rochester due after March", (ROCHESTER, due("2025-04-01", "2999-12-31"))),
    ("Rochester due between October 2024 and December 2024", (ROCHESTER, due("2024-10-01", "2024-12-31"))),
    ("Rochester Q1 2025", (ROCHESTER, due("2025-01-01", "2025-03-31"))),
    ("Rochester due in 2025", (ROCHESTER, due("2025-01-01", "2025-12-31"))),
    ("Rochester overdue by more than 60 days", (ROCHESTER, late_over(60))),
    ("Rochester more than 65 days late", (ROCHESTER, late_over(65))),
    ("over 3 months late at Rochester", (ROCHESTER, late_over(92))),
    ("Rochester about drugs", (ROCHESTER, says("drug"))),
    ("Rochester about cells", (ROCHESTER, says("cell"))),
    ("anything about complaints at Maidstone", (MAIDSTONE, says("complaint"))),
    ("Maidstone about showers overdue", (MAIDSTONE, says("shower"), overdue)),
    ('Rochester "use of force"', (ROCHESTER, lambda row: "use of force" in row.text.lower())),
    ('Maidstone "key work"', (MAIDSTONE, lambda row: "key work" in row.text.lower())),
    ("Maidstone GFSL", (MAIDSTONE, GFSL)),
    ("Rochester to confirm", (lambda row: False,)),
    ("Rochester &amp; Maidstone due soon", (at("rochester-2024", "maidstone-2023"), soon)),
    ("rochester  overdue!!!", (ROCHESTER, overdue)),
    ("Can you tell me what is still to do at Rochester", (ROCHESTER, is_open)),
    ("how many are overdue at Chelmsford", (CHELMSFORD, overdue)),
    ("overdue and due soon Rochester", (ROCHESTER, lambda row: overdue(row) or soon(row))),
]  # fmt: skip

REFUSED: list[tuple[str, str]] = [
    ("Wandsworth overdue", "unknown_prison"),
    ("Manchester overdue", "unknown_prison"),
    ("HMP Nowhereville overdue", "unknown_prison"),
    ("Winchester late", "unknown_prison"),
    ("Ro overdue", "ambiguous"),
    ("Rochester 99", "no_such_ref"),
    ("Chelmsford 2xii", "no_such_ref"),
    ("Rochester 3-99", "no_such_ref"),
    ("Rochester overdue flibber", "not_understood"),
    ("Rochester 1999 overdue", "not_understood"),
    ("Rochester due by 31 September", "not_understood"),
    ("top 5 overdue Rochester", "not_understood"),
    ("Rochester'; DROP TABLE action; --", "not_understood"),
    ("Rochester overdue OR 1=1", "not_understood"),
    ("<script>alert(1)</script>", "not_understood"),
    ("mine", "not_understood"),
    ("asdf qwer zxcv", "not_understood"),
    ("the weather in Rochester", "not_understood"),
    ("x" * 10_000, "not_understood"),
    ("overdue " * 2_000, "not_understood"),
    ("help", "help"),
    ("", "help"),
    ("what can you do", "help"),
]


@pytest.fixture(scope="module")
def rows(published: Engine) -> list[Row]:
    """Every action, by SQL of this test's own."""
    query = """
        SELECT plan.key, action.ref, action.step, recommendation.theme, action.text, action.due, action.status, action.standing,
               (SELECT group_concat(printed, '|') FROM (SELECT printed FROM action_owner WHERE action_id = action.id ORDER BY position))
        FROM action JOIN plan ON plan.id = action.plan_id JOIN recommendation ON recommendation.id = action.recommendation_id
        ORDER BY plan.key, action.position
    """
    with published.connect() as connection:
        found = connection.execute(sql(query)).all()
    return [
        Row(
            plan,
            ref,
            step,
            theme or "",
            words,
            owners,
            date.fromisoformat(when) if when else None,
            status,
            bool(standing),
        )
        for plan, ref, step, theme, words, when, status, standing, owners in found
    ]


@pytest.mark.parametrize(("question", "conditions"), LISTS, ids=[question for question, _ in LISTS])
def test_a_question_lists_what_it_should(
    question: str, conditions: tuple[Condition, ...], published: Engine, rows: list[Row]
) -> None:
    with reading(published) as session:
        found = answer(session, question, asker=Asker(), on=ON).as_json()

    assert found["error"] is None
    listed = [
        f"{one['plan']} {one['ref']}{'/' if isinstance(one['step'], int) else ''}{one['step'] or ''}"
        for one in found["actions"]
    ]
    assert sorted(listed) == sorted(row.address for row in rows if all(holds(row) for holds in conditions))
    assert found["total"] == len(listed)


@pytest.mark.parametrize(("question", "code"), REFUSED, ids=[question[:40] or "(nothing)" for question, _ in REFUSED])
def test_what_cannot_be_answered_is_said_and_lists_nothing(question: str, code: str, published: Engine) -> None:
    with reading(published) as session:
        found = answer(session, question, asker=Asker(), on=ON).as_json()

    assert (found["error"] or {}).get("code") == code
    assert found["actions"] == []
    assert found["total"] == 0


def test_the_eighteen_of_rochester(published: Engine) -> None:
    with reading(published) as session:
        found = answer(session, "Rochester overdue", asker=Asker(), on=ON).as_json()

    assert [one["ref"] for one in found["actions"]] == [
        "1",
        "4",
        "5",
        "6",
        "8",
        "9",
        "10",
        "11",
        "13",
        "14",
        "15",
        "17",
        "19",
        "22",
        "23",
        "24",
        "25",
        "26",
    ]
    assert found["plans"] == ["rochester-2024"]


@pytest.mark.parametrize(
    ("who", "conditions"),
    [("Governor", (EVERY, GOVERNOR)), ("GFSL", (EVERY, GFSL)), ("PGD", (EVERY, PGD)), ("Governor of HMP Rochester", (ROCHESTER, GOVERNOR)),
     ("Head of Catering", (lambda row: False,))],
)  # fmt: skip
def test_mine_is_what_my_post_owns(
    who: str, conditions: tuple[Condition, ...], published: Engine, rows: list[Row]
) -> None:
    with reading(published) as session:
        found = answer(session, "mine", asker=Asker(post=who), on=ON).as_json()

    assert found["error"] is None
    assert found["total"] == sum(all(holds(row) for holds in conditions) for row in rows)
