"""A retry, a replay or a second press has no second effect."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine

from storage.database import writing
from storage.inbound import first_time, forget, forget_before
from tests.storage.rows import NOON


def test_an_event_is_new_once(engine: Engine):
    with writing(engine) as session:
        assert first_time(session, "Ev1", NOON)
        assert not first_time(session, "Ev1", NOON)
        assert first_time(session, "Ev2", NOON)


def test_of_eight_at_once_one_is_the_first(engine: Engine):
    together = Barrier(8)

    def ask(_: int) -> bool:
        together.wait()
        with writing(engine) as session:
            return first_time(session, "Ev1", NOON)

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(ask, range(8))) == [False] * 7 + [True]


def test_an_event_whose_effect_failed_is_new_again(engine: Engine):
    def fail() -> None:
        with writing(engine) as session:
            assert first_time(session, "Ev1", NOON)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with writing(engine) as session:
        assert first_time(session, "Ev1", NOON)


def test_what_is_old_is_forgotten(engine: Engine):
    with writing(engine) as session:
        for days in range(4):
            first_time(session, f"Ev{days}", NOON + timedelta(days=days))
        assert forget_before(session, NOON + timedelta(days=2)) == 2
        assert first_time(session, "Ev1", NOON)
        assert not first_time(session, "Ev2", NOON)


def test_what_is_forgotten_counts_again(engine):
    with writing(engine) as session:
        assert first_time(session, "share 1", NOON)
        forget(session, "share 1")
        assert first_time(session, "share 1", NOON)
