"""What a digest says, read line by line: it adds up, it names posts alone, and it has words for there being nothing."""

from dataclasses import replace
from datetime import date

import pytest

from bot import kinds, plain
from bot.digests import headline, sealed, standing, week_lines
from bot.drafts import drafted
from plans.messages import AskedFor, Burn, Change, Drafted, Forecast, JudgementRow, Notice, Told
from tests.digests import (
    AS_AT,
    BEFORE,
    DEC,
    JAN,
    JUDGED,
    MAR,
    NOV,
    PLAN,
    PRISON,
    SEP,
    TUESDAY,
    VACANT,
    VISIT,
    a_digest,
    a_group,
    a_line,
    a_prison,
    counted,
    many,
)
from tests.fakes.briefs import monday

FRIDAY = date(2025, 1, 31)


def lines(*held: str, **more: object) -> str:
    return "\n".join(week_lines(a_digest(**more)))  # type: ignore[arg-type]  # facts by name


def change(address: str, doing: str, by: str = "Governor", **more: object) -> Change:
    told = {"title": "Invented", "on": FRIDAY, "by": by}
    return Change(int(address), PLAN, address, doing=doing, **{**told, **more})  # type: ignore[arg-type]  # facts by name


def test_the_headline_is_one_sentence_with_how_late_moved():
    assert headline(a_digest()) == (
        "HMP Rochester, week 6: 18 of 26 actions are late, 6 more than last week; none is confirmed yet. Digest 14."
    )


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ([], "HMP Rochester, week 6: there is no action in a live plan, so 0 are late. Digest 14."),
        (["2"], "HMP Rochester, week 6: 0 of 1 action is late, as many as last week; none is due yet. Digest 14."),
        (["8", "2"], "HMP Rochester, week 6: 1 of 2 actions is late, as many as last week; none is confirmed yet. Digest 14."),
    ],
)  # fmt: skip
def test_the_count_of_what_is_late_stands_in_figures_whatever_it_is(held: list[str], said: str):
    assert headline(a_digest(map(a_line, held))) == said


def test_beside_the_late_stand_those_past_their_date_reported_and_not_confirmed():
    held = [a_line("8", was_late=True), a_line("5", status="reported"), a_line("9", status="done"), a_line("2")]
    digest = a_digest(held, counts=counted(held, cleared=2))
    assert headline(digest) == (
        "HMP Rochester, week 6: 1 of 4 actions is late, 2 fewer than last week;"
        " 1 other is past its date and waits to be confirmed; 1 is done. Digest 14."
    )
    assert "Past their date and waiting to be confirmed: 5." in week_lines(digest)


def test_a_digest_that_missed_a_week_says_with_what_it_compares():
    assert "6 more than in digest 13;" in headline(a_digest(since=date(2025, 1, 14)))


def test_the_first_digest_has_none_to_compare_with_and_says_so():
    first = a_digest(before=None)
    assert "6 more than a week before;" in headline(first)
    assert week_lines(first)[-1] == (
        "The first digest: what is new is counted from Tuesday 28 January 2025, played back from the history."
    )


def test_the_five_colours_add_up_and_say_what_each_is_made_of():
    held = [
        a_line("8"),
        a_line("16", status="blocked"),
        a_line("5", status="reported", colour="red"),
        a_line("12", due=date(2025, 2, 14)),
        a_line("3", slips=1),
        a_line("4", status="reported"),
        a_line("2"),
        a_line("13", status="done"),
        a_line("25", status="sustained"),
        a_line("7"),
        a_line("17", status="withdrawn"),
    ]
    assert standing(a_digest(held)) == (
        "🔴 3 red (1 late, 1 blocked but not late, 1 reported 20 working days ago or more)"
        " · 🟠 3 amber (1 due within 14 days, 1 slipped, 1 reported) · 🟢 1 green (on track)"
        " · 🔵 2 blue (1 done, 1 done and ongoing) · ⚪ 2 grey (1 no date, 1 withdrawn) = 11"
    )


def test_how_late_moved_adds_up_and_what_is_new_is_named():
    said = lines()
    assert "Late: 12 on Tuesday 28 January + 6 new − 0 no longer late = 18." in said
    assert "Newly late since Tuesday 28 January: 1, 4, 11, 14, 22 and 26, due 31 January." in said


