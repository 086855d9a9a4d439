"""Who gets in: the page on this machine, and neither another name nor another site."""

import pytest
from yarl import URL

from tests.workspace.conftest import ANNA, GENERAL

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil.example:80"]
)
@pytest.mark.parametrize("path", ["/", "/page/state", "/control/record", "/api/auth.test"])
async def test_no_other_name_leads_here(http, host, path):
    async with http.get(path, headers={"Host": host}) as response:
        assert response.status == 421
        assert await response.text() == "This workspace answers on this machine only: open it as 127.0.0.1."


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
async def test_this_machine_by_any_of_its_names_does(workspace, http, host):
    port = workspace.url.rpartition(":")[2]
    for called, status in ((f"{host}:{port}", 200), (host, 421), (f"{host}:1", 421), (f"{host}:{port}0", 421)):
        async with http.get("/page/state", headers={"Host": called}) as response:
            assert response.status == status, called


@pytest.mark.parametrize("path", ["/page/say", "/control/clear", "/api/chat.postMessage", "/respond/x"])
@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
async def test_another_site_cannot_make_a_browser_act(http, path, headers):
    async with http.post(path, json={}, headers=headers) as response:
        assert response.status == 403


async def test_its_own_page_can(workspace, http):
    headers = {"Origin": workspace.url, "Sec-Fetch-Site": "same-origin"}
    body = {"as": ANNA, "channel": GENERAL, "text": "hello"}
    async with http.post("/page/say", json=body, headers=headers) as response:
        assert (await response.json())["ok"]


async def test_a_link_to_the_page_may_be_followed_from_anywhere(http):
    async with http.get("/", headers={"Sec-Fetch-Site": "cross-site"}) as response:
        assert response.status != 403


@pytest.mark.parametrize(
    "path", ["/page/..%2Fserver.py", "/page/%2e%2e/server.py", "/page/server.py", "/page/.hidden", "/page/"]
)
async def test_only_the_pages_own_files_are_served(http, path):
    async with http.get(URL(path, encoded=True)) as response:
        assert response.status in (403, 404)


async def test_the_pages_files_come_as_what_they_are(http):
    for path, kinds in (
        ("/", {"text/html"}),
        ("/page/page.css", {"text/css"}),
        ("/page/main.js", {"text/javascript", "application/javascript"}),
    ):
        async with http.get(path) as response:
            assert response.status == 200
            assert response.content_type in kinds


async def test_every_answer_carries_the_page_security_headers(http):
    for path in ("/", "/page/state", "/page/none.js"):
        async with http.get(path) as response:
            policy = response.headers["Content-Security-Policy"].split("; ")
            assert {"default-src 'self'", "frame-ancestors 'none'"} <= {*policy}
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert response.headers["Cache-Control"] == "no-store"
