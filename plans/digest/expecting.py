"""When inspectors may be expected, in the words of every side: the digest, a group's, and what is said to who gave the
day of the inspection."""

from datetime import date

from plans.digest.visiting import MONTHS


def expected(inspected: date, first: date, last: date) -> str:
    """may be expected between April and August 2025, 8 to 12 months after their inspection of August 2024"""
    after = "{} to {} months after their inspection of".format(*MONTHS)
    return f"may be expected {between(first, last)}, {after} {inspected:%B} {inspected.year}"


def between(first: date, last: date) -> str:
    """between April and August 2025; between December 2025 and April 2026"""
    if (first.year, first.month) == (last.year, last.month):
        return f"in {last:%B} {last.year}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"between {first:%B}{year} and {last:%B} {last.year}"
