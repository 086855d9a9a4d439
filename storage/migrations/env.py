"""What Alembic runs: the migrations, over the connection that `storage.migrating` gives it."""

from typing import Any, Literal

from alembic import context
from alembic.script import ScriptDirectory
from sqlmodel import AutoString, SQLModel

from storage.models import Instant


def number_the_revision(_context: Any, _revision: Any, directives: list[Any]) -> None:
    """Give a new migration the next four-digit number."""
    head = ScriptDirectory.from_config(context.config).get_current_head() or "0"
    directives[0].rev_id = f"{int(head) + 1:04}"


def spell_types_plainly(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A migration outlives our own types: it names the database's."""
    plain = {AutoString: "sa.String()", Instant: "sa.DateTime(timezone=True)"}
    return plain.get(type(item), False) if kind == "type" else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    process_revision_directives=number_the_revision,
    render_item=spell_types_plainly,
)
with context.begin_transaction():
    context.run_migrations()