def test_what_was_late_when_its_plan_was_loaded_stands_apart():
    held = [a_line("8", before_live=True, was_late=False), a_line("5", was_late=False), a_line("1")]
    said = week_lines(a_digest(held))
    assert (
        "Newly late since Tuesday 28 January: 1, due 31 January; 5, due 30 November 2024;"
        " 8, late already when the plan was loaded." in said
    )
    assert (
        "Late already when the plan was loaded: 8 Operational Health Lead · Governor · 96 days late (31 October 2024)"
        in said
    )
    assert "  5 Prisoner forums · Governor · 66 days late (30 November 2024)" in said


def test_what_slipped_has_the_date_first_promised():
    held = [
        a_line("9", due=date(2025, 1, 15), original_due=NOV, slips=2),
        a_line("18", due=SEP, slips=1, original_due=MAR),
    ]
    said = "\n".join(week_lines(a_digest(held)))
    assert "first promised for 30 November 2024, 66 days ago, moved twice" in said
    assert (
        "18 More medicine dispensaries · MoJ Property · due 30 September 2025, first promised for 31 March 2025, moved once"
        in said
    )


def test_what_comes_in_two_weeks_is_listed_or_else_what_is_next():
    soon = a_line("12", due=date(2025, 2, 18))
    assert "Coming in 14 days: 12 Curriculum review · Governor · due 18 February 2025" in week_lines(a_digest([soon]))
    assert "Coming in 14 days: none; next is 12 Curriculum review, 28 February." in lines()
    assert "Coming in 14 days: none; next are 2, 3, 20 and 21, 31 March." in week_lines(
        a_digest(map(a_line, ("2", "3", "20", "21")))
    )
    assert "Coming in 14 days: none; no open action has a date still to come." in week_lines(a_digest([a_line("8")]))


def test_what_was_done_is_grouped_by_post_and_in_the_plans_order():
    done = (
        change("9", "report"),
        change("5", "report"),
        change("8", "confirm", "Prison Group Director"),
        change("15", "report", "Head of Facilities", for_party="GFSL"),
        change("3", "agree", "Executive Director", from_due=MAR, to_due=SEP),
        change("7", "hand_over", party="Head of Safety"),
    )
    said = lines(changes=done)
    assert said[said.index("Changed since") :].splitlines()[:6] == [
        "Changed since Tuesday 28 January:",
        "  The Prison Group Director confirmed: 8.",
        "  The Governor reported done: 5 and 9.",
        "  GFSL, told by the Head of Facilities, reported done: 15.",
        "  The Executive Director agreed to another date: 3 (from 31 March 2025 to 30 September 2025).",
        "  The Governor asked for another lead: 7 (the Head of Safety).",
    ]


def test_many_changes_are_counted_beyond_eight_lines():
    many_posts = tuple(change("5", "report", f"Head of Something {n}") for n in range(12))
    said = lines(changes=many_posts)
    assert "  … and 4 more changes" in said
    assert said.count("reported done: 5.") == 8


def test_nothing_changed_is_said_and_nothing_waits_too():
    assert "Changed since Tuesday 28 January: nothing." in lines()
    assert "Waiting: nothing for anybody." in lines()


def test_what_waits_is_said_with_whom_it_waits_for():
    held = [
        a_line("5", status="reported", since=FRIDAY),
        a_line("9", waits=("extension",)),
        a_line("7", waits=("hand_over",)),
    ]
    asked = (
        AskedFor(9, PLAN, "9", "x", "extension", FRIDAY, "Governor", "Executive Director", NOV, MAR),
        AskedFor(7, PLAN, "7", "x", "hand_over", FRIDAY, "Governor", "Head of Safety", to="Head of Safety"),
    )
    said = "\n".join(week_lines(a_digest(held, asked=asked)))
    assert "  1 to confirm, by the post above the lead: 5, the longest since 31 January." in said
    assert (
        "  9: The Governor asked on 31 January 2025 for 31 March 2025, not 30 November 2024;"
        " it waits for the Executive Director." in said
    )
    assert "  7: The Governor asked on 31 January 2025 that the Head of Safety leads it" in said


def test_what_is_blocked_says_since_when():
    held = [a_line("16", status="blocked", since=date(2025, 1, 20))]
    assert "Blocked: 16 Refurbished cells and showers · GFSL · since 20 January" in week_lines(a_digest(held))


