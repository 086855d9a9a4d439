"""A digest shown to whoever asks for it, and the list behind any of its numbers. Published facts alone: anybody may
open them, wherever the digest stands; an action's own card asks who may read more."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from plans import digests
from plans.chat import Answered, Redraw, Say
from plans.commands import Command
from plans.digest.behind import THEME, theme_named
from plans.digest.behind import behind as counted
from plans.digest.offering import LABEL, THEMES, reference
from plans.messages import AskedFor, Behind, Change, Digest, DigestLine, Notice, ThemeRow, Verb
from plans.progress.holding import prison_named, unnamed
from plans.progress.turn import Turn, row_number, said, written
from storage.changes import those
from storage.digests import live_prisons

PAGE = 20
"""Actions of a page: each has a button of its own beside those that turn it."""

THEMES_SHOWN = 25
DRAFT = "draft"
FAR = timedelta(days=3_660)
"""From today: no digest is of a day further off, and a calendar ends somewhere."""

HERE = " here"
"""After what a list's own buttons carry: another page is drawn in its place, where a digest's stays as it is."""

YEARS = range(1990, 2100)

WHICH = "Name one prison: `/actions digest Rochester`."
NOT_HELD = "I hold no live plan of {0}, so there is no digest of it."
NO_SUCH = "{0} has no digest {1}. `/actions digest {2}` shows the latest."
NO_YEAR = "{0} has no digest {1}: digests go by number, not by year. `/actions digest {2}` shows the latest."
NO_DRAFT = (
    "A draft has no number yet: `/actions digest {2} {1}` shows digest {1} of {0}, `/actions draft {2}` the next."
)
OLDER = "That button belongs to an older message. `/actions digest Rochester` shows the latest digest of a prison."


# --- a digest ----------------------------------------------------------------------------------------------------


def asked(turn: Turn, command: Command) -> Answered | None:
    """`digest Rochester`, `Rochester draft`, `digest 7 Rochester`. None: words that are no prison, so a question."""
    prison = prison_named(turn, command.of)
    if prison is None and command.of:
        return unnamed(turn, command.of, said(WHICH))
    if prison is None:
        return said(WHICH)
    number = row_number(command.words.removeprefix(DRAFT).strip())
    return shown(turn, prison, draft=command.words.startswith(DRAFT), number=number)


def digest(turn: Turn, query: str) -> Answered:
    """Of a button: "rochester", or "rochester draft"."""
    prison, _, how = query.partition(" ")
    return shown(turn, prison, draft=how == DRAFT) if prison in turn.register.prisons else said(OLDER)


def shown(turn: Turn, prison: str, *, draft: bool = False, number: int | None = None) -> Answered:
    """The latest that was frozen, or that of the number; where there is none yet, or it is asked for, the next one."""
    if draft and number is not None:
        return said(NO_DRAFT.format(turn.where(prison), number, prison.capitalize()))
    kept = None if draft else digests.stored(turn.session, prison, number)
    if kept is not None:
        return Say(kept.digest)
    if number is not None:
        sentence = NO_YEAR if number in YEARS else NO_SUCH
        return said(sentence.format(turn.where(prison), number, prison.capitalize()))
    if prison not in dict(live_prisons(turn.session)):
        return said(NOT_HELD.format(turn.where(prison)))
    return Say(digests.preview(turn.session, prison, digests.next_day(turn.session, turn.now), now=turn.now))


def referred(turn: Turn, query: str) -> tuple[Digest | None, str]:
    """The digest that a button is of, and what else the button carries: "14 overdue", "rochester 2025-02-03 all"."""
    first, _, rest = query.partition(" ")
    if (number := row_number(first)) is not None:
        found = digests.by_id(turn.session, number)
        return (found.digest if found and isinstance(found.digest, Digest) else None), rest
    day, _, rest = rest.partition(" ")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return None, rest
    known = first in dict(live_prisons(turn.session)) and abs(on - turn.on) <= FAR
    return (digests.preview(turn.session, first, on, now=turn.now) if known else None), rest


# --- the list behind a number --------------------------------------------------------------------------------------


def behind(turn: Turn, query: str, page: int = 1) -> Answered:
    found, name = referred(turn, query.removesuffix(HERE))
    if found is None:
        return said(OLDER)
    if name == THEMES:
        return Say(_themes(found))
    try:
        opened = _opened(turn, found, name, page)
    except KeyError:
        return said(OLDER)
    return Redraw(opened) if query.endswith(HERE) else Say(opened)


def _opened(turn: Turn, of: Digest, name: str, page: int) -> Behind:
    """Raises KeyError where it has no such number."""
    lines, changes, requests = _counted(of, name)
    total = len(lines) or len(changes) or len(requests)
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    shown = slice((page - 1) * PAGE, page * PAGE)
    made = Behind(
        digest=0 if of.draft else of.id,
        number=of.number,
        prison=of.prison,
        on=of.on,
        name=name,
        theme=theme_named(of, name) if name.startswith(THEME) else "",
        total=total,
        lines=lines[shown],
        changes=changes[shown],
        asked=requests[shown],
        page=page,
        pages=pages,
        places=tuple(of.places.items()),
    )
    return replace(made, now=_now(turn, made.lines), verbs=tuple(_verbs(made, reference(of))))


Counted = tuple[tuple[DigestLine, ...], tuple[Change, ...], tuple[AskedFor, ...]]


def _counted(of: Digest, name: str) -> Counted:
    """Actions, what was done to some, what is asked for of some."""
    if name == "changes":
        return (), of.changes, ()
    if name == "asked":
        return (), (), of.asked
    return counted(of, name), (), ()


def _now(turn: Turn, lines: tuple[DigestLine, ...]) -> tuple[tuple[int, str], ...]:
    """Those that have come into another status since."""
    by_now = {row.id: row.status for row in those(turn.session, [line.action for line in lines])}
    became = ((line.action, by_now.get(line.action, line.line.status), line.line.status) for line in lines)
    return tuple((action, status) for action, status, was in became if status != was)


def _verbs(made: Behind, of: str) -> Iterator[Verb]:
    """Its other pages, then the actions themselves."""
    query = f"{of} {made.name}{HERE}"
    if made.page > 1:
        yield Verb("behind", "Previous", query, made.page - 1)
    if made.page < made.pages:
        yield Verb("behind", "Next", query, made.page + 1)
    places = dict(made.places)
    held = {line.action: (line.line.plan, line.line.address) for line in made.lines}
    held |= {change.action: (change.plan, change.address) for change in made.changes}
    held |= {asked.action: (asked.plan, asked.address) for asked in made.asked}
    for action, (plan, address) in held.items():
        where = f"{places[plan]} " if places.get(plan) else ""
        yield Verb("card", f"Show {where}{address}"[:LABEL], str(action))


def _themes(of: Digest) -> Notice:
    """How many of each theme are red, and a button for each."""
    rows = of.themes[:THEMES_SHOWN]
    which = f"the draft of digest {of.number}" if of.draft else f"digest {of.number}"
    told = "; ".join(f"{row.theme or 'no theme'} {_red(row)}" for row in rows)
    left = len(of.themes) - len(rows)
    more = f" {left} more themes are in `/actions {of.prison} by theme`." if left else ""
    verbs = tuple(Verb("behind", _labelled(row), f"{reference(of)} {THEME}{number}") for number, row in enumerate(rows))
    heading = f"{of.prison}, {which} of {written(of.on)} {of.on.year}, by theme"
    return Notice("plain", detail=f"{heading}: {told}.{more}", verbs=verbs)


def _red(row: ThemeRow) -> str:
    return f"{row.red} red of {row.total}"


def _labelled(row: ThemeRow) -> str:
    ending = f": {_red(row)}"
    name = row.theme or "No theme"
    room = LABEL - len(ending)
    return f"{name if len(name) <= room else f'{name[: room - 1].rstrip()}…'}{ending}"
