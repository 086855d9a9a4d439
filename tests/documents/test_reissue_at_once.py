"""An owner answers while a newer version of the plan comes in: neither writes over the other, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

from sqlalchemy.engine import Engine
from sqlmodel import select

from documents.intake import load
from storage.changes import hold, save
from storage.database import open_engine, writing
from storage.history import Happened, append
from storage.models import Action
from tests.documents.reissues import BEDS, FIRST, FIVE, SECOND, actions, bring, draft, entries, holds

COMPLETED = [BEDS.but(target="Completed"), *FIVE[1:]]


def test_a_report_that_is_being_written_is_seen_by_the_import_that_waits_for_it(
    engine: Engine, migrated_url: str
) -> None:
    bring(engine, *FIVE)
    row = actions(engine)["1"]
    begun, other = Event(), open_engine(migrated_url)

    def report() -> None:
        with writing(other) as session:
            hold(session, [row.id or 0])
            begun.set()
            assert save(session, row.id or 0, 1, status="reported", due=row.due, slips=0)
            said = Happened(
                kind="report", at=FIRST, channel="slack", action_id=row.id, from_status="not_started",
                to_status="reported", words="The last frame was fixed today.",
            )  # fmt: skip
            append(session, row.plan_id, [said])

    with ThreadPoolExecutor(2) as pool:
        reported = pool.submit(report)
        begun.wait(10)
        pool.submit(bring, engine, *COMPLETED, at=SECOND).result(60)
        reported.result(60)
    other.dispose()

    beds = actions(engine)["1"]
    assert (beds.status, beds.target, beds.version) == ("reported", "Completed", 3)
    assert [one.kind for one in entries(engine, beds.id)] == ["loaded", "report", "changed"]
    assert holds(engine)


def test_a_form_opened_before_the_import_is_told_that_the_action_changed(engine: Engine, migrated_url: str) -> None:
    bring(engine, *FIVE)
    row = actions(engine)["1"]
    bring(engine, *COMPLETED, at=SECOND)
    with writing(engine) as session:
        hold(session, [row.id or 0])
        assert not save(session, row.id or 0, row.version, status="blocked", due=row.due, slips=0)
    assert actions(engine)["1"].status == "done"


def test_two_imports_of_one_version_at_once_change_it_once(engine: Engine, migrated_url: str) -> None:
    bring(engine, *FIVE)
    newer = [FIVE[1].but(ref="1"), FIVE[0].but(ref="2"), *FIVE[2:4]]
    engines, ready = [open_engine(migrated_url) for _ in range(2)], Barrier(2)

    def one(made: Engine) -> dict[str, int]:
        ready.wait(10)
        with writing(made) as session:
            return load(session, *draft(*newer), at=SECOND).changes

    with ThreadPoolExecutor(2) as pool:
        found = sorted((each["changed"], each["removed"]) for each in pool.map(one, engines))
    for made in engines:
        made.dispose()
    assert found == [(0, 0), (2, 1)]
    with writing(engine) as session:
        assert len(session.exec(select(Action)).all()) == 5
    assert holds(engine)
