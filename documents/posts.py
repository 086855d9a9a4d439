"""A register's lines come in: what of them is new, who takes over from whom. All of them or, if one cannot be, none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from documents.intake import slug
from documents.register import Line
from documents.unreadable import Unreadable
from plans.owners import key
from storage import beside, people, posts
from storage.models import Person
from storage.plans import prison_id
from storage.posts import Change, Place, Told


@dataclass(slots=True)
class Entered:
    """What an import did: rows of the register added, changed, ended by a handover, or there already; what is worth a
    look."""

    lines: int
    changes: Counter[Change] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)


def enter(session: Session, lines: Sequence[Line], prisons: dict[str, str], *, told: Told) -> Entered:
    """Save the lines; `prisons` are the keys of those known by plain name. The transaction is the caller's.

    Raises Unreadable, with everything that cannot be; then nothing may be kept.
    """
    entering = _Entering(session, lines, prisons, told)
    # Whoever is named comes before whoever is only pointed at, holders before those who stand in for them, and who left
    # before who came.
    for line in sorted(lines, key=lambda line: (line.email is None, line.number)):
        entering.meet(line)
    for line in sorted(lines, key=lambda line: (line.acting, line.last or date.max, line.number)):
        entering.write(line)
    entering.away()
    entering.retire()
    if entering.wrong:
        raise Unreadable(f"Nothing was saved: {'; '.join(entering.wrong[:8])}.")
    return entering.done


class _Entering:
    def __init__(self, session: Session, lines: Sequence[Line], prisons: dict[str, str], told: Told) -> None:
        self.session, self.lines, self.told = session, lines, told
        self.prisons = prisons
        self.addresses = {address for line in lines for address in (line.email, line.deputy) if address}
        self.people: dict[str, Person] = {}
        self.wrong: list[str] = []
        self.done = Entered(len(lines))

    def count(self, change: Change) -> None:
        self.done.changes[change] += 1

    def meet(self, line: Line) -> None:
        """Whoever the line names, by address or else by name."""
        if line.person is None or line.who in self.people:
            return
        if line.email and line.prison and line.post:
            self._readdress(line.person, line.email, line.prison, line.post)
        try:
            person, change = (
                people.person_by_email(self.session, line.email, line.person)
                if line.email
                else people.person_by_name(self.session, line.person)
            )
        except people.Unsure:
            self.wrong.append(f"line {line.number}, person: there are two people called {line.person}; give an e-mail")
            return
        self.people[line.who] = person
        if change != "unchanged":
            self.count(change)
        if person.email is None:
            self.done.remarks.append(
                f"line {line.number}: {line.person} has no e-mail address and cannot be written to"
            )

    def _readdress(self, person: str, email: str, prison: str, post: str) -> None:
        """An address put right is no handover from somebody to themselves."""
        at = self._prison_id(prison), posts.post_id(self.session, key(post), post)
        if people.readdress(self.session, Place(*at), person, email, unless=self.addresses, on=self.told.on):
            self.count("changed")

    def write(self, line: Line) -> None:
        person = self.people.get(line.who)
        if line.person is not None and person is None:
            return
        who = person.id if person else None
        place = self._prison_id(line.prison) if line.prison else None
        if place is not None and line.group:
            self.count(beside.belong(self.session, place, line.group, told=self.told))
        if place is not None and line.post:
            self._post(line, place, posts.post_id(self.session, key(line.post), line.post), who)
        if who is not None:
            for role in line.roles:
                self.count(
                    beside.have_role(self.session, place, who, role, period=(line.first, line.last), told=self.told)
                )

    def away(self) -> None:
        """A person has as many lines as posts: they are away until the last day that any of them has."""
        days: dict[int, date] = {}
        for line in self.lines:
            who = self.people[line.who].id if line.who in self.people else None
            if who is not None and line.away_until:
                days[who] = max(line.away_until, days.get(who, line.away_until))
        for who, until in days.items():
            self.count(beside.file_away(self.session, who, until, told=self.told))

    def retire(self) -> None:
        """Whoever left a prison's posts, and has no line there, leaves what they were beside them."""
        named = {(line.prison, self.people[line.who].id) for line in self.lines if line.who in self.people}
        for prison in {line.prison for line in self.lines if line.prison}:
            stay = {id for where, id in named if where == prison}
            self.done.changes["ended"] += beside.retire(self.session, self._prison_id(prison), unless=stay)

    def _prison_id(self, prison: str) -> int:
        return prison_id(self.session, self.prisons.get(prison) or slug(prison), name=f"HMP {prison}")

    def _post(self, line: Line, prison: int, post: int, who: int | None) -> None:
        capacity = "acting" if line.acting else "holder"
        try:
            held = posts.hold(
                self.session, Place(prison, post, capacity), who, first=line.first, last=line.last, told=self.told
            )
        except posts.Taken as taken:
            self.wrong.append(self._taken(line, taken))
            return
        self.count(held)
        for organisation in line.liaison_for:
            of = posts.post_id(self.session, key(organisation), organisation)
            self.count(beside.speak_for(self.session, prison, of, post, told=self.told))
        if line.deputy:
            self._deputy(line, line.deputy, Place(prison, post, "deputy"))

    def _deputy(self, line: Line, address: str, place: Place) -> None:
        """Stands in from when the line says its holder begins, if that is still to come or another's deputy went
        before; beside a holder who left, in the holder's days, unless a deputy of those days is known."""
        over = line.last is not None and line.last < self.told.on
        known = posts.held_in(self.session, place, line.first, line.last if over else None)
        if over and known:
            return
        deputy, change = people.person_by_email(self.session, address)
        if change == "added":
            self.count(change)
            self.done.remarks.append(f"line {line.number}: {address} has no line of their own, so no name yet")
        begins = over or known is False or (line.first is not None and line.first > self.told.on)
        first, last = line.first if begins else None, line.last if over else None
        self.count(posts.hold(self.session, place, deputy.id, first=first, last=last, told=self.told))

    def _taken(self, line: Line, taken: posts.Taken) -> str:
        other = self.session.get(Person, taken.person) if taken.person else None
        said = f"the register has {other.name if other else 'it vacant'} from {taken.first.isoformat()}"
        return f"line {line.number}, until: {line.post} of {line.prison} is taken, {said}"
