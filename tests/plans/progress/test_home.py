"""A person's home: what is theirs, what waits for them, how their prisons stand, and that they are away for a while."""
