"""What is said next, after something was read back: the reason or the day that was asked for, yes, or never mind."""

import re
from dataclasses import replace
from datetime import timedelta

from plans.chat import Answered, Quiet, Redraw, Replied, Say
from plans.dates.finding import find
from plans.messages import Notice, ReadBack, Receipt
from plans.owners import is_post, key
from plans.progress import drafting
from plans.progress.asides import can_be_asked, is_courtesy, is_thanks
from plans.progress.choosing import NOTHING, dated, sent, settled, with_want
from plans.progress.drafting import Draft, Want
from plans.progress.subjects import Scope
from plans.progress.turn import Turn, listed, said
from plans.replies import Meant, Understood
from storage import drafts

PATIENCE = timedelta(minutes=10)
"""Outside a thread, how long a question of ours waits for its answer."""

_YES = frozenset(
    {"yes", "yep", "yes please", "ok", "okay", "send", "send it", "confirm", "confirm all", "correct", "right"}
)
_NO = frozenset(
    {"no", "cancel", "stop", "never mind", "nevermind", "forget it", "forget that", "leave it", "no thanks"}
    | {"actually no", "no actually", "no wait", "wait no", "no don't", "don't", "do not", "ignore that", "scrap that"}
    | {"cancel that", "not now"}
)
WHY = {
    "postpone": "Say in a few words why it needs longer.",
    "block": "Say in a few words what stops it.",
}
_SAYS_WHY = ("none", "note", "progress", "blocked")
_NO_REASON = re.compile(
    r"(?:(?:no|nope|actually|sorry|oops)\b\W*)*"
    r"(?:wait(?! for| on| list| time)\b|hang on|hold (?:on|off)|one (?:moment|sec)|just a|give me|bear with|let me\b"
    r"|i(?:'ll|’ll| will) (?:check|ask|get back|come back|find out|think|let you|tell you)|will (?:check|get back)"
    r"|checking(?: with\b|$)|(?:not sure|unsure)(?: yet)?$|dunno|no idea|later$|no longer need|never ?mind"
    r"|(?:i )?(?:don['’]t|do not) (?:know|need|want|send|ask|bother|change|move)|(?:ignore|forget|scrap|drop|leave) "
    r"(?:it|that|this)|(?:it['’]?s |it is )?(?:on (?:track|time|schedule)|all good|fine$|ok(?:ay)?$)"
    r"|(?:that['’]?s |that is )?(?:wrong|a mistake|not right|not what i \w+)$|(?:i|you) (?:meant|mean|misread)\b)"
    r"|nope?\s*[,.!:;–—]|(?:no|nope|actually|sorry|oops|hm+|er+|um+|eh|huh)$",
    re.IGNORECASE,
)
"""Said where a reason was asked for, these put it off or take it back. Precision before recall (DESIGN 5): a request
that goes out with "wait" for its reason is one that nobody made."""


def place_of(replied: Replied) -> str:
    """Where a draft is looked for: the thread, or outside one where the line was said."""
    return replied.thread or replied.place


def opened(turn: Turn, replied: Replied) -> Draft | None:
    """What is still to be confirmed or asked of them here."""
    for place in dict.fromkeys((replied.thread, replied.place)):
        found = drafting.latest(turn, place) if place else None
        if found and (place == replied.thread or turn.now - found[1].made_at <= PATIENCE):
            return found[0]
    return None


def is_elsewhere(draft: Draft, where: Scope) -> bool:
    """Was it said outside a thread, and this in the thread of a message about something else?"""
    about = {want.action for want in draft.wants}
    is_of_it = not where.in_thread or (where.brief is None and where.single in about)
    return not is_of_it and " " not in draft.thread


