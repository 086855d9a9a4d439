"""Digests written by hand, of the project's sample plan: HMP Rochester on Tuesday 4 February 2025, 18 of 26 late, six
of them since Tuesday 28 January; and whatever a test makes of it. What they count is counted here, from their lines."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from plans.messages import (
    COLOURS,
    Behind,
    Burn,
    Colour,
    Counts,
    Digest,
    DigestLine,
    GroupDigest,
    JudgementRow,
    Line,
    PrisonRow,
    ThemeRow,
    Vacancy,
    Verb,
    Visit,
)

TUESDAY, BEFORE = date(2025, 2, 4), date(2025, 1, 28)
AS_AT = datetime(2025, 2, 4, 8, 30, tzinfo=UTC)
PLAN, PRISON, KEY = "rochester-2024", "HMP Rochester", "rochester"
SHA = "ab12cd34ef56" + "0" * 52
OCT, NOV, DEC, JAN = date(2024, 10, 31), date(2024, 11, 30), date(2024, 12, 31), date(2025, 1, 31)
FEB, MAR, APR, SEP = date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30), date(2025, 9, 30)
SAMPLE: dict[str, tuple[str, str, date | None, tuple[str, ...]]] = {
    "1": ("Restructure of leadership posts", "Leadership", JAN, ("Governor", "Prison Group Director")),
    "2": ("Mentoring of senior leaders", "Leadership", MAR, ("Governor", "Prison Group Director")),
    "3": ("Training in core skills", "Staff Capability", MAR, ("Governor", "Prison Group Director")),
    "4": ("More staff for learning", "Staff Capability", JAN, ("Governor", "Prison Group Director")),
    "5": ("Prisoner forums", "Culture", NOV, ("Governor",)),
    "6": ("More peer workers", "Culture", DEC, ("Governor",)),
    "7": ("Act on the climate assessment", "Culture", None, ("Governor", "TUBU")),
    "8": ("Operational Health Lead", "Healthcare Provision", OCT, ("Governor",)),
    "9": ("Daily review of missed clinics", "Healthcare Provision", NOV, ("Governor", "Oxleas")),
    "10": ("Review of how medicines are supplied", "Healthcare Provision", DEC, ("Governor", "NHSE commissioners")),
    "11": ("Review of activity spaces", "Purposeful Activity", JAN, ("Governor", "Prison Group Director")),
    "12": ("Curriculum review", "Purposeful Activity", FEB, ("Governor",)),
    "13": ("Weekly regime planning meeting", "Purposeful Activity", NOV, ("Governor",)),
    "14": ("Incentives for attendance", "Purposeful Activity", JAN, ("Governor", "HMPPS Insights Team")),
    "15": ("Full cell audit", "Living Conditions", NOV, ("Governor", "GFSL")),
    "16": ("Refurbished cells and showers", "Living Conditions", SEP, ("GFSL", "MoJ Property")),
    "17": ("A larger refurbishment party", "Living Conditions", DEC, ("Governor", "GFSL")),
    "18": ("More medicine dispensaries", "Living Conditions", APR, ("MoJ Property",)),
    "19": ("Safety strategy, debt included", "Safety", NOV, ("Governor", "National Safety Team")),
    "20": ("Management of prisoners at risk", "Safety", MAR, ("Governor", "National Safety Team")),
    "21": ("Oversight of use of force", "Safety", MAR, ("Governor", "ORRU")),
    "22": ("Assessment of physical security", "Security and Drug Strategy", JAN, ("Governor",)),
    "23": ("A whole-prison drug strategy", "Security and Drug Strategy", DEC, ("Governor", "Prison Group Director")),
    "24": ("More staff for offender management", "Public Protection", DEC, ("Governor", "Prison Group Director")),
    "25": ("Monthly meetings on risk", "Public Protection", NOV, ("Governor", "Public Protection Group")),
    "26": ("Drop-in sessions on each unit", "Public Protection", JAN, ("Governor",)),
}
OVER = ("done", "sustained", "withdrawn")


def a_line(
    address: str = "8", *, on: date = TUESDAY, status: str = "not_started", prison: str = PRISON, plan: str = PLAN,
    **more: Any,
) -> DigestLine:  # fmt: skip
    """An action of the sample, or an invented one. `due`, `title`, `owners` and `theme` replace its own; it is late, of
    its colour, and was late a week before as its date and status say, unless told otherwise."""
    title, theme, due, owners = SAMPLE.get(address, (f"Invented action {address}", "Safety", NOV, ("Governor",)))
    due, title, owners = more.pop("due", due), more.pop("title", title), more.pop("owners", owners)
    late = (on - due).days if due and due < on and status not in (*OVER, "reported") else 0
    line = Line(plan, prison, address, title, owners, due, status, late)
    was = bool(due and due < on - timedelta(days=7) and late)
    told: dict[str, Any] = {
        "theme": theme, "lead": owners[0] if owners else "", "original_due": due, "was_late": was,
        "colour": _colour(line, on, more.get("slips", 0)), "action": int(address) if address.isdecimal() else 900,
    }  # fmt: skip
    return DigestLine(line=line, ref=address, step=None, **{**told, **more})


def _colour(line: Line, on: date, slips: int) -> Colour:
    """DESIGN section 2, the first that fits."""
    if line.status == "withdrawn":
        return "grey"
    if line.status in OVER:
        return "blue"
    if line.days_late or line.status == "blocked":
        return "red"
    if slips or line.status == "reported" or (line.due and line.due <= on + timedelta(days=14)):
        return "amber"
    return "green" if line.due else "grey"


def counted(lines: Iterable[DigestLine], *, cleared: int = 0, gone: int = 0, on: date = TUESDAY) -> Counts:
    """The lines, counted; `cleared` and `gone` are of what is late no more."""
    held = list(lines)
    colours, statuses = Counter(line.colour for line in held), Counter(line.line.status for line in held)
    late = [line for line in held if line.line.days_late]
    new = sum(not line.was_late for line in late)
    is_open = [line for line in held if line.line.status not in OVER]
    over = {status: statuses[status] for status in (*OVER, "blocked", "reported")}
    soon = [line.line.due for line in is_open if line.line.due and on <= line.line.due <= on + timedelta(days=14)]
    return Counts(
        **{colour: colours[colour] for colour in COLOURS},
        **over,
        total=len(held),
        open=len(is_open),
        overdue=len(late),
        before_live=sum(line.before_live for line in late),
        new=new,
        cleared=cleared,
        gone=gone,
        late_before=len(late) - new + cleared + gone,
        past_reported=sum(
            bool(line.line.due and line.line.due < on and line.line.status == "reported") for line in held
        ),
        due_soon=len(soon),
        extensions=sum("extension" in line.waits for line in held),
        hand_overs=sum("hand_over" in line.waits for line in held),
        slipped=sum(line.slips > 0 for line in held),
        no_date=sum(line.line.due is None for line in is_open),
        printed=sum(line.printed for line in held),
    )


def by_theme(lines: Iterable[DigestLine]) -> tuple[ThemeRow, ...]:
    themes: dict[str, Counter[Colour]] = {}
    for line in lines:
        themes.setdefault(line.theme, Counter())[line.colour] += 1
    return tuple(ThemeRow(theme, **{colour: held[colour] for colour in COLOURS}) for theme, held in themes.items())


def burn_up(lines: Iterable[DigestLine], *, on: date = TUESDAY) -> tuple[Burn, ...]:
    """From the first date promised on, a week after each other, twenty at most; the last is the digest's day."""
    held = [line for line in lines if line.original_due]
    dues = sorted(line.original_due for line in held if line.original_due)
    first = dues[0] if dues else on
    days = sorted({on, *(on - timedelta(weeks=n) for n in range(20) if on - timedelta(weeks=n) >= first)})[-20:]
    done = sum(line.line.status in ("done", "sustained") for line in held)
    return tuple(Burn(day, sum(due <= day for due in dues), done if day == on else 0) for day in days)


