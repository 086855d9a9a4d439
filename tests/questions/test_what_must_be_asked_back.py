"""Questions that a parser could answer with a wrong list in silence: found by people who tried to make it do so.

Each is asked back, or answered with what its words say; none may list anything else."""

from datetime import date

import pytest
from sqlalchemy.engine import Engine

from plans.asking import answer
from plans.chat import Asker
from storage.database import reading

ON = date(2025, 2, 3)


def ask(published: Engine, question: str, post: str | None = None) -> dict[str, object]:
    with reading(published) as session:
        return answer(session, question, asker=Asker(post=post), on=ON).as_json()


@pytest.mark.parametrize(
    "question",
    [
        # a verb turned round that is no deed
        "isn't Rochester late", "aren't Rochester's overdue", "haven't got Maidstone open actions",
        "there is no overdue list for Rochester", "got no Rochester actions overdue?", "I don't have the Rochester overdue list",
        "why isn't Rochester 5 done", "no owner Rochester",
        # what is to come, or was
        "what will be overdue at Rochester next month", "what goes overdue at Rochester this month", "going overdue this month Rochester",
        "soon to be overdue Rochester", "what should we have done by January Rochester", "what was overdue at Rochester last month",
        "Rochester overdue yesterday", "what was late at Rochester in November",
        # when a deed was done
        "completed this week", "done in January Rochester", "Chelmsford done in 2021", "reported last week Rochester",
        "blocked since January Rochester", "closed since Monday",
        # two questions in one
        "Rochester overdue and due this month", "Rochester overdue, Maidstone due soon",
        "overdue at Rochester and due in March at Maidstone", "Rochester overdue plus anything due in March",
        # words that only look like names
        "what's at risk at Rochester", "planned actions Rochester", "active actions at Rochester", "Kent prisons overdue",
        "Essex overdue", "Chelmsford overdue in order", "Rochester operational", "priorities at Rochester", "Rochester managed actions",
        # words that mean something else together
        "Rochester last day of February", "Rochester last Friday of February", "Rochester due over 60 days ago",
        "Rochester overdue 2 weeks from now", "last year's plan Rochester", "Rochester reported but overdue",
        "Rochester owned only by the Governor", "list themes", "Rochester by theme", "list owners",
        "who is the governor of Rochester", "18 of 26 overdue at Rochester?", "are there 18 overdue at Rochester",
        "what has <@U999> got overdue", "is <@U999> late at Rochester",
        "Rochester in date",
        # nothing to look for
        "about $", "Rochester about %%", "summary Rochester",
    ],
)  # fmt: skip
def test_it_is_asked_back(question: str, published: Engine) -> None:
    found = ask(published, question)

    assert (found["error"] or {}).get("code") == "not_understood", found["understood"]
    assert found["total"] == 0


@pytest.mark.parametrize(
    "question", ["Rochester 1/2", "Rochester 2/6", "Rochester 1 step 2", "Rochester 2(6)", "Maidstone 1.1/3"]
)
def test_a_ref_and_a_step_never_run_together(question: str, published: Engine) -> None:
    assert (ask(published, question)["error"] or {}).get("code") == "no_such_ref"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("what hasn't Rochester done", "Rochester open"),
        ("what haven't GFSL done", "GFSL open"),
        ("which ones hasn't the PGD completed", "PGD open"),
        ("could you check for me what's overdue at Rochester", "Rochester overdue"),
        ("I was wondering what's due in March at Rochester", "Rochester due in March"),
        ("Rochester due in March not late", "Rochester due in March not overdue"),
        ("Rochester due in late March", "Rochester due from 21 March to 31 March"),
        ("Rochester about drugs GFSL", "Rochester about drugs owner GFSL"),
        ("about training all plans", "all plans about training"),
        ("Chelmsford October 2021 actions", "Chelmsford due in October 2021"),
        ("what do I still need to do", "what do I need to do"),
        ("tell me about action 8 at Rochester", "Rochester 8"),
        ("actions about drugs that the governor owns Rochester", "Rochester about drugs owner Governor"),
    ],
)
def test_it_means_the_plain_question(question: str, plain: str, published: Engine) -> None:
    found, meant = ask(published, question, "GFSL"), ask(published, plain, "GFSL")

    assert found["error"] is None
    assert found["actions"] == meant["actions"]
    assert meant["total"] or "GFSL" in plain
