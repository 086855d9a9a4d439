"""Options that several commands share."""

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Take this as today, for example 2025-02-03.")]
