"""The workspace as the bot meets it in tests: one person, a channel that both are in, their direct messages; the ways it
is broken, and what its record says. What people do is done by `workspace.people`."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, get_args

from workspace.faults import Fault, Kind
from workspace.server import Workspace
from workspace.team import App, Conversation, Person, Team

PERSON, CHANNEL, DIRECT, APP = "U1", "C1", "D1", App.user_id
BOT_TOKEN, APP_TOKEN, SECRET = App.bot_token, App.app_token, App.signing_secret


@asynccontextmanager
async def opened(clock: Callable[[], float]) -> AsyncIterator[Workspace]:
    team = Team(clock)
    team.add(Person(PERSON, "gail", "Gail Able", "Governor"), Conversation(CHANNEL, "plans", members={PERSON, APP}))
    assert team.direct(PERSON).id == DIRECT
    slack = Workspace(team)
    await slack.start()
    yield slack
    await slack.stop()


def breaks(slack: Workspace, method: str, trouble: str, **how: Any) -> None:
    """From now on. `trouble` is a kind of fault, or Slack's word for an error."""
    fault = Fault(trouble, **how) if trouble in get_args(Kind) else Fault("error", trouble)  # type: ignore[arg-type]  # by name
    slack.faults.plan(method, fault, times=-1)


async def asked(slack: Workspace, text: str, channel: str = CHANNEL) -> dict[str, Any]:
    """What the acknowledgement of `/actions …` holds, once the workspace has taken it."""
    before = len(slack.record.of("ack"))
    outcome = await slack.people.command(PERSON, channel, f"/actions {text}")
    assert outcome.ok, slack.record.refused
    (acked,) = slack.record.of("ack")[before:]
    return acked


def posted(slack: Workspace) -> list[dict[str, Any]]:
    """Every message that was taken, by whatever way it came, but for acknowledgements."""
    return slack.record.of("chat.postMessage", "chat.postEphemeral", "response_url")


def responses(slack: Workspace) -> list[dict[str, Any]]:
    """What response_urls took."""
    return slack.record.of("response_url")


def refused(slack: Workspace, method: str, code: str) -> int:
    """How often: by a fault of that kind too."""
    return [each[:2] for each in slack.record.refused].count((method, code))
