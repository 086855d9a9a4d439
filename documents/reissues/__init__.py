"""The same plan printed again: which it is, which actions are the same, what changes and what people said stands."""
