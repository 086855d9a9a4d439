"""Replies that nobody wrote to the bot about an action: absence notices, minutes, orders to the program.

They change nothing, whatever words they hold (DESIGN section 5). What is taken for one by mistake loses little: the
person is asked.
"""

import re

from plans.replies.cleaning import LONGEST

# Every repetition is bounded, so that no text makes a search long.
_ABSENT_FIRST = (
    r"automatic reply", r"auto[- ]?repl(?:y|ies)", r"automatic response", r"auto[- ]?response", r"out[- ]of[- ]office",
    r"ooo\b", r"thank you for (?:your (?:e-?mail|message|enquiry|query)|contacting)", r"thanks for your e-?mail",
)  # fmt: skip
_ABSENT = (
    r"mailbox is (?:not|un)\s?monitored", r"in my absence", r"(?:for|if) urgent", r"if (?:it|this|your \w+) is urgent",
    r"limited access to", r"no access to (?:my )?e-?mails?", r"this is an automat", r"do not reply to this",
    r"respond (?:to your e-?mail )?(?:on|upon|when) (?:my )?return", r"undeliverable", r"delivery (?:has )?failed",
    r"your message has been received", r"your call (?:is|has been)", r"ticket (?:number|#)", r"(?:up)?on my return",
    r"i(?:'m| am) (?:currently )?out of (?:the )?office",
)  # fmt: skip
_ABSENCE = re.compile(rf"\A\s*(?:re:\s*)?(?:{'|'.join(_ABSENT_FIRST)})|\b(?:{'|'.join(_ABSENT)})", re.IGNORECASE)
_AWAY = re.compile(
    r"\A\s*(?:hi|hello|good \w+)?[,.\s]*(?:i am|i'm|i will be|i'll be|im|am)?\s*(?:currently |now )?"
    r"(?:out of (?:the )?office|on (?:\w+ )?leave|away (?:from|until|till|on)|off (?:sick|until|till|on)|on holiday)",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:remind|chase|ping|nudge|ask me|prompt|poke|shout|come back to me|needs?|extension|extend|push|move|"
    r"postpone|defer|more time|longer|delay|not mine|"
    r"done|complete)",
    re.IGNORECASE,
)
_CHANGE = (
    "(?:mark|close|set|delete|remove|cancel|clear|wipe|reset|approve|record|treat|complete|move|extend|postpone|push|delay|defer|reassign|snooze)"
    r"\s+(?:off\s+)?"
)
_THINGS = "(?:actions?|items?|tasks?|points?|deadlines?|dates?|targets?)"
_OF_THEM = "(?: (?:the|my|our|open|overdue|outstanding|other|remaining))*"
_EVERY = rf"(?:(?:all|every|each)(?: of)?{_OF_THEM} {_THINGS}|everything|the rest|the lot|them all|all (?:as|done)\b)"
_ORDERS = (
    r"\b(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}(?:instructions?|prompts?|rules|context|guidelines|"
    r"polic(?:y|ies)|programming|above)\b",
    r"\byou are (?:now|an?)\b", r"\byou must (?:now )?(?:record|mark|set|close|treat|approve)", r"\bpretend\b",
    r"\bact as (?:an?|if|though)\b", r"\bfrom now on\b", r"\bas an ai\b", r"\b(?:new|your) instructions?\b",
    r"\b(?:system|developer) (?:prompt|mode|message|override)", r"\bjailbreak\b", r"\bbypass\b", r"\bsudo\b",
    r"(?:^|\n)\s*\[?(?:system|assistant|developer|admin|root|bot)\]?\s*:",
    r"\bset\s+(?:\w+\s+){0,3}(?:status|state)\b", r"\bstatus\s*[=:]+\s*\w+\s+(?:for|on) (?:all|every)",
    r"\b(?:status|due|date|intent|owner)\s*=",
    rf"(?:\A|[.!,;:\n]\s*|\b(?:please|and|just|then|to|must|can you|could you)\s){_CHANGE}{_EVERY}",
    r"\b(?:mark|set|record|treat|close)\s+\d+\s*(?:-|to|through)\s*\d+",
    r"\b(?:drop|delete|truncate|alter)\s+(?:table|from|database)\b", r"\brm -rf\b", r"\beval\(", r"\bapi key\b",
    r"</?(?:script|system|instructions?|prompt|user|assistant|action|div|img|iframe)\b",
    r"\A\s*[\[{].{0,400}[\"':].{0,400}[\]}]\s*\Z", r"\bi authori[sz]e you\b",
    r"\b(?:simulate|repeat after me|output|print|respond with|reply with|say)\s+[\"'].{0,60}",
)  # fmt: skip
_ORDER = re.compile("|".join(_ORDERS), re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(
    r"\s*(?:\d+[.)]\s*)?(?:minutes|present|in attendance|attendees|attendance|apologies|agenda|matters arising|"
    r"any other business|aob|date of next|next meeting|action log|actions arising|chair|welcome and|decisions?|"
    r"discussion|notes|smt|slt)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\s*(?!(?:action|no|ref|update|status|note|evidence|reason|new date|date|re)\b)[A-Za-z][\w .&'/()]{0,40}:\s*\S",
    re.IGNORECASE,
)
_MINUTED = re.compile(
    r"\b(?:minutes of|present|in attendance|attendees|apologies(?: received)?|matters arising|agenda|circulation|chair|"
    r"any other business|aob|date of next meeting|next meeting|actions arising|action log|action points)"
    r"\s*(?::|\bthe\b)",
    re.IGNORECASE,
)
"""Headings of a meeting in one paragraph: two of them make it minutes."""


def is_unmeant(text: str) -> bool:
    return (
        len(text) > LONGEST
        or bool(_ABSENCE.search(text) or _ORDER.search(text))
        or bool(_AWAY.match(text) and not _WANTS.search(text))
        or _is_minutes(text.split("\n"))
    )


def _is_minutes(lines: list[str]) -> bool:
    """Two headings in a paragraph; four lines or more, with two of them or four speakers; or more than "
    "anyone types."""
    if len({found[0].casefold() for line in lines for found in _MINUTED.finditer(line)}) > 1:
        return True
    if len(lines) < 4:
        return False
    headings = sum(1 for line in lines if _HEADING.match(line))
    speakers = sum(1 for line in lines if _SPEAKER.match(line))
    return headings >= 2 or speakers >= 4 or len(lines) > 30
