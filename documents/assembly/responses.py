"""What a response column says: agreed, partly agreed, not agreed, in the words of several bodies."""

import re

_RESPONSES = {
    "agreed": "agreed",
    "agree": "agreed",
    "agreed in full": "agreed",
    "fully agreed": "agreed",
    "accepted": "agreed",
    "accept": "agreed",
    "fully accepted": "agreed",
    "accepted in full": "agreed",
    "yes": "agreed",
    "partly agreed": "partly agreed",
    "partially agreed": "partly agreed",
    "agreed in part": "partly agreed",
    "partly accepted": "partly agreed",
    "partially accepted": "partly agreed",
    "accepted in part": "partly agreed",
    "accepted in principle": "partly agreed",
    "agreed in principle": "partly agreed",
    "accepted subject to resources": "partly agreed",
    "agreed subject to resources": "partly agreed",
    "partial": "partly agreed",
    "partially": "partly agreed",
    "not agreed": "not agreed",
    "not accepted": "not agreed",
    "disagree": "not agreed",
    "disagreed": "not agreed",
    "rejected": "not agreed",
    "reject": "not agreed",
    "no": "not agreed",
}
_NONE = frozenset({"", "n a", "na", "none", "not applicable", "noted", "for noting", "for information"})
KNOWN = frozenset(_RESPONSES.values())


def response_of(words: str) -> str | None:
    """None when the words are no response known."""
    return _RESPONSES.get(re.sub(r"[^a-z]+", " ", words.lower()).strip())


def is_none(words: str) -> bool:
    """Does it say that no answer was asked for, as of good practice that a report names among its recommendations?"""
    return re.sub(r"[^a-z]+", " ", words.lower()).strip() in _NONE
