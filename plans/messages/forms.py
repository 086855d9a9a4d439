"""What is asked with a form."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks. `kind`: words (several lines, or one `line`), one of `choices`, any of them, a day, a
    person of the workspace.

    `choices` are (value, label) pairs; `notes` say more of some of them, by their values; `value` is what is filled in
    already (a day in ISO).
    """

    name: str
    label: str
    kind: Literal["words", "line", "one", "any", "day", "person"]
    choices: tuple[tuple[str, str], ...] = ()
    value: str = ""
    hint: str = ""
    optional: bool = False
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """`about` says what it is of, and comes back with what is filled in: never trusted, always looked up again."""

    name: Literal["snooze", "post", "answer", "update", "decide", "nudge", "inspected", "away", "match", "settle"]
    title: str
    submit: str
    fields: tuple[Field, ...]
    about: str = ""
    intro: str = ""