def continued(turn: Turn, draft: Draft, text: str, meant: Understood) -> Answered | None:
    """None: it is about something else."""
    plain = " ".join(text.casefold().split()).strip(" .!")
    if plain in _NO or _takes_back(draft, meant):
        drafting.taken(turn, draft.id)
        return Say(Notice("plain", detail=NOTHING))
    want = draft.open
    if want and is_courtesy(text):
        return Quiet()
    if want and want.asks == "why" and not meant.others and is_nothing(text, meant.own):
        return said(WHY.get(want.doing, "Say in a few words why."))
    if want and want.asks == "why" and _puts_off(plain, meant):
        return Say(drafting.read_back(turn, draft))
    if want is None:
        return sent(turn, draft) if draft.wants and plain in _YES else None
    found = _with(turn, want, text, meant)
    return settled(turn, with_want(draft, found)) if found else None


def _takes_back(draft: Draft, meant: Understood) -> bool:
    """ "Undo that" of what waits here, and was never recorded, takes back nothing that was."""
    return bool(draft.wants) and meant.own.intent == "undo" and not meant.others


def _puts_off(plain: str, meant: Understood) -> bool:
    return not meant.others and meant.own.intent in _SAYS_WHY and _NO_REASON.match(plain) is not None


def passed(turn: Turn, draft: Draft, replied: Replied, answered: Answered | None) -> None:
    """Something else was said there: a yes or a reason that follows is of that. In a thread a question may stand
    between."""
    told = answered.message if isinstance(answered, Say | Redraw) else None
    if not replied.thread or isinstance(told, Receipt | ReadBack):
        drafts.leave(turn.session, draft.id)


def _with(turn: Turn, want: Want, text: str, meant: Understood) -> Want | None:
    """What is wanted, with what was asked for."""
    if meant.others:
        return None
    match want.asks:
        case "why":
            return _explained(want, text) if _is_reason(meant.own, want) else None
        case "when" | "which_day" | "no_such_day" | "past_day":
            return _on_a_day(turn, want, text, meant.own)
        case "whose":
            named = text.strip(" .").removeprefix("the ")
            party = key(named) if named else ""
            known = is_post(named) or party in turn.register.names
            return replace(want, to=party, asks=None) if party and known else None
        case _:
            return None


def _is_reason(own: Meant, want: Want) -> bool:
    """Words that carry no intent of their own; of another date, the same date again."""
    if own.intent == "postpone":
        return bool(own.note) and own.date in (None, want.until)
    return own.intent in _SAYS_WHY and own.asks is None


def is_nothing(text: str, own: Meant) -> bool:
    """Yes, ok, sure: to the question why that is no answer."""
    return own.intent == "none" and not own.note and is_thanks(text)


def _explained(want: Want, text: str) -> Want:
    return replace(want, asks=None, reason=text.strip(), words=f"{want.words}\n{text}".strip())


def _on_a_day(turn: Turn, want: Want, text: str, own: Meant) -> Want | None:
    days = [one for one in find(text, turn.on) if one.span is not None]
    if len(days) != 1 or days[0].span is None or own.intent not in ("none", "note", "progress", "postpone"):
        return None
    found = days[0]
    reason = own.note or want.reason
    day = days[0].span.last
    moved = dated(replace(want, reason=reason, words=f"{want.words}\n{text}".strip()), day)
    assumed = own.read and any(read.assumed for read in own.read)
    return replace(moved, assumed=bool(assumed), read=((found.words, day),) if assumed else ())


WAITS = "I did not take that for an answer: {0} still waits for its reason. Say it with the button."


def waiting(turn: Turn, replied: Replied, meant: Understood) -> Answered | None:
    """What may be the reason that was asked for before something else was said: which draft waits for one."""
    if meant.others or meant.own.intent not in ("none", "note", "blocked") or is_thanks(replied.text):
        return None
    rows = drafts.since(turn.session, drafting.account(turn), place_of(replied), turn.now - PATIENCE)
    kept = filter(None, map(drafting.brought, rows))
    found = next((one for one in kept if one.open and one.open.asks == "why"), None)
    if found is None or can_be_asked(turn, replied.text) or is_help(replied.text):
        return None
    asked = drafting.read_back(turn, found)
    named = listed([line.address for line in asked.about or asked.lines])
    return Say(Notice("plain", detail=WAITS.format(named), verbs=asked.verbs))


def is_help(text: str) -> bool:
    return text.casefold().strip(" ?!.") in ("", "help", "hi", "hello", "hey", "commands", "usage")
