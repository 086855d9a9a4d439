"""What a judgement is about, as a coordinator says: a theme of the plan, one of its concerns, or nothing of it. It can
be changed at any time, and the plan's history has who said what, and when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from plans.assurance import Topic, themes
from plans.chat import Answered, Ask, Refill, Say, Submitted
from plans.listing import plan_named
from plans.messages import Field, Form
from plans.policy.recipients import COORDINATOR
from plans.progress.blanking import OPERATOR
from plans.progress.judged import named
from plans.progress.judging import OLDER, lacking, may_match, told
from plans.progress.reviewed import Matched, Reviewed, reviewed
from plans.progress.turn import Turn, said
from plans.stemming import folded
from storage import judged as read
from storage.history import Happened, append, hold
from storage.judged import JudgementRow, MatchRow, PlanRow

NOTHING = "nothing"
FIELD = "judgement-"
FIELDS = 90
"""Judgements that one form asks about."""

BARRED = "Only a coordinator or an administrator of {0} says what a judgement is about."
NO_PLAN = "I hold no plan of {0} that stood at the visit, so there is nothing to match the judgements to."
CHANGED = "The plan has changed meanwhile, and does not print that any more. Choose again."
INTRO = (
    "What of the plan is each judgement about? What is filled in is suggested until you record it; leave a field empty"
    " to decide later."
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says that a judgement is about, in one plan."""

    judgement: JudgementRow
    plan: PlanRow
    topic: Topic


def barred(turn: Turn, prison: str) -> str | None:
    """Why it is not for them to say."""
    return None if may_match(turn, prison) else BARRED.format(turn.where(prison))


def form(turn: Turn, query: str) -> Answered:
    """`query` is the prison."""
    if query not in turn.register.prisons:
        return said(OLDER)
    if refusal := barred(turn, query):
        return said(refusal)
    of = reviewed(turn, query)
    if of is None:
        return said(lacking(turn, query))
    if not of.plans:
        return said(NO_PLAN.format(turn.where(query)))
    fields = tuple(_fields(of))[:FIELDS]
    return Ask(Form("match", "Judgements", "Record", fields, about=f"{query} {of.review.key}", intro=INTRO))


def _fields(of: Reviewed) -> Iterator[Field]:
    offered = {plan.id: tuple((_token(topic), named(topic)) for topic in topics(of, plan)) for plan in of.plans}
    for one in of.judgements:
        matched = {each.plan.id: each for each in of.matches[one.id]}
        for plan in of.plans:
            held = matched.get(plan.id)
            yield Field(
                f"{FIELD}{one.id}-{plan.id}",
                _label(one, plan, several=len(of.plans) > 1),
                "one",
                choices=(*offered[plan.id], (NOTHING, "Nothing in this plan")),
                value=_token(held.topic) if held else "",
                hint=_hint(one, held),
                optional=True,
            )


def _label(one: JudgementRow, plan: PlanRow, *, several: bool) -> str:
    where = f" ({plan_named(plan.kind, plan.key)})" if several else ""
    return f"{called(one)}{where}: {one.text}"


def _hint(one: JudgementRow, held: Matched | None) -> str:
    state = "Recorded." if held and held.row else f"Suggested: {held.why}." if held else "Nothing is suggested."
    return f"{one.rating.capitalize()}. {state}"


def called(one: JudgementRow) -> str:
    """3.18 Use of force"""
    return f"{one.paragraph or ''} {one.section or one.kind}".strip()


def topics(of: Reviewed, plan: PlanRow) -> tuple[Topic, ...]:
    """Its themes; then its concerns by ref, where it answers more than one of a theme."""
    printed = of.printed(plan)
    concerns = {(one.theme, one.concern) for one in printed if one.concern}
    several = len(concerns) > len({theme for theme, _ in concerns})
    refs = dict.fromkeys(one.ref for one in printed) if several or not themes(printed) else ()
    return (*(Topic(theme) for theme in themes(printed)), *(Topic(ref=ref) for ref in refs))


