"""Homes written by hand: of so many actions and prisons, a page of each as the use case gives them."""

from dataclasses import replace
from datetime import date

from plans.messages import Counts, Home, HomeLine, HomePrison, HomeSettings, Line, Verb

ON = date(2025, 2, 3)
LONG = "An invented title as long as titles may be, with <markup> & *stars*, some eighty characters"


def line(number: int, *, due: date | None = date(2024, 10, 31), title: str = "", waits: str = "") -> HomeLine:
    late = (ON - due).days if due and due < ON and waits != "confirm" else 0
    status = "reported" if waits == "confirm" else "not_started"
    shown = Line(
        "rochester-2024", "HMP Rochester", str(number), title or f"Invented action number {number}", ("Governor",), due,
        status, late,
    )  # fmt: skip
    return HomeLine(number, shown, 1, waits)


def prison(number: int = 0, name: str = "HMP Rochester") -> HomePrison:
    counts = Counts(total=26, red=18, green=7, grey=1, open=26, overdue=18, no_date=1)
    verbs = (Verb("ask", "Overdue (18)", f"{name} overdue"), Verb("digest", "Digest", f"prison-{number}"))
    return HomePrison(f"{name} {number}" if number else name, f"prison-{number}", counts, verbs=verbs)


def home(late: int = 2, coming: int = 1, waiting: int = 0, prisons: int = 1, title: str = "") -> Home:
    """The first page: ten late, eight next, eight waiting, eight prisons at most."""
    pages = max(1, -(-late // 10), -(-coming // 8), -(-waiting // 8), -(-prisons // 8))
    verbs = [Verb("decide", f"Decide {waiting}", "")] if waiting else []
    verbs += [Verb("update", f"Update all {late + coming}", "mine")] if late + coming > 1 else []
    verbs += [Verb("home", "Next page", "", 2)] if pages > 1 else []
    return Home(
        on=ON,
        person="A. Sample",
        late=tuple(line(n, title=title) for n in range(1, min(late, 10) + 1)),
        next=tuple(line(500 + n, due=date(2025, 2, 28), title=title) for n in range(min(coming, 8))),
        awaiting=tuple(line(900 + n, title=title, waits="confirm") for n in range(min(waiting, 8))),
        totals=(late, coming, waiting),
        prisons=tuple(prison(n) for n in range(min(prisons, 8))),
        of_prisons=prisons,
        settings=HomeSettings((("Governor", "HMP Rochester", "holder"),), stands_in=("B. Sample",)),
        pages=pages,
        verbs=(*verbs, Verb("away", "I am away", "")),
    )


STRANGERS = Home(ON, prisons=(HomePrison("HMP Rochester", "", Counts()),), of_prisons=1)
NOTHING = replace(home(0, 0), settings=HomeSettings(), prisons=(), of_prisons=0)
