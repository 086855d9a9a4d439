"""A use case written by hand: a few words it knows, a plan of twenty-six invented actions, no database."""

from dataclasses import replace
from datetime import date

from plans.chat import Asker
from plans.messages import Asked, Line, Listing, Message, Notice, Verb

TODAY = date(2025, 2, 3)
DUE = date(2024, 11, 30)
PAGE = 50


def line(number: int, *, late: int = 0, title: str = "", owner: str = "Governor", due: date | None = DUE) -> Line:
    return Line(
        plan="rochester-2024",
        prison="HMP Rochester",
        address=str(number),
        title=title or f"Invented action number {number}",
        owners=(owner,),
        due=due,
        status="not_started",
        days_late=late,
    )


def listing(lines: list[Line], *, of: int = 26, page: int = 1, query: str = "rochester overdue") -> Listing:
    pages = max(1, -(-len(lines) // PAGE))
    verbs = [Verb("ask", "Due soon", "rochester due soon"), Verb("share", "Share", query, page)]
    if page < pages:
        verbs.append(Verb("page", "Next page", query, page + 1))
    return Listing(
        asked=Asked(("HMP Rochester",), "Urgent Notification plan 2024", ("overdue",)),
        query=query,
        on=TODAY,
        total=len(lines),
        of=max(of, len(lines)),
        past_reported=0,
        due_soon=3,
        due_soon_by=date(2025, 2, 17),
        lines=tuple(lines[(page - 1) * PAGE : page * PAGE]),
        worst=tuple(sorted(lines, key=lambda each: -each.days_late)[:5]),
        verbs=tuple(verbs),
        page=page,
        pages=pages,
    )


def overdue(count: int = 18) -> list[Line]:
    return [line(n, late=65 + 30 * (n == 8)) for n in range(1, count + 1)]


def answer(text: str, asker: Asker, page: int) -> Message:
    words = text.casefold().split()
    if "boom" in words:
        raise ZeroDivisionError("a secret that nobody outside may see")
    if not words or "help" in words:
        return Notice("help", names=("Rochester",))
    if "flibber" in words:
        return Notice("not_understood", about=("flibber",), known=("Rochester", "overdue"))
    if "soon" in words:
        return replace(listing([]), query="rochester due soon", asked=Asked(("HMP Rochester",), "", ("due soon",)))
    if "few" in words:
        return listing(overdue(4), query="rochester few")
    if "many" in words:
        return listing(overdue(120), page=page, query="rochester many")
    return replace(listing(overdue()), asked=_read(text))


def _read(text: str) -> Asked:
    """What was typed as the wrong name is said to have been read as the right one."""
    read_as = (("Rochestor", "Rochester"),) if "Rochestor" in text else ()
    return Asked(("HMP Rochester",), "Urgent Notification plan 2024", ("overdue",), read_as=read_as)
