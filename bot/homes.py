"""A person's home in sentences, for every platform alike: how much is theirs, each line of it, how their prisons stand;
and what is said to whoever the register does not know."""

from dataclasses import dataclass

from bot import home_settings, requests, wording
from bot.colours import SIGNS, in_colours
from bot.wording import are, capital, joined, many, strong
from plans.messages import Home, HomeLine, HomePrison
from plans.messages.lines import places

LATE, NEXT, AWAITING, PRISONS, SETTINGS = "Late", "Next", "Waits for you", "My prisons", "My settings"
WHERE = "What you open here is shown in Messages. Only you see this page."
WHAT = (
    "I keep prison action plans on time: I remind whoever owes an action, take answers in plain words, and tell leaders"
    " each week how things stand."
)
STRANGER = (
    "The register does not know you yet, so I cannot tell which actions are yours. Ask your prison's coordinator to add"
    " you, with the post you hold and the e-mail address of your account here. You can ask about any plan meanwhile:"
    " `/actions help` says how."
)
NO_PLANS = "I hold no plans yet. A coordinator sends me the file of one, or uses: actions import FILE"
NO_LIVE = "None of your prisons has a live plan yet. A coordinator sends me its file, or uses: actions import FILE"
NOTHING_HELD = "You hold no post today, so no action is yours. `/actions help` says what can be asked."
_WAITS = {
    "confirm": "Reported done: confirm it, or send it back",
    "approve": "Another date is asked for",
    "accept": "Handed over: it is to be yours",
}


@dataclass(frozen=True, slots=True)
class List:
    """Lines under one heading, which says how many there are in all."""

    heading: str
    lines: tuple[HomeLine, ...]


def summary(home: Home) -> str:
    """Monday 3 February 2025. 18 actions of yours are late, 6 come next; 3 wait for your decision."""
    late, coming, waiting = home.totals
    next_ = f"{coming:,} {'comes' if coming == 1 else 'come'} next" if coming else ""
    decide = f"{waiting:,} {'waits' if waiting == 1 else 'wait'} for your decision" if waiting else ""
    said = f"{many(late, 'action')} of yours {are(late)} late" if late else "Nothing of yours is late"
    rest = "; ".join(filter(None, [next_, decide]))
    joint = (", " if next_ else "; ") if late else ". "
    return f"{wording.full(home.on)}. {said}{joint if rest else ''}{rest}."


def beside(home: Home) -> str:
    """What is theirs and waits for somebody else (DESIGN 2: said beside every count of what is late)."""
    count, past = home.reported, home.past_reported
    if not count:
        return ""
    some = "" if count == 1 else "all " if past == count else f"{past:,} of them "
    late = f", {some}past {'its' if count == 1 else 'their'} date," if past else ""
    waits = "waits" if count == 1 else "wait"
    return f"{many(count, 'action')} of yours{late} {are(count)} reported done and {waits} to be confirmed."


def lists(home: Home) -> list[List]:
    """Those that have lines on this page; that nothing is late is said by the summary."""
    late, coming, waiting = home.totals
    held = (
        (AWAITING, home.awaiting, waiting),
        (f"{SIGNS['red']} {LATE}", home.late, late),
        (NEXT, home.next, coming),
    )
    return [List(_heading(name, len(lines), total), lines) for name, lines, total in held if lines]


def _heading(name: str, shown: int, total: int) -> str:
    return f"{name}: {total:,}" if shown == total else f"{name}: {shown:,} of {total:,} here"


def called(home: Home) -> dict[str, str]:
    """By plan, what must stand before a ref."""
    return places({each.line.plan: each.line.prison for each in (*home.late, *home.next, *home.awaiting)})


def address(each: HomeLine, where: dict[str, str]) -> str:
    return f"{where.get(each.line.plan, '')} {each.line.address}".strip()


def title(each: HomeLine, where: dict[str, str]) -> str:
    return strong(f"{address(each, where)} {each.line.title}")


def said(each: HomeLine, home: Home) -> str:
    """95 days late, due 31 October 2024. What waits for its reader first."""
    line = each.line
    waits = f"{_WAITS[each.waits]}. " if each.waits else ""
    late = f"{many(line.days_late, 'day')} late" if line.days_late else ""
    begun = f"{wording.since(line.starts)}, no end date" if line.starts else "no date"
    due = f"due {requests.near(line.due, home.on)}" if line.due else begun
    progress = "" if each.waits == "confirm" else wording.progress(line)
    return waits + capital(", ".join(filter(None, [late, due, progress])))


# --- prisons -------------------------------------------------------------------------------------------------------


def prisons_heading(home: Home) -> str:
    return _heading(PRISONS, len(home.prisons), home.of_prisons) if home.of_prisons > 1 else PRISONS


def prison(each: HomePrison) -> list[str]:
    """How many actions, by colour; then how many are late, soon, reported and waiting, done."""
    counts = each.counts
    if not counts.total:
        return [f"{strong(each.prison)}: no live plan."]
    whose = "its" if counts.past_reported == 1 else "their"
    past = f", and {counts.past_reported:,} past {whose} date, reported, not confirmed" if counts.past_reported else ""
    figures = (
        f"{counts.overdue:,} late{past}",
        f"{counts.due_soon:,} due within 14 days",
        f"{counts.reported:,} reported and waiting",
        f"{counts.done + counts.sustained:,} done",
    )
    return [f"{strong(each.prison)}: {many(counts.total, 'action')}", in_colours(counts), f"{'; '.join(figures)}."]


# --- whoever is not known, and the whole in plain text ---------------------------------------------------------------


def stranger(home: Home) -> list[str]:
    """What this is, what it holds, how to be known to it."""
    names = [each.prison for each in home.prisons]
    left = home.of_prisons - len(names)
    held = joined([*names, f"{left:,} more"] if left else names)
    return [WHAT, f"I hold plans of {held}." if names else NO_PLANS, STRANGER]


def lacking(home: Home) -> str:
    """Why there is nothing of theirs at all."""
    if not home.settings.posts and not home.settings.roles:
        return NOTHING_HELD
    return "" if home.page > 1 or any(each.counts.total for each in home.prisons) else NO_LIVE


def paging(home: Home) -> str:
    return f"Page {home.page} of {home.pages}." if home.pages > 1 else ""


def paragraphs(home: Home) -> list[str]:
    """All of it in order, for faces that have no boxes."""
    if not home.person:
        return stranger(home)
    where = called(home)
    drawn = [
        "\n".join([each.heading, *(f"  {title(line, where)}: {said(line, home)}" for line in each.lines)])
        for each in lists(home)
    ]
    held = [f"  {' '.join(prison(each))}" for each in home.prisons]
    parts = [
        summary(home),
        beside(home),
        lacking(home),
        *drawn,
        "\n".join([prisons_heading(home), *held]) if held else "",
        paging(home),
        "\n".join([SETTINGS, *(f"  {line}" for line in home_settings.lines(home.settings, home.on))]),
    ]
    return list(filter(None, parts))
