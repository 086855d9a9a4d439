"""`actions assurance` over the published plans of Rochester: what owners report beside what inspectors found in June
2025; the figures were counted by reading."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlmodel import select

from app import assuring
from app.acting import acts
from app.failing import Unusable
from app.wiring import answers
from bot import plain
from bot.conversation import Conversation
from bot.slack.cards import render
from bot.slack.forms import draw
from bot.slack.limits import problems
from plans.chat import Ask, Asker, Pressed, Said, Say, Submitted
from plans.digest.replaying import end_of
from plans.digests import preview
from plans.messages import Assurance
from storage.database import reading, writing
from storage.history import verify
from storage.models import Account, Entry, JudgementMatch, Plan, Workspace
from tests.storage.register import a_person, a_role
from tests.storage.rows import add
from workspace.validation import check_view

ON = date(2025, 7, 1)
JULY = datetime(2025, 7, 1, 9, tzinfo=UTC)
HUB = Asker("slack:T1:hub")
THEMES = {
    "Leadership": ["1", "2"], "Safety": ["19", "20", "21"], "Living Conditions": ["15", "16", "17", "18"],
    "Security and Drug Strategy": ["22", "23"], "Culture": ["5", "6", "7"], "Healthcare Provision": ["8", "9", "10"],
    "Purposeful Activity": ["11", "12", "13", "14"], "Public Protection and Resettlement Planning": ["24", "25", "26"],
}  # fmt: skip


@pytest.fixture
def held(changeable: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(assuring, "database", lambda: changeable)
    return changeable


def said(capsys: Any, *matches: str, on: date = ON, as_json: bool = False, prison: str = "Rochester") -> str:
    assuring.assurance(prison, on=on, matches=list(matches), as_json=as_json)
    printed: str = capsys.readouterr().out
    return printed


def told(capsys: Any, *matches: str, on: date = ON) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(capsys, *matches, on=on, as_json=True))
    return found


def by_paragraph(found: dict[str, Any]) -> dict[str, Any]:
    return {one["paragraph"]: one for one in found["judgements"]}


def as_it_came(engine: Engine, status: str, *refs: str) -> None:
    with writing(engine) as session:
        for ref in refs:
            session.connection().execute(
                text(
                    "UPDATE action SET status = :status WHERE ref = :ref"
                    " AND plan_id = (SELECT id FROM plan WHERE key = 'rochester-2024')"
                ),
                {"status": status, "ref": ref},
            )


def test_the_thirteen_judgements_stand_beside_eight_of_the_nine_themes(held: Engine, capsys: Any) -> None:
    found = told(capsys)
    assert (found["plan"], found["review"]) == ("Urgent Notification plan 2024", "rochester-2025")
    assert found["visited"] == ["2025-06-02", "2025-06-04"]
    assert sorted(one["number"] for one in found["judgements"]) == list(range(1, 14))
    for one in found["judgements"]:
        assert (one["match"], one["total"]) == ("suggested", len(one["actions"]))
        assert [action["ref"] for action in one["actions"]] == THEMES[one["theme"]]
    assert found["unjudged"] == [{"theme": "Staff Capability", "total": 2, "reported": 0, "done": 0}]


def test_nothing_reported_and_good_progress_is_the_other_disagreement(held: Engine, capsys: Any) -> None:
    """Good: safety and living conditions. Reasonable: leadership, force, clinics, enrichment, reading, offender work."""
    found = told(capsys)
    assert [one["paragraph"] for one in found["judgements"] if one["contrast"] == "under"] == [
        "3.11", "3.30", "3.5", "3.18", "3.45", "3.61", "3.73", "3.87",
    ]  # fmt: skip
    assert not [one for one in found["judgements"] if one["contrast"] == "over"]


def test_what_owners_reported_is_set_against_too_little_found_the_worst_first(held: Engine, capsys: Any) -> None:
    as_it_came(held, "reported", "22", "23", "5", "6")
    printed = said(capsys)
    first = printed.split("\n\n")[1].splitlines()
    assert first == [
        "Owners say done, inspectors found too little:",
        "  Fair treatment and inclusion (3.37): 2 of 3 reported done; inspectors: no meaningful progress."
        " Culture: 5, 6 and 7 (suggested, not confirmed).",
        "  Security (3.24): 2 of 2 reported done; inspectors: insufficient progress."
        " Security and Drug Strategy: 22 and 23 (suggested, not confirmed).",
    ]
    assert printed.splitlines()[0] == (
        "HMP Rochester, Urgent Notification plan 2024, beside what inspectors found on 2 to 4 June 2025:"
        " 13 judgements; 2 of them contradict reports of “done”."
    )
    assert "Reported is what owners say; confirmed is what somebody above the lead said too." in printed


def test_a_match_is_recorded_by_number_by_paragraph_or_all_at_once_and_can_be_changed(
    held: Engine, capsys: Any
) -> None:
    found = by_paragraph(told(capsys, "3=security", "3.73=nothing", "3.87=24"))
    force, reading_, offenders = found["3.18"], found["3.73"], found["3.87"]
    assert (force["theme"], force["match"], force["total"]) == ("Security and Drug Strategy", "confirmed", 2)
    assert (reading_["theme"], reading_["match"], reading_["total"]) == (None, "confirmed", 0)
    assert (offenders["theme"], [one["ref"] for one in offenders["actions"]]) == ("concern 24", ["24"])
    found = by_paragraph(told(capsys, "suggested", "3.18=Safety"))
    assert {one["match"] for one in found.values()} == {"confirmed"}
    assert found["3.18"]["theme"] == "Safety"
    with reading(held) as session:
        assert len(session.exec(select(JudgementMatch)).all()) == 13
        entries = session.exec(select(Entry).where(Entry.kind == "matched").order_by(Entry.seq)).all()
        assert [one.words for one in entries][:3] == [
            "3.18 Use of force: Security and Drug Strategy",
            "3.73 Education, skills and work: nothing of the plan",
            "3.87 Reducing reoffending: concern 24",
        ]
        assert {one.who for one in entries} == {"the operator"}
        assert len(entries) == 14
        assert all(verify(session, plan.id or 0) == [] for plan in session.exec(select(Plan)))


@pytest.mark.parametrize(
    ("match", "sentence"),
    [
        ("Safety", "--match Safety is not understood."),
        ("3=", "--match 3= is not understood."),
        ("99=Safety", "There is no judgement 99: they are 1 to 13, or go by paragraph."),
        ("3=Catering", "Catering is none of the plan's themes and concerns: Leadership, Staff Capability,"),
        ("3=S", "S is more than one of the plan's themes and concerns:"),
    ],
)
def test_a_match_that_cannot_be_is_one_sentence_and_nothing_is_recorded(
    match: str, sentence: str, held: Engine, capsys: Any
) -> None:
    with pytest.raises(Unusable) as refused:
        said(capsys, "1=Culture", match)
    assert str(refused.value).startswith(sentence)
    with reading(held) as session:
        assert session.exec(select(JudgementMatch)).all() == []


@pytest.mark.parametrize(
    ("prison", "on", "why"),
    [
        ("Maidstone", ON, "imports it: actions import FILE"),
        (
            "Rochester",
            date(2025, 6, 3),
            "Inspectors visit HMP Rochester on 2 to 4 June 2025, after the day asked about",
        ),
    ],
)
def test_without_a_review_it_is_told_how_to_import_one_and_before_the_visit_when_it_is(
    held: Engine, capsys: Any, prison: str, on: date, why: str
) -> None:
    with pytest.raises(Unusable) as refused:
        said(capsys, prison=prison, on=on)
    assert why in str(refused.value)
    with pytest.raises(Unusable):
        said(capsys, prison="Nowhere")


def test_what_was_raised_in_2018_is_told_beside(held: Engine, capsys: Any) -> None:
    found = {one["ref"]: (one["earlier"], one["years"]) for one in told(capsys)["repeats"]}
    assert found["23"] == ("5.2", [2018])
    assert "16 Refurbish cells in priority order, showers: 5.15 of 2018 (living conditions)" in said(capsys)


def test_a_digest_takes_a_persons_word_before_a_suggestion_and_marks_what_is_only_suggested(
    held: Engine, capsys: Any
) -> None:
    def found() -> dict[str | None, tuple[str, tuple[str, ...]]]:
        with reading(held) as session:
            digest = preview(session, "rochester", ON, now=end_of(ON))
        return {one.paragraph: (one.match, one.about) for one in digest.judgements}

    before = found()
    assert before["3.11"] == ("suggested", ("19", "20", "21"))
    assert before["3.18"] == ("", ())  # it may be Safety's: nobody said so, and a channel reads this
    told(capsys, "3.18=21", "3.11=nothing")
    after = found()
    assert after["3.18"] == ("confirmed", ("21",))
    assert after["3.11"] == ("confirmed", ())


# --- in chat -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def chat(held: Engine) -> Conversation:
    with writing(held) as session:
        a_role(session, "coordinator", "E. Hub")
        workspace = add(session, Workspace(platform="slack", team="")).id
        person = a_person(session, "E. Hub").id
        add(session, Account(person_id=person, workspace_id=workspace, external="hub", checked_at=JULY))
    return Conversation(answers(held, lambda: JULY), acts(held, lambda: JULY))


def message(answered: object) -> Assurance:
    assert isinstance(answered, Say)
    assert isinstance(answered.message, Assurance)
    return answered.message


def test_in_slack_the_thirteen_are_shown_matched_with_a_form_and_shared(chat: Conversation) -> None:
    shown = message(chat.hear(Said("Rochester judgements", HUB)))
    for face in ("charts", "table", "sections", None):
        card = render(shown, face)  # type: ignore[arg-type]  # one of the faces
        assert problems({"text": card.text, "blocks": card.blocks}) == []
    assert [verb.name for verb in shown.verbs] == ["match", "share", *["judged"] * 8]
    asked = chat.hear(Pressed(shown.verbs[0], HUB))
    assert isinstance(asked, Ask)
    check_view(draw(asked.form), set())
    values = {field.name: field.value for field in asked.form.fields}
    after = message(chat.hear(Submitted("match", asked.form.about, values, HUB, "form 1")))
    assert {one.match for one in after.judged} == {"confirmed"}
    assert chat.hear(Submitted("match", asked.form.about, values, HUB, "form 1")) is None  # once
    shared = chat.hear(Pressed(shown.verbs[1], HUB))
    assert isinstance(shared, Say)
    assert shared.to == "everyone"
    assert (message(shared).verbs, len(message(shared).judged)) == ((), 13)


def test_behind_each_button_stands_the_list_that_it_counts(chat: Conversation) -> None:
    shown = message(chat.hear(Said("Rochester judgements", Asker("slack:T1:somebody"))))
    lists = [verb for verb in shown.verbs if verb.name == "judged"]
    counted = {}
    for verb in lists:
        opened = message(chat.hear(Pressed(verb, HUB)))
        theme = opened.judged[0].theme
        counted[theme] = [line.address for line in opened.judged[0].actions]
        assert verb.label == f"{theme} ({len(counted[theme])})"
    assert counted == THEMES


def test_an_actions_card_in_chat_says_what_was_promised_in_2018(chat: Conversation) -> None:
    shown = chat.hear(Said("Rochester 21", HUB))
    assert isinstance(shown, Say)
    assert "Raised before: 5.9 of 2018 (use of force), promised for June 2018." in plain.render(shown.message)
    told = chat.hear(Said("Rochester repeats", HUB))
    assert isinstance(told, Say)
    said = plain.render(told.message)
    assert said.startswith(
        "HMP Rochester: 13 of 26 numbers of the Urgent Notification plan 2024 answer what was raised"
    )
