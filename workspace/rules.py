"""The grammar of Block Kit's limits: each check looks at a value, and yields what is wrong with it and where.

A problem has the shape that blocks.validate answers with; its sentence is Slack's own where that is known.
"""

from collections.abc import Callable, Iterable, Iterator
from math import inf
from typing import Any

from workspace.team import Json

Problems = Iterator[Json]
Check = Callable[[Any, str], Problems]
Fields = dict[str, Check]  # name! has to be there, and one at least of those that are name?
Kinds = dict[str, Fields]


def problem(message: str, at: str, *, code: str = "failed_constraint", **more: Any) -> Json:
    return {"code": code, "message": message, "pointer": at, **more}


def unsupported(kind: Any, known: Iterable[str], at: str) -> Json:
    return _enum(f"unsupported type: {kind}", f"{at}/type", sorted(known), kind)


def anything(value: Any, at: str) -> Problems:
    return _no()


def _no(*problems: Json) -> Problems:
    yield from problems


def _is(shapes: tuple[type, ...], name: str, then: Check = anything) -> Check:
    """`then` looks at what has the shape. Exactly: True is no number."""
    return lambda value, at: then(value, at) if type(value) in shapes else _no(problem(f"must provide {name}", at))


def _sized(size: float, least: float, most: float, *, few: str, many: str, at: str) -> Problems:
    return _no(problem(few if size < least else many, at)) if not least <= size <= most else _no()


flag = _is((bool,), "a boolean")


def words(most: float = inf, least: int = 1) -> Check:
    said = dict(few=f"must be more than {least - 1} characters", many=f"must be less than {most + 1} characters")
    return _is((str,), "a string", lambda value, at: _sized(len(value), least, most, at=at, **said))


def number(least: float = -inf, most: float = inf) -> Check:
    said = dict(few=f"must be at least {least}", many=f"must be no more than {most}")
    return _is((int, float), "a number", lambda value, at: _sized(value, least, most, at=at, **said))


def one_of(*known: str) -> Check:
    return lambda value, at: _no() if value in known else _no(_enum("must be a valid enum value", at, known, value))


def some(of: Check, most: float = inf, least: int = 1) -> Check:
    said = dict(few=f"must provide at least {least} items", many=f"no more than {most} items allowed")

    def each(value: Any, at: str) -> Problems:
        yield from _sized(len(value), least, most, at=at, **said)
        for i, item in enumerate(value):
            yield from of(item, f"{at}/{i}")

    return _is((list,), "an array", each)


def made_of(fields: Fields) -> Check:
    return _is((dict,), "an object", lambda value, at: _fields(fields, value, at))


def typed(kinds: Kinds) -> Check:
    """An object whose `type` says which fields it has."""

    def look(value: Json, at: str) -> Problems:
        kind = value.get("type")
        if not isinstance(kind, str) or kind not in kinds:
            yield unsupported(kind, kinds, at) if "type" in value else _missing("type", at)
        elif found := [*_fields(kinds[kind] | {"type": anything}, value, at)] or [*_offered(value, at)]:
            if set(kinds) == {"plain_text", "mrkdwn"}:
                yield problem("failed to match all allowed schemas", at)
            yield from found

    return _is((dict,), "an object", look)


def _fields(fields: Fields, value: Json, at: str) -> Problems:
    checks = {name.rstrip("!?"): check for name, check in fields.items()}
    for name in (name for name in value if name not in checks):
        yield problem(f"invalid additional property: {name}", at, code="additional_property", field=name)
    for name in (name for name in checks if name in value):
        yield from checks[name](value[name], f"{at}/{name}")
    for name in (name[:-1] for name in fields if name.endswith("!") and name[:-1] not in value):
        yield _missing(name, at)
    either = [name[:-1] for name in fields if name.endswith("?")]
    if either and not value.keys() & either:
        yield problem(f"must define either {' or '.join(f'`{name}`' for name in either)}", f"{at}/type")


def _offered(value: Json, at: str) -> Problems:
    """What a menu begins with is one of its options."""
    sources = (value, *value.get("option_groups", ()))
    offered = [(each["text"]["text"], each["value"]) for source in sources for each in source.get("options", ())]
    for name in ("initial_option", "initial_options"):
        chosen = [value[name]] if name == "initial_option" and name in value else value.get(name, ())
        if offered and any((each["text"]["text"], each["value"]) not in offered for each in chosen):
            yield problem("must be one of the provided options", f"{at}/{name}")


def _missing(name: str, at: str) -> Json:
    return problem(f"missing required field: {name}", at, code="missing_property", field=name)


def _enum(message: str, at: str, known: Iterable[str], got: Any) -> Json:
    return problem(message, at, constraint={"type": "enum", "expected": list(known), "got": got})
