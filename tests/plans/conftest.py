"""What the parser is asked about: three prisons and four plans with the owners and themes they really have (facts).
And the Rochester plan of 2024 as the policy sees it."""

from pathlib import Path

import pytest

from plans.owners import key
from plans.policy.values import Action
from plans.queries.vocabulary import Owner, Plan, Prison, Vocabulary
from tests.fakes.situations import read_actions

_PRISONS = (("chelmsford", "HMP Chelmsford"), ("maidstone", "HMP Maidstone"), ("rochester", "HMP Rochester"))
_PLANS = (
    ("chelmsford-2021", "chelmsford", 2021, True, "urgent_notification"),
    ("maidstone-2023", "maidstone", 2023, True, "inspection"),
    ("rochester-2018", "rochester", 2018, False, "inspection"),
    ("rochester-2024", "rochester", 2024, True, "urgent_notification"),
)
_OWNERS = {
    "chelmsford-2021": [
        "Governor", "Head of PPSP", "Head of Prison Safety Team", "Head of Prison Safety",
        "Improvement Lead, Effective Practice & Service Improvement Group",
        "Prison Group Director, Herts, Essex and Suffolk", "Hertfordshire, Essex and Suffolk Prison Group Director",
        "Prison Group Director", "Executive Director (Public Sector Prisons South)",
        "Head of Risk and Capabilities Unit, SOCT", "OMiC National Key Work Lead", "Head of Prison Industries",
        "NHSE&I", "HMPPS Head of Health and Social Care", "Head of D&I",
        "Deputy Director, Residential and Accommodation Support Services",
        "Regional Probation Director, East of England", "Deputy Director, Reducing Reoffending",
    ],
    "maidstone-2023": ["Governor", "Head of Healthcare", "Education Provider", "MOJ Estates"],
    "rochester-2018": [
        "Governor", "Director Oxleas NHS Foundation Trust", "Director NHS England", "KSS CRC",
        "Executive Director Community Interventions", "Executive Director Prison Improvement",
        "Executive Director Estate Transformation",
    ],
    "rochester-2024": [
        "Governor", "Prison Group Director", "Learning & Development", "TUBU", "Oxleas Healthcare provider",
        "NHSE commissioners", "Directorate of Contracted Operational Delivery", "HMPPS Insights Team",
        "Gov Facilities Services Ltd (GFSL)", "GFSL", "Ministry of Justice Property", "MoJ Property",
        "National Safety Team", "ORRU", "Risk and Capabilities Unit", "Substance Misuse Group",
        "Regional Probation Director", "Public Protection Group",
    ],
}  # fmt: skip
_THEMES = {
    "chelmsford-2021": [
        "Staff Culture and Leadership", "Safety and Order", "Regime", "Decency", "Reducing Reoffending and Resettlement",
    ],
    "maidstone-2023": ["Priority concerns", "Key concerns"],
    "rochester-2018": [
        "Early days in custody", "Managing behaviour", "Security", "Safeguarding", "Daily life",
        "Equality, diversity and faith", "Health, well-being and social care", "Time out of cell",
        "Education, skills and work activities", "Children and families and contact with the outside world",
        "Reducing risk, rehabilitation and progression", "Interventions", "Release planning",
    ],
    "rochester-2024": [
        "Leadership", "Staff Capability", "Culture", "Healthcare Provision", "Purposeful Activity", "Living Conditions",
        "Safety", "Security and Drug Strategy", "Public Protection and Resettlement Planning",
    ],
}  # fmt: skip


def _owners() -> tuple[Owner, ...]:
    printed: dict[str, list[str]] = {}
    plans: dict[str, list[str]] = {}
    for plan, names in _OWNERS.items():
        for form in names:
            printed.setdefault(key(form), []).append(form)
            plans.setdefault(key(form), []).append(plan)
    return tuple(
        Owner(number, party, forms[0], tuple(dict.fromkeys(forms)), tuple(dict.fromkeys(plans[party])))
        for number, (party, forms) in enumerate(printed.items(), 1)
    )


VOCABULARY = Vocabulary(
    tuple(Prison(*row) for row in _PRISONS),
    tuple(Plan(*row) for row in _PLANS),
    _owners(),
    tuple((plan, theme) for plan, themes in _THEMES.items() for theme in themes),
)


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return VOCABULARY


@pytest.fixture(scope="session")
def rochester(plans_dir: Path) -> list[Action]:
    return read_actions(plans_dir / "rochester-un-2024.txt")
