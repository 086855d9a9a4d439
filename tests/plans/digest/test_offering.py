"""The buttons under a digest: what each opens is named for the number that it shows."""

from dataclasses import replace

from plans.digest.offering import LABEL, MOST, offered, offered_of_group, reference
from plans.messages import Counts
from tests.digests import a_digest, a_group

FULL = Counts(
    total=400, red=90, amber=80, green=70, blue=60, grey=100, open=300, done=40, sustained=20, withdrawn=40, overdue=80,
    before_live=3, new=6, cleared=2, gone=1, late_before=77, past_reported=4, due_soon=20, blocked=5, reported=9,
    extensions=2, hand_overs=1, slipped=7, no_date=30, printed=8,
)  # fmt: skip


def test_they_stand_in_the_order_in_which_the_digest_says_its_numbers() -> None:
    digest = replace(a_digest(), counts=FULL, id=14)
    assert [verb.label for verb in offered(digest) if verb.name == "behind"][:8] == [
        "80 late", "6 newly late", "2 no longer late", "3 late when loaded", "5 blocked", "9 to confirm",
        "4 past their date, reported", "2 other dates asked for",
    ]  # fmt: skip
    assert [verb.label for verb in offered(digest)][-9:] == [
        "90 red", "80 amber", "70 green", "60 blue", "100 grey", "By theme", "All 400", "Ask an owner", "As a page",
    ]  # fmt: skip


def test_a_number_that_is_nought_has_no_button_and_no_button_is_lost_where_all_have_one() -> None:
    digest = replace(a_digest(), counts=FULL, id=14)
    shown = offered(digest)
    assert len(shown) == MOST + 2 - (not digest.changes)
    assert all(len(verb.label) <= LABEL for verb in shown)
    empty = replace(digest, counts=Counts(), themes=(), changes=())
    assert offered(empty) == ()
    assert not [verb for verb in offered(digest) if verb.label.startswith("0 ")]


def test_one_is_said_as_one() -> None:
    digest = replace(a_digest(), counts=Counts(total=1, red=1, reported=1, past_reported=1, extensions=1, hand_overs=1))
    labels = [verb.label for verb in offered(digest)]
    assert labels[:4] == [
        "1 to confirm", "1 past its date, reported", "1 other date asked for", "1 other lead asked for",
    ]  # fmt: skip


def test_a_frozen_digest_is_named_by_its_row_and_a_draft_by_its_prison_and_day() -> None:
    frozen = replace(a_digest(), id=14, draft=False)
    assert reference(frozen) == "14"
    assert reference(replace(frozen, draft=True, id=0)) == "rochester 2025-02-04"
    assert offered(frozen)[0].query == "14 overdue"
    assert offered(replace(frozen, draft=True))[0].query == "rochester 2025-02-04 overdue"


def test_a_group_opens_each_prisons_own() -> None:
    group = a_group()
    assert [(verb.name, verb.query) for verb in offered_of_group(group)] == [
        ("digest", row.key) for row in group.rows
    ]  # fmt: skip
