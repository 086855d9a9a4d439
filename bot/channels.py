"""What a channel is told when it is added: what will be said there, and when. That post proves that it can be."""

from datetime import date

from bot.policies import hour
from bot.wording import weekday
from plans.messages import Notice
from plans.policy.settings import Settings


def proof(purpose: str, prison: str, settings: Settings, following: date) -> Notice:
    """`following` is the day of the next digest."""
    if purpose == "digest":
        when = f"each {settings.digest_day.title()} at {hour(settings.digest_hour)}, the next on {weekday(following)}"
        return Notice("plain", detail=f"This channel gets {prison}'s weekly digest, {when}.")
    what = "when its digest could not be posted, or may not have arrived"
    return Notice("plain", detail=f"This channel gets what the coordinator of {prison} should know: {what}.")
