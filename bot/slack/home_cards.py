"""A person's home as Slack's Home tab: short blocks, a page of each list, far below a view's hundred blocks."""

from collections.abc import Iterator
from typing import Any

from bot import home_settings, homes
from bot.slack.blocks import button, buttons, chunks, context, header, section, sentence
from bot.slack.limits import Block
from bot.slack.marks import fit, literal
from plans.messages import Home, HomeLine, HomePrison, Verb

View = dict[str, Any]
TITLE, SAID = 160, 300
TOP = ("decide", "update")
TURNING = ("home",)
DIVIDER: Block = {"type": "divider"}
AGAIN = Verb("home", "Try again", "")


def draw(home: Home) -> View:
    return _view(_known(home) if home.person else _stranger(home))


def trouble(said: list[Block]) -> View:
    """What is shown where a home cannot be: what broke, and a button that tries again."""
    return _view([*said, *buttons((AGAIN,))])


def _view(blocks: list[Block]) -> View:
    return {"type": "home", "callback_id": "home", "blocks": blocks}


def _stranger(home: Home) -> list[Block]:
    return [section(fit(words, 1_500, literal)) for words in homes.stranger(home)]


def _known(home: Home) -> list[Block]:
    beside = [context(" ".join(fit(words, 400, literal) for words in (homes.beside(home), homes.WHERE) if words))]
    missing = [section(fit(words, 400, literal))] if (words := homes.lacking(home)) else []
    return [
        section(f"*{fit(homes.summary(home), 400, literal)}*"),
        *_of(home, TOP, "top"),
        *beside,
        *missing,
        *_lists(home),
        *_held(home),
        *_settings(home),
    ]


def _held(home: Home) -> list[Block]:
    """Prisons, after what turns the page; before it where there are more of them than a page holds."""
    turned = [*_paging(home)]
    several = 0 < len(home.prisons) < home.of_prisons
    return [*_prisons(home), *turned] if several else [*turned, *_prisons(home)]


def _of(home: Home, names: tuple[str, ...], within: str) -> list[Block]:
    """Its buttons of these names. Blocks with buttons keep their names when a home is drawn anew: one pressed just then
    is still there, and what had the focus has it again."""
    return buttons(tuple(verb for verb in home.verbs if verb.name in names), within)


def _lists(home: Home) -> Iterator[Block]:
    where = homes.called(home)
    for each in homes.lists(home):
        yield header(each.heading)
        for line in each.lines:
            yield _line(line, home, where)


def _line(line: HomeLine, home: Home, where: dict[str, str]) -> Block:
    """The action and its button, which says which action it opens."""
    opens = button(Verb("card", f"Open {homes.address(line, where)}", str(line.action)))
    words = f"{sentence(homes.title(line, where), TITLE)}\n{fit(homes.said(line, home), SAID, literal)}"
    return {**section(words, opens), "block_id": f"{line.waits or 'own'} {line.action}"}


def _prisons(home: Home) -> Iterator[Block]:
    if home.prisons:
        yield DIVIDER
        yield header(homes.prisons_heading(home))
        for each in home.prisons:
            yield from _prison(each)


def _prison(each: HomePrison) -> Iterator[Block]:
    yield section("\n".join(sentence(words, 400) for words in homes.prison(each)))
    yield from buttons(each.verbs, f"prison {each.key}")


def _paging(home: Home) -> Iterator[Block]:
    if home.pages > 1:
        yield context(homes.paging(home))
        yield from _of(home, TURNING, "turn")


def _settings(home: Home) -> Iterator[Block]:
    yield DIVIDER
    yield header(homes.SETTINGS)
    yield from chunks([sentence(words, 500) for words in home_settings.lines(home.settings, home.on)])
    yield from _of(home, ("away", "back"), "settings")
