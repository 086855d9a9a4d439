"""What inspectors judged beside what owners say: which review of which plan, what is suggested, what a coordinator says,
how owners and inspectors disagree; and what was raised before."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from documents.draft import JudgementDraft, PlanDraft
from documents.reissues import rejudging
from plans.messages import Assurance, Form, Judged, Notice, Repeats, Verb
from storage.database import reading, writing
from storage.history import verify
from storage.models import Entry, Judgement, JudgementMatch, Plan, Recommendation, Repeated
from tests.plans.progress.conftest import World
from tests.plans.progress.talking import Talk, form, told
from tests.storage.rows import a_plan, add, an_action

VISIT = (date(2025, 6, 2), date(2025, 6, 4))
LATER = datetime(2025, 7, 1, 9, tzinfo=UTC)
FOUND = (
    ("Leadership", "Leaders were not seen.", "insufficient progress", "3.1"),
    ("Leadership", "Leaders did not listen.", "no meaningful progress", "3.2"),
    ("Safety", "Violence rose.", "good progress", "3.3"),
    ("Visits", "Families waited long.", "reasonable progress", "3.4"),
)

pytestmark = pytest.mark.mostly_sqlite
THEMES = {11: "Leadership", 12: "Leadership", 13: "Safety and order", 14: "Culture"}


@pytest.fixture
def visited(world: World) -> World:
    """Four more actions of three themes; inspectors came in June, and it is July."""
    with writing(world.engine) as session:
        plan = session.exec(select(Plan)).one()
        plan.ranked_on = date(2024, 10, 1)
        for position, theme in THEMES.items():
            an_action(session, plan, position, owners=("Governor",), due=date(2025, 3, 31), theme=theme)
        review = a_plan(
            session, "rochester-2025", kind="review", live=False, inspected_from=VISIT[0], inspected_to=VISIT[1]
        )
        for at, (section, text, rating, paragraph) in enumerate(FOUND):
            facts = {"section": section, "text": text, "rating": rating, "paragraph": paragraph}
            add(session, Judgement(plan_id=review.id, position=at, body="HMI Prisons", kind="concern", **facts))
    world.now = LATER
    return world


def judgements(talk: Talk, who: str = "nobody", words: str = "Rochester judgements") -> Assurance:
    found = talk.slash(who, words)
    assert isinstance(found, Assurance), found
    return found


def of(found: Assurance, paragraph: str) -> Judged:
    return next(one for one in found.judged if one.paragraph == paragraph)


def offered(talk: Talk, who: str = "hub") -> Form:
    return form(talk.presses(who, Verb("match", "Match to themes", "rochester")))


def chosen(asked: Form, paragraph: str, label: str) -> dict[str, str]:
    """The choice of that label, by the field of that judgement."""
    field = next(each for each in asked.fields if each.label.startswith(paragraph))
    return {field.name.replace("-", "_"): next(value for value, words in field.choices if words == label)}


# --- what anybody sees ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["Rochester judgements", "judgements Rochester", "Judgments at rochester?", "the judgement of Rochester please",
              "Rochester's assurance", "judgements"],
)  # fmt: skip
def test_anybody_may_ask_in_any_order_of_words(visited: World, talk: Talk, words: str) -> None:
    found = judgements(talk, words=words)
    assert (found.prison, found.plan, found.review, found.visited) == (
        "HMP Rochester", "plan 2024", "rochester-2025", VISIT,
    )  # fmt: skip
    assert [verb.name for verb in found.verbs] == ["share", "judged", "judged"]


def test_every_count_is_that_of_its_list_and_no_words_are_told(visited: World, talk: Talk) -> None:
    visited.did("governor", "report", 11, words="a secret reason")
    found = judgements(talk)
    assert all(one.total == len(one.actions) for one in found.judged)
    assert {one.paragraph: [line.address for line in one.actions] for one in found.judged} == {
        "3.1": ["11", "12"], "3.2": ["11", "12"], "3.3": ["13"], "3.4": [],
    }  # fmt: skip
    assert (of(found, "3.1").reported, of(found, "3.1").done, of(found, "3.1").overdue) == (1, 0, 1)
    assert "secret" not in repr(found)


def test_where_owners_say_done_and_inspectors_found_too_little_comes_first_the_worst_first(
    visited: World, talk: Talk
) -> None:
    assert [(one.paragraph, one.contrast) for one in judgements(talk).judged] == [
        ("3.3", "under"), ("3.1", ""), ("3.2", ""), ("3.4", ""),
    ]  # fmt: skip
    visited.did("governor", "report", 11)
    assert [(one.paragraph, one.contrast) for one in judgements(talk).judged] == [
        ("3.2", "over"), ("3.1", "over"), ("3.3", "under"), ("3.4", ""),
    ]  # fmt: skip


def test_reported_is_not_confirmed_and_what_the_plan_printed_is_reported(visited: World, talk: Talk) -> None:
    visited.did("governor", "report", 11)
    visited.did("pgd", "confirm", 11)
    visited.put(12, status="done")  # as its plan printed it
    one = of(judgements(talk), "3.1")
    assert (one.total, one.reported, one.done) == (2, 1, 1)


def test_how_it_stood_at_the_end_of_the_visit_is_told_beside_how_it_stands(visited: World, talk: Talk) -> None:
    visited.now = datetime(2025, 6, 4, 20, tzinfo=UTC)
    visited.did("governor", "report", 11)
    visited.now = datetime(2025, 6, 5, 9, tzinfo=UTC)
    visited.did("governor", "report", 12)
    one = of(judgements(talk), "3.1")
    assert ((one.reported, one.done), one.then) == ((2, 0), (1, 0))


def test_of_a_plan_that_was_loaded_after_the_visit_nobody_knows_how_it_stood(visited: World, talk: Talk) -> None:
    with writing(visited.engine) as session:
        session.exec(select(Plan).where(Plan.live)).one().loaded_at = LATER
    found = judgements(talk)
    assert found.late_held
    assert {one.then for one in found.judged} == {None}


def test_a_theme_that_no_judgement_is_about_is_listed(visited: World, talk: Talk) -> None:
    assert [(one.theme, one.total) for one in judgements(talk).unjudged] == [("Culture", 1)]


def test_a_button_shows_one_theme_action_by_action(visited: World, talk: Talk) -> None:
    found = judgements(talk)
    leadership = next(verb for verb in found.verbs if verb.label == "Leadership (2)")
    opened = talk.presses("nobody", leadership)
    assert isinstance(opened, Assurance)
    assert opened.whole
    assert [one.paragraph for one in opened.judged] == ["3.1", "3.2"]
    assert "older message" in told(talk.presses("nobody", Verb("judged", "x", "rochester 99")))
    assert "older message" in told(talk.presses("nobody", Verb("judged", "x", "nowhere")))


# --- which review, of which plan -----------------------------------------------------------------------------------------


def test_before_the_visit_of_a_review_that_is_held_it_is_said_when_the_visit_is(visited: World, talk: Talk) -> None:
    visited.now = datetime(2025, 6, 3, 9, tzinfo=UTC)
    assert told(talk.slash("nobody", "Rochester judgements")) == (
        "Inspectors visit HMP Rochester on 2 to 4 June 2025, after the day asked about,"
        " so there is nothing yet to set beside what owners report."
    )


def test_without_a_review_it_is_said_how_one_comes_in(world: World, talk: Talk) -> None:
    said = told(talk.slash("nobody", "Rochester judgements"))
    assert said.startswith("I hold no review of progress at HMP Rochester")
    assert said.endswith("a coordinator sends me its file.")


def test_a_plan_that_came_after_the_visit_is_not_what_was_reviewed_though_the_other_is_closed(
    visited: World, talk: Talk
) -> None:
    with writing(visited.engine) as session:
        session.exec(select(Plan).where(Plan.key == "rochester-2024")).one().live = False
        a_plan(session, "rochester-2026", ranked_on=date(2025, 6, 20))
    found = judgements(talk)
    assert (found.plan, of(found, "3.1").total) == ("plan 2024", 2)


def test_both_plans_of_one_inspection_are_reviewed(visited: World, talk: Talk) -> None:
    with writing(visited.engine) as session:
        inspected = {"inspected_from": date(2024, 8, 5), "inspected_to": date(2024, 8, 16)}
        plan = session.exec(select(Plan).where(Plan.key == "rochester-2024")).one()
        for name, value in {**inspected, "ranked_on": date(2024, 8, 16)}.items():
            setattr(plan, name, value)
        other = a_plan(session, "rochester-2023", ranked_on=date(2024, 8, 16), **inspected)
        an_action(session, other, 50, theme="Leadership")
    found = judgements(talk)
    assert (found.plan, of(found, "3.1").total) == ("plan 2023 and plan 2024", 3)
    assert found.places


def test_where_no_plan_stood_at_the_visit_the_judgements_stand_alone(visited: World, talk: Talk) -> None:
    visited_plan = "rochester-2024"
    with writing(visited.engine) as session:
        session.exec(select(Plan).where(Plan.key == visited_plan)).one().ranked_on = date(2025, 6, 20)
    found = judgements(talk)
    assert (found.plan, {one.match for one in found.judged}, len(found.judged)) == ("", {"none"}, 4)
    assert "no plan of HMP Rochester" in told(talk.presses("hub", Verb("match", "x", "rochester")))


def test_without_a_prison_those_with_a_review_are_offered(visited: World, talk: Talk) -> None:
    with writing(visited.engine) as session:
        a_plan(session, "maidstone-2023")
    found = talk.slash("nobody", "judgements")
    assert isinstance(found, Notice)
    assert [(verb.name, verb.query) for verb in found.verbs] == [("judged", "rochester")]
    assert isinstance(talk.presses("nobody", found.verbs[0]), Assurance)
    assert told(talk.slash("nobody", "Maidstone judgements")).startswith(
        "I hold no review of progress at HMP Maidstone"
    )


def test_an_unknown_prison_is_said_and_other_words_are_a_question(visited: World, talk: Talk) -> None:
    unknown = talk.slash("nobody", "Wandsworth judgements")
    assert isinstance(unknown, Notice)
    assert unknown.code == "unknown_prison"
    assert talk.slash("nobody", "Rochester overdue judgements") is None


# --- matching ------------------------------------------------------------------------------------------------------------


def test_what_is_suggested_stands_filled_in_and_is_confirmed_with_one_press(visited: World, talk: Talk) -> None:
    found = judgements(talk, "hub")
    assert [(one.paragraph, one.match, one.theme) for one in sorted(found.judged, key=lambda one: one.number)] == [
        ("3.1", "suggested", "Leadership"), ("3.2", "suggested", "Leadership"), ("3.3", "suggested", "Safety and order"),
        ("3.4", "none", ""),
    ]  # fmt: skip
    assert found.verbs[0] == Verb("match", "Match to themes (4)", "rochester")
    asked = offered(talk)
    assert [bool(field.value) for field in asked.fields] == [True, True, True, False]
    assert all(field.optional for field in asked.fields)
    after = talk.submits("hub", asked, **{field.name.replace("-", "_"): field.value for field in asked.fields})
    assert isinstance(after, Assurance)
    assert [one.match for one in sorted(after.judged, key=lambda one: one.number)] == ["confirmed"] * 3 + ["none"]
    with reading(visited.engine) as session:
        entries = session.exec(select(Entry).where(Entry.kind == "matched")).all()
        assert [(one.who, one.as_post, one.words) for one in entries] == [
            ("E. Hub", "coordinator", "3.1 Leadership: Leadership"),
            ("E. Hub", "coordinator", "3.2 Leadership: Leadership"),
            ("E. Hub", "coordinator", "3.3 Safety: Safety and order"),
        ]
    assert visited.holds()


def test_a_match_can_be_changed_to_another_theme_or_to_nothing_and_what_stands_is_not_said_again(
    visited: World, talk: Talk
) -> None:
    asked = offered(talk)
    talk.submits("hub", asked, **chosen(asked, "3.4", "Culture"), **chosen(asked, "3.1", "Leadership"))
    again = offered(talk)
    after = talk.submits(
        "hub", again, **chosen(again, "3.4", "Nothing in this plan"), **chosen(again, "3.1", "Leadership")
    )
    assert (of(after, "3.4").match, of(after, "3.4").theme, of(after, "3.4").total) == ("confirmed", "", 0)
    with reading(visited.engine) as session:
        words = [one.words for one in session.exec(select(Entry).where(Entry.kind == "matched").order_by(Entry.seq))]
        assert words == ["3.1 Leadership: Leadership", "3.4 Visits: Culture", "3.4 Visits: nothing of the plan"]
        rows = session.exec(select(JudgementMatch)).all()
        assert {row.told_by for row in rows} == {"E. Hub"}
        assert len(rows) == 2


@pytest.mark.parametrize("who", ["governor", "pgd", "assurer", "nobody"])
def test_only_a_coordinator_or_an_administrator_matches(visited: World, talk: Talk, who: str) -> None:
    assert "match" not in [verb.name for verb in judgements(talk, who).verbs]
    assert told(talk.presses(who, Verb("match", "x", "rochester"))).startswith("Only a coordinator or an administrator")
    asked = offered(talk, "admin")
    assert told(talk.submits(who, asked, **chosen(asked, "3.4", "Culture"))).startswith("Only a coordinator")
    with reading(visited.engine) as session:
        assert session.exec(select(JudgementMatch)).all() == []


def test_a_theme_that_the_plan_has_no_more_is_not_taken(visited: World, talk: Talk) -> None:
    asked = offered(talk)
    with writing(visited.engine) as session:
        session.exec(select(Recommendation).where(Recommendation.theme == "Culture")).one().theme = "Customs"
    wrong = talk.submits("hub", asked, **chosen(asked, "3.4", "Culture"))
    assert [sentence.split(",")[0] for sentence in wrong.values()] == ["The plan has changed meanwhile"]


def test_a_review_that_is_issued_again_keeps_what_was_said_of_the_same_words(visited: World, talk: Talk) -> None:
    asked = offered(talk)
    talk.submits("hub", asked, **chosen(asked, "3.4", "Culture"), **chosen(asked, "3.3", "Culture"))
    with writing(visited.engine) as session:
        review = session.exec(select(Plan).where(Plan.kind == "review")).one()
        again = [
            JudgementDraft("HMI Prisons", "concern", "Visits", "Families  waited long.", "good progress", "3.9"),
            JudgementDraft(
                "HMI Prisons", "concern", "Safety", "Use of force was never looked at.", "good progress", "3.3"
            ),
        ]
        assert rejudging.rejudge(session, review, PlanDraft("Rochester", review.title, "review", judgements=again))
    found = judgements(talk)
    assert (of(found, "3.9").match, of(found, "3.9").theme) == ("confirmed", "Culture")
    assert of(found, "3.3").match == "suggested"
    with reading(visited.engine) as session:
        assert [verify(session, plan.id or 0) for plan in session.exec(select(Plan))] == [[], []]


# --- what was raised before ----------------------------------------------------------------------------------------------


@pytest.fixture
def raised(visited: World) -> World:
    """12 came back: it was 4.1 of the plan of 2018."""
    with writing(visited.engine) as session:
        earlier = a_plan(session, "rochester-2018", live=False, ranked_on=date(2017, 11, 3))
        old = add(session, Recommendation(plan_id=earlier.id, position=0, ref="4.1", text="Leaders should be seen."))
        facts = {"recommendation_id": old.id, "target": "July 2018", "original_due": date(2018, 7, 31)}
        an_action(session, earlier, 1, **facts)
        new = session.get(Recommendation, visited.row(12).recommendation_id)
        add(session, Repeated(recommendation_id=new.id if new else 0, earlier_id=old.id, said=False, likeness=90))
    return visited


def test_repeats_are_told_with_their_history(raised: World, talk: Talk) -> None:
    found = talk.slash("nobody", "Rochester repeats")
    assert isinstance(found, Repeats)
    ((plan, _, count, (repeat,)),) = found.of
    assert (plan, count, found.earlier) == ("rochester-2024", 12, ("plan 2018",))
    assert (repeat.ref, repeat.earlier, repeat.years, repeat.promised) == ("12", "1", (2018,), "July 2018")
    assert [one.ref for one in judgements(talk).repeats] == ["12"]


def test_an_actions_card_says_that_it_was_raised_before_and_to_everyone_too(raised: World, talk: Talk) -> None:
    card = talk.presses("nobody", Verb("card", "x", str(raised.id(12))))
    assert [one.promised for one in card.raised] == ["July 2018"]
    assert card.published.raised == card.raised
    assert talk.presses("nobody", Verb("card", "x", str(raised.id(11)))).raised == ()


def test_repeats_of_a_prison_without_a_plan_or_without_a_name_are_asked_back(visited: World, talk: Talk) -> None:
    found = talk.slash("nobody", "repeats")
    assert isinstance(found, Repeats)  # there is one prison
    assert found.of[0][3] == ()
    with writing(visited.engine) as session:
        session.exec(select(Plan).where(Plan.live)).one().live = False
    assert told(talk.slash("nobody", "Rochester repeated")).startswith("I hold no plan")
