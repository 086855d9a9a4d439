"""What a press under a digest shows, and the commands that bring one: the list behind each number, for whoever asks."""

from datetime import date

import pytest

from plans import digests
from plans.chat import Answered, Pressed, Redraw, Said, Say
from plans.digest.behind import behind as counted
from plans.digest.behind import names
from plans.digest.offering import THEMES, reference
from plans.messages import Behind, Counts, Digest, Notice, Verb
from plans.progress import acted
from storage.database import reading, writing
from storage.said import save_setting
from storage.slots import open_slot
from tests.plans.progress.conftest import NOW, World
from tests.plans.progress.talking import Talk, asker, labels, told
from tests.storage.rows import an_action

pytestmark = pytest.mark.mostly_sqlite

TUESDAY = date(2024, 12, 3)


def frozen(world: World, on: date = TUESDAY, week: str = "2024-W49") -> Digest:
    with writing(world.engine) as session:
        return digests.freeze(session, "rochester", on=on, week=week, now=world.now, words=lambda message: "words")


def draft(world: World, on: date = TUESDAY) -> Digest:
    with reading(world.engine) as session:
        return digests.preview(session, "rochester", on, now=world.now)


def press(world: World, verb: Verb, who: str = "nobody") -> Answered | None:
    with reading(world.engine) as session:
        return acted(session, Pressed(verb, asker(who)), now=world.now, at=NOW)


def opened(answered: Answered | None) -> Behind:
    assert isinstance(answered, Say | Redraw)
    assert isinstance(answered.message, Behind), answered.message
    return answered.message


def listed(world: World, query: str, page: int = 1) -> Behind:
    return opened(press(world, Verb("behind", "", query, page)))


def many(world: World, count: int) -> None:
    from sqlmodel import select

    from storage.models import Plan

    with writing(world.engine) as session:
        plan = session.exec(select(Plan)).one()
        for position in range(20, 20 + count):
            an_action(session, plan, position, owners=("Governor",), due=date(2024, 11, 1))


# --- lists -----------------------------------------------------------------------------------------------------------


def test_every_number_opens_the_list_that_it_counts(world: World) -> None:
    for digest in (frozen(world), draft(world)):
        buttons = [verb for verb in digest.verbs if verb.name == "behind" and not verb.query.endswith(THEMES)]
        assert buttons
        for verb in buttons:
            shown = opened(press(world, verb))
            digits = "".join(filter(str.isdigit, verb.label.partition(" ")[0] + verb.label.partition("All ")[2]))
            assert shown.total == int(digits), verb
        for name in names(digest):
            shown = listed(world, f"{reference(digest)} {name}")
            assert (shown.name, shown.total, len(shown.lines)) == (name, *[len(counted(digest, name))] * 2)


def test_it_is_said_to_the_presser_alone_and_the_digest_stays(world: World) -> None:
    digest = frozen(world)
    for verb in digest.verbs:
        if verb.name == "behind":
            answered = press(world, verb)
            assert isinstance(answered, Say)
            assert answered.to == "asker"


def test_a_long_list_has_pages_which_are_drawn_in_its_own_place(world: World) -> None:
    many(world, 44)
    digest = frozen(world)
    first = listed(world, f"{digest.id} overdue")
    assert (first.total, len(first.lines), first.page, first.pages) == (46, 20, 1, 3)
    following = next(verb for verb in first.verbs if verb.label == "Next")
    second = press(world, following)
    assert isinstance(second, Redraw)
    assert [verb.label for verb in opened(second).verbs[:2]] == ["Previous", "Next"]
    last = listed(world, f"{digest.id} overdue", 99)
    assert (last.page, len(last.lines)) == (3, 6)
    seen = [line.action for page in (1, 2, 3) for line in listed(world, f"{digest.id} overdue", page).lines]
    assert seen == [line.action for line in counted(digest, "overdue")]
    assert len(first.verbs) <= 25


