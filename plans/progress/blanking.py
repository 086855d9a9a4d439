"""Words removed from the history: by an administrator alone, for good, and the history says so (DESIGN section 3).

What an entry did stays; the chain holds a salted hash of the words, which goes with them.
"""

from plans.messages import Changed, Refused
from plans.progress import refusing
from plans.progress.facts import Facts, facts
from plans.progress.refusing import refused
from plans.progress.telling import changed
from plans.progress.turn import Turn
from storage import changes
from storage.entries import EntryRow, history
from storage.erasing import erase
from storage.history import Happened, append, blank_words

ONLY = "Only an administrator can remove words from the history."
NOTHING = "There are no words there to remove."
OPERATOR = "the operator"


def may_blank(turn: Turn, prison: str) -> bool:
    """Whoever runs commands on the machine itself, and names nobody, can do worse there: they are trusted."""
    return turn.has_role("administrator", prison) or (turn.channel == "cli" and not turn.asker.post)


def blank(turn: Turn, action: int, seq: int) -> Changed | Refused:
    """Remove the words of the entry of that seq, and say in the history who did."""
    changes.hold(turn.session, [action])
    found = facts(turn, [action]).get(action)
    if found is None:
        return refusing.gone(action)
    if not may_blank(turn, found.prison):
        return refused(found, "right", ONLY)
    entry = next((one for one in history(turn.session, action) if one.seq == seq), None)
    if entry is None or entry.words is None:
        return refused(found, "nothing", NOTHING)
    return _blanked(turn, found, entry, entry.words)


def _blanked(turn: Turn, found: Facts, entry: EntryRow, words: str) -> Changed:
    session = turn.session
    blank_words(session, entry.id)
    erase(session, found.id, words)
    done = Happened(
        kind="blank",
        at=turn.now,
        channel=turn.channel,
        action_id=found.id,
        who=turn.who or OPERATOR,
        as_post="administrator",
        person_id=turn.person,
        words=f"entry {entry.seq}",
    )
    seq = append(session, found.plan_id, [done])
    return changed(turn, found, "blank", as_post="administrator", to_status=found.status, entry=seq)
