"""A later date, more time, and to be asked again later."""

from plans.replies.lexicon.listing import listed, products
from plans.replies.lexicon.shared import CHASING, NO_CHASING

_CANNOT = """
    won't, wont, will not, can't, cant, cannot, can not, not going to, not gonna, isn't going to, isnt going to,
    unlikely to, unable to, aren't going to, couldn't, could not, didn't, did not, don't think we'll, don't think
    i'll, never going to, struggling to, going to struggle to, will struggle to, not able to, not be able to, we'll
    not, we'll never
"""

LATER = (
    listed("""
    a stay of execution, amend date, amend the date, amended date, ask for an extension, bump, bump it to, bump this
    to, bump to, bumped, carry forward, carry over, change date, change deadline, change of date, change target,
    change the date, could do with a bit longer, could do with longer, could do with more time, could do with
    moving, date change, date needs moving, date needs to move, date will need to move, defer, deferral, deferred,
    delay, delayed, delaying, exension, extend, extended, extending, extension, extension of time, extention, extn,
    grace, grace period, has to move, has to shift, have to move, kick back, kick down, kick the can, knock back,
    knock it back, month's grace, months' grace, move date, move the date, move the date back, move the deadline
    back, moved back, must move, need a further, need a new date, need til, need till, need to move, need to shift,
    need until, needed until, needs a further, needs a new date, needs pushing, needs pushing back, needs putting
    back, needs shifting, needs til, needs till, needs to move, needs to shift, needs until, new date, new deadline,
    new target, new target date, not before, not til, not till, not until, oedi, postone, postpone, postponed,
    postponement, push back, push it back, push it out, push out, push the date back, push the deadline back, push
    this back, pushed back, pushed out, put back, put it back, put off, put the date back, put this back, re-base,
    re-baseline, re-date, re-dated, re-forecast, re-phase, re-plan, re-profile, re-profiled, re-programme, re-time,
    rebase, rebased, rebaseline, rebasing, recast, redate, redated, reforecast, rejig, rephase, rephased, rephasing,
    replan, replanned, reprofile, reprofiled, reprofiling, reprogramme, reprogrammed, require until, requires a
    further, requires until, reschedule, rescheduled, reset the date, retime, revise the date, revised date, revised
    deadline, revised target, revised target date, roll forward, roll over, set a new date, set back, setback, shift
    the date, slip, slip it, slip this, slip this one, slipped, slipping, slips, stay of execution, stretch the
    date, stretch the deadline, wants a further, wants another, wants longer, wants more time, wants moving, wants
    pushing, wants pushing back, wants putting back, wants shifting, week's grace, weeks' grace, will have to move,
    will have to shift, will need till, will need to move, will need until, won't be before, won't be till, won't be
    until, wont be before, wont be till, wont be until
""")
    + products(
        "the date, the deadline, the due date, the target date, the completion date, the target, deadline, due "
        "date, target date",
        "changed, changing, moved, moving, pushed, pushing, put back, pushed back, moved back, shifted, extended, "
        "extending, revised, revising, amended, altered",
    )
    + products(
        "amend, change, move, revise, alter, extend, reset, shift, adjust",
        "the, this, my, our",
        "completion date, due date, target date, deadline, target",
    )
)
"""A later date."""

SHIFTS = listed("""
    able to do, aim at, aim for, allow till, allow until, amend to, amended to, ask for, ask for until, asked for,
    asking for, be, be changed to, be looking at, best make it, better make it, better say, bump it along, bump it
    along to, bump this along, bung it, by, call it, can do, can get it done by, can have it done by, can we say,
    carry on until, change it to, change that to, change to, changed to, chuck it, completion date, could do, could
    we say, date amended to, date changed to, date moved to, date of, drift, drift into, drifted into, drifting,
    for, get it done by, gie me, gie me till, gie us, gie us till, gie us to, gie us until, give it till, give it
    to, give it until, give me, give me till, give me to, give me while, give us, give us til, give us till, give us
    to, give us until, give us while, go for, go on to, go on until, go to, goes out to, going for, going to take
    until, hang on till, have it done by, have til, have till, have until, have while, hold till, hold until, hoy
    it, into, it'll have to be, it's going to be, its going to be, kick it, kick it on, kick it on to, kick this,
    knock it, knock it on, knock it on to, knock this, last until, leave it to, let me have until, let us have
    until, let's go for, let's say, lets say, look at, looking like, looking more like, mak it, make, make it, make
    that, manage, mek it, more like, more likely, move, move it along, move it along to, move out to, moved, moves
    back to, moves out to, moves to, moving, nearer, nearer to, need, needed, needs, new completion date, not till,
    now, now looking at, now looking like, pencil me in for, plan for, planning for, punt it, punt this, push,
    pushed, pushing, put it, put it down for, put me down for, put this, put us down for, realistic date, reckon on,
    request until, require, requires, reset to, revise to, revised completion date, revised to, roll, rolled, run
    into, run on to, run on until, run over into, run through to, run till, run to, run until, running into, runs
    into, set it for, set it to, settle for, shall we say, shift, shift out to, shifted, shifts to, shove, shove it,
    shove it into, shove it to, shove this, shove this to, slide, slide it, slide this, spin it out to, stick it,
    stick me down for, stick this, stretch it to, stretch to, take me to, take me until, take till, take until, take
    us into, take us to, take us until, takes till, takes until, talking, that this moves to, that'll have to be,
    the date changed to, til, till, to, until, wait till, wait while, want, we're talking, will get it done by, will
    have to be, work to, working to, would have to be, you're looking at, you're talking
""")
"""A later date, where a day follows."""

