"""What a document says of itself: which prison, which kind of plan, when it was submitted, published and inspected."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import product, zip_longest

from documents.draft import Grid, Line
from plans.dates import ImpossibleDay, read
from plans.prisons import exact, plain
from plans.prisons import named as known

_TITLES = (
    re.compile(r"action plan|improvement plan|review of progress|independent review|progress visit", re.IGNORECASE),
    re.compile(r"\bresponse to (?:the |an? |our )?(?:\w+ ){0,4}(?:inspection|recommendations)", re.IGNORECASE),
)
"""The likelier first: a cover may say both."""
_NOT_TITLE = re.compile(r"submitted|published|introduction|action plans? (?:confirms|provide)", re.IGNORECASE)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s+[A-Z][A-Za-z]+)?(?:\s+\d{4})?"
_RANGE = re.compile(
    rf"(?P<first>{_DAY})\s*(?:-|–|—|to|and)\s*(?P<last>\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][A-Za-z]+\s+\d{{4}})"
)
_WHOLE_DATE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][A-Za-z]+\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}"
)
_ORDINAL = re.compile(r"(?<=\d)\s+(?=(?:st|nd|rd|th)\b)")
_INSPECTED_ON = re.compile(
    r"\b(?:date of (?:the )?inspection|inspection date|inspected on|inspection on)\b", re.IGNORECASE
)
_EPOCH = date(2000, 1, 1)


_TITLED = r"\b(?:HMP\s*(?:(?:&|/|and)?\s*(?:HM)?YOI)?|HMYOI|YOI|HM P(?:rison|RISON))\s+"
_NAMED = re.compile(_TITLED + r"(?P<name>[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z][\w’'-]*){0,3})")


def named(words: str) -> list[str]:
    """The prisons that the words name after HMP or YOI, each once: a known name, else one word."""
    found = [_known_start(match["name"].split()) for match in _NAMED.finditer(words)]
    return list(dict.fromkeys(found))


def _known_start(words: list[str]) -> str:
    plain = [word.strip(",.").removesuffix("'s").removesuffix("’s") for word in words]
    if plain[0].lower() == "the" and len(plain) > 1:
        plain = plain[1:]  # The Mount, The Verne
    found = exact(plain, (), titled=True)
    return found.name if found else plain[0].capitalize()


def lines_of(grid: Grid, beside: Sequence[Line]) -> list[Line]:
    """What stands outside a plan's rows: running text as paragraphs, then the rows of tables that hold no actions."""
    plain = [Line(_ORDINAL.sub("", line.words.lstrip("# ")), line.place) for line in (*grid.prose, *beside)]
    return [line for line in plain if line.words]


def title_of(lines: Sequence[Line]) -> str | None:
    """The document's printed title, with the prison's name where it stands on the line below, or above.

    One that names no prison, such as what runs along the top of each page, is the title only where no other is.
    """
    found = [
        _whole_title(lines, index)
        for words, (index, line) in product(_TITLES, enumerate(lines[:25]))
        if _is_title(words, line)
    ]
    return next((title for title in found if named(title)), next(iter(found), None))


def _is_title(words: re.Pattern[str], line: Line) -> bool:
    return bool(words.search(line.words)) and not _NOT_TITLE.search(line.words) and len(line.words) <= 120


def _whole_title(lines: Sequence[Line], index: int) -> str:
    title = lines[index].words
    if named(title):
        return title
    below = lines[index + 1].words if index + 1 < len(lines) else ""
    if _names_alone(below) and not re.match(r"establishment", below, re.IGNORECASE):
        return f"{title} {below}"
    above = lines[index - 1].words if index else ""
    return f"{above} {title}" if _names_alone(above) else title


def _names_alone(words: str) -> bool:
    """Is it a prison's name that belongs to a title beside it, and no title of its own?"""
    return len(words) <= 60 and bool(named(words)) and not any(title.search(words) for title in _TITLES)


def prison_of(grid: Grid, lines: Sequence[Line], title: str | None) -> str | None:
    """The prison the title names; else the only one that the text does. Never a guess between several."""
    if title and (found := named(title)):
        return found[0]
    for line in lines[:40]:
        if re.match(r"establishment\b", line.words, re.IGNORECASE) and (found := named(line.words)):
            return found[0]
    everywhere = {prison for words in grid.text() for prison in named(words)}
    return everywhere.pop() if len(everywhere) == 1 else None


UNKNOWN = "I know no prison “{}”"


def meant(given: str) -> tuple[str, list[str]]:
    """(the prison that somebody gives, what speaks against it): its known name; else their words, without HMP. Words
    near a known name are a slip until somebody says otherwise; a name like no other is taken: plans of other bodies
    are followed too."""
    (words,) = plain([given])
    found, near = known(given, ())
    slip = [f"{UNKNOWN.format(words[:60])}: is it {' or '.join(near[:3])}?"] if near and not found else []
    return found or words or given.strip(), slip


def is_urgent(grid: Grid, title: str | None) -> bool:
    """An Urgent Notification plan says so in its title, or as its kind (as our exports print); one whose title
    names no prison, in its actions."""
    said = re.compile(r"\burgent notification\b", re.IGNORECASE)
    if any(re.match(r"kind of plan: urgent notification\b", line.words, re.IGNORECASE) for line in grid.prose[:25]):
        return True
    told = bool(title and (named(title) or said.search(title)))
    return bool(said.search(title or "")) if told else any(said.search(words) for words in grid.text())


def dated(lines: Sequence[Line], what: str) -> date | None:
    """The date that follows words such as "Action Plan Submitted", on their line or on the next."""
    for line, below in zip_longest(lines, lines[1:]):
        said = re.search(what, line.words, re.IGNORECASE)
        if not said:
            continue
        for words in (line.words[said.end() :], line.words):
            if found := _WHOLE_DATE.search(words):
                return _read(found.group())
        if below and len(line.words) <= 60 and (found := _WHOLE_DATE.match(below.words)):
            return _read(found.group())
    return None


def inspected(lines: Sequence[Line]) -> tuple[date, date] | None:
    """First and last day of the inspection, or of the visit that a review reports on."""
    for line, below in zip_longest(lines[:40], lines[1:40]):
        if not (re.search(r"\binspect(?:ion|ed)\b|\bvisit", line.words, re.IGNORECASE) or _RANGE.fullmatch(line.words)):
            continue
        words = f"{line.words} {below.words}" if below and len(line.words) <= 90 else line.words
        if found := _RANGE.search(line.words) or _RANGE.search(words):
            last = _read(found["last"])
            first = last and _read(_filled(found["first"], found["last"]))
            return (first, last) if first and last and first <= last else None
        if _INSPECTED_ON.search(line.words) and (one := _WHOLE_DATE.search(words)) and (day := _read(one.group())):
            return day, day
    return None


def _filled(first: str, last: str) -> str:
    """The first day with the month and year that only the last one prints."""
    missing = last.split()[len(first.split()) :]
    return " ".join([*first.split(), *missing])


def _read(words: str) -> date | None:
    try:
        span = read(words, _EPOCH)
    except ImpossibleDay:
        return None
    return span.last if span and span.precision == "day" else None
