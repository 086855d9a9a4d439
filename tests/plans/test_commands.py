"""The few words that begin a command, and all that look like them and are a question."""

import pytest

from plans.commands import Command, read


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("posts Rochester", Command("posts", "Rochester")),
        ("posts", Command("posts")),
        ("/actions posts at HMP Rochester", Command("posts", "HMP Rochester")),
        ("Posts of Rochester", Command("posts", "Rochester")),
        ("delegate Rochester 20 Head of Safety", Command("delegate", "Rochester 20", "Head of Safety")),
        ("delegate Rochester 20 to Head of Safety", Command("delegate", "Rochester 20", "Head of Safety")),
        ("delegate Rochester 3 to 6 Head of Safety", Command("delegate", "Rochester 3 to 6", "Head of Safety")),
        ("delegate Rochester 2iii to Governor", Command("delegate", "Rochester 2iii", "Governor")),
        ("delegate 5.13/2 Head of Safety", Command("delegate", "5.13/2", "Head of Safety")),
        ("delegate Rochester theme Safety to Head of Safety", Command("delegate", "Rochester theme Safety", "Head of Safety")),
        ("delegate", Command("delegate")),
        ("why Rochester 8", Command("why", "Rochester 8")),
        ("Rochester digest?", Command("digest", "Rochester")),
        ("digest?", Command("digest")),
        ("latest digest please", Command("digest")),
        ("Please, the latest digest of Rochester!", Command("digest", "Rochester")),
        ("Rochester digest 3, please?", Command("digest", "Rochester", words="3")),
        ("Rochester draft", Command("digest", "Rochester", words="draft")),
        ("draft 3", Command("digest", words="draft 3")),
        ("Rochester draft digest 3", Command("digest", "Rochester", words="draft 3")),
        ("digest 3 Rochester draft", Command("digest", "Rochester", words="draft 3")),
        ("why is Rochester 8 silent?", Command("why", "Rochester 8")),
        ("Rochester judgements", Command("judgements", "Rochester")),
        ("Judgments of HMP Rochester, please", Command("judgements", "HMP Rochester")),
        ("Rochester's judgement?", Command("judgements", "Rochester")),
        ("assurance Rochester", Command("judgements", "Rochester")),
        ("judgements", Command("judgements")),
        ("Rochester repeats", Command("repeats", "Rochester")),
        ("the repeated concerns at Rochester", Command("repeats", "Rochester")),
        ("Rochester raised before", Command("repeats", "Rochester")),
        ("repeated", Command("repeats")),
    ],
)  # fmt: skip
def test_a_command_is_taken_apart(text: str, command: Command):
    assert read(text) == command


@pytest.mark.parametrize(
    "text",
    [
        "Rochester overdue",
        "post mortems",
        "post-incident care",
        "who posts this",
        "why",
        "why is everything late",
        "about posts",
        "about judgements made",
        "Rochester 5 judgements",
        "repeat offenders overdue 2024",
    ],
)
def test_what_only_looks_like_one_is_a_question(text: str):
    assert read(text) is None
