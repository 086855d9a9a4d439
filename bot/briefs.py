"""What a brief says, in the words that every platform shares. Each platform draws the lines its own way."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot import wording
from bot.wording import joined, many
from plans.messages import Brief, BriefLine, GapLine
from plans.owners import is_post

SHOWN, MOST_POSTS = 5, 3
RECENT = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading; `more` are not shown."""

    heading: str
    lines: tuple[BriefLine, ...]
    more: int = 0


# --- over the lines ----------------------------------------------------------------------------------------------


def opening(brief: Brief) -> str:
    """The count first, and what it is made of; every line of the brief is counted once."""
    asked = [line for line in brief.lines if _weight(line) == "asked"]
    said = (
        _needing(brief, asked),
        _coming(brief, alone=not asked),
        *_introductions(brief),
        _for_information(brief),
        _missing(brief),
    )
    return " ".join(filter(None, said)) or "Nothing needs you today."


def _weight(line: BriefLine) -> str:
    if line.reason in _INTRODUCED:
        return line.reason
    if line.quality == "joint":
        return "joint"
    return "coming" if line.reason == "coming" else "asked"


def _needing(brief: Brief, asked: list[BriefLine]) -> str:
    """7 actions of the Governor of HMP Rochester need you: 6 newly late, 1 already late."""
    if not asked:
        return ""
    counts = Counter(_kind(line) for line in asked)
    late = counts.pop("late", 0)
    new = min(brief.newly_late, late)
    parts = [
        *(f"{count} {_KINDS[kind]}" for kind in _BEFORE_LATE if (count := counts.pop(kind, 0))),
        *(f"{count} {words}" for count, words in ((new, "newly late"), (late - new, "already late")) if count),
        *(f"{count} {_KINDS.get(kind, kind)}" for kind, count in counts.items()),
    ]
    verb = "needs" if len(asked) == 1 else "need"
    return f"{many(len(asked), 'action')}{_whose(asked)} {verb} you: {', '.join(parts)}."


def _kind(line: BriefLine) -> str:
    return "raised" if line.reason.startswith("rung") else line.reason


def _coming(brief: Brief, *, alone: bool) -> str:
    """3 more fall due within 28 days."""
    coming = [line for line in brief.lines if _weight(line) == "coming"]
    if not coming:
        return ""
    verb = "falls due" if len(coming) == 1 else "fall due"
    counted = f"{many(len(coming), 'action')}{_whose(coming)}" if alone else f"{len(coming)} more"
    return f"{counted} {verb} within 28 days."


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


def _missing(brief: Brief) -> str:
    count = len(brief.gaps)
    return f"{many(count, 'thing')} in the register of posts {'needs' if count == 1 else 'need'} you." if count else ""


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


def lead(line: BriefLine) -> str:
    """Who is accountable for the action, by name."""
    return line.owed_by or line.answers


def the(party: str) -> str:
    """ "the Governor", but "GFSL"."""
    return f"the {party}" if is_post(party) else party


def forwards(brief: Brief) -> list[tuple[str, str]]:
    """For each organisation that the reader speaks to: how many, and the words to send on as they are."""
    chased: dict[tuple[str, str], list[BriefLine]] = {}
    for line in brief.lines:
        if line.quality in CHASING and line.reason != "closed_plan" and line.line.owners:
            chased.setdefault((lead(line), line.line.prison), []).append(line)
    return [_forward(party, prison, lines, brief) for (party, prison), lines in chased.items()]


def _forward(party: str, prison: str, lines: list[BriefLine], brief: Brief) -> tuple[str, str]:
    shown = lines if brief.whole else lines[:SHOWN]
    named = "; ".join(f"{line.line.address} {line.line.title} ({_dated(line, brief.on)})" for line in shown)
    more = f"; and {len(lines) - len(shown)} more" if len(lines) > len(shown) else ""
    count = many(len(lines), "action")
    asks = "Where does it stand, and" if len(lines) == 1 else "Where does each stand, and"
    words = f"“The action plan of {prison} has {count} for {party}: {named}{more}. {asks} when will it be done?”"
    return f"{party} has {count} with you as its contact. Words you can forward:", words


# --- the lines ---------------------------------------------------------------------------------------------------


def groups(brief: Brief) -> list[Group]:
    """The sections as they are shown: what needs a decision apart by what kind of decision it is."""
    found: dict[str, list[BriefLine]] = {}
    for section in brief.sections:
        for line in section.lines:
            found.setdefault(_heading(section.name, line), []).append(line)
    most = len(brief.lines) if brief.whole else SHOWN
    return [Group(heading, tuple(lines[:most]), max(0, len(lines) - most)) for heading, lines in found.items()]


def _heading(section: str, line: BriefLine) -> str:
    if line.quality == "joint":
        return "So that you know"
    return _HEADINGS[_kind(line) if section == "decision" and _kind(line) in _DECISIONS else section]


def ahead(brief: Brief) -> str:
    """Said where nothing is coming: what falls due first after that."""
    if not brief.coming_next or any(line.reason in {"coming", *_INTRODUCED} for line in brief.lines):
        return ""
    count, on = brief.coming_next
    return f"None; {count} {'falls' if count == 1 else 'fall'} due on {_near(on, brief.on)}."


COMING, LATE = "Coming in 28 days", "Late"
SINCE = {"reported": "reported done.", "done": "done.", "sustained": "done, and ongoing.", "withdrawn": "withdrawn."}


def said(line: BriefLine, on: date) -> str:
    """All that is said of an action after its title: whose it is, its date, and what happens next."""
    if line.now:
        return f"Since then: {SINCE.get(line.now, line.now)}"
    first = ", ".join(filter(None, [_led(line), wording.progress(line.line), _dated(line, on)]))
    return " ".join([f"{first[0].upper()}{first[1:]}.", *_ladder(line, on)])


