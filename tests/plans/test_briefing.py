"""A planned brief as a message: names for keys, what a line carries, which verbs, and the way into the ledger and back."""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import pytest

from bot.plain import render
from plans.briefing import brief, brought, kept, overtaken
from plans.calendar import LONDON
from plans.messages import Brief, News, Waiting
from plans.policy.briefs import day
from plans.policy.settings import Settings
from plans.policy.simulation import simulate
from plans.policy.values import Event, Request, Situation
from plans.register import Absence, Delegation, Liaison, Period
from tests.fakes.situations import (
    ED,
    GOV,
    PGD,
    PLAN,
    PRISON,
    an_action,
    by_key,
    holding,
    person,
    post,
    role,
    situation,
)

MONDAY = date(2024, 12, 2)
NAMES = {
    GOV: "Governor", PGD: "Prison Group Director", ED: "Executive Director", "head of safety": "Head of Safety",
    "gov facilities services ltd": "Gov Facilities Services Ltd",
}  # fmt: skip


def named(start: Situation) -> Situation:
    return replace(start, register=replace(start.register, names=NAMES, prisons={PRISON: "HMP Rochester"}))


def message(to: str, actions: list[Any], *lines: Any, on: date = MONDAY, **facts: Any) -> Brief:
    start = named(situation(on, actions, *lines))
    return brief(by_key(day(start))[to], start.register, **facts)


def test_the_governors_monday_says_what_is_newly_late_and_what_happens_next() -> None:
    actions = [an_action(8, due=date(2024, 10, 31)), an_action(5, due=date(2024, 11, 30))]
    made = message(post(GOV), actions)

    assert made.posts == (("Governor", "HMP Rochester"),)
    assert [section.name for section in made.sections] == ["late"]
    eight, five = made.sections[0].lines
    assert (eight.line.address, eight.line.days_late, eight.told, eight.next) == (
        "8", 32, ("Executive Director", date(2024, 11, 28)), None,
    )  # fmt: skip
    assert (five.told, five.next, five.owed_by) == (None, ("Prison Group Director", date(2024, 12, 13)), "")
    assert (made.newly_late, made.person, made.delivery, made.verbs) == (1, "", 0, ())


def test_a_date_that_is_not_worked_has_its_last_working_day_until_it_has_passed() -> None:
    soon = [an_action(5, due=date(2024, 11, 30))]
    before = message(post(GOV), soon, on=date(2024, 11, 29))
    assert before.lines[0].last_working == date(2024, 11, 29)
    assert message(post(GOV), soon).lines[0].last_working is None
    assert message(post(GOV), [an_action(5, due=date(2024, 12, 6))]).lines[0].last_working is None


def test_it_says_how_far_ahead_it_looks() -> None:
    start = named(situation(MONDAY, [an_action(1, due=date(2024, 11, 30))]))
    shorter = replace(start, settings={PLAN: Settings(coming=14)})
    looked = [brief(by_key(day(one))[post(GOV)], one.register).coming_days for one in (start, shorter)]
    assert looked == [28, 14]


def test_where_nothing_is_coming_it_says_what_falls_due_next() -> None:
    late = an_action(1, due=date(2024, 11, 30))
    ahead = [an_action(number, due=date(2024, 12, 31)) for number in (2, 3)]
    assert message(post(GOV), [late, *ahead]).coming_next == (2, date(2024, 12, 31))
    assert message(post(GOV), [late, *ahead, an_action(4, due=date(2024, 12, 20))]).coming_next is None
    assert message(post(GOV), [late, an_action(2, due=date(2025, 3, 31))]).coming_next is None


def test_a_delegates_and_a_liaisons_lines_say_whose_they_are() -> None:
    gfsl = "gov facilities services ltd"
    actions = [an_action(1, due=date(2024, 11, 29)), an_action(2, due=date(2024, 11, 29), owners=(gfsl,))]
    lines = (
        holding("head of safety", person(2)), Liaison(PRISON, gfsl, "head of safety"),
        Delegation(PLAN, "head of safety", action=1, period=Period(date(2024, 10, 1))),
    )  # fmt: skip
    made = message("person 2", actions, *lines)
    assert [(line.quality, line.answers, line.owed_by, line.delegate) for line in made.lines] == [
        ("delegate", "Head of Safety", "Governor", ""),
        ("liaison", "Gov Facilities Services Ltd", "Gov Facilities Services Ltd", ""),
    ]
    assert made.person == "Person 2"


