"""Reported, and confirmed by somebody above who is free; sent back, reopened; said of a post by others."""

from datetime import date

import pytest

from storage.models import Absence
from tests.plans.progress.conftest import World
from tests.storage.register import a_holding, a_liaison, a_person, an_absence

# Rules alone; what the two databases do is tried elsewhere.
pytestmark = pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)


def test_what_is_reported_waits_for_the_post_above(world: World) -> None:
    done = world.did("governor", "report", words="Minutes attached", links=("https://example.org/m",))
    assert (done.from_status, done.to_status, done.as_post, done.waits_for) == (
        "not_started", "reported", "Governor", "Prison Group Director",
    )  # fmt: skip
    (entry, *_) = world.history()
    assert (entry.who, entry.as_post, entry.channel, entry.at) == ("A. Governor", "governor", "slack", world.now)
    assert (entry.from_status, entry.to_status, entry.words) == ("not_started", "reported", "Minutes attached")
    assert entry.links == ("https://example.org/m",)
    row = world.row(1)
    assert (row.status, row.version) == ("reported", 2)
    assert (row.due, row.original_due) == (date(2024, 11, 30), date(2024, 11, 30))
    assert world.holds()


def test_a_preview_changes_nothing(world: World) -> None:
    done = world.do("governor", "report", preview=True)
    assert (done.entry, done.waits_for) == (0, "Prison Group Director")  # type: ignore[union-attr]  # it was not refused
    assert (world.row(1).status, world.row(1).version, world.history()) == ("not_started", 1, [])


def test_the_post_above_confirms(world: World) -> None:
    world.did("governor", "report")
    done = world.did("pgd", "confirm", version=2)
    assert (done.from_status, done.to_status, done.as_post) == ("reported", "done", "Prison Group Director")
    assert world.refused("pgd", "confirm").sentence == ("Action 1 was confirmed by the Prison Group Director at 10:42.")


def test_what_stands_is_sustained_once_confirmed(world: World) -> None:
    assert world.did("governor", "report", 7).to_status == "reported"
    assert world.did("ed", "confirm", 7).to_status == "sustained"


@pytest.mark.parametrize("who", ["governor", "deputy", "hub", "safety", "assurer", "admin", "nobody", "stranger"])
def test_nobody_below_or_beside_confirms(world: World, who: str) -> None:
    world.did("governor", "report")
    assert world.refused(who, "confirm").sentence == (
        "Only the Prison Group Director for Rochester, or someone above, can confirm action 1. It is on their list."
    )
    assert world.row(1).status == "reported"


def test_whoever_reported_for_another_does_not_confirm_it(world: World) -> None:
    """The governor is the contact of Works Department here, and so has a part in it."""
    world.register(a_liaison, "Works Department", "Governor")
    world.did("governor", "report", 4)
    assert world.refused("governor", "confirm", 4).why == "right"
    assert world.did("pgd", "confirm", 4).to_status == "done"


def test_the_governor_confirms_for_an_outside_lead(world: World) -> None:
    done = world.did("residence", "report", 4)
    assert (done.as_post, done.for_party, done.waits_for) == ("Head of Residence", "Works Department", "Governor")
    assert world.did("governor", "confirm", 4).to_status == "done"


def test_what_the_coordinator_records_keeps_both_names(world: World) -> None:
    done = world.did("hub", "report", words="They told the meeting so")
    assert (done.as_post, done.for_party) == ("Coordinator", "Governor")
    entry = world.history()[0]
    assert (entry.who, entry.as_post, entry.for_party) == ("E. Hub", "coordinator", "governor")
    assert world.refused("hub", "confirm").why == "right"
    assert world.refused("governor", "confirm").why == "right"


def test_a_delegate_answers_for_the_lead(world: World) -> None:
    done = world.did("residence", "report", 3)
    assert (done.as_post, done.for_party, done.waits_for) == ("Head of Residence", "Head of Safety", "Governor")


def test_a_joint_owner_answers_and_does_not_confirm(world: World) -> None:
    assert world.did("works", "report", 3).as_post == "Head of Learning"
    for who in ("works", "safety", "residence"):
        assert world.refused(who, "confirm", 3).why == "right"
    assert world.did("governor", "confirm", 3).to_status == "done"


def test_a_post_above_that_does_the_work_does_not_confirm_it(world: World) -> None:
    world.did("safety", "delegate", 3, to="governor")
    assert world.did("safety", "report", 3).waits_for == "Prison Group Director"
    for who in ("governor", "as Governor"):
        assert world.refused(who, "confirm", 3).why == "right"


def test_a_deputy_standing_in_above_confirms(world: World) -> None:
    world.register(a_holding, "Prison Group Director", "L. Stand-in", capacity="deputy")
    world.did("governor", "report")
    assert world.refused("as L. Stand-in", "confirm").why == "right"
    world.register(an_absence, "F. Group", date(2024, 11, 25), date(2024, 12, 6))
    assert world.did("as L. Stand-in", "confirm").as_post == "Prison Group Director"


def test_of_one_person_in_two_posts_above_the_next_decides(world: World) -> None:
    world.vacate("prison group director")
    world.register(a_holding, "Prison Group Director", "A. Governor")
    assert world.did("governor", "report").waits_for == "Executive Director"
    assert world.refused("governor", "confirm").sentence.startswith("Only the Executive Director for Rochester can")
    assert world.did("ed", "confirm").to_status == "done"


