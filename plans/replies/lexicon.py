"""The words of replies, by what they do. Data alone: the longest phrase that begins at a word is what that word is.

Whatever is not here is an unknown word: a remark, or a name.
"""

from itertools import product

DOUBTS = frozenset("not hedge if part piece will heard irony left but quote".split())
"""Kinds that make a completion of the same action doubtful, wherever they stand."""


def _listed(words: str) -> list[str]:
    """Phrases between commas."""
    return [phrase for part in words.split(",") if (phrase := " ".join(part.split()))]


def _products(*parts: str) -> list[str]:
    """Every combination of the alternatives; "-" is none of them."""
    lists = [["" if word == "-" else word for word in _listed(part)] for part in parts]
    return [" ".join(" ".join(words).split()) for words in product(*lists)]


_IT = """
    it, this, that, this one, that one, this action, the action, this off, it off, this one off, the date on this
"""
_IT_OPEN = "-, it, this, that, this one, that one, the action, this action"
_CANNOT = """
    won't, wont, will not, can't, cant, cannot, can not, not going to, not gonna, isn't going to, isnt going to,
    unlikely to, unable to, aren't going to, couldn't, could not, didn't, did not, don't think we'll, don't think
    i'll, never going to, struggling to, going to struggle to, will struggle to, not able to, not be able to,
    we'll not, we'll never
"""
_DONE = "done, complete, completed, closed, finished"
_MINE = """
    mine, ours, me, us, my action, my one, our action, my area, our area, my post, my job, my responsibility, my
    remit, my role, our responsibility, our remit, for me, for us, down to me, down to us, within my remit, in my
    remit, my department, with me, with us, my bag, one for me, one for us, one of mine, one of ours, under me, my
    team, our team, my function, on my list, on our list, my patch, our patch, in my gift, on me, an action for
    me, an action for us, my concern
"""

_CHASING = """
    ask me, ask me again, ask, ask again, chase, chase me, chase us, chase me again, chase it, chase this, worry, worry
    about this, worry about it, worry about this one, worry about that, fret, panic, email me, email, emailing
    me, emailing, messaging me, texting me, pinging me, message me, remind
    me, remind me again, remind us, bother me, pester me, nag me, nag, hound me, chasing, chasing me, chasing
    us, asking,
    asking me, nagging, hounding me, reminders, emails, messages, keep asking, keep chasing
"""
_NO_CHASING = """
    pls stop, plz stop, kindly stop, quit, no need to, no need for, don't, dont, do not, never, stop, please
    stop, please don't, you can stop, needn't, you
    needn't, no more, no further, dinnae
"""
_LEFT = """
    left to do, more to do, else to do, further to do, left outstanding, left to finish, left to sort, more to add, else
    to add, further to add, left to be done, more to be done, further to be done, else to be done, more needed, more
    required, else needed, else required, further to report, left over, more for us to do, more for me to do
"""

_GLAD = """
    you'll be glad, you will be glad, you'll be pleased, you will be pleased, you'll be happy, you will be
    happy, you'll be
    delighted, you'll be relieved
"""

