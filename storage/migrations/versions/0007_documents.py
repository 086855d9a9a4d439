"""Documents of any kind: where each part of an action stands, what was told of owners, offers that wait for a yes,
judgements matched to themes, concerns that came back."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

GONE = ("source_page", "source_table", "source_row", "source_line")


def upgrade() -> None:
    op.add_column("action", sa.Column("places", sa.JSON(), server_default="{}", nullable=False))
    op.add_column("action", sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(_as_json("""'{"text": [{"line": ' || source_line || '}]}'""") + " WHERE source_line IS NOT NULL")
    for column in GONE:
        op.drop_column("action", column)
    op.create_table(
        "told_cell",
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("printed", name=op.f("pk_told_cell")),
    )
    op.create_table(
        "offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('reading', 'open', 'loaded', 'left')", name=op.f("ck_offer_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    op.create_index(op.f("ix_offer_account"), "offer", ["account"])
    op.create_table(
        "judgement_match",
        sa.Column("judgement_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("theme", sa.String(), nullable=True),
        sa.Column("ref", sa.String(), nullable=True),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement_id"], ["judgement.id"], name=op.f("fk_judgement_match_judgement_id_judgement"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_judgement_match_plan_id_plan")),
        sa.PrimaryKeyConstraint("judgement_id", "plan_id", name=op.f("pk_judgement_match")),
    )
    op.create_table(
        "repeated",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("earlier_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.Boolean(), nullable=False),
        sa.Column("likeness", sa.Integer(), nullable=False),
        sa.CheckConstraint("likeness BETWEEN 0 AND 100", name=op.f("ck_repeated_likeness")),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_repeated_recommendation_id_recommendation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["recommendation.id"], name=op.f("fk_repeated_earlier_id_recommendation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("recommendation_id", "earlier_id", name=op.f("pk_repeated")),
    )


def _as_json(text: str) -> str:
    cast = f"CAST({text} AS JSON)" if op.get_bind().dialect.name == "postgresql" else text
    return f"UPDATE action SET places = {cast}"


def _refuse_with_documents() -> None:
    """Where each part stands in its document could not be said again."""
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM offer")):
        raise RuntimeError(
            "Documents were read that version 0006 cannot keep: restore the copy made before the upgrade instead."
        )


def downgrade() -> None:
    _refuse_with_documents()
    for table in ("repeated", "judgement_match", "offer", "told_cell"):
        op.drop_table(table)
    for column in GONE:
        op.add_column("action", sa.Column(column, sa.Integer(), nullable=True))
    op.drop_column("action", "gone_at")
    op.drop_column("action", "places")
