"""Why an action is in no brief of a day, in words that every platform shares."""

from collections.abc import Callable
from datetime import date

from bot.wording import day, weekday
from plans.policy.values import Silence

Sentence = Callable[[Silence, date], str]


def sentence(silence: Silence, on: date) -> str:
    """The rule that keeps it silent, and when it is next mentioned where that is known."""
    said = _RULES[silence.why](silence, on)
    return f"{said} {_next(silence, on)}".strip()


def _next(silence: Silence, on: date) -> str:
    if silence.until is None or silence.why in _SAY_WHEN_THEMSELVES:
        return ""
    return f"Next: {_near(silence.until, on)}."


def _near(when: date, on: date) -> str:
    return f"{weekday(when)}{'' if when.year == on.year else f' {when.year}'}"


def _not_worked(silence: Silence, on: date) -> str:
    then = f": briefs go again on {_near(silence.until, on)}" if silence.until else ""
    return f"{_near(on, on)} is not a working day{then}."


def _done(silence: Silence, on: date) -> str:
    word = "done" if silence.action.status == "done" else "done and ongoing"
    asked = f" Whether it still holds is asked on {_near(silence.until, on)}." if silence.until else ""
    return f"It is {word}.{asked}"


def _reported(silence: Silence, on: date) -> str:
    asked = f" They are asked again on {_near(silence.until, on)}." if silence.until else ""
    return f"It is reported done and waits for somebody above its lead to confirm it.{asked}"


def _far_off(silence: Silence, on: date) -> str:
    due = f"It is due on {day(silence.action.due)}, and enters its last weeks only later." if silence.action.due else ""
    return f"{due} {f'It is first mentioned on {_near(silence.until, on)}.' if silence.until else ''}".strip()


def _answered(silence: Silence, on: date) -> str:
    on_day = f" on {_near(silence.action.answered_on, on)}" if silence.action.answered_on else ""
    return f"It was answered{on_day}, and is left alone for a while."


def _no_brief(silence: Silence, on: date) -> str:
    return "Nothing falls on this day for its owner, so no brief goes to them."


def _no_date(silence: Silence, on: date) -> str:
    return "It has no date. Its owner is asked for one in the first Monday brief of each quarter, if one goes."


def _asked_already(silence: Silence, on: date) -> str:
    asked = f" on {_near(silence.until, on)}" if silence.until else ""
    return f"It is to be kept up: whether it still happens is asked again{asked}."


def _not_started(silence: Silence, on: date) -> str:
    starts = silence.action.starts
    return f"It starts on {day(starts)}." if starts and starts > on else "Its plan is not live yet."


_RULES: dict[str, Sentence] = {
    "not_a_working_day": _not_worked,
    "done": _done,
    "withdrawn": lambda *_: "It was withdrawn.",
    "reported": _reported,
    "closed": lambda *_: "Its plan is closed, and a closed plan is not reminded of.",
    "far_off": _far_off,
    "answered": _answered,
    "snoozed": lambda *_: "Its owner asked not to hear of it for a while.",
    "no_brief_today": _no_brief,
    "asked": lambda *_: "Another date was asked for, and its owner is left alone while that waits for a yes.",
    "no_owner": lambda *_: "It has no owner, and the register has no coordinator to ask.",
    "no_date": _no_date,
    "before_the_hour": lambda *_: "Today's briefs have not gone yet: it is before their hour.",
    "after_hours": lambda *_: "It is evening: what is not sent by now waits for the next working day.",
    "sent_already": lambda *_: "Today's briefs have been made already.",
    "asked_already": _asked_already,
    "not_started_yet": _not_started,
}
_SAY_WHEN_THEMSELVES = frozenset({
    "not_a_working_day", "done", "reported", "far_off", "asked_already", "no_date", "before_the_hour",
})  # fmt: skip
