"""Forms as Slack's views: within its limits however many actions they ask about, and clear about what is asked."""

from typing import Literal

import pytest

from bot.slack import forms
from plans.chat import Refill
from plans.messages import Field, Form
from tests.fakes.answers import update_form
from workspace import validation
from workspace.refusals import Refusal


@pytest.mark.parametrize("actions", [0, 1, 30, 33, 40])
def test_a_form_for_a_whole_brief_is_one_view_that_slack_takes(actions: int):
    view = forms.draw(update_form(actions))
    kinds = [block["type"] for block in view["blocks"]]

    try:
        validation.check_view(view, set())
    except Refusal as refusal:
        pytest.fail(str(refusal.more))
    assert kinds.count("input") == min(3 * actions, 100)


def test_a_line_stands_between_one_action_and_the_next_where_there_is_room():
    kinds = [block["type"] for block in forms.draw(update_form(3))["blocks"]]

    assert kinds == ["input"] * 3 + ["divider"] + ["input"] * 3 + ["divider"] + ["input"] * 3


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("", "No prisoner names."),
        ("Where are the minutes?", "Where are the minutes? No prisoner names."),
        ("No prisoner names, please.", "No prisoner names, please."),
        ("w " * 200, "No prisoner names."),
    ],
)
@pytest.mark.parametrize("kind", ["words", "line"])
def test_every_box_for_free_text_says_what_must_not_stand_in_it(kind: Literal["words", "line"], hint: str, said: str):
    (block,) = forms.draw(Form("answer", "t", "s", (Field("words", "Why?", kind, hint=hint),)))["blocks"]

    assert block["hint"]["text"].endswith(said)
    assert len(block["hint"]["text"]) <= 150
    assert block["element"].get("multiline", False) is (kind == "words")
    assert block["element"]["max_length"] == (3_000 if kind == "words" else 500)


def test_what_is_wrong_stands_beside_its_field_and_what_has_none_beside_the_first():
    wrong = {"why": "Say why.", "when": "That is past.", "all": "Choose one."}

    assert forms.errors(Refill(wrong), ("why", "when"))["errors"] == {
        "why": "Say why. Choose one.", "when": "That is past.",
    }  # fmt: skip
