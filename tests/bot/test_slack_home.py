"""The Home tab through the workspace: drawn when it is opened, its buttons answered, drawn anew after what is done."""

import asyncio
import json
from typing import Any

import pytest

from tests.bot.conftest import Bot, words
from tests.fakes import payloads
from tests.fakes.homes import STRANGERS
from tests.fakes.small_slack import APP, CHANNEL, DIRECT, PERSON, breaks, posted, refused
from workspace.server import Workspace

pytestmark = pytest.mark.anyio


@pytest.fixture
async def opened(bot: Bot, slack: Workspace) -> Bot:
    """Somebody has their Home before them."""
    assert (await slack.people.open_home(PERSON)).ok
    await slack.until(lambda: PERSON in slack.team.homes)
    return bot


def shown(slack: Workspace) -> str:
    return words(slack.team.homes[PERSON].body)


def published(slack: Workspace) -> int:
    return len(slack.record.of("views.publish"))


async def press(slack: Workspace, label: str) -> None:
    """The button of that label, on Home."""
    view = slack.team.homes[PERSON]
    found = [(block["block_id"], each) for block in view.body["blocks"] for each in _elements(block)]
    block, button = next((block, each) for block, each in found if each["text"]["text"] == label)
    outcome = await slack.people.press_in_view(PERSON, view.id, button["action_id"], block)
    assert outcome.ok, outcome.error


def _elements(block: dict[str, Any]) -> list[dict[str, Any]]:
    return (
        block.get("elements", [])
        if block["type"] == "actions"
        else [block["accessory"]]
        if "accessory" in block
        else []
    )


async def test_opening_the_tab_draws_what_is_theirs(opened: Bot, slack: Workspace):
    assert "18 actions of yours are late, 6 come next" in shown(slack)
    (heard,) = opened.acting.heard
    assert heard.by.account == f"slack:{slack.team.id}:{PERSON}"
    assert posted(slack) == []


async def test_opening_the_messages_tab_draws_nothing(bot: Bot, slack: Workspace):
    await bot.event({"type": "app_home_opened", "user": PERSON, "channel": DIRECT, "tab": "messages"})
    await bot.command("Rochester overdue")
    assert published(slack) == 0


async def test_opened_again_it_is_drawn_from_what_is_known_then(opened: Bot, slack: Workspace):
    opened.acting.home = STRANGERS
    await slack.people.open_home(PERSON)
    await slack.until(lambda: "The register does not know you yet" in shown(slack))


async def test_the_page_is_turned(opened: Bot, slack: Workspace):
    await press(slack, "Next page")
    await slack.until(lambda: "Page 2 of 2" in shown(slack))
    assert posted(slack) == []


@pytest.mark.parametrize(
    ("label", "said"),
    [("Open 8", "All that is to be done"), ("Overdue (18)", "18 of 26 actions are overdue")],
)
async def test_what_is_opened_from_home_comes_as_a_direct_message(opened: Bot, slack: Workspace, label: str, said: str):
    before = shown(slack)
    await press(slack, label)
    await slack.until(lambda: posted(slack))
    (message,) = slack.record.of("chat.postMessage")
    assert said in message["text"] or said in words(message)
    assert message["channel"] == PERSON
    assert shown(slack) == before


async def test_a_card_opened_from_home_can_be_replied_to(opened: Bot, slack: Workspace):
    await press(slack, "Open 8")
    await slack.until(lambda: opened.remembered.actions)
    ((channel, _), action) = next(iter(opened.remembered.actions.items()))
    assert (channel, action) == (DIRECT, 5)


async def test_a_form_is_opened_over_home_and_home_says_what_it_changed(opened: Bot, slack: Workspace):
    await press(slack, "I am away")
    view = await opened.opened("I am away")
    outcome = await slack.people.submit(PERSON, view.id, {"until": {"until": "2025-02-14"}})
    assert outcome.ok
    await slack.until(lambda: "I am back" in shown(slack))
    await slack.until(lambda: posted(slack))
    assert "Recorded: you are away until 2025-02-14." in words(posted(slack)[0])


async def test_a_form_given_back_changes_nothing_at_home(opened: Bot, slack: Workspace):
    await press(slack, "I am away")
    view = await opened.opened("I am away")
    view_at = published(slack)
    top = slack.team.top(PERSON)
    assert top is not None
    body = {
        "type": "view_submission", "user": {"id": PERSON}, "team": {"id": slack.team.id},
        "view": {**top.body, "id": view.id, "state": {"values": {}}},
    }  # fmt: skip
    _, answered = await opened.send(payloads.interaction(body))
    assert answered["errors"] == {"until": "Choose a day after today."}
    assert published(slack) == view_at


