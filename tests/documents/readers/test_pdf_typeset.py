"""Plans typeset by a program's own tables: what a page tears, what stands about its middle, what only numbers part."""

import io
from datetime import date
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from documents.readers.pdf.opening import Opened
from documents.reading import read_document
from tests.documents.making.layouts import Box, Made, Para, Table, published
from tests.documents.making.typeset import Style, typeset
from tests.documents.readers.measuring import Measure, measured
from tests.documents.readers.test_pdf import from_text

TODAY = date(2026, 1, 1)
CHELMSFORD, MAIDSTONE, ROCHESTER = "chelmsford-un-2021", "maidstone-2023", "rochester-2018"


def fared(name: str, plans_dir: Path, style: Style) -> Measure:
    draft = read_document(typeset(published(name, plans_dir), style), f"{name}.pdf", today=TODAY)
    return measured(draft, from_text(name, plans_dir))


@pytest.mark.parametrize(
    ("name", "style"),
    [
        (CHELMSFORD, Style()),
        (MAIDSTONE, Style()),
        (ROCHESTER, Style()),
        (CHELMSFORD, Style(stands="MIDDLE")),
        (MAIDSTONE, Style(size=10, beside=3, upright=True)),
    ],
)
def test_a_row_torn_right_below_a_header_without_a_rule_is_put_together(
    name: str, style: Style, plans_dir: Path
) -> None:
    measure = fared(name, plans_dir, style)

    assert (measure.silent, measure.flagged, measure.extra) == ([], [], [])


@pytest.mark.parametrize(
    ("name", "style", "share"),
    [
        (MAIDSTONE, Style("below", size=8, beside=2, above=1), 0.9),
        (MAIDSTONE, Style("none", size=8, beside=2, above=1, stacked=True), 0.8),
        (MAIDSTONE, Style("none", stacked=True), 0.8),
        (CHELMSFORD, Style("box"), 0.9),
        (CHELMSFORD, Style("none", stands="MIDDLE"), 0.9),
        (ROCHESTER, Style("none", stands="BOTTOM"), 0.9),
    ],
)
def test_tight_tables_with_few_rules_are_read_by_their_numbers(
    name: str, style: Style, share: float, plans_dir: Path
) -> None:
    measure = fared(name, plans_dir, style)

    assert measure.share >= share
    assert measure.silent == []


@pytest.mark.parametrize("style", [Style(stands="MIDDLE"), Style("none", stands="MIDDLE", stacked=True)])
def test_a_number_printed_below_the_page_that_tore_its_row_is_doubted(style: Style, plans_dir: Path) -> None:
    assert fared(MAIDSTONE, plans_dir, style).silent == []


CONCERN = (
    "Men on the wings said that their bells were rarely answered at night, and records showed that staff had been late "
    "on most of the nights that were looked at. Managers had not known of this before the visit, had no means to see "
    "it, and had set no time within which a bell must be answered."
)


@pytest.mark.parametrize("target", ["May 2026", ""])
def test_a_concern_torn_above_its_number_stays_with_its_action(target: str) -> None:
    """Where cells stand about their middle, the concern's first lines may be all that the page above has of a row."""
    head = ("Ref", "Recommendation", "Action", "Owner", "Target date")
    rows = [
        (
            f"1.{n}",
            f"{place} first. {CONCERN}",
            f"Times will be looked at each week on {place}.",
            "Governor",
            target,
        )
        for n, place in enumerate(("Medway", "Lower Halling", "Cobham", "Strood", "Cuxton", "Higham", "Shorne"), 1)
    ]
    table = Table(
        (0.07, 0.3, 0.35, 0.14, 0.14),
        tuple(tuple(Box((Para(cell),) if cell else ()) for cell in row) for row in (head, *rows)),
    )
    for blank in range(12):
        before = (Para("HMP Exampleton action plan"), *[Para()] * blank)
        file = typeset(Made("plan", before, (table,)), Style(stands="MIDDLE"))
        draft = read_document(file, "plan.pdf", today=TODAY)

        read = [(one.ref, one.recommendation, one.text) for one in draft.actions]
        assert read == [row[:3] for row in rows], blank


def test_a_disc_drawn_beside_words_begins_a_list_item() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 700, "Wardens check")
    canvas.circle(66, 703.3, 1.8, stroke=0, fill=1)
    canvas.circle(300, 500, 1.8, stroke=0, fill=1)
    canvas.save()

    (sheet,) = Opened(file.getvalue()).sheets()

    assert sheet is not None
    assert [piece.text for piece in sheet.pieces] == ["•", "Wardens", "check"]
