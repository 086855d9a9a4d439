"""A person away for a while: said by themselves, and kept in the register as its file has it."""

from datetime import date, timedelta

from plans.chat import Answered, Ask, Redraw, Refill, Submitted
from plans.messages import Field, Form
from plans.progress import home, standing_in
from plans.progress.turn import Turn, said, written
from storage import beside
from storage.posts import Told

UNKNOWN = "The register does not know you, so nothing is kept of when you are away. Ask your coordinator to add you."
STANDS = "Dates stand, and so does who is told of them. You are back on the day after that, or when you say so."
LONGEST = timedelta(days=366)


def form(turn: Turn, query: str) -> Answered:
    if turn.identity is None:
        return said(UNKNOWN)
    until = Field("until", "Until which day?", "day", hint="The last day on which you are away.")
    return Ask(Form("away", "I am away", "Save", (until,), intro=f"{standing_in.sentence(turn)} {STANDS}"))


def taken(turn: Turn, submitted: Submitted) -> Answered:
    if turn.person is None:
        return said(UNKNOWN)
    until = _day(submitted.values.get("until"))
    if until is None or until <= turn.on:
        return Refill({"until": "Choose a day after today."})
    if until > turn.on + LONGEST:
        return Refill({"until": "That is more than a year. Ask your coordinator to register who holds your post."})
    beside.be_away(turn.session, turn.person, until, told=Told(turn.on, turn.now), by=turn.person)
    year = "" if until.year == turn.on.year else f" {until.year}"
    return said(f"Recorded: you are away until {written(until)}{year}. {standing_in.sentence(turn)}")


def back(turn: Turn, query: str) -> Answered:
    """From today: what was recorded of the days before stays."""
    if turn.person is None:
        return said(UNKNOWN)
    beside.be_back(turn.session, turn.person, told=Told(turn.on, turn.now))
    return Redraw(home.shown(Turn(turn.session, turn.asker, turn.now, turn.channel)))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
