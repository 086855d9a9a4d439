"""The words of replies, by what they do. Data alone: the longest phrase that begins at a word is what that word is.

Whatever is not here is an unknown word: a remark, or a name. Each module says what it holds; its lists stand in order
of the alphabet.
"""

from plans.replies.lexicon import (
    completion,
    courtesies,
    denials,
    owning,
    postponing,
    progress,
    remainders,
    requests,
    subjects,
)

PHRASES: dict[str, list[str]] = {
    "done": completion.DONE,
    "do": completion.DO,
    "deed": completion.DEEDS,
    "self": subjects.ACTION,
    "we": subjects.SPEAKERS,
    "be": subjects.BE,
    "work": subjects.WORKS,
    "det": subjects.SMALL,
    "all": subjects.ALL,
    "fill": courtesies.FILLING,
    "hush": courtesies.HUSHES,
    "vouch": courtesies.VOUCHES,
    "thanks": courtesies.THANKS,
    "not": denials.NOT,
    "hedge": denials.HEDGES,
    "if": denials.IF,
    "heard": denials.HEARD,
    "irony": denials.IRONY,
    "part": remainders.NOT_ALL,
    "piece": remainders.PIECES,
    "left": remainders.LEFT,
    "but": remainders.TURNS,
    "will": remainders.TO_COME,
    "undone": progress.UNDONE,
    "going": progress.GOING,
    "stop": progress.STOPPED,
    "wait": progress.WAITS,
    "why": progress.REASONS,
    "later": postponing.LATER,
    "shift": postponing.SHIFTS,
    "more": postponing.MORE_TIME,
    "remind": postponing.REMINDS,
    "else": owning.NOT_MINE,
    "gone": owning.GONE,
    "to_post": owning.BELONGS_TO,
    "owns": owning.OWNS,
    "ask": requests.ASKS,
    "may_we": requests.FAVOURS,
    "undo": requests.UNDOES,
    "preface": requests.PREFACES,
    "tail": requests.TAILS,
    "attach": requests.PAPERS,
    "send": requests.SENDS,
}

DOUBTS = frozenset("not hedge if part piece will heard irony left but quote".split())
"""Kinds that make a completion of the same action doubtful, wherever they stand."""
