"""The commands for what leaders are told: `digest`.

They join the others in `app.cli`; each imports what it needs when it runs."""

from typing import Annotated

import typer

from app.moments import day_named
from app.options import AsJson, On

commands = typer.Typer(rich_markup_mode=None, add_completion=False)


@commands.command()
def digest(
    prison: Annotated[str | None, typer.Argument(metavar="[PRISON]", help="Whose week.")] = None,
    number: Annotated[
        int | None, typer.Option("--number", metavar="N", min=1, help="The very one that was sent under that number.")
    ] = None,
    group: Annotated[
        str | None,
        typer.Option("--group", metavar="WHO", help="The week of all prisons that somebody directs."),
    ] = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Say what leaders are told of a week: of the next, which is not kept, or the very digest that was sent.

    Of a day past it says how things stood at the end of that day.

    Examples: actions digest Rochester --on 2025-02-03 · actions digest Rochester --number 7 · actions digest --group
    "Prison Group Director"
    """
    from app.digesting import digest as tell

    tell(prison, group=group, on=day_named(on), number=number, as_json=as_json)
