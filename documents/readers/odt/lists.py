"""Counts list items as OpenDocument does: their numbers are not in the text, and are printed all the same."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element

from documents.readers.numerals import letters, roman
from documents.readers.xml import every, name, number, value, within

_FORMS: dict[str, Callable[[int], str]] = {
    "i": roman,
    "I": lambda count: roman(count).upper(),
    "a": letters,
    "A": lambda count: letters(count).upper(),
    "": lambda count: "",
}
_MOST = 10
"""Levels of a list."""


@dataclass(frozen=True, slots=True)
class _Level:
    """`text` as "(%1%)": the level's own number between brackets."""

    form: str = "1"
    text: str = ""
    start: int = 1
    bullet: bool = False

    def printed(self, count: int) -> str:
        return _FORMS.get(self.form, str)(count)


@dataclass(slots=True)
class Begun:
    """A list that is being counted: its style, and how far each level has come."""

    style: str | None
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The list styles of a document, and how far each of its lists has counted."""

    def __init__(self, *parts: _Element | None) -> None:
        self._styles = {
            value(style, "name"): {number(one, "level"): _level(one) for one in style}
            for part in parts
            for group in ("styles", "automatic-styles")
            for style in every(within(part, group), "list-style")
        }
        self._ids: dict[str, Begun] = {}
        self._last: tuple[Begun, str | None] = Begun(None), None

    def begin(self, element: _Element, style: str | None) -> Begun:
        """A list that begins here, or goes on with the one it names, or with the last one if that is of its style."""
        goes_on = self._ids.get(value(element, "continue-list") or "")
        above, its_style = self._last
        if goes_on is None and value(element, "continue-numbering") == "true" and its_style == style:
            goes_on = above
        found = goes_on or Begun(style)
        self._last = found, style  # as drawn here: what it goes on with may be drawn in another
        if own := value(element, "id"):
            self._ids[own] = found
        return found

    def is_bullet(self, style: str | None, level: int) -> bool:
        own = self._styles.get(style, {}).get(level)
        return own is None or own.bullet

    def label(self, begun: Begun, level: int, style: str | None, *, start: int | None) -> tuple[str, bool]:
        """(what stands in front of the next item, whether that is a bullet). Counts the item."""
        levels = self._styles.get(style, {})
        own = levels.get(level)
        if own is None or own.bullet:
            # A style that nothing is known of draws bullets, as programs do.
            return "", True
        counts = begun.counts
        counts[level] = counts.get(level, own.start - 1) + 1 if start is None else start
        for lower in range(level + 1, _MOST + 1):
            counts.pop(lower, None)

        def counted(found: re.Match[str]) -> str:
            of = levels.get(int(found[1]), _Level())
            return of.printed(counts.get(int(found[1]), of.start))

        text = re.sub(r"%(\d+)%", counted, own.text)
        return f"{text} " if text else "", False


def _level(one: _Element) -> _Level:
    level, form = number(one, "level"), value(one, "num-format") or ""
    shown = range(max(1, level - number(one, "display-levels", otherwise=1) + 1), level + 1)
    numbers = ".".join(f"%{at}%" for at in shown) if form else ""
    made = f"{value(one, 'num-prefix') or ''}{numbers}{value(one, 'num-suffix') or ''}"
    return _Level(
        form=form,
        text=value(one, "num-list-format") or made,
        start=number(one, "start-value", otherwise=1),
        bullet=name(one) in {"list-level-style-bullet", "list-level-style-image"},
    )
