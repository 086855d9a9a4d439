"""One ref of a plan and its steps, as rows add to them: what finishes the step above, what opens one, what waits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from documents.assembly.finishing import finish_text
from documents.assembly.joining import finishes_owner, finishes_target, join_dates, join_wrapped
from documents.assembly.pieces import Piece, Places, Step, StepCells, Theme, note, words_of
from documents.assembly.sentences import has_numeral, heading_before_numeral, is_tail, reads_as_heading
from documents.assembly.steps import is_headed, pair, units
from documents.draft import Place
from plans.joint_owners import ends_open
from plans.owners import is_known, is_post


@dataclass(slots=True)
class Record:
    """`waiting` are paragraphs whose owners and dates may follow as rows; `owner` is the last cell printed."""

    ref: str
    section: str | None = None
    theme: Theme | None = None
    owner: str | None = None
    concern: str = ""
    response: str | None = None
    heading: str | None = None
    steps: list[Step] = field(default_factory=list)
    waiting: list[Piece] = field(default_factory=list)
    waiting_flags: list[str] = field(default_factory=list)
    places: Places = field(default_factory=dict)
    owner_places: list[Place] = field(default_factory=list)
    section_place: Place | None = None
    flags: list[str] = field(default_factory=list)

    def take(self, cells: StepCells) -> bool:
        """Add what a row says; False when its owner or date has no action to belong to."""
        if (cells.after_break or not cells.targets) and cells.actions and self._is_only_heading(cells.actions[0]):
            cells = self._with_heading(cells)
        owners, targets = join_wrapped(cells.owners), join_dates(cells.targets)
        actions = self._take_heading(self._with_waiting(list(cells.actions)), max(len(owners), len(targets)))
        if self.steps:
            if not cells.served:
                owners, targets = self._finish_cells(owners, targets)
            many = 0 if cells.served else max(len(owners), len(targets))
            actions = finish_text(
                self.steps[-1], actions, many, after_break=cells.after_break, waits=bool(self.waiting)
            )
        went_on = cells.served and (not actions or actions[0].bullet)  # what serves the row served the step above
        if went_on or not (owners or targets or (self.steps and actions and has_numeral(actions[0].words))):
            self._wait(actions, cells.flags)
        elif not actions and cells.actions and cells.after_break and not targets and not self.waiting:
            self._finish_owner(owners)
        elif not actions:
            return self._place_waiting(owners, targets)
        else:
            self.settle()
            self._add(pair(actions, owners, targets), cells.flags)
        return True

    def settle(self) -> None:
        """Paragraphs still waiting go on with the step above them, or make the first one: no owner or date came."""
        waiting, self.waiting = self.waiting, []
        flags, self.waiting_flags = self.waiting_flags, []
        if waiting and self.steps:
            self.steps[-1].add(waiting)
            self.steps[-1].flags += flags
        elif waiting:
            self._add(pair(waiting, [], []), flags)

    def _take_heading(self, actions: list[Piece], many: int) -> list[Piece]:
        """Take a heading printed above the steps within their cell, or in front of the first one's numeral."""
        if not self.steps and actions and (apart := heading_before_numeral(actions[0].words)):
            self.heading = apart[0]
            return [replace(actions[0], words=apart[1]), *actions[1:]]
        if self.steps or not is_headed(actions, many):
            return actions
        self.heading = actions[0].words
        return actions[1:]

    def _is_only_heading(self, below: Piece) -> bool:
        """Did a page, or a row of its own, part a heading from the first step, so that it was taken for one?"""
        alone = self.steps[0].text if len(self.steps) == 1 and not self.waiting else words_of(self.waiting)
        bare = not self.heading and len(self.steps) + len(self.waiting) == 1
        return bare and has_numeral(below.words) and not has_numeral(alone) and reads_as_heading(alone)

    def _with_heading(self, cells: StepCells) -> StepCells:
        """The row with the owner and date that began beside the heading on the page before."""
        if self.waiting:
            self.heading, self.waiting = self.waiting[0].words, []
            return cells
        (above,) = self.steps
        self.heading, self.steps = above.text, []
        owners = [Piece(above.owner, tuple(above.places.get("owner", ())))] if above.owner else []
        targets = [Piece(above.target, tuple(above.places.get("target", ())))] if above.target else []
        broken = bool(owners and cells.owners) and (
            not is_known(owners[0].words) or finishes_owner(above, cells.owners[0].words)
        )
        owners = [owners[0].with_more(cells.owners[0]), *cells.owners[1:]] if broken else [*owners, *cells.owners]
        return replace(cells, owners=owners, targets=[*targets, *cells.targets])

    def _finish_cells(self, owners: list[Piece], targets: list[Piece]) -> tuple[list[Piece], list[Piece]]:
        """Give the step above what a page broke off its owner or date."""
        last = self.steps[-1]
        if targets and finishes_target(last, targets[0].words):
            last.target = f"{last.target} {targets[0].words}"
            note(last.places, "target", targets[:1])
            targets = targets[1:]
        if owners and not targets and finishes_owner(last, owners[0].words):
            self._finish_owner(owners[:1])
            owners = owners[1:]
        return owners, targets

    def _finish_owner(self, owners: list[Piece]) -> None:
        """Give the owner above what a page broke off it: the rest of a name, or a post of its own."""
        last = self.steps[-1]
        for piece in owners:
            gap = "\n" if is_post(piece.words) and not ends_open(last.owner or "") else " "
            last.owner = f"{last.owner}{gap}{piece.words}" if last.owner else piece.words
        note(last.places, "owner", owners)
        self.owner, self.owner_places = last.owner, last.places["owner"]

    def _with_waiting(self, actions: list[Piece]) -> list[Piece]:
        """A row's paragraphs, where the first goes on with one that waits: the two are one, wherever rows cut it."""
        if not (self.waiting and actions and is_tail(actions[0].words)) or actions[0].bullet:
            return actions
        return [self.waiting.pop().with_more(actions[0]), *actions[1:]]

    def _wait(self, actions: list[Piece], flags: Sequence[str]) -> None:
        self.waiting += actions
        self.waiting_flags += flags if actions else ()

    def _place_waiting(self, owners: list[Piece], targets: list[Piece]) -> bool:
        """A row of owner and date only: they belong to the next paragraph that waits for its own."""
        if self.waiting:
            (numeral, texts), *_ = units(self.waiting)
            del self.waiting[: max(1, len(texts))]
            self._add([Step.of(texts, numeral, owners, targets)])
        elif self.steps and targets and not self.steps[-1].target:
            self.steps[-1].target = " / ".join(piece.words for piece in targets)
            note(self.steps[-1].places, "target", targets)
        else:
            return False
        return True

    def _add(self, steps: Iterable[Step], flags: Sequence[str] = ()) -> None:
        """Add steps; a blank owner carries on from the one above, and stands where that one does."""
        for step in steps:
            if step.owner is None and self.owner is not None:
                if not self.steps:
                    step.flags.append("its owner cell is blank; the owner above carries on")
                step.owner = self.owner
                step.places["owner"] = list(self.owner_places)
            self.owner, self.owner_places = step.owner, step.places.get("owner", [])
            step.flags += flags
            self.steps.append(step)

    def take_concern(self, pieces: Sequence[Piece]) -> None:
        """More words of what inspectors asked for."""
        self.concern = f"{self.concern} {words_of(pieces)}".strip()
        note(self.places, "recommendation", pieces)