def test_vacant_posts_and_judgements_stand_beside_what_owners_say():
    said = lines(vacancies=VACANT, judgements=JUDGED)
    assert "Vacant: Head of Healthcare, which leads 2 open actions (the Governor answers meanwhile)." in said
    assert (
        "Inspectors' return visit (HMI Prisons): Insufficient progress: Culture (1.12);"
        " owners: 3 of 3 reported done, 1 of them confirmed (5, 6 and 7)." in said
    )


def test_what_inspectors_found_begins_with_the_worst_and_names_every_subject():
    def found(section: str | None, rating: str, paragraph: str, body: str = "HMI Prisons", **more: object):
        june = {"on": date(2025, 6, 4), **more}
        return JudgementRow(body, "concern", section, "Too little", f"{rating} progress", paragraph, **june)  # type: ignore[arg-type]  # facts by name

    safety = found("Safety", "good", "3.11", about=("19", "20", "21"))
    fair, health = (
        found("Fair treatment", "no meaningful", "3.37"),
        found("Health", "no meaningful", "3.54"),
    )
    assert lines(judgements=(safety, fair)).splitlines()[-5:-2] == [
        "Inspectors' return visit, June 2025 (HMI Prisons):",
        "  No meaningful progress: Fair treatment (3.37); no action of the plan is surely about it.",
        "  Good progress: Safety (3.11); owners: 0 of 3 reported done (19, 20 and 21).",
    ]
    ofsted = (
        found("Education", "reasonable", "3.61", "Ofsted"),
        found("Education", "reasonable", "3.73", "Ofsted"),
        found(None, "reasonable", "3.80", "Ofsted"),
    )
    said = lines(judgements=(safety, *ofsted, fair, health))
    assert "Inspectors' return visit, June 2025 (HMI Prisons and Ofsted):" in said
    assert (
        "  HMI Prisons, no meaningful progress: Fair treatment (3.37) and Health (3.54); no action of the plan" in said
    )
    assert (
        "  Ofsted, reasonable progress: Education (3.61 and 3.73) and Concern (3.80);"
        " no action of the plan is surely about them." in said
    )
    assert "Too little" not in said
    several = tuple(replace(safety, section=f"Section {n}") for n in range(10))
    assert "  … and 2 more" in lines(judgements=several)


def test_red_by_theme_is_said_of_all_a_theme_has():
    assert "By theme (red of all): Leadership 1 of 2 · Staff Capability 1 of 2 · Culture 2 of 3 ·" in lines()


def test_the_next_visit_counts_down_and_says_what_is_unconfirmed():
    assert lines(visit=VISIT).splitlines()[-1] == (
        "Next visit: Inspectors may be expected between April and August 2025, 8 to 12 months after their inspection of"
        " August 2024: in 67 days at the earliest. 26 of 26 actions are not confirmed; 2 of them fall due on 12 April or"
        " later."
    )
    assert "of August 2024: any day now. 26 of" in lines(visit=replace(VISIT, first=BEFORE))
    assert "Next visit" not in lines()


def test_a_forecast_stands_with_how_it_is_made_or_not_at_all():
    found = Forecast(date(2025, 11, 24), date(2026, 2, 21), 13, 5, 8, 4)
    assert lines(forecast=found).splitlines()[-1] == (
        "Forecast: All confirmed between November 2025 and February 2026,"
        " at the pace of the last 13 weeks (5 confirmed) and of the last 8 (4)."
    )
    assert "Forecast" not in lines()


def test_a_draft_says_what_it_is_and_a_seal_is_no_part_of_the_text():
    draft = a_digest(draft=True, sha256="")
    assert headline(draft).endswith("Draft of digest 14.")
    assert week_lines(draft)[-1] == "Not kept: what is sent is counted anew then."
    assert plain.render(a_digest()) == plain.render(a_digest(sha256="", id=0, verbs=()))
    assert sealed(a_digest()) == "Digest 14 · as at Tuesday 4 February 2025, 8:30am · fingerprint ab12cd34ef56"


def test_a_draft_of_a_day_to_come_says_what_it_would_be_and_not_that_it_is_as_at_now():
    ahead = a_digest(draft=True, on=date(2025, 2, 11))
    assert week_lines(ahead)[-1] == (
        "As it would stand on Tuesday 11 February 2025 if nothing more is answered."
        " Not kept: what is sent is counted anew then."
    )
    assert sealed(replace(ahead, sha256="")) == (
        "Draft of digest 14 · as it would stand on Tuesday 11 February 2025 if nothing more is answered"
    )


