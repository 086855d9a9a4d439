"""Forms: for one action, for a whole brief, from a status word; what is wrong is said field by field."""

from datetime import date

import pytest

from plans.chat import Ask
from plans.messages import Form, Notice, Verb
from tests.plans.progress.talking import Talk, button, form, labels, receipt


def open_(talk: Talk, who: str, ref: int, label: str) -> Form:
    return form(talk.presses(who, button(talk.asks(who, f"Rochester {ref}"), label)))


# --- one action ----------------------------------------------------------------------------------------------------


def test_a_button_opens_the_form_and_the_form_records_it(talk: Talk):
    asked = open_(talk, "governor", 1, "Done")
    assert (asked.title, asked.submit, [field.name for field in asked.fields]) == (
        "1: Done", "Done", ["words", "link", "day"],
    )  # fmt: skip
    assert all(field.hint == "No prisoner names." for field in asked.fields if field.kind == "words")
    done = receipt(talk.submits("governor", asked, words="forums held", link="https://x.example/m", day="2024-11-29"))
    (one,) = done.changed
    assert (one.to_status, one.links, str(one.day)) == ("reported", ("https://x.example/m",), "2024-11-29")


def test_a_form_sent_again_does_nothing(talk: Talk):
    asked = open_(talk, "governor", 1, "Done")
    talk.submits("governor", asked, key="view")
    assert talk.submits("governor", asked, key="view") is None
    assert talk.kinds(1) == ["report"]


