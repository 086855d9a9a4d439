"""How a query is said again: short for buttons, as facts for scripts. And what a failure carries."""

import json
from datetime import date

import pytest

from plans.queries import parse, render, understood
from plans.queries.questions import Query
from plans.stemming import searchable, stem

TODAY = date(2025, 2, 3)


def asked(question, vocabulary):
    found = parse(question, vocabulary, TODAY)
    assert isinstance(found, Query), found
    return found


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("please show me what is late at rochester", "Rochester overdue"),
        ("everything", "all actions"),
        ("Rochester 2018 5.13 step 2", "Rochester 2018 ref 5.13/2"),
        ("what does GFSL owe", 'open owner "gfsl"'),
        ("safety at Rochester not done", 'Rochester open theme "Safety"'),
        ("due by March", "open was due by 2025-03-31"),
        ("this month", "due between 2025-02-01 and 2025-02-28"),
        ("overdue by more than a fortnight", "more than 14 days late"),
        ("changed this week", "changed since 2025-02-03"),
        ("all plans except maidstone", "all plans not Maidstone"),
        ('about use of force or debt "peer workers"', '"peer workers" about use of force or debt'),
    ],
)
def test_canonical_words_are_short(question, said, vocabulary):
    assert render(asked(question, vocabulary), vocabulary) == said


def test_only_what_was_named_is_told(vocabulary):
    assert understood(asked("all actions", vocabulary), vocabulary) == {}
    assert understood(asked("Rochester overdue", vocabulary), vocabulary) == {
        "prisons": ["HMP Rochester"],
        "statuses": ["overdue"],
    }


def test_every_part_is_told_in_words_and_iso_days(vocabulary):
    question = 'Rochester 2018 5.13/2 blocked not reported led by KSS CRC except the Governor theme security due by March 2018 about drugs "key work"'
    facts = understood(asked(question, vocabulary), vocabulary)
    assert facts == {
        "prisons": ["HMP Rochester"],
        "plans": [2018],
        "refs": ["5.13/2"],
        "statuses": ["blocked"],
        "not_statuses": ["reported"],
        "owners": ["KSS CRC"],
        "not_owners": ["Governor"],
        "lead": True,
        "themes": ["Security"],
        "due": {"to": "2018-03-31"},
        "text": ["drugs"],
        "phrases": ["key work"],
    }
    assert json.loads(json.dumps(facts)) == facts


def test_a_slip_is_told(vocabulary):
    assert understood(asked("Rochster overdeu", vocabulary), vocabulary)["read_as"] == {
        "Rochster": "Rochester",
        "overdeu": "overdue",
    }


def test_a_failure_tells_what_was_understood_all_the_same(vocabulary):
    found = parse("Rochester overdue flibber", vocabulary, TODAY)
    assert (found.code, found.about, found.known) == ("not_understood", ("flibber",), ("Rochester", "overdue"))
    assert found.partial == asked("Rochester overdue", vocabulary)


def test_the_worst_fault_is_told_first(vocabulary):
    codes = [
        parse(text, vocabulary, TODAY).code
        for text in ("Wandsworth Roch flibber", "Roch flibber", "Rochester flibber", "hello")
    ]
    assert codes == ["unknown_prison", "ambiguous", "not_understood", "help"]


def test_the_text_stored_and_the_words_asked_for_have_the_same_stems():
    stems, folded = searchable("Prisoners’ Self-Harm,  and self-harm Reviews")
    assert (stems, folded) == (" prison self harm and review ", "prisoners' self-harm, and self-harm reviews")
    assert stem("reviewing prisoner's") == ("review", "prison")
