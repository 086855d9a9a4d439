"""What a question in plain words asks for. Pure: words, what is held and today go in; a Query or a Failure comes out.

Each reader (places, times, states, naming, texts, refs) claims words on a board; a word nobody claims is never dropped.
"""

from plans.queries.canonical import render, understood
from plans.queries.parsing import parse

__all__ = ["parse", "render", "understood"]
