"""Answers a question: what the parser understood meets the rows that storage holds. Reads only; changes nothing."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from plans.addresses import step_json, written
from plans.chat import Asker
from plans.instead import Count, asks_when, lack, tries, whenever, year_before
from plans.listing import asked, breakdown, looked_in, narrowing, turning, window
from plans.messages import Instead, Line, Listing, Message, Notice, Verb
from plans.queries import parse, render, understood
from plans.queries.questions import Failure, Query
from plans.queries.vocabulary import Owner, Plan, Prison, Vocabulary
from storage.actions import count, find, known, missing_refs, plan_keys
from storage.asked import ActionRow

PAGE, SHORT_PAGE = 100, 50
"""Rows of a list that is one page, as many as Slack's tables hold; and of each page of a longer one, so that workspaces
without tables can be shown every row too."""
WORST = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """A question answered. `rows` are all that match, in plan order; `error` is None for an empty answer too."""

    message: Message
    understood: dict[str, Any] = field(default_factory=dict)
    plans: tuple[str, ...] = ()
    rows: tuple[ActionRow, ...] = ()
    on: date = date.min
    error: dict[str, Any] | None = None

    def as_json(self) -> dict[str, Any]:
        """DESIGN section 7, row `ask`, but for `text`."""
        return {
            "understood": self.understood,
            "plans": list(self.plans),
            "error": self.error,
            "total": len(self.rows),
            "actions": [_action_json(row, self.on) for row in self.rows],
        }


def vocabulary_of(session: Session) -> Vocabulary:
    """What questions can be about now."""
    held = known(session)
    return Vocabulary(
        prisons=tuple(Prison(key, name) for key, name in held.prisons),
        plans=tuple(Plan(plan.key, plan.prison, plan.year, plan.live, plan.kind) for plan in held.plans),
        owners=tuple(Owner(owner.id, owner.key, owner.name, owner.names, owner.plans) for owner in held.owners),
        themes=held.themes,
    )


def answer(session: Session, text: str, *, asker: Asker, on: date, page: int = 1) -> Answer:
    """The answer to a question asked on a day; `page` counts from 1 and chooses the lines shown."""
    vocabulary = vocabulary_of(session)
    parsed = parse(text, vocabulary, on, mine=asker.post)
    if isinstance(parsed, Failure):
        return _failed(parsed, vocabulary, tries(parsed, text, vocabulary, on, _counting(session, on)))
    plans = plan_keys(session, parsed)
    meant = understood(parsed, vocabulary)
    if missing := missing_refs(session, parsed):
        notice = Notice("no_such_ref", about=missing, known=_plans_named(vocabulary, plans))
        return Answer(notice, meant, plans, error=_error("no_such_ref", f"no action {', '.join(missing)}", ()))
    if not vocabulary.plans:
        return Answer(Notice("no_plans"), meant)
    rows = tuple(find(session, parsed, on))
    listing = _listing(session, parsed, vocabulary, rows, on, page)
    beside = _empty(session, listing, parsed, vocabulary, text) if not rows else listing
    return Answer(_missed(session, beside, parsed, vocabulary, text), meant, plans, rows, on)


def _counting(session: Session, on: date) -> Count:
    return lambda query: count(session, query, on).total


# --- lists -------------------------------------------------------------------------------------------------------


def _listing(
    session: Session, query: Query, vocabulary: Vocabulary, rows: tuple[ActionRow, ...], on: date, page: int
) -> Listing:
    counts = count(session, query, on)
    size = PAGE if len(rows) <= PAGE else SHORT_PAGE
    pages = max(1, -(-len(rows) // size))
    page = min(max(page, 1), pages)
    lines = [_line(row, on) for row in rows]
    words = render(query, vocabulary)
    share = [Verb("share", "Share", words, page)] if rows else []
    return Listing(
        asked=asked(query, vocabulary),
        query=words,
        on=on,
        total=len(rows),
        of=counts.of,
        past_reported=counts.past_reported,
        due_soon=counts.due_soon,
        due_soon_by=on + timedelta(days=14),
        lines=tuple(lines[(page - 1) * size : page * size]),
        worst=_worst(query, lines),
        verbs=(*turning(words, page, pages), *narrowing(query, vocabulary, rows), *share),
        page=page,
        pages=pages,
        plans=tuple((plan.key, vocabulary.prison_names[plan.prison]) for plan in looked_in(query, vocabulary)),
        breakdown=breakdown(rows, on) if query.scope != "all" else (),
    )


def _worst(query: Query, lines: list[Line]) -> tuple[Line, ...]:
    """Actions asked for by number come in the plan's order, unless lateness was asked for too."""
    by_number = query.refs and "overdue" not in query.statuses
    return () if by_number else tuple(sorted(lines, key=lambda line: -line.days_late)[:WORST])


