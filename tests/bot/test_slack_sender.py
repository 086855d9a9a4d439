"""A brief posted to somebody through the workspace, on good days and bad: what surely arrived, what surely did not."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.slack import clients
from bot.slack.limits import problems
from bot.slack.sender import Sender, opened
from plans.chat import CannotLook, InDoubt, Later, Member, Messenger, Never, Where
from tests.bot.conftest import words
from tests.fakes.briefs import monday
from tests.fakes.small_slack import APP, BOT_TOKEN, DIRECT, PERSON, breaks
from workspace.faults import Fault
from workspace.server import Workspace
from workspace.team import Conversation, Person

pytestmark = pytest.mark.anyio

KEY = "brief 2024-12-02 person 12"
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)


@pytest.fixture
async def sender(slack: Workspace) -> AsyncIterator[Sender]:
    async with opened(BOT_TOKEN, slack.api_url) as ready:
        yield ready


async def test_a_sender_is_what_the_jobs_send_through(sender: Sender):
    port: Messenger = sender
    assert port is sender


async def test_a_brief_goes_to_the_persons_direct_messages_marked_with_its_key(sender: Sender, slack: Workspace):
    where = await sender.post(PERSON, monday(), key=KEY)

    (posted,) = slack.record.of("chat.postMessage")
    assert where.channel == DIRECT
    assert problems(posted) == []
    assert posted["metadata"] == {"event_type": "action_plan_brief", "event_payload": {"key": KEY}}
    assert "7 actions of the Governor of HMP Rochester need you" in words(posted)
    assert slack.team.conversations[DIRECT].messages[where.ts].bot_id


async def test_and_is_found_again_by_it(sender: Sender):
    await sender.post(PERSON, monday(), key="another")
    where = await sender.post(PERSON, monday(), key=KEY)

    assert await sender.find(PERSON, KEY, since=LONG_AGO) == where
    assert await sender.find(PERSON, KEY, since=LONG_AGO, dm=DIRECT) == where
    assert await sender.find(PERSON, "brief 2024-12-03 person 12", since=LONG_AGO) is None


async def test_what_was_posted_before_a_moment_is_not_looked_at(sender: Sender):
    await sender.post(PERSON, monday(), key=KEY)

    assert await sender.find(PERSON, KEY, since=datetime(2030, 1, 1, tzinfo=UTC)) is None


async def test_two_pages_are_looked_through_and_what_lies_beyond_is_not_denied(sender: Sender, slack: Workspace):
    async def chatter(count: int) -> None:
        for n in range(count):
            await slack.people.say(PERSON, DIRECT, f"line {n}")

    where = await sender.post(PERSON, monday(), key=KEY)
    await chatter(250)
    assert await sender.find(PERSON, KEY, since=LONG_AGO) == where
    await chatter(200)
    with pytest.raises(CannotLook):
        await sender.find(PERSON, KEY, since=LONG_AGO)


async def test_a_brief_is_changed_where_it_stands_and_still_found(sender: Sender, slack: Workspace):
    where = await sender.post(PERSON, monday(), key=KEY)
    await sender.revise(where, monday(seen=datetime(2024, 12, 2, 10, 42, tzinfo=UTC)))

    (message,) = slack.team.conversations[DIRECT].messages.values()
    assert "Seen on 2 December at 10:42." in str(message.blocks)
    assert await sender.find(PERSON, KEY, since=LONG_AGO) == where


async def test_what_is_gone_cannot_be_changed(sender: Sender):
    with pytest.raises(Never):
        await sender.revise(Where(DIRECT, "1738540800.000009"), monday())


@pytest.mark.parametrize("trouble", ["500", "ratelimited", "accept_and_drop", "internal_error"])
async def test_a_change_that_may_not_have_happened_can_be_made_again(sender: Sender, slack: Workspace, trouble: str):
    where = await sender.post(PERSON, monday(), key=KEY)
    breaks(slack, "chat.update", trouble)
    with pytest.raises(Later):
        await sender.revise(where, monday())


async def test_slack_asking_to_slow_down_holds_everybody_up(sender: Sender, slack: Workspace):
    breaks(slack, "chat.postMessage", "ratelimited", retry_after=600)
    with pytest.raises(Later) as told:
        await sender.post(PERSON, monday(), key=KEY)

    assert (told.value.after, told.value.everyone) == (600.0, True)
    assert len(slack.record.refused) == 1  # asked once: the ledger decides when again


@pytest.mark.parametrize("code", ["channel_not_found", "user_disabled", "account_inactive", "messages_tab_disabled"])
async def test_an_account_that_is_closed_to_us_is_never_reached(sender: Sender, slack: Workspace, code: str):
    breaks(slack, "chat.postMessage", code)
    with pytest.raises(Never, match=code):
        await sender.post(PERSON, monday(), key=KEY)


async def test_an_app_that_was_removed_blames_nobodys_account(sender: Sender, slack: Workspace):
    slack.team.app.active = False
    with pytest.raises(Later, match="the app was removed from the workspace") as told:
        await sender.post(PERSON, monday(), key=KEY)
    assert told.value.everyone


@pytest.mark.parametrize("trouble", ["ratelimited", "500", "invalid_auth"])
async def test_nor_does_one_that_cannot_be_told_who_it_is(sender: Sender, slack: Workspace, trouble: str):
    breaks(slack, "chat.postMessage", "account_inactive")
    breaks(slack, "auth.test", trouble)
    with pytest.raises(Later):
        await sender.post(PERSON, monday(), key=KEY)


@pytest.mark.parametrize("trouble", ["500", "html", "drop", "accept_and_drop", "internal_error", "fatal_error"])
async def test_what_may_have_arrived_is_in_doubt(sender: Sender, slack: Workspace, trouble: str):
    breaks(slack, "chat.postMessage", trouble)
    with pytest.raises(InDoubt):
        await sender.post(PERSON, monday(), key=KEY)


@pytest.mark.parametrize("trouble", ["hang", "accept_and_hang"])
async def test_so_is_what_is_not_answered_in_time(slack: Workspace, trouble: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clients, "SECONDS", 0.2)
    breaks(slack, "chat.postMessage", trouble)
    async with opened(BOT_TOKEN, slack.api_url) as hurried:
        with pytest.raises(InDoubt):
            await hurried.post(PERSON, monday(), key=KEY)


async def test_a_workspace_that_cannot_be_reached_surely_got_nothing():
    async with opened(BOT_TOKEN, "http://127.0.0.1:1/api/") as nowhere:
        with pytest.raises(Later):
            await nowhere.post(PERSON, monday(), key=KEY)


@pytest.mark.parametrize("code", ["missing_scope", "not_in_channel", "channel_not_found"])
async def test_a_history_that_is_closed_to_us_says_so(sender: Sender, slack: Workspace, code: str):
    breaks(slack, "conversations.history", code)
    with pytest.raises(CannotLook):
        await sender.find(PERSON, KEY, since=LONG_AGO)


@pytest.mark.parametrize("trouble", ["500", "html", "drop", "ratelimited"])
@pytest.mark.parametrize("method", ["conversations.open", "conversations.history"])
async def test_a_history_that_does_not_answer_is_asked_again_later(
    sender: Sender, slack: Workspace, trouble: str, method: str
):
    breaks(slack, method, trouble)
    with pytest.raises(Later):
        await sender.find(PERSON, KEY, since=LONG_AGO)


async def test_blocks_that_the_workspace_does_not_take_are_left_out(sender: Sender, slack: Workspace):
    slack.faults.refuses = {"context", "actions", "section"}
    where = await sender.post(PERSON, monday(), key=KEY)

    message = slack.team.conversations[DIRECT].messages[where.ts]
    assert message.blocks == []
    assert message.text.startswith("7 actions of the Governor")


async def test_people_are_listed_page_by_page_without_bots(sender: Sender, slack: Workspace):
    slack.team.add(*(Person(f"U{n}", f"p{n}", f"Person {n}", email=f"p{n}@prison.example") for n in range(2, 2_100)))
    slack.team.add(Person("U9999", "left", "A Leaver", email="left@prison.example", deleted=True))
    found = await sender.members()

    assert len(found) == 2_100
    assert found[0] == Member(PERSON, None, "Gail Able")
    assert found[1] == Member("U2", "p2@prison.example", "Person 2")
    assert found[-1].gone
    assert APP not in {each.account for each in found}


async def test_a_list_of_people_waits_once_where_slack_asks_for_it(slack: Workspace):
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    slack.faults.plan("users.list", Fault("ratelimited", retry_after=7))
    async with aiohttp.ClientSession() as session:
        client = clients.open_client(BOT_TOKEN, slack.api_url, session, patient=False)
        assert len(await Sender(client, sleep=wait).members()) == 1
    assert waited == [7.0]


@pytest.mark.parametrize("trouble", ["500", "html", "drop", "missing_scope"])
async def test_a_list_that_does_not_come_is_asked_for_later(sender: Sender, slack: Workspace, trouble: str):
    breaks(slack, "users.list", trouble)
    with pytest.raises(Later):
        await sender.members()


# --- channels --------------------------------------------------------------------------------------------------------

LEADERS = "C0LEADERS"


@pytest.fixture
def leaders(slack: Workspace) -> str:
    slack.team.add(Conversation(LEADERS, "leadership", members={*slack.team.people}))
    return LEADERS


async def test_what_goes_to_a_channel_is_found_there_again(sender: Sender, leaders: str):
    where = await sender.post(leaders, monday(), key="digest 2025-W06 channel 1")

    assert where.channel == leaders
    assert await sender.find(leaders, "digest 2025-W06 channel 1", since=LONG_AGO, dm=leaders) == where
    assert await sender.find(leaders, "digest 2025-W07 channel 1", since=LONG_AGO, dm=leaders) is None


async def test_a_channel_that_is_archived_or_was_left_is_not_written_to(sender: Sender, slack: Workspace, leaders: str):
    channel = slack.team.conversations[leaders]
    channel.archived = True
    with pytest.raises(Never, match=r"^the channel is archived \(is_archived\)$"):
        await sender.post(leaders, monday(), key=KEY)
    channel.archived, channel.members = False, set()
    with pytest.raises(Never, match="the app is not in the channel"):
        await sender.post(leaders, monday(), key=KEY)
    with pytest.raises(CannotLook):
        await sender.find(leaders, KEY, since=LONG_AGO, dm=leaders)


async def test_an_app_that_was_removed_blames_no_channel(sender: Sender, slack: Workspace, leaders: str):
    slack.faults.plan("chat.postMessage", Fault("error", "account_inactive"))
    with pytest.raises(Later):
        await sender.post(leaders, monday(), key=KEY)
