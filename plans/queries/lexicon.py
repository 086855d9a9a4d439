"""The words of questions: what may be said without meaning a filter, what reverses, what names a status. Data only.

A word that could narrow a list must never stand among the fillers: it would be dropped, and the list widened.
"""

from itertools import product


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


LISTING = _listed(
    """everything all action actions list lists plan plans items item tasks task recommendations recommendation any
    anything"""
)
"""Fillers that by themselves ask for the whole list."""

FILLERS = LISTING | _listed(
    """
    a an the this that these those there here it its it's they them their theirs he she his her i me we us our ours you
    your i'm i'd i've we're we've you've they're they've that's there's here's he's she's
    am is are was were be been being has have had having do does did doing can could may might will would shall should
    must let lets let's
    what whats what's which what're who whos who's whose whom when where how why
    please pls plz thanks thank ta cheers hi hello hey morning afternoon dear ok okay so well help
    show showing display give gimme tell get fetch find see view look looking check pull bring up send know need want
    like wondering wonder ask asking run read
    and & / - plus also too at for in of on to by from with across under against if then whether
    yet still currently now right presently moment already again ever actually really just only
    many much number count total totals some sort kind each every everywhere
    hmp prison prisons jail jails establishment establishments site sites
    thing things stuff one ones bits concern concerns rec recs ref refs reference references point points
    status statuses state position progress update updates report details detail info information
    owner owners owned own owns belonging assigned allocated responsible responsibility theme themes themed
    date dates deadline deadlines target targets
    got go going goes come comes stand stands held happening inspection hmip
    """
)
"""Forgiven anywhere. Names of owners, themes and prisons are looked for before these are let go."""

NEGATIONS = _listed(
    """not no non never nor neither without isn't isnt aren't arent hasn't hasnt haven't havent hadn't hadnt wasn't
    wasnt weren't werent doesn't doesnt don't dont didn't didnt won't wont can't cant cannot couldn't shouldn't"""
)
EXCEPTIONS: tuple[tuple[str, ...], ...] = (
    ("other", "than"), ("apart", "from"), ("aside", "from"), ("except", "for"), ("excluding",), ("exclude",),
    ("except",),     ("excl",), ("without",), ("omitting",), ("minus",), ("leaving", "out"), ("but", "not"),
    ("bar",), ("and", "not"),
)  # fmt: skip
"""These leave out the whole list that follows; a plain "not" the word that follows."""

REACHED_OVER = _listed(
    """yet been being be all currently still the a an any at by for of in from to with owned assigned actually fully
    have has had got get is are were was it they those that which prison prisons hmp plan belonging led owner
    owners theme themes"""
)
"""What may stand between "not" and the word it reverses."""

_DATE = ("date", "dates", "deadline", "deadlines", "target", "targets")
_WHOSE = ("its", "their", "the", "it's", "his", "her", "our", "your")
_KINDS = ("due", "target", "completion", "end", "delivery", "set")
_FINISHED = ("done", "completed", "complete", "finished", "closed")
_FINISH = ("do", "complete", "finish", "close", "deliver")
_FINISHING = ("doing", "completing", "finishing", "closing")
_NEED = ("need", "needs", "needed", "have", "has", "got", "remain", "remains", "still", "left", "yet", "ought")


