"""Words said in answer: which actions they are about, what they mean for each, and only then what is changed.

What is clear is recorded and told back with an Undo; what rests on an assumption, or is of several actions, is read
back first; what is unclear is asked about. A question is left to be answered as one, and to thanks nothing is said.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plans.chat import Answered, Quiet, Replied, Say
from plans.messages import Verb
from plans.progress import continuing, drafting, picking, verdicts
from plans.progress.asides import (
    aside,
    can_be_asked,
    is_a_command,
    is_a_question,
    is_a_status,
    is_courtesy,
    is_for_a_digest,
    is_thanks,
    snoozed,
    taken_back,
)
from plans.progress.changing import permitted
from plans.progress.choosing import settled
from plans.progress.drafting import Draft
from plans.progress.facts import facts
from plans.progress.meanings import changes, understood, want
from plans.progress.showing import card
from plans.progress.subjects import Scope, mine, of_action, scope
from plans.progress.turn import Turn, said
from plans.replies import Context, Meant, Understood, understand
from plans.replies.unmeant import is_unmeant

UNKNOWN = (
    "I do not know which post you hold, so nothing was changed. Ask the coordinator to register you, or to record it"
    " for you."
)
UNSURE = (
    "I did not change anything. Say which action and what became of it, as in: 5 done, or 5 needs until end of March."
)
NOT_THERE = "I find no action {0} among yours, so nothing was changed. Name its prison too."
NOT_UNDERSTOOD = "I did not understand that, and changed nothing. Say which action and how it stands, as in: 5 done."
MOST = 20
"""Actions that one reply can be about."""


def may_answer(replied: Replied, on: date) -> bool:
    """False for a line that is certainly a question: then nothing need be looked up here."""
    if is_a_command(replied.text):
        return False
    if replied.thread or is_courtesy(replied.text) or verdicts.may_be(replied.text):
        return True
    meant = understand(replied.text, Context(on))
    return bool(meant.others) or meant.own.intent not in ("none", "question") or is_unmeant(replied.text)


def heard(turn: Turn, replied: Replied) -> Answered | None:
    """None: it is a question or a command, and is answered as one."""
    if is_a_command(replied.text) or is_for_a_digest(turn, replied.text):
        return None
    where = scope(turn, replied)
    meant = understood(turn, where, replied.links)
    if is_unmeant(replied.text):
        return aside(replied.text)
    if decided := verdicts.verdict(turn, replied):
        return decided
    before = continuing.opened(turn, replied)
    if before is not None and continuing.is_elsewhere(before, where):
        before = None
    if before is not None and (chosen := picking.number_of(turn, before, meant)) is not None:
        return picking.picked(turn, before, chosen, anew=False)
    if before is not None and not meant.others and (replied.thread or not can_be_asked(turn, replied.text)):
        where, meant = _going_on(turn, replied, before, where, meant)
        if again := continuing.continued(turn, before, where.text, meant):
            return again
    if not replied.thread and (still := continuing.waiting(turn, replied, meant)):
        return still
    answered = _answered(turn, replied, where, meant)
    if before is not None:
        continuing.passed(turn, before, replied, answered)
    return answered


def _going_on(turn: Turn, replied: Replied, before: Draft, where: Scope, meant: Understood) -> tuple[Scope, Understood]:
    """In a thread that began with their own words, what is said next is of the same action."""
    if where.in_thread or not replied.thread or len(before.wants) != 1:
        return where, meant
    where = replace(of_action(turn, replied.text, before.wants[0].action), prison=where.prison)
    return where, understood(turn, where, replied.links)


def of_one(turn: Turn, text: str, action: int, links: tuple[str, ...] = ()) -> tuple[Understood, Answered | None]:
    """What words mean that are said of one action, and what comes of it."""
    where = of_action(turn, text, action)
    meant = understood(turn, where)
    replied = Replied(text, turn.asker, links=links)
    return meant, aside(text) if is_unmeant(text) else _answered(turn, replied, where, meant)


def _answered(turn: Turn, replied: Replied, where: Scope, meant: Understood) -> Answered | None:
    single = where.single
    intents = {one.intent for one in (meant.own, *meant.others)}
    if "undo" in intents:
        return taken_back(turn, where.thread)
    if is_courtesy(replied.text):
        return Quiet()
    if not where.in_thread and is_a_question(turn, replied, meant):
        return None
    if turn.identity is None and turn.as_post is None:
        return said(UNKNOWN) if any(map(changes, (meant.own, *meant.others))) else None
    named = list(_named(where, meant, single))
    if "snooze" in intents:
        those = [action for one, actions in named for action in actions if one.intent == "snooze"]
        later = next(one for one in (meant.own, *meant.others) if one.intent == "snooze")
        return snoozed(turn, those or where.numbered(turn.on), later)
    answers = [(one, actions) for one, actions in named if changes(one)]
    if not answers:
        return _nothing(turn, replied, where, meant, single)
    return _wanted(turn, replied, where, answers, meant)


def _named(where: Scope, meant: Understood, single: int | None) -> Iterator[tuple[Meant, list[int]]]:
    """What is meant, and of which actions: none where the words name none, or one that is not there."""
    if meant.own.intent != "none":
        own = where.called(meant.own.ref) if meant.own.ref else []
        yield meant.own, own or ([single] if single is not None else [])
    for one in meant.others:
        yield one, where.called(one.ref) if one.ref else []


def _wanted(
    turn: Turn, replied: Replied, where: Scope, answers: list[tuple[Meant, list[int]]], meant: Understood
) -> Answered | None:
    missing = [one.ref for one, actions in answers if one.ref and not actions]
    if missing:
        return said(NOT_THERE.format(" or ".join(filter(None, missing))))
    draft = Draft(replied.text, links=replied.links, thread=continuing.place_of(replied))
    actions = answers[0][1]
    if len(answers) == 1 and len(actions) != 1:
        return _which(turn, where, draft, actions)
    if len(answers) == 1 and verdicts.is_for(turn, actions[0]):
        return _shown(turn, actions[0])
    if len(answers) > MOST or any(len(actions) != 1 for _, actions in answers):
        return said(UNSURE)
    if len(answers) == 1 and where.single is None:
        answers = [(_in_its_light(turn, where, actions[0], answers[0][0]), actions)]
    links = tuple(dict.fromkeys((*meant.own.evidence, *replied.links)))
    known = facts(turn, [actions[0] for _, actions in answers])
    wants = tuple(want(turn, known[actions[0]], one, replied.text, links) for one, actions in answers)
    last = {one.action: one for one in wants}  # of an action about which two things were said, the last counts
    return settled(turn, replace(draft, wants=tuple(last.values())), brief=where.brief)


def _in_its_light(turn: Turn, where: Scope, action: int, meant: Meant) -> Meant:
    """Read again now that it is known of which action, and its date: another month is a month from then."""
    again = understood(turn, replace(where, thread=action, lines=())).own
    return again if again.intent == meant.intent else meant


def _which(turn: Turn, where: Scope, draft: Draft, among: list[int]) -> Answered | None:
    """Asked with buttons, over what they said."""
    named = among or where.numbered(turn.on)
    rows = [id for id in named or where.lines or [row.id for row in mine(turn)] if permitted(turn, id)]
    candidates = tuple(rows) if named else picking.likely(turn, rows)
    if not candidates:
        return None if not where.in_thread else said(UNSURE)
    if not draft.links and picking.is_nonsense(draft.words):
        return said(NOT_UNDERSTOOD)
    asked = drafting.read_back(turn, drafting.kept(turn, replace(draft, candidates=candidates)))
    if not where.in_thread and is_a_status(draft.words):
        asked = replace(asked, verbs=(*asked.verbs, Verb("ask", f"Show what is {draft.words.casefold()}", draft.words)))
    return Say(asked)


def _nothing(turn: Turn, replied: Replied, where: Scope, meant: Understood, single: int | None) -> Answered | None:
    """A question, thanks, or words that fit nothing."""
    about = next((actions[0] for _, actions in _named(where, meant, single) if len(actions) == 1), single)
    if any(one.intent == "question" for one in (meant.own, *meant.others)):
        return _shown(turn, about) if about is not None and where.in_thread else None
    if not where.in_thread:
        return None
    if about is not None and verdicts.DECIDES.search(replied.text) and verdicts.may_decide(turn, about):
        return _shown(turn, about)
    return Quiet() if is_thanks(replied.text) else _asked(turn, replied, where, about)


def _shown(turn: Turn, action: int) -> Answered:
    found = card(turn, action)
    return Say(found) if found else said(UNSURE)


def _asked(turn: Turn, replied: Replied, where: Scope, about: int | None) -> Answered:
    """Is it done, or still going?"""
    if about is None:
        return said(UNSURE)
    found = facts(turn, [about])[about]
    unclear = Meant("progress", asks="done_or_going")
    draft = Draft(
        replied.text, (want(turn, found, unclear, replied.text, replied.links),), thread=continuing.place_of(replied)
    )
    return settled(turn, draft, brief=where.brief)
