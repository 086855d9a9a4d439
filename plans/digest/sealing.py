"""A digest as it is kept: canonical text, and a hash by which anybody can tell that it is what was said."""

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from plans.digest.leaning import filled, leaned
from plans.messages import Digest, GroupDigest

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Sealed = TypeVar("Sealed", Digest, GroupDigest)

_NOT_FACTS = {"id", "verbs", "sha256"}
_OF_A_DRAFT = {*_NOT_FACTS, "number", "as_at", "draft"}
"""Of what is not sent yet: its number and its moment are those of whoever looks, its facts are the day's."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[Sealed]):
    """A digest as it was frozen, with the words that were said; `holds`: it still agrees with its hash."""

    digest: Sealed
    text: str
    holds: bool = True


def body(digest: Digest | GroupDigest) -> str:
    """Its facts as canonical JSON: keys in order, no spaces, and nothing that is as it would be anyway."""
    return _facts(digest, _NOT_FACTS)


def seal(facts: str, text: str) -> str:
    """The hash of a body and the words that were said of it."""
    return sha256(f'{{"facts":{facts},"text":{_canonical(text)}}}'.encode()).hexdigest()


def holds(facts: str, text: str, sha: str) -> bool:
    """Are these the very facts and words that were sealed?"""
    return seal(facts, text) == sha


def unsealed(kind: type[Sealed], facts: str) -> Sealed:
    """The digest whose body that is. Raises ValueError where it is none."""
    told = json.loads(facts)
    try:
        found: Sealed = _adapter(kind.__name__).validate_python(filled(told) if kind is Digest else told)
    except (KeyError, TypeError, AttributeError) as other:  # what is put back has nowhere to go
        raise ValueError("These are not the facts of a digest.") from other
    return found


def fingerprint(digest: Digest | GroupDigest) -> str:
    """Of a draft: the same facts of the same day have the same."""
    return sha256(_facts(digest, _OF_A_DRAFT).encode()).hexdigest()


def _facts(digest: Digest | GroupDigest, without: set[str]) -> str:
    dumped = _adapter(type(digest).__name__).dump_python(digest, mode="json", exclude_defaults=True, exclude=without)
    return _canonical(leaned(dumped) if isinstance(digest, Digest) else dumped)


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@cache
def _adapter(kind: str) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter({"Digest": Digest, "GroupDigest": GroupDigest}[kind])
