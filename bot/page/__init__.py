"""A prison's week as one page: to be opened from a file, read on a phone or by a screen reader, and printed.

It asks for nothing from outside and runs no script. It names posts, never a person, and has nobody's words.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot import wording
from bot.digests import as_at, headline, numbered, parts, remarks
from bot.page.charts import bars, lines
from bot.page.rows import by_theme, tallies
from bot.page.telling import method
from plans.masking import masked
from plans.messages import Digest


def page(digest: Digest, *, actions: bool = True) -> str:
    """The whole document. Without `actions` the table of them all is left out."""
    return _environment().get_template("page.html").render(
        digest=digest,
        name=numbered(digest),
        as_at=as_at(digest),
        headline=headline(digest),
        tallies=tallies(digest),
        parts=parts(digest),
        remarks=remarks(digest),
        bars=bars(digest.themes),
        burn=lines(digest.burn_up),
        groups=by_theme(digest) if actions else (),
        method=method(digest),
    )  # fmt: skip


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    made.filters |= {
        "day": wording.day,
        "full": wording.full,
        "spans": wording.spans,
        "begun": wording.capital,
        "for_css": _for_css,
    }
    return made


def _shown(value: object) -> object:
    """Every value on its way into the page: prisoner numbers masked (DESIGN section 5), nothing unprintable. What is
    markup already is ours."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return masked("".join(letter if letter.isprintable() or letter in "\n\t" else " " for letter in value))


def _for_css(words: str) -> str:
    """As the inside of a string of a style sheet, where nothing that HTML escapes would be read: every letter but the
    plainest by its number."""
    plain = str(_shown(words))
    return "".join(each if each.isascii() and each.isalnum() else f"\\{ord(each):06x}" for each in plain)
