"""Read: a published document in, a draft of what it says and where out. Nothing is guessed in silence."""
