"""Words without what only a typesetter sees: two files of one plan differ in white space, bullets, quotes, ligatures.

Pure."""

import re
import unicodedata

_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟″«»", '"'))
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_BULLETS = re.compile(r"[•·▪▫◦‣∙●○■□–—‐‑‒−*\uf0b7\uf0a7]|(?<!\w)[-o](?=\s)")
_JOINS = re.compile(r"[\s-]+")


def spaced(words: str | None) -> str:
    """For likeness: one case, plain quotes, no bullets, single spaces."""
    plain = unicodedata.normalize("NFKC", words or "").translate(_QUOTES)
    return " ".join(_BULLETS.sub(" ", _UNSEEN.sub("", plain)).casefold().split())


def folded(words: str | None) -> str:
    """For sameness: without spaces and hyphens too, which a page's edge adds and takes away."""
    return _JOINS.sub("", spaced(words))
