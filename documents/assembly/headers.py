"""Which column of a table holds what, told by the words of its header. Nothing here reads rows."""

import re
from collections.abc import Sequence
from functools import lru_cache

from documents.assembly.heading_words import ACTION, JOINT, OTHER, OWNER, ROLES, TARGET, Role
from documents.assembly.phrases import reads
from documents.draft import Row
from plans.owners import is_known


@lru_cache(maxsize=2048)
def role(words: str) -> Role | None:
    """What a column headed so holds; None when the words are no column's heading: they are too many, the document's
    title, or head what is kept of progress."""
    heading = plain(words)
    if (
        not heading
        or len(heading.split()) > 9
        or re.search(r"\baction plan\b|\bhmp\b", heading)
        or re.match(OTHER, heading)
    ):
        return None
    return next((name for name, pattern in ROLES if re.search(pattern, heading)), "ref" if heading == "#" else None)


def is_named(words: str) -> bool:
    """Do the words say by themselves what a column holds, asked for or not?"""
    return role(words) is not None or bool(re.match(OTHER, plain(words)))


def is_role(words: str) -> bool:
    return role(words) is not None


def plain(words: str) -> str:
    """In lower case, without the column's own number, marks of footnotes and what stands in brackets."""
    heading = re.sub(r"^\d+[.)]?\s+", "", words.lower()).strip()
    heading = re.sub(r"(?<=[a-z/)])[\d¹²³⁰⁴-⁹*†‡]+(?=\W|$)", "", heading)
    return re.sub(r"\s*\([^)]*\)", "", heading).strip(" :*") if not heading.startswith("(") else heading


def is_both(words: str) -> bool:
    """Does one column hold the owner and the date: "Owner / Target date", "By whom and by when"?"""
    heading = plain(words)
    return bool(re.search(OWNER, heading) and re.search(TARGET, heading)) and bool(
        re.search(r"[/&,+\n]|\band\b", heading)
    )


Columns = dict[Role, tuple[int, ...]]
"""Role → its columns, the one that counts most first; several where owners lead and support."""


def mapped(headings: Sequence[str]) -> Columns | None:
    """Role → columns, when the headings are those of a plan's table: they name actions, and an owner or a date.

    Of several date columns the one to be met counts: revised before target or due, these before any other, never a
    start; where it is blank, the next.
    """
    if sum(map(bool, headings)) < 2 or any(len(heading) > 160 for heading in headings):
        return None
    found: Columns = {}
    best: dict[Role, int] = {}
    for index, heading in enumerate(headings):
        name = role(heading) or ("action" if plain(heading) == "action plan" else None)
        if name is None and heading and not _may_head(heading):
            return None
        if name is None:
            continue
        if is_both(heading):
            name = "owner"
            found.setdefault("target", (index,))
        weight = _weight(name, plain(heading))
        if name in {"owner", "target"} and name in found and weight:
            found[name] = (*found[name], index) if weight <= best[name] else (index, *found[name])
        elif weight > best.get(name, 0):
            found[name] = (index,)
        best[name] = max(weight, best.get(name, 0))
    return found if "action" in found and ("owner" in found or "target" in found) else None


def columns(row: Row) -> Columns | None:
    """The columns of a row that is a header by itself."""
    return mapped([cell.words for cell in row.cells])


def _may_head(words: str) -> bool:
    """May the words head a column that is not asked for? A few, and neither a number, a date nor somebody's post."""
    heading = plain(words)
    if re.fullmatch(r"[A-Z]{2,5}s?", words):
        return True  # an abbreviation, and each body has its own
    if re.match(OTHER, heading):
        return len(heading.split()) <= 14
    short = len(heading.split()) <= 6 and not re.search(r"\d|[;:,]$|\s\S*\.$", heading)
    return short and not is_known(words) and not reads(words)


def _weight(name: Role, heading: str) -> int:
    """How well a heading fits its role, against another that fits it too. 0: not at all."""
    if name == "target":
        return _date_weight(heading)
    if name == "owner":
        return 1 if re.search(JOINT, heading) else 2
    if name == "action":
        return 2 if re.search(ACTION, heading) else 1
    return 1 if re.search(r"\b(?:must|should) do\b", heading) else 2  # how binding it is, against what it says


def _date_weight(heading: str) -> int:
    if re.search(r"\b(?:start|commence|begin|review|updated?|raised)", heading):
        return 0
    if re.search(r"\brevised|\bamended|\bcurrent|\bextended", heading):
        return 4
    if "original" in heading:
        return 1
    return 3 if re.search(r"\btarget|\bdue|\bdeadline|\bwhen|\btimescale", heading) else 2
