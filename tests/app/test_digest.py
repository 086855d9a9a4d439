"""`actions digest` over the published plans: figures counted by hand in the document, and digests brought back."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, text

from app import digesting
from app.failing import Failed, Unusable
from bot.plain import render
from plans.digest.weekly import week
from plans.digests import freeze, freeze_group
from storage.database import writing
from tests.storage.register import a_holding, a_person

MONDAY, TUESDAY = date(2025, 2, 3), date(2025, 2, 4)
MORNING = datetime(2025, 2, 4, 8, 30, tzinfo=UTC)


@pytest.fixture
def held(changeable: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(digesting, "database", lambda: changeable)
    return changeable


def said(capsys: Any, prison: str | None = "Rochester", **asked: Any) -> str:
    digesting.digest(prison, **{"group": None, "on": MONDAY, "number": None, "as_json": False, **asked})
    printed: str = capsys.readouterr().out
    return printed


def told(capsys: Any, prison: str | None = "Rochester", **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(capsys, prison, as_json=True, **asked))
    return found


def live_since(engine: Engine, day: str) -> None:
    with writing(engine) as session:
        session.connection().execute(text("UPDATE plan SET live_at = :at"), {"at": f"{day} 00:00:00.000000"})


def refs(listed: list[dict[str, Any]]) -> list[str]:
    return [one["ref"] for one in listed]


def test_on_3_february_18_of_26_are_overdue_six_of_them_since_the_week_before(held: Engine, capsys: Any) -> None:
    """Of October 1, of November 6, of December 5, of January 6; 2, 3, 12, 16, 18, 20 and 21 are due later; 7 only has a
    start."""
    live_since(held, "2024-10-01")
    found = told(capsys)
    assert found["counts"]["overdue"] == len(found["late"]) == 18
    assert refs(found["late"]) == (
        ["1", "4", "5", "6", "8", "9", "10", "11", "13", "14", "15", "17", "19", "22", "23", "24", "25", "26"]
    )
    assert refs([one for one in found["late"] if one["new"]]) == ["1", "4", "11", "14", "22", "26"]
    assert {name: found["counts"][name] for name in ("red", "amber", "green", "blue", "grey")} == {
        "red": 18, "amber": 0, "green": 7, "blue": 0, "grey": 1,
    }  # fmt: skip
    assert (found["number"], found["before"], found["since"], found["frozen"]) == (1, None, "2025-01-28", False)
    assert found["coming"] == found["changed"] == found["asked"] == []
    assert "18 of 26" in found["text"]


def test_prisoner_numbers_are_masked_in_what_is_said_and_in_what_is_kept(held: Engine, capsys: Any) -> None:
    with writing(held) as session:
        session.connection().execute(text("UPDATE action SET title = 'Move A1234BC' WHERE ref = '8'"))
        kept = freeze(session, "rochester", on=TUESDAY, week=week(TUESDAY), now=MORNING, words=render)
    for printed in (told(capsys)["text"], said(capsys, number=kept.number)):
        assert "A1234BC" not in printed
        assert "8 Move " in printed


def test_what_was_late_already_when_its_plan_was_loaded_on_saturday_is_not_new_on_monday(
    held: Engine, capsys: Any
) -> None:
    """DESIGN 4: dates already past are not newly late. All 18 are of January or before, the plan was loaded on 1 February."""
    found = told(capsys)
    counts = found["counts"]
    assert [one["new"] for one in found["late"]] == [False] * 18
    assert (counts["late_before"], counts["new"], counts["before_live"], counts["overdue"]) == (18, 0, 18, 18)


def test_themes_are_counted_as_the_document_prints_them(held: Engine, capsys: Any) -> None:
    rows = {row["theme"]: (row["red"], row["total"]) for row in told(capsys)["by_theme"]}
    assert rows == {
        "Leadership": (1, 2), "Staff Capability": (1, 2), "Culture": (2, 3), "Healthcare Provision": (3, 3),
        "Purposeful Activity": (3, 4), "Living Conditions": (2, 4), "Safety": (1, 3),
        "Security and Drug Strategy": (2, 2), "Public Protection and Resettlement Planning": (3, 3),
    }  # fmt: skip


def test_a_week_before_february_ends_the_curriculum_review_is_coming(held: Engine, capsys: Any) -> None:
    found = told(capsys, on=date(2025, 2, 21))
    assert refs(found["coming"]) == ["12"]
    assert found["counts"]["amber"] == 1


def test_what_inspectors_found_in_june_stands_beside_the_plan_from_the_day_they_left(held: Engine, capsys: Any) -> None:
    """They were there from 2 to 4 June 2025: nine concerns of their own, four themes of Ofsted's."""
    assert told(capsys, on=date(2025, 6, 3))["judgements"] == []
    found = told(capsys, on=date(2025, 6, 4))["judgements"]
    assert [one["body"] for one in found].count("HMI Prisons") == 9
    assert [one["body"] for one in found].count("Ofsted") == 4
    # Three sections are called as themes of the plan are; of the others nobody can be sure.
    assert {one["section"]: one["about"] for one in found if one["about"]} == {
        "Leadership": ["1", "2"], "Safety": ["19", "20", "21"], "Living conditions": ["15", "16", "17", "18"],
    }  # fmt: skip


