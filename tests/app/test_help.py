"""What every command says of itself: whole in a narrow list, with examples that can be typed as they stand."""

import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.core import TyperGroup

from app.cli import cli

IN_A_LIST = 58  # characters of 80, beside the longest name


def commands(of: Any, *names: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with its names, those of groups too."""
    for name, one in of.commands.items():
        yield (*names, name), one
        if isinstance(one, TyperGroup):
            yield from commands(one, *names, name)


EVERY = {" ".join(names): (names, command) for names, command in commands(typer.main.get_command(cli))}
ALONE = [name for name, (_, command) in EVERY.items() if not isinstance(command, TyperGroup)]


@pytest.mark.parametrize("name", EVERY)
def test_what_a_command_is_for_stands_whole_in_a_list_of_80_columns(name: str) -> None:
    _, command = EVERY[name]

    assert not command.get_short_help_str(IN_A_LIST).endswith("...")


@pytest.mark.parametrize("name", ALONE)
def test_every_example_of_the_help_can_be_typed_as_it_stands(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    names, command = EVERY[name]
    told = command.get_help(command.make_context(name, [], resilient_parsing=True))
    examples = [shlex.split(line) for line in told.splitlines() if line.startswith("    actions ")]

    assert examples
    for example in examples:
        assert tuple(example[1 : 1 + len(names)]) == names
        command.make_context(name, example[1 + len(names) :])  # refuses what it does not know


def test_every_command_is_listed_with_where_things_are_kept() -> None:
    command = typer.main.get_command(cli)
    told = command.get_help(command.make_context("actions", [], resilient_parsing=True))

    assert "ACTIONS_DATABASE_URL" in told
    assert all(f"  {name}" in told for name in EVERY if " " not in name)