def a_digest(lines: Iterable[DigestLine] | None = None, **more: Any) -> Digest:
    """Number 14. `lines` instead of the sample's; whatever else a digest has instead of what follows from them."""
    held = tuple(map(a_line, SAMPLE)) if lines is None else tuple(lines)
    on = more.get("on", TUESDAY)
    told: dict[str, Any] = {
        "prison": PRISON, "key": KEY, "number": 14, "week": "2025-W06", "on": on, "as_at": AS_AT, "since": BEFORE,
        "before": 13, "plans": ((PLAN, "HMP Rochester Urgent Notification Action Plan"),), "counts": counted(held, on=on),
        "themes": by_theme(held), "burn_up": burn_up(held, on=on), "id": 7, "sha256": SHA, "verbs": verbs(held),
    }  # fmt: skip
    return Digest(lines=held, **{**told, **more})


def verbs(lines: Iterable[DigestLine], about: str = "7") -> tuple[Verb, ...]:
    late = sum(line.line.days_late > 0 for line in lines)
    return (
        Verb("behind", f"{late} late", f"{about} overdue"),
        Verb("behind", "Changes", f"{about} changes"),
        Verb("behind", "All actions", f"{about} all"),
        Verb("nudge", "Ask an owner", about),
        Verb("save", "As a page", about),
    )


