"""Pairs what stands in one row's action, owner and date cells, and tells whether a row goes on with the step above.

The rules are DESIGN section 2, "action", and research on five published layouts: pages break rows in mid sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from documents.draft import NOWHERE, Paragraph, Place
from plans.owners import ends_open, extends, is_known
from plans.targets import read_target

_NUMERAL = re.compile(r"^\(?(?P<numeral>[ivx]{1,5}|[a-h])\)\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][)\"'”’\]]*\s+(?=[\"'“‘(£]*[A-Z0-9£•])")
_FINISHED = re.compile(r"[.!?:;…][)\"'”’\]]*$")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|etc|no|st|dr|mr|mrs|ms|vs|approx)\.$", re.IGNORECASE)
_NO_DAY = date(2000, 1, 1)


@dataclass(slots=True)
class Step:
    """One action being put together. `numeral` as printed; `owner` and `target` are the printed cells."""

    paragraphs: list[str]
    numeral: str | None = None
    owner: str | None = None
    target: str | None = None
    place: Place = NOWHERE
    flags: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.paragraphs)

    def go_on(self, words: str) -> None:
        """Carry a broken sentence on within its paragraph."""
        self.paragraphs[-1:] = [f"{self.paragraphs[-1]} {words}"]


def is_unfinished(text: str) -> bool:
    """Does the text stop in mid sentence? Closing punctuation, a colon before a list included, finishes it."""
    return bool(text) and not _FINISHED.search(text.rstrip())


def is_tail(text: str) -> bool:
    """Do the words begin in mid sentence: with a small letter or closing punctuation?"""
    return bool(re.match(r"[a-z(,;.%]", text)) and not _NUMERAL.match(text)


def first_sentence(text: str) -> tuple[str, str]:
    """(the first sentence, the rest)."""
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATED.search(text[: end.end()].rstrip()):
            return text[: end.end()].rstrip(), text[end.end() :]
    return text, ""


def last_sentence(text: str) -> tuple[str, str]:
    """(what comes before, the last sentence)."""
    rest, before = text, ""
    while rest:
        sentence, after = first_sentence(rest)
        if not after:
            return before.rstrip(), rest
        before, rest = before + sentence + " ", after
    return before.rstrip(), rest


def units(paragraphs: Sequence[Paragraph]) -> list[tuple[str | None, list[str]]]:
    """Stretches that may be a step each: (numeral, paragraphs). Numerals begin them; without any, every paragraph does.

    A list item, or a paragraph that begins in mid sentence, stays with the one above.
    """
    numbered = any(_NUMERAL.match(paragraph.words) for paragraph in paragraphs)
    found: list[tuple[str | None, list[str]]] = []
    for paragraph in paragraphs:
        numeral = _NUMERAL.match(paragraph.words)
        goes_on = paragraph.bullet or is_tail(paragraph.words) or numbered
        if numeral:
            found.append((numeral["numeral"].lower(), [paragraph.words[numeral.end() :]]))
        elif found and goes_on:
            found[-1][1].append(paragraph.words)
        else:
            found.append((None, [paragraph.words]))
    return [(numeral, [words for words in texts if words]) for numeral, texts in found]


def join_wrapped(owners: Sequence[str]) -> list[str]:
    """Owner lines, with those that only wrap one name or list put together."""
    joined: list[str] = []
    for words in owners:
        if joined and (ends_open(joined[-1]) or (not is_known(words) and extends(joined[-1], words))):
            joined[-1] = f"{joined[-1]} {words}"
        else:
            joined.append(words)
    return joined


def join_dates(targets: Sequence[str]) -> list[str]:
    """Date lines, with those that only wrap one date put together: September | 2024, Completed and | ongoing."""
    joined: list[str] = []
    for words in targets:
        if joined and (ends_open(joined[-1]) or _finishes(joined[-1], words)):
            joined[-1] = f"{joined[-1]} {words}"
        else:
            joined.append(words)
    return joined


def has_numeral(text: str) -> bool:
    """Does the text begin with a step's own numeral?"""
    return bool(_NUMERAL.match(text))


def pair(paragraphs: Sequence[Paragraph], owners: Sequence[str], targets: Sequence[str]) -> list[Step]:
    """Steps of one row: by order where paragraphs, owners and dates agree in number, one owner or date serving all.

    One owner and one date make one step of however many paragraphs. What cannot be paired is one flagged step.
    """
    stretches = units(paragraphs)
    owners = join_wrapped(owners)
    many = max(len(owners), len(targets))
    numbered = len(stretches) > 1 and all(numeral for numeral, _ in stretches)
    agree = {len(owners), len(targets)} <= {0, 1, len(stretches)}
    if agree and len(stretches) > 1 and (many == len(stretches) or (numbered and many <= 1)):
        return [
            Step(texts, numeral, _nth(owners, index), _nth(targets, index))
            for index, (numeral, texts) in enumerate(stretches)
        ]
    step = Step(
        [words for _, texts in stretches for words in texts],
        stretches[0][0] if stretches else None,
        "\n".join(owners) or None,
        " / ".join(targets) or None,
    )
    if len(targets) > 1 or (len(owners) > 1 and 1 < len(stretches) != len(owners)):
        step.flags.append(f"could not pair {len(stretches)} actions with {len(owners)} owners and {len(targets)} dates")
    return [step]


def _nth(values: Sequence[str], index: int) -> str | None:
    if not values:
        return None
    return values[0] if len(values) == 1 else values[index]


def finishes_owner(step: Step, words: str) -> bool:
    """Do the words only finish the name in the owner cell above? "Director Oxleas NHS | Foundation Trust"."""
    return bool(step.owner) and extends(step.owner or "", words)


def finishes_target(step: Step, words: str) -> bool:
    """Do the words only finish the date above? "September | 2018"."""
    return bool(step.target) and _finishes(step.target or "", words)


def _finishes(target: str, words: str) -> bool:
    whole = read_target(f"{target} {words}", _NO_DAY)
    return whole.problem is None and (
        read_target(words, _NO_DAY).problem is not None or bool(re.fullmatch(r"\d{4}", words.strip()))
    )
