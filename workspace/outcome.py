"""What somebody who did something is told."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import ParamSpec

P = ParamSpec("P")


class Sorry(Exception):
    """A sentence for the person: why not."""


@dataclass(frozen=True)
class Outcome:
    """`error` is a sentence to show (empty where the conversation shows one already), `errors` are those of a form,
    by block_id."""

    ok: bool = True
    error: str = ""
    errors: dict[str, str] = field(default_factory=dict)


def answered(act: Callable[P, Awaitable[Outcome | None]]) -> Callable[P, Awaitable[Outcome]]:
    """Nothing said is well done; Sorry becomes the outcome."""

    @wraps(act)
    async def tried(*args: P.args, **kwargs: P.kwargs) -> Outcome:
        try:
            return await act(*args, **kwargs) or Outcome()
        except (Sorry, ValueError) as sorry:
            return Outcome(ok=False, error=str(sorry))

    return tried
