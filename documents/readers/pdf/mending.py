"""Rows that a page tore are put together again before they are read."""

from documents.assembly.heading_words import Role
from documents.assembly.joining import join_dates, join_wrapped
from documents.assembly.pieces import pieces_of
from documents.assembly.sentences import ends_in_joiner, is_tail, is_unfinished, reads_as_heading
from documents.draft import Cell
from documents.readers.pdf.cells import Band, Strip
from documents.readers.pdf.lines import Setting, Text
from plans.joint_owners import ends_open

_PERHAPS_BELOW = "its last row before the page's end has no number and may belong to the next one"
_PERHAPS_ABOVE = "the row before the page's end has no number and may belong to it"


def mended(above: list[Band], below: list[Band], roles: dict[Role, int], setting: Setting) -> list[Band]:
    """The rows below a page's end, without what goes on with the rows above: that is put back there."""
    first = below[0]
    if not above or not roles or not max(roles.values()) < len(first.strips) == len(above[-1].strips):
        return below
    last = above[-1]
    if last.roles(setting):
        return below
    if _is_numbered_below(above, first, roles):
        if not any(_goes_on(last.strips[roles[name]], first.strips[roles[name]]) for name in _SPOKEN if name in roles):
            last.flags, first.flags = (_PERHAPS_BELOW,), (_PERHAPS_ABOVE,)
            return below
        foot, head = _foot(last), _head(first)  # before they are joined: a strip that goes on is left empty
        for own, rest in zip(last.strips, first.strips, strict=True):
            own.go_on(rest, foot=foot, head=head)
        return below[1:]
    if _is_torn(last, first, roles) or _pair_together(last, first, roles, setting):
        foot, head = _foot(last), _head(first)
        held = _held(first, roles)
        for column, strip in enumerate(first.strips):
            anchor = _anchor(above, column)
            at = len(anchor.lines)
            anchor.go_on(strip, foot=foot, head=head)
            if column == roles["action"] and at in anchor.breaks and not is_unfinished(anchor.lines[at - 1].words):
                # An owner or date beside the first line below: a step begins there.
                anchor.breaks[at] |= any(_beside(other, anchor.lines[at]) for other in held)
        return below[1:]
    theme = roles.get("theme")
    if theme is not None and _theme_goes_on(_anchor(above, theme), first.strips[theme]):
        anchor = _anchor(above, theme)
        anchor.go_on(first.strips[theme], foot=anchor.lines[-1].base, head=first.strips[theme].lines[0].base)
    return below


def _foot(band: Band) -> float:
    return max(strip.lines[-1].base for strip in band.strips if strip.lines)


def _head(band: Band) -> float:
    return min(strip.lines[0].base for strip in band.strips if strip.lines)


def _is_numbered_below(above: list[Band], first: Band, roles: dict[Role, int]) -> bool:
    """May a row have begun on the page before, its number printed below, as where cells stand about their middle?"""
    if "ref" not in roles:
        return False
    last = above[-1]
    begun = [name for name in _SPOKEN if name in roles and last.strips[roles[name]].lines]
    if last.strips[roles["ref"]].lines or not begun or ("action" in begun and len(begun) > 1):
        return False  # what has an action and a concern is whole without its number: a step of the row above
    return bool(first.strips[roles["ref"]].lines) and any(_stands_low(band, roles) for band in [*above[-30:], first])


_SPOKEN: tuple[Role, ...] = ("action", "recommendation", "response")


def _stands_low(band: Band, roles: dict[Role, int]) -> bool:
    """Does a row's number stand lower than the first line of what it numbers?"""
    number = band.strips[roles["ref"]].lines
    heads = [band.strips[roles[name]].lines[0] for name in _SPOKEN if name in roles and band.strips[roles[name]].lines]
    return bool(number) and any(number[0].base - head.base > 0.4 * head.size for head in heads)


def _anchor(above: list[Band], column: int) -> Strip:
    """The cell that reaches to the foot of the column."""
    strips = [band.strips[column] for band in above]
    return next((strip for strip in reversed(strips) if not strip.merged), strips[-1])


