"""The buttons under a digest: a list behind each of its numbers, in the order in which it says them. Pure.

Each opens what `plans.digest.behind` has of that name, so that no button can count what it does not open.
"""

from collections.abc import Iterator

from plans.messages import COLOURS, Digest, GroupDigest, Verb

MOST = 21
"""Buttons that open lists: with the two after them, no more than Slack takes in one block."""

LABEL = 75
"""Characters that every platform shows of a button."""

GROUPED = 10
"""Prisons of a group's digest whose own can be opened with a press."""

THEMES = "themes"
"""Behind it stands no list but a button for each theme's."""

_SAID: tuple[tuple[str, str], ...] = (
    ("overdue", "late"),
    ("new", "newly late"),
    ("cleared", "no longer late"),
    ("before_live", "late when loaded"),
    ("blocked", "blocked"),
    ("reported", "to confirm"),
    ("past_reported", "past their date, reported"),
    ("extensions", "other dates asked for"),
    ("hand_overs", "other leads asked for"),
    ("due_soon", "due in 14 days"),
)
_AFTER_CHANGES: tuple[tuple[str, str], ...] = (
    ("slipped", "slipped"),
    ("no_date", "with no date"),
    ("printed", "printed as completed"),
)
_OF_ONE = {
    "past_reported": "past its date, reported",
    "extensions": "other date asked for",
    "hand_overs": "other lead asked for",
}


def reference(digest: Digest) -> str:
    """What a button carries of it: the number of its row, or of a draft its prison and its day."""
    return f"{digest.key} {digest.on.isoformat()}" if digest.draft or not digest.id else str(digest.id)


def offered(digest: Digest) -> tuple[Verb, ...]:
    """Every number that is not nought opens its list; then an owner can be asked, and the whole saved as a page."""
    of = reference(digest)
    lists = [Verb("behind", label[:LABEL], f"{of} {name}") for name, label in _lists(digest)]
    asks = (Verb("nudge", "Ask an owner", of),) if digest.counts.open else ()
    return (*lists[:MOST], *asks, *((Verb("save", "As a page", of),) if digest.counts.total else ()))


def _lists(digest: Digest) -> Iterator[tuple[str, str]]:
    yield from _counted(digest, _SAID)
    if digest.changes:
        yield "changes", "1 change" if len(digest.changes) == 1 else f"{len(digest.changes)} changes"
    yield from _counted(digest, _AFTER_CHANGES)
    yield from _counted(digest, tuple((colour, colour) for colour in COLOURS))
    if len(digest.themes) > 1:
        yield THEMES, "By theme"
    if digest.counts.total:
        yield "all", f"All {digest.counts.total}"


def _counted(digest: Digest, names: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for name, words in names:
        if count := getattr(digest.counts, name):
            yield name, f"{count} {_OF_ONE.get(name, words) if count == 1 else words}"


def offered_of_group(group: GroupDigest) -> tuple[Verb, ...]:
    """The digests of the prisons that need it most: exceptions stand first."""
    return tuple(Verb("digest", row.prison[:LABEL], row.key) for row in group.rows[:GROUPED])
