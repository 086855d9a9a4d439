"""The endpoints for programs: what was recorded, where the app is, which faults are to come."""

import pytest
from yarl import URL

from tests.workspace.conftest import ANNA, GENERAL, call, reply

pytestmark = pytest.mark.anyio


async def test_the_record_can_be_read_and_cleared_from_outside(workspace, http, odd):
    odd.say(text="here")
    await workspace.people.command(ANNA, GENERAL, "/actions help")
    async with http.post("/control/faults", json={"method": "api.test", "kind": "500", "times": 1}) as response:
        assert (await response.json())["ok"]
    async with http.post("/api/api.test") as response:
        assert response.status == 500
    async with http.get("/control/record") as response:
        record = await response.json()
    assert [each["payload"] for each in record["accepted"]] == [{"text": "here"}]
    assert record["counts"] == {"ack": 1}
    assert [each[0] for each in record["refused"]] == ["api.test"]

    await reply(http, "/control/clear")
    async with http.get("/control/record") as response:
        assert await response.json() == {"accepted": [], "refused": [], "counts": {}}


async def test_the_app_cannot_be_moved_to_what_is_no_address(workspace, http):
    assert (await reply(http, "/control/app", request_url=5))[0] == 400
    assert workspace.team.app.request_url is None


@pytest.mark.parametrize("body", ["{", '{"text": NaN}', '{"text": ' + "[" * 300 + "]" * 300 + "}"])
async def test_what_an_app_answers_is_kept_so_that_it_can_be_read(workspace, http, odd, body):
    odd.say(text=body, content_type="application/json")
    await workspace.people.command(ANNA, GENERAL, "/actions help")

    async with http.get("/control/record") as response:
        assert [each["payload"] for each in (await response.json())["accepted"]] == [{"text": body}]


async def test_an_upload_that_cannot_be_read_is_refused(workspace, http):
    asked = await call(workspace, http, "files.getUploadURLExternal", filename="a.csv", length=4)
    headers = {"Content-Type": "multipart/form-data; boundary=a"}
    async with http.post(URL(asked["upload_url"]).path, data=b"xx", headers=headers) as response:
        assert (response.status, await response.json()) == (400, {"error": "invalid_form_data"})


async def test_the_app_can_be_moved_from_outside(workspace, http, odd):
    workspace.team.app.request_url = None
    await reply(http, "/control/app", request_url=odd.url)
    await workspace.people.command(ANNA, GENERAL, "/actions help")

    assert odd.form()["text"] == "help"


@pytest.mark.parametrize(
    "body",
    [
        "nonsense",
        "[]",
        "{}",
        '{"method": "x"}',
        '{"method": "x", "kind": "boom"}',
        '{"method": "x", "kind": "500", "no": 1}',
        '{"method": ["x"], "kind": "500"}',
        '{"method": "x", "kind": ["500"]}',
        '{"method": "x", "kind": "hang", "seconds": "x"}',
        '{"method": "x", "kind": "ratelimited", "retry_after": "1\\r\\nA: b"}',
        '{"method": "x", "kind": "drop", "times": "2"}',
    ],
)
async def test_a_fault_that_makes_no_sense_is_refused(workspace, http, body):
    async with http.post("/control/faults", data=body, headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400
        assert (await response.json())["error"].endswith(".")
