"""What answers leave in the database: actions held and written by version, requests, drafts, what messages are about."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from time import sleep
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from storage import changes, drafts, entries, requests, spoken
from storage.database import reading, writing
from storage.erasing import erase
from storage.history import append, blank_words
from storage.models import Action
from storage.requests import RequestRow
from tests.storage.rows import NOON, a_plan, an_action, happened

TODAY = date(2024, 11, 5)


@pytest.fixture
def action(engine: Engine) -> int:
    with writing(engine) as session:
        made = an_action(session, a_plan(session), owners=("Governor", "GFSL", "Head of Safety"))
        return made.id or 0


def asked(action: int, kind: Any = "extension", seq: int = 1, **facts: Any) -> RequestRow:
    what = (
        {"to_due": date(2025, 1, 31), "to_party": None} if kind == "extension" else {"to_due": None, "to_party": "gfsl"}
    )
    return RequestRow(**{
        "id": 0, "action": action, "kind": kind, "person": None, "as_post": "governor", "for_party": None, "asked": seq,
        "asked_on": TODAY, **what, **facts,
    })  # fmt: skip


def open_(engine: Engine, action: int) -> list[tuple[str, int]]:
    with reading(engine) as session:
        return [(one.kind, one.asked) for one in requests.open_of(session, [action]).get(action, ())]


# --- actions ---------------------------------------------------------------------------------------------------------


def test_an_action_is_written_only_at_the_version_it_was_read_at(engine: Engine, action: int):
    with writing(engine) as session:
        assert changes.save(session, action, 1, status="blocked")
        assert not changes.save(session, action, 1, status="reported")
    with reading(engine) as session:
        (row,) = changes.those(session, [action])
    assert (row.status, row.version, row.plan, row.prison) == ("blocked", 2, "rochester-2024", "rochester")


def test_what_is_held_is_waited_for(engine: Engine, action: int):
    order = []

    def change(name: str, pause: float) -> None:
        with writing(engine) as session:
            changes.hold(session, [action])
            order.append(f"{name} in")
            sleep(pause)
            order.append(f"{name} out")

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(change, "a", 0.3)
        sleep(0.1)
        pool.submit(change, "b", 0).result()
        first.result()
    assert order == ["a in", "a out", "b in", "b out"]


def leads(engine: Engine, action: int) -> list[str]:
    with reading(engine) as session:
        return [owner.key for owner in changes.owners(session, [action]).get(action, ())]


def test_an_owner_comes_first_and_goes_back(engine: Engine, action: int):
    with writing(engine) as session:
        assert changes.lead(session, action, "head of safety", "Head of Safety") == 2
    assert leads(engine, action) == ["head of safety", "governor", "gfsl"]
    with writing(engine) as session:
        changes.lead_back(session, action, 2)
    assert leads(engine, action) == ["governor", "gfsl", "head of safety"]


def test_a_party_that_owned_nothing_comes_first_and_goes_again(engine: Engine, action: int):
    with writing(engine) as session:
        assert changes.lead(session, action, "head of kitchens", "Head of Kitchens") is None
    assert leads(engine, action) == ["head of kitchens", "governor", "gfsl", "head of safety"]
    with writing(engine) as session:
        changes.lead_back(session, action, None)
    assert leads(engine, action) == ["governor", "gfsl", "head of safety"]


def test_an_action_that_had_no_owner_has_none_again(engine: Engine, action: int):
    with writing(engine) as session:
        session.connection().execute(text("DELETE FROM action_owner"))
        changes.lead(session, action, "governor", "Governor")
        changes.lead_back(session, action, None)
    assert leads(engine, action) == []


def test_what_is_undecided_at_some_prisons(engine: Engine, action: int):
    with writing(engine) as session:
        other = an_action(session, a_plan(session, "bedford-2024"), status="reported").id
        session.get(Action, action)
        requests.ask(session, asked(action))
    with reading(engine) as session:
        assert changes.undecided(session, ["rochester"]) == [action]
        assert changes.undecided(session, ["bedford", "rochester"]) == [action, other]
        assert changes.undecided(session, []) == []


# --- requests --------------------------------------------------------------------------------------------------------


def test_one_request_of_a_kind_is_open_at_a_time(engine: Engine, action: int):
    with writing(engine) as session:
        requests.ask(session, asked(action))
        requests.ask(session, asked(action, "hand_over", 2))
    assert open_(engine, action) == [("extension", 1), ("hand_over", 2)]
    with pytest.raises(IntegrityError), writing(engine) as session:
        requests.ask(session, asked(action, seq=3))


def test_what_was_settled_is_open_again_once_that_is_taken_back(engine: Engine, action: int):
    with writing(engine) as session:
        requests.ask(session, asked(action))
        requests.settle(session, action, ["extension"], "agreed", 2)
        assert [one.asked for one in requests.settled_by(session, action, 2)] == [1]
    assert open_(engine, action) == []
    with writing(engine) as session:
        requests.unsettle(session, action, 2, 3)
    assert open_(engine, action) == [("extension", 1)]


def test_a_request_that_replaced_another_gives_way_to_it_again(engine: Engine, action: int):
    with writing(engine) as session:
        requests.ask(session, asked(action))
        requests.settle(session, action, ["extension"], "withdrawn", 2)
        requests.ask(session, asked(action, seq=2))
        requests.unsettle(session, action, 2, 3)
    assert open_(engine, action) == [("extension", 1)]


# --- the history as it is read ---------------------------------------------------------------------------------------


def test_the_history_knows_what_was_undone_and_what_was_blanked(engine: Engine, action: int):
    with writing(engine) as session:
        plan = changes.those(session, [action])[0].plan_id
        first = append(session, plan, [happened("Words", action_id=action, kind="report", links="a\nb")])
        last = append(session, plan, [
            happened("Others", action_id=action, kind="note"), happened(action_id=action, kind="undo", undoes=first),
        ])  # fmt: skip
        assert last == first + 2
        blank_words(session, entries.history(session, action)[1].id)
    with reading(engine) as session:
        undo, note, report = entries.history(session, action)
        assert entries.action_at(session, "rochester-2024", first) == action
        assert entries.action_at(session, "rochester-2024", 99) is None
    assert (report.links, report.undone, report.blanked, report.words) == (("a", "b"), True, False, "Words")
    assert (note.undone, note.blanked, note.words, undo.blanked) == (False, True, None, False)


def test_who_reported_last_is_known_of_each(engine: Engine, action: int):
    with writing(engine) as session:
        plan = changes.those(session, [action])[0].plan_id
        for person, post in ((1, "governor"), (2, "coordinator")):
            append(
                session,
                plan,
                [happened(action_id=action, kind="report", person_id=person, as_post=post, for_party="gfsl")],
            )
        append(session, plan, [happened(action_id=action, kind="note", person_id=3)])
    with reading(engine) as session:
        (found,) = entries.reporters(session, [action, 99]).items()
        assert (found[0], found[1][:3]) == (action, (2, "coordinator", "gfsl"))
        assert entries.reporters(session, []) == {}
    with writing(engine) as session:
        append(session, plan, [happened(action_id=action, kind="undo", undoes=2)])
        assert entries.reporters(session, [action])[action].person == 1


# --- drafts ----------------------------------------------------------------------------------------------------------


def test_a_draft_is_its_owners_and_used_once(engine: Engine):
    with writing(engine) as session:
        number = drafts.keep(session, "slack:T1:U1", "D1 1.0", "5 done", {"a": [1, None]}, NOON)
        drafts.rewrite(session, number, {"a": []})
    with writing(engine) as session:
        assert drafts.held(session, number, "slack:T1:U2") is None
        assert drafts.taken(session, number, "slack:T1:U2") is None
        found = drafts.taken(session, number, "slack:T1:U1")
        assert found is not None
        assert (found.words, found.body, found.thread, found.made_at) == ("5 done", {"a": []}, "D1 1.0", NOON)
        assert drafts.taken(session, number, "slack:T1:U1") is None
        assert drafts.held(session, number, "slack:T1:U1") is None


def test_the_latest_draft_of_a_thread_is_found_and_the_old_are_forgotten(engine: Engine):
    with writing(engine) as session:
        for hour, thread in enumerate(("D1 1.0", "D1 1.0", "D1 2.0")):
            drafts.keep(session, "slack:T1:U1", thread, f"{hour}", {}, NOON + timedelta(hours=hour))
        latest = drafts.latest(session, "slack:T1:U1", "D1 1.0")
        assert latest is not None
        assert latest.words == "1"
        assert drafts.forget_before(session, NOON + timedelta(hours=2)) == 2
        assert drafts.latest(session, "slack:T1:U1", "D1 1.0") is None


def test_drafts_in_words_that_were_removed_go_with_them(engine: Engine, action: int):
    with writing(engine) as session:
        for words in ("100% of it: A1234BC", "1000 of it: A1234BC"):
            drafts.keep(session, "slack:T1:U1", "D1 1.0", words, {}, NOON)
        erase(session, action, "100% of it")
        left = drafts.latest(session, "slack:T1:U1", "D1 1.0")
        assert left is not None
        assert (left.words, drafts.forget_before(session, NOON + timedelta(days=1))) == ("1000 of it: A1234BC", 1)


# --- what messages are about -----------------------------------------------------------------------------------------


def test_a_message_is_about_the_action_it_was_first_said_to_be(engine: Engine, action: int):
    with writing(engine) as session:
        other = an_action(session, a_plan(session, "bedford-2024")).id or 0
        spoken.remember(session, "D1", "1.0", action, NOON)
        spoken.remember(session, "D1", "1.0", other, NOON)
    with reading(engine) as session:
        assert spoken.action_of(session, "D1", "1.0") == action
        assert spoken.action_of(session, "D1", "2.0") is None
    with writing(engine) as session:
        assert spoken.forget_before(session, NOON + timedelta(seconds=1)) == 1
