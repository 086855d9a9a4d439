"""The commands that answer for an action, or show it: `reply` and `show`.

They join the others in `app.cli`; each imports what it needs when it runs."""

from typing import Annotated

import typer

from app.moments import moment_named
from app.options import AsJson

commands = typer.Typer(rich_markup_mode=None, add_completion=False)

At = Annotated[str | None, typer.Option("--at", metavar="TIME", help="Take this as now, as 2024-12-02T09:00.")]


@commands.command()
def reply(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="What is said, in any words.")],
    to: Annotated[str, typer.Option("--to", metavar="REF", help='The action, for example "Rochester 5".')],
    who: Annotated[
        str | None, typer.Option("--as", metavar="WHO", help="The post that says so; the action's lead if left out.")
    ] = None,
    at: At = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what it means; record nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Answer for an action in plain words.

    Done, going on, blocked, needs until, not ours, a note, undo. What is unclear is asked about, and then nothing is
    recorded.

    \b
    Examples:
      actions reply "done, minutes attached" --to "Rochester 5" --as Governor
      actions reply "needs until end of Jan" --to "Rochester 5" --dry-run
    """
    from app.replying import reply as answer

    answer(" ".join(text), to=to, who=who, at=moment_named(at), dry_run=dry_run, as_json=as_json)


@commands.command()
def show(
    ref: Annotated[list[str], typer.Argument(metavar="REF", help='An action, for example "Rochester 5".')],
    who: Annotated[
        str | None, typer.Option("--as", metavar="WHO", help="Only what this post may read; all of it if left out.")
    ] = None,
    at: At = None,
    source: Annotated[
        bool, typer.Option("--source", help="Where the plan prints it: page, table and row, with the printed words.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show an action whole, or where its plan prints it.

    Whole: its text, how it stands, and its history.

    \b
    Examples:
      actions show Rochester 5
      actions show Rochester 5 --source
    """
    from app.showing import show as draw

    draw(" ".join(ref), who=who, at=moment_named(at), source=source, as_json=as_json)
