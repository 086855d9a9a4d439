"""What was done to actions, what was understood and not yet done, and an action whole."""

from dataclasses import dataclass
from datetime import date, datetime

from plans.messages.imports import Repeat
from plans.messages.lines import Line, Verb, Waiting


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of one action. `doing` is the kind of its entry (`plans.rights`), `entry` its seq in the history.

    `as_post` answered, `for_party` is on whose behalf (GFSL, told by …), `party` to whom it goes, `waits_for` who is to
    confirm, agree or accept: names. `outside` leads it and holds no post. `read` are phrases and the days they
    were taken for; `replaces` is the date asked for before, and not any more; `due` the date as it stands after this,
    `late`: it is past that.
    """

    action: int
    plan: str
    prison: str
    address: str
    title: str
    doing: str
    as_post: str = ""
    for_party: str = ""
    from_status: str = ""
    to_status: str = ""
    from_due: date | None = None
    to_due: date | None = None
    party: str = ""
    waits_for: str = ""
    day: date | None = None
    words: str = ""
    links: tuple[str, ...] = ()
    read: tuple[tuple[str, date], ...] = ()
    entry: int = 0
    due: date | None = None
    late: bool = False
    replaces: date | None = None
    outside: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing was done to an action: a sentence that says who may, or what changed meanwhile. `why` is a code."""

    action: int
    address: str
    title: str
    why: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was recorded just now, from what to what, and what was not. `undone` where an Undo took it back.

    `card` is the action as it now stands, for whoever pressed a button of an older message.
    """

    changed: tuple[Changed, ...] = ()
    refused: tuple[Refused, ...] = ()
    undone: bool = False
    verbs: tuple[Verb, ...] = ()
    card: "ActionCard | None" = None


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What words were read as, not yet recorded. `lines` as they would become, each with its own verb in `drops`.

    `asks` is what is still to be asked before it can be sent (`plans.replies.Asks`), of the actions `about`; `options`
    the days it may mean, `words` the phrase that is asked about.
    """

    draft: int
    lines: tuple[Changed, ...] = ()
    refused: tuple[Refused, ...] = ()
    asks: str | None = None
    about: tuple[Line, ...] = ()
    options: tuple[date, ...] = ()
    words: str = ""
    verbs: tuple[Verb, ...] = ()
    drops: tuple[Verb, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A line of an action's history. `words` None: there were none; `blanked`: they were removed by an administrator.

    `who` is a person's name, shown only where history is. `undone`: a later entry took it back.
    """

    seq: int
    at: datetime
    doing: str
    who: str = ""
    as_post: str = ""
    for_party: str = ""
    channel: str = ""
    from_status: str = ""
    to_status: str = ""
    from_due: date | None = None
    to_due: date | None = None
    party: str = ""
    day: date | None = None
    words: str | None = None
    links: tuple[str, ...] = ()
    blanked: bool = False
    undone: bool = False


@dataclass(frozen=True, slots=True)
class ActionCard:
    """One action whole. `text`, `target` and `theme` as printed. `original_due` is the date first promised, `slips` how
    often it was moved since; `history` the newest first, `earlier` how many more there are; empty, with `private`
    False, for whoever may read published facts alone. `where` says in which plan it stands; `said_done` is the day on
    which it was said to be done; `gone` the day since when its plan does not print it any more; `raised` are the
    earlier concerns that its own repeats.
    """

    line: Line
    on: date
    action: int
    where: str
    text: str
    theme: str = ""
    target: str = ""
    lead: str = ""
    delegate: str = ""
    original_due: date | None = None
    slips: int = 0
    waiting: tuple[Waiting, ...] = ()
    waits_for: str = ""
    evidence: tuple[str, ...] = ()
    history: tuple[Told, ...] = ()
    earlier: int = 0
    private: bool = False
    whole: bool = False
    shared: bool = False
    said_done: date | None = None
    gone: date | None = None
    raised: tuple[Repeat, ...] = ()
    verbs: tuple[Verb, ...] = ()

    @property
    def published(self) -> "ActionCard":
        """As it may be shared with everyone: what the plan prints, its date and its status, and no buttons."""
        return ActionCard(
            self.line, self.on, self.action, self.where, self.text, self.theme, self.target, self.lead,
            original_due=self.original_due, slips=self.slips, shared=True, gone=self.gone, raised=self.raised,
        )  # fmt: skip
