"""The list behind a number: which actions of a digest it counts. Numbers and lists are made here and nowhere else."""

from collections.abc import Callable
from dataclasses import fields

from plans.digest.colours import CONFIRMED, OPEN, SOON
from plans.messages import COLOURS, Colour, Counts, Digest, DigestLine

EVERY = "all"
THEME = "theme "

Test = Callable[[DigestLine, Digest], bool]


def _coloured(colour: Colour) -> Test:
    return lambda one, _: one.colour == colour


def _with(status: str) -> Test:
    return lambda one, _: one.line.status == status


def _is_open(one: DigestLine, _: Digest) -> bool:
    return one.line.status in OPEN


def _is_late(one: DigestLine, _: Digest) -> bool:
    return one.line.days_late > 0


def _is_due_soon(one: DigestLine, digest: Digest) -> bool:
    due = one.line.due
    return one.line.status in OPEN and due is not None and digest.on <= due <= digest.on + SOON


def _is_past_reported(one: DigestLine, digest: Digest) -> bool:
    return one.line.status == "reported" and one.line.due is not None and one.line.due < digest.on


TESTS: dict[str, Test] = {
    **{colour: _coloured(colour) for colour in COLOURS},
    "open": _is_open,
    **{status: _with(status) for status in (*CONFIRMED, "withdrawn")},
    "overdue": _is_late,
    "before_live": lambda one, _: one.before_live,
    "new": lambda one, digest: _is_late(one, digest) and not one.was_late,
    "cleared": lambda one, digest: one.was_late and not _is_late(one, digest),
    "past_reported": _is_past_reported,
    "due_soon": _is_due_soon,
    "blocked": _with("blocked"),
    "reported": _with("reported"),
    "extensions": lambda one, _: "extension" in one.waits,
    "hand_overs": lambda one, _: "hand_over" in one.waits,
    "slipped": lambda one, digest: one.slips > 0 and _is_open(one, digest),
    "no_date": lambda one, digest: one.line.due is None and _is_open(one, digest),
    "printed": lambda one, _: one.printed,
}
"""By the names of `Counts`. `total` is `all`; what is `gone` is in no list of this digest, and `late_before` is of the
one before."""

NAMES: tuple[str, ...] = (EVERY, *(field.name for field in fields(Counts) if field.name in TESTS))


def behind(digest: Digest, name: str) -> tuple[DigestLine, ...]:
    """What it counts, in the plans' order: a name of NAMES, or `theme 3` for the fourth theme. Raises KeyError."""
    if name == EVERY:
        return digest.lines
    if name.startswith(THEME):
        return tuple(one for one in digest.lines if one.theme == theme_named(digest, name))
    test = TESTS[name]
    return tuple(one for one in digest.lines if test(one, digest))


def theme_named(digest: Digest, name: str) -> str:
    """The theme that `theme 3` is of. Raises KeyError."""
    number = name.removeprefix(THEME)
    if not number.isdecimal() or int(number) >= len(digest.themes):
        raise KeyError(name)
    return digest.themes[int(number)].theme


def names(digest: Digest) -> tuple[str, ...]:
    """All that can be opened of this digest."""
    return (*NAMES, *(f"{THEME}{at}" for at in range(len(digest.themes))))
