"""What makes a completion doubtful: it is not so, perhaps, on a condition, told by others, a joke."""

from plans.replies.lexicon.listing import listed

NOT = listed("""
    a long way off, a way off, abandoned, aint, anything but, arent, as opposed to, barely, by no means, cannae,
    cannot, cant, collapsed, couldnt, ddim, didnae, didnt, dinnae, doesnt, dont, fail, failed, failing, fallen
    through, falls short, false, far from, fell short, fell through, hadnt, hardly, hasnae, hasnt, havenae, havent,
    heb, in no way, in't, incomplete, incorrect, instead of, int, isn't, isnae, isnt, isny, lack, lacking, lacks,
    lapsed, long way to go, miles off, missed by, missed for, missed in, missed it, missed since, missed this,
    missing, nae, nah, naw, nay, neither, neither here nor there, never, no, no chance, no closer, no longer, no
    movement, no one, no progress, no', nobbut, nobody, non, none, none of it, nope, nor, not, not a chance, not any
    longer, not any more, not at all, not been, not entirely, not exactly, not fully, not quite, not really, not so
    much as, not strictly, not technically, not yet, nothing, nothing but, nothing like, nowhere near, nowt, nt,
    nto, ont, overdue, owt, premature, rather than, re-do, re-open, redo, redoing, refused, reopen, reopened,
    scarcely, scrapped, short of, shouldnae, shouldnt, some way off, too early, unable, undoing, undone, unfinished,
    unsuccessful, untrue, wasnae, wasnt, way off, werent, willnae, without, wont, wouldnae, wouldnt, wrong, yet, yet
    again, yet to, :-1:, :no_entry:, :thumbsdown:, :x:, ✖, ❌, 👎, 🚫
""")
"""It is not so."""

HEDGES = listed("""
    about, afaik, after a fashion, aim, aiming, all being equal, all being well, all but, almost, almost there,
    appeared, appears, appears to be, approx, approximately, arguably, as best, as far as i am aware, as far as i
    know, as far as i'm aware, as far as we know, as good as, as i recall, as i remember, as i understand, as i
    understand it, as it were, assume, assumed, assumes, at the moment, attempt, attempted, attempting, basically,
    believe, believed, best, bet, broadly, by all accounts, by and large, by rights, by the look of it, by the looks
    of it, by the sounds of it, check that, check whether, checking, close on, close to, closer, conceivably,
    confident, cosmetically, could, could be, could be wrong, cusp, daresay, debatable, do not know, don't know,
    don't quote me, doneish, dont know, doubt, doubted, doubtful, doubtless, doubts, dreamed, dreams of, dreamt,
    dunno, effectively, ensure, ensuring, essentially, expect, expected, fairly, fairly certain, fairly confident,
    fairly sure, fancy, feel, feel like, feels, feels like, fingers crossed, for now, for the moment, for the most
    part, for the time being, from memory, from what i can see, from what i can tell, from what i gather, from what
    i understand, getting there, give or take, god willing, good as, guess, guessed, guesses, hair's breadth,
    happen, home straight, hope, hoped, hopefully, hopes, hoping, i assume, i believe, i could be wrong, i dare say,
    i daresay, i fancy, i guess, i imagine, i reckon, i suppose, i suspect, i think, i thought, i would say, i'd
    bet, i'd guess, i'd have thought, i'd hope, i'd imagine, i'd say, i'd think, i'll bet, ideally, if i recall, if
    i remember, if memory serves, iirc, imagine, imagines, imho, imo, in a fashion, in a manner of speaking, in a
    sense, in a way, in effect, in essence, in my head, in my opinion, in my view, in name, in name only, in
    principle, in spirit, in the main, in the sense, in theory, inch, inches, informally, intended, interim, is
    better, ish, just about, kind of, kinda, largely, last lap, less, like to be able, like to say, like to see,
    like to think, likely, look, looking, looks, looks like, love to, love to say, love to tell, mainly, make sure,
    making sure, may, may be, maybe, maybes, meant, meant to be, meant to have, mebbe, mebbies, mentally, might,
    might be, might be wrong, more achievable, more or less, more realistic, more than, most likely, mostly, must
    be, must have been, near, near as dammit, near as damn it, near enough, nearing, nearly, nearly there, next to,
    nigh, nigh on, ninety, no doubt, no idea, nobbut, nominally, not 100%, not a hundred percent, not certain, not
    clear, not convinced, not sure, notionally, officially, on paper, on the brink, optimistic, or near enough, or
    so, or thereabouts, ostensibly, ought, ought to be, ought to have, perhaps, picture, possibly, potentially,
    practically, presumably, presume, presumes, pretend, pretending, pretty confident, pretty much, pretty sure,
    prob, probably, probs, provisionally, quasi, quite, quite sure, realistic, realistically, reasonably, reasonably
    confident, reasonably sure, reckon, reckoned, roughly, see that, seem, seemed, seems, seems to be, semi-,
    should, should be, should have, should've, shoulda, shouldve, so far, so far as i know, so far as i'm aware, so
    to speak, so- called, some extent, sort of, sorta, sound, sounds, sounds like, stone's throw, superficially,
    suppose, supposed, supposed to, supposed to have, supposes, sure i, surely, suspect, tbc, technically,
    temporarily, temporary, tempted, tentatively, the wiser, theoretically, there or there abouts, thereabouts,
    think, thought, to all intents, to all intents and purposes, to be confirmed, to date, to my knowledge, to some
    extent, to the best of my knowledge, touch wood, tried, trust, try, trying, uncertain, unclear, understand,
    unless i'm mistaken, unless i'm wrong, unofficially, unsure, verbally, verge, virtually, want, want to see,
    wanted, we believe, we think, well nigh, whatever anyone, whatever has been, whatever he, whatever it, whatever
    may, whatever she, whatever the, whatever they, whatever you, whisker, wish i could, wished, wishes, with any
    luck, with luck, within touching distance, wonder, wondered, wonders, would, would be, would be better, would
    have thought, would like, would say, 99%, :crossed_fingers:, :shrug:, :thinking_face:, ~, ≈, 🤔, 🤞, 🤷
""")
"""Perhaps."""

