"""Finds the accounts of the people in the register again, each night: who came, who left, whose address changed."""

import structlog

from jobs.recording import Recording
from plans.chat import Messenger
from storage.database import writing
from storage.people import match_accounts

log = structlog.get_logger()


async def refresh(messenger: Messenger, recording: Recording) -> None:
    """By e-mail address, from the workspace's own list. A list that cannot be had changes nothing."""
    members = await messenger.members()

    def match() -> None:
        with writing(recording.engine) as session:
            match_accounts(session, recording.workspace_id, members, recording.machine.wall())

    await recording.thread(match)
    log.info("the accounts were looked through", members=len(members))
