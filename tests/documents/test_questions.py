"""What an import asks, and what becomes of the answers. Plans made up here; the parties are known, unknown or misspelt."""

import json
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from app.failing import Unusable
from app.importing import answers_of, import_files
from documents.draft import PlanDraft
from documents.intake import File, load
from documents.questions import answered, learnt, questions_of
from documents.reading import read_document
from documents.remembering import as_told, remember
from plans.asking import answer
from plans.chat import Asker
from storage.database import reading, writing
from storage.models import Action, ActionOwner, Entry, Owner, OwnerName, Plan
from storage.told_cells import told_cells
from tests.conftest import FIVE

pytestmark = pytest.mark.mostly_sqlite

NOON = datetime(2025, 2, 3, 12, tzinfo=UTC)
HEADER = "#\tActions\tOwner\tTarget date"
Row = tuple[str, str]


def plan(*rows: Row, title: str = "Action plan: HMP Exampleton", words: str = "Mend the gate.") -> PlanDraft:
    lines = [f"{at}\t{words}\t{owner}\t{target}" for at, (owner, target) in enumerate(rows, 1)]
    return read_document("\n".join([title, "", HEADER, *lines]).encode(), "plan.txt", today=date(2025, 2, 3))


def asked(draft: PlanDraft) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.key, one.about, tuple(value for value, _ in one.choices)) for one in questions_of(draft, {})]


def owners(draft: PlanDraft) -> list[list[str]]:
    return [action.owners for action in draft.actions]


@pytest.mark.parametrize("name", FIVE)
def test_the_published_plans_ask_nothing(name: str, plans_dir: Path) -> None:
    draft = read_document((plans_dir / f"{name}.txt").read_bytes(), name, today=date(2026, 1, 1))

    assert questions_of(draft, {}) == ()


def test_a_plan_that_names_no_prison_asks_which_first() -> None:
    draft = plan(("XQZ", "May 2025"), title="Action plan")

    assert [one.key for one in questions_of(draft, {})] == ["prison", "owner:xqz"]
    assert answered(draft, {"prison": "HMP Rochester"}, {}).prison == "Rochester"
    assert answered(draft, {"prison": "rochester"}, {}).prison == "Rochester"
    assert answered(draft, {"prison": " "}, {}).prison == ""


def test_a_prison_typed_with_a_slip_or_known_to_no_list_fails_a_check() -> None:
    draft = plan(("Governor", "May 2025"), title="Action plan")

    assert answered(draft, {"prison": "rochester"}, {}).failed == []
    assert answered(draft, {"prison": "Rochestr"}, {}).failed == ["I know no prison “Rochestr”: is it Rochester?"]
    assert answered(draft, {"prison": "Nowhere"}, {}).failed == []
    assert draft.failed == []


def test_a_document_that_names_its_prison_is_not_told_another() -> None:
    assert answered(plan(("Governor", "May 2025")), {"prison": "Rochester"}, {}).prison == "Exampleton"


# --- who --------------------------------------------------------------------------------------------------------------


def test_letters_that_no_table_knows_are_asked_about_once_for_all_their_actions() -> None:
    draft = plan(("XQZ", "May 2025"), ("Governor", "May 2025"), ("Governor, XQZ", "June 2025"))

    (question,) = questions_of(draft, {})
    assert (question.kind, question.about, question.addresses, question.free) == ("owner", "XQZ", ("1", "3"), True)
    assert question.choices == (("XQZ", "A party of its own"),)


def test_letters_that_a_table_knows_are_not_asked_about() -> None:
    assert asked(plan(("TUBU", "May 2025"), ("ORRU", "May 2025"), ("GFSL", "May 2025"))) == []


def test_what_the_document_writes_out_is_the_likeliest() -> None:
    draft = plan(("XQZ", "May 2025"), words="Work with the Xenial Quality Zone (XQZ) on gates.")

    assert asked(draft) == [("owner:xqz", "XQZ", ("Xenial Quality Zone", "XQZ"))]


def test_a_name_with_the_same_first_letters_is_likely() -> None:
    draft = plan(("XQS", "May 2025"), ("Xenial Quality Service", "May 2025"))

    assert asked(draft) == [("owner:xqs", "XQS", ("Xenial Quality Service", "XQS"))]


