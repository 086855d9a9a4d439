"""Many people at one action at once: one is recorded, the others are told by whom, and nothing is written over."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from plans.messages import Changed, Refused
from plans.progress.changing import Wanted, change
from storage.changes import hold
from storage.database import open_engine, writing
from tests.plans.progress.conftest import World

MANY, HANDS = 100, 20


def all_at_once(world: World, url: str, asked: list[Wanted]) -> list[Changed | Refused]:
    """Each in a transaction of its own, over one of twenty engines, begun together."""
    engines = [open_engine(url) for _ in range(HANDS)]
    ready = Barrier(HANDS)

    def some(hand: int) -> list[Changed | Refused]:
        done = []
        ready.wait()
        for wanted in asked[hand::HANDS]:
            with writing(engines[hand]) as session:
                done.append(change(world.turn(session, "governor" if hand % 2 else "deputy"), wanted))
        return done

    with ThreadPoolExecutor(HANDS) as pool:
        found = [one for some_of_them in pool.map(some, range(HANDS)) for one in some_of_them]
    for engine in engines:
        engine.dispose()
    return found


def counted(found: list[Any]) -> Counter[str]:
    return Counter("changed" if isinstance(one, Changed) else one.why for one in found)


def test_of_a_hundred_forms_one_wins_and_ninety_nine_are_told(world: World, migrated_url: str) -> None:
    action = world.id(1)
    doing: list[Any] = ["report", "progress", "block"]
    asked = [Wanted(action, doing[n % 3], version=1, words=f"Answer {n}") for n in range(MANY)]
    found = all_at_once(world, migrated_url, asked)

    assert counted(found) == {"changed": 1, "overtaken": MANY - 1}
    (won,) = (one for one in found if isinstance(one, Changed))
    said = {"report": "was reported done", "progress": "was marked in progress", "block": "was marked blocked"}
    for one in found:
        if isinstance(one, Refused):
            assert one.sentence.startswith(f"Action 1 {said[won.doing]} by the Governor at 10:42.")
    row, (entry,) = world.row(1), world.history(1)
    assert (row.status, row.version) == (won.to_status, 2)
    assert (entry.seq, entry.words, entry.to_status) == (won.entry, won.words, won.to_status)
    assert world.holds()


def test_of_a_hundred_reports_in_words_one_counts_and_the_rest_hear_who_was_first(
    world: World, migrated_url: str
) -> None:
    asked = [Wanted(world.id(1), "report", words=f"Answer {n}") for n in range(MANY)]
    found = all_at_once(world, migrated_url, asked)
    assert counted(found) == {"changed": 1, "already": MANY - 1}
    assert len(world.history(1)) == 1
    assert world.holds()


def test_a_hundred_notes_are_all_kept(world: World, migrated_url: str) -> None:
    asked = [Wanted(world.id(1), "note", words=f"Note {n}") for n in range(MANY)]
    assert counted(all_at_once(world, migrated_url, asked)) == {"changed": MANY}
    assert {entry.words for entry in world.history(1)} == {f"Note {n}" for n in range(MANY)}
    assert world.holds()


def test_whole_briefs_in_any_order_do_not_wait_for_each_other(world: World, migrated_url: str) -> None:
    ids = [world.id(ref) for ref in (1, 2, 6, 7, 8)]
    engines = [open_engine(migrated_url) for _ in range(4)]

    def all_of_them(hand: int) -> int:
        with writing(engines[hand]) as session:
            hold(session, ids)
            turn = world.turn(session, "governor")
            order = ids if hand % 2 else ids[::-1]
            done = [change(turn, Wanted(id, "note", words=f"{hand}")) for id in order]
        return sum(isinstance(one, Changed) for one in done)

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(all_of_them, range(4))) == 20
    for engine in engines:
        engine.dispose()
    assert world.holds()
