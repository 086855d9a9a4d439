"""What stands over the lines of a brief: the count first and what it is made of, then words to forward."""

from collections import Counter
from collections.abc import Iterable

from bot.briefs import CHASING, INTRODUCED, dated, kind, lead
from bot.wording import joined, many, the
from plans.messages import SHOWN, Brief, BriefLine

MOST_POSTS = 3


def opening(brief: Brief) -> str:
    """The count first, and what it is made of; every line of the brief is counted once."""
    asked = [line for line in brief.lines if _weight(line) == "asked"]
    said = (
        _needing(brief, asked),
        _coming(brief, alone=not asked),
        *_introductions(brief),
        _news(brief),
        _for_information(brief),
        _missing(brief),
    )
    return " ".join(filter(None, said)) or "Nothing needs you today."


def _weight(line: BriefLine) -> str:
    if line.reason in INTRODUCED:
        return line.reason
    if line.quality == "joint":
        return "joint"
    if line.reason == "news":
        return "news"
    return "coming" if line.reason == "coming" else "asked"


def _needing(brief: Brief, asked: list[BriefLine]) -> str:
    """7 actions of the Governor of HMP Rochester need you: 6 newly late, 1 already late."""
    if not asked:
        return ""
    counts = Counter(kind(line) for line in asked)
    late = counts.pop("late", 0)
    new = min(brief.newly_late, late)
    parts = [
        *(f"{count} {_KINDS[one]}" for one in _BEFORE_LATE if (count := counts.pop(one, 0))),
        *(f"{count} {words}" for count, words in ((new, "newly late"), (late - new, "already late")) if count),
        *(f"{count} {_KINDS.get(one, one)}" for one, count in counts.items()),
    ]
    verb = "needs" if len(asked) == 1 else "need"
    return f"{many(len(asked), 'action')}{_whose(asked)} {verb} you: {', '.join(parts)}."


def _coming(brief: Brief, *, alone: bool) -> str:
    """3 more fall due within 28 days."""
    coming = [line for line in brief.lines if _weight(line) == "coming"]
    if not coming:
        return ""
    verb = "falls due" if len(coming) == 1 else "fall due"
    counted = f"{many(len(coming), 'action')}{_whose(coming)}" if alone else f"{len(coming)} more"
    return f"{counted} {verb} within {many(brief.coming_days, 'day')}."


def _introductions(brief: Brief) -> Iterable[str]:
    """Where does each stand? What the post owes, said to whoever has just come to answer for it."""
    live = [line for line in brief.lines if line.reason == "going_live"]
    if live:
        each = "it" if len(live) == 1 else "each"
        counted = f"{many(len(live), 'action')}{_whose(live)}"
        yield f"{counted}, from a plan just loaded: where does {each} stand?{_past(live)}"
    handed = [line for line in brief.lines if line.reason == "handover"]
    for quality in dict.fromkeys(line.quality for line in handed):
        lines = [line for line in handed if line.quality == quality]
        for who in dict.fromkeys(_taken_over(line) for line in lines):
            yield _handover(who, [line for line in lines if _taken_over(line) == who])


def _past(lines: list[BriefLine]) -> str:
    late = sum(line.line.days_late > 0 for line in lines)
    if late and len(lines) == 1:
        return " It was past its date already."
    return (
        f" {late} {'was' if late == 1 else 'were'} past {'its' if late == 1 else 'their'} date already." if late else ""
    )


def _taken_over(line: BriefLine) -> str:
    if line.quality == "delegate":
        return f"You now do the work for {the(lead(line))} of {line.line.prison}"
    if line.quality in CHASING:
        return f"You are now the contact of {lead(line)} at {line.line.prison}"
    return f"You now hold the post of {line.answers} of {line.line.prison}"


def _handover(who: str, lines: list[BriefLine]) -> str:
    """You now hold the post of Governor of HMP Rochester; it owes these 26 actions, 6 of them late."""
    late = sum(line.line.days_late > 0 for line in lines)
    these = "this action" if len(lines) == 1 else f"these {len(lines)} actions"
    how = (
        (" and it is late" if len(lines) == 1 else f", {'all' if late == len(lines) else late} of them late")
        if late
        else ""
    )
    if lines[0].quality == "delegate":
        return f"{who} on {these}{how}."
    return f"{who}; it owes {these}{how}."


