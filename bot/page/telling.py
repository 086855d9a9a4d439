"""How a digest's numbers come about, for whoever is asked about them in a meeting."""

from plans.messages import Digest


def method(digest: Digest) -> tuple[str, ...]:
    """How colours, lines and months are made (DESIGN section 2, RAG; section 7)."""
    return _METHOD


_METHOD = (
    "Each action has one colour, the first that fits. Grey: withdrawn. Blue: done, or done and ongoing. Red: past its"
    " date and not reported done, blocked, or reported and not confirmed for 20 working days. Amber: due within 14"
    " days, with a later date agreed to, or reported. Green: any other open action with a date. Grey: the rest.",
    "Late means open, not reported done, and past the date that stands today; a date is moved only by an extension"
    " that was agreed to. The date first promised stays beside it.",
    "Done means confirmed by a post above the lead's. What an owner reports counts as reported until then."
    " What the plan printed as completed is counted as done, and as printed until somebody has confirmed it since.",
    "Planned counts the actions whose first promised date is past by the end of a day, confirmed those that were"
    " confirmed by then. What the plan printed as completed is in neither.",
    "A forecast takes two paces: actions confirmed a week over the last 26 weeks (the whole history where that is"
    " shorter) and over the last 8. What is not confirmed yet, divided by each, gives the first and the last month."
    " What the plan printed as completed is neither confirmed nor waited for."
    " None is given with less than 12 weeks of history or fewer than 5 actions confirmed.",
)
