"""Where everything stands in the page's two charts. Numbers in, coordinates out; the template draws them.

A chart is as wide as a phone: on anything wider it grows with its letters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.page.rows import NO_THEME, WORDS
from bot.wording import day, short
from plans.messages import COLOURS, Burn, Colour, ThemeRow

WIDTH = 440
LABEL = 50
"""Letters of a theme's name that a chart has room for."""

_ROW, _BAR, _TOTAL = 46, 20, 34
_NUMBER = 9
"""How wide a digit is."""

_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 250, 34, 12, 14, 32


@dataclass(frozen=True, slots=True)
class Part:
    """A colour's share of a bar; `said` where the number has room."""

    colour: Colour
    count: int
    x: float
    width: float
    said: bool


@dataclass(frozen=True, slots=True)
class Bar:
    theme: str
    label: str
    y: int
    parts: tuple[Part, ...]
    counts: tuple[int, ...]
    total: int
    end: float


@dataclass(frozen=True, slots=True)
class Bars:
    """`colours` are (colour, word)."""

    bars: tuple[Bar, ...]
    height: int
    colours: tuple[tuple[Colour, str], ...] = tuple(WORDS.items())
    width: int = WIDTH
    thick: int = _BAR


@dataclass(frozen=True, slots=True)
class Point:
    on: date
    planned: int
    confirmed: int
    x: float
    planned_y: float
    confirmed_y: float


@dataclass(frozen=True, slots=True)
class Lines:
    """`steps` are (number, y) of the scale."""

    points: tuple[Point, ...]
    steps: tuple[tuple[int, float], ...]
    planned: str
    confirmed: str
    first: str
    last: str
    width: int = WIDTH
    height: int = _HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    floor: int = _HEIGHT - _BOTTOM


def bars(themes: Sequence[ThemeRow]) -> Bars:
    """Stacked, to one scale: the longest fills the width."""
    most = max((row.total for row in themes), default=0)
    scale = (WIDTH - _TOTAL) / most if most else 0.0
    return Bars(tuple(_bar(row, at * _ROW, scale) for at, row in enumerate(themes)), len(themes) * _ROW)


def _bar(row: ThemeRow, y: int, scale: float) -> Bar:
    counts = {colour: int(getattr(row, colour)) for colour in COLOURS}
    parts, x = [], 0.0
    for colour, count in counts.items():
        if count:
            width = count * scale
            parts.append(Part(colour, count, _near(x), _near(width), width >= _NUMBER * len(str(count)) + 6))
            x += width
    theme = row.theme or NO_THEME
    return Bar(theme, short(theme, LABEL), y, tuple(parts), tuple(counts.values()), row.total, _near(x))


def lines(burn_up: Sequence[Burn]) -> Lines | None:
    """Planned and confirmed by the end of each day, days to scale. None: there is no date to draw from."""
    if not burn_up:
        return None
    first, last = burn_up[0].on, burn_up[-1].on
    top = _round(max(max(each.planned, each.confirmed) for each in burn_up))

    def x(on: date) -> float:
        span = (last - first).days
        return _near(_LEFT + (WIDTH - _LEFT - _RIGHT) * ((on - first).days / span if span else 0.5))

    def y(count: int) -> float:
        return _near(_HEIGHT - _BOTTOM - (_HEIGHT - _BOTTOM - _TOP) * count / top)

    points = tuple(
        Point(each.on, each.planned, each.confirmed, x(each.on), y(each.planned), y(each.confirmed)) for each in burn_up
    )
    return Lines(
        points,
        steps=tuple((step, y(step)) for step in (0, top // 2, top)),
        planned=_path((point.x, point.planned_y) for point in points),
        confirmed=_path((point.x, point.confirmed_y) for point in points),
        first=day(first),
        last=day(last) if last != first else "",
    )


def _round(most: int) -> int:
    """The top of the scale: even, and never nothing."""
    step = next(step for step in (2, 10, 20, 100, 200, 1_000, 2_000, 1_000_000) if most <= step * 10)
    return max(-(-most // step) * step, 2)


def _path(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)


def _near(value: float) -> float:
    return round(value, 1)
