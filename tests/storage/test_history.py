"""The chain: sound however it is extended, and every alteration of the past is seen."""

import json
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from multiprocessing import get_context

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from storage.database import open_engine, reading, writing
from storage.history import START, append, blank_words, verify
from tests.storage.rows import NOON, a_plan, an_action, append_many, entries, happened


@pytest.fixture
def plan_id(engine: Engine) -> int:
    """A plan with a history of three entries, the second with words."""
    with writing(engine) as session:
        plan = a_plan(session)
        action = an_action(session, plan)
        append(session, plan.id, [happened(kind="loaded", channel="import")])
        append(
            session,
            plan.id,
            [happened("Phones mended", action_id=action.id, to_status="done", who="A Person")],
        )
        append(session, plan.id, [happened(as_post="Governor")])
        return plan.id


def tamper(engine: Engine, *statements: str) -> None:
    """What only somebody with the keys to the database could do."""
    off = {
        "sqlite": ["DROP TRIGGER entry_unchanged", "DROP TRIGGER entry_kept"],
        "postgresql": ["ALTER TABLE entry DISABLE TRIGGER USER"],
    }
    with writing(engine) as session:
        for statement in (*off[engine.dialect.name], *statements):
            session.connection().execute(text(statement))


def reasons(engine: Engine, plan_id: int) -> dict[int, str]:
    with reading(engine) as session:
        return {broken.seq: broken.reason for broken in verify(session, plan_id)}


def test_an_untouched_chain_is_sound(engine: Engine, plan_id: int):
    assert reasons(engine, plan_id) == {}


def test_each_entry_hashes_the_one_before_it_and_its_own_canonical_text(engine: Engine, plan_id: int):
    previous = START
    with reading(engine) as session:
        for entry in entries(session, plan_id):
            assert entry.previous == previous
            assert entry.hash == sha256((previous + entry.canonical).encode()).hexdigest()
            previous = entry.hash


def test_the_canonical_text_is_sorted_json_without_the_words(engine: Engine, plan_id: int):
    with reading(engine) as session:
        entry = entries(session, plan_id)[1]
    facts = json.loads(entry.canonical)
    assert list(facts) == sorted(facts)
    assert "Phones mended" not in entry.canonical
    assert facts["words"] == sha256((entry.words_salt + "Phones mended").encode()).hexdigest()


def test_the_same_words_twice_have_two_hashes(engine: Engine, plan_id: int):
    with writing(engine) as session:
        append(session, plan_id, [happened("Yes"), happened("Yes")])
        *_, one, other = (json.loads(entry.canonical)["words"] for entry in entries(session, plan_id))
    assert one != other


def test_two_hundred_entries_are_one_append(engine: Engine, plan_id: int):
    with writing(engine) as session:
        append(session, plan_id, [happened(f"word {n}") for n in range(200)])
        assert [entry.seq for entry in entries(session, plan_id)] == list(range(1, 204))
    assert reasons(engine, plan_id) == {}


def test_appending_nothing_changes_nothing(engine: Engine, plan_id: int):
    with writing(engine) as session:
        append(session, plan_id, [])
        assert len(entries(session, plan_id)) == 3


def test_an_append_that_is_rolled_back_leaves_no_gap(engine: Engine, plan_id: int):
    def fail() -> None:
        with writing(engine) as session:
            append(session, plan_id, [happened()])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with writing(engine) as session:
        append(session, plan_id, [happened()])
    assert reasons(engine, plan_id) == {}


def test_every_plan_has_a_chain_of_its_own(engine: Engine, plan_id: int):
    with writing(engine) as session:
        other = a_plan(session, "bedford-2024").id
        append(session, other, [happened(), happened()])
        assert [entry.seq for entry in entries(session, other)] == [1, 2]
    assert reasons(engine, other) == {}


def test_a_moment_in_any_zone_is_recorded_as_the_same_moment(engine: Engine, plan_id: int):
    summer = datetime(2024, 7, 1, 0, 30, 0, 123456, tzinfo=timezone(timedelta(hours=1)))
    with writing(engine) as session:
        append(session, plan_id, [happened(at=summer)])
    with reading(engine) as session:
        assert entries(session, plan_id)[-1].at == summer.astimezone(UTC)
    assert reasons(engine, plan_id) == {}


