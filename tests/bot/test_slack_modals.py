"""Buttons that show, change or open something; forms filled in, given back and taken, through the workspace."""

import json
from datetime import UTC, datetime

import pytest

from bot.slack import forms, sender
from plans.chat import Member, Pressed, Submitted
from plans.messages import Field, Form
from tests.bot.conftest import Bot, buttons, words
from tests.fakes import payloads
from tests.fakes.acting import form, post_form
from tests.fakes.briefs import monday
from tests.fakes.small_slack import BOT_TOKEN, CHANNEL, DIRECT, PERSON, breaks, posted, refused
from workspace import validation
from workspace.refusals import Refusal
from workspace.server import Workspace
from workspace.team import Person

pytestmark = pytest.mark.anyio


@pytest.fixture
async def brief(bot: Bot, slack: Workspace) -> Bot:
    """Somebody has a brief in their direct messages."""
    await bot.say("my brief")
    await slack.until(lambda: posted(slack))
    return bot


def in_place(slack: Workspace) -> str:
    """What the first message of the bot's says by now."""
    return words(vars(next(each for each in slack.team.conversations[DIRECT].messages.values() if each.bot_id)))


async def test_seen_is_said_where_the_brief_stands_and_its_button_goes(brief: Bot, slack: Workspace):
    await brief.press_in(DIRECT, "Seen")
    await slack.until(lambda: "Seen on 2 December at 10:42." in in_place(slack))

    (message,) = [each for each in slack.team.conversations[DIRECT].messages.values() if each.bot_id]
    assert list(buttons(vars(message))) == ["Snooze", "Show all"]


async def test_a_brief_drawn_anew_is_still_found_by_its_key(bot: Bot, slack: Workspace):
    async with sender.opened(BOT_TOKEN, slack.api_url) as sending:
        await sending.post(PERSON, monday(), key="brief 2024-12-02 person 12")
        await bot.press_in(DIRECT, "Seen")
        await slack.until(lambda: "Seen on 2 December at 10:42." in in_place(slack))
        long_ago = datetime(2025, 1, 1, tzinfo=UTC)
        assert await sending.find(PERSON, "brief 2024-12-02 person 12", since=long_ago)


async def test_show_all_shows_all_where_the_brief_stands(brief: Bot, slack: Workspace):
    await brief.press_in(DIRECT, "Show all")
    await slack.until(lambda: "*17 Training in report writing*" in in_place(slack))


async def test_a_press_that_changes_something_is_known_by_a_key_of_its_own(brief: Bot, slack: Workspace):
    await brief.press_in(DIRECT, "Seen")
    await slack.until(lambda: brief.acting.heard)
    (pressed,) = brief.acting.heard
    assert isinstance(pressed, Pressed)
    assert pressed.key.startswith("slack press ")


async def test_a_form_is_opened_before_anything_is_looked_up(brief: Bot, slack: Workspace):
    await brief.press_in(DIRECT, "Snooze")
    await brief.opened("Snooze")

    (first,), (second,) = slack.record.of("views.open"), slack.record.of("views.update")
    assert "One moment" in str(first)
    assert "Which actions?" in str(second)


async def test_a_form_taken_closes_and_is_answered_by_message(brief: Bot, slack: Workspace):
    await brief.press_in(DIRECT, "Snooze")
    view = await brief.opened("Snooze")
    outcome = await slack.people.submit(
        PERSON, view.id, {"which": {"which": ["1", "3"]}, "until": {"until": "2024-12-10"}}
    )
    assert outcome.ok
    assert slack.team.top(PERSON) is None
    await slack.until(lambda: len(posted(slack)) == 2)

    assert "Snoozed 1, 3." in words(posted(slack)[-1])
    *_, submitted = brief.acting.heard
    assert isinstance(submitted, Submitted)
    assert (submitted.form, submitted.about) == ("snooze", "7")
    assert submitted.values == {"which": ("1", "3"), "until": "2024-12-10"}
    assert submitted.by.account == f"slack:{slack.team.id}:{PERSON}"
    assert submitted.key == f"slack form {view.id}"


async def test_what_is_wrong_is_said_beside_the_field_and_the_form_stays(brief: Bot, slack: Workspace):
    await brief.press_in(DIRECT, "Snooze")
    view = await brief.opened("Snooze")
    body = payloads.interaction(_submitted(slack, view.id))
    _, answered = await brief.send(body)

    assert answered == {"response_action": "errors", "errors": {"which": "Choose at least one action."}}
    assert slack.team.top(PERSON) is not None


