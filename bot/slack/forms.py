"""Forms as Slack's modals: what is asked drawn as inputs, and what is wrong told beside them."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.slack.blocks import section
from bot.slack.limits import Block
from bot.slack.marks import fit, literal
from plans.chat import Refill
from plans.messages import Field, Form

View = dict[str, Any]
TITLE = 24  # characters, of a button too
LABEL, CHOICE, HINT = 150, 75, 150
TICKED, LISTED = 10, 100  # choices in boxes, and in one group of a menu
GROUPS = 100
WORDS = 500


def waiting(title: str) -> View:
    """Shown at once, while what belongs in it is looked up: what opens a form is good for three seconds."""
    return {**_titled(title), "blocks": [section("One moment…")]}


def told(title: str, sentences: str) -> View:
    """Only words: why there is nothing to fill in."""
    return {**_titled(title), "blocks": [section(fit(sentences, 2_000, literal))]}


def draw(form: Form) -> View:
    """The form, with what it is about kept where it comes back with what is filled in."""
    intro = [section(fit(form.intro, 2_000, literal))] if form.intro else []
    return {
        **_titled(form.title),
        "callback_id": form.name,
        "private_metadata": form.about,
        "submit": _plain(form.submit, TITLE),
        "blocks": [*intro, *map(_input, form.fields)],
    }


def errors(refill: Refill) -> dict[str, Any]:
    """As the answer to a form that is not taken."""
    wrong = {name: fit(sentence, 300) for name, sentence in refill.wrong.items()}
    return {"response_action": "errors", "errors": wrong}


def _titled(title: str) -> View:
    return {"type": "modal", "title": _plain(title, TITLE), "close": _plain("Cancel", TITLE)}


def _input(field: Field) -> Block:
    """A field's block and element go by its name."""
    hint = {"hint": _plain(field.hint, HINT)} if field.hint else {}
    element = {**_ELEMENTS[field.kind](field), "action_id": field.name}
    asked = {"type": "input", "block_id": field.name, "label": _plain(field.label, LABEL), "element": element}
    return {**asked, **hint, "optional": field.optional}


def _words(field: Field) -> Block:
    begun = {"initial_value": field.value} if field.value else {}
    return {"type": "plain_text_input", "max_length": WORDS, **begun}


def _one(field: Field) -> Block:
    offered = _offered(field.choices)
    chosen = next((_option(choice) for choice in field.choices if choice[0] == field.value), None)
    return {"type": "static_select", **offered, **({"initial_option": chosen} if chosen else {})}


def _any(field: Field) -> Block:
    """A few as boxes to tick, which a phone shows all at once; more as a menu. `value` names those ticked already."""
    begun = field.value.split()
    chosen = [_option(choice) for choice in field.choices if choice[0] in begun]
    kind = "checkboxes" if len(field.choices) <= TICKED else "multi_static_select"
    return {"type": kind, **_offered(field.choices), **({"initial_options": chosen[:LISTED]} if chosen else {})}


def _offered(choices: Sequence[tuple[str, str]]) -> Block:
    if len(choices) <= LISTED:
        return {"options": [_option(choice) for choice in choices]}
    starts = range(0, min(len(choices), LISTED * GROUPS), LISTED)
    groups = [(at, choices[at : at + LISTED]) for at in starts]
    return {
        "option_groups": [
            {"label": _plain(f"{at + 1} to {at + len(some)}", CHOICE), "options": [_option(each) for each in some]}
            for at, some in groups
        ]
    }


def _option(choice: tuple[str, str]) -> Block:
    value, label = choice
    return {"text": _plain(label, CHOICE), "value": value}


def _day(field: Field) -> Block:
    return {"type": "datepicker", **({"initial_date": field.value} if field.value else {})}


def _person(field: Field) -> Block:
    return {"type": "users_select", **({"initial_user": field.value} if field.value else {})}


def _plain(text: str, most: int) -> Block:
    return {"type": "plain_text", "text": fit(text, most) or "…"}


_ELEMENTS: dict[str, Callable[[Field], Block]] = {
    "words": _words, "one": _one, "any": _any, "day": _day, "person": _person,
}  # fmt: skip
