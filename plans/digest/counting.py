"""A digest's figures: of all actions, of each theme, of several prisons together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, replace

from plans.digest.behind import EVERY, NAMES, behind
from plans.messages import COLOURS, Counts, Digest, DigestLine, ThemeRow


def counted(digest: Digest, *, gone: int) -> Counts:
    """Each count is that of the list behind it; `gone`: late in the digest before, and in no live plan any more."""
    found = {name: len(behind(digest, name)) for name in NAMES if name != EVERY}
    made = Counts(total=len(digest.lines), gone=gone, **found)
    return replace(made, late_before=made.overdue - made.new + made.cleared + gone)


def by_theme(lines: Iterable[DigestLine]) -> tuple[ThemeRow, ...]:
    """In the plans' order; what has no theme comes last."""
    found: dict[str, Counter[str]] = {}
    for one in lines:
        found.setdefault(one.theme, Counter())[one.colour] += 1
    rows = (ThemeRow(theme, **{name: held[name] for name in COLOURS}) for theme, held in found.items())
    return tuple(sorted(rows, key=lambda row: not row.theme))


def together(several: Iterable[Counts]) -> Counts:
    """Of several prisons, added up."""
    held = list(several)
    return Counts(**{field.name: sum(getattr(one, field.name) for one in held) for field in fields(Counts)})
