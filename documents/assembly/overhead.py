"""What the running text directly over a table says of its rows: the section they are of, or the recommendation that
they answer. Documents made of one table a section, or one a recommendation, print it there."""

import re
from collections.abc import Sequence

from documents import about
from documents.assembly.numbers import heads
from documents.assembly.sentences import is_furniture, reads_as_heading
from documents.draft import Grid, Line

_NO_SECTION = re.compile(
    r"\b(?:action|improvement) plan\b|\bsubmitted\b|\bpublished\b|\binspection:|\bresponse to\b|\bestablishment\b"
    r"|\bintroduction\b|\bappendix\b|\bcontents\b|\bversion\b|^(?:table|annex|page|figure) |\d{4}\b|^actions?$",
    re.IGNORECASE,
)
"""What else stands over tables: titles, dates, captions."""
_SECTION = re.compile(r"(?:priority|key|main|notable)?\s*(?:concerns|recommendations)(?: to .+)?:?", re.IGNORECASE)

Overhead = dict[int, list[Line]]
"""Table → the lines between the one before it and it, the nearest last."""


def overhead(grid: Grid) -> Overhead:
    """The lines that head each table. A lone section names nothing: it counts where several tables have each their own,
    or where the words say what they are ("Key concerns", "Recommendation 3: …")."""
    between: Overhead = {}
    for line in grid.prose:
        if line.over is not None:
            between.setdefault(line.over, []).append(line)
    headed = {table: found for table, lines in between.items() if (found := _heading(lines))}
    several = len({found[0].words for found in headed.values()}) > 1
    return {
        table: found
        for table, found in headed.items()
        if several or heads(found[0].words) or is_section(found[0].words)
    }


def is_section(words: str) -> bool:
    """Do the words say by themselves that they head the rows of a section?"""
    return bool(_SECTION.fullmatch(words))


def _heading(lines: Sequence[Line]) -> list[Line]:
    """The nearest line that heads the table, with what it says below itself; only a few lines may stand between."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 5), -1):
        words = lines[at].words
        if heads(words) or (reads_as_heading(words) and not _is_other(words)):
            return list(lines[at:])
    return []


def _is_other(words: str) -> bool:
    return bool(_NO_SECTION.search(words)) or is_furniture(words) or bool(about.named(words))