MORE_TIME = (
    listed("""
    additional time, ambitious, be late, behind, behind schedule, bit longer, breathing room, breathing space, date
    is unrealistic, extra time, further time, give me longer, give us longer, going to be late, going to miss, gonna
    miss, i'll miss, it'll be late, late, leeway, little longer, longer, miss the date, miss the deadline, miss
    this, missing the date, missing the deadline, more time, need longer, need more time, needs longer, needs more
    time, no chance of, no chance of hitting, no chance of making, no hope of, no way i'll make, no way of making,
    no way we'll hit, no way we'll make, not a cat in hell's chance of, not a chance of, not a hope of, not
    achievable, not doable, not enough time, not feasible, not going to see, not making, not realistic, optimistic,
    over running, over-optimistic, overly optimistic, overrun, overrunning, pie in the sky, ran out of time, run out
    of time, running behind, running late, slower than expected, slower than planned, take longer, takes longer,
    taking longer, time extension, too ambitious, too soon, too tight, unachievable, unrealistic, was optimistic,
    we'll miss, will be late, will miss, won't be on time, won't be ready, won't see, wont be on time, wont be ready
""")
    + products(
        "took longer, taking longer, takes longer, longer, a bit longer, bit longer, later, slower",
        "than",
        "-, we, i, we'd, we had, i'd, i had",
        "wanted, hoped, planned, expected, thought, liked, intended",
    )
    + products(
        _CANNOT,
        "make, hit, meet, manage",
        "-, it, this, that, this one, the date, the deadline, that date, this date, the target, by then, in time, "
        "on time",
    )
)
"""More time."""

REMINDS = (
    listed("""
    ask again, ask me, ask me again, ask us, ask us again, bother me, bother me again, bother us again, bring
    forward to, bring it up again, buzz me, catch me, chase after, chase again, chase in, chase me, chase me again,
    chase me up, chase on, chase us, check again, check back, check back with me, check back with us, check in,
    check in with me, check with me, circle back, come back after, come back again, come back in, come back on, come
    back to me, drop me a line, follow up with me, get back to me, grab me, hassle me, have another go, hold fire
    till, hold fire until, hold off till, hold off until, hold reminders until, hold the reminders, hold the
    reminders until, hold your reminders, hold your reminders until, jog my memory, knock on my door, leave it til,
    leave it till, leave it until, leave it with me til, leave it with me till, leave it with me until, leave me
    alone till, leave me alone until, leave me till, leave me until, leave this til, leave this till, leave this
    until, leave till, leave until, leave with me till, leave with me until, look me up, message me, mute it, mute
    it till, mute it until, mute this, mute this till, mute this until, mute till, mute until, no chasing until, no
    reminders until, not now, nudge me, park it till, park it until, park this till, park this until, pause
    reminders, pause reminders until, pause the reminders until, pause this until, pause until, pester me, pick it
    up with me, pick this up with me, ping me, ping us, poke me, prod me, prompt me, quiet until, quieten this
    until, raise again, raise this again, remind me, remind us, reminder please, reming me, remnd me, return to me,
    revisit with me, shout me, shout up, silence this until, snooze, snooze it, snooze it until, snooze this, snooze
    this till, snooze this until, speak to me, tap me up, try again, try me, try me again, wake me up
""")
    + products("stick, put, pop, set", "a reminder", "in, on, -", "for, on")
    + products("give", "me, us", "a", "ring, bell, call")
    + products(
        "set, send, give, drop, put in, pop in, stick in",
        "-, me, us",
        "a, another, the, one more",
        "reminder, nudge, prod, shout, prompt, poke",
    )
    + products(
        NO_CHASING,
        CHASING,
        "-, about it, about this, about this one, with it, with this, with this one, on this, for this, again",
        "until, till, til, before",
    )
)
"""Ask again later."""
