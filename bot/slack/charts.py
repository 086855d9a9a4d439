"""Charts as Slack draws them: colours by theme or by prison as bars, planned against confirmed as lines. Their figures
stand beside them as a table and as words: a chart is never the only place of a number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.slack.limits import CATEGORIES, CHART_LABEL, Block
from bot.slack.marks import fit
from plans.masking import masked
from plans.messages import COLOURS, Burn, Counts, ThemeRow

BY_THEME, BY_PRISON, BURN_UP = "Actions by theme and colour", "Actions by prison and colour", "Planned and confirmed"


@dataclass(frozen=True, slots=True)
class Row:
    """A name and its actions by colour."""

    name: str
    colours: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.colours)


def row(name: str, counted: Counts | ThemeRow) -> Row:
    return Row(name, tuple(getattr(counted, colour) for colour in COLOURS))


def few(rows: Sequence[Row], most: int, others: str) -> list[Row]:
    """As many as there is room for, those with most red, in the order they had; the rest added up as one."""
    if len(rows) <= most:
        return list(rows)
    reddest = sorted(range(len(rows)), key=lambda at: (-rows[at].colours[0], at))[: most - 1]
    kept = [rows[at] for at in sorted(reddest)]
    rest = [each for at, each in enumerate(rows) if at not in set(reddest)]
    return [*kept, Row(others, tuple(map(sum, zip(*(each.colours for each in rest), strict=True))))]


def bars(title: str, rows: Sequence[Row], *, label: str, others: str) -> list[Block]:
    """A series a colour, the colour's name with it; nothing where there is nothing to draw."""
    shown = few(rows, CATEGORIES, others)
    if not sum(each.total for each in shown):
        return []
    names = labels([each.name for each in shown])
    series = {colour.capitalize(): [each.colours[at] for each in shown] for at, colour in enumerate(COLOURS)}
    return [_chart(title, "bar", names, series, x_label=label)]


def burn_up(points: Sequence[Burn]) -> list[Block]:
    shown = thinned(points, CATEGORIES)
    if not shown:
        return []
    names = labels([_day(each.on) for each in shown])
    series = {"Planned": [each.planned for each in shown], "Confirmed": [each.confirmed for each in shown]}
    return [_chart(BURN_UP, "line", names, series, x_label="By the end of")]


def thinned(points: Sequence[Burn], most: int) -> list[Burn]:
    """Evenly fewer, the first and the last among them."""
    if len(points) <= most:
        return list(points)
    return [points[round(at * (len(points) - 1) / (most - 1))] for at in range(most)]


def labels(names: Iterable[str]) -> list[str]:
    """As short as Slack takes them, and each another: charts find a value by its label. Masked wherever they go, for
    what is masked later might be cut in two by then, or no other any more."""
    made: list[str] = []
    for name in map(masked, names):
        label, count = fit(name, CHART_LABEL) or "–", 1
        while label in made:
            count += 1
            ending = f" {count}"
            label = f"{fit(name, CHART_LABEL - len(ending))}{ending}"
        made.append(label)
    return made


def _day(on: date) -> str:
    """31 Oct 24: twenty of them stand in a row."""
    return f"{on.day} {on:%b} {on:%y}"


def _chart(title: str, kind: str, names: list[str], series: dict[str, list[int]], *, x_label: str) -> Block:
    drawn = [
        {"name": name, "data": [{"label": at, "value": value} for at, value in zip(names, values, strict=True)]}
        for name, values in series.items()
    ]
    axis = {"categories": names, "x_label": x_label, "y_label": "Actions"}
    return {
        "type": "data_visualization",
        "title": title,
        "chart": {"type": kind, "series": drawn, "axis_config": axis},
    }


def sample() -> list[Block]:
    """A small chart of each kind, to ask a workspace whether it takes them."""
    days = [Burn(date(2025, 1, 1), 1, 0), Burn(date(2025, 2, 1), 2, 1)]
    rows = [Row("A theme", (1, 0, 1, 0, 0)), Row("Another", (0, 1, 0, 0, 0))]
    return [*bars("A sample chart", rows, label="Theme", others="Others"), *burn_up(days)]
