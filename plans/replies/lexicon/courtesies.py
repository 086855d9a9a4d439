"""What is said to be civil, to fill a line, to thank, or to vouch: none of it takes anything back."""

from plans.replies.lexicon.listing import listed, products
from plans.replies.lexicon.shared import CHASING, LEFTOVERS, NO_CHASING

_IT_OPEN = """
    -, it, this, that, this one, that one, the action, this action
"""

_GLAD = """
    you'll be glad, you will be glad, you'll be pleased, you will be pleased, you'll be happy, you will be happy,
    you'll be delighted, you'll be relieved
"""

HUSHES = products(
    NO_CHASING,
    CHASING,
    "-, about it, about this, about this one, for this, on this, with it, with this, lol, haha, now, now lol, then",
)
"""No more asking; with a day after it, no asking before that day."""

FILLING = (
    listed("""
    a bit of a slog, a while ago, a while back, able, able to confirm, absolutely, after bang up, after lock up,
    after lunch, after roll check, after some trouble with, after unlock, afternoon, afternoon all, again, ages ago,
    ages back, ahead of schedule, ahead of the date, ahead of the deadline, ahead of time, all good, all right, all
    there, all working, already, alreet, alright, also, am i, amigo, an age ago, and, answer, any more, anymore,
    apologies, apologies for late reply, apologies for the delay, apologies for the late response, appreciate it,
    appreciate that, appreciate the nudge, appreciated it, as agreed, as at, as discussed, as i said, as i said
    before, as i said earlier, as i said last time, as it happens, as it should, as it should be, as luck would have
    it, as of, as per my last, as per my last message, as planned, as promised, as requested, as well, as you know,
    at bang up, at earliest, at last, at long last, at the earliest, at the latest, at the soonest, at the very
    earliest, at the very latest, at the weekend, at unlock, aye, ayup, back from leave, back in, been away, been
    busy, been in court, been in meetings, been meaning to reply, been meaning to say, been meaning to tell you,
    been meaning to update you, been off, been off sick, been on a course, been on a/l, been on annual leave, been
    on detached duty, been on earlies, been on lates, been on leave, been on nights, been on rest days, been on
    shift, been rushed off my feet, been snowed under, been swamped, been up the wall, been up to my eyes, before
    bang up, before i arrived, before i came, before i got here, before i started, before i started here, before i
    took over, before it was due, before my time, before the deadline, before the due date, before time, before
    unlock, belatedly, believe it or not, better late than never, better news, bit late but, bit of a job, bit of a
    mission, bit of a slog, boom, boss, brilliant, btw, bud, buddy, butt, by my predecessor, call me, call me on,
    can confirm, can report, can't complain, can't fault it, canny, catching up on emails, catching up with emails,
    certainly, champion, chapter and verse, chief, chuck, chuffed, chuffed to bits, colleagues, coming back to you,
    comrade, confirmed, confirming, couldn't be happier, cracking news, cross my heart, da iawn, date, dear all,
    decent news, deffo, definitely, defo, delighted to say, did have some trouble with, do what you like, don't know
    why, donkey's years ago, donkeys ago, dont know why, duck, due date, dunno why, earlier, early, er, er yes, erm,
    evening, everyone, excellent, ey up, fab, fella, finally, first thing, first thing this morning, flower, folks,
    for a good while, for a while, for a while now, for ages, for ages now, for chasing, for info, for info only,
    for info purposes only, for information, for information only, for months, for months now, for once, for quite a
    while, for some time, for the governor, for the last time, for the nth time, for the nudge, for the record, for
    the reminder, for the second time, for the third time, for the umpteenth time, for weeks, for weeks now, for
    what it's worth, for years, for yonks, for you, for your help, for your information only, for your patience,
    forgot to mark it, forgot to reply, forgot to say, forgot to tell you, forgot to update, forgot to update you,
    from me, funnily enough, fyi, gents, get in, getting back to you, getting this to you, give me a call if, glad,
    glad to report, glad to say, going forward, good, good afternoon, good evening, good morning, good news, good
    news for once, got there, got there in the end, gov, gov happy, governor, governor happy, governor is happy,
    grand, great, great news, guv, guvnor, guys, had a bit of trouble with, had a few problems with, had some
    trouble with, hand on heart, happy christmas, happy new year, happy to confirm, happy to report, happy to say,
    happy with it, has left site, have left site, have left the site, hello, hello all, hen, here, hereby, hey, hi,
    hi all, hi team, hi there, hit the deadline, hiya, honest, honestly, hooray, howay, hurrah, i am able to
    confirm, i am afraid, i am happy to confirm, i am pleased to confirm, i can confirm, i can report, i confirm, i
    promise you, i would like to confirm, i'd like to confirm, i'll keep an eye on it, i'm able to confirm, i'm
    afraid, i'm happy to confirm, i'm pleased to confirm, if acceptable, if agreeable, if anybody asks, if anyone
    asks, if i may, if it suits, if it's all the same, if needed, if ok, if ok with you, if poss, if possible, if
    required, if that helps, if that is ok, if that is ok with you, if that suits, if that suits you, if that works,
    if that's agreeable, if that's all the same, if that's alright, if that's ok, if that's ok with you, if that's
    okay, if that's possible, if thats ok, if we can, if you agree, if you are happy, if you can, if you don't mind,
    if you fancy, if you have any, if you have any questions, if you like, if you need, if you need anything else,
    if you need it, if you want, if you want it, if you want to see it, if you were wondering, if you would, if
    you'd like, if you're happy, im afraid, in answer, in good time, in line with policy, in my absence, in reply,
    in response, in the end, indeed, is happy with it, it's all there, job's a good 'un, just, just a quick one,
    just a quick one to say, just back, just back from leave, just letting you know, just letting you know that,
    just to let you know, just to let you know that, just to say, keep an eye on it, keep getting asked, keep
    getting these, keep getting this, keeps coming up, keeps popping up, kid, la, lad, ladies, lads, last thing,
    late reply, let me know if, let me know if you need anything, let me know if you need anything else, let me know
    if you need more, letting you know, like, like i mentioned, like i said, like i said before, like i said last
    time, like i say, long ago, love, lovely, lovely stuff, lush, ma'am, made the deadline, mark, mate, me duck,
    meant to say, meant to tell you, meant to update you, merry, met the deadline, miss, months ago, months back,
    more fool me, morning, morning all, moving forward, my apologies, my lover, never again, never doubt me, never
    doubted it, never late, never late with this one, nice, no buts, no comment, no doubt about it, no further
    comment, no hiccups, no idea why, no ifs, no ifs and no buts, no ifs no buts, no ifs or buts, no joke, no
    kidding, no lie, no longer a problem, no longer an issue, no longer blocked, no longer stuck, no longer waiting,
    no matter, no question, no rush, no two ways about it, no word of a lie, nobody happier, not a moment too soon,
    not again, not bad, not bad at all, not before, not before time, not easy, not kidding, not only, not sure why,
    not to worry, nothing to add, nothing to see here, nothing to worry about, now, now in a minute sorted, och,
    oddly enough, off, oh yeah that was, oh yeah that's been, oh yes it was, oh yes it's been, oh yes that was, oh
    yes that's been, ok, okay, on annual leave, on behalf of the governor, on budget, on leave, on schedule, on
    time, one less thing to worry about, one less to worry about, only just, only just back, our end sorted, our
    kid, our lass, our trust, over christmas, over the moon, over the week, over the weekend, overnight, p.m, pal,
    perfect, pet, petal, phew, phone me, phone me on, picking these up, picking up emails, picking up my messages,
    please, please be advised, please be advised that, please note, please note that, please sign it off, please
    sign off, please sign this off, pleased, pleased to confirm, pleased to report, pleased to say, pls, pls sign
    off, pls sign this off, pls stop, plz, plz stop, pm, promise, proper, proud, quick one, quick update, re,
    recently, regrettably, reply, replying to you, responding to you, response, ring me, ring me on, sadly,
    satisfactorily, should have said, should have said so, should have told you, should have updated you, should you
    need it, should've said, should've told you, shout if, signed to say so, signed to say they have read it, signed
    to say they've read it, since, sir, skip, slow reply, smashing, so, so please sign off, some good news, some
    time ago, somebody should have told you, somebody should've told you, someone should have told you, someone
    should've told you, sorry, sorry about the delay, sorry for late reply, sorry for not replying, sorry for slow
    reply, sorry for the delay, sorry for the late reply, sorry for the late response, sorry for the radio silence,
    sorry for the slow reply, sorry it's late, sorry this is late, sorry to be a pain, status, still coming up,
    still on my list, still on the list, still says open, still showing, strange as it sounds, successfully,
    sunshine, super, target date, tbh, team, thank god, thank goodness, thank heavens, thank the lord, that's, the
    nhs trust, the trust, then, there are, there is, there's, theres, these past weeks, this long while, tidy, tidy
    news, to a good standard, to a high standard, to be clear, to be fair, to be honest, to confirm, to let you
    know, to spec, to standard, to time, today's update, told you so, too, too long ago, took a while, took ages,
    took long enough, took long enough eh, treacle, uh, uhm, um, umm, under budget, under my predecessor,
    unfortunately, update, was away, was off, was off sick, was on annual leave, was on leave, wasn't easy, way
    back, we are pleased to report, we are there, we are there now, we beat the deadline, we can confirm, we can
    report, we got there, we hit the date, we hit the deadline, we hit the target, we made the date, we made the
    deadline, we met the date, we met the deadline, we met the target, we'll keep an eye on it, we're there now,
    wee, weeks ago, weeks back, wey aye, what a, whether you like it or not, whoop, why it keeps coming up, will
    keep an eye on it, with, with pleasure, with thanks, within budget, without a doubt, without delay, without
    doubt, without fail, without fuss, without incident, without issue, without issues, without problems, wonders
    will never cease, woohoo, worked hard on it, worked hard on this, worked really hard on it, worked so hard on
    it, worked their socks off, working as it should, working fine, working well, wrong key, wrong language, wrong
    way round, x, xx, yay, yeah, yep, yes, yonks ago, you can, you may, yup, &, +, :+1:, :100:, :clap:, :fire:,
    :muscle:, :ok_hand:, :partying_face:, :pray:, :raised_hands:, :rocket:, :slightly_smiling_face:, :sparkles:,
    :star:, :tada:, :thumbsup:, :trophy:, ✨, ❤, ⭐, 🌟, 🎉, 🎊, 🏆, 👊, 👌, 👍, 👏,
    💪, 💯, 🔥, 🔵, 😀, 😁, 😃, 😄, 😊, 😎, 🙂, 🙌, 🙏, 🚀,
    🟢, 🤙, 🤝, 🤩, 🥇, 🥳, 🫡
""")
    + products(
        "after",
        "a lot of, lots of, much, some, months of, weeks of, years of, a good deal of, a bit of, a fair bit of",
        "chasing, work, effort, wrangling, discussion, discussions, negotiation, negotiations, back and forth, "
        "hard work, nagging, delay, delays, toing and froing, to-ing and fro-ing, head scratching, emails, phone "
        "calls",
    )
    + products(
        "keeping, we're keeping, will keep, we'll keep, i'll keep, i'm keeping",
        "an eye on, a close eye on, on top of, tabs on",
        "it, this, things, that",
    )
    + products(
        "no reason, no need, no point, no sense, no call, not worth, no use, don't need, no reason for you",
        "to keep, to leave, to have, keeping, leaving, having, in keeping, in leaving, in having",
        _IT_OPEN,
        "open, live, on the list, on your list, on here, going, on the books, on the go",
    )
    + products(
        "no, no more, no further, without any, no other",
        "outstanding, remaining, further, open, loose",
        "points, issues, actions, items, queries, work, ends, elements, snags, bits, tasks, matters, comments, steps",
    )
    + products(
        "don't, dont, do not, never, no need to",
        "want to hear, want to see, need to hear, hear, see, talk",
        "-, about, of",
        "it, this, that, it again, this again, this one again",
    )
    + products(
        _GLAD,
        "to hear, to know, to learn, to see",
        "-, that",
    )
    + products(
        "no, not a, not any, not one, not a single, zero, without a, without any, never a, nae",
        "problem, problems, issue, issues, worries, bother, drama, dramas, concern, concerns, snags, hassle, "
        "fuss, complaint, complaints, incident, incidents, hitch, hitches, problems at all, issues at all, "
        "problem at all",
    )
    + HUSHES
    + products(
        "can't see, cannot see, cant see, don't see, can't think of, not aware of, there isn't, isn't, there's not",
        "anything, owt",
        LEFTOVERS,
    )
)
"""Harmless beside anything."""

