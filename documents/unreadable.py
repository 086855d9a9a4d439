"""The one refusal of every reader."""

AGAIN = "Open it in the program that made it, save it anew and send that."


class Unreadable(Exception):
    """The file cannot be read as a plan or review; the message is a sentence or two for whoever sent it: which file,
    what was expected, what to do. Readers do not know the file's name: they raise it with `{name}` in its place."""

    def of(self, name: str) -> "Unreadable":
        """The same, said of the file of that name."""
        return Unreadable(str(self).replace("{name}", name))


def refused(why: str, advice: str = "") -> Unreadable:
    """ "I could not read {name}: it is a picture. Send …": `why` is a clause, `advice` a sentence."""
    return Unreadable(f"I could not read {{name}}: {why}. {advice}".strip())


def damaged() -> Unreadable:
    """What is broken, or was cut off on its way."""
    return refused(
        "it is damaged, or was cut off on its way", f"Fetch it once more. If that does not help: {_lower(AGAIN)}"
    )


def too_large(what: str) -> Unreadable:
    """What holds more than any plan does: `what` is a clause, "it has over 1,000 pages"."""
    return refused(f"{what}, as no plan does", "Send the plan alone.")


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
