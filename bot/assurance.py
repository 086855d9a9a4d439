"""What owners report beside what inspectors found, in sentences for every platform alike. Reported is what owners say
and nothing more: what is confirmed is said apart, and a suggested match is never told as a sure one."""

from collections.abc import Iterator

from bot import repeats
from bot.naming import address, numbers, titled
from bot.wording import are, capital, day, joined, many, parties, standing, strong
from plans.messages import Assurance, Judged, Line, Unjudged

OVER = "Owners say done, inspectors found too little"
UNDER = "Inspectors found progress, nobody has reported it done"
OTHERS = "The others"
UNMATCHED = "Matched to nothing of the plan"
MEANING = "Reported is what owners say; confirmed is what somebody above the lead said too."
LATE_HELD = "The plan was loaded after the visit: what owners would have said by then is not known."
NO_PLAN = "No plan that stood at the visit is held, so there is nothing to set beside what inspectors found."
HOW = "A coordinator confirms or changes them in chat, or on the command line: actions assurance PRISON --match"
RAISED = 8


def summary(message: Assurance) -> str:
    """HMP Rochester, Urgent Notification plan 2024, beside what inspectors found on 2 to 4 June 2025: 13 judgements;
    2 of them contradict reports of “done”."""
    of = f", {message.plan}," if message.plan else ","
    start = f"{message.prison}{of} beside what inspectors found {_when(message)}"
    if message.whole:
        return f"{start}: {_theme(message)}."
    count = sum(one.contrast == "over" for one in message.judged)
    found = f"{count:,} of them contradict{'s' if count == 1 else ''} reports" if count else "no report"
    contrast = f"; {found} of “done”{'' if count else ' is contradicted'}" if message.plan else ""
    return f"{start}: {many(len(message.judged), 'judgement')}{contrast}."


def _theme(message: Assurance) -> str:
    first = message.judged[0]
    return f"{first.theme or 'matched to nothing'}, {many(len(message.judged), 'judgement')}"


def _when(message: Assurance) -> str:
    """on 2 to 4 June 2025"""
    first, last = message.visited
    if first is None or last is None or first == last:
        return f"by {day(last)}" if last else ""
    if (first.year, first.month) == (last.year, last.month):
        return f"on {first.day} to {day(last)}"
    return f"from {day(first)} to {day(last)}"


def groups(message: Assurance) -> list[tuple[str, tuple[Judged, ...]]]:
    """Where the two disagree first; what is matched to nothing last."""
    held: dict[str, list[Judged]] = {heading: [] for heading in (OVER, UNDER, OTHERS, UNMATCHED)}
    for one in message.judged:
        held[{"over": OVER, "under": UNDER}.get(one.contrast, OTHERS if one.total else UNMATCHED)].append(one)
    return [(heading, tuple(those)) for heading, those in held.items() if those]


def subject(one: Judged) -> str:
    """Use of force (3.18)"""
    return f"{one.section or capital(one.body)}{f' ({one.paragraph})' if one.paragraph else ''}"


def line(one: Judged) -> str:
    """Leadership (3.5): 2 of 2 reported done, 1 of them confirmed; inspectors: insufficient progress."""
    said = f"{_owners(one)}; {_inspectors(one)}" if one.total else _inspectors(one)
    return " ".join(filter(None, [f"{strong(subject(one))}: {said}.", _about(one), _then(one)]))


def _owners(one: Judged) -> str:
    confirmed = f", {one.done:,} of them confirmed" if one.done else ""
    late = f", {one.overdue:,} late" if one.overdue else ""
    return f"{one.reported + one.done:,} of {one.total:,} reported done{confirmed}{late}"


def _inspectors(one: Judged) -> str:
    return f"{'inspectors' if one.body == 'HMI Prisons' else one.body}: {one.rating}"


def _about(one: Judged) -> str:
    if not one.total:
        return _unmatched(one)
    refs = numbers(dict.fromkeys(each.address for each in one.actions))
    sure = "" if one.match == "confirmed" else " (suggested, not confirmed)"
    return f"{capital(one.theme)}: {refs}{sure}."


