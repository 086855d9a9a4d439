"""Block Kit as the workspace enforces it: right things pass, each mistake is refused for its own reason."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.slack.cards import Card, render, rest
from bot.slack.tables import LADDER, sample
from tests.bot.test_slack_cards import KINDS, listings, notices
from tests.workspace.block_kit import (
    FORMS,
    MISTAKES,
    RIGHT,
    TOGETHER,
    actions,
    button,
    in_message,
    modal,
    mrkdwn,
    plain,
    said,
    section,
    table,
)
from workspace.limits import Surface
from workspace.refusals import Refusal
from workspace.validation import check_message, check_view, complete, of_blocks, of_view

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(("surface", "blocks"), RIGHT.values(), ids=RIGHT)
def test_what_is_right_passes_and_once_completed_passes_again(surface: Surface, blocks: list[Any]):
    assert said(of_blocks(blocks, surface, "", set())) == []
    assert said(of_blocks(complete(blocks), surface, "", set())) == []


@pytest.mark.parametrize(("block", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_in_a_block_is_refused_for_its_own_reason(block: Any, expected: list[str]):
    assert in_message(block) == expected


@pytest.mark.parametrize(("blocks", "expected"), TOGETHER.values(), ids=TOGETHER)
def test_so_are_mistakes_of_blocks_together(blocks: list[Any], expected: list[str]):
    assert in_message(*blocks) == expected


@pytest.mark.parametrize(("view", "expected"), FORMS.values(), ids=FORMS)
def test_so_are_mistakes_in_views(view: Any, expected: list[str]):
    assert said(of_view(view, "/view", set())) == expected


def test_a_message_is_refused_in_slacks_format():
    """Documented, and quoted by many: `errors` as they are, `messages` with their level."""
    with pytest.raises(Refusal) as refused:
        check_message([section(text=mrkdwn("x" * 3001))], set())

    told = ["failed to match all allowed schemas", "must be less than 3001 characters"]
    errors = [f"{told[0]} [json-pointer:/blocks/0/text]", f"{told[1]} [json-pointer:/blocks/0/text/text]"]
    assert refused.value.code == "invalid_blocks"
    assert refused.value.more == {
        "errors": errors,
        "response_metadata": {"messages": [f"[ERROR] {each}" for each in errors]},
    }


@pytest.mark.parametrize(
    ("blocks", "code"),
    [
        ([table(), table(kind="data_table")], "invalid_attachments"),
        ([section(text=mrkdwn("x" * 2_900))] * 5, "msg_blocks_too_long"),
        ([table()], None),
        ([section(text=mrkdwn("x" * 2_600))] * 5, None),
    ],
)
def test_one_table_a_message_and_some_13200_characters(blocks: list[Any], code: str | None):
    """Reported by others: `invalid_attachments` saying only_one_table_allowed; msg_blocks_too_long has no figure."""
    if code is None:
        check_message(blocks, set())
        return
    with pytest.raises(Refusal) as refused:
        check_message(blocks, set())
    assert refused.value.code == code
    if code == "invalid_attachments":
        assert refused.value.more["errors"] == ["only_one_table_allowed"]


def test_a_view_of_more_than_250_kb_is_too_large():
    blocks = [section(fields=[plain("x" * 2_000)] * 10)] * 13

    with pytest.raises(Refusal, match="view_too_large"):
        check_view(modal(*blocks), set())


def test_what_this_workspace_does_not_take_is_an_unsupported_type():
    (found,) = of_blocks([section(), table()], "message", "/blocks", {"table"})

    assert (found["pointer"], found["message"]) == ("/blocks/1/type", "unsupported type: table")
    assert found["code"] == "failed_constraint"
    assert found["constraint"]["type"] == "enum"
    assert found["constraint"]["got"] == "table"
    assert "table" not in found["constraint"]["expected"]


def test_completing_adds_what_slack_adds_and_changes_nothing_of_the_apps():
    given = [section(accessory=button()), actions(button(action_id="mine"), block_id="own")]
    before = deepcopy(given)
    (first, second) = complete(given)

    assert given == before
    assert len(first["block_id"]) == 5
    assert first["accessory"]["action_id"]
    assert first["text"] == {"type": "mrkdwn", "text": "a", "verbatim": False}
    assert second["block_id"] == "own"
    assert second["elements"][0] == {
        "type": "button",
        "text": {"type": "plain_text", "text": "a", "emoji": True},
        "action_id": "mine",
    }


@unhurried
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["type", "text", "elements", "blocks", "rows", "title"]),
                inner | st.sampled_from(["section", "actions", "modal", "plain_text", "table"]),
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_nonsense_is_refused_never_a_crash(nonsense: Any):
    list(of_blocks(nonsense, "message", "", set()))
    list(of_view(nonsense, "", set()))


def accepted(card: Card) -> None:
    check_message(card.blocks, set())


@unhurried
@given(listings() | notices, st.sampled_from(KINDS))
def test_every_card_of_the_bots_is_accepted(message: Any, kind: Any):
    accepted(render(message, table=kind))


@unhurried
@given(listings().filter(lambda message: message.total > 5), st.sampled_from(LADDER))
def test_so_is_every_table_that_follows(message: Any, kind: Any):
    accepted(rest(message, kind))


@pytest.mark.parametrize("kind", LADDER)
def test_so_are_the_samples_it_asks_about(kind: Any):
    assert list(of_blocks(sample(kind), "message", "", set())) == []