VACANT = (Vacancy("Head of Healthcare", 2, "Governor"),)
VISIT = Visit(date(2024, 8, 12), date(2025, 4, 12), date(2025, 8, 12), unconfirmed=26, of=26, due_after=2)
JUDGED = (
    JudgementRow(
        "HMI Prisons", "review", "Culture", "Prisoners had little say in how the prison was run", "insufficient progress",
        "1.12", about=("5", "6", "7"), reported=2, confirmed=1,
    ),
)  # fmt: skip


def many(actions: int, themes: int = 9, *, long: str = "") -> Digest:
    """So many actions, due one a day, in so many themes; `long` is put after every title, post and theme."""
    return a_digest(
        a_line(
            str(n + 1), due=NOV + timedelta(days=n % 120), theme=f"Theme {n % themes + 1} {long}".strip(),
            title=f"Invented action {n + 1} {long}".strip(), owners=(f"Governor {long}".strip(),),
        )
        for n in range(actions)
    )  # fmt: skip


def a_prison(prison: str = PRISON, digest: Digest | None = None, **more: Any) -> PrisonRow:
    held = digest or a_digest()
    late = sorted(held.lines, key=lambda line: -line.line.days_late)[:3]
    worst = tuple((each.line.address, each.line.title, each.line.days_late) for each in late if each.line.days_late)
    told = {"number": held.number, "counts": held.counts, "worst": worst}
    return PrisonRow(prison, prison.lower(), **{**told, **more})


def a_group(rows: Iterable[PrisonRow] | None = None, **more: Any) -> GroupDigest:
    """Of two prisons: the sample, and one where nothing is late."""
    quiet = a_digest([a_line("2"), a_line("12")], prison="HMP Maidstone", number=3)
    held = tuple(rows) if rows is not None else (a_prison(vacancies=1, visit=VISIT), a_prison("HMP Maidstone", quiet))
    told: dict[str, Any] = {
        "post": "Prison Group Director", "person": "Prison Group Director", "number": 5, "week": "2025-W06",
        "on": TUESDAY, "as_at": AS_AT, "since": BEFORE, "before": 4, "counts": summed(held), "id": 9, "sha256": SHA,
        "verbs": (Verb("digest", "HMP Rochester", KEY),),
    }  # fmt: skip
    return GroupDigest(rows=held, **{**told, **more})


def summed(rows: Iterable[PrisonRow]) -> Counts:
    held = [row.counts for row in rows]
    return Counts(**{name: sum(getattr(counts, name) for counts in held) for name in Counts.__slots__})


def a_list(digest: Digest | None = None, name: str = "overdue", **more: Any) -> Behind:
    """The list behind how many are late, ten to a page."""
    held = digest or a_digest()
    lines = tuple(line for line in held.lines if line.line.days_late)
    told: dict[str, Any] = {
        "digest": held.id, "number": held.number, "prison": held.prison, "on": held.on, "name": name, "theme": "",
        "total": len(lines), "lines": lines, "verbs": (Verb("digest", "The digest", held.key),),
    }  # fmt: skip
    return replace(Behind(**told), **more)


WHOLE = a_digest(vacancies=VACANT, visit=VISIT, judgements=JUDGED)
"""One with something of everything."""
