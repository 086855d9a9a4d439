"""What the reader of a brief may do with it by a press (MESSAGES, a Monday brief)."""

from collections.abc import Iterator

from plans.messages import SHOWN, Brief, BriefLine, Verb
from plans.policy.desk import OWED

DECISIONS = ("confirm", "approve", "accept")
"""What waits for its reader's yes, by the policy's reasons."""

_DECIDE = {"confirm": "Confirm", "approve": "Decide", "accept": "Accept"}
_FOR = frozenset({"liaison", "coordinator"})
_OWN = frozenset({"lead", "delegate", *_FOR})
ASKED = 3
"""Plans whose inspection is asked about with a button of its own; the sentence names every one."""

_AT_ONCE = ("late", "this_week")
"""Sections whose first line has its answers under the brief."""


def verbs(brief: Brief) -> tuple[Verb, ...]:
    """Those of a brief with a number in the ledger, the nearest to its purpose first."""
    number = str(brief.delivery)
    own = (*_decide(brief, number), *_update(brief, number), *_answers(brief))
    return (*own, *_tells(brief), *_drafts(brief), *_looks(brief, number))


def is_own(line: BriefLine) -> bool:
    """Is it the reader's to answer for, and not answered since?"""
    asked = line.line.status in OWED or line.reason == "still"
    return line.quality in _OWN and line.reason != "closed_plan" and asked and not line.now


def _decide(brief: Brief, number: str) -> Iterator[Verb]:
    waiting = [those for line in brief.lines if (those := [kind for kind in line.decides if _waits(line, kind)])]
    kinds = {kind for one in waiting for kind in one}
    if waiting:
        word = _DECIDE[kinds.pop()] if len(kinds) == 1 else "Decide"
        yield Verb("decide", f"{word} {len(waiting)}", number)


def _waits(line: BriefLine, kind: str) -> bool:
    """A remark decides nothing, nor does how it goes while another date or another lead is asked for."""
    return line.now in ("", *_UNDECIDED[kind])


_UNDECIDED = {
    "confirm": ("note",),
    "approve": ("note", "postpone", "hand_over", "progress", *OWED),
    "accept": ("note", "postpone", "progress", *OWED),
}


def _update(brief: Brief, number: str) -> Iterator[Verb]:
    own = sum(is_own(line) for line in brief.lines)
    if own > 1:
        yield Verb("update", f"Update all {own}", number)


def _answers(brief: Brief) -> Iterator[Verb]:
    """Of the first line that is late, else due this week, or of the reader's only one; and of what a coordinator
    reported for its reader."""
    pressing = (
        line for name in _AT_ONCE for section in brief.sections if section.name == name for line in section.lines
    )
    own = [line for line in brief.lines if is_own(line)]
    only = own[0] if len(own) == 1 and own[0].reason != "still" else None
    first = next(filter(is_own, pressing), only)
    if first:
        yield _answer(brief, first, "report", "Done", "says done")
        yield _answer(brief, first, "postpone", "Need longer", "needs longer")
    for line in brief.lines:
        if line.line.status == "reported" and line.news and line.news[-1].doing == "report" and not line.now:
            yield Verb("answer", f"{_ref(brief, line)}: Not done yet", f"{line.action} {line.version} progress")


def _answer(brief: Brief, line: BriefLine, doing: str, own: str, others: str) -> Verb:
    label = f"{_ref(brief, line)}: {own}"
    if line.quality in _FOR and line.line.owners:
        ours = [each for each in brief.lines if each.owed_by == line.owed_by and each.quality in _FOR]
        label = f"{line.owed_by} {others}" if len(ours) == 1 else f"{_ref(brief, line)}: {line.owed_by} {others}"
    return Verb("answer", label, f"{line.action} {line.version} {doing}")


def _ref(brief: Brief, line: BriefLine) -> str:
    return f"{brief.places.get(line.line.plan, '')} {line.line.address}".strip()


def _tells(brief: Brief) -> Iterator[Verb]:
    """What only the coordinator can say."""
    asked = [gap for gap in brief.gaps if gap.kind == "no_inspection"][:ASKED]
    for gap in asked:
        yield Verb("inspected", "Give the inspection date" if len(asked) == 1 else f"{gap.prison}: inspected", gap.post)
    for gap in [gap for gap in brief.gaps if gap.kind == "digest_doubted"][:ASKED]:
        yield Verb("arrived", f"{gap.instead}: digest is there", gap.post)
        yield Verb("repeat", f"{gap.instead}: post digest", gap.post)


def _drafts(brief: Brief) -> Iterator[Verb]:
    for one in brief.drafts:
        label = "See the draft" if len(brief.drafts) == 1 else f"{one.prison}: see the draft"
        yield Verb("digest", label, f"{one.key} draft")


def _looks(brief: Brief, number: str) -> Iterator[Verb]:
    """Show all where not all is shown; Snooze where a line of the reader's own may still be put off; Seen always."""
    if any(len(section.lines) > SHOWN for section in brief.sections):
        yield Verb("all", "Show all", number)
    if any(may_be_snoozed(section.name, line) for section in brief.sections for line in section.lines):
        yield Verb("snooze", "Snooze", number)
    yield Verb("seen", "Seen", number)


def may_be_snoozed(section: str, line: BriefLine) -> bool:
    """The reader's own lines, until one has gone up the ladder."""
    return is_own(line) and line.line.status in OWED and line.told is None and section != "decision"
