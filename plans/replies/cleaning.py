"""A reply without what chat and mail put round it: markup, mentions, links, quoted messages, signatures.

What the words mean is not known here. Every repetition is bounded: a paste of 10,000 letters takes milliseconds.
"""

import re
import unicodedata
from typing import NamedTuple

LONGEST = 1500
"""Letters. A longer reply is a paste: minutes, a mail chain, a policy. It changes nothing."""
_FAR_TOO_LONG = 20_000
_MOST_LINKS = 20

_TEAMS_MENTION = re.compile(r"<at[^<>]{0,80}>([^<>]{0,80})</at>", re.IGNORECASE)
_LINK = re.compile(r"<(https?://[^<>|\s]{1,2000})(?:\|[^<>]{0,300})?>|(https?://[^\s<>|\"]{1,2000})", re.IGNORECASE)
_SLACK = re.compile(r"<([@#!]|mailto:)([^<>|]{0,400})(?:\|([^<>]{0,200}))?>")
_FIRST_MENTION = re.compile(r"\A\s*(?:@[\w.]{1,80}[,:]?\s+|@[\w.]{1,80}\Z)")
_STRUCK = re.compile(r"~[^~\n]{1,400}~")
_MARKUP = re.compile(r"[*`]|(?<![^\W_])_|_(?![^\W_])")
_SKIN = re.compile(r":skin-tone-\d:|[\U0001f3fb-\U0001f3ff\ufe00-\ufe0f\u200d\u20e3]")
_PLAIN = str.maketrans({
    **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛′´ʼ＇", "'"), **dict.fromkeys("‐‑‒−﹣－", "-"),
    "\r": "\n", "\u2028": "\n", "\u2029": "\n", "⁄": "/",
})  # fmt: skip
_QUOTED = re.compile(r"\s*(?:>|\|)")
_MAIL_BELOW = re.compile(
    r"\s*(?:-{3,}\s*(?:original|forwarded|begin forwarded)|begin forwarded message|_{8,}|on .{4,120} wrote:?\s*$|"
    r"(?:from|sent|subject):\s.{0,200}$)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"\s*(?:--+\s*$|(?:(?:kind|best|warm|many|with kind|warmest|kindest)\s+)?regards\b|"
    r"(?:kr|br|rgds|kind rgds)[,.]?\s*$|"
    r"best wishes|yours (?:sincerely|faithfully)|all the best\s*,?\s*$|sent from (?:my|outlook)|get outlook for|"
    r"sent via|this e-?mail (?:and|is))",
    re.IGNORECASE,
)

_SIGNED = re.compile(
    r"(?<=[.!?])\s{1,9}(?:(?:kind|best|warm|many|kindest|warmest)\s+(?:regards|rgds)\b|"
    r"yours (?:sincerely|faithfully)\b|this e-?mail and any attachments\b).*",
    re.IGNORECASE,
)
"""A signature that follows on the same line, as phones join them."""


_SPOKEN = re.compile(r"\s{1,9}(?:full stop|comma|question mark|exclamation mark)(?!\w)", re.IGNORECASE)
_SIGN = {"full stop": ".", "comma": ",", "question mark": "?", "exclamation mark": "!"}
"""Signs that a telephone wrote out, as they were dictated to it."""


class Cleaned(NamedTuple):
    """The words left, lines kept apart, and the links that stood in them."""

    text: str
    links: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    text = _TEAMS_MENTION.sub(lambda found: f" @{'_'.join(found[1].split())} ", text[:_FAR_TOO_LONG])
    if "&" in text:
        from html import unescape  # rarely needed, and not light

        text = unescape(text)
    text = "\n".join(_own_lines(text.translate(_PLAIN).splitlines()))
    links: dict[str, None] = {}
    text = _LINK.sub(lambda found: _cut(found, links), text)
    text = _SLACK.sub(_slack, text)
    text = _FIRST_MENTION.sub("", _SKIN.sub("", _STRUCK.sub(" ", text)))
    text = unicodedata.normalize("NFKC", _MARKUP.sub("", text)).translate(_PLAIN)
    text = _SPOKEN.sub(lambda found: _SIGN[found[0].strip().casefold()], text)
    text = "".join(letter if letter == "\n" or letter.isprintable() else _space(letter) for letter in text)
    return Cleaned("\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n")))), tuple(links))


def _space(letter: str) -> str:
    """Invisible letters are nothing; other control letters part words."""
    return "" if unicodedata.category(letter) == "Cf" else " "


def _own_lines(lines: list[str]) -> list[str]:
    """The lines that the person wrote now: no quoted ones, nothing from a signature or an older mail on."""
    own: list[str] = []
    for line in lines:
        if _MAIL_BELOW.match(line) or _SIGNATURE.match(line):
            break
        if not _QUOTED.match(line):
            own.append(_SIGNED.sub("", line))
    return own


def _cut(found: re.Match[str], links: dict[str, None]) -> str:
    """A link's label is the name of a page, and says nothing of the action."""
    link = found[1] or found[2].rstrip(".,;:!?)'\"]}")
    if len(links) < _MOST_LINKS:
        links[link] = None
    return " " if found[1] else " " + found[2][len(link) :]


def _slack(found: re.Match[str]) -> str:
    mark, target, label = found.groups()
    if mark == "@":
        return f" @{'_'.join((label or target).split())} "
    return f" {label or target} " if mark == "mailto:" else " "
