"""Meeting mode: what each post said, recorded by the coordinator; and decisions, everything that waits as one form."""

import pytest

from plans.messages import Form, Verb
from tests.plans.progress.talking import Talk, button, form, labels, receipt, told

pytestmark = pytest.mark.mostly_sqlite


@pytest.mark.parametrize("text", ["Rochester update", "update Rochester", "update HMP Rochester"])
def test_the_coordinator_gets_a_button_for_each_lead_post(talk: Talk, text: str):
    asked = talk.slash("hub", text)
    assert labels(asked) == ["Governor (5)", "Head of Safety (1)", "Works Department (1)"]


def test_what_a_post_said_is_recorded_as_its_word_with_both_names(talk: Talk):
    asked = form(talk.presses("hub", button(talk.slash("hub", "Rochester update"), "Head of Safety (1)")))
    third = talk.world.id(3)
    done = receipt(
        talk.submits("hub", asked, **{f"do-{third}": "progress", f"words-{third}": "half the staff trained"})
    )
    assert (done.changed[0].as_post, done.changed[0].for_party) == ("Coordinator", "Head of Safety")
    (entry,) = talk.world.history(3)
    assert (entry.who, entry.as_post, entry.for_party) == ("E. Hub", "coordinator", "head of safety")


def test_only_the_coordinator_has_it(talk: Talk):
    assert "Only the coordinator of HMP Rochester" in told(talk.slash("governor", "Rochester update"))
    assert "Only the coordinator" in told(talk.presses("governor", Verb("meet", "", "rochester governor")))
    assert "Only the coordinator" in told(talk.presses("hub", Verb("meet", "", "nowhere governor")))


def test_a_form_of_the_meeting_sent_by_another_changes_nothing(talk: Talk):
    asked = form(talk.presses("hub", button(talk.slash("hub", "Rochester update"), "Governor (5)")))
    done = receipt(talk.submits("safety", asked, **{f"do-{talk.world.id(1)}": "report"}))
    assert (done.changed, [one.why for one in done.refused]) == ((), ["right"])


def test_what_is_no_prison_is_left_to_be_a_question(talk: Talk):
    assert talk.slash("hub", "flibber update") is None


def test_a_post_with_many_actions_is_gone_through_by_pages(talk: Talk):
    from tests.storage.rows import a_plan, an_action

    def many(session):
        plan = a_plan(session, "rochester-2025")
        for position in range(100, 135):
            an_action(session, plan, position, owners=("Governor",))

    talk.world.register(many)
    asked = talk.slash("hub", "Rochester update")
    assert labels(asked)[:2] == ["Governor (1 to 30)", "Governor (31 to 40)"]
    first = form(talk.presses("hub", button(asked, "Governor (1 to 30)")))
    second = form(talk.presses("hub", button(asked, "Governor (31 to 40)")))
    sizes = [len([field for field in each.fields if field.name.startswith("do-")]) for each in (first, second)]
    assert sizes == [30, 10]


def asked_of(asked: Form) -> list[str]:
    return [field.label.split()[0] for field in asked.fields if field.name.startswith("do-")]


def test_what_was_reported_since_is_left_out_and_what_is_late_comes_first(talk: Talk):
    number = talk.brief("governor", 8, 2, 6, 1)
    talk.says("governor", "1 done")
    asked = form(talk.presses("governor", Verb("update", "Update all", str(number))))
    assert asked_of(asked) == ["6", "2", "8"]
    assert "6: why, or a remark" in [field.label for field in asked.fields]
    met = form(talk.presses("hub", button(talk.slash("hub", "Rochester update"), "Governor (4)")))
    assert asked_of(met)[:2] == ["6", "2"]


# --- decisions -----------------------------------------------------------------------------------------------------


def decide(talk: Talk, who: str) -> Form:
    return form(talk.presses(who, Verb("decide", "Decide", "-")))


