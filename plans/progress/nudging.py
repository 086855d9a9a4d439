"""Owners asked how actions stand, by whoever looks at a digest: chosen from what is late, red or due soon in it."""

from collections.abc import Iterator

from plans.chat import Answered, Ask, Refill, Say, Submitted
from plans.digest.behind import behind
from plans.digest.offering import reference
from plans.messages import Digest, DigestLine, Field, Form
from plans.progress import chasing
from plans.progress.changing import Wanted
from plans.progress.choosing import all_changed
from plans.progress.facts import Facts, facts
from plans.progress.filling import UNSEEN, WITH_IT
from plans.progress.opening import OLDER, referred
from plans.progress.permitting import may
from plans.progress.receipts import receipt
from plans.progress.turn import Turn, row_number, said
from plans.rights import OPEN

MOST = 100
"""Actions of one form: as many as one menu holds."""

LABEL = 75
NOT_YOURS = (
    "Only a post above an action's owner, the coordinator of {0} or an assurer can ask an owner how it stands. What you"
    " hold yourself is in `/actions mine`."
)
NOTHING = "Nothing of {0} is late, red or due soon any more that an owner could be asked about."
ALL_ASKED = "The owners of all that is late, red or due soon at {0} were asked already, and have not answered yet."
CHOOSE = "Choose at least one action."


def form(turn: Turn, query: str) -> Answered:
    """`query` is of the digest, frozen or a draft."""
    of, _ = referred(turn, query)
    if of is None:
        return said(OLDER)
    pressing = _pressing(of)
    known = facts(turn, [line.action for line in pressing])
    still = [line for line in pressing if line.action in known and known[line.action].status in OPEN]
    theirs = [line for line in still if "nudge" in may(turn, known[line.action])]
    before = chasing.unanswered(turn, [line.action for line in theirs])
    left = [line for line in theirs if line.action not in before]
    if not left:
        return said((ALL_ASKED if before else NOT_YOURS if still else NOTHING).format(of.prison))
    return Ask(_form(turn, of, left, known, len(before)))


def _pressing(of: Digest) -> list[DigestLine]:
    """What is late, the latest first; then what else is red; then what is due soon, the nearest first."""
    late = sorted(behind(of, "overdue"), key=lambda line: -line.line.days_late)
    soon = sorted(behind(of, "due_soon"), key=lambda line: str(line.line.due))
    return list({line.action: line for line in (*late, *behind(of, "red"), *soon)}.values())


def _form(turn: Turn, of: Digest, left: list[DigestLine], known: dict[int, Facts], asked: int) -> Form:
    shown = left[:MOST]
    choices = tuple((str(line.action), _labelled(of, line)) for line in shown)
    notes = tuple((str(line.action), _note(turn, known[line.action])) for line in shown)
    more = f" The {MOST} most pressing of {len(left)} are here." if len(left) > MOST else ""
    was = f" Of {asked} more their owners were asked already, and have not answered yet." if asked else ""
    return Form(
        "nudge",
        "Ask an owner",
        "Ask",
        (
            Field("which", "Which actions?", "any", choices, notes=notes),
            Field("words", WITH_IT, "line", hint=UNSEEN, optional=True),
        ),
        about=reference(of),
        intro=f"Whoever answers for them finds it in their next brief; nobody is written to at once.{more}{was}",
    )


def _labelled(of: Digest, line: DigestLine) -> str:
    """8 Operational Health Lead · 95 days late. The title is cut, not what is said after it."""
    told = line.line
    late = f"{told.days_late} day{'' if told.days_late == 1 else 's'} late" if told.days_late else ""
    ending = f" · {late or line.colour}"
    place = of.places.get(told.plan, "")
    named = f"{place} {told.address} {told.title}".strip()
    room = LABEL - len(ending)
    return f"{named if len(named) <= room else f'{named[: room - 1].rstrip()}…'}{ending}"


def _note(turn: Turn, found: Facts) -> str:
    to = chasing.chased(turn, found)
    return f"asks {chasing.whom(turn, to)}" if to else ""


# --- taken -----------------------------------------------------------------------------------------------------------


def taken(turn: Turn, submitted: Submitted) -> Answered:
    """Each by itself: who may, and whether they were asked meanwhile, is looked up again."""
    ids = list(dict.fromkeys(_chosen(submitted)))
    words = str(submitted.values.get("words") or "").strip()
    if not ids:
        return Refill({"which": CHOOSE})
    if len(words) > chasing.LINE:
        return Refill({"words": f"That is {len(words)} characters: {chasing.LINE} at most."})
    return Say(receipt(turn, all_changed(turn, [Wanted(id, "nudge", words=words) for id in ids[:MOST]])))


def _chosen(submitted: Submitted) -> Iterator[int]:
    chosen = submitted.values.get("which") or ()
    for one in (chosen,) if isinstance(chosen, str) else chosen:
        if isinstance(one, str) and (id := row_number(one)) is not None:
            yield id
