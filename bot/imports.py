"""A document before it is imported, in sentences: what was read, what to look at first, what would change and close."""

from collections.abc import Iterator
from itertools import takewhile

from bot.import_headlines import headline
from bot.import_questions import offer_of, question, typed
from bot.wording import are, capital, joined, many, parties, quote, short, standing, strong
from plans.messages import ClosedPlan, ImportPreview, Line, Look, Question, ReissueChange, Repeat, Verb
from plans.messages.imports import ChangeKind

SHOWN = 5
"""Of each part in the preview; all of it is a tap away."""
PAGE = 25
"""Lines of a page, where all is shown."""
WORDS, BEFORE = 120, 30
NAMED = 8

LOOK, CHECKS, QUESTIONS = "Look at these first", "Checks that failed", "Only you can tell"
ANSWERED, STILL = "import it with the answers", "import it again with the answers"
CLOSES, CLOSED = "What it closes", "What it closed"
REPEATS, ACTIONS = "Back from an earlier plan", "All actions"
_KINDS: tuple[tuple[ChangeKind, str], ...] = (
    ("gone", "No longer printed, kept as they are"),
    ("other", "Another action under the same number"),
    ("regrouped", "Regrouped"),
    ("again", "Printed again"),
    ("new", "New"),
    ("date", "Another date"),
    ("owner", "Another owner"),
    ("words", "Other words"),
    ("number", "Another number"),
)
"""What is lost first, then what is new, then what is printed otherwise."""
_CELLS = ("date", "owner")
"""Of a cell that was blank, or is now, both are said."""


# --- the parts -------------------------------------------------------------------------------------------------------


def parts(message: ImportPreview) -> list[tuple[str, list[str]]]:
    """What stands under the headline, as (heading, lines), the first few of each; questions are told apart. Once it is
    saved, what it closed: that is asked for afterwards."""
    if message.state != "preview":
        saved = [closed(each, is_saved=True) for each in message.closes] if message.state == "saved" else []
        return [(CLOSED, _few(saved))] if saved else []
    return [(heading, _few(lines)) for heading, lines in _whole(message) if lines]


def _whole(message: ImportPreview) -> Iterator[tuple[str, list[str]]]:
    yield CHECKS, [capital(_ended(each)) for each in message.failed]
    yield LOOK, [look(each) for each in message.looks]
    for kind, heading in _KINDS:
        found = [each for each in message.changes if each.kind == kind]
        yield f"{heading} ({len(found):,})", [change(each) for each in found]
    is_saved = message.state == "saved"
    yield CLOSED if is_saved else CLOSES, [closed(each, is_saved=is_saved) for each in message.closes]
    yield REPEATS, [repeat(each) for each in message.repeats]


def _few(lines: list[str]) -> list[str]:
    more = len(lines) - SHOWN
    return [*lines[:SHOWN], f"… and {more:,} more"] if more > 0 else lines


def look(each: Look) -> str:
    """7 Sensory room, page 3, table 1, row 7: it has a start and no end ("From October 2024")."""
    named = f"{strong(each.address)} {short(each.title, 60)}".strip() if each.address else ""
    where = ", ".join(filter(None, [named, each.place]))
    says_more = each.words and each.words not in each.why and not _is_title(each.words, each.title)
    words = f" ({quote(each.words, WORDS)})" if says_more else ""
    return _ended(f"{where}: {each.why}{words}" if where else f"{capital(each.why)}{words}")


def _is_title(words: str, title: str) -> bool:
    """A title is the first clause of an action's words: both would say it twice."""
    return bool(title) and words.casefold().startswith(title.casefold().rstrip("….")[:40])


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(("?", ".")) else f"{sentence}."


def change(each: ReissueChange) -> str:
    named = f"{strong(each.address)} {short(each.title, 60)}".strip()
    parts = _from_where_they_differ(each.was, each.now)
    was, now = (quote(words, WORDS) if words else "" for words in parts)
    if each.kind in _CELLS:
        was, now = was or "none", now or "none"
    was, now = ("", "") if _is_title(each.was or each.now, each.title) and not (was and now) else (was, now)
    moved = f": {was} → {now}" if was and now else f": {was or now}" if was or now else ""
    kept = f" ({each.kept})" if each.kept else ""
    return f"{named}{moved}{kept}."


def _from_where_they_differ(was: str, now: str) -> tuple[str, str]:
    """Long words that begin alike would be cut to the same: they are shown from a little before they part."""
    same = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(was, now, strict=False)))
    if same < WORDS - BEFORE or not (was and now):
        return was, now
    begin = was.rfind(" ", 0, same - BEFORE) + 1
    return f"…{was[begin:]}", f"…{now[begin:]}"