VOUCHES = listed("""
    able to confirm, as i said, as we told you, can confirm, can report, can tell you, chuffed to say, confirming
    that, content that, delighted to say, glad to report, glad to say, happy to confirm, happy to report, happy to
    say, i already said, i already told, i already told you, i am able to confirm, i am happy that, i am happy to
    confirm, i am pleased to confirm, i am pleased to say, i am satisfied that, i am telling you, i can assure you,
    i can assure you that, i can confirm, i can report, i can tell you, i confirm, i consider, i count, i deem, i
    did say, i had told, i have already said, i have told, i have told you, i regard, i said, i said before, i told,
    i told you, i would like to confirm, i'd like to confirm, i'd told, i'm able to confirm, i'm happy that, i'm
    happy to confirm, i'm pleased to confirm, i'm pleased to say, i'm satisfied that, i'm telling you, i've already
    said, i've already told you, i've said before, i've told, im telling you, just to let you know, just to let you
    know that, just to say, let it be known, letting you know, letting you know that, like i said, pleased to
    confirm, pleased to report, pleased to say, proud to say, relieved to say, rest assured, rest assured that,
    satisfied that, to confirm, to let you know, we already told you, we are pleased to report, we are treating, we
    can confirm, we can report, we consider, we count, we deem, we did say, we have told you, we regard, we told,
    we'd told, we've already told you, we've said before, we've told
""") + products(
    _GLAD,
    "to hear, to know, to learn, to see",
    "-, that",
)
"""The person vouches for what follows."""

