"""Forms and the Home: what people fill in reaches the app in Slack's shapes, and what it answers is done."""

import json

import pytest

from tests.workspace.conftest import ANNA, BEN, GENERAL, call, posted
from tests.workspace.drawn import ACTIONS, BUTTON, DAY, MENU, option, plain
from workspace.elements import REQUIRED
from workspace.methods.views import pushed

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("only_what_people_do")]


OWNER = {"type": "plain_text_input", "action_id": "owner"}
FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("Form"),
    "submit": plain("Save"),
    "notify_on_close": True,
    "blocks": [
        {"type": "input", "block_id": "owner", "label": plain("Owner"), "element": OWNER},
        {"type": "input", "block_id": "which", "label": plain("Which"), "element": MENU, "optional": True},
        {"type": "input", "block_id": "when", "label": plain("When"), "element": DAY},
        {"type": "actions", "block_id": "row", "elements": [BUTTON]},
    ],
}
STACKED = {**FORM, "callback_id": "second"}


@pytest.fixture
async def form(workspace, odd, http):
    """Anna has pressed a button, and the app has opened a form for her."""
    message = posted(workspace, text="Choose", blocks=[ACTIONS])
    await workspace.people.press(ANNA, GENERAL, message.ts, "go")
    await call(workspace, http, "views.open", trigger_id=odd.interaction()["trigger_id"], view=FORM)
    return workspace.team.modals[ANNA][0].id


def acked(odd, **body):
    odd.say(text=json.dumps(body), content_type="application/json")


FILLED = {"owner": {"owner": "Governor"}, "which": {"pick": "b"}}


async def test_a_form_is_submitted_with_slacks_state(workspace, odd, form):
    assert (await workspace.people.submit(ANNA, form, FILLED)).ok

    body = odd.interaction()
    assert (body["type"], body["view"]["callback_id"], body["response_urls"]) == ("view_submission", "form", [])
    assert "channel" not in body
    assert body["view"]["state"]["values"] == {
        "owner": {"owner": {"type": "plain_text_input", "value": "Governor"}},
        "which": {"pick": {"type": "static_select", "selected_option": option("b")}},
        "when": {"day": {"type": "datepicker", "selected_date": "2025-02-03"}},
    }
    assert workspace.team.modals[ANNA] == []


async def test_a_form_lacking_something_is_not_let_go(workspace, odd, form):
    before = len(odd.heard)
    outcome = await workspace.people.submit(ANNA, form, {"owner": {"owner": ""}, "when": {"day": None}})

    assert (outcome.ok, outcome.errors) == (False, {"owner": REQUIRED, "when": REQUIRED})
    assert len(odd.heard) == before


TEXT, NUMBER = (
    {"type": "plain_text_input", "min_length": 3, "max_length": 5},
    {"type": "number_input", "is_decimal_allowed": True},
)
EMAIL, LINK = {"type": "email_text_input"}, {"type": "url_text_input"}


@pytest.mark.parametrize(
    ("element", "value", "sentence"),
    [
        (TEXT, "ab", "Write at least 3 characters."),
        (TEXT, "abcdef", "Write at most 5 characters."),
        (TEXT, "abcde", ""),
        (NUMBER, "many", "Write a number."),
        (NUMBER, "-1.5", ""),
        (NUMBER | {"is_decimal_allowed": False}, "1.5", "Write a whole number."),
        (EMAIL, "anna", "Write an email address, as name@example.org."),
        (EMAIL, "anna@example.org", ""),
        (LINK, "javascript:alert(1)", "Write an address that begins with https://."),
        (LINK, "https://example.org", ""),
    ],
)
async def test_what_is_written_in_a_form_has_to_do(workspace, odd, element, value, sentence):
    asked = {"type": "input", "block_id": "b", "optional": True, "element": {"action_id": "a", **element}}
    view = pushed(workspace.team, ANNA, FORM | {"blocks": [{**asked, "label": plain("L")}]})

    outcome = await workspace.people.submit(ANNA, view.id, {"b": {"a": value}})

    assert outcome.errors == ({"b": sentence} if sentence else {})
    assert len(odd.heard) == (0 if sentence else 1)


@pytest.mark.parametrize("value", [5, True, {"a": 1}, ["x"], [1]])
async def test_what_is_filled_in_is_written(workspace, odd, value):
    asked = {"type": "input", "block_id": "b", "element": {"action_id": "a", **TEXT}}
    view = pushed(workspace.team, ANNA, FORM | {"blocks": [{**asked, "label": plain("L")}]})

    outcome = await workspace.people.submit(ANNA, view.id, {"b": {"a": value}})

    assert (outcome.error, odd.heard) == ("That does not fit what is asked here.", [])


