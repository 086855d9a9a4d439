"""All the bot can say, as facts and permitted verbs: no markup, no sentences (bot.wording has those)."""

from plans.messages.briefs import SHOWN, Brief, BriefLine, BriefSection, GapLine, Held, Posts
from plans.messages.changes import ActionCard, Changed, ReadBack, Receipt, Refused, Told
from plans.messages.forms import Field, Form
from plans.messages.lines import Line, News, Verb, VerbName, Waiting
from plans.messages.lists import Asked, Instead, Lack, Listing, Notice, Standing

Message = Listing | Notice | Brief | Posts | Receipt | ReadBack | ActionCard

__all__ = [
    "SHOWN", "ActionCard", "Asked", "Brief", "BriefLine", "BriefSection", "Changed", "Field", "Form", "GapLine", "Held",
    "Instead", "Lack", "Line", "Listing", "Message", "News", "Notice", "Posts", "ReadBack", "Receipt", "Refused",
    "Standing", "Told", "Verb", "VerbName", "Waiting",
]  # fmt: skip
