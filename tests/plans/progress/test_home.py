"""A person's home: what is theirs, what waits for them, how their prisons stand, and that they are away for a while."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from plans.asking import answer
from plans.digests import preview
from plans.messages import Counts, Home, Receipt, Verb
from plans.progress import home as gathered
from storage.database import reading, writing
from storage.models import Absence, Plan
from storage.posts import Told
from tests.plans.progress.conftest import MONDAY, NOW, PEOPLE, World
from tests.plans.progress.talking import Talk, asker, button, form, labels, told
from tests.storage.register import a_holding, a_person, an_absence
from tests.storage.rows import a_plan, an_action

pytestmark = pytest.mark.mostly_sqlite

OF_A_DIGEST = {"new", "cleared", "gone", "late_before", "before_live", "extensions", "hand_overs", "printed"}
"""What is counted of a week alone, or of what is asked for."""

AWAY = Verb("away", "I am away", "")


def home(talk: Talk, who: str, page: int = 1) -> Home:
    shown = talk.presses(who, Verb("home", "", "", page))
    assert isinstance(shown, Home)
    return shown


def addresses(lines: Any) -> list[str]:
    return [each.line.address for each in lines]


def absences(world: World) -> list[tuple[date | None, date, int | None]]:
    with reading(world.engine) as session:
        return [(one.from_on, one.until_on, one.told_by) for one in session.exec(select(Absence))]


def person(world: World, who: str) -> int:
    with writing(world.engine) as session:
        return a_person(session, PEOPLE[who]).id or 0


# --- mine ----------------------------------------------------------------------------------------------------------


def test_what_is_late_comes_first_then_what_has_a_date_then_what_was_begun_then_the_rest(talk: Talk):
    shown = home(talk, "governor")
    assert (shown.person, shown.on) == ("A. Governor", MONDAY)
    assert addresses(shown.late) == ["1", "6"]
    assert [each.line.days_late for each in shown.late] == [2, 2]
    assert addresses(shown.next) == ["2", "7", "8"]
    assert shown.totals == (2, 3, 0)


def test_the_longest_late_comes_first(talk: Talk, world: World):
    world.put(6, due=date(2024, 10, 31))
    assert addresses(home(talk, "governor").late) == ["6", "1"]


@pytest.mark.parametrize("who", ["governor", "deputy", "safety", "residence", "works", "pgd", "hub", "nobody"])
def test_mine_is_what_a_question_says_is_mine(talk: Talk, world: World, who: str):
    shown = home(talk, who)
    with reading(world.engine) as session:
        found = {
            words: [] if (asked := answer(session, words, asker=asker(who), on=MONDAY)).error else list(asked.rows)
            for words in ("mine overdue", "mine open")
        }
    assert shown.totals[0] == len(found["mine overdue"])
    assert sum(shown.totals[:2]) + shown.reported == len(found["mine open"])


def test_work_done_for_others_is_theirs_too(talk: Talk):
    assert addresses(home(talk, "residence").next) == ["4", "3"]  # contact of Works Department; delegate


def test_what_is_reported_is_only_counted_and_waits_for_who_may_confirm_it(talk: Talk, world: World):
    world.did("governor", "report", 1, words="done")
    shown = home(talk, "governor")
    assert (addresses(shown.late), shown.reported, shown.past_reported) == (["6"], 1, 1)
    above = home(talk, "pgd")
    assert [(each.line.address, each.waits) for each in above.awaiting] == [("1", "confirm")]
    assert labels(above)[0] == "Decide 1"
    asked = form(talk.presses("pgd", above.verbs[0]))
    assert asked.name == "decide"


def test_another_date_asked_for_waits_for_who_may_agree(talk: Talk, world: World):
    world.did("governor", "postpone", 1, words="no chaplain", until=date(2025, 1, 31))
    assert [each.waits for each in home(talk, "pgd").awaiting] == ["approve"]


def test_several_that_are_owed_are_updated_with_one_form_from_home(talk: Talk, world: World):
    shown = home(talk, "governor")
    asked = form(talk.presses("governor", button(shown, "Update all 5")))
    assert next(field.label for field in asked.fields if field.kind == "one") == "1 Title 1"
    first, second = world.id(1), world.id(2)
    done = talk.submits("governor", asked, **{f"do_{first}": "report", f"do_{second}": "progress"})
    assert isinstance(done, Receipt)
    assert [(each.address, each.doing) for each in done.changed] == [("1", "report"), ("2", "progress")]
    assert addresses(home(talk, "governor").late) == ["6"]


def test_one_thing_alone_needs_no_form_for_all(talk: Talk):
    assert labels(home(talk, "safety")) == ["I am away"]


def test_the_form_for_all_of_ones_own_changes_nothing_of_others(talk: Talk, world: World):
    asked = form(talk.presses("governor", Verb("update", "", gathered.ALL)))
    third = world.id(3)
    forged = talk.submits("governor", asked, **{f"do_{third}": "report"})
    assert isinstance(forged, dict)  # nothing that was on the form: it is given back
    assert world.row(3).status == "not_started"


# --- pages ---------------------------------------------------------------------------------------------------------


def many(world: World, count: int) -> None:
    with writing(world.engine) as session:
        plan = session.exec(select(Plan)).one()
        for n in range(count):
            an_action(session, plan, 100 + n, owners=("Governor",), due=date(2024, 11, 1))


def test_pages_have_every_line_once_and_buttons_to_turn_them(talk: Talk, world: World):
    many(world, 40)
    first = home(talk, "governor")
    pages = [home(talk, "governor", page) for page in range(1, first.pages + 1)]
    found = [each.action for page in pages for each in (*page.late, *page.next)]
    assert len(found) == len(set(found)) == sum(first.totals[:2]) == 45
    assert "Previous page" not in labels(first)
    assert button(first, "Next page").page == 2
    assert button(pages[-1], "Previous page").page == first.pages - 1
    assert "Next page" not in labels(pages[-1])


def test_a_page_that_is_not_there_any_more_is_the_nearest_one(talk: Talk):
    assert (home(talk, "governor", 99).page, home(talk, "governor", -5).page) == (1, 1)


def test_more_than_a_form_takes_is_said(talk: Talk, world: World):
    many(world, 40)
    assert "Update the first 30" in labels(home(talk, "governor"))


# --- prisons -------------------------------------------------------------------------------------------------------


def test_a_prison_is_counted_by_status_and_colour_and_adds_up(talk: Talk, world: World):
    world.put(2, status="done")
    world.put(4, status="blocked")
    world.put(5, slips=1)
    world.did("governor", "report", 1, words="done")
    (prison,) = home(talk, "governor").prisons
    counts = prison.counts
    assert prison.prison == "HMP Rochester"
    # 6 is late and 4 blocked; 1 is reported and 5 slipped; 3 has its date to come; 2 is done; 7 and 8 have no date
    assert (counts.red, counts.amber, counts.green, counts.blue, counts.grey, counts.total) == (2, 2, 1, 1, 2, 8)
    assert (counts.overdue, counts.due_soon, counts.reported, counts.past_reported, counts.done) == (1, 0, 1, 1, 1)
    assert [(verb.name, verb.label, verb.query) for verb in prison.verbs] == [
        ("ask", "Overdue (1)", "HMP Rochester overdue"),
        ("digest", "Digest", "rochester"),
    ]


def test_what_was_reported_twenty_working_days_ago_is_red(talk: Talk, world: World):
    world.did("governor", "report", 1, words="done")
    for ref in (2, 4, 5, 6):
        world.put(ref, due=None)
    world.later(days=30)  # New Year's Day: nineteen working days
    assert home(talk, "governor").prisons[0].counts.red == 0
    world.later(days=1)
    assert home(talk, "governor").prisons[0].counts.red == 1


def test_a_prison_is_counted_as_its_digest_counts_it(talk: Talk, world: World):
    world.put(2, status="done")
    world.put(4, status="blocked", due=None)
    world.put(5, slips=1)
    world.put(7, status="sustained")
    world.put(8, status="withdrawn")
    world.did("governor", "report", 1, words="done")
    (prison,) = home(talk, "governor").prisons
    with reading(world.engine) as session:
        counts = preview(session, "rochester", MONDAY, now=world.now).counts
    told = {field.name: getattr(counts, field.name) for field in fields(Counts) if field.name not in OF_A_DIGEST}
    assert {name: getattr(prison.counts, name) for name in told} == told


def test_a_director_sees_every_prison_the_worst_first(talk: Talk, world: World):
    with writing(world.engine) as session:
        for key, late in (("maidstone-2024", 4), ("chelmsford-2024", 0)):
            plan = a_plan(session, key)
            for n in range(1, late + 2):
                an_action(session, plan, n, due=date(2024, 11, 1) if n <= late else None)
            a_holding(session, "Prison Group Director", PEOPLE["pgd"], prison=key[:-5])
        a_holding(session, "Prison Group Director", PEOPLE["pgd"], prison="send")
    shown = home(talk, "pgd")
    assert [(each.prison, each.counts.overdue) for each in shown.prisons] == [
        ("HMP Maidstone", 4), ("HMP Rochester", 2), ("HMP Chelmsford", 0), ("HMP Send", 0),
    ]  # fmt: skip
    assert [verb.label for verb in shown.prisons[0].verbs] == ["Maidstone: overdue (4)", "Maidstone: digest"]
    assert shown.prisons[3].verbs == ()


@pytest.mark.parametrize("name", ["HMP & YOI Askham Grange", "HMP Send", "HMP/YOI Isle of Wight"])
def test_the_overdue_button_asks_of_that_prison_alone(world: World, name: str):
    with writing(world.engine) as session:
        plan = a_plan(session, "other-2024")
        an_action(session, plan, 1, due=date(2024, 11, 1))
        from storage.models import Prison

        session.exec(select(Prison).where(Prison.key == "other")).one().name = name
    with reading(world.engine) as session:
        found = answer(session, f"{name} overdue", asker=asker("governor"), on=MONDAY)
    assert found.error is None
    assert found.plans == ("other-2024",)


def test_who_only_has_a_role_sees_its_prisons(talk: Talk):
    shown = home(talk, "hub")
    assert [each.prison for each in shown.prisons] == ["HMP Rochester"]
    assert shown.settings.roles == ("Coordinator of HMP Rochester",)


# --- whoever is not known, nothing held ----------------------------------------------------------------------------


def test_whoever_the_register_does_not_know_is_told_which_prisons_are_held_and_nothing_of_them(talk: Talk):
    shown = home(talk, "nobody")
    assert (shown.person, shown.late, shown.next, shown.awaiting, shown.verbs) == ("", (), (), (), ())
    assert [(each.prison, each.counts.total) for each in shown.prisons] == [("HMP Rochester", 0)]


def test_without_any_plan_there_is_a_home_all_the_same(talk: Talk, world: World):
    world.plan(live=False)
    shown = home(talk, "governor")
    assert (shown.totals, shown.prisons[0].counts.total, shown.prisons[0].verbs) == ((0, 0, 0), 0, ())
    assert home(talk, "nobody").of_prisons == 0


# --- away ----------------------------------------------------------------------------------------------------------


def test_settings_say_what_they_hold_when_briefs_come_and_who_stands_in(talk: Talk):
    held = home(talk, "governor").settings
    assert held.posts == (("Governor", "HMP Rochester", "holder"),)
    assert (held.hour.hour, held.away_until, held.stands_in, held.nobody) == (9, None, ("B. Deputy",), ())


def test_away_is_recorded_with_who_said_so_and_says_who_gets_the_briefs(talk: Talk, world: World):
    asked = form(talk.presses("governor", AWAY))
    assert "Meanwhile your briefs go to B. Deputy." in asked.intro
    said = told(talk.submits("governor", asked, until="2024-12-13"))
    assert said == "Recorded: you are away until Friday 13 December. Meanwhile your briefs go to B. Deputy."
    assert absences(world) == [(MONDAY, date(2024, 12, 13), person(world, "governor"))]

    shown = home(talk, "governor")
    assert (shown.settings.away_until, shown.settings.away_told) == (date(2024, 12, 13), "")
    assert button(shown, "I am back")


def test_where_nobody_stands_in_that_is_said(talk: Talk, world: World):
    for post in ("governor", "prison group director", "executive director"):
        world.vacate(post)
    world.register(a_holding, "Executive Director", PEOPLE["ed"])
    said = told(talk.submits("ed", form(talk.presses("ed", AWAY)), until="2024-12-13"))
    assert said == (
        "Recorded: you are away until Friday 13 December. Nobody is registered to stand in for the post of Executive"
        " Director of HMP Rochester: tell your coordinator."
    )


def test_a_deputy_is_only_missed_while_they_stand_in(talk: Talk, world: World):
    assert "You answer for no post today" in form(talk.presses("deputy", AWAY)).intro
    talk.submits("governor", form(talk.presses("governor", AWAY)), until="2024-12-13")
    assert "Meanwhile your briefs go to F. Group." in form(talk.presses("deputy", AWAY)).intro


@pytest.mark.parametrize(
    ("until", "wrong"),
    [
        ("", "Choose a day after today."),
        ("soon", "Choose a day after today."),
        ("2024-12-02", "Choose a day after today."),
        ("2024-11-30", "Choose a day after today."),
        ("2026-12-02", "That is more than a year. Ask your coordinator to register who holds your post."),
    ],
)
def test_until_when_is_a_day_to_come_and_not_for_ever(talk: Talk, world: World, until: str, wrong: str):
    assert talk.submits("governor", form(talk.presses("governor", AWAY)), until=until) == {"until": wrong}
    assert absences(world) == []


def test_the_same_form_sent_twice_is_taken_once(talk: Talk, world: World):
    asked = form(talk.presses("governor", AWAY))
    talk.submits("governor", asked, "form 9", until="2024-12-13")
    assert talk.submits("governor", asked, "form 9", until="2024-12-20") is None
    assert [until for _, until, _ in absences(world)] == [date(2024, 12, 13)]


def test_back_the_same_day_it_never_was(talk: Talk, world: World):
    talk.submits("governor", form(talk.presses("governor", AWAY)), until="2024-12-13")
    shown = talk.presses("governor", button(home(talk, "governor"), "I am back"))
    assert isinstance(shown, Home)
    assert (shown.settings.away_until, absences(world)) == (None, [])
    assert "I am away" in labels(shown)


def test_back_days_later_the_days_away_stay_recorded(talk: Talk, world: World):
    talk.submits("governor", form(talk.presses("governor", AWAY)), until="2024-12-13")
    world.later(days=3)
    talk.presses("governor", Verb("back", "I am back", ""))
    assert absences(world) == [(MONDAY, date(2024, 12, 4), person(world, "governor"))]
    assert home(talk, "governor").settings.away_until is None


def test_back_ends_what_the_registers_file_said_too(talk: Talk, world: World):
    with writing(world.engine) as session:
        an_absence(session, PEOPLE["governor"], date(2024, 11, 1), date(2024, 12, 31))
    talk.presses("governor", Verb("back", "I am back", ""))
    assert [until for _, until, _ in absences(world)] == [date(2024, 12, 1)]


def test_an_absence_to_come_that_ends_the_same_day_does_not_swallow_the_one_that_begins_now(talk: Talk, world: World):
    with writing(world.engine) as session:
        an_absence(session, PEOPLE["governor"], date(2024, 12, 9), date(2024, 12, 13))
    talk.submits("governor", form(talk.presses("governor", AWAY)), until="2024-12-13")
    assert home(talk, "governor").settings.away_until == date(2024, 12, 13)
    talk.presses("governor", Verb("back", "I am back", ""))
    assert absences(world) == [(date(2024, 12, 9), date(2024, 12, 13), None)]


def test_whoever_was_said_to_be_away_by_another_sees_who_said_so(talk: Talk, world: World):
    from storage.beside import be_away

    with writing(world.engine) as session:
        be_away(session, person(world, "governor"), date(2024, 12, 6), told=Told(MONDAY, NOW), by=person(world, "hub"))
    assert home(talk, "governor").settings.away_told == "E. Hub"


def test_whoever_the_register_does_not_know_cannot_be_away(talk: Talk, world: World):
    assert "does not know you" in told(talk.presses("nobody", AWAY))
    assert "does not know you" in told(talk.presses("nobody", Verb("back", "", "")))
    assert absences(world) == []


def test_snoozed_actions_are_counted_while_they_are_open(talk: Talk, world: World):
    from storage.said import SnoozeRow, save_snoozes

    who = person(world, "governor")
    with writing(world.engine) as session:
        until = date(2024, 12, 10)
        save_snoozes(session, [SnoozeRow(world.id(ref), who, MONDAY, until) for ref in (1, 2)])
    assert home(talk, "governor").settings.snoozed == 2
    world.put(1, status="done")
    assert home(talk, "governor").settings.snoozed == 1
    world.later(days=9)
    assert home(talk, "governor").settings.snoozed == 0