def _led(line: BriefLine) -> str:
    """Whose action it is, where that is not the reader, and who does the work."""
    if line.quality == "joint" and line.owed_by:
        shared = f"you own it with {the(line.owed_by)}, who" if is_post(line.answers) else _shared(line)
        return f"{shared} answers for it"
    if line.quality in CHASING:
        return f"{the(lead(line))} leads" if line.line.owners else "nobody is named as its owner"
    if line.quality == "delegate" and line.owed_by:
        return f"for {the(line.owed_by)}"
    work = f"{the(line.delegate)} does the work" if line.delegate else ""
    led = f"{the(line.owed_by)} leads" if line.owed_by and line.owed_by != line.answers else ""
    late = f"{many(line.line.days_late, 'day')} late" if line.quality == "above" and line.line.days_late else ""
    return ", ".join(filter(None, [led, work, late]))


def _shared(line: BriefLine) -> str:
    return f"shared by {line.answers}; {the(line.owed_by)}"


def _dated(line: BriefLine, on: date) -> str:
    """due Saturday 30 November, last working day Friday 29"""
    due = line.line.due
    if line.reason == "still":
        return "" if wording.progress(line.line) else "ongoing"
    if due is None:
        return f"{wording.since(line.line.starts)}, no end date" if line.line.starts else "no date"
    if due == on:
        return "due today"
    early = line.last_working
    if early is None or early == due or due < on:
        return f"due {_near(due, on)}"
    month = "" if early.month == due.month else f" {early:%B}"
    today = ", today" if early == on else ""
    return f"due {_near(due, on)}, last working day {early:%A} {early.day}{month}{today}"


def _ladder(line: BriefLine, on: date) -> Iterable[str]:
    """Who was told, and who is told next: an executive director never comes as a surprise."""
    if line.reason == "closed_plan":
        yield "Carry it over to the new plan, mark it done, or leave it with a reason."
    if line.told:
        post, day = line.told
        yield f"{_capital(the(post))} was told on {_near(day, on)}."
    if line.next:
        post, day = line.next
        yield f"No answer by {_near(day, on)}: {the(post)} is told."


def _near(day: date, on: date) -> str:
    """Saturday 30 November; a day long past or far off without its weekday, one of another year with it."""
    if abs(day - on) > RECENT and day < on:
        return wording.near(day, on)
    year = "" if abs(day - on) <= timedelta(days=180) or day.year == on.year else f" {day.year}"
    return f"{wording.weekday(day)}{year}"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


# --- the register, and the foot -----------------------------------------------------------------------------------

GAPS = "The register of posts"


def gap(found: GapLine) -> str:
    """What is missing, who hears instead, how many actions wait on it."""
    post = f"{the(found.post)} of {found.prison}" if found.prison else the(found.post)
    owes = f" ({many(found.actions, 'action')})" if found.actions else ""
    return _GAPS[found.kind](found, post, owes)


def _stands_in(found: GapLine) -> str:
    return f"{_capital(the(found.instead))} is written to instead." if found.instead else "Nobody is written to."


def _vacant(found: GapLine, post: str, owes: str) -> str:
    return f"{_capital(post)} is vacant{owes}. {_stands_in(found)}"


def _away(found: GapLine, post: str, owes: str) -> str:
    who = f"{found.person}, {post}," if found.person else _capital(post)
    return f"{who} is away{owes}. {_stands_in(found)}"


def _unregistered(found: GapLine, post: str, owes: str) -> str:
    return f"Nobody is registered as {post}{owes}. {_stands_in(found)}"


def _unreachable(found: GapLine, post: str, owes: str) -> str:
    who = f"{found.person}, {post}," if found.person else _capital(post)
    why = f": {found.why.rstrip('.')}." if found.why else "."
    return f"{who} cannot be reached{owes}{why} {_stands_in(found)}"


def _no_liaison(found: GapLine, post: str, owes: str) -> str:
    contact = f"{the(found.instead)} is asked" if found.instead else "you are asked"
    return f"{_capital(the(found.post))} has no contact registered at {found.prison}{owes}; {contact} until it has."


def foot(brief: Brief) -> list[str]:
    """Remarks under everything."""
    seen = f"Seen on {wording.moment(brief.seen)}." if brief.seen else ""
    repeat = "This may repeat one you have had: it is not known whether that arrived." if brief.may_repeat else ""
    return list(filter(None, [repeat, seen]))


_OWN = {"lead", "delegate"}
CHASING = {"liaison", "coordinator"}
"""The reader speaks for somebody outside, or for nobody yet."""
_INTRODUCED = {"going_live", "handover"}
_BEFORE_LATE = ("raised", "confirm")
_DECISIONS = {"raised", "confirm", "closed_plan", *_INTRODUCED}
_KINDS = {
    "raised": "raised to you",
    "confirm": "to confirm",
    "this_week": "due this week",
    "still": "to say whether it still happens",
    "no_date": "without a date",
    "closed_plan": "left open in a closed plan",
}
_HEADINGS = {
    "decision": "Needs your decision",
    "raised": "Needs your decision: raised to you",
    "confirm": "Needs your decision: reported done, to confirm",
    "closed_plan": "Needs your decision: left open in a plan now closed",
    "going_live": "Where does each stand?",
    "handover": "What the post owes",
    "late": LATE,
    "this_week": "Due this week",
    "coming": COMING,
    "still": "Still happening?",
    "no_date": "No date: when?",
}
_GAPS = {
    "vacant": _vacant,
    "away": _away,
    "unregistered": _unregistered,
    "unreachable": _unreachable,
    "no_liaison": _no_liaison,
}
