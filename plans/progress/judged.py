"""A prison's latest review of progress beside the plan that it reviews: published facts and counts, so anybody may see
them. What a judgement is about is suggested by rule until a coordinator says it (`plans.progress.matching`)."""

from collections.abc import Iterable, Sequence
from typing import Literal

from plans.addresses import written
from plans.assurance import Topic, contrast, is_of, rank, themes
from plans.digest.colours import CONFIRMED, days_late
from plans.digest.values import State
from plans.listing import plan_named
from plans.messages import Assurance, Judged, Line, Unjudged
from plans.messages.lines import places
from plans.progress.raised import repeats_among
from plans.progress.reviewed import Matched, Reviewed
from storage.judged import JudgementRow


def assured(of: Reviewed) -> Assurance:
    """Where owners and inspectors disagree first, the worst first; then the rest in the report's order."""
    told = [_judged(of, one, number) for number, one in enumerate(of.judgements, 1)]
    return Assurance(
        prison=of.turn.where(of.prison),
        plan=" and ".join(plan_named(plan.kind, plan.key) for plan in of.plans),
        review=of.review.key,
        visited=(of.review.first, of.review.visited),
        on=of.turn.on,
        judged=tuple(sorted(told, key=_order)),
        unjudged=tuple(_unjudged(of)),
        repeats=repeats_among(of.turn.session, [plan.id for plan in of.plans]) if of.plans else (),
        late_held=bool(of.plans) and of.then is None,
        places=tuple(_places(of).items()),
    )


def _order(one: Judged) -> tuple[int, int, float, int]:
    said = one.reported + one.done
    if one.contrast == "over":
        return 0, rank(one.rating), -said / one.total, one.number
    if one.contrast == "under":
        return 1, -rank(one.rating), 0, one.number
    return (2 if one.total else 3), 0, 0, one.number


def _judged(of: Reviewed, one: JudgementRow, number: int) -> Judged:
    matched = of.matches[one.id]
    those = _about(of.now, matched)
    reported, done = counted(those)
    return Judged(
        judgement=one.id,
        body=one.body,
        section=one.section or "",
        text=one.text,
        rating=one.rating,
        paragraph=one.paragraph or "",
        theme=", ".join(dict.fromkeys(name for each in matched if (name := named(each.topic)))),
        match=_state(matched, of),
        total=len(those),
        done=done,
        reported=reported,
        overdue=sum(days_late(state, of.turn.on) > 0 for state in those),
        actions=tuple(_line(of, state) for state in those),
        number=number,
        why="; ".join(each.why for each in matched if each.why),
        then=None if of.then is None or not matched else counted(_about(of.then, matched)),
        contrast=contrast(one.rating, total=len(those), said=reported + done),
    )


def named(topic: Topic) -> str:
    """As people are told it: its theme, or `concern 5.13`."""
    return f"concern {topic.ref}" if topic.ref else topic.theme


def _state(matched: Sequence[Matched], of: Reviewed) -> Literal["none", "suggested", "confirmed"]:
    """Confirmed, once a person spoke of every plan: until then what is left is suggested, or open."""
    if any(each.row is None for each in matched):
        return "suggested"
    return "confirmed" if matched and len(matched) == len(of.plans) else "none"


def _about(states: Iterable[State], matched: Sequence[Matched]) -> list[State]:
    return [
        state
        for state in states
        if any(each.plan.key == state.plan and is_of(each.topic, ref=state.ref, theme=state.theme) for each in matched)
    ]


def counted(states: Iterable[State]) -> tuple[int, int]:
    """(said to be done and not confirmed, confirmed). What a plan prints as completed is said, and not confirmed."""
    held = list(states)
    reported = sum(one.status == "reported" or one.printed for one in held)
    return reported, sum(one.status in CONFIRMED and not one.printed for one in held)


def _unjudged(of: Reviewed) -> Iterable[Unjudged]:
    """Themes of which no action is among those that a judgement is about."""
    judged = {state.id for matched in of.matches.values() for state in _about(of.now, matched)}
    for plan in of.plans:
        for theme in themes(of.printed(plan)):
            those = [state for state in of.now if (state.plan, state.theme) == (plan.key, theme)]
            if not any(state.id in judged for state in those):
                yield Unjudged(theme, len(those), *counted(those))


def _places(of: Reviewed) -> dict[str, str]:
    return places({plan.key: of.turn.where(of.prison) for plan in of.plans})


def _line(of: Reviewed, state: State) -> Line:
    return Line(
        plan=state.plan,
        prison=of.turn.where(of.prison),
        address=written(state.ref, state.step),
        title=state.title,
        owners=tuple(printed for _, printed in state.owners),
        due=state.due,
        status=state.status,
        days_late=days_late(state, of.turn.on),
        starts=state.starts,
    )
