"""Answers: what an entry says of dates, posts and links; requests, drafts, what our messages are about.

The date first promised is, for every action held, the one it has: until now nothing could move it but a re-issue.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

FIXED = (
    "id", "plan_id", "action_id", "seq", "at", "kind", "who", "as_post", "channel", "from_status", "to_status",
    "canonical", "previous", "hash",
)  # fmt: skip
ADDED = {
    "from_due": "DATE", "to_due": "DATE", "person_id": "INTEGER", "for_party": "VARCHAR", "party": "VARCHAR",
    "day": "DATE", "links": "VARCHAR", "undoes": "INTEGER",
}  # fmt: skip
REFUSAL = "history is kept: an entry is never changed or deleted, only its words may be blanked"


def _guard(columns: tuple[str, ...]) -> None:
    """The trigger that keeps an entry as it is, over these columns."""
    if op.get_bind().dialect.name == "sqlite":
        same = " AND ".join(f"NEW.{column} IS OLD.{column}" for column in columns)
        op.execute("DROP TRIGGER entry_unchanged")
        op.execute(f"""
            CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
            WHEN NOT ({same} AND NEW.words IS NULL AND NEW.words_salt IS NULL)
            BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
        """)
        return
    same = " AND ".join(f"NEW.{column} IS NOT DISTINCT FROM OLD.{column}" for column in columns)
    op.execute("DROP TRIGGER entry_unchanged ON entry")
    op.execute(f"""
        CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry FOR EACH ROW
        WHEN (NOT ({same} AND NEW.words IS NULL AND NEW.words_salt IS NULL))
        EXECUTE FUNCTION refuse_change_of_history()
    """)


def upgrade() -> None:
    for column, kind in ADDED.items():
        op.execute(f"ALTER TABLE entry ADD COLUMN {column} {kind}")
    _guard((*FIXED, *ADDED))
    told = sa.text("as_post = 'coordinator' OR kind IN ('send_back', 'decline', 'refuse', 'reopen', 'agree', 'accept', 'confirm')")
    op.create_index("ix_entry_told", "entry", ["at", "action_id"], sqlite_where=told, postgresql_where=told)
    op.add_column("action", sa.Column("original_due", sa.Date(), nullable=True))
    op.add_column("action", sa.Column("slips", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.execute("UPDATE action SET original_due = due")
    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("to_due", sa.Date(), nullable=True),
        sa.Column("to_party", sa.String(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("as_post", sa.String(), nullable=True),
        sa.Column("for_party", sa.String(), nullable=True),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled", sa.Integer(), nullable=True),
        sa.Column("was_at", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('extension', 'hand_over')", name=op.f("ck_request_kind")),
        sa.CheckConstraint("state IN ('open', 'agreed', 'declined', 'withdrawn')", name=op.f("ck_request_state")),
        sa.CheckConstraint("(to_due IS NULL) <> (to_party IS NULL)", name=op.f("ck_request_date_or_party")),
        sa.CheckConstraint("(state = 'open') = (settled IS NULL)", name=op.f("ck_request_settled")),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_request_action_id_action")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_request_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    is_open = sa.text("state = 'open'")
    op.create_index(
        "ix_request_open", "request", ["action_id", "kind"], unique=True, sqlite_where=is_open, postgresql_where=is_open
    )
    op.create_index(op.f("ix_request_action_id"), "request", ["action_id"], unique=False)
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_account_thread"), "draft", ["account", "thread"], unique=False)
    op.create_table(
        "spoken",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("ts", sa.String(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_spoken_action_id_action")),
        sa.PrimaryKeyConstraint("channel", "ts", name=op.f("pk_spoken")),
    )
    op.create_index(op.f("ix_spoken_at"), "spoken", ["at"], unique=False)


def _refuse_with_answers() -> None:
    """What entries say in these columns is in their hashes: without them no history would hold, then or ever after."""
    said = " OR ".join(f"{column} IS NOT NULL" for column in ADDED)
    if op.get_bind().scalar(sa.text(f"SELECT count(*) FROM entry WHERE {said}")):
        raise RuntimeError(
            "Answers were recorded that version 0003 cannot keep: restore the copy made before the upgrade instead."
        )


def downgrade() -> None:
    _refuse_with_answers()
    op.drop_table("spoken")
    op.drop_table("draft")
    op.drop_table("request")
    op.drop_index("ix_entry_told", table_name="entry")
    op.drop_column("action", "slips")
    op.drop_column("action", "original_due")
    _guard(FIXED)
    for column in reversed(ADDED):
        op.execute(f"ALTER TABLE entry DROP COLUMN {column}")
