"""Every hostile or broken file is answered with its sentence, by a process that is gone afterwards."""

from datetime import date

import pytest

from documents.unreadable import Unreadable
from documents.worker import read_apart
from tests.documents.hostile.corpus import CASES, Case

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_it_is_refused_with_its_sentence(case: Case) -> None:
    with pytest.raises(Unreadable) as refused:
        read_apart(case.made(), case.name, today=TODAY)

    assert str(refused.value) == f"I could not read {case.name}: {case.said}"
