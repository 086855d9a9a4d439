"""Answers for one action, written by hand: what is said when it is reported, read back, shown, taken back, refused."""

from datetime import UTC, date, datetime

from plans.messages import ActionCard, Changed, Field, Form, Line, ReadBack, Receipt, Refused, Told, Verb

ON = date(2024, 12, 2)
DUE = date(2024, 11, 30)
LINE = Line("rochester-2024", "HMP Rochester", "5", "Prisoner forums", ("Governor",), DUE, "not_started", 2)
REPORTED = Changed(
    5, "rochester-2024", "HMP Rochester", "5", "Prisoner forums", "report", "Governor", from_status="not_started",
    to_status="reported", waits_for="Prison Group Director",
)  # fmt: skip
OLDER = (
    "That button belongs to an older message; action 5 was marked in progress by the Governor at 10:42. Here it is now."
)


def receipt(links: tuple[str, ...] = (), words: str = "") -> Receipt:
    done = Changed(**{name: getattr(REPORTED, name) for name in REPORTED.__slots__} | {"links": links, "words": words})
    return Receipt((done,), verbs=(Verb("undo", "Undo", "5 3"), Verb("card", "Show 5", "5")))


def undone() -> Receipt:
    back = Changed(
        5, "rochester-2024", "HMP Rochester", "5", "Prisoner forums", "undo", "Governor", "", "reported", "not_started"
    )
    return Receipt((back,), undone=True)


def read_back(*addresses: str) -> ReadBack:
    lines = tuple(
        Changed(int(each), "rochester-2024", "HMP Rochester", each, "Prisoner forums", "report", to_status="reported", from_status="not_started")
        for each in addresses
    )  # fmt: skip
    drops = tuple(Verb("drop", f"Leave {each} out", f"3 {each}") for each in addresses)
    return ReadBack(3, lines, verbs=(Verb("send", "Confirm all", "3"), Verb("cancel", "Cancel", "3")), drops=drops)


def card(words: str = "minutes attached") -> ActionCard:
    told = Told(
        3, datetime(2024, 12, 2, 10, 42, tzinfo=UTC), "report", "A. Sample", "Governor", "", "slack", words=words
    )
    verbs = (
        Verb("answer", "Done", "5 1 report"),
        Verb("answer", "Need longer", "5 1 postpone"),
        Verb("story", "History", "5"),
    )
    return ActionCard(
        LINE, ON, 5, "HMP Rochester", "All that is to be done.", history=(told,), private=True, verbs=verbs
    )


def older() -> Receipt:
    return Receipt(refused=(Refused(5, "5", "Prisoner forums", "overtaken", OLDER),), card=card())


def answer_form() -> Form:
    fields = (
        Field("words", "How do we know?", "words", optional=True),
        Field("link", "A link", "line", optional=True),
        Field("day", "Done on", "day", optional=True),
    )
    return Form("answer", "Action 5: done", "Record", fields, about="5 1 report", intro="Prisoner forums")


def update_form(actions: int) -> Form:
    states = (("report", "Done"), ("progress", "In progress"), ("postpone", "Need longer"))
    fields = tuple(
        field
        for n in range(actions)
        for field in (
            Field(f"do-{n}", f"{n} Invented action", "one", states, optional=True),
            Field(f"until-{n}", "Until when?", "day", optional=True),
            Field(f"words-{n}", "A word on it", "line", optional=True),
        )
    )
    return Form("update", "Update all", "Record", fields, about="7")
