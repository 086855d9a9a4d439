"""The `doctor` command: is the database ours, does every history hold, is anything in doubt, is anybody missing?"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy.engine import Engine
from sqlmodel import Session, col, select

from app import diagnosis, leaders
from app.diagnosis import Found, Gap, History, Unsound
from app.settings import Settings
from plans.chat import Asker
from plans.digests import unsound
from plans.progress.holding import owed
from plans.progress.turn import Turn
from storage.database import reading, schema_version
from storage.doubts import open_deliveries
from storage.history import verify
from storage.models import Chain, Plan

_SECRETS = ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN")


def examine(made: Engine, chosen: Settings, *, as_json: bool) -> int:
    """Print what was found; 1 where a history or a digest does not hold, else 0."""
    with reading(made) as session:
        found = _found(session, made, chosen)
    if as_json:
        print(json.dumps(diagnosis.as_json(found), ensure_ascii=False))
    else:
        print("\n".join(diagnosis.sentences(found)))
    return 0 if found.holds else 1


def _found(session: Session, made: Engine, chosen: Settings) -> Found:
    turn = Turn(session, Asker(), datetime.now(UTC), channel="cli")
    return Found(
        version=schema_version(made) or "",
        database={"sqlite": "SQLite", "postgresql": "PostgreSQL"}[made.dialect.name],
        histories=tuple(_histories(session)),
        deliveries=open_deliveries(session),
        gaps=tuple(_gaps(turn)),
        without_account=tuple(_without_account(turn)),
        leaders=leaders.found(session),
        digests=tuple(_digests(turn)),
        settings=_settings(chosen),
    )


def _histories(session: Session) -> Iterator[History]:
    for plan in session.exec(select(Plan).order_by(col(Plan.key))).all():
        head = session.get(Chain, plan.id)
        yield History(plan.key, head.seq if head else 0, tuple(verify(session, plan.id or 0)))


def _digests(turn: Turn) -> Iterator[Unsound]:
    people = {f"person {one.person.id}": one.person.name for one in turn.register.holdings if one.person}
    prisons = {f"prison {key}": name for key, name in turn.register.prisons.items()}
    for scope, number, why in unsound(turn.session):
        yield Unsound((prisons | people).get(scope, scope), number, why)


def _gaps(turn: Turn) -> Iterator[Gap]:
    for prison in turn.register.prisons:
        for party, count in owed(turn, prison).most_common():
            found, _ = turn.directory.answering(prison, party)
            if found.gap and found.gap.kind in ("unregistered", "vacant", "no_liaison"):
                instead = found.to.person.name if found.to.person else None
                yield Gap(turn.where(prison), turn.name_of(party), count, instead)


def _without_account(turn: Turn) -> Iterator[tuple[str, str]]:
    """(name, why) of everybody who holds a post today and cannot be written to."""
    held = [one.person for one in turn.register.holdings if one.person and one.period.has(turn.on)]
    for person in dict.fromkeys(held):
        if person.unreachable:
            yield person.name, person.unreachable


def _settings(chosen: Settings) -> dict[str, bool]:
    """Which of the secrets are set; never what they are."""
    named = {str(field.validation_alias): name for name, field in type(chosen).model_fields.items()}
    return {secret: getattr(chosen, named[secret]) is not None for secret in _SECRETS}
