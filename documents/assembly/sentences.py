"""Where sentences begin and end in the words of cells, and what only reads like a heading. Words in, answers out."""

import re
from collections.abc import Sequence

_NUMERAL = re.compile(
    r"^(?:\(?(?P<closed>[ivx]{1,5}|[a-h])\)\s*|(?P<dotted>i{1,3}|iv|vi{0,3}|ix|x)\.\s+(?=[A-Z“\"£]))", re.IGNORECASE
)
_COUNTED = re.compile(r"^(?P<numeral>[a-h]|\d{1,2})[.)]\s+(?=[A-Z“\"£])")
"""Numerals only beside others of their kind: "a." and "1." may begin a paragraph for other reasons."""
_SENTENCE_END = re.compile(r"[.!?][)\"'”’\]]*\s+(?=[\"'“‘(£]*[A-Z0-9£•])")
_FINISHED = re.compile(r"[.!?:;…][)\"'”’\]]*$")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|etc|no|st|dr|mr|mrs|ms|vs|approx)\.$", re.IGNORECASE)


def is_unfinished(text: str) -> bool:
    """Does the text stop in mid sentence? Closing punctuation, a colon before a list included, finishes it."""
    return bool(text) and not _FINISHED.search(text.rstrip())


_JOINER = re.compile(r"\b(?:the|an?|of|and|or|to|for|with|in|on|by|at|from|that|which|will|be|their|its)$")


def ends_in_joiner(text: str) -> bool:
    """Does the text end with a word that no sentence ends with?"""
    return bool(_JOINER.search(text))


def is_tail(text: str) -> bool:
    """Do the words begin in mid sentence: with a small letter or closing punctuation?"""
    return bool(re.match(r"[a-z(,;.%]", text)) and not _NUMERAL.match(text)


def is_sentence(words: str) -> bool:
    """Has it as many small words as a sentence has?"""
    return len(re.findall(r"\b[a-z]+\b", words)) > 3


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


def numeral_of(text: str) -> tuple[str | None, str]:
    """(the step's own numeral that the text begins with, the text without it)."""
    found = _NUMERAL.match(text)
    if not found:
        return None, text
    return (found["closed"] or found["dotted"]).lower(), text[found.end() :]


def numerals_of(texts: Sequence[str]) -> list[tuple[str | None, str]]:
    """For each paragraph of a cell its numeral and its other words. "a." and "1." count where all that carry one go up
    from the first."""
    found = [numeral_of(text) for text in texts]
    if any(numeral for numeral, _ in found):
        return found
    counted = [_COUNTED.match(text) for text in texts]
    marks = [each["numeral"] for each in counted if each]
    if len(marks) < 2 or marks not in ([*"abcdefgh"][: len(marks)], [str(number + 1) for number in range(len(marks))]):
        return found
    return [
        (each["numeral"], text[each.end() :]) if each else (None, text)
        for each, text in zip(counted, texts, strict=True)
    ]


def has_numeral(text: str) -> bool:
    """Does the text begin with a step's own numeral?"""
    return bool(_NUMERAL.match(text))


_VERB = re.compile(r"\b(?:will|must|should|shall|has|have|had|is|are|was|were|to be|been)\b")


def has_verb(words: str) -> bool:
    """Does one of the verbs that plans are written with stand in the words?"""
    return bool(_VERB.search(words))


def reads_as_heading(words: str) -> bool:
    """Short, begins with a capital, and is no sentence and no end of one ("(1.22)", "(S44)")."""
    if len(words) > 90 or not words[:1].isupper() or not (words[-1:].isalnum() or words.endswith(")")):
        return False
    inside = words.rpartition("(")[2]
    return not (words.endswith(")") and any(letter.isdigit() for letter in inside))


_HEADED = re.compile(r"(?P<heading>[A-Z][^.:;]{2,88}?)\s+(?P<rest>\(?[ia1]\)\s*(?=[A-Z£“\"]).+)", re.DOTALL)


def heading_before_numeral(text: str) -> tuple[str, str] | None:
    """(heading, the rest) of a paragraph whose first words only head its first numbered step: "Bedding i) Make …"."""
    found = _HEADED.fullmatch(text)
    return (found["heading"], found["rest"]) if found and reads_as_heading(found["heading"]) else None


def referenced(concern: str) -> str:
    """A concern, or nothing when it ends with its reference "(S44)": such a one is finished."""
    return "" if concern.endswith(")") else concern


_FURNITURE = re.compile(r"(?:OFFICIAL(?:[- ]+SENSITIVE)?)?\s*(?:Page \d+(?: of \d+)?)?", re.IGNORECASE)


def is_furniture(words: str) -> bool:
    """Is it what every page bears: its marking and number, which a page without rules may leave among the cells?"""
    return bool(_FURNITURE.fullmatch(words.strip()))
