"""Whatever people answered and whatever a newer version prints: no report is lost, no action takes another's answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from shutil import copyfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Engine

from documents.intake import Loaded
from documents.reissues.folding import folded
from storage.database import open_engine
from storage.models import Action
from tests.documents.reissues import FIRST, FIVE, SECOND, THIRD, Row, actions, bring, entries, holds, say

TEXTS = [row.text for row in FIVE] + [
    "The boiler that heats the gymnasium will be serviced before the winter.",
    "Each officer will be trained in first aid, with a refresher every other year.",
    "The library will be open on Saturdays, and lists what it lends on each wing.",
    "Visitors will be searched within ten minutes of their arrival at the gate.",
    "Complaints will be answered in writing, and a tenth of the answers checked.",
]
TARGETS = ["June 2025", "September 2025", "30 November 2025", "Completed", "Completed and ongoing", "TBC"]
OWNERS = ["Governor", "Head of Safety", "GFSL"]
SAID = {"report": "reported", "block": "blocked", "progress": "in_progress", "leave": "withdrawn"}
FINISHED = {"Completed": "done", "Completed and ongoing": "sustained"}


@dataclass(frozen=True)
class Printed:
    """A row and the actions, by their place in TEXTS, whose words it has."""

    row: Row
    of: frozenset[int]


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[Printed], list[Printed]]:
    """A plan, and a newer version that keeps most of it: reordered, reworded, some dropped, added or grouped."""
    first = draw(st.lists(st.integers(0, len(TEXTS) - 1), min_size=4, max_size=8, unique=True))
    dropped = draw(st.sets(st.sampled_from(first), max_size=2))
    added = draw(st.lists(st.sampled_from([n for n in range(len(TEXTS)) if n not in first]), max_size=2, unique=True))
    kept = draw(st.permutations([one for one in first if one not in dropped] + added))
    newer = [[one] for one in kept]
    if draw(st.booleans()):
        newer = [[*newer[0], *newer[1]], *newer[2:]]
    return printed(draw, [[one] for one in first]), printed(draw, newer)


def printed(draw: st.DrawFn, groups: list[list[int]]) -> list[Printed]:
    found = []
    for ref, group in enumerate(groups, 1):
        words = " ".join(TEXTS[one] for one in group)
        if draw(st.booleans()):
            words = words.replace("will be", draw(st.sampled_from(["is to be", "must be"])))
        row = Row(str(ref), words, draw(st.sampled_from(OWNERS)), draw(st.sampled_from(TARGETS)))
        found.append(Printed(row, frozenset(group)))
    return found


@contextmanager
def database(migrated: Path) -> Iterator[Engine]:
    path = migrated.with_name(f"reissue-{next(NUMBERS)}.db")
    copyfile(migrated, path)
    engine = open_engine(f"sqlite:///{path}")
    yield engine
    engine.dispose()
    path.unlink()


NUMBERS = count(1)


def imported(engine: Engine, version: list[Printed], at: datetime) -> Loaded:
    """The counts add up, whatever it does."""
    before = {row.id: row.gone_at is None for row in actions(engine).values()}
    loaded = bring(engine, *(one.row for one in version), at=at)
    after = {row.id: row for row in actions(engine).values()}
    changes = loaded.changes
    assert loaded.plan == "exampleton-2025"
    assert changes["added"] + changes["changed"] + changes["unchanged"] == len(version)
    assert changes["added"] == len(after) - len(before)
    assert (
        changes["removed"]
        == len(loaded.gone)
        == sum(here and after[id_].gone_at is not None for id_, here in before.items())
    )
    assert set(before) <= set(after), "nothing is deleted"
    return loaded


def stands(engine: Engine, version: list[Printed]) -> list[Action]:
    """What is held and not gone is what is printed, row by row."""
    rows = [row for row in actions(engine).values() if row.gone_at is None]
    assert [(row.ref, folded(row.text), row.owner_cell, row.target) for row in rows] == [
        (one.row.ref, folded(one.row.text), one.row.owner, one.row.target) for one in version
    ]
    return rows


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions(), st.lists(st.tuples(st.integers(1, 4), st.sampled_from(sorted(SAID))), max_size=6))
def test_any_answers_and_any_newer_version(
    migrated_file: Path, both: tuple[list[Printed], list[Printed]], answers: list[tuple[int, str]]
) -> None:
    first, newer = both
    with database(migrated_file) as engine:
        imported(engine, first, FIRST)
        whose = dict(zip((row.id for row in stands(engine, first)), (one.of for one in first), strict=True))
        for ref, kind in answers:
            say(engine, str(ref), kind, SAID[kind])
        said = {row.id: row.status for ref, row in actions(engine).items() if ref in {str(ref) for ref, _ in answers}}
        told = {one.seq: (one.action_id, one.words) for one in entries(engine)}

        for version, at in ((newer, SECOND), (newer, THIRD), (first, THIRD)):
            before = {row.id: row for row in actions(engine).values()}
            loaded = imported(engine, version, at)
            if version is newer and at is THIRD:
                assert loaded.changes["unchanged"] == len(newer), "the same again is no change"
                assert not loaded.differences
            for row, one in zip(stands(engine, version), version, strict=True):
                assert not whose.get(row.id) or whose[row.id] & one.of, "an action took another's answers"
                whose.setdefault(row.id, one.of)
            for row in actions(engine).values():
                assert row.status == expected(row, before.get(row.id), said), row.ref
            assert {one.seq: (one.action_id, one.words) for one in entries(engine)}.items() >= told.items()
        assert holds(engine)


def expected(row: Action, before: Action | None, said: dict[int | None, str]) -> str:
    """What somebody said stands, but that Completed, printed anew, closes what is under way; what only the plan gave
    follows the plan; what it prints no more is as it was."""
    printed_done = FINISHED.get(row.target or "")
    if before is None:
        return printed_done or "not_started"
    if row.gone_at is not None:
        return before.status
    if printed_done and before.status in ("not_started", "in_progress") and before.target not in FINISHED:
        return printed_done
    if before.status in FINISHED.values():
        return printed_done or said.get(row.id, "not_started")
    return before.status
