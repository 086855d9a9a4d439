"""The commands of whoever runs the service or looks after it: its policy, its database, its health, the service itself.

They join the others in `app.cli`; each imports what it needs when it runs."""

from pathlib import Path
from typing import Annotated

import typer

from app.moments import day_named, moment_named
from app.options import AsJson, On

commands = typer.Typer(rich_markup_mode=None, add_completion=False)


@commands.command()
def policy(
    plan: Annotated[str | None, typer.Argument(metavar="[PLAN]", help="A plan, as `actions plans` names it.")] = None,
    change: Annotated[
        str | None, typer.Option("--set", metavar="NAME=VALUE", help="Change a setting, for example coming=14.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From this day on; today if left out.")
    ] = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Show when whom is reminded, in sentences; or change it.

    For one plan, or for all. Settings are numbers of days (coming, this_week), of working days (rung_1_working to the
    Governor or the lead, rung_2_working to the Prison Group Director, rung_3_working to the Executive Director;
    grace_working, note_delay_working, quiet_working, snooze_working) or of months (still_months); snoozes, how many;
    assurance, on or off; hour and until, such as 08:30; digest_day, such as wednesday, and digest_hour. A value set in
    error is set again.

    \b
    Examples:
      actions policy
      actions policy rochester-2024 --set coming=14 --from 2025-01-06
    """
    from app.failing import Unusable
    from app.policy import change as make
    from app.policy import show

    if change is not None:
        make(plan, change, day_named(first, "--from"), as_json=as_json)
    elif first is not None:
        raise Unusable("--from is the day from which a change holds: give --set with the change.")
    else:
        show(plan, day_named(on), as_json=as_json)


@commands.command()
def migrate() -> None:
    """Bring the database up to date.

    Every command does so by itself; this one says what it did.

    \b
    Example:
      actions migrate
    """
    from app.wiring import migrate as bring_up_to_date

    print(bring_up_to_date())


@commands.command()
def doctor(as_json: AsJson = False) -> None:
    """Say what is well and what is not.

    The database, every plan's history, deliveries in doubt, posts, accounts. Exit 1 when a history does not hold:
    somebody has altered what was recorded.

    \b
    Example:
      actions doctor
    """
    from app.doctoring import examine
    from app.wiring import database, settings

    raise SystemExit(examine(database(), settings(), as_json=as_json))


@commands.command()
def blank(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="A plan, as `actions plans` names it.")],
    seq: Annotated[int, typer.Argument(metavar="SEQ", help="The number of the entry in the plan's history.", min=1)],
    as_json: AsJson = False,
) -> None:
    """Remove the words of an entry of a plan's history.

    They go for good; the entry stays, and the history says that they went. In chat only an administrator can. Whoever
    can run this could alter the database: they are trusted, and noted.

    \b
    Example:
      actions blank rochester-2024 31
    """
    from app.blanking import blank as remove
    from app.wiring import database

    remove(database(), plan, seq, as_json=as_json)


@commands.command()
def inspected(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="A plan, as `actions plans` names it.")],
    day: Annotated[
        str | None, typer.Argument(metavar="[DATE]", help="The last day of the inspection, such as 2024-08-16.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Take away what was recorded.")] = False,
    as_json: AsJson = False,
) -> None:
    """Say when inspectors were at a prison.

    Where its plan does not print it: the digest counts from it when they return. In chat its coordinator is asked, and
    only they can say.

    \b
    Examples:
      actions inspected rochester-2024 2024-08-16
      actions inspected rochester-2024 --clear
    """
    from app.failing import Unusable
    from app.inspecting import inspected as record
    from app.wiring import database

    if (day is None) is not clear:
        raise Unusable("Give the last day of the inspection, or --clear to take away what was recorded.")
    told = None if day is None else day_named(day, "DATE")
    record(database(), plan, told, as_json=as_json)


@commands.command()
def serve(
    rehearse: Annotated[
        str | None, typer.Option(metavar="TIME", help="Begin at this moment, by a calendar that runs ahead.")
    ] = None,
    rate: Annotated[
        float | None, typer.Option(help="How many times as fast it runs; 36,000 is ten hours a second.", min=1)
    ] = None,
) -> None:
    """Serve Slack, over HTTP or by Socket Mode.

    HTTP at /slack/events; Socket Mode when SLACK_APP_TOKEN is set. The settings are environment variables; .env.example
    explains each. --rehearse shows a quarter's briefs go, in about four minutes, against a workspace made for trying.

    \b
    Examples:
      actions serve
      actions serve --rehearse 2024-11-01T08:00 --rate 36000
    """
    from app.failing import Unusable
    from app.wiring import serve as run

    if rate is not None and rehearse is None:
        raise Unusable("--rate is the pace of a rehearsal: give --rehearse with the moment it begins.")
    run(moment_named(rehearse, "--rehearse") if rehearse else None, rate or 1)


@commands.command()
def demo(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]…", help="Plans of your own, instead of the sample.")
    ] = None,
    port: Annotated[int, typer.Option(help="Where the page is: http://127.0.0.1:PORT", min=0, max=65_535)] = 8765,
    on: On = "2024-12-02",
) -> None:
    """Use the bot in the browser: no Slack, no token.

    In a small workspace of its own, of which nothing is kept.

    \b
    Examples:
      actions demo
      actions demo rochester.docx maidstone.pdf --on 2025-02-03
    """
    from app.demo import run

    run(files or [], port=port, on=day_named(on))


@commands.command("slack-manifest")
def slack_manifest(
    url: Annotated[
        str | None, typer.Option(help="Where Slack reaches the bot, https://…/slack/events; else Socket Mode.")
    ] = None,
) -> None:
    """Write the Slack app's manifest.

    Paste it at api.slack.com under Create New App, From a manifest.

    \b
    Examples:
      actions slack-manifest
      actions slack-manifest --url https://your.host/slack/events
    """
    from app.wiring import slack_manifest as manifest

    print(manifest(url))
