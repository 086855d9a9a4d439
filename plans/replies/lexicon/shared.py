"""Alternatives that several kinds of words are made of."""

LEFTOVERS = """
    left to do, more to do, else to do, further to do, left outstanding, left to finish, left to sort, more to add,
    else to add, further to add, left to be done, more to be done, further to be done, else to be done, more needed,
    more required, else needed, else required, further to report, left over, more for us to do, more for me to do
"""

CHASING = """
    ask me, ask me again, ask, ask again, chase, chase me, chase us, chase me again, chase it, chase this, worry,
    worry about this, worry about it, worry about this one, worry about that, fret, panic, email me, email, emailing
    me, emailing, messaging me, texting me, pinging me, message me, remind me, remind me again, remind us, bother
    me, pester me, nag me, nag, hound me, chasing, chasing me, chasing us, asking, asking me, nagging, hounding me,
    reminders, emails, messages, keep asking, keep chasing
"""

NO_CHASING = """
    pls stop, plz stop, kindly stop, quit, no need to, no need for, don't, dont, do not, never, stop, please stop,
    please don't, you can stop, needn't, you needn't, no more, no further, dinnae
"""
