"""Who an owner cell names: the cells of the published plans, and others in their manner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.joint_owners import parties
from plans.owners import is_known, key, name


@pytest.mark.parametrize(
    ("cell", "apart"),
    [
        ("Governor", ["Governor"]),
        ("Governor and Prison Group Director", ["Governor", "Prison Group Director"]),
        ("Governor/ Director Oxleas NHS Foundation Trust", ["Governor", "Director Oxleas NHS Foundation Trust"]),
        (
            "Governor, Head of PPSP and Head of Prison Safety Team",
            ["Governor", "Head of PPSP", "Head of Prison Safety Team"],
        ),
        ("Governor and Gov Facilities Services Ltd (GFSL)", ["Governor", "Gov Facilities Services Ltd (GFSL)"]),
        ("GFSL & Ministry of Justice Property", ["GFSL", "Ministry of Justice Property"]),
        ("Governor & Oxleas Healthcare provider", ["Governor", "Oxleas Healthcare provider"]),
        ("Head of Healthcare; Head of Safety", ["Head of Healthcare", "Head of Safety"]),
        ("Governor with Head of Safety", ["Governor", "Head of Safety"]),
        ("Governor + Head of Safety", ["Governor", "Head of Safety"]),
        (
            "Regional Probation Director, East of England and Governor",
            ["Regional Probation Director, East of England", "Governor"],
        ),
        ("Head of Safety\nGovernor", ["Head of Safety", "Governor"]),
        ("Head of Safety and\nGovernor", ["Head of Safety", "Governor"]),
        ("", []),
        ("  ,  ", []),
    ],
)
def test_joint_parties_stand_apart_as_printed(cell: str, apart: list[str]) -> None:
    assert parties(cell) == apart


@pytest.mark.parametrize(
    "cell",
    [
        "Improvement Lead, Effective Practice & Service Improvement Group",
        "Prison Group Director, Herts, Essex and Suffolk",
        "Hertfordshire, Essex and Suffolk Prison Group Director",
        "Head of Risk and Capabilities Unit, SOCT",
        "Head of Learning and Skills",
        "Head of Drugs, Alcohol and Recovery",
        "Deputy Director, Education and Rehabilitation Services",
        "HMPPS Head of Health and Social Care",
        "NHSE&I",
    ],
)
def test_a_comma_or_and_inside_a_name_splits_nothing(cell: str) -> None:
    assert parties(cell) == [cell]


@pytest.mark.parametrize(
    ("cell", "apart"),
    [
        ("Governor, Prison Group Director, and Learning & Development", ["Governor", "Prison Group Director", "Learning & Development"]),
        ("NHSE&I, Governor and HMPPS Head of Health and Social Care", ["NHSE&I", "Governor", "HMPPS Head of Health and Social Care"]),
        ("Deputy Director, Reducing Reoffending and Governor", ["Deputy Director, Reducing Reoffending", "Governor"]),
        ("Governor & Risk and Capabilities Unit", ["Governor", "Risk and Capabilities Unit"]),
        ("Governor and Regional Probation Director, East of England", ["Governor", "Regional Probation Director, East of England"]),
        ("Executive Director (Public Sector Prisons South) and Governor", ["Executive Director (Public Sector Prisons South)", "Governor"]),
        (
            "Governor and Deputy Director, Residential and Accommodation Support Services",
            ["Governor", "Deputy Director, Residential and Accommodation Support Services"],
        ),
    ],
)  # fmt: skip
def test_a_name_with_an_and_in_it_stays_whole_among_others(cell: str, apart: list[str]) -> None:
    assert parties(cell) == apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MoJ Property", "Ministry of Justice Property"),
        ("GFSL", "Gov Facilities Services Ltd (GFSL)"),
        ("PGD", "Prison Group Director"),
        ("Prison Group Director, Herts, Essex and Suffolk", "Hertfordshire, Essex and Suffolk Prison Group Director"),
        ("Regional Probation Director, East of England", "Regional Probation Director"),
        ("Risk & Capabilities Unit", "Risk and Capabilities Unit"),
        ("TUBU", "Tackling Unacceptable Behaviours Unit"),
        ("governor", "Governor"),
    ],
)
def test_two_printed_forms_of_one_party_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)
    assert name(one) == name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Governor", "Deputy Governor"),
        ("Executive Director", "Executive Director Prison Improvement"),
        ("Head of Safety", "Head of Security"),
        ("Prison Group Director", "Group Director"),
    ],
)
def test_different_parties_do_not(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_party_no_rule_knows_is_asked_about() -> None:
    assert not is_known("Bloggs")
    assert is_known("ORRU")
    assert is_known("Kent Police")


@given(
    st.lists(
        st.sampled_from(["Governor", "Head of Safety", "GFSL", "National Safety Team", "Prison Group Director"]),
        min_size=1,
        unique=True,
    )
)
def test_a_list_of_known_parties_comes_apart_however_it_is_joined(listed: list[str]) -> None:
    *others, last = listed
    cells = [" & ".join(listed), " and ".join(listed), "/ ".join(listed), "; ".join(listed), "\n".join(listed)]
    cells += [f"{', '.join(others)} and {last}"] if others else []

    assert [parties(cell) for cell in cells] == [listed] * len(cells)


@given(st.text(max_size=80))
def test_no_word_of_a_cell_is_lost(cell: str) -> None:
    kept = "".join(parties(cell))

    assert all(letter in kept for letter in cell if letter.isalnum())
