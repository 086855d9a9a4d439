"""Questions in the words of prison staff, and what each asks for. Asked on Monday 3 February 2025.

A row says only what the question names: every other part of the query must be empty. The rows were agreed by reading
DESIGN section 6, not copied from what the parser said.
"""

from dataclasses import asdict
from datetime import date

import pytest

from plans.queries import parse
from plans.queries.questions import Query

TODAY = date(2025, 2, 3)
R, M, C = ("rochester",), ("maidstone",), ("chelmsford",)
GOVERNOR, PGD, GFSL = ("governor",), ("prison group director",), ("gov facilities services ltd",)
OXLEAS, OXLEAS_2018 = ("oxleas healthcare provider",), ("director oxleas nhs foundation trust",)
NST, PROPERTY = ("national safety team",), ("ministry of justice property",)
SAFETY, HEALTH, SECURITY = ("Safety",), ("Healthcare Provision",), ("Security and Drug Strategy",)


def day(text: str) -> date:
    return date.fromisoformat(text)


PRISONS = {
    "Rochester": dict(prisons=R),
    "HMP Rochester": dict(prisons=R),
    "HMP & YOI Rochester": dict(prisons=R),
    "HMP/YOI Rochester": dict(prisons=R),
    "rochester prison": dict(prisons=R),
    "ROCHESTER PLEASE": dict(prisons=R),
    "show me everything for rochester": dict(prisons=R),
    "what's going on at Rochester?": dict(prisons=R),
    "Rochester and Maidstone": dict(prisons=("maidstone", "rochester")),
    "rochester, chelmsford & maidstone": dict(prisons=("chelmsford", "maidstone", "rochester")),
    "Rochester or Chelmsford overdue": dict(prisons=("chelmsford", "rochester"), statuses=("overdue",)),
    "overdue at Rochester/Maidstone": dict(prisons=("maidstone", "rochester"), statuses=("overdue",)),
    "Rochster": dict(prisons=R, read_as=(("Rochster", "Rochester"),)),
    "rotchester overdue": dict(prisons=R, statuses=("overdue",), read_as=(("rotchester", "Rochester"),)),
    "Rochseter": dict(prisons=R, read_as=(("Rochseter", "Rochester"),)),
    "Madestone overdue": dict(prisons=M, statuses=("overdue",), read_as=(("Madestone", "Maidstone"),)),
    "chemsford": dict(prisons=C, read_as=(("chemsford", "Chelmsford"),)),
    "HMP Rochetser late": dict(prisons=R, statuses=("overdue",), read_as=(("Rochetser", "Rochester"),)),
    "maid stone": dict(prisons=M),
    "Chelms overdue": dict(prisons=C, statuses=("overdue",), read_as=(("Chelms", "Chelmsford"),)),
    "all prisons overdue": dict(statuses=("overdue",)),
    "overdue not Rochester": dict(without_prisons=R, statuses=("overdue",)),
    "overdue everywhere except Rochester and Maidstone": None,
    "overdue actions except Rochester and Maidstone": dict(
        without_prisons=("maidstone", "rochester"), statuses=("overdue",)
    ),
}
PLANS = {
    "everything": {},
    "all actions": {},
    "list the plans": {},
    "all plans": dict(scope="all"),
    "every plan overdue": dict(scope="all", statuses=("overdue",)),
    "all Rochester plans": dict(prisons=R, scope="all"),
    "Rochester including closed plans": dict(prisons=R, scope="all"),
    "closed plans": dict(scope="closed"),
    "Rochester's closed plan": dict(prisons=R, scope="closed"),
    "Rochester old plan open": dict(prisons=R, scope="closed", statuses=("open",)),
    "live plans": {},
    "Rochester current plan": dict(prisons=R),
    "Rochester 2018": dict(prisons=R, years=(2018,)),
    "2018 Rochester open": dict(prisons=R, years=(2018,), statuses=("open",)),
    "Rochester's 2018 plan": dict(prisons=R, years=(2018,)),
    "the 2018 plan": dict(years=(2018,)),
    "Rochester plan 2018 overdue": dict(prisons=R, years=(2018,), statuses=("overdue",)),
    "rochester-2018": dict(prisons=R, years=(2018,)),
    "rochester-2024 overdue": dict(prisons=R, years=(2024,), statuses=("overdue",)),
    "Rochester 2018 and 2024": dict(prisons=R, years=(2018, 2024)),
    "in the 2018 plan what is open": dict(years=(2018,), statuses=("open",)),
    "closed actions at Rochester": dict(prisons=R, statuses=("done",)),
    "all the closed actions": dict(statuses=("done",)),
}
REFS = {
    "Rochester 12": dict(prisons=R, refs="12"),
    "Rochester #12": dict(prisons=R, refs="12"),
    "action 12 at Rochester": dict(prisons=R, refs="12"),
    "rochester no. 12": dict(prisons=R, refs="12"),
    "Rochester actions 3 to 6": dict(prisons=R, refs="3-6"),
    "Rochester 3-6": dict(prisons=R, refs="3-6"),
    "Rochester 3–6": dict(prisons=R, refs="3-6"),
    "Rochester 3..6": dict(prisons=R, refs="3-6"),
    "Rochester 3 - 6": dict(prisons=R, refs="3-6"),
    "Rochester A5": dict(prisons=R, refs="A5"),
    "kc1.2 and KC1.3/2 at Rochester": dict(prisons=R, refs="KC1.2 KC1.3/2"),
    "Rochester A3 to A5": dict(prisons=R, refs="A3-A5"),
    "Rochester 5b": dict(prisons=R, refs="5b"),
    "what was 5 days late at Rochester": dict(prisons=R, statuses=("overdue",), late_over=4),
    "Rochester was 5": dict(prisons=R, refs="was 5"),
    "Rochester was 2iii": dict(prisons=R, refs="was 2iii"),
    "Rochester was 5b": dict(prisons=R, refs="was 5b"),
    "Chelmsford 2iii": dict(prisons=C, refs="2iii"),
    "Chelmsford 2 iii": dict(prisons=C, refs="2iii"),
    "Chelmsford 2(iii)": dict(prisons=C, refs="2iii"),
    "Chelmsford 2i-2iv": dict(prisons=C, refs="2i-2iv"),
    "Chelmsford 2i-iv": dict(prisons=C, refs="2i-2iv"),
    "Chelmsford 2i to iv": dict(prisons=C, refs="2i-2iv"),
    "Chelmsford 2III": dict(prisons=C, refs="2iii"),
    "Rochester 2018 5.13/2": dict(prisons=R, years=(2018,), refs="5.13/2"),
    "Rochester 2018 5.13 step 2": dict(prisons=R, years=(2018,), refs="5.13/2"),
    "step 2 of 5.13 Rochester 2018": dict(prisons=R, years=(2018,), refs="5.13/2"),
    "rec 5.13 Rochester 2018": dict(prisons=R, years=(2018,), refs="5.13"),
    "Maidstone 1.1-1.10": dict(prisons=M, refs="1.1-1.10"),
    "Maidstone 1.1 to 1.10": dict(prisons=M, refs="1.1-1.10"),
    "Maidstone concern 1.4": dict(prisons=M, refs="1.4"),
    "Rochester 5, 6 and 9": dict(prisons=R, refs="5 6 9"),
    "Rochester 5,6,9": dict(prisons=R, refs="5 6 9"),
    "who owns action 16 at rochester": dict(prisons=R, refs="16"),
    "when is Rochester 12 due": dict(prisons=R, refs="12"),
    "who is the owner of 12": dict(refs="12"),
    "is Rochester 12 overdue yet?": dict(prisons=R, refs="12", statuses=("overdue",)),
}
STATUSES = {
    "overdue": dict(statuses=("overdue",)),
    "Rochester overdue": dict(prisons=R, statuses=("overdue",)),
    "overdue Rochester": dict(prisons=R, statuses=("overdue",)),
    "what is late at Rochester?": dict(prisons=R, statuses=("overdue",)),
    "what's past due": dict(statuses=("overdue",)),
    "actions past their target date": dict(statuses=("overdue",)),
    "which have missed their deadline": dict(statuses=("overdue",)),
    "over due": dict(statuses=("overdue",)),
    "how many actions are overdue today": dict(statuses=("overdue",)),
    "Rochester outstanding": dict(prisons=R, statuses=("open",)),
    "what is still to do at Maidstone": dict(prisons=M, statuses=("open",)),
    "what do we need to do at Rochester": dict(prisons=R, statuses=("open",)),
    "what is left at Rochester": dict(prisons=R, statuses=("open",)),
    "incomplete actions": dict(statuses=("open",)),
    "Rochester not done": dict(prisons=R, statuses=("open",)),
    "which actions have not yet been completed": dict(statuses=("open",)),
    "what hasn't been finished": dict(statuses=("open",)),
    "what isn’t done": dict(statuses=("open",)),
    "non-completed": dict(statuses=("open",)),
    "yet to be done": dict(statuses=("open",)),
    "what should be done": dict(statuses=("open",)),
    "what needs doing": dict(statuses=("open",)),
    "done": dict(statuses=("done",)),
    "what have we completed": dict(statuses=("done",)),
    "Rochester finished": dict(prisons=R, statuses=("done",)),
    "due soon": dict(statuses=("due_soon",)),
    "what is coming up": dict(statuses=("due_soon",)),
    "what's due at Rochester": dict(prisons=R, statuses=("due_soon",)),
    "blocked": dict(statuses=("blocked",)),
    "anything stuck?": dict(statuses=("blocked",)),
    "reported done": dict(statuses=("reported",)),
    "ongoing": dict(statuses=("ongoing",)),
    "in progress": dict(statuses=("in_progress",)),
    "not started": dict(statuses=("not_started",)),
    "what hasn't started": dict(statuses=("not_started",)),
    "no date": dict(statuses=("no_date",)),
    "actions with no due date": dict(statuses=("no_date",)),
    "without a target date": dict(statuses=("no_date",)),
    "which don't have a date": dict(statuses=("no_date",)),
    "undated": dict(statuses=("no_date",)),
    "withdrawn": dict(statuses=("withdrawn",)),
    "sustained": dict(statuses=("sustained",)),
    "not overdue": dict(without_statuses=("overdue",)),
    "which aren't late": dict(without_statuses=("overdue",)),
    "open but not overdue": dict(statuses=("open",), without_statuses=("overdue",)),
    "not open": dict(without_statuses=("open",)),
    "not blocked": dict(without_statuses=("blocked",)),
    "not overdue or due soon": dict(without_statuses=("due_soon", "overdue")),
    "neither overdue nor blocked": dict(without_statuses=("blocked", "overdue")),
    "overdue and due soon": dict(statuses=("due_soon", "overdue")),
    "overdue or blocked": dict(statuses=("blocked", "overdue")),
    "open overdue actions": dict(statuses=("overdue",)),
    "open or overdue": dict(statuses=("open", "overdue")),
    "overdeu": dict(statuses=("overdue",), read_as=(("overdeu", "overdue"),)),
    "outstandng": dict(statuses=("open",), read_as=(("outstandng", "outstanding"),)),
    "Rochester completd": dict(prisons=R, statuses=("done",), read_as="any"),
}
OWNERS = {
    "Governor": dict(owners=GOVERNOR),
    "Governor's overdue actions": dict(owners=GOVERNOR, statuses=("overdue",)),
    "what does the Governor owe at Rochester": dict(prisons=R, owners=GOVERNOR, statuses=("open",)),
    "gov overdue": dict(owners=GOVERNOR, statuses=("overdue",)),
    "GFSL": dict(owners=GFSL),
    "what does GFSL owe": dict(owners=GFSL, statuses=("open",)),
    "Gov Facilities Services": dict(owners=GFSL),
    "Government Facility Services Limited": dict(owners=GFSL),
    "Rochester PGD": dict(prisons=R, owners=PGD),
    "prison group director overdue": dict(owners=PGD, statuses=("overdue",)),
    "MoJ Property": dict(owners=PROPERTY),
    "ministry of justice property": dict(owners=PROPERTY),
    "for oxleas": dict(owners=OXLEAS),
    "Rochester 2018 oxleas": dict(prisons=R, years=(2018,), owners=OXLEAS_2018),
    "Rochester safety team": dict(prisons=R, owners=NST),
    "TUBU at Rochester": dict(prisons=R, owners=("tackling unacceptable behaviours unit",)),
    "tackling unacceptable behaviours": dict(owners=("tackling unacceptable behaviours unit",)),
    "L&D": dict(owners=("learning and development",)),
    "learning and development": dict(owners=("learning and development",)),
    "l&amp;d overdue": dict(owners=("learning and development",), statuses=("overdue",)),
    "ORRU": dict(owners=("operational response and resilience unit",)),
    "NHSE at Rochester": dict(prisons=R, owners=("nhse commissioners",)),
    "NHS England Rochester": dict(prisons=R, owners=("nhse commissioners",)),
    "Chelmsford NHSE&I": dict(prisons=C, owners=("nhs england and nhs improvement",)),
    "probation director": dict(owners=("regional probation director",)),
    "head of healthcare Maidstone": dict(prisons=M, owners=("head of healthcare",)),
    "PPSP": dict(owners=("head of ppsp",)),
    "Chelmsford D&I": dict(prisons=C, owners=("head of d and i",)),
    "education provider": dict(owners=("education provider",)),
    "estates Maidstone": dict(prisons=M, owners=("ministry of justice estates",)),
    "Governor or GFSL": dict(owners=("gov facilities services ltd", "governor")),
    "Governor and GFSL overdue": dict(owners=("gov facilities services ltd", "governor"), statuses=("overdue",)),
    "not GFSL": dict(without_owners=GFSL),
    "everything except the Governor at Rochester": dict(prisons=R, without_owners=GOVERNOR),
    "Rochester all but the Governor": dict(prisons=R, without_owners=GOVERNOR),
    "overdue excluding GFSL and Oxleas": dict(
        without_owners=("gov facilities services ltd", "oxleas healthcare provider"), statuses=("overdue",)
    ),
    "led by the Governor": dict(owners=GOVERNOR, lead_only=True),
    "what does GFSL lead": dict(owners=GFSL, lead_only=True),
    "owner Governor": dict(owners=GOVERNOR),
    "owned by national safety team": dict(owners=NST),
    "assigned to ORRU": dict(owners=("operational response and resilience unit",)),
    "owned by safety": dict(owners=("head of prison safety team", "national safety team")),
    "Rochester owner safety": dict(prisons=R, owners=NST),
    "Govenor overdue": dict(owners=GOVERNOR, statuses=("overdue",), read_as=(("Govenor", "governor"),)),
    "Maidstone GFSL": dict(prisons=M, owners=GFSL),
    "Rochester CQC": dict(prisons=R, absent=("care quality commission",), nothing=True),
}
THEMES = {
    "Rochester safety": dict(prisons=R, themes=SAFETY),
    "safety actions at Rochester overdue": dict(prisons=R, themes=SAFETY, statuses=("overdue",)),
    "Rochester theme safety": dict(prisons=R, themes=SAFETY),
    "safety theme Rochester": dict(prisons=R, themes=SAFETY),
    "Rochester healthcare": dict(prisons=R, themes=HEALTH),
    "living conditions": dict(themes=("Living Conditions",)),
    "Rochester drugs": dict(prisons=R, themes=SECURITY),
    "drug strategy overdue": dict(themes=SECURITY, statuses=("overdue",)),
    "Rochester resettlement": dict(prisons=R, themes=("Public Protection and Resettlement Planning",)),
    "leadership": dict(themes=("Leadership", "Staff Culture and Leadership")),
    "Chelmsford leadership": dict(prisons=C, themes=("Staff Culture and Leadership",)),
    "Rochester not safety": dict(prisons=R, without_themes=SAFETY),
    "Rochester culture or leadership": dict(prisons=R, themes=("Culture", "Leadership")),
    "priority concerns at Maidstone": dict(prisons=M, themes=("Priority concerns",)),
    "public protection group": dict(owners=("public protection group",)),
    "Rochester 2018 release planning": dict(prisons=R, years=(2018,), themes=("Release planning",)),
    "theme healthcare GFSL": dict(themes=HEALTH, owners=GFSL),
}
DATES = {
    "Rochester due this month": dict(prisons=R, due_from=day("2025-02-01"), due_to=day("2025-02-28")),
    "due next month": dict(due_from=day("2025-03-01"), due_to=day("2025-03-31")),
    "due last month": dict(due_from=day("2025-01-01"), due_to=day("2025-01-31")),
    "due this week": dict(due_from=day("2025-02-03"), due_to=day("2025-02-09")),
    "next week": dict(due_from=day("2025-02-10"), due_to=day("2025-02-16")),
    "due in the next 30 days": dict(due_from=day("2025-02-03"), due_to=day("2025-03-05")),
    "next two weeks": dict(due_from=day("2025-02-03"), due_to=day("2025-02-17")),
    "due within a fortnight": dict(due_from=day("2025-02-03"), due_to=day("2025-02-17")),
    "due in two weeks": dict(due_from=day("2025-02-03"), due_to=day("2025-02-17")),
    "due in the last 7 days": dict(due_from=day("2025-01-27"), due_to=day("2025-02-03")),
    "due before March": dict(due_to=day("2025-02-28"), statuses=("open",)),
    "due by March": dict(due_to=day("2025-03-31"), statuses=("open",)),
    "by the end of March Rochester": dict(prisons=R, due_to=day("2025-03-31"), statuses=("open",)),
    "due by Friday": dict(due_to=day("2025-02-07"), statuses=("open",)),
    "due until 15/2": dict(due_to=day("2025-02-15"), statuses=("open",)),
    "was due before January 2025": dict(due_to=day("2024-12-31")),
    "due between January and March 2025": dict(due_from=day("2025-01-01"), due_to=day("2025-03-31")),
    "due between 1 and 15 March": dict(due_from=day("2025-03-01"), due_to=day("2025-03-15")),
    "due from March to May": dict(due_from=day("2025-03-01"), due_to=day("2025-05-31")),
    "due from 1 March": dict(due_from=day("2025-03-01")),
    "due after March": dict(due_from=day("2025-04-01")),
    "due after 15 March 2025": dict(due_from=day("2025-03-16")),
    "after March and before June": dict(due_from=day("2025-04-01"), due_to=day("2025-05-31"), statuses=("open",)),
    "overdue since January": dict(due_from=day("2025-01-01"), statuses=("overdue",)),
    "due in March": dict(due_from=day("2025-03-01"), due_to=day("2025-03-31")),
    "due in January": dict(due_from=day("2026-01-01"), due_to=day("2026-01-31")),
    "was due in January": dict(due_from=day("2025-01-01"), due_to=day("2025-01-31")),
    "which were due in November": dict(due_from=day("2024-11-01"), due_to=day("2024-11-30")),
    "Rochester October 2024": dict(prisons=R, due_from=day("2024-10-01"), due_to=day("2024-10-31")),
    "Rochester November 2024 overdue": dict(
        prisons=R, due_from=day("2024-11-01"), due_to=day("2024-11-30"), statuses=("overdue",)
    ),
    "Q1 2025": dict(due_from=day("2025-01-01"), due_to=day("2025-03-31")),
    "due Q1 2024/25": dict(due_from=day("2024-04-01"), due_to=day("2024-06-30")),
    "due in 2025": dict(due_from=day("2025-01-01"), due_to=day("2025-12-31")),
    "Rochester due 2024": dict(prisons=R, due_from=day("2024-01-01"), due_to=day("2024-12-31")),
    "Rochester by 2026": dict(prisons=R, due_to=day("2026-12-31"), statuses=("open",)),
    "due end of March": dict(due_from=day("2025-03-31"), due_to=day("2025-03-31")),
    "due by mid Feb": dict(due_to=day("2025-02-15"), statuses=("open",)),
    "due today": dict(due_from=day("2025-02-03"), due_to=day("2025-02-03")),
    "due on 2025-03-31": dict(due_from=day("2025-03-31"), due_to=day("2025-03-31")),
    "due 31/03/2025": dict(due_from=day("2025-03-31"), due_to=day("2025-03-31")),
    "Rochester March or April": dict(prisons=R, due_from=day("2025-03-01"), due_to=day("2025-04-30")),
    "overdue this month": dict(due_from=day("2025-02-01"), due_to=day("2025-02-28"), statuses=("overdue",)),
    "Rochester 2018 due in October 2018": dict(
        prisons=R, years=(2018,), due_from=day("2018-10-01"), due_to=day("2018-10-31")
    ),
    "overdue by more than 30 days": dict(statuses=("overdue",), late_over=30),
    "Rochester more than 30 days late": dict(prisons=R, statuses=("overdue",), late_over=30),
    "over two weeks overdue": dict(statuses=("overdue",), late_over=14),
    "more than 3 months late": dict(statuses=("overdue",), late_over=92),
    "overdue at Rochester by more than 30 days": dict(prisons=R, statuses=("overdue",), late_over=30),
    "at least 30 days late": dict(statuses=("overdue",), late_over=29),
    "30+ days overdue": dict(statuses=("overdue",), late_over=29),
    "less than 30 days late": dict(statuses=("overdue",), late_under=30),
    "overdue > 60 days": dict(statuses=("overdue",), late_over=60),
    "changed since Monday": dict(changed_since=day("2025-02-03")),
    "what has changed since Friday at Rochester": dict(prisons=R, changed_since=day("2025-01-31")),
    "changed this week": dict(changed_since=day("2025-02-03")),
    "Rochester changes since 20 January": dict(prisons=R, changed_since=day("2025-01-20")),
}
TEXTS = {
    "about drugs": dict(stems=(("drug",),)),
    "Rochester about drugs": dict(prisons=R, stems=(("drug",),)),
    "about drugs overdue at Rochester": dict(prisons=R, statuses=("overdue",), stems=(("drug",),)),
    "anything about self-harm": dict(stems=(("harm",), ("self",))),
    "about use of force": dict(stems=(("forc",), ("use",))),
    "about drugs or violence": dict(stems=(("drug", "violenc"),)),
    "actions mentioning showers": dict(stems=(("shower",),)),
    "to do with training at Maidstone": dict(prisons=M, stems=(("train",),)),
    "about drugs due this month": dict(stems=(("drug",),), due_from=day("2025-02-01"), due_to=day("2025-02-28")),
    "about training for the Governor": dict(stems=(("train",),), owners=GOVERNOR),
    "about safety": dict(stems=(("safeti",),)),
    "about drugs before March": dict(stems=(("drug",),), due_to=day("2025-02-28"), statuses=("open",)),
    'Rochester "peer workers"': dict(prisons=R, phrases=("peer workers",)),
    "Rochester “Peer  Workers” overdue": dict(prisons=R, statuses=("overdue",), phrases=("peer workers",)),
    "Rochester 'peer workers'": dict(prisons=R, phrases=("peer workers",)),
    "what about Rochester": dict(prisons=R),
    "tell me about Rochester overdue": dict(prisons=R, statuses=("overdue",)),
    "about durgs at Rochestr": dict(prisons=R, stems=(("durg",),), read_as=(("Rochestr", "Rochester"),)),
}
CHAT = {
    "<@U123ABC> Rochester overdue": dict(prisons=R, statuses=("overdue",)),
    "<at>Actions</at> Rochester overdue": dict(prisons=R, statuses=("overdue",)),
    "@Actions rochester overdue": dict(prisons=R, statuses=("overdue",)),
    "/actions /actions Rochester overdue": dict(prisons=R, statuses=("overdue",)),
    ":rotating_light: Rochester *overdue* :wave:": dict(prisons=R, statuses=("overdue",)),
    "🚨 _Rochester_ `overdue`!!!": dict(prisons=R, statuses=("overdue",)),
    "Rochester\u00a0overdue\u200b": dict(prisons=R, statuses=("overdue",)),
    "ROCHESTER: overdue.": dict(prisons=R, statuses=("overdue",)),
    "hi, could you tell me what is overdue at HMP Rochester please? thanks": dict(prisons=R, statuses=("overdue",)),
    "owner:GFSL status:overdue": dict(owners=GFSL, statuses=("overdue",)),
    "Rochester overdue & due soon": dict(prisons=R, statuses=("due_soon", "overdue")),
    "Ｒｏｃｈｅｓｔｅｒ overdue": dict(prisons=R, statuses=("overdue",)),
}
TABLES = (PRISONS, PLANS, REFS, STATUSES, OWNERS, THEMES, DATES, TEXTS, CHAT)
ROWS = [(question, facts) for table in TABLES for question, facts in table.items() if facts is not None]


def facts_of(query: Query, vocabulary) -> dict:
    keys = {owner.id: owner.key for owner in vocabulary.owners}
    facts = {name: value for name, value in asdict(query).items() if value != getattr(Query(), name)}
    for name in ("owners", "without_owners"):
        if name in facts:
            facts[name] = tuple(sorted(keys[owner] for owner in facts[name]))
    for name in ("statuses", "without_statuses"):
        if name in facts:
            facts[name] = tuple(sorted(facts[name]))
    if "refs" in facts:
        facts["refs"] = " ".join(map(str, query.refs))
    facts.pop("about", None)
    return facts


@pytest.mark.parametrize(("question", "expected"), ROWS, ids=[question for question, _ in ROWS])
def test_a_question_is_understood(question, expected, vocabulary):
    found = parse(question, vocabulary, TODAY)
    assert isinstance(found, Query), found
    facts = facts_of(found, vocabulary)
    if expected.get("read_as") == "any":
        facts["read_as"] = "any"
    assert facts == expected
