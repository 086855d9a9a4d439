"""The app that Slack is asked to create is the one that the code expects."""

import json

import pytest

from bot.slack.manifest import manifest, text

URL = "https://actions.example.org/slack/events"


def test_there_is_a_home_and_the_messages_tab_is_open_for_writing():
    home = manifest()["features"]["app_home"]

    assert home["home_tab_enabled"] is True
    assert home["messages_tab_enabled"] is True
    assert home["messages_tab_read_only_enabled"] is False


def test_it_asks_for_what_it_uses_and_leaves_history_optional():
    scopes = manifest()["oauth_config"]["scopes"]

    assert {"commands", "chat:write", "im:history", "app_mentions:read"} <= set(scopes["bot"])
    assert scopes["bot_optional"] == ["channels:history", "groups:history"]
    assert not set(scopes["bot"]) & set(scopes["bot_optional"])


def test_every_event_that_has_a_listener_is_subscribed_to():
    assert manifest()["settings"]["event_subscriptions"]["bot_events"] == [
        "message.im",
        "app_mention",
        "app_home_opened",
        "user_change",
        "tokens_revoked",
        "app_uninstalled",
    ]


def test_without_an_address_it_is_socket_mode():
    settings = manifest()["settings"]

    assert settings["socket_mode_enabled"] is True
    assert "request_url" not in str(settings)


def test_with_an_address_slack_is_told_to_call_it_for_everything():
    made = manifest(URL)

    assert made["settings"]["socket_mode_enabled"] is False
    assert made["settings"]["event_subscriptions"]["request_url"] == URL
    assert made["settings"]["interactivity"] == {"is_enabled": True, "request_url": URL}
    assert made["features"]["slash_commands"][0]["url"] == URL


@pytest.mark.parametrize("url", [None, URL])
def test_the_text_is_the_manifest_as_json(url: str | None):
    assert json.loads(text(url)) == manifest(url)


def test_a_messages_menu_offers_to_import_its_plan():
    (shortcut,) = manifest()["features"]["shortcuts"]

    assert (shortcut["type"], shortcut["callback_id"], shortcut["name"]) == (
        "message",
        "import_plan",
        "Import this plan",
    )
    assert "files:read" in manifest()["oauth_config"]["scopes"]["bot"]


def test_slacks_lengths_are_kept():
    """From docs.slack.dev, the app manifest reference."""
    made = manifest()

    assert len(made["display_information"]["name"]) <= 35
    assert len(made["display_information"]["description"]) <= 140
    assert made["features"]["slash_commands"][0]["command"] == "/actions"
    assert len(made["features"]["shortcuts"][0]["name"]) <= 24
    assert len(made["features"]["shortcuts"][0]["description"]) <= 150