IF = listed("""
    after, apart from that, approval needed, as long, as long as, as soon as, assuming, at which point, barring,
    before, by the time, by which time, come what may, conditional, conditional on, conditional upon, contingent,
    contingent on, contingent upon, dependant, dependant on, dependent, dependent on, depending, depending on,
    depends, depends on, either, else, even if, failing that, following sign off, given, had it, hanging on, hinges
    on, hinging on, if, in case, in the event, in the event of, in the event that, in which case, minded to, next,
    notwithstanding, on completion of, on condition, on receipt of, on the basis, on the proviso, on the
    understanding, once, only when, or, or else, otherwise, pending, provided, provided that, providing, proviso,
    reliant, reliant on, relies on, require, required, requires, rests on, save, should it, should the, should they,
    should we, sign off needed, so long as, soon as, stands or falls, subject to, suppose, supposing, the moment,
    then it's, then its, til, til we, till, till we, to approve, to ratify, unless, until, until such time, upon,
    waits on, wants, were it, were they, when, when all is said and done, when i, when it, when they, when we,
    when's, whenever, whether, while, whilst, with the proviso
""")
"""On a condition."""

HEARD = listed("""
    according, according to, advise, advised, advises, alleged, allegedly, alleges, am told, apparently, as far as
    they, as per dave, assure, assured, assures, been told, believes, claim, claimed, claims, confirm, confirms,
    down as, ear, email from, emailed, emails me, gather, given to believe, given to understand, good authority,
    grapevine, has it that, have it that, hear, hear tell, heard, hearing, hearsay, her view, his view, i am told, i
    gather, i'm told, im told, implied, implies, indicated, indicates, inform, informed, informs, insist, insists,
    led to believe, listed as, logged as, maintains, marked as, marked up as, mentioned, mentions, message from,
    messaged, notified, notify, on good authority, on the system, phoned, promise, promised, promises, put down as,
    quote, rang, read, reckon they, reckons, recorded as, report that, reported, reportedly, reporting, reports,
    ring, rings, rumour, rumour has it, rumoured, rumours, said, say, saying, says, second hand, second-hand,
    secondhand, seemingly, shouted, showing as, shown as, so he says, so i hear, so i'm told, so im told, so she
    says, so they say, so they tell me, source, sources, spreadsheet says, stated, states, suggested, suggests,
    supposedly, swear, swears, swore, tell, tell me, tell us, telling, telling us, tells, tells me, tells us,
    texted, texts, the system says, the word from, their view, thinks, tipped, told, told me, told us, tracker says,
    tracker shows, understands, was told, we are told, we're told, were told, whisper, whispers, word has it, word
    is, words is
""")
"""Somebody else says so."""

IRONY = listed("""
    alternate universe, april fool, as if, aye right, aye sure, believe it when, believe that, blue moon, by magic,
    chance would be a fine thing, clearly not, cloud cuckoo, dream, dream on, dreaming, dreams, fairies, fairy,
    fantasy, fat chance, funny, great joke, ha, ha ha, hah, haha, hahaha, having a laugh, heck, hell, hilarious, ho
    ho, hoot, i wish, if only, if you say so, in another life, in my dreams, in what world, in your dreams, is it
    heck, is it hell, jk, joke, joking, just kidding, kidding, la la land, laugh, laughable, laughing, like hell,
    like that'll, lmao, lol, magic, magically, miracle, miraculously, my arse, my backside, my eye, my foot,
    naturally, obviously, of course, oh sure, oh yeah, oh yes, parallel universe, pigs, pigs might fly, pinch of
    salt, planet, pull the other, pull the other one, queen of sheba, right on cue, santa, sarcasm, sarcastic, some
    hope, sure it is, sure jan, sure thing, tell me another, utopia, we wish, what planet, whatever, wish, won the
    lottery, wonderland, yeah and, yeah right, yeah sure, yeah yeah, yer right, you wish, you're having a laugh, /s,
    :face_with_rolling_eyes:, :joy:, :rofl:, :roll_eyes:, :upside_down_face:, :wink:, 🐷, 😂, 😅, 😆, 😉, 😏, 😜, 😹,
    🙃, 🙄,
    🤡, 🤣, 🤥
""")
"""It is a joke."""
