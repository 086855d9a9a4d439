"""Who the bot is in its workspace: learnt from auth.test in the background, so no answer waits for it."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.messenger import TROUBLE, Refused, code_of

log = structlog.get_logger()

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0  # seconds between attempts, doubling

Sleep = Callable[[float], Awaitable[None]]


class Identity:
    def __init__(self, token: str | None, *, sleep: Sleep = asyncio.sleep) -> None:
        self._token = token
        self._sleep = sleep
        self._result = AuthorizeResult(enterprise_id=None, team_id=None, bot_token=token)
        self.waiting: str | None = "Slack has not answered yet."
        self.lost: str | None = None if token else "There is no SLACK_BOT_TOKEN."

    @property
    def user_id(self) -> str | None:
        return self._result.bot_user_id

    def known(self) -> AuthorizeResult:
        """What is known now; enough to answer with even before Slack has said who we are."""
        return self._result

    def lose(self, why: str) -> None:
        """The workspace has taken our access away: only a person can mend that."""
        log.error("slack access lost", why=why)
        self.lost = why

    async def learn(self, client: AsyncWebClient) -> None:
        """Tries until Slack answers, waiting longer each time."""
        wait = FIRST_WAIT
        while not await self._learnt(client):
            await self._sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def _learnt(self, client: AsyncWebClient) -> bool:
        try:
            answered = (await client.auth_test()).data
        except SlackApiError as refusal:
            return self._not_yet(str(Refused(code_of(refusal))))
        except TROUBLE:
            return self._not_yet(str(Refused("unreachable")))
        if not isinstance(answered, dict) or answered.get("ok") is not True:
            return self._not_yet(str(Refused("no_answer")))
        self._result = AuthorizeResult(
            enterprise_id=answered.get("enterprise_id"),
            team_id=answered.get("team_id"),
            team=answered.get("team"),
            bot_id=answered.get("bot_id"),
            bot_user_id=answered.get("user_id"),
            bot_token=self._token,
        )
        self.waiting = None
        log.info("known to slack", team=answered.get("team"), user=answered.get("user"))
        return True

    def _not_yet(self, why: str) -> bool:
        log.warning("auth.test failed; trying again", why=why)
        self.waiting = f"{why[0].upper()}{why[1:]}."
        return False
