"""Whether a completion is of the whole action, by what stands before it and what follows it.

A subject or an object that may be a part of the work leaves it unsure; where, when and by whom take nothing from it
(DESIGN section 5).
"""

from collections.abc import Sequence

from plans.replies.lexicon.places import PLACES, STEPS, STOPPERS
from plans.replies.marks import Mark

_HARMLESS = ("done", "fill", "self", "we", "be", "all", "work", "det", "thanks", "attach", "ref", "date", "vouch")
_SPEAKERS = frozenset("i we i've we've ive weve us i'd we'd".split()) | {"i have", "we have", "that's us"}
_MOVES_TO = ("det", "all", "self", "we", "date", "ref", "work")
_TAKES = frozenset(
    (
        "the a all our my this you him her them us me staff date whom schedule time standard plan good high budget "
        "spec specification zero nil everyone prisoners residents wings hub be"
    ).split()
)
LEADING_ON = frozenset(
    (
        "on in from for of to under within over across between into as so who which what where why how together "
        "alongside not w/c back right way long him them everyone everybody everything week weeks months days year "
        "night morning afternoon evening"
    ).split()
)
"""What may follow a completion at once: it says when, where, how or for whom, and is no thing that was done."""
_ARTICLES = frozenset("the our my this that their your his her a an all every both these those".split())
_OF_THINGS = frozenset("closed delivered achieved sorted resolved discharged".split()) | {
    "closed off", "closed down", "closed out", "in place", "up and running",
}  # fmt: skip
"""Said of a thing in the action as easily as of the action: the gym is closed, the kit was delivered."""
NOUNS = frozenset({"action", "task", "item", "recommendation", "point"})
_NAMING = NOUNS | {"this", "one", "job", "matter", "thing", "lot"}
_GIVEN = frozenset(
    "handed delivered presented issued circulated distributed shared communicated introduced moved sent given".split()
)
_ASKED = frozenset({"asked", "recommended", "requested", "wanted"})
_WITHIN = frozenset("of for on in at with from under by".split())
_FOR_ALL = frozenset(
    "everyone everybody all good real sure certain them him her me us ages years once definite keeps".split()
)
TIMES = frozenset({"when", "while", "whilst", "after", "before", "once", "afore"})
_THEY = frozenset("he's she's they've they're he she they who's who".split())


def _is_strange(mark: Mark) -> bool:
    return mark.is_word and not mark.is_a(*_HARMLESS) and mark.text not in TIMES


def is_of_the_whole(before: Sequence[Mark], done: Mark, after: Sequence[Mark]) -> bool:
    """Nothing strange stands before it; or a speaker follows it ("at the weekend we finished"); or it is a subject with
    its article that is no part: the keywork audit is done, not B wing or the first workshop."""
    if _is_everything_asked(before):
        return True
    strange = [at for at, mark in enumerate(before) if _is_strange(mark) and (mark.text != "as" or before[at + 1 :])]
    if not strange or (_takes_it(done, after) and _is_somebody([before[at] for at in strange])):
        return True
    rest = before[strange[-1] + 1 :]
    vouched = any(mark.is_a("vouch") for mark in before) and any(mark.is_a("self") for mark in rest)
    if vouched or any(mark.text in _SPEAKERS or mark.is_a("vouch") for mark in rest):
        return not any(mark.is_a("ask", "do") for mark in before)
    if before[strange[0]].is_a("preface"):
        return any(mark.is_a("self") for mark in rest)
    if done.text in _OF_THINGS or any(mark.is_a("self") and mark.text not in NOUNS for mark in rest):
        return False
    return _is_one_thing(before, strange)


def _is_everything_asked(before: Sequence[Mark]) -> bool:
    """Everything the inspectors asked for is in place. "Everything is done" may be all of somebody's actions."""
    words = " ".join(mark.text for mark in before).split()
    return "everything" in words[:2] and not _ASKED.isdisjoint(words)


def is_named(marks: Sequence[Mark]) -> bool:
    """The action, the task, this one: it is spoken of by name. "It" and "that" may be what stood before."""
    return any(mark.is_a("self") and not _NAMING.isdisjoint(mark.text.split()) for mark in marks) or any(
        mark.is_a("done") and not {"this", "one"}.isdisjoint(mark.text.split()) for mark in marks
    )


def _takes_it(done: Mark, after: Sequence[Mark]) -> bool:
    """The governor signed it off; somebody finished this: whoever did it, it is the action that was done."""
    words = done.text.split()
    by_them = done.text == "done" and bool(after) and after[0].is_a("self")
    return (
        by_them
        or (words[0].endswith("ed") and not {"it", "this", "that"}.isdisjoint(words))
        or (words[0] in ("completed", "finished", "closed", "actioned") and bool(after) and after[0].is_a("self"))
    )


