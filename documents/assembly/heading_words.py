"""The words that head the columns of action plans, by what the column holds: data only; `headers` has the rules
that use it. They are those of prison plans and of others': health trusts, Scotland, youth justice, care."""

from typing import Literal

Role = Literal["theme", "ref", "recommendation", "response", "action", "owner", "target"]

ACTION = (
    r"\b(?:actions?|what (?:we|will|are|is|you)|steps?|activity|activities|milestones?|tasks?|deliverables?"
    r"|remed\w+)\b"
)
OWNER = (
    r"\b(?:owners?|responsib\w+|accountab\w+|leads?|by whom|who|function|assigned|allocated|post holder|postholder|sro"
    r"|person|support(?:ed|ing)?|delivered by)\b"
)
TARGET = (
    r"\b(?:dates?|timescales?|time ?frames?|timelines?|timings?|deadlines?|when|due|end$|complet(?:e|ed|ion) by"
    r"|target)\b"
)

ROLES: tuple[tuple[Role, str], ...] = (
    # The first that fits. A date column may say "action complete by"; an owner column "person responsible for action".
    (
        "recommendation",
        r"\bnot (?:being )?met\b|\bfound\b|\b(?:regulator|inspect\w+|cqc) said\b|\bneeds? (?:to )?improv\w*",
    ),
    ("target", TARGET),
    ("owner", OWNER),
    (
        "ref",
        r"^(#|no|num|number|refs?|reference|item|rec|para|paragraph|id|serial|s/n)\b\W*(no|number|ref|reference)?\W*$",
    ),
    ("ref", r"\b(rec|recommendation|action|concern|ref|item|serial|finding)\W*(no|number|ref|reference|num|id)\b"),
    ("action", r"\bagreed actions?\b|\bactions? agreed\b"),
    ("response", r"\b(agree(?:d|ment)?|accept(?:ed)?|reject(?:ed)?|partly agreed)\b"),
    ("recommendation", r"\bareas? (?:for|of|to) improve\w*|\bpriority concerns?\b"),
    ("theme", r"\b(themes?|area|category|heading|section|domain|reg(?:ulation)?s?|standards?|topic|subject)\b"),
    ("action", ACTION),
    ("recommendation", r"\b(deficienc\w+|shortfalls?|breach\w*|requirements?|gaps?|objectives?|aims?)\b"),
    ("action", r"\b(response|planned|how|improvements?|measures?)\b"),
    ("recommendation", r"\b(recommendations?|concerns?|findings?|issues?|problems?|must do|should do|observations?)\b"),
)

OTHER = (
    r"^(?:progress|status|b?rag\b|rating|comments?|evidence|resources?|priority$|notes?|updates?|costs?|budget|risk"
    r"|success|outcomes?|impact|how (?:will|do|would) (?:we|you|this|it|success)|how we (?:will )?know|monitor\w*"
    r"|assurance|measured?|review|last\b|actual|completed?$|complet\w+ ?\?$|closed|signed|latest"
    r"|current (?:position|status)|position|source|level|percentage|%"
    r"|date (?:completed?|closed|of (?:update|review)|updated|achieved|raised|opened|added)"
    r"|(?:date )?(?:action )?complet(?:ed|ion) (?:on|confirmed|status)|sign.?off|quality|what difference"
    r"|what (?:will|does) (?:success|good|it|this) |how .*\b(?:measured|monitored|evidenced|know)\b)"
)
"""Columns that plans also have and that say nothing of what is to be done, by whom or when."""

JOINT = r"\bsupport|\bpartner|\bassist|\bothers?\b|\bsponsor|\bexec(?:utive)?\b|\bsro\b|\bstrategic|\bmonitor"
"""Of owners: those who do not lead where another column names who does."""