def test_an_action_of_the_list_is_one_press_away(world: World, talk: Talk) -> None:
    digest = frozen(world)
    shown = listed(world, f"{digest.id} overdue")
    assert [verb.label for verb in shown.verbs] == ["Show 1", "Show 6"]
    card = talk.presses("nobody", shown.verbs[0])
    assert (card.action, card.private) == (world.id(1), False)


def test_what_has_another_status_by_now_is_said_beside_it_as_it_stood(world: World) -> None:
    digest = frozen(world)
    world.put(1, status="reported")
    shown = listed(world, f"{digest.id} overdue")
    assert [line.line.status for line in shown.lines] == ["not_started", "not_started"]
    assert shown.now == ((world.id(1), "reported"),)
    assert listed(world, f"rochester {TUESDAY} overdue").total == 1  # a draft is as things stand


def test_what_was_done_since_is_listed_without_anybodys_words(world: World) -> None:
    world.did("safety", "progress", 3, words="A. Sample was asked twice")
    digest = frozen(world)
    shown = listed(world, f"{digest.id} changes")
    assert (shown.total, [change.doing for change in shown.changes]) == (1, ["progress"])
    assert "A. Sample" not in repr(shown)
    assert labels(shown) == ["Show 3"]


def test_what_is_asked_for_is_listed_with_who_decides(world: World) -> None:
    world.did("governor", "postpone", 2, until=date(2025, 3, 31), words="no chaplain")
    digest = frozen(world)
    shown = listed(world, f"{digest.id} asked")
    assert [(each.address, each.to_due) for each in shown.asked] == [("2", date(2025, 3, 31))]
    assert "no chaplain" not in repr(shown)
    assert listed(world, f"{digest.id} extensions").total == 1


def test_themes_are_chosen_from_an_overview(world: World, talk: Talk) -> None:
    digest = draft(world)
    overview = press(world, Verb("behind", "By theme", f"{reference(digest)} {THEMES}"))
    assert isinstance(overview, Say)
    assert isinstance(overview.message, Notice)
    assert len(overview.message.verbs) == len(digest.themes)
    assert overview.message.verbs[0].label.endswith(f": {digest.themes[0].red} red of {digest.themes[0].total}")
    shown = opened(press(world, overview.message.verbs[0]))
    assert (shown.total, shown.theme) == (digest.themes[0].total, digest.themes[0].theme)


@pytest.mark.parametrize(
    "query",
    ["", "999 overdue", "nowhere 2024-12-03 overdue", "rochester soon overdue", "1 nonsense", "1 theme 99", "1 theme x",
     "x" * 3_000, "rochester 2024-12-03 ; drop table", "1", "99999999999 all", "1 overdue here here",
     "rochester 0001-01-01 all", "rochester 9999-12-31 all"],
)  # fmt: skip
def test_whatever_is_forged_opens_nothing(world: World, query: str) -> None:
    frozen(world)
    answered = press(world, Verb("behind", "", query))
    assert isinstance(answered, Say)
    assert isinstance(answered.message, Notice)
    assert answered.message.detail.startswith("That button belongs to an older message.")


# --- a digest --------------------------------------------------------------------------------------------------------


def test_the_latest_digest_is_shown_and_where_there_is_none_the_draft_of_the_first(world: World, talk: Talk) -> None:
    first = talk.slash("nobody", "Rochester digest")
    assert (first.draft, first.number, first.before, first.on) == (True, 1, None, TUESDAY)
    frozen(world)
    world.later(days=7)
    kept = frozen(world, date(2024, 12, 10), "2024-W50")
    assert talk.slash("nobody", "digest Rochester").id == kept.id
    assert talk.slash("nobody", "digest 1 Rochester").number == 1
    assert talk.slash("nobody", "Rochester digest 2").id == kept.id
    assert told(talk.slash("nobody", "digest 7 Rochester")) == (
        "HMP Rochester has no digest 7. `/actions digest Rochester` shows the latest."
    )


def test_a_year_is_no_digests_number_and_it_is_said(world: World, talk: Talk) -> None:
    frozen(world)
    assert told(talk.slash("nobody", "digest Rochester 2024")) == (
        "HMP Rochester has no digest 2024: digests go by number, not by year. `/actions digest Rochester` shows the latest."
    )


