"""Slips of typing put right: to a word that decides, where one slip, or two in a long word, lie between."""

from functools import lru_cache

from plans.replies.lexicon.spelling import CORRECTABLE, NO_SLIPS, SLIPS


@lru_cache(maxsize=4096)
def meant(word: str) -> str:
    """The known word it is a slip for: one slip, two in a long word; never a word of another first letter."""
    if word in SLIPS:
        return SLIPS[word]
    if word in NO_SLIPS or len(word) > 20 or not word.isascii():
        return word
    from rapidfuzz.distance import OSA  # not needed unless a word is strange

    best, least = word, 3
    for known in CORRECTABLE:
        if known[0] != word[0] or abs(len(known) - len(word)) > 1:
            continue
        most = 2 if len(word) > 8 else 1
        distance = OSA.distance(word, known, score_cutoff=most)
        if distance <= most and distance < least:
            best, least = known, distance
    return best
