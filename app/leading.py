"""The commands for what leaders are told: `digest`, `assurance`, `export`.

They join the others in `app.cli`; each imports what it needs when it runs."""

from pathlib import Path
from typing import Annotated

import typer

from app.moments import day_named
from app.options import AsJson, On

commands = typer.Typer(rich_markup_mode=None, add_completion=False)

LARGEST = 1_000_000
"""No digest has a number beyond it, and every database holds it."""


@commands.command()
def digest(
    prison: Annotated[str | None, typer.Argument(metavar="[PRISON]", help="Whose week.")] = None,
    number: Annotated[
        int | None,
        typer.Option("--number", metavar="N", min=1, max=LARGEST, help="The very one that was sent under that number."),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option("--group", metavar="WHO", help="The week of all prisons that somebody directs."),
    ] = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Say what leaders are told of a week.

    It is a draft of the next, which is not kept, or with --number the very digest that was sent. Of a day past it says
    how things stood at the end of that day.

    \b
    Examples:
      actions digest Rochester --on 2025-02-03
      actions digest Rochester --number 7
      actions digest --group "Prison Group Director"
    """
    from app.digesting import digest as tell

    tell(prison, group=group, on=day_named(on), number=number, as_json=as_json)


@commands.command()
def assurance(
    prison: Annotated[str, typer.Argument(metavar="PRISON", help="Whose review of progress.")],
    match: Annotated[
        list[str] | None,
        typer.Option(
            "--match", metavar="N=THEME", help="What judgement N is about: a theme, a concern's ref, nothing."
        ),
    ] = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Set what owners report beside what inspectors found.

    On their last visit; where the two disagree comes first.

    Reported is what owners say, and not confirmed. What a judgement is about is suggested until somebody says it, by
    its paragraph or its place in the report; suggested stands for all that is suggested. In chat a coordinator does.

    \b
    Examples:
      actions assurance Rochester
      actions assurance Rochester --match 3.18=Safety --match 11=nothing
      actions assurance Rochester --match suggested
    """
    from app.assuring import assurance as tell

    tell(prison, on=day_named(on), matches=match or [], as_json=as_json)


@commands.command()
def export(
    prison: Annotated[str, typer.Argument(metavar="PRISON", help="Whose live plans.")],
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="csv, ics, html, docx or xlsx.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE|DIR", help="Where to; printed if left out."),
    ] = None,
    owner: Annotated[
        str | None, typer.Option(metavar="WHO", help="Only what this post or organisation owns, with ics.")
    ] = None,
    number: Annotated[
        int | None,
        typer.Option("--number", metavar="N", min=1, max=LARGEST, help="The digest that was sent under it, with html."),
    ] = None,
    on: On = None,
) -> None:
    """Write a prison's plans out: csv, ics, html, docx or xlsx.

    Those that are live: no person, prisoner numbers masked; nobody's words but in docx and xlsx.

    csv: a row for each action, for Excel. ics: an event on the due date of each open action, for a calendar; with
    -o DIR one file for each owner. html: the week as one page with charts, to be read, sent on and printed.

    docx: the plan as it was published with an update beside each action, what was reported in its words, for the return
    to the inspectorate. xlsx: the same, with its history on a second sheet. Both are a file for each plan, and import
    again as the same plan.

    A file that is there is replaced, whole or not at all.

    \b
    Examples:
      actions export Rochester --format csv -o rochester.csv
      actions export Rochester --format ics -o calendars
      actions export Rochester --format ics --owner GFSL -o gfsl.ics
      actions export Rochester --format html --number 7 -o week.html
      actions export Rochester --format docx -o return.docx
    """
    from app.exporting import export as write

    write(prison, form=form, output=output, owner=owner, on=day_named(on), number=number)