async def test_the_app_may_find_errors_in_a_form(workspace, odd, form):
    acked(odd, response_action="errors", errors={"owner": "Nobody holds that post."})

    outcome = await workspace.people.submit(ANNA, form, FILLED)

    assert outcome.errors == {"owner": "Nobody holds that post."}
    assert workspace.team.modals[ANNA][0].state["values"]["owner"]["owner"]["value"] == "Governor"


async def test_the_app_may_push_update_and_clear_forms(workspace, odd, form):
    acked(odd, response_action="push", view=STACKED)
    await workspace.people.submit(ANNA, form, FILLED)
    first, second = workspace.team.modals[ANNA]
    assert (second.previous_id, second.root_id) == (first.id, first.id)

    acked(odd, response_action="update", view={**STACKED, "callback_id": "third"})
    await workspace.people.submit(ANNA, second.id, FILLED)
    assert workspace.team.modals[ANNA][1].body["callback_id"] == "third"

    acked(odd, response_action="clear")
    await workspace.people.submit(ANNA, second.id, FILLED)
    assert workspace.team.modals[ANNA] == []


@pytest.mark.parametrize(
    "body",
    [
        {"response_action": "errors", "errors": {"nowhere": "No."}},
        {"response_action": "errors"},
        {"response_action": "dance"},
        {"response_action": "update", "view": {"type": "modal"}},
    ],
)
async def test_an_answer_that_slack_would_not_take_leaves_the_form_open(workspace, odd, form, body):
    acked(odd, **body)

    outcome = await workspace.people.submit(ANNA, form, FILLED)

    assert not outcome.ok
    assert outcome.error.startswith("Action plans gave an answer that cannot be shown: invalid_")
    assert len(workspace.team.modals[ANNA]) == 1


async def test_an_app_that_fails_on_a_form_leaves_it_open(workspace, odd, form):
    odd.say(status=500)

    assert not (await workspace.people.submit(ANNA, form, FILLED)).ok
    assert len(workspace.team.modals[ANNA]) == 1


async def test_closing_a_form_is_told_where_the_app_asked(workspace, odd, form):
    assert (await workspace.people.close(ANNA, form)).ok

    body = odd.interaction()
    assert (body["type"], body["view"]["id"], body["is_cleared"]) == ("view_closed", form, False)
    assert workspace.team.modals[ANNA] == []
    assert (await workspace.people.close(ANNA, form)).error == "That form is no longer open."


async def test_clearing_closes_every_form(workspace, odd, form):
    acked(odd, response_action="push", view=STACKED)
    await workspace.people.submit(ANNA, form, FILLED)
    before = len(odd.heard)
    await workspace.people.close(ANNA, workspace.team.modals[ANNA][1].id, clear=True)

    told = [odd.interaction(number) for number in range(before, len(odd.heard))]
    assert [(each["view"]["callback_id"], each["is_cleared"]) for each in told] == [("second", True), ("form", True)]


async def test_a_press_in_a_form_carries_the_form(workspace, odd, form):
    assert (await workspace.people.press_in_view(ANNA, form, "pick", "which", "a")).ok
    assert (await workspace.people.press_in_view(ANNA, form, "go", "row")).ok

    body = odd.interaction()
    assert body["container"] == {"type": "view", "view_id": form}
    assert body["view"]["state"]["values"]["which"]["pick"]["selected_option"] == option("a")
    assert "response_url" not in body
    assert body["actions"][0]["value"] == "the value"


async def test_nobody_else_can_touch_a_form(workspace, odd, form):
    before = len(odd.heard)

    assert not (await workspace.people.submit(BEN, form, FILLED)).ok
    assert not (await workspace.people.close(BEN, form)).ok
    assert not (await workspace.people.press_in_view(BEN, form, "go", "row")).ok
    assert len(odd.heard) == before


async def test_opening_the_home_is_told_and_its_buttons_work(workspace, odd, http):
    await workspace.people.open_home(ANNA)
    await workspace.until(lambda: odd.heard)
    event = odd.events()[0]["event"]
    assert event.items() >= {"type": "app_home_opened", "user": ANNA, "tab": "home"}.items()
    assert event["channel"] == workspace.team.direct(ANNA).id
    assert "view" not in event

    published = await call(workspace, http, "views.publish", user_id=ANNA, view={"type": "home", "blocks": [ACTIONS]})
    assert (await workspace.people.press_in_view(ANNA, published["view"]["id"], "go", "row")).ok
    assert odd.interaction()["view"]["type"] == "home"
