"""Which parties a cell names jointly: where one ends and the next begins."""

import re
from itertools import pairwise

from plans.owners import LONGEST_CELL, fold, is_known, is_post, is_sure, is_whole, stands_alone
from plans.parties import AREAS, BARE_TITLES

_SEPARATOR = re.compile(r"\s*(?:[;/\n|]|,\s*(?:and|&)\s|,|\s[&+]\s|\s(?:and|with|plus)\s)\s*", re.IGNORECASE)


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
    if is_whole(words) or len(words) > LONGEST_CELL:
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
    return not (stands_alone(last) or is_post(words) or is_whole(words))


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
    if is_last_comma and not stands_alone(before):
        return (
            False  # "Head of Risk and Capabilities Unit, SOCT": an organisation after a post's comma says where it sits
        )
    if any(is_whole(stretch) for stretch in rest):
        return True
    return stands_alone(before) and any(is_known(stretch) for stretch in rest)


def perhaps_parties(printed: str) -> list[str]:
    """The parts that may be parties of their own, where no rule could tell: none of a name known as it stands, nor
    where each part is known and the rules left them together; but an organisation behind a post's comma, "Head of
    Security, GFSL", may be where the post sits or a second party."""
    words = " ".join(printed.split())[:LONGEST_CELL]
    parts = [part for part in (each.strip(" ,;/&") for each in _SEPARATOR.split(words)) if part]
    if len(parts) < 2 or is_whole(words):
        return []
    knows = [is_whole(part) and fold(part) not in BARE_TITLES for part in parts]
    strange = not all(is_sure(part) for part in parts)
    apart = parts == words.split(", ") and len(parties(words)) == 1 and _is_organisation(parts[-1])
    return parts if apart or (strange and (any(knows) or not is_sure(words))) else []


def _is_organisation(words: str) -> bool:
    """One known by name, not a post and not the area of one."""
    return is_whole(words) and not is_post(words) and not AREAS.issuperset(fold(words).split())
