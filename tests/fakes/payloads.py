"""Payloads made by hand, for what no person can do in the workspace: the same one twice, odd shapes, other signatures."""

import hmac
import json
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from tests.fakes.small_slack import APP, CHANNEL, DIRECT, PERSON, SECRET
from workspace import payloads
from workspace.server import Workspace
from workspace.tickets import Return


def signed(body: bytes | str, at: float, secret: str = SECRET, kind: str = "form") -> dict[str, Any]:
    """Arguments for an HTTP client: the body, and Slack's headers on it."""
    raw = body.encode() if isinstance(body, str) else body
    stamp = str(int(at))
    signature = "v0=" + hmac.new(secret.encode(), f"v0:{stamp}:".encode() + raw, sha256).hexdigest()
    mime = "application/json" if kind == "json" else "application/x-www-form-urlencoded"
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature, "Content-Type": mime}
    return {"data": raw, "headers": headers}


def response_url(slack: Workspace) -> str:
    return slack.tickets.response_url(Return(CHANNEL, PERSON))


def command(slack: Workspace, text: str) -> str:
    """`/actions …` typed in the channel, as a form."""
    where = slack.team.conversations[CHANNEL]
    more = {"response_url": response_url(slack), "trigger_id": "1.2.3"}
    return urlencode(payloads.command(slack.team, PERSON, where, ("/actions", text), **more))


def event(slack: Workspace, inner: dict[str, Any], event_id: str) -> str:
    return json.dumps({**payloads.event(slack.team, {"ts": "1700000001.000100", **inner}), "event_id": event_id})


def said(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "message", "channel": DIRECT, "channel_type": "im", "user": PERSON, "text": text, **more}


def mentioned(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "app_mention", "channel": CHANNEL, "user": PERSON, "text": f"<@{APP}> {text}", **more}


def pressed(slack: Workspace, button: dict[str, Any], ts: str = "1700000001.000200", *, trigger: str = "1.2.3") -> str:
    """A press of a button as it stood in a message of ours that only its presser sees, as a form."""
    where = {"type": "message", "message_ts": ts, "channel_id": CHANNEL, "is_ephemeral": True}
    body = payloads.interaction(slack.team, "block_actions", PERSON, container=where, channel={"id": CHANNEL})
    ours = {"trigger_id": trigger, "actions": [{**button, "block_id": "b", "action_ts": "1700000002.000300"}]}
    return interaction({**body, **ours, "response_url": response_url(slack)})


def interaction(body: dict[str, Any]) -> str:
    return urlencode({"payload": json.dumps(body)})
