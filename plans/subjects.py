"""What a concern is about: the subjects that inspectors judge at every prison, by the words that name each.

Two concerns of one subject are not yet one concern; `plans.repeats` and `plans.assurance` say when they count as such.
Words that name a subject only in passing are left out: a concern missed is seen by a person, a wrong one is believed.
"""

import re
from functools import lru_cache

from plans.stemming import folded

_NAMED: dict[str, str] = {
    "use of force": r"use of force|uses of force|force (?:was|is|being) used|pava|batons?",
    "drug testing": r"drug test(?:s|ing)?",
    "drugs": r"(?:illicit|illegal) drugs?|drugs? strateg\w+|drug (?:use|supply)|substance misuse|use of drugs",
    "time out of cell and purposeful activity": r"purposeful activit\w+|time (?:out of|in) (?:their )?cells?"
    r"|time unlocked|activity (?:places|spaces)|(?:predictable|consistent|reliable) regime",
    "living conditions": r"living conditions|residential environment|cleanliness|decency (?:standards|survey|audit)"
    r"|cells?\b.{0,40}\b(?:clean\w*|equipped|refurbish\w*|furnish\w*|furniture|repairs?|state of repair)"
    r"|(?:refurbish\w*|clean|equipped|dirty|squalid)\b(?: \w+){0,2} cells?",
    "medicines": r"medicines?|medication",
    "fair treatment": r"protected (?:characteristics?|groups?)|equalit(?:y|ies)|fair treatment|ethnic minorit(?:y|ies)"
    r"|minority ethnic|discrimination",
    "offender management": r"offender (?:management|managers?)|oasys",
    "public protection": r"public protection|mappa|idrmt|risk management (?:meetings?|team)",
    "care of prisoners in crisis": r"acct|assessment, care in custody",
    "constant supervision": r"constant supervision|constant watch",
    "violence": r"violence",
    "self-harm": r"self-harm|suicides?",
    "incentives": r"iep|incentives scheme|incentives policy|incentives and earned privileges?",
    "segregation": r"segregat(?:ion|ed)|special (?:cells?|accommodation)|care and separation",
    "food": r"food",
    "complaints": r"complaints?",
    "social care": r"social care needs",
    "dental care": r"dental|dentists?",
    "health waiting times": r"waiting times? for (?:the |a )?(?:optician|gp|dentist|nurse|doctor)",
    "English and maths": r"english and maths",
    "reading": r"reading",
    "key work": r"key ?work(?:ers?|ing)?",
    "visits": r"visits process\w*|social visits|visitors",
    "offending behaviour programmes": r"offending behaviour",
    "interpreting": r"interpret(?:ation|ers?|ing)",
    "exercise": r"open air|exercise yards?",
    "accommodation on release": r"housing|accommodation on release",
}  # fmt: skip
_PATTERNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in _NAMED.items()}


@lru_cache(5_000)
def subjects(text: str) -> frozenset[str]:
    """The subjects whose words stand in a text; none is common."""
    words = folded(text)
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(words))
