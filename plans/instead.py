"""What is offered where a question finds nothing, misses the past or is not understood. How rows are counted is given.

Nothing here is said unless it would be answered: every question suggested has been asked first.
"""

import re
from calendar import month_abbr, monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from plans.listing import looked_in
from plans.meaning import Meaning, read
from plans.messages import Lack
from plans.queries import render
from plans.queries.cleaning import clean
from plans.queries.forms import CONNECTORS, content
from plans.queries.questions import Failure, Query
from plans.queries.vocabulary import Vocabulary

Count = Callable[[Query], int]

_OF_TIME = {"overdue", "open", "due_soon"}
_MONTH = re.compile(rf"\b({'|'.join(month_abbr[1:])})", re.IGNORECASE)
_LONGEST = 60


def asks_when(query: Query) -> bool:
    """Whether what is late and what comes next would help someone whom the question tells nothing."""
    timed = query.statuses or query.due_from or query.due_to
    return bool(timed) and _OF_TIME.issuperset(query.statuses) and not query.nothing and not query.changed_since


def whenever(query: Query, status: str, *, since: date | None = None) -> Query:
    """The same question of another status, whatever its own window and lateness."""
    return replace(query, statuses=(status,), due_from=since, due_to=None, late_over=None, late_under=None)


def year_before(query: Query, text: str, on: date) -> Query | None:
    """What is overdue from the same days a year ago, when a window yet to come was named by month without its year."""
    first, last = query.due_from, query.due_to
    if first is None or last is None or first <= on or str(first.year) in text or not _MONTH.search(text):
        return None
    return replace(query, due_from=_year_back(first), due_to=_year_back(last), statuses=("overdue",))


def _year_back(day: date) -> date:
    """The last day of a month stays the last."""
    days, then = monthrange(day.year, day.month)[1], monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=then if day.day == days else day.day)


# --- themes and owners that the plans looked in do not have -------------------------------------------------------


def lack(query: Query, vocabulary: Vocabulary, text: str, on: date, count: Count) -> Lack | None:
    """The theme or owner asked for, where no plan looked in has any such."""
    keys = frozenset(plan.key for plan in looked_in(query, vocabulary))
    if query.themes and not any(vocabulary.theme_plans[theme] & keys for theme in query.themes):
        return _no_theme(query, vocabulary, text, on, count)
    if query.mine and query.nothing and not query.owners:
        return Lack("owner", query.mine.removeprefix("of "), anywhere=True)
    if query.absent and not query.owners:
        return Lack("owner", " or ".join(query.absent), anywhere=True)
    plans = [vocabulary.owner_plans[owner] for owner in query.owners]
    if plans and all(plans) and not any(named & keys for named in plans):
        return Lack("owner", " or ".join(vocabulary.short_names[owner] for owner in query.owners))
    return None


def _no_theme(query: Query, vocabulary: Vocabulary, text: str, on: date, count: Count) -> Lack:
    plans = looked_in(query, vocabulary)
    has = vocabulary.plan_themes.get(plans[0].key, ()) if len(plans) == 1 else ()
    words = _as_typed(text, query.themes)
    about = f"{render(replace(query, themes=()), vocabulary).removeprefix('all actions')} about {words}".strip()
    instead = next(_answered([about] if words else [], text, vocabulary, on, count), "")
    return Lack("theme", words.capitalize() or " or ".join(query.themes), has, instead=instead)


def _as_typed(text: str, themes: Iterable[str]) -> str:
    """The words of the question by which its themes were found, which are seldom a theme's whole name."""
    from plans.stemming import stem_of  # a fifth of a second to load, and seldom wanted

    stems = {stem_of(word) for theme in themes for word in content(theme)}
    return " ".join(word for word in content(clean(text)) if stem_of(word) in stems)


# --- questions not understood -------------------------------------------------------------------------------------


def tries(failure: Failure, text: str, vocabulary: Vocabulary, on: date, count: Count) -> tuple[str, ...]:
    """Questions near the one that was not understood: its unknown words looked for in the text, then without them."""
    if failure.code != "not_understood" or failure.about == ("mine",):
        return ()
    known = " ".join(word for word in failure.known if word not in failure.about)
    words = _unknown(clean(text), failure.about)
    found = list(_answered([f"{known} about {words}".strip()] if words else [], text, vocabulary, on, count))
    found += [known] if known and _means(known, text, vocabulary, on) else []
    return tuple(found) or tuple(f"{prison} overdue" for prison in vocabulary.held[:1])


def _unknown(text: str, about: tuple[str, ...]) -> str:
    """The plain words not understood, with the "of" or "and" between them; empty when they are no such words."""
    words, unknown = text.split(), {word.casefold() for word in about}
    places = [at for at, word in enumerate(words) if word.strip(".,;:!?").casefold() in unknown]
    if not places or not all(word.isalpha() for word in unknown):
        return ""
    span = [word.strip(".,;:!?") for word in words[places[0] : places[-1] + 1]]
    together = all(word.casefold() in unknown | CONNECTORS for word in span)
    return " ".join(span if together else [words[at].strip(".,;:!?") for at in places])


def _answered(asked: Iterable[str], text: str, vocabulary: Vocabulary, on: date, count: Count) -> Iterator[str]:
    """Those that find something."""
    for each in asked:
        query = _means(each, text, vocabulary, on)
        if query and count(query):
            yield each


def _means(words: str, text: str, vocabulary: Vocabulary, on: date) -> Query | None:
    """What the words mean, if anything; nothing that was just typed is worth trying."""
    if len(words) > _LONGEST or words.casefold() == clean(text).casefold():
        return None
    found = read(words, vocabulary, on)
    return found.query if isinstance(found, Meaning) else None