def test_who_is_raised_to_is_not_told_that_they_were_told() -> None:
    made = message(post(PGD), [an_action(5, due=date(2024, 11, 30))], on=date(2024, 12, 13))
    (line,) = made.lines
    assert (line.reason, line.owed_by, line.told) == ("rung_2", "Governor", None)
    assert line.next == ("Executive Director", date(2024, 12, 31))


def test_the_executive_director_is_not_warned_that_a_post_below_is_told() -> None:
    made = message(post(ED), [an_action(5, due=date(2024, 11, 29), owners=(ED,))])
    assert [line.next for line in made.lines] == [None]


def test_the_coordinator_reads_what_the_register_lacks_by_name() -> None:
    lines = (
        holding(GOV, person(1)), holding(GOV, person(2), how="deputy"), role(person(9)),
        Absence(1, Period(MONDAY, None)),
    )  # fmt: skip
    made = message("person 9", [an_action(due=date(2024, 11, 29))], *lines)
    (gap,) = made.gaps
    assert (gap.kind, gap.post, gap.prison, gap.person, gap.instead, gap.actions) == (
        "away", "Governor", "HMP Rochester", "Person 1", "Person 2", 1,
    )  # fmt: skip
    assert made.posts == (("Coordinator", "HMP Rochester"),)


@pytest.mark.parametrize(
    ("dues", "verbs"),
    [
        ([date(2024, 11, 29)], ["1: Done", "1: Need longer", "Snooze", "Seen"]),
        ([date(2024, 10, 31)], ["1: Done", "1: Need longer", "Seen"]),  # raised already: nobody may look away
        ([date(2024, 12, 5)], ["1: Done", "1: Need longer", "Snooze", "Seen"]),
        (
            [date(2024, 12, 20)] * 2 + [date(2024, 11, 29)],
            ["Update all 3", "3: Done", "3: Need longer", "Snooze", "Seen"],
        ),
        (
            [date(2024, 11, 29)] * 6,
            ["Update all 6", "1: Done", "1: Need longer", "Show all", "Snooze", "Seen"],
        ),
    ],
)
def test_a_numbered_brief_can_be_answered_seen_shown_whole_and_snoozed_until_it_is_raised(
    dues: list[date], verbs: list[str]
) -> None:
    actions = [an_action(number, due=due, version=3) for number, due in enumerate(dues, 1)]
    made = message(post(GOV), actions, delivery=17, may_repeat=True)
    assert [verb.label for verb in made.verbs] == verbs
    assert {verb.query for verb in made.verbs if verb.name != "answer"} == {"17"}
    first = verbs[0][0] if verbs[0][0] != "U" else verbs[1][0]
    assert [verb.query for verb in made.verbs if verb.name == "answer"] == [f"{first} 3 report", f"{first} 3 postpone"]
    assert made.may_repeat


def test_a_liaison_answers_for_the_organisation() -> None:
    gfsl = "gov facilities services ltd"
    lines = holding("head of safety", person(2)), Liaison(PRISON, gfsl, "head of safety")
    one = [an_action(1, due=date(2024, 11, 29), owners=(gfsl,))]
    both = [*one, an_action(2, due=date(2024, 11, 29), owners=(gfsl,))]
    said = [[verb.label for verb in message("person 2", held, *lines, delivery=4).verbs[-4:-2]] for held in (one, both)]
    name = "Gov Facilities Services Ltd"
    assert said == [
        [f"{name} says done", f"{name} needs longer"],
        [f"1: {name} says done", f"1: {name} needs longer"],
    ]


def test_the_readers_only_action_is_answered_under_the_brief_though_it_only_comes() -> None:
    gfsl = "gov facilities services ltd"
    lines = holding("head of safety", person(2)), Liaison(PRISON, gfsl, "head of safety")
    coming = [an_action(n, due=date(2024, 12, 30), owners=(gfsl,), live_on=MONDAY) for n in (1, 2)]
    one, both = ([verb.label for verb in message("person 2", coming[:n], *lines, delivery=4).verbs] for n in (1, 2))
    name = "Gov Facilities Services Ltd"
    assert one[:2] == [f"{name} says done", f"{name} needs longer"]
    assert both[0] == "Update all 2"
    assert not any("says done" in label for label in both)


