"""A person's home in words and as blocks: what each must carry, and always far below what Slack takes as one view."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot import homes, plain
from bot.slack import home_cards
from bot.slack.limits import problems
from plans.messages import Counts, Home, HomePrison, HomeSettings, Verb
from tests.fakes.homes import LONG, NOTHING, ON, STRANGERS, home, line, prison
from workspace import validation
from workspace.refusals import Refusal

BLOCKS, BYTES = 60, 30_000
"""Of the hundred blocks and 250,000 characters that Slack takes: a phone has to show it too."""


def words(view: dict[str, Any]) -> str:
    return "\n".join(_texts(view["blocks"]))


def _texts(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from [each] if isinstance(each, str) else _texts(each)


def taken(view: dict[str, Any]) -> None:
    """By the workspace, whose rules were made from Slack's own, and by our own."""
    try:
        validation.check_view(view, set())
    except Refusal as refusal:
        pytest.fail(str(refusal.more))
    for at in range(0, len(view["blocks"]), 20):  # ours are of messages, which hold fewer
        assert problems({"text": "x", "blocks": view["blocks"][at : at + 20]}) == []


# --- what is said --------------------------------------------------------------------------------------------------


def test_the_whole_of_it_in_plain_text():
    assert plain.render(home(late=2, coming=1, waiting=1)) == (
        "Monday 3 February 2025. 2 actions of yours are late, 1 comes next; 1 waits for your decision.\n"
        "\n"
        "Waits for you: 1\n"
        "  900 Invented action number 900: Reported done: confirm it, or send it back. Due 31 October 2024\n"
        "\n"
        "🔴 Late: 2\n"
        "  1 Invented action number 1: 95 days late, due 31 October 2024\n"
        "  2 Invented action number 2: 95 days late, due 31 October 2024\n"
        "\n"
        "Next: 1\n"
        "  500 Invented action number 500: Due Friday 28 February\n"
        "\n"
        "My prisons\n"
        "  HMP Rochester: 26 actions 🔴 18 red · 🟠 0 amber · 🟢 7 green · 🔵 0 blue · ⚪ 1 grey = 26"
        " 18 late; 0 due within 14 days; 0 reported and waiting; 0 done.\n"
        "\n"
        "My settings\n"
        "  You are Governor of HMP Rochester.\n"
        "  Your brief comes at 9am on working days, when something needs you.\n"
        "  While you are away, your briefs go to B. Sample."
    )


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ((0, 0, 0), "Nothing of yours is late."),
        ((0, 6, 0), "Nothing of yours is late. 6 come next."),
        ((0, 1, 2), "Nothing of yours is late. 1 comes next; 2 wait for your decision."),
        ((0, 0, 2), "Nothing of yours is late. 2 wait for your decision."),
        ((1, 0, 0), "1 action of yours is late."),
        ((1, 0, 1), "1 action of yours is late; 1 waits for your decision."),
        ((1_200, 2, 0), "1,200 actions of yours are late, 2 come next."),
    ],
)
def test_the_first_sentence_counts(totals: tuple[int, int, int], said: str):
    assert homes.summary(replace(home(), totals=totals)) == f"Monday 3 February 2025. {said}"


@pytest.mark.parametrize(
    ("reported", "past", "said"),
    [
        (0, 0, ""),
        (1, 0, "1 action of yours is reported done and waits to be confirmed."),
        (1, 1, "1 action of yours, past its date, is reported done and waits to be confirmed."),
        (3, 2, "3 actions of yours, 2 of them past their date, are reported done and wait to be confirmed."),
        (3, 3, "3 actions of yours, all past their date, are reported done and wait to be confirmed."),
    ],
)
def test_what_is_reported_stands_beside_what_is_late(reported: int, past: int, said: str):
    assert homes.beside(replace(home(), reported=reported, past_reported=past)) == said


def test_whoever_is_not_known_reads_what_this_is_and_how_to_be_known():
    said = plain.render(STRANGERS)
    assert "I keep prison action plans on time" in said
    assert "I hold plans of HMP Rochester." in said
    assert "Ask your prison's coordinator to add you" in said
    assert "`/actions help`" in said
    assert "I hold no plans yet." in plain.render(Home(ON))


def test_whoever_holds_nothing_and_prisons_without_a_plan_are_told_so():
    assert homes.NOTHING_HELD in plain.render(NOTHING)
    without = replace(home(0, 0), prisons=(HomePrison("HMP Send", "send", Counts()),))
    assert homes.NO_LIVE in plain.render(without)
    assert "HMP Send: no live plan." in plain.render(without)


