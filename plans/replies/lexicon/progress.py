"""How it goes, what stops it, and why."""

from plans.replies.lexicon.listing import listed, products

UNDONE = listed("""
    ddim eto, did not happen, didn't happen, didnt happen, has not happened, has not started, hasn't happened,
    hasn't started, hasnt happened, hasnt started, have not started, haven't done it, haven't got to it, haven't got
    to this, haven't started, havent started, heb ei wneud, heb orffen, incomplete, never happened, no further
    forward, no further on, no joy, no luck, no movement, no progress, no time, nope, not as yet, not begun, not got
    round to it, not got to it, not got to this, not had a chance, not had chance, not had time, not happened, not
    looked at, not started, not touched it, not yet, nothing yet, overdue, remains open, still open, still
    outstanding, undone, unfinished, yet to happen, yet to start
""")
"""Nothing has happened."""

GOING = listed("""
    actioning, actively, advertising, all in hand, all on plan, almost there, ar y gweill, arranged, as before, at
    tender, began, begin, beginning, begun, being, being done, being looked at, being worked on, booked, bubbling
    along, chipping away, coming along, commenced, commencing, consulting, continues, continuing, crack on, cracking
    on, discussing, drafted, drafting, first draft written, getting done, getting on with, getting on with it,
    getting there, going according to plan, going alright, going fine, going nicely, going ok, going okay, going to
    plan, going well, good progress, half way, half way through, halfway, halfway through, headway, in development,
    in discussion, in draft form, in flight, in hand, in motion, in process, in progress, in the pipeline, in the
    works, in train, interviewing, it's in hand, just started, keep it open, keep open, leave it open, leave open,
    limited progress, looking into, making good progress, making headway, making progress, mid way, midway, midway
    through, mobilising, moving, moving along, moving forward, nearly there, no change, no further update, no longer
    blocked, no longer stuck, no longer waiting, no news, no update, not blocked, not blocked any more, nothing new,
    nothing to report, of the way, of the way there, of the way through, on course, on course for, on going, on it,
    on it like a bonnet, on its way, on plan, on schedule for, on target, on the case, on the go, on the up, on the
    way, on track, on track for, on with it, ongoing, ordered, out for consultation, out to advert, out to
    consultation, out to tender, part way, part way through, picking it up, picking this up, picking up, pipeline,
    plodding along, plodding on, progress, progressed, progressing, progressing well, quote in, quotes in, quoting,
    recruiting, remains open, rolling out, same as before, same as last week, scoped, scoping, shortlisting, slow
    progress, some progress, start, started, started this, starting, starting next week, starts, stay open, steady
    progress, still going, still open, tendering, ticking along, ticking over, to plan, under consideration, under
    discussion, under review, under way, underway, we're on, well under way, well underway, will begin, will start,
    wip, with legal, with the printers, work has begun, work has started, work in progress, work is underway, work
    started, working on, working on it, working on this, working through
""")
"""How it goes."""

STOPPED = (
    listed("""
    at a dead end, at a standstill, at a stop, back order, barrier, bid refused, blockage, blocked, blocker,
    blocking, bogged down, bottleneck, brick wall, can't be done, can't be progressed, can't be started, can't
    continue, can't do anything, can't do it, can't get, can't get any further, can't go ahead, can't go any
    further, can't go further, can't go on, can't move, can't move forward, can't move on, can't move on this, can't
    proceed, can't progress, can't start, can't take forward, can't take this forward, cannae do it, cannot be done,
    cannot be progressed, cannot be started, cannot continue, cannot do anything, cannot do it, cannot get, cannot
    get any further, cannot go ahead, cannot go any further, cannot go on, cannot move, cannot move forward, cannot
    move on, cannot proceed, cannot progress, cannot start, cannot take this forward, cant be done, cant do
    anything, cant do it, cant get, cant move, cant proceed, cant progress, cant start, catch 22, catch-22, caught
    up in, ceased trading, chicken and egg, clogged up, come to a halt, come to a stop, dead end, dead in the water,
    deadlock, deadlocked, frozen, funding not approved, funding refused, getting nowhere, going nowhere, going
    nowhere fast, gone bust, gone into administration, gone into liquidation, gone to the wall, gone under,
    gridlocked, ground to a halt, grounded, halted, hampered, hands are tied, hands tied, held back, held up, hit a
    brick wall, hit a wall, holding it up, holding this up, holding us up, hung up in, impasse, in administration,
    in deadlock, in limbo, in liquidation, in the long grass, into administration, into liquidation, isn't going
    anywhere, isn't happening at the moment, jammed, jammed up, limbo, log jam, log jammed, logjam, logjammed, my
    hands are tied, no can do, no eta, no one available, no one to do it, no takers, nobody available, nobody to do
    it, not able to proceed, not able to progress, not able to start, not been funded, not funded, not going
    anywhere, not happening at the moment, not happening just now, nothing is moving, nothing moving, nothing's
    moving, on back order, on hold, on ice, our hands are tied, out of stock, parked, paused, prevented, refused
    funding, scuppered, shelved, show stopper, showstopper, snarled up, snookered, stalled, standstill, stonewalled,
    stopped, stuck, stuck fast, stuck in, stymied, suspended, tied up in, unable to move, unable to proceed, unable
    to progress, unable to start, unable to take, unfunded, wedged
""")
    + products(
        "bid, funding, request, business case, application",
        "was, has been, got, -",
        "turned down, rejected, refused, declined, knocked back, not approved",
    )
    + products("nothing", "i, we", "can do, can do about it, can do here, can do on this")
    + products(
        "no, not enough, lack of, short of, no available",
        "staff, staffing, officers, cover, kit, parts, materials, trainers, trainer, contractor, instructors, "
        "escorts, escort, resource, resources, bodies, applicants, vehicles, money, budget, funding, cash, "
        "capacity, funds",
    )
)
"""It is stopped."""

WAITS = listed("""
    at the mercy of, awaiting, dependent on, dependent upon, depends on, hinges on, in a queue, in the queue,
    pending, queue, reliant on, reliant upon, wait for, wait on, waiting, waiting for, waiting on, waits on
""")
"""It waits."""

REASONS = listed("""
    after, as, b/c, bc, because, because of, cause, cos, coz, down to, due to, following, given, in light of, in
    view of, on account of, owing to, reason, reason being, reason is, since, so that, thanks to
""")
"""A reason follows."""
