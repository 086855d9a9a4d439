"""What the app listens to. A listener hands on a few values of the payload; it decides nothing."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.response import BoltResponse

from bot.slack import payloads, typed
from bot.slack.apologies import apology
from bot.slack.desk import Desk
from bot.slack.files import may_be_document
from bot.slack.identity import Identity
from bot.slack.manifest import IMPORT
from bot.slack.messenger import ack as acknowledgement
from bot.slack.payloads import Payload, Place
from plans.messages import Notice

ANY = re.compile(".*")
NO_FILES = Notice(
    "plain",
    detail="I read plans from Word, PDF, OpenDocument, Excel, CSV, HTML and text files, and that is none of these. To"
    " attach it to an action, reply with it in the thread of a message about that action.",
)
NO_FILE_THERE = Notice(
    "plain", detail="That message has no file that I could read a plan from. Choose one with a Word, PDF or Excel file."
)


def listen(app: AsyncApp, desk: Desk, identity: Identity) -> None:
    """Registers every listener; the last two let nothing Slack sends go unacknowledged."""
    _commands(app, desk, identity)
    _buttons(app, desk)
    _forms(app, desk)
    _shortcuts(app, desk, identity)
    _messages(app, desk, identity)
    _home(app, desk)
    _upkeep(app, identity)
    _errors(app, desk)


def _commands(app: AsyncApp, desk: Desk, identity: Identity) -> None:
    @app.middleware
    async def command(body: Payload, next_: Callable[[], Awaitable[None]]) -> BoltResponse | None:
        """Before any listener is looked for: Bolt gathers a listener's arguments twice over, at the cost of a query."""
        if "command" not in body:
            await next_()
            return None
        answered = await desk.command(
            typed.typed(body.get("text", ""), [identity.user_id]),
            payloads.of_command(body),
            body.get("trigger_id", ""),
        )
        return BoltResponse(status=200, body=answered)


def _buttons(app: AsyncApp, desk: Desk) -> None:
    @app.action(ANY)
    async def button(ack: AsyncAck, body: Payload) -> None:
        await desk.press(payloads.of_press(body))
        await ack()


def _forms(app: AsyncApp, desk: Desk) -> None:
    @app.view_submission(ANY)
    async def form(ack: AsyncAck, body: Payload) -> None:
        """Acknowledged once it is known whether the form is taken as it was filled in."""
        await ack(**await desk.forms.submit(payloads.of_submission(body)))


def _messages(app: AsyncApp, desk: Desk, identity: Identity) -> None:
    async def heard(body: Payload) -> None:
        words, place, key = typed.spoken(body, identity.user_id), payloads.of_event(body), payloads.event_key(body)
        sent = typed.brought(body, identity.user_id)
        documents = [each for each in sent if may_be_document(each)]

        async def answered() -> None:
            if words is not None:
                await desk.replied(words, place, key)

        if documents:
            beside = typed.beside(body, identity.user_id)
            await desk.files.brought(documents, beside, place, payloads.message_key(body), answered)
        elif sent and not (place.private and place.thread) and (words is None or not words.text):
            await desk.tell(NO_FILES, place, key)
        else:
            await answered()

    @app.event("message")
    async def message(body: Payload) -> None:
        if payloads.of_event(body).private:
            await heard(body)

    @app.event("app_mention")
    async def mention(body: Payload) -> None:
        await heard(body)


def _shortcuts(app: AsyncApp, desk: Desk, identity: Identity) -> None:
    @app.shortcut(IMPORT)
    async def import_plan(ack: AsyncAck, body: Payload) -> None:
        """On any message with a file, in direct messages and in channels, whoever sent it."""
        files = [each for each in body.get("message", {}).get("files") or () if may_be_document(each)]
        place, key = payloads.of_shortcut(body), payloads.shortcut_key(body)
        if files:
            await desk.files.brought(files, "", place, key)
        else:
            await desk.tell(NO_FILE_THERE, place, key)
        await ack()


def _home(app: AsyncApp, desk: Desk) -> None:
    @app.event("app_home_opened")
    async def home_opened(body: Payload) -> None:
        """Of its two tabs the messages are drawn by Slack. An answer never waits for a home."""
        if body["event"].get("tab") == "home":
            desk.home(payloads.of_event(body))


def _upkeep(app: AsyncApp, identity: Identity) -> None:
    @app.event("user_change")
    async def person_changed() -> None:
        """People are refreshed nightly."""

    @app.event("tokens_revoked")
    async def tokens_revoked(event: Payload) -> None:
        if event.get("tokens", {}).get("bot"):
            identity.lose("The bot token was revoked: install the app again and set SLACK_BOT_TOKEN.")

    @app.event("app_uninstalled")
    async def uninstalled() -> None:
        identity.lose("The app was removed from the workspace: install it again.")

    @app.event(ANY)
    async def anything_else() -> None:
        """Acknowledged, so that Slack does not send it again."""

    async def acknowledged(ack: AsyncAck) -> None:
        """A form closed, and shortcuts and menus that no message of ours has yet."""
        await ack()

    for kind in (app.view_closed, app.shortcut, app.options):
        kind(ANY)(acknowledged)


def _errors(app: AsyncApp, desk: Desk) -> None:
    @app.error
    async def broken(error: Exception, body: Payload) -> BoltResponse:
        if "command" in body:
            return BoltResponse(status=200, body=acknowledgement(apology(error)))
        desk.later(error, _place(body))
        return BoltResponse(status=200, body="")


def _place(body: Payload) -> Place:
    """As much as can be read of where to answer, whatever shape the payload that broke a listener is in."""
    read: Callable[[Any], Place] = payloads.of_event if "event" in body else lambda seen: payloads.of_press(seen).place
    try:
        if body.get("type") == "view_submission":
            return payloads.of_submission(body).place
        return read(body)
    except (KeyError, IndexError, TypeError, AttributeError):
        return Place(user="", channel="", response_url=body.get("response_url"))