def test_a_misspelt_name_is_likely_the_one_it_is_spelt_like() -> None:
    ((key, about, choices),) = asked(plan(("Oxlaes", "May 2025"), ("Oxleas", "June 2025")))

    assert (key, about) == ("owner:oxlaes", "Oxlaes")
    assert choices == ("Oxleas", "Oxlaes")


def test_an_answer_names_the_party_and_keeps_the_printed_cell() -> None:
    draft = plan(("XQZ", "May 2025"), ("Governor, XQZ", "June 2025"))
    told = answered(draft, {"owner:xqz": "Xenial Quality Zone"}, {})

    assert owners(told) == [["Xenial Quality Zone"], ["Governor", "Xenial Quality Zone"]]
    assert [action.owner_cell for action in told.actions] == ["XQZ", "Governor, XQZ"]
    assert [action.flags for action in told.actions] == [[], []]
    assert questions_of(told, {}) == ()
    assert owners(draft) == [["XQZ"], ["Governor", "XQZ"]]  # the draft given is left as it was


def test_a_party_of_its_own_is_an_answer_too() -> None:
    draft = plan(("XQZ", "May 2025"))
    told = answered(draft, {"owner:xqz": "XQZ"}, {})

    assert owners(told) == [["XQZ"]]
    assert questions_of(told, {}) == ()


def test_a_typed_answer_may_name_several() -> None:
    told = answered(plan(("XQZ", "May 2025")), {"owner:xqz": "Governor;  Head of   Safety"}, {})

    assert owners(told) == [["Governor", "Head of Safety"]]


def test_an_answer_to_what_is_not_asked_changes_nothing() -> None:
    draft = plan(("Governor", "May 2025"))

    assert answered(draft, {"owner:xqz": "Nobody", "split:a": "b", "day:x": "2025-01-01", "": ""}, {}) == draft


def test_a_known_post_and_a_stranger_are_asked_about_together() -> None:
    draft = plan(("Governor and Xyzzy", "May 2025"))

    (question,) = questions_of(draft, {})
    assert (question.key, question.kind) == ("split:governor and xyzzy", "split")
    assert [value for value, _ in question.choices] == ["Governor; Xyzzy", "Governor and Xyzzy"]

    several = answered(draft, {question.key: "Governor; Xyzzy"}, {})
    assert owners(several) == [["Governor", "Xyzzy"]]
    assert [one.key for one in questions_of(several, {})] == ["owner:xyzzy"]

    both = answered(draft, {question.key: "Governor; Xyzzy", "owner:xyzzy": "Oxleas"}, {})
    assert owners(both) == [["Governor", "Oxleas"]]
    assert questions_of(both, {}) == ()

    one = answered(draft, {question.key: "Governor and Xyzzy"}, {})
    assert owners(one) == [["Governor and Xyzzy"]]
    assert questions_of(one, {}) == ()


def test_what_was_told_before_is_not_asked_again() -> None:
    draft = plan(("XQZ", "May 2025"), ("Governor  and xyzzy", "May 2025"))
    told = {"xqz": ["Xenial Quality Zone"], "governor and xyzzy": ["Governor", "Xyzzy Ltd"]}

    assert questions_of(draft, told) == ()
    assert owners(answered(draft, {}, told)) == [["Xenial Quality Zone"], ["Governor", "Xyzzy Ltd"]]


def test_answers_are_learnt_as_printed() -> None:
    draft = plan(("XQZ", "May 2025"), ("Governor and Xyzzy", "May 2025"))
    answers = {"owner:xqz": "Oxleas", "split:governor and xyzzy": "Governor; Xyzzy", "owner:xyzzy": "Xyzzy"}

    assert learnt(draft, answers) == {
        "XQZ": ["Oxleas"],
        "Governor and Xyzzy": ["Governor", "Xyzzy"],
        "Xyzzy": ["Xyzzy"],
    }


# --- when -------------------------------------------------------------------------------------------------------------


