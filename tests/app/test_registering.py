"""`actions posts`: the register by the command line, and that questions are answered as if it were not there."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from app.failing import Unusable
from app.holding import list_posts
from app.registering import import_posts
from plans import asking
from plans.chat import Asker
from plans.messages import Message
from storage.database import writing
from storage.prepared import snapshot
from tests.storage.rows import a_plan, an_action

pytestmark = pytest.mark.mostly_sqlite

HEAD = "prison,post,person,email,from,until,deputy_email,role,liaison_for\n"
GOOD = (
    HEAD + "Rochester,Governor,A. Sample,a@x.example,2024-09-01,2024-10-31,,,\n"
    "Rochester,Governor,B. Sample,b@x.example,2024-11-01,,c@x.example,coordinator,GFSL\n"
    "Bedford,Head of Dragons,,,,,,,\n,,D. Sample,d@x.example,,,,assurer,\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "posts.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _a_plan(engine: Engine) -> None:
    with writing(engine) as session:
        an_action(session, a_plan(session), owners=["Governor"], theme="Safety", due=date(2025, 1, 1))


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_register_is_taken_and_listed(engine: Engine, file: Path, capsys):
    import_posts(engine, file, as_json=True)
    told = printed(capsys)
    assert (told["saved"], told["lines"], told["changes"]["unchanged"]) == (True, 4, 0)
    list_posts(engine, "Rochester", on=None, as_json=True)
    first, second, deputy, everywhere = printed(capsys)["posts"]
    assert second == {
        "prison": "HMP Rochester", "post": "Governor", "person": "B. Sample", "email": "b@x.example",
        "capacity": "holder", "from": "2024-11-01", "until": None, "away_until": None, "role": "coordinator",
        "liaison_for": "Gov Facilities Services Ltd", "group": None, "account": None,
    }  # fmt: skip
    assert (first["person"], first["until"]) == ("A. Sample", "2024-10-31")
    assert (deputy["person"], deputy["capacity"]) == ("c@x.example", "deputy")
    assert (everywhere["prison"], everywhere["post"], everywhere["role"]) == (None, None, "assurer")


def test_on_a_day_only_who_holds_it_then_is_listed(engine: Engine, file: Path, capsys):
    import_posts(engine, file)
    capsys.readouterr()
    list_posts(engine, "rochester", on=date(2024, 10, 31))
    told = capsys.readouterr().out
    assert "HMP Rochester: Governor, A. Sample, from 1 September 2024, until 31 October 2024" in told
    assert "B. Sample" not in told


def test_again_it_says_that_nothing_changed(engine: Engine, file: Path, capsys):
    import_posts(engine, file)
    capsys.readouterr()
    import_posts(engine, file)
    assert "Nothing changed" in capsys.readouterr().out


def test_a_dry_run_keeps_nothing(engine: Engine, file: Path, capsys):
    import_posts(engine, file, save=False)
    assert "Nothing was saved" in capsys.readouterr().out
    list_posts(engine, None, on=None, as_json=True)
    assert printed(capsys) == {"posts": []}


def test_a_bad_line_keeps_all_out(engine: Engine, file: Path, capsys):
    file.write_text(GOOD + "Rochestor,Governor,A,,,,,,\n")
    with pytest.raises(Unusable, match="line 6, prison: I know no prison “Rochestor”; did you mean Rochester"):
        import_posts(engine, file)
    list_posts(engine, None, on=None, as_json=True)
    assert printed(capsys) == {"posts": []}


def test_a_prison_that_is_not_held_is_no_list(engine: Engine, file: Path):
    with pytest.raises(Unusable, match="Did you mean Rochester"):
        list_posts(engine, "Rochestor", on=None)
    with pytest.raises(Unusable, match="I hold nothing of a prison “Leeds”"):
        list_posts(engine, "Leeds", on=None)


@pytest.mark.parametrize(
    "text",
    ["Bedford overdue", "head of dragons", "dragons", "gfsl overdue", "owner Head of Dragons", "Governor", "mine"],
)
def test_questions_are_answered_as_if_the_register_were_not_there(engine: Engine, file: Path, text: str):
    """A post that no plan names, and a prison without a plan, are no words of a question."""

    def said() -> Message:
        with snapshot(engine) as view:
            return asking.reply(view, text, asker=Asker(post="Governor"), on=date(2025, 2, 3))

    before = said()
    import_posts(engine, file)
    assert said() == before
