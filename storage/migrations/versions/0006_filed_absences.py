"""Until when the register's file last had somebody away: what it repeats changes nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("person", sa.Column("filed_away_until", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("person", "filed_away_until")
