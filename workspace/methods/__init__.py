"""The Web API's methods, by Slack's names: importing a module registers its own; `answer` lets in, checks and calls."""

from workspace.methods import chat, conversations, files, rest, views
from workspace.methods.call import METHODS, Call, answer

__all__ = ["METHODS", "Call", "answer", "chat", "conversations", "files", "rest", "views"]
