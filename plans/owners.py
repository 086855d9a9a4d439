"""Which party words name. An owner is a post or an organisation, never a person; the printed words are always kept.

A cell may name several: `plans.joint_owners` tells them apart.
"""

import re
from functools import lru_cache
from itertools import accumulate

from plans.parties import (
    AREA_POSTS,
    AREAS,
    BARE_TITLES,
    EXPANSIONS,
    ORGANISATION_TAILS,
    ROLE_HEADS,
    ROLE_TAILS,
    SAME_PARTY,
    WHOLE_NAMES,
)

LONGEST_CELL = 600
"""Letters. The longest owner cell published has under 120; what is longer is text that strayed into it."""


def fold(words: str) -> str:
    """The words as compared: case, "&", brackets and punctuation make no difference."""
    inside_out = re.sub(r"\([^)]*\)", " ", words[:LONGEST_CELL].casefold()).replace("&", " and ")
    return " ".join(re.findall(r"[a-z0-9]+(?:[-'’][a-z0-9]+)*", inside_out))


def _known_names() -> dict[str, str]:
    names = {fold(name): name for name in WHOLE_NAMES}
    for abbreviation, expansions in EXPANSIONS.items():
        names |= {fold(form): expansions[0] for form in (abbreviation, *expansions)}
    for first, *others in SAME_PARTY:
        names |= {fold(form): first for form in (first, *others)}
    return names


_NAMES = _known_names()


def known_names() -> tuple[str, ...]:
    """The names the bot uses for parties it knows."""
    return tuple(dict.fromkeys(_NAMES.values()))


_POSTS = frozenset(AREA_POSTS) | {"governor", "deputy governor"}


@lru_cache(maxsize=4096)
def key(printed: str) -> str:
    """One party has one key, however it is printed: "MoJ Property" and "Ministry of Justice Property" share theirs."""
    folded = fold(printed) or printed.casefold().strip()
    known = _NAMES.get(folded)
    return fold(known) if known else _post_of_an_area(folded) or folded


def name(printed: str) -> str:
    """The name the bot uses for the party printed so."""
    party = key(printed)
    if party in _NAMES:
        return _NAMES[party]
    return party.title() if party in _POSTS else " ".join(printed.split())


def _post_of_an_area(folded: str) -> str | None:
    for post in AREA_POSTS:
        before, found, after = folded.partition(post)
        if found and AREAS.issuperset((before + " " + after).split()):
            return post
    return None


def is_known(printed: str) -> bool:
    """True when the words are surely a party: a known name, or one headed or ended as posts and organisations are."""
    folded = fold(printed)
    return bool(folded) and (
        key(printed) in _NAMES
        or key(printed) in _POSTS
        or _is_headed(folded)
        or _is_ended(folded)
        or _is_initials(printed)
    )


def is_sure(printed: str) -> bool:
    """As `is_known`, but capitals alone tell nobody who they are: "ORRU" is known from a table, "XQZ" from none."""
    known = key(printed) in _NAMES or key(printed) in _POSTS
    return known or (is_known(printed) and not _is_initials(printed))


def is_post(words: str) -> bool:
    """True when the words are a post by their name: a governor, a head, a director; an organisation is none."""
    folded = fold(words)
    return key(words) in _POSTS or _is_headed(folded) or bool(_ends_in(folded, ROLE_TAILS))


def is_whole(words: str) -> bool:
    """A name known as it stands, or one that an area only qualifies."""
    return fold(words) in _NAMES or key(words) in _POSTS


def stands_alone(words: str) -> bool:
    """Is the name complete, so that no "and" can belong to it? "Governor" is, "Head of Risk" may go on."""
    folded = fold(words)
    if is_whole(words):
        return folded not in BARE_TITLES
    return not _is_headed(folded)


def _is_headed(folded: str) -> bool:
    words = folded.split()
    return any(start in ROLE_HEADS for start in accumulate(words[:3], "{} {}".format))


def _ends_in(folded: str, tails: tuple[str, ...]) -> bool:
    return folded.rpartition(" ")[2] in tails


def _is_ended(folded: str) -> bool:
    return _ends_in(folded, ROLE_TAILS) or _ends_in(folded, ORGANISATION_TAILS)


def _is_initials(printed: str) -> bool:
    """ "ORRU", "NHSE&I", "KSS CRC": capitals only."""
    words = printed.strip()
    return words not in {"TBC", "TBA", "NA", "N/A"} and bool(
        re.fullmatch(r"[A-Z][A-Z0-9&]+(?: [A-Z][A-Z0-9&]+)*", words)
    )
