"""How a method is asked: arguments in each form that Slack reads, and nonsense, which is refused and never a crash."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workspace.serving import ANNA, GENERAL, Clock, furnished, served
from workspace.methods import METHODS, Call, answer
from workspace.refusals import Refusal
from workspace.tickets import Tickets

pytestmark = pytest.mark.anyio


async def test_arguments_come_as_json_as_a_form_or_in_the_address():
    """And the token among them, where no header brings it."""
    asks = {"channel": GENERAL, "text": "Hello", "blocks": '[{"type":"divider"}]', "token": "xoxb-workspace"}
    async with served() as stage:
        for request in ({"json": asks}, {"data": asks}, {"params": asks}, {"params": asks, "verb": "GET"}):
            answer = await stage.ask("chat.postMessage", token=None, **request)

            assert answer["message"]["blocks"][0]["type"] == "divider", request
        assert all("token" not in each.payload for each in stage.record.accepted)


async def test_who_is_asked_for_in_json_is_not_heard_where_slack_does_not_listen():
    async with served() as stage:
        assert (await stage.ask("users.info", json={"user": ANNA}))["error"] == "invalid_arguments"
        assert len((await stage.ask("users.list", json={"limit": 1}))["members"]) == 4


@pytest.mark.parametrize(
    ("body", "kind", "error"),
    [
        ("{", "application/json", "invalid_json"),
        ("[1]", "application/json", "invalid_json"),
        ("<a/>", "application/xml", "invalid_json"),
        ("{}", "application/json; charset=zork", "invalid_json"),
        (b'{"text": "\xff"}', "application/json", "invalid_json"),
        ('{"text": "\\ud800"}', "application/json", "invalid_json"),
        ('{"value": NaN}', "application/json", "invalid_json"),
        ('{"value": 1e999}', "application/json", "invalid_json"),
        ("[" * 100_000, "application/json", "invalid_json"),
        ('{"blocks": ' + "[" * 300 + "]" * 300 + "}", "application/json", "invalid_json"),
        ("a=b", "application/x-www-form-urlencoded; charset=zork", "invalid_form_data"),
        (b"a=\xff", "application/x-www-form-urlencoded", "invalid_form_data"),
        ("xx", "multipart/form-data", "invalid_form_data"),
        ("xx", "multipart/form-data; boundary=a", "invalid_form_data"),
        ("--a\r\nzork\r\n\r\nfoo", "multipart/form-data; boundary=a", "invalid_form_data"),
        (
            "--a\r\nContent-Disposition: form-data\r\n\r\nfoo\r\n--a--",
            "multipart/form-data; boundary=a",
            "invalid_form_data",
        ),
    ],
)
async def test_a_body_that_cannot_be_read_is_refused(body: str | bytes, kind: str, error: str):
    """Seen, not documented."""
    async with served() as stage:
        assert (await stage.ask("auth.test", data=body, headers={"Content-Type": kind}))["error"] == error
        assert stage.record.refused == [("auth.test", error, {})]


@pytest.mark.parametrize("value", ["NaN", "-Infinity", "1e999", "[" * 300 + "]" * 300, "[" * 100_000, '"\\ud800"'])
async def test_what_no_other_program_would_read_is_not_taken_in_a_form_either(value: str):
    async with served() as stage:
        note = f'{{"event_type": "a", "event_payload": {{"a": {value}}}}}'
        table = f'[{{"type": "table", "rows": [[{{"type": "raw_number", "value": {value}}}]]}}]'
        asks = {"channel": GENERAL, "text": "a"}
        noted = await stage.ask("chat.postMessage", data=asks | {"metadata": note})
        drawn = await stage.ask("chat.postMessage", data=asks | {"blocks": table})

        assert (noted["error"], drawn["error"]) == ("invalid_metadata_format", "invalid_blocks_format")


ODD = (
    st.none()
    | st.booleans()
    | st.integers(-1, 10**12)
    | st.sampled_from(["", "x", "1.2", GENERAL, ANNA, "F1", "1733130000.000000"])
)
ODDLY = st.recursive(
    ODD,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["type", "id", "text", "blocks"]), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = [
    "channel",
    "text",
    "blocks",
    "attachments",
    "metadata",
    "ts",
    "thread_ts",
    "message_ts",
    "user",
    "users",
    "view",
    "view_id",
    "user_id",
    "trigger_id",
    "external_id",
    "hash",
    "files",
    "file",
    "filename",
    "length",
    "channel_id",
    "cursor",
    "limit",
    "oldest",
    "types",
    "email",
    "message",
    "error",
]


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(sorted(METHODS)), st.dictionaries(st.sampled_from(NAMES), ODDLY, max_size=6))
def test_nonsense_is_refused_never_a_crash(method: str, arguments: dict[str, Any]):
    clock = Clock()
    call = Call(furnished(clock), Tickets(clock, lambda: ""), "", arguments)
    required = {name: arguments.get(name) or GENERAL for name in METHODS[method].required}
    token = "xapp-workspace" if METHODS[method].who == "app" else "xoxb-workspace"
    with suppress(Refusal):
        assert isinstance(answer(method, token, replace(call, arguments={**arguments, **required})), dict)