def _is_torn(last: Band, first: Band, roles: dict[Role, int]) -> bool:
    """Is the first row of a page the rest of the last one above? It has no number of its own, and its words go on, or
    its owners and dates do not stand where a step's would."""
    if "ref" in roles and first.strips[roles["ref"]].lines:
        return False
    above, below = last.strips[roles["action"]], first.strips[roles["action"]]
    held = _held(first, roles)
    if not below.lines:
        concern = roles.get("recommendation")
        return bool(held) or (concern is not None and _goes_on(last.strips[concern], first.strips[concern]))
    if not above.lines:
        return bool(_held(last, roles)) and not held  # a page kept the action together, below its owner and date
    if _goes_on(above, below) or any(_is_open(last.strips[roles[name]]) for name in _ASIDE if name in roles):
        return True
    if held and last.is_centred and first.is_centred:
        return False  # each is whole: a page would have torn the middle of one
    head = below.lines[0]
    return not any(_beside(strip, head) for strip in held)


_ASIDE: tuple[Role, ...] = ("owner", "target")
_WRAPPING: set[Role] = {"recommendation", "owner", "target"}


def _wraps(above: Strip, below: Strip) -> bool:
    """Does a line that was broken at its space go on below a page's end?"""
    return bool(above.lines and below.lines) and above.lines[-1].trails and above.wraps_into(below)


def _pair_together(last: Band, first: Band, roles: dict[Role, int], setting: Setting) -> bool:
    """Are two rows one: a name wraps from the one to the other, or only together have they as many actions as owners
    and dates?"""
    if "ref" in roles and first.strips[roles["ref"]].lines:
        return False
    if setting.trails and any(
        _wraps(last.strips[roles[name]], first.strips[roles[name]]) for name in _WRAPPING & roles.keys()
    ):
        return True
    many = [_many(band, roles, setting) for band in (last, first)]
    both = [a + b for a, b in zip(*many, strict=True)]
    return all(len(set(each)) > 1 and min(each) > 0 for each in many) and both[0] > 1 and len(set(both)) == 1


def _many(band: Band, roles: dict[Role, int], setting: Setting) -> list[int]:
    """How many actions, owners and dates a row has."""
    cells = {name: pieces_of(Cell(band.strips[at].paragraphs(setting))) for name, at in roles.items()}
    counted = [sum(not piece.bullet for piece in cells["action"])]
    counted += [len(join_wrapped(cells["owner"]))] if "owner" in cells else []
    return counted + ([len(join_dates(cells["target"]))] if "target" in cells else [])


def _held(band: Band, roles: dict[Role, int]) -> list[Strip]:
    """The owner and date cells that hold words."""
    aside = [band.strips[roles[name]] for name in _ASIDE if name in roles]
    return [Strip(list(strip.lines), strip.left, strip.right) for strip in aside if strip.lines]


def _is_open(strip: Strip) -> bool:
    """Does a cell stop within brackets, or where another name must follow?"""
    return strip.words.count("(") > strip.words.count(")") or ends_open(strip.words)


def _beside(strip: Strip, line: Text) -> bool:
    return abs(strip.lines[0].base - line.base) < 0.6 * line.size


def _goes_on(above: Strip, below: Strip) -> bool:
    """Does a sentence run from the one to the other?"""
    if not above.lines or not below.lines:
        return False
    if is_tail(below.lines[0].words):
        return True
    return (
        is_unfinished(above.lines[-1].words) and above.wraps_into(below) and above.lines[-1].bold == below.lines[0].bold
    )


def _theme_goes_on(above: Strip, below: Strip) -> bool:
    """Are the words at the top of a page's theme cell the rest of the theme above, and no new one?"""
    if not above.lines or not below.lines:
        return False
    if reads_as_heading(above.words) and reads_as_heading(below.words) and not ends_in_joiner(above.words):
        return False
    titled = reads_as_heading(above.words) and not reads_as_heading(below.lines[0].words) and below.words.endswith(".")
    return _goes_on(above, below) or titled
