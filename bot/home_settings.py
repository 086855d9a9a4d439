"""What is registered of a person, in the words of their home: posts and roles, when briefs come, who stands in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from bot.policies import hour
from bot.wording import are, full, joined, many, strong, weekday
from plans.messages import HomeSettings

NAMED = 3
"""Prisons of one post, and names, that are said before the rest is counted."""

_HOLDS = {"holder": "You are", "acting": "You act as", "deputy": "You stand in for the"}


def lines(held: HomeSettings, on: date) -> list[str]:
    return list(
        filter(
            None,
            [
                *_posts(held.posts),
                f"{joined(held.roles)}." if held.roles else "",
                f"Your brief comes at {hour(held.hour)} on working days, when something needs you.",
                *_away(held, on),
                f"{many(held.snoozed, 'action')} {are(held.snoozed)} left out of your briefs, snoozed by you."
                if held.snoozed
                else "",
            ],
        )
    )


def _posts(held: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """You are Governor of HMP Rochester; a post of many prisons is said once."""
    where: dict[tuple[str, str], list[str]] = defaultdict(list)
    for post, place, capacity in held:
        where[post, capacity].append(place)
    for (post, capacity), prisons in where.items():
        of = joined(prisons) if len(prisons) <= NAMED else many(len(prisons), "prison")
        yield f"{_HOLDS[capacity]} {strong(post)} of {of}."


def _away(held: HomeSettings, on: date) -> Iterator[str]:
    if held.away_until:
        told = f", as {held.away_told} told" if held.away_told else ""
        yield f"{strong(f'You are away until {_until(held.away_until, on)}')}{told}."
    if held.stands_in:
        when = "Meanwhile" if held.away_until else "While you are away,"
        yield f"{when} your briefs go to {_few(held.stands_in)}."
    if held.nobody:
        yield f"Nobody is registered to stand in for {_few(held.nobody)}."


def _until(day: date, on: date) -> str:
    return weekday(day) if day.year == on.year else full(day)


def _few(words: Sequence[str]) -> str:
    left = len(words) - NAMED
    return joined(words) if left <= 1 else joined([*words[:NAMED], f"{left:,} more"])
