"""The published plans as PDFs: the published file itself, and files drawn here as awkwardly as producers do."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

from documents.draft import PlanDraft
from documents.reading import read_document
from tests.documents.making.layouts import published
from tests.documents.making.pdf import Manner, written
from tests.documents.readers.measuring import Measure, facts, measured

PLANS = ("rochester-un-2024", "chelmsford-un-2021", "maidstone-2023", "rochester-2018")
TODAY = date(2026, 1, 1)
RULED = {
    "plain": Manner(),
    "without the header on each page": Manner(again=False),
    "double rules": Manner(double=True),
    "rules as thin boxes, paragraphs apart": Manner(thin_boxes=True, size=9, spacing=5),
    "no rule where a page cuts a row": Manner(again=False, closed=False),
    "words one by one, no spaces painted": Manner(spaces=False),
    "turned by 90": Manner(turned=90, shown=90),
    "turned by 270": Manner(turned=270, shown=270),
    "upside down": Manner(turned=180, shown=180),
    "lying on its side": Manner(shown=90),
    "drawn on its side": Manner(turned=90),
}
HALF = {
    "plain": Manner(rules="across"),
    "without the header on each page": Manner(rules="across", again=False),
    "no rule where a page cuts a row": Manner(rules="across", again=False, closed=False),
    "small and close": Manner(rules="across", size=9, padding=2.5),
}
UNRULED = {
    "plain": Manner(rules="none"),
    "without the header on each page": Manner(rules="none", again=False),
    "no bold": Manner(rules="none", bold=False),
    "paragraphs apart": Manner(rules="none", size=9, spacing=6),
    "turned by 90": Manner(rules="none", turned=90, shown=90),
}


def spread(manners: Iterable[str]) -> list[tuple[str, str]]:
    """Every plan in the first manner, and the three short plans in turn in the others: the long one takes seconds."""
    plain, *others = manners
    return [*((name, plain) for name in PLANS), *zip(cycle(PLANS[:3]), others, strict=False)]


@cache
def from_text(name: str, plans_dir: Path) -> PlanDraft:
    return read_document((plans_dir / f"{name}.txt").read_bytes(), f"{name}.txt", today=TODAY)


def drawn(name: str, plans_dir: Path, manner: Manner) -> Measure:
    content = written(published(name, plans_dir), manner)
    draft = read_document(content, f"{name}.pdf", today=TODAY)
    return measured(draft, from_text(name, plans_dir))


def test_the_published_file_reads_as_its_text_does(plans_dir: Path) -> None:
    expected = from_text("rochester-un-2024", plans_dir)

    draft = read_document((plans_dir / "rochester-un-2024.pdf").read_bytes(), "plan.pdf", today=TODAY)

    assert [facts(action) for action in draft.actions] == [facts(action) for action in expected.actions]
    assert (draft.prison, draft.title, draft.kind, draft.submitted) == (
        expected.prison, expected.title, expected.kind, expected.submitted,
    )  # fmt: skip
    assert (draft.unread, draft.failed) == ([], [])
    assert [action.place.page for action in draft.actions] == [1] * 9 + [2] * 12 + [3] * 5


@pytest.mark.parametrize(("name", "manner"), spread(RULED))
def test_a_ruled_table_is_read_whole(name: str, manner: str, plans_dir: Path) -> None:
    measure = drawn(name, plans_dir, RULED[manner])

    assert measure.silent == []
    if (name, manner) != ("maidstone-2023", "rules as thin boxes, paragraphs apart"):
        # there owners stand beside other paragraphs than their own, which is said
        assert (measure.flagged, measure.extra) == ([], [])


@pytest.mark.parametrize(("name", "manner"), spread(HALF))
def test_rules_across_alone_are_enough_for_nine_actions_in_ten(name: str, manner: str, plans_dir: Path) -> None:
    measure = drawn(name, plans_dir, HALF[manner])

    assert measure.share >= 0.9
    assert measure.silent == []


@pytest.mark.parametrize(("name", "manner"), spread(UNRULED))
def test_without_rules_four_actions_in_five_are_read_and_all_are_doubted(
    name: str, manner: str, plans_dir: Path
) -> None:
    measure = drawn(name, plans_dir, UNRULED[manner])

    assert measure.share >= 0.8
    assert measure.silent == []
