"""Decide: the rules of action plans. They take values and `today`; they know no chat, clock or network."""
