"""Reads a review of progress: each concern or theme that inspectors followed up, and what they judged of it.

The judgement is taken where the report makes it, in the paragraph after the concern; appendices that define the words
are never read as judgements. The report's own summary and counts are checked against what was read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.draft import JudgementDraft, Line
from documents.reflow import paragraphs

_CONCERN = re.compile(r"^(?:Key |Priority )?(?P<kind>Concern|Theme|Recommendation)s?(?:\s+\d+)?\s*:\s*(?P<text>.+)$")
_PARAGRAPH = re.compile(r"^-?\s*(?P<number>\d+\.\d+)\s+(?P<words>.+)$")
_RATINGS = r"no meaningful|insufficient|reasonable|good|significant"
_JUDGED = re.compile(
    rf"\b(?P<who>we|HMI Prisons|Ofsted|Estyn|inspectors)\b.{{0,80}}?\b(?P<rating>{_RATINGS})\s+progress"
    r"\s+(?:against|in|towards)\s+this\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?P<rating>{_RATINGS}) progress in (?P<count>\w+) (?P<kind>concern|theme|recommendation)s?", re.IGNORECASE
)
_NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
_SIGN = re.compile(r"\b(?:review of progress|progress visit|monitoring visit)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Concern:
    kind: str
    section: str
    text: str


def is_review(lines: Sequence[Line]) -> bool:
    """Does the document judge progress? It says what it is, and makes at least one judgement."""
    text = [line.words for line in paragraphs(lines, _begins)]
    return any(_SIGN.search(words) for words in text) and any(_JUDGED.search(words) for words in text)


def read_judgements(printed: Sequence[Line]) -> tuple[list[JudgementDraft], list[str]]:
    """(judgements in the report's order, what does not agree with the report's own counts)."""
    lines = paragraphs(printed, _begins)
    found: list[JudgementDraft] = []
    left: list[str] = []
    section, concern = "", None
    for index, line in enumerate(lines):
        numbered = _PARAGRAPH.match(line.words)
        words = numbered["words"] if numbered else line.words
        if opened := _CONCERN.match(line.words):
            left += [concern.text] if concern else []
            concern = _Concern(_kind(opened["kind"]), section, _goes_on(lines, index, opened["text"]))
        elif concern and (judged := _JUDGED.search(words)):
            found.append(_judgement(concern, judged, numbered["number"] if numbered else None))
            concern = None
        elif concern is None and not numbered and _is_heading(lines, index):
            section = line.words  # within a concern's discussion such lines are captions of pictures
    left += [concern.text] if concern else []
    unjudged = [f"no judgement was read for the concern “{text[:60]}…”" for text in left]
    return found, unjudged + _disagreements(found, lines)


def _kind(printed: str) -> str:
    return "theme" if printed.lower() == "theme" else "concern"


def _judgement(concern: _Concern, judged: re.Match[str], number: str | None) -> JudgementDraft:
    body = judged["who"] if judged["who"].lower() in {"ofsted", "estyn"} else "HMI Prisons"
    return JudgementDraft(
        body, concern.kind, concern.section, concern.text, f"{judged['rating'].lower()} progress", number
    )


def _goes_on(lines: Sequence[Line], index: int, text: str) -> str:
    """The concern with the lines a page broke off it: those that follow until a numbered paragraph."""
    for line in lines[index + 1 :]:
        if re.search(r"[.?!]$", text) or _PARAGRAPH.match(line.words) or _CONCERN.match(line.words):
            break
        text = f"{text} {line.words}"
    return text


def _begins(lines: Sequence[Line], index: int) -> bool:
    """Does a paragraph surely begin here: a numbered one, a concern, or a heading above either?"""
    words, above = lines[index].words, lines[index - 1].words if index else ""
    if _PARAGRAPH.match(words) or _CONCERN.match(words):
        return True
    ended = not above or bool(re.search(r"[.?!]$", above)) or len(above.split()) < 8
    return ended and len(words.split()) < 8 and _is_heading(lines, index, within=14)


def _is_heading(lines: Sequence[Line], index: int, *, within: int = 2) -> bool:
    """A short line that is no sentence, and that a concern, a theme or a numbered paragraph follows before long."""
    words = lines[index].words
    if len(words) > 80 or re.search(r"[.,;:?!]$", words) or not re.match(r"[A-Z]", words):
        return False
    return any(
        _CONCERN.match(line.words) or _PARAGRAPH.match(line.words) for line in lines[index + 1 : index + 1 + within]
    )


def _disagreements(found: list[JudgementDraft], lines: Sequence[Line]) -> list[str]:
    """Where the report counts its own judgements ("good progress in two concerns"), the counts must be ours."""
    wrong = []
    for line in lines:
        for counted in _COUNTED.finditer(line.words):
            rating, kind = f"{counted['rating'].lower()} progress", _kind(counted["kind"])
            said = _NUMBERS.index(counted["count"].lower()) if counted["count"].lower() in _NUMBERS else None
            read = sum(one.rating == rating and one.kind == kind for one in found)
            if said is not None and said != read:
                kinds, were = kind if said == 1 else f"{kind}s", "was" if read == 1 else "were"
                wrong.append(f"the report counts {said} {kinds} with {rating}, {read} {were} read")
    return wrong
