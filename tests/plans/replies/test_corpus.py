"""Replies as governors, heads of function, hubs and liaisons type them, against what each was agreed to mean.

The lines were written before the rules. Harm is an action completed, postponed or given away by words that do not say so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from plans.replies import Context, Meant, Understood, understand

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(CORPUS.glob("*.txt"))
REFS = (*map(str, range(1, 27)), "2i", "2ii", "2iii")
HARMFUL = frozenset({"complete", "postpone", "not_mine"})


@dataclass(frozen=True)
class Line:
    """A reply, its context and what must be found. `*` is: whatever it says; `?` is: it must ask."""

    where: str
    text: str
    context: Context
    intents: frozenset[str]
    wanted: dict[str, str] = field(default_factory=dict)

    def misses(self) -> list[str]:
        found = understand(self.text, self.context)
        own, wanted = found.own, self.wanted
        told = {
            "intent": own.intent in self.intents,
            "date": _fits(str(own.date or ""), wanted.get("date", "")),
            "asks": _fits(own.asks or "", wanted.get("asks", "")),
            "to": wanted.get("to", "*") == "*" or (own.to or "").casefold() == _words(wanted["to"]).casefold(),
            "note": wanted.get("note", "*") == "*" or own.note == _words(wanted["note"]),
            "evidence": sorted(own.evidence) == sorted(filter(None, wanted.get("evidence", "").split(","))),
            "others": wanted.get("others") == "*" or _told(found) == wanted.get("others", ""),
        }
        return [f"{name}: {self._shown(name, found)}" for name, fits in told.items() if not fits]

    def harms(self) -> bool:
        found = understand(self.text, self.context)
        others = dict(other.split(":", 1) for other in self.wanted.get("others", "").split(",") if ":" in other)
        wrong_day = (
            found.own.date and not found.own.asks and not _fits(str(found.own.date), self.wanted.get("date", ""))
        )
        return (
            _harms(found.own, self.intents)
            or bool(wrong_day)
            or (
                "*" not in self.wanted.get("others", "")
                and any(_harms(one, {others.get(one.ref or "", "").split(":")[0]}) for one in found.others)
            )
        )

    def _shown(self, name: str, found: Understood) -> str:
        return _told(found) if name == "others" else repr(getattr(found.own, name))


def _harms(meant: Meant, intents: frozenset[str] | set[str]) -> bool:
    return meant.intent in HARMFUL and meant.intent not in intents


def _words(value: str) -> str:
    return value.replace("_", " ")


def _fits(found: str, wanted: str) -> bool:
    return wanted == "*" or (bool(found) if wanted == "?" else found in wanted.split("|"))


def _told(found: Understood) -> str:
    """The others as the corpus writes them: 6:complete,9:postpone:2025-01-31."""
    return ",".join(
        ":".join(filter(None, (one.ref, one.intent, str(one.date or "") if one.intent != "complete" else "")))
        for one in found.others
    )


def lines(path: Path) -> Iterator[Line]:
    kept: dict[str, str] = {}
    for number, row in enumerate(path.read_text().splitlines(), 1):
        if not row or row.startswith("#"):
            continue
        if row.startswith("@ "):
            kept = _pairs(row[2:])
            continue
        text, _, wanted = row.rpartition(" => ")
        intents, _, rest = wanted.partition(" ")
        given = kept | _pairs(rest)
        yield Line(
            f"{path.stem}:{number}",
            text.replace("\\n", "\n"),
            _context(given),
            frozenset(intents.split("|")),
            _pairs(rest),
        )


def _pairs(words: str) -> dict[str, str]:
    return dict(word.split("=", 1) for word in words.split())


def _context(given: dict[str, str]) -> Context:
    due = given.get("due", "2025-02-28")
    return Context(
        today=date.fromisoformat(given.get("today", "2025-02-03")),
        due=date.fromisoformat(due) if due != "none" else None,
        ref=given.get("ref", "5"),
        refs=tuple(given["refs"].split(",")) if "refs" in given else REFS,
    )


EVERY = [line for path in FILES for line in lines(path)]


def test_at_least_three_hundred_replies_are_held() -> None:
    assert len({(line.text, line.context.today, line.context.due) for line in EVERY}) >= 300


def test_no_reply_does_what_its_writer_did_not_say() -> None:
    assert [f"{line.where} {line.text!r}" for line in EVERY if line.harms()] == []


def test_nearly_every_reply_is_understood() -> None:
    missed = [(line, misses) for line in EVERY if (misses := line.misses())]
    report = "\n".join(f"{line.where} {line.text!r}: {'; '.join(misses)}" for line, misses in missed)

    assert len(missed) <= 0.03 * len(EVERY), f"{len(missed)} of {len(EVERY)}\n{report}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_of_the_corpus_can_be_read(path: Path) -> None:
    assert all(line.text and line.intents for line in lines(path))
