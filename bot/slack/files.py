"""Files that people sent, fetched from Slack and from nowhere else: what each is refused for is one sentence.

The bot's token opens everything the bot can see, so it goes to Slack's own hosts alone, and is never carried along when
one of them points elsewhere.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.slack.clients import loopback
from bot.slack.messenger import Messenger, Refused
from documents.answering import cleaned

File = dict[str, Any]
FetchFile = Callable[[File], Awaitable[bytes]]

LARGEST = 20_000_000  # bytes, as documents.reading
SECONDS = aiohttp.ClientTimeout(total=90, sock_connect=10, sock_read=20)
CHUNK = 65_536
NAME, ENDING = 100, 20  # letters of a file's name that are told

_MEDIA = ("image/", "video/", "audio/")
_PLAIN = re.compile(r"[A-Za-z0-9.-]+(?::\d+)?")
_GONE = ("tombstone", "hidden_by_limit")
_NO_FILE = ("canvas", "quip", "docs", "list", "space")
"""What Slack itself keeps, and calls a file."""

LARGE = "I could not read {0}: it is over 20 megabytes. A plan's own file is far smaller."
DELETED = "I could not read {0}: it was deleted, or Slack keeps it no longer. Send it again."
ELSEWHERE = "I could not read {0}: it is kept outside Slack. Download it there, and send the file itself."
NO_DOCUMENT = "I could not read {0}: it is a page kept in Slack. Send the Word, PDF or Excel file itself."
NOT_SLACKS = "I did not fetch {0}: its address is not one of Slack's own."
NO_SCOPE = (
    "I could not fetch {0}: Slack asks me to sign in, so this app may not read files yet. An administrator adds"
    " files:read to it in Slack, and installs it again."
)
UNSEEN = "I could not fetch {0}: it was deleted, or Slack does not show it to me. Send it to me in our direct messages."
CUT_SHORT = "I could not fetch {0}: it arrived cut short. Send it again."
EMPTY = "I could not read {0}: it is empty."
NOT_NOW = "I could not fetch {0}: {1}. Send it again in a few minutes."


class NotFetched(Exception):
    """A sentence for whoever sent it."""


def name_of(file: File) -> str:
    """As it is told and kept: on one line, its ending too where it is long."""
    said = (cleaned(str(file.get(key) or "")) for key in ("name", "title"))
    name = next(filter(None, said), "the file")
    return name if len(name) <= NAME else f"{name[: NAME - ENDING - 1]}…{name[-ENDING:]}"


def may_be_document(file: File) -> bool:
    """All but pictures, sound and film: what it really is, is told by what it holds."""
    return not str(file.get("mimetype") or "").startswith(_MEDIA)


async def nowhere(file: File) -> bytes:
    """Where there is no Slack to fetch from."""
    raise NotFetched(UNSEEN.format(name_of(file)))


@dataclass
class Files:
    messenger: Messenger
    session: aiohttp.ClientSession
    token: str | None
    api_url: str

    async def fetch(self, file: File) -> bytes:
        """What is in it. Raises NotFetched."""
        name = name_of(file)
        file = await self._known(file)
        if refusal := _refusal(file):
            raise NotFetched(refusal.format(name))
        url = str(file.get("url_private_download") or file.get("url_private") or "")
        if not self.is_slacks(url):
            raise NotFetched(NOT_SLACKS.format(name))
        return await self._download(url, file, name)

    async def _known(self, file: File) -> File:
        """A file may come as an id alone: in mentions, and from other organisations."""
        has_address = file.get("url_private_download") or file.get("url_private")
        if (has_address and file.get("file_access") != "check_file_info") or file.get("mode") in _GONE:
            return file
        try:
            return await self.messenger.file(str(file.get("id") or ""))
        except Refused as refusal:
            said = _SAID.get(refusal.code, NOT_NOW)
            raise NotFetched(said.format(name_of(file), refusal)) from refusal

    def is_slacks(self, url: str) -> bool:
        """Over https, at slack.com or beneath it, or beneath the host of another Slack; a Slack-shaped server on this
        machine counts as itself."""
        try:
            asked, own = urlsplit(url), urlsplit(self.api_url)
            port = asked.port
        except ValueError:
            return False
        if not asked.hostname or not _PLAIN.fullmatch(asked.netloc):
            return False  # what one reader of addresses takes for a host, another may take for a path
        if loopback(self.api_url):
            return (asked.scheme, asked.netloc) == (own.scheme, own.netloc)
        hosts = {"slack.com", own.hostname or "slack.com"}
        ours = any(asked.hostname == host or asked.hostname.endswith(f".{host}") for host in hosts)
        return asked.scheme == "https" and port in (None, 443) and ours

    async def _download(self, url: str, file: File, name: str) -> bytes:
        """Never past the largest size, whatever was said of it; where Slack points elsewhere, nobody follows."""
        headers = {"Authorization": f"Bearer {self.token}"}
        asked = self.session.get(url, headers=headers, timeout=SECONDS, allow_redirects=False)
        try:
            async with asked as response:
                if response.status // 100 == 3:
                    raise NotFetched(NO_SCOPE.format(name))
                if response.status != 200:
                    raise NotFetched(_of_status(response.status).format(name, f"Slack answered {response.status}"))
                content = await _whole(response, name)
        except TimeoutError as late:
            raise NotFetched(NOT_NOW.format(name, "Slack did not answer in time")) from late
        except (aiohttp.ClientError, OSError) as lost:
            raise NotFetched(NOT_NOW.format(name, "Slack cannot be reached")) from lost
        return _checked(content, file, name)


async def _whole(response: aiohttp.ClientResponse, name: str) -> bytes:
    if (response.content_length or 0) > LARGEST:
        raise NotFetched(LARGE.format(name))
    content = bytearray()
    async for chunk in response.content.iter_chunked(CHUNK):
        content += chunk
        if len(content) > LARGEST:
            raise NotFetched(LARGE.format(name))
    return bytes(content)


def _refusal(file: File) -> str:
    """Why there is nothing to fetch; empty where there may be."""
    if file.get("mode") in _GONE or file.get("file_access") == "file_not_found":
        return DELETED
    if file.get("file_access") == "access_denied":
        return UNSEEN
    if file.get("mode") == "external" or file.get("is_external"):
        return ELSEWHERE
    if str(file.get("mode")) in _NO_FILE or str(file.get("filetype")) in _NO_FILE:
        return NO_DOCUMENT
    return LARGE if _size(file) > LARGEST else ""


def _size(file: File) -> int:
    size = file.get("size")
    return size if isinstance(size, int) else 0


def _checked(content: bytes, file: File, name: str) -> bytes:
    """A page to sign in comes with the same 200 as the file: it is told by its size where a page was sent too."""
    size = _size(file)
    is_page = content[:512].lstrip().lower().startswith((b"<!doctype html", b"<html"))
    if is_page and (size != len(content) if size else "html" not in str(file.get("mimetype"))):
        raise NotFetched(NO_SCOPE.format(name))
    if len(content) < size:
        raise NotFetched(CUT_SHORT.format(name))
    if not content:
        raise NotFetched(EMPTY.format(name))
    return content


def _of_status(status: int) -> str:
    return {401: NO_SCOPE, 403: UNSEEN, 404: UNSEEN, 410: DELETED}.get(status, NOT_NOW)


_SAID = {
    "file_not_found": UNSEEN,
    "file_deleted": DELETED,
    "missing_scope": NO_SCOPE,
    "not_allowed_token_type": NO_SCOPE,
}
