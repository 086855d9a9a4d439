"""Grids as readers make them, written short: a cell is its paragraphs between bars; UP is the lower part of a merged
cell. Every table has a number, every row its place in it."""

from documents.draft import Cell, Grid, Line, Paragraph, Place, Row

UP = "^"


def cell(words: str, place: Place) -> Cell:
    """`^` is merged with the cell above; paragraphs are parted by `|`, `*` leads a list item, `!` a bold one."""
    if words == UP:
        return Cell((), place, merged=True)
    paragraphs = (part.strip() for part in words.split("|"))
    return Cell(tuple(paragraph(part) for part in paragraphs if part), place)


def paragraph(words: str) -> Paragraph:
    return Paragraph(words.lstrip("*! "), bullet=words.startswith("*"), bold=words.startswith("!"))


def table(number: int, *rows: tuple[str, ...], breaks: tuple[int, ...] = ()) -> tuple[Row, ...]:
    """One table; `breaks` are the rows above which a page ended."""
    return tuple(
        Row(
            tuple(cell(words, Place(table=number, row=at)) for words in row),
            after_break=at in breaks,
            place=Place(table=number, row=at),
        )
        for at, row in enumerate(rows, 1)
    )


def grid(*tables: tuple[Row, ...], prose: tuple[str, ...] = ("Action Plan: HMP Exampleton",), **more: object) -> Grid:
    rows = tuple(row for each in tables for row in each)
    return Grid(rows, tuple(Line(words) for words in prose), **more)  # type: ignore[arg-type]  # facts by name
