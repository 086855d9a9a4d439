"""Words that are dates in the right company alone: may, march, sat, the 4th, 5/2, two weeks. Rather none than wrong."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from plans.dates.meaning import Meaning
from plans.dates.neighbours import (
    ASKED,
    CLOSING,
    CUES,
    DENYING,
    EVENTS,
    MARCHES,
    NAMING,
    NOT_JUST_DATES,
    SURE_CUES,
    VERBS,
)
from plans.dates.phrases import When, Words
from plans.dates.scanning import Mark
from plans.dates.spans import DAY, months
from plans.dates.tokens import Token
from plans.dates.words import DROPPED, is_ordinal


@dataclass(slots=True)
class Company:
    """A phrase among its neighbours: the words beside it within its clause, "" at the clause's edge."""

    words: Sequence[Token]
    kinds: str
    marks: Sequence[Mark]
    before: str
    after: str
    beyond: str
    definite: bool
    split: bool
    denied: bool

    @property
    def ends(self) -> bool:
        return not self.after or self.after in CLOSING

    @property
    def alone(self) -> bool:
        return not self.before and not self.after

    @property
    def capital(self) -> bool:
        return self.marks[0].capital and bool(self.before)


def may_join(marks: Sequence[Mark], at: int) -> bool:
    """Whether a mark goes on with the phrase before it. A comma parts, but in "Friday, 29 November", "May 5, 2025"."""
    mark, last = marks[at], marks[at - 1]
    if mark.tokens is None or mark.apart or mark.called:
        return False
    kind = mark.tokens[0].kind if mark.tokens else ""
    said = last.tokens[-1] if last.tokens else None
    if mark.listed:
        return kind == "y" or (said is not None and said.kind == "w" and kind in "nomD")
    if mark.word == "-":
        return said is not None and _alike(said.kind, marks[at + 1] if at + 1 < len(marks) else None)
    if kind == "m":  # two of the March actions; one may argue
        counted = marks[at - 2].tokens if at > 1 and last.word in DROPPED else last.tokens
        number = counted[-1] if counted else None
        return number is None or number.kind != "n" or (not number.word and last.word not in DROPPED)
    return True


def _alike(kind: str, mark: Mark | None) -> bool:
    """1 - 15 March is a stretch; 5 - March is a ref and its month."""
    following = mark.tokens[0].kind if mark and mark.tokens else ""
    return following != "" and any(kind in like and following in like for like in ("no", "m", "D", "w", "qy", "M"))


def allowed(marks: Sequence[Mark], at: int, end: int, words: Words, what: Meaning, when: When) -> Meaning | None:
    """The meaning, if its company bears it; with a second reading where it leaves one open."""
    first = at - 1
    definite = first >= 0 and marks[first].word == "the" and not marks[at].apart
    if definite and not marks[first].apart:
        first -= 1
    edge = at == 0 or marks[at].apart or marks[at].listed or first < 0 or (definite and marks[at - 1].apart)
    here = Company(
        words,
        "".join(word.kind for word in words),
        marks[at:end],
        "" if edge else marks[first].word,
        *_following(marks, end),
        definite,
        any(mark.word in DROPPED for mark in marks[at:end]),
        words[0].kind == "A" and _is_denied(marks[max(first - 3, 0) : at]),
    )
    if not _is_date(here):
        return None
    if here.kinds == "m" and at and marks[at - 1].called and not marks[at].apart and what.span:
        return _after_ref(marks[at - 1], what)
    return _second(here, what, when)


def _is_denied(marks: Sequence[Mark]) -> bool:
    """Not before March; it won't be ready before Friday."""
    return any(mark.word in DENYING or mark.word.endswith("n't") for mark in marks)


def _following(marks: Sequence[Mark], end: int) -> tuple[str, str]:
    """The next two words of the clause."""
    after = "" if end == len(marks) or marks[end].apart or marks[end].listed else marks[end].word
    beyond = marks[end + 1].word if after and end + 1 < len(marks) and not marks[end + 1].apart else ""
    return after, beyond


def _is_date(here: Company) -> bool:
    if here.words[-1].kind in "ekA&|i" and here.words[-1].word not in ("time", "end"):
        return False
    if here.kinds[0] == "A" and here.kinds[1:]:
        return _is_date(_beside(here))
    if rule := _RULES.get(here.kinds):
        return rule(here)
    if here.kinds[-1] == "m" and here.words[-1].word == "may":
        return _may(here)
    if here.kinds in ("om", "omy", "oxu", "ow") and here.words[0].word and not here.split:
        return False  # the second March action
    if here.kinds[:2] == "mn" and here.before == "in":
        return False  # in March 5 staff left
    if here.kinds[:2] in ("mn", "mo") and here.words[0].word in NOT_JUST_DATES and not here.capital and not here.alone:
        return here.before in CUES
    return True


def _beside(here: Company) -> Company:
    """After the October inspection: what follows "after" must be a date by itself."""
    definite = here.marks[1].word == "the" if len(here.marks) > 1 else False
    return replace(
        here,
        words=here.words[1:],
        kinds=here.kinds[1:],
        marks=here.marks[2 if definite else 1 :],
        before=here.words[0].word,
        definite=definite,
    )


def _may(here: Company) -> bool:
    """5 may slip; the 5th may or may not; by 5 May; mid May."""
    if (here.after, here.beyond) == ("or", "may"):
        return False
    return here.after not in VERBS and (here.kinds not in ("nm", "om") or here.ends or here.before in SURE_CUES)


