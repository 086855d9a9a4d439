"""What Slack's payloads say, read before anything is answered."""

import pytest

from bot.slack.typed import typed


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Rochester overdue", "Rochester overdue"),
        ("<@UBOT> Rochester overdue", "Rochester overdue"),
        ("Rochester <@UBOT> overdue", "Rochester   overdue"),
        # First, a mention is taken for the bot's own by a parser that cannot tell; here it can be told.
        ("<@U2> overdue", "for <@U2> overdue"),
        ("<@U2|gfsl> overdue", "for <@U2|gfsl> overdue"),
        ("<@UBOT> <@W2> overdue", "for <@W2> overdue"),
        ("overdue of <@U2>", "overdue of <@U2>"),
        ("", ""),
    ],
)
def test_the_bots_own_mention_goes_and_anybody_elses_stays(text: str, read: str) -> None:
    assert typed(text, {"UBOT"}) == read