def meant(of: Reviewed, plan: PlanRow, words: str) -> list[Topic]:
    """What somebody types: a theme by its name, or by the beginning of it; a concern by its ref."""
    wanted = folded(words.casefold().removeprefix("concern "))
    held = topics(of, plan)
    exact = [topic for topic in held if wanted in (folded(topic.theme), topic.ref.casefold())]
    begun = [topic for topic in held if topic.theme and folded(topic.theme).startswith(wanted)]
    printed = {one.ref.casefold(): one.ref for one in of.printed(plan)}
    return exact or begun or ([Topic(ref=printed[wanted])] if wanted in printed else [])


def _token(topic: Topic) -> str:
    """A theme may be longer than what a choice can carry."""
    if topic == Topic():
        return NOTHING
    return f"ref {topic.ref}" if topic.ref else f"theme {sha256(topic.theme.encode()).hexdigest()[:16]}"


# --- what was said ---------------------------------------------------------------------------------------------------


def taken(turn: Turn, submitted: Submitted) -> Answered:
    prison, _, review = submitted.about.partition(" ")
    of = reviewed(turn, prison) if prison in turn.register.prisons else None
    if of is None or of.review.key != review:
        return said(OLDER)
    if refusal := barred(turn, prison):
        return said(refusal)
    chosen, wrong = _chosen(of, submitted.values)
    if wrong:
        return Refill(dict.fromkeys(wrong, CHANGED))
    record(turn, of, chosen)
    again = reviewed(turn, prison)
    return Say(told(turn, again)) if again else said(OLDER)


def _chosen(of: Reviewed, values: Mapping[str, object]) -> tuple[list[Told], list[str]]:
    """What was said, and the fields that name what the plan has no more."""
    chosen, wrong = [], []
    for plan in of.plans:
        by_token = {_token(topic): topic for topic in (*topics(of, plan), Topic(), *_held(of, plan))}
        for one in of.judgements:
            field = f"{FIELD}{one.id}-{plan.id}"
            value = str(values.get(field, ""))
            if value in by_token:
                chosen.append(Told(one, plan, by_token[value]))
            elif value:
                wrong.append(field)
    return chosen, wrong


def _held(of: Reviewed, plan: PlanRow) -> set[Topic]:
    """What is filled in already is taken as it stands."""
    return {each.topic for matched in of.matches.values() for each in matched if each.plan.id == plan.id}


def record(turn: Turn, of: Reviewed, chosen: Iterable[Told]) -> int:
    """How many were news: what was said already is not said again."""
    told = {(one.judgement, one.plan): Topic(one.theme or "", one.ref or "") for one in _rows(of)}
    news = [one for one in chosen if told.get((one.judgement.id, one.plan.id)) != one.topic]
    for plan in of.plans:
        if mine := [one for one in news if one.plan.id == plan.id]:
            hold(turn.session, plan.id)
            for one in mine:
                read.match(turn.session, _row(turn, one))
            append(turn.session, plan.id, [_happened(turn, one) for one in mine])
    return len(news)


def _rows(of: Reviewed) -> list[MatchRow]:
    return [each.row for matched in of.matches.values() for each in matched if each.row]


def _row(turn: Turn, one: Told) -> MatchRow:
    theme, ref = one.topic.theme or None, one.topic.ref or None
    return MatchRow(one.judgement.id, one.plan.id, theme, ref, turn.who or OPERATOR, turn.now)


def _happened(turn: Turn, one: Told) -> Happened:
    return Happened(
        kind="matched",
        at=turn.now,
        channel=turn.channel,
        who=turn.who or OPERATOR,
        as_post=COORDINATOR,
        person_id=turn.person,
        words=f"{called(one.judgement)}: {named(one.topic) or 'nothing of the plan'}",
    )
