"""Words that are dates in the right company alone: may, march, sat, the 4th, 5/2, two weeks."""

import re
from collections.abc import Callable

from plans.dates.company import Company
from plans.dates.neighbours import ASKED, CUES, EVENTS, EVERY, MARCHES, NAMING, NOT_JUST_DATES, SURE_CUES, VERBS
from plans.dates.words import is_month, is_ordinal


def is_date(here: Company) -> bool:
    """Rather none than a wrong one."""
    if here.before in EVERY or any(word.kind == "n" and not word.value for word in here.words):
        return False
    if here.words[-1].kind in "ekA&|i" and here.words[-1].word not in ("time", "end"):
        return False
    if here.kinds[0] == "A" and here.kinds[1:]:
        return is_date(here.inner())
    if here.kinds[0] in "cz" and here.words[0].word in ("commencing", "ending"):
        return False  # commencing 3 March is no week
    if rule := _RULES.get(here.kinds):
        return rule(here)
    if here.kinds[-1] == "m" and here.words[-1].word == "may":
        return _may(here)
    if here.kinds in ("om", "omy", "oxu", "ow") and here.words[0].word and not here.split:
        return here.kinds == "om" and here.ends and here.before in SURE_CUES  # the second March action
    if here.kinds[:2] == "mn" and here.before == "in":
        return False  # in March 5 staff left
    if here.kinds[:2] in ("mn", "mo") and here.words[0].word in NOT_JUST_DATES and not here.capital and not here.alone:
        return here.before in CUES
    return True


def _may(here: Company) -> bool:
    """5 may slip; the 5th may or may not; by 5 May; mid May."""
    if (here.after, here.beyond) == ("or", "may"):
        return False
    return here.after not in VERBS and (here.kinds not in ("nm", "om") or here.ends or here.before in SURE_CUES)


def _month(here: Company) -> bool:
    name = here.words[0].word
    if here.prior and here.prior.word.isalpha() and here.prior.tokens and here.prior.tokens[-1].kind in "no":
        return False  # five March
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
        return here.alone or here.timed or ((sure or here.capital) and here.ends)
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
    whole = here.alone and here.prior is None
    return whole or (here.before in SURE_CUES and here.ends and not here.definite)


_PADDED = re.compile(r"0\d/\d|\d/0\d")


def _figures(here: Company) -> bool:
    """5/2 may be a step of an action: without a year it needs a word that makes it a date, or a nought."""
    if here.words[0].value > 9999 or is_month(here.after):
        return here.words[0].value > 9999  # 3/4 March is either day of it
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
    "ue": lambda here: (
        here.before not in ("tax", "school", "academic") and not (here.prior and here.prior.tokens and here.before)
    ),
    "ou": lambda here: here.words[1].word == "quarter" or (here.split and not here.words[0].word),
    "nm": lambda here: here.words[1].word != "may" or _may(here),
    **dict.fromkeys(("nmn", "omn"), lambda here: here.words[2].value > 9),
}