def _empty(session: Session, listing: Listing, query: Query, vocabulary: Vocabulary, text: str) -> Listing:
    """An empty list says why, or else what is late and what comes next."""
    on, counted = listing.on, _counting(session, listing.on)
    if missing := lack(query, vocabulary, text, on, counted):
        verbs = [Verb("ask", "Search the text", missing.instead)] if missing.instead else []
        return replace(listing, instead=Instead(lack=missing), verbs=(*verbs, *listing.verbs))
    if not asks_when(query):
        return listing
    coming = [_line(row, on) for row in find(session, whenever(query, "open", since=on), on)]
    first = min((line.due for line in coming if line.due), default=None)
    nearest = tuple(line for line in coming if line.due == first)
    return replace(listing, instead=Instead(counted(whenever(query, "overdue")), nearest))


def _missed(session: Session, listing: Listing, query: Query, vocabulary: Vocabulary, text: str) -> Listing:
    """In February "due in November" is the coming one: what is late from the last is told, and a press away."""
    before = year_before(query, text, listing.on)
    if before is None or not (late := count(session, before, listing.on).total):
        return listing
    when = window(before.due_from, before.due_to)
    verb = Verb("ask", f"Due {when} ({late})", render(before, vocabulary))
    return replace(listing, earlier=(when, late), verbs=(verb, *listing.verbs))


def days_late(row: ActionRow, on: date) -> int:
    """Days past the due date of an overdue action, else 0. Overdue: open, not reported, due before the day."""
    late = row.status in {"not_started", "in_progress", "blocked"} and row.due is not None and row.due < on
    return (on - row.due).days if late and row.due else 0


def _line(row: ActionRow, on: date) -> Line:
    late = days_late(row, on)
    return Line(
        row.plan,
        row.prison_name,
        written(row.ref, row.step),
        row.title,
        row.owners,
        row.due,
        row.status,
        late,
        row.starts,
    )


def _action_json(row: ActionRow, on: date) -> dict[str, Any]:
    return {
        "plan": row.plan,
        "ref": row.ref,
        "step": step_json(row.step),
        "title": row.title,
        "owners": list(row.owners),
        "due": row.due.isoformat() if row.due else None,
        "status": row.status,
        "days_late": days_late(row, on),
    }


def _plans_named(vocabulary: Vocabulary, keys: tuple[str, ...]) -> tuple[str, ...]:
    held = (plan for plan in vocabulary.plans if plan.key in keys)
    return tuple(f"the {plan.year} plan of {vocabulary.prison_names[plan.prison]}" for plan in held)


# --- what is no list ---------------------------------------------------------------------------------------------


def _failed(failure: Failure, vocabulary: Vocabulary, near: tuple[str, ...]) -> Answer:
    names = failure.names or (tuple(vocabulary.held) if failure.code in {"unknown_prison", "help"} else ())
    notice = Notice(failure.code, failure.about, failure.known, names, tuple(_meant(failure, vocabulary)), tries=near)
    partly = understood(failure.partial, vocabulary) if failure.partial else {}
    return Answer(notice, partly, error=_error(failure.code, ", ".join(failure.about) or failure.code, names))


def _meant(failure: Failure, vocabulary: Vocabulary) -> list[Verb]:
    """A button for each prison that may be meant, with the rest of the question kept."""
    if failure.code != "ambiguous" or failure.partial is None:
        return []
    keys = [vocabulary.prison_keys[name] for name in failure.names if name in vocabulary.prison_keys]
    return [
        Verb("ask", f"Yes, {name}", render(replace(failure.partial, prisons=(prison,)), vocabulary))
        for name, prison in zip(failure.names, keys, strict=False)
    ]


def _error(code: str, message: str, names: tuple[str, ...]) -> dict[str, Any]:
    return {"code": code, "message": message, "suggestions": list(names)}
