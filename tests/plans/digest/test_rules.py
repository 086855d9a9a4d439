"""What a digest tells beside its actions: the burn-up, the next visit, the forecast, judgements, changes, what waits,
vacant posts. Each figure is worked out by hand from the few actions above it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from plans.digest.behind import behind
from plans.digest.burning import burn_up
from plans.digest.changes import changes
from plans.digest.composing import Place, compose
from plans.digest.forecasting import forecast
from plans.digest.judging import judgements
from plans.digest.naming import naming
from plans.digest.replaying import at as stood
from plans.digest.replaying import end_of
from plans.digest.values import Earlier, Event, Known, LivePlan, State
from plans.digest.visiting import visit
from plans.digest.waiting import Posts
from plans.messages import Digest, Forecast, Vacancy, Visit
from plans.register import Register
from tests.fakes.situations import holding, person
from tests.plans.digest.prisons import MONDAY, PLAN, a_judgement, a_prison, a_state, an_event, asked_for

DEC, FEB, MAY = date(2024, 12, 31), date(2025, 2, 28), date(2025, 5, 1)
WEEK = timedelta(days=7)


def composed(known: Known, on: date = MONDAY, **earlier: object) -> Digest:
    before = Earlier(on - WEEK, end_of(on - WEEK), **earlier)  # type: ignore[arg-type]  # facts by name
    return compose(known, Place(1, "2025-W06", on, end_of(on), before))


# --- late, new, cleared, gone ----------------------------------------------------------------------------------------


def test_what_was_late_is_late_still_cleared_or_gone_and_the_rest_is_new() -> None:
    known = a_prison(
        [a_state(1, due=DEC), a_state(2, due=date(2025, 1, 31)), a_state(3, due=DEC, status="reported"), a_state(4)],
        an_event(2, date(2025, 1, 30), "report", action=3, from_status="in_progress", to_status="reported"),
    )
    played = composed(known).counts
    assert (played.late_before, played.new, played.cleared, played.gone, played.overdue) == (2, 1, 1, 0, 2)
    # The one before was frozen with 1, 3 and one of a plan that is closed since; 2 was not late in it.
    kept = composed(known, number=4, late=frozenset({1, 3, 99})).counts
    assert (kept.late_before, kept.new, kept.cleared, kept.gone, kept.overdue) == (3, 1, 1, 1, 2)


def test_what_was_late_when_its_plan_was_loaded_is_told_apart_once_it_was_loaded() -> None:
    plan = LivePlan(PLAN, "plan 2024", "inspection", live_on=date(2025, 1, 10))
    known = a_prison([a_state(1, due=DEC), a_state(2, due=date(2025, 1, 10)), a_state(3, due=MAY)], plans=(plan,))
    assert [one.before_live for one in composed(known).lines] == [True, False, False]
    assert [one.before_live for one in composed(known, date(2025, 1, 9)).lines] == [False, False, False]


def test_dates_past_when_a_plan_is_loaded_are_not_newly_late_where_nothing_was_told_before() -> None:
    """Loaded on Friday 31 January: 1 was late a week ago; 2, due on the 29th, when it was loaded; 3 is since, due then."""
    plan = LivePlan(PLAN, "plan 2024", "inspection", live_on=date(2025, 1, 31))
    dues = (DEC, date(2025, 1, 29), date(2025, 1, 31))
    known = a_prison([a_state(number, due=due) for number, due in enumerate(dues, 1)], plans=(plan,))
    first = composed(known)
    assert [one.ref for one in behind(first, "new")] == ["3"]
    assert [one.ref for one in behind(first, "before_live")] == ["1", "2"]
    assert (first.counts.late_before, first.counts.new, first.counts.overdue) == (2, 1, 3)
    # Where one was frozen on Monday 27 January, before it was loaded, all three come to what that one counted.
    next_one = composed(known, number=4, late=frozenset())
    assert (next_one.counts.late_before, next_one.counts.new, next_one.counts.overdue) == (0, 3, 3)
    assert [one.ref for one in behind(next_one, "new") if one.before_live] == ["1", "2"]


# --- the burn-up -----------------------------------------------------------------------------------------------------


def burnt(known: Known, on: date = MONDAY) -> list[tuple[date, int, int]]:
    moment = end_of(on)
    return [(one.on, one.planned, one.confirmed) for one in burn_up(known, stood(known, moment), on, moment)]


def test_the_burn_up_goes_by_first_promises_from_the_first_of_them_to_the_day() -> None:
    """Promised for 14 January, 21 January (now in May) and 28 February; one withdrawn. One printed as completed is in neither figure."""
    known = a_prison(
        [
            a_state(1, due=date(2025, 1, 14), status="done"),
            a_state(2, due=MAY, original_due=date(2025, 1, 21), slips=1),
            a_state(3, due=FEB),
            a_state(4, due=date(2025, 1, 14), status="withdrawn"),
            a_state(5, due=None, original_due=None, status="done"),
        ],
        an_event(2, date(2025, 1, 22), "confirm", from_status="reported", to_status="done"),
    )
    assert burnt(known) == [
        (date(2025, 1, 20), 1, 0), (date(2025, 1, 27), 2, 1), (MONDAY, 2, 1),
    ]  # fmt: skip


LOADED, DONE = date(2025, 1, 7), {"from_status": "reported", "to_status": "done"}


def test_what_the_plan_printed_as_completed_is_printed_until_somebody_confirms_it() -> None:
    """1 is as loaded; 2 was reopened and confirmed; 3 was reopened, and that taken back; 4 is of a re-issue; 5 was
    confirmed, 6 reopened."""
    statuses = ("done", "sustained", "done", "done", "done", "in_progress")
    begun = ("done", "sustained", "done", "not_started", "not_started", "done")
    back = {"from_status": "done", "to_status": "in_progress"}
    known = a_prison(
        [a_state(number, due=None, status=status) for number, status in enumerate(statuses, 1)],
        *(an_event(number, LOADED, "loaded", action=number, to_status=status) for number, status in enumerate(begun, 1)),
        an_event(11, date(2025, 1, 8), "reopen", action=2, from_status="sustained", to_status="in_progress"),
        an_event(12, date(2025, 1, 30), "confirm", action=2, from_status="in_progress", to_status="sustained"),
        an_event(13, date(2025, 1, 9), "reopen", action=3, **back),
        an_event(14, date(2025, 1, 9), "undo", action=3, from_status="in_progress", to_status="done", undoes=13),
        an_event(15, date(2025, 1, 10), "changed", action=4, from_status="not_started", to_status="done"),
        an_event(16, date(2025, 1, 10), "confirm", action=5, **DONE),
        an_event(17, date(2025, 1, 10), "reopen", action=6, **back),
        plans=(LivePlan(PLAN, "plan", "inspection", live_on=LOADED),),
    )  # fmt: skip
    made = composed(known)
    assert [one.ref for one in made.lines if one.printed] == ["1", "3", "4"]
    assert (made.counts.printed, made.counts.done + made.counts.sustained) == (3, 5)
    assert [(one.on, one.confirmed) for one in made.burn_up] == [
        (date(2025, 1, 13), 1), (date(2025, 1, 20), 1), (date(2025, 1, 27), 1), (MONDAY, 2),
    ]  # fmt: skip


def test_what_is_printed_as_completed_sets_no_pace_and_is_not_waited_for() -> None:
    """As `foreseen` below, and five printed as completed, one of them reopened and confirmed in the last eight weeks: 6
    in 17 weeks, 3 in 8. 15 are left: 298 days, and 280."""
    days = [date(2024, 11, 5)] * 3 + [LATELY] * 3
    states = [a_state(number, status="done" if number <= 10 else "in_progress") for number in range(1, 26)]
    events = [an_event(3, day, "confirm", action=number, **DONE) for number, day in enumerate(days, 1)]
    back = an_event(2, date(2025, 1, 6), "reopen", action=6, from_status="done", to_status="in_progress")
    known = a_prison(states, back, *events, plans=(LivePlan(PLAN, "plan", "inspection", live_on=LONG_AGO),))
    told = forecast(known, states, MONDAY, end_of(MONDAY))
    assert told == Forecast(
        MONDAY + timedelta(days=280), MONDAY + timedelta(days=298), weeks=17, confirmed=6, recent=8, recently=3
    )


def test_a_long_plan_has_twenty_points_at_most_and_the_last_is_the_day() -> None:
    points = burnt(a_prison([a_state(1, due=date(2021, 9, 1))]))
    assert len(points) <= 20
    assert points[-1][0] == MONDAY
    assert {after[0] - before[0] for before, after in pairwise(points)} == {10 * WEEK}


def test_before_anything_was_promised_or_loaded_there_is_no_burn_up() -> None:
    assert burnt(a_prison([a_state(1, due=MAY)])) == []
    assert burnt(a_prison([])) == []


# --- the next visit --------------------------------------------------------------------------------------------------

INSPECTED = date(2024, 8, 22)


def visited(on: date, *plans: date | None, **facts: object) -> Visit | None:
    held = tuple(LivePlan(f"p{at}", "plan", "inspection", inspected=day) for at, day in enumerate(plans))
    actions = [
        a_state(1, status="done"), a_state(2, due=date(2025, 4, 21)), a_state(3, due=date(2025, 4, 22)),
        a_state(4, due=MAY, status="withdrawn"), a_state(5, due=None),
    ]  # fmt: skip
    return visit(a_prison(actions, plans=held, **facts), actions, on)


def test_inspectors_come_eight_to_twelve_months_after_they_left() -> None:
    told = Visit(INSPECTED, date(2025, 4, 22), date(2025, 8, 22), unconfirmed=3, of=4, due_after=1)
    assert visited(MONDAY, INSPECTED) == told
    assert visited(MONDAY, date(2024, 3, 1), INSPECTED, None) == told  # of two plans the later inspection
    assert visited(date(2025, 8, 22), INSPECTED) == told


def test_nothing_is_said_of_a_visit_that_nobody_can_expect() -> None:
    assert visited(MONDAY, None) is None
    assert visited(date(2025, 8, 23), INSPECTED) is None
    assert visited(date(2024, 8, 21), INSPECTED) is None
    been = a_judgement("Safety", "A concern", on=date(2025, 1, 20))
    assert visited(MONDAY, INSPECTED, judged=(been,)) is None
    assert visited(date(2025, 1, 19), INSPECTED, judged=(been,)) is not None


# --- the forecast ----------------------------------------------------------------------------------------------------


def foreseen(loaded: date, *confirmed: date, actions: int = 20) -> Forecast | None:
    events = [
        an_event(2, day, "confirm", action=number, from_status="reported", to_status="done")
        for number, day in enumerate(confirmed, 1)
    ]
    states = [
        a_state(number, status="done" if number <= len(confirmed) else "in_progress")
        for number in range(1, actions + 1)
    ]
    known = a_prison(states, *events, plans=(LivePlan(PLAN, "plan", "inspection", live_on=loaded),))
    return forecast(known, states, MONDAY, end_of(MONDAY))


LONG_AGO, LATELY = date(2024, 10, 1), date(2025, 1, 20)


def test_a_forecast_is_the_range_of_two_paces() -> None:
    """17 weeks of history from 1 October (to 28 January), 5 confirmed in them, 2 in the last 8: 15 are left. At 5 in 17
    weeks that takes 357 days, at 2 in 8 weeks 420."""
    told = foreseen(LONG_AGO, *[date(2024, 11, 5)] * 3, LATELY, LATELY)
    assert told == Forecast(
        MONDAY + timedelta(days=357), MONDAY + timedelta(days=420), weeks=17, confirmed=5, recent=8, recently=2
    )


@pytest.mark.parametrize(
    ("loaded", "confirmed"),
    [
        (date(2024, 11, 12), [LATELY] * 6),  # eleven weeks and six days
        (LONG_AGO, [LATELY] * 4),  # too few
        (LONG_AGO, [date(2024, 11, 5)] * 6),  # nobody confirms any more
        (LONG_AGO, [LATELY] * 20),  # nothing is left
    ],
)
def test_without_enough_history_nothing_is_foreseen(loaded: date, confirmed: list[date]) -> None:
    assert foreseen(loaded, *confirmed) is None


def test_twelve_weeks_and_five_confirmed_are_just_enough() -> None:
    told = foreseen(date(2024, 11, 11), *[LATELY] * 5)
    assert told
    assert (told.weeks, told.confirmed, told.recently) == (12, 5, 5)


# --- judgements ------------------------------------------------------------------------------------------------------


def judged(*actions: State, section: str | None = "Safety", text: str = "Too much force was used.") -> tuple[str, ...]:
    (row,) = judgements(a_prison(actions, judged=(a_judgement(section, text),)), actions, MONDAY, {})
    return row.about


def test_a_judgement_is_of_the_actions_whose_concern_or_theme_it_surely_is() -> None:
    force = a_state(1, theme="Use of force", concern="Too much force was used.")
    safe, security = a_state(2, theme="SAFETY"), a_state(3, theme="Safety and security")
    assert judged(force, safe, security) == ("1",)
    assert judged(safe, security) == ("2",)
    assert judged(security) == ()
    assert judged(a_state(4), section=None) == ()


def test_beside_a_judgement_stands_what_owners_say() -> None:
    actions = [a_state(at, theme="Safety", status=status) for at, status in
               enumerate(("reported", "done", "sustained", "blocked"), 1)]  # fmt: skip
    known = a_prison(actions, judged=(a_judgement("Safety", "A concern"),))
    (row,) = judgements(known, actions, MONDAY, {PLAN: "HMP Rochester (rochester-2024)"})
    assert (row.reported, row.confirmed, row.about[0]) == (1, 2, "HMP Rochester (rochester-2024) 1")
    printed = [*actions, a_state(5, theme="Safety", status="done", printed=True)]
    (row,) = judgements(known, printed, MONDAY, {})
    assert (row.reported, row.confirmed) == (2, 2)


def test_a_review_of_an_earlier_plan_says_nothing_of_this_one() -> None:
    plan = LivePlan(PLAN, "plan", "inspection", ranked_on=date(2025, 1, 25))
    assert judgements(a_prison([], judged=(a_judgement("Safety", "A concern"),), plans=(plan,)), [], MONDAY, {}) == ()


# --- changes ---------------------------------------------------------------------------------------------------------


def changed(*events: Event) -> list[tuple[str, str, str]]:
    known = a_prison([a_state(1)], *events)
    found = changes(known, naming(known.register), Earlier(MONDAY - WEEK, end_of(MONDAY - WEEK)), end_of(MONDAY))
    return [(one.doing, one.by, one.for_party) for one in found]


def test_what_was_done_since_is_told_with_the_post_that_did_it_and_remarks_are_not() -> None:
    day = date(2025, 1, 30)
    assert changed(
        an_event(2, MONDAY - WEEK, "block", to_status="blocked", from_status="in_progress"),
        an_event(3, day, "report", as_post="coordinator", for_party="governor"),
        an_event(4, day, "note"),
        an_event(5, day, "progress"),
        an_event(6, day, "nudge"),
        an_event(7, MONDAY, "send_back", as_post="prison group director", for_party="prison group director"),
        an_event(8, MONDAY + timedelta(days=1), "report"),
    ) == [("report", "Coordinator", "Governor"), ("send_back", "Prison Group Director", "")]


def test_what_was_taken_back_changed_nothing() -> None:
    day = date(2025, 1, 30)
    assert changed(an_event(2, day, "report"), an_event(3, day, "undo", undoes=2)) == []


# --- what waits, and vacant posts ------------------------------------------------------------------------------------


def test_another_date_waits_for_the_level_of_an_urgent_notification_plan() -> None:
    """DESIGN 5: one level higher throughout: of the Governor's action the Executive Director, for the first slip too."""
    held = a_prison([a_state(1, due=DEC, waits=(asked_for(2, date(2025, 1, 30)),))])
    (one,) = Posts(held, MONDAY).asked(held.actions)
    assert (one.kind, one.by, one.goes_to, one.from_due, one.to_due) == (
        "extension", "Governor", "Executive Director", DEC, MAY,
    )  # fmt: skip


