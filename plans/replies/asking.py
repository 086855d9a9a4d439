"""Clauses that ask: what is asked is not said. A polite request for time or for a reminder is no question."""

from plans.replies.clauses import Clause

_INVERTED = frozenset(
    (
        "is, are, was, were, has, have, had, did, do, does, should, shall, am, isn't, isnt, hasn't, hasnt, aren't, "
        "haven't, didn't, don't, will, would, can, could, has been, wasn't, won't, shouldn't"
    ).split(", ")
)
_SUBJECTS = frozenset(
    (
        "it, this, that, you, we, i, they, he, she, the, there, someone, anyone, anybody, somebody, my, our, these, "
        "those, this one, that one, all, your, this is"
    ).split(", ")
)
_PRONOUNS = frozenset("it this that you we i they he she".split())
_AUXILIARY = frozenset("has have had did does do is are was were".split())
_TAGS = frozenset({"right", "eh", "innit", "huh", "correct", "yeh"})
_SUITS = frozenset({"ok", "okay", "alright", "possible", "acceptable", "fine", "be ok", "be okay", "work", "suit"})
_BENIGN = (
    "anything else",
    "what's next",
    "what next",
    "need anything",
    "anything more",
    "what is next",
    "need me to",
    "do you need",
    "what else",
    "where do i send",
    "where should i send",
    "who do i send",
    "where do i put",
)


def asks(clause: Clause) -> bool:
    """Does the clause ask? A question mark, or a word that questions begin with."""
    if is_request(clause):
        return False
    return (
        clause.sign == "?" or clause.marks[-1].text == "?" or _begins_as_question(clause) or _ends_as_question(clause)
    )


def is_request(clause: Clause) -> bool:
    """Can we have until March? More time or a reminder, asked politely; "do we need an extension?" asks."""
    asked = clause.sign == "?" or clause.marks[0].text in ("would", "is", "could")
    if asked and clause.has("date") and not clause.has("ask", "done") and clause.marks[-1].text in _SUITS:
        return True
    if clause.has("ask") or not clause.has("later", "more", "remind", "shift", "to_post", "undo"):
        return False
    first = _first(clause)
    if clause.has("may_we") and not _begins_as_question(clause, but_polite=True):
        return clause.has("later", "more", "remind", "undo") or (
            clause.has("shift", "to_post") and (clause.has("date") or clause.has("to_post"))
        )
    return first not in _INVERTED and clause.has("later", "more", "remind") and not _begins_as_question(clause)


def is_benign(clause: Clause) -> bool:
    """Anything else you need? It asks nothing about whether the action is done."""
    small = clause.sign != "?" and all(mark.is_a("fill", "thanks") for mark in clause.marks)
    return small or (any(words in clause.words for words in _BENIGN) and not clause.has("done"))


def _first(clause: Clause) -> str:
    return next(
        (mark.text for mark in clause.marks if mark.is_word and not mark.is_a("thanks") and mark.text not in _LEADS), ""
    )


_LEADS = frozenset(
    "hi, hello, hey, morning, good morning, please, so, and, ok, sorry, yes, well, but, then, also".split(", ")
)


def _ends_as_question(clause: Clause) -> bool:
    """That's done then is it; that's done right."""
    words = [mark for mark in clause.marks if mark.is_word]
    while words and words[-1].is_a("thanks", "fill") and words[-1].text not in _TAGS:
        words.pop()
    tokens = " ".join(mark.text for mark in words).split()
    if len(tokens) < 2 or not clause.has("done"):
        return False
    told = tokens[-3:-2] and tokens[-3] in _PRONOUNS  # yes we did it
    return tokens[-1] in _TAGS or (tokens[-2] in _INVERTED and tokens[-1] in _PRONOUNS - {"that", "this"} and not told)


def _begins_as_question(clause: Clause, *, but_polite: bool = False) -> bool:
    words = [mark for mark in clause.marks if mark.is_word and mark.text not in _LEADS]
    if not words:
        return False
    tokens = " ".join(mark.text for mark in words).split()
    if tokens[0] == "which" and clause.opened == "," and clause.sign != "?" and words[1:2] and words[1].is_a("be"):
        return False  # which was all that was asked
    if words[0].is_a("ask") or (
        tokens[0] == "when" and tokens[1:2] and tokens[1] in _INVERTED and "," not in clause.sign
    ):
        return True
    if but_polite and words[0].is_a("may_we"):
        return False
    if tokens[0] not in _INVERTED or len(tokens) < 2 or (words[0].is_a("done") and clause.sign != "?"):
        return False
    if (
        tokens[0] in _AUXILIARY and (clause.has("done") or tokens[0] in ("do", "does")) and words[1].is_unknown
    ):  # has Dave closed this
        return True
    return clause.sign == "?" or tokens[1] in (_PRONOUNS if clause.led else _SUBJECTS)
