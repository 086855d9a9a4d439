"""How a command fails: one sentence on stderr and an exit code; never a traceback for what a person can mend."""

import os
import sys
from collections.abc import Callable
from typing import Any

import typer


class Unusable(Exception):
    """Arguments or files that cannot be used: exit 2, with this one sentence."""


class Failed(Exception):
    """What was asked could not be done: exit 1, with this one sentence."""


_INTERRUPTED = 130
"""What shells call a command that Ctrl-C ended."""


def told(run: Callable[[], object]) -> int:
    """The exit code of a run: 0 done, 1 it failed, 2 what was given cannot be used."""
    try:
        ended = run()
        if ended == _INTERRUPTED:  # Typer makes an exit code of Ctrl-C, and gives it back
            raise KeyboardInterrupt
    except SystemExit as stopped:
        return int(stopped.code or 0)
    except (typer.Abort, KeyboardInterrupt):
        return _say("Stopped; nothing more was done.", _INTERRUPTED)
    except typer.Exit as stopped:
        return stopped.exit_code
    except typer.TyperException as error:
        return _misused(error)
    except Unusable as error:
        return _say(_one_line(str(error)), 2)
    except BrokenPipeError:
        # The reader of our output has gone; closing stdout again would only complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except _failures() as error:
        return _say(_one_line(_why(error)), 1)
    return 0


def _failures() -> tuple[type[BaseException], ...]:
    from sqlalchemy.exc import SQLAlchemyError

    from storage.database import SchemaTooNew

    return (Failed, SQLAlchemyError, SchemaTooNew, OSError)


def _why(error: BaseException) -> str:
    """A database's own words, without the statement and the links that SQLAlchemy adds."""
    cause = getattr(error, "orig", None)
    return f"The database could not be used: {cause}" if cause else str(error)


def _misused(error: Any) -> int:
    """The complaint in one line, and where help is; a bare `actions` is a question for help, not a mistake."""
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error.format_message())
        return 0
    return _say(f"{_one_line(error.format_message()).rstrip('.')}. Try: {' '.join(_commands(error.ctx))} --help", 2)


def _commands(context: Any) -> list[str]:
    """actions posts import"""
    return [*_commands(context.parent), context.info_name] if context and context.parent else ["actions"]


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
