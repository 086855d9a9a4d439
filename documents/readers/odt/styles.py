"""What a style, and those it is based on, says of bold, hidden and crossed-out words, lists and page breaks."""

from lxml.etree import _Element

from documents.readers.xml import every, name, value, within

_DEEPEST = 20


class Styles:
    """The styles of a document, those that a user named and those that a program made up, by family and name."""

    def __init__(self, *parts: _Element | None) -> None:
        self._styles = {
            (value(style, "family"), value(style, "name")): style
            for part in parts
            for group in ("styles", "automatic-styles")
            for style in every(within(part, group), "style")
        }
        self._known: dict[tuple[str, str | None, str], str | None] = {}

    def bold(self, family: str, style: str | None) -> bool | None:
        """None where nothing is said of it."""
        weight = self._said(family, style, "font-weight")
        return None if weight is None else weight == "bold" or (weight.isdecimal() and int(weight) >= 600)

    def hidden(self, family: str, style: str | None) -> bool:
        return self._said(family, style, "display") in {"none", "true"}

    def struck(self, family: str, style: str | None) -> bool:
        return self._said(family, style, "text-line-through-style") not in {None, "none"}

    def list_of(self, style: str | None) -> str | None:
        """The list that paragraphs in the style belong to."""
        return self._said("paragraph", style, "list-style-name") or None

    def breaks_page(self, family: str, style: str | None) -> bool:
        """Does a new page begin before it?"""
        return self._said(family, style, "break-before") == "page" or bool(self._own(family, style, "master-page-name"))

    def ends_page(self, family: str, style: str | None) -> bool:
        return self._said(family, style, "break-after") == "page"

    def _own(self, family: str, style: str | None, what: str) -> str | None:
        return value(self._styles.get((family, style)), what)

    def _said(self, family: str, style: str | None, what: str) -> str | None:
        if (family, style, what) not in self._known:
            self._known[family, style, what] = self._look(family, style, what)
        return self._known[family, style, what]

    def _look(self, family: str, style: str | None, what: str) -> str | None:
        for _ in range(_DEEPEST):
            element = self._styles.get((family, style))
            if element is None:
                return None
            for one in (element, *(part for part in element if name(part).endswith("-properties"))):
                if (said := value(one, what)) is not None:
                    return said
            style = value(element, "parent-style-name")
        return None
