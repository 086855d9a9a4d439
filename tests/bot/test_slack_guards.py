"""What the open internet may send to /slack/events: each refusal is one plain line, never a 500."""

import pytest

from tests.bot.conftest import NOW, Bot, Start
from tests.fakes.payloads import command, interaction, signed
from workspace.server import Workspace

pytestmark = pytest.mark.anyio


@pytest.fixture
async def bot(start: Start) -> Bot:
    return await start()


@pytest.mark.parametrize("stamp", ["", "abc", "1e9", "-5", "١٢٣", "9" * 40, str(NOW - 301), str(NOW + 301)])
async def test_a_missing_malformed_or_stale_timestamp_is_refused(bot: Bot, stamp: str):
    status, line = await bot.send("text=x", headers={"X-Slack-Request-Timestamp": stamp})

    assert status == 401
    assert _one_plain_line(line)


@pytest.mark.parametrize("signature", ["", "v0=", "v0=" + "0" * 64, "v1=abc", "é"])
async def test_a_wrong_signature_is_refused(bot: Bot, signature: str):
    status, line = await bot.send("text=x", headers={"X-Slack-Signature": signature})

    assert status == 401
    assert _one_plain_line(line)


async def test_another_secret_is_refused(bot: Bot):
    request = signed("text=x", NOW, secret="another")
    async with bot.client.post(f"{bot.url}/slack/events", **request) as response:
        assert response.status == 401


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\xff\xfe\x00", "form"),
        (b"", "form"),
        (b"text=%ff", "form"),
        ("payload=not json", "form"),
        ("payload=[]", "form"),
        ("{broken", "json"),
        ("[1, 2]", "json"),
        ("null", "json"),
        ('"text"', "json"),
        ("[" * 200_000, "json"),
        ('{"team": 5, "event": []}', "json"),
    ],
)
async def test_a_body_that_cannot_be_read_is_refused(bot: Bot, body: str | bytes, kind: str):
    status, line = await bot.send(body, kind)

    assert status == 400
    assert _one_plain_line(line)


@pytest.mark.parametrize(
    "odd",
    [
        {"type": "block_actions", "actions": []},
        {"type": "block_actions", "actions": [{}]},
        {"type": "block_actions", "actions": [{"action_id": 5}], "container": None},
        {"type": "view_submission", "view": {}},
        {"type": "nonsense"},
    ],
)
async def test_a_signed_body_of_an_odd_shape_never_breaks_the_server(bot: Bot, odd: dict[str, object]):
    status, line = await bot.send(interaction(odd))

    assert status < 500
    assert "Traceback" not in str(line)


async def test_a_body_of_more_than_a_megabyte_is_refused(bot: Bot):
    status, line = await bot.send("text=" + "x" * 1_000_001)

    assert status == 413
    assert _one_plain_line(line)


async def test_a_body_that_does_not_say_its_length_is_counted(bot: Bot):
    async def endless():
        for _ in range(40):
            yield b"x" * 50_000

    async with bot.client.post(f"{bot.url}/slack/events", data=endless()) as response:
        assert response.status == 413


async def test_slack_can_verify_the_address(bot: Bot):
    status, answered = await bot.send('{"type": "url_verification", "challenge": "c1"}', "json")

    assert status == 200
    assert "c1" in str(answered)


async def test_a_command_with_a_good_signature_is_let_through(bot: Bot, slack: Workspace):
    request = signed(command(slack, "help"), NOW - 290)
    async with bot.client.post(f"{bot.url}/slack/events", **request) as response:
        assert response.status == 200


def _one_plain_line(text: object) -> bool:
    return isinstance(text, str) and text.endswith(".\n") and text.count("\n") == 1
