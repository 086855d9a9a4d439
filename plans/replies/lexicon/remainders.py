"""What makes a completion doubtful: not all of it, a piece, something left, something to come."""

from plans.replies.lexicon.listing import listed

NOT_ALL = listed("""
    a bit, a chunk, a couple, a few, a few of, a handful, a number of, a third, all bar, all i can, all i could, all
    we can, all we could, almost all, anything except, apart, apart from, as far as, as many, as many as, as much
    as, aside from, bar, bar a few, bar one, bar the, bar the shouting, bar two, besides, bit of, bits, bits and
    pieces, bulk, bulk of, caveat, caveated, caveats, chiefly, chunk, chunks, core, couple of, days only, everything
    but, everything i can, everything we can, everything we could, except, except for, except one, excepting,
    exception, exceptions, excluding, few, few of, first few, first three, first two, for many, for most, for some,
    fraction, from my end, from my side, from our end, from our side, half, half way, halfway, handful, in draft, in
    part, in patches, in places, last few, last two, leaving aside, leaving out, less the, main, mainly for, minus,
    most, most of, much of, my bit, my half, my part, my share, my side of things, nearly all, nights only, none
    but, not all, not counting, not including, on my side, on our part, on our side, one bit, one part, one thing,
    one third, only, other, other half, other than, others, our half, our side of things, partial, partially,
    partly, patchily, patchy, portion, primarily, proportion, quarters, remainder, rest, save for, several, several
    of, share, so long, so much, some, some of, somewhat, the main, the ones, their bit, their half, their part,
    third of, thirds, three quarters, three- quarters, thus far, to a degree, to an extent, two thirds, two-thirds,
    up to a point, what i can, what i could, what little, what we can, what we could, with the exception of
""")
"""Not all of it."""

PIECES = listed("""
    a lot, afternoon's, aspect, aspects, batch, bit, cells, certain, daily, draft, each month, each week, easier,
    easy, element, elements, enough, final, first, for february, for january, for march, for the day, for this
    month, for this week, for today, four of, fourth, harder, houseblock, in places, initial, initially, interim,
    landing, landings, last, last month's, last week's, loads, lots, majority, many, month's, monthly, more,
    morning's, much, my end, my side, one of, our bit, our end, our part, our side, paper, part, parts, per cent,
    percent, phase, phases, piece, pieces, pilot, preliminary, quarter, round, sample, second, section, sections,
    semi, stage, stages, step, steps, third, this end, this month, this month's, this quarter, this quarter's, this
    week, this week's, three of, today's, tranche, two of, unit, units, up to, version, week's, weekly, wing, wings,
    1st, 2nd, 3rd
""")
"""A part of something: a doubt in the clause where it stands."""

LEFT = listed("""
    additional, another, await, awaited, awaiting, backlog, bring back, catch up, catching up, chase, chasing, come
    back, concern, concerns, continues, continuing, crossing the t's, delays, dot the i's, error, errors, final bit,
    final check, final hurdle, final step, final touches, finishing off, finishing touches, gap, gaps, got to,
    gotta, had to, hard part, has to, have to, i owe, issue, issues, keeps, last bit, last hurdle, last step, left,
    loose end, loose ends, minus the, missing, mop up, mopping up, more work, must, need, need to, needed, needing,
    needs, needs doing, needs signing, needs to be, next comes, next up, now for, on to the next, onto the next,
    outstanding, owe, owed, owing, pending, problem, problems, relapsed, remain, remaining, remains, required to,
    requires, revisit, sans, short, snag, snagging, snags, still, still got, still has, still have, still need,
    still needs, still owe, still to, tidy up, tidying, to be, to chase, to close, to come, to complete, to cross,
    to do, to dot, to finish, to finish off, to fit, to fix, to follow, to go, to iron out, to mop up, to sign, to
    sort, to sort out, to tidy up, to tie up, to write, trouble, wants a, wants an, wants doing, wants signing, work
    on, work to do, yet outstanding, yet to
""")
"""Something is left."""

TURNS = listed("""
    actually, albeit, although, bear with, but, come to think, correction, despite, even so, except, hang on, having
    said that, hold on, however, i mean, mind you, nevertheless, nonetheless, oh wait, on reflection, only thing, or
    rather, rather, that said, thinking about it, tho, though, wait, whereas
""")
"""Something follows."""

TO_COME = listed("""
    about to, aim is to, aim to, aiming for, aiming to, aims to, all set to, anticipate, anticipated, anticipating,
    any day, any day now, as soon as possible, asap, be, before long, by and by, by close, by close of play, by cop,
    by end of play, by lunch, by lunchtime, by the time, by then, by tonight, commit to, committed to, consider it
    complete, consider it done, consider it sorted, consider that done, consider this done, deadline, down for, due,
    due by, due for, due in, due to, due to be, en route, envisage, envisaged, envisages, est, estimate, estimated,
    eta, eventually, expect to, expected, expected by, expected in, expected to be, expecting, expecting to,
    expects, fixing to, forecast, foresee, fully expect, geared up, gearing up, get it, get this, getting, getting
    it, going to, going to be, gonna, gonna be, good as gold, got to get, gotta get, have to get, he'll, heading
    for, heading towards, hope is to, hope to, hoping for, hoping to, i'll, imminent, imminently, in a bit, in a
    jiffy, in a minute, in a mo, in a moment, in a sec, in a second, in a tick, in due course, in future, in no
    time, intend, intend to, intending, intends, it'll, later this week, later today, let us, let's, lets, like to
    get, lined up, looking at, looking to, momentarily, must be, must get, need it, need this, now in a minute, on
    course, on course to, on the way to, on track, one day, one of these days, ought to be, ought to get, pencilled,
    pencilled in, plan is to, plan to, planned, planning, planning to, plans to, predict, predicted, presently,
    projected, promise, promise to, propose, proposed, ready for when, scheduled, scheduled for, scheduled to, set
    for, set to, shall, shall be, sharpish, she'll, shortly, slated, slated for, some day, some time soon, someday,
    sometime, soon, target, targeting, that'll, the day after, the future, the plan is to, the sooner, they'll, this
    afternoon, this evening, to be, tomorrow, tonight, tryna, upcoming, want it, want this, want to, wanting, wants
    it, wants to, wants to be, we expect, we'll, will, will be, will get, will have, working towards, would like to
""")
"""It is to come."""
