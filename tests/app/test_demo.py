"""The demonstration as a process: the real bot behind its page, on the sample or on plans of one's own."""

import json
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.fakes.starting import COLD, program


@contextmanager
def demonstration(
    *arguments: str, folder: Path, start: Sequence[str] = ()
) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """The process, the address of its page, and what it said until then."""
    command = [*(start or program()), "demo", "--port", "0", *arguments]
    env = {**os.environ, "TMPDIR": str(folder)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout
        told = ""
        for line in process.stdout:
            told += line
            if found := re.search(r"http://[\d.:]+\d", line):
                break
        else:
            pytest.fail(f"it ended before it opened: {told}")
        try:
            yield process, found[0], told
        finally:
            process.terminate()


def state(address: str) -> dict[str, Any]:
    with urlopen(f"{address}/page/state") as answer:
        return dict(json.load(answer))


def ask(address: str, text: str, who: str = "U0GOVERNOR") -> str:
    """What the bot answers in the channel, seen by the one who asks."""
    said = {"as": who, "channel": "C0ACTIONPLAN", "text": text}
    request = Request(f"{address}/page/say", json.dumps(said).encode(), {"Content-Type": "application/json"})
    with urlopen(request) as answer:
        assert json.load(answer)["ok"]
    with urlopen(f"{address}/page/conversation/C0ACTIONPLAN?as={who}") as answer:
        return str(json.load(answer)["messages"][-1]["text"])


def test_it_opens_on_a_monday_with_the_sample_plan_and_answers(tmp_path: Path) -> None:
    with demonstration(folder=tmp_path, start=COLD) as (_, address, told):
        assert "26 actions" in told
        assert state(address)["calendar"]["label"] == "Monday 2 December 2024, 9am"
        assert "7 of 26 actions are overdue" in ask(address, "/actions Rochester overdue")
        assert "/actions Rochester overdue" in state(address)["hints"]


def test_mine_is_of_the_post_one_acts_as(tmp_path: Path) -> None:
    with demonstration("--on", "2025-02-03", folder=tmp_path) as (_, address, _told):
        assert "5 of" in ask(address, "/actions mine overdue", "U0DIRECTOR")
        assert "2 of" in ask(address, "/actions mine overdue", "U0GFSL")


def test_on_a_tuesday_the_weeks_digest_is_in_the_leaders_channel_once(tmp_path: Path) -> None:
    with demonstration("--on", "2025-02-04", folder=tmp_path) as (_, address, _told):
        with urlopen(f"{address}/page/conversation/C0LEADERSHIP?as=U0GOVERNOR") as answer:
            (digest,) = json.load(answer)["messages"]
        assert "18 of 26" in digest["text"]
        with urlopen(f"{address}/page/conversation/C0ACTIONPLAN?as=U0GOVERNOR") as answer:
            assert json.load(answer)["messages"] == []


def test_mine_is_of_the_prison_one_works_at(tmp_path: Path, plans_dir: Path) -> None:
    names = ("rochester-un-2024.txt", "chelmsford-un-2021.txt", "maidstone-2023.txt")
    plans = [str(plans_dir / name) for name in names]
    with demonstration(*plans, "--on", "2025-02-03", folder=tmp_path) as (_, address, _told):
        home = state(address)["me"]["title"]
        answer = ask(address, "/actions mine")
    assert answer.startswith(home)
    others = {"HMP Rochester", "HMP Chelmsford", "HMP Maidstone"} - {home}
    assert not any(other in answer for other in others)


def test_plans_of_ones_own_take_the_place_of_the_sample(tmp_path: Path, plans_dir: Path) -> None:
    with demonstration(str(plans_dir / "maidstone-2023.txt"), folder=tmp_path) as (_, address, _told):
        assert "no plan for HMP Rochester" in ask(address, "/actions Rochester")
        assert "HMP Maidstone" in ask(address, "/actions Maidstone")
        opened = state(address)
        assert opened["team"]["name"] == "HMP Maidstone"
        assert opened["me"]["title"] == "HMP Maidstone"
        assert not any("Rochester" in hint for hint in opened["hints"])


def test_ctrl_c_ends_it_quietly_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with demonstration(folder=tmp_path, start=COLD) as (process, _, _told):
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=20)
        assert (process.returncode, complaints) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_stopped_before_it_opens_it_leaves_nothing_behind_either(tmp_path: Path) -> None:
    command = [*COLD, "demo", "--port", "0"]
    env = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env) as process:
        deadline = time.monotonic() + 20
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.005)
        process.send_signal(signal.SIGTERM)
        told, complaints = process.communicate(timeout=20)

    assert (process.returncode, complaints, "open" in told) == (0, "", False)
    assert list(tmp_path.iterdir()) == []


def test_the_last_port_has_none_after_it() -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", 65_535))
            taken.listen()
        except OSError:
            pass  # somebody else has it: as good
        command = [*program(), "demo", "--port", "65535"]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert ended.stderr == "Port 65535 cannot be used: Address already in use. Try: actions demo --port 0\n"


def test_a_port_that_is_taken_is_named_with_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [*program(), "demo", "--port", str(port)]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert ended.returncode == 1
    assert ended.stderr == f"Port {port} cannot be used: Address already in use. Try: actions demo --port {port + 1}\n"


def test_a_file_that_cannot_be_read_is_named_and_nothing_opens(tmp_path: Path) -> None:
    command = [*program(), "demo", str(tmp_path / "nowhere.txt")]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert ended.returncode == 2
    assert "nowhere.txt" in ended.stderr
