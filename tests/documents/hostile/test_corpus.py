"""Every hostile or broken file is answered with its sentence, by a process that is gone afterwards."""

from datetime import date

import pytest

from documents.apart.worker import read_apart
from documents.unreadable import Unreadable
from tests.documents.hostile import forging
from tests.documents.hostile.corpus import CASES, ODD, Case, Odd

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_it_is_refused_with_its_sentence(case: Case) -> None:
    with pytest.raises(Unreadable) as refused:
        read_apart(case.made(), case.name, today=TODAY)

    assert str(refused.value) == f"I could not read {case.name}: {case.said}"


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.what)
def test_what_is_odd_but_whole_is_read(odd: Odd) -> None:
    draft = read_apart(odd.made(), odd.name, today=TODAY)

    assert [(one.ref, one.text, one.owners, one.target.printed) for one in draft.actions] == [
        ("1", "Mend the gate.", ["Governor"], "May 2025")
    ]
    assert draft.prison == "Exampleton"


def test_there_are_enough_of_them() -> None:
    assert len({case.what for case in CASES}) == len(CASES) >= 60


def test_a_cell_that_claims_a_hundred_million_columns_is_said_to_be_unread() -> None:
    content = forging.html().replace(b"<td>Mend", b"<td colspan=100000000>Mend")
    draft = read_apart(content, "plan.html", today=TODAY)

    assert draft.unread
    assert draft.failed