async def test_the_same_form_sent_twice_has_one_effect_and_one_answer(brief: Bot, slack: Workspace):
    await brief.press_in(DIRECT, "Snooze")
    view = await brief.opened("Snooze")
    body = payloads.interaction(_submitted(slack, view.id, which=["2"]))
    for _ in range(3):
        status, _ = await brief.send(body)
        assert status == 200
    await slack.until(lambda: len(posted(slack)) == 2)

    assert "Snoozed 2." in words(posted(slack)[-1])
    assert len(posted(slack)) == 2


def _submitted(slack: Workspace, view_id: str, which: list[str] | None = None) -> dict[str, object]:
    top = slack.team.top(PERSON)
    assert top is not None
    chosen = {"type": "checkboxes", "selected_options": [{"value": each} for each in which or []]}
    view = {**top.body, "id": view_id, "state": {"values": {"which": {"which": chosen}}}}
    return {
        "type": "view_submission", "user": {"id": PERSON}, "team": {"id": slack.team.id}, "trigger_id": "1.2", "view": view,
    }  # fmt: skip


async def test_a_form_that_has_nothing_to_fill_in_says_why(bot: Bot, slack: Workspace):
    await bot.say("my brief")
    await slack.until(lambda: posted(slack))
    older = {"type": "button", "action_id": "snooze:0", "value": json.dumps({"v": "snooze", "q": "6", "p": 1})}
    trigger = slack.tickets.trigger(PERSON)
    await bot.press_by_hand({**older, "text": {"type": "plain_text", "text": "Snooze"}}, trigger=trigger)
    await slack.until(lambda: slack.record.of("views.update"))

    assert "That brief is gone." in str(slack.record.of("views.update")[0])


async def test_a_form_asked_for_too_late_says_so(brief: Bot, slack: Workspace):
    breaks(slack, "views.open", "expired_trigger_id")
    await brief.press_in(DIRECT, "Snooze")
    await slack.until(lambda: "Press it again." in str(posted(slack)[-1]))


async def test_a_form_closed_meanwhile_is_let_go(brief: Bot, slack: Workspace):
    breaks(slack, "views.update", "not_found")
    await brief.press_in(DIRECT, "Snooze")
    await slack.until(lambda: refused(slack, "views.update", "not_found"))
    assert len(posted(slack)) == 1


async def test_who_is_chosen_in_a_form_is_told_by_name_and_address(bot: Bot, slack: Workspace):
    slack.team.add(Person("U2", "sam", "A. Sample", email="a.sample@prison.example"))
    await bot.command("posts")
    await bot.press("Change a post")
    view = await bot.opened("Change a post")
    filled = {"post": {"post": "head of safety"}, "person": {"person": "U2"}}
    assert (await slack.people.submit(PERSON, view.id, filled)).ok
    await slack.until(lambda: "head of safety: A. Sample" in str(posted(slack)[-1:]))

    *_, submitted = bot.acting.heard
    assert isinstance(submitted, Submitted)
    assert submitted.members == {"person": Member("U2", "a.sample@prison.example", "A. Sample")}


async def test_who_cannot_be_told_is_asked_for_again(bot: Bot, slack: Workspace):
    breaks(slack, "users.info", "user_not_found")
    await bot.command("posts")
    await bot.press("Change a post")
    view = await bot.opened("Change a post")
    filled = {"post": {"post": "head of safety"}, "person": {"person": PERSON}}
    outcome = await slack.people.submit(PERSON, view.id, filled)
    assert "Try again." in outcome.errors["person"]


@pytest.mark.parametrize("shown", [form(1), form(10), form(11), form(100), form(101), form(400), post_form()])
def test_forms_of_any_length_are_within_slacks_limits(shown: Form):
    try:
        validation.check_view(forms.draw(shown), set())
    except Refusal as refusal:
        pytest.fail(str(refusal.more))


async def test_posts_are_answered_to_the_asker_alone(bot: Bot):
    answered = await bot.command("posts", CHANNEL)
    assert answered["response_type"] == "ephemeral"
    assert "*Governor* A. Sample · 7 open actions" in words(answered)


def test_what_more_there_is_to_say_of_a_box_stands_under_its_label():
    note = "Governor, Monday 2 December: “done”"
    ticks = Field(
        "confirm", "Reported done", "any", (("1", "8 Title · 1 link"), ("2", "9 Title")), notes=(("1", note),)
    )
    _, asked = forms.draw(Form("decide", "What waits", "Record", (ticks,), intro="Tick."))["blocks"]
    first, second = asked["element"]["options"]
    assert first["description"]["text"] == note
    assert "description" not in second
