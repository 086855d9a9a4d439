"""What chat puts round words, taken off: mentions, emoji, links, entities, marks. What words mean is not known here."""

import re
import unicodedata
from typing import NamedTuple

LONGEST = 500
_FAR_TOO_LONG = 20_000
_QUOTED = 60

# Every repetition is bounded, so that 10,000 characters of anything take milliseconds.
_TEAMS_MENTION = re.compile(r"<at[^<>]{0,80}>([^<>]{0,80})</at>", re.IGNORECASE)
_SLACK = re.compile(r"<([@#!]|https?://|mailto:)([^<>|]{0,400})(?:\|([^<>]{0,200}))?>")
_EMOJI_CODE = re.compile(r"(?<![A-Za-z0-9]):(?:[a-z][a-z0-9_'+-]{1,50}|[+-]1):(?::skin-tone-\d:)?|:skin-tone-\d:")
_COMMAND = re.compile(r"^(?:\s*/actions?(?=\s|$))+", re.IGNORECASE)
_QUOTES = re.compile(r'"([^"]*)"|(?<!\S)\'(?=\S)([^\'"]{2,200})(?<=\S)\'(?![^\s.,;:!?)])')
_PLAIN = str.maketrans({
    **dict.fromkeys("“”„‟«»〝〞＂", '"'), **dict.fromkeys("‘’‚‛′´ʼ＇", "'"),
    **dict.fromkeys("‐‑‒–−﹣－", "-"), "—": " - ", "―": " - ", "…": " ", "⁄": "/",
})  # fmt: skip
_EDGES = "*_~.,;:!?()[]{}'\"\\|"
_SHORT_YEAR = re.compile(r"[*_~(]*('\d\d)[*_~.,;:!?)]*")
_UNIONS = {"&": "and", "+": "and"}


class Word(NamedTuple):
    """`text` as compared, `raw` as typed. `phrase`: in quotes. `mention`: of a person. `listed`: a comma follows."""

    text: str
    raw: str
    kind: str = "word"
    listed: bool = False


def clean(text: str) -> str:
    """The question without what chat adds. Mentions stay as one word after @: who is meant may matter."""
    text = _TEAMS_MENTION.sub(lambda found: f" @{'_'.join(found[1].split())} ", text[:_FAR_TOO_LONG])
    text = _SLACK.sub(_slack, text)
    if "&" in text:
        from html import unescape  # rarely needed, and not light

        text = unescape(text)
    text = _EMOJI_CODE.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", "".join(map(_drawn, text)).translate(_PLAIN)).translate(_PLAIN)
    text = "".join(letter if letter.isprintable() else " " for letter in text).replace("`", " ")
    return _COMMAND.sub("", " ".join(text.split())).strip()


def _slack(found: re.Match[str]) -> str:
    mark, target, label = found.groups()
    match mark:
        case "@":
            return f" @{'_'.join((label or target).split())} "
        case "#":
            return " "
        case "!":
            return " "
        case _:
            return f" {label or mark + target} "


def _drawn(letter: str) -> str:
    """Emoji and other pictures are decoration; invisible letters are nothing."""
    if letter.isascii():
        return letter
    category = unicodedata.category(letter)
    if category == "Cf" or "\ufe00" <= letter <= "\ufe0f" or letter == "\u20e3":
        return ""
    return " " if category in ("So", "Sk", "Cc", "Co", "Cs", "Cn") and letter != "´" else letter


def split(cleaned: str) -> list[Word]:
    """Words and quoted phrases in order. Inner signs stay ("1=1" is one word), 's and outer signs go."""
    words: list[Word] = []
    at = 0
    for found in _QUOTES.finditer(cleaned):
        words += _words(cleaned[at : found.start()])
        phrase = " ".join((found[1] or found[2] or "").split())
        if any(map(str.isalnum, phrase)):
            words.append(Word(phrase.casefold(), phrase, "phrase"))
        elif phrase:
            words.append(Word(phrase, phrase))
        at = found.end()
    return words + _words(cleaned[at:])


def _words(text: str) -> list[Word]:
    return [word for piece in text.split() for part in _pieces(piece) if (word := _word(part))]


def _pieces(piece: str) -> list[str]:
    """Rochester,Maidstone and owner:GFSL and overdue/late were typed without a space; w/c, 5.13/2 and 12/3 were not."""
    parts = re.split(r"(?<=,)|[;|]|(?<=[A-Za-z]):(?!//)", piece)
    return [half for part in parts for half in _halves(part)]


def _halves(part: str) -> list[str]:
    halves = part.split("/")
    whole = len(halves) < 2 or not all(half.isalpha() and len(half) > 2 for half in halves)
    if whole or part.casefold() == "hmp/yoi":
        return [part]
    return [word for half in halves for word in ("/", half)][1:]


def _word(raw: str) -> Word | None:
    listed = raw.endswith(",")
    year = _SHORT_YEAR.fullmatch(raw)
    raw = year[1] if year else raw.strip(_EDGES)
    if not raw:
        return None
    text = raw.casefold()
    if text[0] == "@":
        return Word(text, raw, "mention") if len(text) > 1 else None
    text = text.removesuffix("'s") if len(text) > 2 else text
    if not any(map(str.isalnum, text)):
        return Word(_UNIONS.get(text, text), raw) if text.strip("-") or text == "-" else None
    return Word(text, raw, listed=listed)


def too_long(text: str, cleaned: str) -> bool:
    return len(text) > _FAR_TOO_LONG or len(cleaned) > LONGEST


def quoted(words: list[str]) -> tuple[str, ...]:
    """What was said, safe to repeat anywhere: no marks of markup, no control letters, 60 letters in all."""
    room, safe = _QUOTED, []
    for word in words:
        kept = _harmless(word)
        if not kept or kept in safe:
            continue
        if len(kept) > room:
            safe += [kept[: room - 1] + "…"] if room > 4 else []
            break
        safe.append(kept)
        room -= len(kept)
    return tuple(safe)


def _harmless(word: str) -> str:
    shown = "".join(letter if letter.isprintable() else " " for letter in word[:200])
    return " ".join(
        shown.replace("<", "‹").replace(">", "›").replace("&", "＆" if "&" in word and ";" in word else "&").split()
    )