def test_what_was_reported_is_a_list_to_tick(talk: Talk):
    talk.says("governor", "1 done, minutes at https://x.example/m")
    talk.says("governor", "2 done")
    asked = decide(talk, "pgd")
    ticks, how, _ = asked.fields
    assert [label for _, label in ticks.choices] == ["1 Title 1 · 1 link", "2 Title 2 · no evidence"]
    assert [note for _, note in ticks.notes] == [
        "Governor, Monday 2 December: “1 done, minutes at https://x.example/m”",
        "Governor, Monday 2 December: “2 done”",
    ]
    assert how.value == "confirm"
    done = receipt(talk.submits("pgd", asked, confirm=(str(talk.world.id(1)),), how="confirm"))
    assert [(one.address, one.to_status) for one in done.changed] == [("1", "done")]
    assert talk.world.row(2).status == "reported"


def test_it_is_sent_back_with_a_reason(talk: Talk):
    talk.says("governor", "1 done")
    asked, ticked = decide(talk, "pgd"), (str(talk.world.id(1)),)
    assert talk.submits("pgd", asked, confirm=ticked, how="send_back") == {"why": "Say what is missing."}
    done = receipt(talk.submits("pgd", asked, confirm=ticked, how="send_back", why="no minutes"))
    assert done.changed[0].to_status == "in_progress"


def test_another_date_and_a_hand_over_are_agreed_to_one_by_one(talk: Talk):
    talk.says("governor", "push to 15 February 2025, no chaplain", talk.about(2))
    second = talk.world.id(2)
    asked = decide(talk, "pgd")
    (request, _) = asked.fields
    assert request.name == f"req-{second}"
    assert request.label == "2 from Tuesday 31 December 2024 to Saturday 15 February 2025, asked by the Governor"
    assert [label for _, label in request.choices] == ["Agree", "Decline"]
    done = receipt(talk.submits("pgd", asked, **{f"req-{second}": "agree"}))
    assert done.changed[0].doing == "agree"
    assert str(talk.world.row(2).due) == "2025-02-15"

    talk.says("governor", "not ours, it's the Head of Safety's", talk.about(1, "7.0"))
    taken = decide(talk, "safety")
    done = receipt(talk.submits("safety", taken, **{f"req-{talk.world.id(1)}-to": "accept"}))
    assert done.changed[0].doing == "accept"
    assert talk.world.owners(1)[0] == "head of safety"


def test_for_an_outside_lead_it_is_accepted_or_told(talk: Talk):
    talk.says("residence", "Rochester 4 needs until 31 July 2025, no parts")
    (request, _) = decide(talk, "governor").fields
    assert [label for _, label in request.choices] == ["Accepted", "Told, not agreed"]


def test_nothing_chosen_and_nothing_waiting_are_said(talk: Talk):
    assert "Nothing waits for your decision" in told(talk.presses("pgd", Verb("decide", "", "-")))
    talk.says("governor", "1 done")
    asked = decide(talk, "pgd")
    assert list(talk.submits("pgd", asked, how="confirm").values()) == [
        "Tick or choose at least one, or close this form."
    ]


def test_one_taken_back_meanwhile_is_refused_and_the_rest_confirmed(talk: Talk):
    talk.says("governor", "1 done")
    talk.world.later(minutes=1)
    talk.says("governor", "2 done")
    asked = decide(talk, "pgd")
    talk.says("governor", "undo")
    ticked = (str(talk.world.id(1)), str(talk.world.id(2)))
    done = receipt(talk.submits("pgd", asked, confirm=ticked, how="confirm"))
    assert [one.address for one in done.changed] == ["1"]
    assert [(one.address, one.why) for one in done.refused] == [("2", "overtaken")]


def test_who_may_not_decide_confirms_nothing_with_a_form_that_is_not_theirs(talk: Talk):
    talk.says("governor", "1 done")
    asked = decide(talk, "pgd")
    done = receipt(talk.submits("governor", asked, confirm=(str(talk.world.id(1)),), how="confirm"))
    assert [one.why for one in done.refused] == ["right"]
