"""Who an owner cell names. An owner is a post or an organisation, never a person; the printed words are always kept."""

import re
from functools import lru_cache
from itertools import accumulate, pairwise

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

_SEPARATOR = re.compile(r"\s*(?:[;/\n|]|,\s*(?:and|&)\s|,|\s[&+]\s|\s(?:and|with|plus)\s)\s*", re.IGNORECASE)
_LONGEST_CELL = 600
"""Letters. The longest owner cell published has under 120; what is longer is text that strayed into it."""


def fold(words: str) -> str:
    """The words as compared: case, "&", brackets and punctuation make no difference."""
    inside_out = re.sub(r"\([^)]*\)", " ", words[:_LONGEST_CELL].casefold()).replace("&", " and ")
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


def perhaps_parties(printed: str) -> list[str]:
    """The parts that may be parties of their own, where no rule could tell: none of a name known as it stands, nor
    where each part is known and the rules left them together; but an organisation behind a post's comma, "Head of
    Security, GFSL", may be where the post sits or a second party."""
    words = " ".join(printed.split())[:_LONGEST_CELL]
    parts = [part for part in (each.strip(" ,;/&") for each in _SEPARATOR.split(words)) if part]
    if len(parts) < 2 or _is_whole(words):
        return []
    knows = [_is_whole(part) and fold(part) not in BARE_TITLES for part in parts]
    strange = not all(is_sure(part) for part in parts)
    apart = parts == words.split(", ") and len(parties(words)) == 1 and _is_organisation(parts[-1])
    return parts if apart or (strange and (any(knows) or not is_sure(words))) else []


def _is_organisation(words: str) -> bool:
    """One known by name, not a post and not the area of one."""
    return _is_whole(words) and not is_post(words) and not AREAS.issuperset(fold(words).split())


def parties(cell: str) -> list[str]:
    """The joint parties of a cell as printed, white space folded.

    Known names first; then a split, only where every part is a post or organisation of its own. A comma, "and" or "&"
    before anything else stays inside the name it stands in: "Deputy Director, Reducing Reoffending". A cell that no
    rule can split is one party.
    """
    lines = [line for line in cell.split("\n") if line.strip()]
    if len(lines) > 1 and not any(_wraps(above, line) for above, line in pairwise(lines)):
        return [party for line in lines for party in parties(line)]
    words = " ".join(cell.split()).strip(" ,;/&")
    if not words:
        return []
    if _is_whole(words) or len(words) > _LONGEST_CELL:
        return [words]
    starts = _starts(words)
    parts = [words[begin:end].strip(" ,;/&") for begin, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    parts = [re.sub(r"(?:,|\s)\s*(?:and|&|\+|with|plus)$", "", part) for part in parts]
    return parts if all(is_known(part) for part in parts) else [words]


def _wraps(above: str, line: str) -> bool:
    """Does the line only go on with the name or list above it?"""
    return ends_open(above) or (not is_known(line) and extends(above, line))


def ends_open(cell: str) -> bool:
    """Does the cell stop where another name must follow: at a comma, slash, "&" or "and"?"""
    return bool(re.search(r"(?:[,/&;]|\b(?:and|of|for|the))\s*$", cell, re.IGNORECASE))


def extends(cell: str, words: str) -> bool:
    """Do the words only finish the last name of the cell, rather than name a party of their own?"""
    if ends_open(cell):
        return True
    last = parties(cell)[-1]
    return not (_stands_alone(last) or is_post(words) or _is_whole(words))


def _starts(words: str) -> list[int]:
    """Where in the words each party begins: at 0, and after every separator that a party of its own follows."""
    chunks = _chunks(words)
    starts = [0]
    for index, (begin, separator) in enumerate(chunks):
        before = words[starts[-1] : begin - len(separator)]
        if index and is_known(before) and _begins(words, chunks, index, before):
            starts.append(begin)
    return starts


def _chunks(words: str) -> list[tuple[int, str]]:
    """(offset, the separator before it) of each stretch between separators."""
    return [
        (0, ""),
        *((found.end(), found.group()) for found in _SEPARATOR.finditer(words) if found.end() < len(words)),
    ]


def _begins(words: str, chunks: list[tuple[int, str]], index: int, before: str) -> bool:
    """Does a party of its own begin at this chunk, given the party before it?"""
    begin, separator = chunks[index]
    if AREAS.issuperset(
        fold(words[begin : chunks[index + 1][0]] if index + 1 < len(chunks) else words[begin:]).split()
    ):
        return False  # "…, East of England": an area says whose post, and is no party
    ends = [offset - len(gap) for offset, gap in chunks[index + 1 :]] + [len(words)]
    rest = [words[begin:end] for end in ends]
    is_last_comma = separator.strip() == "," and not any(
        gap.strip() for _, gap in chunks[index + 1 :] if gap.strip() != "&"
    )
    if is_post(rest[0]):
        return True
    if is_last_comma and not _stands_alone(before):
        return (
            False  # "Head of Risk and Capabilities Unit, SOCT": an organisation after a post's comma says where it sits
        )
    if any(_is_whole(stretch) for stretch in rest):
        return True
    return _stands_alone(before) and any(is_known(stretch) for stretch in rest)


def is_post(words: str) -> bool:
    """True when the words are a post by their name: a governor, a head, a director; an organisation is none."""
    folded = fold(words)
    return key(words) in _POSTS or _is_headed(folded) or bool(_ends_in(folded, ROLE_TAILS))


def _is_whole(words: str) -> bool:
    """A name known as it stands, or one that an area only qualifies."""
    return fold(words) in _NAMES or key(words) in _POSTS


def _stands_alone(words: str) -> bool:
    """Is the name complete, so that no "and" can belong to it? "Governor" is, "Head of Risk" may go on."""
    folded = fold(words)
    if _is_whole(words):
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
