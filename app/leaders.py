"""What `doctor` finds of weekly digests: whose nobody gets, channels that refuse us, what is in doubt."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session

from bot.wording import day
from storage.channels import ChannelRow, channels
from storage.digests import live_prisons
from storage.doubts import Doubted, doubted


@dataclass(frozen=True, slots=True)
class Leaders:
    """`without_channel`: names of prisons with a live plan; `doubted` waits for somebody's word."""

    without_channel: tuple[str, ...]
    refusing: tuple[ChannelRow, ...]
    doubted: tuple[Doubted, ...]


def found(session: Session) -> Leaders:
    held = channels(session)
    served = {one.prison for one in held if one.purpose == "digest" and one.active}
    return Leaders(
        without_channel=tuple(name for key, name in live_prisons(session) if key not in served),
        refusing=tuple(one for one in held if not one.active),
        doubted=tuple(one for one in doubted(session) if not one.lost),
    )


def sentences(leaders: Leaders) -> Iterator[str]:
    for name in leaders.without_channel:
        short = name.removeprefix("HMP ")
        yield f"No channel gets {name}'s weekly digest: actions channels add {short} CHANNEL --for digest."
    for one in leaders.refusing:
        what = "digest" if one.purpose == "digest" else "coordinator's notices"
        yield f"#{one.name} does not get {one.prison_name}'s {what} any more: {one.why}."
    for each in leaders.doubted:
        yield (
            f"{each.prison_name}'s digest of {day(each.day)} may or may not have arrived in #{each.channel}:"
            f" {each.why.rstrip('.')}. A coordinator says which, by the buttons of the notice."
        )


def as_json(leaders: Leaders) -> dict[str, object]:
    return {
        "without": list(leaders.without_channel),
        "refusing": [
            {"prison": one.prison_name, "channel": one.name, "for": one.purpose, "why": one.why}
            for one in leaders.refusing
        ],
        "in_doubt": [
            {"prison": one.prison_name, "channel": one.channel, "week": one.occasion, "why": one.why}
            for one in leaders.doubted
        ],
    }