def test_what_waits_for_its_readers_yes_is_decided_in_one_form() -> None:
    reported = [an_action(number, status="reported", since=MONDAY) for number in (1, 2)]
    longer = Request("extension", MONDAY, GOV, to_due=date(2025, 2, 15), words="no chaplain")
    asked = an_action(3, due=date(2024, 12, 20), requests=(longer,))
    labels = [
        [verb.label for verb in message(post(PGD), held, delivery=4).verbs]
        for held in (reported, [asked], [*reported, asked])
    ]
    assert labels == [["Confirm 2", "Seen"], ["Decide 1", "Seen"], ["Decide 3", "Seen"]]
    (line,) = message(post(PGD), [asked]).lines
    assert line.asked == Waiting(
        "extension", MONDAY, "Governor", "Prison Group Director", date(2024, 12, 20), date(2025, 2, 15),
        words="no chaplain",
    )  # fmt: skip
    assert line.decides == ("approve",)


def test_what_a_coordinator_reported_for_its_reader_is_corrected_with_one_press() -> None:
    told = Event("report", "coordinator", datetime(2024, 12, 2, 8, tzinfo=LONDON), 9, "they said so")
    reported = an_action(5, status="reported", since=MONDAY, events=(told,), version=2)
    made = message("person 1", [reported], holding(GOV, person(1)), role(person(9)), delivery=4)
    assert [(verb.label, verb.query) for verb in made.verbs] == [("5: Not done yet", "5 2 progress"), ("Seen", "4")]
    assert made.lines[0].news == (News("report", "Coordinator", MONDAY, "they said so"),)


@dataclass(frozen=True)
class Now:
    action: int
    status: str = "not_started"
    due: date | None = date(2024, 11, 29)
    version: int = 1
    doing: str = ""


def test_what_was_answered_since_stands_in_it_and_its_buttons_go() -> None:
    made = message(post(GOV), [an_action(n, due=date(2024, 11, 29), version=1) for n in (1, 2, 3)], delivery=17)
    longer = date(2025, 2, 15)
    since = [Now(1, "in_progress", version=2, doing="progress"), Now(2, due=longer, version=3, doing="agree")]
    after = overtaken(made, since)
    assert [(line.now, line.now_due, line.version) for line in after.lines] == [
        ("in_progress", None, 2), ("due", longer, 3), ("", None, 1),
    ]  # fmt: skip
    assert [verb.label for verb in after.verbs] == ["3: Done", "3: Need longer", "Snooze", "Seen"]
    assert overtaken(after, [Now(1, version=4), Now(2, version=5)]).lines[0].now == ""  # taken back


def test_a_remark_leaves_what_waits_for_a_yes_among_what_is_to_be_decided() -> None:
    reported = [an_action(number, status="reported", since=MONDAY) for number in (1, 2, 3)]
    longer = Request("extension", MONDAY, GOV, to_due=date(2025, 2, 15), words="no chaplain")
    asked = an_action(4, due=date(2024, 12, 20), requests=(longer,))
    made = message(post(PGD), [*reported, asked], delivery=4)
    undated = [Now(1, "done", None, 2, "confirm"), Now(2, "reported", None, 1, "note")]
    still = overtaken(made, [*undated, Now(4, "in_progress", date(2024, 12, 20), 2, "progress")])
    assert [verb.label for verb in still.verbs] == ["Decide 3", "Seen"]
    over = overtaken(made, [*undated, Now(4, due=date(2024, 12, 20), version=2, doing="decline")])
    assert [verb.label for verb in over.verbs] == ["Confirm 2", "Seen"]


def test_another_date_that_is_asked_for_since_is_said() -> None:
    made = message(post(GOV), [an_action(1, due=date(2024, 11, 29))], delivery=17)
    (line,) = overtaken(made, [Now(1, version=2, doing="postpone")]).lines
    assert line.now == "postpone"


def test_whatever_a_quarter_brings_goes_into_the_ledger_and_back_and_can_be_said(rochester: list[Any]) -> None:
    start = named(situation(date(2024, 10, 25), rochester, role(person(9))))
    for planned in simulate(start, date(2024, 10, 25), date(2025, 1, 31)):
        for one in planned.briefs:
            made = brief(one, start.register, delivery=1)
            assert brought(json.loads(json.dumps(kept(made)))) == made
            assert all(line.line.title in render(replace(made, whole=True)) for line in made.lines)


def test_what_is_no_brief_is_not_brought_back_as_one() -> None:
    with pytest.raises(ValueError):
        brought({"on": "never"})
