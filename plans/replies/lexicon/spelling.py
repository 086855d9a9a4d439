"""Slips of typing: what they are put right to, what is none, and those too short to be measured."""

from plans.replies.lexicon.listing import listed

CORRECTABLE = frozenset(
    """
    achieved actioned allegedly almost already another apparently attached awaiting basically believe blocked can't
    cannot chase closed complete completed concluded confirmed couldn't defer deferred delay delayed delivered
    didn't doesn't done essentially everything evidence except extend extended extension finalised finished governor
    hasn't haven't healthcare hopefully ignore implemented incomplete isn't longer maybe minutes mistake mostly
    nearly nothing ongoing outstanding partially partly pending perhaps please postpone postponed practically
    presumably probably progress provided reckon remaining remind reschedule resolved scrap should signed snooze
    sorted stalled started stuck subject supposedly thanks think tomorrow track underway undo unless until virtually
    waiting wasn't won't working
""".split()
)
"""The words that slips are put right to: those that decide."""

NO_SLIPS = frozenset(
    """
    achieves another anther apparel attacked attacker awarding bending blocker blocks cease chased chaser clocked
    closer closes closest closet clothes competed complete completes complex concludes conger decayed deferral
    defers delays deliver delivers detained displayed ending extender extends extent finish finisher finishes
    flocked government governors hopeful ignorant ignored ignores implement implements installed intend intended
    lending longer marked mending minute minuted nearby other parking parties party pending phase phased plead
    pleased pleasing posted prefer progressed provide provider provides refer relayed remained remaining report
    reported reserved resold resolves restored retained revolved scrape scraps sending snorted spending sported
    stack staffed stalls stared starter starved stated stick strap struck subjects tending there thick thing things
    thinks trace track trick underpay undone unites until vending walking warning wording
""".split()
)
"""Words that are no slips, though close to words that decide."""

SLIPS = dict(
    pair.split()
    for pair in listed("""
    afore before, aw all, blokced blocked, bloked blocked, chse chase, cld could, cmplete complete, comlete
    complete, compelte complete, complet complete, dne done, dnoe done, doen done, doine done, dome done, don done,
    donr done, doon done, dun done, exension extension, extention extension, fnished finished, hv have, ma my, nt
    not, nto not, odne done, ont not, oor our, postone postpone, remnd remind, shld should, sos sorry, soted sorted,
    soz sorry, tae to, thx thanks, tmrw tomorrow, tomoz tomorrow, u you, ur your, wating waiting, wi with, wld
    would, wnt won't, yin one
""")
)
"""Slips too short to be measured, and what they stand for."""
