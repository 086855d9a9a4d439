"""What may be told of a document, and what is no answer: it would stand in every plan that prints the same."""

import pytest

from documents.answering import cleaned, is_answer, prison_told
from plans.messages import Question
from plans.messages.imports import QuestionKind


def free(kind: QuestionKind) -> Question:
    return Question("key", kind, "TUBU", (("TUBU", "A party of its own"),), free=True)


@pytest.mark.parametrize(
    "said",
    [
        "Head of Safety", "GFSL", "Governor; Head of Education", "NHS England (South East)", "Oxleas NHS Foundation Trust",
        "P&O", "St John's", "Head of Safety;", "Ministry of Justice / HMPPS", "G4S", "TUBU",
    ],
)  # fmt: skip
def test_posts_and_organisations_are_answers(said: str):
    assert is_answer(free("owner"), said)
    assert is_answer(free("split"), said)


@pytest.mark.parametrize(
    "said",
    [
        "", " ", ";", ";;", "?", "-", "1", "👍", ":thumbsup:", "\x00", "Head\x00of", "\u202eytefas fo daeH", "<!channel>",
        "<@U2>", "@here", "U012AB3CD", "a.sample@example.org", "https://example.org", "<script>", "none", "n/a", "TBC",
        "I don't know", "i don’t know.", "not sure", "nobody", "Governor; ?", "Governor; TBC", "x" * 3_000, "Head " * 40,
    ],
)  # fmt: skip
def test_what_is_nobody_is_none(said: str):
    assert not is_answer(free("owner"), said)
    assert not is_answer(free("split"), said)


@pytest.mark.parametrize("said", ["Rochester", "HMP Rochester", "St. Mungo's", "Swaleside", "Young Offenders' Unit"])
def test_a_prisons_name_is_an_answer(said: str):
    assert is_answer(free("prison"), said)


@pytest.mark.parametrize(
    "said", ["👍", "HMP", "12 March 2025", "<!channel>", "none", "Рочестер", "x" * 61, "\x00", "?"]
)
def test_what_names_no_prison_is_none(said: str):
    assert not is_answer(free("prison"), said)


@pytest.mark.parametrize(
    "said", ["30 September 2025", "September 2025", "none", "From October 2025", "March 2025 and monthly"]
)
def test_a_day_or_none_is_an_answer(said: str):
    assert is_answer(free("day"), said)


@pytest.mark.parametrize(
    "said", ["", "31 September 2025", "soon", "👍", "\x00", "Completed", "Completed September 2025", "ongoing"]
)
def test_what_is_no_day_is_none_and_nobody_closes_an_action_by_naming_one(said: str):
    assert not is_answer(free("day"), said)


def test_a_choice_is_an_answer_whatever_it_is():
    choice = Question("key", "split", "?", (("?", "One party"),))
    assert is_answer(choice, "?")
    assert not is_answer(choice, "Governor")


def test_what_cannot_be_seen_is_left_out():
    assert cleaned(" Head\x00of\u202e  Safety\n") == "Head of Safety"


@pytest.mark.parametrize(
    ("said", "prison"),
    [
        ("hmp rochester", "Rochester"), ("Rochester, Kent", "Rochester"), ("St. Mungo's", "St. Mungo's"),
        ("parkview mental health trust", "Parkview Mental Health Trust"), ("", ""),
    ],
)  # fmt: skip
def test_a_prison_is_told_as_people_type_it_and_one_in_no_list_whole(said: str, prison: str):
    assert prison_told(said) == prison
