"""Where sentences begin and end in the words of cells, and what only reads like a heading. Words in, answers out."""

import re

_NUMERAL = re.compile(r"^\(?(?P<numeral>[ivx]{1,5}|[a-h])\)\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][)\"'”’\]]*\s+(?=[\"'“‘(£]*[A-Z0-9£•])")
_FINISHED = re.compile(r"[.!?:;…][)\"'”’\]]*$")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|etc|no|st|dr|mr|mrs|ms|vs|approx)\.$", re.IGNORECASE)


def is_unfinished(text: str) -> bool:
    """Does the text stop in mid sentence? Closing punctuation, a colon before a list included, finishes it."""
    return bool(text) and not _FINISHED.search(text.rstrip())


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
    return (found["numeral"].lower(), text[found.end() :]) if found else (None, text)


def has_numeral(text: str) -> bool:
    """Does the text begin with a step's own numeral?"""
    return bool(_NUMERAL.match(text))


def reads_as_heading(words: str) -> bool:
    """Short, begins with a capital, and is no sentence and no end of one ("(1.22)", "(S44)")."""
    if len(words) > 90 or not words[:1].isupper() or not (words[-1:].isalnum() or words.endswith(")")):
        return False
    inside = words.rpartition("(")[2]
    return not (words.endswith(")") and any(letter.isdigit() for letter in inside))
