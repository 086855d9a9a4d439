"""What others send, read with care: nothing is taken that breaks the reader, or could not be written again."""

import json
from typing import Any

from aiohttp.http_exceptions import HttpProcessingError

DEEPEST = 100  # lists and objects within each other; Block Kit's own need a dozen
# How aiohttp says that a body is not what it claims to be: a charset nobody knows, a form without a beginning, …
UNREADABLE = (ValueError, TypeError, LookupError, RuntimeError, AssertionError, HttpProcessingError)


def in_json(text: str | bytes) -> Any:
    """ValueError also for what no other program would read: NaN, halves of characters, depths without end."""
    try:
        found = json.loads(text)
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError as deep:
        raise ValueError("nested without end") from deep
    if not _shallow(found, DEEPEST):
        raise ValueError("nested too deep")
    return found


def _shallow(found: Any, left: int) -> bool:
    inner = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    return left > 0 and all(_shallow(each, left - 1) for each in inner)
