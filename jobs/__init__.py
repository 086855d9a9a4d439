"""Tick: what happens when, and that it happens once. No wording, no rules."""