def test_where_nobody_above_is_free_an_assurer_confirms(world: World) -> None:
    world.vacate("prison group director")
    world.vacate("executive director")
    for post in ("Prison Group Director", "Executive Director"):
        world.register(a_holding, post, "A. Governor")
    assert world.did("governor", "report").waits_for == "Assurer"
    assert world.refused("pgd", "confirm").sentence.startswith("Nobody above its lead is free, so only an assurer can")
    assert world.did("assurer", "confirm").as_post == "Assurer"


def test_an_assurer_does_not_confirm_while_somebody_above_can(world: World) -> None:
    world.did("governor", "report")
    assert world.refused("assurer", "confirm").why == "right"


def test_sent_back_with_a_reason(world: World) -> None:
    world.did("governor", "report")
    assert world.refused("pgd", "send_back").sentence == "Say why, in a few words: the reason is kept with it."
    assert world.did("pgd", "send_back", words="No minutes").to_status == "in_progress"


def test_reopened_with_a_reason(world: World) -> None:
    world.put(1, status="done")
    assert world.refused("governor", "reopen").why == "reason"
    assert world.did("governor", "reopen", words="They stopped").to_status == "in_progress"
    assert world.refused("governor", "reopen", words="They stopped").why == "status"


def test_reported_twice_says_who_did_and_when(world: World) -> None:
    world.did("governor", "report")
    world.later(days=1)
    assert world.refused("deputy", "report").sentence == (
        "Action 1 was reported done by the Governor on Monday 2 December at 10:42."
    )


def test_a_report_is_taken_back_by_saying_how_it_goes(world: World) -> None:
    world.did("governor", "report")
    assert world.did("deputy", "progress", words="One forum is left").to_status == "in_progress"
    assert world.refused("pgd", "confirm").why == "status"


def test_words_on_what_is_in_progress_are_no_new_version(world: World) -> None:
    world.did("governor", "progress", words="Two of four")
    assert world.row(1).version == 2
    world.did("governor", "progress", words="Three of four")
    assert (world.row(1).version, world.history()[0].to_status) == (2, None)


def test_with_assurance_off_reported_is_done(world: World) -> None:
    from storage.said import save_setting

    world.register(save_setting, "rochester-2024", "assurance", False, date(2024, 11, 1))
    assert world.did("governor", "report").to_status == "done"
    assert world.did("governor", "report", 7).to_status == "sustained"


def test_an_answer_closes_a_period_and_opens_the_next(world: World) -> None:
    done = world.did("governor", "report", 6)
    assert (done.to_status, done.from_due, done.to_due, done.waits_for) == (
        "in_progress", date(2024, 11, 30), date(2024, 12, 31), "",
    )  # fmt: skip
    row = world.row(6)
    assert (row.due, row.original_due, row.slips) == (date(2024, 12, 31), date(2024, 11, 30), 0)
    world.did("governor", "report", 6)
    assert world.row(6).due == date(2025, 1, 31)


def test_still_happening_takes_a_line_of_how_we_know(world: World) -> None:
    assert world.refused("governor", "sustain", 7).sentence.startswith("Say in a line how you know")
    assert world.did("governor", "sustain", 7, words="Checked on Friday").to_status == "in_progress"
    assert world.row(7).version == 1
    assert world.refused("governor", "sustain", 1, words="Yes").why == "status"


def test_a_button_of_an_older_message_is_told_what_changed_meanwhile(world: World) -> None:
    world.did("governor", "progress", words="Begun")
    late = world.refused("deputy", "report", version=1)
    assert (late.why, late.sentence) == (
        "overtaken",
        "Action 1 was marked in progress by the Governor at 10:42. Nothing else was recorded: look at it again.",
    )
    assert world.row(1).status == "in_progress"


def test_an_action_without_an_owner_is_the_coordinators_to_answer_for(world: World) -> None:
    assert world.refused("governor", "report", 5).sentence == (
        "Action 5 names no owner, so only the coordinator can answer for action 5."
    )
    assert world.did("hub", "report", 5).waits_for == "Governor"
    assert world.did("governor", "confirm", 5).to_status == "done"


def test_whoever_stands_in_for_a_vacant_post_answers_for_it(world: World) -> None:
    world.register(lambda session: session.add(Absence(
        person_id=a_person(session, "C. Safety").id, from_on=date(2024, 12, 1), until_on=date(2024, 12, 20),
    )))  # fmt: skip
    done = world.did("governor", "report", 3)
    assert (done.as_post, done.for_party, done.waits_for) == ("Governor", "Head of Safety", "Prison Group Director")
    assert world.refused("governor", "confirm", 3).why == "right"


def test_on_the_command_line_a_post_is_taken_as_held(world: World) -> None:
    assert world.did("as Head of Safety", "report", 3).as_post == "Head of Safety"
    assert world.refused("as Head of Safety", "confirm", 3).why == "right"
    assert world.did("as Governor", "confirm", 3).as_post == "Governor"
    assert world.did("as Coordinator", "report", 1).for_party == "Governor"
    assert world.history(1)[0].who == "Coordinator"


def test_a_day_to_come_is_no_day_on_which_it_was_done(world: World) -> None:
    assert world.refused("governor", "report", day=date(2024, 12, 4)).why == "day_to_come"
    assert world.did("governor", "report", day=date(2024, 11, 28)).day == date(2024, 11, 28)


def test_more_than_three_thousand_characters_are_refused_in_words(world: World) -> None:
    sentence = world.refused("governor", "note", words="x" * 3_001).sentence
    assert sentence.startswith("That is 3,001 characters: 3,000 characters at most.")
    assert world.did("governor", "note", words="x" * 3_000).entry


def test_what_no_database_keeps_is_left_out_of_the_words(world: World) -> None:
    world.did("governor", "note", words="a\0b\ud800c")
    assert world.history()[0].words == "abc"
    assert world.holds()