def test_several_prisons_stand_before_the_numbers_of_their_actions():
    other = replace(line(3), line=replace(line(3).line, plan="maidstone-2023", prison="HMP Maidstone"))
    view = home_cards.draw(replace(home(), late=(line(1), other)))
    assert "*HMP Maidstone 3 Invented action number 3*" in words(view)
    assert "Open HMP Maidstone 3" in words(view)


def test_away_says_until_when_who_said_so_and_who_gets_the_briefs():
    held = HomeSettings(away_until=date(2025, 2, 14), away_told="C. Hub", stands_in=("B. Sample", "D. Sample"))
    said = plain.render(replace(home(), settings=held))
    assert "You are away until Friday 14 February, as C. Hub told." in said
    assert "Meanwhile your briefs go to B. Sample and D. Sample." in said
    assert "Nobody is registered to stand in for the post of Governor of HMP Rochester." in plain.render(
        replace(home(), settings=HomeSettings(nobody=("the post of Governor of HMP Rochester",)))
    )


@pytest.mark.parametrize(
    ("waits", "said"),
    [
        ("confirm", "Reported done: confirm it, or send it back. Due 31 October 2024"),
        ("approve", "Another date is asked for. 95 days late, due 31 October 2024"),
        ("accept", "Handed over: it is to be yours. 95 days late, due 31 October 2024"),
        ("", "95 days late, due 31 October 2024"),
    ],
)
def test_what_is_to_be_decided_is_said_first(waits: str, said: str):
    assert homes.said(line(1, waits=waits), home()) == said


def test_beside_what_is_late_at_a_prison_stands_what_is_past_its_date_and_reported():
    counts = Counts(total=26, red=17, amber=1, green=7, grey=1, overdue=17, reported=2, past_reported=1)
    assert homes.prison(HomePrison("HMP Rochester", "rochester", counts))[-1] == (
        "17 late, and 1 past its date, reported, not confirmed; 0 due within 14 days; 2 reported and waiting; 0 done."
    )


def test_a_post_of_many_prisons_is_said_once():
    held = HomeSettings(tuple(("Prison Group Director", f"HMP {n}", "holder") for n in range(120)), snoozed=2)
    said = plain.render(replace(home(), settings=held))
    assert "You are Prison Group Director of 120 prisons." in said
    assert "2 actions are left out of your briefs, snoozed by you." in said


# --- as blocks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("title", ["", LONG, "&" * 80, "<!channel> " * 8, "*" * 80])
@pytest.mark.parametrize("prisons", [0, 1, 120])
@pytest.mark.parametrize("actions", [0, 1, 40, 400])
def test_a_home_is_one_view_that_slack_takes_and_a_phone_bears(actions: int, prisons: int, title: str):
    view = home_cards.draw(home(actions, actions, actions, prisons, title))
    taken(view)
    assert len(view["blocks"]) <= BLOCKS
    assert len(json.dumps(view).encode()) < BYTES


@pytest.mark.parametrize("drawn", [STRANGERS, NOTHING, Home(ON), Home(ON, prisons=(prison(),) * 20, of_prisons=120)])
def test_an_empty_home_is_a_view_too_and_never_without_words(drawn: Home):
    view = home_cards.draw(drawn)
    taken(view)
    assert words(view)


def test_each_action_has_a_button_that_names_it_and_opens_its_card():
    (block,) = [each for each in home_cards.draw(home(1, 0))["blocks"] if each.get("accessory")]
    assert block["accessory"]["text"]["text"] == "Open 1"
    assert json.loads(block["accessory"]["value"]) == {"v": "card", "q": "1", "p": 1}


def test_colour_never_stands_alone():
    said = words(home_cards.draw(home()))
    for sign, word in zip("🔴🟠🟢🔵⚪", ("red", "amber", "green", "blue", "grey"), strict=True):
        assert any(sign in one and word in one for one in said.split("·"))


def test_nothing_of_a_plans_words_can_notify_anybody_or_be_markup():
    view = home_cards.draw(home(1, 0, title="<!channel> <@U1> *bold* <http://x|y>"))
    assert not any(each in json.dumps(view) for each in ("<!", "<@", "<http"))


def test_what_broke_is_said_with_a_button_to_try_again():
    view = home_cards.trouble([{"type": "section", "text": {"type": "mrkdwn", "text": "Something broke."}}])
    taken(view)
    assert json.loads(view["blocks"][1]["elements"][0]["value"])["v"] == home_cards.AGAIN.name == "home"


def test_decide_and_update_come_before_anything_to_read():
    kinds = [each["type"] for each in home_cards.draw(home(2, 2, 2))["blocks"][:3]]
    assert kinds == ["section", "actions", "context"]
    assert home_cards.draw(replace(home(), verbs=(Verb("back", "I am back", ""),)))["blocks"][-1]["type"] == "actions"
