"""A stamp that changes with the names that questions can be about; an index by which a prison's live plans are found.

The vocabulary (prisons, plans, owners, which plans name them, themes) takes long to read and seldom changes. A process
keeps what it read under a stamp for as long as the stamp stands. Triggers give the new stamp, so that no writer, in
whatever process or release, can forget to.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# Of each table, the columns that a vocabulary is made of. An action's owners and themes hang on its plan.
WATCHED = {
    "prison": "key, name", "plan": "key, prison_id, kind, year, live", "owner": "key, name",
    "owner_name": "printed, owner_id", "recommendation": "plan_id, theme", "action": "plan_id",
    "action_owner": "action_id, owner_id",
}  # fmt: skip


def _stamp_in_sqlite() -> None:
    op.execute("INSERT INTO vocabulary (id, stamp) VALUES (1, lower(hex(randomblob(16))))")
    for table, columns in WATCHED.items():
        for name, event in (("added", "INSERT"), ("changed", f"UPDATE OF {columns}"), ("gone", "DELETE")):
            op.execute(f"""
                CREATE TRIGGER {table}_{name} AFTER {event} ON {table}
                BEGIN UPDATE vocabulary SET stamp = lower(hex(randomblob(16))); END
            """)


def _stamp_in_postgresql() -> None:
    # Deferred to the commit, and once for each transaction: the row is locked for that instant alone, and last of all,
    # so that two imports neither wait for each other's whole length nor for each other in turn.
    op.execute("INSERT INTO vocabulary (id, stamp) VALUES (1, gen_random_uuid()::text)")
    op.execute("""
        CREATE FUNCTION stamp_vocabulary() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
            UPDATE vocabulary SET stamp = gen_random_uuid()::text
            WHERE xmin::text::bigint <> txid_current() % 4294967296;
            RETURN NULL;
        END $$
    """)
    for table, columns in WATCHED.items():
        op.execute(f"""
            CREATE CONSTRAINT TRIGGER {table}_stamped AFTER INSERT OR DELETE OR UPDATE OF {columns} ON {table}
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stamp_vocabulary()
        """)
        op.execute(f"""
            CREATE TRIGGER {table}_emptied AFTER TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION stamp_vocabulary()
        """)


def upgrade() -> None:
    op.create_table(
        "vocabulary",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_vocabulary_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vocabulary")),
    )
    op.drop_index(op.f("ix_plan_prison_id"), table_name="plan")
    op.create_index(op.f("ix_plan_prison_id_live"), "plan", ["prison_id", "live"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        _stamp_in_sqlite()
    else:
        _stamp_in_postgresql()


def downgrade() -> None:
    for table in WATCHED:
        if op.get_bind().dialect.name == "sqlite":
            for name in ("added", "changed", "gone"):
                op.execute(f"DROP TRIGGER {table}_{name}")
        else:
            op.execute(f"DROP TRIGGER {table}_stamped ON {table}")
            op.execute(f"DROP TRIGGER {table}_emptied ON {table}")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION stamp_vocabulary")
    op.drop_index(op.f("ix_plan_prison_id_live"), table_name="plan")
    op.create_index(op.f("ix_plan_prison_id"), "plan", ["prison_id"], unique=False)
    op.drop_table("vocabulary")
