"""A director's digest, read line by line: several prisons, the exceptions first."""

from bot import plain
from tests.digests import a_group, a_prison


def test_a_directors_digest_has_the_exceptions_first_and_the_sums():
    assert plain.render(a_group()).splitlines() == [
        "2 prisons of the Prison Group Director, week 6: 18 of 28 actions are late, 6 more than last week;"
        " none is confirmed yet. Digest 5.",
        "",
        "🔴 18 red · 🟠 0 amber · 🟢 9 green · 🔵 0 blue · ⚪ 1 grey = 28",
        "",
        "Late: 12 on 28 January + 6 new − 0 no longer late = 18.",
        "HMP Rochester digest 14 · 18 of 26 late, 6 new · 1 post vacant · longest late: 8 Operational Health Lead, 96 days"
        " · inspectors may be expected between April and August 2025",
        "Nothing is red or waits at HMP Maidstone (2 actions).",
        "",
        "Digest 5 · as at Tuesday 4 February 2025, 8:30am",
    ]


def test_a_prison_without_a_channel_for_its_digest_is_said_to_have_none_but_not_of_a_draft():
    rows = [a_prison(number=None)]
    assert "HMP Rochester (no channel for its digest) · 18 of 26 late" in plain.render(a_group(rows))
    assert "HMP Rochester · 18 of 26 late" in plain.render(a_group(rows, draft=True))


def test_forty_prisons_are_counted_beyond_fifteen_lines():
    said = plain.render(a_group([a_prison(f"HMP Prison {n}") for n in range(40)]))
    assert said.count("18 of 26 late") == 15
    assert "… and 25 more" in said
