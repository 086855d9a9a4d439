"""A brief as Slack shows it, within its limits however much there is to say."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.slack.cards import render
from bot.slack.clients import open_client, open_session
from bot.slack.limits import problems
from plans.messages import Brief, GapLine, Held, Posts
from tests.bot.conftest import buttons, words
from tests.fakes.briefs import MONDAY, brief, late, line, many, monday
from tests.fakes.small_slack import BOT_TOKEN, DIRECT, opened

pytestmark = pytest.mark.anyio


def drawn(message: Brief | Posts) -> dict[str, object]:
    card = render(message)
    return {"text": card.text, "blocks": card.blocks}


def chased(count: int) -> Brief:
    """All of them GFSL's, with the reader as its contact."""
    held = many(count)
    sections = tuple(
        replace(part, lines=tuple(replace(each, quality="liaison", owed_by="GFSL") for each in part.lines))
        for part in held.sections
    )
    return replace(held, sections=sections)


GAPS = tuple(GapLine("unregistered", f"Head of Something {n}", "HMP Rochester", actions=n) for n in range(100))


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("count", [0, 1, 40, 400])
async def test_a_brief_of_any_size_is_taken_by_slack(count: int, *, whole: bool):
    for message in (many(count), chased(count), replace(many(count), gaps=GAPS, may_repeat=True)):
        payload = drawn(replace(message, whole=whole))
        assert problems(payload) == []
        async with opened(lambda: 1_738_540_800) as slack, open_session(slack.api_url) as session:
            client = open_client(BOT_TOKEN, slack.api_url, session)
            assert (await client.chat_postMessage(channel=DIRECT, **payload))["ok"]


@pytest.mark.parametrize("count", [40, 400])
def test_every_action_of_a_brief_is_shown_or_counted(count: int):
    """Whatever is left out for want of room is counted under its heading."""
    for whole in (False, True):
        message = replace(many(count), whole=whole)
        said = words(drawn(message))
        shown = len(re.findall(r"^\*\d+\*? ", said, re.MULTILINE))
        left = sum(int(each) for each in re.findall(r"… and (\d+) more$", said, re.MULTILINE))
        assert shown + left == count
        assert shown == count if whole and count == 40 else shown >= 30


def test_what_a_section_says_of_an_action_stands_under_its_title():
    assert words(drawn(monday())).splitlines()[1:4] == [
        "🔴 Late",
        "*8 Appoint an operational lead for healthcare*",
        "Due 31 October. The Executive Director was told on Thursday 28 November.",
    ]


def test_no_more_than_five_of_a_section_until_all_are_asked_for():
    said, whole = words(drawn(monday())), words(drawn(monday(whole=True)))
    assert "… and 2 more" in said
    assert "*17 Training in report writing*" not in said
    assert "*17 Training in report writing*" in whole


def test_a_brief_can_be_seen_snoozed_and_shown_whole():
    assert list(buttons(drawn(monday()))) == ["Seen", "Snooze", "Show all"]


def test_words_to_forward_stand_in_a_quotation():
    said = words(drawn(brief(("late", [late(15, quality="liaison", owed_by="GFSL")]))))
    assert "GFSL has 1 action with you as its contact. Words you can forward:\n&gt;" not in said
    assert "GFSL has 1 action with you as its contact. Words you can forward:\n>“The action plan of HMP Roch" in said


def test_words_of_a_plan_can_format_and_notify_nothing():
    odd = line(8)
    odd = replace(odd, line=replace(odd.line, title="*Bold* <!channel> & <https://example.org|here>"))
    said = words(drawn(brief(("late", [odd]))))
    assert "<!channel>" not in said
    assert "*Bold*" not in said
    assert "&amp;" in said


def test_a_brief_without_lines_says_what_the_register_lacks():
    said = words(drawn(brief(gaps=GAPS[:2])))
    assert said.startswith("2 things in the register of posts need you.")
    assert "• Nobody is registered as the Head of Something 0 of HMP Rochester." in said


@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_posts_of_any_number_are_taken_by_slack(count: int):
    held = tuple(Held(f"Head of {'a long name ' * 5}{n}", f"A. Sample {n}", since=MONDAY) for n in range(count))
    lacking = tuple((f"Head of Something {n}", n) for n in range(count))
    payload = drawn(Posts("HMP Rochester", MONDAY, held, lacking))
    assert problems(payload) == []
    said = words(payload)
    left = sum(int(each) for each in re.findall(r"^… and (\d+) more$", said, re.MULTILINE))
    assert len(re.findall(r"^\*Head of ", said, re.MULTILINE)) + left == count


def test_the_heading_of_what_is_coming_is_the_wordings_own():
    assert "Coming in 28 days\nNone; 5 fall due on Tuesday 31 December." in words(drawn(monday()))
    assert "None;" not in words(drawn(monday(coming_next=None)))
    assert "None;" not in words(drawn(brief(("coming", [line(1, date(2024, 12, 20))]), coming_next=(5, MONDAY))))
