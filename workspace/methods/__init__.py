"""The Web API's methods, by Slack's names. Each takes a call and gives the answer, or refuses.

Importing a module of this package registers its methods; `answer` asks who calls, checks what is required, and calls.
"""

from workspace.methods import chat, conversations, files, rest, users, views
from workspace.methods.call import METHODS, Call, answer

__all__ = ["METHODS", "Call", "answer", "chat", "conversations", "files", "rest", "users", "views"]
