"""The action itself, who speaks of it, the work it is, and the small words between."""

from plans.replies.lexicon.listing import listed

ACTION = listed("""
    above, action, all of this one, it, it's, it's all, item, its, job, matter, my action, our action, piece of
    work, point, recommendation, ref, task, that, that one, that one's, that ones, that un, that yin, that's, that's
    all, thats, the above, the action, the item, the job, the recommendation, the task, the whole action, the whole
    job, the whole lot of it, the whole thing, this, this action, this is, this item, this job, this matter, this
    one, this one's, this ones, this piece of work, this point, this recommendation, this task, this yin, thisn, tis
""")
"""The action itself."""

SPEAKERS = listed("""
    i, i am, i have, i'm, i've, im, ive, my, myself, our, ourselves, us, we, we are, we have, we're, we've, weve
""")
"""Who speaks."""

BE = listed("""
    am, are, been, got, has, has been, has now been, have, have been, have now been, is, is now, shows as, stands
    as, was, went, were
""")
"""Is, has been."""

WORKS = listed("""
    action plan, analysis, appointment, assessment, audit, cell audit, consultation, deep clean, evaluation,
    exercise, forum, full audit, full cell audit, full review, guidance, handover, implementation, improvement plan,
    inspection, installation, investigation, needs analysis, needs assessment, plan, policy, procedure, process,
    procurement, programme, project, protocol, quality assurance, recruitment, refresh, refurbishment, remedial
    work, remedial works, repairs, restructure, review, risk assessment, roll out, roll-out, rollout, self
    assessment, strategy, survey, training, work, works
""")
"""Work that can be complete as a whole."""

SMALL = listed("""
    a, all the necessary, all the required, an, for it, for that, for this, for this one, my, of, of it, of this, on
    here, on it, on that, on that one, on this, on this one, our, the, the necessary, the requested, the required,
    to it, to this, under it, under this, under this action, under this one, with it, with this, with this one,
    within this, your
""")
"""Small words."""

ALL = listed("""
    across the establishment, across the estate, across the jail, across the prison, across the site, all, all of
    it, all of this, all parts of it, all round, all that was asked, all that was required, all those who needed it,
    all who needed it, all who needed to, both, completely, each, entire, entirely, every, every bit, every bit of
    it, every last bit, every last bit of it, every one, every part of it, every single one, everybody, everyone,
    everyone that needed it, everyone who needed it, everyone who needed to, everyone who required it, everything
    asked, everything asked for, everything for this, everything needed, everything on this, everything on this one,
    everything required, everything that was asked, everything that was required, everything under this, everything
    under this action, everything's been, everywhere, fully, in full, it all, properly, this all, those who needed
    it, throughout, totally, whole, wholly, 100%
""")
"""The whole of it."""
