"""Who does a lead's work: asked with a command, done with a press, by the lead's holder or the coordinator."""

from dataclasses import dataclass

from plans.addresses import written as address
from plans.asking import answer
from plans.chat import Answered, Asker, Redraw, Say
from plans.commands import Command
from plans.messages import Notice, Refused, Verb
from plans.owners import is_post, key, name
from plans.progress.changing import Wanted, change
from plans.progress.turn import Turn, listed, row_number, said
from storage.changes import hold
from storage.owed import OwedRow, owners_of, those_owed

MOST = 20
HOW = "Say which action and which post, as in: /actions delegate Rochester 20 Head of Safety"
OLDER = "That button belongs to an older message. Ask again with /actions delegate."
BACK = "-"


@dataclass(frozen=True, slots=True)
class Work:
    """Actions of one prison that are handed over together. `leads` are the keys of those who answer for them."""

    turn: Turn
    rows: list[OwedRow]
    leads: list[str | None]

    @property
    def prison(self) -> str:
        return self.rows[0].prison

    @property
    def where(self) -> str:
        return self.turn.register.prisons.get(self.prison, self.prison)

    @property
    def lead(self) -> str:
        """The names of all who answer for them."""
        return listed([f"the {self.named(one)}" for one in dict.fromkeys(self.leads) if one])

    @property
    def what(self) -> str:
        """Their numbers; of one its title too."""
        addresses = [address(row.ref, row.step) for row in self.rows]
        title = f" {self.rows[0].title}" if len(self.rows) == 1 else ""
        return f"{listed(addresses)}{title} of {self.where}"

    def named(self, party: str) -> str:
        return self.turn.register.names.get(party) or name(party)


def asked(turn: Turn, command: Command) -> Answered:
    """Read back, with one button to do it."""
    if not command.of or not command.post:
        return said(HOW)
    found = answer(turn.session, command.of, asker=Asker(), on=turn.on)
    if found.error or not found.rows:
        return Say(found.message)
    if len(found.rows) > MOST or len({row.prison for row in found.rows}) > 1:
        return said(f"These are {len(found.rows)} actions: too many to hand over at once. {HOW}")
    work = _work(turn, [row.id for row in found.rows])
    post = key(command.post)
    if refusal := _refusal(work, post, command.post):
        return said(refusal)
    return Say(_read_back(work, post))


def _read_back(work: Work, post: str) -> Notice:
    ids = ",".join(str(row.id) for row in work.rows)
    if set(work.leads) == {post}:
        detail = f"{_capital(work.lead)} does the work on {work.what} again, and gets the reminders?"
        return Notice("plain", detail=detail, verbs=(Verb("delegate", f"Yes, {work.lead}", f"{ids} {BACK}"),))
    named = work.named(post)
    detail = (
        f"The {named} does the work on {work.what} for {work.lead}, and gets the reminders from now on?"
        f" {_capital(work.lead)} stays accountable."
    )
    return Notice("plain", detail=detail, verbs=(Verb("delegate", f"Yes, the {named}", f"{ids} {post}"),))


def done(turn: Turn, query: str) -> Answered:
    """What a button carries is never trusted: it is looked up again, and so is who may press it."""
    ids, _, post = query.partition(" ")
    work = _work(turn, [number for one in ids.split(",") if (number := row_number(one)) is not None])
    if not work.rows or not post:
        return said(OLDER)
    wanted = work.leads[0] or "" if post == BACK else post
    if refusal := _refusal(work, wanted, wanted):
        return said(refusal)
    wants = [Wanted(row.id, "delegate", to=work.leads[0] if post == BACK else post) for row in work.rows]
    hold(turn.session, [row.id for row in work.rows])
    for one in [change(turn, want, preview=True) for want in wants]:
        if isinstance(one, Refused):  # all of them or none
            return said(one.sentence)
    for want in wants:
        change(turn, want)
    who = work.lead if post == BACK else f"the {work.named(post)}"
    return Redraw(Notice("plain", detail=f"Recorded: {who} does the work on {work.what} from today."))


def _work(turn: Turn, ids: list[int]) -> Work:
    rows = sorted(those_owed(turn.session, ids), key=lambda row: ids.index(row.id))
    owners = owners_of(turn.session, ids)
    return Work(turn, rows, [next(iter(owners.get(row.id, ())), None) for row in rows])


def _refusal(work: Work, post: str, words: str) -> str | None:
    """Why not, in a sentence: who may, whether there is such a post, whether anybody there would hear."""
    turn = work.turn
    for row, lead in zip(work.rows, work.leads, strict=True):
        if lead is None:
            return f"{address(row.ref, row.step)} names no owner, so there is nobody to do the work for."
        if not (turn.coordinates(row.prison) or turn.holds(row.prison, lead)):
            may = f"the {work.named(lead)} of {work.where} or the coordinator"
            return f"Only {may} can say who does the work on {address(row.ref, row.step)}."
    if set(work.leads) == {post}:
        return None
    if not is_post(words) and post not in turn.register.names:
        return f"I do not know a post named {words[:60]}. {HOW}"
    if not any((one.prison, one.post) == (work.prison, post) and one.person for one in turn.register.holdings):
        named = turn.register.names.get(post) or words[:60]
        return f"Nobody is registered as {named} of {work.where}, so nobody would be reminded. Register them first."
    return None


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
