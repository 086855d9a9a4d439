"""The one refusal of every reader."""


class Unreadable(Exception):
    """The file cannot be read as a plan or review; the message is a sentence or two for whoever sent it: which file,
    what was expected, what to do. Readers do not know the file's name: they raise it with `{name}` in its place."""

    def of(self, name: str) -> "Unreadable":
        """The same, said of the file of that name."""
        return Unreadable(str(self).replace("{name}", name))
