"""What is said when something broke on our side: a sentence for the person, the rest in the log."""

import secrets

import structlog

from bot.notices import IN_DOUBT, untold
from bot.slack.cards import Card, render
from bot.slack.carrier import Carrier
from bot.slack.messenger import UNSURE, Refused
from bot.slack.payloads import Place
from plans.messages import Notice

log = structlog.get_logger()


def apology(error: Exception) -> Card:
    """Logs what broke and gives the sentence to answer with; the reference joins the two."""
    reference = secrets.token_hex(2)
    log.error("a question could not be answered", reference=reference, exc_info=error)
    return render(Notice("broken", about=(reference,)))


async def regret(error: Exception, place: Place, carrier: Carrier) -> None:
    """The same, for what has been acknowledged already: the sentence is sent, if it can be."""
    try:
        await carrier.to_asker(_told(error), place)
    except Refused as refusal:
        log.error("the apology could not be sent either", why=str(refusal))


def _told(error: Exception) -> Card:
    if not isinstance(error, Refused):
        return apology(error)
    return render(IN_DOUBT) if _in_doubt(error) else _untold(error)


def _untold(refused: Refused) -> Card:
    """What was asked for may be done, and Slack would not show it: nobody says that nothing was changed."""
    reference = secrets.token_hex(2)
    log.error("an answer could not be shown", reference=reference, why=str(refused))
    return render(untold(reference))


def _in_doubt(error: Refused) -> bool:
    """Slack may have taken what we sent all the same: nothing is sent twice for it, and no more is claimed."""
    if error.code not in UNSURE:
        return False
    log.warning("it is not known whether an answer arrived", why=str(error))
    return True