PHRASES: dict[str, list[str]] = {
    # it is done
    "done": _listed("""
        the recommendation has been met, the action has been met, this has been met, has been met in full, been
        met in full, met in full, fully met, that one finished, that one done, that one sorted, that one closed,
        signed sealed delivered, signed sealed and done,  carried out in full, carried out as
        asked, seen through to the end, ticked all the boxes, all boxes ticked, been put
        in place, now in place, been seen to, all seen to, done and delivered, dead and
        buried, home and dry, home and hosed, all shipshape, signed off and closed, signed off and filed, finished
        and filed, done and filed, all present and correct,

        mission accomplished, job jobbed, box ticked, case closed, signed and sealed, confirming completion of, can
        confirm completion of, i confirm completion of, confirming completion, can confirm completion,
        signed off on this, signed off on it, seen this through, saw this through, seen it through,
        did it, did this, did that, did this one, did that one, did it all, did this already, did it already, i did
        it, i did this, i did that, we did it, we did this, we did that, we did this one, we did that one, i did this
        one, i did that one, been and done it, gone and done it, been and gone and done it,
        wedi'i wneud, wedi gwneud, got it over the line, got this over the line, over the line, take it off my list,
        take this off my list, take it off the list, take this off the list, take it off your list, take this off your
        list, take it off, can take this off, off my list, can shut down, can shut this down, can shut it down, take
        this as complete, take this as done, take it as complete, take it as done, take that as complete, take that as
        done, done and finished, signed sealed and delivered, all wrapped up, put to rest, all tied up, tied off,
        nailed, cracked it, nothing further needed from us, nothing further needed from me, shut down now, ticked it
        off, ticked this off, closed it off, closed this off, closed this down, closed it down, signed this off,
        signed it off, signed that off, finished it off, finished this off, finished that off, polished off, all
        finished up, all buttoned up, done the lot of it,
        done, complete, completed, finished, closed, sorted, actioned, signed off, implemented, delivered,
        achieved, resolved, concluded, finalised, finalized, in place, wrapped up, ticked off, closed off, closed
        out, closed down, finished off, sorted out, dealt with, taken care of, put to bed, job done, done and
        dusted, done & dusted, over and done with, discharged, fulfilled, accomplished, rectified, nfa, no further
        action, no further action needed, no further action required, no further action necessary, no further work
        needed, no further work required, nothing left to do, nothing more to do, nothing else to do, nothing
        further to do, nothing outstanding, nothing left, nothing left outstanding, no longer outstanding, no
        longer open, not outstanding, isn't outstanding, isnt outstanding, not outstanding any more, not
        outstanding anymore, nothing remaining, nothing remains, crossed off, boxed off, all squared away, squared
        away, sewn up, up and running, fait accompli, gone live, completed and ongoing, complete and ongoing,
        nothing further needed, nothing further required, bottomed out, all bottomed, job's a good un, job's a
        good'un, jobs a good un, in the bag, off the list, can come off the list, please close, pls close, can
        come off, can be ticked off, can be closed, can now be closed, can close this, can be marked as done, can
        be marked as complete, can be signed off, can be marked complete, can be removed, wedi gorffen, wedi ei
        wneud, ✅, ✔, ☑, :white_check_mark:, :heavy_check_mark:, :ballot_box_with_check:, ✓, 🏁, :done:, ready to
        close, ready for closure, ready to be closed
    """)
    + _products("has been, have been, had been, was, were, all been, now been", "carried out, put in place, "
                "seen to, put right, ticked off")
    + _products("done, did, completed, finished, delivered, met, carried out, implemented",
                "what was, what we were, what i was, everything that was, everything we were, all that was, "
                "all we were, "
                "all i was, everything i was, exactly what was, just what was",
                "asked, asked of us, asked for, asked to do, required, required of us, needed, wanted, agreed, set out")
    + _products("done, did, finished, completed", "what it says, what it asks, what it asks for, what it asked for, "
                "everything it asks, everything it asks for, everything it says, all it asks, all that it asks, "
                "all it asks for, what the action asks, what the action says, as asked, as required")
    + _products("managed to", "finish, complete, close, sort", "it, this, that, this one, it off, this off")
    + _products("put", "this, it, that, this one, that one", "to bed")
    + _products("wrapped, tied, finished, sorted, ticked, closed, crossed, signed, boxed", "it, this, that, "
                "this one, that one", "up, off, out")
    + _products("sorted, nailed, cleared, closed, finished, completed, actioned", "it, this, that, this one, that one")
    + _products("got, had", "it, this, that, this one, that one, it all, the job", "done, finished, sorted, "
                "closed, completed, "
                "signed off, wrapped up, over the line")
    + _products("nothing, nowt, not a thing", _LEFT, "-, on it, on this, on this one, here")
    + _products("please, pls, plz, you can, can now, ready to, happy for you to, happy to, ok to, feel free to, -",
                "close", _IT + ", it now, this now, this down, it down, out, off, please, pls")
    + _products("mark", _IT + ", as, it as, this as, this one as, this action as, that as, me as, off, down", _DONE)
    + _products("mark as, please mark, mark", _DONE)
    + _products("tick, cross, strike", "it off, this off, that off, this one off, that one off"),
    # what would be done
    "do": _listed("""
        sign this off, sign it off, sign that off, be with you, should be with you, will be with you, to finish,
        to complete, to close, to sort, able to finish, finish, do, do this, do it, do that, close, sort, action,
        implement, deliver, achieve, resolve, conclude, finalise, wrap, complete by, completes, finishes,
        finishing, completing, closing, completion, closure, ready, have it, get it, get there, with you, land,
        sorting, fix, fixed, submit, submitted, hit, make, meet, there, have this, get this, go live, up to speed,
        doing, tackle, address, addressed, sign off, sign-off, conclusion, deliverable
    """),
    # a deed told, which is no word of completion
    "deed": _listed("""
        ratified, presented, handed over, handed back, commissioned, validated, verified, demonstrated, evidenced,
        displayed, removed, relocated, signed, scheduled in, added, raised, recorded, logged, produced, drawn up,
        put up, put in, swapped, moved across, checked, inspected, audited, held, issued, published, circulated,
        installed, launched, introduced, recruited, inducted, briefed, updated, reviewed, written, approved,
        agreed, set up, established, rolled out, trained, repaired, replaced, met, embedded, tested, distributed,
        displaying, shared, refurbished, painted, cleaned, created, developed, reinstated, restored, purchased,
        bought, hired, covered, running, in post, live, uploaded, submitted to, handed in, moved in, opened,
        revised, refreshed, re-issued, reissued, delivered to, communicated, advertised, posted, posters up,
        working well, fitted
    """),
    # the action itself
    "self": _listed("""
        this ones, that ones, this yin, that yin, thisn, that un,
        the whole thing, the whole job, the whole action, the whole lot of it, all of this one,
        it, this, that, it's, its, it's all, this is, that's, thats, that's all, this one, that one, this one's,
        that one's, action, this action, the action, task, the task, item, this item, the item, recommendation,
        this recommendation, the recommendation, matter, this matter, job, the job, this job, this task, point,
        this point, ref, above, the above, this piece of work, piece of work, my action, our action, tis
    """),
    # who speaks
    "we": _listed("""
        i, we, i've, we've, ive, weve, i'm, im, we're, my, our, i have, we have, i am, we are, us, myself,
        ourselves
    """),
    # is, has been
    "be": _listed("""
        is, was, are, has, have, been, got, were, am, has been, have been, is now, has now been, have now been,
         shows as, stands as, went
    """),
    # work that can be complete as a whole
    "work": _listed("""
        audit, review, recruitment, appointment, assessment, investigation, survey, inspection, consultation,
        project, work, works, installation, refurbishment, rollout, roll-out, roll out, procedure, process,
        strategy, plan, exercise, handover, policy, training, evaluation, analysis, implementation, programme,
        remedial work, remedial works, refresh, procurement, risk assessment, needs analysis, needs assessment,
        full audit, cell audit, full cell audit, full review, deep clean, self assessment, restructure, repairs,
        action plan, protocol, guidance, forum, quality assurance, improvement plan
    """),
    # small words
    "det": _listed("""
        under this, under it, under this one, under this action, within this, to this, to it,
        on this one, for this one, with this one, on that one, the, a, an, our, my, your, of, on this, on it, on
        that, for this, for it, with it, with this, for that, on here, of this, of it
    """),
    # the whole of it
    "all": _listed("""
        both parts, both halves, both bits, both elements, both strands, both pieces, both steps, both sections,
        both sides, both aspects, both limbs, both phases, both stages, all parts, all steps, all stages, all
        phases, all elements, all strands, all pieces, all sections, all aspects, all the parts, all the steps, all
        the stages, all the phases, all the elements, all the strands, all the sections, all parts of it, every
        part, every part of it, every step, every stage, every element, every strand, every bit, every bit of it,
        every last bit, every last bit of it, each part, each step, each element, all three parts, all three
        elements, all four parts,
        all, every, each, both, whole, entire, 100%, fully, everyone, everybody, everywhere, in full, throughout,
        completely, totally, entirely, all of it, all of this, it all, this all, properly, wholly, all cells, all
        wings, all staff, all units, all areas, all houseblocks, all residents, all prisoners, all landings, every
        wing, every cell, across the prison, across the jail, across the estate, across the site, across the
        establishment, on all wings, on every wing, for all staff, in all cells, across all wings, on all units,
        on all houseblocks, in every cell, all locations, across all areas, all round
    """),
    # harmless beside anything
    "fill": _listed("""
        worked hard on it, worked really hard on it, worked so hard on it, worked hard on this, worked their socks
        off, have left site, have left the site, has left site, keep an eye on it, we'll keep an eye on it, will
        keep an eye on it, i'll keep an eye on it, somebody should've told you, someone should've told you,
        somebody should have told you, someone should have told you, after bang up, after unlock, after lunch,
        after lock up, before unlock, before bang up, at bang up, at unlock, after roll check, signed to say they
        have read it, signed to say they've read it, signed to say so, bit of a slog, bit of a job, a bit of a
        slog, bit of a mission, governor happy, gov happy, governor is happy, happy with it, is happy with it,
        took long enough eh,
        been on nights, been on leave, been off, been off sick, been on lates, been on earlies, been on a course,
        been away, been swamped, been busy, been up the wall, been rushed off my feet, been on rest days, been on
        annual leave, been on a/l, been snowed under, been up to my eyes, been meaning to reply, been meaning to
        say, been meaning to tell you, been meaning to update you, been on detached duty, been on shift, been in
        court, been in meetings, funnily enough, oddly enough, believe it or not, wonders will never cease, for what
        it's worth, as it happens, as luck would have it,
        for information only, for info only, for your information only, for info purposes only,  not
        only, for weeks, for months, for ages, for years, for yonks, for a while, for a good while, for some time,
        for quite a while, these past weeks, for weeks now, for months now, for ages now, for a while now, this long
        while, appreciate it, appreciated it, appreciate that, appreciate the nudge, had some trouble with, did have
        some trouble with, had a bit of trouble with, after some trouble with, had a few problems with, for once,
        tidy news, decent news, some good news, cracking news, better news, good news for once,
        as i said last time, like i said last time, as i said before, like i said before, as i said earlier, as per my
        last, as per my last message,
        nothing to see here, on budget, within budget, under budget, to time, to spec, to standard, to a high
        standard, to a good standard, sorry for slow reply, sorry for the slow reply, sorry about the delay, sorry for
        not replying, sorry for the radio silence, slow reply, late reply, if that suits, if it suits, if that suits
        you, if ok with you, if that's ok with you, if that is ok with you, if agreeable, if acceptable, if that's
        possible, if you're happy, if you are happy, if you agree, if that's agreeable, if that's all the same, if
        it's all the same,
        ring me, call me, phone me, ring me on, call me on, phone me on, give me a call if, shout if,
        what a, never again, not again, if you want, if you need, if you need it, if you want it, if you have any, if
        you have any questions, if anybody asks, should you need it, if required, if you'd like, if you fancy, chapter
        and verse, pls stop, plz stop, over the weekend, over the week, over christmas, overnight, at the weekend,
        miss, guvnor, skip, fella, treacle, sunshine, comrade, amigo, me duck, ey up, ayup, alreet, howay, wey aye,
        och, wee,
        there is, there's, theres, there are, it's all there, all there, we got there, got there, got there in the
        end, the trust, the nhs trust, our trust, any more, anymore, chuffed to bits, over the moon, chuffed, nobody
        happier, also, told you so, wrong way round, do what you like,
        if you would, if you don't mind, if you like, if that helps, if needed, let me know if you need anything, let
        me know if you need anything else, if you need anything else, if anyone asks, if you were wondering, if you
        want to see it, let me know if you need more, let me know if, at the very latest, at the latest, only just,
        should have told you, should have said, should have said so, should have updated you, should've told you,
        should've said, meant to tell you, meant to say, meant to update you, forgot to say, forgot to tell you,
        forgot to update you, forgot to update, forgot to reply, forgot to mark it, sorry to be a pain, picking these
        up, picking up my messages, picking up emails, catching up on emails, catching up with emails, no rush, not to
        worry, no doubt about it, no question, no two ways about it, without fail, without doubt, without a doubt,
        without fuss, no longer blocked, no longer stuck, no longer an issue, no longer a problem, no longer waiting,
        not before time, not a moment too soon, nothing to worry about, nothing to add, not bad, not bad at all,
        couldn't be happier, can't fault it, can't complain, no complaints, believe it or not, whether you like it or
        not, more fool me, funnily enough, oddly enough, strange as it sounds, to be fair, to be honest, tbh,
        honestly, thank the lord, thank god, thank goodness, thank heavens, phew, in the end, don't know why, dont
        know why, no idea why, not sure why, dunno why, keeps coming up, keeps popping up, keep getting this, keep
        getting these, keep getting asked, still showing, still coming up, still on the list, still on my list, still
        says open, why it keeps coming up, before the deadline, before the due date, before time, before it was due,
        ahead of the deadline, ahead of the date, never late, never late with this one, never doubt me, never doubted
        it, am i, wasn't easy, not easy, not before, pal, hen, chuck, bud, buddy, petal, flower, our lass, my lover,
        la, like i said, as i said, as it should, as it should be, working as it should, all working, working fine,
        working well, first thing, first thing this morning, you can, you may, please note that, wrong language, wrong
        key, took ages, took long enough, took a while, an age ago, donkeys ago, donkey's years ago, yonks ago, ages
        back, way back, weeks back, months back, merry, happy christmas, everyone, no matter, not kidding, no joke, no
        word of a lie, no lie, no kidding, i promise you, cross my heart, hand on heart,
        if possible, if poss, if that's ok, if thats ok, if that is ok, if ok, if that's okay, if that's alright,
        if that works, if i may, if you can, if we can, able, date, target date, due date, like, mark, job's a
        good 'un, butt, love, duck, pet, hen, kid, our kid, lad, lads, canny, proper, champion, lovely stuff, get
        in, boom, just a quick one to say, just a quick one, quick one, just to let you know, just to let you know
        that, just letting you know, just letting you know that, letting you know, to let you know, i'd like to
        confirm, i would like to confirm, i am pleased to confirm, i'm pleased to confirm, i am happy to confirm,
        i'm happy to confirm, we are pleased to report, please note, please note that, for your patience, for the
        reminder, for your help, for chasing, for the nudge, sorry for the late response, apologies for the late
        response, sorry it's late, sorry this is late, bit late but, better late than never, belatedly, to be
        clear, in answer, in response, in reply, hereby, can report, i can report, we can report, able to confirm,
        i am able to confirm, i'm able to confirm, on behalf of the governor, for the governor, for the record,
        please be advised, please be advised that, now in a minute sorted, with pleasure, great, good, brilliant,
        excellent, perfect, fab, super, nice, now, already, please, pls, plz, yes, yep, yeah, yup, aye, ok, okay,
        hi, hello, hiya, morning, afternoon, evening, good morning, good afternoon, good evening, sir, ma'am,
        boss, mate, team, all good, just to say, to confirm, i confirm, i can confirm, we can confirm, can
        confirm, happy to confirm, happy to say, happy to report, pleased to say, pleased to report, pleased to
        confirm, glad to say, glad to report, delighted to say, confirmed, confirming, as agreed, as requested, as
        planned, as promised, as discussed, on time, on schedule, ahead of schedule, ahead of time, early, in good
        time, at last, at long last, finally, successfully, here, x, xx, fyi, for info, for information, update,
        status, re, so, today's update, just, pal, chief, guv, gov, governor, colleagues, folks, guys, sorry for
        the delay, apologies for the delay, sorry for late reply, sorry for the late reply, apologies for late
        reply, too, as well, off, for you, btw, quick update, with thanks, from me, no problems, no
        problem, no issues, no issue, no concerns, no worries, no dramas, without issue, without issues, without
        any problems, without any issues, without problems, without incident, without a hitch, without delay, no
        snags, no hiccups, no further comment, no comment, recently, earlier, satisfactorily, in line with policy,
        as of, as at, since, back in, some time ago, a while ago, a while back, ages ago, long ago, weeks ago,
        months ago, too long ago, 👍, :+1:, :thumbsup:, 🎉, :tada:, 👌, 🙏, :pray:, 😀, 😊, 🙂, :slightly_smiling_face:,
        💪, :ok_hand:, ❤, 🥳, 👏, :clap:, 🔥, 🟢, 🔵, 🫡, good news, great news, happy new year, dear all,
        afternoon all,
        morning all, hi all, hello all, hi team, hi there, hey, ladies, gents, that's, answer, reply, response,
        our end sorted, and, &, +, then, also, with, whoop, hurrah, hooray, yay, woohoo, pleased, glad, proud,
        smashing, lovely, grand, tidy, lush, da iawn, sorry, apologies, my apologies, no bother, certainly,
        indeed, absolutely, definitely
    """)
    + _products("no reason, no need, no point, no sense, no call, not worth, no use, don't need, no reason for you",
                "to keep, to leave, to have, keeping, leaving, having, in keeping, in leaving, in having", _IT_OPEN,
                "open, live, on the list, on your list, on here, going, on the books, on the go")
    + _products("no, no more, no further, without any, no other", "outstanding, remaining, further, open, "
                "loose", "points, issues, actions, "
                "items, queries, work, ends, elements, snags, bits, tasks, matters, comments, steps")
    + _products("don't, dont, do not, never, no need to", "want to hear, want to see, need to hear, hear, "
                "see, talk", "-, about, of", "it, this, that, it again, this again, this one again")
    + _products(_GLAD, "to hear, to know, to learn, to see", "-, that")
    + _products("no, not a, not any, without a, without any, never a, nae", "problem, problems, issue, "
                "issues, worries, bother, drama, dramas, concern, concerns, snags, "
                "hassle, fuss, complaints, hitch, hitches, problems at all, issues at all, problem at all")
    + _products(_NO_CHASING, _CHASING, "-, about it, about this, about this one, for this, on this, lol, haha, now, "
                "now lol, then")
    + _products("can't see, cannot see, cant see, don't see, can't think of, not aware of, there isn't, "
                "isn't, there's not", "anything, owt", _LEFT),
    # the person vouches for what follows
    "vouch": _listed("""
        i'm happy that, i am happy that, i'm satisfied that, i am satisfied that, satisfied that, content that, i can
        assure you, i can assure you that, rest assured, rest assured that,
        i confirm, i can confirm, we can confirm, can confirm, happy to confirm, happy to say, happy to report, pleased
        to say, pleased to report, pleased to confirm, glad to say, glad to report, delighted to say, confirming that,
        i'd like to confirm, i would like to confirm, i am pleased to confirm, i'm pleased to confirm, i am happy to
        confirm, i'm happy to confirm, we are pleased to report, i can report, we can report, can report, able to
        confirm, i am able to confirm, i'm able to confirm, just to let you know, just to let you know that, letting you
        know, letting you know that, to let you know, just to say, to confirm, i told, i'd told, i've told, i had told,
        i already told, i have told, we told, we'd told, we've told, i'm telling you, im telling you, i am telling you,
        i told you, i said, i did say, we did say, as i said, like i said, i'm pleased to say, i am pleased to say,
        proud to say, relieved to say, chuffed to say, can tell you, i can tell you, let it be known, i've already
        said, i have already said, i already said
    """)
    + _products(_GLAD, "to hear, to know, to learn, to see", "-, that"),
    # thanks and other words that say nothing
    "thanks": _listed("""
        no thanks to, thanks to everyone, credit to, kudos to, hats off to, well done to, big thanks to, shout out
        to, thank you to, all credit to, courtesy of,
        appreciate it, appreciate that, thanks appreciate it, good to hear, nice to know, thanks for the info,
        thanks for the information, thanks for the message, thanks for your message, ta for the nudge, cheers for
        the nudge, ta for the reminder, cheers for the reminder, thanks for flagging, thanks for flagging this,
        thanks for confirming, thanks for sorting, thanks for sorting that, take care, all the best, cheers all, ta
        all, thanks again, cheers again, have a nice day, have a good day, have a lovely day,
        happy christmas, merry christmas, happy christmas everyone, merry christmas everyone, happy christmas all,
        merry christmas all, happy easter, happy new year everyone, happy new year all, have a good weekend, have a
        good one, have a nice weekend, have a good christmas, enjoy your weekend, nadolig llawen, thanks for telling
        me, thanks for getting back to me, thanks for the update, thanks for the heads up, ta for that, cheers for
        that, cheers for letting me know, ta for letting me know, good to know, see you there, see you monday, see you
        tomorrow, what's done is done, whats done is done, no bother,
        thanks, thank you, thx, cheers, ta, many thanks, thanks all, thank you all, much appreciated, noted,
        received, understood, will do, got it, great, good, brilliant, fab, perfect, super, excellent, fine, sure,
        roger, copy that, acknowledged, ack, seen, thanks for the reminder, thank you for the reminder, thanks for
        this, thank you for this, thanks for letting me know, leave it with me, no worries, diolch, ta very much,
        thanks very much, thank you very much, much obliged, kind regards, regards, appreciated, thanks for
        chasing, thanks for the nudge, thanks for reminding me, thanks for your help, nice one, will have a look,
        will look, lol, haha, test, testing, hmm, hm, ah, oh, wow, right, cool, nice, bye, well done, well done
        team, well done all, well done everyone, well done everybody, great work, good work, great effort, great
        job, nice work, good job, bore da, pnawn da
    """)
    + _products("enjoy, enjoy your, enjoy the, happy, merry, have a good, have a nice, have a lovely, have a great, "
                "hope you have "
                "a good, hope you had a good, hope you have a lovely, hope you had a nice, hope you're having a good",
                "easter, christmas, xmas, new year, weekend, bank holiday, break, leave, holiday, holidays, time off, "
                "half term, day, evening, afternoon, rest, week, long weekend, summer, friday, monday, one")
    + _products("hope you're, hope you are, hope your, hope all is, hope all's, hope everyone's, trust you are, "
                "trust you're, hope this finds you",
                "well, good, okay, ok, keeping well, doing well, all well, having a good day, having a good week"),
    # word of a paper
    "attach": _listed("""
        minute, minute no, item on the minutes, smt minutes, slt minutes, minute ref,
        pics to follow, pictures to follow, evidence to come, photos to come, minutes to come, proof to follow, certs
        to follow, screenshots to follow,
        page, pages, para, paragraph, appendix, annex, tab, sheet, pg, folder,
        minutes attached, evidence attached, see attached, attached, attach, attachment, see minutes, see link,
        link, link below, see below, see evidence, evidence, minutes, photos, photo, report, certificate,
        paperwork, documents, document, docs, screenshot, minutes to follow, evidence to follow, photos to follow,
        report to follow, paperwork to follow, details to follow, minutes will follow, evidence will follow,
        evidence here, evidence below, see, see here, here, here are, here is, as attached, as per attached,
        notes, certs, certificates, pics, pictures, email to follow, email attached, sign off sheet, signed copy,
        signed copies, terms of reference, copy attached, copy, file, files, folder, proof, link to follow, links,
        report attached, minutes here, evidence on file, on file, minutes available, available on request,
        evidence available, attachments, here you go
    """),
    # doubts: it is not so
    "not": _listed("""
        nothing but,
        no', dinnae, didnae, isnae, wasnae, hasnae, havenae, cannae, willnae, wouldnae, shouldnae, in't, int, nobbut,
        neither here nor there, not so much as, not a chance, no chance, not quite, not entirely, not fully, not
        strictly, not exactly, not really, not technically, rather than, instead of, short of, as opposed to, non,
        fell short, falls short, yet again,
        no longer, not any longer, not any more, not, no, never, none, nothing, nobody, no one, neither, nor,
        cannot, cant, without, hardly, barely, scarcely, unable, incomplete, unfinished, undone, nowhere near, far
        from, fail, failed, failing, yet, yet to, nope, nah, naw, lacks, lack, lacking, missing, refused, not yet,
        isnt, hasnt, havent, dont, didnt, wont, wasnt, arent, doesnt, couldnt, wouldnt, shouldnt, hadnt, aint,
        werent, nt, nto, ont, ❌, :x:, ✖, 🚫, :no_entry:, nae, nay, dinnae, nowt, owt, none of it, no closer,
        nothing like, anything but, a long way off, a way off, long way to go, way off, miles off, some way off,
        not at all, in no way, by no means, 👎, :thumbsdown:, :-1:, no progress, no movement, overdue, isny, isn't,
        unsuccessful, ddim, heb, not been, too early, premature, wrong, incorrect, false, untrue, reopen,
        reopened, re-open, lapsed, redo, redoing, re-do, undoing, abandoned, scrapped, collapsed, fallen through,
        fell through
    """),
    # doubts: perhaps
    "hedge": _listed("""
        whatever he, whatever she, whatever they, whatever it, whatever you, whatever the, whatever anyone, whatever
        may, whatever has been,
        hopes, hoped, wonders, wondered, guesses, guessed, assumes, reckoned, doubts, doubted, wishes, wished,
        supposes, presumes, imagines, dreams of, dreamt, dreamed,
        happen, mebbe, mebbies, maybes, perhaps, iirc, if i recall, if i remember, as i recall, as i remember, to all
        intents, to all intents and purposes, there or there abouts, next to, close on, in the main, should've,
        shouldve, shoulda, ought to have, meant to have, supposed to have, by rights, by all accounts, by the looks of
        it, by the look of it, by the sounds of it, from what i can see, from what i can tell, from what i understand,
        from what i gather, as i understand it, i imagine, imagine, picture, pretend, suspect, i suspect, fancy, i
        fancy, i'd guess, i'd imagine, i'd hope, i'd think, i'd have thought, would have thought, i'd bet, bet, i'll
        bet, i daresay, daresay, i dare say, no doubt, doubtless, conceivably, potentially, ostensibly, nominally,
        notionally, theoretically, in name, in name only, cosmetically, superficially, feels like, feel like, pretty
        sure, fairly sure, fairly certain, quite sure, fairly confident, pretty confident, confident, reasonably sure,
        reasonably confident, optimistic, sure i, love to, love to say, love to tell, like to say, like to think, like
        to see, like to be able, wish i could, want to see, see that, make sure, making sure, ensure, ensuring, check
        that, check whether, checking, seem, seemed, appeared, looking, sounds, sound, sounds like, semi-, quasi, so-
        called, give or take, or near enough, near as damn it, near as dammit, nigh on, nigh, well nigh, nobbut, so
        far as i know, so far as i'm aware, unless i'm mistaken, unless i'm wrong, i could be wrong, could be wrong,
        might be wrong, don't quote me, not 100%, not a hundred percent, ninety, inch, inches, whisker,
        hair's breadth, stone's throw, the wiser, in spirit,
        more realistic, realistic, would be better, is better, more achievable,
        ~, ≈,
        nearly, almost, should, should be, should have, i think, think, we think, believe, i believe, we believe,
        pretty much, more or less, basically, as good as, mostly, mainly, virtually, probably, probs, prob, ish,
        about, just about, to the best of my knowledge, as far as i know, as far as i'm aware, as far as we know,
        as far as i am aware, afaik, might, might be, may, may be, could, could be, hopefully, hope, hoping,
        fingers crossed, touch wood, sort of, kind of, kinda, sorta, in principle, in theory, presumably, presume,
        assume, i assume, assumed, maybe, perhaps, possibly, likely, essentially, effectively, practically,
        approximately, approx, roughly, near, nearing, close to, closer, near enough, good as, realistically,
        ideally, all being equal, all but, in essence, on paper, technically, supposed, supposed to, suppose, i
        suppose, guess, i guess, reckon, i reckon, i'd say, i would say, would say, from memory, if memory serves,
        imo, imho, in my opinion, in my view, to my knowledge, as i understand, understand, not sure, unsure, not
        certain, uncertain, no idea, don't know, dont know, do not know, dunno, unclear, not clear, tbc, to be
        confirmed, getting there, nearly there, almost there, tentatively, provisionally, in the main, by and
        large, broadly, largely, for the most part, most likely, in effect, so to speak, as it were, appears,
        appears to be, seems, seems to be, looks, look, looks like, would, would be, with any luck, with luck, all
        being well, god willing, trust, expect, expected, for now, for the time being, for the moment, at the
        moment, doneish, doubt, doubtful, wonder, not convinced, believed, thought, i thought, feels, feel, quite,
        fairly, reasonably, 🤞, :crossed_fingers:, 🤔, :thinking_face:, 🤷, :shrug:, debatable, arguably, so far, to
        date, or so, ought, ought to be, must be, must have been, surely, officially, within touching distance,
        cusp, verge, on the brink, home straight, last lap, 99%, to some extent, some extent, more than, less, or
        thereabouts, thereabouts, give or take, as best, best, aim, aiming, intended, meant, meant to be, want,
        wanted, would like, try, trying, tried, attempt, attempted, attempting, temporarily, temporary, interim,
        tempted, pretending, pretend, unofficially, informally, verbally, in my head, mentally
    """),
    # doubts: on a condition
    "if": _listed("""
        on the proviso, with the proviso, proviso, on the understanding, on the basis, contingent upon, conditional
        upon, wants, when we, when they, when i, when it, soon as, as long, until such time, by which time, at which
        point, in which case, should we, should it, were it, were they, had it, supposing, suppose, dependant,
        dependant on, hanging on, hinging on, waits on, stands or falls, minded to, failing that, or else, save,
        notwithstanding, in the event of, in the event that, come what may,
        if, once, when, until, till, til, unless, pending, subject to, provided, provided that, providing, as long
        as, so long as, depending, depending on, depends, depends on, dependent, dependent on, assuming, as soon
        as, after, before, contingent, contingent on, conditional, conditional on, whenever, on condition, in the
        event, on receipt of, on completion of, upon, following sign off, given, whether, or, either, otherwise,
        else, should they, should the, apart from that, then it's, then its, while, whilst, in case,
        barring, relies on, reliant, reliant on, hinges on, rests on, when all is said and done, the moment, by
        the time, only when, even if, next, when's, til we, till we, requires, require, required, approval needed,
        to approve, to ratify, sign off needed
    """),
    # doubts: not all of it
    "part": _listed("""
        what we can, what i can, all i can, all we can, everything we can, everything i can, what we could, what i
        could, all we could, all i could, everything we could, what little,
        bar one, bar two, bar a few, bar the shouting, all bar, except one, less the, besides, not counting, leaving
        aside, leaving out, not including, bit of, a chunk, chunk, chunks, a third, third of, two-thirds, three-
        quarters, one third, fraction, portion, share, proportion, almost all, nearly all, handful, a handful, couple
        of, a couple, several of, a number of, a few of, few of, none but, my side of things, our side of things, my
        half, our half, their half, their bit, their part, as many, in places, in patches, patchy, patchily, to an
        extent, up to a point, thus far, so much, for some, for most, for many, the main, main, core, mainly for,
        nights only, days only, first two, first three, first few, last two, last few, other half, bulk of,
        half, halfway, half way, partly, partial, partially, some, some of, most, most of, several, few, a few,
        except, except for, apart, apart from, bar, bar the, save for, minus, other than, excluding, excepting,
        with the exception of, exception, exceptions, aside from, only, in draft, my bit, my part, my share, on
        our side, on my side, on our part, from our side, from my side, from our end, from my end, bits, bulk, two
        thirds, three quarters, quarters, thirds, rest, remainder, others, other, caveat, caveats, not all, in
        part, to a degree, as much as, as far as, as many as, the ones, caveated, everything but, anything except,
        one bit, one thing, one part, bits and pieces, primarily, chiefly, somewhat, a bit, so long, much of
    """),
    # doubts in the clause that they stand in: a part of something
    "piece": _listed("""
        part, many, phase, stage, step, steps, section, first, second, third, fourth, 1st, 2nd, 3rd, last, final,
        draft, interim, pilot, my end, our end, this end, our side, my side, our part, our bit, bit, element,
        elements, piece, pieces, aspect, aspects, majority, quarter, one of, two of, three of, four of, easy,
        easier, harder, in places, initial, initially, preliminary, version, up to, percent, per cent, round,
        batch, tranche, wing, unit, houseblock, cells, landing, landings, wings, units, semi, sections, phases,
        stages, parts, weekly, daily, monthly, each week, each month, this week's, this month's, last week's, last
        month's, this week, this month, this quarter, this quarter's, month's, week's, today's, for january, for
        february, for march, for today, for the day, for this month, for this week, morning's, afternoon's,
        sample, enough, paper, certain, a lot, loads, lots, much, more
    """),
    # doubts: something is left
    "left": _listed("""
        now for, next up, next comes, on to the next, onto the next, hard part,
        still needs, still need, still got, still have, still has, still owe, yet outstanding, to finish off, to iron
        out, to tie up, to tidy up, to mop up, to dot, to cross, dot the i's, crossing the t's, wants doing, wants
        signing, needs signing, wants a, wants an, missing, minus the, last hurdle, last step, final hurdle, final
        step, finishing off, sans, pending,
        awaited, still, still to, left, outstanding, remaining, remain, remains, awaiting, await, need, needs,
        needed, needing, required to, to do, to go, to be, to finish, to complete, to close, to sort, to write, to
        chase, to come, to follow, to fix, to fit, to sign, yet to, snag, snags, snagging, to sort out, must, have
        to, has to, had to, got to, gotta, work on, work to do, loose ends, loose end, tidy up, tidying, finishing
        touches, needs doing, needs to be, need to, requires, i owe, owe, owing, owed, backlog, gap, gaps, short,
        issue, issues, problem, problems, trouble, concern, concerns, error, errors, delays, continues,
        continuing, additional, more work, keeps, relapsed, chasing, chase, catch up, catching up, mop up, mopping
        up, last bit, final bit, final check, final touches, another, revisit, bring back, come back
    """),
    # doubts: something follows
    "but": _listed("""
        but, however, though, although, tho, except, whereas, despite, only thing, albeit, having said that, that
        said, mind you, even so, nevertheless, nonetheless, actually, correction, wait, hang on, hold on, oh wait,
        i mean, or rather, rather, on reflection, thinking about it, come to think, bear with
    """),
    # doubts: it is to come
    "will": _listed("""
        now in a minute, in a minute, in a moment, in a tick, in a sec, in a mo, in a second,
        aims to, aim is to, hope is to, the plan is to, on course, on track, en route, on the way to, heading for,
        heading towards, all set to, set for, geared up, gearing up, ready for when, lined up, pencilled, pencilled
        in, down for, slated, slated for, ought to be, ought to get, wants to be, wanting, want it, want this, wants
        it, like to get, need it, need this, must get, must be, have to get, gotta get, got to
        get, tryna, fixing to, fully expect, foresee, envisage, envisaged, envisages, predicted, predict, projected,
        estimated, estimate, est, in a bit, in a jiffy, in no time, by and by, sometime, some time soon, one day, one
        of these days, before long, momentarily, presently, sharpish, asap, as soon as possible, tonight, the day
        after, consider it done, consider that done, consider this done, consider it sorted, consider it complete,
        good as gold,
        will, will be, i'll, we'll, it'll, they'll, he'll, she'll, that'll, shall, shall be, going to, going to
        be, gonna, gonna be, due, due to, due to be, planning, planning to, plan to, plans to, planned, plan is
        to, intend, intend to, intends, intending, expect to, expecting, expecting to, expects, aim to, aiming to,
        aiming for, hope to, hoping to, hoping for, scheduled, scheduled for, scheduled to, forecast, anticipate,
        anticipated, anticipating, set to, about to, working towards, looking to, looking at, on course to,
        targeting, target, eta, be, to be, soon, shortly, imminent, imminently, any day, any day now, in due
        course, tomorrow, later today, later this week, by close of play, by cop, by close, by tonight, by then,
        by the time, by end of play, this afternoon, tonight, this evening, by lunchtime, by lunch, upcoming,
        eventually, some day, someday, in future, the future, proposed, propose, want to, wants to, would like to,
        get it, getting, getting it, get this, let's, lets, let us, the sooner, deadline, committed to, commit to,
        promise, promise to, we expect, expected to be, expected, expected by, expected in, will get, will have,
        due for, due by, due in
    """),
    # doubts: somebody else says so
    "heard": _listed("""
        tell us, tells us, told us, telling us, reckon they, texted, texts, messaged, emailed, emails me, rings,
        shouted, swore, swear, tipped, whisper, whispers, words is, rumours, led to believe, given to understand,
        given to believe, was told, were told, have it that, has it that, on good authority, good authority, word has
        it, the word from, hear tell, hearsay, second hand, secondhand, second-hand, the system says, tracker says,
        tracker shows, spreadsheet says, on the system, shown as, showing as, marked as, marked up as, down as,
        recorded as, logged as, listed as, put down as, so i hear, so i'm told, so im told, so he says, so she says,
        so they tell me, as far as they, supposedly,
        say, says, said, saying, tell, tells, tell me, tells me, told, telling, told me, reckons, report that,
        reports, reported, reporting, claims, claim, claimed, advise, advises, advised, assures, assured, assure,
        inform, informs, informed, apparently, allegedly, supposedly, reportedly, rumour, rumoured, rumour has it,
        hear, heard, hearing, according to, according, word is, i'm told, im told, am told, been told, i am told,
        we are told, we're told, so they say, confirms, confirm, gather, i gather, seemingly, alleges, alleged,
        insists, insist, thinks, believes, understands, states, stated, quote, swears, promised, promises,
        promise, maintains, notify, notified, mentioned, mentions, suggests, suggested, implied, implies,
        indicated, indicates, as per dave, their view, his view, her view, grapevine, ear, read, email from,
        message from, source, sources, ring, rang, phoned
    """),
    # doubts: it is a joke
    "irony": _listed("""
        queen of sheba, won the lottery, if you say so, we wish, you wish, dream, dreaming, you're having a laugh,
        having a laugh, ho ho, my eye, my arse, my backside, pull the other, yeah and, believe it when, like that'll,
        sarcastic, 🐷, in another life, pinch of salt, in what world, what planet, planet,
        yeah right, yeah sure, as if, ha, haha, ha ha, hahaha, hah, lol, lmao, in your dreams, in my dreams,
        dreams, dream on, pigs might fly, pigs, magic, by magic, magically, oh sure, oh yeah, oh yes, if only,
        wish, i wish, kidding, just kidding, joking, joke, jk, sarcasm, /s, 🙄, :face_with_rolling_eyes:,
        :roll_eyes:, 😂, :joy:, 🤣, :rofl:, 😅, 😉, :wink:, 😜, 🙃, :upside_down_face:, of course, obviously, chance
        would be a fine thing, some hope, my foot, pull the other one, clearly not, sure it is, hilarious, april
        fool, fairies, fairy, santa, miracle, miraculously, wonderland, cloud cuckoo, fat chance, tell me another,
        aye right, is it heck, is it hell, like hell, hell, heck, aye sure, yeah yeah, whatever, right on cue, 🤡,
        😏, 😆, 😹, la la land, fantasy, laugh, laughing, laughable, 🤥, funny, great joke, believe that, sure thing,
        sure jan, alternate universe, parallel universe, utopia, blue moon, hoot, yer right, naturally
    """),
    # nothing has happened
    "undone": _listed("""
        heb ei wneud, heb orffen, ddim eto, not yet, hasn't happened, has not happened, hasnt happened, not
        happened, yet to happen, didn't happen, did not happen, didnt happen, never happened, not started, hasn't
        started, has not started, yet to start, not begun, not had chance, not had a chance, not got round to it,
        not got to it, not got to this, haven't got to this, haven't got to it, not touched it, no progress, no
        movement, not looked at, still outstanding, haven't started, have not started, havent started, hasnt
        started, not as yet, nothing yet, no joy, no luck, no further forward, no further on, nope, overdue, still
        open, remains open, incomplete, unfinished, undone, haven't done it, not had time, no time
    """),
    # how it goes
    "going": _listed("""
        no longer blocked, no longer stuck, no longer waiting, not blocked, not blocked any more,
        halfway, half way, half way through, halfway through, part way, part way through, of the way through, of
        the way there, of the way, midway through, in hand, underway, under way, started, begun, began, just
        started, working on, working on it, working on this, in progress, ongoing, on going, still going, on it,
        on track, on course, on target, on schedule for, on track for, on course for, going well, progress,
        progressing, making progress, making good progress, good progress, progressed, being, being done, being
        worked on, getting done, looking into, on the case, no change, no update, no further update, no news,
        nothing to report, nothing new, same as last week, as before, same as before, drafting, starting, starts,
        start, in train, in motion, in the pipeline, pipeline, in development, ticking along, cracking on, crack
        on, moving along, coming along, plodding on, plodding along, headway, making headway, booked, arranged,
        ordered, shortlisting, interviewing, recruiting, consulting, advertising, out to advert, out to
        consultation, out for consultation, being looked at, in process, actively, actioning, progressing well,
        well under way, well underway, continuing, continues, wip, work in progress, started this, begin,
        beginning, commenced, commencing, getting on with it, getting on with, on with it, in flight, rolling out,
        on the go, on it like a bonnet, on the way, on its way, moving forward, moving, picking up, picking this
        up, picking it up, will start, will begin, starting next week, working through, chipping away, mid way,
        midway, in discussion, discussing, under review, under discussion, under consideration, in draft form,
        with the printers, with legal, nearly there, getting there, almost there, all in hand, it's in hand, work
        has started, work started, work has begun, work is underway, drafted, first draft written, scoping,
        scoped, mobilising, tendering, out to tender, at tender, quotes in, quote in, quoting, ar y gweill,
        ticking over, bubbling along, slow progress, steady progress, some progress, limited progress, on plan, to
        plan, all on plan, on the up, we're on, in the works, still open, remains open, keep open, keep it open,
        leave open, leave it open, stay open
    """),
    # a later date
    "later": _listed("""
        rebase, rebased, re-base, rebasing, reprofile, reprofiled, re-profile, re-profiled, reprofiling, rephase,
        re-phase, rephased, reprogramme, reprogrammed, re-programme, reforecast, re-forecast, replan, re-plan,
        replanned, retime, re-time, rejig, recast, reset the date, rephasing, redated, re-dated, set a new date,
        stretch the date, stretch the deadline, needs a further, need a further, requires a further, wants a
        further,
        needs to shift, need to shift, needs shifting, has to shift, has to move, have to move, will have to move,
        needs a new date, need a new date, must move, will have to shift,
        wants pushing back, wants moving, wants pushing, wants putting back, needs pushing back, needs pushing, needs
        putting back, could do with moving, wants shifting, needs shifting, slip it, slip this, slip this one, month's
        grace, week's grace, weeks' grace, months' grace, grace, grace period, a stay of execution, stay of execution,
        kick the can, wants another, wants more time, wants longer, could do with longer, could do with more time,
        could do with a bit longer,
        push the date back, push the deadline back, move the date back, move the deadline back, put the date back,
        push back, push it back, push this back, pushed back, push out, pushed out, push it out, postpone,
        postponed, postponement, postone, defer, deferred, deferral, slip, slips, slipped, slipping,
        extend, extended, extension, extention, extending, exension, extn, delay, delayed, delaying, put back, put
        it back, put this back, reschedule, rescheduled, re-date, redate, new date, new deadline, new target,
        revised date, revised target, revised deadline, new target date, revised target date, change the date,
        change date, change of date, change deadline, change target, amend the date, amend date, move the date,
        move date, date change, shift the date, date needs to move, date will need to move, date needs moving,
        needs to move, need to move, will need to move, amended date, need until, needs until, need till, needs
        till, need til, needs til, needed until, requires until, require until, will need until, will need till,
        kick back, kick down, knock back, knock it back, not until, not till, not til, not before, rebaseline,
        re-baseline, moved back, put off, carry over, carry forward, roll over, roll forward, set back, setback,
        bump, bumped, bump to, bump it to, bump this to, revise the date, won't be before, wont be before, won't
        be until, won't be till, wont be until, wont be till, oedi, ask for an extension, extension of time
    """)
    + _products("amend, change, move, revise, alter, extend, reset, shift, adjust", "the, this, my, our",
                "completion date, "
                "due date, target date, deadline, target"),
    # a later date, where a day follows
    "shift": _listed("""
        date changed to, the date changed to, date moved to, date amended to,
        gie us, gie me, gie us till, gie me till, gie us until, gie us to, moves to, move out to, moves out to,
        moves back to, that this moves to, shifts to, goes out to, shift out to, nearer, best make it, better make
        it, better say, mak it, mek it,
        run to, run until, run till, run on to, run on until, run through to, go to, go on to, go on until, carry on
        until, last until,
        can we say, could we say, put me down for, put us down for, put it down for, stick me down for, pencil me in
        for, bump it along, bump this along, move it along, bump it along to, move it along to, knock it on, knock it
        on to, kick it on, kick it on to, make that, nearer to, change that to, set it for, set it to, reset to, it'll
        have to be, will have to be, that'll have to be, would have to be, it's going to be, its going to be, be
        looking at, talking, we're talking, you're looking at, you're talking, reckon
        on, plan for, planning for, work to, working to, aim at, let's go for, going for, settle for, stretch to,
        stretch it to, spin it out to, give it till, give it until, give it to, leave it to, hold till, hold until,
        hang on till, wait till, not till, can get it done by, can have it done by, will get it done by,
        get it done by, have it done by,
        shove it, shove, shove this, shove it into, shove it to, shove this to, bung it, chuck it, hoy it, punt it,
        punt this, slide, slide it, slide this, knock it, knock this, kick it, kick this, put it, put this, stick it,
        stick this, give us, give me, give us til, have while, wait while, let us have until, let me have until, look
        at, can do, could do, able to do, manage,
        asking for, ask for, asked for, can we say, shall we say, let's say, lets say, go for, aim for, call it,
        revised completion date, new completion date, completion date, changed to, be changed to, amended to,
        revised to, give us while, give me while, give us to, give me to, give us until, give me till, give us
        till, have until, have till, have til, revise to, amend to, date of, make it, change to, change it to, ask
        for until, request until, allow until, allow till, take until, takes until, take till, takes till, take us
        to, take us until, take us into, take me to, take me until, going to take until, more like, more likely,
        drift, drifting, drifted into, drift into, run into, runs into, run over into, running into, realistic
        date, now looking at, now looking like, looking more like, looking like, need, needs, needed, require,
        requires, want, push, move, moved, shift, shifted, roll, rolled, until, till, til, to, for, by, make, be,
        now, moving, pushed, pushing, into
    """),
    # more time
    "more": _listed("""
        no way we'll make, no way we'll hit, no way i'll make, no hope of, no chance of, not a chance of, not a hope
        of, not a cat in hell's chance of, no way of making, not making, won't see, not going to see, too tight, too
        soon, optimistic, was optimistic, overly optimistic, over-optimistic, ambitious, too ambitious, pie in the
        sky,
        more time, need longer, needs longer, bit longer, little longer, longer, extra time, additional time,
        further time, late, running late, behind, running behind, behind schedule, need more time, needs more
        time, going to be late, will be late, be late, will miss, going to miss, gonna miss, we'll miss, i'll
        miss, it'll be late, miss the date, miss the deadline, miss this, missing the date, missing the deadline,
        time extension, breathing space, breathing room, leeway, not enough time, give us longer, give me longer,
        not achievable, unachievable, not realistic, unrealistic, not doable, not feasible, no chance of making,
        no chance of hitting, won't be ready, wont be ready, won't be on time, wont be on time, date is
        unrealistic, run out of time, ran out of time, overrun, overrunning, over running, slower than planned,
        slower than expected, taking longer, take longer, takes longer
    """)
    + _products(_CANNOT, "make, hit, meet, manage", "-, it, this, that, this one, the date, the deadline, that date, "
                "this date, the target, by then, in time, on time"),
    # it is stopped
    "stop": _listed("""
        jammed, jammed up, bogged down, tied up in, caught up in, wedged, snarled up, clogged up, log jammed,
        logjammed, hung up in, stuck fast, at a dead end, dead end, in the long grass, not going anywhere, isn't
        going anywhere, ground to a halt, come to a halt, come to a stop, at a stop, in deadlock, deadlocked, can't
        be done, cannot be done, cant be done,
        in liquidation, in administration, on back order, back order, no eta, out of stock, nobody available, no one
        available,
        stuck in, not happening at the moment, not happening just now, isn't happening at the
        moment, gone into administration, gone into liquidation, into administration, into liquidation, gone bust,
        gone under, gone to the wall, ceased trading, not funded, cannot do it, can't do it, cant do it, cannae do it,
        no can do, no staff, no one to do it, nobody to do it, nothing's moving, nothing is moving, nothing moving,
        going nowhere fast, chicken and egg, catch 22, catch-22, no bodies, no takers,
        can't go any further, cannot go any further, can't go further, can't get any further, cannot get any further,
        blocked, stuck, on hold, paused, stalled, held up, held back, can't progress, cant progress, cannot
        progress, can't proceed, cannot proceed, cant proceed, can't move forward, cannot move forward, can't move
        on, can't move on this, cannot move on, can't start, cannot start, cant start, can't go ahead, cannot go
        ahead, can't continue, cannot continue, can't take this forward, cannot take this forward, unable to
        progress, unable to proceed, unable to start, unable to move, unable to take, at a standstill, standstill,
        no funding, no budget, no money, frozen, parked, hit a wall, brick wall, hit a brick wall, dead in the
        water, barrier, blocker, show stopper, showstopper, hampered, prevented, blocking, blockage, going
        nowhere, getting nowhere, not able to progress, not able to proceed, not able to start, can't do anything,
        cannot do anything, cant do anything, hands are tied, hands tied, my hands are tied, our hands are tied,
        suspended, halted, stymied, stopped, in limbo, limbo, grounded, gridlocked, logjam, log jam, bottleneck,
        can't get, cannot get, cant get, impasse, deadlock, funding refused, bid refused, refused funding,
        snookered, scuppered, stonewalled, can't move, cannot move, cant move, can't take forward, can't be
        progressed, cannot be progressed, can't be started, cannot be started, funding not approved, not been
        funded, unfunded, on ice, shelved
    """)
    + _products("no, not enough, lack of, short of, no available", "staff, staffing, officers, cover, kit, "
                "parts, materials, trainers, "
                "trainer, contractor, instructors, escorts, escort, resource, resources, bodies, applicants, "
                "vehicles, money, "
                "budget, funding, cash, capacity, funds"),
    # it waits
    "wait": _listed("""
        waiting, waiting on, waiting for, awaiting, pending, waits on, wait for, wait on, at the mercy of,
        dependent on, reliant on, hinges on, depends on, reliant upon, dependent upon, in the queue, in a queue,
        queue
    """),
    # a reason follows
    "why": _listed("""
        because, due to, owing to, as, since, because of, cos, cause, bc, thanks to, on account of, given, reason,
        down to, reason being, reason is, so that, b/c, coz, in light of, in view of, following, after
    """),
    # it is not mine
    "else": _listed("""
        not the lead, not the lead for this, not the right person, not the right contact, not the right team,
        not a matter for, not a job for, not within my gift, not in my gift, don't work in, don't work on, not my line
        management,
        nothing to do with, nowt to do with,
        not for me or us, nothing to do wi me, nothing to do wi us, nowt to do wi me, nowt to do wi us, nowt to do
        wi', nothing tae do wi me, no longer responsible, no longer the owner, no longer responsible for this, no
        longer cover, no longer covering, no longer my patch, no longer part of my role, not part of my role, not part
        of my job, above my pay grade, outside my remit, outside our remit, out of my remit, out of our remit, outside
        my area, shouldn't be getting these, shouldnt be getting these, shouldn't be getting this, shouldnt be getting
        this, shouldn't be on my list, why am i getting this, why have i got this, wrong door, wrong tree,
        wrong governor, wrong gov, wrong prison, wrong jail,
        wrong person, wrong owner, wrong post, wrong people, wrong department, wrong dept, wrong team, wrong
        address, wrong inbox, wrong addressee, nothing to do with me, nothing to do with us, nowt to do with me,
        nowt to do with us, ive left, no longer in post, no longer mine, no longer ours, no longer my action, no
        longer my responsibility, no longer my remit, no longer my area, no longer with me, don't own, dont own,
        do not own, not the owner, never mine, never my action, i don't lead on, i don't lead, we don't lead, i do
        not lead, not my, not our, don't lead on, don't deal with, not at rochester, misdirected, misallocated,
        wrongly allocated, wrongly assigned, allocated in error, assigned in error, assigned to me in error, sent
        to me in error, sent to me by mistake, sent to the wrong, not allocated to me, shouldn't be mine, should
        not be mine, shouldn't be me, should not be me, shouldn't be with me, should not be with me, shouldn't
        have come to me, not something i, not something we, can't be mine, cannot be mine, got the wrong, you've
        got the wrong, someone else's, somebody else's, someone else, don't think this is mine, don't think this
        is ours, don't think this is for me, don't think this is me, don't think that's mine, don't believe this
        is mine
    """)
    + _products("i've no, i have no, we've no, we have no, no longer have, i've got no, i don't have",
                "responsibility, remit, "
                "oversight, involvement, jurisdiction, authority")
    + _products("wrong", "chap, bloke, lass, lad, fella, guy, man, woman, lady, geezer, sharon, dave, manager, office, "
                "function, addressee, name, email, recipient, team, colleague, director, group, site, establishment")
    + _products("i don't, i dont, i do not, i no longer, i never, we don't, we dont", "run, manage, lead, "
                "lead on, own, "
                "deal with, look after, oversee, handle, have oversight of, line manage, have responsibility for")
    + _products("no, no', nae, naw, no' really", "mine, mine pal, mine hen, ma job, ma action, my job, ours, "
                "oor job, for us, for me")
    + _products("not, isn't, isnt, wasn't, ain't, aint, this isn't, it's not, isn't really, not really, is not, "
                "definitely not, not actually, don't think it's, nae", _MINE),
    # the person has left
    "gone": _listed("""
        i'm no longer the, im no longer the, i am no longer the, i'm no longer head, im no longer head, i am no
        longer head, i'm no longer in, i'm no longer on, i am no longer in, i'm no longer working, i'm no longer
        covering, i am no longer covering, i'm not head of, i'm not the head of, no longer head of, no longer the
        head of, no longer deputy, no longer a cm, no longer the cm, no longer doing that job, no longer doing that
        role, whoever has taken over, whoever took over, whoever has taken over from me, whoever took over from me,
        whoever has my old job, whoever replaced me, whoever replaces me, whoever has replaced me,
        i transferred to, i've gone to, i'm at, im at, i'm now at, im now at, i am now at, i'm based at, i work at, i
        retire, i retired, i finished there, i finished in that, seconded to, on secondment, i left that post, i left
        the post, i left in, stepped down from, handed in my notice, i've changed jobs, changed my job, tupe'd, tuped,
        was only covering, only covering, i was covering, was just covering, was only acting, was only acting up, only
        acting up, i was acting, no longer acting up, stopped acting up, finished acting up, handed over my, off on
        secondment, on secondment now, been redeployed, i've been redeployed, moved roles, moved role, moved
        departments, moved teams, moved team, different role now, new role, new job, new post,
        i left, i've left, ive left, i have left, left the prison, i've moved prisons, moved prisons, i have moved
        prisons, i've moved on, ive moved on, i have moved on, i've moved to another, moved to another prison,
        changed roles, changed role, changed jobs, no longer in post, no longer in that post, no longer in this
        post, no longer in role, no longer in this role, no longer in that role, no longer work, no longer work
        there, no longer work here, no longer the governor, i don't work there, don't work there, don't work here,
        dont work there, do not work there, not at rochester, not at that prison, moved to another job, i've
        retired, i have retired, i've moved, i have moved, left the service, i moved to, i've transferred, i have
        transferred, no longer at, no longer based at, no longer in charge, moved jobs, changed post, changed
        posts, moved posts
    """),
    # and whose it is follows
    "to_post": _listed("""
        that ones for, this ones for, thats for, that one's for, that one is for, thats one for, that's one for,
        this is one for, that one for, ones for, one's for, thisn's for,
        a matter for, is a matter for, a job for, is a job for, handed the post over to, handed the role over to,
        handed the action over to, handed my post over to, handed over the post to,
        handed this over to, handed it over to, handed this to, handed it to, passed this to, passed it to, passed
        this on to, passed it on to, passing this to, passing it to, passing this on to, handing this to, handing it
        to, handing this over to, handing over to, given this to, gave this to, gave it to, transferred this to,
        transferred it to, goes back to, now belongs to, that is for, this one is for, it is for, belongs to, belongs
        with, belong to, belong with, one for, this one's for, this is for, it's for, that's for, pass to, pass it to,
        pass this to, pass on to, pass this on to, pass it on to, reassign to, reassign, re-assign to, re assign to,
        reassign this to, reassign it to, hand over to, hand to, hand this to, hand it to, hand this over to, hand it
        over to, handover to, over to, should be with, should sit with, should be for, should go to, should come to,
        should be, sits with, sit with, sat with, sits under, falls to, falls under, falls within, lies with, rests
        with, owned by, is owned by, led by, is led by, transfer to, transfer this to, transfer it to, redirect to,
        redirect this to, assign to, assign this to, assign it to, responsibility of, the responsibility of, send to,
        send it to, send this to, give to, give this to, give it to, move it to the, move this to the, needs to go to,
        need to go to, needs to sit with, needs to be with, forward to, forward this to, try, try the, ask, please
        ask, speak to, please speak to, contact, please contact, chase, please chase, it's a, that's a, this is a,
        thats a, its a, it's an, that's an, this is an, that's down to, it's down to, this is down to, down to, up to,
        for the attention of, fao, is with, goes to, go to, refer to, allocate to, allocate this to, reallocate to,
        re-allocate to, reallocate, route to, swap to, change owner to, change the owner to, owner is, owner should
        be, lead is, correct owner is, right person is, best person is, you want, you need, you'll want, delegate to,
        delegate this to, delegate it to
    """),
    # and whose it is stands before
    "owns": _listed("""
        own this, own it, own that, owns this, owns it, owns that, own this one, owns this one, owns, own, lead on
        this, leads on this, lead on it, leads on it, lead on that, leads on that, leads this, lead this, has
        this, has this one, have this one, have got this, has got this, deals with this, deal with this, deals
        with it, is responsible, are responsible, is responsible for this, are responsible for this, should own
        this, should own it, should lead, should lead this, should lead on this, should have this, should pick
        this up, should be leading, should be doing this, should answer this, to pick up, to action, to lead, to
        pick this up, to take this, holds this, hold this, looks after this, look after this, does this, do this,
        manages this, manage this, is the owner, are the owners, is the lead, are the lead, is leading, are
        leading, is leading on this, are leading on this, has taken this on, have taken this on, has taken over,
        have taken over, has taken this over, is in post now, took over, took over from me, is now in post, now
        has this, now have this, now owns this, now own this, now leads on this, for this one,
        need to answer, needs to answer, picked this up, has picked this up
    """),
    # ask again later
    "remind": _listed("""
        mute this until, mute this till, mute it until, mute it till, mute this, mute it, snooze this until, snooze it
        until, snooze this till, snooze this, snooze it, silence this until, quieten this until, pause this until,
        pause until,
        chase after, chase again, chase on, chase in, bother me, bother me again, bother us again, hold your
        reminders, hold your reminders until, hold the reminders until, hold reminders until, hold the reminders,
        pause reminders, pause reminders until, pause the reminders until, no reminders until, park it until, park
        this until, park it till, park this till, come back after, come back again, shout up, have another
        go, give me a ring, give me a bell, tap me up, pester me, hassle me, wake me up, knock on my door, check
        again, check back with us, look me up,
        remind me, chase me, chase me up, chase me again, nudge me, ping me, poke me, prompt me, ask me, ask me
        again, ask again, snooze, come back to me, check with me, check back, check in, check in with me, check
        back with me, get back to me, leave it until, leave it till, leave it til, leave this until, leave this
        till, leave this til, leave until, leave till, leave me until, leave me till, leave me alone until, leave
        me alone till, leave it with me until, leave it with me till, leave it with me til, leave with me until,
        leave with me till, try me, try me again, try again, ask us again, ask us, remind us, chase us, ping us,
        bring it up again, follow up with me, reming me, remnd me, reminder please, send me a reminder, send a
        reminder, set a reminder, give me a nudge, give me a shout, give me a prod, give us a shout, give us a
        nudge, shout me, buzz me, prod me, message me, drop me a reminder, drop me a line, jog my memory, pick
        this up with me, pick it up with me, speak to me, not now, hold off until, hold off till, hold fire until,
        hold fire till, quiet until, mute until, mute till, don't chase until, don't chase me until, don't ask
        until, don't ask me until, don't remind me until, dont chase me until, dont remind me until, dont chase
        until, do not chase until, don't chase till, don't chase me till, dont chase me till, stop chasing until,
        stop chasing me until, stop chasing me till, no chasing until, catch me, grab me, raise again, raise this
        again, bring forward to, revisit with me, come back on, come back in, return to me, circle back
    """)
    + _products(_NO_CHASING, _CHASING, "until, till, til, before"),
    # take back what was recorded
    "undo": _listed("""
        not that one, reverse that, reverse it, reverse what i just told you, reverse what i said, reverse my last,
        take back what i said, go back, go back please, put it back please, unmark, unmark that, unmark it, untick,
        untick it,
        untick that, unclose, reopen it please, please reopen, take it off complete, undo the last, oops no, pressed
        the wrong one, hit the wrong one, clicked the wrong one, replied to the wrong one, answered the wrong one,
        wrong message, wrong action,
        that was meant for, that was for, meant that for, undo, undo that, undo it, undo this, undo last, undo my
        last, undo please, scrap that, scrap it, scrap my last, scratch that, my mistake, ignore my last, ignore
        my last message, ignore my previous, ignore my previous message, ignore my last reply, ignore that, ignore
        that last, ignore last, ignore last message, ignore what i said, ignore me, ignore the last one, ignore
        the last message, ignore previous message, please ignore, ignore my reply, ignore my message, ignore my
        earlier, ignore my earlier message, disregard, disregard that, disregard my last, disregard previous,
        disregard my previous, cancel that, cancel it, cancel my last, cancel last, take that back, take it back,
        i take that back, wrong button, pressed the wrong button, hit the wrong button, clicked the wrong button,
        pressed by mistake, clicked by mistake, pressed done by mistake, hit done by mistake, didn't mean to, did
        not mean to, didnt mean to, didn't mean that, in error, by mistake, by accident, accidentally, revert,
        revert that, reverse that, reverse it, roll back, roll that back, rollback, retract, retract that, forget
        that, forget what i said, forget i said that, forget i said anything, oops, ooops, whoops, sent in error,
        posted in error, wrong thread, wrong chat, wrong channel, wrong one, wrong window, put it back to open,
        change it back, change that back, put that back, put it back how it was, withdraw that, withdraw my last,
        strike that, delete that, delete my last, remove that, belay that, my bad, fat fingers, fat finger, fat
        fingered, spoke too soon, shouldn't have said, should not have said, that was wrong, that was a mistake,
        that was an error, i was wrong, that's wrong, thats wrong, not what i meant, didn't say that, didn't mean
        it, that wasn't meant for, jumped the gun
    """),
    # a question
    "ask": _listed("""
        anything to be done, anything for me to do, anything for us to do, anything needed, anything required, owt
        to do, owt needed, anything i need to do, anything i should, anything we need, is there anything,
        what do you mean, what do you mean by, what does, what am i, what are we, can't work out whether, cannot work
        out whether, can't tell whether, not clear whether, who does, who do, what if, how come, how do, wot,
        what, what's, whats, when's, who, who's, whose, which, where, where's, why, how, how's, wheres
    """),
    # a favour asked
    "may_we": _listed("""
        can we say, could we say, shall we say, can you do, could you do, can we make it, could we make it, can we
        call it,
        please could you, please can you, could you please, can you please,
        can, could, can i, can we, could i, could we, may i, may we, any chance, any chance of, is it possible, is
        it possible to, would it be possible, would it be possible to, possible to, ok to, okay to, can you, could
        you, would you, please can, please could, can this, can it, could this, could it, is there any chance, is
        there any chance of, would you mind, mind if, are we able to, am i able to, is there scope, is there scope
        for, are you able to, can u, could u, cud we, cld we, can this one, could this one, possible, can i
        please, can we please, could we please, please may i, please may we, do you mind, alright to, all right
        to, would it be ok, is it ok, is it okay, happy for
    """),
    # what the reply is about follows
    "preface": _listed("""
        following, further to, regarding, with regards to, with regard to, in relation to, in respect of,
        concerning, as for, with respect to, after discussion with, after speaking to, having spoken to, having
        checked with, in terms of, on the back of, after our meeting, since our meeting, having met with, having
        reviewed, having discussed
    """),
    # who, where or how follows
    "tail": _listed("""
        by, at, with, as per, per, via, through, during, as part of, as a result of, in line with, in accordance
        with, using
    """),
    # papers to come
    "send": _listed("""
        send, forward, upload, share, email, provide, circulate, drop, pop, post, bring, add, attach, put
    """),
}  # fmt: skip

