"""`actions channels`: a channel is found, proved by a post and only then saved; whatever is wrong is one sentence."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from app.cli import cli
from app.failing import told
from app.wiring import database, settings
from storage.channels import channels
from storage.database import open_engine, reading, writing
from tests.fakes.small_slack import BOT_TOKEN
from tests.storage.rows import a_plan
from workspace.faults import Fault
from workspace.server import Workspace
from workspace.team import App, Conversation, Team

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def slack() -> Iterator[Workspace]:
    """On a loop of its own: the commands have theirs."""
    team = Team(time.time, app=App(bot_token=BOT_TOKEN))
    everyone = {*team.people}
    team.add(
        Conversation("C0LEADERS", "leadership", members=everyone),
        Conversation("C0PRIVATE", "senior-team", "private", members=everyone),
        Conversation("C0OTHERS", "others", members=set()),
        Conversation("C0OLD", "old", members=everyone, archived=True),
    )
    opened, loop = Workspace(team), asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()
    asyncio.run_coroutine_threadsafe(opened.start(), loop).result(10)
    yield opened
    asyncio.run_coroutine_threadsafe(opened.stop(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture
def run(
    slack: Workspace, migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> Iterator[Run]:
    path = tmp_path / "actions.db"
    path.write_bytes(migrated_file.read_bytes())
    monkeypatch.setenv("ACTIONS_DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.setenv("SLACK_BOT_TOKEN", BOT_TOKEN)
    monkeypatch.setenv("SLACK_API_URL", slack.api_url)
    settings.cache_clear()
    database.cache_clear()
    engine = open_engine(f"sqlite:///{path}")
    with writing(engine) as session:
        a_plan(session)
        a_plan(session, "maidstone-2023")
    engine.dispose()

    def ran(*arguments: str) -> tuple[int, str, str]:
        settings.cache_clear()
        code = told(lambda: cli(["channels", *arguments], standalone_mode=False))
        said = capsys.readouterr()
        return code, said.out, said.err

    yield ran
    database().dispose()
    settings.cache_clear()
    database.cache_clear()


def posted(slack: Workspace) -> list[tuple[str, str]]:
    return [(each["channel"], each["text"]) for each in slack.record.of("chat.postMessage")]


@pytest.mark.parametrize("words", ["leadership", "#leadership", "C0LEADERS"])
def test_a_channel_is_added_by_name_or_id_and_a_post_proves_it(run: Run, slack: Workspace, words: str) -> None:
    code, out, err = run("add", "Rochester", words, "--for", "digest")

    assert (code, err) == (0, "")
    assert out == "#leadership gets HMP Rochester's weekly digest: a post there says so.\n"
    ((channel, said),) = posted(slack)
    assert channel == "C0LEADERS"
    assert said.startswith("This channel gets HMP Rochester's weekly digest, each Tuesday at 8:30am, the next on ")


def test_adding_it_again_changes_nothing(run: Run, slack: Workspace) -> None:
    run("add", "Rochester", "leadership", "--for", "digest")
    code, out, _ = run("add", "Rochester", "#leadership", "--for", "digest")

    assert (code, out) == (0, "#leadership gets HMP Rochester's weekly digest already.\n")
    assert len(posted(slack)) == 1


def test_several_channels_a_prison_and_several_prisons_a_channel(run: Run) -> None:
    for prison, channel, purpose in (
        ("Rochester", "leadership", "digest"), ("Rochester", "senior-team", "digest"),
        ("Maidstone", "leadership", "digest"), ("Rochester", "leadership", "coordinator"),
    ):  # fmt: skip
        assert run("add", prison, channel, "--for", purpose)[0] == 0
    code, out, _ = run("list", "--json")

    held = json.loads(out)["channels"]
    assert code == 0
    assert [(one["prison"], one["channel"], one["for"], one["active"], one["why"]) for one in held] == [
        ("HMP Maidstone", "leadership", "digest", True, None),
        ("HMP Rochester", "leadership", "digest", True, None),
        ("HMP Rochester", "senior-team", "digest", True, None),
        ("HMP Rochester", "leadership", "coordinator", True, None),
    ]


def test_a_channel_is_removed_for_all_it_got_or_for_one_purpose(run: Run) -> None:
    for purpose in ("digest", "coordinator"):
        run("add", "Rochester", "leadership", "--for", purpose)
    assert run("remove", "Rochester", "leadership", "--for", "coordinator")[1] == (
        "#leadership does not get HMP Rochester's notices for the coordinator any more.\n"
    )
    assert run("list")[1] == "#leadership gets HMP Rochester's weekly digest.\n"
    assert run("remove", "Rochester", "C0LEADERS")[0] == 0
    assert run("list")[1] == "No channel gets anything yet: actions channels add PRISON CHANNEL --for digest\n"
    code, _, err = run("remove", "Rochester", "leadership")
    assert (code, err) == (2, "HMP Rochester has no channel #leadership.\n")
    assert run("add", "Rochester", "leadership", "--for", "digest")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("Rochester", "nowhere", "--for", "digest"), "I can see no channel #nowhere."),
        (("Rochester", "C0NOWHERE", "--for", "digest"), "I can see no channel #C0NOWHERE."),
        (("Rochester", "others", "--for", "digest"), "I am not in #others. Type /invite there"),
        (("Rochester", "old", "--for", "digest"), "#old is archived"),
        (("Rochester", "leadership", "--for", "fun"), "--for is digest or coordinator, not fun."),
        (("Nowhere", "leadership", "--for", "digest"), "“Nowhere”."),
    ],
)
def test_what_will_not_do_is_said_and_nothing_is_saved(
    run: Run, slack: Workspace, arguments: tuple[str, ...], sentence: str
) -> None:
    code, out, err = run("add", *arguments)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert sentence in err
    assert posted(slack) == []
    with reading(database()) as session:
        assert channels(session) == []


def test_without_a_token_it_says_where_one_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SLACK_BOT_TOKEN")
    code, _, err = run("add", "Rochester", "leadership", "--for", "digest")
    assert (code, err) == (2, "SLACK_BOT_TOKEN is not set: .env.example says where Slack shows it.\n")


@pytest.mark.parametrize("trouble", [Fault("error", "restricted_action"), Fault("500"), Fault("accept_and_drop")])
def test_a_channel_that_was_not_surely_posted_to_is_not_saved(run: Run, slack: Workspace, trouble: Fault) -> None:
    slack.faults.plan("chat.postMessage", trouble)
    code, out, err = run("add", "Rochester", "leadership", "--for", "digest")

    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "#leadership" in err
    with reading(database()) as session:
        assert channels(session) == []