def _is_somebody(marks: Sequence[Mark]) -> bool:
    """The head of safety; not "they hope he's"."""
    return all(mark.is_unknown for mark in marks) and not any(mark.text in _THEY for mark in marks[1:])


def _is_one_thing(before: Sequence[Mark], strange: Sequence[int]) -> bool:
    """Article, a few words, then is or has been; the last of the words names one work, and no step of it."""
    start = next((at for at, mark in enumerate(before) if mark.text in _ARTICLES), None)
    if (
        start is None
        or start > strange[0]
        or strange[-1] - start > 6
        or not all(before[at].is_unknown for at in strange)
    ):
        return False
    within = next((at for at in range(start + 1, len(before)) if before[at].text in _WITHIN), len(before))
    named = [mark for mark in before[start + 1 : within] if mark.is_unknown or mark.is_a("work")]
    head = named[-1].text.removesuffix("'s") if named else ""
    if not head or head in STEPS:
        return False
    if before[start].text in ("all", "every", "both"):  # all of them are: of this action, or of others?
        return any(mark.text.startswith(("under", "within")) for mark in before)
    if head in NOUNS or any(mark.text in NOUNS for mark in before[strange[-1] :]):
        return True
    is_told = before[-1].is_a("be", "fill") or before[-1].text.endswith("'s")
    return named[-1].is_a("work") or (not head.endswith("s") and is_told)


def ends_well(after: Sequence[Mark]) -> bool:
    """What follows says when, where or by whom; not what or how far: done deal, done the kitchen, done on B wing."""
    words = [mark for mark in after if mark.is_word and not mark.is_a("fill", "all", "date", "thanks")]
    if not words:
        return True
    if _is_strange(words[0]) and not words[0].is_a("tail") and not _leads_on(words[0]):
        return False
    if words[0].is_a("be") and not any(mark.is_a("self") for mark in words[1:2]):
        return False  # done is a strong word
    if words[0].text in ("in", "for") and len(words) == 1 and not any(mark.found for mark in after):
        return False
    return not (_is_object(words) or to_do(after) or _says_how_far(words))


def is_of_a_thing(before: Sequence[Mark], after: Sequence[Mark]) -> bool:
    """The showers are finished; Kent have completed the survey: what is named is done, and nothing says how far."""
    words = [mark for mark in after if mark.is_word and not mark.is_a("fill", "all", "date", "thanks")]
    counted = any(mark.text[0].isdigit() for mark in before)
    if counted and (any(mark.text == "of" for mark in before) or not any(mark.is_a("all") for mark in before)):
        return False  # 2 of 3 done
    if (
        any(mark.is_a("shift", "tail", "why", "ask", "do", "may_we") for mark in before)
        or to_do(after)
        or _says_how_far(words)
    ):
        return False
    return (
        not words
        or _is_object(words)
        or words[0].text.endswith("ing")
        or words[0].is_a("tail", "deed")
        or _leads_on(words[0])
    )


def _leads_on(mark: Mark) -> bool:
    return mark.text in LEADING_ON or mark.text.endswith("ly") or mark.is_a("why", "deed", "shift", "we")


def _is_object(words: Sequence[Mark]) -> bool:
    """Done the training: what was done is named, and may not be the whole action."""
    if words[0].is_a("work"):
        return True
    if words[0].text not in _ARTICLES or words[0].is_a("self"):
        return False
    following = next((mark for mark in words[1:] if not mark.is_a("det")), None)
    return following is not None and not following.is_a("self", "ref", "be")


def _says_how_far(words: Sequence[Mark]) -> bool:
    for at, mark in enumerate(words):
        if mark.text in ("on", "in", "for"):
            rest = [one for one in words[at + 1 : at + 4] if not one.is_a("det")]
            if rest and (rest[0].text in PLACES or (len(rest[0].text) == 1 and rest[0].capital)):
                return True
            if rest and (rest[0].text.isdigit() or (mark.text == "for" and rest[0].is_unknown and _limits(rest[0]))):
                return True
        if mark.is_a("tail") and at + 1 < len(words) and words[at + 1].text in STOPPERS:
            return True
    return False


def _limits(mark: Mark) -> bool:
    """Complete for band 3s: of some. For everyone, for good: of all."""
    return mark.text not in _FOR_ALL


def to_do(marks: Sequence[Mark]) -> bool:
    """Signage to fit: "to" and a verb, unless what follows it can only be somebody or something."""
    for at, mark in enumerate(marks):
        if mark.text == "to" and at and marks[at - 1].text.split()[0] in _GIVEN:
            continue  # handed over to catering
        if mark.text == "to" and not (
            at + 1 < len(marks) and (marks[at + 1].is_a(*_MOVES_TO) or marks[at + 1].text.split()[0] in _TAKES)
        ):
            return True
    return False
