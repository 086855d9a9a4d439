"""The app as Slack is to create it: paste the text at api.slack.com/apps, "From a manifest"."""

import json
from typing import Any

BOT_SCOPES = (
    "commands",
    "chat:write",
    "im:write",
    "im:history",
    "app_mentions:read",
    "users:read",
    "users:read.email",
    "files:read",  # plans to import, each previewed first
    "files:write",  # a digest's page, to whoever asks for it
    "channels:read",
    "groups:read",
)
# Only to look for a message whose posting was left in doubt, in a channel the bot was invited to.
OPTIONAL_SCOPES = ("channels:history", "groups:history")
EVENTS = ("message.im", "app_mention", "app_home_opened", "user_change", "tokens_revoked", "app_uninstalled")
COMMAND = "/actions"
IMPORT = "import_plan"
"""The shortcut in a message's menu."""
SHORTCUTS = (
    {
        "name": "Import this plan",
        "type": "message",
        "callback_id": IMPORT,
        "description": "Read the file as an action plan and show what is in it",
    },
)


def manifest(request_url: str | None = None, *, name: str = "Action plans") -> dict[str, Any]:
    """With a public `request_url` (ending in /slack/events) Slack calls us; without one it is Socket Mode."""
    return {
        "display_information": {
            "name": name,
            "description": "Keeps prison action plans on time",
            "background_color": "#1d3557",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": name, "always_online": True},
            "shortcuts": [dict(each) for each in SHORTCUTS],
            "slash_commands": [_command(request_url)],
        },
        "oauth_config": {"scopes": {"bot": list(BOT_SCOPES), "bot_optional": list(OPTIONAL_SCOPES)}},
        "settings": _settings(request_url),
    }


def text(request_url: str | None = None, *, name: str = "Action plans") -> str:
    """JSON, which Slack takes in its JSON tab and, being YAML too, in its YAML tab."""
    return json.dumps(manifest(request_url, name=name), indent=2)


def _command(request_url: str | None) -> dict[str, Any]:
    command = {
        "command": COMMAND,
        "description": "Ask about prison action plans",
        "usage_hint": "Rochester overdue | Rochester GFSL due in November | help",
        "should_escape": False,
    }
    return {**command, **({"url": request_url} if request_url else {})}


def _settings(request_url: str | None) -> dict[str, Any]:
    address = {"request_url": request_url} if request_url else {}
    return {
        "event_subscriptions": {**address, "bot_events": list(EVENTS)},
        "interactivity": {"is_enabled": True, **address},
        "org_deploy_enabled": False,
        "socket_mode_enabled": request_url is None,
        "token_rotation_enabled": False,
    }
