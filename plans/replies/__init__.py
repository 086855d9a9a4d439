"""Answers in plain words: a reply goes in, what it means for each action comes out. Deterministic and pure.

Precision before recall: what is negated, hedged, conditional, partial, asked or heard from others completes nothing.
"""

from plans.replies.combining import understood
from plans.replies.values import Context, Intent, Meant, ReadDate, Understood

__all__ = ["Context", "Intent", "Meant", "ReadDate", "Understood", "understand"]


def understand(text: str, context: Context) -> Understood:
    """What a reply means, on the context's day. Never raises, whatever the text."""
    return understood(text, context)
