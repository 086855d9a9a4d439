"""Counts as Word does: the numbers of its lists are not in the text, and are printed all the same."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from documents.readers.numerals import letters, ordinal, roman
from documents.readers.word.styles import Styles
from documents.readers.xml import every, number, value, within

_LEVELS = 9
_FORMS: dict[str, Callable[[int], str]] = {
    "lowerRoman": roman, "upperRoman": lambda count: roman(count).upper(), "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(), "ordinal": ordinal, "decimalZero": lambda count: f"{count:02}",
    "none": lambda count: "",
}  # fmt: skip


@dataclass(slots=True)
class _Level:
    """`text` as "(%1)"; `after`: how many levels up one must count on for it to start again, 0 for never."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: str = " "
    after: int | None = None
    plain: bool = False
    style: str | None = None

    def printed(self, count: int) -> str:
        return _FORMS.get(self.form, str)(count)


@dataclass(slots=True)
class _List:
    """A definition that lists share, and how far it has counted on each level."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed in front of a list item, with the gap after it."""

    text: str = ""
    bullet: bool = False


class Numbering:
    """The lists of a document. Ask for labels in the order in which the paragraphs stand."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._shared = {value(one, "abstractNumId"): one for one in every(root, "abstractNum")}
        self._numbers = {value(one, "numId"): one for one in every(root, "num")}
        self._lists: dict[str | None, _List] = {}
        self._overridden: dict[str, dict[int, _Level]] = {}
        self._begun: set[str] = set()

    def label(self, properties: _Element | None, style: str | None) -> Label | None:
        """What stands in front of a paragraph with these properties; None when it is no list item. Counts it."""
        direct = within(properties, "numPr")
        inherited = self._styles.list_of(style)
        which = value(within(direct, "numId")) or (inherited[0] if inherited else None)
        if which is None or which not in self._numbers:
            return Label(bullet=True) if which != "0" and self._styles.is_bullet(style) else None
        shared, levels = self._of(which)
        level = self._level(direct, inherited, levels)
        if level not in levels:
            return None
        if levels[level].form == "bullet":
            return Label(bullet=True)
        return Label(_printed(self._count(which, shared, levels, level), levels, level))

    @staticmethod
    def _level(
        direct: _Element | None, inherited: tuple[str | None, int | None, str | None] | None, levels: dict[int, _Level]
    ) -> int:
        said = within(direct, "ilvl")
        if said is not None:
            return number(said)
        if inherited is None:
            return 0
        linked = next((at for at, one in levels.items() if one.style and one.style == inherited[2]), None)
        return linked if linked is not None else inherited[1] or 0

    def _of(self, which: str) -> tuple[_List, dict[int, _Level]]:
        """The list's shared definition, and its levels as this list has them."""
        shared = value(within(self._numbers[which], "abstractNumId"))
        shared = self._linked(shared)
        if shared not in self._lists:
            definition = self._shared.get(shared)
            levels = {number(one, "ilvl"): _level(one) for one in every(definition, "lvl")}
            self._lists[shared] = _List(levels)
        found = self._lists[shared]
        if which not in self._overridden:
            self._overridden[which] = found.levels | self._own(which, found.levels)
        return found, self._overridden[which]

    def _own(self, which: str, levels: dict[int, _Level]) -> dict[int, _Level]:
        """The levels that this list defines anew, or begins elsewhere."""
        own: dict[int, _Level] = {}
        for one in every(self._numbers[which], "lvlOverride"):
            redefined, anew, at = within(one, "lvl"), within(one, "startOverride"), number(one, "ilvl")
            if redefined is not None:
                own[at] = _level(redefined)
            elif anew is not None:
                own[at] = replace(levels.get(at, _Level()), start=number(anew))
        return own

    def _linked(self, shared: str | None) -> str | None:
        """A definition may only name a style, that names a list, that has the definition."""
        style = value(within(self._shared.get(shared), "numStyleLink"))
        said = self._styles.list_of(style) if style else None
        named = self._numbers.get(said[0]) if said else None
        return value(within(named, "abstractNumId")) if named is not None else shared

    def _count(self, which: str, shared: _List, levels: dict[int, _Level], level: int) -> dict[int, int]:
        if which not in self._begun:
            self._begun.add(which)
            for one in every(self._numbers[which], "lvlOverride"):
                if (anew := within(one, "startOverride")) is not None:
                    shared.counts[number(one, "ilvl")] = number(anew) - 1
        counts = shared.counts
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for lower in range(level + 1, _LEVELS):
            after = levels[lower].after if lower in levels else None
            if after is None or level < after:
                counts.pop(lower, None)
        return dict(counts)


def _level(one: _Element) -> _Level:
    after = within(one, "lvlRestart")
    gap = value(within(one, "suff")) or "tab"
    return _Level(
        start=number(within(one, "start")),
        form=value(within(one, "numFmt")) or value(within(one, "AlternateContent", "Choice", "numFmt")) or "decimal",
        text=value(within(one, "lvlText")) or "",
        gap="" if gap == "nothing" else " ",
        after=number(after) if after is not None else None,
        plain=within(one, "isLgl") is not None,
        style=value(within(one, "pStyle")),
    )


def _printed(counts: dict[int, int], levels: dict[int, _Level], level: int) -> str:
    def counted(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        of = levels.get(at, _Level())
        count = counts.get(at, of.start)
        return str(count) if levels[level].plain else of.printed(count)

    text = re.sub(r"%([1-9])", counted, levels[level].text)
    return text + levels[level].gap if text else ""