def test_a_day_that_does_not_exist_is_asked_about_with_the_days_beside_it() -> None:
    draft = plan(("Governor", "31 September 2025"), ("Oxleas", "31 September 2025"))

    (question,) = questions_of(draft, {})
    assert (question.key, question.kind, question.addresses) == ("day:31 september 2025", "day", ("1", "2"))
    assert question.choices == (
        ("2025-09-30", "30 September 2025"),
        ("2025-10-01", "1 October 2025"),
        ("none", "No date"),
    )


Due = date | None


@pytest.mark.parametrize(
    ("said", "due"), [("2025-09-30", date(2025, 9, 30)), ("3 October 2025", date(2025, 10, 3)), ("none", None)]
)
def test_the_day_told_is_due_and_the_cell_stays_as_printed(said: str, due: Due) -> None:
    told = answered(plan(("Governor", "31 September 2025")), {"day:31 september 2025": said}, {})

    assert (told.actions[0].target.due, told.actions[0].target.printed) == (due, "31 September 2025")
    assert told.actions[0].flags == []
    assert questions_of(told, {}) == ()


def test_a_day_that_cannot_be_read_either_tells_nothing() -> None:
    draft = plan(("Governor", "31 September 2025"))

    assert answered(draft, {"day:31 september 2025": "soon"}, {}) == draft


# --- kept -------------------------------------------------------------------------------------------------------------


def saved(session: Session, draft: PlanDraft, name: str) -> None:
    load(session, draft, File(name, sha256(name.encode()).hexdigest()), at=NOON)


def test_two_printed_forms_of_one_party_are_one_owner(engine: Engine) -> None:
    draft = plan(("XQZ", "May 2025"), ("Xenial Quality Unit", "June 2025"))
    answers = {"owner:xqz": "Xenial Quality Unit"}
    with writing(engine) as session:
        told = as_told(session, draft, answers)
        remember(session, draft, answers, by="A. Sample", at=NOON)
        saved(session, told, "first.txt")

    with reading(engine) as session:
        names = {row.printed: row.owner_id for row in session.exec(select(OwnerName))}
        assert names["XQZ"] == names["Xenial Quality Unit"]
        assert [row.name for row in session.exec(select(Owner))] == ["Xenial Quality Unit"]
        assert told_cells(session) == {"xqz": ["Xenial Quality Unit"]}
        assert len(answer(session, "exampleton xqz", asker=Asker(), on=date(2025, 2, 3)).rows) == 2


def test_the_next_plan_that_prints_it_is_not_asked(engine: Engine) -> None:
    with writing(engine) as session:
        remember(session, plan(("XQZ", "May 2025")), {"owner:xqz": "Oxleas"}, by="A. Sample", at=NOON)

    with reading(engine) as session:
        later = plan(("xqz", "July 2026"), title="Action plan: HMP Otherton")
        assert owners(as_told(session, later, {})) == [["Oxleas"]]


def test_what_is_told_later_counts(engine: Engine) -> None:
    draft = plan(("XQZ", "May 2025"))
    with writing(engine) as session:
        remember(session, draft, {"owner:xqz": "Oxleas"}, by="A. Sample", at=NOON)
        remember(session, draft, {"owner:xqz": "Novus"}, by="A. Sample", at=NOON)

    with reading(engine) as session:
        assert owners(as_told(session, draft, {})) == [["Novus"]]


def test_what_is_told_takes_effect_on_what_is_open_in_earlier_plans_with_its_entry(engine: Engine) -> None:
    rows = ("XQZ", "May 2025"), ("Governor; XQZ", "May 2025"), ("XQZ", "Completed")
    first = plan(*rows, title="Action plan: HMP Otherton")
    with writing(engine) as session:
        saved(session, as_told(session, first, {}), "first.txt")
        later, answers = plan(("XQZ", "July 2026")), {"owner:xqz": "Oxleas"}
        saved(session, as_told(session, later, answers), "later.txt")
        also = remember(session, later, answers, plan="exampleton-2026", by="A. Sample", at=NOON)

    assert also == ["“XQZ” is Oxleas in otherton-2025 too. Open there, and changed with it: 1, 2."]
    with reading(engine) as session:
        wanted = select(Action.ref, ActionOwner.printed).join(ActionOwner).join(Plan)
        rows = session.exec(wanted.where(Plan.key == "otherton-2025").order_by(Action.ref, ActionOwner.position)).all()
        assert rows == [("1", "Oxleas"), ("2", "Governor"), ("2", "Oxleas"), ("3", "XQZ")]
        words = session.exec(select(Entry.words).where(Entry.kind == "changed").order_by(Entry.seq)).all()
        assert words == ["Owner: XQZ → Oxleas, as was told.", "Owner: Governor, XQZ → Governor, Oxleas, as was told."]


