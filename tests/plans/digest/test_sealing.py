"""A digest as it is kept: the same text for the same facts, and a hash that finds whatever was altered."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from plans.digest.sealing import body, fingerprint, holds, seal, unsealed
from plans.messages import AskedFor, Change, Digest, GroupDigest
from tests.digests import JUDGED, VACANT, VISIT, a_digest, a_group, a_line, many
from tests.plans.digest.prisons import MONDAY

FULL = a_digest(
    visit=VISIT,
    vacancies=VACANT,
    judgements=JUDGED,
    changes=(
        Change(8, "rochester-2024", "8", "Operational Health Lead", "report", MONDAY, "Governor"),
        Change(999, "rochester-2018", "1.1", "Of a plan that is closed", "leave", MONDAY, "Coordinator"),
    ),
    asked=(AskedFor(9, "rochester-2024", "9", "Another title than its line's", "extension", MONDAY),),
)


@pytest.mark.parametrize("digest", [FULL, a_digest([]), many(1), many(40), many(400, long="é “quoted” 🔴")])
def test_what_is_kept_comes_back_as_it_was_and_is_kept_the_same_again(digest: Digest) -> None:
    kept = body(digest)
    back = unsealed(Digest, kept)
    assert back == replace(digest, id=0, verbs=(), sha256="")
    assert body(back) == kept


def test_a_group_s_digest_too() -> None:
    group = a_group()
    assert body(unsealed(GroupDigest, body(group))) == body(group)
    assert unsealed(GroupDigest, body(group)) == replace(group, id=0, verbs=(), sha256="")


def test_facts_that_follow_from_others_are_put_back_and_those_that_do_not_are_kept() -> None:
    lines = [
        a_line("8", original_due=None),
        a_line("9", lead="Somebody else", slips=1),
        replace(a_line("10", prison="HMP Elsewhere", plan="elsewhere-2023"), ref="1", step="0"),
    ]
    digest = a_digest(lines)
    assert unsealed(Digest, body(digest)).lines == tuple(lines)


def test_one_letter_altered_in_facts_or_words_is_found() -> None:
    facts, words = body(FULL), "18 of 26 are late."
    sha = seal(facts, words)
    assert holds(facts, words, sha)
    assert not holds(facts.replace("Governor", "governor", 1), words, sha)
    assert not holds(facts, words.replace("18", "17"), sha)
    assert not holds(facts, words, sha.replace(sha[0], "f" if sha[0] != "f" else "0", 1))


def test_a_draft_has_the_same_fingerprint_whoever_looks_and_when() -> None:
    draft = replace(FULL, draft=True)
    later = replace(draft, number=20, as_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert fingerprint(draft) == fingerprint(later)
    assert fingerprint(draft) != fingerprint(replace(draft, lines=draft.lines[1:]))


@pytest.mark.parametrize("facts", ["", "{}", "[]", '"words"', '{"lines":[{}]}'])
def test_what_is_no_digest_is_refused(facts: str) -> None:
    with pytest.raises(ValueError):
        unsealed(Digest, facts)
