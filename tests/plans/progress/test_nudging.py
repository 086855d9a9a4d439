"""Whoever is above may ask an owner how an action stands: once until they have answered, and heard in their next brief."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from plans import digests
from plans.chat import Asker
from plans.messages import Changed, Receipt, Refused, Verb
from plans.policy.briefs import day
from plans.policy.values import Action as Policed
from plans.policy.values import Item
from plans.progress.facts import facts
from plans.progress.turn import Turn
from plans.situations import situation
from storage.database import reading
from storage.models import Holding
from storage.sent import overtaken_of
from tests.plans.progress.conftest import MONDAY, World
from tests.plans.progress.talking import Talk, button, form, labels, receipt, told

pytestmark = pytest.mark.mostly_sqlite

TUESDAY = date(2024, 12, 3)
DRAFT = "rochester 2024-12-03"


def heard(world: World, on: date = TUESDAY) -> list[tuple[str, Item]]:
    """To whom what was asked is told on a day, and the line."""
    with reading(world.engine) as session:
        found = situation(session, on, since=on - timedelta(days=1), presumed_before=on)
    lines = [(brief.to.person, item) for brief in day(found).briefs for item in brief.items]
    return [(person.name if person else "nobody", item) for person, item in lines if item.news]


def as_policed(world: World, ref: int) -> Policed:
    with reading(world.engine) as session:
        found = situation(session, TUESDAY, since=MONDAY, everything=True)
    return next(one for one in found.actions if one.id == world.id(ref))


def test_whoever_does_the_work_finds_it_in_their_next_brief_with_the_line_that_went_with_it(world: World) -> None:
    done = world.did("governor", "nudge", 3, words="The inspectors asked for this one")
    assert (done.party, done.waits_for, done.day, done.as_post) == (
        "Head of Residence", "the Head of Residence", TUESDAY, "Governor",
    )  # fmt: skip
    ((who, item),) = heard(world)
    assert (who, [event.doing for event in item.news]) == ("D. Residence", ["nudge"])
    assert item.news[0].words == "The inspectors asked for this one"
    assert heard(world, MONDAY) == []


def test_what_is_asked_before_the_hour_is_in_that_mornings_brief(world: World) -> None:
    world.now = datetime(2024, 12, 3, 8, 50, tzinfo=UTC)
    assert world.did("governor", "nudge", 3).day == TUESDAY
    world.now = datetime(2024, 12, 6, 16, 0, tzinfo=UTC)  # a Friday afternoon
    assert world.did("pgd", "nudge", 1).day == date(2024, 12, 9)


def test_it_changes_nothing_of_the_action_and_answers_for_nobody(world: World) -> None:
    before = world.row(3)
    world.did("pgd", "nudge", 3, words="How does it go?")
    after = world.row(3)
    assert (after.version, after.status, after.due, after.slips) == (
        before.version, before.status, before.due, before.slips,
    )  # fmt: skip
    seen = as_policed(world, 3)
    assert (seen.answered_on, seen.noted_on, seen.changed_on) == (None, None, None)
    assert world.holds()


def test_an_owner_is_asked_once_until_they_have_answered(world: World) -> None:
    world.did("governor", "nudge", 3)
    again = world.later(minutes=20).refused("pgd", "nudge", 3)
    assert again.why == "asked"
    assert again.sentence == (
        "The Head of Residence was asked about action 3 by the Governor at 10:42, and has not answered yet. It is in"
        " their brief of Tuesday 3 December."
    )
    world.later(days=2)
    assert "It was in their brief of Tuesday 3 December." in world.refused("pgd", "nudge", 3).sentence
    world.did("residence", "progress", 3, words="half are trained")
    assert world.later(minutes=1).did("pgd", "nudge", 3).day == date(2024, 12, 5)


def test_what_was_answered_before_the_brief_is_no_news_in_it(world: World) -> None:
    world.did("governor", "nudge", 3)
    world.later(minutes=5).did("residence", "progress", 3, words="half are trained")
    assert heard(world) == []


def test_a_note_from_above_is_no_answer(world: World) -> None:
    world.did("governor", "nudge", 3)
    world.later(minutes=5).did("pgd", "note", 3, words="seen on the wing")
    assert world.refused("pgd", "nudge", 3).why == "asked"


def test_an_answer_that_was_taken_back_is_none(world: World) -> None:
    world.did("governor", "nudge", 3)
    answered = world.later(minutes=1).did("residence", "progress", 3, words="half are trained")
    world.undo("residence", answered.entry, 3)
    assert world.refused("pgd", "nudge", 3).why == "asked"
    assert len(heard(world)) == 1


def test_whoever_asked_can_take_it_back_for_ten_minutes(world: World) -> None:
    asked = world.did("governor", "nudge", 3)
    assert isinstance(world.later(minutes=9).undo("governor", asked.entry, 3), Changed)
    assert heard(world) == []
    late = world.did("governor", "nudge", 3)
    assert isinstance(world.later(minutes=11).undo("governor", late.entry, 3), Refused)


def test_what_a_brief_may_have_told_is_not_taken_back_so_that_no_owner_is_asked_every_morning(world: World) -> None:
    world.now = datetime(2024, 12, 3, 8, 55, tzinfo=UTC)
    asked = world.did("governor", "nudge", 3)
    refused = world.later(minutes=5).undo("governor", asked.entry, 3)
    assert isinstance(refused, Refused)
    assert (refused.why, refused.sentence) == (
        "told", "The brief of Tuesday 3 December has it by now, so it cannot be taken back.",
    )  # fmt: skip
    world.later(days=1)
    assert world.refused("governor", "nudge", 3).why == "asked"


def test_until_the_hour_of_the_brief_it_can_be_taken_back(world: World) -> None:
    world.now = datetime(2024, 12, 3, 8, 55, tzinfo=UTC)
    asked = world.did("governor", "nudge", 3)
    assert isinstance(world.later(minutes=4).undo("governor", asked.entry, 3), Changed)
    assert heard(world) == []


def test_nobody_asks_themselves_or_a_post_at_which_nobody_would_hear(world: World) -> None:
    assert "nudge" not in world.may("governor", 1)
    assert world.refused("governor", "nudge", 1).sentence == "Action 1 waits for you: it stands in your own brief."
    assert "nudge" not in world.may("hub", 5)  # what has no owner is the coordinator's
    assert world.did("governor", "nudge", 5).waits_for == "the coordinator"
    assert world.did("governor", "nudge", 4).waits_for == "the contact for Works Department"
    world.vacate("head of learning")
    with reading(world.engine) as session:
        assert session.exec(select(Holding)).first()
    world.put(2, status="blocked")
    world.vacate("governor")
    assert world.refused("pgd", "nudge", 2).sentence == (
        "Nobody is registered as Governor of HMP Rochester, so nobody would hear it. Register them first."
    )


def test_whoever_stands_in_is_asked(world: World) -> None:
    with reading(world.engine) as session:
        turn = Turn(session, Asker("slack:T1:pgd"), world.now)
        assert facts(turn, [world.id(1)])[world.id(1)].lead == "governor"
    done = world.did("pgd", "nudge", 1)
    assert done.waits_for == "the Governor"


def test_who_may_not_is_told_who_may(world: World) -> None:
    assert world.refused("safety", "nudge", 3).sentence == (
        "Only a post above the Head of Safety for Rochester, the coordinator or an assurer can ask about action 3."
    )
    assert world.refused("nobody", "nudge", 5).sentence == (
        "Only a post above its owner, the coordinator or an assurer can ask about action 5."
    )
    world.put(3, status="reported")
    assert world.refused("governor", "nudge", 3).sentence == (
        "Action 3 is reported done, so there is nothing to ask its owner."
    )


def test_the_coordinator_asks_as_themselves_and_not_for_the_post(world: World) -> None:
    done = world.did("hub", "nudge", 3)
    assert (done.as_post, done.for_party) == ("Coordinator", "")
    assert as_policed(world, 3).answered_on is None


def test_a_line_is_three_hundred_characters_at_most(world: World) -> None:
    assert world.refused("governor", "nudge", 3, words="x" * 301).sentence == "That is 301 characters: 300 at most."
    world.did("governor", "nudge", 3, words="x" * 300)


# --- buttons and forms -----------------------------------------------------------------------------------------------


def test_the_card_asks_with_a_form_whoever_may_and_says_at_once_that_it_was_asked(world: World, talk: Talk) -> None:
    card = talk.asks("governor", "Rochester 3")
    asked = form(talk.presses("governor", button(card, "Ask the owner")))
    (line,) = asked.fields
    assert (asked.title, line.kind, line.optional, line.hint) == (
        "3: Ask the owner", "line", True, "Its owner sees it, and no channel. No prisoner names.",
    )  # fmt: skip
    assert talk.submits("governor", asked, words="x" * 301) == {"words": "That is 301 characters: 300 at most."}
    assert receipt(talk.submits("governor", asked, words="How does it go?")).changed[0].day == TUESDAY
    again = talk.presses("pgd", button(talk.asks("pgd", "Rochester 3"), "Ask the owner"))
    assert receipt(again).refused[0].why == "asked"
    assert "Ask the owner" not in labels(talk.asks("residence", "Rochester 3"))


def test_a_brief_that_was_sent_still_waits_for_its_answer(world: World, talk: Talk) -> None:
    number = talk.brief("residence", 3)
    world.later(hours=1).did("governor", "nudge", 3)
    with reading(world.engine) as session:
        assert overtaken_of(session, number) == frozenset()


def test_a_digest_asks_about_what_is_late_then_red_then_due_soon(world: World, talk: Talk) -> None:
    world.put(4, status="blocked", due=date(2025, 3, 31))
    world.put(3, due=date(2024, 12, 10))
    world.put(2, due=date(2024, 11, 20))
    asked = form(talk.presses("pgd", Verb("nudge", "Ask an owner", DRAFT)))
    which, words = asked.fields
    assert [label for _, label in which.choices] == [
        "2 Title 2 · 13 days late",
        "1 Title 1 · 3 days late",
        "6 Title 6 · 3 days late",
        "4 Title 4 · red",
        "3 Title 3 · amber",
    ]
    assert dict(which.notes)[str(world.id(4))] == "asks the contact for Works Department"
    assert (words.kind, words.optional) == ("line", True)


def test_several_owners_are_asked_at_once_and_the_receipt_says_when_each_hears(world: World, talk: Talk) -> None:
    world.put(3, due=date(2024, 11, 29))
    asked = form(talk.presses("pgd", Verb("nudge", "Ask an owner", DRAFT)))
    assert talk.submits("pgd", asked) == {"which": "Choose at least one action."}
    chosen = (str(world.id(1)), str(world.id(3)))
    done = receipt(talk.submits("pgd", asked, which=chosen, words="Before Friday's visit"))
    assert [(one.address, one.waits_for, one.day) for one in done.changed] == [
        ("1", "the Governor", TUESDAY), ("3", "the Head of Residence", TUESDAY),
    ]  # fmt: skip
    left = form(talk.presses("pgd", Verb("nudge", "Ask an owner", DRAFT)))
    assert [label[:1] for _, label in left.fields[0].choices] == ["6"]
    assert "Of 2 more their owners were asked already" in left.intro
    late = receipt(talk.submits("pgd", asked, which=chosen))
    assert [one.why for one in late.refused] == ["asked", "asked"]


@pytest.mark.parametrize("chosen", [[1, None, {}], "nonsense", [], [["1"]]])
def test_a_form_that_somebody_forged_asks_nobody(world: World, talk: Talk, chosen: Any) -> None:
    asked = form(talk.presses("pgd", Verb("nudge", "Ask an owner", DRAFT)))
    assert talk.submits("pgd", asked, which=chosen) == {"which": "Choose at least one action."}


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_a_digest_of_no_day_there_ever_is_asks_about_nothing(world: World, talk: Talk, on: str) -> None:
    assert told(talk.presses("pgd", Verb("nudge", "Ask an owner", f"rochester {on}"))).startswith("That button belongs")


def test_who_may_ask_nobody_is_told_who_may_and_where_nothing_is_left_that(world: World, talk: Talk) -> None:
    pressed = Verb("nudge", "Ask an owner", DRAFT)
    for who in ("nobody", "safety"):
        assert told(talk.presses(who, pressed)).startswith(
            "Only a post above an action's owner, the coordinator of HMP"
        )
    for ref in (1, 6):
        world.did("pgd", "nudge", ref)
    assert told(talk.presses("pgd", pressed)).startswith("The owners of all that is late, red or due soon")
    for ref in (1, 6):
        world.put(ref, status="reported")
    assert told(talk.presses("pgd", pressed)).startswith("Nothing of HMP Rochester is late")
    assert told(talk.presses("pgd", Verb("nudge", "Ask an owner", "999"))).startswith("That button belongs")


def test_of_a_frozen_digest_what_is_asked_about_is_what_is_so_by_now(world: World, talk: Talk) -> None:
    from storage.database import writing

    with writing(world.engine) as session:
        kept: Any = digests.freeze(
            session, "rochester", on=TUESDAY, week="2024-W49", now=world.now, words=lambda message: "words"
        )
    world.put(1, status="done")
    asked = form(talk.presses("pgd", Verb("nudge", "Ask an owner", str(kept.id))))
    assert [label[:1] for _, label in asked.fields[0].choices] == ["6"]


def test_undo_in_words_takes_the_question_back(world: World, talk: Talk) -> None:
    world.did("governor", "nudge", 3)
    done: Receipt = talk.says("governor", "undo")
    assert done.undone
    assert heard(world) == []