@pytest.mark.parametrize(
    ("label", "filled", "field", "said"),
    [
        ("Need longer", {"words": "no chaplain"}, "until", "Say until when"),
        ("Need longer", {"words": "no chaplain", "until": "2024-11-01"}, "until", "is past. Ask for a day to come."),
        ("Need longer", {"words": "no chaplain", "until": "2025-01-15"}, "until", "is no later: its date stands"),
        ("Need longer", {"until": "2025-03-01"}, "words", "Say why it needs longer."),
        ("Need longer", {"until": "2025-03-01", "words": "x" * 3_001}, "words", "3,000 characters at most"),
        ("Need longer", {"until": "2025-02-31", "words": "no chaplain"}, "until", "Say until when"),
        ("Blocked", {}, "words", "Say what stops it."),
        ("Blocked", {"words": "   "}, "words", "Say what stops it."),
        ("Add a note", {}, "words", "an empty note is none"),
        ("Done", {"day": "2024-12-25"}, "day", "still to come"),
        ("Done", {"link": "the shared drive"}, "link", "A link begins with https://"),
        ("Not mine", {"words": "theirs"}, "to", "Choose one of the posts."),
        ("Not mine", {"to": "nobody known"}, "to", "Choose one of the posts."),
        ("Delegate", {"to": "governor"}, "to", "Choose one of the posts."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(talk: Talk, label: str, filled: dict[str, str], field: str, said: str):
    talk.world.put(2, due=None)
    talk.world.put(1, due=date(2025, 1, 31))
    asked = open_(talk, "governor", 1, label)
    wrong = talk.submits("governor", asked, key="view", **filled)
    assert isinstance(wrong, dict), wrong
    assert said in wrong[field]
    assert talk.kinds(1) == []


def test_what_was_given_back_can_be_mended_and_sent(talk: Talk):
    asked = open_(talk, "governor", 1, "Blocked")
    assert "words" in talk.submits("governor", asked, key="view")
    assert receipt(talk.submits("governor", asked, key="view", words="no funding")).changed


def test_a_day_before_it_starts_is_refused(talk: Talk):
    from datetime import date

    talk.world.put(3, starts=date(2025, 6, 1), due=None, original_due=None)
    asked = open_(talk, "safety", 3, "Need longer")
    assert "before it starts" in talk.submits("safety", asked, until="2025-05-01", words="no staff")["until"]


def test_who_may_not_is_told_before_the_form_opens(talk: Talk):
    verb = button(talk.asks("governor", "1"), "Done")
    (one,) = receipt(talk.presses("safety", verb)).refused
    assert one.sentence.startswith("Only the Governor for Rochester")


def test_nobody_confirms_their_own(talk: Talk):
    talk.says("governor", "1 done")
    about = f"{talk.world.id(1)} 2 confirm"
    (one,) = receipt(talk.presses("governor", Verb("answer", "Confirm", about))).refused
    assert "Prison Group Director" in one.sentence


def test_overtaken_it_is_told_what_changed_and_nothing_written_is_lost(talk: Talk):
    asked = open_(talk, "governor", 1, "Blocked")
    talk.world.did("deputy", "progress", 1, words="under way")
    late = receipt(talk.submits("governor", asked, words="no funding until April"))

    (one,) = late.refused
    assert one.sentence.startswith("Action 1 was marked in progress by the Governor at 10:42.")
    assert late.card
    assert talk.kinds(1) == ["progress"]
    again = form(talk.presses("governor", button(late, "Blocked all the same")))
    assert [field.value for field in again.fields] == ["no funding until April"]
    assert receipt(talk.submits("governor", again, words="no funding until April")).changed[0].doing == "block"


def test_work_is_delegated_and_taken_back_by_form(talk: Talk):
    asked = open_(talk, "governor", 1, "Delegate")
    (to,) = [field for field in asked.fields if field.name == "to"]
    assert ("head of safety", "Head of Safety") in to.choices
    assert receipt(talk.submits("governor", asked, to="head of safety")).changed[0].party == "Head of Safety"
    back = open_(talk, "governor", 1, "Delegate")
    assert receipt(talk.submits("governor", back, to="-")).changed[0].party == ""


# --- a status word -------------------------------------------------------------------------------------------------


def test_a_status_word_opens_the_form_filled_in(talk: Talk):
    asked = form(talk.slash("governor", "Rochester 1 blocked awaiting funding"))
    assert [field.value for field in asked.fields] == ["awaiting funding"]
    assert talk.kinds(1) == []
    assert receipt(talk.submits("governor", asked, words="awaiting funding")).changed[0].to_status == "blocked"


@pytest.mark.parametrize(
    ("text", "until", "words"),
    [
        ("Rochester 2 need longer until March", "2025-03-31", ""),
        ("Rochester 2 needs until 15 February 2025 because the chaplain left", "2025-02-15", "the chaplain left"),
        ("Rochester 2 pushed to 14/03/2025, no staff", "2025-03-14", "no staff"),
        ("Rochester 2 need longer", "", ""),
    ],
)
def test_the_day_of_a_status_word_is_filled_in(talk: Talk, text: str, until: str, words: str):
    asked = form(talk.slash("governor", text))
    assert {field.name: field.value for field in asked.fields} == {"until": until, "words": words}


@pytest.mark.parametrize("who", ["nobody", "pgd", "assurer"])
def test_for_anybody_else_a_status_word_stays_a_question(talk: Talk, who: str):
    assert talk.slash(who, "Rochester 1 done") is None


@pytest.mark.parametrize("text", ["Rochester 1 done?", "is Rochester 1 done", "Rochester 1-2 done", "Rochester done"])
def test_a_question_opens_no_form(talk: Talk, text: str):
    assert talk.slash("governor", text) is None


# --- a whole brief --------------------------------------------------------------------------------------------------


def update(talk: Talk, who: str, number: int) -> Form:
    return form(talk.presses(who, Verb("update", "Update all", str(number))))


def test_one_form_updates_a_brief(talk: Talk):
    asked = update(talk, "governor", talk.brief("governor", 1, 2, 6))
    first, second, sixth = (talk.world.id(ref) for ref in (1, 2, 6))
    assert [field.name for field in asked.fields][:3] == [f"do-{first}", f"until-{first}", f"words-{first}"]
    done = receipt(
        talk.submits(
            "governor", asked,
            **{f"do-{first}": "report", f"do-{sixth}": "postpone", f"until-{sixth}": "2025-01-31", f"words-{sixth}": "no staff"},
        )
    )  # fmt: skip
    assert [(one.address, one.doing) for one in done.changed] == [("1", "report"), ("6", "postpone")]
    assert labels(done)[0] == "Undo"
    assert talk.kinds(2) == []
    assert second


def test_a_line_that_changed_is_refused_and_the_rest_recorded(talk: Talk):
    asked = update(talk, "governor", talk.brief("governor", 1, 2))
    first, second = talk.world.id(1), talk.world.id(2)
    talk.world.did("deputy", "block", 1, words="no funding")
    done = receipt(talk.submits("governor", asked, **{f"do-{first}": "report", f"do-{second}": "report"}))
    assert [one.address for one in done.changed] == ["2"]
    assert done.refused[0].sentence.startswith("Action 1 was marked blocked by the Governor at 10:42.")
    assert talk.world.row(1).status == "blocked"


def test_nothing_is_recorded_while_a_line_is_wrong(talk: Talk):
    asked = update(talk, "governor", talk.brief("governor", 1, 2, 6))
    first, second, sixth = (talk.world.id(ref) for ref in (1, 2, 6))
    wrong = talk.submits(
        "governor", asked,
        **{f"do-{first}": "report", f"do-{second}": "postpone", f"words-{second}": "no staff", f"words-{sixth}": "hm"},
    )  # fmt: skip
    assert wrong == {
        f"until-{second}": "Say until when: the date that you ask for.",
        f"do-{sixth}": "Choose what became of 6.",
    }
    assert talk.kinds(1) == []


def test_a_day_without_need_longer_is_not_dropped_in_silence(talk: Talk):
    asked = update(talk, "governor", talk.brief("governor", 1))
    first = talk.world.id(1)
    wrong = talk.submits("governor", asked, **{f"do-{first}": "report", f"until-{first}": "2025-03-01"})
    assert wrong[f"do-{first}"].startswith("A day goes with Need longer")


def test_an_empty_form_says_so(talk: Talk):
    asked = update(talk, "governor", talk.brief("governor", 1, 2))
    assert list(talk.submits("governor", asked).values()) == [
        "Choose what became of at least one action, or close this form."
    ]


def test_somebody_elses_brief_is_not_theirs_to_update(talk: Talk):
    number = talk.brief("governor", 1)
    assert isinstance(talk.presses("safety", Verb("update", "", str(number))), Notice)
    asked = update(talk, "governor", number)
    assert isinstance(talk.submits("safety", asked, **{f"do-{talk.world.id(1)}": "report"}), Notice)
    assert talk.kinds(1) == []


def test_a_form_holds_thirty_and_says_how_many_more(talk: Talk):
    from tests.storage.rows import a_plan, an_action

    def many(session):
        plan = a_plan(session, "rochester-2025")
        for position in range(100, 135):
            an_action(session, plan, position, owners=("Governor",))

    talk.world.register(many)
    asked = update(talk, "governor", talk.brief("governor", *range(100, 135)))
    assert len([field for field in asked.fields if field.name.startswith("do-")]) == 30
    assert "The first 30 of 35 are here; open it again for the other 5." in asked.intro


def test_answers_come_as_forms(talk: Talk):
    assert Ask(update(talk, "governor", talk.brief("governor", 1))).form.name == "update"
