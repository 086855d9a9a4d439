"""Talks: what people say becomes a use case, and its answer becomes words, blocks or cards. No rules here."""
