"""The bot's sentences: the tone and order of the agreed examples, sums that add up, nothing that pings."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot import plain, wording
from bot.summaries import summary
from plans.chat import Asker
from plans.messages import Asked, Instead, Lack, Line, Listing, Notice
from tests.fakes.use_case import answer, line, listing, overdue


def ask(text: str) -> Listing:
    message = answer(text, Asker(), 1)
    assert isinstance(message, Listing)
    return message


def test_a_list_says_first_how_many_of_how_many():
    first, *_ = plain.render(ask("overdue")).splitlines()
    scope, counted = first.split(": ")

    assert scope == "HMP Rochester, Urgent Notification plan 2024"
    assert counted == "18 of 26 actions are overdue, none reported and waiting."


def test_the_five_worst_follow_the_latest_first_with_their_days_and_date():
    _, worst, *_ = plain.render(ask("overdue")).splitlines()

    assert worst.split("  ") == [
        "8",
        "Invented action number 8",
        "Governor",
        "95 days late (30 November 2024)",
    ]


def test_what_is_not_shown_is_counted_and_named():
    assert "… and 13 more: 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18." in plain.render(ask("overdue"))


def test_a_list_of_several_plans_names_the_prison_of_each_ref():
    other = replace(line(1, late=9), plan="maidstone-2022", prison="HMP Maidstone")
    text = plain.render(listing([line(1, late=9), other]))

    assert "HMP Rochester 1" in text
    assert "HMP Maidstone 1" in text


def test_two_plans_of_one_prison_are_told_apart():
    other = replace(line(1, late=9), plan="rochester-2018")

    assert "HMP Rochester (rochester-2018) 1" in plain.render(listing([line(1, late=9), other]))


def test_those_reported_and_unconfirmed_are_added_to_an_overdue_count():
    waiting = replace(ask("overdue"), past_reported=2)

    assert "18 of 26 actions are overdue, and 2 past their date, reported, not confirmed." in plain.render(waiting)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Asked(("HMP Rochester",), "", ()), "HMP Rochester: 18 of 26 actions."),
        (Asked((), "3 live plans", ("open",)), "3 live plans: 18 of 26 actions are open."),
        (
            Asked(("HMP Rochester", "HMP Maidstone"), "", ("no_date",), ("theme Safety", "owner GFSL")),
            "HMP Rochester and HMP Maidstone: 18 of 26 actions have no date (theme Safety; owner GFSL).",
        ),
    ],
)
def test_the_summary_says_what_was_understood(asked: Asked, sentence: str):
    assert summary(replace(ask("overdue"), asked=asked)) == sentence


@pytest.mark.parametrize(
    ("statuses", "soon", "sentence"),
    [
        (("overdue",), 3, "No overdue actions at HMP Rochester today. 3 are due by 17 February."),
        (("overdue",), 1, "No overdue actions at HMP Rochester today. 1 is due by 17 February."),
        (("open",), 0, "No open actions at HMP Rochester today. None is due by 17 February."),
        (("no_date",), 3, "No actions at HMP Rochester are without a date."),
        (("done", "reported"), 3, "No actions at HMP Rochester are done or reported."),
        ((), 3, "No actions at HMP Rochester."),
    ],
)
def test_an_empty_list_is_an_answer(statuses: tuple[str, ...], soon: int, sentence: str):
    empty = replace(listing([]), asked=Asked(("HMP Rochester",), "", statuses), due_soon=soon)

    assert plain.render(empty) == sentence


def test_an_empty_list_of_late_actions_still_counts_those_reported():
    empty = replace(listing([]), past_reported=2)

    assert plain.render(empty).startswith(
        "No overdue actions at HMP Rochester today, and 2 past their date, reported, not confirmed."
    )


def told(asked: Asked, total: int = 0, **facts: Any) -> str:
    """What is said of a list of so many, on 3 February 2025."""
    return summary(replace(listing(overdue(total)), asked=asked, of=26, **facts))


ROCHESTER = Asked(("HMP Rochester",), "plan 2024")
COMING = (replace(line(12, due=date(2025, 2, 28))),)
BOTH = (("a-2024", "HMP Rochester"), ("b-2023", "HMP Maidstone"))


@pytest.mark.parametrize(
    ("asked", "instead", "sentence"),
    [
        (
            replace(ROCHESTER, window="from 3 to 9 February 2025"),
            Instead(18, COMING),
            "Nothing at HMP Rochester falls due from 3 to 9 February 2025. Next: 12, due 28 February; 18 are overdue.",
        ),
        (
            replace(ROCHESTER, statuses=("due_soon",)),
            Instead(1, COMING),
            "Nothing at HMP Rochester is due by 17 February. Next: 12, due 28 February; 1 is overdue.",
        ),
        (
            replace(ROCHESTER, statuses=("due_soon",)),
            Instead(2),
            "Nothing at HMP Rochester is due by 17 February. 2 are overdue.",
        ),
        (
            replace(ROCHESTER, statuses=("overdue",), window="in November 2025"),
            Instead(),
            "No overdue actions at HMP Rochester due in November 2025.",
        ),
        (
            replace(ROCHESTER, statuses=("more than 200 days late",)),
            Instead(18),
            "No actions at HMP Rochester are more than 200 days late. 18 are overdue.",
        ),
        (
            Asked(("HMP Rochester",), "plan 2018 (closed)", window="in June 2026"),
            Instead(),
            "Nothing at HMP Rochester, plan 2018 (closed), falls due in June 2026.",
        ),
    ],
)
def test_an_empty_window_says_what_comes_next_and_what_is_late(asked: Asked, instead: Instead, sentence: str):
    assert told(asked, instead=instead) == sentence


def test_when_nothing_is_due_soon_the_next_is_named():
    sentence = told(replace(ROCHESTER, statuses=("overdue",)), due_soon=0, instead=Instead(0, COMING))

    assert (
        sentence == "No overdue actions at HMP Rochester today. None is due by 17 February. Next: 12, due 28 February."
    )


def test_many_that_fall_due_next_together_are_counted():
    coming = tuple(line(number, due=date(2026, 3, 31)) for number in range(1, 7))
    sentence = told(replace(ROCHESTER, window="on 4 February 2025"), instead=Instead(0, coming))

    assert sentence.endswith("Next: 6 actions, due 31 March 2026.")


@pytest.mark.parametrize(
    ("lack", "plans", "sentence"),
    [
        (
            Lack("theme", "Safety", ("Priority concerns", "Key concerns"), instead="Rochester about safety"),
            BOTH[:1],
            "HMP Rochester's plan has no theme Safety; its themes are Priority concerns and Key concerns. "
            "Try `/actions Rochester about safety`.",
        ),
        (
            Lack("theme", "Safety", ("Regime",)),
            BOTH[:1],
            "HMP Rochester's plan has no theme Safety; its theme is Regime.",
        ),
        (Lack("theme", "Safety"), BOTH, "None of these plans has a theme Safety."),
        (Lack("owner", "GFSL"), BOTH[:1], "HMP Rochester's plan names no owner GFSL."),
        (Lack("owner", "GFSL"), BOTH, "None of these plans names GFSL as an owner."),
        (Lack("owner", "Nobody", anywhere=True), BOTH[:1], "No plan names Nobody as an owner."),
    ],
)
def test_a_theme_or_owner_that_a_plan_lacks_is_named(lack: Lack, plans: tuple[tuple[str, str], ...], sentence: str):
    assert told(ROCHESTER, instead=Instead(lack=lack), plans=plans) == sentence


@pytest.mark.parametrize(
    ("asked", "total", "breakdown", "sentence"),
    [
        (
            ROCHESTER,
            26,
            (("overdue", 16), ("not_yet_due", 1), ("undated", 1), ("completed", 8)),
            "HMP Rochester, plan 2024: 26 actions: 16 overdue, 1 not yet due, 1 with no date, 8 completed.",
        ),
        (ROCHESTER, 26, (("overdue", 26),), "HMP Rochester, plan 2024: 26 actions, all overdue."),
        (replace(ROCHESTER, plans="closed plans"), 26, (), "HMP Rochester, closed plans: 26 actions."),
        (Asked(plans="all plans"), 26, (), "All plans: 26 actions."),
        (Asked(), 26, (), "All live plans: 26 actions."),
        (
            replace(ROCHESTER, statuses=("open",), window="by 31 March 2025"),
            23,
            (("overdue", 18), ("not_yet_due", 5)),
            "HMP Rochester, plan 2024: 23 of 26 actions are open (due by 31 March 2025), 18 of them late.",
        ),
        (
            replace(ROCHESTER, statuses=("open",)),
            3,
            (("overdue", 3),),
            "HMP Rochester, plan 2024: 3 of 26 actions are open, all of them late.",
        ),
        (
            replace(ROCHESTER, statuses=("more than 60 days late",)),
            7,
            (("overdue", 7),),
            "HMP Rochester, plan 2024: 7 of 26 actions are more than 60 days late, none reported and waiting.",
        ),
    ],
)
def test_a_list_says_how_its_actions_stand(asked: Asked, total: int, breakdown: Any, sentence: str):
    assert told(asked, total, breakdown=breakdown) == sentence


@pytest.mark.parametrize(
    ("status", "due", "starts", "words"),
    [
        ("not_started", date(2025, 7, 31), None, "due 31 July 2025"),
        ("not_started", None, date(2024, 10, 1), "from October 2024, no end date"),
        ("not_started", None, date(2024, 10, 14), "from 14 October 2024, no end date"),
        ("not_started", None, None, "no date"),
        ("in_progress", date(2025, 7, 31), None, "in progress, due 31 July 2025"),
        ("blocked", None, None, "blocked, no date"),
        ("done", None, None, "completed"),
        ("sustained", None, None, "completed and ongoing"),
        ("withdrawn", date(2025, 7, 31), None, "withdrawn"),
    ],
)
def test_how_an_action_stands_is_said_in_the_words_of_plans(status: str, due: date, starts: date, words: str):
    assert wording.standing(replace(line(1), status=status, due=due, starts=starts)) == words


def test_a_list_over_several_plans_names_the_prison_though_all_it_finds_is_of_one():
    text = plain.render(replace(listing([line(12, late=3)]), plans=(("rochester-2024", "HMP Rochester"), *BOTH[1:])))

    assert "HMP Rochester 12" in text


def test_what_was_due_a_year_before_the_window_is_added_to_the_answer():
    assert plain.render(replace(listing([]), earlier=("in November 2024", 6))).endswith(
        "\n6 due in November 2024 are late."
    )


@pytest.mark.parametrize("width", [80, 100, 120])
def test_lines_fit_the_width_that_is_given(width: int):
    wide = replace(line(1, late=1_222, title="Long words of a title " * 4), owners=("A director of many things " * 4,))
    _, first = plain.render(listing([wide]), width=width).splitlines()

    assert len(first) <= width
    assert "1,222 days late (30 November 2024)" in first


def test_a_day_in_another_year_is_named_with_it():
    assert wording.near(date(2026, 1, 5), date(2025, 12, 29)) == "5 January 2026"


def test_a_misspelling_is_read_back():
    assert plain.render(ask("Rochestor overdue")).endswith("I read *Rochestor* as Rochester.")


@pytest.mark.parametrize(
    ("notice", "sentence"),
    [
        (
            Notice("unknown_prison", about=("HMP Wandsworth",), names=("Chelmsford", "Maidstone", "Rochester")),
            "I hold no plan for HMP Wandsworth. I hold Chelmsford, Maidstone and Rochester.",
        ),
        (
            Notice("unknown_prison", about=("HMP Wandsworth",)),
            "I hold no plan for HMP Wandsworth. I hold no plans yet. A coordinator sends me the file of one, or uses"
            " `actions import FILE`.",
        ),
        (Notice("ambiguous", names=("HMP Rochester",)), "Do you mean HMP Rochester?"),
        (
            Notice("not_understood", about=("flibber",), known=("Rochester", "overdue")),
            "I understood *Rochester* and *overdue*, but not *flibber*. "
            "Try `/actions Rochester overdue`, or `/actions help`.",
        ),
        (
            Notice(
                "not_understood", about=("use", "force"), known=("Rochester", "force"), tries=("Rochester about use",)
            ),
            "I understood *Rochester*, but not *use* or *force*. Try `/actions Rochester about use`, or `/actions help`.",
        ),
        (
            Notice("no_such_ref", about=("99",), known=("plan A", "plan B", "plan C")),
            "There is no action 99 in plan A, plan B or plan C.",
        ),
        (
            Notice("no_such_ref", about=("99",), known=("HMP Rochester",)),
            "There is no action 99 in HMP Rochester.",
        ),
        (
            Notice("broken", about=("7f3a",)),
            "Something broke on our side; nothing was changed. Ask again in a minute (reference 7f3a).",
        ),
    ],
)
def test_what_is_not_a_list_is_a_sentence(notice: Notice, sentence: str):
    assert plain.render(notice) == sentence


def test_help_teaches_by_example_and_says_what_is_held():
    text = plain.render(Notice("help", names=("Rochester",)))

    assert "I hold Rochester." in text
    assert text.count("`/actions ") >= 5


def test_what_is_quoted_back_is_sixty_characters_at_most():
    text = plain.render(Notice("not_understood", about=("x" * 500,)))

    assert "x" * 59 + "…" in text
    assert "x" * 60 not in text


@pytest.mark.parametrize(
    "bait",
    [
        "<!channel>",
        "<!here|here>",
        "<@U1>",
        "<#C1>",
        "<!subteam^S1>",
        "@here",
        "@channel",
        "@Everyone",
        "<http://x|y>",
    ],
)
def test_no_text_can_notify_anyone_or_pass_for_a_link(bait: str):
    hostile = Line("p", f"HMP {bait}", bait, bait, (bait,), None, bait, 0)
    said = plain.render(listing([hostile])) + plain.render(Notice("not_understood", about=(bait,), detail=bait))

    assert bait not in said


def test_the_words_of_a_plan_stay_on_their_line():
    text = plain.render(listing([line(1, late=2, title="one\ntwo\r\u2028three\x00")]))

    assert len(text.splitlines()) == 2


def test_no_sentence_shouts():
    said = [plain.render(listing(overdue(count))) for count in (0, 1, 18)]
    said += [plain.render(notice) for notice in (Notice("help"), Notice("broken"), Notice("no_plans"))]

    assert not any("!" in each for each in said)
