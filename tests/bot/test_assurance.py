"""What owners report beside what inspectors found, and what was raised before: in sentences, and as cards that Slack
takes whatever they hold."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import plain
from bot.conversation import Conversation
from bot.slack.cards import render
from bot.slack.tables import Face
from plans.chat import Asker, Pressed, Say
from plans.messages import ActionCard, Assurance, Judged, Message, Repeat, Repeats, Unjudged, Verb
from tests.bot.test_digest_cards import taken
from tests.bot.test_slack_cards import BAIT, words
from tests.fakes.use_case import answer, line

FACES: tuple[Face | None, ...] = ("charts", "data_table", "table", "sections", None)
JUNE = (date(2025, 6, 2), date(2025, 6, 4))
ON = date(2025, 7, 1)


def judged(number: int, section: str, rating: str, **facts: Any) -> Judged:
    actions = tuple(line(ref) for ref in facts.pop("refs", ()))
    return Judged(
        number, facts.pop("body", "HMI Prisons"), section, "An invented concern.", rating, f"3.{number}",
        number=number, total=len(actions), actions=actions, **facts,
    )  # fmt: skip


FORCE = judged(
    1, "Use of force", "insufficient progress", refs=(19, 20), theme="Safety", match="confirmed", reported=1, done=1,
    overdue=0, then=(1, 0), contrast="over",
)  # fmt: skip
CELLS = judged(
    2, "Living conditions", "good progress", refs=(15,), theme="Living Conditions", match="suggested", overdue=1,
    contrast="under", why="its section is called Living conditions",
)  # fmt: skip
READING = judged(3, "Education", "reasonable progress", body="Ofsted", match="confirmed")
VISITS = judged(4, "Visits", "insufficient progress")
RAISED = Repeat(
    "15", "Cell audit", "5.15", "Decent cells", (2018,), promised="September 2019", about="living conditions"
)
MADE = Assurance(
    "HMP Rochester", "Urgent Notification plan 2024", "rochester-2025", JUNE, ON, (FORCE, CELLS, READING, VISITS),
    unjudged=(Unjudged("Staff Capability", 2, 1, 0),), repeats=(RAISED,),
    verbs=(Verb("match", "Match to themes (2)", "rochester"), Verb("share", "Share", "rochester judgements")),
)  # fmt: skip


def test_what_owners_report_and_what_inspectors_found_stand_side_by_side_the_disagreements_first():
    assert plain.render(MADE).splitlines() == [
        "HMP Rochester, Urgent Notification plan 2024, beside what inspectors found on 2 to 4 June 2025:"
        " 4 judgements; 1 of them contradicts reports of “done”.",
        "",
        "Owners say done, inspectors found too little:",
        "  Use of force (3.1): 2 of 2 reported done, 1 of them confirmed; inspectors: insufficient progress."
        " Safety: 19 and 20. At the end of the visit 1 of 2 were reported done.",
        "",
        "Inspectors found progress, nobody has reported it done:",
        "  Living conditions (3.2): 0 of 1 reported done, 1 late; inspectors: good progress."
        " Living Conditions: 15 (suggested, not confirmed).",
        "",
        "Matched to nothing of the plan:",
        "  Education (3.3): Ofsted: reasonable progress. About nothing of the plan, as was recorded.",
        "  Visits (3.4): inspectors: insufficient progress. Nothing is matched to it yet.",
        "",
        "Raised before:",
        "  15 Cell audit: 5.15 of 2018 (living conditions), promised for September 2019",
        "",
        "No judgement is about Staff Capability (1 of 2 reported done).",
        "1 match is suggested, 2 confirmed. A coordinator confirms or changes them in chat, or on the command line:"
        " actions assurance PRISON --match.",
        "Reported is what owners say; confirmed is what somebody above the lead said too. Counts as of 1 July 2025.",
    ]


@pytest.mark.parametrize(
    ("visited", "expected"),
    [
        ((None, date(2025, 7, 9)), "found by 9 July 2025:"),
        ((date(2025, 6, 30), date(2025, 7, 2)), "found from 30 June 2025 to 2 July 2025:"),
        ((date(2025, 6, 2), date(2025, 6, 2)), "found by 2 June 2025:"),
    ],
)
def test_the_days_of_the_visit_are_told_as_far_as_they_are_known(visited: Any, expected: str):
    assert expected in plain.render(replace(MADE, visited=visited))


def test_where_no_report_is_contradicted_it_is_said_and_without_a_plan_nothing_is():
    calm = plain.render(replace(MADE, judged=(CELLS, READING)))
    assert "2 judgements; no report of “done” is contradicted." in calm
    assert "2025: 1 judgement.\n" in plain.render(replace(MADE, plan="", judged=(VISITS,)))


def test_the_command_line_lists_every_repeat_where_a_card_counts_the_rest():
    many = replace(MADE, repeats=tuple(replace(RAISED, ref=str(ref)) for ref in range(1, 14)))
    assert "  13 Cell audit: 5.15 of 2018" in plain.render(many)
    assert "more: ask for" not in plain.render(many)
    assert "… and 5 more: ask for the repeats of HMP Rochester" in text_of(many, None)


def test_of_one_theme_every_action_is_told_and_why_it_is_suggested():
    said = plain.render(replace(MADE, judged=(CELLS,), unjudged=(), repeats=(), whole=True))
    assert "Living Conditions, 1 judgement." in said
    assert "Suggested because its section is called Living conditions." in said
    assert "  15 Invented action number 15 · Governor · due 30 November 2024" in said


def test_without_a_plan_and_with_one_that_came_late_it_is_said():
    alone = plain.render(replace(MADE, plan="", judged=(VISITS,), unjudged=(), repeats=()))
    assert "No plan that stood at the visit is held" in alone
    assert "The plan was loaded after the visit" in plain.render(replace(MADE, late_held=True))
    assert "Every match is confirmed." in plain.render(replace(MADE, judged=(FORCE, READING)))
    assert "2 are confirmed, 1 not matched yet." in plain.render(replace(MADE, judged=(FORCE, READING, VISITS)))


# --- what was raised before ----------------------------------------------------------------------------------------------


def test_a_repeat_tells_its_history():
    printed = replace(RAISED, ref="23", text="Drugs", earlier="5.2", promised="Completed and ongoing", about="drugs")
    said = Repeat("5.11", "Objectives are told", "", "", (), said=True)
    again = replace(RAISED, ref="16", years=(2018, 2021), about="", said=True)
    found = Repeats("HMP Rochester", (("a", "plan 2024", 26, (RAISED, printed, said, again)),), ("plan 2018",))
    assert plain.render(found).splitlines()[:7] == [
        "HMP Rochester: 4 of 26 numbers of the plan 2024 answer what was raised before.",
        "",
        "Plan 2024:",
        "  15 Cell audit: 5.15 of 2018 (living conditions), promised for September 2019",
        "  23 Drugs: 5.2 of 2018 (drugs), printed there as “Completed and ongoing”",
        "  5.11 Objectives are told: its plan calls it repeated, of a plan that is not held",
        "  16 Cell audit: 5.15 of 2018, promised for September 2019, again in 2021, as its plan says",
    ]
    none = plain.render(Repeats("HMP Rochester", (("a", "plan 2024", 26, ()),)))
    assert none.startswith("HMP Rochester: nothing in the plan 2024 is known to have been raised before.")
    assert "No earlier plan of it is held" in none


def test_an_actions_card_says_that_it_was_raised_before():
    card = ActionCard(line(15), ON, 15, "plan 2024", "Audit the cells.", raised=(RAISED,))
    said = "Raised before: 5.15 of 2018 (living conditions), promised for September 2019."
    assert said in plain.render(card)
    assert said in plain.render(card.published)


# --- in Slack --------------------------------------------------------------------------------------------------------------


def text_of(message: Message, face: Face | None) -> str:
    return str(render(message, table=face).blocks)


@pytest.mark.parametrize("face", FACES)
def test_every_face_has_every_judgement_and_a_table_where_it_takes_one(face: Face | None):
    blocks = taken(MADE, face)["blocks"]
    kinds = [block["type"] for block in blocks]
    assert ("data_table" in kinds, "table" in kinds) == (face in ("charts", "data_table"), face == "table")
    for one in MADE.judged:
        assert one.section in str(blocks)
    assert kinds.index("actions") == 1  # within reach of a thumb
    assert blocks[1]["elements"][0]["style"] == "primary"


def test_a_table_counts_as_the_words_do():
    (table,) = [block for block in render(MADE, table="data_table").blocks if block["type"] == "data_table"]
    rows = [[cell["text"] for cell in row] for row in table["rows"]]
    assert rows == [
        ["Judgement", "Inspectors", "Matched to", "Actions", "Reported done", "Of them confirmed", "Late"],
        ["Use of force (3.1)", "insufficient progress", "Safety", "2", "2", "1", "0"],
        ["Living conditions (3.2)", "good progress", "Living Conditions (suggested)", "1", "0", "0", "1"],
        ["Education (3.3)", "reasonable progress", "nothing", "0", "0", "0", "0"],
        ["Visits (3.4)", "insufficient progress", "not matched", "0", "0", "0", "0"],
    ]


def test_one_theme_is_drawn_with_its_actions():
    drawn = text_of(replace(MADE, judged=(FORCE,), whole=True), "data_table")
    assert "Invented action number 19" in drawn
    assert "Invented action number 20" in drawn


def test_it_is_shared_as_published_facts_without_buttons():
    shared = Conversation(answer, lambda heard: Say(MADE)).hear(Pressed(MADE.verbs[1], Asker("slack:T1:U1")))
    assert isinstance(shared, Say)
    assert shared.to == "everyone"
    assert isinstance(shared.message, Assurance)
    assert (shared.message.verbs, shared.message.shared) == ((), True)
    assert shared.message.judged == MADE.judged


odd = st.one_of(words, st.sampled_from(BAIT))
repeats_ = st.builds(
    Repeat, odd, odd, odd, odd, st.lists(st.integers(1990, 2030), max_size=3).map(tuple), odd, st.booleans(), odd
)
judged_ = st.builds(
    judged, st.integers(1, 99), odd, odd, body=odd, theme=odd, why=odd, refs=st.lists(st.integers(1, 40), max_size=9),
    match=st.sampled_from(["none", "suggested", "confirmed"]), contrast=st.sampled_from(["", "over", "under"]),
)  # fmt: skip
assurances = st.builds(
    Assurance, odd, odd, odd, st.just(JUNE), st.just(ON),
    st.lists(judged_, min_size=1, max_size=5).flatmap(lambda some: st.integers(1, 12).map(lambda n: tuple(some) * n)),
    st.lists(st.builds(Unjudged, odd, st.integers(0, 9), st.just(0), st.just(0)), max_size=9).map(tuple),
    st.lists(repeats_, max_size=30).map(tuple), whole=st.booleans(),
    verbs=st.lists(st.builds(Verb, st.just("judged"), odd, odd), max_size=30).map(tuple),
)  # fmt: skip
found_before = st.builds(
    Repeats, odd, st.lists(st.tuples(odd, odd, st.integers(0, 99), st.lists(repeats_, max_size=60).map(tuple)), max_size=3).map(tuple),
    st.lists(odd, max_size=5).map(tuple),
)  # fmt: skip


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(assurances | found_before, st.sampled_from(FACES))
def test_whatever_it_holds_it_is_taken_and_pings_nobody(message: Message, face: Face | None):
    taken(message, face)
    assert not re.search(r"<[!@#]\w", plain.render(message))
