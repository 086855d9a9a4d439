"""The table of rights itself: what each stance may do to each status, written out by hand from DESIGN sections 2 and 5."""

from typing import get_args

import pytest

from plans.rights import RIGHTS, Case, Doing, Stance, levels, permitted, why_not

LETTERS: dict[str, Doing] = {
    "r": "report", "p": "progress", "b": "block", "P": "postpone", "h": "hand_over", "d": "delegate", "n": "note",
    "s": "sustain", "c": "confirm", "k": "send_back", "o": "reopen", "a": "agree", "x": "decline", "t": "accept",
    "f": "refuse", "l": "leave", "N": "nudge",
}  # fmt: skip

# stance: open, reported, finished, withdrawn; of a live plan, with another date and another lead asked for.
TABLE: dict[Stance, tuple[str, str, str, str]] = {
    "lead":        ("rpbPhdn", "pbdn", "nso", "n"),
    "deputy":      ("rpbPhn",  "pbn",  "nso", "n"),
    "delegate":    ("rpbPhn",  "pbn",  "nso", "n"),
    "liaison":     ("rpbPhn",  "pbn",  "nso", "n"),
    "joint":       ("rpbPn",   "pbn",  "nso", "n"),
    "coordinator": ("rpbPhdnN", "pbdn", "nso", "n"),
    "judge":       ("nN",      "ckn",  "no",  "n"),
    "approver":    ("axn",     "n",    "no",  "n"),
    "receiver":    ("tf",      "",     "",    ""),
    "governor":    ("nN",      "n",    "no",  "n"),
    "above":       ("nN",      "n",    "no",  "n"),
    "assurer":     ("nN",      "n",    "no",  "n"),
}  # fmt: skip

# The same of a closed plan.
CLOSED: dict[Stance, tuple[str, str, str, str]] = {
    "lead":        ("rn",  "n",   "n", "n"),
    "deputy":      ("rn",  "n",   "n", "n"),
    "delegate":    ("rn",  "n",   "n", "n"),
    "liaison":     ("rn",  "n",   "n", "n"),
    "joint":       ("rn",  "n",   "n", "n"),
    "coordinator": ("rnl", "nl",  "n", "n"),
    "judge":       ("n",   "ckn", "n", "n"),
    "approver":    ("n",   "n",   "n", "n"),
    "receiver":    ("",    "",    "",  ""),
    "governor":    ("nl",  "nl",  "n", "n"),
    "above":       ("n",   "n",   "n", "n"),
    "assurer":     ("n",   "n",   "n", "n"),
}  # fmt: skip

COLUMN = {
    "not_started": 0, "in_progress": 0, "blocked": 0, "reported": 1, "done": 2, "sustained": 2, "withdrawn": 3,
}  # fmt: skip
BOTH = frozenset({"extension", "hand_over"})


def doings(letters: str) -> set[Doing]:
    return {LETTERS[letter] for letter in letters}


@pytest.mark.parametrize("status", COLUMN)
@pytest.mark.parametrize("stance", TABLE)
def test_each_stance_may_do_what_the_table_says(stance: Stance, status: str) -> None:
    assert set(permitted(Case(status, waiting=BOTH), [stance])) == doings(TABLE[stance][COLUMN[status]])
    closed = Case(status, live=False, waiting=BOTH)
    assert set(permitted(closed, [stance])) == doings(CLOSED[stance][COLUMN[status]])
    assert permitted(Case(status, live=False, kind="review", waiting=BOTH), [stance]) == ()
    assert permitted(Case(status, waiting=BOTH), []) == ()


def test_the_tables_name_every_stance_and_the_letters_every_doing() -> None:
    assert set(TABLE) == set(CLOSED) == set(get_args(Stance))
    assert set(LETTERS.values()) == set(RIGHTS) == set(get_args(Doing)) - {"undo"}


@pytest.mark.parametrize("status", COLUMN)
def test_nothing_is_decided_that_nobody_asked_for(status: str) -> None:
    everything: list[Stance] = list(TABLE)
    assert not {"agree", "decline", "accept", "refuse"} & set(permitted(Case(status), everything))


def test_what_stands_is_kept_up_while_it_is_in_progress() -> None:
    assert why_not("sustain", Case("in_progress", standing=True), ["lead"]) is None
    assert why_not("sustain", Case("not_started", standing=True), ["lead"]) == "status"
    assert why_not("sustain", Case("in_progress"), ["lead"]) == "status"


@pytest.mark.parametrize(
    ("doing", "status", "why"),
    [
        ("report", "reported", "already"), ("report", "done", "already"), ("confirm", "done", "already"),
        ("confirm", "in_progress", "status"), ("postpone", "reported", "status"), ("leave", "blocked", "live_plan"),
        ("agree", "blocked", "no_request"), ("report", "withdrawn", "status"), ("progress", "done", "status"),
    ],
)  # fmt: skip
def test_why_not_is_said_before_who_may(doing: Doing, status: str, why: str) -> None:
    assert why_not(doing, Case(status), []) == why


@pytest.mark.parametrize(
    ("slips", "kind", "outside", "line", "level"),
    [
        (0, "inspection", False, 3, 1), (1, "inspection", False, 3, 2), (2, "inspection", False, 3, 3),
        (7, "inspection", False, 3, 3), (0, "inspection", False, 2, 1), (1, "inspection", False, 2, 2),
        (2, "inspection", False, 2, 2), (0, "urgent_notification", False, 3, 2),
        (1, "urgent_notification", False, 3, 3), (0, "urgent_notification", False, 2, 2),
        (0, "urgent_notification", False, 1, 1), (0, "inspection", False, 0, 1),
        (0, "urgent_notification", True, 3, 1), (3, "inspection", True, 3, 1),
    ],
)  # fmt: skip
def test_how_high_another_date_goes(slips: int, kind: str, outside: bool, line: int, level: int) -> None:
    assert levels(slips, kind, outside=outside, line=line) == level
