"""Slack's limits as we hold them: what they refuse, and where they say the fault lies."""

from typing import Any

import pytest

from bot.slack.limits import problems


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def table(rows: int, columns: int = 2, words: str = "x") -> dict[str, Any]:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": words}] * columns for _ in range(rows)]}


def button(**change: Any) -> dict[str, Any]:
    return {
        "type": "button",
        "action_id": "a",
        "text": {"type": "plain_text", "text": "Go"},
        "value": "v",
        **change,
    }


def actions(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(buttons)}


def data_table(**change: Any) -> dict[str, Any]:
    return {**table(3), "type": "data_table", "caption": "c", **change}


def chart(names: str = "ab", series: int = 2, **change: Any) -> dict[str, Any]:
    data = [{"label": name, "value": 1} for name in names]
    drawn = {
        "type": "bar",
        "series": [{"name": f"s{n}", "data": data} for n in range(series)],
        "axis_config": {"categories": [*names], "x_label": "Theme", "y_label": "Actions"},
    }
    return {"type": "data_visualization", "title": "t", "chart": {**drawn, **change}}


LETTERS = "abcdefghijklmnopqrstu"


@pytest.mark.parametrize(
    "fine",
    [
        chart(LETTERS[:20], 6),
        chart(type="line"),
        section("x" * 3_000),
        table(100, 20),
        data_table(page_size=100),
        actions(button()),
        {"type": "divider"},
    ],
)
def test_what_slack_takes_has_no_problems(fine: dict[str, Any]):
    assert problems({"text": "x", "blocks": [fine]}) == []


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        (section("x" * 3_001), "/blocks/0/text/text"),
        (section(""), "/blocks/0/text/text"),
        (table(101), "/blocks/0/rows"),
        (table(1, 21), "/blocks/0/rows/0"),
        (table(1, 1, ""), "/blocks/0/rows/0/0/text"),
        (table(100, 2, "x" * 51), "/blocks/0/rows"),
        ({**table(1), "caption": "c"}, "/blocks/0/caption"),
        (data_table(rows=table(1)["rows"]), "/blocks/0/rows"),
        (data_table(rows=table(102)["rows"]), "/blocks/0/rows"),
        (data_table(rows=[*table(2)["rows"], []]), "/blocks/0/rows/2"),
        (data_table(page_size=101), "/blocks/0/page_size"),
        (data_table(page_size=0), "/blocks/0/page_size"),
        ({**table(3), "type": "data_table"}, "/blocks/0/caption"),
        (actions(), "/blocks/0/elements"),
        (actions(button(), button()), "/blocks/0"),
        (actions(button(value="x" * 2_001)), "/blocks/0/elements/0/value"),
        (actions(button(text={"type": "plain_text", "text": "x" * 76})), "/blocks/0/elements/0/text/text"),
        ({"type": "chart"}, "/blocks/0/type"),
        (chart(type="pie"), "/blocks/0/chart/type"),
        (chart(series=7), "/blocks/0/chart/series"),
        (chart(LETTERS), "/blocks/0/chart/axis_config/categories"),
        (chart("aa"), "/blocks/0/chart"),
        (chart(axis_config={"categories": ["a"]}), "/blocks/0/chart/series/0"),
        (chart(axis_config={"categories": ["x" * 21, "b"]}), "/blocks/0/chart/axis_config/categories/0"),
        ({**chart(), "title": "x" * 51}, "/blocks/0/title"),
    ],
)
def test_what_slack_refuses_is_pointed_at(wrong: dict[str, Any], pointer: str):
    assert pointer in {problem["pointer"] for problem in problems({"text": "x", "blocks": [wrong]})}


@pytest.mark.parametrize(
    "message",
    [
        {"text": "", "blocks": []},
        {"text": "x" * 4_001, "blocks": []},
        {"text": "x", "blocks": [{"type": "divider"}] * 51},
        {"text": "x", "blocks": [table(1), table(1)]},
        {"text": "x", "blocks": [chart(), chart(), chart()]},
        {"text": "x", "blocks": [section("x" * 3_000)] * 5},
        {"text": "x", "blocks": [{"type": "divider", "block_id": "b"}] * 2},
    ],
)
def test_the_whole_message_has_limits_too(message: dict[str, Any]):
    assert problems(message)