PLACES = frozenset(
    """
    a b c d e f g h kitchen kitchens shower showers gym laundry reception visits seg segregation gate gatehouse
    workshop workshops library chapel yard yards education healthcare wing wings house houses block blocks landing
    landings unit units level floor spur spurs side days nights weekdays weekends weekend night moment time men
    women adults youths
""".split()
)
"""After "done on", "in" or "for": a part of the prison, or of its people."""

STEPS = frozenset(
    """
    meeting meetings interview interviews session sessions visit visits draft quote quotes shortlisting sift
    advert order
    bid case tender form forms paperwork scoping drafting planning design groundwork prep preparation fieldwork workshop
    cohort course day week month shift report letter email call document admin questionnaire sampling pilot trial
    discussion contractor chapter page paint order delivery kit stock item section part bit half rest other others
    rollcall count debrief briefing slot presentation business application spec specification measuring wiring
    plumbing plastering painting floor ceiling wall roof door window toilet shower kitchen gym laundry reception yard
    gate wing unit landing cell block house houseblock spur servery canteen pantry pod classroom corridor
    stairwell lift office store
    garden mosque room hall dorm pitch perimeter fence camera boiler stair step bathroom cupboard
""".split()
)
"""Steps and places of a work: "the interviews are done" does not say that the action is."""

