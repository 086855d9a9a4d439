"""What single cells say: the theme within a theme cell, a title for an action, the other actions its text points to."""

import re
from collections.abc import Collection

from documents.assembly.pieces import Piece, words_of
from documents.assembly.sentences import first_sentence, reads_as_heading

TITLE_LENGTH = 80
_JOINERS = {"and", "of", "the", "for", "in", "to", "with", "on", "a", "an", "&", "or", "from", "by"}
_LINK = re.compile(
    r"\b(?:actions?|recommendations?|(?:priority|key)\s+concerns?|concerns?)\s+#?(?P<refs>\d+(?:\.\d+)*(?:[ivx]+|/\d+)?"
    r"(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)\d+(?:\.\d+)*(?:[ivx]+|/\d+)?)*)(?![\d.]*\d|\w)",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(r"^(?:This|The) recommendation (?:is|cannot be|has been)\b.*?\bagreed\b", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"^(?:Working|Commencing|Starting|Beginning|Overseen|Led|In|To|Following|As|With|Under|From)\b[^.]{0,140}?,\s+(?=[a-z]|HMP\b)"
)
_STRONG = re.compile(r"[,;:]\s|\s[-–]\s|\s(?:which|including|in order to|so that|where|who)\s")
_WEAK = re.compile(r"\s(?:and|or|to|by|with|for|from)\s")
_SUBJECT = re.compile(r"^HMP(?:\s*(?:&|/|and)\s*YOI)? [A-Z]\w+ will (?:ensure that )?", re.IGNORECASE)
_SHORTEST = 36


def theme_words(pieces: list[Piece]) -> str:
    """A title in a paragraph of its own is set apart from the concern below it."""
    title, *rest = [piece.words for piece in pieces] or [""]
    is_title = rest and reads_as_heading(title) and rest[0][:1].isupper() and rest[-1].endswith(".")
    return f"{title}: {' '.join(rest)}" if is_title else words_of(pieces)


def split_theme(words: str) -> tuple[str | None, str | None]:
    """(theme, concern) of a theme cell: the short title, and the sentence about it that may follow in the same cell.

    A title is words with capitals; the sentence begins at the last capital before the first small word that is no
    joiner: "Staff Capability | Increased focus is required". A cell without such a sentence is all title.
    """
    titled, separator, sentence = words.partition(": ")
    if separator and len(titled) <= 60:
        return titled.strip(), sentence.strip() or None
    tokens = words.split()
    small = next(
        (at for at, word in enumerate(tokens) if at and word[0].islower() and word.lower() not in _JOINERS), None
    )
    if small is None:
        return words.strip() or None, None
    capitals = [at for at in range(small) if not tokens[at][0].islower() and tokens[at] != "&"]
    start = capitals[-1] if capitals else 0
    if start == 0:
        first, rest = first_sentence(words)
        return (
            (words, None)
            if len(words) <= 60 and not words.endswith(".")
            else (first.rstrip(". ")[:TITLE_LENGTH], rest or words)
        )
    return " ".join(tokens[:start]), " ".join(tokens[start:])


def title_of(text: str, heading: str | None) -> str:
    """At most 80 characters to know an action by: its heading, else the first clause of its text.

    What only leads up to the deed ("This recommendation is partly agreed as …", "Commencing in October, …") is passed
    over where something follows it.
    """
    if heading and len(heading) <= TITLE_LENGTH:
        return heading
    sentence, rest = first_sentence(text)
    if _BOILERPLATE.match(sentence) and rest:
        sentence, _ = first_sentence(rest)
    sentence = _SUBJECT.sub("", _LEAD_IN.sub("", re.sub(r"\s*\([^)]*\)", "", sentence)))
    clause = _clause(sentence).strip(" .,;:–-•")
    return clause[:1].upper() + clause[1:] if clause else text[:TITLE_LENGTH].strip()


def _clause(sentence: str) -> str:
    """The most that fits: up to a comma or "which", else up to an "and" or "to", else cut at a word."""
    if len(sentence) <= TITLE_LENGTH:
        return sentence
    for boundary in (_STRONG, _WEAK):
        ends = [found.start() for found in boundary.finditer(sentence) if _SHORTEST <= found.start() <= TITLE_LENGTH]
        if ends:
            return sentence[: ends[-1]]
    return sentence[: TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def links_in(text: str, addresses: Collection[str], own: str) -> list[str]:
    """Addresses of other actions that the text points to: "linked to action 3", "see Priority concern 1.1"."""
    found: list[str] = []
    for link in _LINK.finditer(text):
        for ref in re.split(r"\s*(?:,|&|\band\b)\s*", link["refs"]):
            if ref.lower() in addresses and ref.lower() != own and ref.lower() not in found:
                found.append(ref.lower())
    return found
