"""What whoever will be asked about a digest is told of it the working day before: how much is late, what turns red."""

from plans.calendar import working_day_after
from plans.digest.colours import UNCONFIRMED_WORKING
from plans.messages import Digest, DigestLine, Drafted


def drafted(draft: Digest, before: Digest | None) -> Drafted:
    """`before` is the last that was frozen. Where none was, what was red then is told from the lines themselves."""
    red = {line.action for line in before.lines if line.colour == "red"} if before else None
    new = [
        line
        for line in draft.lines
        if line.colour == "red" and not (_was_red(line, draft) if red is None else line.action in red)
    ]
    return Drafted(
        prison=draft.prison,
        key=draft.key,
        on=draft.on,
        total=draft.counts.total,
        overdue=draft.counts.overdue,
        reddens=tuple(f"{draft.places.get(line.line.plan, '')} {line.line.address}".strip() for line in new),
    )


def _was_red(line: DigestLine, draft: Digest) -> bool:
    """On the day since which this digest counts: late then, or in the status that makes it red for as long as that."""
    if line.was_late or line.since is None:
        return line.was_late
    if line.line.status == "reported":
        return working_day_after(line.since, UNCONFIRMED_WORKING) <= draft.since
    return line.line.status == "blocked" and line.since <= draft.since
