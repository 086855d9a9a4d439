"""Whose an action is not, and whose it is."""

from plans.replies.lexicon.listing import listed, products

_MINE = """
    mine, ours, me, us, my action, my one, our action, my area, our area, my post, my job, my responsibility, my
    remit, my role, our responsibility, our remit, for me, for us, down to me, down to us, within my remit, in my
    remit, my department, with me, with us, my bag, one for me, one for us, one of mine, one of ours, under me, my
    team, our team, my function, on my list, on our list, my patch, our patch, in my gift, on me, an action for me,
    an action for us, my concern
"""

NOT_MINE = (
    listed("""
    above my pay grade, allocated in error, assigned in error, assigned to me in error, can't be mine, cannot be
    mine, do not own, don't believe this is mine, don't deal with, don't lead on, don't own, don't think that's
    mine, don't think this is for me, don't think this is me, don't think this is mine, don't think this is ours,
    don't work in, don't work on, dont own, got the wrong, ive left, misallocated, misdirected, never mine, never my
    action, no longer cover, no longer covering, no longer in post, no longer mine, no longer my action, no longer
    my area, no longer my patch, no longer my remit, no longer my responsibility, no longer ours, no longer part of
    my role, no longer responsible, no longer responsible for this, no longer the owner, no longer with me, not a
    job for, not a matter for, not allocated to me, not at rochester, not for me or us, not my, not my line
    management, not our, not part of my job, not part of my role, not something i, not something we, not the lead,
    not the lead for this, not the owner, not the right contact, not the right person, not the right team, not
    within my gift, nothing tae do wi me, nothing to do wi me, nothing to do wi us, nothing to do with, nothing to
    do with me, nothing to do with us, nowt to do wi me, nowt to do wi us, nowt to do wi', nowt to do with, nowt to
    do with me, nowt to do with us, out of my remit, out of our remit, outside my area, outside my remit, outside
    our remit, sent to me by mistake, sent to me in error, sent to the wrong, should not be me, should not be mine,
    should not be with me, shouldn't be getting these, shouldn't be getting this, shouldn't be me, shouldn't be
    mine, shouldn't be on my list, shouldn't be with me, shouldn't have come to me, shouldnt be getting these,
    shouldnt be getting this, somebody else's, someone else, someone else's, why am i getting this, why have i got
    this, wrong address, wrong department, wrong dept, wrong door, wrong gov, wrong governor, wrong inbox, wrong
    jail, wrong owner, wrong people, wrong person, wrong post, wrong prison, wrong tree, wrongly allocated, wrongly
    assigned, you've got the wrong
""")
    + products(
        "i've no, i have no, we've no, we have no, no longer have, i've got no, i don't have",
        "responsibility, remit, oversight, involvement, jurisdiction, authority",
    )
    + products(
        "wrong",
        "chap, bloke, lass, lad, fella, guy, man, woman, lady, geezer, sharon, dave, manager, office, function, "
        "addressee, name, email, recipient, team, colleague, director, group, site, establishment",
    )
    + products(
        "i don't, i dont, i do not, i no longer, i never, we don't, we dont",
        "run, manage, lead, lead on, own, deal with, look after, oversee, handle, have oversight of, line manage, "
        "have responsibility for",
    )
    + products(
        "no, no', nae, naw, no' really",
        "mine, mine pal, mine hen, ma job, ma action, my job, ours, oor job, for us, for me",
    )
    + products(
        "not, isn't, isnt, wasn't, ain't, aint, this isn't, it's not, isn't really, not really, is not, "
        "definitely not, not actually, don't think it's, nae",
        _MINE,
    )
)
"""It is not mine."""