def _unmatched(one: Judged) -> str:
    if one.theme:
        return f"{one.theme} has no action any more."
    return (
        "About nothing of the plan, as was recorded." if one.match == "confirmed" else "Nothing is matched to it yet."
    )


def _then(one: Judged) -> str:
    """Only where it was another: at the end of the visit 0 of 2."""
    if one.then is None or one.then == (one.reported, one.done) or not one.total:
        return ""
    reported, done = one.then
    confirmed = f", {done:,} of them confirmed" if done else ""
    return f"At the end of the visit {reported + done:,} of {one.total:,} were reported done{confirmed}."


def unjudged(message: Assurance) -> str:
    """Of these themes no judgement was made: Staff Capability (0 of 2 reported done)."""
    if not message.unjudged:
        return ""
    return f"No judgement is about {joined(map(_theme_told, message.unjudged))}."


def _theme_told(one: Unjudged) -> str:
    return f"{one.theme} ({one.reported + one.done:,} of {one.total:,} reported done)"


def raised(message: Assurance) -> list[str]:
    """The first of them, and how many more: `paragraphs` has them all, where nothing can be asked for."""
    shown = [repeats.line(one) for one in message.repeats[:RAISED]]
    more = len(message.repeats) - len(shown)
    return [*shown, *([f"… and {more:,} more: ask for the repeats of {message.prison}"] if more else [])]


def remarks(message: Assurance) -> list[str]:
    """How far the matching is, and what the counts mean."""
    return list(_remarks(message))


def _remarks(message: Assurance) -> Iterator[str]:
    if not message.plan:
        yield NO_PLAN
        return
    if not message.whole and (said := unjudged(message)):
        yield said
    suggested = sum(one.match == "suggested" for one in message.judged)
    confirmed = sum(one.match == "confirmed" for one in message.judged)
    if suggested:
        yield f"{many(suggested, 'match', 'matches')} {are(suggested)} suggested, {confirmed:,} confirmed. {HOW}."
    elif open_ := len(message.judged) - confirmed:
        yield f"{confirmed:,} {are(confirmed)} confirmed, {open_:,} not matched yet."
    else:
        yield "Every match is confirmed."
    if message.late_held:
        yield LATE_HELD
    yield f"{MEANING} Counts as of {day(message.on)}."


def why(one: Judged) -> str:
    """What a suggestion goes by."""
    return f"Suggested because {one.why}." if one.match == "suggested" and one.why else ""


def paragraphs(message: Assurance) -> list[str]:
    """All of it in order, for faces that have no boxes; of one theme its actions too."""
    held = [(heading, [_whole(one, message) for one in those]) for heading, those in groups(message)]
    held += [("Raised before", [*map(repeats.line, message.repeats)])] if message.repeats else []
    held += [("Actions", [action(each, message) for each in actions(message)])] if message.whole else []
    said = ["\n".join([f"{heading}:", *(f"  {each}" for each in lines)]) for heading, lines in held if lines]
    return [summary(message), *said, "\n".join(remarks(message))]


def _whole(one: Judged, message: Assurance) -> str:
    return " ".join(filter(None, [line(one), why(one) if message.whole else ""]))


def actions(message: Assurance) -> tuple[Line, ...]:
    """Behind the count of one theme: its judgements share them."""
    return message.judged[0].actions if message.whole and message.judged else ()


def action(each: Line, message: Assurance) -> str:
    return f"{titled(address(each, dict(message.places)), each.title)} · {parties(each)} · {standing(each)}"


HEADINGS = ("Judgement", "Inspectors", "Matched to", "Actions", "Reported done", "Of them confirmed", "Late")


def cells(one: Judged) -> tuple[str, ...]:
    """A row of the table; the numbers are those of `figures`."""
    theme = one.theme or ("nothing" if one.match == "confirmed" else "not matched")
    matched = f"{theme} (suggested)" if one.match == "suggested" else theme
    return subject(one), one.rating, matched, *(f"{count:,}" for count in figures(one))


def figures(one: Judged) -> tuple[int, int, int, int]:
    return one.total, one.reported + one.done, one.done, one.overdue