def closed(each: ClosedPlan, *, is_saved: bool = False) -> str:
    closes = f"{'Closed' if is_saved else 'Closes'} {strong(each.plan)}"
    if not each.open:
        return f"{closes}."
    count = len(each.open)
    named = [line.address for line in each.open[:NAMED]]
    which = joined([*named, f"{count - NAMED:,} more"] if count > NAMED else named)
    if is_saved:
        return f"{closes}; {count:,} of its actions {'was' if count == 1 else 'were'} open: {which}."
    return f"{closes}; {many(count, 'action')} of it {are(count)} open: {which}."


def repeat(each: Repeat) -> str:
    named = f"{strong(each.ref)} {short(each.text, 80)}"
    if not each.years:
        return f"{named}: repeated, says the document; I hold no earlier plan with it."
    said = " The document says so itself." if each.said else ""
    return f"{named}: first seen in {joined(map(str, each.years))}{_promised(each.promised)}, and back.{said}"


def _promised(printed: str) -> str:
    """What is no date was printed as done, or as going on."""
    if not printed or any(letter.isdigit() for letter in printed):
        return f", promised for {printed}" if printed else ""
    return f", {printed[0].lower()}{printed[1:]} then"


# --- all of it, page by page -----------------------------------------------------------------------------------------


def all_lines(message: ImportPreview) -> list[tuple[str, str]]:
    """(heading, line) of everything: what to look at, what changes, and then every action as it would be."""
    found = [(heading, line) for heading, lines in _whole(message) for line in lines]
    return [*found, *((ACTIONS, _action(line)) for line in message.lines)]


def _action(line: Line) -> str:
    return f"{strong(line.address)} {short(line.title, 80)} · {parties(line)} · {standing(line)}"


def pages(message: ImportPreview) -> int:
    return max(1, -(-len(all_lines(message)) // PAGE))


def page(message: ImportPreview) -> tuple[str, list[tuple[str, list[str]]]]:
    """A page's first line, and its parts."""
    number = min(max(1, message.page), pages(message))
    shown = all_lines(message)[(number - 1) * PAGE : number * PAGE]
    headings = dict.fromkeys(heading for heading, _ in shown)
    where = f", page {number} of {pages(message)}" if pages(message) > 1 else ""
    title = f"{strong(message.title)}, all that was read{where}. Nothing is saved before you confirm it."
    return title, [(heading, [line for of, line in shown if of == heading]) for heading in headings]


def turning(message: ImportPreview) -> tuple[Verb, ...]:
    number, last, of = message.page, pages(message), f"{offer_of(message)} turn"
    back = (Verb("whole", "Previous", of, number - 1),) if number > 1 else ()
    return (*back, Verb("whole", "Next", of, number + 1)) if number < last else back


# --- as plain text ---------------------------------------------------------------------------------------------------


def paragraphs(message: ImportPreview) -> list[str]:
    if message.page:
        first, shown = page(message)
        return [first, *(_block(heading, lines) for heading, lines in shown)]
    questions = [question(each) for each in message.questions] if message.state == "preview" else []
    drawn = [*parts(message), *([(QUESTIONS, questions)] if questions else [])]
    return [headline(message), *(_block(heading, lines) for heading, lines in drawn), *message.notes]


def in_full(message: ImportPreview) -> list[str]:
    """For the command line, where nothing is a tap away: all that the preview names, saved or not."""
    asked = [line for each in message.questions for line in _with_answers(each)]
    heading = STILL if message.state == "saved" else ANSWERED
    questions = [(f"{QUESTIONS} ({heading})", asked)] if asked else []
    drawn = [*((heading, lines) for heading, lines in _whole(message) if lines), *questions]
    return [headline(message), *(_block(heading, lines) for heading, lines in drawn), *message.notes]


def _with_answers(each: Question) -> list[str]:
    return [question(each)] if each.chosen else [question(each), *(f"  {line}" for line in typed(each))]


def _block(heading: str, lines: list[str]) -> str:
    return "\n".join([heading, *(f"  {line}" for line in lines)])


def reading(file: str, done: int = 0, total: int = 0) -> str:
    """What stands there until a document is read: Reading plan.pdf: page 40 of 200…"""
    return f"Reading {file}: page {done:,} of {total:,}…" if total > 1 and done else f"Reading {file}…"
