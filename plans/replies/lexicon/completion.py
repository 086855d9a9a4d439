"""What says that an action is done, or tells of a deed that may be all of it."""

from plans.replies.lexicon.listing import listed, products
from plans.replies.lexicon.shared import LEFTOVERS

_IT = """
    it, this, that, this one, that one, this action, the action, this off, it off, this one off, the date on this
"""

_OFF_LISTS = """
    off the list, off your list, off my list, off our list, off the tracker, off your tracker, off our tracker, off the
    log, off the register, off the plan, off our plan, off the action plan, off the board, off the books
"""

_DONE = """
    done, complete, completed, closed, finished
"""

DONE = (
    listed("""
    accomplished, achieved, across the finish line, across the line, actioned, all bottomed, all boxed off, all
    boxes ticked, all buttoned up, all finished up, all mopped up, all present and correct, all seen to, all
    shipshape, all square, all square now, all squared away, all squared off, all ticked off, all tied up, all
    wrapped up, been and done it, been and gone and done it, been met in full, been put in place, been seen to,
    bottomed out, box ticked, boxed off, can be closed, can be marked as complete, can be marked as done, can be
    marked complete, can be removed, can be signed off, can be ticked off, can close this, can come off, can confirm
    completion, can confirm completion of, can now be closed, can shut down, can shut it down, can shut this down,
    can take this off, carried out as asked, carried out in full, case closed, closed, closed and filed, closed
    down, closed it down, closed off, closed out, closed this down, complete, complete and ongoing, completed,
    completed and closed, completed and ongoing, concluded, confirming completion, confirming completion of, cracked
    it, cracked this, cracked this one, crossed off, dead and buried, dealt with, delivered, did it, did it all, did
    it already, did that, did that one, did this, did this already, did this one, discharged, done, done & dusted,
    done and delivered, done and dusted, done and filed, done and finished, done the lot of it, draw a line under
    it, draw a line under this, everything in place, everything is in place, everything is now in place, everything
    is up and running, everything's in place, everything's now in place, fait accompli, finalised, finalized,
    finished, finished and filed, finished off, finito, fulfilled, fully met, gone and done it, gone live, has been
    met in full, home and dry, home and hosed, i confirm completion of, i did it, i did that, i did that one, i did
    this, i did this one, implemented, in place, in the bag, in the can, isn't outstanding, isnt outstanding, job
    done, job jobbed, job's a good un, job's a good'un, jobs a good un, knocked it on the head, knocked on the head,
    laid to rest, met in full, mission accomplished, nailed, nfa, no further action, no further action necessary, no
    further action needed, no further action required, no further work needed, no further work required, no longer
    open, no longer outstanding, not outstanding, not outstanding any more, not outstanding anymore, nothing further
    needed, nothing further needed from me, nothing further needed from us, nothing further required, nothing left,
    nothing outstanding, nothing remaining, nothing remains, now in place, objective met, over and done with, over
    the finish line, over the line, please close, pls close, polished off, put a line through it, put a line through
    this, put this one to bed, put to bed, put to rest, ready for closure, ready to be closed, ready to close,
    rectified, requirement met, requirements met, resolved, saw this through, seen it through, seen this through,
    seen through to the end, sewn up, shut down now, signed and filed, signed and sealed, signed off, signed off and
    closed, signed off and filed, signed off on it, signed off on this, signed sealed and delivered, signed sealed
    and done, signed sealed delivered, smashed it, smashed this, smashed this one, sorted, sorted and closed, sorted
    out, squared away, standard met, standards met, take it as complete, take it as done, take it off, take that as
    complete, take that as done, take this as complete, take this as done, taken care of, target met, targets met,
    that one closed, that one done, that one finished, that one sorted, that's a wrap, that's us all square, the
    action has been met, the recommendation has been met, this has been met, ticked all the boxes, ticked off, tied
    off, up and running, we are all square, we did it, we did that, we did that one, we did this, we did this one,
    we're all square, wedi ei wneud, wedi gorffen, wedi gwneud, wedi'i wneud, wrapped up, wrapped up and filed,
    :ballot_box_with_check:, :done:, :heavy_check_mark:, :white_check_mark:, ☑, ✅, ✓, ✔, 🏁
""")
    + products("agreed, accepted, approved, confirmed, minuted, was agreed, was accepted", "as", _DONE)
    + products(
        "remove, please remove, pls remove, take, can be removed",
        "-, it, this, that, this one, that one, this action",
        "from the list, from your list, from the tracker, from your tracker, from the log, from the plan, from "
        "the action plan, from my list",
    )
    + products("tracker, records, log, register", "to show", "it, this, this one, this action", "as, as now", _DONE)
    + products(
        "please record, please show, please log, please note, pls record, please class, please treat",
        "-, it, this, this one, this action, that",
        "as",
        _DONE,
    )
    + products(
        "i'd like, we'd like, i would like, we would like",
        "this, it, this one, this action",
        "closed, closed off, marked complete, marked as complete, signed off",
    )
    + products(
        "ok, okay, good, happy, fine, safe, i'd like, we'd like, i would like, we would like",
        "to close, to be closed, to close off, for closure",
        "-, it, this, this one, this off, it off, this action",
    )
    + products("pleased to, happy to, able to, can, to, i, glad to, -", "confirm, report", "completion", "-, of")
    + products(
        "please can, please could, pls can",
        "this, it, this one, that, that one, this action",
        "be, now be",
        "closed, closed off, marked complete, marked as complete, marked as completed, marked as done, ticked "
        "off, taken off",
    )
    + products(
        "can, could",
        "this, it, this one, that, that one, this action",
        "be, now be",
        "closed, closed off, marked complete, marked as complete, marked as completed, marked as done, ticked "
        "off, taken off",
        "please, pls, now please",
    )
    + products(
        "would you mind, do you mind, would you be so kind as, could you, can you, could you please, can you "
        "please, please could you, please can you",
        "closing, closing off, ticking off, marking, mark, to mark, to close",
        "it, this, that, this one, this action, it off, this off",
        "-, as done, as complete, as completed, as closed, as finished, done, complete, completed, closed",
    )
    + products(
        "happy for, content for, fine for",
        "it, this, that, this one, that one, the action, this action",
        "to be, to now be, now to be",
        "closed, closed off, closed down, closed out, signed off, ticked off, marked complete, marked as "
        "complete, marked done, marked as done, taken off",
    )
    + products(
        "can you, could you, would you, can u, could u, can you please, could you please, please can you, please "
        "could you, would you please",
        "close, tick off, close off, close out, close down, mark off",
        "-, it, this, it off, this off, it down, this down, this one, that one, this one off, this action",
    )
    + products(
        "is, is now, it's, it's now, this is, this is now, that's, that's now, now, now just, now part of, is "
        "part of, become, became, moved to, moved into, moved over to, gone to, gone into, over to, absorbed "
        "into, passed into",
        "bau, business as usual, standard practice, normal practice, common practice, routine, the norm, second nature",
    )
    + products(
        "take, knock, strike, scrub, wipe, cross, drop, tick, remove, get, can come, can now come, can go, can "
        "drop, can be"
        "taken, can be crossed, can be struck",
        "-, it, this, that, this one, that one, this action, me",
        _OFF_LISTS,
    )
    + products(
        "off, from, off of",
        "the, your, my, our, this, -",
        "list, tracker, register, log, plan, action plan, action list, to do list, books, board, system",
    )
    + products(
        "has been, have been, had been, was, were, all been, now been",
        "carried out, put in place, seen to, put right, ticked off",
    )
    + products(
        "done, did, completed, finished, delivered, met, carried out, implemented",
        "what was, what we were, what i was, everything that was, everything we were, all that was, all we were, "
        "all i was, everything i was, exactly what was, just what was",
        "asked, asked of us, asked for, asked to do, required, required of us, needed, wanted, agreed, set out",
    )
    + products(
        "done, did, finished, completed",
        "what it says, what it asks, what it asks for, what it asked for, everything it asks, everything it asks "
        "for, everything it says, all it asks, all that it asks, all it asks for, what the action asks, what the "
        "action says, as asked, as required",
    )
    + products(
        "managed to",
        "finish, complete, close, sort",
        "it, this, that, this one, it off, this off",
    )
    + products(
        "put",
        "this, it, that, this one, that one",
        "to bed",
    )
    + products(
        "wrapped, tied, finished, sorted, ticked, closed, crossed, signed, boxed",
        "it, this, that, this one, that one",
        "up, off, out",
    )
    + products(
        "sorted, nailed, cleared, closed, finished, completed, actioned",
        "it, this, that, this one, that one",
    )
    + products(
        "got, had",
        "it, this, that, this one, that one, it all, the job",
        "done, finished, sorted, closed, completed, signed off, wrapped up, over the line",
    )
    + products(
        "nothing, nowt, not a thing",
        LEFTOVERS,
        "-, on it, on this, on this one, here",
    )
    + products(
        "please, pls, plz, you can, can now, ready to, happy for you to, happy to, ok to, feel free to, -",
        "close",
        _IT + ", it now, this now, this down, it down, out, off, please, pls",
    )
    + products(
        "mark",
        _IT + ", as, it as, this as, this one as, this action as, that as, me as, off, down",
        _DONE,
    )
    + products(
        "mark as, please mark, mark",
        _DONE,
    )
    + products(
        "tick, cross, strike",
        "it off, this off, that off, this one off, that one off",
    )
)
"""It is done."""

