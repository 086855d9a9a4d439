"""One ref of a plan and its steps, as rows add to them: what finishes the step above, what opens one, what waits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from documents.draft import NOWHERE, Paragraph, Place
from documents.steps import (
    Step,
    finishes_owner,
    finishes_target,
    first_sentence,
    has_numeral,
    is_tail,
    is_unfinished,
    join_dates,
    join_wrapped,
    last_sentence,
    pair,
    units,
)


@dataclass(slots=True)
class Theme:
    """The theme cell above, growing as pages break it; read once all of it is known."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class StepCells:
    """The action, owner and target cells of one row, where the row stands, and whether a page ended above it."""

    actions: Sequence[Paragraph]
    owners: Sequence[str]
    targets: Sequence[str]
    place: Place = NOWHERE
    after_break: bool = False


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
    waiting: list[Paragraph] = field(default_factory=list)
    waiting_place: Place = NOWHERE

    def take(self, cells: StepCells) -> bool:
        """Add what a row says; False when its owner or date has no action to belong to."""
        actions = self._take_heading(list(cells.actions))
        owners, targets = join_wrapped(cells.owners), join_dates(cells.targets)
        if self.steps:
            owners, targets = self._finish_cells(owners, targets)
            actions = self._finish_text(actions, max(len(owners), len(targets)), after_break=cells.after_break)
        if not owners and not targets and not (self.steps and actions and has_numeral(actions[0].words)):
            self._wait(actions, cells.place)
        elif not actions:
            return self._place_waiting(owners, targets, cells.place)
        else:
            self.settle()
            self._add(pair(actions, owners, targets), cells.place)
        return True

    def settle(self) -> None:
        """Paragraphs still waiting go on with the step above them, or make the first one: no owner or date came."""
        waiting, self.waiting = self.waiting, []
        if waiting and self.steps:
            self.steps[-1].paragraphs += [paragraph.words for paragraph in waiting]
        elif waiting:
            self._add(pair(waiting, [], []), self.waiting_place)

    def _take_heading(self, actions: list[Paragraph]) -> list[Paragraph]:
        """Take a heading printed above the steps within their cell."""
        if len(actions) < 2 or self.steps or not reads_as_heading(actions[0].words) or is_tail(actions[1].words):
            return actions
        self.heading = actions[0].words
        return actions[1:]

    def _finish_cells(self, owners: list[str], targets: list[str]) -> tuple[list[str], list[str]]:
        """Give the step above what a page broke off its owner or date."""
        last = self.steps[-1]
        if owners and not targets and finishes_owner(last, owners[0]):
            last.owner = self.owner = f"{last.owner} {owners[0]}"
            owners = owners[1:]
        if targets and finishes_target(last, targets[0]):
            last.target = f"{last.target} {targets[0]}"
            targets = targets[1:]
        return owners, targets

    def _finish_text(self, actions: list[Paragraph], many: int, *, after_break: bool) -> list[Paragraph]:
        """Give the step above what a page broke off its sentence; return what is left for steps of this row."""
        last = self.steps[-1]
        if not actions:
            return actions
        broken = after_break and is_unfinished(last.text) and not has_numeral(actions[0].words)
        if not broken and not is_tail(actions[0].words):
            # One paragraph more than owners and dates, at the top of a page: the first belongs to the page before.
            one_more = after_break and many > 1 and len(units(actions)) == many + 1 and not self.waiting
            return self._finish_paragraph(actions, within=False) if one_more else actions
        if len(actions) > 1:
            return self._finish_paragraph(actions, within=True)
        if not many:
            last.go_on(actions[0].words)
            return []
        return self._finish_sentence(actions[0].words)

    def _finish_paragraph(self, actions: list[Paragraph], *, within: bool) -> list[Paragraph]:
        """The first paragraph goes on with the step above, and so do the list items right below it."""
        last = self.steps[-1]
        if within:
            last.go_on(actions[0].words)
        else:
            last.paragraphs.append(actions[0].words)
        rest = actions[1:]
        while rest and rest[0].bullet:
            last.paragraphs.append(rest.pop(0).words)
        return rest

    def _finish_sentence(self, words: str) -> list[Paragraph]:
        """Unmarked words of a row with an owner or date: the broken sentence goes back, the rest is this row's.

        With nothing but the rest of a broken sentence, the sentence is this row's action.
        """
        last = self.steps[-1]
        tail, rest = first_sentence(words)
        before, broken = last_sentence(last.text)
        if not rest and before and is_unfinished(last.text):
            last.paragraphs = [before]
            return [Paragraph(f"{broken} {tail}")]
        last.go_on(tail)
        return [Paragraph(rest)] if rest else []

    def _wait(self, actions: list[Paragraph], place: Place) -> None:
        if actions:
            self.waiting += actions
            self.waiting_place = place

    def _place_waiting(self, owners: list[str], targets: list[str], place: Place) -> bool:
        """A row of owner and date only: they belong to the next paragraph that waits for its own."""
        owner, target = "\n".join(owners) or None, " / ".join(targets) or None
        if self.waiting:
            (numeral, texts), *_ = units(self.waiting)
            del self.waiting[: len(texts)]
            self._add([Step(texts, numeral, owner, target)], place)
        elif self.steps and target and not self.steps[-1].target:
            self.steps[-1].target = target
        else:
            return False
        return True

    def _add(self, steps: Iterable[Step], place: Place) -> None:
        """Add steps; a blank owner carries on from the one above."""
        for step in steps:
            if step.owner is None and self.owner is not None:
                if not self.steps:
                    step.flags.append("its owner cell is blank; the owner above carries on")
                step.owner = self.owner
            self.owner = step.owner
            step.place = place
            self.steps.append(step)


def reads_as_heading(words: str) -> bool:
    """Short, begins with a capital, and is no sentence and no end of one ("(1.22)", "(S44)")."""
    if len(words) > 90 or not words[:1].isupper() or not (words[-1:].isalnum() or words.endswith(")")):
        return False
    inside = words.rpartition("(")[2]
    return not (words.endswith(")") and any(letter.isdigit() for letter in inside))
