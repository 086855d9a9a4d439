"""Forms as Slack's modals: what is asked drawn as inputs, and what is wrong told beside them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.slack.blocks import chunks, section, within
from bot.slack.limits import Block
from bot.slack.marks import fit, literal
from plans.chat import Refill
from plans.messages import Field, Form

View = dict[str, Any]
TITLE = 24  # characters, of a button too
LABEL, CHOICE, HINT = 150, 75, 150
TICKED, LISTED = 10, 100  # choices in boxes, and in one group of a menu
GROUPS = 100
WORDS, LINE = 3_000, 500  # characters of several lines, which is Slack's own cap, and of one
BLOCKS = 100  # of a view
NO_NAMES = "No prisoner names."
SENTENCES = 2_900


def waiting(title: str) -> View:
    """Shown at once, while what belongs in it is looked up: what opens a form is good for three seconds."""
    return {**_titled(title), "blocks": [section("One moment…")]}


def told(title: str, sentences: str) -> View:
    """Only words: why there is nothing to fill in."""
    lines = [fit(line, 1_000, literal) for line in sentences.split("\n")]
    kept, _ = within(lines, SENTENCES)
    return {**_titled(title), "blocks": [*chunks(kept)] or [section("…")]}


def draw(form: Form) -> View:
    """The form, with what it is about kept where it comes back with what is filled in."""
    intro = [section(fit(form.intro, 2_000, literal))] if form.intro else []
    return {
        **_titled(form.title),
        "callback_id": form.name,
        "private_metadata": form.about,
        "submit": _plain(form.submit, TITLE),
        "blocks": [*intro, *_divided(form.fields, BLOCKS - len(intro))],
    }


def _divided(fields: Sequence[Field], room: int) -> list[Block]:
    """A line between one action and the next, where a view has room for that. What it has no room for is left out:
    what is not asked is not changed."""
    inputs = [_input(field) for field in fields]
    starts = [at for at, field in enumerate(fields) if at and "-" in field.name and not _goes_on(fields, at)]
    if len(inputs) + len(starts) > room:
        return inputs[:room]
    return [
        block for at, made in enumerate(inputs) for block in ([{"type": "divider"}, made] if at in starts else [made])
    ]


def _goes_on(fields: Sequence[Field], at: int) -> bool:
    """Of the same action as the field before: `do-7`, `until-7`, `words-7`."""
    return fields[at].name.partition("-")[2] == fields[at - 1].name.partition("-")[2]


def errors(refill: Refill, fields: Sequence[str] = ()) -> dict[str, Any]:
    """As the answer to a form that is not taken. Slack shows nothing for a field that the form lacks, so what is wrong
    with the whole stands beside the first."""
    wrong: dict[str, str] = {}
    for name, sentence in refill.wrong.items():
        beside = name if name in fields or not fields else fields[0]
        wrong[beside] = fit(f"{wrong.get(beside, '')} {sentence}".strip(), 300)
    return {"response_action": "errors", "errors": wrong}


def _titled(title: str) -> View:
    return {"type": "modal", "title": _plain(title, TITLE), "close": _plain("Cancel", TITLE)}


def _input(field: Field) -> Block:
    """A field's block and element go by its name."""
    hint = {"hint": _plain(said, HINT)} if (said := _hint(field)) else {}
    element = {**_ELEMENTS[field.kind](field), "action_id": field.name}
    asked = {"type": "input", "block_id": field.name, "label": _plain(field.label, LABEL), "element": element}
    return {**asked, **hint, "optional": field.optional}


def _hint(field: Field) -> str:
    """Every box for free text says what must not stand in it (DESIGN section 5)."""
    free = field.kind in ("words", "line") and "prisoner" not in field.hint
    return f"{fit(field.hint, HINT - len(NO_NAMES) - 1)} {NO_NAMES}".strip() if free else field.hint


def _words(field: Field) -> Block:
    return {**_line(field, WORDS), "multiline": True}


def _line(field: Field, most: int = LINE) -> Block:
    begun = {"initial_value": field.value[:most]} if field.value else {}
    return {"type": "plain_text_input", "max_length": most, **begun}


def _one(field: Field) -> Block:
    offered = _offered(field.choices)
    chosen = next((_option(choice) for choice in field.choices if choice[0] == field.value), None)
    return {"type": "static_select", **offered, **({"initial_option": chosen} if chosen else {})}


def _any(field: Field) -> Block:
    """A few as boxes to tick, which a phone shows all at once; more as a menu. `value` names those ticked already."""
    begun, notes = field.value.split(), dict(field.notes)
    chosen = [_option(choice, notes) for choice in field.choices if choice[0] in begun]
    kind = "checkboxes" if len(field.choices) <= TICKED else "multi_static_select"
    offered = _offered(field.choices, notes)
    return {"type": kind, **offered, **({"initial_options": chosen[:LISTED]} if chosen else {})}


def _offered(choices: Sequence[tuple[str, str]], notes: Mapping[str, str] = {}) -> Block:
    options = [_option(choice, notes) for choice in choices]
    if len(options) <= LISTED:
        return {"options": options}
    starts = range(0, min(len(options), LISTED * GROUPS), LISTED)
    groups = [(at, options[at : at + LISTED]) for at in starts]
    return {
        "option_groups": [
            {"label": _plain(f"{at + 1} to {at + len(some)}", CHOICE), "options": some} for at, some in groups
        ]
    }


def _option(choice: tuple[str, str], notes: Mapping[str, str] = {}) -> Block:
    """A choice, and under it what more there is to say of it."""
    value, label = choice
    more = {"description": _plain(notes[value], CHOICE)} if value in notes else {}
    return {"text": _plain(label, CHOICE), "value": value, **more}


def _day(field: Field) -> Block:
    return {"type": "datepicker", **({"initial_date": field.value} if field.value else {})}


def _person(field: Field) -> Block:
    return {"type": "users_select", **({"initial_user": field.value} if field.value else {})}


def _plain(text: str, most: int) -> Block:
    return {"type": "plain_text", "text": fit(text, most) or "…"}


_ELEMENTS: dict[str, Callable[[Field], Block]] = {
    "words": _words, "line": _line, "one": _one, "any": _any, "day": _day, "person": _person,
}  # fmt: skip