def _each(*parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [tuple(word for word in words if word) for words in product(*parts)]


DATE_NAMES: tuple[tuple[str, ...], ...] = tuple(_each(("", "a", "any", "the"), ("", *_KINDS), _DATE))
"""A date as something an action has or lacks."""

_PHRASES: dict[str, list[tuple[str, ...]]] = {
    "overdue": [
        ("overdue",), ("over", "due"), ("late",), ("past", "due"), ("past", "date"), ("behind",),
        ("behind", "schedule"),         ("out", "of", "date"), ("outofdate",), ("missed",), ("running", "late"),
        ("gone", "past", "due"),
        *_each(("past", "missed", "passed", "beyond"), ("", *_WHOSE), ("", *_KINDS), _DATE),
        *_each(("gone",), ("past", "over"), ("", *_WHOSE), ("", *_KINDS), _DATE),
        *_each(("should",), ("have",), ("been",), _FINISHED),
        *_each(("should",), ("have",), ("been",), _FINISHED, ("by",), ("now",)),
    ],
    "open": [
        ("open",), ("outstanding",), ("incomplete",), ("unfinished",), ("uncompleted",), ("undone",), ("unresolved",),
        ("unclosed",), ("remaining",), ("remain",), ("remains",), ("pending",), ("todo",), ("left",),
        ("left", "over"),
        ("owe",), ("owes",), ("owed",), ("owing",), ("still", "going"), ("in", "hand"),
        *_each(("", *_NEED), ("to",), _FINISH),
        *_each(("", *_NEED), ("to", "should", "must", "will"), ("be",), _FINISHED),
        *_each(("need", "needs", "wants", "requires"), _FINISHING),
        *_each(("still",), ("left",), ("to",), _FINISH),
    ],
    "done": [(word,) for word in _FINISHED],
    "due_soon": [
        ("due", "soon"), ("coming", "up"), ("upcoming",), ("coming", "due"), ("falling", "due"),
        ("falling", "due", "soon"),         ("soon",), ("coming",), ("approaching",), ("nearly", "due"),
        ("almost", "due"), ("due", "shortly"),
        ("coming", "up", "soon"), ("soon", "due"), ("imminent",), ("coming", "soon"), ("due", "up"),
    ],
    "blocked": [("blocked",), ("stuck",), ("held", "up")],
    "reported": [
        ("reported",), *_each(("reported",), ("as",), _FINISHED), *_each(("reported",), _FINISHED),
        *_each(("reported",), ("to",), ("be",), _FINISHED),
    ],
    "ongoing": [("ongoing",), ("on", "going"), ("continuing",)],
    "no_date": [
        ("undated",), ("dateless",), *_each(("missing",), ("", "a", "the", "its", "their"), ("", *_KINDS), _DATE),
    ],
    "in_progress": [("in", "progress"), ("under", "way"), ("underway",), ("inprogress",)],
    "not_started": [
        ("unstarted",), *_each(("yet",), ("to",), ("start", "begin", "commence")),
        *_each(("yet",), ("to",), ("be",), ("started", "begun")),
    ],
    "withdrawn": [("withdrawn",)],
    "sustained": [("sustained",)],
}  # fmt: skip
STATUS_PHRASES: dict[tuple[str, ...], str] = {
    phrase: status for status, phrases in _PHRASES.items() for phrase in phrases
}
LONGEST_STATUS = max(map(len, STATUS_PHRASES))
STARTED = _listed("started start begun begin commenced")
"""Say nothing by themselves (of a done action too it is true); with "not" they are a status."""

ABOUT: tuple[tuple[str, ...], ...] = (
    ("to", "do", "with"), ("in", "relation", "to"), ("relating", "to"), ("related", "to"), ("with", "the", "words"),
    ("with", "the", "word"), ("on", "the", "subject", "of"), ("that", "mention"), ("which", "mention"),
    ("concerning",),
    ("regarding",), ("mentioning",), ("mentions",), ("mention",), ("containing",), ("contains",), ("involving",),
    ("about",), ("re",),
)  # fmt: skip
"""What follows is looked for in the words of the action's own text."""

WAITING: dict[tuple[str, ...], str] = {
    ("to", "confirm"): "to confirm", ("awaiting", "confirmation"): "to confirm",
    ("waiting", "confirmation"): "to confirm",
    ("to", "be", "confirmed"): "to confirm", ("waiting", "for", "confirmation"): "to confirm",
    ("needs", "confirming"): "to confirm", ("need", "confirming"): "to confirm", ("unconfirmed",): "to confirm",
    ("to", "approve"): "to approve", ("awaiting", "approval"): "to approve", ("waiting", "approval"): "to approve",
    ("to", "be", "approved"): "to approve", ("waiting", "for", "approval"): "to approve",
    ("needs", "approving"): "to approve", ("need", "approving"): "to approve",
}  # fmt: skip

CHANGED = _listed("changed changes change updated altered amended moved modified happened new news updates update")
"""With "since Monday" or "this week": what the history says. Alone, those that are not fillers are not understood."""

MINE: tuple[tuple[str, ...], ...] = (
    ("do", "i", "still", "need", "to", "do"), ("do", "i", "still", "have", "to", "do"), ("do", "i", "still", "owe"),
    ("i", "still", "need", "to", "do"), ("i", "still", "have", "to", "do"), ("i", "still", "owe"),
    ("do", "i", "need", "to", "do"), ("do", "i", "have", "to", "do"), ("have", "i", "got", "to", "do"),
    ("i", "need", "to", "do"), ("i", "have", "to", "do"), ("i've", "got", "to", "do"), ("should", "i", "do"),
    ("must", "i", "do"), ("do", "i", "own"), ("do", "i", "lead"), ("do", "i", "have"), ("have", "i", "got"),
    ("have", "i"), ("am", "i"), ("i", "own"), ("i'm", "responsible", "for"), ("i", "am", "responsible", "for"),
    ("i", "have", "got"), ("i've", "got"), ("i", "lead"), ("assigned", "to", "me"), ("owned", "by", "me"),
    ("led", "by", "me"), ("allocated", "to", "me"), ("belonging", "to", "me"), ("with", "me"), ("for", "me"),
    ("by", "me"), ("on", "me"), ("of", "mine"), ("mine",), ("my", "own"), ("my",),
)  # fmt: skip
"""The asker's own actions. The words of owing among them count as status words too."""

OWING = frozenset(
    {
        ("do", "i", "still", "owe"),
        ("i", "still", "owe"),
        ("do", "i", "owe"),
        ("i", "owe"),
        ("should", "i", "do"),
        ("must", "i", "do"),
    }
)

CLOSED_PLANS = _listed("closed old older previous superseded earlier former archived replaced")
LIVE_PLANS = _listed("live current latest newest active")
EVERY_PLAN = _listed("all both every any each")
PLAN_WORDS = _listed("plan plans")
