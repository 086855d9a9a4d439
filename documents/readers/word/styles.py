"""What a style, and those it is based on, says of bold, hidden words and lists."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from lxml.etree import _Element

from documents.readers.xml import every, number, value, within

Said = TypeVar("Said")
_DEEPEST = 20
_OFF = {"0", "false", "off", "none"}


def switched(properties: _Element | None, name: str) -> bool | None:
    """Whether bold, vanish… is on; None where nothing is said of it."""
    found = within(properties, name)
    return None if found is None else is_switched_on(found)


def is_switched_on(switch: _Element) -> bool:
    return (value(switch) or "true").lower() not in _OFF


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: _Element | None) -> None:
        self._styles = {value(style, "styleId"): style for style in every(root, "style")}
        self._known: dict[tuple[str | None, str], bool] = {}
        self._paragraph = next(
            (name for name, style in self._styles.items()
             if value(style, "default") in {"1", "true"} and value(style, "type") == "paragraph"),
            None,
        )  # fmt: skip

    def on(self, style: str | None, name: str) -> bool:
        """Is bold, vanish… on in the style (a paragraph's default where none is named)?"""
        style = style or self._paragraph
        if (style, name) not in self._known:
            said = self._first(style, lambda one: switched(within(one, "rPr"), name))
            self._known[style, name] = bool(said)
        return self._known[style, name]

    def list_of(self, style: str | None) -> tuple[str | None, int | None, str | None] | None:
        """(list, level, style that says so) of a paragraph in the style; None where it is no list item."""

        def said(one: _Element) -> tuple[str | None, int | None, str | None] | None:
            listed = within(one, "pPr", "numPr")
            if listed is None:
                return None
            level = within(listed, "ilvl")
            return value(within(listed, "numId")), number(level) if level is not None else None, value(one, "styleId")

        return self._first(style or self._paragraph, said)

    def is_bullet(self, style: str | None) -> bool:
        """Does it go by the name of Word's own bullets?"""
        named = self._first(style, lambda one: value(within(one, "name")))
        return (named or "").lower().startswith("list bullet")

    def breaks_page(self, style: str | None) -> bool:
        return bool(self._first(style or self._paragraph, lambda one: switched(within(one, "pPr"), "pageBreakBefore")))

    def _first(self, style: str | None, said: Callable[[_Element], Said | None]) -> Said | None:
        return next((found for one in self._chain(style) if (found := said(one)) is not None), None)

    def _chain(self, style: str | None) -> Iterator[_Element]:
        for _ in range(_DEEPEST):
            if style not in self._styles:
                return
            yield self._styles[style]
            style = value(within(self._styles[style], "basedOn"))
