"""What stands before the app on the open internet: size, signature, shape. Each refusal is one plain line."""

import hmac
import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import structlog
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

log = structlog.get_logger()

MOST_BYTES = 1_000_000
WINDOW = 60 * 5  # seconds a signature stays good, Slack's own figure

Now = Callable[[], float]


class Unacceptable(Exception):
    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Gate:
    """The endpoint of /slack/events. `now` is the machine's clock, in seconds."""

    def __init__(self, app: AsyncApp, *, secret: str, now: Now) -> None:
        self._app = app
        self._secret = secret.encode()
        self._now = now

    async def __call__(self, request: Request) -> Response:
        if request.method == "GET":
            return PlainTextResponse("Slack posts here.\n")
        try:
            body = await _whole(request)
            self._verify(request, body)
            return await self._dispatch(_parsed(body, request.headers.get("content-type", "")))
        except Unacceptable as refusal:
            log.warning("refused a request", status=refusal.status, why=str(refusal))
            return PlainTextResponse(f"{refusal}\n", refusal.status)
        except ClientDisconnect:
            return Response(status_code=400)
        except (AttributeError, LookupError, TypeError, ValueError, RecursionError) as odd:
            log.warning("refused a request", status=400, exc_info=odd)
            return PlainTextResponse("The body has the wrong shape.\n", 400)

    async def _dispatch(self, payload: dict[str, Any]) -> Response:
        """In "socket_mode" Bolt takes the payload as parsed, and no headers.

        The app's error listener answers what listeners raise; all that escapes is Bolt's own stumbling over a shape
        that Slack never sends.
        """
        answered = await self._app.async_dispatch(AsyncBoltRequest(body=payload, mode="socket_mode"))
        return Response(answered.body, answered.status, answered.first_headers_without_set_cookie())

    def _verify(self, request: Request, body: bytes) -> None:
        """Slack's v0 signature, over the bytes as they came."""
        stamp = request.headers.get("x-slack-request-timestamp", "")
        if not (stamp.isascii() and stamp.isdigit() and len(stamp) < 20):
            raise Unacceptable(401, "The request carries no usable timestamp.")
        if abs(self._now() - int(stamp)) > WINDOW:
            raise Unacceptable(401, "The request is too old.")
        expected = "v0=" + hmac.digest(self._secret, b"v0:" + stamp.encode() + b":" + body, "sha256").hex()
        if not hmac.compare_digest(expected.encode(), request.headers.get("x-slack-signature", "").encode()):
            raise Unacceptable(401, "The signature does not match.")


async def _whole(request: Request) -> bytes:
    """The body, given up as soon as it is known to be too large."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > MOST_BYTES:
        raise Unacceptable(413, "The body is too large.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Unacceptable(413, "The body is too large.")
    return bytes(body)


def _parsed(body: bytes, content_type: str) -> dict[str, Any]:
    """The payload as an object. Not left to Bolt, which takes the word "payload" in a command for a field."""
    try:
        text = body.decode()
        if content_type.startswith("application/json") or text.startswith("{"):
            payload = json.loads(text)
        else:
            fields = dict(_fields(text))
            payload = json.loads(fields["payload"]) if "payload" in fields else fields
    except (ValueError, RecursionError) as unreadable:
        raise Unacceptable(400, "The body cannot be read.") from unreadable
    if not isinstance(payload, dict) or not payload:
        raise Unacceptable(400, "The body holds no fields.")
    return payload


def _fields(form: str) -> Iterator[tuple[str, str]]:
    """As urllib's parse_qsl with blank values kept, but in half the time: most fields of a command need no decoding."""
    for pair in form.split("&"):
        if pair:
            name, _, value = pair.partition("=")
            yield _decoded(name), _decoded(value)


def _decoded(words: str) -> str:
    return unquote(words.replace("+", " "), errors="strict") if "%" in words or "+" in words else words
