"""Every role × status × verb on an action of the Head of Safety's, tried: what may be done is done, all else is refused
in a sentence and leaves no trace. The table is written by hand from DESIGN sections 2 and 5."""

from datetime import date
from typing import Any, get_args

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from plans.messages import Changed, Refused
from plans.progress.changing import Wanted, change, permitted
from plans.rights import RIGHTS, Doing
from storage.models import Request
from tests.plans.progress.conftest import World
from tests.plans.test_rights import COLUMN, doings
from tests.storage.register import a_holding

# who: open, reported, finished, withdrawn. Another date is asked for by the Head of Safety, and that the Head of
# Kitchens should lead.
TABLE = {
    "safety":           ("rpbPhdn", "pbdn", "nso", "n"),
    "as M. Stand-in":   ("rpbPhn",  "pbn",  "nso", "n"),  # deputy of the Head of Safety
    "residence":        ("rpbPhn",  "pbn",  "nso", "n"),  # does the work
    "works":            ("rpbPn",   "pbn",  "nso", "n"),  # joint owner
    "hub":              ("rpbPhdnN", "pbdn", "nso", "n"),  # coordinator
    "governor":         ("axnN",    "ckn",  "no",  "n"),
    "pgd":              ("axnN",    "ckn",  "no",  "n"),
    "ed":               ("axnN",    "ckn",  "no",  "n"),
    "as N. Kitchens":   ("tf",      "",     "",    ""),
    "assurer":          ("nN",      "n",    "no",  "n"),
    "deputy":           ("",        "",     "",    ""),  # of the governor, who is there
    "admin":            ("",        "",     "",    ""),
    "nobody":           ("",        "",     "",    ""),
    "stranger":         ("",        "",     "",    ""),
    "as Head of Safety":          ("rpbPhdn", "pbdn", "nso", "n"),
    "as Prison Group Director":   ("axnN",    "ckn",  "no",  "n"),
    "as Coordinator":             ("rpbPhdnN", "pbdn", "nso", "n"),
    "as Head of Gardens":         ("",        "",     "",    ""),
}  # fmt: skip

SLOTS: dict[str, Any] = {"words": "Because", "until": date(2025, 6, 30)}
TO = {"hand_over": "governor", "delegate": "head of residence"}


@pytest.fixture
def table(world: World) -> World:
    world.register(a_holding, "Head of Safety", "M. Stand-in", capacity="deputy")
    world.register(a_holding, "Head of Kitchens", "N. Kitchens")
    for kind, wanted in (("extension", {"to_due": date(2025, 3, 31)}), ("hand_over", {"to_party": "head of kitchens"})):
        world.register(lambda session, kind=kind, wanted=wanted: session.add(Request(
            action_id=world.id(3), kind=kind, as_post="head of safety", asked=1, asked_on=date(2024, 12, 2), **wanted,
        )))  # fmt: skip
    return world


def tried(engine: Engine, world: World, who: str, action: int) -> dict[Doing, Changed | Refused]:
    """Each verb, and all of it forgotten again."""
    found: dict[Doing, Changed | Refused] = {}
    for doing in RIGHTS:
        with Session(engine) as session:
            found[doing] = change(world.turn(session, who), Wanted(action, doing, to=TO.get(doing), **SLOTS))
            session.rollback()
    return found


@pytest.mark.parametrize("status", COLUMN)
def test_every_role_does_what_the_table_says_and_nothing_else(table: World, status: str) -> None:
    if table.engine.dialect.name == "postgresql" and status not in ("in_progress", "reported"):
        pytest.skip("a sample is enough here")
    table.put(3, status=status)
    action = table.id(3)
    for who, columns in TABLE.items():
        expected = doings(columns[COLUMN[status]])
        found = tried(table.engine, table, who, action)
        assert {doing for doing, done in found.items() if isinstance(done, Changed)} == expected, who
        with Session(table.engine) as session:
            assert set(permitted(table.turn(session, who), action)) == expected, who
        for doing, done in found.items():
            if isinstance(done, Refused):
                assert done.sentence.endswith("."), (who, doing)
                assert done.address == "3"
    assert table.history(3) == []


def test_refusals_for_want_of_a_right_name_who_has_it(table: World) -> None:
    for doing in ("report", "postpone", "hand_over", "delegate", "note", "agree", "accept"):
        assert table.refused("nobody", doing, 3, to="governor", **SLOTS).sentence.startswith("Only "), doing
    assert set(get_args(Doing)) == {*RIGHTS, "undo"}


# Of a closed plan: marked done, noted on, or left with a reason; live again, all of it.
CLOSED = {
    "safety": "rn", "residence": "rn", "works": "rn", "hub": "rnl", "governor": "nl", "pgd": "n", "assurer": "n",
    "as N. Kitchens": "", "nobody": "",
}  # fmt: skip


def test_of_a_closed_plan_little_is_left_to_do(table: World) -> None:
    table.plan(live=False)
    for who, letters in CLOSED.items():
        assert table.may(who, 3) == doings(letters), who
    assert table.refused("safety", "block", 3, words="x").sentence == (
        "Its plan is closed: action 3 can only be marked done, noted on, or left with a reason."
    )
    assert table.did("hub", "leave", 3, words="Carried over into the new plan").to_status == "withdrawn"
    assert table.refused("hub", "leave", 3, words="x").sentence == (
        "Action 3 was left with its closed plan by the coordinator for the Head of Safety at 10:42."
    )
    for ref in (2, 6):  # what recurs too: no period opens any more
        table.did("governor", "report", ref)
        assert table.did("pgd", "confirm", ref).to_status == "done"


def test_a_review_is_never_answered(table: World) -> None:
    table.plan(live=False, kind="review")
    for who in TABLE:
        assert table.may(who, 3) == set()
