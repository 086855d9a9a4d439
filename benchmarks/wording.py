"""Invented words for invented plans: owners, themes, places and actions of the lengths that plans print."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from plans.stemming import searchable

OWNERS = (
    "Governor", "Deputy Governor", "Head of Healthcare", "Head of Safety", "Head of Security", "Head of Residence",
    "Head of Education", "Head of Drug Strategy", "Head of Operations", "Head of Offender Management",
    "Head of Business Assurance", "Head of Reducing Reoffending", "Head of Equalities", "Head of Works",
    "Prison Group Director", "GFSL", "Oxleas", "NHS England", "Education Provider", "Regional Probation Director",
    "Head of Psychology", "Head of Activities", "Business Hub Manager", "Catering Manager", "Head of Reception",
    "National Safety Team", "Head of Family Services", "Managing Chaplain", "Physical Education Manager",
    "Head of Staff Development",
)  # fmt: skip
THEMES = (
    "Leadership", "Safety", "Early days", "Use of force", "Segregation", "Self-harm", "Living conditions", "Kitchens",
    "Staff and prisoners", "Consultation", "Equality", "Faith", "Healthcare", "Mental health", "Medicines", "Dentistry",
    "Time out of cell", "Education", "Workshops", "Libraries", "Exercise", "Children and families", "Public protection",
    "Release planning", "Substance misuse", "Security", "Complaints", "Applications", "Visits", "Recruitment",
)  # fmt: skip
ABOUT = ("drugs", "staffing", "training", "cells", "medicine", "violence", "phones", "laundry")

_VERBS = (
    "Agree", "Appoint", "Audit", "Begin", "Bring back", "Buy", "Check", "Clear", "Draft", "Explain", "Fit", "Form",
    "Hold", "Inspect", "Issue", "Measure", "Mend", "Move", "Open", "Publish", "Rewrite", "Run", "Survey", "Train",
)  # fmt: skip
_THINGS = (
    "a weekly check of cells on every wing", "a rota for laundry and clean bedding", "a second lead for early days",
    "the list of phones that do not work", "training for new officers about drugs", "a meeting on violence each month",
    "the backlog of medicine reviews", "a plan for staffing at weekends", "a survey of kit on the landings",
    "peer workers for each house block", "the store of spare furniture", "a fair wage for kitchen work",
    "the record of keys and tools", "a room for private interviews", "a call bell test after each repair",
    "a leaflet on complaints in plain words", "an hour outdoors for everyone", "the waiting list for the dentist",
)  # fmt: skip
_SO_THAT = (
    "so that what was found last year is put right and stays right", "and report the figures to the senior team",
    "with a named officer for every shift", "and keep the results where inspectors can see them",
    "starting on the wings that need it most", "after asking the people who live and work there",
    "within the budget already agreed", "and tell the group office once it is complete",
    "taking what other prisons have learnt into account", "with a check by somebody from outside the department",
)  # fmt: skip
_FIRST = (
    "Alder", "Ash", "Barrow", "Beck", "Birch", "Black", "Bram", "Brook", "Burn", "Carr", "Coal", "Crane",
    "Dale", "Elder", "Fal", "Fen", "Gorse", "Hart", "Hazel", "Heath", "Holm", "Kel", "Lang", "Lark", "Marl",
    "Mill", "Moss", "North", "Oat", "Pen", "Quarr", "Raven", "Rook", "Sal", "Stone", "Thorn", "Up", "Whin",
    "Wolds", "Yar",
)  # fmt: skip
_LAST = (
    "acre", "barn", "bourne", "bridge", "brook", "bury", "by", "combe", "cote", "cross", "dale", "den",
    "field", "fold", "ford", "garth", "gate", "grave", "ham", "holt", "hope", "hurst", "keld", "lees", "ley",
    "low", "marsh", "mere", "moor", "ness", "port", "rigg", "shaw", "side", "stead", "stoke", "thorpe", "ton",
    "well", "wick",
)  # fmt: skip
_BEFORE = ("", "Great ", "Little ", "Upper ", "Nether ", "East ", "West ", "Middle ", "Castle ", "Kings ", "Abbots ")


class Worded(NamedTuple):
    title: str
    text: str
    stems: str
    folded: str


def worded(chance: random.Random, count: int = 1_500) -> list[Worded]:
    """Actions' texts: most of one to three hundred characters, some of several times that."""
    return [_worded(chance) for _ in range(count)]


def _worded(chance: random.Random) -> Worded:
    clauses = 1 if chance.random() < 0.3 else int(chance.expovariate(0.6)) + 2
    title = f"{chance.choice(_VERBS)} {chance.choice(_THINGS)}"
    so_that = chance.choice(_SO_THAT)
    shown = f"{title} {so_that}" if chance.random() < 0.5 else title
    more = (f"{chance.choice(_VERBS)} {chance.choice(_THINGS)} {chance.choice(_SO_THAT)}" for _ in range(clauses - 1))
    text = ". ".join([f"{title} {so_that}", *more]) + "."
    return Worded(shown[:80].rstrip(), text, *searchable(text))


def invented_places() -> Iterator[str]:
    """Some seventeen thousand names of places."""
    return (f"{before}{first}{last}" for before in _BEFORE for first in _FIRST for last in _LAST)