THANKS = (
    listed("""
    ack, acknowledged, ah, all credit to, all the best, appreciate it, appreciate that, appreciated, big thanks to,
    bore da, brilliant, bye, cheers, cheers again, cheers all, cheers for letting me know, cheers for that, cheers
    for the nudge, cheers for the reminder, cool, copy that, courtesy of, credit to, diolch, excellent, fab, fine,
    good, good job, good to hear, good to know, good work, got it, great, great effort, great job, great work, haha,
    happy christmas all, happy christmas everyone, happy new year all, happy new year everyone, hats off to, hm,
    hmm, kind regards, kudos to, leave it with me, lol, many thanks, merry christmas all, merry christmas everyone,
    much appreciated, much obliged, nadolig llawen, nice, nice one, nice to know, nice work, no bother, no thanks
    to, no worries, noted, oh, perfect, pnawn da, received, regards, right, roger, see you monday, see you there,
    see you tomorrow, seen, shout out to, super, sure, ta, ta all, ta for letting me know, ta for that, ta for the
    nudge, ta for the reminder, ta very much, take care, test, testing, thank you, thank you all, thank you for the
    reminder, thank you for this, thank you to, thank you very much, thanks, thanks again, thanks all, thanks
    appreciate it, thanks for chasing, thanks for confirming, thanks for flagging, thanks for flagging this, thanks
    for getting back to me, thanks for letting me know, thanks for reminding me, thanks for sorting, thanks for
    sorting that, thanks for telling me, thanks for the heads up, thanks for the info, thanks for the information,
    thanks for the message, thanks for the nudge, thanks for the reminder, thanks for the update, thanks for this,
    thanks for your help, thanks for your message, thanks to everyone, thanks very much, thx, understood, well done,
    well done all, well done everybody, well done everyone, well done team, well done to, what's done is done, whats
    done is done, will do, will have a look, will look, wow
""")
    + products(
        "enjoy, enjoy your, enjoy the, happy, merry, have a good, have a nice, have a lovely, have a great, hope "
        "you have a good, hope you had a good, hope you have a lovely, hope you had a nice, hope you're having a "
        "good",
        "easter, christmas, xmas, new year, weekend, bank holiday, break, leave, holiday, holidays, time off, "
        "half term, day, evening, afternoon, rest, week, long weekend, summer, friday, monday, one",
    )
    + products(
        "hope you're, hope you are, hope your, hope all is, hope all's, hope everyone's, trust you are, trust "
        "you're, hope this finds you",
        "well, good, okay, ok, keeping well, doing well, all well, having a good day, having a good week",
    )
)
"""Thanks, and other words that say nothing."""
