"""The few commands that are no question: `posts Rochester`, `delegate Rochester 20 Head of Safety`, `why Rochester 8`,
`Rochester update`, and what may be one: `Rochester 5 blocked awaiting funding`; `digest Rochester`, `Rochester draft`;
`Rochester judgements`, `repeats Rochester`.

Pure: words in, their parts out. Whatever else has these words in it is left to be a question.
"""

import re
from dataclasses import dataclass
from typing import Literal

from plans.queries.cleaning import clean
from plans.queries.refs import address
from plans.queries.refs import read as read_refs
from plans.rights import Doing

Name = Literal["posts", "delegate", "why", "update", "digest", "answer", "judgements", "repeats"]

_COMMAND = re.compile(r"(posts|delegate|why)(?:\s+(?:at|of|in|for|is|was))?(?:\s+(.*))?$", re.IGNORECASE)
_ENDS = re.compile(r"(?:\s+(?:silent|late|quiet))?\s*\??$", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Command:
    """`of` are the words that name a prison, actions or a theme; `post` those that name who is to do the work. Of an
    `answer`, `doing` is what its status word wants, and `words` are all that follows it; of a `digest` they are its
    number, or "draft", or "draft 3" where somebody gave one a number.
    """

    name: Name
    of: str = ""
    post: str = ""
    doing: Doing | None = None
    words: str = ""


def read(text: str) -> Command | None:
    """Most questions have none of the words, and cost no more than looking for them."""
    folded = text.casefold()
    if any(word in folded for word in ("posts", "delegate", "why")) and (command := _command(clean(text))):
        return command
    if "update" in folded and (found := _UPDATE.fullmatch(clean(text))):
        return Command("update", found[1] or found[2])
    if any(word in folded for word in ("digest", "draft")) and (digest := _digest(clean(text))):
        return digest
    if any(word in folded for word in _BESIDE) and (beside := _beside(clean(text))):
        return beside
    return _answer(clean(text)) if _NUMBER.search(text) and any(word in folded for word in _SIGNS) else None


def _command(cleaned: str) -> Command | None:
    found = _COMMAND.match(cleaned)
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


# --- one ref with a status word -----------------------------------------------------------------------------------

_DIGEST = re.compile(
    r"(?:the\s+)?(?:latest\s+|last\s+|weekly\s+)?(?P<what>draft(?:\s+digest)?|digest)(?:\s+(?P<number>\d{1,6}))?"
    r"(?:\s+(?:of|for|at)(?=\s))?(?:\s+(?P<of>\D+?))?(?:\s+(?P<last>\d{1,6}|draft))?",
    re.IGNORECASE,
)
_OF_DIGEST = re.compile(
    r"(?P<of>\D+?)(?:'s)?\s+(?:latest\s+|last\s+|weekly\s+)?(?P<what>draft(?:\s+digest)?|digest)"
    r"(?:\s+(?P<number>\d{1,6}|draft))?",
    re.IGNORECASE,
)


def _digest(cleaned: str) -> Command | None:
    """The word and a prison, in either order; with a number, that digest. Whatever else is said makes it a question."""
    bare = _without_courtesy(cleaned)
    found = _DIGEST.fullmatch(bare) or _OF_DIGEST.fullmatch(bare)
    if found is None:
        return None
    parts = found.groupdict()
    which = [part.casefold() for part in (parts.get("number"), parts.get("last")) if part]
    is_draft = parts["what"].casefold().startswith("draft") or "draft" in which
    number = next((part for part in which if part != "draft"), "")
    return Command("digest", (parts["of"] or "").strip(), words=f"draft {number}".strip() if is_draft else number)


def _without_courtesy(cleaned: str) -> str:
    """Without a please before or behind it, or the sign that ends a sentence. No pattern: a line may be all signs."""
    bare = cleaned.rstrip(_SIGNS_OF_AN_END)
    bare = bare[: -len(_PLEASE)].rstrip(_SIGNS_OF_AN_END) if bare[-len(_PLEASE) :].casefold() == _PLEASE else bare
    return bare.split(" ", 1)[1] if bare.casefold().startswith(("please ", "please, ")) else bare


_BESIDE = ("judg", "assurance", "repeat", "raised before")
"""What stands beside a plan: the signs of its words."""
_NAMED = r"judge?ments?|assurance|repeats?|repeated(?: concerns| recommendations)?|raised before"
_OF_BESIDE = re.compile(
    rf"(?:the\s+)?(?P<what>{_NAMED})(?:\s+(?:of|for|at)(?=\s))?(?:\s+(?P<of>\D+?))?"
    rf"|(?P<first>\D+?)(?:'s)?\s+(?P<last>{_NAMED})",
    re.IGNORECASE,
)


def _beside(cleaned: str) -> Command | None:
    """The word and a prison, in either order, and nothing else."""
    found = _OF_BESIDE.fullmatch(_without_courtesy(cleaned))
    if found is None:
        return None
    word = (found["what"] or found["last"]).casefold()
    name: Name = "judgements" if word.startswith(("judg", "assurance")) else "repeats"
    return Command(name, (found["of"] or found["first"] or "").strip())


_PLEASE = " please"
_SIGNS_OF_AN_END = " ?!.,"
_UPDATE = re.compile(r"update\s+(\D+?)|(\D+?)\s+update", re.IGNORECASE)

_NUMBER = re.compile(r"\d")
_WORDS: tuple[tuple[Doing, str], ...] = (
    ("report", r"done|completed?|finished|closed"),
    ("progress", r"in progress|progress|started|under ?way"),
    ("block", r"blocked|stuck"),
    ("postpone", r"needs? (?:longer|more time|until|till|an extension)|longer|more time|extend|postponed?|pushe?d?"),
    ("hand_over", r"not (?:mine|ours)"),
    ("note", r"notes?"),
)
"""What somebody may say of an action right behind its number, and what they want by it."""

_SIGNS = (
    "done", "complete", "finished", "closed", "progress", "started", "under", "blocked", "stuck", "need", "longer",
    "more time", "extend", "postpone", "push", "not mine", "not ours", "note",
)  # fmt: skip
_STATUS = re.compile(
    "(?:" + "|".join(f"(?P<{doing}>{words})" for doing, words in _WORDS) + r")(?![\w-])[:,]?", re.IGNORECASE
)
_BETWEEN = frozenset("is was are now has been as - : = mark marked set to".split())
_ASKS = frozenset("is are was were has have what which when who how why show list not except all any if".split())
_WINDOW = frozenset("by before in after since this last next due or and but overdue between from to on not".split())
"""After "done" these narrow a question: what was done in November."""


def _answer(cleaned: str) -> Command | None:
    """One ref, then a status word, then whatever words. What is asked, or narrows a question, is none."""
    words = cleaned.split()
    words = words[1:] if words[:1] and words[0].casefold() in ("update", "mark", "set") else words
    folded = [word.casefold().strip(",:") for word in words]
    at = next((at for at, word in enumerate(folded) if _is_ref(word)), None)
    found = read_refs(folded, at) if at is not None and not cleaned.endswith("?") else None
    if found is None or len(found.ranges) != 1 or found.ranges[0].last or _ASKS & set(folded[:at]):
        return None
    after = found.end
    while after < len(words) and folded[after] in _BETWEEN:
        after += 1
    rest = " ".join(words[after:])
    status = _STATUS.match(rest)
    if status is None:
        return None
    doing: Doing = next(doing for doing, _ in _WORDS if status[doing])
    said = rest[status.end() :].strip(" ,;:-")
    if doing == "report" and said.split(" ")[0].casefold() in _WINDOW:
        return None
    said = f"until {said}" if doing == "postpone" and status[0].casefold().endswith(("until", "till")) else said
    return Command("answer", " ".join(words[: found.end]), doing=doing, words=said)
