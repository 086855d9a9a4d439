"""The command line `actions …`: the same use cases as chat, for scripts, coordinators and tests.

Every command imports what it needs when it runs: a question from a cold start must not wait for Slack or Alembic."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from app import addressing, answering, leading, operating
from app.moments import day_named, moment_named
from app.options import AsJson, On

cli = typer.Typer(
    name="actions",
    help="Keeps prison action plans on time: reads the published plans and answers questions about them.\n\n"
    "What it knows is kept in actions.db in this folder, or where ACTIONS_DATABASE_URL says.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> NoReturn:
    """Run the command; every failure is one sentence on stderr, exit 2 for what was given, 1 for what went wrong."""
    from app.failing import told

    sys.exit(told(lambda: cli(standalone_mode=False)))


@cli.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Published plans or reviews of progress.")],
    prison: Annotated[str | None, typer.Option(help="The prison, where the document does not name it.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change; save nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Save even though a check failed.")] = False,
    answer: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY=VALUE", help="Answer a question, as the import prints it; may be repeated."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read plans and save them. Nothing is saved when any file cannot be read or fails a check.

    Word, PDF, OpenDocument, Excel, CSV, HTML, or text with tabs between the cells; the file's name does not matter. A
    table is a plan's if its header names actions, and an owner or a date. A file of a plan that is held already is
    merged into it: what people reported stays. What to look at first is listed; nothing waits for an answer.

    A check fails, with exit code 1, when numbers repeat or fall back, totals disagree, cells stay unread, an action has
    no owner, dates are out of all reach, actions or their dates are no longer printed, or the document names another
    prison. Look with --dry-run; save all the same with --yes.

    \b
    Examples:
      actions import rochester-2024.docx --dry-run
      actions import plan.pdf --prison Rochester
      actions import plan.pdf --answer "day:31 september 2026=2026-09-30"
    """
    from app.importing import answers_of, import_files
    from app.wiring import database

    answers = answers_of(answer or [])
    code = import_files(
        database(), files, prison=prison, save=not dry_run, despite=yes, as_json=as_json, answers=answers
    )
    raise SystemExit(code)


@cli.command()
def plans(as_json: AsJson = False, on: On = None) -> None:
    """List the plans held.

    How many actions each has, how many are open and overdue; below them the reviews of progress.

    \b
    Example:
      actions plans --on 2025-02-03
    """
    from app.asking import list_plans

    list_plans(day_named(on), as_json=as_json)


@cli.command()
def ask(
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT]", help="The question, in any order of words.")
    ] = None,
    who: Annotated[
        str | None, typer.Option("--as", metavar="WHO", help="The post or organisation that asks, for `mine`.")
    ] = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Ask what chat can be asked. Asking never changes anything.

    \b
    Examples:
      actions ask "Rochester overdue"
      actions ask "mine due soon" --as Governor
      actions ask help
    """
    from app.asking import ask as answer

    answer(" ".join(text or []), who=who, on=day_named(on), as_json=as_json)


posts = typer.Typer(help="The register: who holds which post, and who stands in.", no_args_is_help=True)
cli.add_typer(posts, name="posts")
cli.add_typer(addressing.channels, name="channels")


@posts.command("import")
def import_posts(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="A register, as a spreadsheet saves it.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change; save nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read who holds which post. Nothing is saved when any line cannot be taken; what is known already stays.

    Columns: prison,post,person,email,from,until,deputy_email; if needed group,role,liaison_for,away_until. Days as
    2024-09-02, or day first. A blank person is a vacant post; a new person takes over from whoever held it until the
    day before.

    role: coordinator, administrator or assurer; the post may be blank. liaison_for: the organisation outside that the
    post speaks to, such as GFSL. away_until: the last day of an absence that has begun. group: the prison's group.

    A line: Rochester,Governor,A. Sample,a.sample@prison.example,2024-09-02,,

    \b
    Example:
      actions posts import register.csv --dry-run
    """
    from app.registering import import_posts as take
    from app.wiring import database

    take(database(), file, save=not dry_run, as_json=as_json)


@posts.command("list")
def list_posts(
    prison: Annotated[str | None, typer.Argument(metavar="[PRISON]", help="One prison alone.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Who holds what on that day alone.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say who holds what, from when until when.

    Who has a role, and who is the contact for an organisation, too.

    \b
    Example:
      actions posts list Rochester --on 2024-12-02
    """
    from app.holding import list_posts as listing
    from app.wiring import database

    listing(database(), prison, on=None if on is None else day_named(on), as_json=as_json)


AsRecorded = Annotated[
    bool,
    typer.Option("--as-recorded", help="Go by the ledger, and by the days on which plans went live."),
]
From = Annotated[str, typer.Option("--from", metavar="DATE", help="The first day.")]


@cli.command()
def remind(
    at: Annotated[
        str | None, typer.Option("--at", metavar="TIME", help="The moment in London, for example 2024-12-02T09:00.")
    ] = None,
    as_recorded: AsRecorded = False,
    as_json: AsJson = False,
) -> None:
    """Show what would be sent at a moment, and to whom. Nothing is sent.

    \b
    Example:
      actions remind --at 2024-12-02T09:00
    """
    from app.reminding import remind as show

    show(moment_named(at), as_recorded=as_recorded, as_json=as_json)


@cli.command()
def simulate(
    first: From,
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="The last day.")],
    prison: Annotated[str | None, typer.Option(help="Only this prison's plans.")] = None,
    as_recorded: AsRecorded = False,
    as_json: AsJson = False,
) -> None:
    """Show what days would bring if nobody answered. Nothing is sent.

    \b
    Example:
      actions simulate --from 2024-10-25 --to 2025-01-31 --prison Rochester
    """
    from app.reminding import simulate as play

    first_day, last_day = day_named(first, "--from"), day_named(last, "--to")
    play(first_day, last_day, prison=prison, as_recorded=as_recorded, as_json=as_json)


@cli.command()
def why(
    ref: Annotated[list[str], typer.Argument(metavar="REF", help='An action, for example "Rochester 8".')],
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Say which brief of a day an action was in, or why none.

    \b
    Example:
      actions why Rochester 8 --on 2024-12-03
    """
    from app.explaining import why as explain

    explain(" ".join(ref), day_named(on), as_json=as_json)


for more in (answering.commands, leading.commands, operating.commands):
    cli.add_typer(more)


if __name__ == "__main__":
    main()
