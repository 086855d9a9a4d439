"""What chat puts round words, taken off before a question is read."""

import pytest

from plans.queries.cleaning import clean, quoted, split, too_long


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("Rochester overdue", "Rochester overdue"),
        ("  Rochester \t overdue\n", "Rochester overdue"),
        ("<@U123> Rochester", "@U123 Rochester"),
        ("<@U123|sam jones> Rochester", "@sam_jones Rochester"),
        ("<at>Action Plans</at> Rochester", "@Action_Plans Rochester"),
        ("<#C1|general> Rochester", "Rochester"),
        ("<!here> Rochester", "Rochester"),
        ("<https://gov.uk|Rochester>", "Rochester"),
        (":rotating_light: Rochester :+1::skin-tone-3:", "Rochester"),
        ("🔴 Rochester 👩‍💻", "Rochester"),
        ("L&amp;D", "L&D"),
        ("&lt;@U1&gt;", "<@U1>"),
        ("“Rochester” ‘late’", "\"Rochester\" 'late'"),
        ("3–6", "3-6"),
        ("Rochester\u00a0over\u200bdue", "Rochester overdue"),
        ("/actions /actions Rochester", "Rochester"),
        ("/actionsRochester", "/actionsRochester"),
        ("Rochester\x00\x07overdue", "Rochester overdue"),
        ("Ｒｏｃｈｅｓｔｅｒ", "Rochester"),
    ],
)
def test_what_chat_adds_is_taken_off(typed, cleaned):
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    ("cleaned", "words"),
    [
        ("*Rochester* _overdue_!!", ["rochester", "overdue"]),
        ("Rochester's overdue", ["rochester", "overdue"]),
        ("governors' actions", ["governors", "actions"]),
        ("NHSE&I L&D co-ordinator 1=1", ["nhse&i", "l&d", "co-ordinator", "1=1"]),
        ("Rochester,Maidstone; Chelmsford", ["rochester", "maidstone", "chelmsford"]),
        ("owner:GFSL 10:30", ["owner", "gfsl", "10:30"]),
        ("overdue/late 5.13/2 w/c 12/3", ["overdue", "/", "late", "5.13/2", "w/c", "12/3"]),
        ("isn't '24 2(iii) (5) 5.", ["isn't", "'24", "2(iii", "5", "5"]),
        ("GFSL & Oxleas", ["gfsl", "and", "oxleas"]),
        ("\"Peer  Workers\" 'key work' Rochester", ["peer workers", "key work", "rochester"]),
        ('"" Rochester "', ["rochester"]),
        ("Rochester --- ... !!!", ["rochester"]),
    ],
)
def test_words_keep_their_inner_signs_and_lose_the_outer_ones(cleaned, words):
    assert [word.text for word in split(cleaned)] == words


def test_phrases_mentions_and_commas_are_told_from_words():
    kinds = [(word.text, word.kind, word.listed) for word in split('"peer workers" @sam GFSL, Oxleas')]
    assert kinds == [
        ("peer workers", "phrase", False),
        ("@sam", "mention", False),
        ("gfsl", "word", True),
        ("oxleas", "word", False),
    ]


def test_a_question_may_have_500_characters():
    assert not too_long("x" * 500, clean("x" * 500))
    assert too_long("x" * 501, clean("x" * 501))


def test_what_is_quoted_back_is_short_and_harmless():
    assert quoted(["<script>", "a\x07b", "", "<script>"]) == ("‹script›", "a b")
    assert sum(map(len, quoted(["flibber" * 20, "wibble" * 20]))) <= 60
    assert quoted(["&lt;"]) == ("＆lt;",)
