"""All the bot can say, as facts and permitted verbs: no markup, no sentences (bot.wording has those)."""

from plans.messages.briefs import SHOWN, Brief, BriefLine, BriefSection, GapLine, Held, Posts
from plans.messages.changes import ActionCard, Changed, ReadBack, Receipt, Refused, Told
from plans.messages.digests import (
    COLOURS,
    AskedFor,
    Behind,
    Burn,
    Change,
    Colour,
    Counts,
    Digest,
    DigestLine,
    Drafted,
    Forecast,
    GroupDigest,
    JudgementRow,
    PrisonRow,
    ThemeRow,
    Vacancy,
    Visit,
)
from plans.messages.forms import Field, Form
from plans.messages.homes import Home, HomeLine, HomePrison, HomeSettings
from plans.messages.imports import (
    Assurance,
    ClosedPlan,
    ImportPreview,
    Judged,
    Look,
    Printed,
    Question,
    ReissueChange,
    Repeat,
    Repeats,
    Unjudged,
)
from plans.messages.lines import Line, News, Verb, VerbName, Waiting
from plans.messages.lists import Asked, Instead, Lack, Listing, Notice, Standing

Message = (
    Listing | Notice | Brief | Posts | Receipt | ReadBack | ActionCard | Digest | GroupDigest | Behind | Home
    | ImportPreview | Printed | Assurance | Repeats
)  # fmt: skip

__all__ = [
    "COLOURS", "SHOWN", "ActionCard", "Asked", "AskedFor", "Assurance", "Behind", "Brief", "BriefLine",
    "BriefSection", "Burn", "Change", "Changed", "ClosedPlan", "Colour", "Counts", "Digest", "DigestLine", "Drafted",
    "Field", "Forecast", "Form", "GapLine", "GroupDigest", "Held", "Home", "HomeLine", "HomePrison", "HomeSettings",
    "ImportPreview", "Instead", "Judged", "JudgementRow", "Lack", "Line", "Listing", "Look", "Message", "News",
    "Notice", "Posts", "Printed", "PrisonRow", "Question", "ReadBack", "Receipt", "Refused", "ReissueChange",
    "Repeat", "Repeats", "Standing", "ThemeRow", "Told", "Unjudged", "Vacancy", "Verb", "VerbName", "Visit", "Waiting",
]  # fmt: skip
