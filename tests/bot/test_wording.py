"""The bot's sentences: the tone and order of the agreed examples, sums that add up, nothing that pings."""

from dataclasses import replace
from datetime import date

import pytest

from bot import plain, wording
from plans.chat import Asker
from plans.messages import Asked, Line, Listing, Notice
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
    assert wording.summary(replace(ask("overdue"), asked=asked)) == sentence


@pytest.mark.parametrize(
    ("statuses", "soon", "sentence"),
    [
        (("overdue",), 3, "No overdue actions at HMP Rochester today. 3 are due by 17 February."),
        (("overdue",), 1, "No overdue actions at HMP Rochester today. 1 is due by 17 February."),
        (("open",), 0, "No open actions at HMP Rochester today. None is due by 17 February."),
        (("no_date",), 3, "No actions at HMP Rochester are without a date."),
        (("done", "reported"), 3, "No actions at HMP Rochester are done or reported."),
        ((), 3, "No actions at HMP Rochester today."),
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
            "I hold no plan for HMP Wandsworth. I hold no plans yet.",
        ),
        (Notice("ambiguous", names=("HMP Rochester",)), "Do you mean HMP Rochester?"),
        (
            Notice("not_understood", about=("flibber",), known=("Rochester", "overdue")),
            "I understood *Rochester* and *overdue*, but not *flibber*. "
            "Try `/actions Rochester overdue`, or `/actions help`.",
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
