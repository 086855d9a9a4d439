"""Refs and steps as people type them: 12, #12, 3-6, 2iii, 5.13/2, 5.13 step 2, A5, 5b, was 5. Names, never numbers."""

import re
from dataclasses import replace
from typing import NamedTuple

from plans.queries.questions import Address, Query, RefRange

_REF = r"\d{1,3}(?:\.\d{1,3}){0,2}"
_ROMAN = r"x{0,3}(?:ix|iv|v?i{0,3})"
_ADDRESS = re.compile(rf"#?({_REF})(?:/(\d{{1,2}}|{_ROMAN})|\(?({_ROMAN})\)?|\(([1-9]\d?)\)?)?", re.ASCII)
_LETTERED = re.compile(rf"#?((?!q\d)[a-z]{{1,2}}\.?{_REF}[a-h]?|{_REF}[a-h])(?:/(\d{{1,2}}))?", re.ASCII)
"""As other bodies number: A5, KC1.2, 5b. A quarter is none, nor is 5k, 10m."""
_WAS = "was"
"""What an action was that is printed no more, while another has its number (ADR 16)."""
_STEP = re.compile(rf"\d{{1,2}}|{_ROMAN}", re.ASCII)
_CALLED_WAS = f"{_WAS} "
_RANGE = re.compile(r"(.+?)(?:-|\.\.+)(.+)", re.ASCII)
CALLED = frozenset(
    "action actions ref refs reference rec recs recommendation recommendations concern concerns item items number "
    "numbers no nos point points task tasks".split()
)
_TO = frozenset({"to", "-", "through", "thru", "until"})
_STEPS = frozenset({"step", "steps", "part"})
_LISTED = frozenset({"and", "or", "&"})


class Found(NamedTuple):
    """`end` is the word after the last one read."""

    ranges: tuple[RefRange, ...]
    end: int


def read(texts: list[str], at: int) -> Found | None:
    """The refs that begin at word `at`, with the steps and the other end of a range that belong to them."""
    if texts[at] in _STEPS:
        return _steps_of(texts, at)
    if texts[at] == _WAS:
        return _was(texts, at)
    one = _word(texts[at])
    if one is None:
        return None
    end = at + 1
    if one.last is None:
        stepped = _steps_after(texts, end, one.first)
        if stepped:
            return stepped
        last = _other_end(texts, end, one.first)
        if last:
            return Found((RefRange(one.first, last[0]),), last[1])
    return Found((one,), end)


def _was(texts: list[str], at: int) -> Found | None:
    """was 5, was 2iii, was 5b: never the action that has the number now."""
    one = _word(texts[at + 1]) if at + 1 < len(texts) else None
    if one is None or one.last:
        return None
    return Found((RefRange(Address(f"{_CALLED_WAS}{one.first.ref}", one.first.step)),), at + 2)


def as_now(query: Query) -> Query:
    """With "was 5 done?" taken for a question about 5: where nothing is called so."""
    return replace(query, refs=tuple(RefRange(_now(span.first), span.last) for span in query.refs))


def _now(one: Address) -> Address:
    return one._replace(ref=one.ref.removeprefix(_CALLED_WAS))


def address(text: str) -> Address | None:
    found = _ADDRESS.fullmatch(text.strip("()"))
    if not found:
        return None
    return Address(found[1], found[2] or found[3] or found[4] or None)


def _word(text: str) -> RefRange | None:
    """One word: 12, 2iii, 3-6, 3..6, 2i-iv, 5.13/1-3, A5."""
    if one := address(text) or _lettered(text):
        return RefRange(one)
    between = _RANGE.fullmatch(text)
    if not between:
        return None
    first = address(between[1]) or _lettered(between[1])
    last = _end_of(between[2], first) if first else None
    return RefRange(first, last) if first and last else None


def _lettered(text: str) -> Address | None:
    found = _LETTERED.fullmatch(text)
    if not found:
        return None
    return Address(found[1] if found[1][0].isdigit() else found[1].upper(), found[2])


def _end_of(text: str, first: Address) -> Address | None:
    """2i-iv and 5.13/1-3 end within the same ref."""
    if first.step and _STEP.fullmatch(text) and text and first.step.isdigit() == text.isdigit():
        return Address(first.ref, text)
    return address(text) or _lettered(text)


def _other_end(texts: list[str], at: int, first: Address) -> tuple[Address, int] | None:
    """3 to 6, 2i to iv, 3 - 6."""
    if at + 1 < len(texts) and texts[at] in _TO:
        last = _end_of(texts[at + 1], first)
        return (last, at + 2) if last else None
    return None


def _steps_after(texts: list[str], at: int, ref: Address) -> Found | None:
    """2 iii; 5.13 step 2; 5.13 steps 1 to 3; 5.13 steps 1 and 2."""
    if ref.step or at >= len(texts):
        return None
    if texts[at] in _STEPS:
        return _steps(texts, at + 1, ref.ref)
    following = texts[at + 1] if at + 1 < len(texts) else ""
    spaced = texts[at].strip("()")
    if (
        spaced
        and not spaced.isdigit()
        and _STEP.fullmatch(spaced)
        and (spaced != "i" or following not in _SAID_AFTER_I)
    ):
        first = Address(ref.ref, spaced)
        last = _other_end(texts, at + 1, first)
        return Found((RefRange(first, last[0]),), last[1]) if last else Found((RefRange(first),), at + 1)
    return None


_SAID_AFTER_I = frozenset({"owe", "own", "need", "have", "am", "want", "would", "lead", "can", "must", "should", "see"})


def _steps(texts: list[str], at: int, ref: str) -> Found | None:
    ranges: list[RefRange] = []
    while at < len(texts) and texts[at] and _STEP.fullmatch(texts[at]):
        first = Address(ref, texts[at])
        last = _other_end(texts, at + 1, first)
        ranges.append(RefRange(first, last[0] if last else None))
        at = last[1] if last else at + 1
        if at + 1 < len(texts) and texts[at] in _LISTED and _STEP.fullmatch(texts[at + 1]) and texts[at + 1]:
            at += 1
    return Found(tuple(ranges), at) if ranges else None


def _steps_of(texts: list[str], at: int) -> Found | None:
    """Step 2 of 5.13."""
    end = at + 1
    while end < len(texts) and (texts[end] in _LISTED | _TO or (texts[end] and _STEP.fullmatch(texts[end]))):
        end += 1
    if end == at + 1 or end + 1 >= len(texts) or texts[end] not in ("of", "in"):
        return None
    after = end + 1 + (texts[end + 1] in CALLED and end + 2 < len(texts))
    ref = address(texts[after])
    if ref is None or ref.step:
        return None
    found = _steps([*texts[at + 1 : end]], 0, ref.ref)
    return Found(found.ranges, after + 1) if found and found.end == end - at - 1 else None