DO = listed("""
    able to finish, achieve, action, address, addressed, be with you, close, closing, closure, complete by,
    completes, completing, completion, conclude, conclusion, deliver, deliverable, do, do it, do that, do this,
    doing, finalise, finish, finishes, finishing, fix, fixed, get around to it, get around to this, get it, get
    round to it, get round to this, get there, get this, get to it, get to that, get to this, get to this one, go
    live, have it, have this, hit, implement, land, make, meet, pick it up, pick this up, ready, resolve, should be
    with you, sign it off, sign off, sign that off, sign this off, sign-off, sort, sorting, start it, start on it,
    start on this, start this, submit, submitted, tackle, there, to close, to complete, to finish, to sort, touch
    it, touch this, up to speed, will be with you, with you, wrap
""")
"""What would be done."""

DEEDS = listed("""
    added, advertised, agree, agreed, agrees, approved, audited, back in use, bought, briefed, checked, circulated,
    cleaned, commissioned, communicated, covered, created, delivered to, demonstrated, developed, displayed,
    displaying, distributed, drawn up, embedded, established, evidenced, fitted, handed back, handed in, handed
    over, held, hired, in post, in situ, in use, inducted, inspected, installed, introduced, issued, launched, live,
    logged, met, moved across, moved in, off site, on display, opened, painted, posted, posters up, presented,
    produced, published, purchased, put in, put up, raised, ratified, re-issued, recorded, recruited, refreshed,
    refurbished, reinstated, reissued, relocated, removed, repaired, replaced, restored, reviewed, revised, rolled
    out, running, scheduled in, set up, shared, signed, submitted to, swapped, tested, trained, updated, uploaded,
    validated, verified, walk around, walk round, walked round, working well, written
""") + products(
    "part of, now part of",
    "our, the",
    "normal, usual, daily, everyday, standard, regular, core, -",
    "routine, practice, business, day job",
)
"""A deed told, which is no word of completion."""
