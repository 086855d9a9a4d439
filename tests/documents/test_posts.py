"""What a register's lines change: whoever is new, takes over, leaves or stands in; and the same file twice, nothing."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from documents.posts import Entered, enter
from documents.register import read_register
from documents.unreadable import Unreadable
from plans.situations import prisons_by_name, register
from storage.beside import be_back
from storage.database import reading, writing
from storage.models import Absence, GroupMembership, Person, PrisonGroup
from storage.posts import Told
from tests.storage.rows import a_plan

pytestmark = pytest.mark.mostly_sqlite

TODAY = date(2024, 11, 12)
HEAD = "prison,post,person,email,from,until,deputy_email,group,role,liaison_for,away_until\n"
A, B = "A. Sample,a@x.example", "B. Sample,b@x.example"


@pytest.fixture(autouse=True)
def _a_prison(engine: Engine) -> None:
    with writing(engine) as session:
        a_plan(session)


def take(engine: Engine, *rows: str, on: date = TODAY) -> Entered:
    text = HEAD + "".join(f"{row}\n" for row in rows)
    with writing(engine) as session:
        prisons = prisons_by_name(session)
        lines = read_register(text.encode(), "posts.csv", held=tuple(prisons), today=on)
        return enter(session, lines, prisons, told=Told(on, datetime(on.year, on.month, on.day, 9, tzinfo=UTC)))


def changed(entered: Entered) -> dict[str, int]:
    return {name: count for name, count in entered.changes.items() if count and name != "unchanged"}


def held(engine: Engine) -> list[tuple[Any, ...]]:
    """(post, person, capacity, first, last) in the order of the register."""
    with reading(engine) as session:
        return [
            (one.post, one.person and one.person.name, one.capacity, one.period.first, one.period.last)
            for one in register(session).holdings
        ]


def all_of(session: Session, table: Any) -> list[Any]:
    return list(session.exec(select(table)))


def test_the_first_register_is_all_new(engine: Engine):
    entered = take(
        engine,
        f"Rochester,Governor,{A},1/9/2024,,b@x.example,Kent,coordinator,GFSL,30/11/2024",
        f"Rochester,Deputy Governor,{B},,,,,,,",
        "Rochester,Head of Safety,,,,,,,,,",
    )
    assert held(engine) == [
        ("governor", "A. Sample", "holder", date(2024, 9, 1), None),
        ("governor", "B. Sample", "deputy", None, None),
        ("deputy governor", "B. Sample", "holder", None, None),
        ("head of safety", None, "holder", None, None),
    ]
    with reading(engine) as session:
        found = register(session)
        assert [(role.prison, role.person.name, role.duty) for role in found.roles] == [
            ("rochester", "A. Sample", "coordinator")
        ]
        assert [(one.organisation, one.post) for one in found.liaisons] == [("gov facilities services ltd", "governor")]
        assert [(one.from_on, one.until_on) for one in all_of(session, Absence)] == [(TODAY, date(2024, 11, 30))]
        assert [group.name for group in all_of(session, PrisonGroup)] == ["Kent"]
        assert [one.from_on for one in all_of(session, GroupMembership)] == [TODAY]
    assert entered.remarks == []


FILE = (
    f"Rochester,Governor,{A},1/9/2024,31/10/2024,,,,,",
    f"HMP & YOI Rochester,The Governor,{B},1/11/2024,,c@x.example,Kent,coordinator,GFSL,30/11/2024",
    "Rochester,Acting Head of Safety,D. Sample,,,,,,,,",
    "Rochester,Head of Safety,vacant,,,,,,,,",
    "Bedford,Governor,E. Sample,e@x.example,,,f@x.example,,,,",
)


@pytest.mark.parametrize("later", [TODAY, date(2024, 11, 13), date(2025, 3, 1)])
def test_the_same_file_again_changes_nothing(engine: Engine, later: date):
    take(engine, *FILE)
    before = held(engine)
    assert changed(take(engine, *FILE, on=later)) == {}
    assert held(engine) == before


def test_a_new_person_takes_over_on_the_day_they_come(engine: Engine):
    take(engine, f"Rochester,Governor,{A},1/9/2024,,,,,,")
    assert changed(take(engine, f"Rochester,Governor,{B},1/12/2024,,,,,,")) == {"added": 1, "ended": 1}
    assert held(engine) == [
        ("governor", "A. Sample", "holder", date(2024, 9, 1), date(2024, 11, 30)),
        ("governor", "B. Sample", "holder", date(2024, 12, 1), None),
    ]


def test_without_a_day_they_take_over_today(engine: Engine):
    take(engine, f"Rochester,Governor,{A},,,,,,,")
    take(engine, f"Rochester,Governor,{B},,,,,,,")
    assert held(engine) == [
        ("governor", "A. Sample", "holder", None, date(2024, 11, 11)),
        ("governor", "B. Sample", "holder", TODAY, None),
    ]


def test_a_post_falls_vacant_and_is_filled(engine: Engine):
    take(engine, f"Rochester,Governor,{A},,,,,,,")
    take(engine, "Rochester,Governor,,,,,,,,,")
    take(engine, f"Rochester,Governor,{A},2/12/2024,,,,,,")
    assert held(engine) == [
        ("governor", "A. Sample", "holder", None, date(2024, 11, 11)),
        ("governor", None, "holder", TODAY, date(2024, 12, 1)),
        ("governor", "A. Sample", "holder", date(2024, 12, 2), None),
    ]


def test_what_was_put_wrong_today_is_put_right_today(engine: Engine):
    take(engine, f"Rochester,Governor,{A},1/11/2024,,,,,,")
    take(engine, f"Rochester,Governor,{B},1/11/2024,,,,,,")
    assert held(engine) == [("governor", "B. Sample", "holder", date(2024, 11, 1), None)]


def test_a_blank_says_nothing_and_a_day_given_is_kept(engine: Engine):
    take(engine, f"Rochester,Governor,{A},,,,,,,")
    assert changed(take(engine, f"Rochester,Governor,{A},1/9/2024,31/3/2025,,,,,")) == {"changed": 1}
    assert changed(take(engine, f"Rochester,Governor,{A},,,,,,,")) == {}
    assert held(engine) == [("governor", "A. Sample", "holder", date(2024, 9, 1), date(2025, 3, 31))]


def test_whoever_comes_later_still_comes(engine: Engine):
    take(engine, f"Rochester,Governor,{B},1/12/2024,,,,,,")
    take(engine, f"Rochester,Governor,{A},,,,,,,")
    assert set(held(engine)) == {
        ("governor", "A. Sample", "holder", TODAY, date(2024, 11, 30)),
        ("governor", "B. Sample", "holder", date(2024, 12, 1), None),
    }


def test_days_that_are_anothers_are_refused_and_nothing_is_kept(engine: Engine):
    take(engine, f"Rochester,Governor,{B},1/12/2024,,,,,,")
    with pytest.raises(Unreadable, match=r"line 3, until: Governor of Rochester is taken, the register has B\. Sample"):
        take(engine, f"Rochester,Head of Safety,{B},,,,,,,", f"Rochester,Governor,{A},1/11/2024,31/12/2024,,,,,")
    assert len(held(engine)) == 1


def test_a_person_is_known_by_address_in_any_case_and_renamed(engine: Engine):
    take(engine, "Rochester,Governor,a sample,A@x.example,,,,,,,")
    take(engine, f"Rochester,Governor,{A},,,,,,,")
    assert held(engine) == [("governor", "A. Sample", "holder", None, None)]


def test_an_address_put_right_is_no_handover(engine: Engine):
    take(engine, "Rochester,Governor,A. Sample,a@wrong.example,,,,,,,")
    assert changed(take(engine, f"Rochester,Governor,{A},,,,,,,")) == {"changed": 1}
    with reading(engine) as session:
        assert [(one.name, one.email) for one in all_of(session, Person)] == [("A. Sample", "a@x.example")]


def test_two_people_of_one_name_stay_two(engine: Engine):
    take(
        engine,
        "Rochester,Governor,A. Sample,a@x.example,,,,,,,",
        "Rochester,Head of Safety,A. Sample,b@x.example,,,,,,,",
    )
    with pytest.raises(Unreadable, match=r"line 2, person: there are two people called A\. Sample; give"):
        take(engine, "Rochester,Head of Healthcare,A. Sample,,,,,,,,")


def test_a_person_without_an_address_is_taken_and_said(engine: Engine):
    entered = take(engine, "Rochester,Governor,A. Sample,,,,,,,,", "Rochester,Head of Safety,a. sample,,,,,,,,")
    assert entered.remarks == ["line 2: A. Sample has no e-mail address and cannot be written to"]
    assert changed(take(engine, f"Rochester,Governor,{A},,,,,,,")) == {"changed": 1}
    assert [row[1] for row in held(engine)] == ["A. Sample", "A. Sample"]


def test_a_deputy_without_a_line_goes_by_their_address_until_one_names_them(engine: Engine):
    entered = take(engine, f"Rochester,Governor,{A},,,d@x.example,,,,")
    assert entered.remarks == ["line 2: d@x.example has no line of their own, so no name yet"]
    take(engine, "Rochester,Head of Safety,D. Sample,D@x.example,,,,,,,")
    assert ("governor", "D. Sample", "deputy", None, None) in held(engine)


def test_a_new_deputy_follows_the_old_one(engine: Engine):
    take(engine, f"Rochester,Governor,{A},,,d@x.example,,,,")
    take(engine, f"Rochester,Governor,{A},,,e@x.example,,,,")
    take(engine, f"Rochester,Governor,{A},,,,,,,")
    assert [row[1:] for row in held(engine) if row[2] == "deputy"] == [
        ("d@x.example", "deputy", None, date(2024, 11, 11)),
        ("e@x.example", "deputy", TODAY, None),
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_whoever_left_had_a_deputy_in_their_days(engine: Engine, order: int):
    lines = (
        f"Rochester,Governor,{A},1/1/2024,31/8/2024,d@x.example,,,,",
        f"Rochester,Governor,{B},1/9/2024,,e@x.example,,,,",
    )
    take(engine, *lines[::order])
    assert changed(take(engine, *lines, on=date(2025, 3, 1))) == {}
    assert [row[1:] for row in held(engine) if row[2] == "deputy"] == [
        ("d@x.example", "deputy", date(2024, 1, 1), date(2024, 8, 31)),
        ("e@x.example", "deputy", date(2024, 9, 1), None),
    ]


def test_a_deputy_of_two_holders_stands_in_throughout(engine: Engine):
    take(engine, f"Rochester,Governor,{A},1/1/2024,,d@x.example,,,,")
    take(
        engine,
        f"Rochester,Governor,{A},1/1/2024,31/8/2024,d@x.example,,,,",
        f"Rochester,Governor,{B},1/9/2024,,d@x.example,,,,",
    )
    assert [row[1:] for row in held(engine) if row[2] == "deputy"] == [("d@x.example", "deputy", None, None)]


def test_a_contact_and_a_group_pass_on(engine: Engine):
    take(engine, f"Rochester,Governor,{A},,,,Kent,,GFSL,", on=date(2024, 10, 1))
    take(engine, f"Rochester,Head of Estates,{B},,,,Sussex,,Gov Facilities Services Limited,")
    with reading(engine) as session:
        assert [(one.post, one.period.first, one.period.last) for one in register(session).liaisons] == [
            ("governor", None, date(2024, 11, 11)),
            ("head of estates", TODAY, None),
        ]
        memberships = sorted((one.from_on, one.until_on) for one in all_of(session, GroupMembership))
    assert memberships == [(date(2024, 10, 1), TODAY), (TODAY, None)]


def test_an_absence_is_prolonged(engine: Engine):
    take(engine, f"Rochester,Governor,{A},,,,,,,20/11/2024")
    take(engine, f"Rochester,Governor,{A},,,,,,,30/11/2024", on=date(2024, 11, 18))
    take(engine, f"Rochester,Governor,{A},,,,,,,30/11/2024", on=date(2024, 12, 5))
    with reading(engine) as session:
        assert [(one.from_on, one.until_on) for one in all_of(session, Absence)] == [(TODAY, date(2024, 11, 30))]


def test_an_absence_that_is_over_is_known_of_its_days(engine: Engine):
    assert changed(take(engine, f"Rochester,Governor,{A},,,,,,,1/11/2024"))["added"] == 3
    assert changed(take(engine, f"Rochester,Governor,{A},,,,,,,1/11/2024")) == {}
    take(engine, f"Rochester,Governor,{A},,,,,,,30/11/2024")
    assert changed(take(engine, f"Rochester,Governor,{A},,,,,,,20/11/2024", on=date(2024, 11, 25))) == {}
    with reading(engine) as session:
        spans = [(one.from_on, one.until_on) for one in all_of(session, Absence)]
    assert spans == [(None, date(2024, 11, 1)), (TODAY, date(2024, 11, 30))]


@pytest.mark.parametrize("days", [0, 9])
def test_a_file_that_repeats_an_absence_does_not_undo_i_am_back(engine: Engine, days: int):
    line = f"Rochester,Governor,{A},,,,,,,30/11/2024"
    take(engine, line)
    back = TODAY + timedelta(days=days)
    with writing(engine) as session:
        (who,) = all_of(session, Person)
        assert be_back(session, who.id or 0, told=Told(back, datetime(2024, 11, 21, 12, tzinfo=UTC))) == "ended"
        ended = [(one.from_on, one.until_on) for one in all_of(session, Absence)]
    assert changed(take(engine, line, on=back + timedelta(days=1))) == {}
    with reading(engine) as session:
        assert [(one.from_on, one.until_on) for one in all_of(session, Absence)] == ended


def test_another_day_in_the_file_is_news_after_i_am_back(engine: Engine):
    take(engine, f"Rochester,Governor,{A},,,,,,,30/11/2024")
    with writing(engine) as session:
        (who,) = all_of(session, Person)
        be_back(session, who.id or 0, told=Told(TODAY, datetime(2024, 11, 12, 12, tzinfo=UTC)))
    later = date(2024, 11, 20)
    take(engine, f"Rochester,Governor,{A},,,,,,,6/12/2024", on=later)
    with reading(engine) as session:
        assert [(one.from_on, one.until_on) for one in all_of(session, Absence)] == [(later, date(2024, 12, 6))]


def test_who_has_two_posts_is_away_until_the_later_of_two_days_and_the_file_can_be_read_again(engine: Engine):
    lines = (f"Rochester,Governor,{A},,,,,,,20/11/2024", f"Rochester,Head of Safety,{A},,,,,,,30/11/2024")
    take(engine, *lines)
    assert changed(take(engine, *lines)) == {}
    with reading(engine) as session:
        assert [(one.from_on, one.until_on) for one in all_of(session, Absence)] == [(TODAY, date(2024, 11, 30))]
