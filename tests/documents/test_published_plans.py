"""The five published documents, read from where they stand. The expected tables hold facts agreed by reading each
document; the counts of target phrases were made by other hands, before this reader was written."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from documents.draft import PlanDraft
from documents.reading import read_document
from tests.documents.making.layouts import PLANS

TODAY = date(2026, 1, 1)


def read(folder: Path, name: str) -> PlanDraft:
    return read_document((folder / f"{name}.txt").read_bytes(), f"{name}.txt", today=TODAY)


def expected(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / "expected" / f"{name}.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("name", PLANS)
def test_every_action_has_its_ref_owners_dates_and_status(name: str, plans_dir: Path) -> None:
    draft = read(plans_dir, name)

    got = [
        {
            "ref": action.ref,
            "step": action.step or "",
            "owners": "; ".join(action.owners),
            "target": action.target.printed or "",
            "starts": str(action.starts or ""),
            "due": str(action.target.due or ""),
            "status": action.target.status,
            "repeats": " ".join(filter(None, [action.target.recurrence, "standing" if action.target.standing else ""])),
            "links": " ".join(action.links),
            "theme": action.theme or "",
            "first words": " ".join(action.text.split()[:2]),
            "last words": " ".join(action.text.split()[-2:]),
        }
        for action in draft.actions
    ]

    assert got == expected(name)
    assert len(got) == PLANS[name]
    assert draft.unread == []
    assert draft.failed == []
    assert draft.passed_over == []


@pytest.mark.parametrize(("name", "column"), [("rochester-un-2024", 2), ("maidstone-2023", 2), ("rochester-2018", 3)])
def test_no_word_of_the_action_column_is_lost_or_added(name: str, column: int, plans_dir: Path) -> None:
    """Counted in the file by splitting its lines at tabs: the words of all actions are those of the column, each once."""
    lines = (plans_dir / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    header = next(at for at, line in enumerate(lines) if "Owner" in line and "\t" in line)
    cells = [line.split("\t") for line in lines[header + 1 :] if line.count("\t") >= 4 and "--\t--" not in line]
    printed = Counter(word for row in cells for word in words(re.sub(r"<[^>]*>", " ", row[column])))

    assert Counter(word for action in read(plans_dir, name).actions for word in words(action.text)) == printed


@pytest.mark.parametrize("name", PLANS)
def test_no_markup_is_left_in_a_text(name: str, plans_dir: Path) -> None:
    for action in read(plans_dir, name).actions:
        assert not re.search(r"<\w+|\[bookmark|\t|\s{2}|^\(?[ivx]+\)", action.text)
        assert 0 < len(action.title) <= 80
        assert action.place.line


def words(text: str) -> list[str]:
    return re.findall(r"[\w'’£&%/-]+", text)


def test_the_target_phrases_are_those_counted_in_the_documents(plans_dir: Path) -> None:
    """research/ingestion.md, section 1."""
    counted = Counter(action.target.printed or "(blank)" for name in PLANS for action in read(plans_dir, name).actions)

    assert sum(counted.values()) == 190
    assert counted == {
        "June 2018": 22, "October 2021": 20, "Completed": 10, "August 2023": 9, "May 2023": 9, "October 2023": 9, "June 2023": 8,
        "November 2021": 8, "November 2024": 7, "July 2018": 7, "Completed and ongoing": 7, "April 2023": 6, "January 2025": 6,
        "August 2018": 6, "December 2024": 5, "September 2018": 5, "September 2021": 5, "March 2023": 4, "March 2025": 4,
        "October 2018": 4, "September 2019": 3, "July 2023": 2, "October 2024": 2, "Complete": 2, "April 2019": 2, "July 2025": 1,
        "December 2023": 1, "December 2025": 1, "From October 2024": 1, "February 2025": 1, "September 2025": 1, "April 2025": 1,
        "June 2019": 1, "January 2019": 1, "November 2018": 1, "(blank)": 1, "October 2021 and monthly": 1,
        "Commence October 2021": 1, "March 2022": 1, "Complete and ongoing": 1, "February 2022": 1, "Completed and Ongoing": 1,
        "October 2021 and ongoing": 1,
    }  # fmt: skip


def test_what_each_document_says_of_itself(plans_dir: Path) -> None:
    said = {name: read(plans_dir, name) for name in [*PLANS, "rochester-irp-2025"]}

    assert {name: draft.prison for name, draft in said.items()} == {
        "rochester-un-2024": "Rochester", "chelmsford-un-2021": "Chelmsford", "maidstone-2023": "Maidstone",
        "rochester-2018": "Rochester", "rochester-irp-2025": "Rochester",
    }  # fmt: skip
    assert said["rochester-2018"].inspected == (date(2017, 10, 23), date(2017, 11, 3))
    assert said["rochester-2018"].submitted == date(2018, 6, 19)
    assert said["rochester-2018"].published == date(2018, 3, 15)
    assert said["maidstone-2023"].inspected == (date(2022, 10, 3), date(2022, 10, 14))
    assert said["maidstone-2023"].submitted == date(2023, 2, 13)
    assert said["maidstone-2023"].published == date(2023, 1, 23)
    assert said["rochester-irp-2025"].inspected == (date(2025, 6, 2), date(2025, 6, 4))
    assert [draft.kind for draft in said.values()] == [
        "urgent_notification", "urgent_notification", "inspection", "inspection", "review",
    ]  # fmt: skip


def test_the_responses_agree_with_the_documents_own_totals(plans_dir: Path) -> None:
    responses = {action.ref: action.response for action in read(plans_dir, "rochester-2018").actions}

    assert Counter(responses.values()) == {"agreed": 38, "partly agreed": 6, "not agreed": 2}
    assert {ref for ref, response in responses.items() if response == "not agreed"} == {"5.5", "5.32"}


def test_a_printed_heading_is_no_part_of_the_text(plans_dir: Path) -> None:
    actions = {(action.ref, action.step): action for action in read(plans_dir, "chelmsford-un-2021").actions}

    assert actions["1", "i"].heading == "Staff Culture"
    assert actions["1", "ii"].heading == "Staff Culture"
    assert actions["5", None].heading == "Funding and Investment"
    assert actions["5", None].title == "Funding and Investment"
    assert actions["5", None].text.startswith("£890,000")
    assert "Shower Refurbishment" in actions["5", None].text


def test_a_theme_is_the_short_title_without_the_concern(plans_dir: Path) -> None:
    themes = {action.theme: action.recommendation for action in read(plans_dir, "rochester-un-2024").actions}

    assert list(themes) == [
        "Leadership", "Staff Capability", "Culture", "Healthcare Provision", "Purposeful Activity", "Living Conditions", "Safety",
        "Security and Drug Strategy", "Public Protection and Resettlement Planning",
    ]  # fmt: skip
    assert (themes["Culture"] or "").startswith(
        "Linked to leadership priorities, the prison will improve communication"
    )


def test_the_thirteen_judgements_of_the_return_visit(plans_dir: Path) -> None:
    draft = read(plans_dir, "rochester-irp-2025")

    assert [(one.body, one.kind, one.section, one.rating, one.paragraph) for one in draft.judgements] == [
        ("HMI Prisons", "concern", "Leadership", "reasonable progress", "3.5"),
        ("HMI Prisons", "concern", "Safety", "good progress", "3.11"),
        ("HMI Prisons", "concern", "Use of force", "reasonable progress", "3.18"),
        ("HMI Prisons", "concern", "Security", "insufficient progress", "3.24"),
        ("HMI Prisons", "concern", "Living conditions", "good progress", "3.30"),
        ("HMI Prisons", "concern", "Fair treatment and inclusion", "no meaningful progress", "3.37"),
        ("HMI Prisons", "concern", "Health, well-being and social care", "reasonable progress", "3.45"),
        ("HMI Prisons", "concern", "Health, well-being and social care", "no meaningful progress", "3.54"),
        ("Ofsted", "theme", "Education, skills and work", "reasonable progress", "3.61"),
        ("Ofsted", "theme", "Education, skills and work", "insufficient progress", "3.67"),
        ("Ofsted", "theme", "Education, skills and work", "reasonable progress", "3.73"),
        ("Ofsted", "theme", "Education, skills and work", "insufficient progress", "3.79"),
        ("HMI Prisons", "concern", "Reducing reoffending", "reasonable progress", "3.87"),
    ]
    assert draft.actions == []
    assert draft.failed == []
