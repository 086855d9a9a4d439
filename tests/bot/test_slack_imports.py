"""A plan sent in Slack: who may, what is fetched and read, what is shown before anything is saved, and what a yes does."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import delete

from app.importing import import_files
from app.readings import Readings
from documents.apart.worker import read_apart
from storage import offers
from storage.database import writing
from storage.models import Role
from tests.bot.conftest import buttons, words
from tests.bot.importing import GOVERNOR, THEIRS, Desk, importing, plan, registered
from tests.fakes import payloads
from tests.fakes.small_slack import APP, CHANNEL, DIRECT, PERSON
from tests.storage.register import a_role
from workspace.methods.chat import compose
from workspace.server import Workspace

pytestmark = [pytest.mark.anyio, pytest.mark.mostly_sqlite]


@pytest.fixture
def content() -> Any:
    return None


@pytest.fixture
async def desk(slack: Workspace, engine: Engine) -> AsyncIterator[Desk]:
    registered(engine)
    async with importing(slack, engine) as desk:
        yield desk


# --- ways in ---------------------------------------------------------------------------------------------------------


async def test_a_file_in_the_messages_tab_is_previewed_and_nothing_is_saved(desk: Desk):
    await desk.send(desk.file())
    shown = await desk.says("3 actions")

    assert "HMP Rochester Action Plan" in shown.text
    assert "Nothing is saved of plan.txt yet; it would be rochester-2024." in shown.text
    assert desk.labels(shown)[:3] == ["Confirm", "Show all 3", "Cancel"]
    assert desk.actions() == 0
    assert not desk.saying("Reading")  # it became the preview


async def test_after_a_yes_it_is_saved_whole_and_answers(desk: Desk):
    await desk.send(desk.file())
    shown = await desk.says("3 actions")
    await desk.press(shown, "Confirm")
    saved = await desk.says("saved as rochester-2024")

    assert saved.ts == shown.ts
    assert desk.labels(saved) == []
    assert desk.actions() == 3
    await desk.slack.people.say(PERSON, DIRECT, "Rochester open")
    await desk.says("3 of 3 actions are open")


async def test_the_same_file_again_changes_nothing_and_there_is_nothing_to_confirm(desk: Desk):
    await desk.send(desk.file())
    await desk.press(await desk.says("3 actions"), "Confirm")
    await desk.says("saved as rochester-2024")
    await desk.send(desk.file())
    again = await desk.says("I hold rochester-2024 already: nothing changes.")

    assert desk.labels(again)[:2] == ["Show all 3", "Cancel"]


async def test_cancelled_nothing_is_saved(desk: Desk):
    await desk.send(desk.file())
    shown = await desk.says("3 actions")
    await desk.press(shown, "Cancel")
    left = await desk.says("Nothing of plan.txt was saved")

    assert (left.ts, desk.labels(left), desk.actions(), await desk.offers()) == (shown.ts, [], 0, ["left"])


async def test_a_mention_with_a_file_is_previewed_in_direct_messages(desk: Desk):
    await desk.send(desk.file(), words=f"<@{APP}>", channel=CHANNEL)
    await desk.says("3 actions")
    told = await desk.says("What I find comes in our direct messages", CHANNEL)

    assert told.only_for == PERSON


async def test_a_file_dropped_in_a_channel_is_left_alone(desk: Desk):
    await desk.send(desk.file(), channel=CHANNEL)
    await desk.send(desk.file(), words="the new plan", channel=CHANNEL)
    await desk.send(desk.file("second.txt"))
    await desk.says("3 actions")

    assert await desk.offers() == ["open"]
    assert not desk.saying("", CHANNEL)


async def test_the_shortcut_of_a_message_reads_its_file_whoever_sent_it(desk: Desk):
    await desk.send(desk.file(), words="the new plan", channel=CHANNEL, user=GOVERNOR)
    (sent,) = desk.slack.team.conversations[CHANNEL].messages.values()
    assert (await desk.slack.people.shortcut(PERSON, CHANNEL, sent.ts, "import_plan")).ok
    await desk.says("3 actions")
    told = await desk.says("What I find comes in our direct messages", CHANNEL)

    assert told.only_for == PERSON


async def test_the_shortcut_of_a_message_without_a_file_says_so(desk: Desk):
    await desk.send(words="good morning", channel=CHANNEL)
    (sent,) = desk.slack.team.conversations[CHANNEL].messages.values()
    await desk.slack.people.shortcut(PERSON, CHANNEL, sent.ts, "import_plan")

    assert (await desk.says("no file that I could read a plan from", CHANNEL)).only_for == PERSON


async def test_several_files_are_several_previews(desk: Desk):
    await desk.send(desk.file("a.txt"), desk.file("b.txt", plan("Maidstone")))
    await desk.says("HMP Rochester Action Plan")
    await desk.says("HMP Maidstone Action Plan")

    assert await desk.offers() == ["open", "open"]


async def test_a_file_beside_an_answer_is_its_evidence(desk: Desk):
    await desk.send(desk.file())
    await desk.press(await desk.says("3 actions"), "Confirm")
    await desk.says("saved as rochester-2024")
    await desk.send(
        desk.file("minutes.txt", b"minutes"), words="1 done, minutes attached", user=GOVERNOR, channel=THEIRS
    )

    assert "1 Check every cell bell" in (await desk.says("reported done", THEIRS, GOVERNOR)).text
    assert await desk.offers() == ["loaded"]


async def test_a_file_in_the_thread_of_a_preview_is_the_next_plan(desk: Desk):
    await desk.send(desk.file("a.txt"))
    shown = await desk.says("Nothing is saved of a.txt yet")
    await desk.send(desk.file("b.txt"), thread=shown.ts)
    await desk.says("Nothing is saved of b.txt yet")
    await desk.send(desk.file("c.txt"), words="the corrected one", thread=shown.ts)
    await desk.says("Nothing is saved of c.txt yet")

    assert await desk.offers() == ["open", "open", "open"]


async def test_a_file_in_the_thread_of_a_card_is_evidence_without_a_word(desk: Desk):
    await desk.send(desk.file())
    await desk.press(await desk.says("3 actions"), "Confirm")
    await desk.says("saved as rochester-2024")
    await desk.slack.people.say(GOVERNOR, THEIRS, "Rochester 1")
    card = await desk.says("Check every cell bell", THEIRS, GOVERNOR)
    for name, content in (("minutes.txt", b"minutes"), ("cell.png", b"\x89PNG")):
        before = len(desk.saying("", THEIRS, GOVERNOR))
        await desk.send(desk.file(name, content), user=GOVERNOR, channel=THEIRS, thread=card.ts)
        await desk.slack.until(lambda before=before: len(desk.saying("", THEIRS, GOVERNOR)) > before, 10)  # type: ignore[misc]  # mypy infers no lambda with a default

    assert await desk.offers() == ["loaded"]
    assert not desk.saying("none of these", THEIRS, GOVERNOR)


async def test_pictures_are_told_what_is_read(desk: Desk):
    await desk.send(desk.file("cell.png", b"\x89PNG"))

    assert "Word, PDF" in (await desk.says("that is none of these")).text


# --- who, and how often ----------------------------------------------------------------------------------------------


async def test_who_is_no_coordinator_is_told_who_may_and_nothing_is_fetched(desk: Desk):
    await desk.send(desk.file(user=GOVERNOR), user=GOVERNOR, channel=THEIRS)
    told = await desk.says("Only a coordinator or an administrator imports a plan", THEIRS, GOVERNOR)

    assert "I did not open plan.txt" in told.text
    assert await desk.offers() == []


async def test_a_coordinator_of_one_prison_does_not_import_for_another_that_has_its_own(desk: Desk):
    with writing(desk.engine) as session:
        a_role(session, "coordinator", "M. Sample", prison="maidstone")
    await desk.send(desk.file("m.txt", plan("Maidstone")))
    await desk.press(await desk.says("3 actions"), "Confirm")

    await desk.says("Only a coordinator or an administrator of HMP Maidstone imports its plans")
    assert desk.actions() == 0


async def test_what_slack_sends_twice_is_read_once(desk: Desk):
    said = payloads.said("", subtype="file_share", files=[desk.file()])
    await desk.event(said, "Ev7")
    await desk.event(said, "Ev7")
    await desk.says("3 actions")
    await desk.event(said, "Ev7")
    await asyncio.sleep(0.3)

    assert (len(desk.saying("3 actions")), await desk.offers()) == (1, ["open"])


async def test_two_replicas_read_it_once(slack: Workspace, engine: Engine):
    registered(engine)
    async with importing(slack, engine) as one, importing(slack, engine) as other:
        said = payloads.said("", subtype="file_share", files=[one.file()])
        await asyncio.gather(one.event(said, "Ev8"), other.event(said, "Ev8"))
        await one.says("3 actions")
        await asyncio.sleep(0.3)
        assert (len(one.saying("3 actions")), await one.offers()) == (1, ["open"])


# --- questions, checks, and what changed meanwhile --------------------------------------------------------------------


async def test_which_prison_is_asked_and_nothing_can_be_confirmed_before(desk: Desk):
    await desk.send(desk.file("plan.txt", plan().replace(b"HMP Rochester ", b"")))
    shown = await desk.says("I do not know which prison it is of")
    assert "Confirm" not in desk.labels(shown)
    await desk.press(shown, "Rochester")
    told = await desk.says("it would be rochester-2024")

    assert told.ts == shown.ts
    await desk.press(told, "Confirm")
    await desk.says("saved as rochester-2024")


async def test_which_prison_is_told_in_a_form_too(desk: Desk):
    await desk.send(desk.file("plan.txt", plan().replace(b"HMP Rochester ", b"")))
    shown = await desk.says("I do not know which prison it is of")
    await desk.press(shown, "Something else")
    await desk.slack.until(lambda: (top := desk.slack.team.top(PERSON)) and top.body.get("callback_id"))
    view = desk.slack.team.top(PERSON)
    assert view
    slip = await desk.slack.people.submit(PERSON, view.id, {"other": {"other": "Maidstoen"}})
    assert "Did you mean Maidstone?" in str(slip.errors)
    assert (await desk.slack.people.submit(PERSON, view.id, {"other": {"other": "HMP Maidstone"}})).ok
    told = await desk.says("it would be maidstone-2024")

    assert told.ts == shown.ts


async def test_an_owner_nobody_knows_is_asked_about_once_and_remembered(desk: Desk):
    unknown = plan(TUBU="Zymurgy")
    await desk.send(desk.file("a.txt", unknown))
    shown = await desk.says("Who is “Zymurgy”? (3)")
    await desk.press(shown, "Something else")
    await desk.slack.until(lambda: (top := desk.slack.team.top(PERSON)) and top.body.get("callback_id"))
    view = desk.slack.team.top(PERSON)
    assert view
    assert (await desk.slack.people.submit(PERSON, view.id, {"other": {"other": "Head of Residence"}})).ok
    await desk.says("Noted: Who is “Zymurgy”? Head of Residence.")
    await desk.slack.until(lambda: "Who is “Zymurgy”? Head of Residence." in desk.now(shown).text)
    await desk.press(shown, "Confirm")
    await desk.says("saved as rochester-2024")
    await desk.send(desk.file("b.txt", unknown.replace(b"2024", b"2026")))
    again = await desk.says("it would be rochester-2026")

    assert "Zymurgy" not in again.text
    await desk.slack.people.say(PERSON, DIRECT, "Rochester Head of Residence")
    await desk.says("Agree a time for the post")


@pytest.mark.parametrize("said", ["👍", "\x00", "<!channel>", "<@U2>", "I don't know", "x" * 500])
async def test_what_is_no_party_is_not_taken_for_one(desk: Desk, said: str):
    await desk.send(desk.file("a.txt", plan(TUBU="Zymurgy")))
    shown = await desk.says("Who is “Zymurgy”? (3)")
    view = await desk.form(shown, "Something else")
    slip = await desk.slack.people.submit(PERSON, view.id, {"other": {"other": said}})

    assert "such as Head of Safety" in str(slip.errors) or "Choose one" in str(slip.errors)
    assert "Zymurgy”? (3)" in desk.now(shown).text


async def test_what_names_no_prison_is_not_taken_for_one(desk: Desk):
    await desk.send(desk.file("plan.txt", plan().replace(b"HMP Rochester ", b"")))
    view = await desk.form(await desk.says("I do not know which prison it is of"), "Something else")
    slip = await desk.slack.people.submit(PERSON, view.id, {"other": {"other": "👍"}})

    assert "no prison's name" in str(slip.errors)


async def test_a_day_is_told_back_as_people_say_it(desk: Desk):
    await desk.send(desk.file("a.txt", plan(**{"31 January 2025": "31 September 2025"})))
    shown = await desk.says("Which day is “31 September 2025”? (2)")
    view = await desk.form(shown, "Something else")
    slip = await desk.slack.people.submit(PERSON, view.id, {"other": {"other": "completed"}})
    assert "Name a day, such as 30 September 2025." in str(slip.errors)
    assert (await desk.slack.people.submit(PERSON, view.id, {"other": {"other": "31st August 2025"}})).ok
    await desk.says("Noted: Which day is “31 September 2025”? 31 August 2025.")
    view = await desk.form(shown, "Change")
    assert (await desk.slack.people.submit(PERSON, view.id, {"other": {"other": "none"}})).ok

    await desk.says("Noted: Which day is “31 September 2025”? No date.")


async def test_a_choice_too_long_for_a_menu_is_chosen_from_one_all_the_same(desk: Desk):
    several = " and ".join(
        f"Zubrovian Quangoid of the Rather Long Name Number {word}" for word in ("One", "Two", "Three")
    )
    await desk.send(desk.file("a.txt", plan(TUBU=several)))
    shown = await desk.says("one party, or several? (3)")
    view = await desk.form(shown, "Something else")
    (menu,) = [block["element"] for block in view.body["blocks"] if block.get("block_id") == "choice"]
    chosen = menu["options"][0]["value"]
    assert len(chosen) <= 75
    assert (await desk.slack.people.submit(PERSON, view.id, {"choice": {"choice": chosen}})).ok

    await desk.says("Noted: Is “Zubrovian")
    await desk.slack.until(lambda: "3 parties" in desk.now(shown).text)


async def test_a_day_that_does_not_exist_is_settled_with_a_button(desk: Desk):
    await desk.send(desk.file("a.txt", plan(**{"31 January 2025": "31 September 2025"})))
    shown = await desk.says("Which day is “31 September 2025”? (2)")
    await desk.press(shown, "30 September 2025")
    await desk.says("Which day is “31 September 2025”? 30 September 2025.")
    await desk.press(shown, "Confirm")
    await desk.says("saved as rochester-2024")
    await desk.slack.people.say(PERSON, DIRECT, "Rochester 2")

    await desk.says("Printed as “31 September 2025”")


async def test_a_word_beside_the_file_answers_which_prison(desk: Desk):
    await desk.send(desk.file("plan.txt", plan().replace(b"HMP Rochester ", b"")), words="Rochester")

    await desk.says("it would be rochester-2024")


async def test_failed_checks_take_a_second_yes(desk: Desk):
    twice = plan().replace(b"\n2\t", b"\n1\t")
    await desk.send(desk.file("plan.txt", twice))
    shown = await desk.says("3 actions")
    assert "Checks that failed" in shown.text
    await desk.press(shown, "Confirm")
    again = await desk.says("Nothing is saved yet.")
    assert desk.actions() == 0
    await desk.press(again, "Import despite")
    await desk.says("saved as rochester-2024")

    assert desk.actions() == 3


async def test_a_yes_to_what_is_no_longer_so_shows_what_is(desk: Desk):
    await desk.send(desk.file("a.txt"))
    first = await desk.says("3 actions")
    await desk.send(desk.file("b.txt", plan(**{"twice a day": "three times a day"})))
    second = await desk.says("Nothing is saved of b.txt")
    await desk.press(second, "Confirm")
    await desk.says("saved as rochester-2024")
    await desk.press(first, "Confirm")
    again = await desk.says("Something changed since this was shown")

    assert again.ts == first.ts
    assert "I hold rochester-2024 already" in again.text


async def test_whoever_coordinates_no_more_confirms_nothing(desk: Desk):
    await desk.send(desk.file())
    shown = await desk.says("3 actions")
    with writing(desk.engine) as session:
        session.exec(delete(Role))
    await desk.press(shown, "Confirm")
    await desk.says("Only a coordinator or an administrator of HMP Rochester imports its plans")

    assert desk.actions() == 0


async def test_an_answer_after_it_was_confirmed_changes_nothing(desk: Desk):
    await desk.send(desk.file("a.txt", plan(TUBU="Zymurgy")))
    shown = await desk.says("Who is “Zymurgy”? (3)")
    view = await desk.form(shown, "Something else")
    await desk.press(shown, "Confirm")
    await desk.says("saved as rochester-2024")
    await desk.slack.people.submit(PERSON, view.id, {"other": {"other": "Head of Safety"}})

    await desk.says("a.txt was saved already. Nothing was changed.")


async def test_what_the_command_line_loaded_meanwhile_is_said_and_not_overwritten(desk: Desk, tmp_path: Path):
    await desk.send(desk.file())
    shown = await desk.says("3 actions")
    newer = tmp_path / "newer.txt"
    newer.write_bytes(plan(**{"twice a day": "three times a day"}))
    assert import_files(desk.engine, [newer]) == 0
    await desk.press(shown, "Confirm")
    again = await desk.says("Something changed since this was shown")

    assert "1 action would change, 2 would not" in again.text


async def test_a_button_pressed_again_says_what_became_of_it(desk: Desk):
    await desk.send(desk.file())
    shown = await desk.says("3 actions")
    value = buttons(vars(shown))["Confirm"]
    await desk.press(shown, "Confirm")
    await desk.says("saved as rochester-2024")
    for trigger in ("8.8.8", "9.9.9"):
        body = payloads.pressed(desk.slack, value, shown.ts, trigger=trigger)
        async with desk.client.post(f"{desk.url}/slack/events", **payloads.signed(body, 1_738_540_800)) as answer:
            assert answer.status == 200
    await desk.says("was saved already", CHANNEL)

    assert desk.actions() == 3


async def test_somebody_elses_document_is_not_found(desk: Desk):
    await desk.send(desk.file())
    await desk.says("3 actions")
    value = {
        "type": "button",
        "action_id": "load:0",
        "value": '{"v":"load","q":"1 abc","p":1}',
        "text": {"text": "Confirm"},
    }
    body = payloads.pressed(desk.slack, value).replace(PERSON, GOVERNOR)
    async with desk.client.post(f"{desk.url}/slack/events", **payloads.signed(body, 1_738_540_800)) as answer:
        assert answer.status == 200
    await desk.says("I do not have that document any more", CHANNEL)

    assert desk.actions() == 0


async def test_all_of_it_is_a_tap_away_page_by_page(desk: Desk):
    rows = "".join(f"{n}\tConcern\tDo thing number {n} well.\tGovernor\t30 November 2024\n" for n in range(4, 64))
    await desk.send(desk.file("plan.txt", plan() + rows.encode()))
    shown = await desk.says("63 actions")
    await desk.press(shown, "Show all 63")
    first = await desk.says("all that was read, page 1 of 3")
    await desk.press(first, "Next")
    second = await desk.says("page 2 of 3")

    assert (first.ts != shown.ts, second.ts == first.ts) == (True, True)
    assert "Do thing number 40 well" in words(vars(second))
    assert desk.actions() == 0


async def test_a_newer_version_says_what_it_would_change(desk: Desk):
    await desk.send(desk.file("a.txt"))
    await desk.press(await desk.says("3 actions"), "Confirm")
    await desk.says("saved as rochester-2024")
    await desk.send(desk.file("b.txt", plan(**{"30 November 2024": "31 December 2024"})))

    await desk.says("I hold rochester-2024 already")


# --- trouble ---------------------------------------------------------------------------------------------------------


async def test_what_cannot_be_read_is_one_sentence_where_it_was_being_read(desk: Desk):
    await desk.send(desk.file("notes.txt", b"Nothing of a plan here."))
    told = await desk.says("I could not read notes.txt")

    assert "Nothing was saved." in told.text
    assert (await desk.offers(), desk.saying("Reading")) == ([], [])


async def test_whatever_breaks_while_it_is_read_is_told_there(slack: Workspace, engine: Engine):
    def breaks(*_: Any, **__: Any) -> Any:
        raise ZeroDivisionError

    registered(engine)
    async with importing(slack, engine, read=breaks) as desk:
        await desk.send(desk.file())
        await desk.says("Something broke on our side; nothing was changed.")
        assert desk.saying("Reading") == []


async def test_how_far_it_is_is_told_while_others_are_answered(
    slack: Workspace, engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    going = Event()

    def slowly(content: bytes, name: str, *, progress: Any, **how: Any) -> Any:
        progress(40, 200)
        going.wait(10)
        return read_apart(content, name, **how)

    monkeypatch.setattr("bot.slack.tellings.PACE", 0.05)
    registered(engine)
    async with importing(slack, engine, read=slowly) as desk:
        for _ in range(4):
            await desk.send(desk.file())
        await desk.says("Reading plan.txt: page 40 of 200…")
        await desk.slack.people.say(PERSON, DIRECT, "help")
        await desk.says("Ask me about prison action plans")
        going.set()
        await desk.slack.until(lambda: len(desk.saying("3 actions")) == 4, 10)


async def test_whoever_sent_what_was_left_behind_is_told(slack: Workspace, engine: Engine):
    """A process that was stopped or killed while it read leaves its row, and a message that says it reads."""
    registered(engine)
    channel = slack.team.conversations[DIRECT]
    posted = slack.team.put(channel, compose(slack.team, {"text": "Reading plan.pdf…"}, channel=channel)).ts
    long_ago, lately = (datetime.now(UTC) - timedelta(seconds=seconds) for seconds in (300, 5))
    with writing(engine) as session:
        gone = offers.begin(session, f"slack:T1:{PERSON}", "plan.pdf", long_ago)
        offers.place(session, gone, DIRECT, posted)
        offers.begin(session, f"slack:T1:{PERSON}", "other.pdf", lately)
    assert Readings(engine, "teams").left_behind() == []

    async with importing(slack, engine) as desk:
        told = await desk.says("I was stopped while I read plan.pdf")
        await slack.until(lambda: desk.states() == ["reading"])
        assert told.ts == posted
