"""A file with words beside it: a plan to import, or evidence; and which prison the words name."""

from datetime import date

import pytest

from plans.bringing import is_evidence, prison_in
from plans.prisons import Held

ON = date(2025, 2, 3)


@pytest.mark.parametrize(
    "words",
    [
        "5 done, minutes attached", "evidence for 5", "done, letter attached", "minutes of the meeting",
        "Rochester 5 minutes of the forum", "8 done, the plan is attached",
    ],
)  # fmt: skip
def test_words_that_answer_make_a_file_evidence(words: str):
    assert is_evidence(words, ON)


@pytest.mark.parametrize(
    "words",
    [
        "Rochester", "HMP Rochester", "please import this for Rochester", "new action plan for Rochester attached",
        "here is the plan", "Rochester 2024 plan", "import", "the latest plan, we have completed the review", "as asked",
        "Could you import this plan?", "new version attached", "the corrected file", "use this instead",
    ],
)  # fmt: skip
def test_words_of_a_plan_or_none_that_answer_do_not(words: str):
    assert not is_evidence(words, ON)


@pytest.mark.parametrize(
    ("words", "prison"),
    [
        ("Rochester", "Rochester"),
        ("the new plan for HMP & YOI Isle of Wight, please", "Isle of Wight"),
        ("Please send this on", None),
        ("HMP Send", "Send"),
        ("Rochester or Maidstone", None),
        ("", None),
    ],
)
def test_the_one_prison_that_words_name(words: str, prison: str | None):
    assert prison_in(words, Held()) == prison
