"""Prisons, plans, actions and owners; the history and its chain; what has been acted on; workspaces."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

FIXED = (
    "id", "plan_id", "action_id", "seq", "at", "kind", "who", "as_post", "channel", "from_status", "to_status",
    "canonical", "previous", "hash",
)  # fmt: skip
REFUSAL = "history is kept: an entry is never changed or deleted, only its words may be blanked"


def _guard_history_in_sqlite() -> None:
    same = " AND ".join(f"NEW.{column} IS OLD.{column}" for column in FIXED)
    op.execute(f"""
        CREATE TRIGGER entry_kept BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
    """)
    op.execute(f"""
        CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
        WHEN NOT ({same} AND NEW.words IS NULL AND NEW.words_salt IS NULL)
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
    """)
    # INSERT OR REPLACE deletes without firing the trigger on DELETE.
    op.execute(f"""
        CREATE TRIGGER entry_not_replaced BEFORE INSERT ON entry
        WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.id OR (plan_id = NEW.plan_id AND seq = NEW.seq))
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
    """)


def _guard_history_in_postgresql() -> None:
    same = " AND ".join(f"NEW.{column} IS NOT DISTINCT FROM OLD.{column}" for column in FIXED)
    op.execute(f"""
        CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
    """)
    op.execute("""
        CREATE TRIGGER entry_kept BEFORE DELETE ON entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history()
    """)
    op.execute("""
        CREATE TRIGGER entry_not_emptied BEFORE TRUNCATE ON entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history()
    """)
    op.execute(f"""
        CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry FOR EACH ROW
        WHEN (NOT ({same} AND NEW.words IS NULL AND NEW.words_salt IS NULL))
        EXECUTE FUNCTION refuse_change_of_history()
    """)


def upgrade() -> None:
    op.create_table(
        "inbound",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_inbound")),
    )
    op.create_index(op.f("ix_inbound_at"), "inbound", ["at"], unique=False)
    op.create_table(
        "owner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner")),
        sa.UniqueConstraint("key", name=op.f("uq_owner_key")),
    )
    op.create_table(
        "prison",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.CheckConstraint(
            "key <> '' AND ltrim(key, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''", name=op.f("ck_prison_key")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prison")),
        sa.UniqueConstraint("key", name=op.f("uq_prison_key")),
    )
    op.create_table(
        "prison_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prison_group")),
        sa.UniqueConstraint("name", name=op.f("uq_prison_group_name")),
    )
    op.create_table(
        "workspace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("table_block", sa.String(), nullable=True),
        sa.CheckConstraint("platform IN ('slack', 'teams')", name=op.f("ck_workspace_platform")),
        sa.CheckConstraint("table_block IN ('data_table', 'table', 'none')", name=op.f("ck_workspace_table_block")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspace")),
        sa.UniqueConstraint("platform", "team", name=op.f("uq_workspace_platform_team")),
    )
    op.create_table(
        "group_membership",
        sa.Column("prison_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint("until_on > from_on", name=op.f("ck_group_membership_until_after_from")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["prison_group.id"], name=op.f("fk_group_membership_group_id_prison_group")
        ),
        sa.ForeignKeyConstraint(["prison_id"], ["prison.id"], name=op.f("fk_group_membership_prison_id_prison")),
        sa.PrimaryKeyConstraint("prison_id", "group_id", "from_on", name=op.f("pk_group_membership")),
    )
    op.create_table(
        "owner_name",
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["owner.id"], name=op.f("fk_owner_name_owner_id_owner")),
        sa.PrimaryKeyConstraint("printed", name=op.f("pk_owner_name")),
    )
    op.create_index(op.f("ix_owner_name_owner_id"), "owner_name", ["owner_id"], unique=False)
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("prison_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("submitted", sa.Date(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("inspected_from", sa.Date(), nullable=True),
        sa.Column("inspected_to", sa.Date(), nullable=True),
        sa.Column("ranked_on", sa.Date(), nullable=True),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("live_override", sa.Boolean(), nullable=True),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "key <> '' AND ltrim(key, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''", name=op.f("ck_plan_key")
        ),
        sa.CheckConstraint("kind <> 'review' OR NOT live", name=op.f("ck_plan_review_never_live")),
        sa.CheckConstraint("kind IN ('urgent_notification', 'inspection', 'review')", name=op.f("ck_plan_kind")),
        sa.CheckConstraint("(inspected_from IS NULL) = (inspected_to IS NULL)", name=op.f("ck_plan_inspected_both")),
        sa.CheckConstraint("inspected_to >= inspected_from", name=op.f("ck_plan_inspected_in_order")),
        sa.ForeignKeyConstraint(["prison_id"], ["prison.id"], name=op.f("fk_plan_prison_id_prison")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
        sa.UniqueConstraint("key", name=op.f("uq_plan_key")),
    )
    op.create_index(op.f("ix_plan_prison_id"), "plan", ["prison_id"], unique=False)
    op.create_table(
        "chain",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_chain_plan_id_plan")),
        sa.PrimaryKeyConstraint("plan_id", name=op.f("pk_chain")),
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("rating", sa.String(), nullable=False),
        sa.Column("paragraph", sa.String(), nullable=True),
        sa.CheckConstraint("kind IN ('concern', 'theme')", name=op.f("ck_judgement_kind")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_judgement_plan_id_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        sa.UniqueConstraint("plan_id", "position", name=op.f("uq_judgement_plan_id_position")),
    )
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=True),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("response", sa.String(), nullable=True),
        sa.CheckConstraint(
            "response IN ('agreed', 'partly agreed', 'not agreed')", name=op.f("ck_recommendation_response")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_recommendation_plan_id_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
        sa.UniqueConstraint("plan_id", "position", name=op.f("uq_recommendation_plan_id_position")),
    )
    op.create_index(op.f("ix_recommendation_plan_id_theme"), "recommendation", ["plan_id", "theme"], unique=False)
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 <> '' AND ltrim(sha256, '0123456789abcdef') = ''",
            name=op.f("ck_source_sha256"),
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_source_plan_id_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("plan_id", "sha256", name=op.f("uq_source_plan_id_sha256")),
    )
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("recommendation_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("heading", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("stems", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("owner_cell", sa.String(), nullable=True),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("recurrence", sa.String(), nullable=True),
        sa.Column("standing", sa.Boolean(), nullable=False),
        sa.Column("links", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("source_page", sa.Integer(), nullable=True),
        sa.Column("source_table", sa.Integer(), nullable=True),
        sa.Column("source_row", sa.Integer(), nullable=True),
        sa.Column("source_line", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(title) <= 80 AND trim(title) <> ''", name=op.f("ck_action_title")),
        sa.CheckConstraint(
            "precision IN ('day', 'week', 'month', 'quarter', 'season', 'year', 'part')",
            name=op.f("ck_action_precision"),
        ),
        sa.CheckConstraint("ref <> ''", name=op.f("ck_action_ref")),
        sa.CheckConstraint(
            "status IN ('not_started', 'in_progress', 'blocked', 'reported', 'done', 'sustained', 'withdrawn')",
            name=op.f("ck_action_status"),
        ),
        sa.CheckConstraint("trim(text) <> ''", name=op.f("ck_action_text")),
        sa.CheckConstraint("starts <= due", name=op.f("ck_action_starts_before_due")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_action_version")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_action_plan_id_plan")),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_action_recommendation_id_recommendation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("plan_id", "position", name=op.f("uq_action_plan_id_position")),
        sa.UniqueConstraint("plan_id", "ref", "step", name=op.f("uq_action_plan_id_ref_step")),
    )
    op.create_index(op.f("ix_action_plan_id_status_due"), "action", ["plan_id", "status", "due"], unique=False)
    op.create_index(op.f("ix_action_recommendation_id"), "action", ["recommendation_id"], unique=False)
    op.create_table(
        "action_owner",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_action_owner_position")),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_owner_action_id_action")),
        sa.ForeignKeyConstraint(["owner_id"], ["owner.id"], name=op.f("fk_action_owner_owner_id_owner")),
        sa.PrimaryKeyConstraint("action_id", "position", name=op.f("pk_action_owner")),
        sa.UniqueConstraint("action_id", "owner_id", name=op.f("uq_action_owner_action_id_owner_id")),
    )
    op.create_index(
        op.f("ix_action_owner_owner_id_action_id_position"),
        "action_owner",
        ["owner_id", "action_id", "position"],
        unique=False,
    )
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=True),
        sa.Column("as_post", sa.String(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("from_status", sa.String(), nullable=True),
        sa.Column("to_status", sa.String(), nullable=True),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("words_salt", sa.String(), nullable=True),
        sa.Column("canonical", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.CheckConstraint("channel IN ('import', 'slack', 'teams', 'cli')", name=op.f("ck_entry_channel")),
        sa.CheckConstraint(
            "from_status IN ('not_started', 'in_progress', 'blocked', 'reported', 'done', 'sustained', 'withdrawn')",
            name=op.f("ck_entry_from_status"),
        ),
        sa.CheckConstraint(
            "to_status IN ('not_started', 'in_progress', 'blocked', 'reported', 'done', 'sustained', 'withdrawn')",
            name=op.f("ck_entry_to_status"),
        ),
        sa.CheckConstraint("(words IS NULL) = (words_salt IS NULL)", name=op.f("ck_entry_words_salted")),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_entry_seq")),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_entry_action_id_action")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_entry_plan_id_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("plan_id", "seq", name=op.f("uq_entry_plan_id_seq")),
    )
    op.create_index(op.f("ix_entry_action_id_at"), "entry", ["action_id", "at"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        _guard_history_in_sqlite()
    else:
        _guard_history_in_postgresql()


def downgrade() -> None:
    op.drop_index(op.f("ix_entry_action_id_at"), table_name="entry")
    op.drop_table("entry")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change_of_history")
    op.drop_index(op.f("ix_action_owner_owner_id_action_id_position"), table_name="action_owner")
    op.drop_table("action_owner")
    op.drop_index(op.f("ix_action_recommendation_id"), table_name="action")
    op.drop_index(op.f("ix_action_plan_id_status_due"), table_name="action")
    op.drop_table("action")
    op.drop_table("source")
    op.drop_index(op.f("ix_recommendation_plan_id_theme"), table_name="recommendation")
    op.drop_table("recommendation")
    op.drop_table("judgement")
    op.drop_table("chain")
    op.drop_index(op.f("ix_plan_prison_id"), table_name="plan")
    op.drop_table("plan")
    op.drop_index(op.f("ix_owner_name_owner_id"), table_name="owner_name")
    op.drop_table("owner_name")
    op.drop_table("group_membership")
    op.drop_table("workspace")
    op.drop_table("prison_group")
    op.drop_table("prison")
    op.drop_table("owner")
    op.drop_index(op.f("ix_inbound_at"), table_name="inbound")
    op.drop_table("inbound")
