"""Dates in words: one grammar for target cells and questions. A phrase and today go in, a span of days comes out."""

from plans.dates.finding import find
from plans.dates.found import Found
from plans.dates.reading import read
from plans.dates.spans import ImpossibleDay, Precision, Span

__all__ = ["Found", "ImpossibleDay", "Precision", "Span", "find", "read"]