def test_a_number_that_is_given_to_a_draft_is_not_dropped(world: World, talk: Talk) -> None:
    frozen(world)
    assert told(talk.slash("nobody", "draft 3")) == (
        "A draft has no number yet: `/actions digest Rochester 3` shows digest 3 of HMP Rochester,"
        " `/actions draft Rochester` the next."
    )


@pytest.mark.parametrize("words", ["Rochester digest?", "digest?", "latest digest please"])
def test_a_courtesy_makes_no_other_command_of_it(world: World, talk: Talk, words: str) -> None:
    kept = frozen(world)
    assert talk.slash("nobody", words).id == kept.id


@pytest.mark.parametrize(
    "words", ["draft Rochester", "Rochester draft", "digest Rochester draft", "draft digest of Rochester"]
)
def test_the_draft_is_of_the_next_digest_day(world: World, talk: Talk, words: str) -> None:
    frozen(world)
    assert talk.slash("nobody", words).on == TUESDAY  # Monday: tomorrow's
    world.later(days=1)
    shown = talk.slash("nobody", words)
    assert (shown.draft, shown.on, shown.before) == (True, date(2024, 12, 10), 1)


def test_the_draft_is_of_next_week_where_this_week_had_its_digests_and_another_day_was_set(
    world: World, talk: Talk
) -> None:
    with writing(world.engine) as session:
        open_slot(session, "digest", "2024-W49", TUESDAY)
        save_setting(session, None, "digest_day", "friday", date(2024, 12, 4))
    world.later(days=2)
    assert talk.slash("nobody", "draft Rochester").on == date(2024, 12, 13)


def test_the_button_of_a_brief_shows_the_draft(world: World) -> None:
    answered = press(world, Verb("digest", "See the draft", "rochester draft"))
    assert isinstance(answered, Say)
    assert isinstance(answered.message, Digest)
    assert answered.message.draft


def test_one_prison_alone_needs_no_name_and_of_several_one_must_be_named(world: World, talk: Talk) -> None:
    assert isinstance(talk.slash("nobody", "digest"), Digest)
    from tests.storage.rows import a_plan

    with writing(world.engine) as session:
        a_plan(session, key="chelmsford-2023")
    assert told(talk.slash("nobody", "digest")) == "Name one prison: `/actions digest Rochester`."
    assert told(talk.slash("nobody", "digest Chelmsford and Rochester")).startswith("Name one prison")


def test_an_unknown_prison_is_said_to_be_unknown(world: World, talk: Talk) -> None:
    assert talk.slash("nobody", "digest Wandsworth").code == "unknown_prison"


@pytest.mark.parametrize(
    "words", ["Rochester overdue digest", "what is in the digest for Rochester?", "about draft policies", "my draft"]
)
def test_words_that_are_a_question_stay_one(talk: Talk, words: str) -> None:
    assert talk.slash("nobody", words) is None


def test_a_reply_about_a_draft_is_a_reply(world: World, talk: Talk) -> None:
    thread = talk.about(1)
    for words in ("still waiting for the draft", "not done, we have a first draft"):
        answered = talk.says("governor", words, thread)
        assert answered is not None, words
    assert talk.says("governor", "digest Rochester", thread) is None  # asked as a question is, and answered there


def test_a_prison_without_a_live_plan_has_no_digest(world: World, talk: Talk) -> None:
    world.plan(live=False)
    assert told(talk.slash("nobody", "digest Rochester")) == (
        "I hold no live plan of HMP Rochester, so there is no digest of it."
    )


def test_said_in_words_it_is_a_command(world: World) -> None:
    with reading(world.engine) as session:
        answered = acted(session, Said("HMP Rochester weekly digest", asker("nobody")), now=world.now, at=NOW)
    assert isinstance(answered, Say)
    assert isinstance(answered.message, Digest)
    assert isinstance(answered.message.counts, Counts)
