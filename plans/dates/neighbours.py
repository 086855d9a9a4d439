"""Words that stand beside date words, and what they tell. Words alone: plans.dates.company judges by them."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SURE_CUES = _set("by on until till til before after since from due in during than")
CUES = SURE_CUES | _set("for to at around about is deadline date target eta")
"""What a date follows."""
CLOSING = _set(
    "and or but if when as because since so then at in on for with by to from until we i he she it they you please "
    "instead unless due though however while once which that thanks ok okay now only latest the morning afternoon "
    "evening night lunchtime noon midday am pm onwards rather where after before given subject depending per not all "
    "more no our my this just also having everything everyone sorry"
)
"""What may follow a date, when nothing it would describe does: the 4th at the latest, as against the 4th action."""
VERBS = _set(
    "be have not slip need take also still well get go become require move want help delay change mean cause affect "
    "come make result seem prove run only never i we he she it they you"
)
"""What follows "may" when it is no month."""
MARCHES = _set("past on out off through into up down in around towards")
EVENTS = _set(
    "prayers prayer briefing briefings meeting meetings service services menu menus dinner party parties lunch rota "
    "rotas clinic clinics class classes leave regime programme activities activity pressures plan plans clean cleaning "
    "choir cards card celebrations decorations visits visit event events session sessions timetable worship period "
    "closure closures holidays half term staffing campaign roll water mattress mattresses"
)
"""What a weekday, feast or season describes: the Friday prayers, the Christmas menus."""
ASKED = _set("need needs give another extra want wants say maybe allow wait me us require extension further needing")
NOT_JUST_DATES = _set("may march mar sat sun wed mon spring")
NAMING = _set("ask asked tell told email emailed call called spoke dear hi hello thanks")
"""What people precede: June and April are also names."""
EVERY = _set("every each most all")
DENYING = _set("not no never cannot unlikely")
