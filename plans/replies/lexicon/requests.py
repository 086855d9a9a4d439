"""Questions, favours, taking back, and what stands round a report: papers, prefaces, who and how."""

from plans.replies.lexicon.listing import listed, products

ASKS = listed("""
    anything for me to do, anything for us to do, anything i need to do, anything i should, anything needed,
    anything required, anything to be done, anything we need, can't tell whether, can't work out whether, cannot
    work out whether, how, how come, how do, how's, is there anything, not clear whether, owt needed, owt to do,
    what, what am i, what are we, what do you mean, what do you mean by, what does, what if, what's, whats, when's,
    where, where's, wheres, which, who, who do, who does, who's, whose, why, wot
""")
"""A question."""

FAVOURS = listed("""
    all right to, alright to, am i able to, any chance, any chance of, appreciate it if, are we able to, are you
    able to, be grateful if, can, can i, can i please, can it, can this, can this one, can u, can we, can we call
    it, can we make it, can we please, can we say, can you, can you do, can you please, cld we, could, could i,
    could it, could this, could this one, could u, could we, could we make it, could we please, could we say, could
    you, could you do, could you please, cud we, do you mind, grateful for, grateful if, happy for, i wonder if i
    could, i wonder if we could, i wondered if we could, i would appreciate, i would appreciate it if, i would be
    grateful for, i would be grateful if, i'd appreciate, i'd appreciate it if, i'd be grateful for, i'd be grateful
    if, is it ok, is it ok if, is it okay, is it okay if, is it possible, is it possible to, is there any chance, is
    there any chance of, is there scope, is there scope for, it would be helpful if, it would help if, may i, may
    we, mind if, ok to, okay to, please can, please can you, please could, please could you, please may i, please
    may we, please would you, possible, possible to, shall we say, wondering if we could, would appreciate it if,
    would be grateful for, would be grateful if, would it be all right if, would it be alright if, would it be ok,
    would it be ok if, would it be okay if, would it be possible, would it be possible to, would you, would you be
    able to, would you mind
""")
"""A favour asked."""

UNDOES = listed("""
    accidentally, answered the wrong one, belay that, by accident, by mistake, cancel it, cancel last, cancel my
    last, cancel that, change it back, change that back, clicked by mistake, clicked the wrong button, clicked the
    wrong one, delete my last, delete that, did not mean to, didn't mean it, didn't mean that, didn't mean to,
    didn't say that, didnt mean to, disregard, disregard my last, disregard my previous, disregard previous,
    disregard that, fat finger, fat fingered, fat fingers, forget i said anything, forget i said that, forget that,
    forget what i said, go back, go back please, hit done by mistake, hit the wrong button, hit the wrong one, i
    take that back, i was wrong, ignore last, ignore last message, ignore me, ignore my earlier, ignore my earlier
    message, ignore my last, ignore my last message, ignore my last reply, ignore my message, ignore my previous,
    ignore my previous message, ignore my reply, ignore previous message, ignore that, ignore that last, ignore the
    last message, ignore the last one, ignore what i said, in error, jumped the gun, meant that for, my bad, my
    mistake, not that one, not what i meant, ooops, oops, oops no, please ignore, please reopen, posted in error,
    pressed by mistake, pressed done by mistake, pressed the wrong button, pressed the wrong one, put it back how it
    was, put it back please, put it back to open, put that back, remove that, reopen it please, replied to the wrong
    one, retract, retract that, reverse it, reverse my last, reverse that, reverse what i just told you, reverse
    what i said, revert, revert that, roll back, roll that back, rollback, scrap it, scrap my last, scrap that,
    scratch that, sent in error, should not have said, shouldn't have said, spoke too soon, strike that, take back
    what i said, take it back, take it off complete, take that back, that was a mistake, that was an error, that was
    for, that was meant for, that was wrong, that wasn't meant for, that's wrong, thats wrong, unclose, undo, undo
    it, undo last, undo my last, undo please, undo that, undo the last, undo this, unmark, unmark it, unmark that,
    untick, untick it, untick that, whoops, withdraw my last, withdraw that, wrong action, wrong button, wrong
    channel, wrong chat, wrong message, wrong one, wrong thread, wrong window
""")
"""Take back what was recorded."""

PREFACES = listed("""
    after discussion with, after our meeting, after speaking to, as for, concerning, following, further to, having
    checked with, having discussed, having met with, having reviewed, having spoken to, in relation to, in respect
    of, in terms of, on the back of, regarding, since our meeting, with regard to, with regards to, with respect to
""")
"""What the reply is about follows."""

TAILS = listed("""
    as a result of, as part of, as per, at, by, during, in accordance with, in line with, per, through, using, via,
    with
""")
"""Who, where or how follows."""

PAPERS = listed("""
    annex, appendix, as attached, as per attached, attach, attached, attachment, attachments, available on request,
    certificate, certificates, certs, certs to follow, copy, copy attached, details to follow, docs, document,
    documents, email attached, email to follow, evidence, evidence attached, evidence available, evidence below,
    evidence here, evidence on file, evidence to come, evidence to follow, evidence will follow, file, files,
    folder, here, here are, here is, here you go, item on the minutes, link, link below, link to follow, links,
    minute, minute no, minute ref, minutes, minutes attached, minutes available, minutes here, minutes to come,
    minutes to follow, minutes will follow, notes, on file, page, pages, paperwork, paperwork to follow, para,
    paragraph, pg, photo, photos, photos to come, photos to follow, pics, pics to follow, pictures, pictures to
    follow, proof, proof to follow, report, report attached, report to follow, screenshot, screenshots to follow,
    see, see attached, see below, see evidence, see here, see link, see minutes, sheet, sign off sheet, signed
    copies, signed copy, slt minutes, smt minutes, tab, terms of reference
""") + products(
    "evidence, minutes, certificate, certificates, cert, certs, photos, pics, pictures, report, paperwork, "
    "docs, documents, copy, copies, proof, screenshots, email, log, letter, slides",
    "to follow, to come, will follow, on its way, on their way, coming over, available, available on request",
)
"""Word of a paper."""

SENDS = listed("""
    add, attach, bring, circulate, drop, email, forward, pop, post, provide, put, send, share, upload
""")
"""Papers to come."""
