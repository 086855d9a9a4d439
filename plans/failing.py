"""What is said where a question finds no list at all, and why, for scripts."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plans.messages import Notice, Verb
from plans.queries import render, understood
from plans.queries.questions import Failure
from plans.queries.vocabulary import Vocabulary

Why = dict[str, Any]


def failed(failure: Failure, vocabulary: Vocabulary, near: tuple[str, ...]) -> tuple[Notice, dict[str, Any], Why]:
    """The notice; what was understood all the same; the error. `near` are questions that would be answered."""
    names = failure.names or (tuple(vocabulary.held) if failure.code in {"unknown_prison", "help"} else ())
    meant = tuple(_meant(failure, vocabulary))
    notice = Notice(failure.code, failure.about, failure.known, names, meant, tries=near)
    partly = understood(failure.partial, vocabulary) if failure.partial else {}
    return notice, partly, why(failure.code, ", ".join(failure.about) or failure.code, names)


def no_such_ref(missing: tuple[str, ...], vocabulary: Vocabulary, keys: tuple[str, ...]) -> tuple[Notice, Why]:
    """The notice names the plans looked in."""
    held = (plan for plan in vocabulary.plans if plan.key in keys)
    named = tuple(f"the {plan.year} plan of {vocabulary.prison_names[plan.prison]}" for plan in held)
    return Notice("no_such_ref", about=missing, known=named), why("no_such_ref", f"no action {', '.join(missing)}", ())


def why(code: str, message: str, names: tuple[str, ...]) -> Why:
    return {"code": code, "message": message, "suggestions": list(names)}


def _meant(failure: Failure, vocabulary: Vocabulary) -> Iterator[Verb]:
    """A button for each prison that may be meant, with the rest of the question kept."""
    if failure.code != "ambiguous" or failure.partial is None:
        return
    keys = [vocabulary.prison_keys[name] for name in failure.names if name in vocabulary.prison_keys]
    for name, prison in zip(failure.names, keys, strict=False):
        yield Verb("ask", f"Yes, {name}", render(replace(failure.partial, prisons=(prison,)), vocabulary))
