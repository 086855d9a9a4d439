"""The same plan again: what it prints anew, what it no longer prints, what it prints under another number.

What people reported is never overwritten: a re-issue may change words, owners and dates, and only a status that its
own words gave. What it no longer prints is kept as it is, open and owed: nobody closed it. See ADR 16.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from documents.draft import ActionDraft, PlanDraft
from documents.reissues.concerns import concerns_of, facts_of, reword
from documents.reissues.differing import differ
from documents.reissues.following import Named, follow
from documents.reissues.merging import matched
from documents.reissues.numbering import renumber
from documents.reissues.outcomes import Outcome, Said
from documents.reissues.recording import Record, agreed, anew, gone, loaded, returned
from documents.reissues.rejudging import rejudge
from documents.reissues.said import said_of
from documents.reissues.telling import told_gone, told_new, told_of
from documents.reissues.versions import Matching, Version
from documents.rows import add_actions, owner_ids, owner_links
from plans.addresses import written
from plans.calendar import day_of
from plans.messages.imports import ReissueChange
from plans.rights import UNFINISHED
from storage.history import hold
from storage.models import Action, ActionOwner, Owner, Plan


@dataclass(slots=True)
class Reissued:
    """`changes` are counted as an import reports them; `differences` are told; `gone` are addresses that are printed
    no more, as they were; `undated` those that had a day to be done by, and have none now. `rejudged`: a review's
    judgements are others."""

    changes: dict[str, int] = field(default_factory=dict)
    differences: list[ReissueChange] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    rejudged: bool = False


def reissue(session: Session, plan: Plan, draft: PlanDraft, at: datetime) -> Reissued:
    """Bring what the plan prints up to date. Actions gone from it are kept and counted."""
    hold(session, plan.id or 0)  # before the actions, as whoever answers does
    return _Reissue(session, plan, draft, at).run()


class _Reissue:
    """One newer version of one plan, while it is merged into what is held."""

    def __init__(self, session: Session, plan: Plan, draft: PlanDraft, at: datetime) -> None:
        self.session, self.plan, self.at = session, plan, at
        self.printed = dict(enumerate(draft.actions))
        self.draft = draft
        wanted = select(Action).where(Action.plan_id == plan.id).order_by(col(Action.position))
        # What was read before the plan was held may have been answered since.
        rows = session.exec(wanted.execution_options(populate_existing=True)).all()
        self.held = {row.id or 0: row for row in rows}
        self.found: Matching = matched(
            [_held(row) for row in rows], [_printed(place, one) for place, one in self.printed.items()]
        )
        self.rows = {place: self.held[id_] for place, id_ in self.found.pairs.items()}
        self.record = Record(session, plan.id or 0)
        self.counts: Counter[str] = Counter()
        self.told: list[ReissueChange] = []
        self.moved: list[tuple[Named, Named]] = []
        self.undated: list[str] = []

    def run(self) -> Reissued:
        outcomes = self._compare()
        left = [row for id_, row in self.held.items() if id_ not in self.found.pairs.values()]
        missing = [row for row in left if row.gone_at is None]
        self.told += told_gone(missing, self.found, self.rows, self.printed)
        addresses = self._part(missing)
        positions = renumber(self.session, self.printed, self.rows, left)
        for place, outcome in outcomes.items():
            self._apply(self.rows[place], self.printed[place], outcome)
        reword(self.session, self.plan, [(row, self.printed[place]) for place, row in self.rows.items()])
        follow(self.session, self.plan, self.moved)
        self._add({place: positions[place] for place in self.printed if place not in self.rows})
        judged = rejudge(self.session, self.plan, self.draft)
        if judged is not None:
            self.told += judged
            self.record.judged(self.at)
        self.record.write()
        counts = {name: self.counts[name] for name in ("added", "changed", "removed", "unchanged")}
        return Reissued(counts, self.told, addresses, self.undated, judged is not None)

    def _compare(self) -> dict[int, Outcome]:
        """By place what is different of each action that is held; before anything is written."""
        said, nothing = said_of(self.session, self.plan, day_of(self.at)), Said(self._read_by)
        concerns = {row.id: facts_of(row) for row in concerns_of(self.session, self.plan)}
        found = {}
        for place, row in sorted(self.rows.items()):
            ref, theme, text, response = concerns.get(row.recommendation_id, (None, None, None, None))
            self.moved.append(((ref, theme), (self.printed[place].ref, self.printed[place].theme)))
            concern = (theme, text, response)
            found[place] = differ(row, concern, self.printed[place], said.get(row.id or 0, nothing))
            self.counts["changed" if found[place].differences else "unchanged"] += 1
            self.told += told_of(self.printed[place], row, found[place])
        return found

    @property
    def _read_by(self) -> date:
        return self.plan.submitted or day_of(self.at)

    def _part(self, missing: list[Action]) -> list[str]:
        """What is printed no more is said to be, under the number that it had; the numbers."""
        numbers = []
        for row in missing:
            whole = self.printed.get(self.found.joined.get(row.id or 0, -1))
            self.record.add(gone(row, self.at, whole, list(self.printed.values())))
            numbers.append(written(row.ref, row.step))
            row.gone_at = self.at
            row.version += 1
        self.counts["removed"] = len(missing)
        return numbers

    def _apply(self, row: Action, draft: ActionDraft, outcome: Outcome) -> None:
        status, due, is_back = row.status, row.due, row.gone_at is not None
        for name, value in outcome.facts.items():
            setattr(row, name, value)
        if due and row.due is None and row.status in UNFINISHED and not (row.standing or row.recurrence):
            self.undated.append(written(row.ref, row.step))
        lead = self._own(row, draft) if outcome.owns else None
        if not outcome.differences:
            return
        row.version += 1
        if is_back:
            self.record.add(returned(row, self.at))
        if outcome.agrees:
            self.record.add(agreed(row, self.at, due))
            due = row.due
        if [one for one in outcome.differences if one.kind != "again"]:
            self.record.add(anew(row, self.at, outcome.differences, (status, due), lead))

    def _own(self, row: Action, draft: ActionDraft) -> tuple[str, int | None]:
        """Make them its owners who are printed; the key of the new lead and where among the owners it stood before."""
        held = select(ActionOwner).where(ActionOwner.action_id == row.id).order_by(col(ActionOwner.position))
        before = list(self.session.exec(held).all())
        links = owner_links(row, draft, owner_ids(self.session, draft.owners))
        for link in before:
            self.session.delete(link)
        self.session.flush()
        self.session.add_all(links)
        self.session.flush()
        lead = self.session.get(Owner, links[0].owner_id) if links else None
        was_at = next((link.position for link in before if lead and link.owner_id == lead.id), None)
        return (lead.key if lead else "", was_at)

    def _add(self, positions: Mapping[int, int]) -> None:
        """`positions` by place in the document."""
        new = [(position, self.printed[place]) for place, position in positions.items()]
        parts = {place: self.held[id_] for place, id_ in self.found.parted.items()}
        for row, place in zip(add_actions(self.session, self.plan, new), positions, strict=True):
            self.record.add(loaded(row, self.at, parts.get(place)))
            self.told.append(told_new(self.printed[place], parts.get(place)))
        self.counts["added"] = len(new)


def _held(row: Action) -> Version:
    cells = (row.owner_cell or "", row.target or "")
    return Version(row.id or 0, row.ref, row.step, row.text, cells, row.gone_at is not None)


def _printed(place: int, one: ActionDraft) -> Version:
    cells: tuple[Any, ...] = (one.owner_cell or "", one.target.printed or "")
    return Version(place, one.ref, one.step or "", one.text, cells)
