"""What leaders see: the channels that are written to, digests as they were frozen, when inspectors were there."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

HEX = "0123456789abcdef"
BEFORE = "as_post = 'coordinator' OR kind IN ('send_back', 'decline', 'refuse', 'reopen', 'agree', 'accept', 'confirm')"
NOW = (
    "as_post = 'coordinator'"
    " OR kind IN ('send_back', 'decline', 'refuse', 'reopen', 'agree', 'accept', 'confirm', 'nudge')"
)


def _told(of: str) -> None:
    op.drop_index("ix_entry_told", table_name="entry")
    told = sa.text(of)
    op.create_index("ix_entry_told", "entry", ["at", "action_id"], sqlite_where=told, postgresql_where=told)


def upgrade() -> None:
    op.create_table(
        "channel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("prison_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("external", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("proved_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("purpose IN ('digest', 'coordinator')", name=op.f("ck_channel_purpose")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name=op.f("fk_channel_workspace_id_workspace")),
        sa.ForeignKeyConstraint(["prison_id"], ["prison.id"], name=op.f("fk_channel_prison_id_prison")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
        sa.UniqueConstraint(
            "workspace_id", "external", "prison_id", "purpose", name=op.f("uq_channel_workspace_id_external_prison_id_purpose")
        ),
    )
    op.create_table(
        "digest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_digest_number")),
        sa.CheckConstraint(
            f"length(sha256) = 64 AND sha256 <> '' AND ltrim(sha256, '{HEX}') = ''", name=op.f("ck_digest_sha256")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest")),
        sa.UniqueConstraint("scope", "number", name=op.f("uq_digest_scope_number")),
        sa.UniqueConstraint("scope", "occasion", name=op.f("uq_digest_scope_occasion")),
    )
    op.add_column("delivery", sa.Column("channel_id", sa.Integer(), nullable=True))
    op.add_column("absence", sa.Column("told_by", sa.Integer(), nullable=True))
    op.add_column("plan", sa.Column("inspected_told", sa.Date(), nullable=True))
    _told(NOW)


def _refuse_with_digests() -> None:
    """What was said in them could not be shown again."""
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM digest")):
        raise RuntimeError(
            "Digests were frozen that version 0004 cannot keep: restore the copy made before the upgrade instead."
        )


def downgrade() -> None:
    _refuse_with_digests()
    _told(BEFORE)
    op.drop_column("plan", "inspected_told")
    op.drop_column("absence", "told_by")
    op.drop_column("delivery", "channel_id")
    op.drop_table("digest")
    op.drop_table("channel")
