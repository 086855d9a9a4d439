"""Receipts, read-backs and whole actions in Slack: within its limits whatever people wrote, pinging nobody."""

import re
from datetime import UTC, date, datetime
from typing import Any, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.plain import render as plain
from bot.slack.cards import render
from bot.slack.limits import problems
from plans.messages import ActionCard, Changed, Line, Message, Printed, ReadBack, Receipt, Refused, Told, Verb, Waiting
from plans.replies.values import Asks
from plans.rights import Doing
from tests.bot.test_slack_cards import words

PINGS = re.compile(r"<[!@#]|@(here|channel|everyone)\b", re.IGNORECASE)
LINKS = re.compile(r"<https?://[^<>|\s]+\|[^<>|]*>")

unhurried = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

said = words | st.sampled_from(["x" * 3_000, "é <b> & " * 375, "no *chaplain* _yet_ ~ever~ `so`"])
days = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))
doings = st.sampled_from([*get_args(Doing), "blank", "loaded", "what nobody thought of"])
statuses = st.sampled_from(["", "not_started", "in_progress", "blocked", "reported", "done", "sustained", "withdrawn"])
links = st.lists(
    said | st.sampled_from(["https://x.example/a b?c=<d>|e", "http://[", "https://sub.example/" + "p" * 900]),
    max_size=3,
).map(tuple)
changed = st.builds(
    Changed, action=st.integers(1, 99), plan=st.sampled_from(["a", "b"]), prison=said, address=said, title=said, doing=doings,
    as_post=said, for_party=said, from_status=statuses, to_status=statuses, from_due=days, to_due=days, party=said,
    waits_for=said, day=days, words=said, links=links, read=st.lists(st.tuples(said, st.dates()), max_size=2).map(tuple),
)  # fmt: skip
refused = st.builds(
    Refused, st.integers(1, 9), said, said, st.just("rights"), said.map("Only the Governor may: {}".format)
)
verbs = st.lists(st.builds(Verb, st.sampled_from(["send", "undo", "answer", "drop"]), said, said), max_size=30).map(
    tuple
)
lines = st.builds(
    Line, plan=st.sampled_from(["a", "b"]), prison=said, address=said, title=said, owners=st.lists(said, max_size=3).map(tuple),
    due=days, status=statuses.filter(bool), days_late=st.integers(0, 9_999), starts=days,
)  # fmt: skip
waiting = st.builds(
    Waiting, st.sampled_from(["extension", "hand_over"]), st.dates(), by=said, goes_to=said, from_due=days, to_due=days, to=said, words=said
)  # fmt: skip
moments = st.integers(946_684_800, 3_786_825_600).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
told = st.builds(
    Told, seq=st.integers(1, 9), at=moments, doing=doings,
    who=said, as_post=said, for_party=said, channel=st.sampled_from(["slack", "cli", "import", ""]), from_status=statuses,
    to_status=statuses, from_due=days, to_due=days, party=said, day=days, words=st.none() | said, links=links,
    blanked=st.booleans(), undone=st.booleans(),
)  # fmt: skip


def several(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """None, one or forty: a few, repeated."""
    return st.tuples(st.lists(one, max_size=4), st.sampled_from([0, 1, 2, 40])).map(
        lambda drawn: tuple((drawn[0] * 40)[: drawn[1]])
    )


cards = st.builds(
    ActionCard, line=lines, on=st.dates(date(2000, 1, 1), date(2090, 1, 1)), action=st.integers(1, 9), where=said, text=said, theme=said, target=said,
    lead=said, delegate=said, original_due=days, slips=st.integers(0, 9), waiting=several(waiting), waits_for=said,
    evidence=several(said | st.sampled_from(["https://x.example/minutes"])), history=several(told), earlier=st.integers(0, 9),
    private=st.booleans(), verbs=verbs,
)  # fmt: skip
receipts = st.builds(
    Receipt, several(changed), several(refused), st.booleans(), verbs=verbs, card=st.none() | cards
)  # fmt: skip
read_backs = st.builds(
    ReadBack, st.integers(1, 9), several(changed), several(refused), st.none() | st.sampled_from(get_args(Asks)), several(lines),
    st.lists(st.dates(), max_size=3).map(tuple), said, verbs, st.lists(st.builds(Verb, st.just("drop"), said, said), max_size=40).map(tuple),
)  # fmt: skip


printed = st.builds(Printed, said, said, said, said, said, parts=several(st.tuples(said, said, said)), verbs=verbs)


@unhurried
@given(receipts | read_backs | cards | printed)
def test_every_card_is_within_slacks_limits_and_pings_nobody(message: Message):
    card = render(message)
    payload = {"text": card.text, "blocks": card.blocks}

    assert problems(payload) == []
    assert not PINGS.search(LINKS.sub("", str(payload)))
    assert not re.search(r"<https?:", LINKS.sub("", str(payload)))


@unhurried
@given(receipts | read_backs | cards)
def test_every_message_has_plain_words_without_a_mark(message: Message):
    drawn = plain(message)

    assert drawn.strip()
    assert all(letter.isprintable() or letter == "\n" or letter == "\u200b" for letter in drawn)
