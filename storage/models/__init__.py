"""The tables, and what the database itself refuses. No queries here, and no rules beyond what a row may hold.

Constraints live in the database, not in hope: SQLModel does not validate table rows, so every vocabulary,
range and pairing is a CHECK, a UNIQUE or a foreign key. `migrations/` says the same; a test holds the two
together. Importing this package fills SQLModel.metadata with all of them.
"""

from storage.models.columns import Instant
from storage.models.deliveries import Channel, Delivery, Digest, Mention, Pace, Slot
from storage.models.people import (
    Absence,
    Account,
    Delegation,
    Holding,
    Liaison,
    Person,
    PolicySetting,
    Role,
    Snooze,
)
from storage.models.plans import (
    CHANNELS,
    JUDGEMENT_KINDS,
    PLAN_KINDS,
    PRECISIONS,
    RESPONSES,
    STATUSES,
    TABLE_BLOCKS,
    TITLE_LENGTH,
    Action,
    ActionOwner,
    Chain,
    Entry,
    GroupMembership,
    Inbound,
    Judgement,
    JudgementMatch,
    Offer,
    Owner,
    OwnerName,
    Plan,
    Prison,
    PrisonGroup,
    Recommendation,
    Repeated,
    Source,
    Stamp,
    ToldCell,
    Workspace,
)
from storage.models.progress import REQUEST_KINDS, REQUEST_STATES, Draft, Request, Spoken

__all__ = [
    "CHANNELS", "JUDGEMENT_KINDS", "PLAN_KINDS", "PRECISIONS", "REQUEST_KINDS", "REQUEST_STATES", "RESPONSES",
    "STATUSES", "TABLE_BLOCKS", "TITLE_LENGTH",
    "Absence", "Account", "Action", "ActionOwner", "Chain", "Channel", "Delegation", "Delivery", "Digest", "Draft",
    "Entry", "GroupMembership", "Holding", "Inbound", "Instant", "Judgement", "JudgementMatch", "Liaison", "Mention",
    "Offer", "Owner", "OwnerName", "Pace", "Person", "Plan", "PolicySetting", "Prison", "PrisonGroup", "Recommendation",
    "Repeated", "Request", "Role", "Slot", "Snooze", "Source", "Spoken", "Stamp", "ToldCell", "Workspace",
]  # fmt: skip
