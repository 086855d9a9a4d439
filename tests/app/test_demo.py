"""The demonstration's line editor: what Tab offers, and what a slash means."""

import pytest

from app.demo import completions, without_slash


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("over", ["overdue", "overdue by more than 60 days"]),
        ("Rochester due b", ["by March"]),
        ("due ", ["soon", "by March", "in the next 30 days"]),
        ("Rochester no d", ["date"]),
        ("zzz", []),
        ("", []),
        ("Rochester ", []),
    ],
)
def test_tab_completes_phrases_as_well_as_words(line: str, offered: list[str]) -> None:
    assert completions(line) == offered


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("/help", "help"), ("/actions help", "/actions help"), ("help", "help"), ("Rochester", "Rochester")],
)
def test_a_slash_before_help_is_forgiven(typed: str, asked: str) -> None:
    assert without_slash(typed) == asked
