"""Replies that nobody wrote to the bot about an action: absence notices, minutes, orders to the program.

They change nothing, whatever words they hold (DESIGN section 5). What is taken for one by mistake loses little: the
person is asked.
"""

import re

from plans.replies.cleaning import LONGEST

_ABSENCE = re.compile(
    r"\A\s*(?:re:\s*)?(?:automatic reply|auto[- ]?repl(?:y|ies)|automatic response|auto[- ]?response|out[- ]of[- ]office|ooo\b|"
    r"thank you for (?:your (?:e-?mail|message|enquiry|query)|contacting)|thanks for your e-?mail)|"
    r"\b(?:mailbox is (?:not|un)\s?monitored|in my absence|(?:for|if) urgent|if (?:it|this|your \w+) is urgent|"
    r"limited access to|no access to (?:my )?e-?mails?|respond (?:to your e-?mail )?(?:on|upon|when) (?:my )?return|"
    r"this is an automat|do not reply to this|undeliverable|delivery (?:has )?failed|your message has been received|"
    r"your call (?:is|has been)|ticket (?:number|#)|on my return|upon my return|i(?:'m| am) (?:currently )?out of (?:the )?office)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\A\s*(?:hi|hello|good \w+)?[,.\s]*(?:i am|i'm|i will be|i'll be|im|am)?\s*(?:currently |now )?"
    r"(?:out of (?:the )?office|on (?:\w+ )?leave|away (?:from|until|till|on)|off (?:sick|until|till|on)|on holiday)",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:remind|chase|ping|nudge|need|needs|extension|extend|push|move|postpone|defer|more time|longer|delay|not mine|done|complete)",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}(?:instructions?|prompts?|rules|context|guidelines|polic(?:y|ies)|"
    r"programming|above)\b|"
    r"\byou are (?:now|an?)\b|\byou must (?:now )?(?:record|mark|set|close|treat|approve)|\bact as (?:an?|if|though)\b|\bpretend\b|"
    r"\bfrom now on\b|\bas an ai\b|\b(?:system|developer) (?:prompt|mode|message|override)|\b(?:new|your) instructions?\b|"
    r"(?:^|\n)\s*\[?(?:system|assistant|developer|admin|root|bot)\]?\s*:|"
    r"\bset\s+(?:\w+\s+){0,3}(?:status|state)\b|\bstatus\s*[=:]+\s*\w+\s+(?:for|on) (?:all|every)|\bstatus\s*=|"
    r"(?:\A|[.!,;:\n]\s*|\b(?:please|and|just|then|to|must|can you|could you)\s)(?:mark|close|set|approve|record|treat|complete|move|extend|postpone|push|delay|defer|reassign|snooze)\s+(?:off\s+)?"
    r"(?:(?:all|every|each)(?: of)?(?: (?:the|my|our|open|overdue|outstanding|other|remaining))* (?:actions?|items?|tasks?|points?|deadlines?|dates?|targets?)|everything|the rest|the lot|them all|all (?:as|done)\b)|"
    r"\b(?:mark|set|record|treat|close)\s+\d+\s*(?:-|to|through)\s*\d+|"
    r"\b(?:drop|delete|truncate|alter)\s+(?:table|from|database)\b|\b(?:select|insert|update)\s.{0,80}\b(?:from|into|set)\b.{0,40}[=*;]|"
    r"</?(?:script|system|instructions?|prompt|user|assistant|action|div|img|iframe)\b|\bsudo\b|\brm -rf\b|\bapi key\b|"
    r"\A\s*[\[{].{0,400}[\"':].{0,400}[\]}]\s*\Z|\bjailbreak\b|\bon behalf of the (?:bot|system)\b|\beval\(|"
    r"\b(?:simulate|repeat after me|output|print|respond with|reply with|say)\s+[\"'].{0,60}|\bbypass\b|\bi authori[sz]e you\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADING = re.compile(
    r"\s*(?:\d+[.)]\s*)?(?:minutes|present|in attendance|attendees|attendance|apologies|agenda|matters arising|any other business|aob|"
    r"date of next|next meeting|action log|actions arising|chair|welcome and|decisions?|discussion|notes|smt|slt)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\s*(?!(?:action|no|ref|update|status|note|evidence|reason|new date|date|re)\b)[A-Za-z][\w .&'/()]{0,40}:\s*\S",
    re.IGNORECASE,
)


def is_unmeant(text: str) -> bool:
    return (
        len(text) > LONGEST
        or bool(_ABSENCE.search(text) or _ORDER.search(text))
        or bool(_AWAY.match(text) and not _WANTS.search(text))
        or _is_minutes(text.split("\n"))
    )


def _is_minutes(lines: list[str]) -> bool:
    """Four lines or more, with two headings of a meeting or four speakers; or more lines than anyone types."""
    if len(lines) < 4:
        return False
    headings = sum(1 for line in lines if _HEADING.match(line))
    speakers = sum(1 for line in lines if _SPEAKER.match(line))
    return headings >= 2 or speakers >= 4 or len(lines) > 30
