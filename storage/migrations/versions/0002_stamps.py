"""Stamps that change with what plans print; an index by which a prison's live plans are found.

What questions can be about (prisons, plans, owners, themes) and what lists show of an action (title, owners, address)
take long to read and seldom change. A process keeps what it read under a stamp for as long as the stamp stands. Triggers
give the new stamp within the change's own transaction, so that no writer, of whatever process or release, can forget to.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# Of each table, the columns whose change is a change of names, and of facts alone.
NAMES = {
    "prison": "key, name", "plan": "key, prison_id, kind, year, live", "owner": "key, name",
    "owner_name": "printed, owner_id", "recommendation": "plan_id, theme", "action_owner": "action_id, owner_id",
}  # fmt: skip
FACTS = {
    "action": "plan_id, recommendation_id, position, ref, step, title, starts", "action_owner": "position, printed",
}  # fmt: skip
KINDS = {"names": NAMES, "facts": FACTS}


def _stamp_in_sqlite() -> None:
    new = "lower(hex(randomblob(16)))"
    op.execute(f"INSERT INTO stamp (id, names, facts) VALUES (1, {new}, {new})")
    for kind, tables in KINDS.items():
        changed = f"facts = {new}" if kind == "facts" else f"names = {new}, facts = {new}"
        for table, columns in tables.items():
            for name, event in (("added", "INSERT"), ("changed", f"UPDATE OF {columns}"), ("gone", "DELETE")):
                op.execute(f"""
                    CREATE TRIGGER {table}_{kind}_{name} AFTER {event} ON {table}
                    BEGIN UPDATE stamp SET {changed}; END
                """)


def _stamp_in_postgresql() -> None:
    # Deferred to the commit, and one update for each transaction: the row is locked for that instant alone, and last of
    # all, so that two imports wait neither for each other's whole length nor for each other in turn.
    new = "txid_current()::text || ' ' || gen_random_uuid()::text"
    op.execute(f"INSERT INTO stamp (id, names, facts) VALUES (1, {new}, {new})")
    for kind, tables in KINDS.items():
        changed = f"facts = {new}" if kind == "facts" else f"names = {new}, facts = {new}"
        op.execute(f"""
            CREATE FUNCTION stamp_{kind}() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
                UPDATE stamp SET {changed} WHERE split_part({kind}, ' ', 1) <> txid_current()::text;
                RETURN NULL;
            END $$
        """)
        for table, columns in tables.items():
            op.execute(f"""
                CREATE CONSTRAINT TRIGGER {table}_{kind} AFTER INSERT OR DELETE OR UPDATE OF {columns} ON {table}
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stamp_{kind}()
            """)
            op.execute(f"""
                CREATE TRIGGER {table}_{kind}_emptied AFTER TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION stamp_{kind}()
            """)


def upgrade() -> None:
    op.create_table(
        "stamp",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("names", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_stamp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stamp")),
    )
    op.drop_index(op.f("ix_plan_prison_id"), table_name="plan")
    op.create_index(op.f("ix_plan_prison_id_live"), "plan", ["prison_id", "live"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        _stamp_in_sqlite()
    else:
        _stamp_in_postgresql()


def downgrade() -> None:
    for kind, tables in KINDS.items():
        for table in tables:
            if op.get_bind().dialect.name == "sqlite":
                for name in ("added", "changed", "gone"):
                    op.execute(f"DROP TRIGGER {table}_{kind}_{name}")
            else:
                op.execute(f"DROP TRIGGER {table}_{kind} ON {table}")
                op.execute(f"DROP TRIGGER {table}_{kind}_emptied ON {table}")
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"DROP FUNCTION stamp_{kind}")
    op.drop_index(op.f("ix_plan_prison_id_live"), table_name="plan")
    op.create_index(op.f("ix_plan_prison_id"), "plan", ["prison_id"], unique=False)
    op.drop_table("stamp")