def test_once_told_the_same_plan_is_not_told_again(engine: Engine) -> None:
    first, answers = plan(("XQZ", "May 2025")), {"owner:xqz": "Oxleas"}
    with writing(engine) as session:
        saved(session, as_told(session, first, {}), "first.txt")
        assert len(remember(session, first, answers, by="A. Sample", at=NOON)) == 1
        assert remember(session, first, answers, by="A. Sample", at=NOON) == []
        saved(session, as_told(session, first, {}), "first.txt")
        assert session.exec(select(Entry.kind).where(Entry.kind == "changed")).all() == ["changed"]


# --- on the command line ----------------------------------------------------------------------------------------------


def imported(engine: Engine, folder: Path, draft: str, **options: Any) -> int:
    (folder / "plan.txt").write_text(draft)
    return import_files(engine, [folder / "plan.txt"], **options)


XQZ = f"Action plan: HMP Exampleton\n\n{HEADER}\n1\tMend the gate.\tXQZ\tMay 2025\n"


def test_the_command_line_prints_its_questions_and_takes_their_answers(
    engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(engine, tmp_path, XQZ, save=False, as_json=True) == 0
    (read,) = json.loads(capsys.readouterr().out)["plans"]
    assert [one["key"] for one in read["questions"]] == ["owner:xqz"]

    assert imported(engine, tmp_path, XQZ, as_json=True, answers={"owner:xqz": "Oxleas"}) == 0
    (saved,) = json.loads(capsys.readouterr().out)["plans"]
    assert saved["questions"] == []
    assert saved["actions"][0]["owners"] == ["Oxleas"]

    assert imported(engine, tmp_path, XQZ.replace("Exampleton", "Otherton"), as_json=True) == 0
    (later,) = json.loads(capsys.readouterr().out)["plans"]
    assert later["actions"][0]["owners"] == ["Oxleas"]


def test_a_dry_run_remembers_no_answer(engine: Engine, tmp_path: Path) -> None:
    assert imported(engine, tmp_path, XQZ, save=False, answers={"owner:xqz": "Oxleas"}) == 0

    with reading(engine) as session:
        assert told_cells(session) == {}


def test_an_answer_that_nothing_asks_for_is_refused(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="--answer owner:zqx: nothing asks that"):
        imported(engine, tmp_path, XQZ, answers={"owner:zqx": "Oxleas"})
    with pytest.raises(Unusable, match="write KEY=VALUE"):
        answers_of(["owner:xqz"])


def test_the_prison_may_be_an_answer_too(engine: Engine, tmp_path: Path) -> None:
    nameless = XQZ.replace(": HMP Exampleton", "")

    with pytest.raises(Unusable, match="--prison"):
        imported(engine, tmp_path, nameless)
    assert imported(engine, tmp_path, nameless, answers={"prison": "Rochester"}) == 0


def test_an_organisation_behind_a_posts_comma_is_asked_about_and_one_party_may_be_the_answer() -> None:
    draft = plan(("Head of Security, GFSL", "May 2025"))

    ((key, about, choices),) = asked(draft)
    assert (about, choices) == ("Head of Security, GFSL", ("Head of Security; GFSL", "Head of Security, GFSL"))
    assert draft.actions[0].flags == ["is “Head of Security, GFSL” one party or several?"]
    assert answered(draft, {key: "Head of Security, GFSL"}, {}).actions[0].flags == []
    assert answered(draft, {key: choices[0]}, {}).actions[0].owners == ["Head of Security", "GFSL"]


def test_an_area_or_a_name_known_whole_behind_a_comma_is_not_asked_about() -> None:
    cells = ("Head of Risk and Capabilities Unit, SOCT", "Regional Probation Director, East of England")

    assert asked(plan(*((cell, "May 2025") for cell in cells))) == []