def test_a_post_is_vacant_when_nobody_holds_it_any_more_and_not_when_it_never_was_registered() -> None:
    left = holding("head of safety", person(2), last=date(2025, 1, 10))
    lines = (holding("governor", person(1)), left, holding("head of residence", None))
    names = {name.casefold(): name for name in ("Head of Safety", "Head of Residence")}
    known = a_prison([], register=Register(lines, names=names))
    actions = [
        *(a_state(at, owners=(("head of safety", "Head of Safety"),)) for at in (1, 2)),
        a_state(3, owners=(("head of safety", "Head of Safety"),), status="done"),
        a_state(4, owners=(("head of residence", "Head of Residence"),)),
        a_state(5, owners=(("head of learning", "Head of Learning"),)),
        a_state(6),
    ]
    assert Posts(known, MONDAY).vacant(actions) == (
        Vacancy("Head of Safety", 2, "Governor"), Vacancy("Head of Residence", 1, "Governor"),
    )  # fmt: skip
    assert [one.post for one in Posts(known, date(2025, 1, 10)).vacant(actions)] == ["Head of Residence"]


def test_who_acts_for_a_vacant_post_is_named_as_such_and_not_as_a_person() -> None:
    lines = (holding("governor", None), holding("governor", person(1), how="acting"))
    known = a_prison([], register=Register(lines))
    assert Posts(known, MONDAY).vacant([a_state(1)]) == (Vacancy("Governor", 1, "Acting Governor"),)
