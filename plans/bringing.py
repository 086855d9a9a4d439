"""A file sent with words: is it a plan to import, or evidence for an action? And which prison do they name? Pure."""

import re
from datetime import date

from plans.prisons import TITLES, Held, exact
from plans.replies import Context, understand

_OF_A_PLAN = re.compile(
    r"\b(?:plans?|import(?:ed|ing)?|re-?issued?|reviews? of progress|progress reviews?"
    r"|(?:new|newer|newest|latest|updated|corrected|revised|final|current) (?:versions?|file|document|one)"
    r"|(?:it|this|that|one) instead)\b",
    re.IGNORECASE,
)
_NO_ANSWER = ("none", "question")


def is_evidence(words: str, on: date) -> bool:
    """Words that answer for an action make the file beside them its evidence (DESIGN section 5); words that name an
    action by its number always do, and words of a plan or an import otherwise never. A plan is previewed before
    anything is saved, so a file taken for one by mistake costs a press."""
    meant = understand(words, Context(on))
    said = (meant.own, *meant.others)
    if any(one.ref and one.intent not in _NO_ANSWER for one in said):
        return True
    return not _OF_A_PLAN.search(words) and any(one.intent not in _NO_ANSWER for one in said)


def prison_in(words: str, held: Held) -> str | None:
    """The one prison that the words name, as people call it; everyday words count behind HMP alone."""
    said = re.findall(r"[\w&/'’-]+", words)
    found = {
        name.name
        for at in range(len(said))
        if (name := exact(said[at : at + 4], held, titled=at > 0 and said[at - 1].casefold() in TITLES))
    }
    return found.pop() if len(found) == 1 else None
