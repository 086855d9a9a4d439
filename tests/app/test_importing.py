"""`actions import` of a plan printed again, and what people then read of it: in its list, on its card, in the digest."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from app.digesting import of_prison
from app.failing import Unusable
from app.importing import answers_of, import_files
from app.replying import _named
from bot.kinds import told as said
from bot.plain import render
from plans.asking import answer
from plans.chat import Asker
from plans.progress.recounting import told
from plans.progress.showing import card
from plans.progress.turn import Turn
from storage.database import reading, writing
from storage.entries import history
from tests.documents.reissues import (
    BEDS,
    BELLS,
    FIVE,
    MEALS,
    SECOND,
    SHEETS,
    THIRD,
    Row,
    actions,
    bring,
    entries,
    printed,
    say,
)

pytestmark = pytest.mark.mostly_sqlite


def run(
    engine: Engine, folder: Path, capsys: Any, *plans: tuple[Row, ...], code: int = 0, about: str = "", **how: Any
) -> tuple[str, str]:
    """(what is printed, what is said of failure)"""
    files = [folder / f"plan {number}.txt" for number in range(1, len(plans) + 1)]
    for file, rows in zip(files, plans, strict=True):
        file.write_bytes(printed(*rows, about=about))
    assert import_files(engine, files, at=SECOND, **how) == code
    done = capsys.readouterr()
    return done.out, done.err


def test_a_dry_run_shows_what_the_import_then_does_and_saves_nothing(
    engine: Engine, tmp_path: Path, capsys: Any
) -> None:
    bring(engine, *FIVE)
    before = len(entries(engine))
    newer = (BEDS.but(target="October 2025"), *FIVE[1:])

    shown, _ = run(engine, tmp_path, capsys, newer, save=False)
    assert len(entries(engine)) == before
    done, _ = run(engine, tmp_path, capsys, newer)
    assert "1 action would change, 4 would not" in shown
    assert "“June 2025” → “October 2025”" in shown
    assert shown.split("\n\n")[1:] == done.split("\n\n")[1:], "all but whether it is saved"
    assert "saved as exampleton-2025" in done


def test_json_tells_the_differences_beside_the_counts(engine: Engine, tmp_path: Path, capsys: Any) -> None:
    bring(engine, *FIVE)
    printed_, _ = run(engine, tmp_path, capsys, (BEDS.but(target="October 2025"), *FIVE[1:]), as_json=True)
    (plan,) = json.loads(printed_)["plans"]
    assert plan["changes"] == {"added": 0, "changed": 1, "removed": 0, "unchanged": 4}
    (one,) = plan["differences"]
    assert (one["kind"], one["address"], one["was"], one["now"]) == ("date", "1", "June 2025", "October 2025")
    assert (plan["failed"], plan["closes"], plan["questions"]) == ([], [], [])


def test_a_question_is_printed_with_each_answer_as_it_is_typed(engine: Engine, tmp_path: Path, capsys: Any) -> None:
    odd = (BEDS.but(target="31 September 2025"), *FIVE[1:])
    shown, _ = run(engine, tmp_path, capsys, odd, save=False)

    assert "1 question" in shown
    assert shown.rstrip().endswith(
        'Which day is “31 September 2025”? (1)\n    --answer "day:31 september 2025=2025-09-30" (30 September 2025)\n'
        '    --answer "day:31 september 2025=2025-10-01" (1 October 2025)\n'
        '    --answer "day:31 september 2025=none" (No date)\n'
        '    --answer "day:31 september 2025=…" (another day, such as 2025-09-30)'
    )
    run(engine, tmp_path, capsys, odd, answers=answers_of(["day:31 september 2025=2025-10-01"]))
    assert actions(engine)["1"].due == date(2025, 10, 1)


def test_a_day_told_for_a_cell_is_asked_again_only_when_the_cell_is_printed_otherwise(
    engine: Engine, tmp_path: Path, capsys: Any
) -> None:
    odd = (BEDS.but(target="31 September 2025"), *FIVE[1:])
    run(engine, tmp_path, capsys, odd, answers=answers_of(["day:31 september 2025=2025-10-01"]))
    again, _ = run(engine, tmp_path, capsys, odd)
    assert "Which day" not in again
    assert "does not exist" not in again
    assert "nothing changed. exampleton-2025 held all that plan 1.txt prints." in again

    other, _ = run(engine, tmp_path, capsys, (BEDS.but(target="31 November 2025"), *FIVE[1:]), save=False)
    assert "Which day is “31 November 2025”? (1)" in other


def test_that_a_cell_is_no_date_is_asked_once_of_its_plan(engine: Engine, tmp_path: Path, capsys: Any) -> None:
    odd = (BEDS.but(target="31 September 2025"), *FIVE[1:])
    assert "Which day" in run(engine, tmp_path, capsys, odd)[0]
    run(engine, tmp_path, capsys, odd, answers=answers_of(["day:31 september 2025=none"]))
    again, _ = run(engine, tmp_path, capsys, odd)
    assert "Which day" not in again
    assert "does not exist" not in again
    assert actions(engine)["1"].due is None

    told, _ = run(engine, tmp_path, capsys, odd, answers=answers_of(["day:31 september 2025=2025-10-01"]))
    assert "1 Every cell" in told
    assert actions(engine)["1"].due == date(2025, 10, 1)


def test_the_same_file_again_changes_nothing_and_says_so_although_a_check_fails(
    engine: Engine, tmp_path: Path, capsys: Any
) -> None:
    falling = (*FIVE[:4], MEALS.but(ref="9", theme="Food"), BEDS.but(ref="7", text="Hang a bell at every gate."))
    run(engine, tmp_path, capsys, falling, despite=True)
    before = len(entries(engine))
    again, _ = run(engine, tmp_path, capsys, falling)

    assert "nothing changed" in again
    assert "Leads get their list" not in again
    assert len(entries(engine)) == before


def test_an_answer_that_is_no_day_names_the_days(engine: Engine, tmp_path: Path, capsys: Any) -> None:
    odd = (BEDS.but(target="31 September 2025"), *FIVE[1:])
    with pytest.raises(Unusable, match=r"none of its answers, which are: 2025-09-30 \(30 September 2025\), 2025-10-01"):
        run(engine, tmp_path, capsys, odd, answers={"day:31 september 2025": "soonish"})
    assert actions(engine) == {}


def test_a_plan_that_lost_actions_is_saved_only_on_a_persons_word(engine: Engine, tmp_path: Path, capsys: Any) -> None:
    bring(engine, *FIVE)
    _, failed = run(engine, tmp_path, capsys, FIVE[:3], code=1)
    assert "2 actions are no longer printed and are kept as they are: 4, 5" in failed
    assert "Nothing was saved. Look at each with --dry-run; --yes saves all the same." in failed
    assert actions(engine)["4"].gone_at is None

    run(engine, tmp_path, capsys, FIVE[:3], despite=True)
    assert actions(engine)["4"].gone_at == SECOND


def test_a_plan_that_is_only_renumbered_fails_nothing(engine: Engine, tmp_path: Path, capsys: Any) -> None:
    bring(engine, *FIVE)
    run(engine, tmp_path, capsys, tuple(row.but(ref=str(6 - int(row.ref))) for row in reversed(FIVE)))
    assert actions(engine)["5"].text == BEDS.text


def test_each_file_of_one_command_is_read_against_what_stands_after_those_before(
    engine: Engine, tmp_path: Path, capsys: Any
) -> None:
    second = (BEDS.but(target="October 2025"), *FIVE[1:])
    shown, _ = run(engine, tmp_path, capsys, FIVE, second, as_json=True, save=False)
    assert [plan["changes"]["changed"] for plan in json.loads(shown)["plans"]] == [0, 1]
    assert actions(engine) == {}


def test_if_the_last_of_several_files_fails_none_is_saved(engine: Engine, tmp_path: Path, capsys: Any) -> None:
    run(engine, tmp_path, capsys, FIVE, FIVE[:2], code=1)
    assert actions(engine) == {}


def test_what_holds_of_several_files_is_said_once_and_of_none_that_a_later_one_closed(
    engine: Engine, tmp_path: Path, capsys: Any
) -> None:
    files = [tmp_path / "plan.txt", tmp_path / "newer.txt"]
    files[0].write_bytes(
        printed(*FIVE, title="HMP Exampleton Action Plan", about="Inspection: 2 October - 13 October 2023")
    )
    later = [row.but(text=f"Also {row.text} Twice.", target="June 2027") for row in FIVE[:2]]
    files[1].write_bytes(
        printed(*later, title="HMP Exampleton Action Plan", about="Inspection: 6 January - 17 January 2025")
    )
    assert import_files(engine, files, at=SECOND) == 0
    said = capsys.readouterr().out
    assert said.count("An import cannot be taken back.") == 1
    assert said.count("Leads get their list in the next brief.") == 1
    assert "Closed exampleton-2025" in said


# --- where people read of it -----------------------------------------------------------------------------------------


@pytest.fixture
def reissued(engine: Engine) -> Engine:
    """Sheets reported and then dated anew; bells gone, and back."""
    bring(engine, *FIVE)
    say(engine, "2", "report", "reported", "Sheets go out on Mondays.")
    bring(engine, BEDS, SHEETS.but(target="October 2025", owner="Head of Safety"), FIVE[2], FIVE[4], at=SECOND)
    return engine


def story(engine: Engine, ref: str) -> list[str]:
    """The newest last."""
    with reading(engine) as session:
        turn = Turn(session, Asker(), THIRD)
        found = history(session, actions(engine)[ref].id or 0)
        return [said(told(turn, entry), date(2025, 3, 6)) for entry in reversed(found)]


def test_the_story_of_an_action_says_what_its_plan_did_was_and_now(reissued: Engine) -> None:
    assert story(reissued, "2")[-1] == (
        "6 February at 09:00: printed anew in its plan."
        " “Date: July 2025 → October 2025. Owner: Head of Residence → Head of Safety.”"
    )
    assert story(reissued, "4")[-1] == (
        "6 February at 09:00: no longer printed in its plan. “It stays open until somebody says how it stands.”"
    )
    bring(reissued, *FIVE[:2], FIVE[2], BELLS, FIVE[4], at=THIRD)
    assert story(reissued, "4")[-1] == "6 March at 09:00: printed in its plan again."


def test_the_card_of_what_is_gone_says_since_when(reissued: Engine) -> None:
    with reading(reissued) as session:
        shown = card(Turn(session, Asker(), THIRD), actions(reissued)["4"].id)
        assert shown is not None
        assert "No longer printed in its plan since Thursday 6 February 2025." in render(shown)
        assert "No longer printed in its plan" in render(shown.published)


def test_what_is_gone_is_answered_for_under_the_name_it_has_and_never_instead_of_its_successor(engine: Engine) -> None:
    bring(engine, *FIVE)
    bring(engine, BEDS.but(text="Beds that are broken will be listed, and the list read out each Friday."), at=SECOND)

    with writing(engine) as session:
        gone = _named(session, "Exampleton was 1", THIRD)
        assert gone.title.startswith("Every cell")
        assert _named(session, "Exampleton 1", THIRD).title.startswith("Beds that are broken")
        with pytest.raises(Unusable, match="There is no action was 9"):
            _named(session, "Exampleton was 9", THIRD)
        asked = answer(session, "was 1 done on time?", asker=Asker(), on=THIRD.date())
        assert asked.understood["refs"] == ["was 1"]
        asked = answer(session, "was 2 done?", asker=Asker(), on=THIRD.date())
        assert asked.understood["refs"] == ["2"]


def test_the_digest_counts_what_is_gone_as_open_and_tells_the_leaders(reissued: Engine) -> None:
    with reading(reissued) as session:
        found, words = of_prison(session, "Exampleton", date(2025, 2, 11), None)
    assert {(one.address, one.doing) for one in found.changes} == {("2", "changed"), ("4", "gone")}
    assert found.counts.open == 5
    assert "Printed anew in the plan: 2 (from 31 July 2025 to 31 October 2025)." in words
    assert "No longer printed in the plan: 4." in words