def test_blanking_removes_the_words_and_their_salt_and_the_chain_still_holds(engine: Engine, plan_id: int):
    with writing(engine) as session:
        entry = entries(session, plan_id)[1]
        assert blank_words(session, entry.id)
        assert not blank_words(session, entry.id)
        session.expire_all()
        assert (entry.words, entry.words_salt) == (None, None)
    assert reasons(engine, plan_id) == {}


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entry WHERE seq = 2",
        "DELETE FROM entry",
        "UPDATE entry SET words = 'Nothing was mended' WHERE seq = 2",
        "UPDATE entry SET words = NULL, words_salt = NULL, to_status = 'blocked' WHERE seq = 2",
        "UPDATE entry SET who = 'Somebody else' WHERE seq = 2",
        "UPDATE entry SET at = '2020-01-01 00:00:00' WHERE seq = 2",
        "UPDATE entry SET hash = 'x' WHERE seq = 2",
    ],
)
def test_the_database_refuses_to_change_history(engine: Engine, plan_id: int, statement: str):
    with pytest.raises(DatabaseError, match="history is kept"), writing(engine) as session:
        session.connection().execute(text(statement))
    assert reasons(engine, plan_id) == {}


def test_the_database_refuses_to_replace_or_empty_history(engine: Engine, plan_id: int):
    statement = {
        "sqlite": "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 2",
        "postgresql": "TRUNCATE entry",
    }[engine.dialect.name]
    with pytest.raises(DatabaseError, match="history is kept"), writing(engine) as session:
        session.connection().execute(text(statement))


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("kind", "'judged'", "its facts are not those of its canonical text"),
        ("at", "'2020-01-01 00:00:00'", "its facts are not those of its canonical text"),
        ("who", "'Somebody else'", "its facts are not those of its canonical text"),
        ("as_post", "'Governor'", "its facts are not those of its canonical text"),
        ("channel", "'cli'", "its facts are not those of its canonical text"),
        ("action_id", "NULL", "its facts are not those of its canonical text"),
        ("from_status", "'blocked'", "its facts are not those of its canonical text"),
        ("to_status", "'reported'", "its facts are not those of its canonical text"),
        ("words", "'Nothing was mended'", "its words were altered"),
        ("words_salt", "'pepper'", "its words were altered"),
        ("canonical", "replace(canonical, 'A Person', 'Nobody')", "its canonical text was altered"),
        ("hash", "'x'", "its canonical text was altered"),
        ("previous", "'x'", "it does not follow the entry before it"),
    ],
)
def test_an_altered_entry_is_found(engine: Engine, plan_id: int, column: str, value: str, reason: str):
    tamper(engine, f"UPDATE entry SET {column} = {value} WHERE seq = 2")
    with reading(engine) as session:
        assert (2, reason) in verify(session, plan_id)


def test_an_entry_taken_out_is_found(engine: Engine, plan_id: int):
    tamper(engine, "DELETE FROM entry WHERE seq = 2")
    with reading(engine) as session:
        assert (3, "entry 2 is missing") in verify(session, plan_id)


def test_an_end_cut_off_is_found_by_the_head(engine: Engine, plan_id: int):
    tamper(engine, "DELETE FROM entry WHERE seq = 3")
    assert "head" in reasons(engine, plan_id)[0]


def test_a_head_that_was_altered_is_found(engine: Engine, plan_id: int):
    with writing(engine) as session:
        session.connection().execute(text("UPDATE chain SET seq = 2"))
    assert "head" in reasons(engine, plan_id)[0]


def test_threads_extend_one_chain_without_breaking_it(engine: Engine, plan_id: int):
    def extend(turn: int) -> None:
        with writing(engine) as session:
            append(session, plan_id, [happened(f"{turn}.{n}") for n in range(3)])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(extend, range(24)))
    with reading(engine) as session:
        assert len(entries(session, plan_id)) == 3 + 24 * 3
    assert reasons(engine, plan_id) == {}


def test_processes_begin_and_extend_one_chain_without_breaking_it(migrated_url: str):
    engine = open_engine(migrated_url)
    with writing(engine) as session:
        plan_id = a_plan(session).id
    with ProcessPoolExecutor(3, mp_context=get_context("forkserver")) as pool:
        for turn in [pool.submit(append_many, migrated_url, plan_id, 8, 5) for _ in range(3)]:
            turn.result()
    with reading(engine) as session:
        assert len(entries(session, plan_id)) == 3 * 8 * 5
    assert reasons(engine, plan_id) == {}
    engine.dispose()


WORDS = st.none() | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(said=st.lists(st.tuples(WORDS, st.booleans(), st.timedeltas(timedelta(0), timedelta(days=900))), min_size=1))
def test_any_words_at_any_time_blanked_or_not_leave_the_chain_sound(engine, said):
    with writing(engine) as session:
        plan_id = a_plan(session).id
        append(session, plan_id, [happened(words, who=words, at=NOON + later) for words, _, later in said])
        for entry, (words, blank, _) in zip(entries(session, plan_id), said, strict=True):
            assert (blank_words(session, entry.id) if blank else False) == (blank and words is not None)
        session.expire_all()
        assert verify(session, plan_id) == []
        session.rollback()
