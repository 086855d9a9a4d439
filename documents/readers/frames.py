"""Tables as pandas writes them into a page: nothing as "NaN", the end of a line in a cell as a backslash and an n."""

from collections.abc import Sequence

from lxml.etree import _Element

from documents.draft import Paragraph
from documents.markup import fold, listed

_NOTHING = frozenset({"NaN", "NaT", "<NA>", "None", "nan"})


def is_frame(table: _Element) -> bool:
    return "dataframe" in (table.get("class") or "").split()


def as_meant(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a cell of such a table."""
    if " ".join(one.words for one in paragraphs) in _NOTHING:
        return []
    lines = [line for one in paragraphs for line in one.words.split("\\n")]
    found = ((top, *listed(fold(line))) for top, line in enumerate(lines))
    return [Paragraph(words, bullet, top=float(top)) for top, words, bullet in found if words]
