"""Where the plan prints an action: whoever asks is shown what is published, and the way back."""

import pytest

from bot.conversation import about
from bot.plain import render
from plans.messages import ActionCard, Printed, Verb
from plans.progress.printed import place
from storage.database import writing
from storage.models import Action, Recommendation, Source
from tests.plans.progress.conftest import NOW
from tests.plans.progress.talking import Talk, button
from tests.storage.rows import add

pytestmark = pytest.mark.mostly_sqlite

HERE = {"page": 3, "table": 1, "row": 7}


def read_from_a_file(talk: Talk) -> None:
    with writing(talk.world.engine) as session:
        action = session.get_one(Action, talk.world.id(1))
        asked = Recommendation(plan_id=action.plan_id, position=90, theme="Culture", text="More is to be done.")
        action.recommendation_id = add(session, asked).id
        action.owner_cell, action.target = "Governor", "November 2024"
        action.places = {
            "text": [HERE, {**HERE, "page": 4, "row": 1}],
            "owner": [HERE],
            "theme": [{"table": 1, "row": 2}],
        }
        session.add(Source(plan_id=action.plan_id, file="plan.docx", sha256="a" * 64, read_at=NOW))


def test_anybody_is_shown_what_the_plan_prints_and_where(talk: Talk):
    read_from_a_file(talk)
    card = talk.asks("nobody", "Rochester 1")
    shown = talk.presses("nobody", button(card, "Show in the plan"))

    assert isinstance(shown, Printed)
    assert (shown.prison, shown.plan, shown.address, shown.file) == ("HMP Rochester", "plan 2024", "1", "plan.docx")
    assert shown.parts == (
        ("theme", "Culture", "table 1, row 2"),
        ("recommendation", "More is to be done.", ""),
        ("text", "Text 1", "page 3, table 1, row 7 and page 4, table 1, row 1"),
        ("owner", "Governor", "page 3, table 1, row 7"),
        ("target", "November 2024", ""),
    )
    assert isinstance(talk.presses("nobody", button(shown, "Back to the action")), ActionCard)


def test_what_is_said_below_it_is_said_of_its_action(talk: Talk):
    read_from_a_file(talk)
    shown = talk.presses("governor", button(talk.asks("governor", "Rochester 1"), "Show in the plan"))
    assert about(shown) == talk.world.id(1)


def test_it_is_said_in_sentences(talk: Talk):
    read_from_a_file(talk)
    shown = talk.presses("governor", button(talk.asks("governor", "Rochester 1"), "Show in the plan"))

    said = render(shown).split("\n\n")
    assert said[0] == "1 Title 1\nHMP Rochester, plan 2024: plan.docx"
    assert said[4] == "Owner (page 3, table 1, row 7):\n  Governor"
    assert said[5] == "Target date:\n  November 2024"


def test_a_plan_imported_before_places_were_kept_says_so(talk: Talk):
    shown = talk.presses("governor", button(talk.asks("governor", "Rochester 2"), "Show in the plan"))

    assert render(shown).endswith(
        "Where it stands was not kept when this plan was imported. Import the plan again to know it."
    )


def test_an_action_that_is_gone_is_said_to_be(talk: Talk):
    gone = talk.presses("governor", Verb("source", "Show in the plan", "999999"))
    assert "gone" in render(gone)


def test_a_row_of_a_workbook_names_its_sheet():
    assert place([{"sheet": "Plan", "row": 9}, {"sheet": "Plan", "row": 9}]) == "sheet “Plan”, row 9"
    assert place([]) == ""
