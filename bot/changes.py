"""What a digest says of deeds: what was done since the one before and which post did it, and what waits for a yes."""

from collections.abc import Iterable

from bot import kinds
from bot.naming import addresses, numbers, some
from bot.wording import capital, day, many, near, the
from plans.digest.behind import behind
from plans.messages import AskedFor, Change, Digest

LINES = 8
NOTHING = "nothing."
NONE_WAITS = "nothing for anybody."


def changed(digest: Digest) -> list[str]:
    """The Governor reported done: 5 and 6. One line for what one post did alike, at most eight."""
    groups: dict[tuple[str, str, str], list[Change]] = {}
    order = {each.action: at for at, each in enumerate(digest.lines)}
    for each in sorted(digest.changes, key=lambda one: (_rank(one.doing), order.get(one.action, len(order)))):
        groups.setdefault((each.doing, each.by, each.for_party), []).append(each)
    kept = list(groups.values())
    if not kept:
        return [NOTHING]
    left = sum(map(len, kept[LINES:]))
    more = [f"… and {many(left, 'more change')}"] if left else []
    return [*(_group(held, digest) for held in kept[:LINES]), *more]


def _rank(doing: str) -> int:
    return ORDER.index(doing) if doing in ORDER else len(ORDER)


def _group(held: list[Change], digest: Digest) -> str:
    first = held[0]
    done = DID.get(first.doing) or kinds.did(first.doing)
    said = f"{_who(first)} {done}" if first.by or first.for_party else capital(done)
    if first.party:
        return f"{said}: {numbers(_with_party(held, digest))}."
    return f"{said}: {numbers(dict.fromkeys(_with_dates(each, digest) for each in held))}."


def _who(change: Change) -> str:
    """The Governor; GFSL, told by the Head of Residence,"""
    told = kinds.by(change.by, change.for_party)
    return f"{capital(told)}{',' if ', told by' in told else ''}"


def _with_dates(change: Change, digest: Digest) -> str:
    """5 (from 30 November 2024 to 15 February 2025), where a date moved or is asked to."""
    where = f"{digest.places.get(change.plan, '')} {change.address}".strip()
    before, after = change.from_due, change.to_due
    if not after or after == before:
        return where
    return f"{where} (from {day(before)} to {day(after)})" if before else f"{where} (to {day(after)})"


def _with_party(held: Iterable[Change], digest: Digest) -> list[str]:
    return [
        f"{_with_dates(each, digest)} ({the(each.party)})" if each.party else _with_dates(each, digest) for each in held
    ]


def waiting(digest: Digest) -> list[str]:
    """What waits for confirmation or approval, and with whom; said also where nothing does."""
    reported = behind(digest, "reported")
    if not reported and not digest.asked:
        return [NONE_WAITS]
    since = min((each.since for each in reported if each.since), default=None)
    longest = f", the longest since {near(since, digest.on)}" if since else ""
    refs = numbers(addresses(reported, digest.places))
    confirm = [f"{len(reported):,} to confirm, by the post above the lead: {refs}{longest}."] if reported else []
    return list(some([*confirm, *(asked_for(each, digest) for each in digest.asked)], LINES + 1))


def asked_for(each: AskedFor, digest: Digest) -> str:
    """9: the Governor asked on 30 January for 15 February 2025; it waits for the Executive Director."""
    return f"{digest.places.get(each.plan, '')} {requested(each)}".strip()


def requested(each: AskedFor) -> str:
    by = capital(the(each.by)) if each.by else "Somebody"
    if each.kind == "hand_over":
        wanted = f"that {the(each.to)} leads it" if each.to else "for another lead"
    else:
        before = f", not {day(each.from_due)}" if each.from_due else ""
        wanted = f"for {day(each.to_due)}{before}" if each.to_due else "for another date"
    goes = f"; it waits for {the(each.goes_to)}" if each.goes_to else ""
    return f"{each.address}: {by} asked on {day(each.on)} {wanted}{goes}."


ORDER = (
    "confirm", "report", "sustain", "reopen", "send_back", "agree", "decline", "accept", "refuse", "block", "postpone",
    "hand_over", "delegate", "progress", "nudge", "note", "leave", "undo", "changed", "gone", "returned",
    "loaded", "blank",
)  # fmt: skip
"""What closes or reopens first, remarks last."""
DID = {
    "report": "reported done",
    "block": "reported blocked",
    "confirm": "confirmed",
    "send_back": "sent back",
    "reopen": "reopened",
    "sustain": "reported as still happening",
    "progress": "gave an update on",
    "nudge": "asked how it stands",
    "agree": "agreed to another date",
    "accept": "accepted to lead",
    "refuse": "did not accept to lead",
    "leave": "left open",
    "loaded": "loaded from the plan",
    "changed": "printed anew in the plan",
    "gone": "no longer printed in the plan",
    "returned": "printed in the plan again",
}
"""Of several actions, whose numbers follow; the rest as `bot.kinds` has it."""
