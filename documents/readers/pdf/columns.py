"""The header of a table that has no rules down: its words tell the columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.assembly.headers import mapped
from documents.assembly.heading_words import Role
from documents.readers.pdf.lines import Setting, Text

_BESIDE = 0.45
"""Of the letters' size: words no farther apart stand in one column's heading."""
_MOST_LINES = 7
"""Lines of a header."""


@dataclass(slots=True)
class Header:
    """A header found on a page: which of its lines it is, and for each column its heading with left and right."""

    first: int
    last: int
    headings: list[tuple[str, float, float]]
    roles: dict[Role, int]
    lines: list[Text] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        return [words for words, _, _ in self.headings]

    def is_again(self, other: "Header") -> bool:
        """Is it the same header, though a heading below it may have been taken for more of the one?"""
        same = all(a.startswith(b) or b.startswith(a) for a, b in zip(self.words, other.words, strict=False))
        return same and len(self.words) == len(other.words)

    def cut(self, order: dict[int, int]) -> "Header":
        """Without a heading below taken for more of it: one painted, as `order` says, after the last column."""
        for many in range(len(self.lines), 0, -1):
            block = self.lines[:many]
            pieces = sorted((piece for line in block for piece in line.pieces), key=lambda piece: order[id(piece)])
            columns = [sum(piece.x0 >= x0 - 1 for _, x0, _ in self.headings) for piece in pieces]
            headings = _headings(block)
            roles = _roles(headings)
            if columns == sorted(columns) and roles is not None and set(roles) == set(self.roles):
                return Header(self.first, self.first + many - 1, headings, roles, block)
        return self

    @property
    def top(self) -> float:
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        return max(line.bottom for line in self.lines)


def headers(found: Sequence[Text], setting: Setting, rules: Sequence[float]) -> list[Header]:
    """The headers of plans' tables among the lines of one page, from the top; no header reaches over a rule, given by
    its height."""
    made: list[Header] = []
    at = 0
    while at < len(found):
        header = _header_at(found, at, setting, rules)
        if header is None:
            at += 1
        else:
            made.append(header)
            at = header.last + 1
    return made


def _header_at(found: Sequence[Text], at: int, setting: Setting, rules: Sequence[float]) -> Header | None:
    for last in range(at, min(at + _MOST_LINES, len(found))):
        if last > at and found[last].base - found[last - 1].base > 2.5 * setting.pitch * found[last].size:
            return None
        header = _header(found, at, last)
        if header is not None:
            return _grown(found, header, setting, rules)
    return None


def _header(found: Sequence[Text], first: int, last: int) -> Header | None:
    """The header that these lines are, if no fewer of them are one."""
    if any(_header_of(found, begin, last) for begin in range(first + 1, last + 1)):
        return None
    return _header_of(found, first, last)


def _header_of(found: Sequence[Text], first: int, last: int) -> Header | None:
    block = list(found[first : last + 1])
    headings = _headings(block)
    if len(headings) < 3 or any(words[:1].islower() for words, _, _ in headings):
        return None
    roles = _roles(headings)
    return Header(first, last, headings, roles, block) if roles and len(roles) > 2 else None


def _headings(block: Sequence[Text]) -> list[tuple[str, float, float]]:
    """Words of a header put to columns: those that stand over one another or side by side are one heading."""
    spans: list[tuple[float, float]] = []
    for piece in sorted((piece for line in block for piece in line.pieces), key=lambda piece: piece.x0):
        if spans and piece.x0 - spans[-1][1] < _BESIDE * piece.size:
            spans[-1] = (spans[-1][0], max(spans[-1][1], piece.x1))
        else:
            spans.append((piece.x0, piece.x1))
    made = []
    for x0, x1 in spans:
        parts = [[piece for piece in line.pieces if x0 <= piece.x0 <= x1] for line in block]
        words = " ".join(
            Text(part, line.base, line.size).words for part, line in zip(parts, block, strict=True) if part
        )
        made.append((words, x0, x1))
    return made


def _roles(headings: Sequence[tuple[str, float, float]]) -> dict[Role, int] | None:
    found = mapped([words for words, _, _ in headings])
    return {name: first for name, (first, *_) in found.items()} if found else None


def _grown(found: Sequence[Text], header: Header, setting: Setting, rules: Sequence[float]) -> Header:
    """The header with the lines that its headings wrap over, below and above."""
    for step in (1, -1):
        while True:
            near = header.last if step > 0 else header.first
            at = near + step
            after = found[at + 1] if step > 0 and at + 1 < len(found) else None
            if not 0 <= at < len(found) or not _follows(found[near], found[at], 1.9, setting):
                break
            upper, lower = sorted((found[near].base, found[at].base))
            if any(upper < rule < lower for rule in rules):
                break
            first, last = min(header.first, at), max(header.last, at)
            block = list(found[first : last + 1])
            headings = _headings(block)
            roles = _roles(headings)
            if roles is None or set(header.roles) - set(roles):
                break
            beside = upper > lower - 0.8 * setting.pitch * found[at].size  # as where cells stand about their middle
            more = set(roles) > set(header.roles) and _follows(found[near], found[at], 1.15, setting)
            if not beside and not more and len(headings) != len(header.headings):
                break
            if set(roles) == set(header.roles) and not _belongs(found[near], found[at], after, setting):
                break
            header = Header(first, last, headings, roles, block)
    return header


def _belongs(header: Text, line: Text, after: Text | None, setting: Setting) -> bool:
    """Does a line belong to the header line beside it? A paragraph apart it does where the next is farther still."""
    apart = abs(line.base - header.base)
    further = header.bold and line.bold and after is not None and after.base - line.base > 1.1 * apart
    return _follows(header, line, 1.9 if further else 1.15, setting)


def _follows(header: Text, line: Text, reach: float, setting: Setting) -> bool:
    """Is a line near enough to the header's, and like it?"""
    near = abs(line.base - header.base) <= reach * setting.pitch * max(line.size, header.size)
    return near and header.bold == line.bold and len(line.words.split()) <= 14
