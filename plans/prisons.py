"""The prisons and young offender institutions of England and Wales, by name: data, and how a typed name is told.

Names only: which of them have plans is what a vocabulary knows. Knowing them all keeps Manchester from being read as
a slip for Rochester.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

NAMES: tuple[str, ...] = (
    "Altcourse", "Ashfield", "Askham Grange", "Aylesbury", "Bedford", "Belmarsh", "Berwyn", "Birmingham", "Brinsford",
    "Bristol", "Brixton", "Bronzefield", "Buckley Hall", "Bullingdon", "Bure", "Cardiff", "Channings Wood",
    "Chelmsford", "Coldingley", "Cookham Wood", "Dartmoor", "Deerbolt", "Doncaster", "Dovegate", "Downview",
    "Drake Hall", "Durham", "East Sutton Park", "Eastwood Park", "Elmley", "Erlestoke", "Exeter", "Featherstone",
    "Feltham", "Five Wells", "Ford", "Forest Bank", "Fosse Way", "Foston Hall", "Frankland", "Full Sutton", "Garth",
    "Gartree", "Grendon", "Guys Marsh", "Hatfield", "Haverigg", "Hewell", "High Down", "Highpoint", "Hindley",
    "Hollesley Bay", "Holme House", "Hull", "Humber", "Huntercombe", "Isis", "Isle of Wight", "Kirkham",
    "Kirklevington Grange", "Lancaster Farms", "Leeds", "Leicester", "Lewes", "Leyhill", "Lincoln", "Lindholme",
    "Littlehey", "Liverpool", "Long Lartin", "Low Newton", "Lowdham Grange", "Maidstone", "Manchester", "Millsike",
    "Moorland", "Morton Hall", "Mount", "New Hall", "North Sea Camp", "Northumberland", "Norwich", "Nottingham",
    "Oakwood", "Onley", "Parc", "Pentonville", "Peterborough", "Portland", "Prescoed", "Preston", "Ranby", "Reading",
    "Risley", "Rochester", "Rye Hill", "Send", "Spring Hill", "Stafford", "Standford Hill", "Stocken", "Stoke Heath",
    "Styal", "Sudbury", "Swaleside", "Swansea", "Swinfen Hall", "Thameside", "Thorn Cross", "Usk", "Verne",
    "Wakefield", "Wandsworth", "Warren Hill", "Wayland", "Wealstun", "Werrington", "Wetherby", "Whatton", "Whitemoor",
    "Winchester", "Woodhill", "Wormwood Scrubs", "Wymott",
    # closed, merged or renamed within the memory of staff
    "Acklington", "Albany", "Ashwell", "Blakenhurst", "Blantyre House", "Blundeston", "Brockhill", "Bullwood Hall",
    "Camp Hill", "Canterbury", "Castington", "Dorchester", "Dover", "Edmunds Hill", "Everthorpe", "Glen Parva",
    "Gloucester", "Haslar", "Hewell Grange", "Holloway", "Kennet", "Kingston", "Lancaster Castle", "Latchmere House",
    "Moor Court", "Northallerton", "Northeye", "Parkhurst", "Shepton Mallet", "Shrewsbury", "Stanford Hill", "Weare",
    "Wellingborough", "Wolds",
    # the secure training centres and school, and the military's own
    "Oakhill", "Oasis Restore", "Rainsbrook", "Colchester",
)  # fmt: skip

ALSO_CALLED: Mapping[str, str] = {
    "strangeways": "Manchester", "walton": "Liverpool", "armley": "Leeds", "scrubs": "Wormwood Scrubs",
    "winson green": "Birmingham", "horfield": "Bristol", "isle wight": "Isle of Wight", "standford": "Standford Hill",
    "kirklevington": "Kirklevington Grange", "askham": "Askham Grange", "lowdham": "Lowdham Grange",
}  # fmt: skip
"""What people say for a name in NAMES."""

ALSO_WORDS = frozenset({"send", "reading", "mount"})
"""Names that are everyday words too: a prison only after HMP, YOI or "at"."""

TITLES = frozenset({"hmp", "hmyoi", "yoi", "hmpyoi", "hmp/yoi", "hmp&yoi", "hmp-yoi"})


class Found(NamedTuple):
    """A prison told from `words` words: its name, and how surely (`exact`, `slip`, `prefix`, `unsure`)."""

    name: str
    words: int
    how: str


@lru_cache(maxsize=5_000)
def _joined(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


class Held(tuple[str, ...]):
    """The names of the prisons held. There may be thousands, and a catalogue is looked up by them all."""

    @cached_property
    def _hash(self) -> int:
        return tuple.__hash__(self)

    def __hash__(self) -> int:
        return self._hash


@lru_cache(maxsize=8)
def _catalogue(held: tuple[str, ...]) -> dict[str, str]:
    """Every way to write a name, without spaces: the name. Those held count even if no list knows them."""
    names = {_joined(name): name for name in NAMES} | {_joined(other): name for other, name in ALSO_CALLED.items()}
    return names | {_joined(name): name for name in held}


def exact(words: list[str], held: tuple[str, ...], *, titled: bool) -> Found | None:
    """The longest name that the words begin with; "High Down" and "Highdown" are one."""
    catalogue = _catalogue(held)
    for count in range(min(4, len(words)), 0, -1):
        if not all(word.replace("-", "").replace("'", "").isalpha() for word in words[:count]):
            continue  # "rochester=" is not a name: signs are not to be read over
        joined = _joined("".join(words[:count]))
        name = catalogue.get(joined)
        if name and (titled or joined not in ALSO_WORDS):
            return Found(name, count, "exact")
    return None


def closest(word: str, held: tuple[str, ...]) -> Found | None:
    """A slip for a name: one letter in five or six, two in longer words; three in nine are worth a question.

    Every known name competes, so a slip for a prison we do not hold is told as that one. A first letter that differs
    is worth a question too: Porchester is a place of its own.
    """
    from rapidfuzz.distance import OSA  # 60 ms to load, and most questions have no slip

    typed = _joined(word)
    if len(typed) < 5 or not word.replace("-", "").replace("'", "").isalpha():
        return None
    furthest = 1 if len(typed) < 7 else 2 if len(typed) < 9 else 3
    ranked = sorted((OSA.distance(typed, known, score_cutoff=furthest), known) for known in _catalogue(held))
    distance, known = ranked[0]
    if distance > furthest:
        return None
    name = _catalogue(held)[known]
    rivals = {_catalogue(held)[other] for far, other in ranked if far == distance}
    sure = distance < 3 and len(rivals) == 1 and typed[0] == known[0]
    if name not in held and distance > 1 and len(typed) < 9:
        return None  # handled is not Hindley: no list is at stake, so there is no need to guess
    return Found(name, 1, "slip" if sure else "unsure")


def beginning(word: str, held: tuple[str, ...]) -> list[Found]:
    """Names that the word is the beginning of: one `prefix` when it can be no other and is half of it or more."""
    typed = _joined(word)
    if len(typed) < 2 or not typed.isalpha():
        return []
    names = {name for known, name in _catalogue(held).items() if known.startswith(typed)}
    mine = sorted(names & set(held))
    sure = len(typed) > 4 and len(names) == 1 and mine and 2 * len(typed) >= len(_joined(mine[0]))
    return [Found(name, 1, "prefix" if sure else "unsure") for name in mine]


def plain(names: Iterable[str]) -> Held:
    """Names without HMP, YOI and their like: "HMP & YOI Rochester" is Rochester."""
    return Held(
        " ".join(word for word in name.split() if word.casefold() not in TITLES | {"&", "and"}) for name in names
    )


def named(words: str, held: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The prison that the words surely name, known or held; or None, and those they may be a slip for."""
    (name,) = plain([words])
    said = name.split()[1:] if name.casefold().startswith("the ") else name.split()
    found = exact(said, held, titled=True)
    if found and found.words == len(said):
        return found.name, ()
    near = closest("".join(said), held)
    return None, (near.name,) if near else tuple(one.name for one in beginning("".join(said), held))
