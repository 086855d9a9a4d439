"""What the register of posts lacks, said to the coordinator: what is missing, who hears instead, what waits on it."""

from dataclasses import replace

from bot.wording import capital, many, the
from plans.messages import GapLine

HEADING = "The register of posts"


def gap(found: GapLine, reader: str = "") -> str:
    """What is missing, who hears instead, how many actions wait on it; who reads it is "you"."""
    found = replace(found, instead="you" if found.instead and found.instead == reader else found.instead)
    post = f"{the(found.post)} of {found.prison}" if found.prison else the(found.post)
    owes = f" ({many(found.actions, 'action')})" if found.actions else ""
    return _GAPS[found.kind](found, post, owes)


def _stands_in(found: GapLine) -> str:
    are = "are" if found.instead == "you" else "is"
    return f"{capital(the(found.instead))} {are} written to instead." if found.instead else "Nobody is written to."


def _vacant(found: GapLine, post: str, owes: str) -> str:
    return f"{capital(post)} is vacant{owes}. {_stands_in(found)}"


def _away(found: GapLine, post: str, owes: str) -> str:
    who = f"{found.person}, {post}," if found.person else capital(post)
    return f"{who} is away{owes}. {_stands_in(found)}"


def _unregistered(found: GapLine, post: str, owes: str) -> str:
    return f"Nobody is registered as {post}{owes}. {_stands_in(found)}"


def _unreachable(found: GapLine, post: str, owes: str) -> str:
    who = f"{found.person}, {post}," if found.person else capital(post)
    why = f": {found.why.rstrip('.')}." if found.why else "."
    return f"{who} cannot be reached{owes}{why} {_stands_in(found)}"


def _no_liaison(found: GapLine, post: str, owes: str) -> str:
    contact = f"{the(found.instead)} is asked" if found.instead not in ("", "you") else "you are asked"
    return f"{capital(the(found.post))} has no contact registered at {found.prison}{owes}; {contact} until it has."


def _no_inspection(found: GapLine, post: str, owes: str) -> str:
    return (
        f"The plan of {found.prison} ({found.post}) does not print when inspectors were there, so nothing is said of"
        " when they return. You can say when they were."
    )


def _digest_lost(found: GapLine, post: str, owes: str) -> str:
    return (
        f"The weekly digest of {found.prison} could not be posted in {found.instead}: {found.why.rstrip('.')}."
        " Once that is mended, add the channel again."
    )


def _digest_doubted(found: GapLine, post: str, owes: str) -> str:
    return (
        f"The weekly digest of {found.prison} may or may not have arrived in {found.instead}, and I cannot tell:"
        f" {found.why.rstrip('.')}. Please look there. I do not post it again by myself."
    )


_GAPS = {
    "vacant": _vacant,
    "away": _away,
    "unregistered": _unregistered,
    "unreachable": _unreachable,
    "no_liaison": _no_liaison,
    "no_inspection": _no_inspection,
    "digest_lost": _digest_lost,
    "digest_doubted": _digest_doubted,
}
