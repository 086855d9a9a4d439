"""Words removed by an administrator: gone for good, the deed and the chain stay, and the history says who."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session, select

from plans.chat import Asker
from plans.messages import Changed, Refused
from plans.progress.blanking import blank
from plans.progress.stances import may_read
from plans.progress.turn import Turn
from storage.database import reading, writing
from storage.drafts import keep
from storage.models import Delivery, Draft, GroupMembership, Plan, Prison, PrisonGroup
from tests.plans.progress.conftest import NOW, World
from tests.storage.register import a_delivery, a_holding, a_prison, a_role
from tests.storage.rows import add

pytestmark = pytest.mark.mostly_sqlite


def blanked(world: World, who: str, seq: int, **how: str) -> Changed | Refused:
    with writing(world.engine) as session:
        return blank(world.turn(session, who, **how), world.id(1), seq)


def test_the_words_go_and_the_deed_stays(world: World) -> None:
    seq = world.did("governor", "report", words="A1234BC said so").entry
    with writing(world.engine) as session:
        keep(session, "slack:T1:governor", "D1 1.0", "1 done. A1234BC said so", {}, NOW)
        keep(session, "slack:T1:governor", "D1 1.0", "2 done", {}, NOW)
        told = a_delivery(session, "person 1", NOW.date(), confirm=world.id(1))
        told.body = {"sections": [{"lines": [{"news": [{"doing": "report", "words": "A1234BC said so"}]}]}]}
    done = blanked(world, "admin", seq)
    assert isinstance(done, Changed)
    note, report = world.history()
    assert (report.words, report.blanked, report.to_status, report.who) == (None, True, "reported", "A. Governor")
    assert (note.kind, note.who, note.as_post, note.words) == ("blank", "I. Admin", "administrator", f"entry {seq}")
    assert world.row(1).status == "reported"
    assert world.holds()
    with reading(world.engine) as session:
        assert [draft.words for draft in session.exec(select(Draft))] == ["2 done"]
        assert "A1234BC" not in str(session.exec(select(Delivery.body)).one())


@pytest.mark.parametrize("who", ["governor", "hub", "pgd", "assurer", "nobody", "stranger"])
def test_nobody_else_removes_words(world: World, who: str) -> None:
    seq = world.did("governor", "report", words="x").entry
    done = blanked(world, who, seq)
    assert isinstance(done, Refused)
    assert done.sentence == "Only an administrator can remove words from the history."
    assert world.history()[0].words == "x"


def test_what_has_no_words_has_none_to_remove(world: World) -> None:
    seq = world.did("governor", "report").entry
    for wanted in (seq, seq + 1, 0):
        done = blanked(world, "admin", wanted)
        assert isinstance(done, Refused)
        assert done.why == "nothing"


def test_an_operator_at_the_machine_is_trusted_and_noted(world: World) -> None:
    seq = world.did("governor", "report", words="x").entry
    with writing(world.engine) as session:
        turn = Turn(session, Asker(), world.now, channel="cli")
        assert isinstance(blank(turn, world.id(1), seq), Changed)
    assert (world.history()[0].who, world.history()[0].channel) == ("the operator", "cli")


def test_a_blanked_entry_can_still_be_taken_back(world: World) -> None:
    seq = world.did("governor", "report", words="x").entry
    blanked(world, "admin", seq)
    assert isinstance(world.undo("governor", seq), Changed)


# --- who reads -------------------------------------------------------------------------------------------------------


def reads(world: World, who: str, prison: str = "rochester") -> bool:
    with reading(world.engine) as session:
        return may_read(world.turn(session, who), prison)


def test_words_and_history_are_for_the_prison_its_group_and_above(world: World) -> None:
    for who in ("governor", "deputy", "safety", "residence", "works", "hub", "pgd", "ed", "assurer", "admin"):
        assert reads(world, who), who
    for who in ("nobody", "stranger"):
        assert not reads(world, who), who


def test_the_group_of_a_prison_reads_and_other_prisons_do_not(world: World) -> None:
    world.register(a_holding, "Prison Group Director", "O. Near", prison="maidstone")
    world.register(a_holding, "Governor", "P. Neighbour", prison="maidstone")
    world.register(a_holding, "Prison Group Director", "Q. Far", prison="chelmsford")
    world.register(a_role, "coordinator", "R. Hub", prison="maidstone")
    world.register(a_role, "assurer", "S. Everywhere", prison=None)

    def grouped(session: Session) -> None:
        group = add(session, PrisonGroup(name="Kent")).id
        for prison in ("rochester", "maidstone"):
            place = a_prison(session, prison)
            add(
                session,
                GroupMembership(prison_id=place, group_id=group, from_on=datetime(2020, 1, 1, tzinfo=UTC).date()),
            )

    assert not reads(world, "as O. Near")
    world.register(grouped)
    assert [reads(world, f"as {who}") for who in ("O. Near", "S. Everywhere")] == [True, True]
    assert [reads(world, f"as {who}") for who in ("P. Neighbour", "Q. Far", "R. Hub")] == [False] * 3


def test_a_chain_written_before_entries_said_so_much_still_holds(world: World) -> None:
    """Its canonical texts have none of the later facts, and what comes after them follows on."""
    import json
    from hashlib import sha256

    from sqlalchemy import insert

    from storage.database import execute
    from storage.history import CHAIN, ENTRY, START

    with writing(world.engine) as session:
        prison = session.exec(select(Prison.id)).first()
        plan = add(
            session,
            Plan(key="rochester-2018", prison_id=prison, title="Old", kind="inspection", year=2018, loaded_at=NOW),
        ).id
        facts = {
            "action_id": None, "as_post": "Governor", "at": "2024-11-05T12:00:00.000000+00:00", "channel": "slack",
            "from_status": None, "kind": "noted", "plan_id": plan, "seq": 1, "to_status": None, "who": "A Person",
            "words": None,
        }  # fmt: skip
        canonical = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        link = sha256((START + canonical).encode()).hexdigest()
        row = facts | {
            "at": datetime(2024, 11, 5, 12, tzinfo=UTC),
            "canonical": canonical,
            "previous": START,
            "hash": link,
        }
        execute(session, insert(ENTRY).values(row))
        execute(session, insert(CHAIN).values(plan_id=plan, seq=1, hash=link))
    assert world.holds()
