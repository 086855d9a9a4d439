"""Slack's refusals, told apart by what may be done about them."""

from typing import Any

from slack_sdk.errors import SlackApiError

from bot.slack.messenger import code_of, in_words
from plans.chat import Later

# The account cannot be written to, and only a person can mend that.
CLOSED = {
    "channel_not_found": "Slack does not know the account any more",
    "user_not_found": "Slack does not know the account any more",
    "user_disabled": "the account is deactivated in Slack",
    "account_inactive": "the account is deactivated in Slack",
    "user_not_visible": "the account cannot be seen by the app",
    "users_not_found": "Slack does not know the account any more",
    "cannot_dm_bot": "the account is a bot's",
    "is_archived": "the conversation is archived",
    "not_in_channel": "the app is not in the conversation",
    "messages_tab_disabled": "the app's messages tab is switched off",
    "restricted_action": "the workspace does not let the app write there",
}
# The same of a channel.
CHANNEL_CLOSED = {
    "channel_not_found": "Slack does not know the channel any more, or the app was taken out of it",
    "is_archived": "the channel is archived",
    "not_in_channel": "the app is not in the channel",
    "restricted_action": "the workspace does not let the app write in the channel",
    "restricted_action_read_only_channel": "the channel is read-only for the app",
    "restricted_action_non_threadable_channel": "the workspace does not let the app write in the channel",
    "restricted_action_thread_only_channel": "the channel takes replies in threads alone",
}
# Slack's own account of these: some of what was asked may have been done all the same.
HALF_DONE = {"fatal_error", "internal_error", "no_answer", "request_timeout"}
GONE = {"message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found"}
_OURS = ("invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed")
"""Said of the app's own access, whoever was to be written to."""


def later(refusal: SlackApiError) -> Later:
    """It surely was not done, and may be yet."""
    code = code_of(refusal)
    limited = is_limited(refusal)
    after = _after(refusal) if limited else None
    return Later(in_words("ratelimited" if limited else code), after=after, everyone=limited or code in _OURS)


def is_limited(refusal: SlackApiError) -> bool:
    return status(refusal) == 429 or code_of(refusal) in ("ratelimited", "rate_limited")


def is_channel(to: str) -> bool:
    """Slack's ids say what they are of: C and G a channel, U and W a person, D direct messages."""
    return to.startswith(("C", "G"))


def status(refusal: SlackApiError) -> int:
    """Of an answer of any shape: the SDK gives its own, aiohttp's, or a dictionary."""
    response: Any = refusal.response
    return int(getattr(response, "status_code", None) or getattr(response, "status", None) or 0)


def _after(refusal: SlackApiError) -> float | None:
    headers: Any = getattr(refusal.response, "headers", None) or {}
    said = next((value for name, value in dict(headers).items() if name.lower() == "retry-after"), None)
    try:
        return max(0.0, float(said)) if said is not None else None
    except ValueError:
        return None
