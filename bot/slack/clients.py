"""How Slack is reached: one session for all calls, clients that never repeat by themselves what may have arrived."""

from ipaddress import ip_address
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

SECONDS = 10


def loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def open_session(api_url: str) -> aiohttp.ClientSession:
    """One for all calls. A proxy named in the environment is used, but never for a server on this machine."""
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS), trust_env=not loopback(api_url))


def open_client(
    token: str | None, api_url: str, session: aiohttp.ClientSession, *, patient: bool = True
) -> AsyncWebClient:
    """`patient`: waits and tries again where Slack asks it to slow down."""
    client = AsyncWebClient(
        token=token,
        base_url=api_url,
        session=session,
        timeout=SECONDS,
        # Never after a lost connection, as the SDK would by itself: what was posted may have arrived.
        retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=2)] if patient else [],
    )
    client.proxy = None  # the session knows about proxies; the SDK's own reading ignores NO_PROXY
    return client
