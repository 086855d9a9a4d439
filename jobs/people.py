"""Finds the accounts of the people in the register: each night again, to see who left and whose address changed, and
within a minute when somebody new was registered."""

import structlog

from jobs.recording import Recording
from plans.chat import Messenger
from storage.database import reading, writing
from storage.people import Matched, is_anybody_new, match_accounts

log = structlog.get_logger()


async def refresh(messenger: Messenger, recording: Recording) -> None:
    """By e-mail address, from the workspace's own list. A list that cannot be had changes nothing."""
    members = await messenger.members()

    def match() -> Matched:
        with writing(recording.engine) as session:
            return match_accounts(session, recording.workspace_id, members, recording.machine.wall())

    matched = await recording.thread(match)
    log.info("the accounts were looked through", members=len(members), **matched._asdict())


async def look_for_new(messenger: Messenger, recording: Recording) -> None:
    """Before the day is planned: who is registered in the morning has their brief that day."""

    def anybody() -> bool:
        with reading(recording.engine) as session:
            return is_anybody_new(session)

    if await recording.thread(anybody):
        await refresh(messenger, recording)
