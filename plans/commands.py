"""The few commands that are no question: `posts Rochester`, `delegate Rochester 20 Head of Safety`, `why Rochester 8`.

Pure: words in, their parts out. Whatever else begins with one of these words is left to be a question.
"""

import re
from dataclasses import dataclass
from typing import Literal

from plans.queries.cleaning import clean
from plans.queries.refs import address

Name = Literal["posts", "delegate", "why"]

_COMMAND = re.compile(r"(posts|delegate|why)(?:\s+(?:at|of|in|for|is|was))?(?:\s+(.*))?$", re.IGNORECASE)
_ENDS = re.compile(r"(?:\s+(?:silent|late|quiet))?\s*\??$", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Command:
    """`of` are the words that name a prison, actions or a theme; `post` those that name who is to do the work."""

    name: Name
    of: str = ""
    post: str = ""


def read(text: str) -> Command | None:
    found = (
        _COMMAND.match(clean(text)) if any(word in text.casefold() for word in ("posts", "delegate", "why")) else None
    )
    if found is None:
        return None
    name, rest = found[1].casefold(), (found[2] or "").strip()
    if name == "posts":
        return Command("posts", rest)
    if name == "why":
        return Command("why", _ENDS.sub("", rest)) if any(map(_is_ref, rest.split())) else None
    return Command("delegate", *_divided(rest))


def _divided(rest: str) -> tuple[str, str]:
    """Up to the last number that can be an action's, what is delegated; then to whom. A theme needs a `to` between."""
    words = rest.split()
    numbered = [at for at, word in enumerate(words) if _is_ref(word)]
    if numbered:
        after = words[numbered[-1] + 1 :]
        return " ".join(words[: numbered[-1] + 1]), " ".join(after[1:] if after[:1] == ["to"] else after)
    before, *after = _TO.split(rest, maxsplit=1)
    return before, " ".join(after)


def _is_ref(word: str) -> bool:
    return any(map(address, re.split(r"[-–,]", word.strip("?.,"))))