async def test_back_draws_home_anew_and_says_nothing_in_messages(opened: Bot, slack: Workspace):
    await press(slack, "I am away")
    view = await opened.opened("I am away")
    await slack.people.submit(PERSON, view.id, {"until": {"until": "2025-02-14"}})
    await slack.until(lambda: "I am back" in shown(slack) and posted(slack))
    await press(slack, "I am back")
    await slack.until(lambda: "I am away" in shown(slack))
    assert len(posted(slack)) == 1


async def test_a_change_made_in_messages_is_seen_at_home_only_where_it_is_open(bot: Bot, slack: Workspace):
    await bot.say("my brief")
    await slack.until(lambda: posted(slack))
    await bot.press_in(DIRECT, "Seen")
    await slack.until(lambda: slack.record.of("chat.update"))
    assert published(slack) == 0

    await slack.people.open_home(PERSON)
    await slack.until(lambda: PERSON in slack.team.homes)
    bot.acting.home = STRANGERS
    await bot.press_in(DIRECT, "Show all")
    await bot.say("5")
    await slack.until(lambda: "All that is to be done" in words(posted(slack)[-1]))
    assert published(slack) == 1  # what only shows something changes nothing
    stale = {"type": "button", "action_id": "undo:0", "value": json.dumps({"v": "undo", "q": "5 3", "p": 1})}
    await bot.press_by_hand({**stale, "text": {"type": "plain_text", "text": "Undo"}})
    await slack.until(lambda: "The register does not know you yet" in shown(slack))


async def test_what_says_the_same_is_not_drawn_again(opened: Bot, slack: Workspace):
    stale = {"type": "button", "action_id": "undo:0", "value": json.dumps({"v": "undo", "q": "5 3", "p": 1})}
    await opened.press_by_hand({**stale, "text": {"type": "plain_text", "text": "Undo"}})
    await slack.until(lambda: len(opened.acting.heard) == 3)  # opened, undone, looked at again
    await opened.command("Rochester overdue")
    assert published(slack) == 1


async def test_what_breaks_is_said_on_the_tab_with_a_button_to_try_again(bot: Bot, slack: Workspace):
    bot.acting.breaks = True
    await slack.people.open_home(PERSON)
    await slack.until(lambda: PERSON in slack.team.homes)
    assert "Something broke on our side; nothing was changed." in shown(slack)
    assert "secret" not in shown(slack)
    assert posted(slack) == []

    bot.acting.breaks = False
    await press(slack, "Try again")
    await slack.until(lambda: "18 actions of yours are late" in shown(slack))


async def test_a_workspace_without_home_tabs_hears_of_nothing(bot: Bot, slack: Workspace):
    breaks(slack, "views.publish", "not_enabled")
    await slack.people.open_home(PERSON)
    await slack.until(lambda: refused(slack, "views.publish", "not_enabled"))
    assert "18 of 26 actions are overdue" in str(await bot.command("Rochester overdue"))
    assert posted(slack) == []


async def test_an_answer_does_not_wait_for_a_home(bot: Bot, slack: Workspace, monkeypatch: pytest.MonkeyPatch):
    going = asyncio.Event()
    loop = asyncio.get_running_loop()
    waiting = __import__("threading").Event()

    def slow(heard: Any) -> Any:
        loop.call_soon_threadsafe(going.set)
        waiting.wait(5)
        return None

    monkeypatch.setattr(bot.acting, "_at_home", lambda heard: slow(heard) if _asks_home(heard) else None)
    await slack.people.open_home(PERSON)
    await asyncio.wait_for(going.wait(), 5)
    assert "18 of 26 actions are overdue" in str(await bot.command("Rochester overdue", CHANNEL))
    waiting.set()


def _asks_home(heard: Any) -> bool:
    return getattr(getattr(heard, "verb", None), "name", "") == "home"


async def test_a_strange_event_breaks_nothing(bot: Bot, slack: Workspace):
    await bot.event({"type": "app_home_opened", "channel": DIRECT}, "Ev8")
    await bot.event({"type": "app_home_opened", "user": APP, "channel": DIRECT, "tab": "home"}, "Ev9")
    assert "18 of 26 actions are overdue" in str(await bot.command("Rochester overdue"))
