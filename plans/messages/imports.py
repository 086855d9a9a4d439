"""What a document was read as, before anybody confirms it and after: numbers, what to look at, what changes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from plans.messages.lines import Line, Verb

QuestionKind = Literal["prison", "owner", "split", "day"]
ChangeKind = Literal["words", "owner", "date", "number", "other", "new", "gone", "again", "regrouped"]


@dataclass(frozen=True, slots=True)
class Look:
    """Something of the document that a person should look at first. `place` in words: "page 3, table 1, row 7".

    `words` are those printed there; `why` a sentence without its full stop. `address` is empty for what became no
    action.
    """

    why: str
    address: str = ""
    title: str = ""
    place: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can tell: which prison, who an owner is, whether a cell names one party or several, which day.

    `key` tells it apart within its document; `about` are the words printed; `choices` are (value, label), the likeliest
    first; `chosen` is the value answered. Any value may be typed where `free`. `addresses`: the actions it is about.
    """

    key: str
    kind: QuestionKind
    about: str
    choices: tuple[tuple[str, str], ...] = ()
    addresses: tuple[str, ...] = ()
    chosen: str = ""
    free: bool = False


@dataclass(frozen=True, slots=True)
class ReissueChange:
    """One difference between what is held of a plan and what its newer version prints. `was` and `now` are as printed;
    of a regrouped action `was` are the addresses it was, or is part of now.

    `kept`: what people said or agreed to since that the new version does not touch, as a short clause. `other`: gone,
    and the number it had prints another action (`now`). `again`: it was gone, and is printed once more.
    """

    kind: ChangeKind
    address: str
    title: str
    was: str = ""
    now: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class ClosedPlan:
    """A plan that an import closes, and what stands open in it: listed once."""

    plan: str
    title: str
    open: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """A concern that stood in an earlier plan of the prison. `said`: the document itself says that it is repeated.

    `years` are those of the earlier plans, the first first; `promised` what the first promised, as printed; `about` the
    subjects that both are about, empty where the words themselves are alike. No years: no earlier plan is held.
    """

    ref: str
    text: str
    earlier: str
    earlier_text: str
    years: tuple[int, ...]
    promised: str = ""
    said: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A document as read. `plan` is the id it has, or would have; empty while nobody knows which prison it is of.

    `failed` are checks that must not pass without a person's word, a sentence each; `looks` come first of all, then
    `questions`. `changes` are those of a re-issue, `is_new` where nothing was held. `state` says how far it is.
    `added`, `changed` and `unchanged` are all the actions printed; `gone` are held, and printed no more.
    `is_same`: importing it changes nothing at all. `is_live`: it is, or would be, among the plans that are chased.

    `notes` are sentences on what was just pressed. With a `page` it is shown whole, page by page, `lines` and all.
    `among` several documents that were saved together: what holds of all of them is said beside them.
    """

    file: str
    kind: str
    title: str
    prison: str
    plan: str = ""
    actions: int = 0
    themes: int = 0
    owners: int = 0
    judgements: int = 0
    is_new: bool = True
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    is_same: bool = False
    is_live: bool = True
    failed: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()
    questions: tuple[Question, ...] = ()
    changes: tuple[ReissueChange, ...] = ()
    closes: tuple[ClosedPlan, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    state: Literal["preview", "saved", "cancelled"] = "preview"
    verbs: tuple[Verb, ...] = ()
    notes: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    page: int = 0
    among: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """An action as its document prints it: (what, words, place in words) of each part, in the document's order.
    `action` is its id, where it is shown to be answered."""

    prison: str
    plan: str
    address: str
    title: str
    file: str
    parts: tuple[tuple[str, str, str], ...] = ()
    verbs: tuple[Verb, ...] = ()
    action: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What inspectors found on one concern, beside what owners report of the actions that answer it.

    `number` is its place in the report. `theme` is the plan's theme or concern that it is matched to, empty while it is
    to none; `match` says whether a person confirmed that (`confirmed` with no theme: that it is about nothing of the
    plan), `why` what a suggestion goes by. The counts are of `actions`: `reported` says done, not confirmed; `done`
    confirmed; `then` are these two at the end of the visit, None where the plan was not held yet.

    `contrast`: `over` where owners say done and inspectors found too little, `under` where they say nothing and
    inspectors found progress (`plans.assurance`).
    """

    judgement: int
    body: str
    section: str
    text: str
    rating: str
    paragraph: str = ""
    theme: str = ""
    match: Literal["none", "suggested", "confirmed"] = "none"
    total: int = 0
    done: int = 0
    reported: int = 0
    overdue: int = 0
    actions: tuple[Line, ...] = ()
    number: int = 0
    why: str = ""
    then: tuple[int, int] | None = None
    contrast: Literal["", "over", "under"] = ""


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A theme of the plan that no judgement is matched to, and how its actions stand."""

    theme: str
    total: int
    reported: int
    done: int


@dataclass(frozen=True, slots=True)
class Assurance:
    """A prison's plan set against its latest review: what owners say, what inspectors found. Published facts alone.

    `plan` names what was reviewed, empty where no plan stood at the visit; `visited` are its first and last day, the
    first None where only one is known. `judged` are in the order in which they are told: where the two disagree first.
    `late_held`: the plan was loaded after the visit, so nobody knows what owners would have said then. `whole`: one of
    its themes alone, action by action. `repeats` of the plan.
    """

    prison: str
    plan: str
    review: str
    visited: tuple[date | None, date | None]
    on: date
    judged: tuple[Judged, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    late_held: bool = False
    whole: bool = False
    shared: bool = False
    places: tuple[tuple[str, str], ...] = ()
    verbs: tuple[Verb, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeats:
    """What of a prison's live plans stood in its earlier ones: (plan, its name, how many refs it has, its repeats).

    `earlier` are the names of the earlier plans that are held.
    """

    prison: str
    of: tuple[tuple[str, str, int, tuple[Repeat, ...]], ...]
    earlier: tuple[str, ...] = ()
    verbs: tuple[Verb, ...] = ()