GONE = listed("""
    been redeployed, changed jobs, changed my job, changed post, changed posts, changed role, changed roles,
    different role now, do not work there, don't work here, don't work there, dont work there, finished acting up,
    handed in my notice, handed over my, i am no longer covering, i am no longer head, i am no longer in, i am no
    longer the, i am now at, i don't work there, i finished in that, i finished there, i have left, i have moved, i
    have moved on, i have moved prisons, i have retired, i have transferred, i left, i left in, i left that post, i
    left the post, i moved to, i retire, i retired, i transferred to, i was acting, i was covering, i work at, i'm
    at, i'm based at, i'm no longer covering, i'm no longer head, i'm no longer in, i'm no longer on, i'm no longer
    the, i'm no longer working, i'm not head of, i'm not the head of, i'm now at, i've been redeployed, i've changed
    jobs, i've gone to, i've left, i've moved, i've moved on, i've moved prisons, i've moved to another, i've
    retired, i've transferred, im at, im no longer head, im no longer the, im now at, ive left, ive moved on, left
    the prison, left the service, moved departments, moved jobs, moved posts, moved prisons, moved role, moved
    roles, moved team, moved teams, moved to another job, moved to another prison, new job, new post, new role, no
    longer a cm, no longer acting up, no longer at, no longer based at, no longer deputy, no longer doing that job,
    no longer doing that role, no longer head of, no longer in charge, no longer in post, no longer in role, no
    longer in that post, no longer in that role, no longer in this post, no longer in this role, no longer the cm,
    no longer the governor, no longer the head of, no longer work, no longer work here, no longer work there, not at
    rochester, not at that prison, off on secondment, on secondment, on secondment now, only acting up, only
    covering, seconded to, stepped down from, stopped acting up, tupe'd, tuped, was just covering, was only acting,
    was only acting up, was only covering, whoever has my old job, whoever has replaced me, whoever has taken over,
    whoever has taken over from me, whoever replaced me, whoever replaces me, whoever took over, whoever took over
    from me
""")
"""The person has left."""

BELONGS_TO = listed("""
    a job for, a matter for, allocate this to, allocate to, ask, assign it to, assign this to, assign to, belong to,
    belong with, belongs to, belongs with, best person is, change owner to, change the owner to, chase, contact,
    correct owner is, delegate it to, delegate this to, delegate to, down to, falls to, falls under, falls within,
    fao, for the attention of, forward this to, forward to, gave it to, gave this to, give it to, give this to, give
    to, given this to, go to, goes back to, goes to, hand it over to, hand it to, hand over to, hand this over to,
    hand this to, hand to, handed it over to, handed it to, handed my post over to, handed over the post to, handed
    the action over to, handed the post over to, handed the role over to, handed this over to, handed this to,
    handing it to, handing over to, handing this over to, handing this to, handover to, is a job for, is a matter
    for, is led by, is owned by, is with, it is for, it's a, it's an, it's down to, it's for, its a, lead is, led
    by, lies with, move it to the, move this to the, need to go to, needs to be with, needs to go to, needs to sit
    with, now belongs to, one for, one's for, ones for, over to, owned by, owner is, owner should be, pass it on to,
    pass it to, pass on to, pass this on to, pass this to, pass to, passed it on to, passed it to, passed this on
    to, passed this to, passing it to, passing this on to, passing this to, please ask, please chase, please
    contact, please speak to, re assign to, re-allocate to, re-assign to, reallocate, reallocate to, reassign,
    reassign it to, reassign this to, reassign to, redirect this to, redirect to, refer to, responsibility of, rests
    with, right person is, route to, sat with, send it to, send this to, send to, should be, should be for, should
    be with, should come to, should go to, should sit with, sit with, sits under, sits with, speak to, swap to, that
    is for, that one for, that one is for, that one's for, that ones for, that's a, that's an, that's down to,
    that's for, that's one for, thats a, thats for, thats one for, the responsibility of, this is a, this is an,
    this is down to, this is for, this is one for, this one is for, this one's for, this ones for, thisn's for,
    transfer it to, transfer this to, transfer to, transferred it to, transferred this to, try, try the, up to, you
    need, you want, you'll want
""")
"""Whose it is follows."""

OWNS = listed("""
    are leading, are leading on this, are responsible, are responsible for this, are the lead, are the owners, deal
    with this, deals with it, deals with this, do this, does this, for this one, has got this, has picked this up,
    has taken over, has taken this on, has taken this over, has this, has this one, have got this, have taken over,
    have taken this on, have this one, hold this, holds this, is in post now, is leading, is leading on this, is now
    in post, is responsible, is responsible for this, is the lead, is the owner, lead on it, lead on that, lead on
    this, lead this, leads on it, leads on that, leads on this, leads this, look after this, looks after this,
    manage this, manages this, need to answer, needs to answer, now has this, now have this, now leads on this, now
    own this, now owns this, own, own it, own that, own this, own this one, owns, owns it, owns that, owns this,
    owns this one, picked this up, should answer this, should be doing this, should be leading, should have this,
    should lead, should lead on this, should lead this, should own it, should own this, should pick this up, to
    action, to lead, to pick this up, to pick up, to take this, took over, took over from me
""")
"""Whose it is stands before."""
