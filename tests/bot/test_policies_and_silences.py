"""The policy in sentences, and why an action was silent; what a setting may be changed to."""

from dataclasses import replace
from datetime import date, time
from typing import get_args

import pytest

from bot.policies import sentences
from bot.silences import sentence
from plans.policy.changing import Unfit, setting
from plans.policy.settings import DEFAULTS
from plans.policy.values import Silence, Why
from tests.fakes.situations import an_action

TUESDAY = date(2024, 12, 3)


def test_the_policy_says_its_own_numbers() -> None:
    said = " ".join(sentences(DEFAULTS))
    assert "working days at 9am" in said
    assert "raised 5 working days after its date" in said
    assert "after 20 working days to the Executive Director" in said
    assert "late when its plan was loaded, all of this is counted from 10 working days after that" in said
    changed = " ".join(sentences(replace(DEFAULTS, hour=time(8, 30), coming=14, snoozes=1, rung_3_working=1)))
    assert "working days at 8:30am" in changed
    assert "has entered its last 14 days" in changed
    assert "at most, once, and" in changed
    assert "after 1 working day to the Executive" in changed


def test_the_policy_says_when_digests_go() -> None:
    assert "leadership channel each Tuesday at 8:30am, or where that is a bank holiday" in sentences(DEFAULTS)[-1]
    changed = replace(DEFAULTS, digest_day="friday", digest_hour=time(7))
    assert "each Friday at 7am" in sentences(changed)[-1]


@pytest.mark.parametrize("why", get_args(Why))
def test_every_reason_for_silence_is_a_sentence(why: Why) -> None:
    for until in (None, date(2025, 1, 6)):
        said = sentence(Silence(an_action(due=date(2025, 1, 31)), why, until), TUESDAY)
        assert said.endswith(".")
        assert "_" not in said
        assert said.count("6 January") == (until is not None and "6 January 2025" in said)


def test_a_silence_names_its_day() -> None:
    far = Silence(an_action(due=date(2025, 1, 31)), "far_off", date(2025, 1, 6))
    assert sentence(far, TUESDAY) == (
        "It is due on 31 January 2025, and enters its last weeks only later. It is first mentioned on Monday 6 January 2025."
    )
    quiet = Silence(an_action(answered_on=date(2024, 12, 2)), "answered", date(2024, 12, 17))
    assert sentence(quiet, TUESDAY) == (
        "It was answered on Monday 2 December, and is left alone for a while. Next: Tuesday 17 December."
    )


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("coming=14", ("coming", 14)),
        (" still_months = 1 ", ("still_months", 1)),
        ("hour=8:30", ("hour", time(8, 30))),
        ("until=17", ("until", time(17))),
        ("assurance=off", ("assurance", False)),
        ("snoozes=0", ("snoozes", 0)),
        ("digest_day=Wednesday", ("digest_day", "wednesday")),
        ("digest_day=fri", ("digest_day", "friday")),
        ("digest_hour=7", ("digest_hour", time(7))),
    ],
)
def test_a_setting_is_read(words: str, value: tuple[str, object]) -> None:
    assert setting(words) == value


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("coming", "write a name, = and a value"),
        ("comming=14", "no setting called comming"),
        ("coming=0", "whole number from 1 to 90"),
        ("coming=91", "whole number from 1 to 90"),
        ("coming=²", "whole number"),
        ("rung_2_working=-1", "whole number from 1 to 60"),
        ("hour=25:00", "hour of the day"),
        ("assurance=maybe", "on or off"),
        ("digest_day=saturday", "working day, Monday to Friday, not saturday"),
        ("digest_day=2", "working day, Monday to Friday"),
    ],
)
def test_what_will_not_do_is_said(words: str, said: str) -> None:
    with pytest.raises(Unfit, match=said):
        setting(words)
