"""What a brief says, read as its reader would on a phone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.plain import render
from bot.slack.cards import render as draw
from plans.messages import Brief, GapLine, Held, News, Posts, Verb, Waiting
from plans.verbs import verbs
from tests.fakes.briefs import LEVEL, MONDAY, brief, late, line, monday


def first(message: Brief) -> str:
    return render(message).partition("\n")[0]


def test_a_monday_brief_counts_first_and_then_lists_five_of_the_late_with_what_happens_next() -> None:
    assert render(monday()).splitlines() == [
        "7 actions of the Governor of HMP Rochester need you: 6 newly late, 1 already late.",
        "",
        "Late",
        " 8  Appoint an operational lead for healthcare    Due 31 October."
        " The Executive Director was told on Thursday 28 November.",
        *(
            f"{ref:>2}  {title:<44}  Due Saturday 30 November."
            " No answer by Friday 13 December: the Prison Group Director is told."
            for ref, title in (
                (5, "Prisoner forums on protected characteristics"),
                (9, "Daily review of missed clinics"),
                (13, "Weekly meeting on the regime"),
                (15, "Full audit of cells"),
            )
        ),
        " …  2 more",
        "",
        "Coming in 28 days  None; 5 fall due on Tuesday 31 December.",
        "",
        "Reply in words if that is easier: “8 done, minutes attached”, “5 needs until end of Jan, waiting for parts”.",
    ]


def test_a_date_ahead_is_said_with_its_last_working_day() -> None:
    week = line(11, date(2024, 12, 7), reason="this_week", last_working=date(2024, 12, 6))
    over = line(12, date(2025, 6, 1), last_working=date(2025, 5, 30))
    said = render(brief(("this_week", [week]), ("coming", [over])))
    assert "Due Saturday 7 December, last working day Friday 6." in said
    assert "Due Sunday 1 June 2025, last working day Friday 30 May." in said


def test_what_is_due_today_says_so() -> None:
    assert "Due today." in render(brief(("this_week", [line(11, MONDAY, reason="this_week")])))


def test_what_only_comes_needs_nobody_yet() -> None:
    coming = [line(n, date(2024, 12, 20)) for n in (1, 2)]
    assert first(brief(("coming", coming))) == "2 actions of the Governor of HMP Rochester fall due within 28 days."


def test_every_line_is_counted_once() -> None:
    raised = late(3, reason="rung_2", quality="above", answers=LEVEL)
    this_week = line(11, date(2024, 12, 7), reason="this_week")
    coming = line(12, date(2024, 12, 20))
    still, undated = line(20, reason="still"), line(7, None, reason="no_date")
    whole = brief(
        ("decision", [raised]), ("late", [late(5)]), ("this_week", [this_week]), ("coming", [coming]),
        ("still", [still]), ("no_date", [undated]), newly_late=1,
    )  # fmt: skip
    assert first(whole) == (
        "5 actions at HMP Rochester need you: 1 raised to you, 1 newly late, 1 due this week,"
        " 1 to say whether it still happens, 1 without a date. 1 more falls due within 28 days."
    )


def test_a_delegate_is_written_to_for_the_lead() -> None:
    week = line(11, date(2024, 12, 7), reason="this_week", quality="delegate", answers="Head of Safety")
    said = render(brief(("this_week", [week]), posts=(("Head of Safety", "HMP Rochester"),)))
    assert said.startswith("1 action of the Head of Safety of HMP Rochester needs you: 1 due this week.")
    assert "For the Governor, due Saturday 7 December." in said


def test_a_liaison_gets_words_to_forward() -> None:
    chased = {"quality": "liaison", "owed_by": "", "answers": "GFSL"}
    said = render(brief(("late", [late(15, **chased)]), ("coming", [line(16, date(2024, 12, 31), **chased)])))
    assert (
        "GFSL has 2 actions with you as its contact. Words you can forward: “The action plan of HMP Rochester has"
        " 2 actions for GFSL: 15 Full audit of cells (due Saturday 30 November); 16 Repairs to the showers"
        " (due Tuesday 31 December). Where does each stand, and when will it be done?”"
    ) in said


def test_an_organisation_without_a_contact_is_not_said_to_have_one() -> None:
    said = render(brief(("late", [late(15, quality="coordinator", owed_by="", answers="GFSL")])))
    assert "GFSL has 1 action with nobody registered as its contact. Words you can forward:" in said


def test_whoever_shares_an_action_reads_that_they_are_told_next() -> None:
    said = render(brief(("late", [late(15, reason="joint_late", quality="joint", answers=LEVEL)])))
    assert "You own it with the Governor, who answers for it" in said
    assert "No answer by Friday 13 December: you are told." in said


def test_a_plan_just_loaded_asks_where_each_stands_and_calls_nothing_newly_late() -> None:
    loaded = [late(5, reason="going_live"), *(line(n, date(2024, 12, 31), reason="going_live") for n in (6, 7))]
    assert first(brief(("late", loaded[:1]), ("coming", loaded[1:]))) == (
        "3 actions of the Governor of HMP Rochester, from a plan just loaded: where does each stand?"
        " 1 was past its date already."
    )


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "You now hold the post of Governor of HMP Rochester; it owes these 2 actions, 1 of them late."),
        (
            {"quality": "delegate", "answers": "Head of Safety"},
            "You now do the work for the Governor of HMP Rochester on these 2 actions, 1 of them late.",
        ),
        (
            {"quality": "liaison", "owed_by": "", "answers": "GFSL"},
            "You are now the contact of GFSL at HMP Rochester; it owes these 2 actions, 1 of them late.",
        ),
    ],
)
def test_a_newcomer_is_told_what_the_post_owes(told: dict[str, str], said: str) -> None:
    owed = [late(5, reason="handover", **told), line(6, date(2024, 12, 31), reason="handover", **told)]
    assert first(brief(("decision", owed))) == said


def test_a_joint_owner_is_told_and_not_asked() -> None:
    post = late(5, quality="joint", reason="joint_late", answers="Head of Safety", next=None)
    said = render(brief(("late", [post])))
    assert said.startswith("1 action is listed so that you know; somebody else answers for it.")
    assert "You own it with the Governor, who answers for it, due Saturday 30 November." in said


def test_so_is_whoever_speaks_for_one() -> None:
    shared = [late(n, quality="joint", reason="joint_late", answers="GFSL", next=None) for n in (5, 15)]
    said = render(brief(("late", shared)))
    assert said.startswith("2 actions are listed so that you know; others answer for them.")
    assert "Shared by GFSL; the Governor answers for it, due Saturday 30 November." in said


def test_what_is_raised_says_whose_it_is_and_how_late() -> None:
    raised = late(3, reason="rung_2", quality="above", answers=LEVEL, next=("Executive Director", date(2024, 12, 30)))
    assert (
        render(brief(("decision", [raised])))
        .splitlines()[-1]
        .endswith(
            "The Governor leads, 2 days late, due Saturday 30 November."
            " No answer by Monday 30 December: the Executive Director is told."
        )
    )


def test_the_coordinator_hears_what_the_register_lacks() -> None:
    gaps = (
        GapLine("vacant", "Head of Safety", "HMP Rochester", instead="Governor", actions=3),
        GapLine("unreachable", "Governor", "HMP Rochester", "A. Sample", actions=20, why="no account has that address"),
        GapLine("no_liaison", "GFSL", "HMP Rochester", instead="C. Sample", actions=2),
    )
    said = render(brief(gaps=gaps, person="C. Sample", posts=(("Coordinator", "HMP Rochester"),)))
    assert said.splitlines() == [
        "3 things in the register of posts need you.",
        "",
        "The register of posts",
        "  The Head of Safety of HMP Rochester is vacant (3 actions). The Governor is written to instead.",
        "  A. Sample, the Governor of HMP Rochester, cannot be reached (20 actions): no account has that address."
        " Nobody is written to.",
        "  GFSL has no contact registered at HMP Rochester (2 actions); you are asked until it has.",
    ]


def test_the_coordinator_is_asked_when_inspectors_were_there() -> None:
    undated = GapLine("no_inspection", "rochester-2024", "HMP Rochester")
    asked = brief(gaps=(undated,), person="C. Sample", posts=(("Coordinator", "HMP Rochester"),), delivery=7)
    asked = replace(asked, verbs=verbs(asked))
    assert render(asked).splitlines()[0] == "1 inspection date is not known."
    assert (
        "The plan of HMP Rochester (rochester-2024) does not print when inspectors were there, so nothing is said of when"
        " they return. You can say when they were."
    ) in render(asked)
    assert asked.verbs[0] == Verb("inspected", "Give the inspection date", "rochester-2024")
    several = replace(asked, gaps=tuple(replace(undated, prison=f"HMP Prison {n}") for n in range(9)))
    buttons = [verb.label for verb in verbs(several) if verb.name == "inspected"]
    assert buttons == [f"HMP Prison {n}: inspected" for n in range(3)]


def test_a_question_of_leaders_is_told_with_all_of_its_line() -> None:
    line_ = "x" * 300
    asked = brief(("late", [late(5, news=(News("nudge", LEVEL, MONDAY, line_),))]))
    said = render(asked)
    assert line_ in str(draw(asked).blocks)  # in Slack too
    assert f"Asked how it stands by the Prison Group Director on Monday 2 December: “{line_}”." in said


def test_what_a_closed_plan_left_open_is_the_coordinators_to_settle() -> None:
    left = line(5, reason="closed_plan", quality="coordinator", answers="Coordinator", owed_by="Governor")
    said = render(brief(("decision", [left]), posts=(("Coordinator", "HMP Rochester"),)))
    assert said.splitlines() == [
        "1 action at HMP Rochester needs you: 1 left open in a closed plan.",
        "",
        "Needs your decision: left open in a plan now closed",
        " 5  Prisoner forums on protected characteristics  The Governor leads, due Saturday 30 November."
        " Carry it over to the new plan, mark it done, or leave it with a reason.",
    ]


def test_what_waits_to_be_confirmed_says_who_reported_it() -> None:
    reported = line(5, reason="confirm", quality="above", answers=LEVEL)
    reported = replace(reported, line=replace(reported.line, status="reported", days_late=0))
    said = render(brief(("decision", [reported])))
    assert said.startswith("1 action at HMP Rochester needs you: 1 to confirm.")
    assert "Needs your decision: reported done, to confirm" in said
    assert "The Governor leads, reported, due Saturday 30 November." in said


def test_whoever_confirms_reads_what_there_is_to_judge_by() -> None:
    told = News("report", "Governor", MONDAY, "she started on the 4th", links=1)
    reported = line(5, reason="confirm", quality="above", answers=LEVEL, reported=told)
    reported = replace(reported, line=replace(reported.line, status="reported", days_late=0))
    assert (
        "The Governor leads, due Saturday 30 November. Reported done on Monday 2 December by the Governor:"
        " “she started on the 4th”, with 1 link."
    ) in render(brief(("decision", [reported])))
    behalf = replace(reported, reported=News("report", "Head of Residence", MONDAY, for_party="GFSL"))
    assert "Reported done on Monday 2 December by GFSL, told by the Head of Residence." in render(
        brief(("decision", [behalf]))
    )


def test_two_plans_in_one_brief_are_told_apart() -> None:
    other = late(5)
    other = replace(other, line=replace(other.line, plan="maidstone-2024", prison="HMP Maidstone"))
    said = render(brief(("late", [late(5), other])))
    assert "HMP Rochester 5" in said
    assert "HMP Maidstone 5" in said


def test_a_brief_that_may_repeat_says_so_and_a_seen_one_when() -> None:
    said = render(monday(may_repeat=True, seen=datetime(2024, 12, 2, 10, 42, tzinfo=UTC)))
    assert "not known whether that arrived.\n\nSeen on 2 December at 10:42.\n\nReply in words" in said


def test_what_has_become_of_an_action_since_replaces_its_date() -> None:
    assert "Since then: reported done by the Governor." in render(
        brief(("late", [late(5, now="reported done by the Governor.")]))
    )


LATER = Waiting(
    "extension", date(2024, 12, 3), "Governor", LEVEL, date(2024, 11, 30), date(2025, 2, 15), words="no chaplain"
)


def test_another_date_says_from_when_to_when_and_why() -> None:
    asked = line(5, reason="approve", quality="above", answers=LEVEL, asked=LATER, decides=("approve",))
    said = render(brief(("decision", [asked])))
    assert said.startswith("1 action at HMP Rochester needs you: 1 to agree to another date.")
    assert "Needs your decision: another date asked for" in said
    assert "The Governor asks to move it from 30 November to Saturday 15 February 2025: “no chaplain”." in said
    assert "It waits for" not in said


def test_its_owner_reads_whom_it_waits_for() -> None:
    said = render(brief(("late", [late(5, asked=LATER)])))
    assert "to Saturday 15 February 2025: “no chaplain”. It waits for the Prison Group Director." in said


def test_a_hand_over_asks_its_reader_to_take_it() -> None:
    handed = Waiting(
        "hand_over", date(2024, 12, 3), "Governor", "Head of Safety", to="Head of Safety", words="not mine"
    )
    asked = line(5, reason="accept", quality="above", answers="Head of Safety", asked=handed, decides=("accept",))
    said = render(brief(("decision", [asked])))
    assert said.startswith("1 action at HMP Rochester needs you: 1 handed over to you.")
    assert "The Governor asks you to take it over: “not mine”." in said


@pytest.mark.parametrize(
    ("doing", "by", "said"),
    [
        ("send_back", LEVEL, "Sent back by the Prison Group Director on Monday 2 December: “no attendance sheet”."),
        ("decline", LEVEL, "Another date declined by the Prison Group Director on Monday 2 December:"),
        ("report", "Coordinator", "Reported done for you by the coordinator on Monday 2 December:"),
    ],
)
def test_what_others_did_is_said_with_their_words(doing: str, by: str, said: str) -> None:
    assert said in render(brief(("late", [late(5, news=(News(doing, by, MONDAY, "no attendance sheet"),))])))


def test_news_alone_stands_under_its_own_heading() -> None:
    told = line(5, date(2025, 9, 30), reason="news", news=(News("decline", LEVEL, MONDAY),))
    said = render(brief(("news", [told])))
    assert said.startswith("1 action has news of what others did.")
    assert "What others did\n" in said


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ({"now": "in_progress"}, "Due Saturday 30 November. Since then: in progress."),
        ({"now": "postpone"}, "Due Saturday 30 November. Since then: another date asked for."),
        ({"now": "due", "now_due": date(2025, 2, 15)}, "Since then: another date, Saturday 15 February."),
        ({"now": "reported"}, "communities  Since then: reported done."),
    ],
)
def test_what_was_answered_since_says_so(now: dict[str, Any], said: str) -> None:
    made = late(5, **now)
    made = replace(made, line=replace(made.line, title="Listen to communities"))
    assert said in render(brief(("late", [made])))


def test_whoever_is_asked_nothing_is_not_asked_to_reply() -> None:
    asked = line(5, reason="approve", quality="above", answers=LEVEL, asked=LATER, decides=("approve",))
    assert "Reply in words" not in render(brief(("decision", [asked])))


def test_posts_say_who_holds_what_and_which_nobody_does() -> None:
    held = (
        Held("Governor", "A. Sample", since=date(2024, 9, 1), actions=20),
        Held("Head of Safety", None),
        Held("Head of Safety", "B. Sample", "deputy"),
    )
    told = Posts("HMP Rochester", MONDAY, held, (("Head of Healthcare", 3),), (("Coordinator", "C. Sample"),))
    assert render(told).splitlines() == [
        "HMP Rochester on 2 December 2024: 2 posts, 1 of them vacant; 1 that its plan names is not registered.",
        "Governor        A. Sample, since 1 September 2024  20 open actions",
        "Head of Safety  vacant",
        "Head of Safety  B. Sample (deputy)",
        "Not registered: Head of Healthcare (3 open actions).",
        "Coordinator: C. Sample.",
    ]


def test_a_prison_without_a_register_says_what_follows_from_it() -> None:
    assert render(Posts("HMP Rochester", MONDAY, ())) == (
        "HMP Rochester on 2 December 2024: nobody is registered there yet, so nobody is reminded of anything."
        " A coordinator adds the posts: actions posts import FILE.csv"
    )