def test_where_no_plan_prints_an_inspection_nothing_is_said_of_the_next(held: Engine, capsys: Any) -> None:
    assert told(capsys)["visit"] is None
    with writing(held) as session:
        session.connection().execute(text("UPDATE plan SET inspected_told = '2024-08-22' WHERE key = 'rochester-2024'"))
    visit = told(capsys)["visit"]
    assert (visit["first"], visit["last"]) == ("2025-04-22", "2025-08-22")
    assert (visit["unconfirmed"], visit["of"], visit["due_after"]) == (26, 26, 2)
    # 16 in September and 18 on 30 April are due once inspectors may be there. In June they were.
    assert told(capsys, on=date(2025, 6, 4))["visit"] is None


def test_the_very_one_that_was_sent_is_printed_byte_for_byte(held: Engine, capsys: Any) -> None:
    words = "HMP Rochester: 18 late.\n  “Quoted”, é, 🔴\n"
    with writing(held) as session:
        first = freeze(session, "rochester", on=TUESDAY, week=week(TUESDAY), now=MORNING, words=lambda _: words)
        session.connection().execute(text("UPDATE action SET status = 'done', version = version + 1"))
    assert said(capsys, number=1) == words
    found = told(capsys, number=1)
    assert (found["text"], found["sha256"], found["frozen"]) == (words, first.sha256, True)
    assert found["counts"]["overdue"] == 18
    assert told(capsys)["number"] == 2


def test_one_that_was_altered_is_refused_in_a_sentence(held: Engine, capsys: Any) -> None:
    for statement in (
        "UPDATE digest SET text = 'All is well'",
        "UPDATE digest SET body = '{}'",
        "UPDATE digest SET number = 2, occasion = '2025-W07'",
    ):
        with writing(held) as session:
            session.connection().execute(text("DELETE FROM digest"))
            freeze(session, "rochester", on=TUESDAY, week=week(TUESDAY), now=MORNING, words=render)
            session.connection().execute(text(statement))
            number = 2 if "number" in statement else 1
        with pytest.raises(Failed, match=f"Digest {number} of Rochester is not as it was sent"):
            said(capsys, number=number)


def test_what_is_not_there_is_said_in_a_sentence(held: Engine, capsys: Any) -> None:
    with pytest.raises(Unusable, match="There is no digest 7 of Rochester"):
        said(capsys, number=7)
    with pytest.raises(Unusable, match="I hold nothing of a prison “Wandsworth”"):
        said(capsys, "Wandsworth")
    with pytest.raises(Unusable, match="Name a prison, or with --group"):
        said(capsys, None)
    with pytest.raises(
        Unusable,
        match=r"Nobody is registered as Prison Group Director who directs two prisons with a live plan on Monday 3 Feb.*posts import",
    ):
        said(capsys, None, group="Prison Group Director")


def test_a_director_of_several_prisons_gets_those_that_need_them_first(held: Engine, capsys: Any) -> None:
    with writing(held) as session:
        for prison in ("rochester", "maidstone", "chelmsford"):
            a_holding(session, "Prison Group Director", "A. Sample", prison=prison)
        director = a_person(session, "A. Sample").id or 0
    found = told(capsys, None, group="Prison Group Director")
    rows = found["prisons"]
    assert [row["key"] for row in rows] == ["maidstone", "chelmsford", "rochester"]
    assert [row["counts"]["red"] for row in rows] == sorted((row["counts"]["red"] for row in rows), reverse=True)
    assert found["counts"]["total"] == sum(row["counts"]["total"] for row in rows) == 26 + 46 + 56
    assert rows[2]["worst"][0] == {"address": "8", "title": rows[2]["worst"][0]["title"], "days_late": 95}
    assert told(capsys, None, group="A. Sample") == found
    with writing(held) as session:
        freeze(session, "rochester", on=TUESDAY, week="2025-W06", now=MORNING, words=render)
        group = freeze_group(session, director, on=TUESDAY, week="2025-W06", now=MORNING, words=lambda _: "Three.")
    assert group
    assert {row.key: row.number for row in group.rows} == {"maidstone": None, "chelmsford": None, "rochester": 1}
    assert said(capsys, None, group="A. Sample", number=1) == "Three.\n"
