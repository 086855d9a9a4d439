"""The `channels` commands: which channels get a prison's digest, or its coordinator's notices."""

import asyncio
import json
from collections.abc import Iterable
from datetime import datetime
from typing import cast, get_args

from sqlalchemy.engine import Engine
from sqlmodel import Session

from app.failing import Failed, Unusable
from app.holding import known_prison
from app.settings import Settings
from app.wiring import PLATFORM, TEAM, clock
from bot.channels import proof
from bot.slack.channels import Channel, Unfit, found
from bot.slack.clients import open_client, open_session
from bot.slack.sender import Sender
from plans import digests
from plans.calendar import day_of
from plans.chat import InDoubt, Later, Never
from plans.digest import weekly
from plans.messages import Notice
from plans.policy.differing import EVERY_PLAN
from plans.situations import settings_in_force
from storage.channels import ChannelRow, Purpose, channels
from storage.channels import add as save
from storage.channels import remove as take_off
from storage.database import reading, writing
from storage.registered import prison_rows
from storage.workspaces import workspace_id


def add(made: Engine, chosen: Settings, prison: str, words: str, purpose: str, *, as_json: bool = False) -> None:
    """Find the channel, prove it by a post, and save it. Nothing is saved where that fails."""
    wanted, now = _purpose(purpose), clock()
    with reading(made) as session:
        key = known_prison(session, prison)
        name = dict(prison_rows(session))[key]
        message = _proof(session, wanted, name, now)
        held = [one for one in channels(session) if one.prison == key and one.purpose == wanted and one.active]
    if not chosen.slack_bot_token:
        raise Unusable("SLACK_BOT_TOKEN is not set: .env.example says where Slack shows it.")
    one, proved = asyncio.run(_proved(chosen, words, message, {each.external for each in held}))
    if proved:
        with writing(made) as session:
            place = workspace_id(session, platform=PLATFORM, team=TEAM)
            save(session, key, wanted, workspace=place, external=one.id, name=one.name, at=now)
    what = f"{name}'s {_WHAT[wanted]}"
    said = f"#{one.name} gets {what}: a post there says so." if proved else f"#{one.name} gets {what} already."
    _answer(made, said, as_json=as_json)


def remove(made: Engine, prison: str, words: str, purpose: str | None, *, as_json: bool = False) -> None:
    """Nothing of that prison is posted there any more."""
    wanted = _purpose(purpose) if purpose else None
    named = words.strip().removeprefix("#")
    with writing(made) as session:
        key = known_prison(session, prison)
        name, held = dict(prison_rows(session))[key], [one for one in channels(session) if one.prison == key]
        gone = [one for one in held if named in (one.external, one.name) and wanted in (None, one.purpose)]
        if not gone:
            has = f" It has {_listed(held)}." if held else ""
            raise Unusable(f"{name} has no channel #{named}{f' for {wanted}' if wanted else ''}.{has}")
        take_off(session, [one.id for one in gone])
    what = " and ".join(_WHAT[one.purpose] for one in gone)
    _answer(made, f"#{gone[0].name} does not get {name}'s {what} any more.", as_json=as_json)


def show(made: Engine, *, as_json: bool = False) -> None:
    """Every channel, and what is wrong with it."""
    with reading(made) as session:
        lines = [_line(one) for one in channels(session)]
    none = "No channel gets anything yet: actions channels add PRISON CHANNEL --for digest"
    _answer(made, "\n".join(lines) or none, as_json=as_json)


async def _proved(chosen: Settings, words: str, message: Notice, held: set[str]) -> tuple[Channel, bool]:
    """The channel, and whether it was proved now: one that is held already is not posted to."""
    url = chosen.slack_api_url.rstrip("/") + "/"
    async with open_session(url) as session:
        client = open_client(chosen.slack_bot_token, url, session)
        try:
            one = await found(client, words)
            if one.id in held:
                return one, False
            await Sender(client).post(one.id, message, key=f"channel {one.id}")
        except Unfit as unfit:
            raise Unusable(str(unfit)) from unfit
        except InDoubt as doubt:
            raise Failed(f"{doubt}: look in #{one.name} whether a post arrived, and add it again.") from doubt
        except (Later, Never) as refused:
            raise Failed(f"Nothing could be posted in #{one.name}: {refused}.") from refused
    return one, True


def _proof(session: Session, purpose: Purpose, prison: str, now: datetime) -> Notice:
    settings = settings_in_force(session, day_of(now))[EVERY_PLAN]
    opened = weekly.opening(now, settings)
    return proof(purpose, prison, settings, day_of(now) if opened else digests.next_day(session, now))


def _purpose(words: str) -> Purpose:
    if words not in get_args(Purpose):
        raise Unusable(f"--for is digest or coordinator, not {words}.")
    return cast(Purpose, words)


def _answer(made: Engine, text: str, *, as_json: bool) -> None:
    if not as_json:
        print(text)
        return
    with reading(made) as session:
        print(json.dumps({"channels": [_json(one) for one in channels(session)], "text": text}, ensure_ascii=False))


def _json(one: ChannelRow) -> dict[str, object]:
    names = {"prison": one.prison_name, "channel": one.name, "id": one.external, "for": one.purpose}
    return {**names, "active": one.active, "why": one.why}


def _line(one: ChannelRow) -> str:
    refused = "" if one.active else f", but not any more: {one.why}"
    return f"#{one.name} gets {one.prison_name}'s {_WHAT[one.purpose]}{refused}."


def _listed(held: Iterable[ChannelRow]) -> str:
    return ", ".join(f"#{one.name} for {one.purpose}" for one in held)


_WHAT = {"digest": "weekly digest", "coordinator": "notices for the coordinator"}
