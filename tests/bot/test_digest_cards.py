"""A digest as Slack takes it: charts, a table and words of the same numbers, within every limit however much there is."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack import charts
from bot.slack.cards import render
from bot.slack.limits import problems
from bot.slack.masks import shown_in
from bot.slack.tables import Face
from plans.messages import COLOURS, Burn, Digest, DigestLine, Drafted, Message, Verb
from tests.bot.conftest import blocks, buttons, words
from tests.bot.test_slack_cards import PINGS, unhurried
from tests.bot.test_slack_cards import words as odd_words
from tests.digests import (
    JUDGED,
    VACANT,
    VISIT,
    WHOLE,
    a_digest,
    a_group,
    a_line,
    a_list,
    a_prison,
    burn_up,
    by_theme,
    counted,
    many,
)
from tests.fakes.briefs import monday
from tests.fakes.small_slack import CHANNEL
from workspace.validation import check_message

FACES: tuple[Face, ...] = ("charts", "data_table", "table", "sections")
LONG = {
    "nothing": "",
    "very long": "of many words " * 30,
    "emoji": "👩‍🚒" * 40,
    "right to left": "مرحبا بالعالم " * 20,
    "formatting": "*_~`<!channel>&<@U1>" * 20,
}


def payload(message: Message, face: Face | None) -> dict[str, Any]:
    card = render(message, face)
    return {"text": card.text, "blocks": card.blocks}


def taken(message: Message, face: Face | None) -> dict[str, Any]:
    """The payload, once it is known that it breaks no limit as we hold them, nor as the workspace does."""
    drawn = payload(message, face)
    assert problems(drawn) == []
    check_message(drawn["blocks"], set())
    assert not PINGS.search(str(drawn))
    return drawn


# --- within the limits --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("long", LONG.values(), ids=LONG)
@pytest.mark.parametrize("themes", [1, 9, 20, 21, 60])
@pytest.mark.parametrize("actions", [0, 1, 40, 400])
def test_no_payload_breaks_a_limit(actions: int, themes: int, long: str):
    digest = many(actions, themes, long=long)
    for face in (None, *FACES):
        taken(digest, face)
        taken(a_list(digest), face)


@pytest.mark.parametrize("long", LONG.values(), ids=LONG)
@pytest.mark.parametrize("prisons", [0, 2, 15, 40])
def test_nor_does_a_directors_of_however_many_prisons(prisons: int, long: str):
    group = a_group([a_prison(f"HMP Prison {n} {long}".strip(), vacancies=n, visit=VISIT) for n in range(prisons)])
    for face in (None, *FACES):
        taken(group, face)


lines_ = st.builds(
    DigestLine,
    action=st.integers(1, 9),
    line=st.builds(
        lambda address, title, days: replace(a_line("8").line, address=address, title=title, days_late=days),
        odd_words, odd_words, st.integers(0, 10**5),
    ),
    ref=odd_words,
    step=st.none(),
    colour=st.sampled_from(COLOURS),
    theme=odd_words,
    lead=odd_words,
    slips=st.integers(0, 9),
    original_due=st.none() | st.dates(date(1, 1, 2)),
    since=st.none() | st.dates(),
    was_late=st.booleans(),
    before_live=st.booleans(),
)  # fmt: skip
verbs_ = st.builds(Verb, st.sampled_from(["behind", "nudge", "save", "digest"]), odd_words, odd_words)


@st.composite
def digests(draw: st.DrawFn) -> Digest:
    """Of a few drawn lines, repeated, with words that no plan ought to have."""
    some = draw(st.lists(lines_, max_size=6))
    count = draw(st.sampled_from([0, 1, 40, 400])) if some else 0
    held = [replace(some[n % len(some)], action=n) for n in range(count)]
    return a_digest(
        held, prison=draw(odd_words), counts=counted(held), themes=by_theme(held), burn_up=burn_up(held),
        vacancies=VACANT * draw(st.integers(0, 40)), judgements=JUDGED * draw(st.integers(0, 40)),
        verbs=tuple(draw(st.lists(verbs_, max_size=30))), visit=draw(st.sampled_from([None, VISIT])),
    )  # fmt: skip


@unhurried
@given(digests(), st.sampled_from(FACES))
def test_whatever_a_digest_holds_it_is_taken_and_pings_nobody(digest: Digest, face: Face):
    taken(digest, face)
    taken(a_list(digest), face)


# --- the same numbers everywhere ----------------------------------------------------------------------------------


def charted(drawn: dict[str, Any], title: str) -> dict[str, dict[str, int]]:
    """By category the value of each series."""
    (chart,) = [block["chart"] for block in blocks(drawn, "data_visualization") if block["title"] == title]
    found: dict[str, dict[str, int]] = {name: {} for name in chart["axis_config"]["categories"]}
    for series in chart["series"]:
        for point in series["data"]:
            found[point["label"]][series["name"]] = point["value"]
    return found


def tabled(drawn: dict[str, Any]) -> dict[str, dict[str, int]]:
    (table,) = blocks(drawn, "data_table") or blocks(drawn, "table")
    heading, *rows = ([cell["text"] for cell in row] for row in table["rows"])
    return {
        row[0]: {name.split()[-1]: int(cell.replace(",", "")) for name, cell in zip(heading[1:], row[1:], strict=True)}
        for row in rows
    }


@pytest.mark.parametrize("digest", [WHOLE, many(40, 12), many(1, 1)], ids=["sample", "forty", "one"])
def test_charts_and_table_have_the_same_numbers_and_both_add_up(digest: Digest):
    drawn = taken(digest, "charts")
    chart, table = charted(drawn, charts.BY_THEME), tabled(drawn)
    assert {name[:19] for name in table} == {name.removesuffix("…")[:19] for name in chart}
    for each, bars in zip(table.values(), chart.values(), strict=True):
        assert {name: count for name, count in each.items() if name != "All"} == bars
        assert each["All"] == sum(bars.values())
    for colour in COLOURS:
        assert sum(each[colour.capitalize()] for each in table.values()) == getattr(digest.counts, colour)


def test_the_table_is_the_same_in_every_way_that_a_workspace_takes():
    assert tabled(taken(WHOLE, "table")) == tabled(taken(WHOLE, "data_table")) == tabled(taken(WHOLE, "charts"))
    said = words(taken(WHOLE, "sections"))
    for name, row in tabled(taken(WHOLE, "table")).items():
        figures = " · ".join(f"{sign} {colour} {row[colour]}" for sign, colour in zip("🔴🟠🟢🔵⚪", row, strict=False))
        assert f"*{name}* {figures} · All {row['All']}" in said


def test_the_nineteen_themes_with_most_red_are_drawn_and_the_rest_as_one():
    digest = many(400, 60)
    chart = charted(taken(digest, "charts"), charts.BY_THEME)
    assert len(chart) == 20
    assert list(chart)[-1] == "Other themes"
    assert sum(sum(row.values()) for row in chart.values()) == 400
    least = min(row["Red"] for name, row in chart.items() if name != "Other themes")
    assert all(row.red <= least for row in digest.themes if row.theme not in chart)
    assert len(tabled(taken(digest, "table"))) == 60


def test_themes_that_begin_alike_have_labels_of_their_own():
    names = charts.labels(["Public protection and a", "Public protection and b", "", "Public protection and c"])
    assert names == ["Public protection a…", "Public protection… 2", "–", "Public protection… 3"]
    assert max(map(len, names)) <= 20


def test_the_burn_up_has_the_points_given_and_ends_on_its_day():
    drawn = charted(taken(WHOLE, "charts"), charts.BURN_UP)
    assert list(drawn)[-1] == "4 Feb 25"
    assert drawn["4 Feb 25"] == {"Planned": 18, "Confirmed": 0}
    assert drawn["3 Dec 24"] == {"Planned": 7, "Confirmed": 0}


def test_more_points_than_a_chart_takes_are_thinned_and_keep_both_ends():
    points = [Burn(date.fromordinal(739_000 + n), n, 0) for n in range(50)]
    kept = charts.thinned(points, 20)
    assert (len(kept), kept[0], kept[-1]) == (20, points[0], points[-1])
    assert charts.thinned(points[:3], 20) == points[:3]


def test_what_is_late_comes_first_then_buttons_and_charts_then_the_week_and_the_table():
    """Leaders look rather than read: a phone shows the count and the worst, and then the pictures."""
    drawn = taken(WHOLE, "charts")["blocks"]
    kinds = [block["type"] for block in drawn]
    at = kinds.index("actions")
    assert set(kinds[:at]) == {"section"}
    assert kinds[at + 1 : at + 3] == ["data_visualization"] * 2
    before, after = (words({"blocks": some}) for some in (drawn[:at], drawn[at + 3 : kinds.index("data_table")]))
    assert all(heading in before for heading in ("*Late*", "*Longest late*", "*Coming in 14 days*"))
    assert all(heading in after for heading in ("*Changed since", "*Waiting*", "*Planned and confirmed*"))
    said = words(taken(WHOLE, "charts"))
    assert said.startswith("*HMP Rochester, week 6: 18 of 26 actions are late, 6 more than last week;")
    assert said.endswith("Digest 14 · as at Tuesday 4 February 2025, 8:30am · fingerprint ab12cd34ef56")


def test_the_lists_that_leaders_open_most_stand_before_the_charts_and_all_others_after():
    first, rest = blocks(taken(WHOLE, "charts"), "actions")
    assert [each["text"]["text"] for each in first["elements"]] == ["18 late", "Changes", "Ask an owner", "As a page"]
    assert [each["text"]["text"] for each in rest["elements"]] == ["All actions"]


def test_what_has_no_room_is_said_to_be_there():
    said = words(taken(many(400, 60, long=LONG["formatting"]), "charts"))
    assert "There is more than a message holds: the buttons open every list." in said
    assert "There is more than" not in words(taken(WHOLE, "charts"))


def test_a_digest_of_no_actions_has_neither_chart_nor_table():
    kinds = {block["type"] for block in taken(a_digest([]), "charts")["blocks"]}
    assert kinds.isdisjoint({"data_visualization", "data_table", "table"})


def test_a_directors_has_a_line_a_prison_that_adds_up():
    drawn = taken(a_group(), "charts")
    assert tabled(drawn)["HMP Rochester"]["Late"] == 18
    assert charted(drawn, charts.BY_PRISON)["HMP Maidstone"]["Green"] == 2
    assert sum(row["All"] for row in tabled(drawn).values()) == a_group().counts.total


def test_more_prisons_than_a_table_shows_are_added_up_in_its_last_line():
    group = a_group([a_prison(f"HMP Prison {n}") for n in range(120)])
    rows = tabled(taken(group, "charts"))
    assert list(rows)[-1] == "81 other prisons"
    assert sum(row["All"] for row in rows.values()) == group.counts.total


def test_the_list_behind_a_number_is_a_table_with_its_five_latest_as_words():
    drawn = taken(a_list(now=((5, "reported"),)), "data_table")
    assert words(drawn).startswith(
        "HMP Rochester, digest 14 of Tuesday 4 February 2025: 18 actions are late.\n*8* Operational"
    )
    assert len(blocks(drawn, "data_table")[0]["rows"]) == 19
    assert "Since then: 5 is reported." in words(drawn)
    assert list(buttons(drawn)) == ["The digest"]


def test_prisoner_numbers_are_masked_in_a_channel():
    digest = many(3, 1, long="A1234BC")
    for face in FACES:
        card = render(digest, face)
        assert "A1234BC" in str(card.blocks)
        assert "A1234BC" not in str(shown_in(CHANNEL, card))


def test_a_brief_says_what_tomorrows_digest_will():
    drafts = tuple(Drafted(f"HMP Prison {n}", "x", date(2024, 12, 3), 26, 18, ("1", "4")) for n in range(40))
    drawn = payload(monday(drafts=drafts), "sections")
    assert problems(drawn) == []
    assert (
        "Tomorrow's digest of HMP Prison 0 will say: 18 of 26 actions late; 2 will be newly red in it: 1 and 4."
        in words(drawn)
    )
