"""The commands `actions channels …`: where in Slack digests and notices go. Each imports what it needs when it runs."""

from typing import Annotated

import typer

from app.options import AsJson

channels = typer.Typer(help="The Slack channels that digests and notices go to.", no_args_is_help=True)
Prison = Annotated[str, typer.Argument(metavar="PRISON", help="The prison, as in Rochester.")]
InSlack = Annotated[str, typer.Argument(metavar="CHANNEL", help="The channel's name, as in #leadership, or its id.")]


@channels.command("add")
def add_channel(
    prison: Prison,
    channel: InSlack,
    purpose: Annotated[str, typer.Option("--for", help="What goes there: digest, or coordinator for notices.")],
    as_json: AsJson = False,
) -> None:
    """Have digests, or notices, posted to a channel.

    A prison's weekly digest, or what its coordinator should know, in a channel that the app is in.

    A post there proves that it can be; only then it is saved. A prison may have several channels, and a channel several
    prisons. Adding one again changes nothing.

    \b
    Example:
      actions channels add Rochester leadership --for digest
    """
    from app.channels import add
    from app.wiring import database, settings

    add(database(), settings(), prison, channel, purpose, as_json=as_json)


@channels.command("list")
def list_channels(as_json: AsJson = False) -> None:
    """Say which channels get what.

    And which of them Slack does not let us write to any more.

    \b
    Example:
      actions channels list
    """
    from app.channels import show
    from app.wiring import database

    show(database(), as_json=as_json)


@channels.command("remove")
def remove_channel(
    prison: Prison,
    channel: InSlack,
    purpose: Annotated[
        str | None, typer.Option("--for", help="Only as this: digest or coordinator; both if left out.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Post nothing more of a prison to a channel.

    \b
    Example:
      actions channels remove Rochester leadership
    """
    from app.channels import remove
    from app.wiring import database

    remove(database(), prison, channel, purpose, as_json=as_json)