def _month(here: Company) -> bool:
    name = here.words[0].word
    if name == "may" and here.after in VERBS and here.before not in SURE_CUES - {"due", "on"}:
        return False
    if (here.definite and not here.ends) or here.before in NAMING:
        return False  # the October inspection; ask June
    if name in NOT_JUST_DATES:
        if here.before == "to" and here.after in MARCHES:
            return False
        sure = here.before in SURE_CUES or (here.before in ("to", "for", "around", "about", "is") and here.ends)
        return here.alone or sure or (here.capital and here.ends)
    return here.before in CUES or here.ends


def _weekday(here: Company) -> bool:
    if here.words[0].word in NOT_JUST_DATES:
        sure = here.before in SURE_CUES | {"to", "for"} and not here.definite
        return here.alone or ((sure or here.capital) and here.ends)
    return _no_event(here)


def _no_event(here: Company) -> bool:
    """The Friday prayers, the Christmas menus and a spring clean are no dates; by the Monday meeting is one."""
    if here.words[-1].word == "spring" and not (here.before in CUES and here.ends) and not here.alone:
        return False
    return here.after not in EVENTS or here.before in ("by", "before", "until", "till", "after")


def _ordinal(here: Company) -> bool:
    """The 4th; not the 4th action, the 2nd is done, 3rd party."""
    if here.after in ("and", "or") and is_ordinal(here.beyond):
        return False  # the 4th and 5th actions
    return here.words[0].word == "" and here.ends and (here.definite or here.alone or here.before in CUES)


def _year(here: Company) -> bool:
    return here.alone or (here.before in SURE_CUES and here.ends and not here.definite)


_PADDED = re.compile(r"0\d/\d|\d/0\d")


def _figures(here: Company) -> bool:
    """5/2 may be a step of an action: without a year it needs a word that makes it a date, or a nought."""
    if here.words[0].value > 9999:
        return True
    return here.alone or here.before in CUES or _PADDED.search(here.marks[0].word) is not None


def _length(here: Company) -> bool:
    """Two weeks: asked for, as against taken, lasted, of leave."""
    return here.alone or (here.ends and here.before in ASKED and here.after not in ("after", "before", "from", "of"))


def _from_today(here: Company) -> bool:
    """In two weeks; not in two weeks of the visit."""
    return here.after not in ("after", "before", "of", "from", "following", "prior")


def _never(here: Company) -> bool:
    return False


def _closing_day(here: Company) -> bool:
    """At the end of the day, we all want it."""
    return here.before != "at" and (here.before != "" or here.alone)


_RULES: dict[str, Callable[[Company], bool]] = {
    **dict.fromkeys(("u", "f", "fu", "n", "o-o", "n-n"), _never),
    "t": lambda here: here.words[0].word != "now",
    "m": _month,
    "w": _weekday,
    "o": _ordinal,
    "o&o": _ordinal,
    "y": _year,
    "D": _figures,
    "F": lambda here: here.after not in ("plan", "plans", "action"),
    **dict.fromkeys(("s", "h", "W", "b"), _no_event),
    "H": lambda here: here.alone or here.before in SURE_CUES,
    "p": _closing_day,
    "xu": lambda here: here.words[1].word not in ("day", "days"),
    **dict.fromkeys(("nu", "nBu"), _length),
    **dict.fromkeys(("inu", "inBu"), _from_today),
    "ou": lambda here: here.words[1].word == "quarter" or (here.split and not here.words[0].word),
    "nm": lambda here: here.words[1].word != "may" or _may(here),
    **dict.fromkeys(("nmn", "omn"), lambda here: here.words[2].value > 9 and here.ends),
}


def _second(here: Company, what: Meaning, when: When) -> Meaning:
    """Where the words are taken for one thing and might be another, it is asked."""
    if what.span is None:
        return what
    day = what.span.last
    if here.kinds == "h" and here.words[0].word == "new year" and here.before in ("in", "into", "early"):
        return Meaning(readings=(day.replace(day=31),))
    if here.kinds in ("nu", "nBu"):
        return (
            Meaning(readings=(day,))
            if here.before in ("another", "extra", "further")
            else Meaning(what.span.assuming("from today"))
        )
    if here.kinds[0] == "A" and here.words[0].value < 0 and here.denied:
        return Meaning(readings=(day + (0 if what.span.precision == "part" else 1) * DAY,))
    if here.kinds == "D" and here.before == "for" and here.words[0].value <= 9999:
        return Meaning(readings=(day,))  # 20 May for 5/2: the step, or the day
    if here.kinds == "xw" and here.words[0].value == 0 and day < when.today and not when.past:
        return Meaning(readings=(day, day + 7 * DAY))
    if here.kinds == "mn" and not here.ends:
        return Meaning(readings=(day, months(day.year, day.month, 1, "month").last))
    return what


def _after_ref(ref: Mark, what: Meaning) -> Meaning:
    """Action 12 December: the twelfth, or action 12 and its month."""
    number = ref.tokens[-1].value if ref.tokens and ref.tokens[-1].kind == "n" else 0
    if what.span is None or not 1 <= number <= what.span.last.day:
        return what
    return Meaning(readings=(what.span.last.replace(day=number), what.span.last))
