"""What inspectors found, beside what owners say: of the last review since the live plans were made.

What a judgement is about, a person says; of a plan of which nobody has, it is suggested, and only where that is sure:
its section is called as a theme is, or its words are those of the concern that the plan answers. Else it stands alone:
a whole channel reads this, and a wrong match would set a leader against the wrong owner.
"""

from collections.abc import Sequence
from datetime import date

from plans.addresses import written
from plans.assurance import Topic, is_of
from plans.digest.colours import CONFIRMED
from plans.digest.values import Judged, Known, State
from plans.messages import JudgementRow

SURE = 90
"""Of 100, as rapidfuzz has it: a page's hyphen or a curly quote apart."""


def judgements(known: Known, actions: Sequence[State], on: date, places: dict[str, str]) -> tuple[JudgementRow, ...]:
    """In the review's order. `places` is what stands before a ref where a prison has several plans."""
    last = max((one.on for one in known.judged if one.on <= on), default=None)
    ranked = [plan.ranked_on for plan in known.plans if plan.ranked_on]
    if last is None or (ranked and last < min(ranked)):
        return ()
    return tuple(_row(one, actions, places) for one in known.judged if one.on == last)


def _row(judged: Judged, actions: Sequence[State], places: dict[str, str]) -> JudgementRow:
    told = {plan for plan, _, _ in judged.told}
    said = [one for one in actions if one.plan in told and _is_told(judged, one)]
    sure = _about(judged, [one for one in actions if one.plan not in told])
    about = [one for one in actions if one in said or one in sure]
    return JudgementRow(
        body=judged.body,
        kind=judged.kind,
        section=judged.section,
        text=judged.text,
        rating=judged.rating,
        paragraph=judged.paragraph,
        about=tuple(f"{places.get(one.plan, '')} {written(one.ref, one.step)}".strip() for one in about),
        reported=sum(one.status == "reported" or one.printed for one in about),
        confirmed=sum(one.status in CONFIRMED and not one.printed for one in about),
        on=judged.on,
        match="suggested" if sure else "confirmed" if told else "",
    )


def _is_told(judged: Judged, action: State) -> bool:
    return any(
        plan == action.plan and is_of(Topic(theme, ref), ref=action.ref, theme=action.theme)
        for plan, theme, ref in judged.told
    )


def _about(judged: Judged, actions: Sequence[State]) -> list[State]:
    said = [one for one in actions if one.concern and _is_alike(judged.text, one.concern)]
    return said or [one for one in actions if judged.section and _plain(one.theme) == _plain(judged.section)]


def _is_alike(judged: str, concern: str) -> bool:
    from rapidfuzz.fuzz import ratio  # only a prison that was reviewed needs it

    return ratio(_plain(judged), _plain(concern), score_cutoff=SURE) > 0


def _plain(words: str | None) -> str:
    return " ".join((words or "").casefold().split())
