"""Reported, and confirmed by somebody above who is free; sent back, reopened."""

from datetime import date

import pytest

from tests.plans.progress.conftest import World


def test_what_is_reported_waits_for_the_post_above(world: World) -> None:
    done = world.did("governor", "report", words="Minutes attached", links=("https://example.org/m",))
    assert (done.from_status, done.to_status, done.as_post, done.waits_for) == (
        "not_started", "reported", "Governor", "Prison Group Director",
    )  # fmt: skip
    (entry, *_) = world.history()
    assert (entry.who, entry.as_post, entry.channel, entry.at) == ("A. Governor", "governor", "slack", world.now)
    assert (entry.from_status, entry.to_status, entry.words) == ("not_started", "reported", "Minutes attached")
    assert entry.links == ("https://example.org/m",)
    row = world.row(1)
    assert (row.status, row.version, row.due, row.original_due) == (
        "reported", 2, date(2024, 11, 30), date(2024, 11, 30),
    )  # fmt: skip
    assert world.holds()