def _for_information(brief: Brief) -> str:
    count = sum(_weight(line) == "joint" for line in brief.lines)
    if not count:
        return ""
    if count == 1:
        return "1 action is listed so that you know; somebody else answers for it."
    return f"{count} actions are listed so that you know; others answer for them."


def _news(brief: Brief) -> str:
    count = sum(_weight(line) == "news" for line in brief.lines)
    return f"{many(count, 'action')} {'has' if count == 1 else 'have'} news of what others did." if count else ""


def _missing(brief: Brief) -> str:
    undated = sum(gap.kind == "no_inspection" for gap in brief.gaps)
    undelivered = sum(gap.kind.startswith("digest_") for gap in brief.gaps)
    count = len(brief.gaps) - undated - undelivered
    register = f"{many(count, 'thing')} in the register of posts {'needs' if count == 1 else 'need'} you."
    asked = f"{many(undated, 'inspection date')} {'is' if undated == 1 else 'are'} not known."
    digests = f"{many(undelivered, 'weekly digest')} may not have arrived."
    said = [register if count else "", asked if undated else "", digests if undelivered else ""]
    return " ".join(filter(None, said))


def _whose(lines: list[BriefLine]) -> str:
    """of the Governor and the Head of Safety of HMP Rochester; of what others own, only where it is."""
    if not all(line.quality in _OWN for line in lines):
        return f" at {joined(dict.fromkeys(line.line.prison for line in lines))}"
    posts = dict.fromkeys((line.answers, line.line.prison) for line in lines)
    if len(posts) > MOST_POSTS:
        return f" of your {len(posts)} posts"
    prisons: dict[str, list[str]] = {}
    for post, prison in posts:
        prisons.setdefault(prison, []).append(the(post))
    return " of " + joined(f"{joined(held)} of {prison}" for prison, held in prisons.items())


def made_of(reasons: Iterable[str]) -> str:
    """7 late, 1 without a date: the lines of somebody else's brief by their reasons."""
    counts = Counter(_OF_OTHERS.get(reason, _KINDS.get(reason, reason)) for reason in reasons)
    return ", ".join(f"{count} {words}" for words, count in counts.items())


def forwards(brief: Brief) -> list[tuple[str, str]]:
    """For each organisation that the reader speaks to: how many, and the words to send on as they are."""
    chased: dict[tuple[str, str], list[BriefLine]] = {}
    for line in brief.lines:
        if line.quality in CHASING and line.reason != "closed_plan" and line.line.owners:
            chased.setdefault((lead(line), line.line.prison), []).append(line)
    return [_forward(party, prison, lines, brief) for (party, prison), lines in chased.items()]


def _forward(party: str, prison: str, lines: list[BriefLine], brief: Brief) -> tuple[str, str]:
    shown = lines if brief.whole else lines[:SHOWN]
    named = "; ".join(f"{line.line.address} {line.line.title} ({dated(line, brief.on)})" for line in shown)
    more = f"; and {len(lines) - len(shown)} more" if len(lines) > len(shown) else ""
    count = many(len(lines), "action")
    asks = "Where does it stand, and" if len(lines) == 1 else "Where does each stand, and"
    words = f"“The action plan of {prison} has {count} for {party}: {named}{more}. {asks} when will it be done?”"
    contact = "you as its contact" if lines[0].quality == "liaison" else "nobody registered as its contact"
    return f"{party} has {count} with {contact}. Words you can forward:", words


_OWN = {"lead", "delegate"}
_BEFORE_LATE = ("raised", "confirm", "approve", "accept")
_KINDS = {
    "raised": "raised to you",
    "confirm": "to confirm",
    "approve": "to agree to another date",
    "accept": "handed over to you",
    "this_week": "due this week",
    "still": "to say whether it still happens",
    "no_date": "without a date",
    "closed_plan": "left open in a closed plan",
}
_OF_OTHERS = {
    **dict.fromkeys(("rung_1", "rung_2", "rung_3"), "raised to them"),
    "going_live": "from a plan just loaded",
    "handover": "taken over",
    "accept": "handed over to them",
    "news": "of which others did something",
    "joint_live": "so that they know",
    "joint_late": "late, so that they know",
}
