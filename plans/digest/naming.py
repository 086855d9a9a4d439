"""The names of posts, organisations and roles by their keys, as a digest says them."""

from collections.abc import Callable

from plans.briefing import post_name
from plans.register import Register

Naming = Callable[[str | None], str]


def naming(register: Register) -> Naming:
    """Of a key its name; of none nothing."""
    return lambda key: post_name(register, key) if key else ""
