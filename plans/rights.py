"""What may be done to an action of which status, and by whom: one table (DESIGN sections 2 and 5). Pure."""

from typing import Literal

Doing = Literal[
    "report",  # the owner says that it is done
    "progress",  # how it goes
    "block",  # something stops it, with the reason
    "postpone",  # another date is asked for
    "hand_over",  # another post should lead it
    "delegate",  # another post does the work
    "note",  # a remark or links
    "sustain",  # still happening, and how we know
    "confirm",  # a post above the lead's says that it is done
    "send_back",  # it says that it is not, with a reason
    "reopen",  # done or sustained, and not so any more
    "agree",  # to another date: for an outside lead, recorded as accepted
    "decline",  # of an outside lead: told, not agreed
    "accept",  # what another post handed over
    "refuse",  # to take it
    "leave",  # open in a closed plan, and left so with a reason
    "undo",  # an entry is taken back within ten minutes
]
"""Kinds of entries of the history, as `storage.models.Entry` keeps them."""

OPEN = ("not_started", "in_progress", "blocked")
