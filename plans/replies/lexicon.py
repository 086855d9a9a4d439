"""The words of replies, by what they do. Data alone: the longest phrase that begins at a word is what that word is.

Whatever is not here is an unknown word, and an unknown word where a completion is said makes the bot ask.
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

PHRASES: dict[str, list[str]] = {
    # it is done
    "done": _listed("""
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
        on this one, for this one, with this one, on that one, the, a, an, our, my, your, of, on this, on it, on
        that, for this, for it, with it, with this, for that, on here, of this, of it
    """),
    # the whole of it
    "all": _listed("""
        all, every, each, both, whole, entire, 100%, fully, everyone, everybody, everywhere, in full, throughout,
        completely, totally, entirely, all of it, all of this, it all, this all, properly, wholly, all cells, all
        wings, all staff, all units, all areas, all houseblocks, all residents, all prisoners, all landings, every
        wing, every cell, across the prison, across the jail, across the estate, across the site, across the
        establishment, on all wings, on every wing, for all staff, in all cells, across all wings, on all units,
        on all houseblocks, in every cell, all locations, across all areas, all round
    """),
    # harmless beside anything
    "fill": _listed("""
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
        reply, and that, too, as well, off, for you, btw, quick update, with thanks, from me, no problems, no
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
    """),
    # thanks and other words that say nothing
    "thanks": _listed("""
        thanks, thank you, thx, cheers, ta, many thanks, thanks all, thank you all, much appreciated, noted,
        received, understood, will do, got it, great, good, brilliant, fab, perfect, super, excellent, fine, sure,
        roger, copy that, acknowledged, ack, seen, thanks for the reminder, thank you for the reminder, thanks for
        this, thank you for this, thanks for letting me know, leave it with me, no worries, diolch, ta very much,
        thanks very much, thank you very much, much obliged, kind regards, regards, appreciated, thanks for
        chasing, thanks for the nudge, thanks for reminding me, thanks for your help, nice one, will have a look,
        will look, lol, haha, test, testing, hmm, hm, ah, oh, wow, right, cool, nice, bye, well done, well done
        team, well done all, well done everyone, well done everybody, great work, good work, great effort, great
        job, nice work, good job, bore da, pnawn da
    """),
    # word of a paper
    "attach": _listed("""
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
        push the date back, push the deadline back, move the date back, move the deadline back, put the date back,
        push back, push it back, push this back, pushed back, push out, pushed out, push it out, postpone,
        postponed, postponement, postone, defer, deferred, deferral, slip, slips, slipped, slipping, slippage,
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
    """),
    # a later date, where a day follows
    "shift": _listed("""
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
        more time, need longer, needs longer, bit longer, little longer, longer, extra time, additional time,
        further time, late, running late, behind, running behind, behind schedule, need more time, needs more
        time, going to be late, will be late, be late, will miss, going to miss, gonna miss, we'll miss, i'll
        miss, it'll be late, miss the date, miss the deadline, miss this, missing the date, missing the deadline,
        time extension, breathing space, breathing room, leeway, not enough time, give us longer, give me longer,
        not achievable, unachievable, not realistic, unrealistic, not doable, not feasible, no chance of making,
        no chance of hitting, won't be ready, wont be ready, won't be on time, wont be on time, date is
        unrealistic, run out of time, ran out of time, overrun, overrunning, over running, slower than planned,
        slower than expected, taking longer, take longer, takes longer, won't make the 28th, won't hit the 28th,
        won't meet the 28th, won't manage the 28th, wont make the 28th, wont hit the 28th, wont meet the 28th,
        wont manage the 28th, will not make the 28th, will not hit the 28th, will not meet the 28th, will not
        manage the 28th, can't make the 28th, can't hit the 28th, can't meet the 28th, can't manage the 28th, cant
        make the 28th, cant hit the 28th, cant meet the 28th, cant manage the 28th, cannot make the 28th, cannot
        hit the 28th, cannot meet the 28th, cannot manage the 28th, can not make the 28th, can not hit the 28th,
        can not meet the 28th, can not manage the 28th, not going to make the 28th, not going to hit the 28th, not
        going to meet the 28th, not going to manage the 28th, not gonna make the 28th, not gonna hit the 28th, not
        gonna meet the 28th, not gonna manage the 28th, isn't going to make the 28th, isn't going to hit the 28th,
        isn't going to meet the 28th, isn't going to manage the 28th, isnt going to make the 28th, isnt going to
        hit the 28th, isnt going to meet the 28th, isnt going to manage the 28th, unlikely to make the 28th,
        unlikely to hit the 28th, unlikely to meet the 28th, unlikely to manage the 28th, unable to make the 28th,
        unable to hit the 28th, unable to meet the 28th, unable to manage the 28th, aren't going to make the 28th,
        aren't going to hit the 28th, aren't going to meet the 28th, aren't going to manage the 28th, couldn't
        make the 28th, couldn't hit the 28th, couldn't meet the 28th, couldn't manage the 28th, could not make the
        28th, could not hit the 28th, could not meet the 28th, could not manage the 28th, didn't make the 28th,
        didn't hit the 28th, didn't meet the 28th, didn't manage the 28th, did not make the 28th, did not hit the
        28th, did not meet the 28th, did not manage the 28th, don't think we'll make the 28th, don't think we'll
        hit the 28th, don't think we'll meet the 28th, don't think we'll manage the 28th, don't think i'll make
        the 28th, don't think i'll hit the 28th, don't think i'll meet the 28th, don't think i'll manage the 28th,
        never going to make the 28th, never going to hit the 28th, never going to meet the 28th, never going to
        manage the 28th, struggling to make the 28th, struggling to hit the 28th, struggling to meet the 28th,
        struggling to manage the 28th, going to struggle to make the 28th, going to struggle to hit the 28th,
        going to struggle to meet the 28th, going to struggle to manage the 28th, will struggle to make the 28th,
        will struggle to hit the 28th, will struggle to meet the 28th, will struggle to manage the 28th, not able
        to make the 28th, not able to hit the 28th, not able to meet the 28th, not able to manage the 28th, not be
        able to make the 28th, not be able to hit the 28th, not be able to meet the 28th, not be able to manage
        the 28th, we'll not make the 28th, we'll not hit the 28th, we'll not meet the 28th, we'll not manage the
        28th, we'll never make the 28th, we'll never hit the 28th, we'll never meet the 28th, we'll never manage
        the 28th
    """)
    + _products(_CANNOT, "make, hit, meet, manage", "-, it, this, that, this one, the date, the deadline, that date, "
                "this date, the target, by then, in time, on time"),
    # it is stopped
    "stop": _listed("""
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
    """),
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
    + _products("not, isn't, isnt, wasn't, ain't, aint, this isn't, it's not, isn't really, not really, is not, "
                "definitely not, not actually, don't think it's, nae", _MINE),
    # the person has left
    "gone": _listed("""
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
        that is for, this one is for, it is for, belongs to, belongs with, belong to, belong with, one for, this
        one's for, this is for, it's for, that's for, pass to, pass it to, pass this to, pass on to, pass this on
        to, pass it on to, reassign to, reassign, re-assign to, re assign to, reassign this to, reassign it to,
        hand over to, hand to, hand this to, hand it to, hand this over to, hand it over to, handover to, over to,
        should be with, should sit with, should be for, should go to, should come to, should be, sits with, sit
        with, sat with, sits under, falls to, falls under, falls within, lies with, rests with, owned by, is owned
        by, led by, is led by, transfer to, transfer this to, transfer it to, redirect to, redirect this to,
        assign to, assign this to, assign it to, responsibility of, the responsibility of, send to, send it to,
        send this to, give to, give this to, give it to, move it to the, move this to the, needs to go to, need to
        go to, needs to sit with, needs to be with, forward to, forward this to, try, try the, ask, please ask,
        speak to, please speak to, contact, please contact, chase, please chase, it's a, that's a, this is a,
        thats a, its a, it's an, that's an, this is an, that's down to, it's down to, this is down to, down to, up
        to, for the attention of, fao, is with, goes to, go to, refer to, allocate to, allocate this to,
        reallocate to, re-allocate to, reallocate, route to, swap to, change owner to, change the owner to, owner
        is, owner should be, lead is, correct owner is, right person is, best person is, you want, you need,
        you'll want, delegate to, delegate this to, delegate it to
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
    """),
    # take back what was recorded
    "undo": _listed("""
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
        what, what's, whats, when's, who, who's, whose, which, where, where's, why, how, how's, wheres
    """),
    # a favour asked
    "may_we": _listed("""
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
    doen done, dnoe done, odne done, donr done, dome done, doine done, don done, doon done, dun done, dne done,
    postone postpone, exension extension, extention extension, nto not, ont not, nt not, bloked blocked, blokced
    blocked, compelte complete, complet complete, comlete complete, cmplete complete, wnt won't, thx thanks, tmrw
    tomorrow, tomoz tomorrow, wating waiting, chse chase, remnd remind, soted sorted, fnished finished
""")
)
"""Slips too short to be measured, and what they stand for."""
