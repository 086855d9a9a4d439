"""One answer for one action, by a form: opened from a button or a status word, taken once, and never over what somebody
else did meanwhile."""

from dataclasses import dataclass, replace

from plans.asking import answer
from plans.chat import Answered, Ask, Asker, Refill, Say, Submitted
from plans.commands import Command
from plans.dates.finding import find
from plans.messages import Changed, Form, Refused
from plans.progress import drafting
from plans.progress.changing import Wanted, change, permitted
from plans.progress.drafting import Draft, Want
from plans.progress.facts import Facts, facts
from plans.progress.filling import BACK, NEEDED, Filled, fields, mended, read, wrong
from plans.progress.receipts import STALE, receipt, revised
from plans.progress.showing import GONE, answering, label
from plans.progress.turn import Turn, row_number, said
from plans.rights import RIGHTS, Doing

DOINGS: tuple[Doing, ...] = tuple(RIGHTS)
TITLE = 24
"""Letters of a form's title that every platform shows."""


@dataclass(frozen=True, slots=True)
class About:
    """Which action, as it was when the button was drawn, and what is wanted of it; from which draft."""

    found: Facts
    version: int
    doing: Doing
    draft: Draft | None = None

    def __str__(self) -> str:
        return f"{self.found.id} {self.version} {self.doing}" + (f" {self.draft.id}" if self.draft else "")


def about(turn: Turn, query: str) -> About | None:
    """What a button or a form carries is looked up again, whoever forged it."""
    number, version, doing, draft = (*query.split(" "), "", "", "", "")[:4]
    id, seen = row_number(number), row_number(version)
    if id is None or seen is None or doing not in DOINGS:
        return None
    found = facts(turn, [id]).get(id)
    kept = drafting.held(turn, row_number(draft)) if draft else None
    return About(found, seen, next(each for each in DOINGS if each == doing), kept) if found else None


def form(turn: Turn, query: str) -> Answered:
    """Who may not is told so at once, and not once the form is filled in."""
    asked = about(turn, query)
    if asked is None:
        return said(GONE)
    if asked.doing not in permitted(turn, asked.found.id):
        refused = change(turn, Wanted(asked.found.id, asked.doing, words="?"), preview=True)
        return Say(receipt(turn, [refused])) if isinstance(refused, Refused) else said(GONE)
    if asked.doing == "nudge":  # asked already: nobody need write a line for nothing
        refused = change(turn, Wanted(asked.found.id, "nudge"), preview=True)
        if isinstance(refused, Refused):
            return Say(receipt(turn, [refused]))
    return Ask(_form(turn, asked, _known(asked)))


def _form(turn: Turn, asked: About, filled: Filled, intro: str = "") -> Form:
    found = asked.found
    what = label(asked.doing, outside=found.outside)
    return Form(
        "answer",
        f"{found.address}: {what}"[:TITLE],
        what,
        fields(turn, found, asked.doing, filled),
        about=str(asked),
        intro=intro or f"{found.address} {found.title}, {turn.where(found.prison)}.",
    )


def _known(asked: About) -> Filled:
    """What is known already of what somebody said."""
    draft = asked.draft
    want = next((one for one in draft.wants if one.action == asked.found.id), None) if draft else None
    if draft is None or want is None:
        return Filled()
    words = want.reason if want.doing in NEEDED else want.words
    return Filled(words, " ".join(want.links[:1]), want.until, want.day, want.to or "")


def redate(turn: Turn, query: str) -> Answered:
    """The form for what is still missing of a draft, or for another day."""
    draft = drafting.held(turn, row_number(query))
    want = next((one for one in draft.wants if one.asks), draft.wants[0]) if draft and draft.wants else None
    if want is None or draft is None:
        return said(SPENT)
    return form(turn, f"{want.action} {want.version} {want.doing} {draft.id}")


SPENT = "That was answered already, or is too long ago. Say it again."


# --- taken ---------------------------------------------------------------------------------------------------------


def taken(turn: Turn, submitted: Submitted) -> Answered:
    asked, filled = about(turn, submitted.about), read(submitted.values)
    if asked is None:
        return said(GONE)
    want = _want(asked, filled)
    if amiss := mended(wrong(turn, asked.found, want.wanted, filled)):
        return Refill(amiss)
    if asked.draft and len(asked.draft.wants) > 1:
        return _into(turn, asked.draft, want)
    done = change(turn, want.wanted)
    if asked.draft and isinstance(done, Changed):
        drafting.taken(turn, asked.draft.id)
    if isinstance(done, Refused) and done.why in STALE:
        return _too_late(turn, want, done)
    return Say(receipt(turn, [done]), revised=revised(turn, [done]))


def _want(asked: About, filled: Filled) -> Want:
    to = None if filled.to in ("", BACK) else filled.to
    return Want(
        asked.found.id, asked.doing, asked.version, filled.words, filled.until, filled.day, to, filled.links,
        reason=filled.words,
    )  # fmt: skip


def _into(turn: Turn, draft: Draft, want: Want) -> Answered:
    """Of several actions, what was asked about one: the rest is still to be confirmed with it."""
    wants = tuple(want if one.action == want.action else one for one in draft.wants)
    return Say(drafting.read_back(turn, drafting.kept(turn, replace(draft, wants=wants))))


def _too_late(turn: Turn, want: Want, refused: Refused) -> Answered:
    """What was written is not lost: the form opens with it again, over what has changed."""
    found = facts(turn, [want.action])[want.action]
    if want.doing not in permitted(turn, want.action):
        return Say(receipt(turn, [refused]))
    again = replace(want, version=found.version, reason=want.words)
    draft = drafting.kept(turn, Draft(want.words, (again,)))
    verb = answering(found, want.doing, f"{label(want.doing, outside=found.outside)} all the same", draft.id)
    return Say(receipt(turn, [refused], more=[verb]))


# --- a status word -------------------------------------------------------------------------------------------------


def asked(turn: Turn, command: Command) -> Answered | None:
    """`Rochester 5 blocked awaiting funding`: the form, filled in, for who may change it. None: it stays a question."""
    doing = command.doing
    known = turn.identity is not None or turn.as_post is not None
    found = answer(turn.session, command.of, asker=Asker(), on=turn.on) if known and doing else None
    if doing is None or found is None or found.error or len(found.rows) != 1:
        return None
    row = found.rows[0]
    if doing not in permitted(turn, row.id):
        return None
    facts_of = facts(turn, [row.id])[row.id]
    return Ask(_form(turn, About(facts_of, facts_of.version, doing), _said(turn, command)))


def _said(turn: Turn, command: Command) -> Filled:
    """A day in the words is the one asked for; the rest of them says why."""
    if command.doing != "postpone":
        return Filled(command.words)
    days = [one for one in find(command.words, turn.on) if one.span is not None]
    if not days or days[0].span is None:
        return Filled(command.words)
    first = days[0]
    rest = f"{command.words[: first.start]} {command.words[first.end :]}".strip()
    reason = " ".join(word for word in rest.split() if word.strip(",.;:-"))
    return Filled(_without_lead(reason), until=days[0].span.last)


def _without_lead(reason: str) -> str:
    """Nothing is left of "until March" but "until"."""
    words = reason.split()
    while words and words[0].casefold().strip(",.;:") in _LEADS:
        words = words[1:]
    words = [] if words == ["the"] else words
    return " ".join(words).strip(" ,;:-")


_LEADS = frozenset("until till to by and because as since".split())
