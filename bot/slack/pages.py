"""A digest's page, handed to whoever asked for it: a file in their direct messages, which nobody else sees."""

import asyncio

import structlog

from bot.digests import numbered
from bot.page import page
from bot.slack.cards import render
from bot.slack.carrier import Carrier
from bot.slack.marks import escape
from bot.slack.messenger import UNSURE, Messenger, Refused
from bot.slack.payloads import Place
from bot.wording import safe
from plans.messages import Digest, Notice

log = structlog.get_logger()

SAID = "{0}, {1}: a page with charts and every action. Download it to open it in a browser, or to print it."
SENT = "I have sent you the page as a file, in our direct messages."
NOT_TAKEN = "I could not send you the page: {0}. The command line writes it too: {1}"


class Pages:
    def __init__(self, messenger: Messenger, carrier: Carrier) -> None:
        self._messenger = messenger
        self._carrier = carrier

    async def hand(self, digest: Digest, place: Place) -> None:
        """Where Slack surely did not take it, a sentence says so. Raises Refused where that is not known."""
        written = await asyncio.to_thread(page, digest)
        shown = False
        try:
            file = await self._messenger.upload(file_name(digest), written.encode())
            direct = place.channel if place.private else await self._messenger.open_dm(place.user)
            shown = True
            await self._messenger.show_file(direct, file, title=_title(digest), said=_said(digest))
        except Refused as refusal:
            if shown and refusal.code in UNSURE:
                raise
            log.warning("a page could not be sent", why=str(refusal))
            await self._tell(NOT_TAKEN.format(refusal, command(digest)), place)
        else:
            if not place.private:
                await self._tell(SENT, place)

    async def _tell(self, sentence: str, place: Place) -> None:
        await self._carrier.to_asker(render(Notice("plain", detail=sentence)), place)


def file_name(digest: Digest) -> str:
    """rochester-digest-14.html"""
    return f"{digest.key}-{'draft' if digest.draft else 'digest'}-{digest.number}.html"


def command(digest: Digest) -> str:
    of = f"--on {digest.on.isoformat()}" if digest.draft else f"--number {digest.number}"
    return f"actions export {digest.key} --format html {of} -o {file_name(digest)}"


def _title(digest: Digest) -> str:
    return safe(f"{digest.prison}, {numbered(digest).lower()}")


def _said(digest: Digest) -> str:
    return escape(SAID.format(safe(digest.prison), numbered(digest).lower()))
