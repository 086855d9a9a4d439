"""What a workspace has been seen to accept is remembered for it alone."""

from sqlalchemy import Engine

from storage.database import reading, writing
from storage.workspaces import remember_table_block, table_block


def test_nothing_is_known_of_a_workspace_until_it_is_tried(engine: Engine):
    with reading(engine) as session:
        assert table_block(session, platform="slack", team="T1") is None


def test_what_was_learnt_last_is_remembered_for_that_workspace(engine: Engine):
    with writing(engine) as session:
        remember_table_block(session, "data_table", platform="slack", team="T1")
        remember_table_block(session, "table", platform="slack", team="T2")
        remember_table_block(session, "none", platform="slack", team="T1")
    with reading(engine) as session:
        assert table_block(session, platform="slack", team="T1") == "none"
        assert table_block(session, platform="slack", team="T2") == "table"
        assert table_block(session, platform="teams", team="T1") is None


def test_what_was_learnt_can_be_forgotten(engine: Engine):
    with writing(engine) as session:
        remember_table_block(session, "table", platform="slack", team="T1")
        remember_table_block(session, None, platform="slack", team="T1")
        assert table_block(session, platform="slack", team="T1") is None
