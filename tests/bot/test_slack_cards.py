"""Whatever a plan holds, what we send Slack is within its limits, pings nobody and adds up."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.slack.blocks import buttons
from bot.slack.cards import Card, render, rest
from bot.slack.limits import problems
from bot.slack.marks import fit, literal, pack, unpack
from bot.slack.tables import LADDER, Table
from plans.messages import Asked, Instead, Lack, Line, Listing, Message, Notice, Verb
from tests.fakes.use_case import line, listing, overdue

KINDS: tuple[Table | None, ...] = (None, *LADDER)
PINGS = re.compile(r"<[!@#]|<https?:|@(here|channel|everyone)\b", re.IGNORECASE)

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

BAIT = (
    "<!channel>",
    "<@U1>",
    "<#C1|x>",
    "@here",
    "*bold*",
    "`code`",
    "~a~ _b_",
    "&lt;!here&gt;",
    "<http://x|y>",
)
words = st.one_of(
    st.text(max_size=40),
    st.sampled_from(BAIT),
    st.builds(
        lambda word, n: word * n,
        st.sampled_from([*BAIT, "x", "é ", "\n", "👩‍🚒", "&"]),
        st.integers(0, 3_000),
    ),
)
lines = st.builds(
    Line,
    plan=st.sampled_from(["a-2024", "b-2024"]),
    prison=words,
    address=words,
    title=words,
    owners=st.lists(words, max_size=3).map(tuple),
    due=st.one_of(st.none(), st.dates(date(1, 1, 1))),
    status=words,
    days_late=st.integers(0, 10**6),
    starts=st.one_of(st.none(), st.dates(date(1, 1, 1))),
)
instead = st.builds(
    Instead,
    overdue=st.integers(0, 9),
    next_due=st.lists(lines, max_size=3).map(tuple),
    lack=st.one_of(
        st.none(),
        st.builds(
            Lack, st.sampled_from(["theme", "owner"]), words, st.lists(words, max_size=3).map(tuple), st.booleans()
        ),
    ),
)
verbs = st.builds(Verb, st.sampled_from(["ask", "page", "share"]), label=words, query=words, page=st.integers(1, 10**6))
asked = st.builds(
    Asked,
    prisons=st.lists(words, max_size=3).map(tuple),
    plans=words,
    statuses=st.lists(words, max_size=3).map(tuple),
    filters=st.lists(words, max_size=3).map(tuple),
    read_as=st.lists(st.tuples(words, words), max_size=3).map(tuple),
    window=words,
)


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    """Of 0, 1, 100 and 2,000 actions and sizes between: a few drawn lines, repeated."""
    some = draw(st.lists(lines, max_size=8))
    count = draw(st.sampled_from([0, 1, 5, 6, 99, 100, 101, 2_000])) if some else 0
    many = tuple(replace(some[i % len(some)], address=f"{some[i % len(some)].address}{i}") for i in range(count))
    return Listing(
        asked=draw(asked),
        query=draw(words),
        on=date(2025, 2, 3),
        total=count,
        of=count + draw(st.integers(0, 9)),
        past_reported=draw(st.integers(0, 9)),
        due_soon=draw(st.integers(0, 9)),
        due_soon_by=date(2025, 2, 17),
        lines=many,
        worst=many[:5],
        verbs=tuple(draw(st.lists(verbs, max_size=30))),
        shared=draw(st.booleans()),
        notes=tuple(draw(st.lists(words, max_size=3))),
        instead=draw(instead),
    )


notices = st.builds(
    Notice,
    st.sampled_from(
        [
            "help",
            "unknown_prison",
            "ambiguous",
            "no_such_ref",
            "not_understood",
            "broken",
            "no_plans",
            "plain",
        ]
    ),
    about=st.lists(words, max_size=9).map(tuple),
    known=st.lists(words, max_size=9).map(tuple),
    names=st.lists(words, max_size=150).map(tuple),
    verbs=st.lists(verbs, max_size=30).map(tuple),
    detail=words.filter(str.strip),
    tries=st.lists(words, max_size=3).map(tuple),
)


@unhurried
@given(listings() | notices, st.sampled_from(KINDS))
def test_every_card_is_within_slacks_limits_and_pings_nobody(message: Message, kind: Table | None):
    card = render(message, table=kind)

    assert problems(payload(card)) == []
    assert not PINGS.search(str(payload(card)))


@unhurried
@given(listings().filter(lambda message: message.total > 5), st.sampled_from(LADDER))
def test_every_table_that_follows_is_so_too(message: Listing, kind: Table):
    card = rest(message, kind)

    assert problems(payload(card)) == []
    assert not PINGS.search(str(payload(card)))


@pytest.mark.parametrize("kind", LADDER)
@pytest.mark.parametrize("count", [6, 50, 99])
def test_a_page_of_ordinary_actions_is_shown_whole_in_every_kind_of_table(kind: Table, count: int):
    long = [
        line(n, late=n, title="A title of eighty characters " * 2 + "and a few more words to fill it")
        for n in range(count)
    ]

    assert drawn_rows(render(listing(long), table=kind)) == min(count, 50)


@pytest.mark.parametrize("kind", LADDER)
def test_what_the_limits_leave_out_is_said(kind: Table):
    """By number, so that each can be asked for: no action of a page is out of reach."""
    page = overdue(200)
    card = render(replace(listing(page), lines=tuple(page)), table=kind)
    (missing,) = re.findall(r"Not shown for want of room: ([\d, ]+)\.", str(card.blocks))

    assert [each.address for each in page[drawn_rows(card) :]] == missing.split(", ")


def test_the_summary_and_the_table_add_up():
    card = render(listing(overdue(18)), table="data_table")

    assert "18 of 26" in card.text
    assert drawn_rows(card) == 18


def test_formatting_characters_of_a_plan_are_shown_not_obeyed():
    card = render(listing([line(1, late=2, title="*no* _style_ ~here~ `at` all & <b>")]), table=None)
    (worst,) = [block for block in card.blocks if "Governor" in str(block)]
    text = worst["text"]["text"].replace("\u200b", "")

    assert "*no* _style_ ~here~ `at` all &amp; &lt;b&gt;" in text
    assert "\u200b*no\u200b*" in worst["text"]["text"]


@unhurried
@given(words, st.integers(1, 3_000))
def test_a_cut_never_exceeds_its_length_nor_splits_an_entity(text: str, most: int):
    drawn = fit(text, most, literal)

    assert len(drawn) <= most
    assert not re.search(r"&(?!amp;|lt;|gt;)", drawn)


@unhurried
@given(verbs)
def test_a_verb_survives_its_button_or_has_none(verb: Verb):
    packed = pack(verb)

    assert packed is None or unpack(packed, verb.label) == verb


@pytest.mark.parametrize(
    "value", ["", "?", "[]", "{}", '{"v":"dance","q":"x","p":1}', '{"v":"ask","q":5,"p":1}', "null"]
)
def test_a_value_that_is_not_ours_is_no_verb(value: str):
    assert unpack(value) is None


def payload(card: Card) -> dict[str, Any]:
    return {"text": card.text, "blocks": card.blocks}


def drawn_rows(card: Card) -> int:
    """The actions in a card's table, or in the lines of text that stand for one."""
    for block in card.blocks:
        if "rows" in block:
            return len(block["rows"]) - 1
    texts = [block["text"]["text"] for block in card.blocks[2:] if block["type"] == "section"]
    return sum(text.count("\n") + 1 for text in texts)


DOINGS = ("report", "progress", "block", "confirm", "send_back", "agree", "accept", "reopen")


def test_only_an_answer_that_says_yes_stands_out():
    first = {doing: buttons((Verb("answer", "An answer", f"5 2 {doing}"),))[0]["elements"][0] for doing in DOINGS}
    assert {doing for doing, made in first.items() if "style" in made} == {"report", "confirm", "agree", "accept"}