STOPPERS = frozenset(
    """
    halves
    afternoon close cop deadline end eod half least lunch lunchtime morning play risk some then time tonight
    weekend
""".split()
)
"""After "by", "at" or "with": no tail that says who, where or how, but when, or how far."""

DEPARTMENTS = frozenset(
    """
    activities assurance catering chaplain chaplaincy commissioner commissioners comms contractor dentist dep
    deputy dg diversity drug drugs ed education equalities equality estates facilities families finance gov
    governors gym healthcare hoh hoo hor hos hr hub industries intelligence kitchens library maintenance national
    nhs nhse ofm omic omu operations orderly performance pgd pharmacy probation procurement property provider
    psychology reception reducing regime regimes region regional reoffending resettlement residence safeguarding
    safety security segregation slt smt training visits works
""".split()
)
"""Words that name a part of the prison or of its partners in talk: the register decides which post that is."""

CORRECTABLE = frozenset(
    """
    achieved actioned allegedly almost already another apparently attached awaiting basically believe blocked
    can't cannot chase closed complete completed concluded confirmed couldn't defer deferred delay delayed
    delivered didn't doesn't done essentially everything evidence except extend extended extension finalised
    finished governor hasn't haven't healthcare hopefully ignore implemented incomplete isn't longer maybe minutes
    mistake mostly nearly nothing ongoing outstanding partially partly pending perhaps please postpone postponed
    practically presumably probably progress provided reckon remaining remind reschedule resolved scrap should
    signed snooze sorted stalled started stuck subject supposedly thanks think tomorrow track underway undo unless
    until virtually waiting wasn't won't working
""".split()
)
"""The words that slips are put right to: those that decide."""