def test_where_none_is_late_or_was_there_is_no_sum_of_noughts():
    assert "Late: " not in "\n".join(week_lines(a_digest([a_line("2")])))
    assert "Late: " not in plain.render(a_group([a_prison("HMP Maidstone", a_digest([a_line("2")]))]))


def test_of_several_live_plans_each_number_has_its_plan():
    other = a_line("8", plan="rochester-2025")
    digest = a_digest([a_line("8"), other], plans=((PLAN, "One"), ("rochester-2025", "Another")))
    assert "HMP Rochester (rochester-2024) 8 Operational Health Lead" in "\n".join(week_lines(digest))


def test_as_plain_text_it_begins_with_the_headline_and_ends_with_its_moment():
    said = plain.render(a_digest()).splitlines()
    assert said[:3] == [headline(a_digest()), "", standing(a_digest())]
    assert said[-2:] == ["", "Digest 14 · as at Tuesday 4 February 2025, 8:30am"]
    assert plain.render(a_digest([])).count("\n\n") == 2


@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_however_many_actions_the_text_stays_short(count: int):
    assert len(plain.render(many(count, 60)).splitlines()) < 60


# --- what a brief says of tomorrow's ------------------------------------------------------------------------------


def test_mondays_brief_says_what_tomorrows_digest_will():
    red = Drafted(PRISON, "rochester", date(2024, 12, 3), 26, 18, ("1", "4", "11", "14", "22", "26"))
    brief = monday(drafts=(red, replace(red, prison="HMP Maidstone", on=date(2024, 12, 5), overdue=0, reddens=())))
    assert drafted(brief) == [
        "Tomorrow's digest of HMP Rochester will say: 18 of 26 actions late; 6 will be newly red in it: 1, 4, 11, 14, 22 and 26.",
        "The digest of HMP Maidstone on Thursday 5 December will say: 0 of 26 actions late; none will be newly red in it.",
    ]
    assert drafted(brief)[0] in plain.render(brief)


def test_no_name_and_no_words_of_anybody_stand_in_it():
    """A digest has none to say; nor may a change's channel or party bring any in."""
    assert DEC < JAN < TUESDAY
    said = plain.render(a_digest(changes=(change("5", "note"),)))
    assert "The Governor added a note: 5." in said


def test_that_an_owner_was_asked_is_said_of_the_post():
    assert kinds.did("nudge") == "asked how it stands"
    asked = Told(3, AS_AT, "nudge", "A. Sample", "Governor", "", "slack")
    assert kinds.told(asked, TUESDAY) == "4 February at 08:30, the Governor (A. Sample) in Slack: asked how it stands."


def test_help_says_what_each_colour_means():
    said = plain.render(Notice("help", names=("HMP Rochester",)))
    assert "late, blocked, or reported and unconfirmed for 20 working days red;" in said
    assert "`/actions HMP Rochester digest` the latest weekly digest" in said


def test_what_the_plan_printed_as_completed_is_not_said_to_be_confirmed():
    held = [a_line("8"), *(a_line(ref, status="done", printed=True) for ref in ("9", "10"))]
    burn_up = (Burn(TUESDAY, 1, 0),)
    digest = a_digest(held, burn_up=burn_up)
    assert "; 2 are printed as completed, none is confirmed since. Digest 14." in headline(digest)
    assert (
        "Planned and confirmed: 1 of 1 action was to be done by now, as first promised; 0 are confirmed."
        " 2 more were printed as completed." in week_lines(digest)
    )
    confirmed = a_digest([*held, a_line("13", status="done")], burn_up=burn_up)
    assert "; 3 are done. Digest 14." in headline(confirmed)


def test_of_the_newly_late_it_is_said_how_many_were_late_when_their_plan_was_loaded():
    held = [a_line("8", before_live=True, was_late=False), a_line("5", was_late=False), a_line("10", was_late=True)]
    said = week_lines(a_digest(held))
    assert (
        "Late: 1 on Tuesday 28 January + 2 new (1 of them late already when the plan was loaded) − 0 no longer late = 3."
        in said
    )
    assert (
        "Newly late since Tuesday 28 January: 5, due 30 November 2024; 8, late already when the plan was loaded."
        in said
    )
