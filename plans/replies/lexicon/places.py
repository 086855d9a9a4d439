"""Parts of a prison, of its partners and of a work."""

PLACES = frozenset(
    """
    a adults b block blocks c chapel d days e education f floor g gate gatehouse gym h healthcare house houses
    kitchen kitchens landing landings laundry level library men moment night nights reception seg segregation shower
    showers side spur spurs time unit units visits weekdays weekend weekends wing wings women workshop workshops
    yard yards youths
""".split()
)
"""After "done on", "in" or "for": a part of the prison, or of its people."""

STEPS = frozenset(
    """
    admin advert application bathroom bid bit block boiler briefing business call camera canteen case ceiling cell
    chapter classroom cohort contractor corridor count course cupboard day debrief delivery design discussion
    document door dorm draft drafting email fence fieldwork floor form forms garden gate groundwork gym half hall
    house houseblock interview interviews item kit kitchen landing laundry letter lift measuring meeting meetings
    month mosque office order other others page paint painting pantry paperwork part perimeter pilot pitch planning
    plastering plumbing pod prep preparation presentation questionnaire quote quotes reception report rest rollcall
    roof room sampling scoping section servery session sessions shift shortlisting shower sift slot spec
    specification spur stair stairwell step stock store tender toilet trial unit visit visits wall week window wing
    wiring workshop yard
""".split()
)
"""Steps and places of a work: "the interviews are done" does not say that the action is."""

STOPPERS = frozenset(
    """
    afternoon close cop deadline end eod half halves least lunch lunchtime morning play risk some then time tonight
    weekend
""".split()
)
"""After "by", "at" or "with": no tail that says who, where or how, but when, or how far."""

DEPARTMENTS = frozenset(
    """
    activities assurance catering chaplain chaplaincy commissioner commissioners comms contractor dentist dep deputy
    dg diversity drug drugs ed education equalities equality estates facilities families finance gov governors gym
    healthcare hoh hoo hor hos hr hub industries intelligence kitchens library maintenance national nhs nhse ofm
    omic omu operations orderly performance pgd pharmacy probation procurement property provider psychology
    reception reducing regime regimes region regional reoffending resettlement residence safeguarding safety
    security segregation slt smt training visits works
""".split()
)
"""Words that name a part of the prison or of its partners in talk: the register decides which post that is."""

DIVISIONS = frozenset(
    """
    areas aspect aspects bits cell cells element elements halves houseblock houseblocks landing landings limb limbs
    locations part parts phase phases piece pieces prisoners residents section sections sides staff stage stages step
    steps strand strands unit units wing wings
""".split()
)
"""What a prison or a work is divided into: all of them are the whole."""