NO_SLIPS = frozenset(
    """
    party parties nearby hopeful apparel staffed posted thinks
    achieves another anther attacked attacker awarding bending blocker blocks cease chased chaser clocked closer
    closes closest closet clothes competed complete completes complex concludes conger decayed deferral defers
    delays deliver delivers detained displayed ending extender extends extent finish finisher finishes flocked
    government governors ignorant ignored ignores implement implements installed intend intended lending longer
    marked mending minute minuted other parking pending phase phased plead pleased pleasing prefer progressed
    provide provider provides refer relayed remained remaining report reported reserved resold resolves restored
    retained revolved scrape scraps sending snorted spending sported stack stalls stared starter starved stated
    stick strap struck subjects tending there thick thing things thinks trace track trick underpay undone unites
    until vending walking warning wording
""".split()
)
"""Words that are no slips, though close to words that decide."""

SLIPS = dict(
    pair.split()
    for pair in _listed("""
    u you, ur your, shld should, cld could, wld would, hv have,
    doen done, dnoe done, odne done, donr done, dome done, doine done, don done, doon done, dun done, dne done,
    postone postpone, exension extension, extention extension, nto not, ont not, nt not, bloked blocked, blokced
    blocked, compelte complete, complet complete, comlete complete, cmplete complete, wnt won't, thx thanks, tmrw
    tomorrow, tomoz tomorrow, wating waiting, wi with, tae to, aw all, yin one, ma my, oor our, afore before,
    soz sorry, sos sorry,
    chse chase, remnd remind, soted sorted, fnished finished
""")
)
"""Slips too short to be measured, and what they stand for."""
