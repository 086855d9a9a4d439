"""Dates in figures, each one word: 2025-02-15, 15/02/2025, 15.2.25, 2024/25, Q3, 4th. Day first, always."""

from plans.dates.tokens import Token, century


def numeric(word: str) -> Token | None:
    if word[0] == "'":
        return Token("y", century(int(word[1:]))) if word[1:].isdigit() and len(word) in (3, 5) else None
    if word[0] == "q":
        return Token("q", int(word[1])) if word[1:] in ("1", "2", "3", "4") else None
    if word.isdigit():
        if len(word) == 4:
            return Token("y", int(word)) if word[:2] in ("19", "20") else None
        return Token("n", int(word)) if len(word) < 4 else None
    if word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit() and len(word) < 5:
        return Token("o", int(word[:-2]))
    return figures(word)


def figures(word: str) -> Token | None:
    """2025-02-15, 2025-02, 15/2, 15/02/2025, 15.2.25, 15-02-2025, 2024/25: one word that says it all."""
    for mark in "-/.":
        fields = word.split(mark)
        if 2 <= len(fields) <= 3 and all(f.isascii() and f.isdigit() and len(f) < 5 for f in fields):
            n, lengths = [int(f) for f in fields], [len(f) for f in fields]
            return _two(n, lengths, mark) if len(n) == 2 else _three(n, lengths)
    return None


def _two(n: list[int], lengths: list[int], mark: str) -> Token | None:
    if lengths[0] == 4:
        if (n[0] + 1) % 100 == n[1] % 100 and lengths[1] in (2, 4):
            return Token("F", n[0])
        return Token("M", n[0] * 100 + n[1]) if mark == "-" and 1 <= n[1] <= 12 else None
    if lengths[1] == 4:
        return Token("M", n[1] * 100 + n[0]) if mark != "." and 1 <= n[0] <= 12 else None
    # 5.13 is a reference and 3-6 a range: only the stroke makes a day of two numbers.
    return Token("D", n[1] * 100 + n[0]) if mark == "/" and _is_day(n[0], n[1]) else None


def _three(n: list[int], lengths: list[int]) -> Token | None:
    if lengths[0] == 4:
        n.reverse()
    elif lengths[2] not in (2, 4):
        return None
    return Token("D", century(n[2]) * 10000 + n[1] * 100 + n[0]) if _is_day(n[0], n[1]) and n[2] else None


def _is_day(number: int, month: int) -> bool:
    return 1 <= number <= 31 and 1 <= month <= 12


def pair(word: str) -> Token | None:
    """24/25, 2024-25: a financial year."""
    for mark in "/-":
        first, _, last = word.partition(mark)
        if first.isascii() and last.isascii() and first.isdigit() and last.isdigit():
            start = century(int(first))
            follows = len(last) in (2, 4) and (start + 1) % 100 == int(last) % 100
            return Token("F", start) if len(first) in (2, 4) and start > 1900 and follows else None
    return None
